//! The beginning of another city's plan: what is written loads, agrees with the article, and holds every number of it.

use five_new_bijies::plan::verify::{Miss, Verification};
use five_new_bijies::quantity::Unit;
use five_new_bijies::site::new_city::{Error, Question, begin, files};
use five_new_bijies::site::source::{self, Bilingual, verify};
use std::path::{Path, PathBuf};

fn article(plan: &str) -> String {
    std::fs::read_to_string(format!("tests/plans/{plan}/article.txt")).expect("the article is there")
}

/// The plan that the files make, once an edit was made to each.
fn plan(article: &str, edit: impl Fn(&str, &str) -> String) -> Bilingual {
    let files = files(article).into_iter().map(|(name, text)| (name.to_owned(), edit(name, &text).into_bytes()));
    source::parse(files.collect()).unwrap_or_else(|report| panic!("{report}"))
}

/// The file with what was commented out.
fn uncommented(text: &str) -> String {
    text.lines().map(|line| line.strip_prefix("# ").unwrap_or(line)).collect::<Vec<_>>().join("\n")
}

fn numbers_alone(verification: &Verification) -> bool {
    verification.misses().all(|(_, miss)| matches!(miss, Miss::Number(_)))
}

#[test]
fn what_is_begun_loads_and_agrees_with_the_article_but_for_its_numbers() {
    for name in ["fictional", "port"] {
        let article = article(name);
        let begun = plan(&article, |_, text| text.to_owned());
        let verification = verify(&begun, &article);
        assert!(!verification.passes() && numbers_alone(&verification), "{verification}");
        assert_eq!(verification.rows.len(), begun.zh.sentences.len());
    }
}

#[test]
fn every_number_is_there_to_be_named_or_filled_in() {
    for name in ["fictional", "port"] {
        let article = article(name);
        // Either way alone accounts for all of them; only what says the whole without a number has to be a figure.
        let named = plan(&article, |file, text| match file {
            "sentences.toml" => text.replace("\n# numerals", "\nnumerals"),
            _ => text.to_owned(),
        });
        let verification = verify(&named, &article);
        let whole = |miss: &Miss| matches!(miss, Miss::Number(text) if text == "全覆盖");
        assert!(verification.misses().all(|(_, miss)| whole(miss)), "{verification}");
        let filled = plan(&article, |file, text| match file {
            "figures.toml" => uncommented(text),
            _ => text.to_owned(),
        });
        let verification = verify(&filled, &article);
        assert!(verification.passes(), "{verification}");
    }
}

#[test]
fn units_are_read_off_the_articles_words() {
    let filled = plan(&article("port"), |file, text| match file {
        "figures.toml" => uncommented(text),
        _ => text.to_owned(),
    });
    let found: Vec<(f64, Unit, usize)> = filled
        .zh
        .figures
        .iter()
        .filter_map(|figure| figure.past.as_ref())
        .map(|value| (value.quantity.value, value.quantity.unit, value.quantity.hedges.iter().count()))
        .collect();
    let range =
        filled.zh.figures.iter().filter_map(|figure| figure.past.as_ref()).find(|value| value.quantity.to.is_some());
    let range = range.expect("the article has a range").quantity;
    assert_eq!((range.value, range.to, range.unit), (60.0, Some(65.0), Unit::Percent));
    for expected in [
        (1.2, Unit::WanYiYuan, 1),
        (385.0, Unit::YiDollars, 1),
        (4.5, Unit::YiTonnes, 2),
        (2.0, Unit::Times, 0),
        (42.0, Unit::WanTonnes, 0),
        (126.0, Unit::Km, 0),
        (2.4, Unit::WanHouseholds, 0),
        (8650.0, Unit::Households, 0),
        (-18.0, Unit::PercentChange, 0),
        (-60.0, Unit::Celsius, 1),
        (15_000.0, Unit::Vehicles, 1),
        (0.35, Unit::PerMille, 1),
        (6.0, Unit::PercentAYear, 1),
        (6000.0, Unit::Households, 1),
        (0.35, Unit::Count, 1),
    ] {
        assert!(found.contains(&expected), "{expected:?} is among {found:?}");
    }
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
    assert!(matches!(begin(&nowhere), Err(Error::File { .. })) && !Path::new("target/altered/nowhere").exists());
}
