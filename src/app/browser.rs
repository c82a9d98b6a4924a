//! Wrappers of browser APIs: listeners, observers and timers that end when dropped, and do nothing once the program
//! has stopped.

use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::future::Future;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    AbortController, AddEventListenerOptions, Document, Element, Event, EventTarget, FocusOptions, HtmlElement,
    IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit, MutationObserver, MutationObserverInit,
    ResizeObserver, Window,
};

thread_local! {
    static ALIVE: Cell<bool> = const { Cell::new(true) };
    /// Its signal ends every listener at once.
    static LISTENERS: RefCell<Option<AbortController>> = const { RefCell::new(None) };
}

/// Ends the program: no listener of it is left, and what may still call it finds nothing to do.
pub fn stop() {
    ALIVE.set(false);
    LISTENERS.with_borrow_mut(|controller| {
        if let Some(controller) = controller.take() {
            controller.abort();
        }
    });
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

/// The elements under another that a selector finds now.
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

/// Calls once after a time, unless it is dropped before.
#[must_use = "a timer ends when it is dropped"]
pub fn after(milliseconds: u32, callback: impl FnOnce() + 'static) -> Timeout {
    Timeout::new(milliseconds, move || {
        if alive() {
            callback();
        }
    })
}

/// A call scheduled for after the next frame. Dropping it cancels it.
pub struct AfterFrame {
    _frame: AnimationFrame,
    _task: Rc<Cell<Option<Timeout>>>,
}

/// Calls once in a task of its own after the next animation frame: what is there by now is painted first.
#[must_use = "it does not call when it is dropped before"]
pub fn after_frame(callback: impl FnOnce() + 'static) -> AfterFrame {
    let task = Rc::new(Cell::new(None));
    let begins = Rc::clone(&task);
    let frame = request_animation_frame(move |_| begins.set(Some(after(0, callback))));
    AfterFrame { _frame: frame, _task: task }
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

/// When and how a listener is called.
#[derive(Clone, Copy, Debug, Default)]
pub struct Listen {
    /// In the capture phase.
    pub capture: bool,
    /// Not passive: may call prevent_default.
    pub active: bool,
}

/// An event listener that ends when it is dropped.
pub struct Listener {
    target: EventTarget,
    kind: &'static str,
    capture: bool,
    callback: Closure<dyn FnMut(Event)>,
}

impl Listener {
    pub fn new(
        target: &EventTarget,
        kind: &'static str,
        how: Listen,
        mut callback: impl FnMut(Event) + 'static,
    ) -> Self {
        let callback = Closure::<dyn FnMut(Event)>::new(move |event| {
            if alive() {
                callback(event);
            }
        });
        let options = AddEventListenerOptions::new();
        options.set_capture(how.capture);
        options.set_passive(!how.active);
        LISTENERS.with_borrow_mut(|controller| {
            if controller.is_none() {
                *controller = AbortController::new().ok();
            }
            if let Some(controller) = controller {
                options.set_signal(&controller.signal());
            }
        });
        let function = callback.as_ref().unchecked_ref();
        let added = target.add_event_listener_with_callback_and_add_event_listener_options(kind, function, &options);
        if let Err(error) = added {
            warn(kind, &error);
        }
        Listener { target: target.clone(), kind, capture: how.capture, callback }
    }

    /// A passive listener.
    pub fn on(target: &EventTarget, kind: &'static str, callback: impl FnMut(Event) + 'static) -> Listener {
        Listener::new(target, kind, Listen::default(), callback)
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let function = self.callback.as_ref().unchecked_ref();
        let removed = self.target.remove_event_listener_with_callback_and_bool(self.kind, function, self.capture);
        if let Err(error) = removed {
            warn(self.kind, &error);
        }
    }
}

/// IntersectionObserver: reports when elements enter or leave the viewport; disconnects when dropped.
pub struct Intersections {
    observer: IntersectionObserver,
    _callback: Closure<dyn FnMut(js_sys::Array)>,
}

impl Intersections {
    /// `margin` is the observer's rootMargin. None where the browser refuses it.
    pub fn new(margin: &str, mut callback: impl FnMut(Element, bool) + 'static) -> Option<Intersections> {
        let callback = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
            for entry in entries.iter().filter_map(|entry| entry.dyn_into::<IntersectionObserverEntry>().ok()) {
                if alive() {
                    callback(entry.target(), entry.is_intersecting());
                }
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin(margin);
        match IntersectionObserver::new_with_options(callback.as_ref().unchecked_ref(), &options) {
            Ok(observer) => Some(Intersections { observer, _callback: callback }),
            Err(error) => {
                warn("IntersectionObserver", &error);
                None
            }
        }
    }

    pub fn observe(&self, element: &Element) {
        self.observer.observe(element);
    }
}

impl Drop for Intersections {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Tells when children are added to an element or removed from it; ends when it is dropped.
pub struct ChildChanges {
    observer: MutationObserver,
    _callback: Closure<dyn FnMut()>,
}

impl ChildChanges {
    /// None where the browser refuses.
    pub fn of(element: &Element, callback: impl FnMut() + 'static) -> Option<ChildChanges> {
        ChildChanges::observe(element, false, callback)
    }

    /// The same of all that is under the element.
    pub fn under(element: &Element, callback: impl FnMut() + 'static) -> Option<ChildChanges> {
        ChildChanges::observe(element, true, callback)
    }

    fn observe(element: &Element, subtree: bool, mut callback: impl FnMut() + 'static) -> Option<ChildChanges> {
        let callback = Closure::<dyn FnMut()>::new(move || {
            if alive() {
                callback();
            }
        });
        let options = MutationObserverInit::new();
        options.set_child_list(true);
        options.set_subtree(subtree);
        let begun = MutationObserver::new(callback.as_ref().unchecked_ref())
            .and_then(|observer| observer.observe_with_options(element, &options).map(|()| observer));
        match begun {
            Ok(observer) => Some(ChildChanges { observer, _callback: callback }),
            Err(error) => {
                warn("MutationObserver", &error);
                None
            }
        }
    }
}

impl Drop for ChildChanges {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Tells when an element changes its size; ends when it is dropped.
pub struct Resizes {
    observer: ResizeObserver,
    _callback: Closure<dyn FnMut()>,
}

impl Resizes {
    /// None where the browser refuses.
    pub fn of(element: &Element, mut callback: impl FnMut() + 'static) -> Option<Resizes> {
        let callback = Closure::<dyn FnMut()>::new(move || {
            if alive() {
                callback();
            }
        });
        match ResizeObserver::new(callback.as_ref().unchecked_ref()) {
            Ok(observer) => {
                observer.observe(element);
                Some(Resizes { observer, _callback: callback })
            }
            Err(error) => {
                warn("ResizeObserver", &error);
                None
            }
        }
    }
}

impl Drop for Resizes {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Whether a media query holds.
pub fn matches(query: &str) -> bool {
    window().match_media(query).ok().flatten().is_some_and(|query| query.matches())
}
