//! What a plan says of its article, sentence by sentence: enough to hold a text against it, in the browser too.

use super::Hash;
use crate::plan::Locator;
use crate::quantity::Unit;
use serde::{Deserialize, Serialize};

/// The sentences of the data, in their order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ledger {
    pub sentences: Vec<Entry>,
}

/// A sentence as the data knows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
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
    pub unit: Unit,
}

/// Words with a number that is no figure's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Listed {
    pub text: String,
    /// `name` or `condition`.
    pub role: String,
}

#[cfg(not(target_arch = "wasm32"))]
mod from_data {
    use super::*;
    use crate::plan::Slot;
    use crate::plan::source::raw::{RawSentence, RawValue};
    use crate::plan::source::{Bilingual, Raw, raw::Words};

    impl Ledger {
        pub fn of(plan: &Bilingual) -> Ledger {
            let sentences = plan.zh.sentences.iter().zip(&plan.raw.sentences);
            Ledger { sentences: sentences.map(|(sentence, raw)| entry(&plan.raw, raw, sentence.at)).collect() }
        }
    }

    fn entry(raw: &Raw, sentence: &RawSentence, at: Locator) -> Entry {
        Entry {
            at,
            sha256: Hash::parse(sentence.sha256.get_ref()).expect("a plan with a wrong hash is not loaded"),
            claims: claims(raw, sentence),
            numerals: sentence
                .numerals
                .iter()
                .map(|numeral| Listed { text: numeral.text.get_ref().clone(), role: numeral.role.get_ref().clone() })
                .collect(),
        }
    }

    fn claims(raw: &Raw, sentence: &RawSentence) -> Vec<Claim> {
        let here = |at: &Words| at.get_ref() == sentence.at.get_ref();
        let id = |id: &Words| id.get_ref().clone();
        let heading = (sentence.role.get_ref() == "heading").then_some(Claim::Heading);
        let figures = raw.figures.iter().flat_map(|figure| {
            [(Slot::Past, &figure.past), (Slot::Promise, &figure.promise)].into_iter().filter_map(|(slot, value)| {
                let value = value.as_ref()?.get_ref();
                here(&value.at).then(|| Claim::Figure {
                    id: id(&figure.id),
                    quotation: quotation(format!("{}.{}", figure.id.get_ref(), slot.name()), value),
                })
            })
        });
        let pillars = raw.pillars.iter().filter(|entry| here(&entry.at)).map(|entry| Claim::Pillar(id(&entry.id)));
        let milestones =
            raw.milestones.iter().filter(|entry| here(&entry.at)).map(|entry| Claim::Milestone(id(&entry.id)));
        let commitments =
            raw.commitments.iter().filter(|entry| here(&entry.at)).map(|entry| Claim::Commitment(id(&entry.id)));
        heading.into_iter().chain(figures).chain(pillars).chain(milestones).chain(commitments).collect()
    }

    fn quotation(of: String, value: &RawValue) -> Quotation {
        Quotation {
            of,
            phrase: value.phrase.get_ref().clone(),
            lead: value.lead.as_ref().map(|lead| lead.get_ref().clone()),
            value: *value.value.get_ref(),
            unit: Unit::from_name(value.unit.get_ref()).expect("a plan with an unknown unit is not loaded"),
        }
    }
}
