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
use crate::plan::{Kind, Show};

impl FigureChart {
    /// Lays the parts in `show` out for `frame`. The box does not depend on `show`, so that scenes do not jump.
    pub fn place(&self, frame: Frame, show: Show) -> PlacedFigure {
        match self.kind {
            Kind::Leap => leap::place(self, frame, show),
            Kind::Share => share::place(self, frame, show),
            Kind::Pace => pace::place(self, frame, show),
            Kind::Count => count::place(self, frame, show),
            Kind::Area => area::place(self, frame, show),
            // An amount with a baseline is a before and after.
            Kind::Amount if self.points.len() > 1 => leap::place(self, frame, show),
            Kind::Amount => amount::place(self, frame, show),
        }
    }
}
