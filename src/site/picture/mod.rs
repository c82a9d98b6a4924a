//! Pictures for places that show no pages: previews of links, posters, downloads. A sheet is an SVG around the drawing
//! that the page has; a PNG is made from it with fonts of our own, so that it looks the same from every machine.

mod content;
mod png_renderer;
mod qr;
mod sheet;
mod spacing;

pub use content::SheetSubject;
pub use png_renderer::{Error, PngRenderer};
pub use sheet::Sheet;

/// What a sheet is made from besides its subject.
#[derive(Clone, Copy)]
pub struct SheetContext<'a> {
    pub plan: &'a crate::plan::Plan,
    pub palette: &'a crate::color::Palette,
    /// The absolute address of the subject's page, for the QR code and in words.
    pub address: &'a str,
    /// The absolute address under which this version of the data stays.
    pub frozen: &'a str,
}
