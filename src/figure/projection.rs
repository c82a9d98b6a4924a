//! What it would take: a yearly pace to try, where it leads, and how far that is from what is promised.

mod layout;

use super::scale::round_step;
use crate::color::Token;
use crate::line_break::Lexicon;
use crate::plan::{self, Growth, Plan, Projection, Ref, YEARS, part_of};
use crate::quantity::{Lang, Quantity, Unit, spoken, write_number, written};
use crate::text::Text;
use crate::words;

/// Steps of growth, in per cent.
const GROWTH_STEP: f64 = 0.1;
/// The scale of growth goes at least so far, in per cent.
const GROWTH_MOST: f64 = 30.0;

#[derive(Clone, Debug, PartialEq)]
pub struct ProjectionChart {
    pub lang: Lang,
    pub lexicon: Lexicon,
    /// Id of the figure.
    pub figure: Text,
    pub name: Text,
    pub pigment: Token,
    pub projection: Projection,
    /// What would have to hold for the projection to mean something.
    pub condition: Option<Text>,
    /// The pace that is tried: per cent a year, or so much a year as the language counts it.
    pub pace: f64,
}

impl ProjectionChart {
    /// At the pace that leads to what the article says. None where the article gives too little.
    pub fn of(plan: &Plan, reference: Ref<plan::Figure>) -> Option<ProjectionChart> {
        let record = &plan[reference];
        let projection = Projection::of(record)?;
        let mut chart = ProjectionChart {
            lang: plan.lang,
            lexicon: plan.lexicon,
            figure: record.id,
            name: record.name,
            pigment: record.pillar.map_or(Token::Ink, |pillar| Token::of_pillar(pillar.position())),
            projection,
            condition: record.scope_condition.filter(|_| projection.growth == Growth::Compound),
            pace: 0.0,
        };
        chart.pace = chart.stated();
        Some(chart)
    }

    #[must_use]
    pub fn with_pace(&self, pace: f64) -> ProjectionChart {
        let (least, most, _) = self.scale();
        ProjectionChart { pace: if pace.is_finite() { pace.clamp(least, most) } else { self.pace }, ..self.clone() }
    }

    /// Least, most and step of the paces to try; [`ProjectionChart::stated`] is one of them.
    pub fn scale(&self) -> (f64, f64, f64) {
        let stated = self.projection.stated * self.per_unit();
        match self.projection.growth {
            Growth::Compound => {
                let most = (2.0 * stated).max(GROWTH_MOST).ceil();
                let tenths = !self.projection.is_stated || divides(GROWTH_STEP, stated);
                (0.0, most, if tenths { GROWTH_STEP } else { GROWTH_STEP / 10.0 })
            }
            Growth::Even => {
                let first = round_step(stated / 50.0);
                // Smaller and smaller round steps, until one leads to the stated pace.
                let finer = std::iter::successors(Some(first), |step| Some(round_step(step / 2.6)));
                let step = finer.take(9).find(|step| divides(*step, stated)).unwrap_or(stated / 50.0);
                (0.0, 2.0 * stated, step)
            }
        }
    }

    /// The pace on the scale that stands for the article's own.
    pub fn stated(&self) -> f64 {
        let (_, _, step) = self.scale();
        // Divided, not multiplied: 81 × 0.1 is not 8.1.
        let steps = (self.projection.stated * self.per_unit() / step).round();
        if step < 1.0 { steps / (1.0 / step).round() } else { steps * step }
    }

    /// How many of what the language counts in one of the article's unit is.
    fn per_unit(&self) -> f64 {
        match self.projection.growth {
            Growth::Compound => 1.0,
            Growth::Even => {
                Quantity { value: self.projection.stated, ..self.projection.quantity }.display_unit(self.lang).per_unit
            }
        }
    }

    /// The pace in the article's unit; the stated one is exact, whatever the scale rounds it to.
    fn exact_pace(&self) -> f64 {
        let (_, _, step) = self.scale();
        if (self.pace - self.stated()).abs() < step / 2.0 {
            self.projection.stated
        } else {
            self.pace / self.per_unit()
        }
    }

    /// The level after so many years at the tried pace.
    fn level(&self, years: f64) -> f64 {
        self.projection.level(self.exact_pace(), years)
    }

    /// A level in number and unit.
    fn quantity(&self, value: f64) -> String {
        if self.projection.is_index() {
            return write_number(value, 0);
        }
        written(&self.rounded(value), self.lang).to_string()
    }

    /// A level with no more decimals than a reader needs.
    fn rounded(&self, value: f64) -> Quantity {
        let quantity = Quantity { value, ..self.projection.quantity };
        let per_unit = quantity.display_unit(self.lang).per_unit;
        let whole = quantity.unit == Unit::Count && self.projection.quantity.value.fract() == 0.0;
        let tens = if value * per_unit < 100.0 && !whole { 10.0 } else { 1.0 };
        Quantity { value: (value * per_unit * tens).round() / tens / per_unit, ..quantity }
    }

    /// The pace as it is written.
    pub fn pace_words(&self) -> String {
        match self.projection.growth {
            Growth::Compound => format!("{}%", write_number(self.pace, 2)),
            Growth::Even => {
                let whole = Quantity { value: self.exact_pace() * YEARS, ..self.projection.quantity };
                part_of(&whole, YEARS, self.lang)
            }
        }
    }

