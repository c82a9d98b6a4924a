//! The main goals of the plan, and the sides of daily life that cut across them.

use super::{Locator, Prose, Ref};
use crate::text::{List, Text};
use serde::{Deserialize, Serialize};

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
    pub topics: List<Ref<Topic>>,
}

/// A side of daily life that a reader comes with one question about. `theme` in the data and in addresses.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Topic {
    pub id: Text,
    pub name: Text,
    pub question: Text,
    pub answer: Prose,
}
