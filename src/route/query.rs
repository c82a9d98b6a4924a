//! What a link asks a page to show beyond its path: one typed value, read from the query of any address and written
//! back in one way.

use crate::plan::{Entry, HedgeWord, Pillar, Plan, Promise, Ref, Term, Topic};
use crate::quantity::{Hedge, plain_number, read_number, read_signed};
use crate::route::Kept;
use crate::text::plain_address;
pub use crate::view::{ColorTheme, TextSize, View};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// The longest search that is kept, in characters.
pub const LONGEST_SEARCH: usize = 100;

/// The view of a page. The default asks for nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    pub theme: ColorTheme,
    pub text: TextSize,
    pub view: View,
    /// Whether what other public sources say is shown as well.
    pub since: bool,
    /// Id of a scene or chapter, for readers whose app cut the hash off.
    pub scene: Option<String>,
    /// A part of a chart: `industry-output.promise`, or `stage.industry-output.promise` where the page has another
    /// drawing of the figure.
    pub point: Option<String>,
    pub note: Option<Ref<Term>>,
    pub guess: Option<Guess>,
    /// A yearly pace to try, in per cent or in the figure's own unit.
    pub pace: Option<f64>,
    pub filters: Filters,
    /// The promises that the reader keeps.
    pub mine: Kept,
    /// Those that came with a link, beside the reader's own.
    pub theirs: Kept,
}

/// A reader is asked for a guess, perhaps with that of whoever sent the link.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Guess {
    Asked,
    /// In the unit in which the page writes the figure.
    Given(f64),
}

/// What the list of promises is narrowed to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filters {
    pub search: String,
    pub pillar: Option<PillarFilter>,
    pub topic: Option<Ref<Topic>>,
    /// With a number, or without.
    pub measured: Option<bool>,
    pub hedge: Option<HedgeFilter>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PillarFilter {
    Vision,
    Pillar(Ref<Pillar>),
}

/// A word that grades a promise without a number, or one that softens a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum HedgeFilter {
    Word(Ref<HedgeWord>),
    Number(Hedge),
}

impl PillarFilter {
    pub fn id(self, plan: &Plan) -> &'static str {
        match self {
            PillarFilter::Vision => "vision",
            PillarFilter::Pillar(pillar) => plan.id_of(pillar),
        }
    }

    pub fn from_id(id: &str, plan: &Plan) -> Option<PillarFilter> {
        if id == "vision" { Some(PillarFilter::Vision) } else { plan.find(id).map(PillarFilter::Pillar) }
    }

    /// Whether a promise of `pillar` passes.
    pub fn takes(self, pillar: Option<Ref<Pillar>>) -> bool {
        match self {
            PillarFilter::Vision => pillar.is_none(),
            PillarFilter::Pillar(wanted) => pillar == Some(wanted),
        }
    }
}

impl HedgeFilter {
    /// The words of the plan first: where a number has the same word, one filter stands for both.
    pub fn all(plan: &Plan) -> Vec<HedgeFilter> {
        let promises = || plan.figures.iter().filter_map(|figure| figure.promise.as_ref());
        let used = |hedge: &Hedge| promises().any(|promise| promise.quantity.hedges.has(*hedge));
        let words: Vec<HedgeFilter> = Ref::all(&plan.hedges).map(HedgeFilter::Word).collect();
        let known = |hedge: &Hedge| plan.find::<HedgeWord>(hedge.name()).is_some();
        let numbers = Hedge::ALL.iter().copied().filter(|hedge| used(hedge) && !known(hedge)).map(HedgeFilter::Number);
        words.into_iter().chain(numbers).collect()
    }

