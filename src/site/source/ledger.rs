//! What the data says of each sentence of the article, to hold a text against it.

use super::Bilingual;
use super::raw::{Raw, RawNumeral, RawSentence, RawValue, Words};
use crate::plan::verify::{Claim, Hash, Ledger, LedgerEntry, Listed, Quotation, Verification};
use crate::plan::{Sentence, Slot};
use crate::quantity::Unit;
use std::collections::HashMap;

/// Checks a plan against the text of the article it explains.
pub fn verify(plan: &Bilingual, article: &str) -> Verification {
    Ledger::of(plan).verify(article)
}

impl Ledger {
    pub fn of(plan: &Bilingual) -> Ledger {
        let mut claims = claims(&plan.raw);
        let sentences = plan.zh.sentences.iter().zip(&plan.raw.sentences);
        let entry = |(sentence, raw): (&Sentence, &RawSentence)| LedgerEntry {
            at: sentence.at,
            sha256: Hash::parse(raw.sha256.get_ref()).expect("a plan with a wrong hash is not loaded"),
            claims: claims.remove(raw.at.get_ref().as_str()).unwrap_or_default(),
            numerals: raw.numerals.iter().map(listed).collect(),
        };
        Ledger { sentences: sentences.map(entry).collect() }
    }
}

fn listed(numeral: &RawNumeral) -> Listed {
    Listed { text: numeral.text.get_ref().clone(), role: numeral.role.get_ref().clone() }
}

/// What the data takes from each sentence, by the sentence's place.
fn claims(raw: &Raw) -> HashMap<&str, Vec<Claim>> {
    let id = |id: &Words| id.get_ref().clone();
    let headings = raw.sentences.iter().filter(|sentence| sentence.role.get_ref() == "heading");
    let headings = headings.map(|sentence| (&sentence.at, Claim::Heading));
    let figures = raw.figures.iter().flat_map(|figure| {
        [(Slot::Past, &figure.past), (Slot::Promise, &figure.promise)].into_iter().filter_map(|(slot, value)| {
            let value = value.as_ref()?.get_ref();
            let quotation = quotation(format!("{}.{}", figure.id.get_ref(), slot.name()), value);
            Some((&value.at, Claim::Figure { id: id(&figure.id), quotation }))
        })
    });
    let pillars = raw.pillars.iter().map(|entry| (&entry.at, Claim::Pillar(id(&entry.id))));
    let milestones = raw.milestones.iter().map(|entry| (&entry.at, Claim::Milestone(id(&entry.id))));
    let commitments = raw.commitments.iter().map(|entry| (&entry.at, Claim::Commitment(id(&entry.id))));
    let mut claims: HashMap<&str, Vec<Claim>> = HashMap::new();
    for (at, claim) in headings.chain(figures).chain(pillars).chain(milestones).chain(commitments) {
        claims.entry(at.get_ref().as_str()).or_default().push(claim);
    }
    claims
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
