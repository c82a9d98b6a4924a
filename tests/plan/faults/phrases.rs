//! Phrases of the article that do not hold the number or the hedges which the data give.

use super::FIGURES;
use crate::edited::fictional;
use five_new_bijies::site::source::Fault;

#[test]
fn a_phrase_that_does_not_hold_its_number_is_told() {
    for (from, to) in [
        ("phrase = \"修复草场1.5万亩\"", "phrase = \"修复草场1.4万亩\""),
        ("phrase = \"修复草场1.5万亩\"", "phrase = \"修复草场1.5平方公里\""),
        ("phrase = \"修复草场1.5万亩\"", "phrase = \"修复草场\""),
        ("phrase = \"修复草场1.5万亩\"", "phrase = \"\""),
        ("phrase = \"全面实施三年免票\"", "phrase = \"全面实施四年免票\""),
        ("phrase = \"屋顶风向标全覆盖\"", "phrase = \"屋顶风向标半覆盖\""),
    ] {
        let found = fictional().replace(FIGURES, from, to).problem();
        assert!(matches!(found.0.fault, Fault::NumberNotInPhrase { .. }), "{}", found.0);
        found.stands_at(FIGURES, to).advises("quote the words that hold the number");
    }
}

#[test]
fn a_phrase_longer_than_a_quotation_may_be_is_told() {
    fictional()
        .replace(
            FIGURES,
            "phrase = \"修复草场1.5万亩\"",
            "phrase = \"刚刚过去的五年里全镇上下齐心协力一共修复草场1.5万亩\"",
        )
        .problem()
        .says("the phrase has 27 characters")
        .advises("24 characters");
}

#[test]
fn two_faults_of_one_phrase_are_each_told_once() {
    let report = fictional()
        .replace(
            FIGURES,
            "phrase = \"修复草场1.5万亩\"",
            "phrase = \"刚刚过去的五年里全镇上下齐心协力一共修复草场许多许多亩\"",
        )
        .report();
    assert_eq!(report.problems().len(), 2, "{report}");
}

#[test]
fn hedges_that_the_phrase_does_not_have_are_told() {
    fictional()
        .replace(FIGURES, "unit = \"wan-mu\"\nhedge = []", "unit = \"wan-mu\"\nhedge = [\"at-least\"]")
        .problem()
        .says("the hedges do not agree with the phrase: it says [], the data says [at-least]")
        .stands_at(FIGURES, "[\"at-least\"]")
        .advises("correct `hedge`");
}

#[test]
fn hedges_of_the_phrase_that_the_data_drops_are_told() {
    fictional()
        .replace(FIGURES, "hedge = [\"strive\", \"reach\"]", "hedge = [\"reach\"]\n#")
        .problem()
        .says("the hedges do not agree with the phrase: it says [strive, reach], the data says [reach]");
}

#[test]
fn a_hedge_from_earlier_in_the_sentence_needs_its_lead() {
    fictional()
        .replace(FIGURES, "lead = \"力争\"\n", "")
        .problem()
        .says("the hedges do not agree with the phrase: it says [about], the data says [strive, about]")
        .advises("`lead`");
}
