//! How tense and hedges are drawn: solid, hatched or wax dots; closed, dashed, open, feathered.

use super::{Mark, Shape, eighths};
use crate::color::Token;
use crate::quantity::{Bound, Hedge, Hedges, Quantity, Tense};

/// Least and greatest distance between wax dots, in CSS pixels.
const DOT_STEP: (f64, f64) = (7.0, 10.0);
/// Aimed number of dots across a column; their distance follows from it, within DOT_STEP.
const DOTS_ACROSS: f64 = 14.0;
/// Greatest and least number of dots across: a small square has a texture as a large one has.
const MOST_ACROSS: f64 = 48.0;
const LEAST_ACROSS: f64 = 4.0;
const DOT_RADIUS: f64 = 1.5 / 7.0;
/// Dash and gap of what is striven for, in CSS pixels.
const DASH: (f64, f64) = (5.0, 3.5);
const EDGE: f64 = 1.5;
/// Height of the fade above a floor and of the feather around an estimate, at the most; of a low column it is a part, or
/// the fade would look like more of the value.
const FADE: f64 = 18.0;
const FADE_OF_COLUMN: f64 = 0.1;
const LEAST_FADE: f64 = 7.0;

/// A column in CSS pixels; its top is the value.
#[derive(Clone, Copy)]
pub struct Bar {
    pub x: f64,
    pub top: f64,
    pub width: f64,
    pub height: f64,
}

impl Bar {
    fn fade_px(self) -> f64 {
        (self.height * FADE_OF_COLUMN).clamp(LEAST_FADE, FADE)
    }
}

/// Draws a column as its tense and hedges ask; a range goes on above its top, in small dots. Returns how far it reaches above its top, in CSS pixels.
pub fn bar(bar: Bar, quantity: &Quantity, pigment: Token, marks: &mut Vec<Mark>) -> f64 {
    let hedges = quantity.hedges;
    let (floor, about) = (hedges.is_floor(), hedges.is_about());
    let fade_px = bar.fade_px();
    // Where the column ends, the upper end of a range included.
    let beyond = if quantity.to.is_some() { bar.height * (quantity.most() / quantity.value - 1.0) } else { 0.0 };
    let whole = Bar { top: bar.top - beyond, height: bar.height + beyond, ..bar };
    // A little more than the value thins out above it only.
    let about_here = about && beyond == 0.0 && !hedges.bound(Bound::Over);
    match quantity.tense {
        Tense::Done => {
            let top = if about_here { bar.top + fade_px / 2.0 } else { bar.top };
            marks.push(fill(bar.x, top, bar.width, bar.top + bar.height - top, pigment));
        }
        Tense::UnderWay => hatch(bar, false, (pigment, EDGE), marks),
        Tense::Promised => wax(bar, about_here, pigment, marks),
    }
    if quantity.tense != Tense::Done {
        outline(bar, hedges.has(Hedge::Strive), beyond > 0.0 || !(floor || about), pigment, marks);
    }
    if beyond > 0.0 {
        range(Bar { height: beyond, ..whole }, hedges, pigment, marks);
    }
    if hedges.has(Hedge::Hold) {
        marks.push(line(bar.x, whole.top, bar.x + bar.width + 8.0, whole.top, 2.5, pigment));
    }
    if hedges.is_ceiling() {
        lid(whole, pigment, marks);
    }
    if floor || about {
        fade(whole, quantity.tense == Tense::Done, hedges, pigment, marks);
    }
    if floor {
        arrow_up(bar.x + bar.width / 2.0, whole.top - fade_px - 2.0, pigment, marks);
    }
    beyond + reach(hedges)
}

/// How far a column with these hedges reaches above its top, in CSS pixels.
pub fn reach(hedges: Hedges) -> f64 {
    if hedges.is_floor() {
        FADE + 10.0
    } else if hedges.is_about() {
        FADE / 2.0
    } else {
        0.0
    }
}

/// A bar that grows to the right: `length` from `x`, `thickness` down from `top`. Drawn as a column, then turned, so
/// that every tense and hedge looks the same. Returns how far it reaches beyond its end.
pub fn bar_along(
    x: f64,
    top: f64,
    length: f64,
    thickness: f64,
    quantity: &Quantity,
    pigment: Token,
    marks: &mut Vec<Mark>,
) -> f64 {
    let first = marks.len();
    let reach = bar(Bar { x: 0.0, top: -length, width: thickness, height: length }, quantity, pigment, marks);
    let (x, top) = (eighths(x), eighths(top));
    moved(&mut marks[first..], |(along, down)| (x - down, top + along));
    reach
}

