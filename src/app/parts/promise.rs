//! A promise in a list: its ring, its words, how firm it is, and where it is written.

use super::ledger::pigment_class;
use super::text::{locator, number, tag, unlinked};
use crate::app::SiteContext;
use crate::plan::{Commitment, Locator, Plan, Promise, Ref};
use crate::quantity::{qualifier, spoken};
use crate::route::Page;
use crate::text::Text;
use crate::words;
use yew::prelude::*;

/// What stands for a promise: a ring, filled where it has a number.
pub fn ring(has_number: bool) -> Html {
    html! { <span class={classes!("ring", has_number.then_some("filled"))} aria-hidden="true"></span> }
}

/// How a promise stands in a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RowSetting {
    /// Whether addresses lead to the row by the promise's id.
    pub anchor: bool,
    /// Whether the address names it.
    pub named: bool,
    /// Whether a search leaves it out.
    pub hidden: bool,
}

/// A row of a list of promises; its words lead to the promise's page. `more` stands at its end.
pub fn promise_row(cx: &SiteContext, promise: Promise, setting: RowSetting, more: Html) -> Html {
    let RowSetting { anchor, named, hidden } = setting;
    let plan = cx.plan();
    let id = promise.id(plan);
    let pigment = promise.pillar(plan).map(|pillar| pigment_class(pillar.position()));
    html! {
        <li key={id} id={anchor.then_some(id)} class={classes!("promise-row", pigment, named.then_some("named"))} data-key={id} data-promise={id} {hidden}>
            if let (true, Promise::Commitment(commitment)) = (anchor, promise) { {former_anchors(&plan[commitment].former)} }
            <a href={cx.href(Page::of_promise(promise))} target={cx.target()}>{ring(promise.has_number())}{said(cx, promise)}</a>
            {" "}{promise_tags(cx, promise)}{" "}
            {for promise.at(plan).map(|at| locator(cx, at))}
            {more}
        </li>
    }
}

/// Where old addresses lead to.
pub fn former_anchors(ids: &[Text]) -> Html {
    ids.iter().map(|id| html! { <span id={id.as_str()}></span> }).collect()
}

/// What is promised, in a line.
pub fn said(cx: &SiteContext, promise: Promise) -> Html {
    let plan = cx.plan();
    match promise {
        Promise::Figure(figure) => {
            let record = &plan[figure];
            let value = |value: &crate::plan::Value| html! { <>{value.measure.as_str()}{words::colon(cx.lang)}{number("number", format!("{}.promise", record.id.as_str()), spoken(&value.quantity, cx.lang))}</> };
            html! { <span>{for record.promise.as_ref().map(value)}</span> }
        }
        Promise::Commitment(commitment) => html! { <span>{unlinked(&plan[commitment].text, plan)}</span> },
    }
}

/// The words that qualify it, as tags.
pub fn promise_tags(cx: &SiteContext, promise: Promise) -> Html {
    let plan = cx.plan();
    match promise {
        Promise::Figure(figure) => {
            plan[figure].promise.as_ref().map(|value| tag(qualifier(&value.quantity, cx.lang))).into_iter().collect()
        }
        Promise::Commitment(commitment) => {
            plan[commitment].hedge.map(|hedge| tag(plan[hedge].label.as_str())).into_iter().collect()
        }
    }
}

/// How firm a promise without a number is, in what words, and where they stand.
pub fn firmness(cx: &SiteContext, commitment: &Commitment) -> Html {
    let (plan, lang) = (cx.plan(), cx.lang);
    html! {
        <p class="firmness">
            {tag(words::no_number(lang))}{" "}
            if let Some(hedge) = commitment.hedge { {tag(plan[hedge].label.as_str())}{" "} }
            {locator(cx, commitment.at)}
        </p>
    }
}

/// What the hedge of a promise means; where it has none, that it has none.
pub fn how_firm(plan: &Plan, commitment: &Commitment) -> String {
    let meaning = commitment.hedge.map(|hedge| plan[hedge].meaning.plain());
    meaning.unwrap_or_else(|| words::no_hedge(plan.lang).to_owned())
}

/// Promises without a number of one sentence. Those of a sentence stand together in the plan.
pub fn of_sentence(plan: &'static Plan, beside: Ref<Commitment>) -> impl Iterator<Item = Ref<Commitment>> {
    let position = beside.position();
    let at: Locator = plan[beside].at;
    let same = move |commitment: &&Commitment| commitment.at == at;
    let before = plan.commitments[..position].iter().rev().take_while(same).count();
    let after = plan.commitments[position..].iter().take_while(same).count();
    Ref::all(&plan.commitments).skip(position - before).take(before + after)
}

/// The pages of the promises before and after one, in the order of the article.
pub fn neighbours(cx: &SiteContext, commitment: Ref<Commitment>) -> Html {
    let plan = cx.plan();
    let at = |position: Option<usize>| position.and_then(|position| Ref::all(&plan.commitments).nth(position));
    let step = |rel: &'static str, word: &'static str, to: Option<Ref<Commitment>>| {
        html! {
            if let Some(to) = to {
                <li key={rel}><span class="kicker">{word}</span><a href={cx.href(Page::Promise(to))}>{unlinked(&plan[to].text, plan)}</a></li>
            }
        }
    };
    let position = commitment.position();
    html! {
        <ul class="neighbours">
            {step("prev", words::promise_before(cx.lang), at(position.checked_sub(1)))}
            {step("next", words::promise_after(cx.lang), at(Some(position + 1)))}
        </ul>
    }
}
