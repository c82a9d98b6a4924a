//! The browser's program: brings the islands of a page to life and moves between pages.

mod islands;
mod navigation;

use crate::figure::{Figure, wire};
use std::rc::Rc;
use wasm_bindgen::prelude::wasm_bindgen;

/// The figures of one language; a page of the other language is loaded as a document.
type Figures = Rc<Vec<Rc<Figure>>>;

/// Makes the prerendered page live.
///
/// `figures` is the figures file of the page's language. False where the page cannot be made live; it then stays as
/// it is.
#[wasm_bindgen]
pub fn start(figures: &[u8]) -> bool {
    let Ok(figures) = wire::decode(figures) else {
        return false;
    };
    let figures: Figures = Rc::new(figures.into_iter().map(Rc::new).collect());
    navigation::start(figures).is_some()
}
