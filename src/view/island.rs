//! The parts of a page that come alive. The page carries each in an element that says what it is; the browser finds
//! them there and hydrates them one by one, and everything else on the page costs it nothing.

/// Names the kind of an island.
pub const ISLAND: &str = "data-island";
pub const CHART: &str = "chart";
pub const NEAREST: &str = "nearest";
/// On a chart: the figure's id, and which of its parts are shown, as [`crate::plan::Show::bits`].
pub const FIGURE: &str = "data-figure";
pub const SHOW: &str = "data-show";
