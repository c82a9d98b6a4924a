//! A share of a hundred: ten rows of ten cells, filled from the ground.

use super::{TEXT_PX, label, width_px, words_at};
use crate::figure::ornament::{arrow, dash, dot, fill, line};
use crate::figure::{
    Align, EIGHTHS, Face, Figure, Frame, Mark, Motion, PlacedFigure, Point, Shape, Spot, eighths, lines,
};
use crate::plan::{Show, Slot};
use crate::quantity::{Hedge, Tense};
use crate::theme::Token;

const CELLS: i32 = 10;
/// Room above the grid for the arrow of a floor, and at its sides for the line of a level kept.
const MARGIN: f64 = 12.0;

pub fn place(figure: &Figure, frame: Frame, show: Show) -> PlacedFigure {
    let (side, number) = match frame {
        Frame::Narrow => (176.0, 46.0),
        Frame::Wide => (240.0, 72.0),
    };
    let height = side + 2.0 * MARGIN;
    let mut marks = Vec::new();
    let point = figure.points.iter().rev().find(|point| match point.slot {
        Slot::Past => show.past,
        Slot::Promise => show.promise,
    });
    let mut spots = Vec::new();
    marks.push(Mark::Group(Motion::Rise));
    grid(figure, point, side, &mut marks);
    marks.push(Mark::Group(Motion::Still));
    if let Some(point) = point {
        let x = side + 3.0 * MARGIN;
        let wide = width_px(&point.written.to_string(), number, Face::Numeral);
        let number = number * (f64::from(frame.width_css_px()) - x).min(wide) / wide;
        let mut y = MARGIN + number * 0.5;
        marks.push(label(point.written.to_string(), x, y, number, Face::Numeral, Token::Ink, Align::Start));
        y += number * 0.5 + 22.0;
        let room = eighths(f64::from(frame.width_css_px()) - x);
        for line in lines(point.period.as_str(), eighths(TEXT_PX) as u32, Face::Text, room, figure.lexicon) {
            marks.push(words_at(line, x, y, Token::Ink, Align::Start));
            y += TEXT_PX + 5.0;
        }
        // One word a line: a phone has no room for them side by side.
        for word in point.qualifier.split(" · ") {
            y += 3.0;
            marks.push(words_at(word, x, y, Token::Second, Align::Start));
            y += TEXT_PX + 5.0;
        }
        spots.extend(Spot::around(point.slot.into(), &marks));
    }
    PlacedFigure { width: frame.width_css_px() * EIGHTHS, height: height as i32 * EIGHTHS, marks, spots }
}

fn grid(figure: &Figure, point: Option<&Point>, side: f64, marks: &mut Vec<Mark>) {
    let step = side / f64::from(CELLS);
    let cell = step - 3.0;
    let value = point.map_or(0.0, |point| point.quantity.value);
    let hedges = point.map(|point| point.quantity.hedges).unwrap_or_default();
    let tense = point.map_or(Tense::Promised, |point| point.quantity.tense);
    let corner = |index: i32| {
        let (row, column) = (index / CELLS, index % CELLS);
        (MARGIN + f64::from(column) * step, MARGIN + f64::from(CELLS - 1 - row) * step)
    };
    // Outlines first and dots after, so that neighbours of one style are drawn together.
    for index in 0..CELLS * CELLS {
        let (x, y) = corner(index);
        let inside = f64::from(index) < value;
        if inside && tense == Tense::Done {
            marks.push(fill(x, y, cell, cell, figure.pigment));
        } else {
            marks.push(Mark::Stroke {
                shape: Shape::Rect { x: eighths(x), y: eighths(y), width: eighths(cell), height: eighths(cell) },
                token: if inside { figure.pigment } else { Token::Mark },
                width: eighths(1.0) as u32,
                dash: (inside && hedges.has(Hedge::Strive)).then(|| {
                    let (on, off) = dash();
                    (on * 3 / 5, off * 3 / 5)
                }),
            });
        }
    }
    for index in 0..CELLS * CELLS {
        let (x, y) = corner(index);
        let inside = f64::from(index) < value;
        match (tense, wax_radius(index, value, hedges)) {
            // What is done is solid already; only an open end goes on in dots.
            (Tense::Done, Some(_)) if inside => {}
            (Tense::UnderWay, Some(_)) if inside => marks.push(line(x, y + cell, x + cell, y, 1.0, figure.pigment)),
            (_, Some(radius)) => {
                marks.push(dot(x + cell / 2.0, y + cell / 2.0, cell * radius, figure.pigment));
            }
            _ => {}
        }
    }
    let (_, top) = corner((value as i32 - 1).max(0));
    if hedges.has(Hedge::Hold) {
        let y = top - 1.5;
        marks.push(line(0.0, y, side + 2.0 * MARGIN - 3.0, y, 2.5, figure.pigment));
    }
    if hedges.has(Hedge::AtLeast) && value < 100.0 {
        arrow(MARGIN + side / 2.0, top - step * 2.0 - 4.0, figure.pigment, marks);
    }
}

/// Radius of the wax dot in a cell, as a part of the cell: full inside the value, shrinking beyond a floor and on
/// both sides of an estimate.
fn wax_radius(index: i32, value: f64, hedges: crate::quantity::Hedges) -> Option<f64> {
    const FULL: f64 = 0.26;
    let beyond = f64::from(index) + 1.0 - value;
    if hedges.has(Hedge::About) && beyond > -2.0 && beyond <= 2.0 {
        return Some(FULL * (0.8 - 0.15 * (beyond + 1.0)));
    }
    if beyond <= 0.0 {
        return Some(FULL);
    }
    if hedges.has(Hedge::AtLeast) && beyond <= 20.0 {
        return Some(if beyond <= 10.0 { FULL * 0.6 } else { FULL * 0.3 });
    }
    None
}
