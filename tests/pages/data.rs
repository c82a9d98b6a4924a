//! What a page may say: the values and counts of the data files, the words of other sources, and those of points and
//! lenses.

use crate::PLAN;
use five_new_bijies::figure::{self, Frame, Subject, describe_part};
use five_new_bijies::plan::{FollowUp, FollowUpNote, Lens, Plan, Ref, Shown, Slot, through};
use five_new_bijies::quantity::{Lang, spoken, written_gap};
use five_new_bijies::site::source;
use five_new_bijies::story::steps;
use std::collections::{BTreeMap, HashSet};
use std::sync::LazyLock;

/// The subjects of scenes that are not a single figure.
fn side_by_side(plan: &'static Plan) -> Vec<Subject> {
    let pages = std::iter::once(None).chain(Ref::all(&plan.pillars).map(Some));
    let subjects = pages.flat_map(|pillar| steps(plan, pillar)).map(|step| step.subject);
    let subjects = subjects.filter(|subject| !matches!(subject, Subject::Figure(_)));
    subjects
        .inspect(|subject| assert_eq!(Subject::parse(&subject.key(), plan).as_ref(), Some(subject), "its own key"))
        .collect()
}

/// All that the data says of an entry from another source, and how far it is from the promise.
pub fn others_words(plan: &Plan, entry: &FollowUp) -> String {
    let source = &plan[entry.source];
    let texts = [entry.as_of_words, entry.measure, source.title, source.publisher, source.date, source.read];
    let perhaps = [entry.reason, entry.phrase, entry.locator, source.note].into_iter().flatten();
    let texts: Vec<&str> = texts.iter().map(|text| text.as_str()).collect();
    let perhaps: Vec<&str> = perhaps.map(|text| text.as_str()).collect();
    let gap = entry.distance(plan).map_or_else(String::new, |distance| written_gap(&distance.gap, plan.lang));
    format!("{} {} {} {gap}", texts.join(" "), perhaps.join(" "), spoken(&entry.quantity, plan.lang))
}

/// All that the data says of a note from another source.
pub fn note_words(plan: &Plan, note: &FollowUpNote) -> String {
    let source = &plan[note.source];
    let texts = [note.text, note.phrase, source.title, source.publisher, source.date, source.read];
    let texts: Vec<&str> = texts.into_iter().chain(source.note).map(|text| text.as_str()).collect();
    texts.join(" ")
}

/// All that can be said of points and through lenses, by language.
pub static TOLD: LazyLock<[HashSet<String>; 2]> = LazyLock::new(|| {
    Lang::ALL.map(|lang| {
        let plan = PLAN.in_lang(lang);
        let figures = || Ref::all(&plan.figures);
        let single = figures().map(|figure| Subject::Figure(figure::FigureChart::of(plan, figure)));
        let mut told = HashSet::new();
        for subject in single.chain(side_by_side(plan)) {
            for spot in subject.place(Frame::WIDE, Shown::ALL).spots {
                let words = describe_part(&subject, spot.part).expect("a point has something to say");
                told.insert(words.words);
                told.extend(words.arithmetic);
            }
        }
        for trial in figures().filter_map(|figure| figure::Trial::of(plan, figure)) {
            told.extend([trial.pace_words(), trial.result_words(lang).trim().to_owned()]);
        }
        for (figure, lens) in figures().flat_map(|figure| Lens::ALL.map(|lens| (figure, lens))) {
            let Some((slot, _)) = plan[figure].values().last() else { continue };
            if let Ok(seen) = through(lens, &plan[figure], slot, lang) {
                told.extend([seen.text, seen.arithmetic]);
            }
        }
        told
    })
});

