//! A few figures as one composition, each with its own measure: in columns where there is room, else in rows.

use crate::color::Token;
use crate::figure::kinds::caption::{self, Column, Parts};
use crate::figure::kinds::emblem::{emblem, pace_end};
use crate::figure::lettering::{Lettering, label, list, numeral_px};
use crate::figure::{Align, BASELINE_EM, DrawingPart, Face, FigureChart, Frame, Mark, PlacedFigure, Point, Spot};
use crate::line_break::Lexicon;
use crate::plan::{Kind, Shown};
use crate::quantity::Lang;

/// Between two of them, in CSS pixels: side by side, and one below the other.
const GAP: (f64, f64) = (36.0, 14.0);
/// Height of a row where none is given, in CSS pixels.
const ROW: f64 = 112.0;

#[derive(Clone, Debug, PartialEq)]
pub struct Several {
    pub lang: Lang,
    pub lexicon: Lexicon,
    pub figures: Vec<FigureChart>,
}

/// How words are set. Lengths are CSS pixels.
#[derive(Clone, Copy)]
pub struct Setting {
    pub letters: Lettering,
    pub number: f64,
    /// Width of an emblem, and of the words.
    pub picture: f64,
    pub room: f64,
    /// Between two rows.
    pub gap: f64,
    /// Without the period.
    pub bare: bool,
}

/// Left, top, width and height of an emblem; left and top of its words.
struct Cell {
    emblem: (f64, f64, f64, f64),
    words: (f64, f64),
}

impl Several {
    /// All of them, or at 0 their words alone.
    pub fn place(&self, frame: Frame, shown: Shown) -> PlacedFigure {
        let members: Vec<(&FigureChart, &Point)> =
            self.figures.iter().filter_map(|figure| Some((figure, figure.points.last()?))).collect();
        let letters = Lettering::of(frame, self.lexicon);
        let (width, count) = (frame.width_css_px, members.len().max(1) as f64);
        let broad = frame.is_broad(1.0);
        let across = if broad { (width - GAP.0 * (count - 1.0)) / count } else { width };
        let small = letters.small();
        // Smaller words where a box is low, at last without the period.
        let degrees = [(letters, 1.0), (letters, 0.8), (small, 0.8), (small, 0.62), (small, 0.55), (small, 0.45)];
        let mut settings = degrees.into_iter().enumerate().map(|(index, (letters, part))| {
            let bare = index + 2 >= degrees.len();
            let number = if broad { (across * 0.22).clamp(34.0, 92.0) } else { (width * 0.115).clamp(30.0, 64.0) };
            let picture = if broad { across } else { (width * if bare { 0.14 } else { 0.3 }).min(150.0) };
            let room = if broad { across } else { width - picture - if bare { 12.0 } else { 18.0 } };
            let gap = if bare { GAP.1 / 2.0 } else { GAP.1 };
            Setting { letters, number: number * part, picture, room, gap, bare }
        });
        let ends = |setting: &Setting| -> Vec<f64> {
            let end = |(figure, point): &(&FigureChart, &Point)| {
                member_words(figure, point, (0.0, 0.0), setting, &mut Vec::new())
            };
            members.iter().map(end).collect()
        };
        let tallest = |setting: &Setting| ends(setting).into_iter().fold(0.0, f64::max);
        let row = |setting: &Setting, height: f64| (height - setting.gap * (count - 1.0)) / count;
        let fits = |setting: &Setting| match frame.height_css_px {
            Some(height) if broad => tallest(setting) + 90.0 <= height,
            Some(height) => tallest(setting) <= row(setting, height),
            None => true,
        };
        let Some(setting) = settings.clone().find(fits).or_else(|| settings.next_back()) else {
            return frame.hold(0.0, Vec::new(), Vec::new());
        };
        let (ends, tallest, picture) = (ends(&setting), tallest(&setting), setting.picture);
        // Rows of one height, or where the longest words have no room in one, each as high as its own.
        let even = frame.height_css_px.map_or(ROW.max(tallest), |height| row(&setting, height));
        let spare = even - ends.iter().sum::<f64>() / count;
        let mut below = 0.0;
        let (mut marks, mut spots) = (Vec::new(), Vec::new());
        let mut lower = 0.0_f64;
        let paces = members.iter().filter_map(|(figure, point)| pace_end(figure, point)).fold(100.0, f64::max);
        for (index, (figure, point)) in members.iter().enumerate() {
            let cell = if broad {
                let left = index as f64 * (across + GAP.0);
                let side = frame.height_css_px.map_or(across * 0.8, |height| height - tallest - 16.0);
                let side = side.min(across * 0.95);
                Cell { emblem: (left, 2.0, side.min(across), side - 2.0), words: (left, side + 14.0) }
            } else {
                let (height, words) =
                    if tallest <= even { (even, tallest) } else { (ends[index] + spare, ends[index]) };
                let top = below;
                below += height + setting.gap;
                let side = (height - 4.0).min(picture);
                let down = ((height - words) / 2.0).max(0.0);
                let emblem = (0.0, top + (height - side) / 2.0, picture.min(side * 1.25), side);
                Cell { emblem, words: (width - setting.room, top + down) }
            };
            let before = marks.len();
            let end = member_words(figure, point, cell.words, &setting, &mut marks);
            if !shown.is_empty() {
                emblem(figure, point, paces, cell.emblem, setting.letters, &mut marks);
            }
            lower = lower.max(end).max(cell.emblem.1 + cell.emblem.3 + 2.0);
            spots.extend(Spot::around(DrawingPart::Member(index), &marks[before..]));
        }
        frame.hold(lower, marks, spots)
    }
}

