//! Knows which scene is read: it looks when one crosses a line in the window and when scrolling has ended, and never
//! listens to scrolling itself. Tells the charts, the contents and, in the end, the address.

use crate::view::island::CURRENT;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, IntersectionObserver, IntersectionObserverInit, Window};

/// The line lies this far down the window: below a drawing that stays at the top of a phone's screen.
const LINE: f64 = 0.64;
const MARGIN: &str = "-64% 0px -36% 0px";
/// The address is written this long after scrolling has ended, when it is known where.
const SETTLED_MS: u32 = 120;

/// The scenes of one page under observation. Dropping it ends the observation.
pub struct Scenes {
    observer: IntersectionObserver,
    _crossed: Closure<dyn FnMut()>,
    _listeners: Vec<EventListener>,
    state: Rc<State>,
}

/// Gets all scenes, and which of them is read from now on.
type Entered = Box<dyn Fn(&[Element], Option<usize>)>;

struct State {
    window: Window,
    contents: Option<Element>,
    scenes: Vec<Element>,
    /// What crosses the line for each scene: the whole run where it is the only one of it.
    watched: Vec<Element>,
    entered: Entered,
    current: Cell<Option<usize>>,
    /// What the address says.
    written: RefCell<Option<String>>,
    settling: RefCell<Option<Timeout>>,
}

impl Scenes {
    /// None on a page without scenes.
    pub fn watch(document: &Document, entered: impl Fn(&[Element], Option<usize>) + 'static) -> Option<Scenes> {
        let found = document.query_selector_all(".scene").ok()?;
        let scenes: Vec<Element> = (0..found.length()).filter_map(|index| found.item(index)?.dyn_into().ok()).collect();
        if scenes.is_empty() {
            return None;
        }
        let state = Rc::new(State {
            window: web_sys::window()?,
            contents: document.query_selector(".contents").ok()?,
            watched: (0..scenes.len()).map(|index| watched(&scenes, index)).collect(),
            scenes,
            entered: Box::new(entered),
            current: Cell::new(None),
            written: RefCell::new(None),
            settling: RefCell::new(None),
        });
        let crossed = {
            let state = Rc::clone(&state);
            Closure::<dyn FnMut()>::new(move || state.look())
        };
        let options = IntersectionObserverInit::new();
        options.set_root_margin(MARGIN);
        let observer = IntersectionObserver::new_with_options(crossed.as_ref().unchecked_ref(), &options).ok()?;
        state.watched.iter().for_each(|element| observer.observe(element));
        let mut listeners = Vec::new();
        let settled = Rc::clone(&state);
        listeners.push(EventListener::new(document, "scrollend", move |_| {
            let again = Rc::clone(&settled);
            let write = Timeout::new(SETTLED_MS, move || {
                again.look();
                again.write();
            });
            settled.settling.replace(Some(write));
        }));
        if let Some(contents) = &state.contents {
            // Whoever has chosen wants to see it.
            let details = contents.query_selector("details").ok()?;
            listeners.push(EventListener::new(contents, "click", move |event| {
                let chosen = event.target().and_then(|target| target.dyn_into::<Element>().ok()?.closest("a").ok()?);
                if let Some(details) = details.as_ref().filter(|_| chosen.is_some()) {
                    // Left open it only covers a part of the page.
                    let _ = details.remove_attribute("open");
                }
            }));
        }
        Some(Scenes { observer, _crossed: crossed, _listeners: listeners, state })
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
        self.state.settling.take();
    }
}

impl State {
    /// The scene that is read is the last that has reached the line.
    fn look(&self) {
        let height = self.window.inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
        let reached = |element: &Element| element.get_bounding_client_rect().top() <= height * LINE + 1.0;
        let (before, now) = (self.current.get(), self.watched.iter().rposition(reached));
        if now != before {
            self.current.set(now);
            self.mark(before, now);
            (self.entered)(&self.scenes, now);
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
        for (step, index) in [("prev", now.and_then(|now| now.checked_sub(1))), ("next", Some(done))] {
            let step = contents.query_selector(&["[data-step=", step, "]"].concat()).ok()??;
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
