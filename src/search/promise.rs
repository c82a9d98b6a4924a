//! What a search looks at of a promise.

use crate::plan::{Plan, Promise, Slot};
use crate::quantity::{hedge_words, written};

impl Promise {
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
