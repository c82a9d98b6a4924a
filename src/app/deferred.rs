//! What the program renders a moment later, so that a page is there as soon as its first screen is: a piece a frame.

use super::browser::{Listen, Listener, window};
use super::state::{Arrival, State, use_store};
use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use yew::prelude::*;

/// A part of a page below its first screen. It is there at once wherever its absence could be noticed: on prerendered
/// pages, and where the reader is taken to a place further down.
pub fn deferred(render: impl Fn() -> Html + 'static) -> Html {
    html! { <Deferred render={Callback::from(move |()| render())} /> }
}

#[derive(Clone, PartialEq, Properties)]
struct DeferredProps {
    render: Callback<(), Html>,
}

#[component]
fn Deferred(props: &DeferredProps) -> Html {
    let begins_at_top = |state: &State| state.arrival == Arrival::Link && state.anchor.is_none();
    if use_turn(|state| !begins_at_top(state)) {
        props.render.emit(())
    } else {
        html! {}
    }
}

thread_local! {
    /// The time of the animation frame after which a piece was last rendered.
    static RENDERED: Cell<f64> = const { Cell::new(f64::NAN) };
    /// Paper does not wait.
    static PRINTING: Cell<bool> = const { Cell::new(false) };
}

/// Whether it is this piece's turn: at first only where `at_once` says so, and then in a task of its own after a later
/// frame, one piece a frame in their order on the page.
#[hook]
pub fn use_turn(at_once: impl FnOnce(&State) -> bool) -> bool {
    let store = use_store();
    let turn = use_state_eq(|| PRINTING.get() || at_once(&store));
    let wait = use_mut_ref(Wait::default);
    let (set, waits) = (turn.setter(), !*turn);
    use_effect_with((), move |()| {
        let printed = waits.then(|| {
            let set = set.clone();
            // Before what is folded is unfolded.
            let first = Listen { capture: true, ..Listen::default() };
            let before = Listener::new(&window(), "beforeprint", first, move |_| {
                PRINTING.set(true);
                set.set(true);
            });
            (before, Listener::on(&window(), "afterprint", |_| PRINTING.set(false)))
        });
        if waits {
            wait_for_frame(&wait, set);
        }
        move || drop((printed, wait.take()))
    });
    *turn
}

#[derive(Default)]
struct Wait {
    frame: Option<AnimationFrame>,
    timer: Option<Timeout>,
}

fn wait_for_frame(wait: &Rc<RefCell<Wait>>, set: UseStateSetter<bool>) {
    let again = Rc::clone(wait);
    let frame = request_animation_frame(move |time| {
        if RENDERED.replace(time) == time {
            return wait_for_frame(&again, set);
        }
        again.borrow_mut().timer = Some(Timeout::new(0, move || set.set(true)));
    });
    wait.borrow_mut().frame = Some(frame);
}
