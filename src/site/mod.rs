//! The native side: from the files in `data/` to a whole static site.

pub mod article;
mod document;
pub mod gallery;
pub mod new_city;
pub mod open;
mod others;
pub mod picture;
pub mod prerender;
pub mod search;
pub mod server;
pub mod sizes;
pub mod source;
mod whole_file;

pub use whole_file::write_whole;

/// Why writing to a string needs no answer to its failure.
const IN_MEMORY: &str = "a string takes all that is written to it";
