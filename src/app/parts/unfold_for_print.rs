//! Opens closed <details> while the page is printed: paper has nothing to press.

use crate::app::browser::{Listener, document, elements, warn, window};
use wasm_bindgen::JsCast;
use web_sys::HtmlDetailsElement;
use yew::prelude::*;

/// What is worth unfolding: tables, closer looks, citations; not the controls.
const FOLDED: &str = "main details:not([open])";
/// Attribute of those that are open for the paper alone. They are known by it, and not by reference: a part that comes to
/// life meanwhile puts other elements there.
pub const UNFOLDED: &str = "data-unfolded";

#[hook]
pub fn use_unfold_for_print() {
    use_effect_with((), |()| {
        let before = Listener::on(&window(), "beforeprint", |_| unfold(FOLDED, true));
        let after = Listener::on(&window(), "afterprint", |_| unfold(&format!("[{UNFOLDED}]"), false));
        move || drop((before, after))
    });
}

fn unfold(which: &str, open: bool) {
    let Some(root) = document().document_element() else { return };
    for details in elements(&root, which).filter_map(|one| one.dyn_into::<HtmlDetailsElement>().ok()) {
        details.set_open(open);
        if let Err(error) = details.toggle_attribute_with_force(UNFOLDED, open) {
            warn("what is unfolded for paper stays so", &error);
        }
    }
}
