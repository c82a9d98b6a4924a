//! All promises, and what a search and filters leave of them.

use super::figure::{ledger_item, pigment_class};
use super::filters::FilterForm;
use super::text::{link, place, prose, tag};
use crate::app::Context;
use crate::app::state::{Edit, edit, use_store};
use crate::plan::{Commitment, Pillar, Ref, Slot};
use crate::route::Page;
use crate::search::{Found, Index, Promise};
use crate::words;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct PromisesProps {
    pub context: Context,
}

#[component]
pub fn Promises(props: &PromisesProps) -> Html {
    let cx = props.context;
    let store = use_store();
    let index = use_memo(cx.bundle, |bundle| Index::of(&bundle.plans, &bundle.search));
    let filters = store.query.filters.clone();
    let found = use_memo(filters.clone(), move |filters| index.find(filters));
    let unknown = store.not_understood.iter().any(|problem| FILTERS.contains(&problem.name));
    let onfilter = {
        let store = store.clone();
        Callback::from(move |filters| edit(&store, Edit::Filters(filters)))
    };
    html! {
        <>
            if !cx.frozen() {
                <FilterForm context={cx} {filters} found={Rc::clone(&found)} {unknown} {onfilter} />
            }
            {sections(&cx, &found, store.anchor.as_deref())}
        </>
    }
}

/// Parameters of the address that the form stands for.
const FILTERS: [&str; 5] = ["q", "pillar", "about", "measured", "hedge"];

/// The vision, then each pillar with its numbers first. What was not found stays in place, hidden, so that it need not be
/// made again; headings go with the last of what they head.
fn sections(cx: &Context, found: &Found, anchor: Option<&str>) -> Html {
    let (plan, lang) = (cx.plan(), cx.lang);
    let mut left = found.rows.iter().copied().peekable();
    // Both are in the order of the page.
    let rows: Vec<RowProps> = Promise::all(plan)
        .map(|promise| RowProps {
            context: *cx,
            promise,
            shown: left.next_if_eq(&promise).is_some(),
            named: anchor == Some(promise.id(plan)),
        })
        .collect();
    let of = |pillar: Option<Ref<Pillar>>, measured: bool| {
        let of = |row: &&RowProps| {
            row.promise.pillar(plan) == pillar && matches!(row.promise, Promise::Figure(_)) == measured
        };
        rows.iter().filter(of).cloned().collect::<Vec<_>>()
    };
    let vision = of(None, false);
    html! {
        <>
            <section key="vision" id="vision" class="commitments" hidden={nothing_of(&vision)}>
                <h2>{plan.site.texts.vision_title.as_str()}</h2>
                <p class="lede">{prose(cx, &plan.site.texts.vision_lede)}</p>
                {list("commitment-list", vision)}
            </section>
            {for Ref::all(&plan.pillars).map(|pillar| {
                let (numbers, others) = (of(Some(pillar), true), of(Some(pillar), false));
                let hidden = nothing_of(&numbers) && nothing_of(&others);
                html! {
                    <section key={plan.id_of(pillar)} id={plan.id_of(pillar)} class={classes!("commitments", pigment_class(pillar.position()))} {hidden}>
                        <h2>{link(cx, Page::Pillar(pillar), plan[pillar].name.as_str())}</h2>
                        {part_of(words::numbers(lang), "ledger", numbers)}
                        {part_of(words::without_number(lang), "commitment-list", others)}
                    </section>
                }
            })}
        </>
    }
}

fn part_of(heading: &'static str, class: &'static str, rows: Vec<RowProps>) -> Html {
    html! {
        if !rows.is_empty() {
            <h3 hidden={nothing_of(&rows)}>{heading}</h3>
            {list(class, rows)}
        }
    }
}

fn list(class: &'static str, rows: Vec<RowProps>) -> Html {
    let hidden = nothing_of(&rows);
    html! {
        <ul {class} {hidden}>
            {for rows.into_iter().map(|row| {
                let id = row.promise.id(row.context.plan());
                html! { <PromiseRow key={id} ..row /> }
            })}
        </ul>
    }
}

fn nothing_of(rows: &[RowProps]) -> bool {
    !rows.iter().any(|row| row.shown)
}

#[derive(Clone, PartialEq, Properties)]
struct RowProps {
    context: Context,
    promise: Promise,
    shown: bool,
    /// Whether the address names it.
    named: bool,
}

/// A component of its own, so that a search looks again only at rows that come or go.
#[component]
fn PromiseRow(props: &RowProps) -> Html {
    let RowProps { context: cx, promise, shown, named } = props;
    match *promise {
        Promise::Figure(figure) => ledger_item(cx, figure, Slot::Promise, !shown),
        Promise::Commitment(commitment) => item(cx, &cx.plan()[commitment], !shown, *named),
    }
}

/// Promises without a number.
pub fn commitments<'a>(cx: &Context, commitments: impl Iterator<Item = &'a Commitment>) -> Html {
    html! { <ul class="commitment-list">{for commitments.map(|commitment| item(cx, commitment, false, false))}</ul> }
}

/// A promise without a number, with its hedge and its place.
fn item(cx: &Context, commitment: &Commitment, hidden: bool, named: bool) -> Html {
    let id = commitment.id.as_str();
    html! {
        <li key={id} {id} data-key={id} {hidden} class={named.then_some("named")}>
            {prose(cx, &commitment.text)}{" "}
            if let Some(hedge) = commitment.hedge { {tag(cx.plan()[hedge].label.as_str())}{" "} }
            {place(cx, commitment.at)}
        </li>
    }
}
