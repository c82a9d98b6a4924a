//! Holds the one state, and tells components of its changes. A component names what of the state it shows, and is rendered
//! again when that changes, not with every scene that is read.

use super::state::{Action, State};
use crate::route::Query;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// The state of the app around a component. Copies are the same store.
#[derive(Clone)]
pub struct Store(Rc<Inner>);

struct Inner {
    state: RefCell<Rc<State>>,
    listeners: RefCell<Listeners>,
}

#[derive(Default)]
struct Listeners {
    all: Vec<(u32, Callback<Rc<State>>)>,
    /// Id of the last one.
    last: u32,
}

impl PartialEq for Store {
    fn eq(&self, other: &Store) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Store {
    pub fn new(state: State) -> Store {
        Store(Rc::new(Inner { state: RefCell::new(Rc::new(state)), listeners: RefCell::default() }))
    }

    /// The state as it is now.
    pub fn state(&self) -> Rc<State> {
        Rc::clone(&self.0.state.borrow())
    }

    pub fn dispatch(&self, action: Action) {
        let state = self.state().after(action);
        self.replace(state);
    }

    /// Changes the view of the page in place.
    pub fn edit(&self, change: impl FnOnce(&mut Query)) {
        let mut state = State::clone(&self.state());
        change(&mut state.query);
        self.replace(state);
    }

    fn replace(&self, state: State) {
        if state == **self.0.state.borrow() {
            return;
        }
        let state = Rc::new(state);
        self.0.state.replace(Rc::clone(&state));
        // A listener may subscribe others or end.
        let listeners = self.0.listeners.borrow().all.clone();
        listeners.iter().for_each(|(_, listener)| listener.emit(Rc::clone(&state)));
    }

    /// `listener` gets each new state until the subscription is dropped.
    pub fn subscribe(&self, listener: impl Fn(Rc<State>) + 'static) -> Subscription {
        let mut listeners = self.0.listeners.borrow_mut();
        listeners.last += 1;
        let id = listeners.last;
        listeners.all.push((id, Callback::from(listener)));
        Subscription { store: self.clone(), id }
    }
}

#[must_use = "a subscription ends when it is dropped"]
pub struct Subscription {
    store: Store,
    id: u32,
}

impl Drop for Subscription {
    fn drop(&mut self) {
        self.store.0.listeners.borrow_mut().all.retain(|(id, _)| *id != self.id);
    }
}

/// The store around a component, to change the state and to read it when something happens; see [`use_selector`].
#[hook]
pub fn use_store() -> Store {
    use_context::<Store>().expect("every component is rendered inside App, which provides the store")
}

/// What `select` takes of the state. The component is rendered again when that changes.
#[hook]
pub fn use_selector<T: Clone + PartialEq + 'static>(select: impl Fn(&State) -> T + 'static) -> T {
    let store = use_store();
    use_selection(&store, select)
}

/// [`use_selector`] where the store is at hand.
#[hook]
pub fn use_selection<T: Clone + PartialEq + 'static>(store: &Store, select: impl Fn(&State) -> T + 'static) -> T {
    let selected = select(&store.state());
    let shown = selected.clone();
    use_render_unless(store, Rc::new(move |state| select(state) == shown));
    selected
}

type Holds = Rc<dyn Fn(&State) -> bool>;

/// Renders the component again once what its last render showed no longer `holds`.
#[hook]
fn use_render_unless(store: &Store, holds: Holds) {
    let render = use_force_update();
    let latest = {
        let holds = Rc::clone(&holds);
        use_mut_ref(move || holds)
    };
    *latest.borrow_mut() = holds;
    let store = store.clone();
    use_effect_with((), move |()| {
        let look = move |state: &State| {
            let holds = Rc::clone(&latest.borrow());
            if !holds(state) {
                render.force_update();
            }
        };
        // It may have changed between the first render and now.
        look(&store.state());
        let subscription = store.subscribe(move |state| look(&state));
        move || drop(subscription)
    });
}

/// Whether the part is in a browser: false in its first render, which is what its place carries without the program.
#[hook]
pub fn use_live() -> bool {
    let live = use_state_eq(|| false);
    {
        let live = live.setter();
        use_effect_with((), move |()| live.set(true));
    }
    *live
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::Lang;
    use crate::route::Page;
    use std::cell::Cell;

    #[test]
    fn listeners_hear_of_changes_alone_and_as_long_as_they_subscribe() {
        let store = Store::new(State::of_document(Lang::Zh, Page::Story));
        let heard = Rc::new(Cell::new(0));
        let subscription = {
            let heard = Rc::clone(&heard);
            store.subscribe(move |state| heard.set(heard.get() + u32::from(state.query.since) + 1))
        };
        store.edit(|query| query.since = true);
        assert_eq!(heard.get(), 2);
        store.edit(|query| query.since = true);
        assert_eq!(heard.get(), 2, "nothing has changed");
        drop(subscription);
        store.dispatch(Action::CheckForUpdate);
        assert_eq!((heard.get(), store.state().update_checks), (2, 1));
    }
}
