//! The native side: from the files in `data/` to a whole static site.

pub mod article;
mod document;
pub mod new_city;
pub mod open;
mod others;
pub mod picture;
pub mod prerender;
pub mod search;
pub mod server;
pub mod source;
pub mod tools;
mod whole_file;

pub use whole_file::write_whole;

/// Why writing to a string needs no answer to its failure.
const IN_MEMORY: &str = "a string takes all that is written to it";
