//! What a reader of a report sees. `UPDATE_PRINTED=1 cargo test --test plan` writes the files anew; review them.

use crate::edited::{Edited, fictional};
use std::path::PathBuf;

#[track_caller]
fn prints(name: &str, edited: Edited) {
    let printed = edited.report().to_string() + "\n";
    let path = PathBuf::from(format!("tests/plan/printed/{name}.txt"));
    if std::env::var_os("UPDATE_PRINTED").is_some() {
        std::fs::write(&path, &printed).expect("the file can be written");
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(printed, expected, "{} differs from what is printed", path.display());
}

#[test]
fn an_unknown_field_is_printed_with_its_line_a_caret_and_what_was_meant() {
    prints("unknown-field", fictional().replace("figures.toml", "scope_condition =", "scope_conditon ="));
}

#[test]
fn a_hedge_that_disagrees_is_printed_with_both_sides_and_the_remedy() {
    prints("hedge", fictional().replace("figures.toml", "lead = \"力争\"\n", ""));
}

#[test]
fn a_loose_number_is_printed_with_a_caret_under_its_digits() {
    prints("loose-number", fictional().replace("milestones.toml", "The first kite", "The 1024th kite"));
}

#[test]
fn a_file_that_is_not_utf_8_is_printed_with_its_line() {
    prints("not-utf-8", fictional().with("hedges.toml", b"[[hedge]]\nid = \"\xff\"\n".as_slice()));
}

#[test]
fn several_faults_are_printed_one_after_another_with_their_number() {
    let edited = fictional()
        .replace("commitments.toml", "hedge = \"bid\"", "hedge = \"bids\"")
        .replace("glossary.toml", "at = [\"p4s3\"]", "at = [\"p4\"]")
        .replace("hedges.toml", "label = { zh = \"争创\", en = \"bidding for\" }", "label = { zh = \"争创\" }");
    prints("several", edited);
}
