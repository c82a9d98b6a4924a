//! A yearly average: what it makes of 100 in five years. Only the two ends are columns, for an average says nothing
//! about the single years between; the path through them is ours, and dotted.

use super::caption::{self, Parts, Room};
use super::{label, width_px, words_at};
use crate::figure::ornament::{Bar, bar, dot, dotted, empty, line};
use crate::figure::{Align, Face, Figure, Frame, Mark, Motion, Part, PlacedFigure, Point, Spot};
use crate::plan::{Computed, Show};
use crate::quantity::{Hedge, Lang};
use crate::theme::Token;
use crate::words;

const YEARS: usize = crate::plan::YEARS as usize;

pub fn place(figure: &Figure, frame: Frame, show: Show) -> PlacedFigure {
    let lang = figure.lang;
    caption::place(
        figure,
        frame,
        show,
        &Parts {
            unit: &|_| lang.pick("平均每年", "a year on average").to_owned(),
            converted: &|_| None,
            draw: &|room, point, marks, spots| draw(figure, frame, room, point.filter(|_| show.computed), marks, spots),
        },
    )
}

fn draw(
    figure: &Figure,
    frame: Frame,
    room: Room,
    point: Option<&Point>,
    marks: &mut Vec<Mark>,
    spots: &mut Vec<Spot>,
) -> f64 {
    let (height, width, number, start) = match frame {
        Frame::Narrow => (258.0, 54.0, 34.0, 22.0),
        Frame::Wide => (310.0, 72.0, 44.0, 28.0),
    };
    let lang = figure.lang;
    let right = room.left + room.width;
    let ground = room.top + height - 48.0;
    let levels = point.or(figure.points.last()).map(|point| levels(point.quantity.value)).unwrap_or_default();
    let most = levels[YEARS].max(levels[0]);
    // Above the last column: its open end, the number, its tag.
    let has = |hedge| figure.points.iter().any(|point| point.quantity.hedges.has(hedge));
    let end = if has(Hedge::AtLeast) {
        28.0
    } else if has(Hedge::About) {
        10.0
    } else {
        0.0
    };
    let full = ground - room.top - number - 28.0 - end;
    let y = |level: f64| ground - full * level / most;
    let x = |year: f64| room.left + width / 2.0 + (room.width - width) * year / YEARS as f64;

    marks.push(line(room.left, y(levels[0]), right, y(levels[0]), 1.0, Token::Line));
    if point.is_some() {
        for (year, level) in levels.iter().enumerate().skip(1).take(YEARS - 1) {
            marks.push(line(x(year as f64), ground, x(year as f64), y(*level), 1.0, Token::Line));
        }
    }
    marks.push(line(room.left, ground, right, ground, 1.0, Token::Mark));
    // By definition, not by the article: an empty outline.
    marks.push(empty(room.left + 1.0, y(levels[0]), width - 1.0, ground - y(levels[0])));
    for year in 0..=YEARS {
        marks.push(words_at(year.to_string(), x(year as f64), ground + 16.0, Token::Second, Align::Middle));
    }
    let axis = lang.pick("从起点算起的年数", "years from the start");
    marks.push(words_at(axis, room.left + room.width / 2.0, ground + 38.0, Token::Second, Align::Middle));
    let above = y(levels[0]) - start * 0.66;
    marks.push(label("100", x(0.0), above, start, Face::Numeral, Token::Second, Align::Middle));

    if let Some((point, index)) = point.zip(figure.computed(Computed::Index)) {
        let mut path: Vec<(f64, f64)> =
            levels.iter().enumerate().map(|(year, level)| (x(year as f64), y(*level))).collect();
        marks.push(Mark::Group(Motion::Follow));
        for (px, py) in &path[1..YEARS] {
            marks.push(dot(*px, *py, 2.6, figure.pigment));
        }
        // From the edge of one column to the edge of the other.
        let edge = width / 2.0 / (path[1].0 - path[0].0);
        path[0] = between(path[0], path[1], edge);
        path[YEARS] = between(path[YEARS], path[YEARS - 1], edge);
        dotted(&path, figure.pigment, marks);
        marks.push(Mark::Group(Motion::Rise));
        let top = y(levels[YEARS]);
        let column = Bar { x: right - width, top, width: width - 1.0, height: ground - top };
        let reach = bar(column, &point.quantity, figure.pigment, marks);
        let middle = top - reach - number * 0.64;
        let half = width_px(&index.text, number, Face::Numeral) / 2.0 + 1.0;
        let at = x(YEARS as f64).min(right - half);
        marks.push(label(index.text.clone(), at, middle, number, Face::Numeral, figure.pigment, Align::Middle));
        let tag_y = middle - number * 0.5 - 9.0;
        marks.push(words_at(tag(point, lang), right, tag_y, figure.pigment, Align::End));
        // A finger finds the whole strip of a year.
        let step = (room.width - width) / YEARS as f64;
        for (year, level) in levels.iter().enumerate().skip(1) {
            let left = (x(year as f64) - step / 2.0, y(*level) - 24.0);
            spots.push(Spot::at(Part::Year(year as u8), left, (step, ground + 26.0 - left.1)));
        }
    }
    room.top + height
}

/// "推算 · 以上": ours, and no firmer than the pace.
fn tag(point: &Point, lang: Lang) -> String {
    let mut tag = words::computed(lang).to_owned();
    for hedge in [Hedge::AtLeast, Hedge::About] {
        if point.quantity.hedges.has(hedge) {
            tag.push_str(" · ");
            tag.push_str(hedge.word(lang));
        }
    }
    tag
}

/// 100 and what it becomes, year by year.
fn levels(percent: f64) -> [f64; YEARS + 1] {
    let mut levels = [100.0; YEARS + 1];
    for year in 1..=YEARS {
        levels[year] = levels[year - 1] * (1.0 + percent / 100.0);
    }
    levels
}

fn between(from: (f64, f64), to: (f64, f64), part: f64) -> (f64, f64) {
    (from.0 + (to.0 - from.0) * part, from.1 + (to.1 - from.1) * part)
}
