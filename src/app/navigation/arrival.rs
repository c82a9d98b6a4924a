//! Where a page is shown from, and what has the focus there.

use crate::app::browser::{document, focus, warn, window};
use crate::app::state::{Arrival, State};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlAnchorElement, ScrollBehavior, ScrollIntoViewOptions};

/// Goes to the place that the address names, or to the top of the page; the focus follows.
pub(super) fn arrive(state: &State) {
    let target = state.anchor.as_ref().and_then(|id| document().get_element_by_id(id));
    match (target, &state.arrival) {
        (_, Arrival::Document) => {}
        (Some(target), Arrival::Link | Arrival::Anew) if leads_on(&target) => {}
        (Some(target), Arrival::Link | Arrival::Anew) => {
            scroll_to(&target);
            focus(&target);
        }
        (None, Arrival::Link | Arrival::Anew) => {
            window().scroll_to_with_x_and_y(0.0, 0.0);
            focus_heading();
        }
        (_, Arrival::History(place)) => {
            focus_heading();
            if let Some(place) = place {
                place.restore();
            }
        }
    }
}

fn focus_heading() {
    if let Ok(Some(heading)) = document().query_selector("main h1") {
        focus(&heading);
    }
}

/// Shows the place that the address of a document names, where the browser did not find it: some apps cut the hash
/// off and leave `?scene=`, others add parameters of their own behind it. Moving the focus there lets screen readers
/// announce it.
pub(super) fn show_anchor(anchor: Option<&str>) {
    let Some(place) = anchor.and_then(|id| document().get_element_by_id(id)) else { return };
    if leads_on(&place) {
        return;
    }
    if document().query_selector(":target").ok().flatten().is_none() {
        scroll_to(&place);
    }
    if document().active_element().is_none_or(|at| at.tag_name() == "BODY") {
        focus(&place);
    }
}

/// Whether the place is one of an earlier version that another page tells now: then that page is loaded in its stead.
fn leads_on(place: &Element) -> bool {
    let link = place.dyn_ref::<HtmlAnchorElement>().filter(|link| link.class_name() == "moved");
    let Some(href) = link.map(HtmlAnchorElement::href).filter(|href| !href.is_empty()) else { return false };
    if let Err(error) = window().location().replace(&href) {
        warn("an old link does not lead on", &error);
    }
    true
}

/// Unfolds what an element is folded into, and the element itself.
pub(super) fn reveal(element: &Element) {
    let mut fold = element.closest("details:not([open])").ok().flatten();
    while let Some(folded) = fold {
        if let Err(error) = folded.set_attribute("open", "") {
            return warn("a place stays folded away", &error);
        }
        fold = folded.closest("details:not([open])").ok().flatten();
    }
}

pub(super) fn scroll_to(element: &Element) {
    reveal(element);
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(ScrollBehavior::Instant);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}
