//! A figure laid out: marks at places. Everything is decided here; drawing only draws.

use super::mark::Mark;
use super::spot::Spot;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlacedFigure {
    /// Eighths.
    pub width: i32,
    /// Eighths.
    pub height: i32,
    pub marks: Vec<Mark>,
    /// Where a reader can point.
    pub spots: Vec<Spot>,
}
