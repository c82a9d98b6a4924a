//! How much of each pillar can be measured: every promise as one mark, waxed where it carries a number, an empty
//! outline where it does not.

use crate::color::Token;
use crate::figure::lettering::{Lettering, label, numeral_px};
use crate::figure::round::{ring, wax};
use crate::figure::scale::largest;
use crate::figure::{Align, DrawingPart, Face, Frame, Mark, PlacedFigure, Spot};
use crate::line_break::Lexicon;
use crate::plan::{Measured, Plan, Ref, Shown};
use crate::quantity::Lang;
use crate::text::Text;
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

    pub fn place(&self, frame: Frame, shown: Shown) -> PlacedFigure {
        let plan = self.sizes(frame);
        let mut marks = Vec::new();
        let mut spots = Vec::new();
        let mut y = 2.0;
        for (index, pillar) in self.pillars.iter().enumerate() {
            let lower = self.row(frame, &plan, pillar, y, shown, &mut marks);
            let height = lower - y;
            spots.push(Spot::at(DrawingPart::Member(index), (0.0, y), (frame.width_css_px, height)));
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
        let used = |sizes: &Sizes, lines: &[usize]| {
            let rows = self.pillars.iter().zip(lines).map(|(pillar, lines)| {
                let cells = self.cells(frame, sizes, pillar);
                cells.lower(sizes, *lines)
            });
            rows.sum::<f64>() + sizes.gap * self.pillars.len().saturating_sub(1) as f64 + 2.0
        };
        // Breaking words into lines takes longest, and their room is the same at every size of the marks.
        let lines = |words: usize, letters: Lettering| -> Vec<usize> {
            let room = frame.width_css_px - self.left(frame, letters);
            let lines = |text: &String| letters.lines(text, room).len();
            self.pillars.iter().map(|pillar| self.texts(pillar, words).iter().map(lines).sum()).collect()
        };
        // Rather than very small marks, fewer words: the marks themselves say how many there are.
        let degrees = [(2, letters), (1, letters), (0, letters), (0, letters.small())];
        let fitting = degrees.into_iter().map(|(words, letters)| {
            let lines = lines(words, letters);
            let step = largest(44.0, |step| used(&of(step, words, letters), &lines) <= height);
            (of(step, words, letters), lines)
        });
        let mut last = of(natural * 0.6, 0, letters.small());
        let mut rest = 0.0;
        for (sizes, lines) in fitting {
            last = sizes;
            rest = height - used(&last, &lines);
            if last.step >= natural * 0.8 {
                break;
            }
        }
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
        shown: Shown,
        marks: &mut Vec<Mark>,
    ) -> f64 {
        let Sizes { letters, step, number, words, .. } = *sizes;
        let broad = frame.is_broad(1.15);
        let cells = self.cells(frame, sizes, pillar);
        let left = cells.left;
        let Measured { numbers, without, .. } = pillar.counts;
        let digits = numbers.to_string();
        let end = numeral_px(&digits, number) + letters.gap();
        let middle = y + number * 0.5;
        marks.push(label(digits, 0.0, middle, number, Face::Numeral, pillar.pigment, Align::Start));
        let (name, name_y) = if broad { (0.0, y + number + letters.line() * 0.6) } else { (end, middle - 1.0) };
        marks.push(letters.at(pillar.name.as_str(), name, name_y, Token::Ink, Align::Start));
        let place = |index: usize| {
            let (column, row) = ((index % cells.columns) as f64, (index / cells.columns) as f64);
            (left + (column + 0.5) * step, y + cells.first + row * step)
        };
        let radius = step * 0.4;
        for index in 0..numbers + without {
            if index >= numbers || shown.is_empty() {
                let (x, y) = place(index);
                ring(x, y, radius, 1.0, false, Token::Mark, marks);
            }
        }
        for index in (0..numbers).filter(|_| !shown.is_empty()) {
            let at = place(index);
            ring(at.0, at.1, radius, 1.5, false, pillar.pigment, marks);
            wax(at, radius, 1.15, pillar.pigment, marks);
        }
        let mut below = y + cells.last + 0.5 * step;
        for text in self.texts(pillar, words) {
            let at = (left, below + letters.line() * 0.55, frame.width_css_px - left);
            below = letters.paragraph(&text, at, Token::Second, Align::Start, marks) - letters.line() * 0.55;
        }
        below.max(y + cells.head)
    }

    /// Up to so many lines of words under the marks.
    fn texts(&self, pillar: &MeasuredPillar, words: usize) -> Vec<String> {
        let texts =
            [words::measured_marks(&pillar.counts, self.lang), words::measured_kinds(&pillar.counts, self.lang)];
        texts.into_iter().take(words).filter(|text| !text.is_empty()).collect()
    }

    fn cells(&self, frame: Frame, sizes: &Sizes, pillar: &MeasuredPillar) -> Cells {
        let Sizes { letters, step, number, .. } = *sizes;
        let left = self.left(frame, letters);
        let broad = frame.is_broad(1.15);
        let first = if broad { step * 0.5 } else { number + step * 0.5 + 4.0 };
        let columns = (((frame.width_css_px - left) / step).floor() as usize).max(1);
        let rows = (pillar.counts.numbers + pillar.counts.without).div_ceil(columns).max(1);
        Cells {
            left,
            columns,
            first,
            last: first + (rows as f64 - 1.0) * step,
            head: if broad { number + letters.line() } else { number },
        }
    }

    /// Where the marks begin: behind the names where there is room.
    fn left(&self, frame: Frame, letters: Lettering) -> f64 {
        if frame.is_broad(1.15) { self.names_px(letters).max(frame.width_css_px * 0.2) } else { 0.0 }
    }

    /// Room for the names where they stand before the marks.
    fn names_px(&self, letters: Lettering) -> f64 {
        letters.widest(self.pillars.iter().map(|pillar| pillar.name.as_str())) + 24.0
    }
}

/// Where the marks of a pillar stand, in CSS pixels from the top of its row.
struct Cells {
    left: f64,
    columns: usize,
    /// Middle of the first row of marks, and of the last.
    first: f64,
    last: f64,
    /// Height of number and name.
    head: f64,
}

impl Cells {
    /// Lower end of the row, with so many lines of words under its marks.
    fn lower(&self, sizes: &Sizes, lines: usize) -> f64 {
        (self.last + 0.5 * sizes.step + sizes.letters.line() * lines as f64).max(self.head)
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
