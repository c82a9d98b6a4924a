//! What holds for every layout, whatever it shows: one box, words inside it, no word on another.

use super::*;
use crate::figure::{Areas, Ladder, Measure, Shape, Subject, WHOLE, text_width};
use crate::plan::Ref;
use crate::quantity::{Hedge, Hedges, Lang, Tense, qualifier};
use crate::site::source;
use std::path::Path;

/// Every figure of the plan in both languages.
fn figures() -> Vec<Figure> {
    let plans = source::load(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/data"))).expect("a valid plan");
    Lang::ALL
        .into_iter()
        .map(|lang| plans.in_lang(lang))
        .flat_map(|plan| Ref::all(&plan.figures).map(move |figure| Figure::of(plan, figure)))
        .collect()
}

/// Whether the layout is one of those with a caption.
fn captioned(figure: &Figure) -> bool {
    matches!(figure.kind, Kind::Pace | Kind::Count | Kind::Area | Kind::Amount)
}

/// The same value with another tense and other hedges.
fn reworded(figure: &Figure, tense: Tense, hedges: Hedges) -> Figure {
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
    sets.into_iter().chain([vec![Hedge::Strive, Hedge::About]]).map(|set| set.into_iter().collect())
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

fn check(figure: &Figure, frame: Frame, show: Show) {
    check_subject(&Subject::Figure(figure.clone()), frame, show.bits(), figure.lang);
}

fn check_subject(subject: &Subject, frame: Frame, shown: u8, lang: Lang) {
    let placed = subject.place(frame, shown);
    let whole = subject.place(frame, WHOLE);
    let name = format!("{} {} {} {shown}", subject.key(), lang.code(), frame.name());
    assert_eq!((placed.width, placed.height), (whole.width, whole.height), "{name}: the box depends on what is shown");
    let labels = labels(&placed);
    for (index, label) in labels.iter().enumerate() {
        let [left, top, right, bottom] = extent(label, lang);
        let inside = left >= 0 && top >= 0 && right <= placed.width && bottom <= placed.height;
        assert!(inside, "{name}: {:?} leaves the frame", label.text);
        for other in &labels[index + 1..] {
            let [l, t, r, b] = extent(other, lang);
            let apart = right <= l || r <= left || bottom <= t || b <= top;
            assert!(apart, "{name}: {:?} lies on {:?}", label.text, other.text);
        }
    }
    for mark in &placed.marks {
        if let Mark::Fill { shape: Shape::Circle { x, y, .. }, .. } = mark {
            assert!(
                (0..=placed.width).contains(x) && (0..=placed.height).contains(y),
                "{name}: a dot leaves the frame"
            );
        }
    }
}

#[test]
fn words_stay_apart_and_in_the_frame_of_every_figure() {
    for figure in figures().iter().filter(|figure| captioned(figure)) {
        for frame in Frame::ALL {
            for bits in 0..8 {
                check(figure, frame, Show::from_bits(bits));
            }
        }
    }
}

#[test]
fn so_they_do_where_many_figures_stand_side_by_side() {
    let plans = source::load(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/data"))).expect("a valid plan");
    for lang in Lang::ALL {
        let plan = plans.in_lang(lang);
        let areas = Ref::all(&plan.figures).filter(|figure| plan[*figure].kind == Kind::Area);
        let areas = Areas { lang, lexicon: plan.lexicon, figures: areas.map(|figure| Figure::of(plan, figure)).collect() };
        let three = Areas { lang, lexicon: plan.lexicon, figures: areas.figures[..3].to_vec() };
        let subjects = [
            Subject::Areas(areas),
            Subject::Areas(three),
            Subject::Ladder(Ladder::of(plan)),
            Subject::Measure(Measure::of(plan)),
        ];
        for subject in &subjects {
            for frame in Frame::ALL {
                for shown in [0, 1, 3, WHOLE] {
                    check_subject(subject, frame, shown, lang);
                }
            }
        }
    }
}

#[test]
fn so_they_do_with_every_tense_and_hedge() {
    for figure in figures().iter().filter(|figure| captioned(figure)) {
        for tense in [Tense::Done, Tense::UnderWay, Tense::Promised] {
            for hedges in all_hedges() {
                for frame in Frame::ALL {
                    check(&reworded(figure, tense, hedges), frame, Show::ALL);
                }
            }
        }
    }
}

#[test]
fn no_promise_is_drawn_solid() {
    for figure in figures().iter().filter(|figure| captioned(figure)) {
        let figure = reworded(figure, Tense::Promised, Hedges::NONE);
        for frame in Frame::ALL {
            let placed = figure.place(frame, Show::ALL);
            let solid = |mark: &&Mark| matches!(mark, Mark::Fill { shape: Shape::Rect { .. }, .. });
            assert_eq!(placed.marks.iter().find(solid), None, "{}", figure.id.as_str());
        }
    }
}

#[test]
fn a_count_has_as_many_marks_as_it_says() {
    for (id, marks) in [("school-projects", 275), ("parks", 53), ("poverty-counties", 7)] {
        for figure in figures().iter().filter(|figure| figure.id.as_str() == id) {
            for frame in Frame::ALL {
                let placed = figure.place(frame, Show::ALL);
                let dot = |mark: &&Mark| matches!(mark, Mark::Fill { shape: Shape::Circle { .. }, .. });
                assert_eq!(placed.marks.iter().filter(dot).count(), marks, "{id}");
            }
        }
    }
}
