//! The browser's program: brings the islands of a page to life and moves between pages.

mod islands;
mod navigation;
mod points;
mod scenes;

use crate::figure::{Drawing, wire};
use std::rc::Rc;

/// What pages of one language draw; a page of the other language is loaded as a document.
type Drawings = Rc<Vec<Rc<Drawing>>>;

/// Makes the prerendered page live.
///
/// `figures` is the figures file of the page's language. False where the page cannot be made live; it then stays as
/// it is.
pub fn start(figures: &[u8]) -> bool {
    let Ok(drawings) = wire::decode(figures) else {
        return false;
    };
    let drawings = drawings.into_iter().map(Rc::new).collect();
    navigation::start(Rc::new(drawings)).is_some()
}
