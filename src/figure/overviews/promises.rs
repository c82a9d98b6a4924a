//! Promises without a number: for each a ring of wax dots, empty, where the number would be.

use crate::color::Token;
use crate::figure::lettering::{Lettering, label};
use crate::figure::ornament::dot;
use crate::figure::{Align, DrawingPart, Face, Frame, Mark, PlacedFigure, Spot};
use crate::line_break::Lexicon;
use crate::plan::{Commitment, Locator, Measured, Pillar, Plan, Ref, Shown};
use crate::quantity::Lang;
use crate::text::Text;
use crate::words;
use std::f64::consts::TAU;

/// Sizes of words that are tried, in CSS pixels.
const SIZES: [f64; 8] = [27.0, 24.0, 22.0, 20.0, 18.0, 16.0, 14.5, 13.0];

/// A few promises in their words.
#[derive(Clone, Debug, PartialEq)]
pub struct Promises {
    pub lang: Lang,
    pub lexicon: Lexicon,
    pub promises: Vec<Promise>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Promise {
    pub id: Text,
    /// With its own words for how firm it is.
    pub text: String,
    pub pigment: Token,
    pub at: Locator,
}

impl Promises {
    pub fn of(plan: &Plan, commitments: impl IntoIterator<Item = Ref<Commitment>>) -> Promises {
        let promise = |reference: Ref<Commitment>| {
            let commitment = &plan[reference];
            Promise {
                id: commitment.id,
                text: commitment.text.plain(),
                pigment: commitment.pillar.map_or(Token::Second, |pillar| Token::of_pillar(pillar.position())),
                at: commitment.at,
            }
        };
        let promises = commitments.into_iter().map(promise).collect();
        Promises { lang: plan.lang, lexicon: plan.lexicon, promises }
    }

    /// All of them, or at 0 their words alone.
    pub fn place(&self, frame: Frame, shown: Shown) -> PlacedFigure {
        let letters = Lettering::of(frame, self.lexicon);
        let least = letters.small().px;
        let natural = (frame.width_css_px * 0.034).max(least + 3.0);
        let height = frame.height_css_px.unwrap_or(f64::MAX);
        let sizes = SIZES.into_iter().filter(|size| *size <= natural.max(20.0)).map(|size| letters.sized(size));
        let count = self.promises.len();
        // Where a box is low: smaller words, then closer together, then fewer promises and how many more there are.
        let all = sizes.map(|letters| Sheet { letters, gap: 0.75, count });
        let tight = (1..=count).rev().map(|count| Sheet { letters: letters.sized(least), gap: 0.45, count });
        let mut sheets = all.chain(tight);
        let fits = |sheet: &Sheet| self.laid(frame, sheet, Shown::NOTHING, &mut Vec::new(), &mut Vec::new()) <= height;
        let Some(sheet) = sheets.find(fits) else {
            return frame.hold(0.0, Vec::new(), Vec::new());
        };
        let (mut marks, mut spots) = (Vec::new(), Vec::new());
        let used = self.laid(frame, &sheet, shown, &mut marks, &mut spots);
        frame.hold(used, marks, spots)
    }

