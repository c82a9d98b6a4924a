//! The state of the app: which page is shown, and the view of it that its address asks for.

use super::passage::Passage;
use crate::check::Checked;
use crate::plan::{Lens, Ref, Term};
use crate::quantity::Lang;
use crate::route::Page;
use crate::route::query::{ColorTheme, Filters, Guess, NotUnderstood, Query, TextSize, View};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// Whether there is a reader who can do something.
    pub in_browser: bool,
    pub lang: Lang,
    pub page: Page,
    pub query: Query,
    /// What of the address was not understood.
    pub not_understood: Vec<NotUnderstood>,
    /// Place on the page that the address names, without its `#`.
    pub anchor: Option<String>,
    /// The scene that is read, by its position among those of the page.
    pub scene: Option<usize>,
    /// Counts the pages shown, so that each has a key of its own.
    pub visit: u32,
    /// How this page was reached.
    pub arrival: Arrival,
    /// What is read aloud on this page.
    pub speaking: Option<Passage>,
    /// Whether the code for articles is unfolded.
    pub builder_open: bool,
    /// What the reader's last check of a text found, kept for one who follows a mark and comes back.
    pub checked: Option<Rc<Checked>>,
    /// Counts the occasions to check for a newer release.
    pub update_checks: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// As a document: the prerendered markup stands, and parts are mounted into it.
    Document,
    /// By a link of the site: the page begins at its top, or at the place that the link names.
    Link,
    /// By a link to a place on the page that is shown already, but not yet rendered so far: all of it is rendered anew.
    Anew,
    /// Back or forward: the browser restores the scroll position.
    History,
}

/// Where an address leads.
#[derive(Clone, Debug, PartialEq)]
pub struct Destination {
    pub lang: Lang,
    pub page: Page,
    pub query: Query,
    pub not_understood: Vec<NotUnderstood>,
    pub anchor: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    Visit(Destination, Arrival),
    Edit(Edit),
    /// A passage is to be read aloud, or none.
    Speak(Option<Passage>),
    OpenBuilder(bool),
    Checked(Option<Rc<Checked>>),
    /// Check for a newer release: a file failed to load, or one that every release overwrites was requested.
    CheckForUpdate,
    /// Another scene is read.
    Read {
        scene: Option<usize>,
        /// Its id; written into the address once scrolling has ended.
        anchor: Option<String>,
        settled: bool,
    },
}

/// A change of the view of the page in place.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    Theme(ColorTheme),
    Text(TextSize),
    View(View),
    Since(bool),
    Point(Option<String>),
    Lens(Option<Lens>),
    Note(Option<Ref<Term>>),
    Guess(Option<Guess>),
    Pace(Option<f64>),
    Filters(Filters),
}

impl State {
    /// The state of a document before anything of its address is known: what was prerendered.
    pub fn of_document(lang: Lang, page: Page) -> State {
        State {
            in_browser: false,
            lang,
            page,
            query: Query::default(),
            not_understood: Vec::new(),
            anchor: None,
            scene: None,
            visit: 0,
            arrival: Arrival::Document,
            speaking: None,
            builder_open: false,
            checked: None,
            update_checks: 0,
        }
    }

    /// The state of a document that holds nothing, for where there is no network: the page is rendered as any later one.
    pub fn of_nothing(lang: Lang, page: Page) -> State {
        State { visit: 1, arrival: Arrival::History, ..State::of_document(lang, page) }
    }

    /// Whether the prerendered markup still stands.
    pub fn is_document(&self) -> bool {
        self.arrival == Arrival::Document
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = (*self).clone();
        match action {
            Action::Visit(Destination { lang, page, query, not_understood, anchor }, arrival) => {
                if (lang, page) != (self.lang, self.page) || arrival == Arrival::Anew {
                    state.visit += 1;
                    state.scene = None;
                    state.arrival = arrival;
                    state.speaking = None;
                    state.builder_open = false;
                }
                (state.lang, state.page) = (lang, page);
                (state.query, state.not_understood, state.anchor) = (query, not_understood, anchor);
            }
            Action::Edit(edit) => state.query.edit(edit),
            Action::Speak(passage) => state.speaking = passage,
            Action::OpenBuilder(open) => state.builder_open = open,
            Action::Checked(checked) => state.checked = checked,
            Action::CheckForUpdate => state.update_checks += 1,
            Action::Read { scene, anchor, settled } => {
                state.scene = scene;
                if settled {
                    state.anchor = anchor;
                }
            }
        }
        if state == *self { self } else { Rc::new(state) }
    }
}

impl Query {
    fn edit(&mut self, edit: Edit) {
        match edit {
            Edit::Theme(theme) => self.theme = theme,
            Edit::Text(text) => self.text = text,
            Edit::View(view) => self.view = view,
            Edit::Since(since) => self.since = since,
            Edit::Point(point) => self.point = point,
            Edit::Lens(lens) => self.lens = lens,
            Edit::Note(note) => self.note = note,
            Edit::Guess(guess) => self.guess = guess,
            Edit::Pace(pace) => self.pace = pace,
            Edit::Filters(filters) => self.filters = filters,
        }
    }
}

/// The state with its dispatcher, as parts get it.
pub type Store = UseReducerHandle<State>;

/// The state of the app around a part. The part is rendered again when the state changes.
#[hook]
pub fn use_store() -> Store {
    use_context::<Store>().expect("every part is rendered inside App, which provides the store")
}

/// Reports an edit.
pub fn edit(store: &Store, edit: Edit) {
    store.dispatch(Action::Edit(edit));
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
