//! Event listeners.

use super::{alive, warn};
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{AbortController, AddEventListenerOptions, Event, EventTarget};

thread_local! {
    /// Its signal ends every listener at once.
    static LISTENERS: RefCell<Option<AbortController>> = const { RefCell::new(None) };
}

pub(super) fn end_all() {
    if let Some(controller) = LISTENERS.take() {
        controller.abort();
    }
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
