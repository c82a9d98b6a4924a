//! How every kind of figure draws every combination of tense and hedge that the plan has. `UPDATE_PRINTED=1 cargo test --test drawings` writes the drawings anew; look at them before you commit.

use five_new_bijies::color;
use five_new_bijies::figure::{
    DrawingPart, EIGHTHS, FigureChart, FollowUpsChart, Frame, GuessChart, Mark, Own, Shape, Subject, describe,
    describe_part, svg,
};
use five_new_bijies::plan::{
    Figure, FollowUp, FollowUpKind, Kind, Lens, LensOff, OtherSource, Plan, Ref, SameMeasure, Shown, Slot, through,
};
use five_new_bijies::quantity::{Hedge, Hedges, Lang, Quantity, Tense, Unit, qualifier, spoken, written};
use five_new_bijies::site::source::{self, Bilingual};
use five_new_bijies::site::tools::gallery::{WORDINGS, wording_name};
use five_new_bijies::story::steps;
use five_new_bijies::text::Text;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::LazyLock;

static PLAN: LazyLock<Bilingual> = LazyLock::new(|| source::load_or_panic("data"));

static PORT: LazyLock<Bilingual> = LazyLock::new(|| source::load_or_panic("tests/plans/port"));

/// What an article can say and the city's does not: two falls, a value below nought, what doubled, two ceilings, a part
/// of one, a range.
const OF_A_PORT: [&str; 7] =
    ["energy", "cold-store", "containers", "diesel-lorries", "breakage", "charging-points", "rail-share"];

/// One figure of each kind, small enough that its file is short.
const EXAMPLES: [&str; 6] =
    ["industry-output", "investment-growth", "urbanisation", "scenic-areas", "core-area", "forestry-output"];

/// Every wording that occurs and is drawn. A level reached and the whole of something are said in words; their edge is
/// closed as that of a number without a hedge.
fn wordings_of(plan: &Plan) -> BTreeSet<String> {
    let values = plan.figures.iter().flat_map(|figure| figure.values());
    let wording = |quantity: &Quantity| {
        let said = |hedge: &Hedge| matches!(hedge, Hedge::Reach | Hedge::All);
        wording_name(quantity.tense, quantity.hedges.iter().filter(|hedge| !said(hedge)).collect())
    };
    values.map(|(_, value)| wording(&value.quantity)).collect()
}

/// The figure's last value with another tense and other hedges; what is done has nothing to be compared with.
fn reworded(plan: &'static Plan, id: &str, tense: Tense, hedges: Hedges) -> FigureChart {
    let mut figure = FigureChart::of(plan, plan.find(id).expect("the figure is in the plan"));
    let point = figure.points.last_mut().expect("a figure has a value");
    (point.quantity.tense, point.quantity.hedges) = (tense, hedges);
    point.qualifier = qualifier(&point.quantity, figure.lang);
    point.written = written(&point.quantity, figure.lang);
    figure
}

