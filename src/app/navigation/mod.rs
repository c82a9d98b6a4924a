//! Moves between pages: links of the site are followed without loading a document, back and forward are answered, and
//! the address follows what the reader does.

mod address;
mod arrival;
pub mod history;
mod link;

use super::browser::{Listen, Listener, after, after_frame, document, scroll_end_event, warn, window};
use super::document_head;
use super::kept;
use super::state::{Action, Arrival, State};
use super::store::{Store, use_selection};
use crate::bundle::BundleRef;
use crate::head::Head;
use crate::quantity::Lang;
use crate::route::query::{ColorTheme, TextSize};
use crate::route::{Destination, Page, Query};
use address::{here, write_address};
use arrival::{arrive, show_anchor};
use history::{Places, entry, top};
use link::follow;
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// The address is written when things rest: browsers are slow at it, and refuse too many changes at once.
const ADDRESS_DEBOUNCE_MS: u32 = 200;

/// Connects the app with the history, the address and the head of the document.
#[hook]
pub fn use_navigation(store: &Store, visit: u32, bundle: BundleRef, root: Option<&Element>) {
    let of_document = *use_memo((), |()| place_of(&store.state()));
    {
        // What the address of the document asks for is known in the browser alone.
        let (store, root) = (store.clone(), root.cloned());
        use_effect_with((), move |()| {
            let places = Rc::new(Places::new());
            let visit = {
                let store = store.clone();
                move |destination: Destination, arrival| {
                    // What was prerendered goes before the app renders another page; a place on the same one, or another
                    // view of it, leaves it as it is.
                    let stays = (destination.lang, destination.page) == of_document;
                    if let Some(root) = root.as_ref().filter(|_| !stays) {
                        leave_document(root);
                    }
                    store.dispatch(Action::Visit(Box::new(destination), arrival));
                }
            };
            if let Some(mut destination) = here(bundle, of_document) {
                destination.query = kept::with_stored(destination.query, bundle, bundle.plan(destination.lang));
                show_anchor(destination.anchor.as_deref());
                store.dispatch(Action::Visit(Box::new(destination), Arrival::Document));
            }
            let listeners = [
                Listener::new(&document(), "click", Listen { active: true, ..Listen::default() }, {
                    let (visit, places) = (visit.clone(), Rc::clone(&places));
                    move |event| follow(&event, bundle, &places, &visit)
                }),
                Listener::on(&window(), "popstate", {
                    let places = Rc::clone(&places);
                    move |_| {
                        let place = places.enter(entry());
                        match here(bundle, of_document) {
                            Some(destination) => visit(destination, Arrival::History(place)),
                            // A document that the app cannot render.
                            None => reload(),
                        }
                    }
                }),
                Listener::on(&document(), scroll_end_event(), move |_| places.top.set(top())),
            ];
            move || drop(listeners)
        });
    }
    {
        let store = store.clone();
        use_effect_with(visit, move |visit| {
            let state = store.state();
            let tags = (*visit > 0).then(|| {
                let (plan, page) = (bundle.plan(state.lang), state.page);
                document_head::update_title(&page.title(plan), plan.lang);
                arrive(&state);
                // The page is shown first.
                after_frame(move || document_head::update_tags(&Head::of(plan, page, bundle.deployment.address)))
            });
            move || drop(tags)
        });
    }
    {
        let store = store.clone();
        let asked = use_selection(&store, |state| (state.query.clone(), state.anchor.clone()));
        let pending = use_mut_ref(|| None);
        use_effect_with((visit, asked), move |_| {
            let state = store.state();
            appearance(&state.query);
            *pending.borrow_mut() =
                Some(after(ADDRESS_DEBOUNCE_MS, move || write_address(&state, bundle, of_document)));
        });
    }
}

fn place_of(state: &State) -> (Lang, Page) {
    (state.lang, state.page)
}

/// Empties the element of the page in place. Its nodes are removed as they are, whatever others did to them.
fn leave_document(root: &Element) {
    if root.has_attribute(PRERENDERED) {
        root.set_text_content(None);
        if let Err(error) = root.remove_attribute(PRERENDERED) {
            warn("the mark of the prerendered page stays", &error);
        }
    }
}

/// On the element that holds a prerendered page.
pub const PRERENDERED: &str = "data-prerendered";

pub fn reload() {
    if let Err(error) = window().location().reload() {
        warn("the page cannot be loaded", &error);
    }
}

/// Writes theme, text size and "since" to the attributes of <html> that the stylesheets read.
fn appearance(query: &Query) {
    let Some(root) = document().document_element() else { return };
    let set = |name: &str, value: Option<&str>| {
        let done = match value {
            Some(value) => root.set_attribute(name, value),
            None => root.remove_attribute(name),
        };
        if let Err(error) = done {
            warn(name, &error);
        }
    };
    set("data-theme", (query.theme != ColorTheme::Auto).then_some(query.theme.name()));
    set("data-since", query.since.then_some("1"));
    set("data-text", (query.text != TextSize::Normal).then_some(query.text.name()));
}
