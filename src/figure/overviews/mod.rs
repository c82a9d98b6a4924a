//! Drawings of more than one figure or promise, each with a layout of its own.

mod areas;
mod ladder;
mod measure;
mod promises;
mod several;

pub use areas::Areas;
pub use ladder::{Ladder, Rung};
pub use measure::{Measure, MeasuredPillar};
pub use promises::{PillarPromises, Promises};
pub use several::Several;
