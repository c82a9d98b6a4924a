//! Keeps one canvas drawn: near the view only, again when its size, the pixel ratio or the theme changes.

use super::canvas;
use crate::figure::{Figure, Frame};
use crate::plan::Show;
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

/// Sent to the window when the reader changes the theme.
pub const THEME_CHANGED: &str = "themechange";
/// Container width in CSS pixels from which the wide frame is shown; `styles/chart.css` has the same.
const WIDE_FROM: f64 = 560.0;

/// What is drawn, and whether it should be.
struct State {
    canvas: HtmlCanvasElement,
    figure: Rc<Figure>,
    show: Show,
    near: bool,
    frame: Option<AnimationFrame>,
    on_first_draw: Option<Box<dyn FnOnce()>>,
}

/// A canvas under observation. Dropping it ends the observation.
pub struct Surface {
    resize: ResizeObserver,
    intersection: IntersectionObserver,
    _near: Closure<dyn FnMut(js_sys::Array)>,
    _resized: Closure<dyn FnMut()>,
    _listeners: Vec<EventListener>,
    state: Rc<RefCell<State>>,
}

impl Surface {
    /// Starts drawing `figure` on the canvas inside `root`. None where there is nothing to draw or to draw on.
    pub fn attach(
        root: &NodeRef,
        figure: &Rc<Figure>,
        show: Show,
        on_first_draw: impl FnOnce() + 'static,
    ) -> Option<Surface> {
        figure.place(Frame::Narrow, show)?;
        let drawing: Element = root.cast()?;
        let canvas: HtmlCanvasElement = drawing.query_selector("canvas").ok()??.dyn_into().ok()?;
        let state = Rc::new(RefCell::new(State {
            canvas,
            figure: Rc::clone(figure),
            show,
            near: false,
            frame: None,
            on_first_draw: Some(Box::new(on_first_draw)),
        }));
        let near = {
            let state = Rc::clone(&state);
            Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
                if let Some(entry) = entries.pop().dyn_ref::<IntersectionObserverEntry>() {
                    state.borrow_mut().near = entry.is_intersecting();
                    schedule(&state);
                }
            })
        };
        let resized = {
            let state = Rc::clone(&state);
            Closure::<dyn FnMut()>::new(move || schedule(&state))
        };
        // Within one viewport of the view, above and below.
        let options = IntersectionObserverInit::new();
        options.set_root_margin("100% 0px");
        let intersection = IntersectionObserver::new_with_options(near.as_ref().unchecked_ref(), &options).ok()?;
        let resize = ResizeObserver::new(resized.as_ref().unchecked_ref()).ok()?;
        intersection.observe(&drawing);
        resize.observe(&drawing);
        let window = web_sys::window()?;
        let mut listeners = vec![redraw_on(&window, THEME_CHANGED, &state)];
        for query in ["(prefers-color-scheme: dark)", "(forced-colors: active)"] {
            if let Ok(Some(media)) = window.match_media(query) {
                listeners.push(redraw_on(&media, "change", &state));
            }
        }
        Some(Surface { resize, intersection, _near: near, _resized: resized, _listeners: listeners, state })
    }
}

impl Drop for Surface {
    fn drop(&mut self) {
        self.resize.disconnect();
        self.intersection.disconnect();
        self.state.borrow_mut().frame = None;
    }
}

fn redraw_on(target: &web_sys::EventTarget, event: &'static str, state: &Rc<RefCell<State>>) -> EventListener {
    let state = Rc::clone(state);
    EventListener::new(target, event, move |_| schedule(&state))
}

/// Draws in the next animation frame, once, however many reasons there are.
fn schedule(state: &Rc<RefCell<State>>) {
    let again = Rc::clone(state);
    let mut now = state.borrow_mut();
    if now.near && now.frame.is_none() {
        now.frame = Some(request_animation_frame(move |_| {
            let done = {
                let mut state = again.borrow_mut();
                state.frame = None;
                if draw(&state) { state.on_first_draw.take() } else { None }
            };
            if let Some(done) = done {
                done();
            }
        }));
    }
}

fn draw(state: &State) -> bool {
    let Some(container) = state.canvas.closest(".chart").ok().flatten() else {
        return false;
    };
    let frame = if f64::from(container.client_width()) >= WIDE_FROM { Frame::Wide } else { Frame::Narrow };
    let Some(placed) = state.figure.place(frame, state.show) else {
        return false;
    };
    let width = state.canvas.get_bounding_client_rect().width();
    width > 0.0 && canvas::paint(&state.canvas, &placed, width).is_ok()
}
