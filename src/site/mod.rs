//! The native side: from the files in `data/` to a whole static site.

pub mod arguments;
pub mod open;
pub mod picture;
pub mod prerender;
pub mod search;
pub mod server;
pub mod sizes;
pub mod source;
