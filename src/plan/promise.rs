//! The promises by our count: each promised number, and each promise without one.

use super::{Commitment, Figure, Locator, Pillar, Plan, Ref, Topic};
use serde::{Deserialize, Serialize};

/// A promise with a number, or one without.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Promise {
    Figure(Ref<Figure>),
    Commitment(Ref<Commitment>),
}

impl Promise {
    /// In the order of the page: the vision, then each pillar, its numbers first.
    pub fn all(plan: &Plan) -> impl Iterator<Item = Promise> {
        let commitments = move |pillar: Option<Ref<Pillar>>| {
            let of = Ref::all(&plan.commitments).filter(move |commitment| plan[*commitment].pillar == pillar);
            of.map(Promise::Commitment)
        };
        let figures = move |pillar| {
            let promised = plan.figures_of_pillar(pillar).filter(|figure| plan[*figure].promise.is_some());
            promised.map(Promise::Figure)
        };
        let pillars = Ref::all(&plan.pillars).flat_map(move |pillar| figures(pillar).chain(commitments(Some(pillar))));
        commitments(None).chain(pillars)
    }

    /// The promise of this id, the inverse of [`Promise::id`]. None for a figure that only looks back.
    pub fn find(plan: &Plan, id: &str) -> Option<Promise> {
        let promised = |figure: &Ref<Figure>| plan[*figure].promise.is_some();
        let figure = plan.find(id).filter(promised).map(Promise::Figure);
        figure.or_else(|| plan.find(id).map(Promise::Commitment))
    }

    pub fn id(self, plan: &Plan) -> &'static str {
        match self {
            Promise::Figure(figure) => plan.id_of(figure),
            Promise::Commitment(commitment) => plan.id_of(commitment),
        }
    }

    /// None for the vision.
    pub fn pillar(self, plan: &Plan) -> Option<Ref<Pillar>> {
        match self {
            Promise::Figure(figure) => plan[figure].pillar,
            Promise::Commitment(commitment) => plan[commitment].pillar,
        }
    }

    pub fn has_number(self) -> bool {
        matches!(self, Promise::Figure(_))
    }

    /// The sides of life that it belongs to; the first is where it is counted.
    pub fn topics(self, plan: &Plan) -> Vec<Ref<Topic>> {
        match self {
            Promise::Figure(figure) => plan[figure].topics.items().to_vec(),
            Promise::Commitment(commitment) => vec![plan[commitment].topic],
        }
    }

    /// Where it is written. None for a figure that promises nothing.
    pub fn at(self, plan: &Plan) -> Option<Locator> {
        match self {
            Promise::Figure(figure) => plan[figure].promise.as_ref().map(|value| value.at),
            Promise::Commitment(commitment) => Some(plan[commitment].at),
        }
    }
}
