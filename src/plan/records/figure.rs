//! A measure of the article with its values: what was delivered, what is promised.

use super::{Locator, Pillar, Prose, Ref, Topic};
use crate::quantity::Quantity;
use crate::text::{List, Text};
use serde::{Deserialize, Serialize};

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
    pub topics: List<Ref<Topic>>,
    pub name: Text,
    /// An honest finding, used as the title.
    pub finding: Prose,
    pub caveats: List<Prose>,
    pub past: Option<Value>,
    pub promise: Option<Value>,
    /// How what was delivered and what is promised are measured; none where one of them is missing.
    pub ruler: Option<Ruler>,
    /// Set where both values are not surely the same measure: what would have to hold to compare them.
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

/// Whether two values are measured alike.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ruler {
    pub alike: Alike,
    /// Why we say so.
    pub reason: Text,
}

/// How surely two values are of one measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Alike {
    Same,
    Perhaps,
}

/// A quotient of this figure's promise and another's, under a condition.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Per {
    pub figure: Ref<Figure>,
    pub name: Text,
    pub condition: Text,
}
