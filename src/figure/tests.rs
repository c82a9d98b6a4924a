//! What holds for every layout, whatever it shows: one box, words inside it, no word on another.

use super::*;
use crate::figure::{
    Align, Areas, Emphasis, Face, Field, GuessChart, GuessState, Label, Ladder, Mark, Measure, Own, Rulers, Shape,
    Square, Subject, Transition, eighths, text_width,
};
use crate::plan::{Arrangement, Kind, Plan, Promise, Ref, Shown};
use crate::quantity::{Hedge, Hedges, Lang, Tense, qualifier};
use crate::site::source;
use crate::site::tools::gallery;
use crate::story::steps;

const SMALLEST_TEXT_PX: f64 = 13.0;

/// The city's plan and the invented ones, in both languages.
fn plans() -> Vec<&'static Plan> {
    let plans = ["data", "tests/plans/fictional", "tests/plans/port"].map(source::load_or_panic);
    plans.iter().flat_map(|plans| Lang::ALL.map(|lang| plans.in_lang(lang))).collect()
}

fn figures_of(plan: &'static Plan) -> impl Iterator<Item = FigureChart> {
    Ref::all(&plan.figures).map(move |figure| FigureChart::of(plan, figure))
}

/// Every figure of every plan in both languages.
fn figures() -> Vec<FigureChart> {
    plans().into_iter().flat_map(figures_of).collect()
}

/// What can be drawn of a plan.
fn subjects(plan: &'static Plan) -> Vec<Subject> {
    let mut subjects: Vec<Subject> = figures_of(plan).map(Subject::Figure).collect();
    let areas: Vec<FigureChart> = figures_of(plan).filter(|figure| figure.kind == Kind::Area).collect();
    for count in [3, 4].into_iter().filter(|count| *count <= areas.len()) {
        let figures = areas[..count].to_vec();
        subjects.push(Subject::Areas(Areas { lang: plan.lang, lexicon: plan.lexicon, figures }));
    }
    subjects.push(Subject::Ladder(Ladder::of(plan)));
    subjects.push(Subject::Measure(Measure::of(plan)));
    subjects.push(Subject::Rulers(Rulers::of(plan)));
    for (_, arrangement) in Arrangement::NAMES {
        for emphasis in [Emphasis::None, Emphasis::Numbers, Emphasis::Rulers] {
            subjects.push(Subject::Field(Field::of(plan, arrangement, emphasis)));
        }
        let kept = Promise::all(plan).take(3).collect();
        let topic = Ref::all(&plan.topics).next();
        subjects.push(Subject::Field(Field::of(plan, arrangement, Emphasis::Own { kept, topic })));
    }
    if let Some(area) = areas.first() {
        let beside = figures_of(plan).filter(|figure| figure.kind == Kind::Amount).take(2).collect();
        let (lang, lexicon) = (plan.lang, plan.lexicon);
        subjects.push(Subject::Square(Square { lang, lexicon, area: area.clone(), beside }));
    }
    for figure in Ref::all(&plan.figures) {
        subjects.extend(own(Own::of(plan, figure)));
        subjects.extend(GuessChart::of(plan, figure).into_iter().flat_map(guesses));
    }
    subjects
}

/// On its own page: at the pace of the article, and at both ends of the scale.
fn own(own: Own) -> Vec<Subject> {
    let ends = own.trial.as_ref().map(|trial| trial.scale());
    let paces = std::iter::once(None).chain(ends.into_iter().flat_map(|(least, most, _)| [Some(least), Some(most)]));
    paces.map(|pace| Subject::Own(own.with_pace(pace))).collect()
}

