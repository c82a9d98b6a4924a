//! A value as a small drawing without words, for places where several stand side by side.

use super::{count, share};
use crate::color::Token;
use crate::figure::lettering::Lettering;
use crate::figure::ornament::{Bar, bar, dotted, empty, fill, line, mirrored_vertically, reach};
use crate::figure::round::{ring, wax};
use crate::figure::{FigureChart, Mark, Point};
use crate::plan::{Computed, Kind, Slot, YEARS};
use crate::quantity::Unit;

/// Between the outline of what is not stated and the column, as a part of the width.
const GAP: f64 = 0.12;

/// Draws `point` into a box, on its lower edge. Left, top, width and height in CSS pixels.
pub fn emblem(
    figure: &FigureChart,
    point: &Point,
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
        _ if quantity.unit == Unit::Years => years(quantity.value, figure.pigment, (left, top, width, height), marks),
        Kind::Pace => {
            let column = width * (1.0 - GAP) / 2.0;
            let end = 100.0 * (1.0 + quantity.value / 100.0).powf(YEARS);
            let most = end.max(100.0);
            let high = |level: f64| (height - open) * level / most;
            let (first, last) = (left, left + width - column);
            // What it started from is a hundred by definition: no outline, which would say that nobody stated it.
            marks.push(fill(first, ground - high(100.0), column, high(100.0), Token::Line));
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
                    marks.push(empty(left, ground - high, column, high))
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
