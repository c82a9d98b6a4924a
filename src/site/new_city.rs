//! The beginning of another city's plan: its article's sentences with places and hashes, and each number of them as an
//! entry to fill in.

use crate::plan::numerals::numerals;
use crate::plan::phrase::{hedges_in, makes_a_range, own_number};
use crate::plan::verify::{ArticleSentence, Ledger, Number};
use crate::quantity::{Hedge, Unit};
use crate::site::{IN_MEMORY, write_whole};
use clap::Args;
use std::fmt::Write;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// What stands where words are to be written.
const OPEN: &str = "{ zh = \"…\", en = \"…\" }";
/// Longest quotation, in characters.
const MAX_PHRASE: usize = 24;

#[derive(Debug, Args)]
pub struct Question {
    /// Folder that the plan gets; there must be none of this name yet.
    pub folder: PathBuf,
    /// File with the text of the article.
    pub article: PathBuf,
}

#[derive(Debug, Error)]
pub enum Error {
    #[error("{path}: {error}")]
    File { path: PathBuf, error: io::Error },
    #[error("{0} is there already; name a folder that is not")]
    Taken(PathBuf),
    #[error("{0} holds no sentence; paragraphs begin with two full-width spaces, sentences end with 。")]
    NoSentence(PathBuf),
}

/// Writes the files, and says what there is to do.
///
/// # Errors
/// Where the article cannot be read, or the folder cannot be made or is there already.
pub fn begin(Question { folder, article }: &Question) -> Result<String, Error> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |error| Error::File { path, error }
    };
    if folder.exists() {
        return Err(Error::Taken(folder.clone()));
    }
    let text = std::fs::read_to_string(article).map_err(failed(article))?;
    let files = files(&text);
    let sentences = files.iter().map(|(_, text)| text.matches("\n[[sentence]]").count()).sum::<usize>();
    let numbers = files.iter().map(|(_, text)| text.matches("# [[figure]]").count()).sum::<usize>();
    if sentences == 0 {
        return Err(Error::NoSentence(article.clone()));
    }
    std::fs::create_dir_all(folder).map_err(failed(folder))?;
    for (name, text) in files {
        let path = folder.join(name);
        write_whole(&path, text).map_err(failed(&path))?;
    }
    let (folder, article) = (folder.display(), article.display());
    Ok(format!(
        "{folder}: {sentences} sentences, {numbers} numbers to fill in.\n\
         What is left: make verify PLAN='{folder}' ARTICLE='{article}'\n\
         Look at it:   make serve PLAN='{folder}'"
    ))
}

/// Each file's name and text. They make a plan that loads and says nothing yet.
pub fn files(article: &str) -> Vec<(&'static str, String)> {
    let found = Ledger { sentences: Vec::new() }.verify(article);
    let sentences: Vec<(&ArticleSentence, &[Number])> =
        found.article.iter().zip(&found.rows).map(|(sentence, row)| (sentence, row.numbers.as_slice())).collect();
    vec![
        ("site.toml", site()),
        ("sentences.toml", sentences_file(&sentences)),
        (
            "pillars.toml",
            entry(
                "The plan's pillars, in the order of the colours.",
                "pillar",
                &["name", "long", "scope", "lede"],
                "at = \"…\"\nthemes = []\n",
            ),
        ),
        (
            "themes.toml",
            entry("Sides of daily life, each with a question.", "theme", &["name", "question", "answer"], ""),
        ),
        ("figures.toml", figures_file(&sentences)),
        (
            "milestones.toml",
            entry("What was done without a number.", "milestone", &["text"], "at = \"…\"\nthemes = []\n"),
        ),
        (
            "hedges.toml",
            entry(
                "Words that say how firm a promise without a number is.",
                "hedge",
                &["label", "meaning"],
                "word = \"…\"\n",
            ),
        ),
        (
            "commitments.toml",
            entry("Promises without a number.", "commitment", &["text"], "pillar = \"…\"\ntheme = \"…\"\nat = \"…\"\n"),
        ),
        ("glossary.toml", entry("The article's shorthand.", "term", &["term", "article"], "at = [\"…\"]\n")),
        (
            "story.toml",
            commented(
                "The story: chapters, and scenes in them.",
                &format!(
                    "[[chapter]]\npage = \"story\"\nid = \"past\"\ntitle = {OPEN}\n\n[[chapter.scene]]\nid = \"measure\"\nheading = {OPEN}\ntext = {OPEN}\nstage = {{ measure = true }}\n"
                ),
            ),
        ),
    ]
}

