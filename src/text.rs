//! Words and lists that live as long as the program, so that everything above can copy references freely.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::ops::Deref;

/// Plain words. Copies are free.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Text(&'static str);

impl Text {
    pub const EMPTY: Text = Text("");

    /// Words that live as long as the program already.
    pub const fn of(text: &'static str) -> Text {
        Text(text)
    }

    pub fn as_str(&self) -> &'static str {
        self.0
    }
}

impl AsRef<str> for Text {
    fn as_ref(&self) -> &str {
        self.0
    }
}

impl From<String> for Text {
    /// Leaks: a plan is read once and kept.
    fn from(text: String) -> Self {
        Text(text.leak())
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Into::into)
    }
}

/// A list of items. Copies are free.
#[derive(Debug, PartialEq)]
pub struct List<T: 'static>(&'static [T]);

impl<T> Clone for List<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for List<T> {}

impl<T> List<T> {
    pub const EMPTY: List<T> = List(&[]);

    /// The items for the life of the program, not of this borrow.
    pub fn items(&self) -> &'static [T] {
        self.0
    }
}

impl<T: Serialize> Serialize for List<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::deserialize(deserializer).map(|items| List(items.leak()))
    }
}

impl<T> Deref for List<T> {
    type Target = [T];
    fn deref(&self) -> &[T] {
        self.0
    }
}

impl<T> FromIterator<T> for List<T> {
    /// Leaks: a plan is read once and kept.
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        List(items.into_iter().collect::<Vec<T>>().leak())
    }
}

/// Whether a character is seen by nobody: joiners and spaces without width, marks of direction, soft hyphens, the sign
/// that says how an emoji is drawn. Copying from pages, chats and PDFs brings them along.
pub const fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
    )
}

/// What was meant by a part of an address to which a chat has glued the words and signs that stood behind it, as in
/// `#industry-aim。` or `/data/（说明）`. Addresses of the site are ASCII and end in a letter, a digit or a slash.
pub fn plain_address(part: &str) -> String {
    let seen: String = part.chars().filter(|c| !is_invisible(*c)).collect();
    let ascii = seen.find(|c: char| !c.is_ascii()).map_or(seen.as_str(), |at| &seen[..at]);
    ascii.trim_end_matches(|c: char| c.is_ascii_whitespace() || (c.is_ascii_punctuation() && c != '/')).to_owned()
}

/// The items by ascending keys; equals stay in their order. Each type that the library sorts adds four kilobytes to the
/// browser's program, so what is short and of many types is sorted here, by numbers.
pub fn ordered_by<T>(items: Vec<T>, key: impl Fn(&T) -> [f64; 2]) -> Vec<T> {
    let keys: Vec<[f64; 2]> = items.iter().map(key).collect();
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    order(&keys).into_iter().filter_map(|position| items[position].take()).collect()
}

fn order(keys: &[[f64; 2]]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..keys.len()).collect();
    order.sort_by(|a, b| {
        let ([a, then_a], [b, then_b]) = (keys[*a], keys[*b]);
        a.total_cmp(&b).then(then_a.total_cmp(&then_b))
    });
    order
}
