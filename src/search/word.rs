use super::Row;
use super::fold::{BEGIN, Folding};
use super::pinyin::{Pinyin, Spelling};

/// A word of a search, folded as the texts are.
pub struct Word {
    text: String,
    spelling: Option<Spelling>,
}

impl Word {
    /// The different words of a search, the longest first, as those leave the least to look at.
    pub fn all(search: &str, folding: &Folding, pinyin: &Pinyin) -> Vec<Word> {
        // Folding closes up what is set apart by taste; between words that a reader parts, it must not.
        let folded: Vec<String> = search.split([' ', '\u{3000}', '\n', '\t']).map(|part| folding.fold(part)).collect();
        let mut words: Vec<&str> =
            folded.iter().flat_map(|part| part.split(' ')).filter(|word| !word.is_empty()).collect();
        words.sort_unstable_by_key(|word| (std::cmp::Reverse(word.len()), *word));
        words.dedup();
        words
            .into_iter()
            .map(|text| Word { spelling: Spelling::of(text.trim_start_matches(BEGIN), pinyin), text: text.to_owned() })
            .collect()
    }

    pub fn is_in(&self, row: &Row, pinyin: &Pinyin) -> bool {
        row.text.contains(&self.text)
            || self.spelling.as_ref().is_some_and(|spelling| spelling.is_in(&row.sounds, pinyin))
    }
}
