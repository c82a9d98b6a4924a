//! The real plan in `data/`.

use five_new_bijies::plan::{Commitment, Figure, Kind, Pillar, Plan, Slot};
use five_new_bijies::quantity::Lang;
use five_new_bijies::site::source::{self, Bilingual};
use std::collections::BTreeSet;
use std::sync::LazyLock;

pub static PLAN: LazyLock<Bilingual> = LazyLock::new(|| source::load_or_panic("data"));

type Place = Option<(&'static str, f64)>;

/// Every figure with its kind and its values and their places, as the source's `figures.md` has them.
const FIGURES: [(&str, Kind, Place, Place); 29] = [
    ("poverty-counties", Kind::Count, Some(("p2s1", 7.0)), None),
    ("industry-output", Kind::Leap, Some(("p3s1", 870.0)), Some(("p9s4", 2400.0))),
    ("industrial-value-added-growth", Kind::Pace, Some(("p3s2", 8.1)), None),
    ("tourist-visits-growth", Kind::Pace, Some(("p3s2", 20.0)), None),
    ("tourism-income-growth", Kind::Pace, Some(("p3s2", 20.0)), None),
    ("village-4g", Kind::Share, Some(("p4s1", 100.0)), None),
    ("parks", Kind::Count, Some(("p5s1", 53.0)), None),
    ("feature-towns", Kind::Count, Some(("p5s1", 120.0)), None),
    ("model-towns", Kind::Count, Some(("p5s1", 16.0)), None),
    ("afforestation", Kind::Area, Some(("p6s1", 828.0)), None),
    ("rocky-desertification", Kind::Area, Some(("p6s1", 842.0)), None),
    ("soil-erosion", Kind::Area, Some(("p6s1", 2645.0)), None),
    ("forest-cover", Kind::Leap, Some(("p6s1", 60.0)), Some(("p11s6", 60.0))),
    ("urban-jobs", Kind::Leap, Some(("p7s1", 38.87)), Some(("p10s8", 33.0))),
    ("school-projects", Kind::Count, Some(("p7s1", 2746.0)), None),
    ("urbanisation", Kind::Share, None, Some(("p9s6", 58.0))),
    ("core-area", Kind::Area, None, Some(("p9s6", 130.0))),
    ("core-population", Kind::Amount, None, Some(("p9s6", 130.0))),
    ("farm-growth", Kind::Pace, None, Some(("p9s8", 6.0))),
    ("farm-specialities", Kind::Count, None, Some(("p9s8", 12.0))),
    ("tourism-share", Kind::Share, None, Some(("p9s10", 10.0))),
    ("listed-company", Kind::Count, None, Some(("p9s10", 1.0))),
    ("scenic-areas", Kind::Count, None, Some(("p9s10", 5.0))),
    ("forestry-output", Kind::Amount, None, Some(("p11s4", 300.0))),
    ("fishing-ban", Kind::Amount, None, Some(("p11s8", 10.0))),
    ("service-hours", Kind::Share, None, Some(("p12s6", 100.0))),
    ("online-completion", Kind::Share, None, Some(("p12s6", 100.0))),
    ("enterprises", Kind::Count, None, Some(("p12s10", 1000.0))),
    ("investment-growth", Kind::Pace, None, Some(("p12s10", 9.0))),
];

#[test]
fn it_has_the_29_figures_of_the_article_and_no_other() {
    let expected: BTreeSet<&str> = FIGURES.iter().map(|(id, ..)| *id).collect();
    let found: BTreeSet<&str> = PLAN.zh.figures.iter().map(|figure| figure.id.as_str()).collect();
    assert_eq!(found, expected);
    assert_eq!(PLAN.zh.figures.len(), 29);
}

#[test]
fn each_figure_has_the_kind_the_values_and_the_places_of_the_article() {
    for plan in [PLAN.zh, PLAN.en] {
        for (id, kind, past, promise) in FIGURES {
            let figure = &plan[plan.find::<Figure>(id).expect("it is there")];
            let value = |slot| figure.value(slot).map(|value| (value.at.to_string(), value.quantity.value));
            let expected = |place: Place| place.map(|(at, value)| (at.to_owned(), value));
            assert_eq!(figure.kind, kind, "{id}");
            assert_eq!(value(Slot::Past), expected(past), "{id}");
            assert_eq!(value(Slot::Promise), expected(promise), "{id}");
        }
    }
}

#[test]
fn promises_are_never_drawn_as_done_and_works_in_progress_not_as_finished() {
    use five_new_bijies::quantity::Tense;
    for figure in PLAN.zh.figures.iter() {
        for (slot, value) in figure.values() {
            let expected = match (slot, figure.id.as_str()) {
                (Slot::Promise, _) => Tense::Promised,
                (Slot::Past, "feature-towns" | "model-towns") => Tense::UnderWay,
                (Slot::Past, _) => Tense::Done,
            };
            assert_eq!(value.quantity.tense, expected, "{}", figure.id.as_str());
        }
    }
}

#[test]
fn only_jobs_forest_and_industry_have_a_past_beside_their_promise() {
    let both: BTreeSet<&str> = PLAN
        .zh
        .figures
        .iter()
        .filter(|figure| figure.past.is_some() && figure.promise.is_some())
        .map(|figure| figure.id.as_str())
        .collect();
    assert_eq!(both, BTreeSet::from(["forest-cover", "industry-output", "urban-jobs"]));
    let conditional = PLAN.zh.figures.iter().filter(|figure| figure.scope_condition.is_some());
    assert_eq!(conditional.map(|figure| figure.id.as_str()).collect::<Vec<_>>(), ["industry-output"]);
}

#[test]
fn every_commitment_is_found_by_its_id_under_its_pillar() {
    for plan in [PLAN.zh, PLAN.en] {
        assert!(plan.commitments.len() >= 100, "{}", plan.commitments.len());
        assert_eq!(plan.commitments.len(), PLAN.raw.commitments.len());
        for (position, raw) in PLAN.raw.commitments.iter().enumerate() {
            let found = plan.find::<Commitment>(raw.id.get_ref()).expect("it is found");
            assert_eq!(found.position(), position);
            let commitment = &plan[found];
            assert_eq!(commitment.at.to_string(), *raw.at.get_ref());
            let pillar = commitment.pillar.map(|pillar| plan.id_of(pillar));
            assert_eq!(pillar, raw.pillar.as_ref().map(|pillar| pillar.get_ref().as_str()));
            assert!(plan.commitments_of(commitment.pillar).any(|other| other.id == commitment.id));
        }
    }
}

#[test]
fn no_heading_of_the_article_counts_as_a_promise() {
    for sentence in PLAN.raw.sentences.iter().filter(|sentence| sentence.role.get_ref() == "heading") {
        let claims = PLAN.raw.commitments.iter().filter(|one| one.at.get_ref() == sentence.at.get_ref());
        assert_eq!(claims.map(|one| one.id.get_ref().as_str()).collect::<Vec<_>>(), [""; 0]);
    }
}

#[test]
fn the_id_of_a_former_promise_finds_what_it_meant() {
    let plan = PLAN.zh;
    let now = |id| plan.id_of(plan.find::<Commitment>(id).expect("it is there"));
    assert_eq!(now("keep-gains"), "poverty-to-revival");
    assert_eq!(now("large-projects"), "more-projects");
    assert_eq!(plan.id_of(plan.find::<Pillar>("shared-gains").expect("it is there")), "prosperity");
    assert_eq!(plan.find::<Commitment>("shared-gains"), None);
}

#[test]
fn each_commitment_stands_in_the_paragraph_of_its_pillar() {
    let plan = PLAN.zh;
    for commitment in plan.commitments.iter() {
        let paragraph = commitment.pillar.map_or(8, |pillar| plan[pillar].at.paragraph);
        assert_eq!(commitment.at.paragraph, paragraph, "{}", commitment.id.as_str());
    }
}

#[test]
fn the_pillars_stand_in_the_articles_order() {
    let ids: Vec<&str> = PLAN.zh.pillars.iter().map(|pillar| pillar.id.as_str()).collect();
    assert_eq!(ids, ["strength", "prosperity", "beauty", "vitality", "harmony"]);
}

#[test]
fn harmony_has_promises_and_no_number() {
    let plan = PLAN.zh;
    let harmony = plan.find("harmony").expect("it is there");
    assert_eq!(plan.figures_of_pillar(harmony).count(), 0);
    assert!(plan.commitments_of(Some(harmony)).count() > 10);
}

/// What does not depend on the language, as text: ids, places, references, numbers, stages.
fn structure(plan: &Plan) -> Vec<String> {
    let mut lines = vec![plan.version.as_str().to_owned()];
    lines.extend(plan.sentences.iter().map(|s| format!("{} {}", s.at, s.fingerprint.as_str())));
    lines.extend(plan.pillars.iter().map(|p| format!("{} {} {:?}", p.id.as_str(), p.at, p.topics)));
    lines.extend(plan.topics.iter().map(|t| t.id.as_str().to_owned()));
    for figure in plan.figures.iter() {
        lines.push(format!(
            "{} {:?} {:?} {:?} {} {:?} {}",
            figure.id.as_str(),
            figure.kind,
            figure.pillar,
            figure.topics,
            figure.caveats.len(),
            figure.per.as_ref().map(|per| per.figure),
            figure.scope_condition.is_some()
        ));
        lines.extend(figure.values().map(|(slot, v)| {
            let q = &v.quantity;
            format!(
                "{slot:?} {} {} {} {:?} {:?} {:?} {:?}",
                v.at,
                v.phrase.as_str(),
                q.value,
                q.unit,
                q.tense,
                q.hedges,
                q.of
            )
        }));
    }
    lines.extend(plan.milestones.iter().map(|m| format!("{} {} {:?} {}", m.id.as_str(), m.at, m.topics, m.under_way)));
    lines.extend(plan.hedges.iter().map(|h| format!("{} {}", h.id.as_str(), h.word.as_str())));
    lines.extend(
        plan.commitments
            .iter()
            .map(|c| format!("{} {:?} {:?} {} {:?}", c.id.as_str(), c.pillar, c.topic, c.at, c.hedge)),
    );
    lines.extend(
        plan.terms
            .iter()
            .map(|t| format!("{} {:?} {} {}", t.id.as_str(), t.at.items(), t.general.is_some(), t.undefined)),
    );
    for chapter in plan.chapters.iter() {
        lines.push(format!("{} {:?} {}", chapter.id.as_str(), chapter.pillar, chapter.lede.is_some()));
        lines.extend(chapter.scenes.iter().map(|scene| format!("{} {:?}", scene.id.as_str(), scene.subject)));
    }
    lines
}

#[test]
fn both_languages_agree_in_everything_but_their_words() {
    assert_eq!(PLAN.zh.lang, Lang::Zh);
    assert_eq!(PLAN.en.lang, Lang::En);
    let (zh, en) = (structure(PLAN.zh), structure(PLAN.en));
    for (zh, en) in zh.iter().zip(&en) {
        assert_eq!(zh, en);
    }
    assert_eq!(zh.len(), en.len());
}

#[test]
fn a_second_plan_has_one_figure_of_each_kind_and_three_pillars() {
    let plan = source::load_or_panic(crate::edited::FICTIONAL).zh;
    assert_eq!(plan.pillars.len(), 3);
    for (name, kind) in Kind::NAMES {
        assert_eq!(plan.figures.iter().filter(|figure| figure.kind == kind).count(), 1, "{name}");
    }
    assert_eq!(plan.chapters_of(None).count(), 2, "what was done, and what is promised");
    for pillar in five_new_bijies::plan::Ref::all(&plan.pillars) {
        assert_eq!(plan.chapters_of(Some(pillar)).count(), 1);
    }
}
