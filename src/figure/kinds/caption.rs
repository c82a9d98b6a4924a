//! What pace, share, count, area and amount have in common: the value in large numerals with its words, above the
//! drawing on a phone and beside it where there is room.

use crate::color::Token;
use crate::figure::lettering::{Lettering, label, list, numeral_px, width_px};
use crate::figure::{Align, BASELINE_EM, Face, FigureChart, Frame, Mark, PlacedFigure, Point, Spot};
use crate::plan::Shown;

/// How far a number shrinks for the sake of its unit.
const SMALLEST: f64 = 0.68;
/// Between words and the drawing under them.
const GAP: f64 = 12.0;
/// Above the drawing.
const TOP: f64 = 4.0;
/// What is tried where a box is low: a smaller number, smaller words, and at last to leave out the conversion, which is
/// ours and stands beside the figure too.
const DEGREES: [(f64, bool, bool); 10] = [
    (1.0, false, false),
    (0.85, false, false),
    (0.7, false, false),
    (0.8, true, false),
    (0.7, true, false),
    (0.6, true, false),
    (0.5, true, false),
    (0.7, true, true),
    (0.6, true, true),
    (0.5, true, true),
];

/// Room for the drawing, in CSS pixels of the frame.
#[derive(Clone, Copy)]
pub struct Room {
    pub left: f64,
    pub top: f64,
    pub width: f64,
    pub height: f64,
    pub letters: Lettering,
}

/// Draws in a room what is shown of a figure, and returns the lower end.
type Draw<'a> = &'a dyn Fn(Room, Option<&Point>, &mut Vec<Mark>, &mut Vec<Spot>) -> f64;

/// How a kind fills the frame. Lengths are CSS pixels.
pub struct Parts<'a> {
    /// Stands in the unit's place where the kind has better words for it.
    pub unit: &'a dyn Fn(&Point) -> String,
    /// The value converted by us.
    pub converted: &'a dyn Fn(&Point) -> Option<String>,
    /// How high the drawing is at a width, where no height is given.
    pub natural: &'a dyn Fn(f64) -> f64,
    /// How high it must be at least.
    pub least: f64,
    /// Its lower end must not depend on what is shown.
    pub draw: Draw<'a>,
}

/// Where the words stand: their left edge, top and width, the size of the number, and whether it goes without its
/// conversion.
#[derive(Clone, Copy)]
pub struct Column {
    pub x: f64,
    pub top: f64,
    pub room: f64,
    pub number: f64,
    pub letters: Lettering,
    pub bare: bool,
}

/// The unit that stands beside the number; a sign stands in it.
pub fn unit_beside(point: &Point) -> String {
    if point.quantity.unit.is_sign() { String::new() } else { point.written.unit.clone() }
}

/// The last of the points that `shown` asks for: these kinds draw one value at a time.
pub fn last_shown(figure: &FigureChart, shown: Shown) -> Option<&Point> {
    figure.points.iter().rev().find(|point| shown.has(Shown::value(point.slot)))
}

pub fn place(figure: &FigureChart, frame: Frame, shown: Shown, parts: &Parts) -> PlacedFigure {
    let letters = Lettering::of(frame, figure.lexicon);
    let width = frame.width_css_px;
    if !figure.captioned {
        return bare(figure, frame, shown, parts);
    }
    let (column, room) = if frame.is_broad(0.75) {
        let words = (width * 0.29).clamp(165.0, 400.0);
        let across = width - words - (width * 0.056).min(64.0);
        let height = frame.height_or(4.0 + (parts.natural)(across));
        let column = Column { x: width - words, top: 0.0, room: words, number: words * 0.3, letters, bare: false };
        let column = fitting(figure, column, parts, frame.height_css_px.unwrap_or(f64::MAX));
        (column, Room { left: 0.0, top: 4.0, width: across, height: height - 4.0, letters: column.letters })
    } else {
        let number = (width * 0.135).clamp(38.0, 110.0);
        let column = Column { x: 0.0, top: 0.0, room: width, number, letters, bare: false };
        let limit = frame.height_css_px.map_or(f64::MAX, |height| height - GAP - parts.least);
        let column = fitting(figure, column, parts, limit);
        let top = tallest(figure, column, parts) + GAP;
        let height = frame.height_css_px.map_or_else(|| (parts.natural)(width), |height| height - top);
        (column, Room { left: 0.0, top, width, height, letters: column.letters })
    };
    let mut marks = Vec::new();
    let point = last_shown(figure, shown);
    if let Some(point) = point {
        words(figure, point, parts, shown, column, &mut marks);
    }
    let mut spots = Vec::new();
    let lowest = (parts.draw)(room, point, &mut marks, &mut spots).max(tallest(figure, column, parts));
    if let Some(point) = point {
        spots.extend(Spot::around(point.slot.into(), &marks));
    }
    frame.hold(lowest, marks, spots)
}

