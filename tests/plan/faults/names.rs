//! Names that nobody knows, ids that stand twice or cannot be ids, references to what is not there, malformed locators
//! and hashes.

use super::FIGURES;
use crate::edited::fictional;
use five_new_bijies::site::source::Fault;

// ---- units, kinds, hedges, tenses, roles ----

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
fn an_unknown_unit_like_no_other_is_told_without_a_list_of_more_than_a_hundred() {
    fictional()
        .replace(FIGURES, "unit = \"yi-yuan\"\nhedge = [\"reach\"]", "unit = \"furlong\"\nhedge = [\"reach\"]")
        .problem_with(|f| matches!(f, Fault::Unknown { what: "unit", .. }))
        .says("unknown unit `furlong`");
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

// ---- ids ----

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
