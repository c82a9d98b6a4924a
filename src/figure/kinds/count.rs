//! Things one can count: a mark for each, or for each ten or hundred where they are many, in rows of ten from the
//! ground up and blocks of a hundred.

use super::caption::{self, Parts, Room};
use crate::color::Token;
use crate::figure::lettering::{Lettering, list};
use crate::figure::ornament::{arrow, dot, line};
use crate::figure::round::{hatch, ring, wax};
use crate::figure::{Align, FigureChart, Frame, Mark, PlacedFigure, Point};
use crate::plan::Shown;
use crate::quantity::{Hedge, Lang, Quantity, Tense, written};

const ROW: usize = 10;
const BLOCK: usize = 100;
/// More marks than this and one stands for ten times as many.
const MOST: f64 = 300.0;

pub fn place(figure: &FigureChart, frame: Frame, shown: Shown) -> PlacedFigure {
    let lang = figure.lang;
    caption::place(
        figure,
        frame,
        shown,
        &Parts {
            unit: &|point| unit(point, lang),
            converted: &|_| None,
            natural: &|width| Lattice::NATURAL * width,
            least: 45.0
                + 8.0 * figure.points.iter().map(|point| blocks_and_rows(&point.quantity).1).max().unwrap_or(1) as f64,
            draw: &|room, point, marks, _| draw(figure, room, point, marks),
        },
    )
}

/// "of 7 counties": the whole stands beside the part.
fn unit(point: &Point, lang: Lang) -> String {
    let unit = &point.written.unit;
    match point.quantity.of {
        Some(of) => lang.pick(format!("{unit}（共 {of}）"), format!("of {of} {unit}")),
        None => unit.clone(),
    }
}

/// How many things a mark stands for.
pub fn per_mark(value: f64) -> f64 {
    let mut per = 1.0;
    while value / per > MOST {
        per *= 10.0;
    }
    per
}

/// What a mark stands for, and a block, and the last mark.
pub fn mark_words(quantity: &Quantity, lang: Lang) -> Vec<String> {
    let per = per_mark(quantity.value);
    let say = |value: f64| written(&Quantity { value, ..*quantity }, lang).to_string();
    let mut words = vec![lang.pick(format!("每个点代表 {}", say(per)), format!("each mark is {}", say(per)))];
    let block = per * BLOCK as f64;
    if quantity.value > block {
        words.push(lang.pick(format!("满一块是 {}", say(block)), format!("a full block is {}", say(block))));
    }
    let rest = quantity.value % per;
    if rest > 0.0 {
        words.push(lang.pick(format!("最后一点是 {}", say(rest)), format!("the last mark is {}", say(rest))));
    }
    words
}

/// Where the marks stand.
struct Lattice {
    left: f64,
    ground: f64,
    step: f64,
    gap: f64,
    /// Marks in a block, and in a row of it.
    block: usize,
    row: usize,
    top: f64,
}

impl Lattice {
    /// Height of the highest lattice, as a part of its width, where no height is given.
    const NATURAL: f64 = 0.75;
    /// The largest step, as a part of the room's width: in one row, and in many.
    const LARGEST: (f64, f64) = (0.24, 0.088);

    /// Above the words in the last `words` pixels of the room.
    fn of(quantity: &Quantity, room: Room, words: f64) -> Lattice {
        Lattice::with(quantity, room, words, f64::MAX, false)
    }

    /// The same with steps of `most` at most; where they are packed, hundreds have no blocks of their own.
    fn with(quantity: &Quantity, room: Room, words: f64, most: f64, packed: bool) -> Lattice {
        let gap = room.width * 0.035;
        let (blocks, rows) = match blocks_and_rows(quantity) {
            (blocks, _) if packed && blocks > 1 => (1, slots(quantity).div_ceil(ROW)),
            usual => usual,
        };
        let largest = (room.width * if rows == 1 { Lattice::LARGEST.0 } else { Lattice::LARGEST.1 }).min(most);
        let open = if quantity.hedges.is_floor() { 14.0 } else { 0.0 };
        let (width, height) = (room.width - gap * (blocks - 1) as f64, room.height - open - words);
        let slots = slots(quantity);
        let step = |row: usize, rows: usize| (width / (row * blocks) as f64).min(height / rows as f64).min(largest);
        // A few marks stand in two or three rows where that makes them much larger.
        let few = (1..slots.min(ROW)).map(|row| (row, slots.div_ceil(row))).filter(|_| rows == 1);
        // Packed, long rows where the box is broad.
        let long = [2, 3].map(|times| (ROW * times, slots.div_ceil(ROW * times)));
        let few = few.chain(long.into_iter().filter(|_| packed && slots > BLOCK + ROW));
        let usual = (if blocks == 1 { slots.min(ROW) } else { ROW }, rows);
        let best = few.max_by(|a, b| step(a.0, a.1).total_cmp(&step(b.0, b.1)));
        let best = best.filter(|best| step(best.0, best.1) > step(usual.0, usual.1) * 1.2);
        let (row, rows) = best.unwrap_or(usual);
        let step = step(row, rows);
        let ground = room.top + open + step * rows as f64;
        let block = if blocks == 1 { usize::MAX } else { BLOCK };
        Lattice { left: room.left, ground, step, gap, block, row, top: room.top }
    }

    fn at(&self, index: usize) -> (f64, f64) {
        let (block, inside) = (index / self.block, index % self.block);
        let along = (inside % self.row) as f64 + 0.5 + (block * self.row) as f64;
        let up = (inside / self.row) as f64 + 0.5;
        (self.left + along * self.step + self.gap * block as f64, self.ground - up * self.step)
    }
}

/// Marks for the value itself; a remainder has one of its own.
fn whole(quantity: &Quantity) -> usize {
    (quantity.value / per_mark(quantity.value)).ceil() as usize
}