/// The room of a drawing without a caption: all of the frame.
pub fn bare_room(figure: &FigureChart, frame: Frame, natural: &dyn Fn(f64) -> f64) -> Room {
    let width = frame.width_css_px;
    let height = frame.height_or(TOP + natural(width));
    Room { left: 0.0, top: TOP, width, height: height - TOP, letters: Lettering::of(frame, figure.lexicon) }
}

fn bare(figure: &FigureChart, frame: Frame, shown: Shown, parts: &Parts) -> PlacedFigure {
    let room = bare_room(figure, frame, parts.natural);
    let (mut marks, mut spots) = (Vec::new(), Vec::new());
    let point = last_shown(figure, shown);
    let lowest = (parts.draw)(room, point, &mut marks, &mut spots);
    if let Some(point) = point {
        spots.extend(Spot::around(point.slot.into(), &marks));
    }
    frame.hold(lowest, marks, spots)
}

/// The column with the largest number whose words end above `limit`.
pub fn fitting(figure: &FigureChart, column: Column, parts: &Parts, limit: f64) -> Column {
    let columns = DEGREES.map(|(part, small, bare)| {
        let letters = if small { column.letters.small() } else { column.letters };
        Column { number: column.number * part, letters, bare, ..column }
    });
    let fits = |column: &Column| tallest(figure, *column, parts) <= limit;
    columns.into_iter().find(fits).unwrap_or(columns[DEGREES.len() - 1])
}

/// Where the words of any of the points end at most.
fn tallest(figure: &FigureChart, column: Column, parts: &Parts) -> f64 {
    let ends = figure.points.iter().map(|point| words(figure, point, parts, Shown::ALL, column, &mut Vec::new()));
    ends.fold(0.0, f64::max)
}

/// Number, unit, period, qualifiers, conversion. Returns where they end.
pub fn words(
    figure: &FigureChart,
    point: &Point,
    parts: &Parts,
    shown: Shown,
    Column { x, top, room, number: size, letters, bare }: Column,
    marks: &mut Vec<Mark>,
) -> f64 {
    let mut number = point.written.number.clone();
    if point.quantity.unit.is_sign() {
        number.push_str(&point.written.unit);
    }
    let unit = (parts.unit)(point);
    let room_of_unit = if unit.is_empty() { 0.0 } else { letters.gap() + letters.width(&unit) };
    let fitting = |room: f64| size.min(size * (room - 1.0) / width_px(&number, size, Face::Numeral));
    // A number rather gets smaller than lose its unit to the next line, unless it would no longer be large.
    let beside = fitting(room - room_of_unit) >= size * SMALLEST;
    let size = fitting(if beside { room - room_of_unit } else { room });
    let middle = top + size * 0.5;
    let end = x + numeral_px(&number, size);
    marks.push(label(number, x, middle, size, Face::Numeral, Token::Ink, Align::Start));

    let mut y = top + size + letters.px + 1.0;
    let mut paragraph = |text: &str, token: Token, marks: &mut Vec<Mark>| {
        y = letters.paragraph(text, (x, y, room), token, Align::Start, marks);
    };
    if !beside {
        paragraph(&unit, Token::Ink, marks);
    } else if !unit.is_empty() {
        // On the baseline of the number.
        let baseline = middle + BASELINE_EM * (size - letters.px);
        marks.push(letters.at(unit, end + letters.gap(), baseline, Token::Ink, Align::Start));
    }
    paragraph(point.period.as_str(), Token::Ink, marks);
    paragraph(&list(point.qualifier.split(" · ")), Token::Second, marks);
    if let Some(converted) = (parts.converted)(point).filter(|_| !bare) {
        let mut hidden = Vec::new();
        paragraph(&converted, figure.pigment, if shown.has(Shown::COMPUTED) { marks } else { &mut hidden });
    }
    y - letters.line() / 2.0 + 4.0
}
