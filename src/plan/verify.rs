//! Holds a plan against the text it explains: every hash, every quotation, every sentence and every number.

use super::source::numerals::numerals;
use super::source::phrase::own_number;
use super::source::raw::{RawSentence, RawValue};
use super::source::{Bilingual, Raw, hex};
use super::{Locator, Slot};
use crate::quantity::Unit;
use sha2::{Digest, Sha256};
use std::fmt;
use std::ops::Range;
use thiserror::Error;

/// What stands between the paragraphs of an article.
const PARAGRAPH: &str = "\u{3000}\u{3000}";
/// Words that hold a number without writing one: 100 %, or all there are.
const WHOLE: [&str; 2] = ["全覆盖", "全部"];

/// A sentence of an article, without white space.
#[derive(Clone, Debug, PartialEq)]
pub struct ArticleSentence {
    pub at: Locator,
    pub text: String,
    /// SHA-256 of `text`, in hexadecimal digits.
    pub sha256: String,
}

/// Splits an article at `　　` into paragraphs and at `。` into sentences.
pub fn sentences(article: &str) -> Vec<ArticleSentence> {
    let paragraphs = article.trim_start_matches('\u{feff}').trim().split(PARAGRAPH).map(compact);
    let mut found = Vec::new();
    for (paragraph, text) in paragraphs.filter(|text| !text.is_empty()).enumerate() {
        for (index, text) in text.split_inclusive('。').enumerate() {
            let number = |count: usize| u8::try_from(count).unwrap_or(u8::MAX);
            found.push(ArticleSentence {
                at: Locator { paragraph: number(paragraph), sentence: number(index + 1) },
                text: text.to_owned(),
                sha256: hex(&Sha256::digest(text)),
            });
        }
    }
    found
}

/// A number of the article with what accounts for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    pub text: String,
    /// `figure industry-output.past`, `name` or `condition`; none is a miss.
    pub by: Option<String>,
}

/// Where the plan and the article disagree. Each is worded here, with its remedy.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum Miss {
    #[error(
        "the sentence reads otherwise than the data says; if the article is right, check its entries and set sha256 = \"{0}\""
    )]
    Hash(String),
    #[error("the sentence stands at {0} in the article; correct `at` here and in what claims it")]
    Moved(Locator),
    #[error("the article has no such sentence; remove it, or restore the article")]
    NotInArticle,
    #[error("the data has no such sentence; add it to sentences.toml with sha256 = \"{0}\"")]
    NotInData(String),
    #[error("nothing claims the sentence; add what it says, or make it a heading")]
    Unclaimed,
    #[error("the phrase “{phrase}” of {figure} is not in the sentence; quote its own words")]
    Phrase { figure: String, phrase: String },
    #[error("the lead “{lead}” of {figure} does not stand before its phrase; correct or remove it")]
    Lead { figure: String, lead: String },
    #[error("the number {0} is accounted for by nothing; add a figure whose phrase holds it, or list it in `numerals`")]
    Number(String),
    #[error("the listed numeral “{0}” is not in the sentence; remove it, or correct it")]
    Numeral(String),
    #[error("the listed numeral “{0}” holds no number; remove it")]
    NoNumeral(String),
}

/// A sentence of the article, of the data, or of both.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// As the data writes it, or as the article has it where the data has none.
    pub at: String,
    /// `heading`, `figure industry-output.past`, `commitment regional-centre` …
    pub claims: Vec<String>,
    pub numbers: Vec<Number>,
    pub misses: Vec<Miss>,
}

/// The outcome, sentence by sentence. Prints as a table with a total.
#[derive(Clone, Debug, PartialEq)]
pub struct Verification {
    pub rows: Vec<Row>,
}

impl Verification {
    pub fn misses(&self) -> impl Iterator<Item = (&str, &Miss)> {
        self.rows.iter().flat_map(|row| row.misses.iter().map(|miss| (row.at.as_str(), miss)))
    }

    pub fn passes(&self) -> bool {
        self.misses().next().is_none()
    }
}

/// Checks a plan against the text of the article it explains.
pub fn verify(plan: &Bilingual, article: &str) -> Verification {
    let raw = &plan.raw;
    let article = sentences(article);
    let partners = partners(&raw.sentences, &article);
    let mut rows: Vec<Row> = raw
        .sentences
        .iter()
        .zip(&partners)
        .map(|(sentence, partner)| row(raw, sentence, partner.map(|position| &article[position])))
        .collect();
    for (position, sentence) in article.iter().enumerate() {
        if !partners.contains(&Some(position)) {
            rows.push(Row {
                at: sentence.at.to_string(),
                claims: Vec::new(),
                numbers: Vec::new(),
                misses: vec![Miss::NotInData(sentence.sha256.clone())],
            });
        }
    }
    Verification { rows }
}