/// Every count of the site by its mark, counted in the files as they are written.
pub static COUNTS: LazyLock<BTreeMap<String, usize>> = LazyLock::new(|| {
    let raw = &PLAN.raw;
    let values = |slot: Slot| {
        raw.figures
            .iter()
            .filter(move |figure| if slot == Slot::Past { figure.past.is_some() } else { figure.promise.is_some() })
    };
    let promises = || raw.figures.iter().filter_map(|figure| Some(figure.promise.as_ref()?.get_ref()));
    let same_ruler = || values(Slot::Promise).filter(|f| f.past.is_some() && f.scope_condition.is_none()).count();
    let hedged = |hedges: &[toml::Spanned<String>]| {
        hedges.iter().any(|hedge| ["strive", "at-least", "about", "hold"].contains(&hedge.get_ref().as_str()))
    };
    let mut counts: BTreeMap<String, usize> = [
        ("figures", raw.figures.len()),
        ("past-figures", values(Slot::Past).count()),
        ("promised-figures", values(Slot::Promise).count()),
        ("commitments", raw.commitments.len()),
        ("promises", raw.commitments.len() + values(Slot::Promise).count()),
        ("same-ruler", same_ruler()),
        ("not-compared", values(Slot::Promise).count() - same_ruler()),
        ("hedged", promises().filter(|promise| hedged(promise.hedge.get_ref())).count()),
        ("milestones", raw.milestones.len()),
        ("pillars", raw.pillars.len()),
        ("themes", raw.themes.len()),
        ("sentences", raw.sentences.len()),
    ]
    .map(|(name, count)| (name.to_owned(), count))
    .into();
    for pillar in &raw.pillars {
        let id = pillar.id.get_ref();
        let promised: Vec<_> = values(Slot::Promise)
            .filter(|figure| figure.pillar.as_ref().is_some_and(|pillar| pillar.get_ref() == id))
            .map(|figure| (figure, figure.promise.as_ref().expect("it is promised").get_ref()))
            .collect();
        let without = |one: &&source::raw::RawCommitment| one.pillar.as_ref().is_some_and(|of| of.get_ref() == id);
        for (what, count) in [
            ("numbers", promised.len()),
            ("hedged", promised.iter().filter(|(_, value)| hedged(value.hedge.get_ref())).count()),
            ("baseline", promised.iter().filter(|(f, _)| f.past.is_some() && f.scope_condition.is_none()).count()),
            ("deadline", promised.iter().filter(|(_, value)| value.deadline.is_some()).count()),
            ("without", raw.commitments.iter().filter(without).count()),
        ] {
            counts.insert(format!("{id}.{what}"), count);
        }
    }
    for theme in &raw.themes {
        let id = theme.id.get_ref();
        let of = |themes: &[toml::Spanned<String>]| themes.iter().any(|theme| theme.get_ref() == id);
        let figures = |slot| values(slot).filter(|figure| of(figure.themes.get_ref())).count();
        let milestones = raw.milestones.iter().filter(|milestone| of(&milestone.themes)).count();
        counts.insert(format!("{id}.done"), milestones + figures(Slot::Past));
        counts.insert(format!("{id}.promised"), figures(Slot::Promise));
        counts.insert(format!("{id}.open"), raw.commitments.iter().filter(|one| one.theme.get_ref() == id).count());
    }
    counts
});

/// Every value of the data by its mark, read without the plan's own types.
pub fn raw_values() -> BTreeMap<String, f64> {
    let text = std::fs::read_to_string("data/figures.toml").expect("the figures can be read");
    let table: toml::Table = text.parse().expect("the figures are TOML");
    let mut values = BTreeMap::new();
    for figure in table["figure"].as_array().expect("figures are a list") {
        let id = figure["id"].as_str().expect("a figure has an id");
        for slot in ["past", "promise"] {
            if let Some(value) = figure.get(slot).map(|value| &value["value"]) {
                let value =
                    value.as_float().or(value.as_integer().map(|whole| whole as f64)).expect("a value is a number");
                values.insert(format!("{id}.{slot}"), value);
            }
        }
    }
    values
}
