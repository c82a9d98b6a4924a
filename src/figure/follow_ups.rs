//! A figure with what other public sources say of it, under it and apart: one row an entry, each with its mark on one
//! scale from zero. The article's own drawing stays as it is.

use super::frame::lower;
use super::lettering::{Lettering, list};
use super::ornament::{Bar, bar, cross_hatched, cross_hatched_up, dot, fill, line};
use super::{Align, DrawingPart, EIGHTHS, FigureChart, Frame, Mark, PlacedFigure, Spot, eighths};
use crate::color::Token;
use crate::plan::{self, FollowUp, OtherSource, Plan, Ref, SameMeasure, Shown, Slot};
use crate::quantity::{Quantity, spoken};
use crate::words;

/// Height of a mark, and room beside it for the arrow of a floor, in CSS pixels.
const THICK: f64 = 13.0;
const ARROW: f64 = 16.0;
/// Between the article's drawing and what is under it, and between two rows.
const GAP: (f64, f64) = (22.0, 12.0);
/// The least height of the article's drawing where the box is given.
const LEAST: f64 = 150.0;

#[derive(Clone, Debug, PartialEq)]
pub struct FollowUpsChart {
    pub figure: FigureChart,
    /// In the order of the time they are of.
    pub entries: Vec<(&'static FollowUp, &'static OtherSource)>,
}

impl FollowUpsChart {
    /// None where no source is known.
    pub fn of(plan: &Plan, reference: Ref<plan::Figure>) -> Option<FollowUpsChart> {
        let source = |entry: &'static FollowUp| (entry, &plan.other_sources.items()[entry.source.position()]);
        let entries: Vec<_> = plan.follow_ups_of(reference).into_iter().map(source).collect();
        (!entries.is_empty()).then(|| FollowUpsChart { figure: FigureChart::of(plan, reference), entries })
    }

    /// What others say as columns in the order of their time, hatched, and the promise after them, in wax: one scale from
    /// nought. None where the promise has no number.
    pub fn columns(&self, frame: Frame) -> Option<PlacedFigure> {
        let promise = self.figure.point(Slot::Promise)?;
        let (lang, letters) = (self.figure.lang, Lettering::of(frame, self.figure.lexicon));
        let width = frame.width_css_px;
        let value =
            |quantity: &Quantity| quantity.unit.convert(quantity.value, promise.quantity.unit).unwrap_or(0.0).abs();
        let quantities: Vec<Quantity> =
            self.entries.iter().map(|(entry, _)| entry.quantity).chain([promise.quantity]).collect();
        let lane = width / quantities.len() as f64;
        let room = lane - 10.0;
        let bar_width = (lane * 0.56).min(120.0);
        // Under a column: when, and which part of the way; over it what was measured.
        let under: Vec<[String; 2]> = self
            .entries
            .iter()
            .map(|(entry, _)| [entry.as_of_words.as_str().to_owned(), words::since_kind(entry.kind, lang).to_owned()])
            .chain([[promise.period.as_str().to_owned(), list(promise.qualifier.split(" · "))]])
            .collect();
        let said: Vec<String> = quantities.iter().map(|quantity| spoken(quantity, lang)).collect();
        let lines = |text: &str| letters.lines(text, room).len();
        let above = said.iter().map(|said| lines(said)).max().unwrap_or(1) as f64 * letters.line() + 34.0;
        let below = under.iter().map(|both| both.iter().map(|text| lines(text)).sum::<usize>()).max().unwrap_or(2);
        let below = below as f64 * letters.line() + 8.0;
        let height = frame.height_or(above + below + (150.0 + 0.08 * width).min(230.0));
        let (top, ground) = (above, height - below);
        let most = quantities.iter().map(value).fold(f64::MIN_POSITIVE, f64::max);
        let mut marks = vec![line(0.0, ground, width, ground, 1.0, Token::Mark)];
        for (index, quantity) in quantities.iter().enumerate() {
            let middle = lane * (index as f64 + 0.5);
            let rise = ((ground - top) * value(quantity) / most).max(2.0);
            let column = Bar { x: middle - bar_width / 2.0, top: ground - rise, width: bar_width, height: rise };
            let before = marks.len();
            if index < self.entries.len() {
                // Drawn along, then stood up: a hatched mark grows to the right.
                cross_hatched_up(column, quantity.hedges, &mut marks);
            } else {
                bar(column, quantity, self.figure.pigment, &mut marks);
            }
            let peak = Spot::around(DrawingPart::Promise, &marks[before..])
                .map_or(column.top, |spot| f64::from(spot.y) / f64::from(EIGHTHS));
            let texts = letters.lines(&said[index], room);
            let first = peak.min(column.top) - 6.0 - letters.line() * (texts.len() as f64 - 0.5);
            for (line, text) in texts.into_iter().enumerate() {
                marks.push(letters.at(text, middle, first + letters.line() * line as f64, Token::Ink, Align::Middle));
            }
            let mut y = ground + 6.0 + letters.line() * 0.5;
            for (text, token) in under[index].iter().zip([Token::Ink, Token::Second]) {
                y = letters.paragraph(text, (middle, y, room), token, Align::Middle, &mut marks);
            }
        }
        Some(frame.hold(height, marks, Vec::new()))
    }

