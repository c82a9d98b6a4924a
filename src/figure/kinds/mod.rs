//! One layout for each kind of figure, and for the drawings that put many figures side by side.

mod amount;
mod area;
mod areas;
mod caption;
mod count;
mod emblem;
mod ladder;
mod leap;
pub(super) mod lettering;
mod measure;
mod pace;
mod promises;
pub(super) mod round;
pub(super) mod scale;
mod several;
mod share;
#[cfg(test)]
mod tests;

pub use areas::Areas;
pub use count::mark_words;
pub use ladder::{Ladder, Rung};
pub use measure::{Measure, MeasuredPillar};
pub use promises::{PillarPromises, Promises};
pub use several::Several;

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

/// The largest scale up to `most` that still fits. Where none does, next to nothing.
fn largest(most: f64, fits: impl Fn(f64) -> bool) -> f64 {
    if fits(most) {
        return most;
    }
    let (mut fitting, mut over) = (0.0, most);
    for _ in 0..24 {
        let middle = (fitting + over) / 2.0;
        if fits(middle) { fitting = middle } else { over = middle }
    }
    fitting
}
