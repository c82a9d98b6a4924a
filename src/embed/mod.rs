//! What other sites paste to show a widget: the snippets, and the height that each widget needs.

mod height;
mod snippet;

/// Promises that the widget of a pillar without a number begins with; the rest are a link away.
pub const PROMISES_SHOWN: usize = 6;

pub use height::{heights, table};
pub use snippet::Snippet;
