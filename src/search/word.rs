//! A word of a search.

use super::RowText;
use super::fold::{BEGIN, Folding};
use super::pinyin::{Pinyin, Spelling};
use crate::text::ordered_by;

/// Folded as the texts are.
#[derive(Debug)]
pub struct Word {
    text: String,
    spelling: Option<Spelling>,
}

impl Word {
    /// The different words of a search, what is soonest looked for first: the longest, and what may be pinyin last.
    pub fn all(search: &str, folding: &Folding) -> Vec<Word> {
        // Folding closes up what is set apart by taste; between words that a reader parts, it must not.
        let folded: Vec<String> = search.split([' ', '\u{3000}', '\n', '\t']).map(|part| folding.fold(part)).collect();
        let mut different: Vec<&str> = Vec::new();
        for word in folded.iter().flat_map(|part| part.split(' ')).filter(|word| !word.is_empty()) {
            if !different.contains(&word) {
                different.push(word);
            }
        }
        let of = |text: &str| Word { spelling: Spelling::of(text.trim_start_matches(BEGIN)), text: text.to_owned() };
        let words = different.into_iter().map(of).collect();
        ordered_by(words, |word: &Word| [f64::from(u8::from(word.spelling.is_some())), -(word.text.len() as f64)])
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn is_in(&self, text: &RowText, pinyin: &Pinyin) -> bool {
        text.folded.contains(&self.text)
            || self.spelling.as_ref().is_some_and(|spelling| spelling.is_in(&text.sounds, pinyin))
    }
}
