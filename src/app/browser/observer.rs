//! Observers of elements: whether they are in view, what children they have, how large they are.

use super::{alive, warn};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit, MutationObserver,
    MutationObserverInit, ResizeObserver,
};

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
