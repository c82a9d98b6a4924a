//! Areas as squares at one scale, side by side where there is room and one below the other on a phone. Nothing is added
//! up: what is treated for one thing may be treated for another as well.

use super::area::{converted, grid};
use super::caption::paragraph;
use super::{TEXT_PX, label, numeral_px, words_at};
use crate::figure::ornament::{Bar, bar};
use crate::figure::{Align, BASELINE_EM, EIGHTHS, Face, Figure, Frame, Mark, Motion, Part, PlacedFigure, Point, Spot};
use crate::line_break::Lexicon;
use crate::quantity::{Lang, Tense};
use crate::theme::Token;
use crate::words;

const LINE: f64 = TEXT_PX + 6.0;
const GAP: f64 = 16.0;
const NUMBER: f64 = 28.0;
/// Least width of a column of words.
const COLUMN: f64 = 122.0;

#[derive(Clone, Debug, PartialEq)]
pub struct Areas {
    pub lang: Lang,
    pub lexicon: Lexicon,
    pub figures: Vec<Figure>,
}

/// A member with what is drawn of it.
struct Member<'a> {
    figure: &'a Figure,
    point: &'a Point,
    side_km: f64,
}

impl Areas {
    /// The members whose bits are set in `shown`; all of them have their place.
    pub fn place(&self, frame: Frame, shown: u8) -> PlacedFigure {
        let members: Vec<Member> = self.figures.iter().filter_map(member).collect();
        let width = f64::from(frame.width_css_px());
        let mut marks = Vec::new();
        let mut spots = Vec::new();
        let height = match frame {
            Frame::Wide => self.in_a_row(&members, width, shown, &mut marks, &mut spots),
            Frame::Narrow => self.in_a_column(&members, width, shown, &mut marks, &mut spots),
        };
        PlacedFigure { width: frame.width_css_px() * EIGHTHS, height: height.ceil() as i32 * EIGHTHS, marks, spots }
    }

    /// Squares on one ground, words under each.
    fn in_a_row(&self, members: &[Member], width: f64, shown: u8, marks: &mut Vec<Mark>, spots: &mut Vec<Spot>) -> f64 {
        let columns = |scale: f64| members.iter().map(move |member| (member.side_km * scale).max(COLUMN));
        let wide = |scale: f64| columns(scale).sum::<f64>() + GAP * (members.len().max(1) - 1) as f64;
        let scale = largest(|scale| wide(scale) <= width && members.iter().all(|m| m.side_km * scale <= 300.0));
        let ground = members.iter().map(|member| member.side_km * scale).fold(0.0, f64::max) + 2.0;
        let words = |member: &Member, x: f64, room: f64, marks: &mut Vec<Mark>| {
            self.words(member, x, ground + 22.0, room, marks)
        };
        let mut lowest = ground;
        let mut x = 0.0;
        for (index, (member, column)) in members.iter().zip(columns(scale)).enumerate() {
            lowest = words(member, x, column, &mut Vec::new()).max(lowest);
            if shown >> index & 1 == 1 {
                let before = marks.len();
                square(member, x + 1.0, ground, scale, marks);
                words(member, x, column, marks);
                spots.extend(Spot::around(Part::Member(index as u8), &marks[before..]));
            }
            x += column + GAP;
        }
        scale_words(self.lang, self.lexicon, width, lowest, marks)
    }

    /// Squares one below the other, words beside each.
    fn in_a_column(
        &self,
        members: &[Member],
        width: f64,
        shown: u8,
        marks: &mut Vec<Mark>,
        spots: &mut Vec<Spot>,
    ) -> f64 {
        const ROW: f64 = 62.0;
        let scale = largest(|scale| {
            let rows: f64 = members.iter().map(|member| (member.side_km * scale).max(ROW) + 8.0).sum();
            rows <= 330.0 && members.iter().all(|member| member.side_km * scale <= 150.0)
        });
        let beside = members.iter().map(|member| member.side_km * scale).fold(0.0, f64::max) + GAP;
        let mut y = 2.0;
        for (index, member) in members.iter().enumerate() {
            let side = member.side_km * scale;
            let words = self.words(member, beside, y + 12.0, width - beside, &mut Vec::new()) - y;
            let row = words.max(side) + 8.0;
            if shown >> index & 1 == 1 {
                let before = marks.len();
                square(member, 1.0, y + side, scale, marks);
                self.words(member, beside, y + 12.0, width - beside, marks);
                spots.extend(Spot::around(Part::Member(index as u8), &marks[before..]));
            }
            y += row;
        }
        scale_words(self.lang, self.lexicon, width, y - 8.0, marks)
    }

    /// Name, value, tense and, where the article's unit is another, the conversion. Returns the lower end.
    fn words(&self, member: &Member, x: f64, y: f64, room: f64, marks: &mut Vec<Mark>) -> f64 {
        let Member { figure, point, .. } = member;
        let y = paragraph(figure.name.as_str(), (x, y, room), Token::Ink, self.lexicon, marks) + 5.0;
        let number = &point.written.number;
        let end = x + numeral_px(number, NUMBER, self.lang) + 4.0;
        marks.push(label(number.as_str(), x, y, NUMBER, Face::Numeral, Token::Ink, Align::Start));
        let baseline = y + BASELINE_EM * (NUMBER - TEXT_PX);
        marks.push(words_at(point.written.unit.as_str(), end, baseline, Token::Ink, Align::Start));
        let mut y = paragraph(&point.qualifier, (x, y + NUMBER * 0.5 + 13.0, room), Token::Second, self.lexicon, marks);
        if let Some(converted) = converted(figure, point) {
            y = paragraph(&converted, (x, y, room), figure.pigment, self.lexicon, marks);
        }
        y - LINE * 0.5
    }
}

fn member(figure: &Figure) -> Option<Member<'_>> {
    let point = figure.points.last()?;
    let side_km = point.quantity.unit.in_km2(point.quantity.value)?.sqrt();
    Some(Member { figure, point, side_km })
}

/// The largest scale, in CSS pixels a kilometre, that still fits.
fn largest(fits: impl Fn(f64) -> bool) -> f64 {
    let (mut least, mut most) = (0.0, 64.0);
    for _ in 0..24 {
        let middle = (least + most) / 2.0;
        if fits(middle) { least = middle } else { most = middle }
    }
    least
}

fn square(member: &Member, x: f64, ground: f64, scale: f64, marks: &mut Vec<Mark>) {
    marks.push(Mark::Group(Motion::Rise));
    let side = member.side_km * scale;
    let square = Bar { x, top: ground - side, width: side, height: side };
    bar(square, &member.point.quantity, member.figure.pigment, marks);
    if member.point.quantity.tense == Tense::Done {
        grid(square, scale * CELL_KM, marks);
    }
    marks.push(Mark::Group(Motion::Still));
}

/// Side of a cell of the grid that lies over the squares.
const CELL_KM: f64 = 10.0;

fn scale_words(lang: Lang, lexicon: Lexicon, width: f64, lowest: f64, marks: &mut Vec<Mark>) -> f64 {
    marks.push(Mark::Group(Motion::Still));
    paragraph(words::areas_scale(lang), (0.0, lowest + 20.0, width), Token::Second, lexicon, marks) - 9.0
}
