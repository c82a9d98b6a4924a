//! A few figures as one composition, each with its own measure: in columns where there is room, else in rows.

use super::caption::{self, Column, Parts};
use super::emblem::emblem;
use super::lettering::Lettering;
use crate::figure::{Align, Figure, Frame, Mark, Part, PlacedFigure, Point, Spot};
use crate::line_break::Lexicon;
use crate::plan::{Kind, Show};
use crate::quantity::Lang;
use crate::theme::Token;

/// Between two of them, in CSS pixels: side by side, and one below the other.
const GAP: (f64, f64) = (36.0, 14.0);
/// Height of a row where none is given, in CSS pixels.
const ROW: f64 = 112.0;

#[derive(Clone, Debug, PartialEq)]
pub struct Several {
    pub lang: Lang,
    pub lexicon: Lexicon,
    pub figures: Vec<Figure>,
}

/// Left, top, width and height of an emblem; left, top and width of its words.
struct Cell {
    emblem: (f64, f64, f64, f64),
    words: (f64, f64, f64),
}

impl Several {
    /// All of them, or at 0 their words alone.
    pub fn place(&self, frame: Frame, shown: u8) -> PlacedFigure {
        let members: Vec<(&Figure, &Point)> =
            self.figures.iter().filter_map(|figure| Some((figure, figure.points.last()?))).collect();
        let letters = Lettering::of(frame, self.lexicon);
        let (width, count) = (frame.width_css_px, members.len().max(1) as f64);
        let broad = frame.is_broad(1.0);
        let across = if broad { (width - GAP.0 * (count - 1.0)) / count } else { width };
        let row = |height: f64| (height - GAP.1 * (count - 1.0)) / count;
        // Smaller words where a box is low.
        let degrees = [(letters, 1.0), (letters, 0.8), (letters.small(), 0.8), (letters.small(), 0.62), (letters.small(), 0.5)];
        let mut chosen = None;
        for (letters, part) in degrees {
            let number = if broad { (across * 0.22).clamp(34.0, 92.0) } else { (width * 0.115).clamp(30.0, 64.0) } * part;
            let picture = if broad { across } else { (width * 0.3).min(150.0) };
            let room = if broad { across } else { width - picture - 18.0 };
            let tallest = members
                .iter()
                .map(|(figure, point)| self.words(figure, point, (0.0, 0.0, room), number, letters, &mut Vec::new()))
                .fold(0.0, f64::max);
            chosen = Some((letters, number, picture, room, tallest));
            let fits = match frame.height_css_px {
                Some(height) if broad => tallest + 90.0 <= height,
                Some(height) => tallest <= row(height),
                None => true,
            };
            if fits {
                break;
            }
        }
        let Some((letters, number, picture, room, tallest)) = chosen else {
            return frame.hold(0.0, Vec::new(), Vec::new());
        };
        let (mut marks, mut spots) = (Vec::new(), Vec::new());
        let mut lower = 0.0_f64;
        for (index, (figure, point)) in members.iter().enumerate() {
            let index_px = index as f64;
            let cell = if broad {
                let left = index_px * (across + GAP.0);
                let side = frame.height_css_px.map_or(across * 0.8, |height| height - tallest - 16.0).min(across * 0.95);
                Cell { emblem: (left, 2.0, side.min(across), side - 2.0), words: (left, side + 14.0, room) }
            } else {
                let height = frame.height_css_px.map_or(ROW.max(tallest), row);
                let top = index_px * (height + GAP.1);
                let side = (height - 4.0).min(picture);
                let down = ((height - tallest) / 2.0).max(0.0);
                Cell { emblem: (0.0, top + (height - side) / 2.0, picture.min(side * 1.25), side), words: (picture + 18.0, top + down, room) }
            };
            let before = marks.len();
            let end = self.words(figure, point, cell.words, number, letters, &mut marks);
            if shown != 0 {
                emblem(figure, point, cell.emblem, letters, &mut marks);
            }
            lower = lower.max(end).max(cell.emblem.1 + cell.emblem.3 + 2.0);
            spots.extend(Spot::around(Part::Member(index as u8), &marks[before..]));
        }
        frame.hold(lower, marks, spots)
    }

    /// Name, value and qualifiers. Returns the lower end.
    fn words(
        &self,
        figure: &Figure,
        point: &Point,
        (x, top, room): (f64, f64, f64),
        number: f64,
        letters: Lettering,
        marks: &mut Vec<Mark>,
    ) -> f64 {
        let first = (x, top + letters.line() * 0.5, room);
        let below = letters.paragraph(figure.name.as_str(), first, Token::Ink, Align::Start, marks);
        let parts = Parts {
            unit: &|point| match figure.kind {
                Kind::Pace => self.lang.pick("平均每年", "a year on average").to_owned(),
                Kind::Share => String::new(),
                _ => point.written.unit.clone(),
            },
            converted: &|_| None,
            natural: &|width| width,
            least: 0.0,
            draw: &|room, _, _, _| room.top,
        };
        let column = Column { x, top: below - letters.line() * 0.5 + 3.0, room, number, letters, bare: true };
        caption::words(figure, point, &parts, Show::ALL, column, marks)
    }
}
