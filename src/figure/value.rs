//! Figures as values: what the plan says of one measure, comparable and free of pixels.

use crate::color::Token;
use crate::line_break::Lexicon;
use crate::plan::{self, Computed, ComputedNumber, Kind, Locator, Plan, Ref, Slot};
use crate::quantity::{Lang, Quantity, Written, qualifier, written};
use crate::text::Text;
use crate::words;

/// A figure of the plan, ready to be laid out, tabulated, described.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureChart {
    pub id: Text,
    pub lang: Lang,
    pub lexicon: Lexicon,
    pub kind: Kind,
    pub name: Text,
    pub pigment: Token,
    /// What was delivered first, then what is promised.
    pub points: Vec<Point>,
    pub computed: Vec<(Computed, ComputedNumber)>,
    /// What would have to hold for the two values to be one measure.
    pub scope_condition: Option<Text>,
    /// What the quotient of this figure and another is, and what would have to hold for it to mean something.
    pub per: Option<[Text; 2]>,
    /// Whether the drawing sets the number large beside itself. Not where the page around it does.
    pub captioned: bool,
}

/// One value of a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    pub slot: Slot,
    pub quantity: Quantity,
    pub written: Written,
    /// "过去五年" or "the next five years".
    pub period: Text,
    pub measure: Text,
    /// Tense and hedges as a tag.
    pub qualifier: String,
    pub at: Locator,
}

impl FigureChart {
    pub fn of(plan: &Plan, reference: Ref<plan::Figure>) -> FigureChart {
        let record = &plan[reference];
        let lang = plan.lang;
        let points: Vec<Point> = record
            .values()
            .map(|(slot, value)| Point {
                slot,
                quantity: value.quantity,
                written: written(&value.quantity, lang),
                period: match slot {
                    Slot::Past => plan.site.past,
                    Slot::Promise => plan.site.next,
                },
                measure: value.measure,
                qualifier: qualifier(&value.quantity, lang),
                at: value.at,
            })
            .collect();
        let computed = record.all_computed(plan);
        FigureChart {
            id: record.id,
            lang,
            lexicon: plan.lexicon,
            kind: record.kind,
            name: record.name,
            // What only looks back belongs to no pillar and stays in ink.
            pigment: record.pillar.map_or(Token::Ink, |pillar| Token::of_pillar(pillar.position())),
            points,
            computed,
            scope_condition: record.scope_condition,
            per: record.per.as_ref().map(|per| [per.name, per.condition]),
            captioned: true,
        }
    }

    /// Without the caption.
    #[must_use]
    pub fn bare(self) -> FigureChart {
        FigureChart { captioned: false, ..self }
    }

    pub fn point(&self, slot: Slot) -> Option<&Point> {
        self.points.iter().find(|point| point.slot == slot)
    }

    /// Whether something is promised and where it starts from is nowhere to be seen.
    pub fn states_no_start(&self) -> bool {
        self.point(Slot::Promise).is_some() && self.point(Slot::Past).is_none()
    }

    pub fn computed(&self, what: Computed) -> Option<&ComputedNumber> {
        self.computed.iter().find(|(which, _)| *which == what).map(|(_, number)| number)
    }
}

/// What a computed number says, in few words.
pub fn computed_label(what: Computed, lang: Lang) -> Option<&'static str> {
    Some(match what {
        Computed::Ratio => lang.pick("承诺值与过去值之比：", "promise to past, as a ratio:"),
        Computed::Rate => lang.pick("平均每年增长", "average growth a year:"),
        Computed::Index => lang.pick("照这个速度，五年后 100 变成 ", "at this pace, in five years 100 becomes"),
        Computed::YearlyPast => lang.pick("过去平均每年 ", "a year on average in the past:"),
        Computed::YearlyPromise => lang.pick("承诺平均每年 ", "a year on average as promised:"),
        Computed::Km2 => lang.pick("换算 ", "converted:"),
        Computed::Per => return None,
    })
}

/// The note on a comparison of two scopes, as the chart words it.
pub fn computed_note(figure: &FigureChart, what: Computed) -> Option<(String, String)> {
    let lang = figure.lang;
    let number = figure.computed(what)?;
    let condition = figure.scope_condition.map(|condition| condition.as_str().to_owned()).unwrap_or_default();
    let label = match what {
        Computed::Rate => lang.pick(
            format!("每年 {}（{}）", number.text, words::computed(lang)),
            format!("{} a year ({})", number.text, words::computed(lang)),
        ),
        _ => lang.pick(
            format!("相当于过去的 {}（{}）", number.text, words::computed(lang)),
            format!("{} of the past ({})", number.text, words::computed(lang)),
        ),
    };
    Some((condition, label))
}
