//! One round mark of a count: its outline, its wax, its hatching.

use crate::color::Token;
use crate::figure::ornament::{dot, line};
use crate::figure::{Mark, Shape, eighths};

/// From this radius on a promised mark has room for a rosette of wax dots.
const ROSETTE: f64 = 11.0;

/// Sides of the polygon that a dashed ring is cut from.
const SIDES: usize = 16;

/// The direction of a corner of the polygon.
fn direction(corner: usize) -> (f64, f64) {
    let (sin, cos) = (std::f64::consts::TAU * corner as f64 / SIDES as f64).sin_cos();
    (cos, sin)
}

/// A circle in outline; dashed where it is striven for.
pub fn ring(x: f64, y: f64, radius: f64, width: f64, dashed: bool, token: Token, marks: &mut Vec<Mark>) {
    if !dashed {
        marks.push(Mark::Stroke {
            shape: Shape::Circle { x: eighths(x), y: eighths(y), radius: eighths(radius) as u32 },
            token,
            width: eighths(width) as u32,
            dash: None,
        });
        return;
    }
    // Every other side.
    for corner in (0..SIDES).step_by(2) {
        let ((x0, y0), (x1, y1)) = (direction(corner), direction(corner + 1));
        marks.push(line(x + x0 * radius, y + y0 * radius, x + x1 * radius, y + y1 * radius, width, token));
    }
}

/// Wax in a promised mark: one dot, or, where there is room, a rosette.
pub fn wax((x, y): (f64, f64), radius: f64, size: f64, pigment: Token, marks: &mut Vec<Mark>) {
    if radius < ROSETTE {
        marks.push(dot(x, y, radius * 0.5 * size, pigment));
        return;
    }
    marks.push(dot(x, y, radius * 0.16 * size, pigment));
    for (dx, dy) in (0..SIDES).step_by(2).map(direction) {
        marks.push(dot(x + dx * radius * 0.56, y + dy * radius * 0.56, radius * 0.13 * size, pigment));
    }
}

/// Diagonals across a mark under way.
pub fn hatch((x, y): (f64, f64), radius: f64, width: f64, pigment: Token, marks: &mut Vec<Mark>) {
    use std::f64::consts::FRAC_1_SQRT_2 as HALF_ROOT;
    // One line alone would cross the mark out.
    let lines = (radius / 3.0).clamp(3.0, 6.0) as i32;
    let width = width.min(radius * 0.22);
    for step in 1..=lines {
        let off = radius * (2.0 * f64::from(step) / f64::from(lines + 1) - 1.0);
        let half = (radius * radius - off * off).sqrt();
        let (along, aside) = (half * HALF_ROOT, off * HALF_ROOT);
        marks.push(line(x + aside - along, y + aside + along, x + aside + along, y + aside - along, width, pigment));
    }
}
