//! Texts that lack a translation, hold a bare number, or mark one that is not there.

use super::FIGURES;
use crate::edited::fictional;

#[test]
fn a_missing_translation_is_told_in_either_language() {
    for (from, to, lang) in [
        ("{ zh = \"只提了名字。\", en = \"Only named.\" }", "{ zh = \"只提了名字。\" }", "English"),
        ("{ zh = \"只提了名字。\", en = \"Only named.\" }", "{ zh = \"只提了名字。\", en = \" \" }", "English"),
        ("{ zh = \"只提了名字。\", en = \"Only named.\" }", "{ en = \"Only named.\" }", "Chinese"),
    ] {
        fictional()
            .replace("glossary.toml", from, to)
            .problem()
            .says(&format!("the {lang} translation is missing"))
            .stands_at("glossary.toml", to)
            .points_at(to)
            .advises("`zh` and `en`");
    }
}

#[test]
fn a_number_outside_any_mark_is_told_at_its_digits() {
    fictional()
        .replace("milestones.toml", "第一只风筝", "第 1024 只风筝")
        .problem()
        .says("the number 1024 stands outside any mark")
        .stands_at("milestones.toml", "1024")
        .points_at("1024")
        .advises("[4G] for a number in a name");
}

#[test]
fn a_plain_text_takes_no_number_either() {
    fictional()
        .replace("themes.toml", "Will there be more kites?", "Will there be 2 kites?")
        .problem()
        .says("the number 2 stands outside any mark")
        .points_at("2");
}

#[test]
fn an_unknown_mark_is_told_with_the_one_that_was_meant() {
    fictional()
        .replace(FIGURES, "that is {ratio} times", "that is {ration} times")
        .problem()
        .says("unknown number `ration`")
        .points_at("{ration}")
        .advises("did you mean `ratio`?");
}

#[test]
fn an_unknown_count_is_told() {
    fictional()
        .replace("site.toml", "{#commitments} promises", "{#comitments} promises")
        .problem()
        .says("unknown count `comitments`")
        .stands_at("site.toml", "{#comitments}")
        .advises("did you mean `commitments`?");
}

#[test]
fn a_mark_that_is_not_closed_is_told_at_its_opening() {
    for (text, mark, rest) in [
        ("There are {kite-towers.past", "{", "{kite-towers.past"),
        ("There are [wings.", "[", "[wings."),
        ("There are [wings](two-wings.", "(", "[wings](two-wings."),
    ] {
        fictional()
            .replace("themes.toml", "There are {kite-towers.past}.", text)
            .problem()
            .says(&format!("the mark {mark} is not closed"))
            .stands_at("themes.toml", text)
            .points_at(rest)
            .advises("matching bracket");
    }
}

#[test]
fn a_mark_of_a_value_that_the_figure_lacks_is_told() {
    for (mark, told) in [
        ("{kite-towers.promise}", "kite-towers.promise"),
        ("{kite-towers.index}", "kite-towers.index"),
        ("{kite-towers.per}", "kite-towers.per"),
        ("{past}", "a number without its figure"),
    ] {
        fictional()
            .replace("themes.toml", "There are {kite-towers.past}.", &format!("There are {mark}."))
            .problem()
            .says(&format!("`{told}` has no value here"))
            .stands_at("themes.toml", mark)
            .advises("a value that the figure has");
    }
}

#[test]
fn a_mark_of_an_unknown_figure_is_told() {
    fictional()
        .replace("themes.toml", "There are {kite-towers.past}.", "There are {kite-tower.past}.")
        .problem()
        .says("unknown figure `kite-tower`")
        .stands_at("themes.toml", "{kite-tower.past}")
        .advises("did you mean `kite-towers`?");
}
