//! One value as a bar, years as a span of single years; above it, empty, the place of the baseline nobody stated.

use super::caption::{self, Parts, Room};
use crate::color::Token;
use crate::figure::lettering::Lettering;
use crate::figure::ornament::{bar_along, line, mirrored_horizontally, not_stated};
use crate::figure::{Align, FigureChart, Frame, Mark, PlacedFigure, Point};
use crate::plan::{Computed, Shown, Slot};
use crate::quantity::{Bound, Hedge, Quantity, Unit};
use crate::words;

/// Thickness of the bar, as a part of the room's width, beyond which it would no longer look like one.
const NATURAL: f64 = 0.185;
/// Part of the height for the place of the baseline.
const BASELINE: f64 = 0.32;
const GAP: f64 = 14.0;

pub fn place(figure: &FigureChart, frame: Frame, shown: Shown) -> PlacedFigure {
    caption::place(
        figure,
        frame,
        shown,
        &Parts {
            unit: &caption::unit_beside,
            converted: &|_| quotient(figure),
            natural: &|width| 80.0 + NATURAL * width,
            // Without the place of a baseline it is lower.
            least: if figure.point(Slot::Past).is_none() { 100.0 } else { 60.0 },
            draw: &|room, point, marks, _| draw(figure, room, point, marks),
        },
    )
}

/// "If both mean the same area: 10,000 people per square kilometre".
fn quotient(figure: &FigureChart) -> Option<String> {
    let [name, condition] = figure.per?;
    let (name, condition) = (name.as_str(), condition.as_str());
    let number = &figure.computed(Computed::Per)?.text;
    Some(figure.lang.pick(
        format!("{condition}： {name} {number} · {}", words::computed(figure.lang)),
        format!("{condition}: {number} {name} · {}", words::computed(figure.lang)),
    ))
}

fn draw(figure: &FigureChart, room: Room, point: Option<&Point>, marks: &mut Vec<Mark>) -> f64 {
    let letters = room.letters;
    let Some(Point { quantity, written, .. }) = figure.points.first() else {
        return room.top;
    };
    let open = if quantity.hedges.is_floor() || quantity.hedges.is_about() { 32.0 } else { 2.0 };
    // What lies below zero grows to the left, from zero at the right.
    let falls = quantity.value < 0.0;
    let (left, length) = (room.left + if falls { open - 1.0 } else { 1.0 }, room.width - open);
    let mut top = room.top + 1.0;
    // Under the bar stand the ends of its scale.
    let scale = 6.0 + letters.line();
    let most = room.width * NATURAL;
    let thickness = if figure.point(Slot::Past).is_none() {
        let free = room.height - scale - GAP - 2.0;
        let place = (free * BASELINE).min(most * BASELINE / (1.0 - BASELINE)).max(letters.px * 1.8);
        // Across the bar's own way, for bars grow to the right: a place at nought that has no length.
        let size = (place * 0.8).clamp(14.0, 34.0);
        let ground = top + (place + size) / 2.0;
        not_stated((left, ground), size, size * 0.9, marks);
        let text = words::no_baseline(figure.lang);
        marks.push(letters.at(text, left + size + 10.0, ground - size * 0.6, Token::Second, Align::Start));
        top += place + GAP;
        (free - place).min(most)
    } else {
        (room.height - scale - 2.0).min(most)
    };
    let under = top + thickness + 5.0 + letters.line() * 0.5;
    if quantity.unit == Unit::YEARS {
        years(quantity, point.is_some(), (left, top, length, thickness), figure.pigment, letters, marks);
    } else {
        if point.is_some() {
            let before = marks.len();
            // A range ends where its upper end does.
            let length = length * quantity.value / quantity.most();
            bar_along(left, top, length, thickness, quantity, figure.pigment, marks);
            if falls {
                mirrored_horizontally(&mut marks[before..], left, left + length);
            }
        }
        let (first, last) = ("0".to_owned(), written.to_string());
        let (first, last) = if falls { (last, first) } else { (first, last) };
        marks.push(letters.at(first, left, under, Token::Second, Align::Start));
        if quantity.unit == Unit::TIMES && quantity.value > 1.0 {
            // What it is so many times of.
            let once = left + length / quantity.most();
            marks.push(line(once, top, once, top + thickness, 2.0, Token::Card));
            marks.push(letters.at("1", once, under, Token::Second, Align::Middle));
        }
        marks.push(letters.at(last, left + length, under, Token::Second, Align::End));
    }
    under + letters.line() * 0.5
}

/// A cell for each year with its number, or the number of each fifth year where they are many.
fn years(
    quantity: &Quantity,
    filled: bool,
    (left, top, length, thickness): (f64, f64, f64, f64),
    pigment: Token,
    letters: Lettering,
    marks: &mut Vec<Mark>,
) {
    const GAP: f64 = 4.0;
    let year = (length + GAP) / quantity.value;
    let every = if year < letters.width("00") + 4.0 { 5 } else { 1 };
    // Only the last year has the end of the whole.
    let of_end = |hedge: &Hedge| hedge.bound() != Bound::None;
    let closed = quantity.hedges.iter().filter(|hedge| !of_end(hedge));
    let inner = Quantity { hedges: closed.collect(), ..*quantity };
    let last = quantity.value.ceil() as i32;
    for number in 1..=last {
        let start = left + year * f64::from(number - 1);
        let width = (left + length - start).min(year - GAP);
        let quantity = if number == last { quantity } else { &inner };
        if filled {
            bar_along(start, top, width, thickness, quantity, pigment, marks);
        }
        if number % every == 0 {
            let middle = start + (year - GAP) / 2.0;
            marks.push(letters.at(
                number.to_string(),
                middle,
                top + thickness + 5.0 + letters.line() * 0.5,
                Token::Second,
                Align::Middle,
            ));
        }
    }
}
