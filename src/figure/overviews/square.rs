//! An area as a square with the length of its side, and how far one walks in an hour beside it; other numbers of the same
//! sentence next to it.

use super::several::{Setting, member_words};
use crate::color::Token;
use crate::figure::kinds::area::{side_km, side_words};
use crate::figure::lettering::Lettering;
use crate::figure::ornament::{Bar, bar, dotted, line, reach};
use crate::figure::scale::largest;
use crate::figure::{Align, DrawingPart, FigureChart, Frame, Mark, PlacedFigure, Spot};
use crate::line_break::Lexicon;
use crate::plan::Shown;
use crate::quantity::Lang;
use crate::words;

/// How far one walks in an hour: our own yardstick.
const WALK_KM: f64 = 5.0;
/// Between the square and the words, in CSS pixels.
const GAP: f64 = 28.0;

#[derive(Clone, Debug, PartialEq)]
pub struct Square {
    pub lang: Lang,
    pub lexicon: Lexicon,
    pub area: FigureChart,
    pub beside: Vec<FigureChart>,
}

impl Square {
    /// All of it, or at 0 its words alone.
    pub fn place(&self, frame: Frame, shown: Shown) -> PlacedFigure {
        let (mut marks, mut spots) = (Vec::new(), Vec::new());
        let members: Vec<&FigureChart> = std::iter::once(&self.area).chain(&self.beside).collect();
        let (width, letters) = (frame.width_css_px, Lettering::of(frame, self.lexicon));
        let height = frame.height_or((width * 0.86).ceil());
        let Some(point) = self.area.points.last() else {
            return frame.hold(0.0, marks, spots);
        };
        let (side, open) = (side_km(point).max(0.1), reach(point.quantity.hedges));
        let small = letters.small();
        // The words as large as they can be while the square keeps most of the room.
        let degrees = [
            (letters, 1.0, 0.36),
            (letters, 0.8, 0.36),
            (small, 0.8, 0.36),
            (small, 0.66, 0.36),
            (small, 0.55, 0.36),
            (small, 0.42, 0.36),
            (small, 0.42, 0.46),
            (small, 0.42, 0.56),
        ];
        let sheets = degrees.map(|(letters, part, share)| {
            let column = (width * share).clamp(118.0, 330.0);
            let number = (width * 0.36 * 0.27).clamp(34.0, 89.0) * part;
            let setting = Setting {
                letters,
                number,
                picture: 0.0,
                room: column,
                gap: if part < 0.6 { 2.0 } else { 14.0 },
                bare: part < 0.6,
            };
            let used: f64 =
                members.iter().map(|figure| self.words(figure, (0.0, 0.0), &setting, &mut Vec::new())).sum();
            (setting, used + setting.gap * (members.len() as f64 - 1.0))
        });
        let fitting = sheets.iter().find(|(_, used)| *used <= height).or(sheets.last());
        let Some((setting, used)) = fitting else { return frame.hold(0.0, marks, spots) };
        let letters = setting.letters;
        let room = width - setting.room - if setting.bare { 12.0 } else { GAP };
        let notes = [side_words(point, self.lang), words::hours_walk(WALK_KM, self.lang)];
        let below = |room: f64| {
            12.0 + notes.iter().map(|note| letters.lines(note, room).len() as f64 * letters.line() + 12.0).sum::<f64>()
        };
        let across = largest(room, |across| across + below(room) + open + 4.0 <= height);
        // The longer of the two takes the room: a small area's side is shorter than an hour's walk.
        let scale = across / side.max(WALK_KM);
        let across = side * scale;
        // Words and square share their foot.
        let ground = height - below(room);
        let left = 1.0;
        if !shown.is_empty() {
            bar(
                Bar { x: left, top: ground - across, width: across, height: across },
                &point.quantity,
                self.area.pigment,
                &mut marks,
            );
        }
        spots.push(Spot::at(DrawingPart::Member(0), (left, ground - across), (across, across)));
        let mut y = ground + 12.0;
        let measures = [(side, self.area.pigment), (WALK_KM, Token::Ink)];
        for (note, (km, token)) in notes.iter().zip(measures) {
            let end = left + km * scale;
            if km == side {
                dotted(&[(left, y), (end, y)], token, &mut marks);
            } else {
                marks.push(line(left, y, end, y, 2.0, token));
            }
            for x in [left, end] {
                marks.push(line(x, y - 4.0, x, y + 4.0, 1.5, token));
            }
            let first = (left, y + 6.0 + letters.line() * 0.5, room);
            y = letters.paragraph(note, first, token, Align::Start, &mut marks) - letters.line() * 0.5 + 6.0;
        }
        // What is left over stands between the numbers.
        let spare = ((height - used) / members.len() as f64).clamp(0.0, 34.0);
        let mut top = (height - used - spare * (members.len() as f64 - 1.0)) / 2.0;
        for (index, figure) in members.iter().enumerate() {
            let before = marks.len();
            let end = self.words(figure, (width - setting.room, top), setting, &mut marks);
            if index > 0 {
                spots.extend(Spot::around(DrawingPart::Member(index), &marks[before..]));
            }
            top = end + setting.gap + spare;
        }
        frame.hold(height, marks, spots)
    }

    /// Name, value and qualifiers of a figure. Returns the lower end.
    fn words(&self, figure: &FigureChart, at: (f64, f64), setting: &Setting, marks: &mut Vec<Mark>) -> f64 {
        figure.points.last().map_or(at.1, |point| member_words(figure, point, at, setting, marks))
    }

    pub fn members(&self) -> impl Iterator<Item = &FigureChart> {
        std::iter::once(&self.area).chain(&self.beside)
    }
}
