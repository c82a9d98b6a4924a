//! A yearly average: what it makes of 100 in five years. Only the two ends are columns, for an average says nothing
//! about the single years between; the path through them is ours, and dotted.

use super::caption::{self, Parts, Room};
use crate::color::Token;
use crate::figure::lettering::{label, width_px};
use crate::figure::ornament::{Bar, bar, dot, dotted, line, not_stated, reach};
use crate::figure::{Align, DrawingPart, Face, FigureChart, Frame, Mark, PlacedFigure, Point, Spot};
use crate::plan::{Computed, Shown};
use crate::quantity::{Hedge, Lang};
use crate::words;

const YEARS: usize = crate::plan::YEARS as usize;
/// A lower drawing goes without the title of its axis.
const TITLED: f64 = 200.0;

pub fn place(figure: &FigureChart, frame: Frame, shown: Shown) -> PlacedFigure {
    let lang = figure.lang;
    caption::place(
        figure,
        frame,
        shown,
        &Parts {
            unit: &|_| lang.pick("平均每年", "a year on average").to_owned(),
            converted: &|_| None,
            natural: &|width| (width * 0.75).clamp(230.0, 480.0),
            least: 140.0,
            draw: &|room, point, marks, spots| {
                draw(figure, room, point.filter(|_| shown.has(Shown::COMPUTED)), marks, spots)
            },
        },
    )
}

fn draw(figure: &FigureChart, room: Room, point: Option<&Point>, marks: &mut Vec<Mark>, spots: &mut Vec<Spot>) -> f64 {
    let (lang, letters) = (figure.lang, room.letters);
    let width = (room.width * 0.165).min(130.0);
    let number = (room.width * 0.105).min(room.height * 0.16).clamp(24.0, 84.0);
    let start = number * 0.65;
    let right = room.left + room.width;
    let titled = room.height >= TITLED;
    let ground = room.top + room.height - letters.line() * if titled { 2.0 } else { 1.0 } - 6.0;
    let levels = point.or(figure.points.last()).map(|point| levels(point.quantity.value)).unwrap_or_default();
    let most = levels[YEARS].max(levels[0]);
    // Above the last column: its open end, the number, its tag.
    let open = figure.points.iter().map(|point| reach(point.quantity.hedges)).fold(0.0, f64::max);
    let full = ground - room.top - number - letters.px * 1.1 - 9.0 - open;
    let y = |level: f64| ground - full * level / most;
    let x = |year: f64| room.left + width / 2.0 + (room.width - width) * year / YEARS as f64;

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
        let middle = top - reach - number * 0.64;
        let half = width_px(&index.text, number, Face::Numeral) / 2.0 + 1.0;
        let at = x(YEARS as f64).min(right - half);
        marks.push(label(index.text.clone(), at, middle, number, Face::Numeral, figure.pigment, Align::Middle));
        let tag_y = middle - number * 0.44 - letters.px * 0.6;
        marks.push(letters.at(tag(point, lang), right, tag_y, figure.pigment, Align::End));
        // A finger finds the whole strip of a year.
        let step = (room.width - width) / YEARS as f64;
        for (year, level) in levels.iter().enumerate().skip(1) {
            let top = (y(*level) - 24.0).max(room.top);
            let left = (x(year as f64) - step / 2.0).min(right - step);
            spots.push(Spot::at(DrawingPart::Year(year), (left, top), (step, under + letters.line() * 0.5 - top)));
        }
    }
    room.top + room.height
}

/// "推算 · 以上": ours, and no firmer than the pace.
fn tag(point: &Point, lang: Lang) -> String {
    let hedges = [Hedge::AtLeast, Hedge::About, Hedge::Within, Hedge::NoMoreThan]
        .into_iter()
        .filter(|hedge| point.quantity.hedges.has(*hedge));
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
