//! Entries on what other public sources say.

use crate::edited::fictional;
use five_new_bijies::site::source::Fault;

const SINCE: &str = "since.toml";

#[test]
fn names_in_an_entry_from_elsewhere_are_held_against_those_there_are() {
    for (from, to, what, meant) in [
        (
            "id = \"weathercocks-2023\"\nfigure = \"weathercocks\"",
            "id = \"w\"\nfigure = \"weathercock\"",
            "figure",
            "weathercocks",
        ),
        ("phrase = \"风筝总产值10.5亿元\"", "phrase = \"风筝总产值10.5亿元\"\nlocater = \"x\"", "", "locator"),
        ("value = 61\nunit = \"percent\"", "value = 61\nunit = \"precent\"", "unit", "percent"),
        ("hedge = [\"about\"]", "hedge = [\"abuot\"]", "hedge", "about"),
        ("kind = \"on-the-way\"", "kind = \"on-the-wy\"", "kind", "on-the-way"),
        ("same_measure = \"no\"", "same_measure = \"nope\"", "answer", ""),
        ("source = \"almanac\"\nphrase = \"61%", "source = \"almanack\"\nphrase = \"61%", "source", "almanac"),
    ] {
        let found = fictional().replace(SINCE, from, to).problem_with(|fault| match fault {
            Fault::Unknown { what: told, .. } => *told == what,
            Fault::Shape { .. } => what.is_empty(),
            _ => false,
        });
        assert_eq!(found.0.place().0, SINCE, "{to}");
        if !meant.is_empty() {
            found.advises(&format!("did you mean `{meant}`?"));
        }
    }
}

#[test]
fn a_unit_of_another_dimension_than_the_promise_is_told() {
    fictional()
        .replace(
            SINCE,
            "value = 3\nunit = \"years\"\nhedge = [\"all\"]",
            "value = 3\nunit = \"count\"\nhedge = [\"all\"]",
        )
        .problem_with(|f| matches!(f, Fault::OtherDimension { .. }))
        .says("count cannot be set beside a promise in years")
        .points_at("\"count\"");
}

#[test]
fn a_figure_that_promises_nothing_has_no_outcome() {
    fictional()
        .replace(
            SINCE,
            "id = \"free-tickets-2025\"\nfigure = \"free-tickets\"",
            "id = \"free-tickets-2025\"\nfigure = \"meadows\"",
        )
        .problem()
        .says("`meadows` promises no number")
        .advises("a figure with a promise");
}

#[test]
fn the_words_of_another_source_hold_the_number_and_its_hedge() {
    fictional()
        .replace(SINCE, "phrase = \"61%的屋顶", "phrase = \"16%的屋顶")
        .problem()
        .says("the phrase “16%的屋顶装了风向标” does not hold the number 61%");
    fictional()
        .replace(SINCE, "phrase = \"61%的屋顶", "phrase = \"61%以上的屋顶")
        .problem_with(|f| matches!(f, Fault::HedgeDisagrees { .. }));
    fictional()
        .replace(SINCE, "phrase = \"61%的屋顶装了风向标\"\n", "")
        .problem()
        .says("an entry needs the `phrase` that holds its number, or a `locator`");
}

#[test]
fn another_measure_says_why() {
    fictional()
        .replace(SINCE, "reason = { zh = \"公报没有说“行业”包括哪些\", en = \"the office does not say what it counts as the trade\" }\n", "")
        .problem()
        .says("a measure that is not surely the article's needs a `reason`")
        .points_at("\"unclear\"");
}

#[test]
fn the_log_of_other_sources_stands_in_the_order_in_which_they_were_read() {
    fictional()
        .replace(SINCE, "read = 2025-01-10", "read = 2026-07-01")
        .problem_with(|f| matches!(f, Fault::OutOfOrder { what: "source", .. }))
        .says("the source `yearbook` was read before the one above it")
        .advises("at the end");
    fictional()
        .replace(SINCE, "source = \"almanac\"\nphrase = \"作坊", "source = \"yearbook\"\nphrase = \"作坊")
        .problem_with(|f| matches!(f, Fault::OutOfOrder { .. }))
        .says("the entry `weathercocks-2023` was read before the one above it");
}

#[test]
fn dates_of_other_sources_are_dates_and_in_order() {
    for wrong in ["last year", "2023-13", "23", "2023-1-1", "2023-01-32"] {
        let found = fictional().replace(SINCE, "as_of = \"2023-12\"", &format!("as_of = \"{wrong}\"")).problem();
        found.says(&format!("`{wrong}` is no year, month or day")).points_at(&format!("\"{wrong}\""));
    }
    fictional()
        .replace(SINCE, "as_of = \"2023-12\"", "as_of = \"2025\"")
        .problem()
        .says("the source is older than what it would be a source of");
    fictional()
        .replace(SINCE, "read = 2025-01-10", "read = 2024-01-10")
        .problem()
        .says("the source was read before it was published");
}

#[test]
fn a_source_that_contradicts_itself_stops_the_build_unless_the_entry_says_that_it_corrects() {
    fictional()
        .replace(SINCE, "replaces = \"weathercocks-2025-misread\"\n", "")
        .problem()
        .says("`weathercocks-2025-misread` says the same of the same source with another value")
        .points_at("97.5")
        .advises("replaces = \"its id\"");
}

#[test]
fn only_an_earlier_entry_of_the_same_figure_is_replaced_and_only_once() {
    let replaces = "replaces = \"weathercocks-2025-misread\"";
    for (id, why) in [
        ("kite-output-2025", "`kite-output-2025` cannot be replaced here: it does not stand above this one"),
        ("kite-output-2020", "`kite-output-2020` cannot be replaced here: it is of another figure"),
    ] {
        let found = fictional().replace(SINCE, replaces, &format!("replaces = \"{id}\""));
        found.problem_with(|f| matches!(f, Fault::NotReplaced(..))).says(why);
    }
    fictional()
        .replace(SINCE, replaces, "replaces = \"nothing\"")
        .problem_with(|f| matches!(f, Fault::Unknown { what: "entry", .. }));
    let again = "\n[[entry]]\nid = \"again\"\nfigure = \"weathercocks\"\nkind = \"outcome\"\nvalue = 98\nunit = \"percent\"\n\
                 hedge = []\nas_of = \"2025\"\nmeasure = { zh = \"装风向标的屋顶\", en = \"roofs\" }\nsame_measure = \"yes\"\n\
                 source = \"yearbook\"\nphrase = \"占98%\"\nreplaces = \"weathercocks-2025-misread\"\n";
    fictional()
        .append(SINCE, again)
        .problem_with(|f| matches!(f, Fault::NotReplaced(..)))
        .says("`weathercocks-2025-misread` cannot be replaced here: another entry has replaced it already");
}
