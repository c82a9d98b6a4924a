//! Each kind of fault in an entry, made by one edit and told at its place.

use crate::edited::fictional;
use five_new_bijies::site::source::Fault;

const FIGURES: &str = "figures.toml";

// ---- names of things ----

#[test]
fn an_unknown_unit_is_told_with_the_one_that_was_meant() {
    fictional()
        .replace(FIGURES, "unit = \"wan-mu\"", "unit = \"wan-mou\"")
        .problem_with(|f| matches!(f, Fault::Unknown { what: "unit", .. }))
        .says("unknown unit `wan-mou`")
        .stands_at(FIGURES, "wan-mou")
        .points_at("\"wan-mou\"")
        .advises("did you mean `wan-mu`?");
}

#[test]
fn an_unknown_unit_like_no_other_lists_those_there_are() {
    fictional()
        .replace(FIGURES, "unit = \"yi-yuan\"\nhedge = [\"reach\"]", "unit = \"furlong\"\nhedge = [\"reach\"]")
        .problem_with(|f| matches!(f, Fault::Unknown { what: "unit", .. }))
        .advises("known here: percent, percent-a-year, yi-yuan");
}

#[test]
fn an_unknown_kind_is_told() {
    fictional()
        .replace(FIGURES, "kind = \"leap\"", "kind = \"leep\"")
        .problem_with(|f| matches!(f, Fault::Unknown { what: "kind", .. }))
        .stands_at(FIGURES, "leep")
        .advises("did you mean `leap`?");
}

#[test]
fn an_unknown_hedge_is_told() {
    fictional()
        .replace(FIGURES, "[\"strive\", \"about\"]", "[\"strive\", \"about\", \"abuot\"]")
        .problem()
        .says("unknown hedge `abuot`")
        .points_at("\"abuot\"")
        .advises("did you mean `about`?");
}

#[test]
fn an_unknown_tense_is_told() {
    fictional()
        .replace(FIGURES, "tense = \"under-way\"", "tense = \"underway\"")
        .problem()
        .says("unknown tense `underway`")
        .advises("did you mean `under-way`?");
}

#[test]
fn a_promise_cannot_be_called_done() {
    fictional()
        .replace(FIGURES, "hedge = [\"strive\", \"about\"]", "hedge = [\"strive\", \"about\"]\ntense = \"done\"")
        .problem()
        .says("unknown tense `done`")
        .advises("known here: promised");
}

#[test]
fn an_unknown_role_of_a_sentence_is_told() {
    fictional()
        .replace(
            "sentences.toml",
            "role = \"heading\"\nnumerals = [ { text = \"三个新纸鸢镇\"",
            "role = \"headline\"\nnumerals = [ { text = \"三个新纸鸢镇\"",
        )
        .problem()
        .says("unknown role `headline`")
        .stands_at("sentences.toml", "headline");
}

#[test]
fn an_unknown_role_of_a_numeral_is_told() {
    fictional()
        .replace("sentences.toml", "text = \"两翼\", role = \"name\"", "text = \"两翼\", role = \"nam\"")
        .problem()
        .says("unknown role `nam`")
        .advises("did you mean `name`?");
}

#[test]
fn a_second_use_of_an_id_is_told_at_the_second() {
    let again = "\n[[theme]]\nid = \"air\" # again\nname = { zh = \"气\", en = \"Air\" }\n\
                 question = { zh = \"?\", en = \"?\" }\nanswer = { zh = \"答\", en = \"A\" }\n";
    fictional()
        .append("themes.toml", again)
        .problem()
        .says("the theme `air` is defined twice")
        .stands_at("themes.toml", "# again")
        .advises("another id");
}

#[test]
fn every_list_of_ids_is_checked_for_doubles() {
    for (file, from, to, what) in [
        ("sentences.toml", "at = \"p6s2\"", "at = \"p6s1\"", "sentence"),
        ("pillars.toml", "id = \"sky\"", "id = \"wind\"", "pillar"),
        (FIGURES, "id = \"meadows\"", "id = \"kite-towers\"", "figure"),
        ("hedges.toml", "id = \"bid\"", "id = \"speed-up\"", "hedge"),
        ("commitments.toml", "id = \"dustless\"", "id = \"makers\"", "commitment"),
        ("glossary.toml", "id = \"two-wings\"", "id = \"three-plus-one\"", "term"),
    ] {
        let found = fictional().replace(file, from, to).problem_with(|f| matches!(f, Fault::Duplicate { .. }));
        assert_eq!(found.0.place().0, file);
        assert!(matches!(found.0.fault, Fault::Duplicate { what: told, .. } if told == what), "{what}");
    }
    let again =
        "\n[[milestone]]\nid = \"first-kite\"\nthemes = []\nat = \"p2s3\"\ntext = { zh = \"又\", en = \"Again\" }\n";
    fictional().append("milestones.toml", again).problem().says("the milestone `first-kite` is defined twice");
}

