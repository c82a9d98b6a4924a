//! A growth path over the five years of a plan: from a start, at a yearly pace, towards what is promised.

use super::{Figure, Slot, YEARS};
use crate::quantity::{Quantity, Unit};

/// Growth model: how a year follows the year before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Growth {
    /// Growth on growth; the pace is in per cent a year.
    Compound,
    /// The same amount every year; the pace is in the unit of what adds up.
    Even,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Projection {
    pub growth: Growth,
    /// Level at the start, in the unit of `quantity`; 100 for an index.
    pub start: f64,
    /// The pace that the article states, or the one that its values amount to.
    pub stated: f64,
    /// Whether it is the article that states it.
    pub is_stated: bool,
    /// What is to be reached. A pace of the past leads to no target.
    pub target: Option<f64>,
    /// The figure's value; levels have its unit, or, where it is a pace, are an index without one.
    pub quantity: Quantity,
}

impl Projection {
    /// None where the article gives too little, or where a share is held and nothing grows.
    pub fn of(figure: &Figure) -> Option<Projection> {
        // No pace leads to a range.
        if figure.values().any(|(_, value)| value.quantity.to.is_some()) {
            return None;
        }
        if let Some((slot, value)) = figure.values().find(|(_, value)| value.quantity.unit == Unit::PERCENT_A_YEAR) {
            let (quantity, stated) = (value.quantity, value.quantity.value);
            let projection =
                Projection { growth: Growth::Compound, start: 100.0, stated, is_stated: true, target: None, quantity };
            return Some(Projection {
                target: (slot == Slot::Promise).then(|| projection.level(stated, YEARS)),
                ..projection
            });
        }
        let quantity = figure.promise.as_ref()?.quantity;
        let target = Some(quantity.value);
        if figure.adds_up {
            let stated = quantity.value / YEARS;
            return Some(Projection { growth: Growth::Even, start: 0.0, stated, is_stated: false, target, quantity });
        }
        let past = figure.past.as_ref()?.quantity;
        let stated = ((quantity.value / past.value).powf(1.0 / YEARS) - 1.0) * 100.0;
        let grows = past.unit == quantity.unit
            && quantity.unit.has_ratios()
            && !quantity.unit.is_sign()
            && stated.is_finite()
            && stated > 0.0;
        grows.then_some(Projection {
            growth: Growth::Compound,
            start: past.value,
            stated,
            is_stated: false,
            target,
            quantity,
        })
    }

    /// Where a pace leads after so many years.
    pub fn level(&self, pace: f64, years: f64) -> f64 {
        match self.growth {
            Growth::Compound => self.start * (1.0 + pace / 100.0).powf(years),
            Growth::Even => self.start + pace * years,
        }
    }

    /// Whether levels are those of an index that begins at 100.
    pub fn is_index(&self) -> bool {
        self.quantity.unit == Unit::PERCENT_A_YEAR
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::source;

    fn projection(id: &str) -> Option<Projection> {
        let plans = source::load_or_panic("data");
        Projection::of(&plans.zh[plans.zh.find::<Figure>(id).expect("a figure")])
    }

    #[test]
    fn the_stated_pace_leads_to_the_target() {
        for id in ["industry-output", "farm-growth", "urban-jobs", "enterprises"] {
            let projection = projection(id).expect("a projection");
            let end = projection.level(projection.stated, YEARS);
            assert!((end - projection.target.expect("a target")).abs() < 1e-6, "{id}: {end}");
        }
    }

    #[test]
    fn what_adds_up_begins_at_nothing_in_every_unit() {
        assert_eq!(
            projection("urban-jobs").map(|projection| (projection.start, projection.growth)),
            Some((0.0, Growth::Even))
        );
        assert_eq!(projection("enterprises").map(|projection| projection.stated), Some(200.0));
    }

    #[test]
    fn a_pace_of_the_past_has_no_target() {
        assert_eq!(projection("tourist-visits-growth").map(|projection| projection.target), Some(None));
    }

    #[test]
    fn what_is_held_or_has_no_start_has_no_projection() {
        for id in ["forest-cover", "forestry-output", "urbanisation", "afforestation"] {
            assert_eq!(projection(id), None, "{id}");
        }
    }
}
