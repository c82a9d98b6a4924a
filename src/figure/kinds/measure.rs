//! How much of each pillar can be measured: every promise as one mark, waxed where it carries a number, an empty
//! outline where it does not.

use super::caption::paragraph;
use super::round::{ring, wax};
use super::{label, numeral_px, words_at};
use crate::figure::{Align, EIGHTHS, Face, Frame, Mark, Motion, Part, PlacedFigure, Spot};
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
        let lang = self.lang;
        let width = f64::from(frame.width_css_px());
        let (left, step, number) = match frame {
            Frame::Narrow => (0.0, 17.0, 30.0),
            Frame::Wide => (150.0, 19.0, 40.0),
        };
        let columns = ((width - left) / step).floor() as usize;
        let radius = step * 0.4;
        let mut marks = Vec::new();
        let mut spots = Vec::new();
        let mut y = 2.0;
        for (index, pillar) in self.pillars.iter().enumerate() {
            let above = y;
            let Measured { numbers, without, .. } = pillar.counts;
            let words = [words::measured_marks(&pillar.counts, lang), words::measured_kinds(&pillar.counts, lang)];
            marks.push(Mark::Group(Motion::Still));
            let digits = numbers.to_string();
            let end = numeral_px(&digits, number, lang) + 8.0;
            let middle = y + number * 0.5;
            marks.push(label(digits, 0.0, middle, number, Face::Numeral, pillar.pigment, Align::Start));
            let mut top = match frame {
                Frame::Narrow => {
                    marks.push(words_at(pillar.name.as_str(), end, middle - 1.0, Token::Ink, Align::Start));
                    y + number + 14.0
                }
                Frame::Wide => {
                    marks.push(words_at(pillar.name.as_str(), 0.0, y + number + 13.0, Token::Ink, Align::Start));
                    y + step * 0.5
                }
            };
            if shown != 0 {
                marks.push(Mark::Group(Motion::Follow));
            }
            for index in 0..numbers + without {
                let at = (left + (index % columns) as f64 * step + step * 0.5, top + (index / columns) as f64 * step);
                if index >= numbers || shown == 0 {
                    ring(at.0, at.1, radius, 1.0, false, Token::Mark, &mut marks);
                }
            }
            for index in (0..numbers).filter(|_| shown != 0) {
                let at = (left + (index % columns) as f64 * step + step * 0.5, top + (index / columns) as f64 * step);
                ring(at.0, at.1, radius, 1.5, false, pillar.pigment, &mut marks);
                wax(at, radius, 1.15, pillar.pigment, &mut marks);
            }
            marks.push(Mark::Group(Motion::Still));
            top += ((numbers + without).div_ceil(columns)).max(1) as f64 * step + 6.0;
            for text in words.iter().filter(|text| !text.is_empty()) {
                top = paragraph(text, (left, top, width - left), Token::Second, self.lexicon, &mut marks);
            }
            y = top.max(y + number + 30.0) + 8.0;
            spots.push(Spot::at(Part::Member(index as u8), (0.0, above), (width, y - above - 8.0)));
        }
        PlacedFigure { width: frame.width_css_px() * EIGHTHS, height: (y - 8.0).ceil() as i32 * EIGHTHS, marks, spots }
    }
}
