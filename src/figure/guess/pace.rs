//! A guess at a yearly pace: where its path ends is what the reader moves.

use super::layout::handle;
use super::{GuessChart, GuessState, index};
use crate::color::Token;
use crate::figure::lettering::{Lettering, label, width_px};
use crate::figure::ornament::{dot, dotted, line};
use crate::figure::{Align, Face, Frame, Mark, PlacedFigure, Shape, Spot, eighths};
use crate::plan::YEARS;
use crate::text::ordered_by;
use crate::words;

/// Pieces of a path.
const STEPS: i32 = 20;

/// Where the paths run, in CSS pixels.
struct Grid {
    letters: Lettering,
    left: f64,
    right: f64,
    top: f64,
    ground: f64,
    number: f64,
    /// What 100 becomes at the upper end of the scale.
    most: f64,
    height: f64,
    /// Width of the frame, in CSS pixels.
    width: f64,
}

impl Grid {
    fn of(chart: &GuessChart, frame: Frame) -> Grid {
        let letters = Lettering::of(frame, chart.figure.lexicon);
        let width = frame.width_css_px;
        let lang = chart.figure.lang;
        let height = frame.height_or(190.0 + 0.28 * width);
        let number = (0.07 * width).clamp(22.0, 56.0).min(height * 0.12);
        let names = [words::guess_mine(lang), words::guess_answer(lang), words::guess_theirs(lang)];
        let column = letters.widest(names).max(width_px("00.0%", number, Face::Numeral)) + 8.0;
        let (_, most, _) = chart.scale();
        Grid {
            letters,
            left: 14.0,
            right: width - column - 22.0,
            top: 14.0,
            ground: height - letters.line() - 8.0,
            number,
            most: index(most),
            height,
            width,
        }
    }

    fn x(&self, year: f64) -> f64 {
        self.left + (self.right - self.left) * year / YEARS
    }

    fn y(&self, level: f64) -> f64 {
        self.ground - (self.ground - self.top) * level / self.most
    }

    fn path(&self, pace: f64) -> Vec<(f64, f64)> {
        let years = (0..=STEPS).map(|step| YEARS * f64::from(step) / f64::from(STEPS));
        years.map(|year| (self.x(year), self.y(100.0 * (1.0 + pace / 100.0).powf(year)))).collect()
    }

    /// Height of what is written beside the end of a path.
    fn block(&self, lines: usize) -> f64 {
        self.number + self.letters.line() * lines as f64
    }
}

/// What stands beside the end of a path.
struct End {
    pace: f64,
    value: String,
    words: Vec<String>,
    token: Token,
    article: bool,
}

impl GuessChart {
    pub(super) fn pace_at(&self, frame: Frame, y_css_px: f64) -> f64 {
        let grid = Grid::of(self, frame);
        let level = (grid.ground - y_css_px) / (grid.ground - grid.top) * grid.most;
        ((level.max(1.0) / 100.0).powf(1.0 / YEARS) - 1.0) * 100.0
    }

