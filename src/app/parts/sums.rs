//! The ledger of what we computed from a figure: only what it allows, each sum with its arithmetic in a line.

use super::text::{mark, number};
use crate::app::SiteContext;
use crate::app::part::Part;
use crate::app::part_view;
use crate::figure::{Trial, computed_label};
use crate::plan::{self, Computed, ComputedNumber, Lens, Ref, Slot, through};
use crate::words;
use yew::prelude::*;

/// A sum is set smaller from this many characters on.
const LONG: usize = 9;

pub fn sums(cx: &SiteContext, reference: Ref<plan::Figure>) -> Html {
    let (plan, lang) = (cx.plan(), cx.lang);
    let record = &plan[reference];
    let computed = record.all_computed(plan);
    let yearly = computed.iter().any(|(what, _)| matches!(what, Computed::YearlyPast | Computed::YearlyPromise));
    // The promise, or what was done: the later of the two.
    let slot = record.values().last().map_or(Slot::Past, |(slot, _)| slot);
    let lenses = Lens::ALL.into_iter().filter(|lens| !(yearly && *lens == Lens::PerYear));
    let lenses: Vec<(Lens, ComputedNumber)> =
        lenses.filter_map(|lens| Some((lens, through(lens, record, slot, lang).ok()?))).collect();
    let is_pulled = Trial::of(plan, reference).is_some() && !cx.frozen();
    if computed.is_empty() && lenses.is_empty() && !is_pulled {
        return html! {};
    }
    html! {
        <section id="sums" class="sums">
            <h2>{words::computed_title(lang)}</h2>
            <ul>
                {for computed.into_iter().map(|(what, result)| of_figure(cx, reference, what, result))}
                {for lenses.into_iter().map(|(lens, result)| {
                    sum(cx, "lens".to_owned(), "lens".to_owned(), html! { {words::lens(lens, lang)} }, result, None)
                })}
                if is_pulled {
                    <li class="pulled">{part_view::mount_point(cx, Part::Projection)}</li>
                }
            </ul>
        </section>
    }
}

fn of_figure(cx: &SiteContext, reference: Ref<plan::Figure>, what: Computed, result: ComputedNumber) -> Html {
    let record = &cx.plan()[reference];
    let per = record.per.as_ref().filter(|_| what == Computed::Per);
    let condition = match (per, what) {
        (Some(per), _) => Some(per.condition.as_str()),
        (None, Computed::Ratio | Computed::Rate) => record.scope_condition.map(|condition| condition.as_str()),
        _ => None,
    };
    let label = per.map(|per| per.name.as_str()).or(computed_label(what, cx.lang)).unwrap_or("");
    let from = mark(record.id.as_str(), what.name());
    let label = html! { <span data-n={mark(&from, "label")}>{label.trim_end_matches([':', '：', ' '])}</span> };
    sum(cx, from.clone(), mark(&from, "arithmetic"), label, result, condition)
}

fn sum(
    cx: &SiteContext,
    from: String,
    arithmetic_from: String,
    label: Html,
    result: ComputedNumber,
    condition: Option<&'static str>,
) -> Html {
    let long = result.text.chars().count() >= LONG;
    html! {
        <li>
            <strong class={classes!(long.then_some("long"))}>{number("number computed", from, result.text)}</strong>
            <p>
                {label}
                <span class="arithmetic" data-n={arithmetic_from}>{result.arithmetic}</span>
                if let Some(condition) = condition {
                    <span class="condition">{words::if_word(cx.lang)}{words::colon(cx.lang)}{condition}</span>
                }
            </p>
        </li>
    }
}
