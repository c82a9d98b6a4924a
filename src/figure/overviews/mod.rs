//! Drawings of more than one figure or promise, each with a layout of its own.

mod areas;
mod field;
mod ladder;
mod measure;
mod promises;
mod rulers;
mod several;
mod square;

pub use areas::Areas;
pub use field::{Emphasis, Field, FieldDot, Group};
pub use ladder::{Ladder, Rung};
pub use measure::{Measure, MeasuredPillar};
pub use promises::{PillarPromises, Promises};
pub use rulers::Rulers;
pub use several::Several;
pub use square::Square;
