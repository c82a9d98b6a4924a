//! Every yearly pace of the plan on one scale, stated by the article or computed by us. Lengths may be seen side by
//! side; a ratio is written nowhere, for no two rungs are the same measure.

use super::caption::paragraph;
use super::{TEXT_PX, label, numeral_px, width_px, words_at};
use crate::figure::ornament::{bar_along, dotted, line};
use crate::figure::{Align, EIGHTHS, Face, Frame, Mark, Motion, Part, PlacedFigure, Spot};
use crate::line_break::Lexicon;
use crate::plan::{Computed, Locator, Plan, Ref, Slot};
use crate::quantity::{Hedges, Lang, Quantity, Unit, hedge_words, written};
use crate::text::Text;
use crate::theme::Token;
use crate::words;

#[derive(Clone, Debug, PartialEq)]
pub struct Ladder {
    pub lang: Lang,
    pub lexicon: Lexicon,
    /// The past ones first; in each period the steepest first.
    pub rungs: Vec<Rung>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Rung {
    /// Id of the figure it belongs to.
    pub figure: Text,
    pub slot: Slot,
    pub period: Text,
    pub name: Text,
    pub pigment: Token,
    pub quantity: Quantity,
    /// The rate of a steady path between two values, by our arithmetic.
    pub computed: bool,
    /// What would have to hold for the computed pace to mean something.
    pub condition: Option<Text>,
    /// Where a stated pace is written.
    pub at: Option<Locator>,
}

impl Ladder {
    pub fn of(plan: &Plan) -> Ladder {
        let mut rungs: Vec<Rung> = Ref::all(&plan.figures).filter_map(|figure| rung(plan, figure)).collect();
        rungs.sort_by(|a, b| {
            (a.slot == Slot::Promise)
                .cmp(&(b.slot == Slot::Promise))
                .then(b.quantity.value.total_cmp(&a.quantity.value))
        });
        Ladder { lang: plan.lang, lexicon: plan.lexicon, rungs }
    }

    pub fn place(&self, frame: Frame, shown: u8) -> PlacedFigure {
        const HEAD: f64 = 34.0;
        const THICK: f64 = 18.0;
        const NUMBER: f64 = 22.0;
        let lang = self.lang;
        let width = f64::from(frame.width_css_px());
        let (left, names, row) = match frame {
            Frame::Narrow => (0.0, width, 62.0),
            Frame::Wide => (236.0, 224.0, 46.0),
        };
        let most = self.rungs.iter().map(|rung| rung.quantity.value).fold(1.0, f64::max);
        let value = |rung: &Rung| written(&rung.quantity, lang).to_string();
        let beyond = |rung: &Rung| width_px(&value(rung), NUMBER, Face::Numeral) + tag_width(rung, lang) + 44.0;
        let reserved = self.rungs.iter().map(|rung| beyond(rung) * rung.quantity.value / most).fold(0.0, f64::max);
        let scale = (width - left - reserved) / most;

        let mut marks = Vec::new();
        let mut y = 0.0;
        let mut period = None;
        let mut spots = Vec::new();
        for (index, rung) in self.rungs.iter().enumerate() {
            if period != Some(rung.period) {
                period = Some(rung.period);
                y += HEAD;
                marks.push(Mark::Group(Motion::Still));
                marks.push(words_at(rung.period.as_str(), 0.0, y - 14.0, Token::Second, Align::Start));
                marks.push(line(0.0, y, width, y, 1.0, Token::Line));
            }
            let top = y;
            marks.push(Mark::Group(Motion::Still));
            // On a phone the name stands over its bar, elsewhere before it.
            let middle = if frame == Frame::Narrow { y + 44.0 } else { y + row / 2.0 };
            let first = if frame == Frame::Narrow { y + 18.0 } else { middle };
            let mut hidden = Vec::new();
            let lines = (paragraph(rung.name.as_str(), (0.0, 0.0, names), Token::Ink, self.lexicon, &mut hidden)
                / (TEXT_PX + 6.0))
                .round();
            let first = if frame == Frame::Wide { first - (lines - 1.0) * (TEXT_PX + 6.0) / 2.0 } else { first };
            paragraph(rung.name.as_str(), (0.0, first, names), Token::Ink, self.lexicon, &mut marks);
            if shown != 0 {
                let length = rung.quantity.value * scale;
                marks.push(Mark::Group(Motion::Follow));
                let reach = if rung.computed {
                    dotted(&[(left, middle), (left + length, middle)], rung.pigment, &mut marks);
                    marks.push(line(
                        left + length,
                        middle - THICK / 2.0,
                        left + length,
                        middle + THICK / 2.0,
                        1.5,
                        rung.pigment,
                    ));
                    0.0
                } else {
                    bar_along(left, middle - THICK / 2.0, length, THICK, &rung.quantity, rung.pigment, &mut marks)
                };
                let x = left + length + reach + 8.0;
                let token = if rung.computed { rung.pigment } else { Token::Ink };
                marks.push(label(value(rung), x, middle, NUMBER, Face::Numeral, token, Align::Start));
                let after = x + numeral_px(&value(rung), NUMBER, lang) + 6.0;
                let token = if rung.computed { rung.pigment } else { Token::Second };
                marks.push(words_at(tag(rung, lang), after, middle + 1.0, token, Align::Start));
            }
            y += row;
            if let Some(condition) = rung.condition.filter(|_| rung.computed) {
                marks.push(words_at(condition.as_str(), left, y + 2.0, rung.pigment, Align::Start));
                y += 18.0;
            }
            spots.push(Spot::at(Part::Member(index as u8), (0.0, top), (width, y - top)));
        }
        PlacedFigure { width: frame.width_css_px() * EIGHTHS, height: (y + 6.0).ceil() as i32 * EIGHTHS, marks, spots }
    }
}

/// The pace that a figure states, or that its two values amount to.
fn rung(plan: &Plan, reference: Ref<crate::plan::Figure>) -> Option<Rung> {
    let record = &plan[reference];
    let stated = record.values().find(|(_, value)| value.quantity.unit == Unit::PercentAYear);
    let (slot, quantity, computed) = match stated {
        Some((slot, value)) => (slot, value.quantity, false),
        None => {
            let rate = record.all_computed(plan).into_iter().find(|(what, _)| *what == Computed::Rate)?.1;
            let promise = record.promise.as_ref()?.quantity;
            (
                Slot::Promise,
                Quantity { value: rate.value, unit: Unit::PercentAYear, hedges: Hedges::NONE, ..promise },
                true,
            )
        }
    };
    Some(Rung {
        figure: record.id,
        slot,
        period: match slot {
            Slot::Past => plan.site.past,
            Slot::Promise => plan.site.next,
        },
        name: record.name,
        pigment: record.pillar.map_or(Token::Ink, |pillar| Token::of_pillar(pillar.position())),
        quantity,
        computed,
        condition: record.scope_condition,
        at: stated.map(|(_, value)| value.at),
    })
}

fn tag(rung: &Rung, lang: Lang) -> String {
    let mut phrases = hedge_words(&rung.quantity, lang);
    if rung.computed {
        phrases = vec![words::computed(lang)];
    }
    phrases.join(" · ")
}

fn tag_width(rung: &Rung, lang: Lang) -> f64 {
    width_px(&tag(rung, lang), TEXT_PX, Face::Text)
}
