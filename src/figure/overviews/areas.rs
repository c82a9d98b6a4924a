//! Areas as squares at one scale, side by side where there is room and one below the other on a phone. Nothing is added
//! up: what is treated for one thing may be treated for another as well.

use crate::color::Token;
use crate::figure::kinds::area::{converted, grid};
use crate::figure::lettering::{Lettering, label, numeral_px};
use crate::figure::ornament::{Bar, bar};
use crate::figure::scale::largest;
use crate::figure::{Align, BASELINE_EM, DrawingPart, Face, FigureChart, Frame, Mark, PlacedFigure, Point, Spot};
use crate::line_break::Lexicon;
use crate::plan::Shown;
use crate::quantity::{Lang, Tense};
use crate::words;

const GAP: f64 = 16.0;
/// Least width of a column of words.
const COLUMN: f64 = 122.0;
/// And where units stand under their numbers.
const STACKED: f64 = 56.0;

#[derive(Clone, Debug, PartialEq)]
pub struct Areas {
    pub lang: Lang,
    pub lexicon: Lexicon,
    pub figures: Vec<FigureChart>,
}

/// A member with what is drawn of it.
struct Member<'a> {
    figure: &'a FigureChart,
    point: &'a Point,
    side_km: f64,
}

impl Areas {
    /// The members whose bits are set in `shown`; all of them have their place.
    pub fn place(&self, frame: Frame, shown: Shown) -> PlacedFigure {
        let members: Vec<Member> = self.figures.iter().filter_map(member).collect();
        let letters = Lettering::of(frame, self.lexicon);
        let width = frame.width_css_px;
        let mut best: Option<(Sheet, Places)> = None;
        for sheet in Sheet::degrees(frame, letters, self.lang) {
            let gaps = sheet.gap() * members.len().saturating_sub(1) as f64;
            let columns = sheet.columns(&members);
            let in_a_row = (frame.is_broad(1.15) || sheet.stacked) && columns.iter().sum::<f64>() + gaps <= width;
            let places = if in_a_row { sheet.in_a_row(&members, &columns) } else { sheet.in_a_column(&members) };
            let low = frame.height_css_px.is_none_or(|height| places.used <= height);
            // Rather fewer words than squares that nobody sees.
            let large = members.iter().any(|member| member.side_km * places.scale >= width * 0.17);
            // Where no degree has room for large ones, the largest of those in the box.
            let better = |best: &(Sheet, Places)| low && places.scale > best.1.scale;
            if large && low || best.as_ref().is_none_or(better) {
                best = Some((sheet, places));
            }
            if low && large {
                break;
            }
        }
        let Some((sheet, places)) = best else {
            return frame.hold(0.0, Vec::new(), Vec::new());
        };
        let mut marks = Vec::new();
        let mut spots = Vec::new();
        for (index, (member, place)) in members.iter().zip(&places.members).enumerate() {
            if shown.has(Shown::member(index)) {
                let before = marks.len();
                square(member, place.square, places.scale, &mut marks);
                sheet.words(member, place.words, &mut marks);
                spots.extend(Spot::around(DrawingPart::Member(index), &marks[before..]));
            }
        }
        let note = (0.0, places.used - sheet.note + 8.0 + letters.line() * 0.5, width);
        if sheet.note > 0.0 {
            sheet.letters.paragraph(words::areas_scale(self.lang), note, Token::Second, Align::Start, &mut marks);
        }
        frame.hold(places.used, marks, spots)
    }
}

/// How words are set on the box. All lengths are CSS pixels.
struct Sheet {
    frame: Frame,
    letters: Lettering,
    lang: Lang,
    number: f64,
    /// Height for the words on the scale, under everything.
    note: f64,
    /// Whether tense and hedges stand behind the unit where there is room.
    tight: bool,
    /// Whether the unit stands under its number: then even a phone has room for a row.
    stacked: bool,
}

/// Where the members of a drawing stand.
struct Places {
    members: Vec<Place>,
    /// CSS pixels a kilometre.
    scale: f64,
    used: f64,
}

/// Lower left corner of a square; left, top and width of its words.
struct Place {
    square: (f64, f64),
    words: (f64, f64, f64),
}

