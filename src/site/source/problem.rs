//! What can be wrong with plan data: each fault is worded once, here, with its remedy.

use crate::plan::verify::Miss;
use crate::quantity::{Hedge, Lang};
use miette::{Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, NamedSource, SourceCode};
use std::collections::HashSet;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;
use thiserror::Error;

/// One kind of fault.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum Fault {
    #[error("the file cannot be read: {0}")]
    Unreadable(String),
    #[error("the file is empty")]
    Empty,
    #[error("the file has {bytes} bytes; a data file has at most {limit}")]
    TooLarge { bytes: usize, limit: usize },
    #[error("this is not UTF-8")]
    NotUtf8,
    #[error("this is UTF-16, not UTF-8")]
    Utf16,
    #[error("`{found}` (U+{:04X}) stands where `{meant}` should", *found as u32)]
    WideCharacter { found: char, meant: char },
    #[error("this is not TOML: {0}")]
    Syntax(String),
    #[error("{message}")]
    Shape { message: String, suggestion: Option<String> },
    #[error("there is no `{field}` in this file")]
    MissingTable { field: &'static str },
    #[error("unknown {what} `{given}`")]
    Unknown { what: &'static str, given: String, known: Vec<String> },
    #[error("the {what} `{id}` is defined twice")]
    Duplicate { what: &'static str, id: String },
    #[error("another thing on its page is called `{0}` already")]
    AnchorTaken(String),
    #[error("`{0}` cannot be an id")]
    BadId(String),
    #[error("the {0} translation is missing")]
    MissingTranslation(&'static str),
    #[error("`{0}` is not a locator")]
    BadLocator(String),
    #[error("`{0}` is not a SHA-256")]
    BadHash(String),
    #[error("the phrase has {0} characters")]
    LongPhrase(usize),
    #[error("the phrase “{phrase}” does not hold the number {value}{unit}")]
    NumberNotInPhrase { phrase: String, value: String, unit: String },
    #[error("the hedges do not agree with the phrase: it says [{phrase}], the data says [{data}]")]
    HedgeDisagrees { phrase: String, data: String },
    #[error("{value} cannot be a value in {unit}: it must be {rule}")]
    OutOfRange { value: String, unit: &'static str, rule: &'static str },
    #[error("no range can end at {to} here: it must be {rule}")]
    Range { to: f64, rule: &'static str },
    #[error("a figure needs a value: `past`, `promise` or both")]
    NoValue,
    #[error("a value that is promised has a pillar; this figure has none")]
    PromiseWithoutPillar,
    #[error("a {kind} figure cannot have values in {unit}")]
    KindUnit { kind: String, unit: &'static str },
    #[error("both values of a figure have one unit; these have {0} and {1}")]
    MixedUnits(&'static str, &'static str),
    #[error("a figure that looks both ways needs a `ruler` that says whether both values are measured alike")]
    NoRuler,
    #[error("a ruler goes with {0}")]
    Ruler(&'static str),
    #[error("the phrase “{phrase}” has not the ruler’s words “{words}”")]
    RulerNotInPhrase { phrase: String, words: String },
    #[error("a figure of counts needs a `noun` that says what is counted")]
    NoNoun,
    #[error("the number {0} stands outside any mark")]
    LooseNumber(String),
    #[error("the tag {0} would stand on the page as it is")]
    Tag(String),
    #[error("this has {length} characters; a name, a title or a heading has at most {limit}")]
    LongTitle { length: usize, limit: usize },
    #[error("the number {number} is none of those that are listed at {at}")]
    NumberNotListed { number: String, at: String },
    #[error("the mark {0} is not closed")]
    OpenMark(&'static str),
    #[error("`{0}` has no value here")]
    NoSuchNumber(String),
    #[error("a stage shows one thing: `figure`, `areas`, `figures`, `ladder`, `measure`, `words` or `pillar`")]
    BadStage,
    #[error("nothing claims this sentence")]
    Unclaimed,
    #[error("`{0}` is no year, month or day")]
    BadDate(String),
    #[error("{0}")]
    LaterThan(&'static str),
    #[error("the {what} `{id}` was read before the one above it")]
    OutOfOrder { what: &'static str, id: String },
    #[error("`{0}` promises no number")]
    NotPromised(String),
    #[error("{unit} cannot be set beside a promise in {promised}")]
    OtherDimension { unit: &'static str, promised: &'static str },
    #[error("`{0}` says the same of the same source with another value")]
    Contradicts(String),
    #[error("`{0}` cannot be replaced here: {1}")]
    NotReplaced(String, &'static str),
    #[error("a measure that is not surely the article's needs a `reason`")]
    NoReason,
    #[error("an entry needs the `phrase` that holds its number, or a `locator`")]
    NoPhrase,
    /// What a text of the article says against the data; its words hold the remedy.
    #[error(transparent)]
    Miss(Miss),
}

impl Fault {
    /// What to do about it.
    fn remedy(&self) -> Option<String> {
        let text = match self {
            Fault::Unreadable(_) => "a plan needs all of its files; docs/plan.md says what each holds",
            Fault::Empty => "restore the file from version control, or fill it",
            Fault::TooLarge { .. } => "is this the right file?",
            Fault::NotUtf8 => "save the file as UTF-8; editors on Chinese Windows may have saved it as GBK",
            Fault::Utf16 => "save the file as UTF-8",
            Fault::WideCharacter { .. } => "type it again with the Chinese input method off",
            Fault::Syntax(_) | Fault::Miss(_) => return None,
            Fault::Shape { suggestion, .. } => return suggestion.as_ref().map(|s| format!("did you mean `{s}`?")),
            Fault::MissingTable { .. } => "add it; docs/plan.md says what each file holds",
            Fault::Unknown { given, known, .. } => {
                return Some(match nearest(given, known.iter().map(String::as_str)) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None if known.len() <= 24 => format!("known here: {}", known.join(", ")),
                    None => "define it, or use one that is defined".to_owned(),
                });
            }
            Fault::Duplicate { .. } => "give one of the two another id",
            Fault::AnchorTaken(_) => "choose another id: a page finds its places by them",
            Fault::BadId(_) => {
                "use lower-case letters, digits and single hyphens, as in `forest-cover`; ids are parts of addresses"
            }
            Fault::MissingTranslation(_) => "every text has `zh` and `en`, both with words in them",
            Fault::BadLocator(_) => "write p, the paragraph from 0, s, the sentence from 1: p9s4",
            Fault::BadHash(_) => {
                "it has 64 hexadecimal digits; `cargo run --bin verify -- ARTICLE --hashes` prints the right one"
            }
            Fault::LongPhrase(_) => "quote the 24 characters around the number at most",
            Fault::NumberNotInPhrase { .. } => {
                "quote the words that hold the number with its unit, or correct the value or the unit"
            }
            Fault::HedgeDisagrees { .. } => {
                let known = Hedge::ALL.iter().map(|hedge| format!("{} {}", hedge.word(Lang::Zh), hedge.name()));
                let known = known.collect::<Vec<_>>().join(", ");
                return Some(format!("correct `hedge`; words from earlier in the sentence go into `lead` ({known})"));
            }
            Fault::OutOfRange { .. } => "correct the value, or choose the right unit",
            Fault::Range { .. } => {
                "correct it; or write it as a promise in words, `commitments.toml`, with its numbers among the `numerals` of its sentence"
            }
            Fault::NoValue => "add [figure.past] or [figure.promise]",
            Fault::PromiseWithoutPillar => "name the pillar whose paragraph holds the promise",
            Fault::KindUnit { .. } => "choose a kind that can draw this unit",
            Fault::MixedUnits(..) => "write both values in one unit",
            Fault::NoRuler => {
                "add ruler = { same = \"the article's words for both\", reason = { zh = …, en = … } }, or perhaps = … with a scope_condition"
            }
            Fault::Ruler(_) => "say `same` or `perhaps`, and leave the ruler out where one value is missing",
            Fault::RulerNotInPhrase { .. } => "take words for what is measured that both quotations have",
            Fault::NoNoun => "add noun = { zh = \"所\", en = \"school|schools\" }",
            Fault::LooseNumber(_) => {
                "write {figure.past} or {figure.promise} for a figure's value, {figure.ratio} and the like for a computed one, {#figures} for a count, [4G] for a number in a name"
            }
            Fault::Tag(_) => "take it out: texts know the marks {…}, […] and [words](term), and no HTML",
            Fault::LongTitle { .. } => "say it in fewer words; the rest has its place in the text under it",
            Fault::NumberNotListed { .. } => {
                "correct it, or list the article's words that hold it in the `numerals` of that sentence"
            }
            Fault::OpenMark(_) => "close it with the matching bracket",
            Fault::NoSuchNumber(_) => "use a value that the figure has",
            Fault::BadStage => "keep one of them",
            Fault::BadDate(_) => "write 2022, 2022-06 or 2022-06-30, as exactly as the source says it",
            Fault::LaterThan(_) => "correct one of the two dates",
            Fault::OutOfOrder { .. } => "add what is new at the end: the file is a log of what was read, in that order",
            Fault::NotPromised(_) => "name a figure with a promise; what only looks back has no outcome",
            Fault::OtherDimension { .. } => "give the value in a unit of what is promised, or leave the entry out",
            Fault::Contradicts(_) => "correct the value; where the older entry was wrong, say replaces = \"its id\"",
            Fault::NotReplaced(..) => "name an entry above this one, of the same figure, that no other entry replaces",
            Fault::NoReason => {
                "add reason = { zh = \"…\", en = \"…\" }, or same_measure = \"yes\" where the words are the same"
            }
            Fault::NoPhrase => "quote the source's own words, 24 characters at most",
            Fault::Unclaimed => "add what the article says there, or mark the sentence as a heading",
        };
        Some(text.to_owned())
    }
}

/// The known word nearest to `given`, if one is near enough to be meant.
pub fn nearest<'a>(given: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    known
        .map(|word| (strsim::normalized_damerau_levenshtein(given, word), word))
        .filter(|(likeness, _)| *likeness >= 0.6)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, word)| word)
}

/// A fault at its place.
#[derive(Clone, Debug)]
pub struct Problem {
    pub source: Arc<NamedSource<String>>,
    pub span: Range<usize>,
    pub fault: Fault,
}

impl Problem {
    /// A fault of a file as a whole.
    pub fn of_file(name: &str, fault: Fault) -> Problem {
        Problem { source: Arc::new(NamedSource::new(name, String::from(" "))), span: 0..0, fault }
    }

    /// File and line, counted from 1.
    pub fn place(&self) -> (String, usize) {
        let text = self.source.inner();
        let end = self.span.start.min(text.len());
        let line = text.as_bytes()[..end].iter().filter(|byte| **byte == b'\n').count() + 1;
        (self.source.name().to_owned(), line)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.fault.fmt(f)
    }
}

impl std::error::Error for Problem {}

impl Diagnostic for Problem {
    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.fault.remedy().map(|text| Box::new(text) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(self.source.as_ref())
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let label = LabeledSpan::new(Some("here".to_owned()), self.span.start, self.span.len());
        Some(Box::new(std::iter::once(label)))
    }
}

/// Every problem of the data, by file and place.
#[derive(Debug)]
pub struct Report(Vec<Problem>);

impl Report {
    pub fn new(problems: Vec<Problem>) -> Report {
        // The two languages are built one after the other and meet the same faults.
        let mut seen = HashSet::new();
        let mut problems: Vec<Problem> = problems
            .into_iter()
            .filter(|problem| {
                let Range { start, end } = problem.span;
                seen.insert((problem.source.name().to_owned(), start, end, format!("{:?}", problem.fault)))
            })
            .collect();
        problems.sort_by_key(|problem| (problem.source.name().to_owned(), problem.span.start));
        Report(problems)
    }

    pub fn problems(&self) -> &[Problem] {
        &self.0
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let handler = GraphicalReportHandler::new_themed(GraphicalTheme::unicode_nocolor()).with_width(100);
        for problem in &self.0 {
            let mut text = String::new();
            handler.render_report(&mut text, problem)?;
            writeln!(f, "{}", text.trim_end())?;
        }
        match self.0.len() {
            1 => write!(f, "\n1 problem in the plan data."),
            count => write!(f, "\n{count} problems in the plan data."),
        }
    }
}

impl std::error::Error for Report {}
