//! One layout for each kind of figure.

mod amount;
pub(super) mod area;
pub(super) mod caption;
mod count;
pub(super) mod emblem;
mod leap;
mod pace;
mod share;

pub use count::mark_words;

use super::{FigureChart, Frame, PlacedFigure};
use crate::plan::{Kind, Shown};

impl FigureChart {
    /// Lays the parts in `shown` out for `frame`. The box does not depend on `shown`, so that scenes do not jump.
    pub fn place(&self, frame: Frame, shown: Shown) -> PlacedFigure {
        match self.kind {
            Kind::Leap => leap::place(self, frame, shown),
            Kind::Share => share::place(self, frame, shown),
            Kind::Pace => pace::place(self, frame, shown),
            Kind::Count => count::place(self, frame, shown),
            Kind::Area => area::place(self, frame, shown),
            // An amount with a baseline is a before and after.
            Kind::Amount if self.points.len() > 1 => leap::place(self, frame, shown),
            Kind::Amount => amount::place(self, frame, shown),
        }
    }
}