/// Name, value and qualifiers. Returns the lower end.
pub fn member_words(
    figure: &FigureChart,
    point: &Point,
    (x, top): (f64, f64),
    setting: &Setting,
    marks: &mut Vec<Mark>,
) -> f64 {
    let Setting { letters, number, room, bare, .. } = *setting;
    let first = (x, top + letters.line() * 0.5, room);
    let below = letters.paragraph(figure.name.as_str(), first, Token::Ink, Align::Start, marks);
    let top = below - letters.line() * 0.5;
    let unit = |point: &Point| match figure.kind {
        Kind::Pace => figure.lang.pick("平均每年", "a year on average").to_owned(),
        Kind::Share => String::new(),
        _ => caption::unit_beside(point),
    };
    if bare {
        let value =
            if point.quantity.unit.is_sign() { point.written.to_string() } else { point.written.number.clone() };
        let across = numeral_px(&value, number) + letters.gap();
        let middle = top + number * 0.5;
        marks.push(label(value, x, middle, number, Face::Numeral, Token::Ink, Align::Start));
        let phrases = [unit(point)].into_iter().chain(point.qualifier.split(" · ").map(str::to_owned));
        let phrases: Vec<String> = phrases.filter(|phrase| !phrase.is_empty()).collect();
        let text = list(phrases.iter().map(String::as_str));
        let baseline = middle + BASELINE_EM * (number - letters.px);
        if across + letters.width(&text) <= room {
            marks.push(letters.at(text, x + across, baseline, Token::Second, Align::Start));
            return top + number + 1.0;
        }
        let first = (x, top + number + letters.line() * 0.5, room);
        return letters.paragraph(&text, first, Token::Second, Align::Start, marks) - letters.line() * 0.5;
    }
    let parts = Parts {
        unit: &unit,
        converted: &|_| None,
        natural: &|width| width,
        least: 0.0,
        draw: &|room, _, _, _| room.top,
    };
    let column = Column { x, top: top + 3.0, room, number, letters, bare: true };
    caption::words(figure, point, &parts, Shown::ALL, column, marks)
}
