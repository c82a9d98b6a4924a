//! Deferred rendering: what is below the first screen is rendered after the first paint, one piece per animation
//! frame.

use super::browser::{AfterFrame, Listen, Listener, after_frame, window};
use super::state::{Arrival, State};
use super::store::use_store;
use std::cell::RefCell;
use std::collections::VecDeque;
use yew::prelude::*;

/// A part of a page below its first screen. It is rendered with the page where the page is prerendered, and where the
/// reader is taken to an anchor or a scroll position further down; after a link to the top of a page, later.
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

/// Whether a component is to render its content: from its first render where `at_once` says so; otherwise false at first,
/// and true after a later animation frame, one component a frame in their order on the page.
#[hook]
pub fn use_turn(at_once: impl FnOnce(&State) -> bool) -> bool {
    let store = use_store();
    let turn = use_state_eq(|| QUEUE.with_borrow(|queue| queue.printing) || at_once(&store.state()));
    let (set, waits) = (turn.setter(), !*turn);
    // Yew makes components from the last to the first and runs their effects in the reverse order: that of the page.
    use_effect_with((), move |()| {
        let entry = waits.then(|| QueueEntry::new(set));
        move || drop(entry)
    });
    *turn
}

thread_local! {
    static QUEUE: RefCell<Queue> = RefCell::default();
}

#[derive(Default)]
struct Queue {
    waiting: VecDeque<(u32, UseStateSetter<bool>)>,
    last_id: u32,
    /// Schedules the first of them.
    next: Option<AfterFrame>,
    /// While printing, nothing is deferred.
    printing: bool,
    print_listeners: Option<[Listener; 2]>,
}

/// A waiting component, by its id. It leaves the queue when this is dropped.
struct QueueEntry(u32);

impl QueueEntry {
    fn new(turn: UseStateSetter<bool>) -> QueueEntry {
        QUEUE.with_borrow_mut(|queue| {
            queue.print_listeners.get_or_insert_with(listen);
            queue.last_id += 1;
            queue.waiting.push_back((queue.last_id, turn));
            if queue.waiting.len() == 1 {
                queue.next = Some(after_frame(next));
            }
            QueueEntry(queue.last_id)
        })
    }
}

impl Drop for QueueEntry {
    fn drop(&mut self) {
        // Dropped after the borrow has ended: the setter may own another entry, whose drop borrows the queue
        // again.
        let entry = QUEUE.with_borrow_mut(|queue| {
            let position = queue.waiting.iter().position(|(id, _)| *id == self.0)?;
            queue.waiting.remove(position)
        });
        drop(entry);
    }
}

fn next() {
    let first = QUEUE.with_borrow_mut(|queue| {
        let first = queue.waiting.pop_front();
        if !queue.waiting.is_empty() {
            queue.next = Some(after_frame(next));
        }
        first
    });
    if let Some((_, turn)) = first {
        turn.set(true);
    }
}

fn listen() -> [Listener; 2] {
    // Captures, so that deferred pieces are rendered before `use_unfold_for_print` opens their <details>.
    let first = Listen { capture: true, ..Listen::default() };
    let before = Listener::new(&window(), "beforeprint", first, |_| {
        let waiting = QUEUE.with_borrow_mut(|queue| {
            queue.printing = true;
            std::mem::take(&mut queue.waiting)
        });
        waiting.into_iter().for_each(|(_, turn)| turn.set(true));
    });
    [before, Listener::on(&window(), "afterprint", |_| QUEUE.with_borrow_mut(|queue| queue.printing = false))]
}