    pub(super) fn place_pace(&self, frame: Frame) -> PlacedFigure {
        let grid = Grid::of(self, frame);
        let mut marks = Vec::new();
        let letters = grid.letters;
        marks.push(line(0.0, grid.ground, grid.right, grid.ground, 1.0, Token::Mark));
        marks.push(line(0.0, grid.y(100.0), grid.right, grid.y(100.0), 1.0, Token::Line));
        for year in 0..=YEARS as i32 {
            let (x, y) = (grid.x(f64::from(year)), grid.ground + 5.0 + letters.line() * 0.5);
            marks.push(letters.at(year.to_string(), x, y, Token::Second, Align::Middle));
        }
        let start = grid.y(100.0) + letters.line() * 0.7;
        marks.push(letters.at("100", 0.0, start, Token::Second, Align::Start));
        let mut spots = Vec::new();
        for (end, y) in stacked(self.ends(&grid), &grid) {
            let before = marks.len();
            let path = grid.path(end.pace);
            let last = path.last().copied().unwrap_or((grid.right, grid.ground));
            if end.article {
                dotted(&path, end.token, &mut marks);
                self.tip(last, &mut marks);
            } else {
                let shape = Shape::Path(path.iter().map(|(x, y)| (eighths(*x), eighths(*y))).collect());
                marks.push(Mark::Stroke { shape, token: end.token, width: eighths(2.0) as u32, dash: None });
                match self.state {
                    GuessState::Ask { .. } => handle(last.0, last.1, &mut marks),
                    GuessState::Answered { .. } => marks.push(dot(last.0, last.1, 5.0, end.token)),
                }
            }
            let x = grid.right + 20.0;
            marks.push(label(end.value, x, y + grid.number * 0.5, grid.number, Face::Numeral, end.token, Align::Start));
            for (index, text) in end.words.into_iter().enumerate() {
                let y = y + grid.number + letters.line() * (index as f64 + 0.5);
                marks.push(letters.at(text, x, y, Token::Second, Align::Start));
            }
            if end.article {
                spots.extend(Spot::around(self.point().slot.into(), &marks[before..]));
            }
        }
        frame.hold(grid.height, marks, spots)
    }

    /// Who says what. The article's comes with all that limits it.
    fn ends(&self, grid: &Grid) -> Vec<End> {
        let lang = self.figure.lang;
        let room = grid.width - grid.right - 20.0;
        let end = |pace: f64, name: &str, token| End {
            pace,
            value: self.words(pace),
            words: grid.letters.lines(name, room),
            token,
            article: false,
        };
        let mut ends = vec![end(self.mine(), words::guess_mine(lang), Token::Ink)];
        if self.is_answered() {
            let mut article = end(self.answer(), words::guess_answer(lang), self.figure.pigment);
            article.article = true;
            article.words.extend(grid.letters.lines(&self.qualifier(), room));
            ends.push(article);
        }
        ends.extend(
            self.friend
                .filter(|_| self.is_answered())
                .map(|theirs| end(theirs, words::guess_theirs(lang), Token::Second)),
        );
        ends
    }

    /// The end of the article's path: open above a floor, blurred around an estimate.
    fn tip(&self, (x, y): (f64, f64), marks: &mut Vec<Mark>) {
        let hedges = self.point().quantity.hedges;
        marks.push(dot(x, y, 5.0, self.figure.pigment));
        let fading = if hedges.is_floor() { &[-1.0][..] } else { &[-1.0, 1.0] };
        if hedges.is_floor() || hedges.is_about() {
            for (side, (step, radius)) in
                fading.iter().flat_map(|side| [(9.0, 2.6), (15.0, 1.4)].map(|one| (side, one)))
            {
                marks.push(dot(x, y + side * step, radius, self.figure.pigment));
            }
        }
    }
}

/// The ends with the top of their words: as near to the ends of their paths as they can be without touching.
fn stacked(ends: Vec<End>, grid: &Grid) -> Vec<(End, f64)> {
    let order = ordered_by((0..ends.len()).collect(), |index| [-ends[*index].pace, 0.0]);
    let heights: Vec<f64> = ends.iter().map(|end| grid.block(end.words.len()) + 4.0).collect();
    let mut tops = vec![0.0; ends.len()];
    let mut free = 0.0;
    for &index in &order {
        let wanted = grid.y(self::index(ends[index].pace)) - grid.number * 0.5;
        tops[index] = f64::max(wanted, free);
        free = tops[index] + heights[index];
    }
    // What hangs over the lower edge pushes the others up.
    let mut limit = grid.height;
    for &index in order.iter().rev() {
        tops[index] = f64::min(tops[index], limit - heights[index]);
        limit = tops[index];
    }
    ends.into_iter().zip(tops).collect()
}
