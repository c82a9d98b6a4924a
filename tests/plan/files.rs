//! Faults of files as wholes and of their shape.

use crate::edited::{FICTIONAL, fictional};
use five_new_bijies::plan::Locator;
use five_new_bijies::site::source::{self, Fault};
use std::path::Path;

#[test]
fn the_fictional_plan_is_without_fault() {
    fictional().plan();
}

#[test]
fn missing_files_are_all_named() {
    let report = source::load(Path::new("tests/plans/nowhere")).expect_err("there is no such plan");
    assert_eq!(report.problems().len(), source::FILES.len());
    assert!(report.to_string().contains("story.toml"), "{report}");
}

#[test]
fn too_few_files_are_a_problem_too() {
    let found = fictional().first_files(source::FILES.len() - 1).problem();
    assert_eq!(found.0.place(), ("story.toml".to_owned(), 1));
    assert!(matches!(found.0.fault, Fault::Unreadable(_)));
}

#[test]
fn a_plan_needs_nothing_from_other_sources_and_says_so_in_its_version() {
    let (with, without) = (fictional().plan(), fictional().first_files(source::FILES.len()).plan());
    assert!(!with.zh.since.is_empty() && without.zh.since.is_empty() && without.zh.other_sources.is_empty());
    assert_ne!(with.zh.version, without.zh.version);
    assert_eq!(format!("{:?}", with.zh.figures), format!("{:?}", without.zh.figures), "a figure takes nothing from it");
}

#[test]
fn an_empty_file_is_told() {
    for nothing in ["", "\n \t\n"] {
        let found = fictional().with("themes.toml", nothing).problem();
        assert_eq!(found.0.place().0, "themes.toml");
        found.says("the file is empty").advises("restore the file");
    }
}

#[test]
fn what_is_not_utf_8_is_told_at_its_line() {
    let found = fictional().with("hedges.toml", b"[[hedge]]\nid = \"\xff\"\n".as_slice()).problem();
    assert_eq!(found.0.place(), ("hedges.toml".to_owned(), 2));
    found.says("this is not UTF-8").advises("save the file as UTF-8");
    let utf_16: Vec<u8> = "\u{feff}[[hedge]]\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    fictional()
        .with("hedges.toml", utf_16)
        .problem()
        .says("this is UTF-16, not UTF-8")
        .advises("save the file as UTF-8");
}

#[test]
fn a_megabyte_of_junk_is_refused_unread() {
    let junk: Vec<u8> = (0..1024 * 1024_u32).map(|i| i.wrapping_mul(2_654_435_761).to_le_bytes()[3]).collect();
    for bytes in [junk, vec![b'['; 1024 * 1024], "万".repeat(400_000).into_bytes()] {
        let size = bytes.len();
        let found = fictional().with("story.toml", bytes).problem();
        assert_eq!(found.0.place().0, "story.toml");
        assert!(matches!(found.0.fault, Fault::TooLarge { bytes, .. } if bytes == size));
    }
}

#[test]
fn what_is_not_toml_is_told_at_its_line() {
    let found = fictional()
        .replace("hedges.toml", "id = \"bid\"", "id = # bid")
        .problem_with(|f| matches!(f, Fault::Syntax(_)));
    found.stands_at("hedges.toml", "# bid");
}

#[test]
fn an_unknown_field_is_refused_with_the_one_that_was_meant() {
    fictional()
        .replace("figures.toml", "scope_condition =", "scope_conditon =")
        .problem()
        .stands_at("figures.toml", "scope_conditon")
        .points_at("scope_conditon")
        .advises("did you mean `scope_condition`?");
}

#[test]
fn an_unknown_field_like_no_other_is_refused_without_a_guess() {
    let found = fictional().replace("glossary.toml", "undefined = true", "zzz = true").problem();
    assert!(found.0.to_string().starts_with("unknown field `zzz`"), "{}", found.0);
    assert!(matches!(found.0.fault, Fault::Shape { suggestion: None, .. }));
}

#[test]
fn a_missing_field_is_told_at_its_entry() {
    let found = fictional().replace("milestones.toml", "at = \"p2s3\"\n", "").problem();
    assert!(found.0.to_string().contains("missing field `at`"), "{}", found.0);
    assert_eq!(found.0.place().0, "milestones.toml");
}

#[test]
fn a_value_of_the_wrong_type_is_told_at_its_line() {
    fictional()
        .replace("figures.toml", "value = 1.5", "value = \"1.5\"")
        .problem_with(|f| matches!(f, Fault::Shape { .. }))
        .stands_at("figures.toml", "value = \"1.5\"");
}

#[test]
fn a_table_where_a_list_belongs_is_told() {
    fictional()
        .replace("milestones.toml", "[[milestone]]", "[milestone]")
        .problem_with(|f| matches!(f, Fault::Shape { .. }))
        .says("`milestone` is a table; it must be a list, [[milestone]]");
}

#[test]
fn a_missing_table_is_told() {
    let found = fictional().replace("site.toml", "[footer]", "[foot]").report();
    assert!(found.to_string().contains("there is no `footer` in this file"), "{found}");
    assert!(found.to_string().contains("unknown table `foot`"), "{found}");
}

#[test]
fn an_unknown_table_is_refused_with_the_one_that_was_meant() {
    fictional()
        .append("themes.toml", "\n[[teme]]\nid = \"x\"\n")
        .problem()
        .says("unknown table `teme`")
        .stands_at("themes.toml", "teme")
        .advises("did you mean `theme`?");
}

#[test]
fn signs_of_a_chinese_input_method_are_named_with_their_code() {
    for (typed, told) in [
        ("id ＝ \"bid\"", "`＝` (U+FF1D) stands where `=` should"),
        ("id =\u{3000}\"bid\"", "`\u{3000}` (U+3000) stands where ` ` should"),
        ("id = “bid”", "`“` (U+201C) stands where `\"` should"),
    ] {
        let edited = fictional().replace("hedges.toml", "id = \"bid\"", typed);
        let found = edited.problem_with(|fault| matches!(fault, Fault::WideCharacter { .. }));
        found.says(told).advises("input method off");
    }
}

#[test]
fn sentences_stand_in_the_order_of_the_article_whatever_that_of_the_file() {
    let text = std::fs::read_to_string(format!("{FICTIONAL}/sentences.toml")).expect("the file is there");
    let (head, sentences) = text.split_once("[[sentence]]").expect("there are sentences");
    let turned: Vec<&str> = sentences.split("[[sentence]]").collect::<Vec<_>>().into_iter().rev().collect();
    let turned = format!("{head}[[sentence]]{}", turned.join("\n[[sentence]]"));
    let (plan, turned) = (fictional().plan().zh, fictional().with("sentences.toml", turned).plan().zh);
    assert!(plan.sentences.iter().is_sorted_by_key(|sentence| sentence.at));
    assert_eq!(plan.sentences, turned.sentences);
    for sentence in plan.sentences.iter() {
        assert_eq!(turned.fingerprint(sentence.at), sentence.fingerprint.as_str());
    }
    assert_eq!(turned.fingerprint(Locator { paragraph: 99, sentence: 1 }), "");
}