    /// What is to be reached, with all that limits it. None where nothing is.
    pub fn target_words(&self) -> Option<String> {
        let target = self.projection.target?;
        let lang = self.lang;
        let said = spoken(&self.projection.quantity, lang);
        Some(if self.projection.is_index() {
            let index = self.quantity(target);
            lang.pick(format!("目标：{said}，即 {index}"), format!("Target: {said}, that is {index}"))
        } else {
            lang.pick(format!("目标：{said}"), format!("Target: {said}"))
        })
    }

    /// How far the tried pace leads from what is promised. Nothing where nothing is.
    pub fn difference_words(&self) -> String {
        let Some(target) = self.projection.target else {
            return String::new();
        };
        let end = self.level(YEARS);
        let words = if self.quantity(end) == self.quantity(target) {
            words::whatif_met(self.lang)
        } else if end < target {
            words::whatif_short(self.lang)
        } else {
            words::whatif_over(self.lang)
        };
        words.replace("{}", &self.quantity((end - target).abs())).trim_end().to_owned()
    }

    /// Where the tried pace leads, in a sentence, and how far that is from the target, in another.
    pub fn result_words(&self, lang: Lang) -> String {
        let end = self.quantity(self.level(YEARS));
        let result = match self.projection.growth {
            Growth::Compound => words::whatif_growth(lang).replace("{pace}", &write_number(self.pace, 2)),
            Growth::Even => words::whatif_even(lang).replace("{pace}", &self.pace_words()),
        };
        format!("{}{}", result.replace("{end}", &end), self.difference_words())
    }
}

/// Whether `value` is a whole number of steps.
fn divides(step: f64, value: f64) -> bool {
    let steps = value / step;
    (steps - steps.round()).abs() < 1e-6 * steps.abs().max(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::source;

    fn chart(id: &str, lang: Lang) -> ProjectionChart {
        let plans = source::load_or_panic("data");
        let plan = plans.in_lang(lang);
        ProjectionChart::of(plan, plan.find(id).expect("a figure")).expect("a trial")
    }

    #[test]
    fn the_articles_own_pace_is_on_the_scale() {
        assert_eq!(chart("industrial-value-added-growth", Lang::Zh).pace, 8.1);
        assert_eq!(chart("industry-output", Lang::Zh).pace, 22.5);
        assert_eq!(chart("urban-jobs", Lang::Zh).pace, 6.6);
        assert_eq!(chart("urban-jobs", Lang::En).pace, 66_000.0);
        for lang in Lang::ALL {
            for id in ["industrial-value-added-growth", "industry-output", "urban-jobs", "enterprises", "farm-growth"] {
                let chart = chart(id, lang);
                let (least, most, step) = chart.scale();
                assert!((least..=most).contains(&chart.pace) && divides(step, chart.pace), "{id}: {chart:?}");
                assert!((20.0..=1000.0).contains(&((most - least) / step)), "{id}: {step} of {most}");
            }
        }
    }

    #[test]
    fn the_articles_own_pace_meets_the_target() {
        for id in ["industry-output", "urban-jobs", "enterprises", "farm-growth"] {
            assert!(chart(id, Lang::Zh).result_words(Lang::Zh).ends_with("正好到目标。"), "{id}");
        }
        assert_eq!(
            chart("industry-output", Lang::En).result_words(Lang::En),
            "At 22.5% a year it is 240\u{a0}billion yuan after five years. That meets the target."
        );
    }

    #[test]
    fn another_pace_says_how_far_it_leads_from_the_target() {
        assert_eq!(
            chart("industry-output", Lang::Zh).with_pace(10.0).result_words(Lang::Zh),
            "每年增长 10%，五年后是 1,401\u{a0}亿元。比目标少 999\u{a0}亿元。"
        );
        assert_eq!(
            chart("urban-jobs", Lang::En).with_pace(70_000.0).result_words(Lang::En),
            "70,000\u{a0}people each year make 350,000\u{a0}people in five years. That is 20,000\u{a0}people beyond the target."
        );
    }

    #[test]
    fn a_pace_of_the_past_speaks_of_no_target() {
        let chart = chart("tourist-visits-growth", Lang::Zh);
        assert_eq!(chart.result_words(Lang::Zh), "每年增长 20%，五年后是 249。");
        assert_eq!(chart.target_words(), None);
    }

    #[test]
    fn the_target_keeps_its_qualifiers() {
        assert_eq!(chart("industry-output", Lang::Zh).target_words().unwrap(), "目标：力争达到 2,400\u{a0}亿元");
        assert_eq!(chart("farm-growth", Lang::En).target_words().unwrap(), "Target: at least 6%, that is 134");
    }

    #[test]
    fn no_pace_is_off_the_scale() {
        let chart = chart("industry-output", Lang::Zh);
        assert_eq!(chart.with_pace(-3.0).pace, 0.0);
        assert_eq!(chart.with_pace(1e9).pace, chart.scale().1);
        assert_eq!(chart.with_pace(f64::NAN).pace, chart.pace);
    }
}
