//! Charts: the still drawing, the canvas over it, and the points in it.

mod canvas;
mod figure;
mod live_drawing;
mod plot;
mod points;
mod run;
mod still;
mod surface;
mod surface_hook;

pub use figure::{drawing, state_drawing};
pub use live_drawing::LiveDrawing;
pub use plot::Plot;
pub use run::RunPlot;
pub use still::svg;
