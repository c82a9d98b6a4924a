//! Wrappers of browser APIs: listeners, observers and timers that end when dropped, and do nothing once the program
//! has stopped.

mod listener;
mod observer;
mod timer;

pub use listener::{Listen, Listener};
pub use observer::{ChildChanges, Intersections, Resizes};
pub use timer::{AfterFrame, AnimationFrame, Timer, after, after_frame, on_frame};

use std::cell::Cell;
use std::future::Future;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, FocusOptions, HtmlElement, Window};

thread_local! {
    static ALIVE: Cell<bool> = const { Cell::new(true) };
}

/// Ends the program: no listener of it is left, and what may still call it finds nothing to do.
pub fn stop() {
    ALIVE.set(false);
    listener::end_all();
}

fn alive() -> bool {
    ALIVE.get()
}

pub fn window() -> Window {
    web_sys::window().expect("the program runs in a window")
}

pub fn document() -> Document {
    window().document().expect("a window has a document")
}

/// The elements under another that a selector matches, in their order.
pub fn elements(under: &Element, selector: &str) -> impl Iterator<Item = Element> + use<> {
    let found = under.query_selector_all(selector).ok();
    let count = found.as_ref().map_or(0, |found| found.length());
    (0..count).filter_map(move |index| found.as_ref()?.item(index)?.dyn_into().ok())
}

/// Moves the focus without scrolling; an element that is not focusable gets tabindex="-1".
pub fn focus(element: &Element) {
    let Some(element) = element.dyn_ref::<HtmlElement>() else { return };
    if !element.has_attribute("tabindex") {
        element.set_tab_index(-1);
    }
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    if let Err(error) = element.focus_with_options(&options) {
        warn("the focus stays where it was", &error);
    }
}

/// Logs a failure that was recovered from, with console.warn.
pub fn warn(what: &str, error: &JsValue) {
    web_sys::console::warn_2(&what.into(), error);
}

/// Spawns `work` and passes its result to `then`, unless the program has ended. The caller checks whether it is still
/// wanted.
pub fn spawn_then<T: 'static>(work: impl Future<Output = T> + 'static, then: impl FnOnce(T) + 'static) {
    wasm_bindgen_futures::spawn_local(async move {
        let value = work.await;
        if alive() {
            then(value);
        }
    });
}

/// Whether an object of the browser has something by this name: old browsers and insecure contexts (plain http) lack
/// some.
pub fn has(object: &JsValue, name: &str) -> bool {
    js_sys::Reflect::get(object, &name.into()).is_ok_and(|value| !value.is_undefined() && !value.is_null())
}

/// The event that tells where a scroll came to rest; browsers without it tell of scrolling alone. The property of its
/// listener is there, and null.
pub fn scroll_end_event() -> &'static str {
    let known = js_sys::Reflect::has(&window(), &"onscrollend".into()).unwrap_or(false);
    if known { "scrollend" } else { "scroll" }
}

/// Puts a text on the clipboard.
///
/// # Errors
/// Where the browser refuses, or has no clipboard for this page.
pub async fn copy_text(text: &str) -> Result<(), JsValue> {
    let navigator = window().navigator();
    if !has(&navigator, "clipboard") {
        return Err("no clipboard".into());
    }
    wasm_bindgen_futures::JsFuture::from(navigator.clipboard().write_text(text)).await.map(|_| ())
}

/// Whether a media query holds.
pub fn matches(query: &str) -> bool {
    window().match_media(query).ok().flatten().is_some_and(|query| query.matches())
}
