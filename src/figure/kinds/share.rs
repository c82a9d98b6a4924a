//! A share of a hundred: ten rows of ten cells, filled from the ground.

use super::caption::{self, Column, Parts};
use crate::color::Token;
use crate::figure::lettering::Lettering;
use crate::figure::ornament::{Bar, arrow, dash, dot, fill, lid, line};
use crate::figure::{FigureChart, Frame, Mark, PlacedFigure, Point, Shape, Spot, eighths};
use crate::plan::Shown;
use crate::quantity::{Hedge, Tense};

const CELLS: i32 = 10;
/// Room above the grid for the arrow of a floor, and at its sides for the line of a level kept.
const MARGIN: f64 = 12.0;

pub fn place(figure: &FigureChart, frame: Frame, shown: Shown) -> PlacedFigure {
    let letters = Lettering::of(frame, figure.lexicon);
    let width = frame.width_css_px;
    if !figure.captioned {
        return bare(figure, frame, shown);
    }
    let parts = Parts {
        unit: &|_| String::new(),
        converted: &|_| None,
        natural: &|width| width,
        least: 0.0,
        draw: &|room, _, _, _| room.top,
    };
    // The words stand beside the grid at every width, so it leaves them room for the longest of them.
    let phrases = figure.points.iter().flat_map(|point| point.qualifier.split(" · "));
    let dot = letters.width("\u{a0}·");
    let beside = (letters.widest(phrases) + dot).max(width * 0.25) + 2.0;
    let height = frame.height_or(105.0 + 0.21 * width + 2.0 * MARGIN);
    let side = (height - 2.0 * MARGIN).min(width - 3.0 * MARGIN - beside);
    let x = side + 3.0 * MARGIN;
    let number = (0.2 * (width * height).sqrt()).clamp(46.0, 150.0);
    let column = Column { x, top: MARGIN, room: width - x, number, letters, bare: false };
    let column = caption::fitting(figure, column, &parts, height - 2.0);
    let used = side + 2.0 * MARGIN;

    let mut marks = Vec::new();
    let point = caption::last_shown(figure, shown);
    grid(figure, point, (MARGIN, MARGIN), side, &mut marks);
    let mut spots = Vec::new();
    let mut lowest = used;
    for (index, each) in figure.points.iter().enumerate() {
        let mut words = Vec::new();
        lowest = caption::words(figure, each, &parts, shown, column, &mut words).max(lowest);
        if point.is_some_and(|point| *point == figure.points[index]) {
            marks.extend(words);
            spots.extend(Spot::around(each.slot.into(), &marks));
        }
    }
    frame.hold(lowest, marks, spots)
}

/// The cells alone, in the middle of the frame.
fn bare(figure: &FigureChart, frame: Frame, shown: Shown) -> PlacedFigure {
    let width = frame.width_css_px;
    let height = frame.height_or((width * 0.92).min(470.0));
    let side = (height - 2.0 * MARGIN).min(width - 3.0 * MARGIN);
    let point = caption::last_shown(figure, shown);
    let mut marks = Vec::new();
    grid(figure, point, ((width - side) / 2.0, MARGIN), side, &mut marks);
    let spots = point.and_then(|point| Spot::around(point.slot.into(), &marks)).into_iter().collect();
    frame.hold(side + 2.0 * MARGIN, marks, spots)
}

/// The cells of a hundred; left, top and side in CSS pixels.
pub fn grid(figure: &FigureChart, point: Option<&Point>, (left, upper): (f64, f64), side: f64, marks: &mut Vec<Mark>) {
    let step = side / f64::from(CELLS);
    let cell = step - (step * 0.15).clamp(2.0, 6.0);
    let value = point.map_or(0.0, |point| point.quantity.value);
    let most = point.map_or(0.0, |point| point.quantity.most());
    let hedges = point.map(|point| point.quantity.hedges).unwrap_or_default();
    let tense = point.map_or(Tense::Promised, |point| point.quantity.tense);
    let corner = |index: i32| {
        let (row, column) = (index / CELLS, index % CELLS);
        (left + f64::from(column) * step, upper + f64::from(CELLS - 1 - row) * step)
    };
    // Outlines first and dots after, so that neighbours of one style are drawn together.
    for index in 0..CELLS * CELLS {
        let (x, y) = corner(index);
        let (inside, within) = (f64::from(index) < value, f64::from(index) < most);
        if inside && tense == Tense::Done {
            marks.push(fill(x, y, cell, cell, figure.pigment));
        } else {
            marks.push(Mark::Stroke {
                shape: Shape::Rect { x: eighths(x), y: eighths(y), width: eighths(cell), height: eighths(cell) },
                token: if within { figure.pigment } else { Token::Mark },
                width: eighths(1.0) as u32,
                dash: (within && hedges.has(Hedge::Strive)).then(|| {
                    let (on, off) = dash();
                    (on * 3 / 5, off * 3 / 5)
                }),
            });
        }
    }
    for index in 0..CELLS * CELLS {
        let (x, y) = corner(index);
        let inside = f64::from(index) < value;
        match (tense, wax_radius(index, (value, most), hedges)) {
            // What is done is solid already; only an open end goes on in dots.
            (Tense::Done, Some(_)) if inside => {}
            (Tense::UnderWay, Some(_)) if inside => marks.push(line(x, y + cell, x + cell, y, 1.0, figure.pigment)),
            (_, Some(radius)) => {
                marks.push(dot(x + cell / 2.0, y + cell / 2.0, cell * radius, figure.pigment));
            }
            _ => {}
        }
    }
    let (_, top) = corner((most as i32 - 1).max(0));
    if hedges.has(Hedge::Hold) {
        let y = top - 1.5;
        marks.push(line(left - MARGIN, y, left + side + MARGIN - 3.0, y, 2.5, figure.pigment));
    }
    if hedges.is_ceiling() {
        lid(Bar { x: left, top: (top - 1.5).max(0.0), width: side, height: step }, figure.pigment, marks);
    }
    if hedges.is_floor() && most < 100.0 {
        arrow(left + side / 2.0, top - step * 2.0 - 4.0, figure.pigment, marks);
    }
}

/// Radius of the wax dot in a cell, as a part of the cell: full inside the value, smaller in the rest of a range, shrinking
/// beyond a floor and on both sides of an estimate.
fn wax_radius(index: i32, (value, most): (f64, f64), hedges: crate::quantity::Hedges) -> Option<f64> {
    const FULL: f64 = 0.26;
    let beyond = f64::from(index) + 1.0 - most;
    if hedges.is_about() && beyond > -2.0 && beyond <= 2.0 {
        return Some(FULL * (0.8 - 0.15 * (beyond + 1.0)));
    }
    if beyond <= 0.0 {
        return Some(if f64::from(index) < value { FULL } else { FULL * 0.55 });
    }
    if hedges.is_floor() && beyond <= 20.0 {
        return Some(if beyond <= 10.0 { FULL * 0.6 } else { FULL * 0.3 });
    }
    None
}
