//! Opens closed <details> while the page is printed: paper has nothing to press.

use crate::app::browser::{Listener, document, window};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlDetailsElement;
use yew::prelude::*;

/// What is worth unfolding: tables, closer looks, citations; not the controls.
const FOLDED: &str = "main details:not([open])";

#[hook]
pub fn use_unfold_for_print() {
    use_effect_with((), |()| {
        let unfolded = Rc::new(RefCell::new(Vec::<HtmlDetailsElement>::new()));
        let before = {
            let unfolded = Rc::clone(&unfolded);
            Listener::on(&window(), "beforeprint", move |_| {
                let Ok(found) = document().query_selector_all(FOLDED) else { return };
                let details = (0..found.length()).filter_map(|index| found.item(index)?.dyn_into().ok());
                for one in details {
                    let one: HtmlDetailsElement = one;
                    one.set_open(true);
                    unfolded.borrow_mut().push(one);
                }
            })
        };
        let after = Listener::on(&window(), "afterprint", move |_| {
            unfolded.borrow_mut().drain(..).for_each(|one| one.set_open(false));
        });
        move || drop((before, after))
    });
}