/// Lines that count once the `# ` before them is gone.
fn commented(about: &str, lines: &str) -> String {
    let mut text = format!("## {about} Take away the `# ` before what you fill in; every … is to be written.\n");
    for line in lines.lines() {
        text.push_str(if line.is_empty() { "#" } else { "# " });
        text.push_str(line);
        text.push('\n');
    }
    text
}

fn entry(about: &str, table: &str, texts: &[&str], rest: &str) -> String {
    let texts: String = texts.iter().map(|text| format!("{text} = {OPEN}\n")).collect();
    commented(about, &format!("[[{table}]]\nid = \"first\"\n{rest}{texts}"))
}

fn site() -> String {
    let table = |name: &str, texts: &[&str]| {
        let lines: String = texts.iter().map(|text| format!("{text} = {OPEN}\n")).collect();
        format!("\n[{name}]\n{lines}")
    };
    [
        "# Who speaks, and the words around the plan. Every … is to be written.\n".to_owned(),
        table("site", &["name", "title", "city", "kicker", "lede", "description", "past", "next"]),
        table("footer", &["about", "corrections", "licence"]),
        table("source", &["title", "credit", "unknown"]),
        table(
            "texts",
            &[
                "themes_lede",
                "commitments_lede",
                "glossary_lede",
                "figures_lede",
                "not_found",
                "vision_title",
                "vision_lede",
            ],
        ),
    ]
    .concat()
}

/// Every sentence is a heading until something claims it.
fn sentences_file(sentences: &[(&ArticleSentence, &[Number])]) -> String {
    let mut text = "# Every sentence of the article. Set role = \"claim\" where an entry says what it says. Numbers that are part of a\n\
                    # name, or set a condition, are listed as `numerals`; the others are in figures.toml.\n"
        .to_owned();
    for (sentence, numbers) in sentences {
        let (at, hash) = (sentence.at, sentence.sha256);
        write!(text, "\n[[sentence]]\nat = \"{at}\"\nsha256 = \"{hash}\"\nrole = \"heading\"\n").expect(IN_MEMORY);
        let listed: Vec<String> = numbers
            .iter()
            .filter(|number| !numerals(&number.text).is_empty())
            .map(|number| {
                format!("{{ text = {}, role = \"name\" }}", quoted(&with_next(&sentence.text, &number.range)))
            })
            .collect();
        if !listed.is_empty() {
            writeln!(text, "# numerals = [ {} ]", listed.join(", ")).expect(IN_MEMORY);
        }
    }
    text
}

/// A number with the two characters behind it.
fn with_next(sentence: &str, range: &Range<usize>) -> String {
    sentence[range.start..range.end].chars().chain(sentence[range.end..].chars().take(2)).collect()
}

fn figures_file(sentences: &[(&ArticleSentence, &[Number])]) -> String {
    let mut entries = String::new();
    for (sentence, numbers) in sentences {
        let mut index = 0;
        while let Some(number) = numbers.get(index) {
            let upper = numbers.get(index + 1).filter(|upper| is_range(&sentence.text, number, upper));
            entries.push_str(&figure(sentence, number, upper, index + 1));
            index += if upper.is_some() { 2 } else { 1 };
        }
    }
    let about = "Every number that the article writes. What is promised goes into [figure.promise], and `pillar` onto its [[figure]]; \
                 a hedge that is not among those of the README goes into a caveat; drop numbers that are parts of names.";
    commented(about, &entries)
}

/// Whether two numbers are the ends of one range, in whatever unit.
fn is_range(sentence: &str, lower: &Number, upper: &Number) -> bool {
    let between = &sentence[lower.range.end..upper.range.start];
    Unit::NAMES.iter().any(|(_, unit)| makes_a_range(between, *unit))
}

