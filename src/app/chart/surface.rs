//! Keeps one canvas drawn: near the view only, again when its size, the pixel ratio or the theme changes, and from
//! state to state in steps that last as long as [`MOTION_MS`].

use super::canvas;
use crate::app::island::LIVE;
use crate::figure::{Frame, PlacedFigure, Subject, between};
use gloo::events::EventListener;
use gloo::render::{AnimationFrame, request_animation_frame};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    Element, HtmlCanvasElement, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit,
    ResizeObserver,
};
use yew::NodeRef;

/// Sent to the window when what charts are drawn with has changed: the theme, the pixels of the screen.
pub const REDRAW: &str = "redraw";
/// How long a change of state takes.
const MOTION_MS: f64 = 600.0;
/// The state of bare ground.
const GROUND: u8 = 0;

/// What is drawn, and whether it should be.
struct State {
    canvas: HtmlCanvasElement,
    subject: Rc<Subject>,
    shown: u8,
    /// A way to `shown` that has not ended: where it began, and when, once its first frame is drawn.
    motion: Option<(u8, Option<f64>)>,
    /// Within one viewport of the view, and well inside it.
    near: bool,
    inside: bool,
    /// Whether it has been inside at all.
    seen: bool,
    frame: Option<AnimationFrame>,
    on_first_draw: Option<Box<dyn FnOnce()>>,
}

/// A canvas under observation. Dropping it ends the observation.
pub struct Surface {
    resize: ResizeObserver,
    _resized: Closure<dyn FnMut()>,
    watches: [Watch; 2],
    _listeners: Vec<EventListener>,
    state: Rc<RefCell<State>>,
}

/// Tells whether an element is in a part of the window.
struct Watch {
    observer: IntersectionObserver,
    _closure: Closure<dyn FnMut(js_sys::Array)>,
}

impl Watch {
    fn start(element: &Element, margin: &str, told: impl Fn(bool) + 'static) -> Option<Watch> {
        let closure = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
            if let Some(entry) = entries.pop().dyn_ref::<IntersectionObserverEntry>() {
                told(entry.is_intersecting());
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin(margin);
        let observer = IntersectionObserver::new_with_options(closure.as_ref().unchecked_ref(), &options).ok()?;
        observer.observe(element);
        Some(Watch { observer, _closure: closure })
    }
}

impl Surface {
    /// Starts showing `subject` on the canvas inside `root`. None where there is nothing to draw on.
    pub fn attach(
        root: &NodeRef,
        subject: &Rc<Subject>,
        shown: u8,
        on_first_draw: impl FnOnce() + 'static,
    ) -> Option<Surface> {
        let place: Element = root.cast()?;
        let canvas: HtmlCanvasElement = place.query_selector("canvas").ok()??.dyn_into().ok()?;
        let state = Rc::new(RefCell::new(State {
            canvas,
            subject: Rc::clone(subject),
            shown,
            motion: None,
            near: false,
            inside: false,
            seen: false,
            frame: None,
            on_first_draw: Some(Box::new(on_first_draw)),
        }));
        let inside = {
            let state = Rc::clone(&state);
            Watch::start(&place, "-15% 0px -15% 0px", move |inside| {
                state.borrow_mut().enter(inside);
                schedule(&state);
            })?
        };
        let near = {
            let state = Rc::clone(&state);
            Watch::start(&place, "100% 0px", move |near| {
                state.borrow_mut().approach(near);
                schedule(&state);
            })?
        };
        let resized = {
            let state = Rc::clone(&state);
            Closure::<dyn FnMut()>::new(move || schedule(&state))
        };
        let resize = ResizeObserver::new(resized.as_ref().unchecked_ref()).ok()?;
        resize.observe(&place);
        let window = web_sys::window()?;
        let mut listeners = vec![redraw_on(&window, REDRAW, &state)];
        for query in ["(prefers-color-scheme: dark)", "(forced-colors: active)"] {
            if let Ok(Some(media)) = window.match_media(query) {
                listeners.push(redraw_on(&media, "change", &state));
            }
        }
        Some(Surface { resize, _resized: resized, watches: [inside, near], _listeners: listeners, state })
    }