type Fits<'a> = &'a dyn Fn(&RawSentence, &ArticleSentence) -> bool;

/// For each sentence of the data, the one of the article: of the same hash, at the same place if it can be; else,
/// where both are left over, the one at the same place.
fn partners(data: &[RawSentence], article: &[ArticleSentence]) -> Vec<Option<usize>> {
    let mut partners = vec![None; data.len()];
    let mut taken = vec![false; article.len()];
    let same_hash = |d: &RawSentence, a: &ArticleSentence| *d.sha256.get_ref() == a.sha256;
    let same_place = |d: &RawSentence, a: &ArticleSentence| *d.at.get_ref() == a.at.to_string();
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

fn row(raw: &Raw, sentence: &RawSentence, article: Option<&ArticleSentence>) -> Row {
    let at = sentence.at.get_ref();
    let mut row = Row { at: at.clone(), claims: claims(raw, sentence), numbers: Vec::new(), misses: Vec::new() };
    if row.claims.is_empty() {
        row.misses.push(Miss::Unclaimed);
    }
    let Some(article) = article else {
        row.misses.push(Miss::NotInArticle);
        return row;
    };
    if *sentence.sha256.get_ref() != article.sha256 {
        row.misses.push(Miss::Hash(article.sha256.clone()));
    } else if *at != article.at.to_string() {
        row.misses.push(Miss::Moved(article.at));
    }
    // What accounts for which bytes of the sentence.
    let mut accounts: Vec<(Range<usize>, String)> = Vec::new();
    for (figure, value) in values(raw).filter(|(_, value)| value.at.get_ref() == at) {
        phrase(&figure, value, &article.text, &mut accounts, &mut row.misses);
    }
    for numeral in &sentence.numerals {
        let listed = compact(numeral.text.get_ref());
        if numerals(&listed).is_empty() {
            row.misses.push(Miss::NoNumeral(listed));
            continue;
        }
        let before = accounts.len();
        let role = numeral.role.get_ref();
        accounts.extend(occurrences(&article.text, &listed).map(|range| (range, format!("{role} {listed}"))));
        if accounts.len() == before {
            row.misses.push(Miss::Numeral(listed));
        }
    }
    let mut written: Vec<Range<usize>> = numerals(&article.text).into_iter().map(|numeral| numeral.range).collect();
    written.extend(WHOLE.iter().flat_map(|word| occurrences(&article.text, word)));
    written.sort_by_key(|range| range.start);
    for range in written {
        let text = article.text[range.clone()].to_owned();
        let account = accounts.iter().find(|(of, _)| of.start <= range.start && range.end <= of.end);
        if account.is_none() {
            row.misses.push(Miss::Number(text.clone()));
        }
        row.numbers.push(Number { text, by: account.map(|(_, by)| by.clone()) });
    }
    row
}

/// Holds a figure's quotation against the sentence; notes the bytes of its own number.
fn phrase(
    figure: &str,
    value: &RawValue,
    sentence: &str,
    accounts: &mut Vec<(Range<usize>, String)>,
    misses: &mut Vec<Miss>,
) {
    let phrase = compact(value.phrase.get_ref());
    let found: Vec<Range<usize>> = occurrences(sentence, &phrase).collect();
    let Some(first) = found.first() else {
        misses.push(Miss::Phrase { figure: figure.to_owned(), phrase });
        return;
    };
    if let Some(lead) = value.lead.as_ref().map(|lead| compact(lead.get_ref()))
        && !sentence[..first.start].contains(&lead)
    {
        misses.push(Miss::Lead { figure: figure.to_owned(), lead });
    }
    let number =
        Unit::from_name(value.unit.get_ref()).and_then(|unit| own_number(&phrase, *value.value.get_ref(), unit));
    let whole = WHOLE.iter().flat_map(|word| occurrences(&phrase, word));
    let own: Vec<Range<usize>> = number.into_iter().chain(whole).collect();
    for place in found {
        accounts
            .extend(own.iter().map(|own| (place.start + own.start..place.start + own.end, format!("figure {figure}"))));
    }
}

/// Every value of every figure, with its name: `industry-output.past`.
fn values(raw: &Raw) -> impl Iterator<Item = (String, &RawValue)> {
    raw.figures.iter().flat_map(|figure| {
        [(Slot::Past, &figure.past), (Slot::Promise, &figure.promise)].into_iter().filter_map(|(slot, value)| {
            let value = value.as_ref()?.get_ref();
            Some((format!("{}.{}", figure.id.get_ref(), slot.name()), value))
        })
    })
}

fn claims(raw: &Raw, sentence: &RawSentence) -> Vec<String> {
    let at = sentence.at.get_ref();
    let heading = (sentence.role.get_ref() == "heading").then(|| "heading".to_owned());
    let pillars = raw.pillars.iter().map(|entry| ("pillar", &entry.at, &entry.id));
    let milestones = raw.milestones.iter().map(|entry| ("milestone", &entry.at, &entry.id));
    let commitments = raw.commitments.iter().map(|entry| ("commitment", &entry.at, &entry.id));
    let named = |(what, place, id): (&str, &toml::Spanned<String>, &toml::Spanned<String>)| {
        (place.get_ref() == at).then(|| format!("{what} {}", id.get_ref()))
    };
    let figures = values(raw).filter(|(_, value)| value.at.get_ref() == at).map(|(name, _)| format!("figure {name}"));
    let others = pillars.chain(milestones).chain(commitments).filter_map(named);
    heading.into_iter().chain(figures).chain(others).collect()
}

fn occurrences<'a>(text: &'a str, words: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
    text.match_indices(words).filter(|(_, found)| !found.is_empty()).map(|(start, found)| start..start + found.len())
}