#[test]
fn a_place_of_a_page_has_a_name_of_its_own() {
    let scene = |id: &str| {
        format!(
            "\n[[chapter.scene]]\nid = \"{id}\" # again\nheading = {{ zh = \"又\", en = \"Again\" }}\n\
             text = {{ zh = \"又\", en = \"Again\" }}\nstage = {{ ladder = true }}\n"
        )
    };
    // The page has a place of this name, a chapter has it, and a scene before it.
    for id in ["pillars", "past", "hills"] {
        let chapter = "\n[[chapter]]\npage = \"story\"\nid = \"more\"\ntitle = { zh = \"多\", en = \"More\" }\n";
        let edited = fictional().append("story.toml", chapter).append("story.toml", &scene(id));
        let told = format!("another thing on its page is called `{id}` already");
        edited.problem().says(&told).stands_at("story.toml", "# again").advises("another id");
    }
    let section = "\n[[data_page]]\nid = \"glossary\" # again\ntitle = { zh = \"又\", en = \"Again\" }\nbody = []\n";
    let edited = fictional().append("site.toml", section);
    edited.problem().says("another thing on its page is called `glossary` already").stands_at("site.toml", "# again");
}

#[test]
fn what_cannot_be_part_of_an_address_cannot_be_an_id() {
    for id in ["Meadows", "mea dows", "mea--dows", "-meadows", "草场", ""] {
        fictional()
            .replace("milestones.toml", "\"first-kite\"", &format!("\"{id}\""))
            .problem()
            .says(&format!("`{id}` cannot be an id"))
            .stands_at("milestones.toml", "id =")
            .advises("lower-case letters");
    }
}

// ---- references ----

#[test]
fn every_dangling_reference_is_told_with_the_one_that_was_meant() {
    for (file, from, to, what, meant) in [
        ("pillars.toml", "[\"air\", \"travel\"]", "[\"airr\", \"travel\"]", "theme", "air"),
        (
            FIGURES,
            "pillar = \"wind\"\nthemes = [\"kites\"]",
            "pillar = \"wnd\"\nthemes = [\"kites\"]",
            "pillar",
            "wind",
        ),
        ("milestones.toml", "[\"kites\"]", "[\"kits\"]", "theme", "kites"),
        ("commitments.toml", "hedge = \"bid\"", "hedge = \"bids\"", "hedge", "bid"),
        ("commitments.toml", "theme = \"air\"", "theme = \"airy\"", "theme", "air"),
        ("glossary.toml", "at = [\"p4s3\"]", "at = [\"p4s4\"]", "sentence", "p4s"),
        ("milestones.toml", "\"p2s3\"", "\"p2s9\"", "sentence", "p2s"),
        ("story.toml", "words = [\"makers\"]", "words = [\"maker\"]", "commitment", "makers"),
        ("story.toml", "areas = [\"meadows\"]", "areas = [\"meadow\"]", "figure", "meadows"),
        ("story.toml", "page = \"sky\"", "page = \"skyy\"", "pillar", "sky"),
        ("story.toml", "show = [\"past\"]", "show = [\"pasd\"]", "part", "past"),
        ("site.toml", "[two wings](two-wings)", "[two wings](two-wing)", "term", "two-wings"),
    ] {
        let found = fictional()
            .replace(file, from, to)
            .problem_with(|f| matches!(f, Fault::Unknown { what: told, .. } if *told == what));
        found.stands_at(file, to.lines().next().expect("a line")).advises(&format!("did you mean `{meant}"));
    }
}

#[test]
fn a_sentence_that_nothing_claims_is_told() {
    fictional()
        .replace("milestones.toml", "\"p2s3\"", "\"p2s2\"")
        .problem()
        .says("nothing claims this sentence")
        .stands_at("sentences.toml", "\"p2s3\"")
        .advises("mark the sentence as a heading");
}

// ---- texts ----

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

// ---- places ----

#[test]
fn a_malformed_locator_is_told() {
    for at in ["p2", "2s1", "p2s0", "p02s1", "p2s1x", "P2s1", "p2s", "p99999s1", "", "p٢s1"] {
        fictional()
            .replace("glossary.toml", "\"p4s3\"", &format!("\"{at}\""))
            .problem()
            .says(&format!("`{at}` is not a locator"))
            .stands_at("glossary.toml", &format!("at = [\"{at}\"]"))
            .advises("p9s4");
    }
}

#[test]
fn a_malformed_hash_is_told() {
    let hash = "9471634a8326c22a5c956bce2fa26e00dfa8e9c179f56d3b117b4c56cf99f7b4";
    for bad in [&hash[1..], &hash.to_uppercase(), &hash.replace('9', "g"), &format!("{hash}0"), ""] {
        fictional()
            .replace("sentences.toml", hash, bad)
            .problem_with(|f| matches!(f, Fault::BadHash(_)))
            .stands_at("sentences.toml", &format!("sha256 = \"{bad}\""))
            .advises("verify");
    }
}

// ---- values ----

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

// ---- the story ----

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

// ---- together ----

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

// ---- what other public sources say ----

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
        .problem()
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
