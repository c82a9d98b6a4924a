//! No input panics: it ends in a plan or in a report that can be printed.

use crate::edited::{FICTIONAL, fictional, files};
use five_new_bijies::site::source::{self, FILES};
use proptest::prelude::*;
use proptest::sample::Index;
use std::sync::LazyLock;

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

type Files = Vec<(String, Vec<u8>)>;

static SMALL: LazyLock<Files> = LazyLock::new(|| files(FICTIONAL));
static WHOLE: LazyLock<Files> = LazyLock::new(|| files("data"));

/// Either a plan, or a report with something in it that can be printed.
fn ends_well(files: Files) -> Result<(), TestCaseError> {
    if let Err(report) = source::parse(files) {
        prop_assert!(!report.problems().is_empty());
        for problem in report.problems() {
            let length = problem.source.inner().len();
            prop_assert!(problem.span.end <= length || length <= 1, "{problem:?}");
            prop_assert!(problem.source.inner().is_char_boundary(problem.span.start), "{problem:?}");
        }
        prop_assert!(report.to_string().contains("in the plan data."));
    }
    Ok(())
}

/// One change of a file; places are chosen when the file is known.
#[derive(Clone, Debug)]
enum Change {
    DeleteByte(Index),
    InsertByte(Index, u8),
    ReplaceByte(Index, u8),
    DeleteLine(Index),
    DoubleLine(Index),
    MoveLine(Index, Index),
    /// What stands between two quotation marks.
    Requote(Index, String),
    /// A number becomes another.
    Renumber(Index, String),
    Cut(Index),
}

fn change() -> impl Strategy<Value = Change> {
    let index = any::<Index>;
    prop_oneof![
        index().prop_map(Change::DeleteByte),
        (index(), any::<u8>()).prop_map(|(at, byte)| Change::InsertByte(at, byte)),
        (index(), proptest::sample::select(b"{}[]()\"'#=.,\\\n 0x9-z\xe4".as_slice()))
            .prop_map(|(at, byte)| Change::ReplaceByte(at, byte)),
        index().prop_map(Change::DeleteLine),
        index().prop_map(Change::DoubleLine),
        (index(), index()).prop_map(|(from, to)| Change::MoveLine(from, to)),
        (index(), markup()).prop_map(|(at, text)| Change::Requote(at, text)),
        (index(), number()).prop_map(|(at, text)| Change::Renumber(at, text)),
        index().prop_map(Change::Cut),
    ]
}

/// Words, marks, halves of marks, names of things.
fn markup() -> impl Strategy<Value = String> {
    let token = prop_oneof![
        Just("{".to_owned()),
        Just("}".to_owned()),
        Just("[".to_owned()),
        Just("](".to_owned()),
        Just(")".to_owned()),
        Just("#".to_owned()),
        Just(".".to_owned()),
        proptest::sample::select(vec![
            "past",
            "promise",
            "ratio",
            "rate",
            "index",
            "per",
            "km2",
            "yearly-past",
            "kite-output",
            "meadows",
            "figures",
            "two-wings",
            "p2s1",
            "p999s9",
            "percent",
            "wan-mu",
            "count",
            "7",
            "全覆盖",
            "十万亿",
            "力争",
            "达",
            "4G",
        ])
        .prop_map(str::to_owned),
        "[^\"\\\\\\p{Cc}]{0,6}",
    ];
    proptest::collection::vec(token, 0..12).prop_map(|tokens| tokens.concat())
}

fn number() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<f64>().prop_map(|value| format!("{value:?}").replace("NaN", "nan")),
        any::<i64>().prop_map(|value| value.to_string()),
        proptest::sample::select(vec![
            "nan",
            "inf",
            "-inf",
            "1e308",
            "-0.0",
            "0",
            "65536",
            "1_000",
            "0x10",
            "1979-05-27"
        ])
        .prop_map(str::to_owned),
    ]
}

fn changed(mut bytes: Vec<u8>, change: &Change) -> Vec<u8> {
    if bytes.is_empty() {
        return bytes;
    }
    let lines =
        |bytes: &[u8]| -> Vec<Vec<u8>> { bytes.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect() };
    match change {
        Change::DeleteByte(at) => {
            bytes.remove(at.index(bytes.len()));
        }
        Change::InsertByte(at, byte) => bytes.insert(at.index(bytes.len()), *byte),
        Change::ReplaceByte(at, byte) => {
            let at = at.index(bytes.len());
            bytes[at] = *byte;
        }
        Change::DeleteLine(at) => {
            let mut lines = lines(&bytes);
            lines.remove(at.index(lines.len()));
            bytes = lines.concat();
        }
        Change::DoubleLine(at) => {
            let mut lines = lines(&bytes);
            let at = at.index(lines.len());
            lines.insert(at, lines[at].clone());
            bytes = lines.concat();
        }
        Change::MoveLine(from, to) => {
            let mut lines = lines(&bytes);
            let line = lines.remove(from.index(lines.len()));
            let to = to.index(lines.len() + 1);
            lines.insert(to, line);
            bytes = lines.concat();
        }
        Change::Requote(at, text) => {
            let quotes: Vec<usize> =
                bytes.iter().enumerate().filter(|(_, byte)| **byte == b'"').map(|(at, _)| at).collect();
            if let [open, close] = quotes.chunks(2).nth(at.index(quotes.len().div_ceil(2).max(1))).unwrap_or(&[]) {
                bytes.splice(open + 1..*close, text.bytes());
            }
        }
        Change::Renumber(at, number) => {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            let places: Vec<usize> = text.match_indices("value = ").map(|(place, found)| place + found.len()).collect();
            if !places.is_empty() {
                let start = places[at.index(places.len())];
                let end = start + text[start..].find('\n').unwrap_or(text.len() - start);
                bytes = format!("{}{number}{}", &text[..start], &text[end..]).into_bytes();
            }
        }
        Change::Cut(at) => bytes.truncate(at.index(bytes.len())),
    }
    bytes
}

