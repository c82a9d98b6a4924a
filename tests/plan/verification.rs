//! The plans against the texts that they explain.

use crate::edited::{FICTIONAL, fictional};
use five_new_bijies::plan::verify::{Hash, Miss, Verification};
use five_new_bijies::site::source::{self, verify};
use std::path::PathBuf;
use std::process::Command;

const ARTICLE: &str = "../shared/source/article.zh.txt";
const SENTENCES: &str = "sentences.toml";

fn article() -> String {
    std::fs::read_to_string(format!("{FICTIONAL}/article.txt")).expect("the fictional article is there")
}

fn edited_article(from: &str, to: &str) -> Verification {
    let article = article();
    assert_eq!(article.matches(from).count(), 1, "`{from}` stands once in the article");
    verify(&fictional().plan(), &article.replace(from, to))
}

/// The misses with their places.
fn misses(verification: &Verification) -> Vec<(&str, &Miss)> {
    verification.misses().collect()
}

/// None where the checkout stands alone, without the article.
fn real_article() -> Option<String> {
    let article = std::fs::read_to_string(ARTICLE).ok();
    if article.is_none() {
        println!("skipped: {ARTICLE} is not here");
    }
    article
}

fn real_plan() -> source::Bilingual {
    source::load_or_panic("data")
}

#[test]
fn the_real_plan_agrees_with_its_article() {
    let Some(article) = real_article() else { return };
    let verification = verify(&real_plan(), &article);
    assert!(verification.passes(), "{verification}");
    assert_eq!(verification.rows.len(), 65);
}

#[test]
fn a_changed_digit_anywhere_in_the_real_article_is_a_miss() {
    let Some(article) = real_article() else { return };
    let plan = real_plan();
    for (at, digit) in article.match_indices(|c: char| c.is_ascii_digit()) {
        let other = if digit == "1" { "2" } else { "1" };
        let changed = format!("{}{other}{}", &article[..at], &article[at + 1..]);
        assert!(!verify(&plan, &changed).passes(), "byte {at}");
    }
}

#[test]
fn the_fictional_plan_agrees_with_its_article() {
    let verification = verify(&fictional().plan(), &article());
    assert!(verification.passes(), "{verification}");
    assert!(verification.rows.iter().all(|row| !row.claims.is_empty()));
    assert!(verification.rows.iter().flat_map(|row| &row.numbers).all(|number| number.by.is_some()));
}

#[test]
fn the_ports_plan_agrees_with_its_article_and_each_of_its_numbers_is_held() {
    let dir = "tests/plans/port";
    let plan = source::load_or_panic(dir);
    let article = std::fs::read_to_string(format!("{dir}/article.txt")).expect("the article is there");
    let verification = verify(&plan, &article);
    assert!(verification.passes(), "{verification}");
    for (at, digit) in article.match_indices(|c: char| c.is_ascii_digit()) {
        let other = if digit == "1" { "2" } else { "1" };
        let changed = format!("{}{other}{}", &article[..at], &article[at + 1..]);
        let numbers = verify(&plan, &changed);
        // Not by the hash alone: what the number is of no longer holds it.
        let held = |miss: &Miss| matches!(miss, Miss::Phrase { .. } | Miss::Numeral(_) | Miss::Number(_));
        assert!(numbers.misses().any(|(_, miss)| held(miss)), "byte {at}");
    }
    for (from, to) in [("零下60℃", "60℃"), ("下降18%", "增长18%"), ("翻一番", "翻两番"), ("15,000辆", "15000辆")]
    {
        assert!(!verify(&plan, &article.replace(from, to)).passes(), "{from} → {to}");
    }
}

#[test]
fn a_copy_with_other_white_space_agrees_too() {
    let pasted = article().replace("　　", "\r\n\r\n　　").replace('，', "，\n").replace('3', " 3 ");
    let verification = verify(&fictional().plan(), &pasted);
    assert!(verification.passes(), "{verification}");
}

#[test]
fn the_table_names_each_place_with_what_claims_it_and_its_numbers() {
    let table = verify(&fictional().plan(), &article()).to_string();
    assert!(table.contains("p4s2  ok    figure kite-output.promise, figure visitor-growth.promise\n"), "{table}");
    assert!(table.contains("9亿 ← figure kite-output.promise\n"), "{table}");
    assert!(table.contains("一 ← name 一批\n"), "{table}");
    assert!(
        table.ends_with("15 of 15 sentences claimed, 15 of 15 numbers accounted for: the plan and the article agree."),
        "{table}"
    );
}

#[test]
fn one_changed_digit_misses_its_hash_its_phrase_and_its_number() {
    let verification = edited_article("总产值达3亿元", "总产值达4亿元");
    let found = misses(&verification);
    assert!(
        matches!(found[..], [("p2s1", Miss::Hash(_)), ("p2s1", Miss::Phrase { .. }), ("p2s1", Miss::Number(_))]),
        "{found:?}"
    );
}