    /// Goes to another state: in motion where the reader sees it and wants motion, at once elsewhere.
    pub fn show(&self, shown: u8) {
        let mut state = self.state.borrow_mut();
        if state.shown == shown {
            return;
        }
        let from = std::mem::replace(&mut state.shown, shown);
        state.motion = (state.inside && moves()).then_some((from, None));
        drop(state);
        schedule(&self.state);
    }
}

impl Drop for Surface {
    fn drop(&mut self) {
        self.resize.disconnect();
        self.watches.iter().for_each(|watch| watch.observer.disconnect());
        self.state.borrow_mut().frame = None;
    }
}

impl State {
    /// Says on the run of scenes that this canvas shows all its states from now on.
    fn claim_run(&self) {
        if let Ok(Some(run)) = self.canvas.closest(".run") {
            // Where this fails the later drawings stay in sight and cover the canvas.
            let _ = run.set_attribute(LIVE, "");
        }
    }

    /// Comes well into view, or leaves it. The first time it grows from its ground, unless it was drawn already where
    /// the reader looked.
    fn enter(&mut self, inside: bool) {
        self.inside = inside;
        if inside && !self.seen {
            self.seen = true;
            self.motion = (self.on_first_draw.is_none() && moves()).then_some((GROUND, None));
        }
    }

    /// Out of reach nothing goes on moving.
    fn approach(&mut self, near: bool) {
        self.near = near;
        if !near {
            self.motion = None;
            self.frame = None;
        }
    }

    /// What is to be seen at `now`, and whether it is still moving. None where the page has no room for it.
    fn picture(&mut self, now: f64) -> Option<PlacedFigure> {
        // The very box that the still drawing has.
        let place = self.canvas.parent_element()?.get_bounding_client_rect();
        if place.width() <= 0.0 || place.height() <= 0.0 {
            return None;
        }
        let frame = Frame::of_size(place.width(), place.height());
        let Some((from, begun)) = self.motion else {
            // Not yet seen: bare ground, to grow from.
            let shown = if self.seen || !moves() { self.shown } else { GROUND };
            return Some(self.subject.place(frame, shown));
        };
        let begun = begun.unwrap_or(now);
        let progress = ((now - begun) / MOTION_MS).clamp(0.0, 1.0);
        self.motion = (progress < 1.0).then_some((from, Some(begun)));
        let left = 1.0 - progress;
        let (from, to) = (self.subject.place(frame, from), self.subject.place(frame, self.shown));
        Some(if progress < 1.0 { between(&from, &to, 1.0 - left * left * left) } else { to })
    }
}

/// Whether the reader wants things to move.
fn moves() -> bool {
    let query = web_sys::window().and_then(|window| window.match_media("(prefers-reduced-motion: reduce)").ok()?);
    !query.is_some_and(|query| query.matches())
}

fn redraw_on(target: &web_sys::EventTarget, event: &'static str, state: &Rc<RefCell<State>>) -> EventListener {
    let state = Rc::clone(state);
    EventListener::new(target, event, move |_| schedule(&state))
}

/// Draws in the next animation frame, once, however many reasons there are; again as long as something moves.
fn schedule(state: &Rc<RefCell<State>>) {
    let again = Rc::clone(state);
    let mut now = state.borrow_mut();
    if now.near && now.frame.is_none() {
        now.frame = Some(request_animation_frame(move |time| {
            let (done, moving) = {
                let mut state = again.borrow_mut();
                state.frame = None;
                let drawn = draw(&mut state, time);
                (if drawn { state.on_first_draw.take() } else { None }, state.motion.is_some())
            };
            if let Some(done) = done {
                done();
                again.borrow().claim_run();
            }
            if moving {
                schedule(&again);
            }
        }));
    }
}

fn draw(state: &mut State, now: f64) -> bool {
    let Some(placed) = state.picture(now) else {
        return false;
    };
    let width = state.canvas.get_bounding_client_rect().width();
    width > 0.0 && canvas::paint(&state.canvas, &placed, width).is_ok()
}
