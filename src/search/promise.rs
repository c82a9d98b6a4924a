use crate::plan::{Commitment, Figure, Pillar, Plan, Ref, Slot};
use crate::quantity::{hedge_words, written};

/// A promise with a number, or one without.
#[derive(Clone, Copy, Debug, PartialEq)]
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

    /// All that a search looks at, a line for each thing said.
    pub fn words(self, plan: &Plan) -> String {
        let lines: Vec<String> = match self {
            Promise::Commitment(commitment) => {
                let commitment = &plan[commitment];
                let hedge = commitment.hedge.map(|hedge| plan[hedge].label.as_str().to_owned());
                [Some(commitment.text.plain()), hedge].into_iter().flatten().collect()
            }
            Promise::Figure(figure) => {
                let figure = &plan[figure];
                // What was reached stands beside what is promised, so its number leads there too.
                let numbers = figure.values().map(|(_, value)| written(&value.quantity, plan.lang).to_string());
                let mut lines = vec![figure.name.as_str().to_owned(), figure.finding.plain()];
                lines.extend(numbers);
                if let Some(promise) = figure.value(Slot::Promise) {
                    lines.push(promise.measure.as_str().to_owned());
                    lines.push(promise.phrase.as_str().to_owned());
                    lines.extend(hedge_words(&promise.quantity, plan.lang).into_iter().map(str::to_owned));
                }
                lines
            }
        };
        lines.join("\n")
    }
}
