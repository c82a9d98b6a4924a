//! What is asked, and what is read from a finger.

use super::*;
use crate::figure::{Frame, Mark, PlacedFigure, Subject, Transition, describe};
use crate::plan::Shown;
use crate::quantity::Lang;
use crate::site::source;

/// Every figure that readers are asked about, in both languages.
fn charts() -> Vec<GuessChart> {
    let plans = source::load_or_panic("data");
    let plans = Lang::ALL.map(|lang| plans.in_lang(lang));
    plans.into_iter().flat_map(|plan| Ref::all(&plan.figures).filter_map(|f| GuessChart::of(plan, f))).collect()
}

fn chart(id: &str, lang: Lang) -> GuessChart {
    let of = |chart: &GuessChart| chart.figure.id.as_str() == id && chart.figure.lang == lang;
    charts().into_iter().find(of).expect("readers are asked")
}

/// The middle of what a finger takes hold of, in CSS pixels: the largest dot of the drawing.
fn handle(placed: &PlacedFigure) -> (f64, f64) {
    let mut dots = placed.marks.iter().filter_map(|mark| match mark {
        Mark::Fill { shape: crate::figure::Shape::Circle { x, y, radius }, .. } if *radius >= 96 => Some((*x, *y)),
        _ => None,
    });
    let (x, y) = dots.next_back().expect("there is a handle");
    (f64::from(x) / 8.0, f64::from(y) / 8.0)
}

#[test]
fn a_value_is_where_its_handle_is() {
    for chart in charts() {
        let (_, most, step) = chart.scale();
        for part in [0.3, 0.5, 0.8] {
            let mine = chart.rounded(most * part);
            let asked = chart.with_state(GuessState::Ask { mine });
            for frame in [Frame::NARROW, Frame::WIDE, Frame::of_size(760.0, 620.0)] {
                let placed = asked.place(frame);
                let (x, y) = handle(&placed);
                // Just under the upper edge of a row of cells, which is part of no cell.
                let found = asked.value_at(frame, x, y + 0.5);
                // A row of cells is a tenth of all of them.
                let near = (most * 0.17).max(step);
                assert!((found - mine).abs() <= near, "{} {frame:?}: {found} for {mine}", chart.figure.id.as_str());
            }
        }
    }
}

#[test]
fn columns_are_read_exactly() {
    let chart = chart("industry-output", Lang::Zh).with_state(GuessState::Ask { mine: 3000.0 });
    let placed = chart.place(Frame::NARROW);
    let (x, y) = handle(&placed);
    let (_, _, step) = chart.scale();
    assert!((chart.value_at(Frame::NARROW, x, y) - 3000.0).abs() <= step);
    assert_eq!(chart.value_at(Frame::NARROW, x, -50.0), chart.scale().1, "above the scale is its end");
    assert_eq!(chart.value_at(Frame::NARROW, x, 5000.0), 0.0, "below the ground is nothing");
}

#[test]
fn the_articles_value_is_on_the_scale() {
    for chart in charts() {
        let (least, most, _) = chart.scale();
        assert!((least..=most).contains(&chart.answer()), "{}", chart.figure.id.as_str());
    }
}

#[test]
fn values_count_as_the_language_does() {
    assert_eq!(chart("industry-output", Lang::Zh).answer(), 2400.0);
    assert_eq!(chart("industry-output", Lang::En).answer(), 240.0);
    assert_eq!(chart("industry-output", Lang::En).words(240.0), "240\u{a0}billion yuan");
}

#[test]
fn nothing_of_the_article_is_told_before_it_is_asked_for() {
    for chart in charts() {
        let chart = chart.with_state(GuessState::Ask { mine: 0.0 });
        let (said, answer) = (describe(&Subject::Guess(chart.clone())), chart.words(chart.answer()));
        assert!(!said.contains(&answer), "{said}");
        assert_eq!(chart.result_words(), None);
        let told = chart.with_state(GuessState::Answered { mine: 0.0 });
        assert!(describe(&Subject::Guess(told)).contains(&answer), "{answer}");
    }
}

#[test]
fn the_articles_value_grows_beside_the_readers() {
    for chart in charts() {
        let mine = chart.mine();
        let place = |state| Subject::Guess(chart.with_state(state)).place(Frame::NARROW, Shown::ALL);
        let (asked, told) = (place(GuessState::Ask { mine }), place(GuessState::Answered { mine }));
        let transition = Transition::between(&asked, &told);
        let last = transition.at(1.0).layers.iter().map(|layer| layer.marks.len()).sum::<usize>();
        assert_eq!(last, told.marks.len(), "{}: it ends on what is told", chart.figure.id.as_str());
        assert!(transition.at(0.5) != transition.at(0.6), "{}: it moves", chart.figure.id.as_str());
        assert_eq!((asked.width, asked.height), (told.width, told.height));
    }
}

#[test]
fn the_result_says_how_far_apart_they_are() {
    let chart = chart("forestry-output", Lang::Zh).with_state(GuessState::Answered { mine: 400.0 });
    assert_eq!(chart.result_words().unwrap(), "您猜 400\u{a0}亿元。比文章里的数高了 100\u{a0}亿元。");
}

#[test]
fn no_guess_begins_near_the_answer_and_what_is_known_is_drawn() {
    for chart in charts() {
        let (_, most, _) = chart.scale();
        let apart = (chart.mine() - chart.answer()).abs() / most;
        assert!(apart > 0.15, "{}: {} of {}", chart.figure.id.as_str(), chart.mine(), chart.answer());
    }
    let industry = chart("industry-output", Lang::Zh);
    assert_eq!((industry.mine(), industry.known()), (870.0, Some(870.0)));
    // What was reached is so close to what is promised that the mark begins at nought beside it.
    let jobs = chart("urban-jobs", Lang::Zh);
    assert_eq!((jobs.mine(), jobs.known()), (0.0, Some(38.87)));
}