    pub fn id(self, plan: &Plan) -> &'static str {
        match self {
            HedgeFilter::Word(word) => plan.id_of(word),
            HedgeFilter::Number(hedge) => hedge.name(),
        }
    }

    pub fn from_id(id: &str, plan: &Plan) -> Option<HedgeFilter> {
        HedgeFilter::all(plan).into_iter().find(|filter| filter.id(plan) == id)
    }

    /// Whether a promise passes, with its word or by what qualifies its number.
    pub fn takes(self, promise: Promise, plan: &Plan) -> bool {
        match promise {
            Promise::Commitment(commitment) => {
                matches!(self, HedgeFilter::Word(word) if plan[commitment].hedge == Some(word))
            }
            Promise::Figure(figure) => {
                let hedges = plan[figure].promise.as_ref().map(|promise| promise.quantity.hedges);
                Hedge::from_name(self.id(plan)).zip(hedges).is_some_and(|(hedge, hedges)| hedges.has(hedge))
            }
        }
    }
}

/// Our own parameters, in the order in which they are written.
const NAMES: [&str; 16] = [
    "theme", "text", "view", "since", "scene", "point", "note", "guess", "pace", "q", "pillar", "about", "measured",
    "hedge", "mine", "theirs",
];

/// So many unknown promises of a list are named.
const MOST_NAMED: usize = 3;

/// A parameter of ours with a value that is not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotUnderstood {
    pub name: &'static str,
    pub value: String,
}

impl Query {
    /// Reads the query of an address, with or without its question mark. Parameters of others are ignored; what is not
    /// understood of our own is left at its default and reported.
    pub fn parse(search: &str, plan: &Plan) -> (Query, Vec<NotUnderstood>) {
        let mut query = Query::default();
        let mut problems = Vec::new();
        let mut seen = Vec::new();
        for (name, value) in pairs(search) {
            // Pages that show an address as text leave `&amp;` in it.
            let name = name.trim_start_matches("amp;");
            let Some(name) = NAMES.into_iter().find(|known| known.eq_ignore_ascii_case(name)) else { continue };
            // As browsers do, the first of two is taken.
            if seen.contains(&name) {
                continue;
            }
            seen.push(name);
            if let Some(kept) = query.kept(name) {
                let unknown;
                (*kept, unknown) = Kept::parse(&value, plan);
                problems.extend(unknown.into_iter().take(MOST_NAMED).map(|value| NotUnderstood { name, value }));
                continue;
            }
            if query.set(name, &value, plan).is_none() && query.set_plainly(name, &value, plan).is_none() {
                problems.push(NotUnderstood { name, value });
            }
        }
        (query, problems)
    }

    /// The same without what a chat glued to the value, and in lower case as all of ours are.
    fn set_plainly(&mut self, name: &str, value: &str, plan: &Plan) -> Option<()> {
        let plain = plain_address(value).to_ascii_lowercase();
        if plain.is_empty() && value.contains(char::is_alphanumeric) {
            return None;
        }
        self.set(name, &plain, plan)
    }

    /// A list of promises: what is known of it holds, whatever else is in it.
    fn kept(&mut self, name: &str) -> Option<&mut Kept> {
        match name {
            "mine" => Some(&mut self.mine),
            "theirs" => Some(&mut self.theirs),
            _ => None,
        }
    }