/// A figure with what others might say of it: half of the promise, of another measure; as much as was promised, as a
/// floor; and a little more, about. What is counted is counted whole.
fn with_others(plan: &'static Plan, id: &str) -> FollowUpsChart {
    let reference: Ref<Figure> = plan.find(id).expect("the figure is in the plan");
    let quantity = plan[reference].promise.as_ref().expect("it is promised").quantity;
    let text = |text: &str| Text::from(text.to_owned());
    let source = OtherSource {
        id: text("almanac"),
        title: text("Almanac"),
        publisher: text("Press"),
        date: text("2024-03-01"),
        read: text("2025-01-10"),
        address: text("https://almanac.example/"),
        note: None,
    };
    let source: &'static OtherSource = Box::leak(Box::new(source));
    let entry = |(part, hedge, same, kind, as_of): (f64, Option<Hedge>, _, _, &str)| {
        let quantity = Quantity {
            value: (quantity.value * part * 100.0).ceil() / 100.0,
            tense: Tense::Done,
            hedges: hedge.into_iter().collect(),
            ..quantity
        };
        let quantity = Quantity {
            value: if quantity.unit == Unit::COUNT { quantity.value.ceil() } else { quantity.value },
            ..quantity
        };
        let entry = FollowUp {
            id: text(as_of),
            figure: reference,
            kind,
            quantity,
            as_of: text(as_of),
            as_of_words: text(as_of),
            measure: text("measure"),
            same,
            reason: None,
            source: Ref::all(std::slice::from_ref(source)).next().expect("there is one"),
            phrase: None,
            locator: None,
            replaced_by: None,
        };
        (&*Box::leak(Box::new(entry)), source)
    };
    let entries = [
        (0.5, None, SameMeasure::No, FollowUpKind::Start, "2015"),
        (1.0, Some(Hedge::AtLeast), SameMeasure::Yes, FollowUpKind::OnTheWay, "2020"),
        (1.1, Some(Hedge::About), SameMeasure::Yes, FollowUpKind::Outcome, "2025"),
    ];
    FollowUpsChart { figure: FigureChart::of(plan, reference), entries: entries.map(entry).to_vec() }
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
    let palette = color::palette(":root").expect("the tokens can be read");
    let drawn = svg::standalone(&subject.place(frame, Shown::ALL), &palette, name, "").replace("/><", "/>\n<") + "\n";
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
        let examples = WORDINGS.map(|(tense, hedges)| (tense, hedges.iter().copied().collect::<Hedges>()));
        let known = examples.iter().map(|(tense, hedges)| wording_name(*tense, *hedges)).collect();
        assert!(wordings_of(plan).is_subset(&known), "{:?} are among the examples", wordings_of(plan));
        for (tense, hedges) in examples {
            for id in EXAMPLES {
                let figure = reworded(plan, id, tense, hedges);
                let name = format!("{}-{}", kind_name(figure.kind), wording_name(tense, hedges));
                files.insert(holds(&name, frame, &Subject::Figure(figure)));
            }
        }
        for id in EXAMPLES {
            let since = with_others(plan, id);
            let name = format!("since-{}", kind_name(since.figure.kind));
            files.insert(holds(&name, frame, &Subject::FollowUps(since)));
        }
        let port = PORT.in_lang(lang);
        for id in OF_A_PORT {
            let figure = FigureChart::of(port, port.find(id).expect("the figure is in the plan"));
            files.insert(holds(&format!("port-{id}"), frame, &Subject::Figure(figure)));
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
            for (tense, hedges) in WORDINGS {
                let hedges: Hedges = hedges.iter().copied().collect();
                let words = wording_name(tense, hedges);
                let figure = reworded(plan, id, tense, hedges);
                let placed = Subject::Figure(figure).place(frame, Shown::ALL);
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

#[test]
fn what_others_say_leaves_the_articles_drawing_as_it_is_and_stands_under_it() {
    for (plan, id) in Lang::ALL.into_iter().flat_map(|lang| EXAMPLES.map(|id| (PLAN.in_lang(lang), id))) {
        for frame in [Frame::NARROW, Frame::WIDE, Frame::of_size(480.0, 700.0)] {
            let since = with_others(plan, id);
            let whole = Subject::FollowUps(since.clone()).place(frame, Shown::ALL);
            let height = frame.height_css_px.map(|height| {
                assert_eq!(whole.height, height as i32 * EIGHTHS, "{id} keeps to its box");
                let rows =
                    Subject::FollowUps(since.clone()).place(Frame { height_css_px: None, ..frame }, Shown::ALL).height
                        - since.figure.place(Frame { height_css_px: None, ..frame }, Shown::ALL).height;
                height - f64::from(rows / EIGHTHS)
            });
            let own = Subject::Figure(since.figure.clone());
            let own = own.place(Frame { height_css_px: height, ..frame }, Shown::ALL);
            assert!(whole.marks.starts_with(&own.marks), "{id}: the article's drawing has changed");
            assert!(whole.spots.starts_with(&own.spots), "{id}");
            // Its own words and places, all of them under the article's.
            for spot in whole.spots.iter().filter(|spot| matches!(spot.part, DrawingPart::FollowUp(_))) {
                assert!(spot.y >= own.height && spot.y + spot.height <= whole.height, "{id}: {spot:?}");
                let told =
                    describe_part(&Subject::FollowUps(since.clone()), spot.part).expect("it has something to say");
                assert!(told.words.contains(plan.lang.pick("来自别的来源", "From another source")), "{}", told.words);
                assert!(told.at.is_none(), "it does not stand in the article");
            }
            let said = describe(&Subject::FollowUps(since.clone()));
            for (entry, _) in &since.entries {
                assert!(said.contains(&spoken(&entry.quantity, plan.lang)), "{id}: {said}");
            }
        }
    }
}

#[test]
fn only_the_same_measure_stands_on_the_scale_of_the_promise() {
    for id in EXAMPLES {
        let mut since = with_others(PLAN.zh, id);
        let dots = |since: &FollowUpsChart| {
            let own = since.figure.place(Frame::WIDE, Shown::ALL).marks.len();
            let rows = Subject::FollowUps(since.clone()).place(Frame::WIDE, Shown::ALL).marks.split_off(own);
            rows.iter()
                .filter(|mark| matches!(mark, Mark::Fill { token, .. } if *token == since.figure.pigment))
                .count()
        };
        assert!(dots(&since) > 0, "{id}");
        since.entries.truncate(1);
        assert_eq!(dots(&since), 0, "{id}: another measure has no line in common with the promise");
    }
}

#[test]
fn what_is_done_every_year_is_no_total_that_a_year_has_a_part_of() {
    let plan = &PORT.zh;
    let figure = plan.find::<Figure>("old-estates-yearly").expect("the port has it");
    assert_eq!(through(Lens::PerYear, &plan[figure], Slot::Promise, Lang::Zh).err(), Some(LensOff::NoTotal));
}

/// Everything that a page draws, whole.
fn all_drawn(plan: &'static Plan) -> Vec<Subject> {
    let pages = std::iter::once(None).chain(Ref::all(&plan.pillars).map(Some));
    let scenes = pages.flat_map(|page| steps(plan, page)).map(|step| step.subject);
    let of_figures = Ref::all(&plan.figures).flat_map(|figure| {
        let guess = GuessChart::of(plan, figure).map(Subject::Guess);
        let since = FollowUpsChart::of(plan, figure).map(Subject::FollowUps);
        let own = [Subject::Figure(FigureChart::of(plan, figure)), Subject::Own(Own::of(plan, figure))];
        own.into_iter().chain(guess).chain(since).collect::<Vec<_>>()
    });
    scenes.chain(of_figures).collect()
}

/// From where to where a mark is inked across, in eighths; nothing of words, whose font decides, and of level lines, which
/// may end at the edge.
fn inked(mark: &Mark) -> Option<(i32, i32)> {
    let (shape, pen) = match mark {
        Mark::Label(_) => return None,
        Mark::Fill { shape, .. } => (shape, 0),
        Mark::Stroke { shape, width, .. } => (shape, *width as i32),
    };
    let points = match shape {
        Shape::Circle { x, y, radius } => vec![(x - *radius as i32, *y), (x + *radius as i32, y + 1)],
        shape => shape.outline(),
    };
    let (xs, ys) = (|| points.iter().map(|(x, _)| *x), || points.iter().map(|(_, y)| *y));
    (ys().min()? != ys().max()?).then_some((xs().min()? - pen / 2, xs().max()? + pen / 2))
}

#[test]
fn no_mark_is_cut_by_the_edge_of_its_box() {
    let mut cut = BTreeMap::new();
    for plan in [PLAN.zh, PLAN.en, PORT.en] {
        for subject in all_drawn(plan) {
            for width in (300..=1130).step_by(83) {
                let width = f64::from(width);
                let boxes = [Frame::of_width(width), Frame::of_size(width, 248.0), Frame::of_size(width, 520.0)];
                for frame in boxes {
                    let placed = subject.place(frame, Shown::ALL);
                    let over = |mark: &&Mark| inked(mark).is_some_and(|(left, right)| left < 0 || right > placed.width);
                    if let Some(mark) = placed.marks.iter().find(over) {
                        cut.entry((subject.key(), plan.lang.tag())).or_insert_with(|| format!("{frame:?}: {mark:?}"));
                    }
                }
            }
        }
    }
    assert!(cut.is_empty(), "{cut:#?}");
}

#[test]
fn each_sentence_of_a_description_begins_with_a_capital() {
    for subject in all_drawn(PLAN.en) {
        let said = describe(&subject);
        let small = said.split(". ").find(|sentence| sentence.starts_with(|first: char| first.is_ascii_lowercase()));
        assert_eq!(small, None, "{}: {said}", subject.key());
    }
}
