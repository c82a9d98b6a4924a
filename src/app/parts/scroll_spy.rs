//! A scroll spy: finds the scene that is read when one crosses a line in the viewport and when scrolling has ended.
//! It listens to scroll events only where the browser has no scrollend.

use crate::app::browser::{
    ChildChanges, Intersections, Listener, Timer, after, document, scroll_end_event, warn, window,
};
use crate::app::state::Action;
use crate::app::store::Store;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

/// The line lies this far down the window: below a drawing that stays at the top of a phone's screen.
const LINE: f64 = 0.64;
const MARGIN: &str = "-64% 0px -36% 0px";
/// Scrolling has rested this long where the browser does not say that it has ended.
const SETTLED_MS: u32 = 150;

/// Tells the store which scene is read, anew on each visit of a page.
#[hook]
pub fn use_scroll_spy(store: &Store, visit: u32) {
    let store = store.clone();
    use_effect_with(visit, move |_| {
        let watch = watch(move |scenes, read, settled| {
            mark(scenes, read);
            // The address is written when scrolling has ended.
            let anchor = settled.then(|| read.and_then(|read| scenes.get(read)).map(Element::id)).flatten();
            store.dispatch(Action::Read { scene: read, anchor, settled });
        });
        move || drop(watch)
    });
}

/// On the scene that is read.
const CURRENT: &str = "data-current";

/// Marks the scene that is read: the others are set back.
fn mark(scenes: &[Element], read: Option<usize>) {
    for (index, scene) in scenes.iter().enumerate() {
        if (read == Some(index)) == scene.has_attribute(CURRENT) {
            continue;
        }
        if let Err(error) = scene.toggle_attribute(CURRENT) {
            warn("a scene is not marked as read", &error);
        }
    }
}

type Watch = (Rc<Intersections>, Option<ChildChanges>, Listener);

/// Tells which of the scenes on the page is read, and whether scrolling has ended there.
fn watch(report: impl Fn(&[Element], Option<usize>, bool) + 'static) -> Option<Watch> {
    let stages = document().query_selector(".stages").ok()??;
    let scenes = Rc::new(RefCell::new(Vec::<Element>::new()));
    let look = Rc::new({
        let scenes = Rc::clone(&scenes);
        move |settled: bool| {
            let scenes = scenes.borrow();
            let read = read(&scenes);
            report(&scenes, read, settled);
            read
        }
    });
    let resting = Rc::new(RefCell::new(None::<Timer>));
    let rest = {
        let look = Rc::clone(&look);
        Rc::new(move || {
            let look = Rc::clone(&look);
            *resting.borrow_mut() = Some(after(SETTLED_MS, move || {
                look(true);
            }));
        })
    };
    let observer = Intersections::new(MARGIN, {
        let rest = Rc::clone(&rest);
        let last = Cell::new(None);
        move |_, _| {
            let now = look(false);
            let rests = match last.replace(Some(now)) {
                // A layout shift moves the page without a scrollend, as when a part above the viewport changes its
                // height.
                Some(before) => before != now,
                // Scrolling that ended before the program started fired none either. A hash already in the address is
                // kept.
                None => now.is_some() && window().location().hash().is_ok_and(|hash| hash.is_empty()),
            };
            if rests {
                rest();
            }
        }
    })?;
    let observer = Rc::new(observer);
    let find = {
        let (observer, stages) = (Rc::clone(&observer), stages.clone());
        move || {
            let Ok(found) = stages.query_selector_all(".scene") else { return };
            let found = (0..found.length()).filter_map(|index| found.item(index)?.dyn_into().ok());
            scenes.replace(found.collect());
            // One that is observed already stays so.
            scenes.borrow().iter().for_each(|scene| observer.observe(scene));
        }
    };
    find();
    // Those further down may be rendered later.
    let more = ChildChanges::of(&stages, find);
    let listen = |kind| {
        let rest = Rc::clone(&rest);
        Listener::on(&document(), kind, move |_| rest())
    };
    // Browsers without `scrollend` tell of scrolling alone; the timer then starts anew each time.
    Some((observer, more, listen(scroll_end_event())))
}

/// The scene that is read is the last that has reached the line.
fn read(scenes: &[Element]) -> Option<usize> {
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    let reached = |scene: &Element| scene.get_bounding_client_rect().top() <= height * LINE + 1.0;
    scenes.iter().rposition(reached)
}
