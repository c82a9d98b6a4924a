//! An area as a square with the length of its side, and how far one walks in an hour beside it; other numbers of the same
//! sentence next to it.

use super::several::{Setting, member_words};
use crate::color::Token;
use crate::figure::kinds::area::{side_km, side_words};
use crate::figure::kinds::emblem::{Common, emblem};
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
/// Between its measures and its own words.
const OWN: f64 = 6.0;
/// Least and greatest side of the drawings beside it.
const PICTURE: (f64, f64) = (44.0, 170.0);
/// The square is rather larger than its words where it would be lower than this part of the box.
const LEAST: f64 = 0.42;

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
        let (width, letters) = (frame.width_css_px, Lettering::of(frame, self.lexicon));
        let height = frame.height_or((130.0 + width * 0.7).ceil());
        let Some(point) = self.area.points.last() else {
            return frame.hold(0.0, marks, spots);
        };
        let (side, open) = (side_km(point).max(0.1), reach(point.quantity.hedges));
        let notes = [side_words(point, self.lang), words::hours_walk(WALK_KM, self.lang)];
        let small = letters.small();
        // The words as large as they can be while the square keeps most of the room.
        let degrees = [
            (letters, 1.0, 0.36),
            (letters, 0.8, 0.36),
            (small, 0.8, 0.36),
            (small, 0.66, 0.36),
            (small, 0.55, 0.36),
            (small, 0.42, 0.36),
        ];
        let sheets = degrees.map(|(letters, part, share)| {
            let column = (width * share).clamp(118.0, 330.0);
            let number = (width * 0.36 * 0.27).clamp(34.0, 89.0) * part;
            let bare = part < 0.6;
            let gap = if bare { 4.0 } else { 14.0 };
            let setting = Setting { letters, number, picture: 0.0, room: column, gap, bare, explained: false };
            let used: f64 =
                self.beside.iter().map(|figure| self.words(figure, (0.0, 0.0), &setting, &mut Vec::new())).sum();
            let used = used + gap * (self.beside.len() as f64 - 1.0).max(0.0);
            // The square's own words stand under it, then its measures.
            let room = width - column - if bare { 12.0 } else { GAP };
            let own = self.words(&self.area, (0.0, 0.0), &Setting { room, ..setting }, &mut Vec::new());
            let line = |note: &String| letters.lines(note, room).len() as f64 * letters.line() + 12.0;
            let below = 12.0 + notes.iter().map(line).sum::<f64>() + OWN + own;
            let across = largest(room, |across| across + below + open + 4.0 <= height);
            (setting, used, room, below, across)
        });
        let fits = |(_, used, room, _, across): &(Setting, f64, f64, f64, f64)| {
            *used <= height && *across >= (room * 0.7).min(height * LEAST)
        };
        let most = || sheets.iter().filter(|(_, used, ..)| *used <= height).max_by(|a, b| a.4.total_cmp(&b.4));
        let fitting = sheets.iter().find(|sheet| fits(sheet)).or_else(most).or(sheets.last());
        let Some((setting, used, room, below, across)) = fitting else {
            return frame.hold(0.0, Vec::new(), Vec::new());
        };
        let (letters, room) = (setting.letters, *room);
        // The longer of the two takes the room: a small area's side is shorter than an hour's walk.
        let scale = across / side.max(WALK_KM);
        let across = side * scale;
        let left = 1.0;
        // In the middle of what the words leave.
        let ground = (height - below - open - 2.0 - across).max(0.0) / 2.0 + open + 2.0 + across;
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
        self.words(&self.area, (0.0, y + OWN), &Setting { room, ..*setting }, &mut marks);
        // What is left over beside the square is for drawings of the other numbers.
        let count = self.beside.len().max(1) as f64;
        let told = Setting { explained: true, ..*setting };
        let needs = |setting: &Setting| -> f64 {
            self.beside.iter().map(|figure| self.words(figure, (0.0, 0.0), setting, &mut Vec::new())).sum()
        };
        let explained = needs(&told) - needs(setting);
        let has_pictures = (height - used - explained) / count - 22.0 >= PICTURE.0;
        let (setting, used) = if has_pictures { (&told, used + explained) } else { (setting, *used) };
        let spare = (height - used) / count;
        let picture = (spare - 22.0).min(setting.room * 0.9).min(PICTURE.1);
        let picture = if has_pictures { picture + 8.0 } else { 0.0 };
        let between = (spare - picture).clamp(0.0, 34.0);
        let mut top = (height - used - (picture + between) * count + between).max(0.0) / 2.0;
        let common = Common { paces: 100.0, step: f64::MAX, told: true };
        for (index, figure) in self.beside.iter().enumerate() {
            let (before, x) = (marks.len(), width - setting.room);
            if let Some(point) = figure.points.last().filter(|_| picture > 0.0 && !shown.is_empty()) {
                emblem(figure, point, common, (x, top, picture - 8.0, picture - 8.0), letters, &mut marks);
            }
            let end = self.words(figure, (x, top + picture), setting, &mut marks);
            spots.extend(Spot::around(DrawingPart::Member(index + 1), &marks[before..]));
            top = end + setting.gap + between;
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
