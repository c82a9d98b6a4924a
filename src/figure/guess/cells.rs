//! The cells of a guess: squares of a share, dots of a count.

use super::grid::{Grid, ROW};
use crate::color::Token;
use crate::figure::ornament::{arrow, dash, dot, fill, line};
use crate::figure::round::ring;
use crate::figure::{Mark, Shape, eighths};
use crate::quantity::{Hedge, Quantity, Tense};

/// Radius of a wax dot as a part of its cell.
const WAX: f64 = 0.26;

/// Cells of a lane.
#[derive(Clone, Copy)]
pub struct Cells<'a> {
    pub grid: &'a Grid,
    pub lane: usize,
    pub round: bool,
}

impl Cells<'_> {
    /// Left and top of a cell, and its edge.
    fn corner(&self, index: usize) -> (f64, f64, f64) {
        let step = self.grid.side() / ROW;
        let (column, row) = ((index % ROW as usize) as f64, (index / ROW as usize) as f64);
        let edge = step - (step * 0.15).clamp(1.5, 6.0);
        (self.grid.x(self.lane) + column * step, self.grid.ground - (row + 1.0) * step, edge)
    }

    fn middle(&self, index: usize) -> (f64, f64, f64) {
        let (x, y, edge) = self.corner(index);
        (x + edge / 2.0, y + edge / 2.0, edge)
    }

    fn outline(&self, index: usize, token: Token, dashed: bool, marks: &mut Vec<Mark>) {
        let (x, y, edge) = self.corner(index);
        if self.round {
            let (x, y, edge) = self.middle(index);
            ring(x, y, edge / 2.0, 1.0, dashed, token, marks);
            return;
        }
        let shape = Shape::Rect { x: eighths(x), y: eighths(y), width: eighths(edge), height: eighths(edge) };
        let (on, off) = dash();
        let dash = dashed.then_some((on * 3 / 5, off * 3 / 5));
        marks.push(Mark::Stroke { shape, token, width: eighths(1.0) as u32, dash });
    }

    /// All cells of the scale, empty.
    pub fn empty(&self, count: usize, marks: &mut Vec<Mark>) {
        (0..count).for_each(|index| self.outline(index, Token::Mark, false, marks));
    }

    /// Cells that a reader has filled: neither done nor promised.
    pub fn guessed(&self, count: usize, token: Token, marks: &mut Vec<Mark>) {
        for index in 0..count {
            let (x, y, edge) = self.corner(index);
            if self.round {
                marks.push(dot(x + edge / 2.0, y + edge / 2.0, edge * 0.3, token));
            } else {
                marks.push(fill(x + edge * 0.22, y + edge * 0.22, edge * 0.56, edge * 0.56, token));
            }
        }
    }

    /// Cells of the article's value, in the marks of its tense and hedges.
    pub fn article(&self, count: usize, quantity: &Quantity, pigment: Token, marks: &mut Vec<Mark>) {
        let hedges = quantity.hedges;
        for index in 0..count {
            let (x, y, edge) = self.corner(index);
            match quantity.tense {
                Tense::Done if self.round => marks.push(dot(x + edge / 2.0, y + edge / 2.0, edge / 2.0, pigment)),
                Tense::Done => marks.push(fill(x, y, edge, edge, pigment)),
                Tense::UnderWay => marks.push(line(x, y + edge, x + edge, y, 1.0, pigment)),
                Tense::Promised => {}
            }
            if quantity.tense != Tense::Done {
                self.outline(index, pigment, hedges.has(Hedge::Strive), marks);
            }
        }
        for index in (0..count).filter(|_| quantity.tense == Tense::Promised) {
            let (x, y, edge) = self.middle(index);
            let left = count - index;
            let part = if hedges.is_about() && left <= 2 { 0.45 + 0.2 * left as f64 } else { 1.0 };
            marks.push(dot(x, y, edge * WAX * part, pigment));
        }
        // Beyond the value an estimate blurs, and a floor stays open.
        let beyond = if hedges.is_floor() { ROW as usize } else { 2 };
        if hedges.is_floor() || hedges.is_about() {
            for more in 0..beyond {
                let (x, y, edge) = self.middle(count + more);
                marks.push(dot(x, y, edge * WAX * 0.5 * (1.0 - more as f64 / beyond as f64), pigment));
            }
        }
        if hedges.is_floor() {
            let (_, y, edge) = self.corner(count + ROW as usize - 1);
            arrow(self.grid.middle(self.lane), y - edge * 0.3, pigment, marks);
        }
        if hedges.has(Hedge::Hold) {
            let (_, y, _) = self.corner(count.saturating_sub(1));
            let x = self.grid.x(self.lane);
            marks.push(line(x - 4.0, y - 1.5, x + self.grid.side() + 4.0, y - 1.5, 2.5, pigment));
        }
    }
}
