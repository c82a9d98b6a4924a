//! Who speaks, and the words around the plan.

use super::Prose;
use crate::text::{List, Text};
use serde::{Deserialize, Serialize};

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
    /// Beside what other sources say; which five years they were, where an article names none.
    pub since_page: List<DataSection>,
    /// The newest first.
    pub changes: List<Change>,
    pub aliases: List<Alias>,
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

/// Words that readers search with, apart by spaces, and what stands for them in the texts.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Alias {
    pub said: Text,
    pub means: Text,
}

/// A change of the data that readers should know of.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// ISO 8601.
    pub on: Text,
    /// Which of the changes of its day it is, from one on: with the day it names the change for good.
    pub of_day: usize,
    /// When its text was corrected. ISO 8601.
    pub corrected: Option<Text>,
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
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct DataSection {
    pub id: Text,
    pub title: Prose,
    pub body: List<Prose>,
}