#[test]
fn the_right_hash_is_part_of_the_remedy() {
    let hash = "9471634a8326c22a5c956bce2fa26e00dfa8e9c179f56d3b117b4c56cf99f7b4";
    let wrong = hash.replace('9', "8");
    let verification = verify(&fictional().replace(SENTENCES, hash, &wrong).plan(), &article());
    assert_eq!(misses(&verification), [("p7s1", &Miss::Hash(Hash::parse(hash).expect("it has 64 digits")))]);
    assert!(verification.to_string().contains(&format!("set sha256 = \"{hash}\"")), "{verification}");
    assert!(verification.to_string().ends_with("1 miss."), "{verification}");
}

#[test]
fn a_sentence_that_left_the_article_is_missed() {
    let verification = edited_article("首只风筝上天。", "");
    assert_eq!(misses(&verification), [("p2s3", &Miss::NotInArticle)]);
}

#[test]
fn a_sentence_that_came_to_the_article_is_missed() {
    let verification = edited_article("首只风筝上天。", "首只风筝上天。又一只。");
    let found = misses(&verification);
    assert!(matches!(found[..], [("p2s4", Miss::NotInData(_))]), "{found:?}");
}

#[test]
fn a_sentence_at_another_place_is_told_with_that_place() {
    let verification = edited_article("首只风筝上天。", "引子。首只风筝上天。");
    let found = misses(&verification);
    assert!(
        matches!(found[..], [("p2s3", Miss::Moved(at)), (_, Miss::NotInData(_))] if at.to_string() == "p2s4"),
        "{found:?}"
    );
}

#[test]
fn a_wrong_locator_of_the_data_is_told_with_the_right_one() {
    let plan = fictional()
        .replace(SENTENCES, "at = \"p2s3\"", "at = \"p2s9\"")
        .replace("milestones.toml", "at = \"p2s3\"", "at = \"p2s9\"")
        .plan();
    let verification = verify(&plan, &article());
    let found = misses(&verification);
    assert!(matches!(found[..], [("p2s9", Miss::Moved(at))] if at.to_string() == "p2s3"), "{found:?}");
}

#[test]
fn a_number_that_nothing_accounts_for_is_missed() {
    let plan = fictional().replace(SENTENCES, "numerals = [ { text = \"一批\", role = \"name\" } ]\n", "").plan();
    assert_eq!(misses(&verify(&plan, &article())), [("p6s2", &Miss::Number("一".to_owned()))]);
}

#[test]
fn a_figures_phrase_accounts_only_for_its_own_number() {
    let plan = fictional().replace("figures.toml", "\"风筝作坊总产值达3亿元\"", "\"两大风筝作坊总产值达3亿元\"").plan();
    let verification = verify(&plan, &article().replace("风筝作坊总产值", "两大风筝作坊总产值"));
    let found = misses(&verification);
    assert!(
        matches!(found[..], [("p2s1", Miss::Hash(_)), ("p2s1", Miss::Number(number))] if number == "两"),
        "{found:?}"
    );
}

#[test]
fn each_number_of_a_name_is_to_be_listed() {
    let plan = fictional().replace(SENTENCES, "numerals = [ { text = \"3+1\", role = \"name\" } ]\n", "").plan();
    let verification = verify(&plan, &article());
    let numbers: Vec<&Miss> = verification.misses().map(|(_, miss)| miss).collect();
    assert_eq!(numbers, [&Miss::Number("3+1".to_owned())], "it is one name");
}

#[test]
fn a_whole_that_no_figure_holds_is_missed() {
    let verification = edited_article("培育一批风筝匠人", "培育一批风筝匠人全覆盖");
    assert!(misses(&verification).contains(&("p6s2", &Miss::Number("全覆盖".to_owned()))), "{verification}");
}

#[test]
fn a_listed_numeral_that_the_sentence_lacks_is_missed() {
    let plan = fictional()
        .replace(
            SENTENCES,
            "[ { text = \"一批\", role = \"name\" } ]",
            "[ { text = \"一批\", role = \"name\" }, { text = \"三批\", role = \"name\" } ]",
        )
        .plan();
    assert_eq!(misses(&verify(&plan, &article())), [("p6s2", &Miss::Numeral("三批".to_owned()))]);
}

#[test]
fn a_listed_numeral_without_a_number_is_missed() {
    let plan = fictional()
        .replace(
            SENTENCES,
            "[ { text = \"一批\", role = \"name\" } ]",
            "[ { text = \"一批\", role = \"name\" }, { text = \"风筝\", role = \"name\" } ]",
        )
        .plan();
    assert_eq!(misses(&verify(&plan, &article())), [("p6s2", &Miss::NoNumeral("风筝".to_owned()))]);
}

#[test]
fn a_lead_that_does_not_stand_before_its_phrase_is_missed() {
    let plan = fictional().replace("figures.toml", "lead = \"力争\"", "lead = \"务必力争\"").plan();
    let verification = verify(&plan, &article());
    let found = misses(&verification);
    assert!(
        matches!(found[..], [("p4s2", Miss::Lead { figure, .. })] if figure == "visitor-growth.promise"),
        "{found:?}"
    );
}

