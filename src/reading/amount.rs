//! A reading as a plan counts it: a value in a unit, below nought where it falls.

use super::sentence::{Direction, Doubt, Part, Reading};
use crate::quantity::{Dimension, Hedge, Hedges, Noun, Scale, Unit};

/// What a plan would say of a number.
#[derive(Clone, Debug, PartialEq)]
pub struct Amount {
    pub value: f64,
    /// The upper end of a range.
    pub to: Option<f64>,
    /// None where the text names none.
    pub unit: Option<Unit>,
    /// The whole of a fraction.
    pub of: Option<u16>,
    pub hedges: Hedges,
}

impl Reading {
    /// What a plan would say; `upper` is the other end of a range that begins here.
    pub fn amount(&self, upper: Option<&Reading>) -> Amount {
        let unit = self.noun.map(|noun| {
            let noun = match noun {
                Noun::Percent if self.value > 100.0 => Noun::PercentOf,
                Noun::PerMille if self.value < 0.0 => Noun::PerMilleChange,
                noun => noun,
            };
            noun.at(if noun.has_scales() { self.scale } else { Scale::One })
        });
        let value = |reading: &Reading| {
            let value = match unit {
                Some(unit) if unit.scale == reading.scale => reading.value,
                Some(unit) => exact(reading.value * reading.scale.size() / unit.scale.size()),
                None => exact(reading.value * reading.scale.size()),
            };
            match unit.map(Unit::dimension) {
                Some(Dimension::Multiple) if self.doubling => 2_f64.powf(value),
                // 增长2倍 is three times as much, 增长到2倍 twice.
                Some(Dimension::Multiple) if self.direction == Direction::Up => value + 1.0,
                Some(Dimension::Pace | Dimension::Change | Dimension::Points) if self.direction == Direction::Down => {
                    -value
                }
                _ => value,
            }
        };
        let goes = match (self.direction, unit) {
            (Direction::None, _) => None,
            (_, Some(unit)) if unit.is_change() || unit.dimension() == Dimension::Multiple => None,
            (Direction::Up, _) => Some(Hedge::Rise),
            (Direction::Down, _) => Some(Hedge::Fall),
        };
        Amount {
            value: value(self),
            to: upper.map(value),
            unit,
            of: self.of.map(|of| of as u16),
            hedges: self.hedges.iter().chain(goes).collect(),
        }
    }

    /// Whether a value that a plan gives is this one, in whatever unit of the same dimension.
    pub fn is(&self, upper: Option<&Reading>, value: f64, to: Option<f64>, unit: Unit) -> bool {
        let amount = self.amount(upper);
        if amount.to.is_some() != to.is_some() {
            return false;
        }
        let same = |own: f64, said: f64| {
            let own = match amount.unit {
                Some(own_unit) => match own_unit.convert(own, unit) {
                    Some(own) => own,
                    None if own_unit.dimension().is_of_things() && unit.dimension() == Dimension::Count => {
                        own * own_unit.scale.size() / unit.scale.size()
                    }
                    // A share or a change: the words do not say.
                    None if self.doubt == Some(Doubt::ShareOrChange) && unit.is_change() && unit.is_sign() => {
                        own.abs().copysign(said)
                    }
                    None => return false,
                },
                // The text names no unit: whoever fills it in knows.
                None if unit.is_sign() => return false,
                None => own / unit.scale.size(),
            };
            let own = if self.doubt == Some(Doubt::UpOrDown) { own.abs().copysign(said) } else { own };
            (own - said).abs() <= 1e-9 * said.abs().max(1.0)
        };
        same(amount.value, value) && amount.to.zip(to).is_none_or(|(own, said)| same(own, said))
    }

    /// The number with its scale, as it is written.
    pub fn whole(&self) -> f64 {
        exact(self.value * self.scale.size())
    }

    /// Whether it is the upper end of a range, or of a spoken one.
    pub fn is_upper(&self) -> bool {
        self.part == Part::High
    }
}

/// Without the slip of a binary fraction.
fn exact(value: f64) -> f64 {
    let scaled = value * 1e6;
    if scaled.abs() < 9e15 { scaled.round() / 1e6 } else { value }
}
