//! A figure laid out: marks at places. Everything is decided here; drawing only draws.

use super::mark::Mark;
use super::promise_dot::PromiseDot;
use super::spot::Spot;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlacedFigure {
    /// Eighths.
    pub width: i32,
    /// Eighths.
    pub height: i32,
    /// The dots of promises come last.
    pub marks: Vec<Mark>,
    /// How many of the marks are those of `promises`.
    pub dot_marks: usize,
    /// Where promises are in it, drawn as dots or as something else.
    pub promises: Vec<PromiseDot>,
    /// Where a reader can point.
    pub spots: Vec<Spot>,
}

impl PlacedFigure {
    /// What is drawn beside the dots of promises.
    pub fn other_marks(&self) -> &[Mark] {
        &self.marks[..self.marks.len() - self.dot_marks]
    }
}