fn mutated(plan: &Files, file: usize, changes: &[Change]) -> Files {
    let mut files = plan.clone();
    let bytes = std::mem::take(&mut files[file].1);
    files[file].1 = changes.iter().fold(bytes, changed);
    files
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn random_bytes_in_any_file_end_in_a_report(file in 0..=FILES.len(), bytes in proptest::collection::vec(any::<u8>(), 0..4096)) {
        let mut files = SMALL.clone();
        files[file].1 = bytes;
        ends_well(files)?;
    }

    #[test]
    fn random_text_in_any_file_ends_in_a_report(file in 0..=FILES.len(), text in "\\PC{0,400}") {
        let mut files = SMALL.clone();
        files[file].1 = text.into_bytes();
        ends_well(files)?;
    }

    #[test]
    fn random_text_after_any_file_ends_in_a_plan_or_a_report(file in 0..=FILES.len(), text in "(\\[\\[?[a-z]{1,8}\\]?\\]|[a-z]{1,6} = [\\[\\{\"0-9a-z. ]{0,9}|\n|#){0,9}") {
        let mut files = SMALL.clone();
        files[file].1.extend_from_slice(text.as_bytes());
        ends_well(files)?;
    }

    #[test]
    fn random_texts_in_the_markup_end_in_a_plan_or_a_report(text in markup(), other in "\\PC{0,60}") {
        let quoted = |text: &str| toml::Value::from(text).to_string();
        let edited = fictional()
            .replace("site.toml", "\"整座镇子都是编的\"", &quoted(&text))
            .replace("figures.toml", "\"The conversion to {km2} is ours.\"", &quoted(&text))
            .replace("glossary.toml", "\"Only named.\"", &quoted(&other));
        if let Err(report) = edited.parse() {
            prop_assert!(!report.problems().is_empty());
            prop_assert!(report.to_string().contains("in the plan data."));
        }
    }

    #[test]
    fn no_article_is_too_strange_to_be_verified(text in "([。　　 \n0-9十百千万亿零全覆盖四级九同]|\\PC){0,200}") {
        let plan = source::parse(SMALL.clone()).expect("the fictional plan is valid");
        let verification = source::verify(&plan, &text);
        prop_assert!(!verification.passes());
        prop_assert!(verification.to_string().contains("misses"));
    }
}

macro_rules! every_file {
    ($($name:ident = $file:literal),* $(,)?) => {
        mod mutations_of {
            use super::*;
            $(
                proptest! {
                    #![proptest_config(config(96))]

                    #[test]
                    fn $name(changes in proptest::collection::vec(change(), 1..4)) {
                        let file = SMALL.iter().position(|(name, _)| *name == $file).expect("it is one of the files");
                        ends_well(mutated(&SMALL, file, &changes))?;
                    }
                }
            )*
        }
    };
}

every_file! {
    the_site_end_in_a_plan_or_a_report = "site.toml",
    the_sentences_end_in_a_plan_or_a_report = "sentences.toml",
    the_pillars_end_in_a_plan_or_a_report = "pillars.toml",
    the_themes_end_in_a_plan_or_a_report = "themes.toml",
    the_figures_end_in_a_plan_or_a_report = "figures.toml",
    the_milestones_end_in_a_plan_or_a_report = "milestones.toml",
    the_hedges_end_in_a_plan_or_a_report = "hedges.toml",
    the_commitments_end_in_a_plan_or_a_report = "commitments.toml",
    the_glossary_end_in_a_plan_or_a_report = "glossary.toml",
    the_story_end_in_a_plan_or_a_report = "story.toml",
    what_others_say_end_in_a_plan_or_a_report = "since.toml",
}

proptest! {
    #![proptest_config(config(48))]

    #[test]
    fn mutations_of_the_real_plan_end_in_a_plan_or_a_report(file in 0..=FILES.len(), changes in proptest::collection::vec(change(), 1..3)) {
        ends_well(mutated(&WHOLE, file, &changes))?;
    }
}
