//! An area as a square in proportion, beside a square of a round size at the same scale.

use super::caption::{self, Parts, Room};
use crate::color::Token;
use crate::figure::lettering::list;
use crate::figure::ornament::{Bar, bar, dotted, empty, line, reach};
use crate::figure::{Align, FigureChart, Frame, Mark, PlacedFigure, Point};
use crate::plan::{Computed, Shown};
use crate::quantity::{Lang, Tense, Unit, write_number};
use crate::words;

const GAP: f64 = 28.0;

pub fn place(figure: &FigureChart, frame: Frame, shown: Shown) -> PlacedFigure {
    caption::place(
        figure,
        frame,
        shown,
        &Parts {
            unit: &|point| point.written.unit.clone(),
            converted: &|point| converted(figure, point),
            natural: &|width| 0.69 * width + 40.0,
            least: 150.0,
            draw: &|room, point, marks, _| draw(figure, shown, room, point, marks),
        },
    )
}

/// An area in mu: which of the two numbers is the article's and which is ours. In Chinese the article's unit stands as
/// the value and the conversion here, in English the other way round.
pub fn converted(figure: &FigureChart, point: &Point) -> Option<String> {
    if point.quantity.unit != Unit::WAN_MU {
        return None;
    }
    let lang = figure.lang;
    let text = match lang {
        Lang::Zh => format!("约 {}", figure.computed(Computed::Km2)?.text),
        Lang::En => format!("from {} million mu", write_number(point.quantity.value / 100.0, 4)),
    };
    Some(list([text.as_str(), words::computed(lang)].into_iter()))
}

/// Side of the square in kilometres.
pub fn side_km(point: &Point) -> f64 {
    point.quantity.unit.in_km2(point.quantity.value).unwrap_or(0.0).sqrt()
}

/// How long a side is: ours.
pub fn side_words(point: &Point, lang: Lang) -> String {
    let length = write_number(side_km(point), 1);
    let text = lang.pick(format!("边长约 {length} 公里"), format!("a side is about {length} km"));
    list([text.as_str(), words::computed(lang)].into_iter())
}

/// The largest of 1, 10, 100 … km that is hardly larger than the square.
fn yardstick_km(side: f64) -> f64 {
    10_f64.powf((side * 1.2).log10().floor().max(0.0))
}

fn draw(figure: &FigureChart, shown: Shown, room: Room, point: Option<&Point>, marks: &mut Vec<Mark>) -> f64 {
    let (lang, letters) = (figure.lang, room.letters);
    let line = letters.line();
    let side_words = |point: &Point| side_words(point, lang);
    let below =
        figure.points.iter().map(|point| letters.lines(&side_words(point), room.width).len()).max().unwrap_or(0);
    let below = 10.0 + line * below as f64;
    let open = figure.points.iter().map(|point| reach(point.quantity.hedges)).fold(0.0, f64::max);
    let tallest = room.height - below - open - 2.0;
    let largest = figure.points.iter().map(side_km).fold(0.1, f64::max);
    let yard_km = yardstick_km(largest);
    let names = yardstick_words(yard_km, lang);
    let words_width = letters.widest(names.iter().map(String::as_str));
    let scale = ((room.width - GAP - words_width) / largest)
        .min((room.width - GAP) / (largest + yard_km))
        .min(tallest / largest);
    // The yardstick carries its words on its back, unless they find room in it.
    let inside = yard_km * scale >= words_width + 6.0;
    let scale =
        if inside { scale } else { scale.min((room.height - below - 2.0 - 2.0 * line - 4.0) / yard_km) }.max(0.0);
    let (side, yard) = (largest * scale, yard_km * scale);
    let over = if inside { yard } else { yard + 2.0 * line + 4.0 };
    let ground = room.top + (side + open).max(over) + 2.0;

    if let Some(point) = point {
        let side = side_km(point) * scale;
        let square = Bar { x: room.left + 1.0, top: ground - side, width: side, height: side };
        bar(square, &point.quantity, figure.pigment, marks);
        if point.quantity.tense == Tense::Done {
            grid(square, yard, marks);
        }
        if shown.has(Shown::COMPUTED) {
            dotted(&[(square.x, ground + 7.0), (square.x + side, ground + 7.0)], figure.pigment, marks);
            let first = (room.left, ground + 12.0 + line * 0.5, room.width);
            letters.paragraph(&side_words(point), first, figure.pigment, Align::Start, marks);
        }
    }
    let x = room.left + side + GAP;
    marks.push(empty(x, ground - yard, yard, yard));
    let mut y = if inside { ground - yard / 2.0 - line / 2.0 } else { ground - yard - line * 1.5 - 2.0 };
    for text in names {
        let (at, align) = if inside { (x + yard / 2.0, Align::Middle) } else { (x, Align::Start) };
        marks.push(letters.at(text, at, y, Token::Second, align));
        y += line;
    }
    ground + below
}

/// Lines as far apart as the yardstick is long, so that the eye can count.
pub fn grid(square: Bar, step: f64, marks: &mut Vec<Mark>) {
    let mut along = step;
    while along < square.width - 1.0 {
        let (x, y) = (square.x + along, square.top + square.height - along);
        marks.push(line(x, square.top, x, square.top + square.height, 1.0, Token::Card));
        marks.push(line(square.x, y, square.x + square.width, y, 1.0, Token::Card));
        along += step;
    }
}

fn yardstick_words(side: f64, lang: Lang) -> [String; 2] {
    let (length, area) = (write_number(side, 0), write_number(side * side, 0));
    lang.pick(
        [format!("{length} × {length} 公里"), format!("= {area} 平方公里")],
        [format!("{length} × {length} km"), format!("= {area} km²")],
    )
}
