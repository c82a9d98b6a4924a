//! Reads the numbers of a Chinese text: what each counts, which way it goes, how firmly it is meant, and when. Where that
//! cannot be told, it says why.

mod amount;
mod characters;
mod document;
mod numeral;
mod plain;
mod sentence;
mod words;

pub use amount::Amount;
pub use characters::{Difference, is_unseen, radical, unusual, usual};
pub use document::Narrator;
pub use plain::is_row as is_table_row;
pub use sentence::{Columns, Context, Direction, Doubt, Part, Reading, Role, read};
