//! The shape of the data files. Nothing here is checked beyond types and names of fields; unknown fields are refused.

use super::file::SourceFile;
use super::problem::{Fault, Problem, nearest};
use crate::plan::Locator;
use serde::Deserialize;
use std::fmt;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

pub type Words = Spanned<String>;

/// A text in both languages; a missing one is reported with the rest of the problems.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawPair {
    pub zh: Option<Words>,
    pub en: Option<Words>,
}

pub type Pair = Spanned<RawPair>;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawSite {
    pub name: Pair,
    pub title: Pair,
    pub city: Pair,
    pub kicker: Pair,
    pub lede: Pair,
    pub description: Pair,
    pub past: Pair,
    pub next: Pair,
    /// What the site looks like beside its colours.
    pub motif: Option<Words>,
    /// Chinese words that no line break may divide, with spaces between them.
    pub unbroken: Option<Words>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawRegion {
    pub name: Pair,
    pub side: Words,
    #[serde(default)]
    pub home: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawFooter {
    pub about: Pair,
    pub corrections: Pair,
    pub licence: Pair,
    pub contact: Option<Words>,
    pub registration: Option<Pair>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawSource {
    pub title: Pair,
    pub credit: Pair,
    pub unknown: Pair,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawTexts {
    pub themes_lede: Pair,
    pub commitments_lede: Pair,
    pub glossary_lede: Pair,
    pub figures_lede: Pair,
    pub not_found: Pair,
    pub vision_title: Pair,
    pub vision_lede: Pair,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawDataSection {
    pub id: Words,
    pub title: Pair,
    pub body: Vec<Pair>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawChange {
    pub on: toml::value::Datetime,
    /// When its text was corrected.
    pub corrected: Option<toml::value::Datetime>,
    pub text: Pair,
}

/// Words that readers search with, apart by spaces, and what stands for them in the texts.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawAlias {
    pub said: Words,
    pub means: Words,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawSentence {
    pub at: Words,
    pub sha256: Words,
    pub role: Words,
    #[serde(default)]
    pub numerals: Vec<RawNumeral>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawNumeral {
    pub text: Words,
    pub role: Words,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawPillar {
    pub id: Words,
    #[serde(default)]
    pub former: Vec<Words>,
    pub name: Pair,
    pub long: Pair,
    pub scope: Pair,
    pub lede: Pair,
    pub at: Words,
    pub themes: Vec<Words>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawTopic {
    pub id: Words,
    pub name: Pair,
    pub question: Pair,
    pub answer: Pair,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawFigure {
    pub id: Words,
    pub kind: Words,
    pub pillar: Option<Words>,
    pub themes: Spanned<Vec<Words>>,
    pub name: Pair,
    pub finding: Pair,
    #[serde(default)]
    pub caveats: Vec<Pair>,
    pub noun: Option<Pair>,
    pub ruler: Option<Spanned<RawRuler>>,
    pub scope_condition: Option<Pair>,
    pub per: Option<RawPer>,
    pub guess_up_to: Option<Spanned<f64>>,
    #[serde(default)]
    pub adds_up: bool,
    pub past: Option<Spanned<RawValue>>,
    pub promise: Option<Spanned<RawValue>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawRuler {
    /// The article's words for what is measured, which both quotations have: of one measure, or perhaps of one.
    pub same: Option<Words>,
    pub perhaps: Option<Words>,
    pub reason: Pair,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawPer {
    pub figure: Words,
    pub name: Pair,
    pub condition: Pair,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawValue {
    pub measure: Pair,
    pub at: Words,
    pub phrase: Words,
    pub value: Spanned<f64>,
    pub to: Option<Spanned<f64>>,
    pub unit: Words,
    pub hedge: Spanned<Vec<Words>>,
    pub lead: Option<Words>,
    pub tense: Option<Words>,
    pub of: Option<Spanned<u16>>,
    pub deadline: Option<Words>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawMilestone {
    pub id: Words,
    pub themes: Vec<Words>,
    pub at: Words,
    pub tense: Option<Words>,
    pub text: Pair,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawHedge {
    pub id: Words,
    pub word: Words,
    pub label: Pair,
    pub meaning: Pair,
    pub ask: Pair,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawCommitment {
    pub id: Words,
    #[serde(default)]
    pub former: Vec<Words>,
    pub pillar: Option<Words>,
    pub theme: Words,
    pub at: Words,
    pub hedge: Option<Words>,
    pub text: Pair,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawTerm {
    pub id: Words,
    pub term: Pair,
    pub at: Vec<Words>,
    pub article: Pair,
    pub general: Option<Pair>,
    #[serde(default)]
    pub undefined: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawChapter {
    pub page: Words,
    pub id: Words,
    pub title: Pair,
    pub lede: Option<Pair>,
    #[serde(default)]
    pub scene: Vec<RawScene>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawScene {
    pub id: Words,
    pub heading: Pair,
    pub text: Pair,
    pub stage: Spanned<RawStage>,
    pub opening: Option<RawOpening>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawStoryOpening {
    pub deck: Pair,
    pub years: Option<Pair>,
}

/// Where a scene of an earlier version is told now.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawMoved {
    /// The page on which it stood, and its id there; the story, if it is left out.
    pub of: Option<Words>,
    pub id: Words,
    /// The page that tells it now, or the story; and the scene there.
    pub page: Option<Words>,
    pub scene: Option<Words>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawOpening {
    pub value: Pair,
    pub words: Pair,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawStage {
    pub figure: Option<Words>,
    pub show: Option<Spanned<Vec<Words>>>,
    pub areas: Option<Vec<Words>>,
    pub figures: Option<Vec<Words>>,
    pub ladder: Option<bool>,
    pub measure: Option<bool>,
    pub words: Option<Vec<Words>>,
    pub pillar: Option<Words>,
    pub field: Option<Words>,
    pub lit: Option<Words>,
    pub rulers: Option<bool>,
    pub square: Option<Words>,
    pub beside: Option<Vec<Words>>,
    pub guess: Option<Words>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawOtherSource {
    pub id: Words,
    pub title: Pair,
    pub publisher: Pair,
    pub date: Spanned<RawDate>,
    pub address: Words,
    pub read: Spanned<toml::value::Datetime>,
    pub note: Option<Pair>,
}

/// A day, or in quotation marks a month or a year.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub enum RawDate {
    Day(toml::value::Datetime),
    Rough(String),
}

impl fmt::Display for RawDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RawDate::Day(day) => day.fmt(f),
            RawDate::Rough(date) => date.fmt(f),
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawFollowUpNote {
    pub id: Words,
    /// A figure, a milestone or a promise without a number; none where it tells which years the article means.
    pub about: Option<Words>,
    pub as_of: Words,
    pub text: Pair,
    pub source: Words,
    pub phrase: Words,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawFollowUp {
    pub id: Words,
    pub figure: Words,
    pub kind: Words,
    pub value: Spanned<f64>,
    pub unit: Words,
    pub hedge: Spanned<Vec<Words>>,
    pub as_of: Words,
    pub as_of_words: Option<Pair>,
    pub measure: Pair,
    pub same_measure: Words,
    pub reason: Option<Pair>,
    pub source: Words,
    pub phrase: Option<Words>,
    pub locator: Option<Pair>,
    pub replaces: Option<Words>,
}

/// All files, each entry read on its own so that one fault hides no other.
#[derive(Debug)]
pub struct Raw {
    pub site: Option<RawSite>,
    pub regions: Vec<RawRegion>,
    pub footer: Option<RawFooter>,
    pub source: Option<RawSource>,
    pub texts: Option<RawTexts>,
    pub data_page: Vec<RawDataSection>,
    pub since_page: Vec<RawDataSection>,
    pub changes: Vec<RawChange>,
    pub aliases: Vec<RawAlias>,
    pub sentences: Vec<RawSentence>,
    pub pillars: Vec<RawPillar>,
    pub themes: Vec<RawTopic>,
    pub figures: Vec<RawFigure>,
    pub milestones: Vec<RawMilestone>,
    pub hedges: Vec<RawHedge>,
    pub commitments: Vec<RawCommitment>,
    pub terms: Vec<RawTerm>,
    pub story_opening: Option<RawStoryOpening>,
    pub chapters: Vec<RawChapter>,
    pub moved: Vec<RawMoved>,
    pub other_sources: Vec<RawOtherSource>,
    pub since: Vec<RawFollowUp>,
    pub since_notes: Vec<RawFollowUpNote>,
    /// Entries that could not be read; each has its problem already.
    pub unread: Vec<Unread>,
}

/// An entry that is written and could not be read: what refers to it is not at fault.
#[derive(Debug)]
pub struct Unread {
    /// `figure`, `theme` …
    pub what: &'static str,
    /// None where not even the id is known: then it may be any.
    pub id: Option<String>,
}

impl Raw {
    /// `files` in the order of [`super::FILES`], perhaps with [`super::SINCE_FILE`] behind them.
    pub fn read(files: &[SourceFile], problems: &mut Vec<Problem>) -> Raw {
        let mut tables: Vec<Tables> = files.iter().map(|file| Tables::read(file, problems)).collect();
        let mut raw = Raw {
            unread: Vec::new(),
            site: tables[0].one("site", problems),
            regions: tables[0].many("region", problems),
            footer: tables[0].one("footer", problems),
            source: tables[0].one("source", problems),
            texts: tables[0].one("texts", problems),
            data_page: tables[0].many("data_page", problems),
            since_page: tables[0].many("since_page", problems),
            changes: tables[0].many("change", problems),
            aliases: tables[0].many("alias", problems),
            sentences: tables[1].many("sentence", problems),
            pillars: tables[2].many("pillar", problems),
            themes: tables[3].many("theme", problems),
            figures: tables[4].many("figure", problems),
            milestones: tables[5].many("milestone", problems),
            hedges: tables[6].many("hedge", problems),
            commitments: tables[7].many("commitment", problems),
            terms: tables[8].many("term", problems),
            story_opening: tables[9].one_or_none("opening", problems),
            chapters: tables[9].many("chapter", problems),
            moved: tables[9].many("moved", problems),
            other_sources: tables.get_mut(10).map_or_else(Vec::new, |since| since.many("source", problems)),
            since: tables.get_mut(10).map_or_else(Vec::new, |since| since.many("entry", problems)),
            since_notes: tables.get_mut(10).map_or_else(Vec::new, |since| since.many("note", problems)),
        };
        // Sorted by locator, so that sentences can be looked up by binary search.
        raw.sentences.sort_by_cached_key(|sentence| Locator::parse(sentence.at.get_ref()));
        for mut table in tables {
            // Under an unknown name may stand the entries of a known one.
            if !table.table.is_empty() {
                table.unread.extend(table.asked.iter().map(|what| Unread { what, id: None }));
            }
            raw.unread.append(&mut table.unread);
            table.refuse_the_rest(problems);
        }
        raw
    }

    /// Whether the entry may be there, among what could not be read.
    pub fn may_be_unread(&self, what: &str, id: &str) -> bool {
        self.unread.iter().any(|unread| unread.what == what && unread.id.as_deref().is_none_or(|known| known == id))
    }
}

/// What a Chinese input method types for the signs and digits of TOML.
const WIDE: [(char, char); 24] = [
    ('０', '0'),
    ('１', '1'),
    ('２', '2'),
    ('３', '3'),
    ('４', '4'),
    ('５', '5'),
    ('６', '6'),
    ('７', '7'),
    ('８', '8'),
    ('９', '9'),
    ('．', '.'),
    ('－', '-'),
    ('＝', '='),
    ('“', '"'),
    ('”', '"'),
    ('＂', '"'),
    ('［', '['),
    ('］', ']'),
    ('【', '['),
    ('】', ']'),
    ('｛', '{'),
    ('｝', '}'),
    ('，', ','),
    ('\u{3000}', ' '),
];

/// The first such character of the line around `at` that stands outside of quotation marks: its place, itself, and the
/// sign that was meant.
fn wide_character(text: &str, at: usize) -> Option<(usize, char, char)> {
    let at = text.floor_char_boundary(at.min(text.len()));
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let line = text[start..].lines().next()?;
    let mut quoted = false;
    for (offset, character) in line.char_indices() {
        quoted ^= character == '"';
        if let Some((_, meant)) = WIDE.iter().find(|(wide, _)| *wide == character && !quoted) {
            return Some((start + offset, character, *meant));
        }
    }
    None
}

/// The top-level tables of one file, taken out one by one.
struct Tables<'a> {
    file: &'a SourceFile,
    table: DeTable<'a>,
    asked: Vec<&'static str>,
    broken: bool,
    unread: Vec<Unread>,
}

impl<'a> Tables<'a> {
    fn read(file: &'a SourceFile, problems: &mut Vec<Problem>) -> Tables<'a> {
        let (table, errors) = DeTable::parse_recoverable(file.text());
        let broken = !errors.is_empty();
        for error in errors {
            let span = error.span().unwrap_or(0..0);
            problems.push(match wide_character(file.text(), span.start) {
                Some((at, found, meant)) => {
                    file.problem(at..at + found.len_utf8(), Fault::WideCharacter { found, meant })
                }
                None => file.problem(span, Fault::Syntax(error.message().to_owned())),
            });
        }
        Tables { file, table: table.into_inner(), asked: Vec::new(), broken, unread: Vec::new() }
    }

    fn take(&mut self, name: &'static str) -> Option<Spanned<DeValue<'a>>> {
        self.asked.push(name);
        self.table.remove(name)
    }

    fn one<T: Deserialize<'a>>(&mut self, name: &'static str, problems: &mut Vec<Problem>) -> Option<T> {
        match self.take(name) {
            Some(value) => self.entry(value, problems),
            // Where the syntax broke, what is missing may only be unread.
            None if self.broken => None,
            None => {
                problems.push(self.file.problem(0..0, Fault::MissingTable { field: name }));
                None
            }
        }
    }

    fn one_or_none<T: Deserialize<'a>>(&mut self, name: &'static str, problems: &mut Vec<Problem>) -> Option<T> {
        self.take(name).and_then(|value| self.entry(value, problems))
    }

    /// No entry at all is a valid list.
    fn many<T: Deserialize<'a>>(&mut self, name: &'static str, problems: &mut Vec<Problem>) -> Vec<T> {
        let value = self.take(name);
        if self.broken {
            self.unread.push(Unread { what: name, id: None });
        }
        let Some(value) = value else {
            return Vec::new();
        };
        let span = value.span();
        match value.into_inner() {
            DeValue::Array(entries) => {
                let mut read = Vec::new();
                for entry in entries {
                    let id = id_of(&entry);
                    match self.entry(entry, problems) {
                        Some(entry) => read.push(entry),
                        None => self.unread.push(Unread { what: name, id }),
                    }
                }
                read
            }
            other => {
                self.unread.push(Unread { what: name, id: None });
                problems.push(self.file.problem(
                    span,
                    Fault::Shape {
                        message: format!("`{name}` is {}; it must be a list, [[{name}]]", type_name(&other)),
                        suggestion: None,
                    },
                ));
                Vec::new()
            }
        }
    }

    fn entry<T: Deserialize<'a>>(&self, value: Spanned<DeValue<'a>>, problems: &mut Vec<Problem>) -> Option<T> {
        let whole = value.span();
        T::deserialize(ValueDeserializer::from(value))
            .map_err(|error| {
                problems.push(self.file.problem(
                    error.span().unwrap_or(whole),
                    Fault::Shape { message: error.message().to_owned(), suggestion: suggestion(error.message()) },
                ));
            })
            .ok()
    }

    fn refuse_the_rest(self, problems: &mut Vec<Problem>) {
        for (key, _) in self.table.iter() {
            problems.push(self.file.problem(
                key.span(),
                Fault::Unknown {
                    what: "table",
                    given: key.get_ref().to_string(),
                    known: self.asked.iter().map(ToString::to_string).collect(),
                },
            ));
        }
    }
}

/// What an entry is known by: sentences by their place, the others by their id.
fn id_of(entry: &Spanned<DeValue<'_>>) -> Option<String> {
    let table = entry.get_ref().as_table()?;
    let id = table.get("id").or_else(|| table.get("at"))?;
    id.get_ref().as_str().map(str::to_owned)
}

/// What stands where a list belongs.
fn type_name(value: &DeValue<'_>) -> String {
    match value {
        DeValue::Table(_) => "a table".to_owned(),
        other => format!("of type {}", other.type_str()),
    }
}

/// The field that was meant, read from serde's own list: "unknown field `a`, expected one of `b`, `c`".
fn suggestion(message: &str) -> Option<String> {
    let mut quoted = message.split('`').skip(1).step_by(2);
    let given = quoted.next()?;
    message.starts_with("unknown field").then(|| nearest(given, quoted).map(str::to_owned)).flatten()
}
