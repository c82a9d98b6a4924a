//! Values that are missing, or that their unit, their kind or the value beside them cannot have; and stages of scenes
//! that show two things or none.

use super::FIGURES;
use crate::edited::fictional;
use five_new_bijies::site::source::Fault;

#[test]
fn a_value_that_its_unit_cannot_have_is_told() {
    for (from, to, message) in [
        ("value = 100", "value = 101", "101 cannot be a value in percent: it must be between 0 and 100"),
        ("value = 100", "value = -1", "-1 cannot be a value in percent: it must be between 0 and 100"),
        ("value = 7", "value = -7", "-7 cannot be a value in count: it must be not negative"),
        ("value = 7", "value = 7.5", "7.5 cannot be a value in count: it must be whole in a count figure"),
        ("value = 1.5", "value = nan", "NaN cannot be a value in wan-mu: it must be a finite number"),
        ("value = 1.5", "value = inf", "inf cannot be a value in wan-mu: it must be a finite number"),
        ("value = 1.5", "value = -1.5", "-1.5 cannot be a value in wan-mu: it must be not negative"),
        (
            "value = 9",
            "value = 9e9",
            "9000000000 cannot be a value in yi-yuan: it must be at most 1,000,000,000; choose a larger unit",
        ),
        (
            "guess_up_to = 20",
            "guess_up_to = 2",
            "2 cannot be a value in years: it must be no less than the value that is guessed",
        ),
        (
            "guess_up_to = 20",
            "guess_up_to = inf",
            "inf cannot be a value in years: it must be no less than the value that is guessed",
        ),
        ("value = 5", "value = 5000", "5000 cannot be a value in percent-a-year: it must be between −100 and 1000"),
    ] {
        fictional()
            .replace(FIGURES, &format!("{from}\n"), &format!("{to}\n"))
            .problem_with(|f| matches!(f, Fault::OutOfRange { .. }))
            .says(message)
            .stands_at(FIGURES, to)
            .advises("correct the value");
    }
}

#[test]
fn a_part_larger_than_its_whole_is_told() {
    fictional()
        .replace(FIGURES, "tense = \"under-way\"", "of = 6")
        .problem()
        .says("6 cannot be a value in count: it must be at least the value it is the whole of")
        .stands_at(FIGURES, "of = 6");
}

#[test]
fn a_figure_without_a_value_is_told() {
    let value = "\n[figure.promise]\nmeasure = { zh = \"免票的年头\", en = \"years without tickets\" }\nat = \"p5s3\"\n\
                 phrase = \"全面实施三年免票\"\nvalue = 3\nunit = \"years\"\nhedge = [\"all\"]\n";
    fictional()
        .replace(FIGURES, value, "")
        .problem_with(|f| matches!(f, Fault::NoValue))
        .stands_at(FIGURES, "id = \"free-tickets\"")
        .advises("[figure.promise]");
}

#[test]
fn a_promise_without_a_pillar_is_told() {
    fictional()
        .replace(FIGURES, "kind = \"share\"\npillar = \"sky\"", "kind = \"share\"")
        .problem()
        .says("a value that is promised has a pillar; this figure has none")
        .stands_at(FIGURES, "id = \"weathercocks\"");
}

#[test]
fn a_promise_without_a_pillar_is_told_beside_a_past_too() {
    fictional()
        .replace(FIGURES, "kind = \"leap\"\npillar = \"wind\"", "kind = \"leap\"")
        .problem()
        .says("a value that is promised has a pillar; this figure has none")
        .stands_at(FIGURES, "id = \"kite-output\"");
}

#[test]
fn a_kind_that_cannot_draw_its_unit_is_told() {
    for (from, to, message) in [
        ("\"area\"", "\"pace\"", "a pace figure cannot have values in wan-mu"),
        ("\"area\"", "\"share\"", "a share figure cannot have values in wan-mu"),
        ("\"area\"", "\"count\"", "a count figure cannot have values in wan-mu"),
        ("\"amount\"", "\"area\"", "a area figure cannot have values in years"),
        ("\"pace\"", "\"amount\"", "a amount figure cannot have values in percent-a-year"),
    ] {
        fictional()
            .replace(FIGURES, &format!("kind = {from}"), &format!("kind = {to} #"))
            .problem_with(|f| matches!(f, Fault::KindUnit { .. }))
            .says(message)
            .stands_at(FIGURES, &format!("{to} #"));
    }
}

#[test]
fn values_in_two_units_are_told() {
    fictional()
        .replace(
            FIGURES,
            "力争风筝总产值达9亿元\"\nvalue = 9\nunit = \"yi-yuan\"",
            "力争风筝总产值达9万人\"\nvalue = 9\nunit = \"wan-people\"",
        )
        .problem_with(|f| matches!(f, Fault::MixedUnits(..)))
        .says("both values of a figure have one unit; these have yi-yuan and wan-people")
        .stands_at(FIGURES, "id = \"kite-output\"");
}

#[test]
fn a_count_of_nothing_in_particular_is_told() {
    fictional()
        .replace(FIGURES, "noun = { zh = \"座\", en = \"kite tower|kite towers\" }\n", "")
        .problem()
        .stands_at(FIGURES, "id = \"kite-towers\"")
        .advises("noun = ");
}

#[test]
fn a_stage_that_shows_two_things_or_none_is_told() {
    for stage in ["{ measure = true, ladder = true }", "{ }", "{ ladder = false }", "{ show = [\"past\"] }"] {
        fictional()
            .replace("story.toml", "{ measure = true }", stage)
            .problem()
            .stands_at("story.toml", &format!("stage = {stage}"))
            .points_at(stage)
            .advises("keep one of them");
    }
}
