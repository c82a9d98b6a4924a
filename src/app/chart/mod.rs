//! Charts: the still drawing, the canvas over it, and the points in it.

mod canvas;
mod chart;
pub mod plot;
pub mod still;
mod surface;

pub use chart::{Chart, ChartProps};
pub use surface::REDRAW;