/// Asked at both ends of the scale, and told in one.
fn guesses(chart: GuessChart) -> Vec<Subject> {
    let (least, most, _) = chart.scale();
    let answer = chart.rounded(chart.answer());
    let alone =
        [GuessState::Ask { mine: least }, GuessState::Ask { mine: most }, GuessState::Answered { mine: answer }];
    let friends = [(least, answer), (most, most), (answer, least)];
    let alone = alone.into_iter().map(|state| chart.with_state(state));
    let friends = friends.into_iter().flat_map(|(mine, theirs)| {
        let chart = chart.with_friend(Some(theirs));
        [GuessState::Ask { mine }, GuessState::Answered { mine }].map(|state| chart.with_state(state))
    });
    alone.chain(friends).map(Subject::Guess).collect()
}

/// The boxes in which a subject is seen at a width: its own height, those that its stills take on a page, and stages.
fn frames(subject: &Subject, width: f64) -> Vec<Frame> {
    let mut frames = vec![Frame::of_width(width)];
    for ((still, _), scales) in Frame::STILLS.into_iter().zip([0.76..=1.25, 0.87..=1.6]) {
        let scale = width / still.width_css_px;
        if scales.contains(&scale) {
            let natural = f64::from(subject.place(still, Shown::ALL).height) / 8.0;
            frames.push(Frame::of_size(width, scale * natural));
        }
    }
    let stages = [330.0, 480.0, 620.0, 700.0, 900.0];
    frames.extend(stages.into_iter().filter(|_| width >= 360.0).map(|height| Frame::of_size(width, height)));
    frames
}

/// The same value with another tense and other hedges.
fn reworded(figure: &FigureChart, tense: Tense, hedges: Hedges) -> FigureChart {
    let mut figure = figure.clone();
    for point in &mut figure.points {
        point.quantity.tense = tense;
        point.quantity.hedges = hedges;
        point.qualifier = qualifier(&point.quantity, figure.lang);
    }
    figure
}

fn all_hedges() -> impl Iterator<Item = Hedges> {
    let sets =
        [vec![], vec![Hedge::Strive], vec![Hedge::AtLeast], vec![Hedge::About], vec![Hedge::Strive, Hedge::AtLeast]];
    sets.into_iter()
        .chain([vec![Hedge::Strive, Hedge::About], vec![Hedge::Within], vec![Hedge::EveryYear]])
        .map(|set| set.into_iter().collect())
}

fn labels(placed: &PlacedFigure) -> Vec<&Label> {
    placed
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Label(label) => Some(label),
            _ => None,
        })
        .collect()
}

/// Left, top, right, bottom of what is inked: a little less high than the em box.
fn extent(label: &Label, lang: Lang) -> [i32; 4] {
    let mut width = text_width(&label.text, label.size, label.face);
    if label.face == Face::Numeral && label.align == Align::Start && lang == Lang::Zh {
        width = width * 9 / 10;
    }
    let left = match label.align {
        Align::Start => label.x,
        Align::Middle => label.x - width / 2,
        Align::End => label.x - width,
    };
    let half = label.size as i32 * 2 / 5;
    [left, label.y - half, left + width, label.y + half]
}

/// What is wrong with a drawing that shows the whole or parts of it, in words.
fn faults(subject: &Subject, frame: Frame, shown: &[Shown], lang: Lang) -> Vec<String> {
    let whole = subject.place(frame, Shown::ALL);
    let mut faults = Vec::new();
    for shown in shown {
        if *shown == Shown::ALL {
            faults.extend(faults_of((subject, frame, *shown), &whole, lang));
            continue;
        }
        let placed = subject.place(frame, *shown);
        faults.extend(faults_of((subject, frame, *shown), &placed, lang));
        if (placed.width, placed.height) != (whole.width, whole.height) {
            faults.push(format!("{} {}: the box depends on what is shown", subject.key(), lang.code()));
        }
    }
    faults
}

