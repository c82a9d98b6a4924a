//! A chart as a drawing: five years to the right, levels upwards, the target as a line across.

use super::ProjectionChart;
use crate::color::Token;
use crate::figure::lettering::{Lettering, label, width_px};
use crate::figure::ornament::{dash, dot, dotted, line};
use crate::figure::{Align, DrawingPart, Face, Frame, Mark, PlacedFigure, Shape, Spot, eighths};
use crate::plan::{Shown, YEARS};
use crate::quantity::written;

/// Pieces of a path.
const STEPS: usize = 20;
/// Levels up to so many times the highest that the article speaks of have room.
const HEADROOM: f64 = 1.35;
/// A lower drawing goes without the title of its axis.
const TITLED: f64 = 250.0;

/// Where everything stands, in CSS pixels.
struct Grid {
    left: f64,
    right: f64,
    top: f64,
    ground: f64,
    most: f64,
}

impl Grid {
    fn x(&self, year: f64) -> f64 {
        self.left + (self.right - self.left) * year / YEARS
    }

    fn y(&self, level: f64) -> f64 {
        self.ground - (self.ground - self.top) * level.min(self.most) / self.most
    }

    /// The way that levels take, up to the upper edge.
    fn path(&self, level: impl Fn(f64) -> f64) -> Vec<(f64, f64)> {
        let years = (0..=STEPS).map(|step| YEARS * step as f64 / STEPS as f64);
        let mut path = Vec::new();
        for year in years {
            path.push((self.x(year), self.y(level(year))));
            if level(year) > self.most {
                break;
            }
        }
        path
    }
}

impl ProjectionChart {
    /// The tried path is there where `shown` is not 0.
    pub fn place(&self, frame: Frame, shown: Shown) -> PlacedFigure {
        let letters = Lettering::of(frame, self.lexicon);
        let width = frame.width_css_px;
        let height = frame.height_or((0.42 * width + 130.0).min(560.0));
        let mut marks = Vec::new();
        let mut head = letters.px * 0.65;
        let condition = self.condition.map(|condition| condition.as_str().to_owned());
        for (text, token) in [(self.target_words(), Token::Ink), (condition, self.pigment)] {
            if let Some(text) = text {
                head = letters.paragraph(&text, (0.0, head, width), token, Align::Start, &mut marks);
            }
        }
        let number = (0.07 * width).clamp(22.0, 60.0).min(height * 0.16);
        let end = self.level(YEARS);
        let (end_number, end_unit) = self.end_words(end);
        let (widest_number, widest_unit) = self.end_words(self.most());
        // Some bold serifs are wider than the table of widths has them.
        let wider = number * 0.12;
        let numbers = [&widest_number, &end_number].map(|text| width_px(text, number, Face::Numeral) + wider);
        let units = letters.widest([widest_unit.as_str(), end_unit.as_str()]);
        let column = numbers[0].max(numbers[1]).min(width * 0.34).max(units.min(width * 0.5));
        let paces = [self.clone(), self.with_pace(f64::MIN), self.with_pace(f64::MAX)];
        let lines = |chart: &ProjectionChart| letters.lines(&chart.difference_words(), width).len();
        let difference = if self.has_target() { paces.iter().map(lines).max().unwrap_or(1) } else { 0 };
        let difference = letters.line() * difference as f64;
        let titled = height >= TITLED;
        let under = letters.line() * if titled { 2.0 } else { 1.0 } + difference;
        let grid = Grid {
            left: 8.0,
            right: width - column - 18.0,
            top: head + number * 0.5,
            ground: height - under - 6.0,
            most: self.most(),
        };

        let below = grid.ground + 5.0 + letters.line() * 0.5;
        marks.push(line(0.0, grid.ground, grid.right, grid.ground, 1.0, Token::Mark));
        for year in 0..=YEARS as i32 {
            let x = grid.x(f64::from(year));
            marks.push(line(x, grid.ground, x, grid.ground + 4.0, 1.0, Token::Mark));
            marks.push(letters.at(year.to_string(), x, below, Token::Second, Align::Middle));
        }
        if titled {
            let axis = self.lang.pick("从起点算起的年数", "years from the start");
            let middle = (grid.left + grid.right) / 2.0;
            marks.push(letters.at(
                axis,
                middle.max(letters.width(axis) / 2.0),
                below + letters.line(),
                Token::Second,
                Align::Middle,
            ));
        }
        if let Some(target) = self.projection.target {
            let y = grid.y(target);
            marks.push(line(0.0, y, grid.right + 8.0, y, 1.5, Token::Ink));
        }
        if self.projection.start > 0.0 {
            let y = grid.y(self.projection.start);
            let room = grid.ground - y >= letters.line() * 1.4;
            let start = self.quantity(self.projection.start);
            let at = if room { y + letters.line() * 0.8 } else { y - letters.line() * 0.7 };
            marks.push(letters.at(start, 0.0, at, Token::Second, Align::Start));
        }
        // The article's own pace: computed by us, so dotted.
        dotted(&grid.path(|year| self.projection.level(self.projection.stated, year)), self.pigment, &mut marks);
        let mut spots = Vec::new();
        if !shown.is_empty() {
            let before = marks.len();
            let path = grid.path(|year| self.level(year));
            let last = path.last().copied().unwrap_or((grid.left, grid.ground));
            marks.push(Mark::Stroke {
                shape: Shape::Path(path.iter().map(|(x, y)| (eighths(*x), eighths(*y))).collect()),
                token: Token::Ink,
                width: eighths(2.5) as u32,
                dash: Some(dash()),
            });
            marks.push(dot(last.0, last.1, 5.0, Token::Ink));
            // The number stands at the height of the path's end, but over the words of the axis.
            let x = width - column;
            let middle = last.1.clamp(grid.top, grid.ground - number * 0.5 - letters.line());
            let fit = number * ((column - wider) / width_px(&end_number, number, Face::Numeral)).min(1.0);
            marks.push(label(end_number, x, middle, fit, Face::Numeral, Token::Ink, Align::Start));
            if !end_unit.is_empty() {
                let y = middle + number * 0.5 + letters.line() * 0.5;
                marks.push(letters.at(end_unit, x, y, Token::Ink, Align::Start));
            }
            let at = (0.0, height - difference + letters.line() * 0.5, width);
            let difference = self.difference_words();
            if !difference.is_empty() {
                letters.paragraph(&difference, at, Token::Ink, Align::Start, &mut marks);
            }
            spots.extend(Spot::around(DrawingPart::Promise, &marks[before..]));
        }
        frame.hold(height, marks, spots)
    }

    fn has_target(&self) -> bool {
        self.projection.target.is_some()
    }

    /// The level at the upper edge.
    fn most(&self) -> f64 {
        let stated = self.projection.level(self.projection.stated, YEARS);
        self.projection.target.unwrap_or(stated).max(stated).max(self.projection.start) * HEADROOM
    }

    /// A level as number and unit, to be set apart.
    fn end_words(&self, level: f64) -> (String, String) {
        if self.projection.is_index() {
            return (self.quantity(level), String::new());
        }
        let written = written(&self.rounded(level), self.lang);
        (written.number, written.unit)
    }
}
