//! The plan: every published fact and text, valid by construction, in one language.
//!
//! On the native side `site::source` reads `data/` and gives a plan in each language, or a report of all problems. The
//! browser's program carries the same plans, see `bundle`.

mod computed;
mod course;
mod lens;
pub mod numerals;
pub mod phrase;
mod promise;
mod prose;
mod reference;
mod since;
pub mod verify;

pub use computed::{Computed, ComputedNumber, YEARS, compute, index_after};
pub use course::{Course, Growth};
pub use lens::{Lens, LensOff, part_of, through};
pub use promise::Promise;
pub use prose::{Origin, Prose, Span};
pub use reference::Ref;
pub use since::{Distance, OtherSource, SameMeasure, SinceEntry, SinceKind, Standing, distance};

use crate::line_break::Lexicon;
use crate::quantity::{Lang, Quantity};
use crate::text::{List, Text};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::ops::Index;

/// A whole plan in one language. Lives as long as the program, so everything in it is `'static`.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    pub lang: Lang,
    /// Short content hash of the data files: dates a screenshot, a picture, a download.
    pub version: Text,
    /// Words that no line break divides.
    pub lexicon: Lexicon,
    pub site: Site,
    /// In the order of the article.
    pub sentences: List<Sentence>,
    pub pillars: List<Pillar>,
    pub themes: List<Theme>,
    pub figures: List<Figure>,
    /// Whether a number has a ceiling: where none has, nobody asks how one looks.
    pub ceilings: bool,
    pub milestones: List<Milestone>,
    pub hedges: List<HedgeWord>,
    pub commitments: List<Commitment>,
    pub terms: List<Term>,
    pub chapters: List<Chapter>,
    /// What was read beside the article, and what it says: in the order in which it was read.
    pub other_sources: List<OtherSource>,
    pub since: List<SinceEntry>,
}

/// Who speaks, and the words around the plan.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Site {
    pub name: Text,
    pub title: Text,
    pub city: Text,
    pub kicker: Prose,
    pub lede: Prose,
    pub description: Text,
    /// Name of the five years behind, and of the five ahead: the article names no calendar year.
    pub past: Text,
    pub next: Text,
    pub motif: Motif,
    pub footer: Footer,
    pub source: Source,
    pub texts: Texts,
    pub data_page: List<DataSection>,
    /// The newest first.
    pub changes: List<Change>,
    /// The regions that meet where the city is; none where it does not matter.
    pub regions: List<Region>,
}

/// What a site looks like beside its colours: what lies at the foot of the opening, and what its dots are called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Motif {
    /// Mountains and dots of wax, as on indigo cloth.
    Batik,
    /// Waves and plain dots: of no place in particular.
    Waves,
}

impl Motif {
    /// Every motif with its name in the data files.
    pub const NAMES: [(&'static str, Motif); 2] = [("batik", Motif::Batik), ("waves", Motif::Waves)];
}

/// A region beside the city.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Region {
    pub name: Text,
    /// Where it lies from the city: 0 is east, 90 north.
    pub degrees: f64,
    /// Whether the city is part of it.
    pub home: bool,
}

/// A change of the data that readers should know of.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// ISO 8601.
    pub on: Text,
    pub text: Text,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Footer {
    pub about: Prose,
    pub corrections: Prose,
    pub licence: Prose,
    pub contact: Option<Text>,
    pub registration: Option<Prose>,
}

/// The article that is explained, for citations.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Source {
    pub title: Text,
    /// The title as the article has it. Always Chinese.
    pub original_title: Text,
    pub credit: Prose,
    pub unknown: Prose,
}

/// Ledes of pages that list things.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Texts {
    pub themes_lede: Prose,
    pub commitments_lede: Prose,
    pub glossary_lede: Prose,
    pub figures_lede: Prose,
    pub not_found: Prose,
    pub vision_title: Text,
    pub vision_lede: Prose,
    /// Which five years they were, beside what other sources say: an article may name none.
    pub since_years: Option<Prose>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct DataSection {
    pub id: Text,
    pub title: Prose,
    pub body: List<Prose>,
}

/// Where a claim stands: paragraph from 0 (the title), sentence from 1. Written `p9s4`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Locator {
    pub paragraph: u16,
    pub sentence: u16,
}