fn faults_of((subject, frame, shown): (&Subject, Frame, Shown), placed: &PlacedFigure, lang: Lang) -> Vec<String> {
    let state = match subject {
        Subject::Own(Own { trial: Some(trial), .. }) => trial.pace.to_string(),
        Subject::Guess(guess) => format!("{:?}", guess.state),
        _ => format!("{shown:?}"),
    };
    let name = format!("{} {} {frame:?} {state}", subject.key(), lang.code());
    let mut faults = Vec::new();
    let mut fault = |what: String| faults.push(format!("{name}: {what}"));
    if placed.width != eighths(frame.width_css_px) || frame.height_css_px.is_some_and(|h| placed.height != eighths(h)) {
        fault("it is not the box that was asked for".to_owned());
    }
    // From the top down: only what begins above the end of a label can lie on it.
    let mut inked: Vec<(&Label, [i32; 4])> =
        labels(placed).into_iter().map(|label| (label, extent(label, lang))).collect();
    inked.sort_by_key(|(_, [_, top, ..])| *top);
    for (index, (label, [left, top, right, bottom])) in inked.iter().enumerate() {
        if !(*left >= 0 && *top >= 0 && *right <= placed.width && *bottom <= placed.height) {
            fault(format!("{:?} leaves the box", label.text));
        }
        if label.size < eighths(SMALLEST_TEXT_PX) as u32 {
            fault(format!("{:?} is too small", label.text));
        }
        for (other, [l, _, r, b]) in inked[index + 1..].iter().take_while(|(_, [_, t, ..])| t < bottom) {
            if r > left && l < right && b > top {
                fault(format!("{:?} lies on {:?}", label.text, other.text));
            }
        }
    }
    if placed.marks.iter().any(|mark| leaves(mark, placed)) {
        fault("a mark leaves the box".to_owned());
    }
    let outside =
        |x, y, width, height| x < -8 || y < -8 || x + width > placed.width + 8 || y + height > placed.height + 8;
    for spot in placed.spots.iter().filter(|spot| outside(spot.x, spot.y, spot.width, spot.height)) {
        fault(format!("{spot:?} leaves the box"));
    }
    faults
}

/// Whether a mark reaches beyond the box by more than half a stroke.
fn leaves(mark: &Mark, placed: &PlacedFigure) -> bool {
    const STROKE: i32 = 8;
    let inside = |x: i32, y: i32| {
        (-STROKE..=placed.width + STROKE).contains(&x) && (-STROKE..=placed.height + STROKE).contains(&y)
    };
    match mark {
        Mark::Label(_) => false,
        Mark::Fill { shape, .. } | Mark::Stroke { shape, .. } => match shape {
            Shape::Rect { x, y, width, height } => {
                *width < 0 || *height < 0 || !inside(*x, *y) || !inside(x + width, y + height)
            }
            Shape::Circle { x, y, radius } => {
                let radius = *radius as i32;
                !inside(x - radius, y - radius) || !inside(x + radius, y + radius)
            }
            Shape::Path(points) | Shape::Polygon(points) => !points.iter().all(|(x, y)| inside(*x, *y)),
        },
    }
}

/// Reports each kind of fault once.
#[track_caller]
fn assert_none(faults: &[String]) {
    let mut kinds: Vec<&String> = Vec::new();
    let kind = |fault: &str| (fault.split(' ').next().map(str::to_owned), fault.rsplit(' ').next().map(str::to_owned));
    for fault in faults {
        if kinds.len() < 60 && kinds.iter().all(|known| kind(known) != kind(fault)) {
            kinds.push(fault);
        }
    }
    assert!(faults.is_empty(), "{} faults: {kinds:#?}", faults.len());
}

#[test]
fn every_subject_fits_every_box() {
    let mut found = Vec::new();
    for plan in plans() {
        for subject in subjects(plan) {
            // The states of what can be touched are many.
            let step = match subject {
                // Hundreds of dots, each held against all others.
                Subject::Field(_) => 285,
                Subject::Own(_) | Subject::Guess(_) => 60,
                _ => 30,
            };
            for width in (260..=1400).step_by(step) {
                for frame in frames(&subject, f64::from(width)) {
                    found.extend(faults(&subject, frame, &[Shown::ALL], plan.lang));
                }
            }
        }
    }
    assert_none(&found);
}

