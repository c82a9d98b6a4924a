//! Several faults in one report, and entries that refer to a broken one.

use super::FIGURES;
use crate::edited::fictional;
use five_new_bijies::site::source::Fault;

#[test]
fn faults_of_several_files_are_reported_together_by_file_and_place() {
    let report = fictional()
        .replace(FIGURES, "tense = \"under-way\"", "tense = \"underway\"")
        .replace(
            FIGURES,
            "themes = [\"travel\"]\nname = { zh = \"免票\"",
            "themes = [\"trawel\"]\nname = { zh = \"免票\"",
        )
        .replace("commitments.toml", "hedge = \"bid\"", "hedge = \"bids\"")
        .replace("themes.toml", "Will there be more kites?", "Will there be 2 kites?")
        .replace("hedges.toml", "word = \"争创\"", "wrd = \"争创\"")
        .report();
    let files: Vec<String> = report.problems().iter().map(|problem| problem.place().0).collect();
    assert!(files.is_sorted(), "{files:?}");
    for message in ["`underway`", "`trawel`", "`bids`", "the number 2", "`wrd`"] {
        assert_eq!(
            report.problems().iter().filter(|problem| problem.to_string().contains(message)).count(),
            1,
            "{message} is told once:\n{report}"
        );
    }
}

#[test]
fn a_broken_entry_hides_no_fault_of_another() {
    let report = fictional()
        .replace(FIGURES, "value = 7\n", "value = \"seven\"\n")
        .replace(FIGURES, "unit = \"wan-mu\"", "unit = \"wan-mou\"")
        .report();
    assert!(report.problems().iter().any(|problem| matches!(problem.fault, Fault::Shape { .. })), "{report}");
    assert!(
        report.problems().iter().any(|problem| matches!(problem.fault, Fault::Unknown { what: "unit", .. })),
        "{report}"
    );
}

#[test]
fn what_refers_to_a_broken_entry_is_not_at_fault() {
    for (file, from, to) in [
        (FIGURES, "scope_condition =", "scope_conditon ="),
        ("pillars.toml", "at = \"p4s1\"\n", ""),
        ("themes.toml", "id = \"air\"", "id = true"),
        ("sentences.toml", "at = \"p6s2\"", "at = 62"),
        ("glossary.toml", "id = \"two-wings\"", "id = \"two-wings\"\nzzz = 1"),
        ("commitments.toml", "theme = \"kites\"\nat = \"p6s2\"", "at = \"p6s2\""),
    ] {
        let found = fictional().replace(file, from, to).problem();
        assert_eq!(found.0.place().0, file, "{}", found.0);
    }
}

#[test]
fn what_refers_into_a_file_that_is_not_toml_is_not_at_fault() {
    let report = fictional().replace(FIGURES, "kind = \"leap\"", "kind = \"leap").report();
    assert!(report.problems().iter().all(|problem| problem.place().0 == FIGURES), "{report}");
}

#[test]
fn a_reference_to_nothing_is_told_beside_a_broken_entry() {
    let report = fictional()
        .replace(FIGURES, "scope_condition =", "scope_conditon =")
        .replace("story.toml", "areas = [\"meadows\"]", "areas = [\"meadow\"]")
        .report();
    assert_eq!(report.problems().len(), 2, "{report}");
}

#[test]
fn a_report_is_the_same_each_time_it_is_made() {
    let report = || fictional().replace("milestones.toml", "\"p2s3\"", "\"p2s9\"").report().to_string();
    let first = report();
    for _ in 0..8 {
        assert_eq!(report(), first);
    }
}
