use super::Texts;
use super::fold::{BEGIN, Folding};
use super::pinyin::{Pinyin, Spelling};
use super::signature::{Signature, TextSet};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// A word of a search, folded as the texts are.
#[derive(Debug)]
pub struct Word {
    text: String,
    signature: Signature,
    spelling: Option<Spelling>,
}

impl Word {
    /// The different words of a search. Those that are soonest looked for come first: the longest, as they leave the least
    /// to look at, and what may be pinyin last.
    pub fn all(search: &str, folding: &Folding, pinyin: &Pinyin) -> Vec<Word> {
        // Folding closes up what is set apart by taste; between words that a reader parts, it must not.
        let folded: Vec<String> = search.split([' ', '\u{3000}', '\n', '\t']).map(|part| folding.fold(part)).collect();
        let different: BTreeSet<&str> =
            folded.iter().flat_map(|part| part.split(' ')).filter(|word| !word.is_empty()).collect();
        let of = |text: &str| Word {
            spelling: Spelling::of(text.trim_start_matches(BEGIN), pinyin),
            signature: Signature::of(text),
            text: text.to_owned(),
        };
        let mut words: Vec<Word> = different.into_iter().map(of).collect();
        words.sort_by_key(|word| (word.spelling.is_some(), Reverse(word.text.len())));
        words
    }
}

/// The rows that may have a word, by their signatures.
#[derive(Debug)]
pub struct Candidates {
    word: Word,
    pub rows: TextSet,
    /// Those among them that may have it as a text.
    texts: TextSet,
}

impl Candidates {
    pub fn of(word: Word, texts: &Texts) -> Candidates {
        let as_text = texts.signatures.having(&word.signature);
        let mut rows = as_text.clone();
        if let Some(spelling) = &word.spelling {
            spelling.signatures.iter().for_each(|signature| rows.union(&texts.sounds_signatures.having(signature)));
        }
        Candidates { word, rows, texts: as_text }
    }

    /// Whether the row, one of the candidates, has it.
    pub fn is_in(&self, row: usize, texts: &Texts, pinyin: &Pinyin) -> bool {
        let Word { text, spelling, .. } = &self.word;
        self.texts.has(row) && contains(texts.text(row), text)
            || spelling.as_ref().is_some_and(|spelling| spelling.is_in(texts.sounds(row), pinyin))
    }
}

/// As [`str::contains`], which prepares its search anew for each text: that takes longer than to look through one this
/// short.
fn contains(text: &str, word: &str) -> bool {
    let Some((begin, rest)) = word.as_bytes().split_first_chunk::<4>() else { return text.contains(word) };
    let begin = u32::from_ne_bytes(*begin);
    let text = text.as_bytes();
    text.array_windows::<4>()
        .enumerate()
        .any(|(at, four)| u32::from_ne_bytes(*four) == begin && text[at + 4..].starts_with(rest))
}

#[cfg(test)]
mod tests {
    use super::contains;
    use proptest::prelude::*;

    #[test]
    fn a_piece_of_a_text_is_found_wherever_it_stands() {
        proptest!(|(text in "[ab^林]{0,24}", word in "[ab^林]{0,7}")| {
            prop_assert_eq!(contains(&text, &word), text.contains(&word));
        });
        for (text, word) in [("森林覆盖率", "覆盖率"), ("^kite ^workshops", "^workshops"), ("abcd", "abcd")] {
            assert!(contains(text, word), "{word}");
        }
    }
}
