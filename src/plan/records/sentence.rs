//! Sentences of the article: where one stands, and what identifies its text.

use crate::text::Text;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Where a claim stands: paragraph from 0 (the title), sentence from 1. Written `p9s4`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Locator {
    pub paragraph: u16,
    pub sentence: u16,
}

impl Locator {
    /// As it is written.
    pub fn parse(text: &str) -> Option<Locator> {
        let (paragraph, sentence) = text.strip_prefix('p')?.split_once('s')?;
        let plain =
            |digits: &str| digits.bytes().all(|b| b.is_ascii_digit()) && (digits == "0" || !digits.starts_with('0'));
        (plain(paragraph) && plain(sentence) && sentence != "0").then_some(())?;
        Some(Locator { paragraph: paragraph.parse().ok()?, sentence: sentence.parse().ok()? })
    }
}

impl fmt::Display for Locator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "p{}s{}", self.paragraph, self.sentence)
    }
}

/// A sentence of the article, known by its place and the hash of its text.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Sentence {
    pub at: Locator,
    /// First twelve hexadecimal digits of the SHA-256; the open data has all of them.
    pub fingerprint: Text,
}
