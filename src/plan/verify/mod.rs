//! Holds a plan against the text it explains: every hash, every quotation, every sentence and every number.

mod ledger;
mod print;
mod sentence;

pub use crate::reading::{Difference, radical, unusual};
pub use ledger::{Claim, Ledger, LedgerEntry, Listed, Quotation};
pub use sentence::{ArticleSentence, Hash, has_no_paragraphs, sentences};

use super::Locator;
use super::phrase::{Stated, candidates};
use crate::quantity::{Hedge, Hedges, Unit};
use crate::reading::{Context, Doubt, Reading, Role, read};
use std::ops::Range;
use thiserror::Error;

/// Words that hold a number without writing one: 100 %, or all there are.
const WHOLE: [&str; 2] = ["全覆盖", "全部"];

/// What a number that is no figure's can be listed as: part of a name, a condition, or what it reads as.
pub const ROLES: [&str; 10] =
    ["name", "condition", "rank", "ratio", "year", "span", "ordinal", "plan", "enumerator", "base"];

/// A number of the article with what accounts for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    pub text: String,
    /// Bytes of the sentence.
    pub range: Range<usize>,
    /// `figure industry-output.past`, `name` or `condition`; none is a miss.
    pub by: Option<String>,
}

/// Where the plan and the article disagree. Each is worded here, with its remedy.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum Miss {
    #[error(
        "the sentence reads otherwise than the data says; if the article is right, check its entries and set sha256 = \"{0}\""
    )]
    Hash(Hash),
    #[error("the sentence stands at {0} in the article; correct `at` here and in what claims it")]
    Moved(Locator),
    #[error("the sentence is the data's in other characters: {}; if the article is right, set sha256 to its own hash", listed(.0))]
    Characters(Vec<Difference>),
    #[error("the article has no such sentence; remove it, or restore the article")]
    NotInArticle,
    #[error("the data has no such sentence; add it to sentences.toml with sha256 = \"{0}\"")]
    NotInData(Hash),
    #[error("nothing claims the sentence; add what it says, or make it a heading")]
    Unclaimed,
    #[error("the phrase “{phrase}” of {figure} is not in the sentence; quote its own words")]
    Phrase { figure: String, phrase: String },
    #[error("the lead “{lead}” of {figure} does not stand before its phrase; correct or remove it")]
    Lead { figure: String, lead: String },
    #[error("the number {0} is accounted for by nothing; add a figure whose phrase holds it, or list it in `numerals`")]
    Number(String),
    #[error("the text says {says} in “{phrase}” of {figure}, the data {data}; write {write}")]
    Contradiction { figure: String, phrase: String, says: String, data: String, write: String },
    #[error(
        "the sentence says hedge = [{says}] of {figure}, the data [{data}]; correct it, with words from earlier in the sentence in `lead`"
    )]
    Hedges { figure: String, says: String, data: String },
    #[error("the noun “{noun}” of {figure} is not in the text, which counts in “{says}”; write noun.zh = \"{says}\"")]
    Noun { figure: String, noun: String, says: String },
    #[error("“{0}” is listed as a name, and measures something; add a figure, or list it as a condition")]
    Measures(String),
    #[error("the listed numeral “{0}” is not in the sentence; remove it, or correct it")]
    Numeral(String),
    #[error("the listed numeral “{0}” holds no number; remove it")]
    NoNumeral(String),
}

/// A sentence of the article, of the data, or of both.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckedSentence {
    /// As the data writes it, or as the article has it where the data has none.
    pub at: String,
    /// Its position among the sentences of the article.
    pub found: Option<usize>,
    /// `heading`, `figure industry-output.past`, `commitment regional-centre` …
    pub claims: Vec<String>,
    pub numbers: Vec<Number>,
    pub misses: Vec<Miss>,
}

/// The outcome, sentence by sentence: those of the data in their order, then what only the article has. Prints as a
/// table with a total.
#[derive(Clone, Debug, PartialEq)]
pub struct Verification {
    pub rows: Vec<CheckedSentence>,
    pub article: Vec<ArticleSentence>,
}

impl Verification {
    pub fn misses(&self) -> impl Iterator<Item = (&str, &Miss)> {
        self.rows.iter().flat_map(|row| row.misses.iter().map(|miss| (row.at.as_str(), miss)))
    }