impl Sheet {
    /// From the fullest to the barest.
    fn degrees(frame: Frame, letters: Lettering, lang: Lang) -> impl Iterator<Item = Sheet> {
        let number = (0.046 * frame.width_css_px).clamp(26.0, 48.0);
        let degrees = [
            (letters, 1.0, true, false, false),
            (letters, 0.85, true, false, false),
            (letters.small(), 0.75, true, false, false),
            (letters.small(), 0.75, true, false, true),
            (letters.small(), 0.75, true, true, false),
            (letters.small(), 0.75, false, false, true),
            (letters.small(), 0.75, false, true, false),
        ];
        degrees.into_iter().map(move |(letters, part, noted, stacked, tight)| {
            let lines = letters.lines(words::areas_scale(lang), frame.width_css_px).len();
            let note = if noted { 8.0 + letters.line() * lines as f64 } else { 0.0 };
            Sheet {
                frame,
                letters,
                lang,
                number: (number * part).max(if stacked { 18.0 } else { 22.0 }),
                note,
                stacked,
                tight,
            }
        })
    }

    /// Least widths of the columns of words: a number and its unit stand in one line, in columns of one width; or, where
    /// units stand under their numbers, each column is as wide as its longest word.
    fn columns(&self, members: &[Member]) -> Vec<f64> {
        let widths = members.iter().map(|member| {
            let written = &member.point.written;
            let number = numeral_px(&written.number, self.number);
            let unit = self.letters.width(&written.unit);
            if !self.stacked {
                return number + self.letters.gap() + unit;
            }
            let words = member.figure.name.as_str().split(' ').filter(|_| self.lang == Lang::En);
            let words = words.chain(member.point.qualifier.split(" · "));
            number.max(unit).max(self.letters.widest(words) + 1.0).max(STACKED)
        });
        if self.stacked {
            return widths.collect();
        }
        let widest = widths.fold(COLUMN, f64::max);
        members.iter().map(|_| widest).collect()
    }

    /// Between two members of a row.
    fn gap(&self) -> f64 {
        if self.stacked { 5.0 } else { GAP }
    }

    /// Squares on one ground, words under each.
    fn in_a_row(&self, members: &[Member], columns: &[f64]) -> Places {
        let width = self.frame.width_css_px;
        let members = || members.iter().zip(columns);
        let room = |(member, column): (&Member, &f64), scale: f64| (member.side_km * scale).max(*column);
        let gaps = self.gap() * columns.len().saturating_sub(1) as f64;
        let words = |scale: f64| {
            let heights = members().map(|one| self.words(one.0, (0.0, 0.0, room(one, scale)), &mut Vec::new()));
            heights.fold(0.0, f64::max)
        };
        let tallest = |scale: f64| members().map(|(member, _)| member.side_km * scale).fold(0.0, f64::max);
        let across = |scale: f64| members().map(|one| room(one, scale)).sum::<f64>() + gaps;
        let used = |scale: f64| 2.0 + tallest(scale) + 10.0 + words(scale) + self.note;
        let natural = largest(64.0, |scale| across(scale) <= width && tallest(scale) <= width * 0.47);
        let scale = match self.frame.height_css_px {
            // In a box of the natural height it is the natural drawing.
            Some(height) if (used(natural).ceil() - height).abs() >= 0.5 => {
                largest(64.0, |scale| across(scale) <= width && used(scale) <= height)
            }
            _ => natural,
        };
        let ground = 2.0 + tallest(scale);
        // What the squares leave of the width stands between them.
        let spare = ((width - across(scale)) / columns.len().max(1) as f64).max(0.0);
        let mut x = 0.0;
        let places = members().map(|one| {
            let room = room(one, scale) + spare;
            let place = Place { square: (x + 1.0, ground), words: (x, ground + 10.0, room) };
            x += room + self.gap();
            place
        });
        Places { members: places.collect(), scale, used: used(scale) }
    }

