//! Places in a drawing that a reader can point at, and what is there.

use super::mark::{self, Align, Label, Mark, Shape};
use super::text_width::text_width;
use crate::plan::Slot;

/// What is shown at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DrawingPart {
    /// What was delivered.
    Past,
    Promise,
    /// The comparison of the two.
    Comparison,
    /// What a steady pace makes of 100 after so many years.
    Year(usize),
    /// One of several things side by side, by its position.
    Member(usize),
    /// What another source says, by its position.
    FollowUp(usize),
}

impl DrawingPart {
    /// How a link names it.
    pub fn name(self) -> String {
        match self {
            DrawingPart::Past => "past".to_owned(),
            DrawingPart::Promise => "promise".to_owned(),
            DrawingPart::Comparison => "comparison".to_owned(),
            DrawingPart::Year(year) => format!("year-{year}"),
            DrawingPart::Member(position) => position.to_string(),
            DrawingPart::FollowUp(position) => format!("since-{position}"),
        }
    }
}

impl From<Slot> for DrawingPart {
    fn from(slot: Slot) -> DrawingPart {
        match slot {
            Slot::Past => DrawingPart::Past,
            Slot::Promise => DrawingPart::Promise,
        }
    }
}

/// A box in a drawing, in eighths, and the part of the subject in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    pub part: DrawingPart,
    pub x: i32,
    pub y: i32,
    pub width: i32,
    pub height: i32,
}

impl Spot {
    /// The box around what is drawn of a part. None where nothing is.
    pub fn around(part: DrawingPart, marks: &[Mark]) -> Option<Spot> {
        let boxes = marks.iter().filter_map(bounds);
        let all = boxes.reduce(|a, b| (a.0.min(b.0), a.1.min(b.1), a.2.max(b.2), a.3.max(b.3)));
        let (left, top, right, bottom) = all?;
        Some(Spot { part, x: left, y: top, width: right - left, height: bottom - top })
    }

    /// A box given in CSS pixels of the frame.
    pub fn at(part: DrawingPart, (x, y): (f64, f64), (width, height): (f64, f64)) -> Spot {
        let eighths = mark::eighths;
        Spot { part, x: eighths(x), y: eighths(y), width: eighths(width), height: eighths(height) }
    }
}

/// Left, top, right, bottom.
fn bounds(mark: &Mark) -> Option<(i32, i32, i32, i32)> {
    match mark {
        Mark::Label(label) => Some(label_bounds(label)),
        Mark::Fill { shape, .. } | Mark::Stroke { shape, .. } => match shape {
            Shape::Rect { x, y, width, height } => Some((*x, *y, x + width, y + height)),
            Shape::Circle { x, y, radius } => {
                let radius = *radius as i32;
                Some((x - radius, y - radius, x + radius, y + radius))
            }
            Shape::Path(points) | Shape::Polygon(points) => {
                let xs = || points.iter().map(|(x, _)| *x);
                let ys = || points.iter().map(|(_, y)| *y);
                Some((xs().min()?, ys().min()?, xs().max()?, ys().max()?))
            }
        },
    }
}

fn label_bounds(label: &Label) -> (i32, i32, i32, i32) {
    let width = text_width(&label.text, label.size, label.face);
    let left = match label.align {
        Align::Start => label.x,
        Align::Middle => label.x - width / 2,
        Align::End => label.x - width,
    };
    let half = label.size as i32 / 2;
    (left, label.y - half, left + width, label.y + half)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::color::Token;

    #[test]
    fn a_spot_is_the_box_around_its_marks() {
        let circle = Shape::Circle { x: 40, y: 80, radius: 16 };
        let line = Shape::Path(vec![(0, 90), (100, 70)]);
        let marks = [circle, line].map(|shape| Mark::Fill { shape, token: Token::Ink });
        let spot = Spot::around(DrawingPart::Promise, &marks).unwrap();
        assert_eq!((spot.x, spot.y, spot.width, spot.height), (0, 64, 100, 32));
        assert_eq!(Spot::around(DrawingPart::Promise, &[]), None);
    }
}
