//! Keeps one canvas painted while it is near the viewport: redraws it when its size, the device pixel ratio or the
//! theme changes, and calls for the frames of its animations.

use super::surface_state::State;
use crate::app::browser::{Intersections, Listener, Resizes, after, on_frame, warn, window};
use crate::figure::{Frame, Subject};
use crate::plan::Shown;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::HtmlCanvasElement;

/// Idle time before the likely next transition is prepared.
const REST_MS: u32 = 200;

thread_local! {
    /// The time of the animation frame in which a canvas was last prepared, or drawn for the first time.
    static PREPARED: Cell<f64> = const { Cell::new(f64::NAN) };
}

/// A canvas under observation. Dropping it ends the observation.
pub struct Surface {
    _observers: (Option<Intersections>, Option<Intersections>, Option<Resizes>),
    _listeners: Vec<Listener>,
    state: Rc<RefCell<State>>,
}

impl Surface {
    /// Starts showing `subject` on `canvas`; `on_layout` gets each new box that it was laid out for. None where the canvas
    /// stands in no drawing.
    pub fn attach(
        canvas: HtmlCanvasElement,
        subject: Rc<Subject>,
        shown: Shown,
        on_layout: impl Fn(Frame) + 'static,
    ) -> Option<Surface> {
        let drawing = canvas.closest(".drawing").ok()??;
        let state = State::new(canvas.clone(), drawing.clone(), subject, shown, on_layout);
        let state = Rc::new(RefCell::new(state));
        let inside = Intersections::new("-15% 0px -15% 0px", {
            let state = Rc::clone(&state);
            move |_, inside| {
                state.borrow_mut().enter(inside);
                schedule(&state);
            }
        });
        let near = Intersections::new("100% 0px", {
            let state = Rc::clone(&state);
            move |_, near| {
                state.borrow_mut().approach(near);
                schedule(&state);
            }
        });
        for observer in [&inside, &near].into_iter().flatten() {
            observer.observe(&drawing);
        }
        let resized = Resizes::of(&drawing, {
            let state = Rc::clone(&state);
            move || resize(&state)
        });
        let mut listeners = Vec::new();
        for query in ["(prefers-color-scheme: dark)", "(forced-colors: active)"] {
            if let Ok(Some(media)) = window().match_media(query) {
                let state = Rc::clone(&state);
                listeners.push(Listener::on(&media, "change", move |_| redraw(&state)));
            }
        }
        // A window that moves to a screen with another device pixel ratio has the size that it had.
        for ratio in ["1.25", "1.5", "2", "3"] {
            if let Ok(Some(media)) = window().match_media(&format!("(min-resolution: {ratio}dppx)")) {
                let state = Rc::clone(&state);
                listeners.push(Listener::on(&media, "change", move |_| resize(&state)));
            }
        }
        // A restored context is empty.
        for (target, kind) in [(canvas.as_ref(), "contextrestored"), (window().as_ref(), "resize")] {
            let state = Rc::clone(&state);
            listeners.push(Listener::on(target, kind, move |_| resize(&state)));
        }
        // The color of the canvas is in transition, for no time at all, whatever has changed it: a theme, or a tool that
        // recolours pages.
        let recolored = Rc::clone(&state);
        listeners.push(Listener::on(&canvas, "transitionend", move |_| redraw(&recolored)));
        let lost = Rc::clone(&state);
        listeners.push(Listener::on(&canvas, "contextlost", move |_| lost.borrow_mut().hide()));
        Some(Surface { _observers: (inside, near, resized), _listeners: listeners, state })
    }

    /// Goes to another state: in motion where it is asked for, and the reader sees it and wants motion; at once elsewhere.
    pub fn show(&self, subject: Rc<Subject>, shown: Shown, in_motion: bool) {
        if self.state.borrow_mut().show(subject, shown, in_motion) {
            schedule(&self.state);
        }
    }

    /// Prefetches the transition to what is likely to be shown next, while idle: text is slow when first set, and an
    /// animation has no frame to spare.
    pub fn expect(&self, likely: Option<(Rc<Subject>, Shown)>) {
        self.state.borrow_mut().likely = likely;
        rest(&self.state);
    }

    /// Redraws with the current colours and fonts.
    pub fn redraw(&self) {
        redraw(&self.state);
    }
}

impl Drop for Surface {
    fn drop(&mut self) {
        let mut state = self.state.borrow_mut();
        (state.animation_frame, state.report, state.resting) = (None, None, None);
        state.hide();
    }
}

/// Redraws with the current colours and fonts.
fn redraw(state: &Rc<RefCell<State>>) {
    state.borrow_mut().forget_style();
    state.borrow_mut().forget_size();
    schedule(state);
}

/// Measures the box again and redraws.
fn resize(state: &Rc<RefCell<State>>) {
    state.borrow_mut().forget_size();
    schedule(state);
}

/// Draws in the next animation frame, once, however many reasons there are; again as long as something moves.
fn schedule(state: &Rc<RefCell<State>>) {
    let again = Rc::clone(state);
    let mut now = state.borrow_mut();
    if now.near && now.animation_frame.is_none() {
        now.animation_frame = Some(on_frame(move |time| {
            again.borrow_mut().animation_frame = None;
            // At most one step of one canvas's first drawing per animation frame: this code runs cold.
            let waits = !again.borrow().drawn && PREPARED.replace(time) == time;
            if waits || again.borrow_mut().prepare() {
                return schedule(&again);
            }
            let frame = again.borrow_mut().draw(time);
            if let Some(frame) = frame.filter(|frame| again.borrow().reported != Some(*frame)) {
                // What is made for the box, points to touch among it, is made in a task of its own.
                let reported = Rc::clone(&again);
                let tell = after(0, move || (reported.borrow().on_layout)(frame));
                let mut now = again.borrow_mut();
                (now.reported, now.report) = (Some(frame), Some(tell));
            }
            if again.borrow().is_moving() {
                schedule(&again);
            } else {
                rest(&again);
            }
        }));
    }
}

/// Prepares the likely next transition once idle, one share per task.
fn rest(state: &Rc<RefCell<State>>) {
    let again = Rc::clone(state);
    let wanted = state.borrow().likely.is_some();
    state.borrow_mut().resting = wanted.then(|| after(REST_MS, move || go_ahead(&again)));
}

fn go_ahead(state: &Rc<RefCell<State>>) {
    let went = state.borrow_mut().go_ahead();
    match went {
        Ok(true) => {
            let again = Rc::clone(state);
            state.borrow_mut().resting = Some(after(0, move || go_ahead(&again)));
        }
        Ok(false) => {}
        Err(error) => warn("a transition is not prepared", &error),
    }
}
