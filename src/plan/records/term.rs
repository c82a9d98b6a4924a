//! The article's shorthand, explained.

use super::{Locator, Prose};
use crate::text::{List, Text};
use serde::{Deserialize, Serialize};

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
