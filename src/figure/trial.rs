//! What it would take: a yearly pace to try, where it leads, and how far that is from what is promised.

use super::scale::round_step;
use crate::plan::{self, Growth, Kind, Plan, Projection, Ref, YEARS, part_of};
use crate::quantity::{Lang, Quantity, Unit, write_number, written};
use crate::words;

/// Steps of growth, in per cent.
const GROWTH_STEP: f64 = 0.1;
/// How far the scale goes on above what is drawn on it.
const HEADROOM: f64 = 1.15;

/// A pace that is tried where a path leads to the promise: between two columns, or from 100.
#[derive(Clone, Debug, PartialEq)]
pub struct Trial {
    pub lang: Lang,
    pub projection: Projection,
    /// The level at the end of the scale: an index, or in the article's unit.
    pub most: f64,
    /// The pace that is tried: per cent a year, or so much a year as the language counts it.
    pub pace: f64,
}

impl Trial {
    /// At the pace that leads to what the article says. None where the article gives too little.
    pub fn of(plan: &Plan, reference: Ref<plan::Figure>) -> Option<Trial> {
        let record = &plan[reference];
        let projection = Projection::of(record)?;
        let columns = matches!(record.kind, Kind::Leap | Kind::Amount) && record.past.is_some();
        if !columns && !projection.is_index() {
            return None;
        }
        let levels = [projection.start, projection.level(projection.stated, YEARS)];
        let values = record.values().map(|(_, value)| value.quantity.value).filter(|_| !projection.is_index());
        let most = levels.into_iter().chain(values).fold(0.0, f64::max) * HEADROOM;
        let mut trial = Trial { lang: plan.lang, projection, most, pace: 0.0 };
        trial.pace = trial.stated();
        Some(trial)
    }

    #[must_use]
    pub fn with_pace(&self, pace: f64) -> Trial {
        let (least, most, _) = self.scale();
        Trial { pace: if pace.is_finite() { pace.clamp(least, most) } else { self.pace }, ..self.clone() }
    }

    /// Least, most and step of the paces to try; [`Trial::stated`] is one of them.
    pub fn scale(&self) -> (f64, f64, f64) {
        let stated = self.projection.stated * self.per_unit();
        let most = self.pace_of(self.most);
        let step = match self.projection.growth {
            Growth::Compound if !self.projection.is_stated || divides(GROWTH_STEP, stated) => GROWTH_STEP,
            Growth::Compound => GROWTH_STEP / 10.0,
            Growth::Even => {
                let first = round_step(stated.abs() / 50.0);
                // Smaller and smaller round steps, until one leads to the stated pace.
                let finer = std::iter::successors(Some(first), |step| Some(round_step(step / 2.6)));
                finer.take(9).find(|step| divides(*step, stated)).unwrap_or(stated.abs() / 50.0)
            }
        };
        // What is to fall has room for twice its fall.
        let least = (2.0 * stated).clamp(-90.0, 0.0);
        (stepped((least / step).ceil(), step), stepped((most / step).floor(), step), step)
    }

    /// The pace on the scale that stands for the article's own.
    pub fn stated(&self) -> f64 {
        let (_, _, step) = self.scale();
        stepped((self.projection.stated * self.per_unit() / step).round(), step)
    }

    /// The pace on the scale that leads to a level.
    pub fn pace_to(&self, level: f64) -> f64 {
        let (least, most, step) = self.scale();
        stepped((self.pace_of(level.max(0.0)) / step).round(), step).clamp(least, most)
    }

    /// The pace that leads to a level, as the language counts it.
    fn pace_of(&self, level: f64) -> f64 {
        let Projection { growth, start, .. } = self.projection;
        match growth {
            Growth::Compound => ((level / start).powf(1.0 / YEARS) - 1.0) * 100.0,
            Growth::Even => (level - start) / YEARS * self.per_unit(),
        }
    }

    /// Whether it is another pace than the article's.
    pub fn is_tried(&self) -> bool {
        let (_, _, step) = self.scale();
        (self.pace - self.stated()).abs() >= step / 2.0
    }

    /// Where the tried pace leads.
    pub fn end(&self) -> f64 {
        self.level(YEARS)
    }

    /// The same without its unit.
    pub fn end_number(&self) -> String {
        if self.projection.is_index() {
            self.quantity(self.end())
        } else {
            let end = written(&self.rounded(self.end()), self.lang);
            if self.projection.quantity.unit.is_sign() { end.to_string() } else { end.number }
        }
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
        if self.is_tried() { self.pace / self.per_unit() } else { self.projection.stated }
    }