/// Stages of the story: its stills, the smallest phone, a phone, a tablet, a laptop, a large screen.
const STAGES: [(f64, f64); 7] =
    [(350.0, 310.0), (520.0, 470.0), (300.0, 248.0), (340.0, 265.0), (728.0, 508.0), (745.0, 700.0), (1180.0, 950.0)];

#[test]
fn every_scene_fits_every_stage() {
    let mut found = Vec::new();
    for plan in plans() {
        let pages = std::iter::once(None).chain(Ref::all(&plan.pillars).map(Some));
        for step in pages.flat_map(|pillar| steps(plan, pillar)) {
            for (width, height) in STAGES {
                let frame = Frame::of_size(width, height);
                found.extend(faults(&step.subject, frame, &[Shown::NOTHING, step.shown], plan.lang));
            }
        }
    }
    assert_none(&found);
}

#[test]
fn words_on_the_stage_of_a_desktop_have_fifteen_pixels() {
    let mut found = Vec::new();
    for plan in plans() {
        let pages = std::iter::once(None).chain(Ref::all(&plan.pillars).map(Some));
        for step in pages.flat_map(|pillar| steps(plan, pillar)) {
            for (width, height) in [(745.0, 700.0), (1180.0, 950.0)] {
                let placed = step.subject.place(Frame::of_size(width, height), step.shown);
                let small = labels(&placed).into_iter().filter(|label| label.size < eighths(15.0) as u32);
                found
                    .extend(small.map(|label| format!("{width} × {height}: {} of {} eighths", label.text, label.size)));
            }
        }
    }
    assert_none(&found);
}

/// What a canvas is asked for in a frame, each mark once: while nothing moves, and in the middle of a transition.
const MARKS_AT_REST: usize = 4_200;
const MARKS_IN_TRANSITION: usize = 4_600;

#[test]
fn a_step_of_the_story_asks_little_of_a_canvas() {
    let (mut at_rest, mut in_transition) = (0, 0);
    for plan in plans() {
        for pillar in std::iter::once(None).chain(Ref::all(&plan.pillars).map(Some)) {
            for (width, height) in STAGES {
                let frame = Frame::of_size(width, height);
                let placed: Vec<_> =
                    steps(plan, pillar).iter().map(|step| step.subject.place(frame, step.shown)).collect();
                at_rest = placed.iter().map(|placed| placed.marks.len()).fold(at_rest, usize::max);
                for pair in placed.windows(2) {
                    let transition = Transition::between(&pair[0], &pair[1]);
                    for progress in [0.1, 0.3, 0.5, 0.7, 0.9] {
                        let moment = transition.at(progress);
                        let seen = moment.layers.iter().filter(|layer| layer.opacity > 0.0);
                        let marks: usize = seen.map(|layer| layer.marks.len()).sum();
                        in_transition = in_transition.max(marks + moment.dots.len());
                    }
                }
            }
        }
    }
    assert!(
        at_rest <= MARKS_AT_REST && in_transition <= MARKS_IN_TRANSITION,
        "{at_rest} at rest, {in_transition} in a transition"
    );
}

/// What of a subject can be shown: values of a figure, members of areas; everything else is there as a whole or not at all,
/// and a guess has its state in itself.
fn states(subject: &Subject) -> Vec<Shown> {
    let parts = match subject {
        Subject::Figure(_) | Subject::Own(_) => vec![Shown::PAST, Shown::PROMISE, Shown::COMPUTED],
        Subject::Areas(areas) => (0..areas.figures.len()).map(Shown::member).collect(),
        Subject::Guess(_) => return vec![Shown::ALL],
        _ => return vec![Shown::NOTHING, Shown::ALL],
    };
    let some =
        |bits: usize| parts.iter().enumerate().filter(move |(bit, _)| bits >> bit & 1 == 1).map(|(_, part)| *part);
    (0..1 << parts.len()).map(|bits| some(bits).collect()).collect()
}

