//! Promises without a number: for each its ring, empty, where the number would be.

use crate::color::Token;
use crate::figure::lettering::{Lettering, label, numeral_px};
use crate::figure::{Align, BASELINE_EM, DrawingPart, Face, Frame, Look, Mark, PlacedFigure, PromiseDot, Spot};
use crate::line_break::Lexicon;
use crate::plan::{Commitment, Locator, Measured, Pillar, Plan, Promise, Ref, Shown};
use crate::quantity::Lang;
use crate::text::Text;
use crate::words;

/// Sizes of words that are tried, in CSS pixels.
const SIZES: [f64; 8] = [27.0, 24.0, 22.0, 20.0, 18.0, 16.0, 14.5, 13.0];

/// A few promises in their words.
#[derive(Clone, Debug, PartialEq)]
pub struct Promises {
    pub lang: Lang,
    pub lexicon: Lexicon,
    pub promises: Vec<Worded>,
}

/// One of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Worded {
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
            Worded {
                id: commitment.id,
                text: commitment.text.plain(),
                pigment: commitment.pillar.map_or(Token::Ink, |pillar| Token::of_pillar(pillar.position())),
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
        let fits = |sheet: &Sheet| self.laid(frame, sheet, &mut Vec::new(), &mut Vec::new(), &mut Vec::new()) <= height;
        let Some(sheet) = sheets.find(fits) else {
            return frame.hold(0.0, Vec::new(), Vec::new());
        };
        let (mut marks, mut spots, mut dots) = (Vec::new(), Vec::new(), Vec::new());
        let used = self.laid(frame, &sheet, &mut marks, &mut spots, &mut dots);
        frame.hold_dots(used, marks, spots, if shown.is_empty() { Vec::new() } else { dots })
    }

    /// From the top down. Returns the lower end.
    fn laid(
        &self,
        frame: Frame,
        sheet: &Sheet,
        marks: &mut Vec<Mark>,
        spots: &mut Vec<Spot>,
        dots: &mut Vec<PromiseDot>,
    ) -> f64 {
        let letters = sheet.letters;
        let radius = letters.px * 0.62;
        let (left, gap) = (radius * 2.0 + letters.px * 0.8, letters.px * sheet.gap);
        let room = frame.width_css_px - left;
        let mut top = 2.0;
        for (index, promise) in self.promises.iter().take(sheet.count).enumerate() {
            let before = marks.len();
            let middle = top + letters.line() * 0.5;
            let end = letters.paragraph(&promise.text, (left, middle, room), Token::Ink, Align::Start, marks);
            let (x, token) = (radius + 1.0, promise.pigment);
            dots.push(PromiseDot { id: promise.id, x, y: middle, radius, token, look: Look::Ring });
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
    /// Ids of its promises, those with a number first.
    pub promises: Vec<Text>,
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
            promises: Promise::all(plan)
                .filter(|promise| promise.pillar(plan) == Some(pillar))
                .map(|promise| Text::of(promise.id(plan)))
                .collect(),
        }
    }

    pub fn place(&self, frame: Frame, shown: Shown) -> PlacedFigure {
        let letters = Lettering::of(frame, self.lexicon);
        let width = frame.width_css_px;
        let Measured { numbers, without, .. } = self.counts;
        let number = (width * 0.2).clamp(64.0, 170.0);
        let height = frame.height_or(width * 0.8);
        let (mut marks, mut spots) = (Vec::new(), Vec::new());
        let broad = frame.is_broad(1.0);
        let number = number.min(height * if broad { 0.24 } else { 0.3 });
        // The number stands over the rings, with its words on its line where these have room.
        let count = (numbers + without).max(1);
        let says = words::of_all_numbered(count, self.lang);
        let digits = numbers.to_string();
        let beside = numeral_px(&digits, number) + letters.gap() * 2.0;
        let lines = letters.lines(&says, width - beside);
        let first =
            number * 0.5 + 2.0 + BASELINE_EM * (number - letters.px) - letters.line() * (lines.len() as f64 - 1.0);
        marks.push(label(digits, 0.0, number * 0.5 + 2.0, number, Face::Numeral, self.pigment, Align::Start));
        for (index, text) in lines.into_iter().enumerate() {
            marks.push(letters.at(text, beside, first + letters.line() * index as f64, Token::Ink, Align::Start));
        }
        let (room, top) = (width, number + 18.0);
        let free = height - top - 2.0;
        // The largest step at which all of them find room.
        let columns = (1..=count).max_by(|a, b| {
            let step = |columns: usize| (room / columns as f64).min(free / count.div_ceil(columns) as f64);
            step(*a).total_cmp(&step(*b))
        });
        let columns = columns.unwrap_or(1);
        let step = (room / columns as f64).min(free / count.div_ceil(columns) as f64).max(8.0);
        let dot = |(index, id): (usize, &Text)| {
            let (column, row) = ((index % columns) as f64, (index / columns) as f64);
            let (x, y) = (step * (column + 0.5), top + step * (row + 0.5));
            let look = if index < numbers { Look::Waxed } else { Look::Ring };
            PromiseDot { id: *id, x, y, radius: step * 0.36, token: self.pigment, look }
        };
        let dots = self.promises.iter().enumerate().filter(|_| !shown.is_empty()).map(dot).collect();
        let end = top + step * count.div_ceil(columns) as f64 + 2.0;
        spots.push(Spot::at(DrawingPart::Member(0), (0.0, 0.0), (width, end)));
        frame.hold_dots(end, marks, spots, dots)
    }
}