impl Locator {
    /// As it is written.
    pub fn parse(text: &str) -> Option<Locator> {
        let (paragraph, sentence) = text.strip_prefix('p')?.split_once('s')?;
        let plain =
            |digits: &str| digits.bytes().all(|b| b.is_ascii_digit()) && (digits == "0" || !digits.starts_with('0'));
        (plain(paragraph) && plain(sentence) && sentence != "0").then_some(())?;
        Some(Locator { paragraph: paragraph.parse().ok()?, sentence: sentence.parse().ok()? })
    }
}

impl fmt::Display for Locator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "p{}s{}", self.paragraph, self.sentence)
    }
}

/// A sentence of the article, known by its place and the hash of its text.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Sentence {
    pub at: Locator,
    /// First twelve hexadecimal digits of the SHA-256; the open data has all of them.
    pub fingerprint: Text,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Pillar {
    pub id: Text,
    /// Ids of other entries that old addresses name and that lead here.
    pub former: List<Text>,
    pub name: Text,
    /// Full name, as in the heading of the article.
    pub long: Text,
    /// The fields it covers, as a short list.
    pub scope: Text,
    pub lede: Prose,
    pub at: Locator,
    pub themes: List<Ref<Theme>>,
}

/// A side of daily life that a reader comes with one question about. Not the theme of colours,
/// [`crate::route::query::ColorTheme`].
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Theme {
    pub id: Text,
    pub name: Text,
    pub question: Text,
    pub answer: Prose,
}

/// How a figure is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    Leap,
    Pace,
    Share,
    Count,
    Area,
    Amount,
}

impl Kind {
    /// Every kind with its name in the data files.
    pub const NAMES: [(&'static str, Kind); 6] = [
        ("leap", Kind::Leap),
        ("pace", Kind::Pace),
        ("share", Kind::Share),
        ("count", Kind::Count),
        ("area", Kind::Area),
        ("amount", Kind::Amount),
    ];
}

/// A measure of the article with the value delivered, the value promised, or both.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    pub id: Text,
    pub kind: Kind,
    /// The pillar whose paragraph holds the promise; none for what only looks back.
    pub pillar: Option<Ref<Pillar>>,
    pub themes: List<Ref<Theme>>,
    pub name: Text,
    /// An honest finding, used as the title.
    pub finding: Prose,
    pub caveats: List<Prose>,
    pub past: Option<Value>,
    pub promise: Option<Value>,
    /// Set where both values are not the same measure: what would have to hold to compare them.
    pub scope_condition: Option<Text>,
    pub per: Option<Per>,
    /// Upper end of the scale on which readers are asked for a guess, in the figure's unit. None where they are not.
    pub guess_up_to: Option<f64>,
    /// Whether the value is a sum over the five years, so that a year and a day have their part of it.
    pub adds_up: bool,
}

impl Figure {
    pub fn value(&self, slot: Slot) -> Option<&Value> {
        match slot {
            Slot::Past => self.past.as_ref(),
            Slot::Promise => self.promise.as_ref(),
        }
    }

    /// The values there are, the delivered one first.
    pub fn values(&self) -> impl Iterator<Item = (Slot, &Value)> {
        Slot::ALL.into_iter().filter_map(|slot| self.value(slot).map(|value| (slot, value)))
    }
}

/// Which of the two five-year periods a value belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Slot {
    Past,
    Promise,
}

impl Slot {
    pub const ALL: [Slot; 2] = [Slot::Past, Slot::Promise];

    /// Name in the data files and in data-n attributes.
    pub const fn name(self) -> &'static str {
        match self {
            Slot::Past => "past",
            Slot::Promise => "promise",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Value {
    pub measure: Text,
    pub at: Locator,
    /// The article's own words that hold the number, 24 characters at most. Always Chinese.
    pub phrase: Text,
    /// The article's words for a deadline of this value's own. None of the five years as a whole.
    pub deadline: Option<Text>,
    pub quantity: Quantity,
}

/// A quotient of this figure's promise and another's, under a condition.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Per {
    pub figure: Ref<Figure>,
    pub name: Text,
    pub condition: Text,
}

/// Something done, or under way, that the article gives no number for.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Milestone {
    pub id: Text,
    pub themes: List<Ref<Theme>>,
    pub at: Locator,
    pub under_way: bool,
    pub text: Prose,
}

