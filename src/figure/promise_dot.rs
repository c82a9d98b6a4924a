//! Where the dot of each promise is in a drawing. A transition carries it from there to its place in the next.

use super::mark::{EIGHTHS, Mark, Shape, eighths};
use super::ornament::dot;
use crate::color::Token;
use crate::text::Text;

/// Least and greatest width of a ring's line, in CSS pixels, and what part of the radius it is between them.
const LINE: (f64, f64) = (1.3, 2.3);
const LINE_OF_RADIUS: f64 = 0.26;
/// Radius of the wax in a ring, as a part of the ring's.
pub(super) const WAX: f64 = 0.62;

/// A promise's dot, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PromiseDot {
    /// Id of the promise; no promise with a number shares it with one without.
    pub id: Text,
    pub x: f64,
    pub y: f64,
    pub radius: f64,
    pub token: Token,
    pub look: Look,
}

/// How a promise's dot is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Not by itself: what is drawn there stands for the promise.
    Anchor,
    /// A promise without a number.
    Ring,
    /// A promise with a number: a ring with wax in it.
    Waxed,
    /// One of the reader's own: waxed or not, with a second ring around it.
    Own { waxed: bool },
}

impl PromiseDot {
    /// Marks of dots, those of one colour and kind together.
    pub fn marks(dots: &[PromiseDot], marks: &mut Vec<Mark>) {
        let drawn = || dots.iter().filter(|dot| dot.look != Look::Anchor);
        for token in Token::ALL {
            for dot in drawn().filter(|dot| dot.token == token) {
                marks.push(ring(dot, dot.radius, token));
            }
            for one in drawn().filter(|dot| dot.token == token && dot.is_waxed()) {
                marks.push(dot(one.x, one.y, one.radius * WAX, token));
            }
        }
        for own in drawn().filter(|dot| matches!(dot.look, Look::Own { .. })) {
            marks.push(ring(own, own.radius + 3.0, Token::Ink));
        }
    }

    pub fn is_waxed(&self) -> bool {
        matches!(self.look, Look::Waxed | Look::Own { waxed: true })
    }

    pub(super) fn lowered(self, down: i32) -> PromiseDot {
        PromiseDot { y: self.y + f64::from(down) / f64::from(EIGHTHS), ..self }
    }
}

/// Width of the line of a ring.
pub(super) fn line_px(radius: f64) -> f64 {
    (radius * LINE_OF_RADIUS).clamp(LINE.0, LINE.1)
}

fn ring(at: &PromiseDot, radius: f64, token: Token) -> Mark {
    Mark::Stroke {
        shape: Shape::Circle { x: eighths(at.x), y: eighths(at.y), radius: eighths(radius).max(1) as u32 },
        token,
        width: eighths(line_px(radius)) as u32,
        dash: None,
    }
}
