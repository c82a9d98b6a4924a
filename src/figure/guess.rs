//! Draw it yourself: the reader's value on the scale of a figure, and then the article's beside it.
//!
//! Every value that goes in or out is counted as the figure's language counts it: billions of yuan in English.

mod cells;
mod grid;
mod layout;
mod pace;
#[cfg(test)]
mod tests;

use super::scale::round_step;
use super::{FigureChart, Point};
use crate::plan::{self, Kind, Plan, Ref, YEARS};
use crate::quantity::{Quantity, Unit, Written, spoken, write_number, written};
use crate::words;

/// The scale has some 80 to 200 steps: a round step near half of a hundredth of it.
const STEPS: f64 = 100.0;
/// A start so close to the answer would tell it, as a part of the scale.
const NEAR: f64 = 0.2;

#[derive(Clone, Debug, PartialEq)]
pub struct GuessChart {
    pub figure: FigureChart,
    pub state: GuessState,
    /// The guess of the friend who sent the link. It stays untold until the reader's own is made.
    friend: Option<f64>,
    /// Upper end of the scale in the article's unit.
    up_to: f64,
    /// What was reached before, where it is the same measure as far as its unit goes: it is known, and drawn.
    past: Option<Point>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum GuessState {
    /// The reader still moves the mark.
    Ask { mine: f64 },
    /// The article's value is beside it, and a friend's where the link brought one.
    Answered { mine: f64 },
}

impl GuessChart {
    /// Asks, from what was reached before, or from nought where that is close to the answer or nothing is known. None where
    /// readers are not asked.
    pub fn of(plan: &Plan, reference: Ref<plan::Figure>) -> Option<GuessChart> {
        let up_to = plan[reference].guess_up_to?;
        let mut figure = FigureChart::of(plan, reference);
        // Asked is what is promised, or else what was done.
        let asked = figure.points.pop()?;
        let past = figure.points.pop();
        figure.points = vec![asked];
        figure.computed.clear();
        let past =
            past.filter(|past| past.quantity.unit == figure.points[0].quantity.unit && figure.kind != Kind::Pace);
        let mut chart = GuessChart { figure, state: GuessState::Ask { mine: 0.0 }, friend: None, up_to, past };
        chart.state = GuessState::Ask { mine: chart.start() };
        Some(chart)
    }

    /// Where the mark stands at first.
    fn start(&self) -> f64 {
        let (least, most, _) = self.scale();
        self.known().filter(|known| (known - self.answer()).abs() > NEAR * (most - least)).unwrap_or(least)
    }

    /// What was reached before, as the language counts it.
    pub(super) fn known(&self) -> Option<f64> {
        Some(self.past.as_ref()?.quantity.value * self.per_unit())
    }

    #[must_use]
    pub fn with_state(&self, state: GuessState) -> GuessChart {
        GuessChart { state, ..self.clone() }
    }

    #[must_use]
    pub fn with_friend(&self, theirs: Option<f64>) -> GuessChart {
        GuessChart { friend: theirs.map(|theirs| self.rounded(theirs)), ..self.clone() }
    }

    pub fn is_answered(&self) -> bool {
        matches!(self.state, GuessState::Answered { .. })
    }

    /// Least, most and step of what can be guessed.
    pub fn scale(&self) -> (f64, f64, f64) {
        let most = self.up_to * self.per_unit();
        let step = round_step(most / STEPS * 0.5);
        let Quantity { unit, value, .. } = self.point().quantity;
        let step = if unit == Unit::COUNT && value.fract() == 0.0 { step.max(1.0) } else { step };
        (0.0, (most / step + 1e-9).floor() * step, step)
    }

    /// The article's own value.
    pub fn answer(&self) -> f64 {
        self.point().quantity.value * self.per_unit()
    }

    /// A value of the scale, rounded to its step.
    pub fn rounded(&self, value: f64) -> f64 {
        let (least, most, step) = self.scale();
        let steps = (value.clamp(least, most) / step).round();
        // Divided, not multiplied: 3 × 0.1 is not 0.3.
        if step < 1.0 { steps / (1.0 / step).round() } else { steps * step }
    }

    /// A value with its unit.
    pub fn words(&self, value: f64) -> String {
        self.written(value).to_string()
    }

    fn written(&self, value: f64) -> Written {
        written(&Quantity { value: value / self.per_unit(), ..self.point().quantity }, self.figure.lang)
    }

    /// What the values of the scale are counted in, as it stands behind them.
    pub fn unit(&self) -> String {
        self.written(self.scale().1).unit_with_space()
    }

    /// A value of the scale without its unit, which stands there once for all; only a per cent sign is no burden.
    fn on_scale(&self, value: f64) -> String {
        let sign = if self.has_sign() { self.point().written.unit.as_str() } else { "" };
        format!("{}{sign}", write_number(value, 2))
    }

    /// Whether each number has its unit as a sign.
    fn has_sign(&self) -> bool {
        self.point().quantity.unit.is_sign()
    }

    /// What is asked for: "the next five years: forestry output".
    pub fn question(&self) -> String {
        let (period, measure) = (self.point().period.as_str(), self.point().measure.as_str());
        self.figure.lang.pick(format!("{period}，{measure}"), format!("{period}: {measure}"))
    }

    /// The guess, and once it is told, how far it is from the article's value and what that is.
    pub fn result_words(&self) -> Option<String> {
        if !self.is_answered() {
            return None;
        }
        let mine = self.mine();
        let lang = self.figure.lang;
        let apart = mine - self.answer();
        let distance = if self.words(mine) == self.words(self.answer()) {
            words::guess_exact(lang)
        } else if apart > 0.0 {
            words::guess_higher(lang)
        } else {
            words::guess_lower(lang)
        };
        let yours = words::guess_yours(lang).replace("{}", &self.words(mine));
        Some(format!("{yours}{}", distance.replace("{}", &self.words(apart.abs()))))
    }

    /// The drawing in words, without full stops.
    pub(super) fn sentences(&self) -> Vec<String> {
        let lang = self.figure.lang;
        let is = |name: &str, value: &str| lang.pick(format!("{name}：{value}"), format!("{name}: {value}"));
        let mut sentences = vec![words::guess_title(lang).to_owned(), self.question()];
        sentences.push(is(words::guess_mine(lang), &self.words(self.mine())));
        if self.is_answered() {
            sentences.push(is(words::guess_answer(lang), &spoken(&self.point().quantity, lang)));
            sentences.extend(self.friend.map(|theirs| is(words::guess_theirs(lang), &self.words(theirs))));
        }
        sentences
    }

    fn point(&self) -> &Point {
        &self.figure.points[0]
    }

    /// The reader's value.
    pub fn mine(&self) -> f64 {
        let (GuessState::Ask { mine } | GuessState::Answered { mine }) = self.state;
        mine
    }

    /// How many of what the language counts in one of the article's unit is, on a scale of this length.
    fn per_unit(&self) -> f64 {
        Quantity { value: self.up_to, ..self.point().quantity }.display_unit(self.figure.lang).per_unit
    }

    fn is_pace(&self) -> bool {
        self.figure.kind == Kind::Pace
    }
}

/// What 100 becomes at a pace in per cent a year.
fn index(pace: f64) -> f64 {
    100.0 * (1.0 + pace / 100.0).powf(YEARS)
}