/// Turns what is drawn from zero upwards into what hangs from it: the lines `upper` and `lower` change places.
pub fn mirrored_vertically(marks: &mut [Mark], upper: f64, lower: f64) {
    let both = eighths(upper) + eighths(lower);
    moved(marks, |(x, y)| (x, both - y));
}

/// Turns what grows to the right into what grows to the left: `left` and `right` change places.
pub fn mirrored_horizontally(marks: &mut [Mark], left: f64, right: f64) {
    let both = eighths(left) + eighths(right);
    moved(marks, |(x, y)| (both - x, y));
}

/// Maps each point of each shape; rectangles stay axis-aligned.
fn moved(marks: &mut [Mark], to: impl Fn((i32, i32)) -> (i32, i32)) {
    for mark in marks {
        let (Mark::Fill { shape, .. } | Mark::Stroke { shape, .. }) = mark else {
            continue;
        };
        match shape {
            Shape::Rect { x, y, width, height } => {
                let (one, other) = (to((*x, *y)), to((*x + *width, *y + *height)));
                (*x, *y) = (one.0.min(other.0), one.1.min(other.1));
                (*width, *height) = ((one.0 - other.0).abs(), (one.1 - other.1).abs());
            }
            Shape::Circle { x, y, .. } => (*x, *y) = to((*x, *y)),
            Shape::Path(points) | Shape::Polygon(points) => points.iter_mut().for_each(|point| *point = to(*point)),
        }
    }
}

/// A lid with its ends turned down, over the end of a column: a ceiling.
pub fn lid(bar: Bar, pigment: Token, marks: &mut Vec<Mark>) {
    let (left, right) = (eighths(bar.x), eighths(bar.x + bar.width));
    let (top, down) = (eighths(bar.top), eighths(bar.top + bar.height.min(8.0)));
    let shape = Shape::Path(vec![(left, down), (left, top), (right, top), (right, down)]);
    marks.push(Mark::Stroke { shape, token: pigment, width: eighths(3.5) as u32, dash: None });
}

/// The distance of a column's dots, and where they stand across it.
fn dots_across(bar: Bar) -> (f64, Vec<f64>) {
    // A very wide one has no more dots than a canvas draws with ease.
    let step = (bar.width / DOTS_ACROSS).clamp(DOT_STEP.0, DOT_STEP.1).max(bar.width / MOST_ACROSS);
    let step = step.min(bar.width / LEAST_ACROSS);
    let columns = (bar.width / step + 1e-9).floor();
    let first = bar.x + (bar.width - (columns - 1.0) * step) / 2.0;
    (step, (0..columns as i32).map(|column| first + f64::from(column) * step).collect())
}

/// Dots in rows, from the ground up; near the top of an estimate they shrink.
fn wax(bar: Bar, about: bool, pigment: Token, marks: &mut Vec<Mark>) {
    let (step, across) = dots_across(bar);
    let rows = (bar.height / step + 1e-9).floor() as i32;
    for row in 0..rows {
        let y = bar.top + bar.height - step * (f64::from(row) + 0.5);
        let near_top = rows - row;
        let part = if about && near_top <= 2 { 0.5 * f64::from(near_top) } else { 1.0 };
        marks.extend(across.iter().map(|x| dot(*x, y, DOT_RADIUS * step * part, pigment)));
    }
}

/// A value from another source, growing to the right: an outline with a cross-hatch in ink, whatever its pillar. The end of
/// a floor is open, that of an estimate dashed.
pub fn cross_hatched(bar: Bar, hedges: Hedges, marks: &mut Vec<Mark>) {
    let floor = hedges.is_floor();
    hatch(bar, false, (Token::Second, 1.0), marks);
    hatch(bar, true, (Token::Second, 1.0), marks);
    let (left, right, top, bottom) = (bar.x, bar.x + bar.width, bar.top, bar.top + bar.height);
    for (y0, y1, x) in [(top, top, left), (bottom, bottom, left), (top, bottom, left)] {
        marks.push(line(x, y0, if y0 == y1 { right } else { x }, y1, EDGE, Token::Ink));
    }
    if floor {
        let (x, y) = (right + 4.0, (top + bottom) / 2.0);
        let point = |dx: f64, dy: f64| (eighths(x + dx), eighths(y + dy));
        let shape = Shape::Polygon(vec![point(6.0, 0.0), point(-1.0, -5.0), point(-1.0, 5.0)]);
        marks.push(Mark::Fill { shape, token: Token::Ink });
    } else {
        let end = Shape::Path(vec![(eighths(right), eighths(top)), (eighths(right), eighths(bottom))]);
        let dash = hedges.is_about().then(|| (eighths(DASH.0) as u32 / 2, eighths(DASH.1) as u32));
        marks.push(Mark::Stroke { shape: end, token: Token::Ink, width: eighths(EDGE) as u32, dash });
    }
}

