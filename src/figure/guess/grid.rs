//! Where the lanes of a guess stand, and which value is at which height.

use super::GuessChart;
use crate::figure::Frame;
use crate::figure::lettering::{Lettering, numeral_px};
use crate::figure::ornament::reach;
use crate::figure::scale::{round_step, ticks};
use crate::plan::Kind;
use crate::quantity::Unit;

/// Cells in a row.
pub const ROW: f64 = 10.0;
/// Part of a lane that its marks take.
const LANE: f64 = 0.84;
/// Marks of this height need no smaller words.
const LOW: f64 = 70.0;
/// From the ground down to the words under it: a handle at nothing hangs over.
pub const UNDER: f64 = 20.0;

/// Between the words of two lanes.
pub const BETWEEN: f64 = 6.0;
/// Least width of a lane beside the scale's numbers: of the longest word of who says it.
const LEAST: f64 = 56.0;
/// Least size of a number.
const SMALLEST: f64 = 13.0;

/// In what marks a value is drawn.
#[derive(Clone, Copy, PartialEq)]
pub enum Form {
    Column,
    /// So many of the scale to a cell.
    Cells {
        per_cell: f64,
        round: bool,
    },
    Square,
}

/// Where the lanes stand, in CSS pixels.
pub struct Grid {
    pub letters: Lettering,
    pub form: Form,
    pub left: f64,
    /// The reader's lane.
    pub mine: usize,
    pub lane: f64,
    pub top: f64,
    pub ground: f64,
    pub number: f64,
    /// End of the scale.
    pub most: f64,
    /// Lines under the lanes, and width of what limits the article's value.
    pub names: usize,
    pub qualifier_room: f64,
    pub height: f64,
}

impl Grid {
    pub fn of(chart: &GuessChart, frame: Frame) -> Grid {
        let letters = Lettering::of(frame, chart.figure.lexicon);
        let usual = Grid::with(chart, frame, letters, 1.0);
        // Where words would leave the marks no room, they are set smaller.
        let low = frame.height_css_px.is_some() && usual.ground - usual.top < usual.wanted().min(LOW) * 0.9;
        if low { Grid::with(chart, frame, letters.small(), 0.75) } else { usual }
    }

    /// With words so large, and numbers so large a part of their usual size.
    fn with(chart: &GuessChart, frame: Frame, letters: Lettering, part: f64) -> Grid {
        let width = frame.width_css_px;
        let (_, most, _) = chart.scale();
        let form = match (chart.figure.kind, chart.point().quantity.unit) {
            (Kind::Share, _) => Form::Cells { per_cell: 1.0, round: false },
            (Kind::Count, _) => Form::Cells { per_cell: round_step(most / 100.0).max(1.0), round: true },
            (_, Unit::WAN_MU | Unit::KM2) => Form::Square,
            _ => Form::Column,
        };
        let labels = ticks(most, 5).into_iter().map(|tick| chart.on_scale(tick));
        let widest = labels.map(|text| letters.width(&text)).fold(0.0, f64::max);
        let names = chart.names();
        let longest = chart.on_scale(most);
        // The friend's lane has its place from the start, so that nothing jumps.
        let lane = |left: f64| (width - left) / chart.lanes() as f64;
        // Where lanes are narrow, their words and numbers need the room of the scale's own.
        let least = LEAST.max(numeral_px(&longest, SMALLEST) + 8.0);
        let left = if form == Form::Column && lane(widest + 10.0) >= least { widest + 10.0 } else { 0.0 };
        let lane = lane(left);
        // Under the lanes: who says it, and what limits the article's value, across all lanes where one is too narrow.
        let qualifier = chart.qualifier();
        let is_wide = chart.point().qualifier.split(" · ").any(|phrase| letters.width(phrase) > lane - BETWEEN);
        let qualifier_room = if is_wide { width - left - BETWEEN } else { lane - BETWEEN };
        let names = names.iter().map(|name| letters.lines(name, lane - BETWEEN).len()).max().unwrap_or(1);
        let lines = names + letters.lines(&qualifier, qualifier_room).len();
        let below = UNDER + letters.line() * lines as f64 + 2.0;
        let number =
            (0.085 * width * part).clamp(18.0, 64.0).min(frame.height_css_px.map_or(f64::MAX, |height| height * 0.25));
        let number = number.min(number * (lane - 8.0) / numeral_px(&longest, number)).max(SMALLEST);
        let unit = if chart.has_sign() { 0.0 } else { letters.line() };
        let open = reach(chart.point().quantity.hedges).max(24.0);
        let above = unit + number * 1.1 + open;
        let mine = usize::from(chart.known().is_some());
        let mut grid = Grid {
            letters,
            form,
            left,
            mine,
            lane,
            top: above,
            ground: f64::MAX,
            number,
            most,
            names,
            qualifier_room,
            height: 0.0,
        };
        let natural = match form {
            Form::Column => 250.0 + 0.2 * width,
            _ => above + grid.extent() + below,
        };
        grid.height = frame.height_or(natural.ceil());
        grid.ground = grid.height - below;
        grid
    }

    /// How high the marks would be, were they held by the width of a lane alone.
    fn wanted(&self) -> f64 {
        match self.form {
            Form::Column => f64::MAX,
            Form::Square => self.lane * LANE,
            Form::Cells { .. } => self.lane * LANE / ROW * self.rows(),
        }
    }

    /// How high everything on the scale reaches.
    pub fn extent(&self) -> f64 {
        match self.form {
            Form::Column => self.ground - self.top,
            Form::Square => self.side(),
            Form::Cells { .. } => self.side() / ROW * self.rows(),
        }
    }

    pub fn middle(&self, lane: usize) -> f64 {
        self.left + self.lane * (lane as f64 + 0.5)
    }

    /// Edge of the largest square, of all cells, or width of a column.
    pub fn side(&self) -> f64 {
        let room = self.lane * LANE;
        match self.form {
            Form::Column => (self.lane * 0.56).min(130.0),
            Form::Square => room.min(self.ground - self.top),
            Form::Cells { .. } => room.min((self.ground - self.top) * ROW / self.rows()),
        }
    }

    fn rows(&self) -> f64 {
        match self.form {
            Form::Cells { per_cell, .. } => (self.most / per_cell / ROW).ceil().max(1.0),
            _ => 1.0,
        }
    }

    /// Left edge of what is drawn in a lane.
    pub fn x(&self, lane: usize) -> f64 {
        self.middle(lane) - self.side() / 2.0
    }

    /// How high a value reaches over the ground.
    pub fn rise(&self, value: f64) -> f64 {
        let part = (value / self.most).clamp(0.0, 1.0);
        match self.form {
            Form::Column => (self.ground - self.top) * part,
            Form::Square => self.side() * part.sqrt(),
            Form::Cells { per_cell, .. } => (value / per_cell / ROW).ceil() * self.side() / ROW,
        }
    }

    /// The value at a place in the reader's lane.
    pub fn value_at(&self, x: f64, y: f64) -> f64 {
        let (right, up) = (x - self.x(self.mine), self.ground - y);
        match self.form {
            Form::Column => self.most * up / (self.ground - self.top),
            Form::Square => self.most * (right.max(up).max(0.0) / self.side()).powi(2),
            Form::Cells { per_cell, .. } => {
                let step = self.side() / ROW;
                // Left of a row none of it is meant, right of it all.
                ((up / step).floor().max(0.0) * ROW + (right / step).clamp(0.0, ROW)) * per_cell
            }
        }
    }
}