fn figure(sentence: &ArticleSentence, number: &Number, upper: Option<&Number>, index: usize) -> String {
    let phrase = clause(&sentence.text, &(number.range.start..upper.unwrap_or(number).range.end));
    let read = |number: &Number| numerals(&number.text).first().map(|numeral| numeral.value);
    let to = upper.and_then(read);
    let (unit, value) = unit(phrase, read(number).unwrap_or(100.0), to);
    let hedges: Vec<&str> = hedges_in(phrase, "", value, to, unit)
        .into_iter()
        .flat_map(|found| found.iter().map(Hedge::name).collect::<Vec<_>>())
        .collect();
    let hedges: Vec<String> = hedges.into_iter().map(quoted).collect();
    let (kind, noun) = match unit {
        Unit::Km2 | Unit::WanMu if to.is_some() => ("amount", String::new()),
        Unit::PercentAYear => ("pace", String::new()),
        Unit::Percent => ("share", String::new()),
        Unit::Km2 | Unit::WanMu => ("area", String::new()),
        Unit::Count => ("amount", "noun = { zh = \"…\", en = \"…|…\" }\n".to_owned()),
        _ => ("amount", String::new()),
    };
    let to = to.map_or_else(String::new, |to| format!("to = {to}\n"));
    let (at, phrase, unit, hedges) = (sentence.at, quoted(phrase), unit.name(), hedges.join(", "));
    format!(
        "\n[[figure]]\nid = \"{at}-{index}\"\nkind = \"{kind}\"\nthemes = []\nname = {OPEN}\nfinding = {OPEN}\n{noun}\n\
         [figure.past]\nmeasure = {OPEN}\nat = \"{at}\"\nphrase = {phrase}\nvalue = {value}\n{to}unit = \"{unit}\"\nhedge = [{hedges}]\n"
    )
}

/// The clause that holds a number, or as much of it as may be quoted, with the number's unit rather than what is before.
fn clause<'a>(sentence: &'a str, number: &Range<usize>) -> &'a str {
    let ends = |c: char| "，。；、：“”".contains(c);
    let start = sentence[..number.start]
        .rfind(ends)
        .map_or(0, |at| at + sentence[at..].chars().next().map_or(0, char::len_utf8));
    let end = sentence[number.end..].find(ends).map_or(sentence.len(), |at| number.end + at);
    let length = |text: &str| text.chars().count();
    let behind: usize = sentence[number.end..end].chars().take(6).map(char::len_utf8).sum();
    let end = if length(&sentence[start..end]) > MAX_PHRASE { number.end + behind } else { end };
    let skip = length(&sentence[start..end]).saturating_sub(MAX_PHRASE);
    let skipped: usize = sentence[start..end].chars().take(skip).map(char::len_utf8).sum();
    &sentence[(start + skipped).min(number.start)..end]
}

/// The unit whose words stand behind the number, the longest first, and the value in it: 下降18% is −18. Where none does,
/// something is counted.
fn unit(phrase: &str, value: f64, to: Option<f64>) -> (Unit, f64) {
    const CHANGES: [Unit; 2] = [Unit::PercentAYear, Unit::PercentChange];
    // 翻一番 writes one and means two; 增长1倍 as well.
    let meant: [(f64, &[Unit]); 3] =
        [(-value, &CHANGES), (2_f64.powf(value), &[Unit::Times]), (value + 1.0, &[Unit::Times])];
    let special = meant.into_iter().flat_map(|(value, units)| units.iter().map(move |unit| (*unit, value)));
    let plain = Unit::NAMES.into_iter().map(|(_, unit)| (unit, value)).filter(|(unit, _)| *unit != Unit::Count);
    let held =
        |(unit, value): &(Unit, f64)| own_number(phrase, *value, to, *unit).is_some() && unit.check(*value).is_ok();
    let yearly = phrase.contains("年均");
    let rank = |(unit, _): &(Unit, f64)| {
        let words = unit.words_in_source().iter().map(|word| word.len()).max().unwrap_or(0);
        let change = CHANGES.contains(unit);
        (words, change && (*unit == Unit::PercentAYear) == yearly, !change)
    };
    let whole = numerals(phrase).is_empty();
    special
        .filter(held)
        .max_by_key(rank)
        .or_else(|| plain.filter(held).max_by_key(rank))
        .unwrap_or((if whole { Unit::Percent } else { Unit::Count }, value))
}

/// As a string of TOML.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