/// The same as a column that grows upwards.
pub fn cross_hatched_up(bar: Bar, hedges: Hedges, marks: &mut Vec<Mark>) {
    let first = marks.len();
    cross_hatched(Bar { x: 0.0, top: 0.0, width: bar.height, height: bar.width }, hedges, marks);
    let (left, ground) = (eighths(bar.x), eighths(bar.top + bar.height));
    moved(&mut marks[first..], |(along, across)| (left + across, ground - along));
}

/// Diagonal lines inside the column; mirrored they fall to the right.
fn hatch(bar: Bar, mirrored: bool, (token, width): (Token, f64), marks: &mut Vec<Mark>) {
    const STEP: f64 = 8.0;
    let x = |along: f64| if mirrored { bar.x + bar.width - along } else { bar.x + along };
    let mut offset = STEP;
    while offset < bar.width + bar.height {
        // From the left or bottom edge up to the top or right edge.
        let from = if offset <= bar.height { (0.0, offset) } else { (offset - bar.height, bar.height) };
        let to = if offset <= bar.width { (offset, 0.0) } else { (bar.width, offset - bar.width) };
        marks.push(line(x(from.0), bar.top + from.1, x(to.0), bar.top + to.1, width, token));
        offset += STEP;
    }
}

/// Left, bottom, right and, where the end is closed, top.
fn outline(bar: Bar, dashed: bool, closed: bool, pigment: Token, marks: &mut Vec<Mark>) {
    let (left, right) = (eighths(bar.x), eighths(bar.x + bar.width));
    let (top, bottom) = (eighths(bar.top), eighths(bar.top + bar.height));
    let mut points = vec![(left, top), (left, bottom), (right, bottom), (right, top)];
    if closed {
        points.push((left, top));
    }
    marks.push(Mark::Stroke {
        shape: Shape::Path(points),
        token: pigment,
        width: eighths(EDGE) as u32,
        dash: dashed.then_some((eighths(DASH.0) as u32, eighths(DASH.1) as u32)),
    });
}

/// From the lower end of a range to the upper: outlined, with small dots.
fn range(bar: Bar, hedges: Hedges, pigment: Token, marks: &mut Vec<Mark>) {
    let (step, across) = dots_across(bar);
    let rows = (bar.height / step).floor().max(1.0) as i32;
    for row in 0..rows {
        let y = bar.top + bar.height - bar.height * (f64::from(row) + 0.5) / f64::from(rows);
        marks.extend(across.iter().map(|x| dot(*x, y, DOT_RADIUS * step * 0.55, pigment)));
    }
    let closed = !(hedges.is_floor() || hedges.is_about());
    outline(bar, hedges.has(Hedge::Strive), closed, pigment, marks);
}

/// The end of a floor thins out upwards; that of an estimate on both sides of its value, or on the one that it lies on.
fn fade(bar: Bar, solid: bool, hedges: Hedges, pigment: Token, marks: &mut Vec<Mark>) {
    let fade_px = bar.fade_px();
    let both_sides = hedges.is_about();
    let (from, to) = match both_sides {
        false => (0.0, fade_px),
        true if hedges.bound(Bound::Over) => (0.0, fade_px / 2.0),
        true if hedges.bound(Bound::Under) => (-fade_px, 0.0),
        true => (-fade_px / 2.0, fade_px / 2.0),
    };
    if solid {
        // Strips that get thinner and wider apart.
        let mut up = from;
        let scale = fade_px / FADE;
        for thick in [4.0, 3.0, 2.0, 1.0] {
            up += 5.0 * scale;
            marks.push(fill(bar.x, bar.top - up, bar.width, thick * scale, pigment));
        }
    } else {
        let (step, across) = dots_across(bar);
        let rows = if both_sides { 1 } else { 2 };
        for row in 0..rows {
            let up = to * (f64::from(row) + 0.6) / f64::from(rows);
            let radius = DOT_RADIUS * step * (0.75 - 0.3 * f64::from(row));
            marks.extend(across.iter().map(|x| dot(*x, bar.top - up, radius, pigment)));
        }
    }
}

