//! The promises by our count: each promised number, and each promise without one.

use super::{Commitment, Figure, Locator, Pillar, Plan, Ref, Topic};
use crate::text::ordered_by;
use serde::{Deserialize, Serialize};

/// A promise with a number, or one without.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Promise {
    Figure(Ref<Figure>),
    Commitment(Ref<Commitment>),
}

impl Plan {
    /// Promises without a number of a pillar, or of the vision.
    pub fn commitments_in(&self, pillar: Option<Ref<Pillar>>) -> impl Iterator<Item = Ref<Commitment>> {
        Ref::all(&self.commitments).filter(move |commitment| self[*commitment].pillar == pillar)
    }
}

impl Promise {
    /// In the order of the page: the vision, then each pillar, its numbers first.
    pub fn all(plan: &Plan) -> impl Iterator<Item = Promise> {
        let commitments = move |pillar| plan.commitments_in(pillar).map(Promise::Commitment);
        let figures = move |pillar| {
            let promised = plan.figures_of_pillar(pillar).filter(|figure| plan[*figure].promise.is_some());
            promised.map(Promise::Figure)
        };
        let pillars = Ref::all(&plan.pillars).flat_map(move |pillar| figures(pillar).chain(commitments(Some(pillar))));
        commitments(None).chain(pillars)
    }

    /// One topic after the other, its numbers first; last what belongs to none.
    pub fn by_topic(plan: &Plan) -> Vec<Promise> {
        let topic = |promise: &Promise| promise.topic(plan).map_or(f64::INFINITY, |topic| topic.position() as f64);
        let without = |promise: &Promise| f64::from(u8::from(!promise.has_number()));
        ordered_by(Promise::all(plan).collect(), |promise| [topic(promise), without(promise)])
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

    /// The topics that it belongs to; the first is where it is counted.
    pub fn topics(self, plan: &Plan) -> Vec<Ref<Topic>> {
        match self {
            Promise::Figure(figure) => plan[figure].topics.items().to_vec(),
            Promise::Commitment(commitment) => vec![plan[commitment].topic],
        }
    }

    /// Where it is counted among the topics. None for a figure that belongs to none.
    pub fn topic(self, plan: &Plan) -> Option<Ref<Topic>> {
        match self {
            Promise::Figure(figure) => plan[figure].topics.first().copied(),
            Promise::Commitment(commitment) => Some(plan[commitment].topic),
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
