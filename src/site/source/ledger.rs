//! What the data says of each sentence of the article, to hold a text against it.

use super::Bilingual;
use super::raw::{Raw, RawSentence, RawValue, Words};
use crate::plan::verify::{Claim, Hash, Ledger, LedgerEntry, Listed, Quotation, Verification};
use crate::plan::{Locator, Slot};
use crate::quantity::Unit;

/// Checks a plan against the text of the article it explains.
pub fn verify(plan: &Bilingual, article: &str) -> Verification {
    Ledger::of(plan).verify(article)
}

impl Ledger {
    pub fn of(plan: &Bilingual) -> Ledger {
        let sentences = plan.zh.sentences.iter().zip(&plan.raw.sentences);
        Ledger { sentences: sentences.map(|(sentence, raw)| entry(&plan.raw, raw, sentence.at)).collect() }
    }
}

fn entry(raw: &Raw, sentence: &RawSentence, at: Locator) -> LedgerEntry {
    LedgerEntry {
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
    let milestones = raw.milestones.iter().filter(|entry| here(&entry.at)).map(|entry| Claim::Milestone(id(&entry.id)));
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
        to: value.to.as_ref().map(|to| *to.get_ref()),
        unit: Unit::from_name(value.unit.get_ref()).expect("a plan with an unknown unit is not loaded"),
    }
}
