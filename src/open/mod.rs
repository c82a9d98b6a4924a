//! The plan as open data: one JSON file with its schema, the figures as CSV, and how to cite them.

mod citation;
mod document;
mod table;

pub use citation::{bibtex, gb_t_7714};
pub use document::{Address, Document, schema};
pub use table::csv;