    pub fn passes(&self) -> bool {
        self.misses().next().is_none()
    }
}

impl Ledger {
    /// Checks what the plan says against a text.
    pub fn verify(&self, text: &str) -> Verification {
        let data = &self.sentences;
        let article = sentence::sentences_knowing(
            text,
            |hash| data.iter().any(|sentence| sentence.sha256 == *hash),
            |found| data.iter().any(|sentence| sentence.sha256 == found.sha256 && sentence.at == found.at),
        );
        let partners = partners(data, &article);
        let mut rows: Vec<CheckedSentence> = data
            .iter()
            .zip(&partners)
            .map(|(sentence, partner)| row(sentence, partner.map(|position| (position, &article[position]))))
            .collect();
        for (position, sentence) in article.iter().enumerate() {
            if !partners.contains(&Some(position)) {
                rows.push(CheckedSentence {
                    at: sentence.at.to_string(),
                    found: Some(position),
                    claims: Vec::new(),
                    numbers: numbers(&sentence.text, &read(&sentence.text, &Context::default()), &[]),
                    misses: vec![Miss::NotInData(sentence.sha256)],
                });
            }
        }
        Verification { rows, article }
    }
}

type Fits<'a> = &'a dyn Fn(&LedgerEntry, &ArticleSentence) -> bool;

