//! The state of the app: which page is shown, and the view of it that its address asks for. [`super::store`] holds it.

use super::navigation::history::Place;
use super::passage::Passage;
use crate::check::Checked;
use crate::plan::{self, Ref};
use crate::quantity::Lang;
use crate::route::query::{NotUnderstood, Query};
use crate::route::{Destination, Kept, Page};
use std::rc::Rc;

#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// Whether the app runs in a browser: false while a page is prerendered.
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
    /// What the reader guesses on the stage, of which figure.
    pub guess: Option<(Ref<plan::Figure>, f64)>,
    /// Whether the device would not keep what the reader wants kept.
    pub storage_refused: bool,
    /// Counts the occasions to check for a newer release.
    pub update_checks: u32,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Arrival {
    /// As a document: the prerendered markup stands, and parts are mounted into it.
    Document,
    /// By a link of the site: the page begins at its top, or at the place that the link names.
    Link,
    /// By a link to a place on the page that is shown already, but not yet rendered so far: all of it is rendered anew.
    Anew,
    /// Back or forward, to the place that was left where it is known.
    History(Option<Place>),
}

#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    Visit(Box<Destination>, Arrival),
    /// A passage is to be read aloud, or none.
    Speak(Option<Passage>),
    OpenBuilder(bool),
    Checked(Option<Rc<Checked>>),
    /// A guess on the stage.
    Guess(Ref<plan::Figure>, f64),
    /// The device does not keep what the reader wants kept.
    StorageRefused,
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
            guess: None,
            storage_refused: false,
            update_checks: 0,
        }
    }

    /// The state of a document that holds nothing, for where there is no network: the page is rendered as any later one.
    pub fn of_nothing(lang: Lang, page: Page) -> State {
        State { visit: 1, arrival: Arrival::History(None), ..State::of_document(lang, page) }
    }

    /// Whether the prerendered markup still stands.
    pub fn is_document(&self) -> bool {
        self.arrival == Arrival::Document
    }

    /// The view of a page that is reached from this one: what is kept comes along. What another link brings stands beside it;
    /// an entry of the history brings nothing new.
    fn with_kept(&self, query: Query, arrival: &Arrival) -> Query {
        let own = self.query.mine.clone();
        let (mine, brought) = match arrival {
            Arrival::Document => return query,
            Arrival::History(_) => (own, Kept::default()),
            _ => query.mine.clone().beside(own),
        };
        let theirs = if brought.is_empty() { self.query.theirs.clone() } else { brought };
        Query { mine, theirs, ..query }
    }

    /// What comes of it by an action.
    pub(super) fn after(&self, action: Action) -> State {
        let mut state = self.clone();
        match action {
            Action::Visit(destination, arrival) => {
                let Destination { lang, page, query, not_understood, anchor } = *destination;
                let query = self.with_kept(query, &arrival);
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
            Action::Speak(passage) => state.speaking = passage,
            Action::OpenBuilder(open) => state.builder_open = open,
            Action::Checked(checked) => state.checked = checked,
            Action::Guess(figure, value) => state.guess = Some((figure, value)),
            Action::StorageRefused => state.storage_refused = true,
            Action::CheckForUpdate => state.update_checks += 1,
            Action::Read { scene, anchor, settled } => {
                state.scene = scene;
                if settled {
                    state.anchor = anchor;
                }
            }
        }
        state
    }
}
