//! What strangers can put in: addresses, texts to be checked, files, numbers, searches. Nothing of it may bring the program
//! down, and what is understood is understood again.
//!
//! `make test` tries each of them some thousand times; `make fuzz` a million times and more (CASES=).

use five_new_bijies::check::{CheckData, FileKind, Links, Report};
use five_new_bijies::plan::Plan;
use five_new_bijies::plan::verify::Ledger;
use five_new_bijies::quantity::{Lang, read_number};
use five_new_bijies::route::query::{Filters, LONGEST_SEARCH};
use five_new_bijies::route::{Address, Page, Query};
use five_new_bijies::search::Index;
use five_new_bijies::site::search;
use five_new_bijies::site::source::{self, Bilingual};
use proptest::prelude::*;
use proptest::sample::{Index as Place, select};
use proptest::test_runner::TestRunner;
use std::sync::LazyLock;

static PLAN: LazyLock<Bilingual> = LazyLock::new(|| source::load_or_panic("data"));

fn plan() -> &'static Plan {
    PLAN.zh
}

/// So many cases, or one in `share` of those that the environment asks for.
fn tried<S: Strategy>(cases: u32, share: u32, strategy: &S, test: impl Fn(S::Value) -> Result<(), TestCaseError>) {
    let asked = std::env::var("CASES").ok().and_then(|cases| cases.parse::<u32>().ok());
    let cases = asked.map_or(cases, |asked| asked / share);
    let config = ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() };
    if let Err(error) = TestRunner::new(config).run(strategy, test) {
        panic!("{error}");
    }
    println!("{cases} cases");
}

/// Words that mean something to some reader of an address.
const WORDS: [&str; 40] = [
    "/",
    "?",
    "&",
    "=",
    "#",
    "en",
    "embed",
    "figures",
    "pillars",
    "themes",
    "commitments",
    "card",
    "data",
    "404.html",
    "industry-output",
    "strength",
    "theme",
    "dark",
    "text",
    "large",
    "view",
    "table",
    "scene",
    "point",
    ".promise",
    "lens",
    "note",
    "guess",
    "pace",
    "q",
    "about",
    "measured",
    "hedge",
    "%",
    "%E7%A0",
    "+",
    "..",
    "\u{0}",
    "\u{202e}",
    "1e308",
];

/// An address: known words in any order, with any characters between them.
fn address() -> impl Strategy<Value = String> {
    let piece = (select(WORDS.as_slice()), proptest::option::weighted(0.3, any::<char>()));
    proptest::collection::vec(piece, 0..9).prop_map(|pieces| {
        let mut text = String::from("/");
        for (word, other) in pieces {
            text.push_str(word);
            text.extend(other);
        }
        text
    })
}

#[test]
fn an_address_is_a_page_or_none_and_what_it_asks_for_is_read_as_it_is_written() {
    tried(20_000, 1, &address(), |text| {
        let (path, search) = text.split_once('?').unwrap_or((&text, ""));
        let site = Address::new("https://town.example", "/bijie/");
        if let Some((page, lang)) = Page::parse(path, plan()) {
            prop_assert_eq!(page.path(plan(), lang), path);
            let under = site.under(path);
            prop_assert_eq!(site.strip(&under), Some(path));
        }
        let (query, problems) = Query::parse(search, plan());
        prop_assert!(query.filters.search.chars().count() <= LONGEST_SEARCH);
        prop_assert!(problems.len() <= 14);
        let written = query.format(plan());
        prop_assert!(written.bytes().all(|byte| byte.is_ascii_graphic()), "{written}");
        let (again, none) = Query::parse(&written, plan());
        prop_assert_eq!(again.format(plan()), written);
        prop_assert_eq!(none, vec![]);
        Ok(())
    });
}

static CHECK: LazyLock<CheckData> = LazyLock::new(|| {
    let address = Address::new("https://town.example", "/");
    CheckData { ledger: Ledger::of(&PLAN), links: Lang::ALL.map(|lang| Links::of(PLAN.in_lang(lang), address)) }
});

/// Runs of text that the check has an opinion on.
static PHRASES: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let values = plan().figures.iter().flat_map(|figure| figure.values().map(|(_, value)| value.phrase.as_str()));
    let marks = [
        "。",
        "　　",
        "\n",
        "\r\n",
        "——",
        "“",
        "”",
        "三",
        "百分之",
        "亿元",
        "1,000",
        "4G",
        "①",
        "\u{feff}",
        "\u{200b}",
        "e\u{301}",
    ];
    values.chain(marks).collect()
});

/// A text: pieces of what the article says, with anything between them.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => any::<Place>().prop_map(|place| place.get(&PHRASES).to_string()),
        1 => any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

#[test]
fn any_text_gets_a_report_that_arrives_as_it_was_sent() {
    tried(2_000, 1, &(text(), any::<bool>()), |(text, english)| {
        let lang = if english { Lang::En } else { Lang::Zh };
        let report = CHECK.report(&text, lang);
        prop_assert!(!report.summary.is_empty());
        let again = Report::decode(&report.encode());
        prop_assert!(again.as_ref() == Ok(&report), "{again:?}");
        Ok(())
    });
}

#[test]
fn any_bytes_are_a_kind_of_file_and_a_report_or_none() {
    tried(5_000, 10, &proptest::collection::vec(any::<u8>(), 0..200), |bytes| {
        let kind = FileKind::of(&bytes);
        prop_assert_eq!(kind, FileKind::of(&bytes));
        // Bytes that no worker of ours wrote: they are a report or are refused.
        if let Ok(report) = Report::decode(&bytes) {
            prop_assert!(report.encode().len() <= bytes.len());
        }
        if let Ok(data) = CheckData::decode(&bytes) {
            prop_assert!(data.links.len() == 2);
        }
        Ok(())
    });
}

/// What is typed or pasted into a field for a number.
fn number() -> impl Strategy<Value = String> {
    prop_oneof!["[-+0-9.,eE ％%万亿０-９]{0,12}", any::<f64>().prop_map(|value| value.to_string()), ".{0,6}"]
}

#[test]
fn what_is_pasted_for_a_number_is_finite_or_refused() {
    tried(5_000, 10, &number(), |text| {
        if let Some(value) = read_number(&text) {
            prop_assert!(value.is_finite(), "{text}: {value}");
        }
        Ok(())
    });
}

static INDEX: LazyLock<Index> = LazyLock::new(|| Index::of(PLAN.plans.items(), &search::table(&PLAN.plans)));

#[test]
fn any_search_ends_and_finds_no_more_than_there_is() {
    tried(1_000, 100, &prop_oneof!["[a-z ]{0,12}", text(), ".{0,20}"], |search| {
        let found = INDEX.find(&Filters { search, ..Filters::default() });
        prop_assert!(found.rows.len() <= found.total);
        Ok(())
    });
}
