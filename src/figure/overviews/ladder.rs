//! Every yearly pace of the plan on one scale, stated by the article or computed by us. Lengths may be seen side by
//! side; a ratio is written nowhere, for no two rungs are the same measure.

use crate::color::Token;
use crate::figure::lettering::{Lettering, label, numeral_px, width_px};
use crate::figure::ornament::{bar_along, dotted, line, reach};
use crate::figure::scale::largest;
use crate::figure::{Align, DrawingPart, Face, Frame, Mark, PlacedFigure, Spot};
use crate::line_break::Lexicon;
use crate::plan::{Computed, Locator, Plan, Ref, Shown, Slot};
use crate::quantity::{Hedges, Lang, Quantity, Unit, hedge_words, written};
use crate::text::{Text, ordered_by};
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
        let rungs = Ref::all(&plan.figures).filter_map(|figure| rung(plan, figure)).collect();
        let of_promise = |rung: &Rung| f64::from(u8::from(rung.slot == Slot::Promise));
        let rungs = ordered_by(rungs, |rung| [of_promise(rung), -rung.quantity.value]);
        Ladder { lang: plan.lang, lexicon: plan.lexicon, rungs }
    }

    pub fn place(&self, frame: Frame, shown: Shown) -> PlacedFigure {
        let rail = self.rail(frame);
        let mut marks = Vec::new();
        let mut y = 0.0;
        let mut spots = Vec::new();
        for (index, rung) in self.rungs.iter().enumerate() {
            if !rail.bare && self.rungs[..index].iter().all(|before| before.period != rung.period) {
                y += rail.head;
                let above = y - rail.letters.line() * 0.65;
                marks.push(rail.letters.at(rung.period.as_str(), 0.0, above, Token::Second, Align::Start));
                marks.push(line(0.0, y, rail.width, y, 1.0, Token::Line));
            }
            let lower = self.rung(&rail, rung, y, shown, &mut marks);
            spots.push(Spot::at(DrawingPart::Member(index), (0.0, y), (rail.width, lower - y)));
            y = lower;
        }
        frame.hold(y + 4.0, marks, spots)
    }

    /// The sizes that fill the box.
    fn rail(&self, frame: Frame) -> Rail {
        let width = frame.width_css_px;
        let letters = Lettering::of(frame, self.lexicon);
        let (broad, natural) = if frame.is_broad(1.15) { (true, 46.0) } else { (false, 41.0) };
        let left = if broad { (width * 0.37).min(400.0) } else { 0.0 };
        let of = |zone: f64, letters: Lettering, bare: bool| Rail {
            bare,
            letters,
            width,
            left,
            names: if broad { left - 12.0 } else { width },
            zone,
            thick: (zone * 0.42).clamp(if bare { 8.0 } else { 12.0 }, 48.0),
            number: (zone * 0.52).clamp(if bare { 15.0 } else { 19.0 }, 44.0),
            head: if bare { 0.0 } else { (zone * 0.8).clamp(letters.line() + 4.0, 48.0) },
            broad,
        };
        let Some(height) = frame.height_css_px else {
            return of(natural, letters, false);
        };
        let used = |rail: &Rail| {
            let rungs = self.rungs.iter().map(|rung| self.rung(rail, rung, 0.0, Shown::NOTHING, &mut Vec::new()));
            let heads = self.rungs.iter().zip(self.rungs.iter().skip(1)).filter(|(a, b)| a.period != b.period).count();
            rungs.sum::<f64>() + rail.head * (heads + 1) as f64 + 4.0
        };
        let fitting = |letters, bare| {
            let zone = largest(110.0, |zone| used(&of(zone, letters, bare)) <= height);
            (zone, of(zone, letters, bare))
        };
        // Where a box is low, smaller words; where it is very low, without periods and conditions: what is promised is
        // dotted all the same.
        let degrees = [(letters, false, 22.0), (letters.small(), false, 20.0)];
        let found = degrees.into_iter().find_map(|(letters, bare, least)| {
            let (zone, rail) = fitting(letters, bare);
            (zone >= least).then_some(rail)
        });
        found.unwrap_or_else(|| fitting(letters.small(), true).1)
    }

    /// One rung from `top` down. Returns its lower end.
    fn rung(&self, rail: &Rail, rung: &Rung, top: f64, shown: Shown, marks: &mut Vec<Mark>) -> f64 {
        let Rail { letters, left, zone, thick, number, .. } = *rail;
        let lang = self.lang;
        let lines = letters.lines(rung.name.as_str(), rail.names).len() as f64;
        // On a phone the name stands over its bar, elsewhere before it.
        let (first, middle, mut lower) = if rail.broad {
            let row = zone.max(lines * letters.line() + 4.0);
            let middle = top + row / 2.0;
            (middle - (lines - 1.0) * letters.line() / 2.0, middle, top + row)
        } else {
            let under = top + 2.0 + lines * letters.line();
            (top + 2.0 + letters.line() * 0.6, under + zone * 0.48, under + zone)
        };
        letters.paragraph(rung.name.as_str(), (0.0, first, rail.names), Token::Ink, Align::Start, marks);
        if !shown.is_empty() {
            let length = rung.quantity.value * self.px_per_percent(rail);
            let end = left + length;
            let reach = if rung.computed {
                dotted(&[(left, middle), (end, middle)], rung.pigment, marks);
                marks.push(line(end, middle - thick / 2.0, end, middle + thick / 2.0, 1.5, rung.pigment));
                0.0
            } else {
                bar_along(left, middle - thick / 2.0, length, thick, &rung.quantity, rung.pigment, marks)
            };
            let x = end + reach + 8.0;
            let [value_ink, tag_ink] = if rung.computed { [rung.pigment; 2] } else { [Token::Ink, Token::Second] };
            let value = written(&rung.quantity, lang).to_string();
            let after = x + numeral_px(&value, number) + letters.gap();
            marks.push(label(value, x, middle, number, Face::Numeral, value_ink, Align::Start));
            let tag = tag(rung, lang);
            if !tag.is_empty() {
                marks.push(letters.at(tag, after, middle + 1.0, tag_ink, Align::Start));
            }
        }
        if let Some(condition) = rung.condition.filter(|_| rung.computed && !rail.bare) {
            let at = (left, lower + letters.line() * 0.3, rail.width - left);
            lower = letters.paragraph(condition.as_str(), at, rung.pigment, Align::Start, marks) - letters.line() * 0.3;
        }
        lower
    }

    /// The scale on which every bar leaves room for its number and tag.
    fn px_per_percent(&self, rail: &Rail) -> f64 {
        let scales = self.rungs.iter().filter(|rung| rung.quantity.value > 0.0).map(|rung| {
            let value = width_px(&written(&rung.quantity, self.lang).to_string(), rail.number, Face::Numeral);
            let open = if rung.computed { 0.0 } else { reach(rung.quantity.hedges) };
            let beyond = open + 8.0 + value + 6.0 + rail.letters.width(&tag(rung, self.lang));
            (rail.width - rail.left - beyond) / rung.quantity.value
        });
        scales.fold(f64::MAX, f64::min).max(0.1)
    }
}

/// What the rungs share, in CSS pixels.
#[derive(Clone, Copy)]
struct Rail {
    /// Without the names of the periods and what would have to hold.
    bare: bool,
    letters: Lettering,
    width: f64,
    /// Where bars begin.
    left: f64,
    /// Room for a name.
    names: f64,
    /// Height for a bar.
    zone: f64,
    thick: f64,
    number: f64,
    /// Height for the name of a period.
    head: f64,
    /// Whether names stand before their bars.
    broad: bool,
}

/// The pace that a figure states, or that its two values amount to.
fn rung(plan: &Plan, reference: Ref<crate::plan::Figure>) -> Option<Rung> {
    let record = &plan[reference];
    let stated = record.values().find(|(_, value)| value.quantity.unit == Unit::PERCENT_A_YEAR);
    let (slot, quantity, computed) = match stated {
        Some((slot, value)) => (slot, value.quantity, false),
        None => {
            let rate = record.all_computed(plan).into_iter().find(|(what, _)| *what == Computed::Rate)?.1;
            let promise = record.promise.as_ref()?.quantity;
            (
                Slot::Promise,
                Quantity { value: rate.value, unit: Unit::PERCENT_A_YEAR, hedges: Hedges::NONE, ..promise },
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
