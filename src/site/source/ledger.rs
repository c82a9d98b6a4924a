//! What the data says of each sentence of the article, to hold a text against it.

use super::Bilingual;
use super::build::{FIGURES, SENTENCES};
use super::problem::{Fault, Problem, Report};
use super::raw::{Raw, RawFigure, RawNumeral, RawSentence, RawValue, Words};
use crate::plan::verify::{Claim, Hash, Ledger, LedgerEntry, Listed, Miss, Quotation, Verification};
use crate::plan::{Sentence, Slot};
use crate::quantity::{Hedge, Unit};
use std::collections::HashMap;
use std::ops::Range;

/// Checks a plan against the text of the article it explains.
pub fn verify(plan: &Bilingual, article: &str) -> Verification {
    Ledger::of(plan).verify(article)
}

impl Bilingual {
    /// Where in the data the misses of a verification are to be mended. None where it passes, or where the article has
    /// sentences that the data lacks and nothing else is wrong: those stand nowhere in it.
    pub fn report(&self, verification: &Verification) -> Option<Report> {
        let rows = verification.rows.iter().zip(&self.raw.sentences);
        let misses = rows.flat_map(|(row, sentence)| row.misses.iter().map(move |miss| (miss, sentence)));
        let problems: Vec<Problem> = misses
            .map(|(miss, sentence)| {
                let (file, span) = self.place(miss, sentence);
                self.sources[file].problem(span, Fault::Miss(miss.clone()))
            })
            .collect();
        (!problems.is_empty()).then(|| Report::new(problems))
    }

    /// File and place of what disagrees with the article.
    fn place(&self, miss: &Miss, sentence: &RawSentence) -> (usize, Range<usize>) {
        let value = |name: &str| values(&self.raw).find(|(of, _)| of == name).map(|(_, value)| value);
        let numeral = |text: &str| sentence.numerals.iter().find(|numeral| numeral.text.get_ref() == text);
        let elsewhere = match miss {
            Miss::Contradiction { figure, .. } => value(figure).map(|value| (FIGURES, value.value.span())),
            Miss::Hedges { figure, .. } => value(figure).map(|value| (FIGURES, value.hedge.span())),
            Miss::Noun { figure, .. } => value(figure).map(|value| (FIGURES, value.unit.span())),
            Miss::Measures(text) => {
                let holds = |numeral: &&RawNumeral| {
                    text.starts_with(numeral.text.get_ref().as_str()) || numeral.text.get_ref().contains(text.as_str())
                };
                sentence.numerals.iter().find(holds).map(|numeral| (SENTENCES, numeral.text.span()))
            }
            Miss::Phrase { figure, .. } => value(figure).map(|value| (FIGURES, value.phrase.span())),
            Miss::Lead { figure, .. } => {
                value(figure).and_then(|value| value.lead.as_ref()).map(|lead| (FIGURES, lead.span()))
            }
            Miss::Numeral(text) | Miss::NoNumeral(text) => {
                numeral(text).map(|numeral| (SENTENCES, numeral.text.span()))
            }
            Miss::Hash(_) | Miss::Characters(_) => Some((SENTENCES, sentence.sha256.span())),
            Miss::Moved(_) | Miss::NotInArticle | Miss::NotInData(_) | Miss::Unclaimed | Miss::Number(_) => None,
        };
        elsewhere.unwrap_or((SENTENCES, sentence.at.span()))
    }
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
        values_of(figure).map(|(of, value)| {
            (&value.at, Claim::Figure { id: id(&figure.id), quotation: quotation(figure, of, value) })
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

/// Every value with its name: `industry-output.past`.
fn values(raw: &Raw) -> impl Iterator<Item = (String, &RawValue)> {
    raw.figures.iter().flat_map(values_of)
}

fn values_of(figure: &RawFigure) -> impl Iterator<Item = (String, &RawValue)> {
    let values = [(Slot::Past, &figure.past), (Slot::Promise, &figure.promise)];
    values.into_iter().filter_map(|(slot, value)| {
        Some((format!("{}.{}", figure.id.get_ref(), slot.name()), value.as_ref()?.get_ref()))
    })
}

fn quotation(figure: &RawFigure, of: String, value: &RawValue) -> Quotation {
    let noun = figure.noun.as_ref().and_then(|noun| noun.get_ref().zh.as_ref());
    Quotation {
        of,
        phrase: value.phrase.get_ref().clone(),
        lead: value.lead.as_ref().map(|lead| lead.get_ref().clone()),
        value: *value.value.get_ref(),
        to: value.to.as_ref().map(|to| *to.get_ref()),
        unit: Unit::from_name(value.unit.get_ref()).expect("a plan with an unknown unit is not loaded"),
        hedges: value.hedge.get_ref().iter().filter_map(|word| Hedge::from_name(word.get_ref())).collect(),
        noun: noun.map_or_else(String::new, |noun| noun.get_ref().clone()),
    }
}
