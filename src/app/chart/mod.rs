//! Charts: the still drawing, the canvas over it, and the points in it.

mod batch;
mod canvas;
mod field_points;
mod figure;
mod layer_cache;
mod live_drawing;
mod plot;
mod points;
mod slider;
mod stage;
mod still;
mod surface;
mod surface_hook;
mod surface_state;

pub use canvas::data_url;
pub use figure::drawing;
pub use live_drawing::LiveDrawing;
pub use plot::{PULL, Plot, PlotProps};
pub use slider::Slider;
pub use stage::{Stage, StageStill};
pub use still::svg;