#[test]
fn every_state_has_the_box_of_the_whole() {
    let mut found = Vec::new();
    for plan in plans() {
        for subject in subjects(plan) {
            let states = states(&subject);
            for width in [300.0, 340.0, 640.0, 760.0, 1180.0] {
                for frame in frames(&subject, width) {
                    found.extend(faults(&subject, frame, &states, plan.lang));
                }
            }
        }
    }
    assert_none(&found);
}

#[test]
fn every_tense_and_hedge_fits_too() {
    let mut found = Vec::new();
    for figure in figures() {
        for tense in [Tense::Done, Tense::UnderWay, Tense::Promised] {
            for hedges in all_hedges() {
                let subject = Subject::Figure(reworded(&figure, tense, hedges));
                for width in [260.0, 340.0, 640.0, 1180.0] {
                    for frame in frames(&subject, width) {
                        found.extend(faults(&subject, frame, &[Shown::ALL], figure.lang));
                    }
                }
            }
        }
    }
    assert_none(&found);
}

#[test]
fn every_kind_that_draws_ranges_has_room_for_them() {
    let plan =
        source::parse(gallery::plan().expect("the invented town is there")).unwrap_or_else(|report| panic!("{report}"));
    let is_range = |figure: &FigureChart| figure.points.iter().any(|point| point.quantity.to.is_some());
    let ranges: Vec<FigureChart> = [plan.zh, plan.en].into_iter().flat_map(figures_of).filter(is_range).collect();
    assert_eq!(ranges.len(), 6);
    let hedges = [vec![], vec![Hedge::Strive], vec![Hedge::Strive, Hedge::About], vec![Hedge::Within]];
    let mut found = Vec::new();
    for figure in ranges {
        for hedges in hedges.iter().map(|hedges| hedges.iter().copied().collect()) {
            let subject = Subject::Figure(reworded(&figure, Tense::Promised, hedges));
            for width in (260..=1400).step_by(60) {
                for frame in frames(&subject, f64::from(width)) {
                    found.extend(faults(&subject, frame, &[Shown::ALL], figure.lang));
                }
            }
        }
    }
    assert_none(&found);
}

#[test]
fn a_box_of_the_natural_height_holds_the_natural_drawing() {
    for subject in plans().into_iter().flat_map(subjects) {
        for (frame, name) in Frame::STILLS {
            let natural = subject.place(frame, Shown::ALL);
            let height = f64::from(natural.height) / 8.0;
            let boxed = subject.place(Frame::of_size(frame.width_css_px, height), Shown::ALL);
            let [natural, boxed] = [labels(&natural), labels(&boxed)];
            assert_eq!(natural.len(), boxed.len(), "{} {name}", subject.key());
            for (one, other) in natural.iter().zip(boxed) {
                assert_eq!(one.text, other.text, "{} {name}", subject.key());
                assert!(one.size.abs_diff(other.size) <= 8, "{} {name}: {one:?} {other:?}", subject.key());
            }
        }
    }
}

#[test]
fn no_promise_is_drawn_solid() {
    for figure in figures() {
        let figure = reworded(&figure, Tense::Promised, Hedges::NONE);
        for (frame, _) in Frame::STILLS {
            let placed = figure.place(frame, Shown::ALL);
            let solid = |mark: &&Mark| matches!(mark, Mark::Fill { shape: Shape::Rect { .. }, .. });
            assert_eq!(placed.marks.iter().find(solid), None, "{}", figure.id.as_str());
        }
    }
}

#[test]
fn a_count_has_as_many_marks_as_it_says() {
    for (id, marks) in [("school-projects", 275), ("parks", 53), ("poverty-counties", 7)] {
        for figure in figures().iter().filter(|figure| figure.id.as_str() == id) {
            for frame in [Frame::NARROW, Frame::WIDE, Frame::of_size(1180.0, 700.0)] {
                let placed = figure.place(frame, Shown::ALL);
                let dot = |mark: &&Mark| matches!(mark, Mark::Fill { shape: Shape::Circle { .. }, .. });
                assert_eq!(placed.marks.iter().filter(dot).count(), marks, "{id}");
            }
        }
    }
}
