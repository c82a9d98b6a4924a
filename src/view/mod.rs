//! The pages as Yew components. Whole pages are rendered on the native side; the browser has the islands alone.

mod canvas;
mod chart;
pub mod island;
mod nearest;
mod surface;

pub use chart::{Chart, ChartProps};
pub use nearest::{Nearest, NearestProps};
pub use surface::REDRAW;

#[cfg(not(target_arch = "wasm32"))]
mod page;
#[cfg(not(target_arch = "wasm32"))]
pub use page::{CheckFiles, PageView, PageViewProps, drawings, side_by_side};