/// A word of the article that says how firm a promise without a number is.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct HedgeWord {
    pub id: Text,
    pub word: Text,
    pub label: Text,
    pub meaning: Prose,
}

/// A promise without a number, one per thing that could be checked by itself.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Commitment {
    pub id: Text,
    /// Ids that it had, or that a heading above it had: old addresses lead here.
    pub former: List<Text>,
    /// None for the vision.
    pub pillar: Option<Ref<Pillar>>,
    pub theme: Ref<Theme>,
    pub at: Locator,
    pub hedge: Option<Ref<HedgeWord>>,
    pub text: Prose,
}

/// A shorthand of the article, explained with what it says and what it leaves open.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Term {
    pub id: Text,
    pub name: Prose,
    pub at: List<Locator>,
    pub article: Prose,
    pub general: Option<Prose>,
    /// The article names it and does not define it.
    pub undefined: bool,
}

/// A run of scenes on the story page or a pillar's page.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Chapter {
    /// None on the story page.
    pub pillar: Option<Ref<Pillar>>,
    pub id: Text,
    pub title: Prose,
    pub lede: Option<Prose>,
    /// Whether the marks that it speaks of are shown below it.
    pub key: bool,
    pub scenes: List<Scene>,
}

/// One idea of the story.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Scene {
    pub id: Text,
    pub heading: Prose,
    pub text: Prose,
    pub stage: Stage,
    /// Where the opening of the story leads to the scene.
    pub opening: Option<Opening>,
}

/// A headline number in the story's first screen, linking to its scene.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Opening {
    pub value: Prose,
    /// What it is a number of.
    pub words: Prose,
}

/// What a scene shows beside its words.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub enum Stage {
    /// One figure, with as much of it as the scene is about.
    Figure { figure: Ref<Figure>, show: Show },
    /// Areas side by side at one scale.
    Areas(List<Ref<Figure>>),
    /// Several figures, small.
    Figures(List<Ref<Figure>>),
    /// Every pace of the plan.
    Ladder,
    /// How much of each pillar can be measured.
    Measure,
    /// Promises without a number, set large.
    Words(List<Ref<Commitment>>),
    /// Every promise of a pillar, with a number or without.
    Pillar(Ref<Pillar>),
}

/// What a promise with a number can carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PromiseAspect {
    Number,
    /// A word that says how firm or how exact it is.
    Hedge,
    /// A past value of the same measure.
    Baseline,
    /// A deadline of its own, stated in the clause.
    Deadline,
}

impl PromiseAspect {
    pub const ALL: [PromiseAspect; 4] =
        [PromiseAspect::Number, PromiseAspect::Hedge, PromiseAspect::Baseline, PromiseAspect::Deadline];

    /// Name in data-n attributes.
    pub const fn name(self) -> &'static str {
        match self {
            PromiseAspect::Number => "numbers",
            PromiseAspect::Hedge => "hedged",
            PromiseAspect::Baseline => "baseline",
            PromiseAspect::Deadline => "deadline",
        }
    }
}

/// Counts of a pillar's promises.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measured {
    /// Promises with a number.
    pub numbers: usize,
    /// Of these: with a word that says how firm or how exact they are.
    pub hedged: usize,
    /// Of these: with a past value of the same measure.
    pub baseline: usize,
    /// Of these: with a deadline of their own, stated in the clause.
    pub deadline: usize,
    /// Promises without a number.
    pub without: usize,
}

/// Which parts of a figure are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Show {
    pub past: bool,
    pub promise: bool,
    pub computed: bool,
}

impl Show {
    pub const ALL: Show = Show { past: true, promise: true, computed: true };

    /// The parts as the lowest bits of a number: past 1, promise 2, computed 4.
    pub const fn bits(self) -> u8 {
        self.past as u8 | (self.promise as u8) << 1 | (self.computed as u8) << 2
    }

    pub const fn from_bits(bits: u8) -> Show {
        Show { past: bits & 1 != 0, promise: bits & 2 != 0, computed: bits & 4 != 0 }
    }
}

