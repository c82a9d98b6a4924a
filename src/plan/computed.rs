use super::{Figure, Kind, Plan, Value};
use crate::quantity::{Lang, Quantity, Unit, write_number, written};
use serde::{Deserialize, Serialize};

/// A plan runs for five years; its annual averages are compounded over them, by our convention.
pub const YEARS: f64 = 5.0;

/// What we compute from a figure. Always marked as ours, with its arithmetic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Computed {
    /// Promise ÷ past.
    Ratio,
    /// Yearly rate that leads from past to promise.
    Rate,
    /// What 100 becomes in five years at the stated pace.
    Index,
    /// Value ÷ 5.
    YearlyPast,
    YearlyPromise,
    /// An area in mu, in square kilometres.
    Km2,
    /// Promise ÷ another figure's promise.
    Per,
}

impl Computed {
    pub const ALL: [Computed; 7] = [
        Computed::Ratio,
        Computed::Rate,
        Computed::Index,
        Computed::YearlyPast,
        Computed::YearlyPromise,
        Computed::Km2,
        Computed::Per,
    ];

    /// Name in the data files and in the marks on the page.
    pub const fn name(self) -> &'static str {
        match self {
            Computed::Ratio => "ratio",
            Computed::Rate => "rate",
            Computed::Index => "index",
            Computed::YearlyPast => "yearly-past",
            Computed::YearlyPromise => "yearly-promise",
            Computed::Km2 => "km2",
            Computed::Per => "per",
        }
    }

    pub fn from_name(name: &str) -> Option<Computed> {
        Self::ALL.into_iter().find(|computed| computed.name() == name)
    }
}

/// A computed number with how it was come by.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ComputedNumber {
    pub value: f64,
    /// As readers see it, unit included.
    pub text: String,
    /// The arithmetic in numbers, ending in the result. Stays on the page; the browser's program needs none.
    #[serde(skip)]
    pub arithmetic: String,
}

/// Computes `what` from a figure's quantities, where the article allows it.
///
/// `per` is the promise of the figure that a quotient divides by. Flows that add up over five years have a
/// yearly share; levels (shares, areas, stocks) have none.
pub fn compute(
    what: Computed,
    kind: Kind,
    past: Option<Quantity>,
    promise: Option<Quantity>,
    per: Option<Quantity>,
    lang: Lang,
) -> Option<ComputedNumber> {
    match what {
        Computed::Ratio => {
            let (past, promise) = past.zip(promise)?;
            let value = promise.value / past.value;
            let text = times(value);
            let arithmetic = format!("{} ÷ {} ≈ {text}", bare(&promise, lang), bare(&past, lang));
            Some(ComputedNumber { value, text, arithmetic })
        }
        Computed::Rate => {
            let (past, promise) = past.zip(promise)?;
            let value = ((promise.value / past.value).powf(1.0 / YEARS) - 1.0) * 100.0;
            let text = format!("{}%", write_number(value, 1));
            let arithmetic = format!("({} ÷ {})^(1/5) − 1 ≈ {text}", bare(&promise, lang), bare(&past, lang));
            Some(ComputedNumber { value, text, arithmetic })
        }
        Computed::Index => {
            let pace = past.or(promise).filter(|quantity| quantity.unit == Unit::PercentAYear)?;
            let growth = 1.0 + pace.value / 100.0;
            let value = 100.0 * growth.powf(YEARS);
            let text = write_number(value, 0);
            let arithmetic = format!("100 × {}⁵ ≈ {text}", write_number(growth, 3));
            Some(ComputedNumber { value, text, arithmetic })
        }
        Computed::YearlyPast | Computed::YearlyPromise => {
            let whole = if what == Computed::YearlyPast { past } else { promise }?;
            if kind != Kind::Leap || whole.unit != Unit::WanPeople {
                return None;
            }
            let yearly = Quantity { value: whole.value / YEARS, ..whole };
            let text = written(&yearly, lang).to_string();
            let arithmetic = format!("{} ÷ 5 ≈ {text}", bare(&whole, lang));
            Some(ComputedNumber { value: yearly.value, text, arithmetic })
        }
        Computed::Km2 => {
            let area = past.or(promise).filter(|quantity| quantity.unit == Unit::WanMu)?;
            let value = area.unit.in_km2(area.value)?;
            let text = format!("{}\u{a0}{}", write_number(value, 0), lang.pick("平方公里", "km²"));
            let mu = write_number(area.value, 2);
            let arithmetic = lang.pick(
                format!("{mu} 万亩 × 10,000 × 10,000 ÷ 15 平方米 = {text}"),
                format!("{mu} × 10,000 mu × 10,000 ÷ 15 m² = {text}"),
            );
            Some(ComputedNumber { value, text, arithmetic })
        }
        Computed::Per => {
            let (people, area) = promise.zip(per)?;
            let value = people.value * 1e4 / area.unit.in_km2(area.value)?;
            let text = write_number(value, 0);
            let arithmetic = format!("{} ÷ {} = {text}", written(&people, lang), written(&area, lang));
            Some(ComputedNumber { value, text, arithmetic })
        }
    }
}

impl Figure {
    /// Computes `what` from this figure, where the article allows it.
    pub fn computed(&self, plan: &Plan, what: Computed) -> Option<ComputedNumber> {
        let quantity = |value: &Option<Value>| value.as_ref().map(|value| value.quantity);
        let per = self.per.as_ref().and_then(|per| quantity(&plan[per.figure].promise));
        compute(what, self.kind, quantity(&self.past), quantity(&self.promise), per, plan.lang)
    }

    /// Everything that can be computed from this figure, in a fixed order.
    pub fn all_computed(&self, plan: &Plan) -> Vec<(Computed, ComputedNumber)> {
        Computed::ALL
            .into_iter()
            .filter_map(|what| self.computed(plan, what).map(|result| (what, result)))
            // A promise to hold a level has no growth to compute.
            .filter(|(what, result)| {
                !(matches!(what, Computed::Ratio | Computed::Rate) && result.value == 1.0
                    || matches!(what, Computed::Rate) && result.value <= 0.0)
            })
            .collect()
    }
}

/// The number as this language writes it, without its unit.
fn bare(quantity: &Quantity, lang: Lang) -> String {
    written(quantity, lang).number
}

/// A ratio: "2.76" from one up, "85%" below.
fn times(ratio: f64) -> String {
    if ratio < 1.0 { format!("{}%", write_number(ratio * 100.0, 0)) } else { write_number(ratio, 2) }
}