/// Places for marks: the value, the whole it is part of, what lies beyond a floor or around an estimate.
fn slots(quantity: &Quantity) -> usize {
    let of = f64::from(quantity.of.unwrap_or(0)) / per_mark(quantity.value);
    (whole(quantity) + beyond(quantity)).max(of.ceil() as usize).max(1)
}

/// Blocks side by side and rows in one of them.
fn blocks_and_rows(quantity: &Quantity) -> (usize, usize) {
    let slots = slots(quantity);
    // The fading row above a hundred is no block of its own.
    if slots <= BLOCK + ROW { (1, slots.div_ceil(ROW)) } else { (slots.div_ceil(BLOCK), ROW) }
}

fn beyond(quantity: &Quantity) -> usize {
    let few = whole(quantity) < ROW;
    match (quantity.hedges.is_floor(), quantity.hedges.is_about()) {
        (true, _) if few => 3,
        (true, _) => ROW,
        (false, true) => 2,
        (false, false) => 0,
    }
}

fn draw(figure: &FigureChart, room: Room, point: Option<&Point>, marks: &mut Vec<Mark>) -> f64 {
    let letters = room.letters;
    let text = |quantity: &Quantity| list(mark_words(quantity, figure.lang).iter().map(String::as_str));
    let below = |quantity: &Quantity| 10.0 + letters.line() * letters.lines(&text(quantity), room.width).len() as f64;
    let lattice = |quantity: &Quantity| Lattice::of(quantity, room, below(quantity));
    let ends = figure.points.iter().map(|point| lattice(&point.quantity).ground + below(&point.quantity));
    let lowest = ends.fold(room.top, f64::max);
    let Some(Point { quantity, .. }) = point else {
        return lowest;
    };
    let lattice = lattice(quantity);
    let first = lattice.ground + 10.0 + letters.line() * 0.5;
    letters.paragraph(&text(quantity), (room.left, first, room.width), Token::Second, Align::Start, marks);
    things(quantity, figure.pigment, &lattice, marks);
    lowest
}

/// Distance of the marks where they fill a box of this width and height.
pub fn step(quantity: &Quantity, (width, height): (f64, f64), letters: Lettering) -> f64 {
    Lattice::with(quantity, Room { left: 0.0, top: 0.0, width, height, letters }, 0.0, f64::MAX, true).step
}

/// The marks alone, on the lower edge of a box: left, top, width and height in CSS pixels; `most` apart at most.
pub fn marks(
    quantity: &Quantity,
    (pigment, most): (Token, f64),
    (left, top, width, height): (f64, f64, f64, f64),
    letters: Lettering,
    marks: &mut Vec<Mark>,
) {
    let mut lattice = Lattice::with(quantity, Room { left, top, width, height, letters }, 0.0, most, true);
    lattice.ground = top + height;
    things(quantity, pigment, &lattice, marks);
}

fn things(quantity: &Quantity, pigment: Token, lattice: &Lattice, marks: &mut Vec<Mark>) {
    let radius = lattice.step * 0.4;
    let (count, slots) = (whole(quantity), slots(quantity));
    let hedges = quantity.hedges;
    let partial = quantity.value % per_mark(quantity.value) > 0.0;
    let edge = if radius < 6.0 { 1.0 } else { 1.5 };

    // One pass for each style, so that neighbours of one style are drawn together.
    for index in 0..slots - beyond(quantity) {
        let (x, y) = lattice.at(index);
        if index >= count {
            ring(x, y, radius, edge, false, Token::Mark, marks);
        } else if quantity.tense != Tense::Done || partial && index + 1 == count {
            ring(x, y, radius, edge, hedges.has(Hedge::Strive), pigment, marks);
        }
    }
    if quantity.tense == Tense::UnderWay {
        for index in 0..count {
            hatch(lattice.at(index), radius, edge, pigment, marks);
        }
    }
    for index in 0..count {
        let (x, y) = lattice.at(index);
        let left = count - index;
        let size = match (hedges.is_about() && left <= 2, partial && left == 1) {
            (true, _) => 0.45 + 0.2 * left as f64,
            (false, true) => 0.55,
            (false, false) => 1.0,
        };
        match quantity.tense {
            Tense::Done => marks.push(dot(x, y, radius * size, pigment)),
            Tense::UnderWay => {}
            Tense::Promised => wax((x, y), radius, size, pigment, marks),
        }
    }
    if hedges.has(Hedge::Hold) {
        // Through the last row, kept.
        let ((first, y), (last, _)) = (lattice.at((count - 1) / lattice.row * lattice.row), lattice.at(count - 1));
        marks.push(line(first - radius, y, last + radius + 4.0, y, 2.5, pigment));
    }
    if hedges.is_ceiling() {
        // A wall behind the last one.
        let (x, y) = lattice.at(count - 1);
        let x = x + lattice.step * 0.5;
        marks.push(line(x, y - radius - 2.0, x, y + radius + 2.0, 2.5, pigment));
    }
    for more in 0..beyond(quantity) {
        let (x, y) = lattice.at(count + more);
        let part = more as f64 / beyond(quantity) as f64;
        marks.push(dot(x, y, (radius * 0.42 * (1.0 - part)).max(0.9), pigment));
    }
    if hedges.is_floor() {
        let (first, last) = (lattice.at(count), lattice.at(count + beyond(quantity) - 1));
        // Over the middle of the fading marks, or over those of them that stand highest.
        let (x, y) = if first.1 == last.1 { ((first.0 + last.0) / 2.0, last.1) } else { last };
        let top = y - lattice.step * 0.5;
        arrow(x, (top - 4.0).max(lattice.top + 6.0), pigment, marks);
    }
}
