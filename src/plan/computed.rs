//! What is computed from figures: ratios, yearly rates, shares of a year. Always marked as ours, with its arithmetic.

use super::{Computed, Figure, Kind, Plan, Value};
use crate::quantity::{Lang, Quantity, Unit, write_number, written};
use serde::{Deserialize, Serialize};

/// A plan runs for five years; its annual averages are compounded over them, by our convention.
pub const YEARS: f64 = 5.0;

/// A computed number with how it was come by.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ComputedNumber {
    pub value: f64,
    /// As readers see it, unit included.
    pub text: String,
    /// The arithmetic in numbers, ending in the result.
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
    // What has two ends has no one number to compute with.
    if [past, promise, per].into_iter().flatten().any(|quantity| quantity.to.is_some()) {
        return None;
    }
    // A pace or a change has no growth of its own; only levels and flows are set against each other.
    let both = || past.zip(promise).filter(|(past, _)| past.unit.has_ratios());
    let result = match what {
        Computed::Ratio => {
            let (past, promise) = both()?;
            let value = promise.value / past.value;
            let text = times(value);
            let arithmetic = format!("{} ≈ {text}", quotient(&promise, &past, lang));
            Some(ComputedNumber { value, text, arithmetic })
        }
        Computed::Rate => {
            let (past, promise) = both()?;
            let value = ((promise.value / past.value).powf(1.0 / YEARS) - 1.0) * 100.0;
            let text = format!("{}%", write_number(value, 1));
            let arithmetic = format!("({})^(1/5) − 1 ≈ {text}", quotient(&promise, &past, lang));
            Some(ComputedNumber { value, text, arithmetic })
        }
        Computed::Index => {
            let pace = past.or(promise).filter(|quantity| quantity.unit == Unit::PERCENT_A_YEAR)?;
            let (text, arithmetic) = index_after(pace.value, YEARS as usize);
            Some(ComputedNumber { value: 100.0 * (1.0 + pace.value / 100.0).powf(YEARS), text, arithmetic })
        }
        Computed::YearlyPast | Computed::YearlyPromise => {
            let whole = if what == Computed::YearlyPast { past } else { promise }?;
            if kind != Kind::Leap || whole.unit != Unit::WAN_PEOPLE {
                return None;
            }
            let yearly = Quantity { value: whole.value / YEARS, ..whole };
            let (from, to) = (written(&whole, lang), written(&yearly, lang));
            let text = to.to_string();
            let from = if from.unit == to.unit { from.number } else { from.to_string() };
            let arithmetic = format!("{from} ÷ 5 ≈ {text}");
            Some(ComputedNumber { value: yearly.value, text, arithmetic })
        }
        Computed::Km2 => {
            let area = past.or(promise).filter(|quantity| quantity.unit == Unit::WAN_MU)?;
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
            if people.unit != Unit::WAN_PEOPLE {
                return None;
            }
            let value = people.value * 1e4 / area.unit.in_km2(area.value)?;
            let text = write_number(value, 0);
            let arithmetic = format!("{} ÷ {} = {text}", written(&people, lang), written(&area, lang));
            Some(ComputedNumber { value, text, arithmetic })
        }
    };
    // Nothing can be computed from a past of zero.
    result.filter(|number| number.value.is_finite())
}

