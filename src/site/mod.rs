//! The native side: from the files in `data/` to a whole static site.

pub mod article;
pub mod open;
pub mod picture;
pub mod prerender;
pub mod server;
pub mod sizes;
pub mod source;
