//! A yearly average: what it makes of 100 in five years. Only the two ends are columns, for an average says nothing
//! about the single years between; the path through them is ours, and dotted.

use super::caption::{self, Parts, Room};
use crate::color::Token;
use crate::figure::lettering::{label, width_px};
use crate::figure::ornament::{Bar, bar, dash, dot, dotted, line, not_stated, reach};
use crate::figure::{
    Align, DrawingPart, Face, FigureChart, Frame, Mark, PlacedFigure, Point, Shape, Spot, Trial, eighths,
};
use crate::plan::{Computed, Shown};
use crate::quantity::{Bound, Lang};
use crate::words;

const YEARS: usize = crate::plan::YEARS as usize;
/// A lower drawing goes without the title of its axis.
const TITLED: f64 = 200.0;
/// Room above the end that is pulled, in CSS pixels.
const HANDLE: f64 = 17.0;
/// Pieces of a path that is tried.
const STEPS: i32 = 20;

pub fn place(figure: &FigureChart, frame: Frame, shown: Shown, trial: Option<&Trial>) -> PlacedFigure {
    let lang = figure.lang;
    caption::place(
        figure,
        frame,
        shown,
        &Parts {
            unit: &|_| lang.pick("平均每年", "a year on average").to_owned(),
            converted: &|_| None,
            natural: &natural,
            least: 140.0,
            draw: &|room, point, marks, spots| {
                draw(figure, room, (point.filter(|_| shown.has(Shown::COMPUTED)), trial), marks, spots)
            },
        },
    )
}

fn natural(width: f64) -> f64 {
    (width * 0.75).clamp(230.0, 480.0)
}

/// Where the end of the path is pulled.
pub fn handle(figure: &FigureChart, frame: Frame, trial: &Trial) -> (f64, f64) {
    let room = caption::bare_room(figure, frame, &natural);
    let axes = Axes::of(figure, room, Some(trial));
    let open = figure.points.iter().any(|point| reach(point.quantity.hedges) > 0.0);
    // The middle of an open end belongs to its arrow.
    (axes.x(YEARS as f64) + if open { axes.width * 0.36 } else { 0.0 }, axes.y(trial.end()))
}

pub fn level_at(figure: &FigureChart, frame: Frame, trial: &Trial, y_css_px: f64) -> f64 {
    let axes = Axes::of(figure, caption::bare_room(figure, frame, &natural), Some(trial));
    (axes.ground - y_css_px) / axes.full * axes.most
}

/// Where everything stands, in CSS pixels of the frame.
struct Axes {
    room: Room,
    /// Of a column.
    width: f64,
    number: f64,
    titled: bool,
    ground: f64,
    full: f64,
    /// The level at the upper end.
    most: f64,
    levels: [f64; YEARS + 1],
}

impl Axes {
    fn of(figure: &FigureChart, room: Room, trial: Option<&Trial>) -> Axes {
        let letters = room.letters;
        let number = (room.width * 0.105).min(room.height * 0.16).clamp(24.0, 84.0);
        let titled = room.height >= TITLED;
        let ground = room.top + room.height - letters.line() * if titled { 2.0 } else { 1.0 } - 6.0;
        let levels = figure.points.last().map(|point| levels(point.quantity.value)).unwrap_or_default();
        let most = trial.map_or(levels[YEARS].max(levels[0]), |trial| trial.most);
        // Above the last column: its open end, the number, its tag.
        let open = figure.points.iter().map(|point| reach(point.quantity.hedges)).fold(0.0, f64::max);
        let open = if trial.is_some() { open.max(HANDLE) } else { open };
        let full = ground - room.top - number - letters.px * 1.1 - 9.0 - open;
        Axes { room, width: (room.width * 0.165).min(130.0), number, titled, ground, full, most, levels }
    }

    fn y(&self, level: f64) -> f64 {
        self.ground - self.full * level / self.most
    }

    fn x(&self, year: f64) -> f64 {
        self.room.left + self.width / 2.0 + (self.room.width - self.width) * year / YEARS as f64
    }
}

