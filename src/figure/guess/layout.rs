//! A guess as a drawing: one lane for each who says a value, on one scale, in the marks of the figure's kind.

use super::cells::Cells;
use super::grid::{BETWEEN, Form, Grid, UNDER};
use super::{GuessChart, GuessState};
use crate::color::Token;
use crate::figure::lettering::{label, list};
use crate::figure::ornament::{Bar, bar, dot, empty, line, reach};
use crate::figure::scale::ticks;
use crate::figure::{Align, Face, Frame, Mark, PlacedFigure, Shape, Spot, eighths};
use crate::quantity::Quantity;
use crate::words;

/// Radius of what a finger takes hold of.
const HANDLE: f64 = 12.0;

impl GuessChart {
    pub fn place(&self, frame: Frame) -> PlacedFigure {
        if self.is_pace() {
            return self.place_pace(frame);
        }
        let grid = Grid::of(self, frame);
        let mut marks = Vec::new();
        self.ground(&grid, frame, &mut marks);
        let mine = grid.mine;
        if let Some((known, past)) = self.known().zip(self.past.as_ref()) {
            self.stated(&grid, 0, (known, &past.quantity), &mut marks);
        }
        self.guess(&grid, mine, self.mine(), Token::Ink, &mut marks);
        let mut spots = Vec::new();
        match self.state {
            GuessState::Ask { .. } => {
                for lane in mine + 1..self.lanes() {
                    let y = grid.ground - grid.number * 0.6 - 8.0;
                    let y = if grid.form == Form::Column { y } else { y - grid.extent() };
                    marks.push(label(
                        "?",
                        grid.middle(lane),
                        y,
                        grid.number,
                        Face::Numeral,
                        Token::Second,
                        Align::Middle,
                    ));
                }
                let (x, y) = self.handle(frame);
                handle(x, y, &mut marks);
            }
            GuessState::Answered { .. } => {
                let before = marks.len();
                self.article(&grid, &mut marks);
                spots.extend(Spot::around(self.point().slot.into(), &marks[before..]));
                if let Some(theirs) = self.friend {
                    self.guess(&grid, mine + 2, theirs, Token::Second, &mut marks);
                }
            }
        }
        frame.hold(grid.height, marks, spots)
    }

    /// Where a reader takes hold, in CSS pixels of the frame.
    pub fn handle(&self, frame: Frame) -> (f64, f64) {
        let grid = Grid::of(self, frame);
        let rise = grid.rise(self.mine());
        let x = if grid.form == Form::Square { grid.x(grid.mine) + rise } else { grid.middle(grid.mine) };
        (x.max(HANDLE + 1.0), grid.ground - rise)
    }

    /// What is known, the reader's, the article's, the friend's.
    pub(super) fn lanes(&self) -> usize {
        2 + usize::from(self.past.is_some()) + usize::from(self.friend.is_some())
    }

