//! What a drawing is made of: shapes and words at places, in eighths of a CSS pixel.

use crate::color::Token;

/// Eighths of a CSS pixel, the unit of every coordinate and length of a layout.
pub const EIGHTHS: i32 = 8;

/// CSS pixels to eighths, rounded.
pub fn eighths(css_px: f64) -> i32 {
    (css_px * f64::from(EIGHTHS)).round() as i32
}

/// The alphabetic baseline lies this far below a label's `y`, in ems: the middle of lining figures is then at `y`.
pub const BASELINE_EM: f64 = 0.35;

#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    Fill {
        shape: Shape,
        token: Token,
    },
    Stroke {
        shape: Shape,
        token: Token,
        /// Eighths.
        width: u32,
        /// Lengths of dash and gap in eighths.
        dash: Option<(u32, u32)>,
    },
    Label(Label),
}

impl Mark {
    /// Pulls what stands at a side of a box of this width in so far that no part of a line or a fill is cut there. Words
    /// keep their places, and level lines may end at the side.
    pub(super) fn keep_within(&mut self, width: i32) {
        let (shape, pen) = match self {
            Mark::Label(_) => return,
            Mark::Fill { shape, .. } => (shape, 0),
            Mark::Stroke { shape, width, .. } => (shape, (*width as i32 + 1) / 2),
        };
        let within = |x: i32, reach: i32| match (reach - x, x + reach - width) {
            (1..=SLIP, _) => reach,
            (_, 1..=SLIP) => width - reach,
            _ => x,
        };
        match shape {
            Shape::Rect { x, width, .. } => {
                let (left, right) = (within(*x, pen), within(*x + *width, pen));
                (*x, *width) = (left, right - left);
            }
            Shape::Circle { x, radius, .. } => *x = within(*x, *radius as i32 + pen),
            Shape::Path(points) if points.iter().all(|(_, y)| *y == points[0].1) => {}
            Shape::Path(points) | Shape::Polygon(points) => points.iter_mut().for_each(|(x, _)| *x = within(*x, pen)),
        }
    }
}

/// How far an outer line may lie beyond its place, in eighths: half of the widest pen, and what rounding adds.
const SLIP: i32 = 2 * EIGHTHS;

/// Coordinates in eighths, y downwards.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    Rect {
        x: i32,
        y: i32,
        width: i32,
        height: i32,
    },
    Circle {
        x: i32,
        y: i32,
        radius: u32,
    },
    /// An open line.
    Path(Vec<(i32, i32)>),
    Polygon(Vec<(i32, i32)>),
}

impl Shape {
    /// The line around it, closed where the shape is.
    pub fn outline(&self) -> Vec<(i32, i32)> {
        match self {
            Shape::Rect { x, y, width, height } => {
                vec![(*x, *y), (x + width, *y), (x + width, y + height), (*x, y + height), (*x, *y)]
            }
            Shape::Path(points) => points.clone(),
            Shape::Polygon(points) => points.iter().chain(points.first()).copied().collect(),
            // A circle is never dashed.
            Shape::Circle { .. } => Vec::new(),
        }
    }

    /// The pieces of its outline in dashes of `on` with gaps of `off`, in eighths; a dash goes around corners.
    pub fn dashes(&self, (on, off): (u32, u32)) -> Vec<Vec<(i32, i32)>> {
        dashes(&self.outline(), (on, off))
    }
}

/// Cuts a line into dashes of `on` with gaps of `off`; a dash goes around corners.
fn dashes(line: &[(i32, i32)], (on, off): (u32, u32)) -> Vec<Vec<(i32, i32)>> {
    let (on, off) = (f64::from(on.max(1)), f64::from(off.max(1)));
    let mut pieces = Vec::new();
    let mut piece: Vec<(i32, i32)> = line.first().copied().into_iter().collect();
    let (mut drawing, mut left) = (true, on);
    for pair in line.windows(2) {
        let ((x0, y0), (x1, y1)) = (pair[0], pair[1]);
        let (dx, dy) = (f64::from(x1 - x0), f64::from(y1 - y0));
        let length = dx.hypot(dy);
        let mut along = 0.0;
        while length - along > left {
            along += left;
            let point = (x0 + (dx * along / length).round() as i32, y0 + (dy * along / length).round() as i32);
            if drawing {
                piece.push(point);
                pieces.push(std::mem::take(&mut piece));
            } else {
                piece = vec![point];
            }
            drawing = !drawing;
            left = if drawing { on } else { off };
        }
        left -= length - along;
        if drawing {
            piece.push((x1, y1));
        }
    }
    if piece.len() > 1 {
        pieces.push(piece);
    }
    pieces
}

#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    pub text: String,
    /// Eighths; `y` is the middle of figures and Han characters, see [`BASELINE_EM`].
    pub x: i32,
    pub y: i32,
    /// Height of the em box in eighths.
    pub size: u32,
    pub face: Face,
    pub token: Token,
    pub align: Align,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// System sans, for words.
    Text,
    /// Heavy serif with lining figures, for numerals.
    Numeral,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    Start,
    Middle,
    End,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dashes_have_the_asked_lengths_and_gaps() {
        let pieces = dashes(&[(0, 0), (100, 0)], (30, 10));
        assert_eq!(pieces, [vec![(0, 0), (30, 0)], vec![(40, 0), (70, 0)], vec![(80, 0), (100, 0)]]);
    }

    #[test]
    fn a_dash_goes_around_a_corner() {
        let pieces = dashes(&[(0, 0), (20, 0), (20, 20)], (30, 10));
        assert_eq!(pieces, [vec![(0, 0), (20, 0), (20, 10)]]);
    }
}