    /// None where the value is not understood.
    fn set(&mut self, name: &str, value: &str, plan: &Plan) -> Option<()> {
        fn id<T: Entry>(value: &str, plan: &Plan) -> Option<Option<Ref<T>>> {
            if value.is_empty() { Some(None) } else { plan.find(value).map(Some) }
        }
        match name {
            "theme" => self.theme = ColorTheme::ALL.into_iter().find(|theme| theme.name() == value)?,
            "text" => self.text = TextSize::ALL.into_iter().find(|size| size.name() == value)?,
            "view" => self.view = View::ALL.into_iter().find(|view| view.name() == value)?,
            "since" => {
                self.since = match value {
                    "1" => true,
                    "" | "0" => false,
                    _ => return None,
                };
            }
            "scene" => {
                let told = plan.chapters.iter().any(|chapter| {
                    chapter.id.as_str() == value || chapter.scenes.iter().any(|scene| scene.id.as_str() == value)
                });
                let known = told || plan.moved.iter().any(|moved| moved.id.as_str() == value);
                self.scene = Some(known.then(|| value.to_owned())?);
            }
            "point" => {
                let plain =
                    |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
                let names = value.split('.').count();
                self.point = Some(((2..=3).contains(&names) && value.split('.').all(plain)).then(|| value.to_owned())?);
            }
            "note" => self.note = id(value, plan)?,
            "guess" => {
                self.guess = Some(if value.is_empty() { Guess::Asked } else { Guess::Given(read_number(value)?) })
            }
            "pace" => self.pace = Some(read_signed(value)?),
            "q" => self.filters.search = value.chars().take(LONGEST_SEARCH).collect(),
            "pillar" if value.is_empty() => {}
            "pillar" => self.filters.pillar = Some(PillarFilter::from_id(value, plan)?),
            "about" => self.filters.topic = id(value, plan)?,
            "measured" => {
                self.filters.measured = match value {
                    "" => None,
                    "yes" => Some(true),
                    "no" => Some(false),
                    _ => return None,
                };
            }
            "hedge" if value.is_empty() => {}
            "hedge" => self.filters.hedge = Some(HedgeFilter::from_id(value, plan)?),
            _ => {}
        }
        Some(())
    }

    /// The query of an address, with its question mark; empty where nothing is asked for. Defaults are left out.
    pub fn format(&self, plan: &Plan) -> String {
        let mut text = String::new();
        let mut write = |name: &str, value: &str| {
            text.push(if text.is_empty() { '?' } else { '&' });
            text.push_str(name);
            text.push('=');
            text.extend(utf8_percent_encode(value, ENCODED));
        };
        if self.theme != ColorTheme::Auto {
            write("theme", self.theme.name());
        }
        if self.text != TextSize::Normal {
            write("text", self.text.name());
        }
        if self.view != View::Chart {
            write("view", self.view.name());
        }
        if self.since {
            write("since", "1");
        }
        for (name, value) in [("scene", &self.scene), ("point", &self.point)] {
            if let Some(value) = value {
                write(name, value);
            }
        }
        if let Some(note) = self.note {
            write("note", plan.id_of(note));
        }
        match self.guess {
            Some(Guess::Asked) => write("guess", ""),
            Some(Guess::Given(value)) => write("guess", &plain_number(value)),
            None => {}
        }
        if let Some(pace) = self.pace {
            write("pace", &plain_number(pace));
        }
        let Filters { search, pillar, topic, measured, hedge } = &self.filters;
        if !search.is_empty() {
            write("q", search);
        }
        if let Some(pillar) = pillar {
            write("pillar", pillar.id(plan));
        }
        if let Some(topic) = topic {
            write("about", plan.id_of(*topic));
        }
        if let Some(measured) = measured {
            write("measured", if *measured { "yes" } else { "no" });
        }
        if let Some(hedge) = hedge {
            write("hedge", hedge.id(plan));
        }
        for (name, kept) in [("mine", &self.mine), ("theirs", &self.theirs)] {
            if !kept.is_empty() {
                write(name, &kept.format(plan));
            }
        }
        text
    }

    /// What links to other pages carry on.
    pub fn carried(&self) -> Query {
        Query { theme: self.theme, text: self.text, since: self.since, ..Query::default() }
    }
}

/// What must be encoded in a value; the rest stays legible.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_');

/// Names and values, decoded as forms write them.
fn pairs(search: &str) -> impl Iterator<Item = (String, String)> {
    let decode = |text: &str| percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned();
    let parts = search.strip_prefix('?').unwrap_or(search).split('&').filter(|part| !part.is_empty());
    parts.map(move |part| {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        (decode(name), decode(value))
    })
}