#[test]
fn a_phrase_from_another_sentence_is_missed_with_its_number() {
    let plan =
        fictional().replace("figures.toml", "at = \"p4s2\"\nphrase = \"客流", "at = \"p4s3\"\nphrase = \"客流").plan();
    let verification = verify(&plan, &article());
    let found = misses(&verification);
    assert!(matches!(found[..], [("p4s2", Miss::Number(_)), ("p4s3", Miss::Phrase { .. })]), "{found:?}");
}

#[test]
fn an_empty_article_misses_everything() {
    let verification = verify(&fictional().plan(), "");
    assert_eq!(verification.misses().filter(|(_, miss)| **miss == Miss::NotInArticle).count(), 15);
}

// ---- the program ----

fn run(arguments: &[&str]) -> (bool, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_verify")).args(arguments).output().expect("the program runs");
    let text = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8(text).expect("it prints UTF-8"))
}

#[test]
fn the_program_succeeds_where_plan_and_article_agree() {
    let (success, text) = run(&[&format!("{FICTIONAL}/article.txt"), "--data", FICTIONAL]);
    assert!(success, "{text}");
    assert!(text.contains("the plan and the article agree."), "{text}");
}

#[test]
fn the_program_fails_on_any_miss() {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("changed-article.txt");
    std::fs::write(&path, article().replace("1.5万亩", "1.6万亩")).expect("the article can be written");
    let (success, text) = run(&[&path.display().to_string(), "--data", FICTIONAL]);
    assert!(!success, "{text}");
    assert!(text.contains("p2s2  MISS"), "{text}");
}

#[test]
fn the_program_names_an_article_that_is_not_there() {
    let (success, text) = run(&["nowhere.txt", "--data", FICTIONAL]);
    assert!(!success);
    assert!(text.starts_with("nowhere.txt: "), "{text}");
    let (success, text) = run(&[]);
    assert!(!success);
    assert!(text.contains("<ARTICLE>") && text.contains("Usage: verify"), "{text}");
    let (success, text) = run(&["article.txt", "--hashs"]);
    assert!(!success && text.contains("'--hashes'"), "{text}");
}

#[test]
fn the_program_prints_the_hashes_of_an_article_without_a_plan() {
    let (success, text) = run(&[&format!("{FICTIONAL}/article.txt"), "--hashes"]);
    assert!(success, "{text}");
    assert_eq!(text.lines().count(), 15);
    assert!(text.contains("p7s1   9471634a8326c22a5c956bce2fa26e00dfa8e9c179f56d3b117b4c56cf99f7b4"), "{text}");
}

// ---- what other sources say ----

/// What the program prints of them, and whether it is satisfied.
fn since(arguments: &[&str]) -> (bool, String) {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_verify"))
        .args(["--since", "--data", FICTIONAL])
        .args(arguments)
        .output()
        .expect("the program runs");
    (output.status.success(), String::from_utf8_lossy(&output.stdout).into_owned())
}

#[test]
fn every_entry_from_elsewhere_is_listed_with_what_is_left_to_a_reader() {
    let (passes, said) = since(&[]);
    assert!(passes, "{said}");
    for part in [
        "weathercocks-2025  weathercocks: 97.5%, 2025 (outcome)".to_owned(),
        "“装风向标的屋顶占97.5%” holds 97.5".to_owned(),
        "weathercocks-2025-misread".to_owned(),
        "replaced by weathercocks-2025".to_owned(),
        "is https://town.kitetown.example/numbers “Kitetown in numbers, 2026”".to_owned(),
        "does it speak of “output of the kite workshops” as of 2020?".to_owned(),
        "is it so: not the article’s measure: the almanac counts the workshops".to_owned(),
        "kites-by-2019  The almanac gives the ten years up to 2019.".to_owned(),
        "does “到2019年的十年里，风筝又多又好” say so, of 2019?".to_owned(),
        "7 entries and 2 notes from 2 other sources".to_owned(),
    ] {
        assert!(said.contains(&part), "{part}\n{said}");
    }
}

#[test]
fn a_copy_of_a_source_is_searched_for_the_words() {
    let copies = std::path::Path::new("target/altered/copies");
    let _ = std::fs::remove_dir_all(copies);
    std::fs::create_dir_all(copies).expect("a folder can be made");
    let almanac = "……作坊产值2.5亿元 左右……又有61%的屋顶装了\n风向标。到2019年的十年里，风筝又多又好……这五年……";
    std::fs::write(copies.join("almanac.txt"), almanac).expect("a file can be written");
    let (passes, said) = since(&["--copies", "target/altered/copies"]);
    assert!(passes, "{said}");
    assert!(said.contains("almanac.txt has these words") && said.contains("no copy to look into"), "{said}");
    std::fs::write(copies.join("almanac.txt"), almanac.replace("61", "16")).expect("a file can be written");
    let (passes, said) = since(&["--copies", "target/altered/copies"]);
    assert!(!passes && said.contains("✗") && said.contains("1 miss."), "{said}");
}
