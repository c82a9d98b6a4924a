//! A value as a small drawing without words, for places where several stand side by side.

use super::{count, share};
use crate::color::Token;
use crate::figure::lettering::Lettering;
use crate::figure::ornament::{Bar, bar, dotted, line, mirrored_vertically, not_stated, reach};
use crate::figure::round::{ring, wax};
use crate::figure::{Align, FigureChart, Frame, Mark, PlacedFigure, Point};
use crate::plan::{Computed, Kind, Slot, YEARS};
use crate::quantity::{Quantity, Unit};

/// Between the place of what is not stated and the column, as a part of the width.
const GAP: f64 = 0.12;

/// What a steady pace makes of 100: the end of the column that `point` is drawn as. None for what is no pace.
pub fn pace_end(figure: &FigureChart, point: &Point) -> Option<f64> {
    (figure.kind == Kind::Pace).then(|| 100.0 * (1.0 + point.quantity.value / 100.0).powf(YEARS))
}

/// What small drawings that stand side by side have in common. Lengths are CSS pixels.
#[derive(Clone, Copy)]
pub struct Common {
    /// Upper end of the scale of paces.
    pub paces: f64,
    /// Greatest distance of counted marks.
    pub step: f64,
    /// Whether they may have words.
    pub told: bool,
}

/// More than this are a texture rather than a number.
const MOST_COUNTED: f64 = 150.0;

/// A whole amount with nothing to be compared with, as so many marks of one of its unit.
pub fn is_counted(figure: &FigureChart, point: &Point) -> bool {
    let Quantity { value, unit, to, .. } = point.quantity;
    let alone = figure.kind == Kind::Amount && figure.points.len() == 1;
    alone
        && to.is_none()
        && unit != Unit::YEARS
        && !unit.is_sign()
        && value.fract() == 0.0
        && (10.0..=MOST_COUNTED).contains(&value)
}

/// Draws `point` into a box, on its lower edge. Left, top, width and height in CSS pixels.
pub fn emblem(
    figure: &FigureChart,
    point: &Point,
    Common { paces, step, told }: Common,
    (left, top, width, height): (f64, f64, f64, f64),
    letters: Lettering,
    marks: &mut Vec<Mark>,
) {
    let quantity = &point.quantity;
    let ground = top + height;
    let open = reach(quantity.hedges);
    let before = marks.len();
    match figure.kind {
        Kind::Share => {
            let side = width.min(height);
            share::grid(figure, Some(point), (left + (width - side) / 2.0, ground - side), side, marks);
        }
        Kind::Count => count::marks(quantity, (figure.pigment, step), (left, top, width, height), letters, marks),
        Kind::Amount if told && is_counted(figure, point) => {
            count::marks(quantity, (figure.pigment, step), (left, top, width, height), letters, marks);
        }
        Kind::Area => {
            let side = width.min(height - open);
            bar(
                Bar { x: left + (width - side) / 2.0, top: ground - side, width: side, height: side },
                quantity,
                figure.pigment,
                marks,
            );
        }
        _ if quantity.unit == Unit::YEARS => years(quantity.value, figure.pigment, (left, top, width, height), marks),
        Kind::Pace => {
            let column = width * (1.0 - GAP) / 2.0;
            let end = pace_end(figure, point).unwrap_or_default();
            let most = paces.max(end).max(100.0);
            let told = told && column >= letters.width("0000") && height - open > letters.px * 7.0;
            let above = if told { letters.px * 1.2 } else { 0.0 };
            let high = |level: f64| (height - open - above) * level / most;
            let (first, last) = (left, left + width - column);
            // Nobody stated what it started from; the path begins at a hundred by our convention.
            let under = high(100.0) - if told { letters.px * 0.7 + 6.0 } else { 6.0 };
            not_stated((first, ground), column, (column * 0.5).min(under * 0.8).max(8.0), marks);
            if let Some(index) = figure.computed(Computed::Index) {
                let from = first + if told { column } else { column * 0.5 };
                dotted(&[(from, ground - high(100.0)), (last, ground - high(end))], figure.pigment, marks);
                if told {
                    let at = (first + column - letters.gap(), ground - high(100.0));
                    marks.push(letters.at("100", at.0, at.1, Token::Second, Align::End));
                    let at = (last + column / 2.0, ground - high(end) - open - above * 0.5);
                    marks.push(letters.at(index.text.as_str(), at.0, at.1, figure.pigment, Align::Middle));
                }
            }
            bar(
                Bar { x: last, top: ground - high(end), width: column, height: high(end) },
                quantity,
                figure.pigment,
                marks,
            );
        }
        Kind::Leap | Kind::Amount => {
            let column = width * (1.0 - GAP) / 2.0;
            let high = height - open;
            let falls = quantity.value < 0.0;
            let stated = figure.point(Slot::Past).filter(|past| past.slot != point.slot);
            // Two that go different ways have no ground in common.
            let past = stated.filter(|past| (past.quantity.value < 0.0) == falls);
            let most = past.map_or(0.0, |past| past.quantity.most().abs()).max(quantity.most().abs());
            match past {
                Some(past) => {
                    let high = high * past.quantity.value.abs() / most;
                    bar(
                        Bar { x: left, top: ground - high, width: column, height: high },
                        &past.quantity,
                        figure.pigment,
                        marks,
                    );
                }
                // Nobody stated how high it was.
                None if point.slot == Slot::Promise && stated.is_none() => {
                    not_stated((left, ground), column, (column * 0.5).min(high * 0.4), marks);
                }
                None => {}
            }
            let high = high * quantity.value.abs() / most;
            bar(
                Bar { x: left + width - column, top: ground - high, width: column, height: high },
                quantity,
                figure.pigment,
                marks,
            );
        }
    }
    marks.push(line(left, ground, left + width, ground, 1.0, Token::Mark));
    if quantity.value < 0.0 && matches!(figure.kind, Kind::Leap | Kind::Amount) {
        mirrored_vertically(&mut marks[before..], top, ground);
    }
}

/// Width and height of a small drawing, in CSS pixels.
const SMALL: (f64, f64) = (132.0, 96.0);
/// What most paces make of 100 fits under this, so that they share a scale.
const PACES: f64 = 160.0;

impl FigureChart {
    /// The last value as a drawing of a thumb's size.
    pub fn small(&self) -> PlacedFigure {
        let frame = Frame::of_size(SMALL.0, SMALL.1);
        let mut marks = Vec::new();
        if let Some(point) = self.points.last() {
            let letters = Lettering::of(frame, self.lexicon);
            let paces = pace_end(self, point).unwrap_or_default().max(PACES);
            let common = Common { paces, step: f64::MAX, told: false };
            emblem(self, point, common, (2.0, 2.0, SMALL.0 - 4.0, SMALL.1 - 4.0), letters, &mut marks);
        }
        frame.hold(SMALL.1, marks, Vec::new())
    }
}

/// A mark for each year, in rows of five.
fn years(value: f64, pigment: Token, (left, top, width, height): (f64, f64, f64, f64), marks: &mut Vec<Mark>) {
    const ROW: usize = 5;
    let count = value.ceil() as usize;
    let rows = count.div_ceil(ROW).max(1);
    let step = (width / ROW.min(count.max(1)) as f64).min(height / rows as f64);
    for index in 0..count {
        let (column, row) = (index % ROW, index / ROW);
        let (x, y) = (left + step * (column as f64 + 0.5), top + height - step * (row as f64 + 0.5));
        ring(x, y, step * 0.4, 1.5, false, pigment, marks);
        wax((x, y), step * 0.4, 1.0, pigment, marks);
    }
}