/// What a steady pace in per cent makes of 100 after so many years, with the arithmetic.
pub fn index_after(pace: f64, years: usize) -> (String, String) {
    const RAISED: [&str; 6] = ["⁰", "", "²", "³", "⁴", "⁵"];
    let growth = 1.0 + pace / 100.0;
    let text = write_number(100.0 * growth.powi(years as i32), 0);
    let power = RAISED.get(years).copied().unwrap_or_default();
    let arithmetic = format!("100 × {}{power} ≈ {text}", write_number(growth, 3));
    (text, arithmetic)
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

/// "240 ÷ 87"; with units where the two are not written in the same one, as in "3 billion yuan ÷ 500 million yuan".
fn quotient(dividend: &Quantity, divisor: &Quantity, lang: Lang) -> String {
    let (dividend, divisor) = (written(dividend, lang), written(divisor, lang));
    if dividend.unit == divisor.unit {
        format!("{} ÷ {}", dividend.number, divisor.number)
    } else {
        format!("{dividend} ÷ {divisor}")
    }
}

/// A ratio: "2.76" from one up, "85%" below.
fn times(ratio: f64) -> String {
    if ratio < 1.0 { format!("{}%", write_number(ratio * 100.0, 0)) } else { write_number(ratio, 2) }
}

#[cfg(test)]
mod tests {
    //! Each row of "What can be computed, and how" in the source's `figures.md`, and what cannot be.

    use super::*;
    use crate::quantity::{Hedges, Tense};
    use crate::text::Text;

    fn quantity(value: f64, unit: Unit) -> Quantity {
        Quantity { value, to: None, unit, tense: Tense::Done, hedges: Hedges::NONE, noun: Text::EMPTY, of: None }
    }

    fn leap(what: Computed, unit: Unit, past: f64, promise: f64, lang: Lang) -> Option<ComputedNumber> {
        compute(what, Kind::Leap, Some(quantity(past, unit)), Some(quantity(promise, unit)), None, lang)
    }

    fn index(pace: f64) -> String {
        let pace = quantity(pace, Unit::PERCENT_A_YEAR);
        compute(Computed::Index, Kind::Pace, Some(pace), None, None, Lang::Zh).expect("a pace has an index").text
    }

    fn density(people: Quantity, area: Quantity, lang: Lang) -> Option<ComputedNumber> {
        compute(Computed::Per, Kind::Amount, None, Some(people), Some(area), lang)
    }

    #[test]
    fn from_870_to_2400_is_a_factor_of_2_76() {
        let zh = leap(Computed::Ratio, Unit::YI_YUAN, 870.0, 2400.0, Lang::Zh).unwrap();
        assert_eq!((zh.text.as_str(), zh.arithmetic.as_str()), ("2.76", "2,400 ÷ 870 ≈ 2.76"));
        let en = leap(Computed::Ratio, Unit::YI_YUAN, 870.0, 2400.0, Lang::En).unwrap();
        assert_eq!((en.text.as_str(), en.arithmetic.as_str()), ("2.76", "240 ÷ 87 ≈ 2.76"));
    }

    #[test]
    fn from_870_to_2400_in_five_years_is_22_5_per_cent_a_year() {
        let rate = leap(Computed::Rate, Unit::YI_YUAN, 870.0, 2400.0, Lang::Zh).unwrap();
        assert_eq!((rate.text.as_str(), rate.arithmetic.as_str()), ("22.5%", "(2,400 ÷ 870)^(1/5) − 1 ≈ 22.5%"));
        assert!((rate.value - 22.50).abs() < 0.005, "{}", rate.value);
    }

    #[test]
    fn jobs_are_shared_out_over_the_years_and_set_against_each_other() {
        let of = |what, lang| leap(what, Unit::WAN_PEOPLE, 38.87, 33.0, lang).unwrap();
        assert_eq!(of(Computed::YearlyPast, Lang::Zh).text, "7.77\u{a0}万人");
        assert_eq!(of(Computed::YearlyPromise, Lang::Zh).text, "6.6\u{a0}万人");
        assert_eq!(of(Computed::YearlyPast, Lang::En).text, "77,740\u{a0}people");
        assert_eq!(of(Computed::YearlyPromise, Lang::En).text, "66,000\u{a0}people");
        assert_eq!(of(Computed::YearlyPromise, Lang::En).arithmetic, "330,000 ÷ 5 ≈ 66,000\u{a0}people");
        assert_eq!(of(Computed::Ratio, Lang::Zh).text, "85%");
        assert!((of(Computed::Ratio, Lang::Zh).value - 0.849).abs() < 0.0005);
    }

    #[test]
    fn a_pace_of_8_1_per_cent_turns_100_into_148() {
        assert_eq!(index(8.1), "148");
        let pace = quantity(8.1, Unit::PERCENT_A_YEAR);
        let found = compute(Computed::Index, Kind::Pace, Some(pace), None, None, Lang::En).unwrap();
        assert_eq!(found.arithmetic, "100 × 1.081⁵ ≈ 148");
        assert!((found.value - 147.6).abs() < 0.05, "{}", found.value);
    }

    #[test]
    fn a_pace_of_20_per_cent_turns_100_into_249() {
        assert_eq!(index(20.0), "249");
    }

    #[test]
    fn a_pace_of_6_per_cent_turns_100_into_134() {
        assert_eq!(index(6.0), "134");
    }

    #[test]
    fn a_pace_of_9_per_cent_turns_100_into_154() {
        assert_eq!(index(9.0), "154");
    }

    #[test]
    fn a_promised_pace_has_an_index_too() {
        let pace = quantity(9.0, Unit::PERCENT_A_YEAR);
        let found = compute(Computed::Index, Kind::Pace, None, Some(pace), None, Lang::Zh);
        assert_eq!(found.unwrap().text, "154");
    }

    #[test]
    fn a_million_three_hundred_thousand_people_on_130_km2_are_10_000_on_each() {
        let (people, area) = (quantity(130.0, Unit::WAN_PEOPLE), quantity(130.0, Unit::KM2));
        let zh = density(people, area, Lang::Zh).unwrap();
        assert_eq!(
            (zh.text.as_str(), zh.arithmetic.as_str()),
            ("10,000", "130\u{a0}万人 ÷ 130\u{a0}平方公里 = 10,000")
        );
        let en = density(people, area, Lang::En).unwrap();
        assert_eq!(en.arithmetic, "1.3\u{a0}million people ÷ 130\u{a0}km² = 10,000");
    }

    #[test]
    fn an_area_of_828_wan_mu_is_5_520_km2() {
        let area = Some(quantity(828.0, Unit::WAN_MU));
        let found = compute(Computed::Km2, Kind::Area, area, None, None, Lang::Zh).unwrap();
        assert_eq!(found.text, "5,520\u{a0}平方公里");
        assert!((found.value - 5520.0).abs() < 1e-9, "{}", found.value);
    }

    #[test]
    fn what_has_no_past_has_no_growth() {
        let promise = Some(quantity(58.0, Unit::PERCENT));
        for what in Computed::ALL {
            assert_eq!(compute(what, Kind::Share, None, promise, None, Lang::Zh), None, "{what:?}");
        }
    }

    #[test]
    fn a_past_of_zero_gives_no_factor_and_no_rate() {
        assert_eq!(leap(Computed::Ratio, Unit::YI_YUAN, 0.0, 9.0, Lang::Zh), None);
        assert_eq!(leap(Computed::Rate, Unit::YI_YUAN, 0.0, 0.0, Lang::Zh), None);
        assert_eq!(density(quantity(1.0, Unit::WAN_PEOPLE), quantity(0.0, Unit::KM2), Lang::Zh), None);
    }

    #[test]
    fn two_paces_are_not_divided_by_each_other() {
        let pace = |value| Some(quantity(value, Unit::PERCENT_A_YEAR));
        assert_eq!(compute(Computed::Ratio, Kind::Pace, pace(8.1), pace(6.0), None, Lang::Zh), None);
        assert_eq!(compute(Computed::Rate, Kind::Pace, pace(8.1), pace(6.0), None, Lang::Zh), None);
    }

    #[test]
    fn only_people_are_counted_per_square_kilometre() {
        assert_eq!(density(quantity(130.0, Unit::YI_YUAN), quantity(130.0, Unit::KM2), Lang::Zh), None);
        assert_eq!(density(quantity(130.0, Unit::WAN_PEOPLE), quantity(130.0, Unit::YI_YUAN), Lang::Zh), None);
    }

    #[test]
    fn levels_have_no_yearly_share() {
        assert_eq!(leap(Computed::YearlyPast, Unit::YI_YUAN, 870.0, 2400.0, Lang::Zh), None);
        assert_eq!(leap(Computed::YearlyPast, Unit::PERCENT, 60.0, 60.0, Lang::Zh), None);
    }

    #[test]
    fn arithmetic_keeps_units_that_differ() {
        let money = leap(Computed::Ratio, Unit::YI_YUAN, 5.0, 30.0, Lang::En).unwrap();
        assert_eq!(money.arithmetic, "3\u{a0}billion yuan ÷ 500\u{a0}million yuan ≈ 6");
        let people = leap(Computed::YearlyPromise, Unit::WAN_PEOPLE, 1.0, 120.0, Lang::En).unwrap();
        assert_eq!(people.arithmetic, "1.2\u{a0}million people ÷ 5 ≈ 240,000\u{a0}people");
    }
}