/// Without any white space, as sentences are hashed.
fn compact(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

impl fmt::Display for Verification {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const CLAIMS_SHOWN: usize = 3;
        let width = self.rows.iter().map(|row| row.at.len()).max().unwrap_or(0);
        let (mut numbers, mut accounted, mut claimed) = (0, 0, 0);
        for row in &self.rows {
            let outcome = if row.misses.is_empty() { "ok  " } else { "MISS" };
            let mut claims = row.claims.iter().take(CLAIMS_SHOWN).cloned().collect::<Vec<_>>().join(", ");
            match row.claims.len() {
                0 => claims.push('–'),
                count if count > CLAIMS_SHOWN => claims.push_str(&format!(" and {} more", count - CLAIMS_SHOWN)),
                _ => {}
            }
            writeln!(f, "{:width$}  {outcome}  {claims}", row.at)?;
            for number in &row.numbers {
                writeln!(f, "{:width$}          {} ← {}", "", number.text, number.by.as_deref().unwrap_or("nothing"))?;
            }
            for miss in &row.misses {
                writeln!(f, "{:width$}        ✗ {miss}", "")?;
            }
            numbers += row.numbers.len();
            accounted += row.numbers.iter().filter(|number| number.by.is_some()).count();
            claimed += usize::from(!row.claims.is_empty());
        }
        let sentences = self.rows.len();
        write!(f, "\n{claimed} of {sentences} sentences claimed, {accounted} of {numbers} numbers accounted for: ")?;
        match self.misses().count() {
            0 => write!(f, "the plan and the article agree."),
            1 => write!(f, "1 miss."),
            count => write!(f, "{count} misses."),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(article: &str) -> Vec<(String, String)> {
        sentences(article).into_iter().map(|sentence| (sentence.at.to_string(), sentence.text)).collect()
    }

    #[test]
    fn paragraphs_and_sentences_are_counted_as_locators_count_them() {
        let found = places("题目　　一段。又一句。　　没有句号——");
        let places: Vec<&str> = found.iter().map(|(at, _)| at.as_str()).collect();
        assert_eq!(places, ["p0s1", "p1s1", "p1s2", "p2s1"]);
        assert_eq!(found[1].1, "一段。");
        assert_eq!(found[3].1, "没有句号——");
    }

    #[test]
    fn white_space_and_line_breaks_of_a_pasted_copy_change_nothing() {
        assert_eq!(sentences("题目　　一段。又一句。"), sentences("\u{feff} 题目\r\n　　一 段。\n又一\u{a0}句。\n\n"));
    }

    #[test]
    fn a_hash_is_that_of_the_sentence_in_utf_8_with_its_full_stop() {
        // printf '一段。' | sha256sum
        let found = sentences("题　　一段。");
        assert_eq!(found[1].sha256, "325c075928ff51fc1002f007d8a185af32cedf450992857976dccbc9e7ae1734");
    }
}
