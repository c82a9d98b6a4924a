//! Before and after: two columns on one scale, and the path between them.

use crate::color::Token;
use crate::figure::lettering::{Lettering, label, width_px};
use crate::figure::ornament::{Bar, bar, dotted, line, mirrored_vertically, reach};
use crate::figure::scale::ticks;
use crate::figure::{Align, DrawingPart, Face, FigureChart, Frame, Mark, PlacedFigure, Point, Spot, computed_note};
use crate::plan::{Computed, Shown, Slot};
use crate::quantity::{Hedge, Quantity, Tense, Unit, hedge_words, written};

/// Pieces of a path of steady growth.
const STEPS: i32 = 16;
/// Between the labels of the scale and the drawing, in CSS pixels.
const AXIS_GAP: f64 = 10.0;
/// Columns of this height need no smaller words, in CSS pixels.
const LOW: f64 = 110.0;

/// Where everything stands, in CSS pixels of the frame.
struct Grid {
    letters: Lettering,
    /// Right edge of the labels of the scale, and left edge of the drawing.
    axis: f64,
    left: f64,
    right: f64,
    /// Ends of the scale, nought on it, and where the words under the columns begin.
    top: f64,
    bottom: f64,
    nought: f64,
    ground: f64,
    bar: f64,
    number: f64,
    /// Between the values at the two ends.
    span: f64,
    /// Values on the scale, and how they are written.
    ticks: Vec<(f64, String)>,
    /// Width for the words under a column, and how many lines the periods take in it.
    column_room: f64,
    period_lines: usize,
}

impl Grid {
    fn of(figure: &FigureChart, frame: Frame, height: f64, letters: Lettering) -> Grid {
        let width = frame.width_css_px;
        let largest = figure.points.iter().map(|point| point.quantity.most()).fold(0.0, f64::max);
        let percent = figure.points.first().is_some_and(|point| point.quantity.unit == Unit::Percent);
        let most = if percent { 100.0 } else { largest };
        let least = figure.points.iter().map(|point| point.quantity.value).fold(0.0, f64::min);
        let labels = |ticks: &[f64]| -> Vec<(f64, String)> {
            let first = figure.points.first();
            first.into_iter().flat_map(|first| ticks.iter().map(|tick| (*tick, at(first, *tick, figure).0))).collect()
        };
        let axis = letters.widest(labels(&ticks_between(least, most, 4)).iter().map(|(_, text)| text.as_str()));
        let left = axis + AXIS_GAP;
        let column_room = (width - left) / 2.0 - 8.0;
        let lines = |point: &Point| letters.lines(point.period.as_str(), column_room).len();
        let period_lines = figure.points.iter().map(lines).max().unwrap_or(1);
        let tag_lines = |point: &Point| letters.lines(&tag(point, figure), column_room).len();
        let tag_lines = figure.points.iter().map(tag_lines).max().unwrap_or(1);
        let below = 8.0 + letters.line() * (period_lines + tag_lines) as f64;
        // The unit of the scale, then the note on the comparison.
        let above = letters.line() * (1 + note_lines(figure, letters, width - left).len()) as f64;
        let open = figure.points.iter().map(|point| reach(point.quantity.hedges)).fold(0.0, f64::max);
        // Two long numbers side by side are set smaller, never into each other.
        let number = (0.08 * (width * height).sqrt()).clamp(30.0, 100.0).min((height - above - below - open) * 0.3);
        let widths = figure.points.iter().map(|point| width_px(&point.written.number, number, Face::Numeral));
        let number = number.min(number * (column_room * 0.9) / widths.fold(0.0, f64::max));
        // Beyond each end that has columns stand their numbers.
        let beyond = |has_columns: bool| if has_columns { open + number * 1.2 } else { 0.0 };
        let ground = height - below;
        let (top, bottom) = (above + 4.0 + beyond(most > 0.0 || least == 0.0), ground - beyond(least < 0.0));
        let span = most - least;
        let steps = ((bottom - top) / (letters.line() * 1.4)).clamp(1.0, 4.0) as usize;
        Grid {
            letters,
            axis,
            left,
            right: width,
            top,
            bottom,
            nought: bottom + (bottom - top) * least / span,
            ground,
            bar: (24.0 + 0.13 * width).min(column_room * 0.7),
            number,
            span,
            ticks: labels(&ticks_between(least, most, steps)),
            column_room,
            period_lines,
        }
    }

    fn y(&self, value: f64) -> f64 {
        self.nought - (self.bottom - self.top) * value / self.span
    }

    /// Left edge of a column.
    fn column(&self, slot: Slot) -> f64 {
        let quarter = (self.right - self.left) / 4.0;
        let middle = match slot {
            Slot::Past => self.left + quarter,
            Slot::Promise => self.right - quarter,
        };
        middle - self.bar / 2.0
    }
}

pub fn place(figure: &FigureChart, frame: Frame, shown: Shown) -> PlacedFigure {
    let height = frame.height_or(292.0 + 0.15 * frame.width_css_px);
    let letters = Lettering::of(frame, figure.lexicon);
    // Where words would leave the columns no room, they are set smaller.
    let grid = Some(Grid::of(figure, frame, height, letters)).filter(|grid| grid.bottom - grid.top >= LOW);
    let grid = grid.unwrap_or_else(|| Grid::of(figure, frame, height, letters.small()));
    let letters = grid.letters;

    let mut marks = Vec::new();
    for (tick, text) in &grid.ticks {
        let y = grid.y(*tick);
        marks.push(line(grid.left, y, grid.right, y, 1.0, if *tick == 0.0 { Token::Mark } else { Token::Line }));
        marks.push(letters.at(text, grid.axis, y, Token::Second, Align::End));
    }
    if let Some((point, (last, _))) = figure.points.first().zip(grid.ticks.last()) {
        let unit = at(point, *last, figure).1;
        marks.push(letters.at(unit, 0.0, letters.px * 0.65, Token::Second, Align::Start));
    }
    let mut spots = Vec::new();
    if shown.has(Shown::PAST.and(Shown::PROMISE).and(Shown::COMPUTED)) {
        spots.extend(comparison(figure, &grid, &mut marks));
    }
    for point in &figure.points {
        if shown.has(Shown::value(point.slot)) {
            let before = marks.len();
            column(figure, point, &grid, &mut marks);
            spots.extend(Spot::around(point.slot.into(), &marks[before..]));
        }
    }
    frame.hold(height, marks, spots)
}

