//! A value as a small drawing without words, for places where several stand side by side.

use super::{count, share};
use crate::color::Token;
use crate::figure::lettering::Lettering;
use crate::figure::ornament::{Bar, bar, dotted, line, mirrored_vertically, not_stated, reach};
use crate::figure::round::{ring, wax};
use crate::figure::{FigureChart, Frame, Mark, PlacedFigure, Point};
use crate::plan::{Computed, Kind, Slot, YEARS};
use crate::quantity::Unit;

/// Between the place of what is not stated and the column, as a part of the width.
const GAP: f64 = 0.12;

/// What a steady pace makes of 100: the end of the column that `point` is drawn as. None for what is no pace.
pub fn pace_end(figure: &FigureChart, point: &Point) -> Option<f64> {
    (figure.kind == Kind::Pace).then(|| 100.0 * (1.0 + point.quantity.value / 100.0).powf(YEARS))
}

/// Draws `point` into a box, on its lower edge. Left, top, width and height in CSS pixels. Paces that stand side by side
/// share a scale up to `paces`.
pub fn emblem(
    figure: &FigureChart,
    point: &Point,
    paces: f64,
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
        Kind::Count => count::marks(quantity, figure.pigment, (left, top, width, height), letters, marks),
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
            let high = |level: f64| (height - open) * level / most;
            let (first, last) = (left, left + width - column);
            // Nobody stated what it started from; the path begins at a hundred by our convention.
            not_stated((first, ground), column, (column * 0.5).min(high(100.0) * 0.5), marks);
            marks.push(line(first, ground - high(100.0), left + width, ground - high(100.0), 1.0, Token::Line));
            if figure.computed(Computed::Index).is_some() {
                let path = [(first + column, ground - high(100.0)), (last, ground - high(end))];
                dotted(&path, figure.pigment, marks);
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
            emblem(self, point, paces, (2.0, 2.0, SMALL.0 - 4.0, SMALL.1 - 4.0), letters, &mut marks);
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
