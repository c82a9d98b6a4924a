//! How much of each pillar can be measured: every promise as one mark, waxed where it carries a number, an empty
//! outline where it does not.

use super::largest;
use super::lettering::{Lettering, label, numeral_px};
use super::round::{ring, wax};
use crate::figure::{Align, Face, Frame, Mark, Part, PlacedFigure, Spot};
use crate::line_break::Lexicon;
use crate::plan::{Measured, Plan, Ref};
use crate::quantity::Lang;
use crate::text::Text;
use crate::theme::Token;
use crate::words;

#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    pub lang: Lang,
    pub lexicon: Lexicon,
    pub pillars: Vec<MeasuredPillar>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct MeasuredPillar {
    pub name: Text,
    pub pigment: Token,
    pub counts: Measured,
}

impl Measure {
    pub fn of(plan: &Plan) -> Measure {
        let pillars = Ref::all(&plan.pillars).map(|pillar| MeasuredPillar {
            name: plan[pillar].name,
            pigment: Token::of_pillar(pillar.position()),
            counts: plan.measured(pillar),
        });
        Measure { lang: plan.lang, lexicon: plan.lexicon, pillars: pillars.collect() }
    }

    pub fn place(&self, frame: Frame, shown: u8) -> PlacedFigure {
        let plan = self.sizes(frame);
        let mut marks = Vec::new();
        let mut spots = Vec::new();
        let mut y = 2.0;
        for (index, pillar) in self.pillars.iter().enumerate() {
            let lower = self.row(frame, &plan, pillar, y, shown, &mut marks);
            let height = lower - y;
            spots.push(Spot::at(Part::Member(index as u8), (0.0, y), (frame.width_css_px, height)));
            y = lower + plan.gap;
        }
        frame.hold(y - plan.gap, marks, spots)
    }

    /// The sizes that fill the box: the most words it has room for, then the largest marks.
    fn sizes(&self, frame: Frame) -> Sizes {
        let letters = Lettering::of(frame, self.lexicon);
        let natural = (14.7 + 0.0067 * frame.width_css_px).min(24.0);
        let gap = 8.0;
        let of = |step: f64, words: usize, letters| Sizes { letters, step, number: step * 1.95, words, gap };
        let Some(height) = frame.height_css_px else {
            return of(natural, 2, letters);
        };
        let used = |sizes: &Sizes| {
            let rows = self.pillars.iter().map(|pillar| self.row(frame, sizes, pillar, 0.0, 0, &mut Vec::new()));
            rows.sum::<f64>() + sizes.gap * self.pillars.len().saturating_sub(1) as f64 + 2.0
        };
        // Rather than very small marks, fewer words: the marks themselves say how many there are.
        let degrees = [(2, letters), (1, letters), (0, letters), (0, letters.small())];
        let fitting = degrees.into_iter().map(|(words, letters)| {
            let step = largest(44.0, |step| used(&of(step, words, letters)) <= height);
            of(step, words, letters)
        });
        let mut last = of(natural * 0.6, 0, letters.small());
        for sizes in fitting {
            last = sizes;
            if last.step >= natural * 0.8 {
                break;
            }
        }
        let rest = height - used(&last);
        // What is left over stands between the rows.
        Sizes { gap: gap + (rest / self.pillars.len().max(1) as f64).clamp(0.0, last.step), ..last }
    }

    /// One pillar from `y` down: its number and name, its marks, its words. Returns the lower end.
    fn row(
        &self,
        frame: Frame,
        sizes: &Sizes,
        pillar: &MeasuredPillar,
        y: f64,
        shown: u8,
        marks: &mut Vec<Mark>,
    ) -> f64 {
        let Sizes { letters, step, number, words, .. } = *sizes;
        let (lang, broad) = (self.lang, frame.is_broad(1.15));
        let left = if broad { self.names_px(letters).max(frame.width_css_px * 0.2) } else { 0.0 };
        let Measured { numbers, without, .. } = pillar.counts;
        let digits = numbers.to_string();
        let end = numeral_px(&digits, number, lang) + 8.0;
        let middle = y + number * 0.5;
        marks.push(label(digits, 0.0, middle, number, Face::Numeral, pillar.pigment, Align::Start));
        let (name, name_y) = if broad { (0.0, y + number + letters.line() * 0.6) } else { (end, middle - 1.0) };
        marks.push(letters.at(pillar.name.as_str(), name, name_y, Token::Ink, Align::Start));
        let first = if broad { y + step * 0.5 } else { y + number + step * 0.5 + 4.0 };
        let columns = (((frame.width_css_px - left) / step).floor() as usize).max(1);
        let place = |index: usize| {
            let (column, row) = ((index % columns) as f64, (index / columns) as f64);
            (left + (column + 0.5) * step, first + row * step)
        };
        let radius = step * 0.4;
        for index in 0..numbers + without {
            if index >= numbers || shown == 0 {
                let (x, y) = place(index);
                ring(x, y, radius, 1.0, false, Token::Mark, marks);
            }
        }
        for index in (0..numbers).filter(|_| shown != 0) {
            let at = place(index);
            ring(at.0, at.1, radius, 1.5, false, pillar.pigment, marks);
            wax(at, radius, 1.15, pillar.pigment, marks);
        }
        let rows = (numbers + without).div_ceil(columns).max(1);
        let mut below = first + (rows as f64 - 0.5) * step;
        let texts = [words::measured_marks(&pillar.counts, lang), words::measured_kinds(&pillar.counts, lang)];
        for text in texts.iter().take(words).filter(|text| !text.is_empty()) {
            let at = (left, below + letters.line() * 0.55, frame.width_css_px - left);
            below = letters.paragraph(text, at, Token::Second, Align::Start, marks) - letters.line() * 0.55;
        }
        let head = if broad { y + number + letters.line() } else { y + number };
        below.max(head)
    }

    /// Room for the names where they stand before the marks.
    fn names_px(&self, letters: Lettering) -> f64 {
        letters.widest(self.pillars.iter().map(|pillar| pillar.name.as_str())) + 24.0
    }
}

/// What the rows share, in CSS pixels.
#[derive(Clone, Copy)]
struct Sizes {
    letters: Lettering,
    /// From mark to mark.
    step: f64,
    number: f64,
    /// How many of the two lines of words stand under the marks.
    words: usize,
    /// Between two rows.
    gap: f64,
}
