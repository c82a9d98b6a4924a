//! A reader's own check of a text against the plan: a program of its own, started in a worker when it is asked for.

mod data;
mod file;
mod report;

pub use data::{CheckData, Links};
pub use file::{Encoding, FileKind, tidy};
pub use report::{Checked, Piece, PieceKind, Report};

/// The longest text that is checked, in bytes of UTF-8. The article has some thousands.
pub const MOST_BYTES: usize = 2 << 20;