    /// The article's drawing with the parts in `shown`, and the rows under it.
    pub fn place(&self, frame: Frame, shown: Shown) -> PlacedFigure {
        let (mut marks, mut spots, rows) = self.rows(frame, shown);
        let own = Frame { height_css_px: frame.height_css_px.map(|height| (height - rows).max(LEAST)), ..frame };
        let mut placed = self.figure.place(own, shown);
        marks.iter_mut().for_each(|mark| lower(mark, placed.height));
        spots.iter_mut().for_each(|spot| spot.y += placed.height);
        placed.height += eighths(rows);
        placed.marks.extend(marks);
        placed.spots.extend(spots);
        placed
    }

    /// Marks and places of the rows from the top down, and their height in CSS pixels.
    fn rows(&self, frame: Frame, shown: Shown) -> (Vec<Mark>, Vec<Spot>, f64) {
        let lang = self.figure.lang;
        let letters = Lettering::of(frame, self.figure.lexicon).small();
        let (width, step) = (frame.width_css_px, letters.line());
        let (mut marks, mut spots) = (Vec::new(), Vec::new());
        let promise = self.figure.point(Slot::Promise).map(|point| point.quantity);
        // Below zero the scale goes the promise's way.
        let way = promise.map_or(1.0, |promise| 1.0_f64.copysign(promise.value));
        let value = |entry: &FollowUp| {
            let converted = |promise: Quantity| entry.quantity.unit.convert(entry.quantity.value, promise.unit);
            promise.and_then(converted).unwrap_or(0.0) * way
        };
        // What is of another measure has no line in common with the promise.
        let target = |entry: &FollowUp| promise.filter(|_| entry.same == SameMeasure::Yes);
        let targets = self.entries.iter().filter_map(|(entry, _)| target(entry)).map(|promise| promise.value * way);
        let most = self.entries.iter().map(|(entry, _)| value(entry)).chain(targets).fold(0.0, f64::max);
        let scale = (width - ARROW) / most.max(f64::MIN_POSITIVE);

        marks.push(line(0.0, GAP.0 / 2.0, width, GAP.0 / 2.0, 1.0, Token::Mark));
        let mut y = GAP.0 + step / 2.0;
        y = letters.paragraph(words::from_elsewhere(lang), (0.0, y, width), Token::Second, Align::Start, &mut marks)
            + 5.0;
        for (index, (entry, _)) in self.entries.iter().enumerate() {
            let first = marks.len();
            let said = format!("{}{}{}", entry.as_of_words.as_str(), words::colon(lang), spoken(&entry.quantity, lang));
            y = letters.paragraph(&said, (0.0, y, width), Token::Ink, Align::Start, &mut marks);
            let about = list([words::since_kind(entry.kind, lang), words::same_measure(entry.same, lang)].into_iter());
            y = letters.paragraph(&about, (0.0, y, width), Token::Second, Align::Start, &mut marks);
            let bar = Bar { x: 1.0, top: y - step / 2.0 + 2.0, width: (value(entry) * scale).max(2.0), height: THICK };
            if !shown.is_empty() {
                cross_hatched(bar, entry.quantity.hedges, &mut marks);
            }
            if let Some(promise) = target(entry).filter(|_| !shown.is_empty()) {
                self.target(1.0 + promise.value * way * scale, bar.top + THICK / 2.0, &mut marks);
            }
            let part = DrawingPart::FollowUp(index);
            let bottom = bar.top + THICK + 4.0;
            let top = Spot::around(part, &marks[first..]).map_or(0.0, |spot| f64::from(spot.y) / f64::from(EIGHTHS));
            spots.push(Spot::at(part, (0.0, top), (width, bottom - top)));
            y = bar.top + THICK + GAP.1 + step / 2.0;
        }
        if let Some(promise) = promise.filter(|_| self.entries.iter().any(|(entry, _)| target(entry).is_some())) {
            self.target(3.0, y, &mut marks);
            let said = words::promised_value(&spoken(&promise, lang), lang);
            y = letters.paragraph(&said, (14.0, y, width - 14.0), Token::Second, Align::Start, &mut marks);
        }
        (marks, spots, (y - step / 2.0 + 4.0).ceil())
    }

    /// Where the promise lies on the scale: a line of wax dots, on ground of its own so that it is seen across a mark.
    fn target(&self, x: f64, middle: f64, marks: &mut Vec<Mark>) {
        marks.push(fill(x - 3.0, middle - THICK / 2.0, 6.0, THICK, Token::Card));
        marks.extend((-2..=2).map(|step| dot(x, middle + f64::from(step) * 5.0, 1.7, self.figure.pigment)));
    }
}
