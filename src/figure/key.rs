//! The key to the marks: one small drawing for each way in which tense and hedge are drawn.

use super::ornament::{Bar, bar, cross_hatched, dotted, line};
use super::{EIGHTHS, Mark, PlacedFigure, Shape, eighths};
use crate::color::Token;
use crate::plan::{Motif, Plan};
use crate::quantity::{Hedge, Hedges, Lang, Quantity, Tense, Unit};
use crate::text::Text;
use crate::words;

const WIDTH: f64 = 44.0;
const HEIGHT: f64 = 56.0;

/// Words in a language.
type Words = fn(Lang) -> &'static str;

/// An entry's words and its drawing.
pub type KeyEntry = (Words, PlacedFigure);

fn done() -> KeyEntry {
    (words::key_done, swatch(Tense::Done, Hedges::NONE))
}

fn promised(plan: &Plan) -> KeyEntry {
    let label = match plan.site.motif {
        Motif::Batik => words::key_promised_in_wax,
        Motif::Waves => words::key_promised,
    };
    (label, swatch(Tense::Promised, Hedges::NONE))
}

fn not_stated() -> KeyEntry {
    let outline = Shape::Rect { x: eighths(6.0), y: eighths(28.0), width: eighths(32.0), height: eighths(26.0) };
    let stroke = Mark::Stroke { shape: outline, token: Token::Mark, width: eighths(1.5) as u32, dash: None };
    (words::key_not_stated, with_marks(|marks| marks.push(stroke)))
}

/// The three marks without which no scene can be read.
pub fn first_key_entries(plan: &Plan) -> Vec<KeyEntry> {
    vec![done(), promised(plan), not_stated()]
}

/// All of them, in the order in which they are explained.
pub fn key_entries(plan: &Plan) -> Vec<KeyEntry> {
    let none = Hedges::NONE;
    let mut entries = vec![
        done(),
        (words::key_under_way, swatch(Tense::UnderWay, none)),
        promised(plan),
        (words::key_strive, swatch(Tense::Promised, none.with(Hedge::Strive))),
        (words::key_at_least, swatch(Tense::Promised, none.with(Hedge::AtLeast))),
        (words::key_about, swatch(Tense::Promised, none.with(Hedge::About))),
        (words::key_hold, swatch(Tense::Promised, none.with(Hedge::Hold))),
        (
            words::key_from_elsewhere,
            with_marks(|marks| cross_hatched(Bar { x: 1.0, top: 34.0, width: 42.0, height: 16.0 }, none, marks)),
        ),
        (words::key_computed, with_marks(|marks| dotted(&[(2.0, 48.0), (22.0, 30.0), (42.0, 8.0)], Token::Ink, marks))),
        not_stated(),
    ];
    if plan.ceilings {
        let ceiling = swatch(Tense::Promised, none.with(Hedge::NoMoreThan));
        entries.insert(6, (words::key_no_more_than, ceiling));
    }
    entries
}

fn swatch(tense: Tense, hedges: Hedges) -> PlacedFigure {
    let quantity = Quantity { value: 1.0, to: None, unit: Unit::Count, tense, hedges, noun: Text::EMPTY, of: None };
    with_marks(|marks| {
        let top = 28.0;
        bar(Bar { x: 6.0, top, width: 32.0, height: 26.0 }, &quantity, Token::Ink, marks);
        if hedges.has(Hedge::Hold) {
            marks.push(line(0.0, top, WIDTH, top, 2.5, Token::Ink));
        }
    })
}

fn with_marks(make: impl FnOnce(&mut Vec<Mark>)) -> PlacedFigure {
    let mut marks = Vec::new();
    make(&mut marks);
    PlacedFigure { width: WIDTH as i32 * EIGHTHS, height: HEIGHT as i32 * EIGHTHS, marks, ..PlacedFigure::default() }
}