impl Plan {
    /// Figures whose promise stands in `pillar`.
    pub fn figures_of_pillar(&self, pillar: Ref<Pillar>) -> impl Iterator<Item = Ref<Figure>> {
        Ref::all(&self.figures).filter(move |figure| self[*figure].pillar == Some(pillar))
    }

    pub fn figures_of_theme(&self, theme: Ref<Theme>) -> impl Iterator<Item = Ref<Figure>> {
        Ref::all(&self.figures).filter(move |figure| self[*figure].themes.contains(&theme))
    }

    /// The figures of a pillar whose promise has a number and what is asked for.
    pub fn promised(&self, pillar: Ref<Pillar>, having: PromiseAspect) -> impl Iterator<Item = Ref<Figure>> {
        self.figures_of_pillar(pillar).filter(move |figure| {
            let figure = &self[*figure];
            figure.promise.as_ref().is_some_and(|promise| match having {
                PromiseAspect::Number => true,
                PromiseAspect::Hedge => promise.quantity.hedges.softens(),
                PromiseAspect::Baseline => figure.past.is_some() && figure.scope_condition.is_none(),
                PromiseAspect::Deadline => promise.deadline.is_some(),
            })
        })
    }

    /// How much of a pillar can be measured.
    pub fn measured(&self, pillar: Ref<Pillar>) -> Measured {
        let count = |having| self.promised(pillar, having).count();
        Measured {
            numbers: count(PromiseAspect::Number),
            hedged: count(PromiseAspect::Hedge),
            baseline: count(PromiseAspect::Baseline),
            deadline: count(PromiseAspect::Deadline),
            without: self.commitments_of(Some(pillar)).count(),
        }
    }

    /// Commitments of a pillar, or of the vision.
    pub fn commitments_of(&self, pillar: Option<Ref<Pillar>>) -> impl Iterator<Item = &Commitment> {
        self.commitments.iter().filter(move |commitment| commitment.pillar == pillar)
    }

    /// Chapters of a pillar's page, or of the story.
    pub fn chapters_of(&self, pillar: Option<Ref<Pillar>>) -> impl Iterator<Item = &Chapter> {
        self.chapters.iter().filter(move |chapter| chapter.pillar == pillar)
    }

    pub fn fingerprint(&self, at: Locator) -> &'static str {
        let found = self.sentences.items().binary_search_by_key(&at, |sentence| sentence.at);
        found.map_or("", |position| self.sentences[position].fingerprint.as_str())
    }
}

/// A thing of the plan that has an id and is stored in one of its lists.
pub trait Entry: Sized + 'static {
    fn id(&self) -> &'static str;
    /// Ids under which old addresses know it.
    fn former(&self) -> &'static [Text] {
        &[]
    }
    fn list(plan: &Plan) -> &List<Self>;
}

macro_rules! entries {
    ($($entry:ident in $list:ident $(with $former:ident)?),* $(,)?) => {$(
        impl Entry for $entry {
            fn id(&self) -> &'static str {
                self.id.as_str()
            }
            $(fn former(&self) -> &'static [Text] {
                self.$former.items()
            })?
            fn list(plan: &Plan) -> &List<Self> {
                &plan.$list
            }
        }

        impl Index<Ref<$entry>> for Plan {
            type Output = $entry;
            fn index(&self, reference: Ref<$entry>) -> &$entry {
                &self.$list[reference.position()]
            }
        }
    )*};
}

entries! {
    Pillar in pillars with former,
    Theme in themes,
    Figure in figures,
    HedgeWord in hedges,
    Commitment in commitments with former,
    Term in terms,
    OtherSource in other_sources,
    SinceEntry in since,
}

impl Plan {
    /// The entry with this id, or that old addresses know by it.
    pub fn find<T: Entry>(&self, id: &str) -> Option<Ref<T>> {
        let list = T::list(self);
        let position = list.iter().position(|entry| entry.id() == id);
        let position =
            position.or_else(|| list.iter().position(|entry| entry.former().iter().any(|old| old.as_str() == id)));
        position.map(Ref::at)
    }

    pub fn id_of<T: Entry>(&self, reference: Ref<T>) -> &'static str {
        T::list(self)[reference.position()].id()
    }
}
