//! Keeping a promise: the button, the marks of what is kept, and the note where the device does not keep it.

use super::ledger::pigment_class;
use crate::app::browser::{ChildChanges, document, elements, warn};
use crate::app::kept;
use crate::app::store::{use_live, use_selector, use_store};
use crate::app::use_site;
use crate::plan::Promise;
use crate::words;
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct KeepProps {
    pub promise: Promise,
}

/// Works where the program is.
#[component]
pub fn Keep(props: &KeepProps) -> Html {
    let KeepProps { promise } = *props;
    let (cx, store, live) = (use_site(), use_store(), use_live());
    let kept = use_selector(move |state| state.query.mine.has(promise));
    let full = use_selector(move |state| state.query.mine.is_full());
    let refused = use_state_eq(|| false);
    let onclick = {
        let refused = refused.setter();
        Callback::from(move |_: MouseEvent| {
            refused.set(full && !kept);
            if !full || kept {
                kept::toggle(&store, &cx, promise);
            }
        })
    };
    let pigment = promise.pillar(cx.plan()).map(|pillar| pigment_class(pillar.position()));
    html! {
        <span class={classes!("keeping", pigment)}>
            <button type="button" class="keep" aria-pressed={kept.to_string()} disabled={!live} {onclick}>{words::keep(cx.lang)}</button>
            <span role="status">if *refused && full && !kept { {words::kept_full(cx.lang)} }</span>
        </span>
    }
}

/// On the elements of a promise that is kept; its value is the word that marks it.
const KEPT: &str = "data-kept";

/// Marks what is kept wherever it stands on the page, prerendered or not. Renders nothing.
#[component]
pub fn KeptMarks() -> Html {
    let cx = use_site();
    let kept = use_selector(|state| (state.query.mine.clone(), state.query.theirs.clone(), state.visit));
    use_effect_with((kept, cx.lang), move |((mine, theirs, _), lang)| {
        let (plan, lang) = (cx.plan(), *lang);
        let marks = [(mine, words::kept_mine(lang)), (theirs, words::kept_theirs(lang))];
        let ids: Vec<(&str, &str)> = marks
            .iter()
            .rev()
            .flat_map(|(kept, word)| kept.promises().iter().map(|promise| (promise.id(plan), *word)))
            .collect();
        let ids = Rc::new(ids);
        let mark = {
            let ids = Rc::clone(&ids);
            move || mark(&ids)
        };
        mark();
        // What is further down may be rendered later.
        let later = document().body().filter(|_| !ids.is_empty()).and_then(|body| ChildChanges::under(&body, mark));
        move || drop(later)
    });
    html! {}
}

/// Of two words for one promise, the last holds.
fn mark(ids: &[(&str, &str)]) {
    let Some(root) = document().document_element() else { return };
    for element in elements(&root, "[data-promise]") {
        let id = element.get_attribute("data-promise").unwrap_or_default();
        let word = ids.iter().rev().find(|(kept, _)| *kept == id).map(|(_, word)| *word);
        if element.get_attribute(KEPT).as_deref() != word {
            set(&element, word);
        }
    }
}

fn set(element: &Element, word: Option<&str>) {
    let done = match word {
        Some(word) => element.set_attribute(KEPT, word),
        None => element.remove_attribute(KEPT),
    };
    if let Err(error) = done {
        warn("what is kept is not marked", &error);
    }
}

/// Says once that the device does not keep what the reader wants kept.
#[component]
pub fn StorageNote() -> Html {
    let cx = use_site();
    let refused = use_selector(|state| state.storage_refused);
    let closed = use_state_eq(|| false);
    let onclick = {
        let closed = closed.setter();
        Callback::from(move |_: MouseEvent| closed.set(true))
    };
    html! {
        <div role="status">
            if refused && !*closed {
                <p class="notice">
                    <span>{words::kept_not_stored(cx.lang)}</span>
                    <button type="button" {onclick}>{words::note_close(cx.lang)}</button>
                </p>
            }
        </div>
    }
}