fn draw(
    figure: &FigureChart,
    room: Room,
    (point, trial): (Option<&Point>, Option<&Trial>),
    marks: &mut Vec<Mark>,
    spots: &mut Vec<Spot>,
) -> f64 {
    let (lang, letters) = (figure.lang, room.letters);
    let axes = Axes::of(figure, room, trial);
    let Axes { width, number, titled, ground, levels, .. } = axes;
    let start = number * 0.65;
    let right = room.left + room.width;
    let (x, y) = (|year: f64| axes.x(year), |level: f64| axes.y(level));

    marks.push(line(room.left, y(levels[0]), right, y(levels[0]), 1.0, Token::Line));
    if point.is_some() {
        for (year, level) in levels.iter().enumerate().skip(1).take(YEARS - 1) {
            marks.push(line(x(year as f64), ground, x(year as f64), y(*level), 1.0, Token::Line));
        }
    }
    marks.push(line(room.left, ground, right, ground, 1.0, Token::Mark));
    // Nobody stated where it starts: the path begins at 100 by our convention.
    let size = (ground - y(levels[0])).min(34.0) * 0.7;
    not_stated((room.left, ground), width, size, marks);
    let under = ground + 5.0 + letters.line() * 0.5;
    for year in 0..=YEARS {
        marks.push(letters.at(year.to_string(), x(year as f64), under, Token::Second, Align::Middle));
    }
    if titled {
        let axis = lang.pick("从起点算起的年数", "years from the start");
        let middle = room.left + room.width / 2.0;
        marks.push(letters.at(axis, middle, under + letters.line(), Token::Second, Align::Middle));
    }
    let above = y(levels[0]) - start * 0.66;
    marks.push(label("100", x(0.0), above, start, Face::Numeral, Token::Second, Align::Middle));

    if let Some((point, index)) = point.zip(figure.computed(Computed::Index)) {
        let tried = trial.filter(|trial| trial.is_tried());
        let mut path: Vec<(f64, f64)> =
            levels.iter().enumerate().map(|(year, level)| (x(year as f64), y(*level))).collect();
        for (px, py) in &path[1..YEARS] {
            marks.push(dot(*px, *py, (room.width * 0.007).clamp(2.6, 4.5), figure.pigment));
        }
        // From the edge of one column to the edge of the other.
        let edge = width / 2.0 / (path[1].0 - path[0].0);
        path[0] = between(path[0], path[1], edge);
        path[YEARS] = between(path[YEARS], path[YEARS - 1], edge);
        dotted(&path, figure.pigment, marks);
        let top = y(levels[YEARS]);
        let column = Bar { x: right - width, top, width: width - 1.0, height: ground - top };
        let reach = bar(column, &point.quantity, figure.pigment, marks);
        // Above the end that is pulled, and where it is pulled to another level, that level.
        let (said, token, over) = match (trial, tried) {
            (_, Some(trial)) => (trial.end_number(), Token::Ink, (top - reach).min(y(trial.end()) - HANDLE)),
            (Some(_), None) => (index.text.clone(), figure.pigment, top - reach.max(HANDLE)),
            (None, _) => (index.text.clone(), figure.pigment, top - reach),
        };
        if let Some(trial) = tried {
            let shape = (0..=STEPS).map(|step| f64::from(step) / f64::from(STEPS) * YEARS as f64);
            let shape = shape.map(|year| (eighths(x(year)), eighths(y(trial.level(year))))).collect();
            marks.push(Mark::Stroke {
                shape: Shape::Path(shape),
                token: Token::Ink,
                width: eighths(2.0) as u32,
                dash: Some(dash()),
            });
            marks.push(line(right - width, y(trial.end()), right - 1.0, y(trial.end()), 3.0, Token::Ink));
        }
        let middle = over - number * 0.64;
        let half = width_px(&said, number, Face::Numeral) / 2.0 + 1.0;
        let at = x(YEARS as f64).min(right - half);
        marks.push(label(said, at, middle, number, Face::Numeral, token, Align::Middle));
        let tag_y = middle - number * 0.44 - letters.px * 0.6;
        let tag = if tried.is_some() { words::computed(lang).to_owned() } else { tag(point, lang) };
        marks.push(letters.at(tag, right, tag_y, token, Align::End));
        // A finger finds the whole strip of a year.
        let step = (room.width - width) / YEARS as f64;
        for (year, level) in levels.iter().enumerate().skip(1).filter(|_| tried.is_none()) {
            let top = (y(*level) - 24.0).max(room.top);
            let left = (x(year as f64) - step / 2.0).min(right - step);
            spots.push(Spot::at(DrawingPart::Year(year), (left, top), (step, under + letters.line() * 0.5 - top)));
        }
    }
    room.top + room.height
}

/// "推算 · 以上": ours, and no firmer than the pace.
fn tag(point: &Point, lang: Lang) -> String {
    let hedges = point.quantity.hedges.iter().filter(|hedge| hedge.bound() != Bound::None);
    let words: Vec<&str> = std::iter::once(words::computed(lang)).chain(hedges.map(|hedge| hedge.word(lang))).collect();
    words.join(" · ")
}

/// 100 and what it becomes, year by year.
fn levels(percent: f64) -> [f64; YEARS + 1] {
    std::array::from_fn(|year| 100.0 * (1.0 + percent / 100.0).powf(year as f64))
}

fn between(from: (f64, f64), to: (f64, f64), part: f64) -> (f64, f64) {
    (from.0 + (to.0 - from.0) * part, from.1 + (to.1 - from.1) * part)
}
