//! What pace, count, area and amount share: the value in large numerals with its words, above the drawing on a phone
//! and beside it where there is room.

use super::{TEXT_PX, label, numeral_px, width_px, words_at};
use crate::figure::{
    Align, BASELINE_EM, EIGHTHS, Face, Figure, Frame, Mark, PlacedFigure, Point, Spot, eighths, lines,
};
use crate::line_break::Lexicon;
use crate::plan::{Show, Slot};
use crate::quantity::Unit;
use crate::theme::Token;

const LINE: f64 = TEXT_PX + 6.0;
/// Between number and unit.
const SPACE: f64 = 8.0;
/// How far a number shrinks for the sake of its unit.
const SMALLEST: f64 = 0.68;

/// Room for the drawing, in CSS pixels of the frame. Its height is the drawing's own affair.
#[derive(Clone, Copy)]
pub struct Room {
    pub left: f64,
    pub top: f64,
    pub width: f64,
}

/// Draws in a room what is shown of a figure, and returns the lower end.
type Draw<'a> = &'a dyn Fn(Room, Option<&Point>, &mut Vec<Mark>, &mut Vec<Spot>) -> f64;

/// How a kind fills the frame.
pub struct Parts<'a> {
    /// Stands in the unit's place where the kind has better words for it.
    pub unit: &'a dyn Fn(&Point) -> String,
    /// The value converted by us.
    pub converted: &'a dyn Fn(&Point) -> Option<String>,
    /// Draws in the room and returns its lower end, which must not depend on what is shown.
    pub draw: Draw<'a>,
}

/// The last of the points that `show` asks for: these kinds draw one value at a time.
fn shown(figure: &Figure, show: Show) -> Option<&Point> {
    figure.points.iter().rev().find(|point| match point.slot {
        Slot::Past => show.past,
        Slot::Promise => show.promise,
    })
}

pub fn place(figure: &Figure, frame: Frame, show: Show, parts: &Parts) -> PlacedFigure {
    let mut marks = Vec::new();
    let (x, room, number) = match frame {
        Frame::Narrow => (0.0, 340.0, 46.0),
        Frame::Wide => (452.0, 188.0, 56.0),
    };
    let tallest = figure
        .points
        .iter()
        .map(|point| caption(figure, point, parts, Show::ALL, (x, room, number), &mut Vec::new()))
        .fold(0.0, f64::max);
    let point = shown(figure, show);
    if let Some(point) = point {
        caption(figure, point, parts, show, (x, room, number), &mut marks);
    }
    let below = match frame {
        Frame::Narrow => Room { left: 0.0, top: tallest + 12.0, width: room },
        Frame::Wide => Room { left: 0.0, top: 4.0, width: 416.0 },
    };
    let mut spots = Vec::new();
    let height = (parts.draw)(below, point, &mut marks, &mut spots).max(tallest);
    if let Some(point) = point {
        spots.extend(Spot::around(point.slot.into(), &marks));
    }
    PlacedFigure { width: frame.width_css_px() * EIGHTHS, height: height.ceil() as i32 * EIGHTHS, marks, spots }
}

/// Number, unit, period, qualifiers, conversion. Returns where they end.
fn caption(
    figure: &Figure,
    point: &Point,
    parts: &Parts,
    show: Show,
    (x, room, size): (f64, f64, f64),
    marks: &mut Vec<Mark>,
) -> f64 {
    let mut number = point.written.number.clone();
    if matches!(point.quantity.unit, Unit::Percent | Unit::PercentAYear) {
        number.push_str(&point.written.unit);
    }
    let unit = (parts.unit)(point);
    let room_of_unit = if unit.is_empty() { 0.0 } else { SPACE + width_px(&unit, TEXT_PX, Face::Text) };
    let fitting = |room: f64| size.min(size * (room - 1.0) / width_px(&number, size, Face::Numeral));
    // A number rather gets smaller than lose its unit to the next line, unless it would no longer be large.
    let beside = fitting(room - room_of_unit) >= size * SMALLEST;
    let size = fitting(if beside { room - room_of_unit } else { room });
    let middle = size * 0.5;
    let end = x + numeral_px(&number, size, figure.lang);
    marks.push(label(number, x, middle, size, Face::Numeral, Token::Ink, Align::Start));

    let mut y = size + 16.0;
    if !beside {
        y = paragraph(&unit, (x, y, room), Token::Ink, figure.lexicon, marks);
    } else if !unit.is_empty() {
        // On the baseline of the number.
        let baseline = middle + BASELINE_EM * (size - TEXT_PX);
        marks.push(words_at(unit, end + SPACE, baseline, Token::Ink, Align::Start));
    }
    let both = format!("{} · {}", point.period.as_str(), point.qualifier);
    if width_px(&both, TEXT_PX, Face::Text) <= room {
        y = paragraph(&both, (x, y, room), Token::Ink, figure.lexicon, marks);
    } else {
        y = paragraph(point.period.as_str(), (x, y, room), Token::Ink, figure.lexicon, marks);
        y = paragraph(&list(point.qualifier.split(" · ")), (x, y, room), Token::Second, figure.lexicon, marks);
    }
    if let Some(converted) = (parts.converted)(point) {
        let mut hidden = Vec::new();
        let seen = if show.computed { marks } else { &mut hidden };
        y = paragraph(&converted, (x, y, room), figure.pigment, figure.lexicon, seen);
    }
    y - LINE / 2.0 + 6.0
}

/// Words in lines from the middle of the first at `y`. Returns the middle of the line that would follow.
pub fn paragraph(
    text: &str,
    (x, mut y, room): (f64, f64, f64),
    token: Token,
    lexicon: Lexicon,
    marks: &mut Vec<Mark>,
) -> f64 {
    for line in lines(text, eighths(TEXT_PX) as u32, Face::Text, eighths(room), lexicon) {
        // A dot divides two phrases of one line.
        marks.push(words_at(line.trim_end_matches(['·', '\u{a0}']), x, y, token, Align::Start));
        y += LINE;
    }
    y
}

/// Phrases with dots between them; lines break behind a dot, never inside a phrase.
pub fn list<'a>(phrases: impl Iterator<Item = &'a str>) -> String {
    let phrases: Vec<String> = phrases.map(|phrase| phrase.replace(' ', "\u{a0}")).collect();
    phrases.join("\u{a0}· ")
}