    /// Who says what, lane by lane.
    pub(super) fn names(&self) -> Vec<&'static str> {
        let lang = self.figure.lang;
        let known = self.past.as_ref().map(|past| past.period.as_str());
        let mut names: Vec<&'static str> = known.into_iter().collect();
        names.extend([words::guess_mine(lang), words::guess_answer(lang)]);
        names.extend(self.friend.map(|_| words::guess_theirs(lang)));
        names
    }

    /// What limits the article's value.
    pub(super) fn qualifier(&self) -> String {
        list(self.point().qualifier.split(" · "))
    }

    /// The value at a place of the drawing, in CSS pixels: on the scale, rounded to its step.
    pub fn value_at(&self, frame: Frame, x_css_px: f64, y_css_px: f64) -> f64 {
        self.rounded(if self.is_pace() {
            self.pace_at(frame, y_css_px)
        } else {
            Grid::of(self, frame).value_at(x_css_px, y_css_px)
        })
    }

    /// The scale, and the empty places of what is asked for and of what is not yet told.
    fn ground(&self, grid: &Grid, frame: Frame, marks: &mut Vec<Mark>) {
        let letters = grid.letters;
        if !self.has_sign() {
            let unit = self.written(grid.most).unit;
            marks.push(letters.at(unit, 0.0, letters.px * 0.65, Token::Second, Align::Start));
        }
        if grid.form == Form::Column {
            let steps = (grid.extent() / (letters.line() * 1.6)).clamp(1.0, 5.0) as usize;
            for tick in ticks(grid.most, steps) {
                let y = grid.ground - grid.rise(tick);
                marks.push(line(grid.left, y, frame.width_css_px, y, 1.0, Token::Line));
                if grid.left > 0.0 {
                    let text = self.on_scale(tick);
                    marks.push(letters.at(text, grid.left - 10.0, y, Token::Second, Align::End));
                }
            }
        }
        marks.push(line(grid.left, grid.ground, frame.width_css_px, grid.ground, 1.0, Token::Mark));
        for (lane, name) in self.names().into_iter().enumerate() {
            self.name(grid, lane, name, marks);
            match grid.form {
                Form::Column => {}
                Form::Square => {
                    marks.push(empty(grid.x(lane), grid.ground - grid.side(), grid.side(), grid.side()));
                }
                Form::Cells { per_cell, round } => {
                    Cells { grid, lane, round }.empty((grid.most / per_cell).ceil() as usize, marks);
                }
            }
        }
    }

    /// A value that a reader says: an outline, for it is neither done nor promised.
    fn guess(&self, grid: &Grid, lane: usize, value: f64, token: Token, marks: &mut Vec<Mark>) {
        let (x, side, rise) = (grid.x(lane), grid.side(), grid.rise(value));
        let top = grid.ground - rise;
        match grid.form {
            Form::Column => {
                marks.push(outline(x, top, side, rise, token));
                marks.push(line(x, top, x + side, top, 4.0, token));
            }
            Form::Square => marks.push(outline(x, top, rise, rise, token)),
            Form::Cells { per_cell, round } => {
                Cells { grid, lane, round }.guessed((value / per_cell).ceil() as usize, token, marks);
            }
        }
        self.value(grid, lane, (value, 16.0), token, marks);
    }

    /// The article's value, with what qualifies it under its name.
    fn article(&self, grid: &Grid, marks: &mut Vec<Mark>) {
        let lane = grid.mine + 1;
        self.stated(grid, lane, (self.answer(), &self.point().quantity), marks);
        let (letters, room) = (grid.letters, grid.qualifier_room);
        let y = grid.ground + UNDER + letters.line() * (grid.names as f64 + 0.5);
        let qualifier = self.qualifier();
        let half = letters.width(&qualifier).min(room) / 2.0 + 1.0;
        let middle = match room > grid.lane {
            true => grid.middle(lane).min(grid.left + room + BETWEEN - half).max(grid.left + half),
            false => grid.middle(lane),
        };
        letters.paragraph(&qualifier, (middle, y, room), Token::Second, Align::Middle, marks);
    }

    /// A value that the article states, in the marks of its tense and hedges.
    fn stated(&self, grid: &Grid, lane: usize, (value, quantity): (f64, &Quantity), marks: &mut Vec<Mark>) {
        let (x, side, rise) = (grid.x(lane), grid.side(), grid.rise(value));
        let top = grid.ground - rise;
        let pigment = self.figure.pigment;
        match grid.form {
            Form::Column => {
                bar(Bar { x, top, width: side, height: rise }, quantity, pigment, marks);
            }
            Form::Square => {
                bar(Bar { x, top, width: rise, height: rise }, quantity, pigment, marks);
            }
            Form::Cells { per_cell, round } => {
                let count = (value / per_cell).ceil() as usize;
                Cells { grid, lane, round }.article(count, quantity, pigment, marks);
            }
        }
        self.value(grid, lane, (value, reach(quantity.hedges)), Token::Ink, marks);
    }

    /// A number over its column, higher by what stands on it; over all cells where they are in its way.
    fn value(&self, grid: &Grid, lane: usize, (value, above): (f64, f64), token: Token, marks: &mut Vec<Mark>) {
        let (top, above) = match grid.form {
            Form::Column => (grid.rise(value), above),
            _ => (grid.extent(), 8.0),
        };
        let y = grid.ground - top - above - grid.number * 0.6;
        let text = self.on_scale(value);
        marks.push(label(text, grid.middle(lane), y, grid.number, Face::Numeral, token, Align::Middle));
    }

    /// Who says it, under the lane.
    fn name(&self, grid: &Grid, lane: usize, name: &str, marks: &mut Vec<Mark>) {
        let at = (grid.middle(lane), grid.ground + UNDER + grid.letters.line() * 0.5, grid.lane - BETWEEN);
        grid.letters.paragraph(name, at, Token::Ink, Align::Middle, marks);
    }
}

fn outline(x: f64, y: f64, width: f64, height: f64, token: Token) -> Mark {
    Mark::Stroke {
        shape: Shape::Rect { x: eighths(x), y: eighths(y), width: eighths(width), height: eighths(height) },
        token,
        width: eighths(1.5) as u32,
        dash: None,
    }
}

/// What a finger takes hold of: a disc with an arrow each way.
pub(super) fn handle(x: f64, y: f64, marks: &mut Vec<Mark>) {
    marks.push(dot(x, y, HANDLE, Token::Ink));
    for up in [-1.0, 1.0] {
        let point = |dx: f64, dy: f64| (eighths(x + dx), eighths(y + dy * up));
        marks.push(Mark::Fill {
            shape: Shape::Polygon(vec![point(0.0, 8.5), point(4.5, 2.5), point(-4.5, 2.5)]),
            token: Token::Card,
        });
    }
}
