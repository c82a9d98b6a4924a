//! What the build works out for the search: readings of characters, and traditional forms.

use crate::text::{List, Text};
use serde::{Deserialize, Serialize};

/// What no browser knows of Chinese characters: made while the site is built, for the characters of one plan only.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct SearchTable {
    pub readings: List<Reading>,
    /// Traditional characters, and at the same place in `simplified` what each is folded to.
    pub traditional: Text,
    pub simplified: Text,
}

/// A syllable of pinyin without its tone (`lv` for lü), and the characters that may be read so.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    pub syllable: Text,
    pub characters: Text,
}

impl SearchTable {
    pub const EMPTY: SearchTable =
        SearchTable { readings: List::EMPTY, traditional: Text::EMPTY, simplified: Text::EMPTY };
}
