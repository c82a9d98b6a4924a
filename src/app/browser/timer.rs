//! Timers and animation frames. All of them are begun here, so that none calls a program that has stopped.

use super::alive;
pub use gloo::render::AnimationFrame;
use gloo::render::request_animation_frame;
pub use gloo::timers::callback::Timeout as Timer;
use std::cell::Cell;
use std::rc::Rc;

/// Calls once after a time, unless it is dropped before.
#[must_use = "a timer ends when it is dropped"]
pub fn after(milliseconds: u32, callback: impl FnOnce() + 'static) -> Timer {
    Timer::new(milliseconds, move || {
        if alive() {
            callback();
        }
    })
}

/// A call scheduled for after the next frame. Dropping it cancels it.
pub struct AfterFrame {
    _frame: AnimationFrame,
    _task: Rc<Cell<Option<Timer>>>,
}

/// Calls once in a task of its own after the next animation frame: what is there by now is painted first.
#[must_use = "it does not call when it is dropped before"]
pub fn after_frame(callback: impl FnOnce() + 'static) -> AfterFrame {
    let task = Rc::new(Cell::new(None));
    let begins = Rc::clone(&task);
    let frame = on_frame(move |_| begins.set(Some(after(0, callback))));
    AfterFrame { _frame: frame, _task: task }
}

/// Calls once with the next animation frame's time, unless it is dropped before.
#[must_use = "it does not call when it is dropped before"]
pub fn on_frame(callback: impl FnOnce(f64) + 'static) -> AnimationFrame {
    request_animation_frame(move |time| {
        if alive() {
            callback(time);
        }
    })
}
