//! What the reader left on other entries of the history.

use crate::app::browser::{document, elements, warn, window};
use std::cell::{Cell, RefCell};
use web_sys::Element;

/// The places that the reader left on other entries of the history, while this document lasts. The browser restores its own
/// before the page is rendered that has them.
pub(super) struct Places {
    /// The entry in place, and how far it was scrolled when it last rested: when the history moves, the browser may have
    /// scrolled already.
    entry: Cell<f64>,
    pub(super) top: Cell<f64>,
    left: RefCell<Vec<(f64, Place)>>,
}

/// How far a page was scrolled, in CSS pixels, and which of its folds were open.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    top: f64,
    folds: Vec<bool>,
}

impl Places {
    pub(super) fn new() -> Places {
        Places { entry: Cell::new(entry()), top: Cell::new(top()), left: RefCell::default() }
    }

    /// Goes to another entry, and tells what is known of it.
    pub(super) fn enter(&self, entry: f64) -> Option<Place> {
        let place = Place { top: self.top.get(), folds: folds().map(|fold| fold.has_attribute("open")).collect() };
        let before = self.entry.replace(entry);
        let mut left = self.left.borrow_mut();
        left.retain(|(one, _)| *one != before);
        left.push((before, place));
        left.iter().find(|(one, _)| *one == entry).map(|(_, place)| place.clone())
    }
}

pub(super) fn top() -> f64 {
    window().scroll_y().unwrap_or_default()
}

impl Place {
    pub(super) fn restore(&self) {
        let now: Vec<Element> = folds().collect();
        if now.len() == self.folds.len() {
            for (fold, open) in now.iter().zip(&self.folds).filter(|(fold, open)| fold.has_attribute("open") != **open)
            {
                if let Err(error) = fold.toggle_attribute_with_force("open", *open) {
                    warn("a fold is not as it was left", &error);
                }
            }
        }
        window().scroll_to_with_x_and_y(0.0, self.top);
    }
}

fn folds() -> impl Iterator<Item = Element> {
    document().document_element().into_iter().flat_map(|root| elements(&root, "main details"))
}

/// What names the entry of the history in place; nought where a document was loaded.
pub(super) fn entry() -> f64 {
    window().history().and_then(|history| history.state()).ok().and_then(|state| state.as_f64()).unwrap_or_default()
}
