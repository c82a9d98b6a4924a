//! Knows which scene is read: by crossing a line in the window, never by listening to scrolling. Tells the charts, the
//! contents and, when scrolling has ended, the address.

use crate::view::island::CURRENT;
use gloo::events::EventListener;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit, Window};

/// The line lies this far down: below a drawing that stays at the top of a phone's screen.
const LINE: &str = "-64% 0px -36% 0px";

/// The scenes of one page under observation. Dropping it ends the observation.
pub struct Scenes {
    observer: IntersectionObserver,
    _crossed: Closure<dyn FnMut(js_sys::Array)>,
    _settled: EventListener,
}

struct State {
    window: Window,
    contents: Option<Element>,
    scenes: Vec<Element>,
    /// What crosses the line for each scene: the whole run where it is the only one of it.
    watched: Vec<Element>,
    current: Cell<Option<usize>>,
    /// What the address says.
    written: RefCell<Option<String>>,
}

impl Scenes {
    /// None on a page without scenes. `entered` gets them, and which of them is read
    /// from now on.
    pub fn watch(document: &Document, entered: impl Fn(&[Element], Option<usize>) + 'static) -> Option<Scenes> {
        let found = document.query_selector_all(".scene").ok()?;
        let scenes: Vec<Element> = (0..found.length()).filter_map(|index| found.item(index)?.dyn_into().ok()).collect();
        if scenes.is_empty() {
            return None;
        }
        let window = web_sys::window()?;
        let watched = (0..scenes.len()).map(|index| watched(&scenes, index)).collect();
        let state = Rc::new(State {
            contents: document.query_selector(".contents").ok()?,
            window: window.clone(),
            scenes,
            watched,
            current: Cell::new(None),
            written: RefCell::new(None),
        });
        let crossed = {
            let state = Rc::clone(&state);
            Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
                let before = state.current.get();
                for entry in entries.iter() {
                    state.crossed(entry.unchecked_ref());
                }
                let now = state.current.get();
                if now != before {
                    state.mark(before, now);
                    entered(&state.scenes, now);
                }
            })
        };
        let options = IntersectionObserverInit::new();
        options.set_root_margin(LINE);
        let observer = IntersectionObserver::new_with_options(crossed.as_ref().unchecked_ref(), &options).ok()?;
        state.watched.iter().for_each(|element| observer.observe(element));
        let settled = EventListener::new(document, "scrollend", move |_| state.write());
        Some(Scenes { observer, _crossed: crossed, _settled: settled })
    }
}

fn watched(scenes: &[Element], index: usize) -> Element {
    let run = |index: usize| scenes.get(index).and_then(|scene| scene.parent_element());
    let shared = [index.checked_sub(1), Some(index + 1)].into_iter().any(|other| other.and_then(run) == run(index));
    run(index).filter(|_| !shared).unwrap_or_else(|| scenes[index].clone())
}

impl Drop for Scenes {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

impl State {
    fn crossed(&self, entry: &IntersectionObserverEntry) {
        let target = entry.target();
        let Some(index) = self.watched.iter().position(|element| *element == target) else {
            return;
        };
        if entry.is_intersecting() {
            self.current.set(Some(index));
        } else if self.current.get() == Some(index) && entry.bounding_client_rect().top() > 0.0 {
            // Left downwards: back to the one before, or to the opening.
            self.current.set(index.checked_sub(1));
        }
    }

    /// Marks the current scene, in itself and in the contents.
    fn mark(&self, before: Option<usize>, now: Option<usize>) -> Option<()> {
        if let Some(scene) = before.and_then(|before| self.scenes.get(before)) {
            scene.remove_attribute(CURRENT).ok()?;
        }
        if let Some(scene) = now.and_then(|now| self.scenes.get(now)) {
            scene.set_attribute(CURRENT, "").ok()?;
        }
        let contents = self.contents.as_ref()?;
        let done = now.map_or(0, |now| now + 1);
        contents.query_selector("progress").ok()??.set_attribute("value", &done.to_string()).ok()?;
        for (rel, index) in [("prev", now.and_then(|now| now.checked_sub(1))), ("next", Some(done))] {
            let step = contents.query_selector(&["[rel=", rel, "]"].concat()).ok()??;
            match index.and_then(|index| self.scenes.get(index)) {
                Some(scene) => step.set_attribute("href", &["#", &scene.id()].concat()).ok()?,
                None => step.remove_attribute("href").ok()?,
            }
        }
        let link = |index: Option<usize>| {
            let scene = self.scenes.get(index?)?;
            contents.query_selector(&["a[href='#", &scene.id(), "']:not(.step)"].concat()).ok()?
        };
        if let Some(old) = link(before) {
            old.remove_attribute("aria-current").ok()?;
        }
        link(now)?.set_attribute("aria-current", "step").ok()
    }

    /// Writes the current scene into the address, where the browser lets us.
    fn write(&self) {
        let id = self.current.get().and_then(|current| self.scenes.get(current)).map(|scene| scene.id());
        if *self.written.borrow() == id {
            return;
        }
        let location = self.window.location();
        let parts = (location.pathname(), location.search(), self.window.history());
        if let (Ok(path), Ok(search), Ok(history)) = parts {
            let hash = id.as_ref().map_or_else(String::new, |id| ["#", id].concat());
            let state = history.state().unwrap_or(JsValue::NULL);
            // Browsers refuse too many of these; the next one will do.
            if history.replace_state_with_url(&state, "", Some(&[path, search, hash].concat())).is_ok() {
                self.written.replace(id);
            }
        }
    }
}
