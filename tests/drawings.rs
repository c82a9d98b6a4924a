//! How every kind of figure draws every combination of tense and hedge that the plan has. `UPDATE_PRINTED=1 cargo test --test drawings` writes the drawings anew; look at them before you commit.

use five_new_bijies::figure::{Figure, Frame, Subject, WHOLE, svg};
use five_new_bijies::plan::{Kind, Plan, Ref, Show};
use five_new_bijies::quantity::{Hedge, Hedges, Lang, Tense, qualifier, written};
use five_new_bijies::site::source::{self, Bilingual};
use five_new_bijies::story::steps;
use five_new_bijies::theme;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

static PLAN: LazyLock<Bilingual> =
    LazyLock::new(|| source::load(Path::new("data")).unwrap_or_else(|report| panic!("{report}")));

/// One figure of each kind, small enough that its file is short.
const EXAMPLES: [&str; 6] =
    ["industry-output", "investment-growth", "urbanisation", "scenic-areas", "core-area", "forestry-output"];

/// Every combination that occurs and is drawn, by name: "done", "promised-strive-about". A level reached and the whole
/// of something are said in words; their edge is closed as that of a number without a hedge.
fn combinations(plan: &Plan) -> Vec<(String, Tense, Hedges)> {
    let mut found: Vec<(String, Tense, Hedges)> = Vec::new();
    for (_, value) in plan.figures.iter().flat_map(|figure| figure.values()) {
        let tense = value.quantity.tense;
        let said = |hedge: &Hedge| matches!(hedge, Hedge::Reach | Hedge::All);
        let hedges: Hedges = value.quantity.hedges.iter().filter(|hedge| !said(hedge)).collect();
        let tense_name = match tense {
            Tense::Done => "done",
            Tense::UnderWay => "under-way",
            Tense::Promised => "promised",
        };
        let names = std::iter::once(tense_name).chain(hedges.iter().map(|hedge| hedge.name()));
        let name = names.collect::<Vec<_>>().join("-");
        if found.iter().all(|(known, ..)| *known != name) {
            found.push((name, tense, hedges));
        }
    }
    found
}

/// The figure's last value with another tense and other hedges; what is done has nothing to be compared with.
fn reworded(plan: &'static Plan, id: &str, tense: Tense, hedges: Hedges) -> Figure {
    let mut figure = Figure::of(plan, plan.find(id).expect("the figure is in the plan"));
    let point = figure.points.last_mut().expect("a figure has a value");
    (point.quantity.tense, point.quantity.hedges) = (tense, hedges);
    point.qualifier = qualifier(&point.quantity, figure.lang);
    point.written = written(&point.quantity, figure.lang);
    figure
}

fn kind_name(kind: Kind) -> &'static str {
    Kind::NAMES.iter().find(|(_, known)| *known == kind).map_or("", |(name, _)| name)
}

/// What the reviewed file of a subject is called: its kind, and how many stand side by side.
fn name(subject: &Subject) -> String {
    match subject {
        Subject::Areas(areas) => format!("areas-{}", areas.figures.len()),
        Subject::Several(several) => format!("several-{}", several.figures.len()),
        Subject::Promises(promises) => format!("promises-{}", promises.promises.len()),
        other => other.key().trim_start_matches('+').replace('+', "-"),
    }
}

/// What the story shows of many figures at once.
fn side_by_side(plan: &'static Plan) -> Vec<Subject> {
    let steps = std::iter::once(None).chain(Ref::all(&plan.pillars).map(Some)).flat_map(|page| steps(plan, page));
    let mut subjects: Vec<Subject> = Vec::new();
    for subject in steps.map(|step| step.subject).filter(|subject| !matches!(subject, Subject::Figure(_))) {
        // One of each kind and number of members is enough.
        if subjects.iter().all(|known| name(known) != name(&subject)) {
            subjects.push(subject);
        }
    }
    subjects
}

/// Holds a drawing against its reviewed file, and returns the file's name.
#[track_caller]
fn holds(name: &str, (frame, frame_name): (Frame, &str), subject: &Subject) -> PathBuf {
    let palette = theme::palette(":root").expect("the tokens can be read");
    let drawn = svg::standalone(&subject.place(frame, WHOLE), &palette, name, "").replace("/><", "/>\n<") + "\n";
    let path = PathBuf::from(format!("tests/drawings/{name}-{frame_name}.svg"));
    if std::env::var_os("UPDATE_PRINTED").is_some() {
        std::fs::write(&path, &drawn).expect("the file can be written");
    }
    let reviewed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(drawn == reviewed, "{} is not what is drawn now", path.display());
    path
}

#[test]
fn every_kind_draws_every_qualifier_as_reviewed() {
    let mut files = BTreeSet::new();
    // Chinese on the phone, English where it is wide: each language in the room it has less of, in turn.
    for (frame, lang) in Frame::STILLS.into_iter().zip([Lang::Zh, Lang::En]) {
        let plan = PLAN.in_lang(lang);
        for (words, tense, hedges) in combinations(plan) {
            for id in EXAMPLES {
                let figure = reworded(plan, id, tense, hedges);
                let name = format!("{}-{words}", kind_name(figure.kind));
                files.insert(holds(&name, frame, &Subject::Figure(figure)));
            }
        }
        for subject in side_by_side(plan) {
            files.insert(holds(&name(&subject), frame, &subject));
        }
    }
    let there: BTreeSet<PathBuf> = std::fs::read_dir("tests/drawings")
        .expect("it can be read")
        .map(|entry| entry.expect("a file").path())
        .collect();
    assert_eq!(there.difference(&files).collect::<Vec<_>>(), Vec::<&PathBuf>::new(), "drawings that nothing draws");
}

#[test]
fn every_qualifier_looks_different_in_every_kind() {
    let plan = PLAN.zh;
    for id in EXAMPLES {
        for (frame, _) in Frame::STILLS {
            let mut seen: Vec<(String, String)> = Vec::new();
            for (words, tense, hedges) in combinations(plan) {
                let figure = reworded(plan, id, tense, hedges);
                let placed = Subject::Figure(figure).place(frame, Show::ALL.bits());
                // Without the words: the marks alone tell.
                let drawn: String =
                    svg::inline(&placed, "").split('<').filter(|part| part.starts_with("path")).collect();
                assert!(
                    seen.iter().all(|(_, other)| *other != drawn),
                    "{id}: {words} looks like another: {:?}",
                    seen.iter().find(|(_, other)| *other == drawn).map(|(name, _)| name)
                );
                seen.push((words, drawn));
            }
        }
    }
}
