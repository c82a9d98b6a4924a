//! The box a figure is laid out for.

use super::{EIGHTHS, Mark, PlacedFigure, PromiseDot, Shape, Spot, eighths};

/// A box in CSS pixels; without a height, as high as the figure needs at this width.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    pub width_css_px: f64,
    pub height_css_px: Option<f64>,
}

/// From this width on there is room for words beside a drawing.
const BROAD_CSS_PX: f64 = 520.0;
/// From this width on a drawing is read from further away.
const LARGE_CSS_PX: f64 = 900.0;

impl Frame {
    /// A phone's column.
    pub const NARROW: Frame = Frame::of_width(340.0);
    /// Half a desktop page or more.
    pub const WIDE: Frame = Frame::of_width(640.0);
    /// The frames of the still drawings that a page carries, with their class names; CSS shows one of them.
    pub const STILLS: [(Frame, &'static str); 2] = [(Frame::NARROW, "narrow"), (Frame::WIDE, "wide")];

    /// The boxes for the stills of the story's stage, with their class names.
    pub const STAGES: [(Frame, &'static str); 2] =
        [(Frame::of_size(300.0, 248.0), "narrow"), (Frame::of_size(520.0, 470.0), "wide")];

    pub const fn of_width(width_css_px: f64) -> Frame {
        Frame { width_css_px, height_css_px: None }
    }

    pub const fn of_size(width_css_px: f64, height_css_px: f64) -> Frame {
        Frame { width_css_px, height_css_px: Some(height_css_px) }
    }

    /// Size of words in CSS pixels.
    pub fn text_px(self) -> f64 {
        if self.width_css_px < LARGE_CSS_PX {
            15.0
        } else {
            (16.0 + (self.width_css_px - LARGE_CSS_PX) / 250.0).min(18.0)
        }
    }

    /// Whether words stand beside the drawing rather than above it: where it is wide enough, and not higher than `most`
    /// times its width.
    pub(super) fn is_broad(self, most: f64) -> bool {
        let upright = self.height_css_px.is_some_and(|height| height > self.width_css_px * most);
        self.width_css_px >= BROAD_CSS_PX && !upright
    }

    /// The height if it is given, else `natural`.
    pub(super) fn height_or(self, natural: f64) -> f64 {
        self.height_css_px.unwrap_or(natural)
    }

    /// Puts what was laid out from the top down to `used_css_px` into the box: in its middle, where it is higher.
    pub(super) fn hold(self, used_css_px: f64, mut marks: Vec<Mark>, mut spots: Vec<Spot>) -> PlacedFigure {
        let height = self.height_css_px.unwrap_or_else(|| used_css_px.ceil());
        let down = eighths(((height - used_css_px) / 2.0).max(0.0));
        if self.height_css_px.is_some() {
            marks.iter_mut().for_each(|mark| lower(mark, down));
            spots.iter_mut().for_each(|spot| spot.y += down);
        }
        let width = (self.width_css_px * f64::from(EIGHTHS)).round() as i32;
        PlacedFigure { width, height: eighths(height), marks, spots, ..PlacedFigure::default() }
    }

    /// The same with dots of promises, above the rest.
    pub(super) fn hold_dots(
        self,
        used_css_px: f64,
        marks: Vec<Mark>,
        spots: Vec<Spot>,
        dots: Vec<PromiseDot>,
    ) -> PlacedFigure {
        let mut placed = self.hold(used_css_px, marks, spots);
        let down = eighths(self.height_css_px.map_or(0.0, |height| ((height - used_css_px) / 2.0).max(0.0)));
        let before = placed.marks.len();
        placed.promises = dots.into_iter().map(|dot| dot.lowered(down)).collect();
        PromiseDot::marks(&placed.promises, &mut placed.marks);
        placed.dot_marks = placed.marks.len() - before;
        placed
    }
}

pub(super) fn lower(mark: &mut Mark, down: i32) {
    match mark {
        Mark::Label(label) => label.y += down,
        Mark::Fill { shape, .. } | Mark::Stroke { shape, .. } => match shape {
            Shape::Rect { y, .. } | Shape::Circle { y, .. } => *y += down,
            Shape::Path(points) | Shape::Polygon(points) => points.iter_mut().for_each(|(_, y)| *y += down),
        },
    }
}
