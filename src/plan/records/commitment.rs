//! What was done or is promised without a number, and what a promise with a number carries.

use super::{Locator, Pillar, Prose, Ref, Topic};
use crate::text::{List, Text};
use serde::{Deserialize, Serialize};

/// Something done, or under way, that the article gives no number for.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Milestone {
    pub id: Text,
    pub topics: List<Ref<Topic>>,
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
    /// What one could ask, once the five years are over, of a promise with this word.
    pub ask: Prose,
}

/// A promise without a number, one per thing that could be checked by itself.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Commitment {
    pub id: Text,
    /// Ids that it had, or that a heading above it had: old addresses lead here.
    pub former: List<Text>,
    /// None for the vision.
    pub pillar: Option<Ref<Pillar>>,
    pub topic: Ref<Topic>,
    pub at: Locator,
    pub hedge: Option<Ref<HedgeWord>>,
    pub text: Prose,
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