/// Round values on both sides of nought.
fn ticks_between(least: f64, most: f64, steps: usize) -> Vec<f64> {
    let below = ticks(-least, steps).into_iter().skip(1).rev().map(|tick| -tick);
    below.chain(ticks(most, steps)).collect()
}

/// A value on the axis as number and unit of the language.
fn at(point: &Point, value: f64, figure: &FigureChart) -> (String, String) {
    let written = written(&Quantity { value, to: None, ..point.quantity }, figure.lang);
    (written.number, written.unit)
}

/// How firm the value of a column is.
fn tag(point: &Point, figure: &FigureChart) -> String {
    let hedges = hedge_words(&point.quantity, figure.lang);
    if hedges.is_empty() || point.quantity.tense == Tense::UnderWay {
        point.quantity.tense.word(figure.lang).to_owned()
    } else {
        hedges.join(" · ")
    }
}

fn column(figure: &FigureChart, point: &Point, grid: &Grid, marks: &mut Vec<Mark>) {
    let letters = grid.letters;
    let x = grid.column(point.slot);
    let top = grid.y(point.quantity.value);
    let middle = x + grid.bar / 2.0;
    let falls = point.quantity.value < 0.0;
    let (upper, lower) = (top.min(grid.nought), top.max(grid.nought));
    let before = marks.len();
    let shape = Bar { x, top: upper, width: grid.bar, height: lower - upper };
    let reach = bar(shape, &point.quantity, figure.pigment, marks);
    if falls {
        mirrored_vertically(&mut marks[before..], upper, lower);
    }
    if point.quantity.hedges.has(Hedge::Hold) {
        // Kept: one line from the level reached through the level promised.
        let from = grid.column(Slot::Past);
        marks.push(line(from, top, (x + grid.bar + 14.0).min(grid.right), top, 2.5, figure.pigment));
    }
    marks.push(label(
        point.written.number.clone(),
        middle,
        if falls { top + reach + grid.number * 0.62 } else { top - reach - grid.number * 0.62 },
        grid.number,
        Face::Numeral,
        Token::Ink,
        Align::Middle,
    ));
    let first = grid.ground + 6.0 + letters.line() * 0.6;
    let room = grid.column_room;
    letters.paragraph(point.period.as_str(), (middle, first, room), Token::Ink, Align::Middle, marks);
    let below = first + letters.line() * grid.period_lines as f64;
    letters.paragraph(&tag(point, figure), (middle, below, room), Token::Second, Align::Middle, marks);
}

/// What is compared: growth at a steady rate, or, where the promise is the lower value, a part of the past.
fn compared(figure: &FigureChart) -> Option<(f64, f64, Computed)> {
    let (past, promise) = figure.point(Slot::Past).zip(figure.point(Slot::Promise))?;
    let (past, promise) = (past.quantity.value, promise.quantity.value);
    Some((past, promise, if promise > past { Computed::Rate } else { Computed::Ratio }))
}

/// The note on the comparison, its condition first.
fn note_lines(figure: &FigureChart, letters: Lettering, room: f64) -> Vec<String> {
    let note = compared(figure).and_then(|(_, _, what)| computed_note(figure, what));
    let parts = note.into_iter().flat_map(|(condition, note)| [condition, note]).filter(|text| !text.is_empty());
    parts.flat_map(|text| letters.lines(&text, room)).collect()
}

/// What lies between the two values: the path of a steady yearly rate, or, where the promise is the lower
/// value, the level already reached. Returns where it is.
fn comparison(figure: &FigureChart, grid: &Grid, marks: &mut Vec<Mark>) -> Option<Spot> {
    let (past, promise, what) = compared(figure)?;
    figure.computed(what)?;
    let from = grid.column(Slot::Past) + grid.bar;
    let to = grid.column(Slot::Promise);
    let path: Vec<(f64, f64)> = if promise > past {
        let along = |step| f64::from(step) / f64::from(STEPS);
        let level = |part: f64| past * (promise / past).powf(part);
        (0..=STEPS).map(along).map(|part| (from + (to - from) * part, grid.y(level(part)))).collect()
    } else {
        let y = grid.y(past);
        // Up to the column or to its number, whichever is wider.
        let number = &figure.point(Slot::Promise)?.written.number;
        let half = width_px(number, grid.number, Face::Numeral).max(grid.bar) / 2.0;
        vec![(from, y), (to + grid.bar / 2.0 - half - 6.0, y)]
    };
    let before = marks.len();
    dotted(&path, figure.pigment, marks);
    let spot = Spot::around(DrawingPart::Comparison, &marks[before..]);
    // Above the columns, where there is room in every language and on a phone.
    let mut y = grid.letters.px * 0.65 + grid.letters.line();
    for text in note_lines(figure, grid.letters, grid.right - grid.left) {
        marks.push(grid.letters.at(text, grid.left, y, figure.pigment, Align::Start));
        y += grid.letters.line();
    }
    spot
}