    /// The level after so many years at the tried pace.
    pub fn level(&self, years: f64) -> f64 {
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
        let whole = quantity.unit == Unit::COUNT && self.projection.quantity.value.fract() == 0.0;
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

    /// How far the tried pace leads from what is promised. Nothing where nothing is.
    fn difference_words(&self) -> String {
        let Some(target) = self.projection.target else {
            return String::new();
        };
        let end = self.level(YEARS);
        let words = if self.quantity(end) == self.quantity(target) {
            words::whatif_met(self.lang)
        } else {
            // What is to fall is not short of its target where it is below it.
            match (end < target, self.projection.stated < 0.0) {
                (true, false) => words::whatif_short(self.lang),
                (false, false) => words::whatif_over(self.lang),
                (true, true) => words::whatif_below(self.lang),
                (false, true) => words::whatif_above(self.lang),
            }
        };
        words.replace("{}", &self.quantity((end - target).abs())).trim_end().to_owned()
    }

    /// Where the tried pace leads, in a sentence, and how far that is from the target, in another.
    pub fn result_words(&self, lang: Lang) -> String {
        let end = self.quantity(self.level(YEARS));
        let result = match self.projection.growth {
            Growth::Compound if self.pace < 0.0 => {
                words::whatif_fall(lang).replace("{pace}", &write_number(-self.pace, 2))
            }
            Growth::Compound => words::whatif_growth(lang).replace("{pace}", &write_number(self.pace, 2)),
            Growth::Even => words::whatif_even(lang).replace("{pace}", &self.pace_words()),
        };
        format!("{}{}", result.replace("{end}", &end), self.difference_words())
    }
}

/// So many steps. Divided, not multiplied: 81 × 0.1 is not 8.1.
fn stepped(steps: f64, step: f64) -> f64 {
    if step < 1.0 { steps / (1.0 / step).round() } else { steps * step }
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

    fn trial(id: &str, lang: Lang) -> Trial {
        let plans = source::load_or_panic("data");
        let plan = plans.in_lang(lang);
        Trial::of(plan, plan.find(id).expect("a figure")).expect("a trial")
    }

    #[test]
    fn the_articles_own_pace_is_on_the_scale() {
        assert_eq!(trial("industrial-value-added-growth", Lang::Zh).pace, 8.1);
        assert_eq!(trial("industry-output", Lang::Zh).pace, 22.5);
        assert_eq!(trial("urban-jobs", Lang::Zh).pace, 6.6);
        assert_eq!(trial("urban-jobs", Lang::En).pace, 66_000.0);
        for lang in Lang::ALL {
            for id in ["industrial-value-added-growth", "industry-output", "urban-jobs", "farm-growth"] {
                let trial = trial(id, lang);
                let (least, most, step) = trial.scale();
                assert!((least..=most).contains(&trial.pace) && divides(step, trial.pace), "{id}: {trial:?}");
                assert!((20.0..=1000.0).contains(&((most - least) / step)), "{id}: {step} of {most}");
            }
        }
    }

    #[test]
    fn the_articles_own_pace_meets_the_target() {
        for id in ["industry-output", "urban-jobs", "farm-growth"] {
            assert!(trial(id, Lang::Zh).result_words(Lang::Zh).ends_with("正好到目标。"), "{id}");
        }
        assert_eq!(
            trial("industry-output", Lang::En).result_words(Lang::En),
            "At 22.5% a year it is 240\u{a0}billion yuan after five years. That meets the target."
        );
    }

    #[test]
    fn another_pace_says_how_far_it_leads_from_the_target() {
        assert_eq!(
            trial("industry-output", Lang::Zh).with_pace(10.0).result_words(Lang::Zh),
            "每年增长 10%，五年后是 1,401\u{a0}亿元。比目标少 999\u{a0}亿元。"
        );
        assert_eq!(
            trial("urban-jobs", Lang::En).with_pace(70_000.0).result_words(Lang::En),
            "70,000\u{a0}people each year make 350,000\u{a0}people in five years. That is 20,000\u{a0}people beyond the target."
        );
    }

    #[test]
    fn a_pace_of_the_past_speaks_of_no_target() {
        let trial = trial("tourist-visits-growth", Lang::Zh);
        assert_eq!(trial.result_words(Lang::Zh), "每年增长 20%，五年后是 249。");
    }

    #[test]
    fn a_height_of_the_drawing_is_a_pace_of_the_scale() {
        let trial = trial("industry-output", Lang::Zh);
        assert_eq!([2400.0, 870.0, 0.0, 1e9].map(|level| trial.pace_to(level)), [22.5, 0.0, 0.0, trial.scale().1]);
        assert!(!trial.is_tried() && trial.with_pace(10.0).is_tried());
    }

    #[test]
    fn what_is_only_counted_or_has_no_start_is_not_pulled() {
        let plans = source::load_or_panic("data");
        for id in ["enterprises", "urbanisation", "forestry-output", "parks"] {
            assert_eq!(Trial::of(plans.zh, plans.zh.find(id).expect("a figure")), None, "{id}");
        }
    }

    #[test]
    fn what_is_to_fall_has_a_scale_that_holds_its_pace() {
        for lang in Lang::ALL {
            let rising = trial("industrial-value-added-growth", lang);
            let quantity = Quantity { value: -6.0, ..rising.projection.quantity };
            let projection = Projection { stated: -6.0, quantity, ..rising.projection };
            let target = Some(projection.level(-6.0, YEARS));
            let mut trial = Trial { projection: Projection { target, ..projection }, most: 115.0, ..rising };
            trial.pace = trial.stated();
            let (least, most, step) = trial.scale();
            assert_eq!((least, trial.pace), (-12.0, -6.0));
            assert!(most > 0.0 && divides(step, trial.pace), "{step} to {most}");
            assert!(!trial.is_tried() && trial.with_pace(-3.0).is_tried());
            // A key and back.
            assert_eq!(trial.with_pace(trial.pace + step - step).pace_words(), trial.pace_words());
            let said = trial.with_pace(-3.0).result_words(lang);
            assert!(said.contains(lang.pick("下降 3%", "Falling 3%")) && !said.contains('−'), "{said}");
            assert!(said.contains(lang.pick("比目标高", "above the target")), "{said}");
        }
    }

    #[test]
    fn no_pace_is_off_the_scale() {
        let trial = trial("industry-output", Lang::Zh);
        assert_eq!(trial.with_pace(-3.0).pace, 0.0);
        assert_eq!(trial.with_pace(1e9).pace, trial.scale().1);
        assert_eq!(trial.with_pace(f64::NAN).pace, trial.pace);
    }
}