fn arrow_up(x: f64, tip: f64, pigment: Token, marks: &mut Vec<Mark>) {
    let point = |dx: f64, dy: f64| (eighths(x + dx), eighths(tip + dy));
    marks.push(Mark::Fill {
        shape: Shape::Polygon(vec![point(0.0, -6.0), point(5.0, 1.0), point(-5.0, 1.0)]),
        token: pigment,
    });
}

/// Dots along a line: what we computed. On a long line they are larger and further apart.
pub fn dotted(path: &[(f64, f64)], pigment: Token, marks: &mut Vec<Mark>) {
    let length: f64 = path.windows(2).map(|pair| (pair[1].0 - pair[0].0).hypot(pair[1].1 - pair[0].1)).sum();
    let step = (length / 80.0).clamp(5.5, 9.0);
    let mut until_next = step;
    for pair in path.windows(2) {
        let ((x0, y0), (x1, y1)) = (pair[0], pair[1]);
        let length = (x1 - x0).hypot(y1 - y0);
        let mut along = until_next;
        while along <= length {
            let part = along / length;
            marks.push(dot(x0 + (x1 - x0) * part, y0 + (y1 - y0) * part, step * 0.2, pigment));
            along += step;
        }
        until_next = along - length;
    }
}

/// What is not stated: a place held on the base line by a row of wax dots, open above, with a question mark of `size`. It
/// has no height, so that nobody reads a value off it. `left` and `ground` are its lower left corner.
pub fn not_stated((left, ground): (f64, f64), width: f64, size: f64, marks: &mut Vec<Mark>) {
    let step = (width / DOTS_ACROSS).clamp(4.5, DOT_STEP.1);
    let count = (width / step).floor().max(2.0);
    let first = left + (width - (count - 1.0) * step) / 2.0;
    for index in 0..count as i32 {
        marks.push(dot(first + f64::from(index) * step, ground - step * 0.5, step * DOT_RADIUS, Token::Mark));
    }
    // The sign itself is of dots: an arc, a stem, a point.
    let (middle, radius) = (left + width / 2.0, size * 0.26);
    let top = ground - step - size * 0.2 - size;
    let centre = top + radius;
    let grain = (size * 0.055).max(0.9);
    for index in 0..8 {
        let angle = std::f64::consts::PI * (1.0 + f64::from(index) * 1.45 / 7.0);
        let (sin, cos) = angle.sin_cos();
        marks.push(dot(middle + cos * radius, centre + sin * radius, grain, Token::Second));
    }
    for part in [0.56, 0.68] {
        marks.push(dot(middle, top + size * part, grain, Token::Second));
    }
    marks.push(dot(middle, top + size * 0.92, grain * 1.25, Token::Second));
}

/// An empty outline: what is not reached, or only a yardstick.
pub fn empty(x: f64, y: f64, width: f64, height: f64) -> Mark {
    Mark::Stroke {
        shape: Shape::Rect { x: eighths(x), y: eighths(y), width: eighths(width), height: eighths(height) },
        token: Token::Mark,
        width: eighths(EDGE) as u32,
        dash: None,
    }
}

pub fn dot(x: f64, y: f64, radius: f64, token: Token) -> Mark {
    Mark::Fill { shape: Shape::Circle { x: eighths(x), y: eighths(y), radius: eighths(radius).max(1) as u32 }, token }
}

pub fn fill(x: f64, y: f64, width: f64, height: f64, token: Token) -> Mark {
    Mark::Fill {
        shape: Shape::Rect { x: eighths(x), y: eighths(y), width: eighths(width), height: eighths(height) },
        token,
    }
}

pub fn line(x0: f64, y0: f64, x1: f64, y1: f64, width: f64, token: Token) -> Mark {
    Mark::Stroke {
        shape: Shape::Path(vec![(eighths(x0), eighths(y0)), (eighths(x1), eighths(y1))]),
        token,
        width: eighths(width) as u32,
        dash: None,
    }
}

pub fn dash() -> (u32, u32) {
    (eighths(DASH.0) as u32, eighths(DASH.1) as u32)
}

pub fn arrow(x: f64, tip: f64, pigment: Token, marks: &mut Vec<Mark>) {
    arrow_up(x, tip, pigment, marks);
}
