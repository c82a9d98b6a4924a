//! The beginning of another city's plan: what is written loads, agrees with the article, and holds every number of it.

use five_new_bijies::plan::verify::{Miss, Verification};
use five_new_bijies::quantity::Hedge;
use five_new_bijies::site::new_city::{Error, Question, begin, files};
use five_new_bijies::site::source::{self, Bilingual, verify};
use std::path::{Path, PathBuf};

fn article(plan: &str) -> String {
    std::fs::read_to_string(format!("tests/plans/{plan}/article.txt")).expect("the article is there")
}

/// Every invented article there is.
fn articles() -> Vec<String> {
    let reports = std::fs::read_dir("tests/reports").expect("the reports are there");
    let texts = reports
        .map(|entry| entry.expect("it can be listed").path())
        .filter(|path| path.extension().is_some_and(|end| end == "txt"));
    let texts = texts.map(|path| std::fs::read_to_string(&path).expect("it is a text"));
    texts.chain(["fictional", "port"].map(article)).collect()
}

fn begun(article: &str) -> Bilingual {
    let files = files(article).into_iter().map(|(name, text)| (name.to_owned(), text.into_bytes()));
    source::parse(files.collect()).unwrap_or_else(|report| panic!("{report}"))
}

/// What is left to a person: a number that nothing claims, for its entry is still a comment.
fn left(verification: &Verification) -> usize {
    let open = |miss: &Miss| matches!(miss, Miss::Number(_));
    let misses: Vec<String> =
        verification.misses().filter(|(_, miss)| !open(miss)).map(|(at, miss)| format!("{at} {miss}")).collect();
    assert!(misses.is_empty(), "{}", misses.join("\n"));
    verification.misses().count()
}

#[test]
fn what_is_begun_loads_and_agrees_with_the_article_but_for_what_it_leaves_open() {
    for article in articles() {
        let plan = begun(&article);
        let verification = verify(&plan, &article);
        let numbers = verification.rows.iter().map(|row| row.numbers.len()).sum::<usize>();
        let left = left(&verification);
        assert!(left * 10 <= numbers, "{left} of {numbers} are left:\n{verification}");
    }
}

#[test]
fn every_number_that_measures_is_an_entry_with_its_unit_and_its_hedges() {
    let plan = begun(&article("port"));
    let values = plan.zh.figures.iter().flat_map(|figure| figure.values().map(|(_, value)| value.quantity));
    let found: Vec<(f64, &str, Vec<&str>)> = values
        .map(|quantity| (quantity.value, quantity.unit.name(), quantity.hedges.iter().map(Hedge::name).collect()))
        .collect();
    for expected in [
        (1.2, "wan-yi-yuan", vec!["reach"]),
        (385.0, "yi-dollars", vec!["reach"]),
        (4.5, "yi-tonnes", vec!["strive", "reach"]),
        (2.0, "times", vec![]),
        (42.0, "wan-tonnes", vec![]),
        (126.0, "km", vec![]),
        (2.4, "wan-households", vec![]),
        (8650.0, "households", vec![]),
        (-18.0, "percent-change", vec![]),
        (-60.0, "celsius", vec!["hold"]),
        (15_000.0, "vehicles", vec!["no-more-than"]),
        (0.35, "per-mille", vec!["keep", "within"]),
        (6.0, "percent-a-year", vec!["strive", "about"]),
        (6000.0, "households", vec!["every-year"]),
        (0.35, "count", vec!["average", "reach"]),
        (60.0, "percent", vec![]),
    ] {
        assert!(found.contains(&expected), "{expected:?} is among {found:?}");
    }
    let promised = plan.zh.figures.iter().filter(|figure| figure.promise.is_some()).count();
    assert!(promised >= 9 && plan.zh.pillars.len() == 3, "{promised} in {}", plan.zh.pillars.len());
    assert!(plan.zh.commitments.len() >= 3, "promises without a number, and ratios");
}

#[test]
fn a_folder_is_made_once_and_nothing_is_written_over() {
    let folder = PathBuf::from("target/altered/新城 plan");
    let _ = std::fs::remove_dir_all(&folder);
    let question = Question { folder: folder.clone(), article: "tests/plans/port/article.txt".into() };
    let said = begin(&question).unwrap_or_else(|error| panic!("{error}"));
    assert!(said.contains("23 sentences") && said.contains("make verify PLAN="), "{said}");
    assert!(source::load(&folder).is_ok());
    assert!(matches!(begin(&question), Err(Error::Taken(_))));
    let nowhere = Question { folder: "target/altered/nowhere".into(), article: "no-such-article.txt".into() };
    assert!(matches!(begin(&nowhere), Err(Error::Article(_))) && !Path::new("target/altered/nowhere").exists());
}
