//! The plan as open data: one JSON file with its schema, the figures as CSV, and how to cite them.

mod document;
mod table;
mod workbook;

pub use document::{Document, schema};
pub use table::{BOM, Table};
pub use workbook::workbook;
