//! One layout for each kind of figure.

mod amount;
pub(super) mod area;
pub(super) mod caption;
pub(super) mod count;
pub(super) mod emblem;
mod leap;
mod pace;
mod share;

pub use count::mark_words;

use super::{FigureChart, Frame, PlacedFigure, Trial};
use crate::plan::{Kind, Shown};

impl FigureChart {
    /// Lays the parts in `show` out for `frame`. The box does not depend on `show`, so that scenes do not jump.
    pub fn place(&self, frame: Frame, shown: Shown) -> PlacedFigure {
        self.place_with(frame, shown, None)
    }

    /// The same with a pace that is tried, on the same axes.
    pub(super) fn place_with(&self, frame: Frame, shown: Shown, trial: Option<&Trial>) -> PlacedFigure {
        match self.kind {
            Kind::Share => share::place(self, frame, shown),
            Kind::Pace => pace::place(self, frame, shown, trial),
            Kind::Count => count::place(self, frame, shown),
            Kind::Area => area::place(self, frame, shown),
            Kind::Amount if !self.has_columns() => amount::place(self, frame, shown),
            Kind::Leap | Kind::Amount => leap::place(self, frame, shown, trial),
        }
    }

    /// An amount with a baseline is a before and after.
    fn has_columns(&self) -> bool {
        self.kind == Kind::Leap || self.points.len() > 1
    }

    /// Where the end of a tried path stands, in CSS pixels of the frame.
    pub(super) fn handle(&self, frame: Frame, trial: &Trial) -> (f64, f64) {
        if self.kind == Kind::Pace { pace::handle(self, frame, trial) } else { leap::handle(self, frame, trial) }
    }

    /// The level at a height of the drawing.
    pub(super) fn level_at(&self, frame: Frame, trial: &Trial, y_css_px: f64) -> f64 {
        if self.kind == Kind::Pace {
            pace::level_at(self, frame, trial, y_css_px)
        } else {
            leap::level_at(self, frame, trial, y_css_px)
        }
    }
}