/// For each sentence of the data, the one of the article: of the same hash, at the same place if it can be; else,
/// where both are left over, the one at the same place.
fn partners(data: &[LedgerEntry], article: &[ArticleSentence]) -> Vec<Option<usize>> {
    let mut partners = vec![None; data.len()];
    let mut taken = vec![false; article.len()];
    let same_hash = |d: &LedgerEntry, a: &ArticleSentence| d.sha256 == a.sha256;
    let same_place = |d: &LedgerEntry, a: &ArticleSentence| d.at == a.at;
    let passes: [Fits<'_>; 3] = [&|d, a| same_hash(d, a) && same_place(d, a), &same_hash, &same_place];
    for fits in passes {
        for (sentence, partner) in data.iter().zip(&mut partners).filter(|(_, partner)| partner.is_none()) {
            *partner = (0..article.len()).find(|&position| !taken[position] && fits(sentence, &article[position]));
            if let Some(position) = *partner {
                taken[position] = true;
            }
        }
    }
    partners
}

/// What accounts for which bytes of a sentence.
type Accounts = Vec<(Range<usize>, String)>;

fn row(sentence: &LedgerEntry, partner: Option<(usize, &ArticleSentence)>) -> CheckedSentence {
    let claims: Vec<String> = sentence.claims.iter().map(Claim::name).collect();
    let at = sentence.at.to_string();
    let found = partner.map(|(position, _)| position);
    let mut row = CheckedSentence { at, found, claims, numbers: Vec::new(), misses: Vec::new() };
    if row.claims.is_empty() {
        row.misses.push(Miss::Unclaimed);
    }
    let Some((_, article)) = partner else {
        row.misses.push(Miss::NotInArticle);
        return row;
    };
    if sentence.sha256 != article.sha256 {
        row.misses.push(Miss::Hash(article.sha256));
    } else if sentence.at != article.at {
        row.misses.push(Miss::Moved(article.at));
    }
    if !article.differences.is_empty() {
        row.misses.push(Miss::Characters(article.differences.clone()));
    }
    let readings = read(&article.text, &Context::default());
    let mut accounts = Accounts::new();
    for claim in &sentence.claims {
        if let Claim::Figure { quotation, .. } = claim {
            phrase(quotation, claim.name(), &article.text, &readings, &mut accounts, &mut row.misses);
        }
    }
    for numeral in &sentence.numerals {
        let listed = compact(&numeral.text);
        let whole = WHOLE.iter().any(|word| listed.contains(word));
        let inside = |place: &Range<usize>| readings.iter().any(|reading| overlaps(&reading.range, place));
        if !whole
            && !listed.is_empty()
            && occurrences(&article.text, &listed).all(|place| !inside(&place))
            && occurrences(&article.text, &listed).next().is_some()
        {
            row.misses.push(Miss::NoNumeral(listed));
            continue;
        }
        let named = |reading: &&Reading| {
            let sure = reading.role == Role::Measure && reading.doubt.is_none() && reading.noun.is_some();
            sure && article.text[reading.range.clone()].bytes().any(|byte| byte.is_ascii_digit())
        };
        if numeral.role == "name"
            && let Some(reading) = readings
                .iter()
                .filter(named)
                .find(|reading| occurrences(&article.text, &listed).any(|place| contains(&place, &reading.range)))
        {
            let unit = [&article.text[reading.range.clone()], &reading.words].concat();
            row.misses.push(Miss::Measures(unit));
        }
        let before = accounts.len();
        let name = [&numeral.role, " ", &listed].concat();
        accounts.extend(occurrences(&article.text, &listed).map(|range| (range, name.clone())));
        if accounts.len() == before {
            row.misses.push(Miss::Numeral(listed));
        }
    }
    row.numbers = numbers(&article.text, &readings, &accounts);
    let unmatched = row.numbers.iter().filter(|number| number.by.is_none());
    row.misses.extend(unmatched.map(|number| Miss::Number(number.text.clone())));
    row
}

/// Every number of a sentence with what accounts for it.
fn numbers(sentence: &str, readings: &[Reading], accounts: &[(Range<usize>, String)]) -> Vec<Number> {
    let mut written: Vec<Range<usize>> = readings.iter().map(|reading| reading.range.clone()).collect();
    for whole in WHOLE.iter().flat_map(|word| occurrences(sentence, word)) {
        written.insert(written.partition_point(|range| range.start < whole.start), whole);
    }
    let number = |range: Range<usize>| {
        let account = accounts.iter().find(|(of, _)| contains(of, &range));
        Number { text: sentence[range.clone()].to_owned(), range, by: account.map(|(_, by)| by.clone()) }
    };
    written.into_iter().map(number).collect()
}

fn contains(whole: &Range<usize>, part: &Range<usize>) -> bool {
    whole.start <= part.start && part.end <= whole.end
}

fn overlaps(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// Holds a figure's quotation against the sentence; notes the bytes of its own number.
fn phrase(
    quotation: &Quotation,
    name: String,
    sentence: &str,
    readings: &[Reading],
    accounts: &mut Accounts,
    misses: &mut Vec<Miss>,
) {
    let figure = || quotation.of.clone();
    let cells = sentence.contains(' ');
    let plain = |text: &str| if cells { text.split_whitespace().collect::<Vec<_>>().join(" ") } else { compact(text) };
    let phrase = plain(&quotation.phrase);
    let places: Vec<Range<usize>> = occurrences(sentence, &phrase).collect();
    let Some(first) = places.first() else {
        misses.push(Miss::Phrase { figure: figure(), phrase });
        return;
    };
    if let Some(lead) = &quotation.lead {
        let mut rest = &sentence[..first.start];
        for piece in lead.split('…').map(plain).filter(|piece| !piece.is_empty()) {
            match rest.find(&piece) {
                Some(at) => rest = &rest[at + piece.len()..],
                None => {
                    misses.push(Miss::Lead { figure: figure(), lead: plain(lead) });
                    break;
                }
            }
        }
    }
    let whole = WHOLE.iter().flat_map(|word| occurrences(&phrase, word));
    let wholes: Vec<Range<usize>> =
        whole.flat_map(|own| places.iter().map(move |place| place.start + own.start..place.start + own.end)).collect();
    accounts.extend(wholes.iter().map(|range| (range.clone(), name.clone())));
    let stated = Stated { value: quotation.value, to: quotation.to, unit: quotation.unit };
    let quoted = |range: &Range<usize>| places.iter().any(|place| contains(place, range));
    let taken = |range: &Range<usize>| accounts.iter().any(|(of, _)| of == range);
    let held: Vec<(&Reading, Range<usize>)> =
        candidates(readings, &stated).filter(|(_, range)| quoted(range)).collect();
    // The second of two equal numbers is another's.
    let Some((reading, range)) = held.iter().find(|(_, range)| !taken(range)).or(held.first()) else {
        let whole = stated.unit == Unit::PERCENT && stated.value == 100.0 && !wholes.is_empty();
        let says = readings.iter().rfind(|reading| quoted(&reading.range) && reading.role == Role::Measure);
        if let Some(says) = says.filter(|_| !whole) {
            misses.push(contradiction(quotation, phrase, says, sentence));
        }
        return;
    };
    accounts.push((range.clone(), name));
    let says = reading.amount(None).hedges;
    if says != quotation.hedges {
        misses.push(Miss::Hedges { figure: figure(), says: names(says), data: names(quotation.hedges) });
    }
    // The unit of a table's row stands before its numbers.
    let mut rest = if cells { sentence.chars() } else { sentence[range.end..].chars() };
    let counted = quotation.unit.noun == Unit::COUNT.noun && !quotation.noun.is_empty();
    if counted
        && reading.doubt != Some(Doubt::NoUnit)
        && quotation.noun != reading.words
        && !quotation.noun.chars().all(|c| rest.any(|next| next == c))
    {
        misses.push(Miss::Noun { figure: figure(), noun: quotation.noun.clone(), says: reading.words.clone() });
    }
}

fn contradiction(quotation: &Quotation, phrase: String, says: &Reading, sentence: &str) -> Miss {
    let amount = says.amount(None);
    let unit = |unit: Option<Unit>| unit.map_or("count", Unit::name);
    let (value, to) = (quotation.value, quotation.to.map_or_else(String::new, |to| format!(" to {to}")));
    Miss::Contradiction {
        figure: quotation.of.clone(),
        phrase,
        says: [&sentence[says.range.clone()], &says.words].concat(),
        data: format!("{value}{to} {}", quotation.unit.name()),
        write: format!("value = {}, unit = \"{}\"", amount.value, unit(amount.unit)),
    }
}

fn names(hedges: Hedges) -> String {
    hedges.iter().map(Hedge::name).collect::<Vec<_>>().join(", ")
}

fn occurrences<'a>(text: &'a str, words: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
    text.match_indices(words).filter(|(_, found)| !found.is_empty()).map(|(start, found)| start..start + found.len())
}

fn listed(differences: &[Difference]) -> String {
    differences.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// Without any white space, as sentences are hashed.
fn compact(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two sentences as a plan would know them.
    const TOWN: [&str; 2] = ["安源镇是一座公开虚构的小镇。", "过去五年，全镇修路12公里，一半人家搬进了新房。"];

    fn ledger() -> Ledger {
        let entry = |(index, text): (usize, &&str)| LedgerEntry {
            at: Locator { paragraph: 0, sentence: index as u16 + 1 },
            sha256: Hash::of(text),
            claims: vec![Claim::Heading],
            numerals: ["五年", "12公里", "一半", "一座"]
                .into_iter()
                .filter(|words| text.contains(words))
                .map(|words| Listed { text: words.to_owned(), role: "condition".to_owned() })
                .collect(),
        };
        Ledger { sentences: TOWN.iter().enumerate().map(entry).collect() }
    }

    fn differences(text: &str) -> Vec<Vec<Difference>> {
        let verification = ledger().verify(text);
        let of_row = |miss: &Miss| match miss {
            Miss::Characters(differences) => differences.clone(),
            miss => panic!("{miss}"),
        };
        verification.misses().map(|(_, miss)| of_row(miss)).collect()
    }

    #[test]
    fn a_copy_with_other_line_ends_is_the_same() {
        assert!(ledger().verify(&TOWN.join("\r\n")).passes());
        assert!(ledger().verify(&TOWN.concat().replace("全镇", "全\r\n镇")).passes());
    }

    #[test]
    fn a_copy_out_of_a_pdf_file_is_known_and_its_characters_are_named() {
        let copy = "安源镇是⼀座公开虚构\u{200b}的⼩镇。过去五年，全\u{200b}镇修路12公里，⼀半\u{200b}⼈家搬进了新房。";
        let found = differences(copy);
        assert_eq!(found.len(), 2, "one for each sentence");
        assert_eq!(listed(&found[0]), "⼀ (U+2F00) → 一, U+200B, ⼩ (U+2F29) → 小");
    }

    #[test]
    fn a_number_that_was_changed_is_not_read_into_shape() {
        let verification = ledger().verify("过去五年，全镇修路１3公里，一半人家搬进了新房。");
        assert!(verification.misses().any(|(_, miss)| matches!(miss, Miss::NotInData(_) | Miss::Hash(_))));
    }
}
