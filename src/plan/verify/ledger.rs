//! What a plan says of its article, sentence by sentence: enough to hold a text against it, in the browser too.

use super::Hash;
use crate::plan::Locator;
use crate::quantity::{Hedges, Unit};
use serde::{Deserialize, Serialize};

/// The sentences of the data, in their order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ledger {
    pub sentences: Vec<LedgerEntry>,
}

/// A sentence as the data knows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LedgerEntry {
    pub at: Locator,
    pub sha256: Hash,
    pub claims: Vec<Claim>,
    pub numerals: Vec<Listed>,
}

/// What the data takes from a sentence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Claim {
    Heading,
    Figure { id: String, quotation: Quotation },
    Pillar(String),
    Milestone(String),
    Commitment(String),
}

impl Claim {
    /// `heading`, `figure industry-output.past`, `commitment regional-centre` …
    pub fn name(&self) -> String {
        match self {
            Claim::Heading => "heading".to_owned(),
            Claim::Figure { quotation, .. } => ["figure ", quotation.of.as_str()].concat(),
            Claim::Pillar(id) => ["pillar ", id].concat(),
            Claim::Milestone(id) => ["milestone ", id].concat(),
            Claim::Commitment(id) => ["commitment ", id].concat(),
        }
    }
}

/// The article's words for a value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quotation {
    /// Name of the value: `industry-output.past`.
    pub of: String,
    pub phrase: String,
    pub lead: Option<String>,
    pub value: f64,
    /// The upper end of a range.
    pub to: Option<f64>,
    pub unit: Unit,
    pub hedges: Hedges,
    /// What is counted, in Chinese; empty for other units.
    pub noun: String,
}

/// Words with a number that is no figure's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Listed {
    pub text: String,
    /// `name`, `condition`, or one of [`super::ROLES`].
    pub role: String,
}
