//! Before and after: two columns on one scale, and the path between them.

use super::{TEXT_PX, label, width_px, words_at};
use crate::figure::ornament::{Bar, bar, dotted, line};
use crate::figure::{
    Align, EIGHTHS, Face, Figure, Frame, Mark, Motion, Part, PlacedFigure, Point, Spot, computed_note, eighths, lines,
};
use crate::plan::{Computed, Show, Slot};
use crate::quantity::{Hedge, Quantity, Tense, Unit, hedge_words, written};
use crate::theme::Token;

/// Pieces of a path of steady growth.
const STEPS: i32 = 16;
/// Distance of two lines of words, in CSS pixels.
const LINE: f64 = 20.0;

struct Grid {
    /// All in CSS pixels of the frame.
    left: f64,
    right: f64,
    top: f64,
    ground: f64,
    bar: f64,
    number: f64,
    /// Value at the top.
    most: f64,
    /// Width for the words under a column, in eighths, and how many lines the periods take in it.
    column_room: i32,
    period_lines: usize,
}

impl Grid {
    fn y(&self, value: f64) -> f64 {
        self.ground - (self.ground - self.top) * value / self.most
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

pub fn place(figure: &Figure, frame: Frame, show: Show) -> PlacedFigure {
    let (height, bar_width, number) = match frame {
        Frame::Narrow => (344.0, 64.0, 32.0),
        Frame::Wide => (388.0, 92.0, 40.0),
    };
    let width = f64::from(frame.width_css_px());
    let largest = figure.points.iter().map(|point| point.quantity.value).fold(0.0, f64::max);
    let first = figure.points.first().map(|point| point.quantity);
    let most = if first.is_some_and(|quantity| quantity.unit == Unit::Percent) { 100.0 } else { largest };
    let ticks = ticks(most);
    let tick_labels: Vec<String> = ticks.iter().filter_map(|tick| first.map(|q| at(q, *tick, figure).0)).collect();
    let axis = tick_labels.iter().map(|text| width_px(text, TEXT_PX, Face::Text)).fold(0.0, f64::max);
    let column_room = eighths((width - axis - 10.0) / 2.0 - 8.0);
    let period_lines =
        figure.points.iter().map(|point| period_lines(figure, point, column_room).len()).max().unwrap_or(1);
    // Two long numbers side by side are set smaller, never into each other.
    let space = (width - axis - 10.0) / 2.0 - 10.0;
    let widest =
        figure.points.iter().map(|point| width_px(&point.written.number, number, Face::Numeral)).fold(0.0, f64::max);
    let number = if widest > space { number * space / widest } else { number };
    let grid = Grid {
        column_room,
        period_lines,
        left: axis + 10.0,
        right: width,
        top: number + 64.0,
        ground: height - 36.0 - LINE * period_lines as f64,
        bar: bar_width,
        number,
        most,
    };

    let mut marks = Vec::new();
    for (tick, text) in ticks.iter().zip(&tick_labels) {
        let y = grid.y(*tick);
        marks.push(line(grid.left, y, grid.right, y, 1.0, if *tick == 0.0 { Token::Mark } else { Token::Line }));
        marks.push(words_at(text, axis, y, Token::Second, Align::End));
    }
    if let (Some(quantity), Some(last)) = (first, ticks.last()) {
        marks.push(words_at(at(quantity, *last, figure).1, 0.0, 10.0, Token::Second, Align::Start));
    }
    let mut spots = Vec::new();
    if show.computed && show.past && show.promise {
        spots.extend(comparison(figure, &grid, &mut marks));
    }
    for point in &figure.points {
        let shown = match point.slot {
            Slot::Past => show.past,
            Slot::Promise => show.promise,
        };
        if shown {
            let before = marks.len();
            column(figure, point, &grid, &mut marks);
            spots.extend(Spot::around(point.slot.into(), &marks[before..]));
        }
    }
    PlacedFigure { width: frame.width_css_px() * EIGHTHS, height: height as i32 * EIGHTHS, marks, spots }
}

/// The period under a column, broken where its words are wider than the column's room.
fn period_lines(figure: &Figure, point: &Point, room: i32) -> Vec<String> {
    lines(point.period.as_str(), eighths(TEXT_PX) as u32, Face::Text, room, figure.lexicon)
}

/// Round values from 0 to `most`, three to five of them: steps of 1, 2 or 5 times a power of ten. By hand, for the
/// range of plotters would bring logarithms into the browser's program.
fn ticks(most: f64) -> Vec<f64> {
    let mut step = 1e-3;
    let mut factors = [2.0, 2.5, 2.0].into_iter().cycle();
    while most / step >= 5.0 {
        step *= factors.next().unwrap_or(2.0);
    }
    (0..).map(|count| f64::from(count) * step).take_while(|tick| *tick <= most).collect()
}

/// A value on the axis as number and unit of the language.
fn at(quantity: Quantity, value: f64, figure: &Figure) -> (String, String) {
    let written = written(&Quantity { value, ..quantity }, figure.lang);
    (written.number, written.unit)
}

fn column(figure: &Figure, point: &Point, grid: &Grid, marks: &mut Vec<Mark>) {
    marks.push(Mark::Group(Motion::Rise));
    let x = grid.column(point.slot);
    let top = grid.y(point.quantity.value);
    let middle = x + grid.bar / 2.0;
    let reach = bar(Bar { x, top, width: grid.bar, height: grid.ground - top }, &point.quantity, figure.pigment, marks);
    if point.quantity.hedges.has(Hedge::Hold) {
        // Kept: one line from the level reached through the level promised.
        let from = grid.column(Slot::Past);
        marks.push(line(from, top, (x + grid.bar + 14.0).min(grid.right), top, 2.5, figure.pigment));
    }
    marks.push(label(
        point.written.number.clone(),
        middle,
        top - reach - grid.number * 0.62,
        grid.number,
        Face::Numeral,
        Token::Ink,
        Align::Middle,
    ));
    for (line, text) in period_lines(figure, point, grid.column_room).into_iter().enumerate() {
        marks.push(words_at(text, middle, grid.ground + 18.0 + LINE * line as f64, Token::Ink, Align::Middle));
    }
    let hedges = hedge_words(&point.quantity, figure.lang);
    let tag = if hedges.is_empty() || point.quantity.tense == Tense::UnderWay {
        point.quantity.tense.word(figure.lang).to_owned()
    } else {
        hedges.join(" · ")
    };
    let below = grid.ground + 19.0 + LINE * grid.period_lines as f64;
    marks.push(words_at(tag, middle, below, Token::Second, Align::Middle));
}

/// What lies between the two values: the path of a steady yearly rate, or, where the promise is the lower
/// value, the level already reached. Returns where it is.
fn comparison(figure: &Figure, grid: &Grid, marks: &mut Vec<Mark>) -> Option<Spot> {
    let (past, promise) = figure.point(Slot::Past).zip(figure.point(Slot::Promise))?;
    let from = grid.column(Slot::Past) + grid.bar;
    let to = grid.column(Slot::Promise);
    let number_width = width_px(&promise.written.number, grid.number, Face::Numeral);
    let (past, promise) = (past.quantity.value, promise.quantity.value);
    let (path, note): (Vec<(f64, f64)>, _) = if promise > past {
        // Sixteen steps of one factor: four square roots, where a power would cost the browser more bytes.
        let factor = (promise / past).sqrt().sqrt().sqrt().sqrt();
        let mut value = past;
        let path = (0..=STEPS)
            .map(|step| {
                let point = (from + (to - from) * f64::from(step) / f64::from(STEPS), grid.y(value));
                value *= factor;
                point
            })
            .collect();
        (path, computed_note(figure, Computed::Rate))
    } else {
        let y = grid.y(past);
        // Up to the column or to its number, whichever is wider.
        let half = number_width.max(grid.bar) / 2.0;
        (vec![(from, y), (to + grid.bar / 2.0 - half - 6.0, y)], computed_note(figure, Computed::Ratio))
    };
    let (condition, note) = note?;
    marks.push(Mark::Group(Motion::Follow));
    let before = marks.len();
    dotted(&path, figure.pigment, marks);
    let spot = Spot::around(Part::Comparison, &marks[before..]);
    // Above the columns, where there is room in every language and on a phone.
    for (position, text) in [condition, note].into_iter().filter(|text| !text.is_empty()).enumerate() {
        let y = 32.0 + position as f64 * (TEXT_PX + 4.0);
        marks.push(words_at(text, grid.left, y, figure.pigment, Align::Start));
    }
    spot
}

#[cfg(test)]
mod tests {
    use super::ticks;

    #[test]
    fn ticks_are_few_and_round() {
        assert_eq!(ticks(2400.0), [0.0, 500.0, 1000.0, 1500.0, 2000.0]);
        for most in [0.7, 3.0, 38.87, 60.0, 870.0, 99_999.0] {
            let found = ticks(most);
            assert!((3..=5).contains(&found.len()), "{most}: {found:?}");
        }
    }
}