    /// From the top down. Returns the lower end.
    fn laid(&self, frame: Frame, sheet: &Sheet, shown: Shown, marks: &mut Vec<Mark>, spots: &mut Vec<Spot>) -> f64 {
        let letters = sheet.letters;
        let radius = letters.px * 0.62;
        let (left, gap) = (radius * 2.0 + letters.px * 0.8, letters.px * sheet.gap);
        let room = frame.width_css_px - left;
        let mut top = 2.0;
        for (index, promise) in self.promises.iter().take(sheet.count).enumerate() {
            let before = marks.len();
            let middle = top + letters.line() * 0.5;
            let end = letters.paragraph(&promise.text, (left, middle, room), Token::Ink, Align::Start, marks);
            if !shown.is_empty() {
                empty_ring((radius + 1.0, middle), radius, promise.pigment, marks);
            }
            spots.extend(Spot::around(DrawingPart::Member(index), &marks[before..]));
            top = end - letters.line() * 0.5 + gap;
        }
        let more = self.promises.len() - sheet.count;
        if more > 0 {
            let at = (left, top + letters.line() * 0.5, room);
            top = letters.paragraph(&words::and_more(more, self.lang), at, Token::Second, Align::Start, marks)
                - letters.line() * 0.5
                + gap;
        }
        top - gap + 2.0
    }
}

/// How promises are set.
struct Sheet {
    letters: Lettering,
    /// Between two promises, in ems.
    gap: f64,
    /// How many of them are written.
    count: usize,
}

/// Every promise of a pillar as one ring: waxed where it has a number, empty where it has none.
#[derive(Clone, Debug, PartialEq)]
pub struct PillarPromises {
    pub lang: Lang,
    pub lexicon: Lexicon,
    pub id: Text,
    pub name: Text,
    pub pigment: Token,
    pub counts: Measured,
}

impl PillarPromises {
    pub fn of(plan: &Plan, pillar: Ref<Pillar>) -> PillarPromises {
        PillarPromises {
            lang: plan.lang,
            lexicon: plan.lexicon,
            id: plan[pillar].id,
            name: plan[pillar].name,
            pigment: Token::of_pillar(pillar.position()),
            counts: plan.measured(pillar),
        }
    }

    pub fn place(&self, frame: Frame, shown: Shown) -> PlacedFigure {
        let letters = Lettering::of(frame, self.lexicon);
        let width = frame.width_css_px;
        let Measured { numbers, without, .. } = self.counts;
        let number = (width * 0.2).clamp(64.0, 170.0);
        let height = frame.height_or(width * 0.8);
        let (mut marks, mut spots) = (Vec::new(), Vec::new());
        let says = words::figures_here(numbers, self.lang);
        let broad = frame.is_broad(1.0);
        // The number stands beside the rings where there is room, else above them.
        let number = number.min(height * 0.3);
        let (room, top) = if broad { (width - number * 1.5, 2.0) } else { (width, number + letters.line() + 14.0) };
        let (x, align) = if broad { (width - number * 0.6, Align::Middle) } else { (0.0, Align::Start) };
        marks.push(label(numbers.to_string(), x, number * 0.5 + 2.0, number, Face::Numeral, self.pigment, align));
        marks.push(letters.at(says, x, number + letters.line() * 0.6, Token::Ink, align));
        let below =
            letters.lines(&words::measured_marks(&self.counts, self.lang), room).len() as f64 * letters.line() + 8.0;
        let count = (numbers + without).max(1);
        let free = height - top - below;
        // The largest step at which all of them find room.
        let columns = (1..=count).max_by(|a, b| {
            let step = |columns: usize| (room / columns as f64).min(free / count.div_ceil(columns) as f64);
            step(*a).total_cmp(&step(*b))
        });
        let columns = columns.unwrap_or(1);
        let step = (room / columns as f64).min(free / count.div_ceil(columns) as f64).max(8.0);
        for index in (0..count).filter(|_| !shown.is_empty()) {
            let (column, row) = ((index % columns) as f64, (index / columns) as f64);
            let at = (step * (column + 0.5), top + step * (row + 0.5));
            empty_ring(at, step * 0.36, self.pigment, &mut marks);
            if index < numbers {
                crate::figure::round::wax(at, step * 0.3, 1.0, self.pigment, &mut marks);
            }
        }
        let under = top + step * count.div_ceil(columns) as f64 + 8.0;
        let first = (0.0, under + letters.line() * 0.5, room);
        let words = words::measured_marks(&self.counts, self.lang);
        let end = letters.paragraph(&words, first, Token::Second, Align::Start, &mut marks);
        spots.extend(Spot::around(DrawingPart::Member(0), &marks));
        frame.hold(end - letters.line() * 0.5, marks, spots)
    }
}

/// A ring of dots.
fn empty_ring((x, y): (f64, f64), radius: f64, pigment: Token, marks: &mut Vec<Mark>) {
    let dots = ((TAU * radius / 5.2) as usize).clamp(8, 28);
    for index in 0..dots {
        let (sin, cos) = (TAU * index as f64 / dots as f64).sin_cos();
        marks.push(dot(x + cos * radius, y + sin * radius, (radius * 0.11).clamp(1.0, 2.2), pigment));
    }
}