    /// Squares one below the other, words beside each.
    fn in_a_column(&self, members: &[Member]) -> Places {
        let width = self.frame.width_css_px;
        let place = |scale: f64| {
            let beside = members.iter().map(|member| member.side_km * scale).fold(0.0, f64::max) + GAP;
            let mut y = 2.0;
            let mut places = Vec::new();
            for member in members {
                let side = member.side_km * scale;
                let height = self.words(member, (0.0, 0.0, width - beside), &mut Vec::new());
                places.push(Place { square: (1.0, y + side), words: (beside, y, width - beside) });
                y += height.max(side) + 10.0;
            }
            Places { members: places, scale, used: y - 10.0 + self.note }
        };
        let natural = largest(64.0, |scale| members.iter().all(|member| member.side_km * scale <= width * 0.44));
        match self.frame.height_css_px {
            Some(height) => place(largest(natural, |scale| place(scale).used <= height)),
            None => place(natural),
        }
    }

    /// Name, value, tense and, where the article's unit is another, the conversion. Returns the lower end.
    fn words(&self, member: &Member, (x, top, room): (f64, f64, f64), marks: &mut Vec<Mark>) -> f64 {
        let Member { figure, point, .. } = member;
        let Sheet { letters, number: size, .. } = *self;
        let first = (x, top + letters.line() * 0.5, room);
        let y = letters.paragraph(figure.name.as_str(), first, Token::Ink, Align::Start, marks);
        let top = y - letters.line() * 0.5 + 3.0;
        let number = &point.written.number;
        let across = numeral_px(number, size);
        let beside = if self.stacked { 0.0 } else { letters.gap() + letters.width(&point.written.unit) };
        let size = size.min(size * (room - beside - 1.0) / across);
        let end = x + numeral_px(number, size) + letters.gap();
        let y = top + size * 0.5;
        marks.push(label(number.as_str(), x, y, size, Face::Numeral, Token::Ink, Align::Start));
        let mut at = (x, y + size * 0.5 + letters.line() * 0.5, room);
        if self.stacked {
            marks.push(letters.at(point.written.unit.as_str(), x, at.1, Token::Ink, Align::Start));
            at.1 += letters.line();
        } else {
            let baseline = y + BASELINE_EM * (size - letters.px);
            marks.push(letters.at(point.written.unit.as_str(), end, baseline, Token::Ink, Align::Start));
        }
        let under = at.1;
        // Squares at one scale have one unit: behind the article's own, or in a line of its own.
        if let Some(converted) = converted(figure, point) {
            let after = end + letters.width(&point.written.unit) + letters.px;
            if !self.stacked && !self.tight && after + letters.width(&converted) <= x + room {
                let baseline = y + BASELINE_EM * (size - letters.px);
                marks.push(letters.at(converted, after, baseline, figure.pigment, Align::Start));
            } else {
                // Between its words lines may end; "about" keeps its number.
                let (about, rest) = converted.split_once('\u{a0}').unwrap_or(("", &converted));
                let converted = format!("{about}\u{a0}{}", rest.replace('\u{a0}', " "));
                at.1 = letters.paragraph(&converted, at, figure.pigment, Align::Start, marks);
            }
        }
        let after = end + letters.width(&point.written.unit) + letters.px;
        if self.tight && at.1 == under && after + letters.width(&point.qualifier) <= x + room {
            let baseline = y + BASELINE_EM * (size - letters.px);
            marks.push(letters.at(point.qualifier.as_str(), after, baseline, Token::Second, Align::Start));
            return at.1 - letters.line() * 0.5;
        }
        letters.paragraph(&point.qualifier, at, Token::Second, Align::Start, marks) - letters.line() * 0.5
    }
}

fn member(figure: &FigureChart) -> Option<Member<'_>> {
    let point = figure.points.last()?;
    let side_km = point.quantity.unit.in_km2(point.quantity.value)?.sqrt();
    Some(Member { figure, point, side_km })
}

fn square(member: &Member, (x, ground): (f64, f64), scale: f64, marks: &mut Vec<Mark>) {
    let side = member.side_km * scale;
    let square = Bar { x, top: ground - side, width: side, height: side };
    bar(square, &member.point.quantity, member.figure.pigment, marks);
    if member.point.quantity.tense == Tense::Done {
        grid(square, scale * CELL_KM, marks);
    }
}

/// Side of a cell of the grid that lies over the squares.
const CELL_KM: f64 = 10.0;
