//! All promises, and what a search and filters leave of them.

use super::filters::FilterForm;
use super::promise::{RowSetting, former_anchors, promise_row};
use super::text::{prose, topic_link};
use crate::app::browser::{Timer, after, document, focus};
use crate::app::store::{use_selector, use_store};
use crate::app::{SiteContext, use_site};
use crate::bundle::BundleRef;
use crate::plan::{Commitment, Promise, Ref};
use crate::route::query::Filters;
use crate::search::Index;
use crate::words;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

#[component]
pub fn Promises() -> Html {
    let cx = use_site();
    let store = use_store();
    let (index, has_texts) = use_index(cx.bundle);
    let filters = use_selector(|state| state.query.filters.clone());
    let in_browser = use_selector(|state| state.in_browser);
    let anchor = use_selector(|state| state.anchor.clone());
    let unknown = use_selector(|state| state.not_understood.iter().any(|problem| FILTERS.contains(&problem.name)));
    let search = if has_texts { filters.search.clone() } else { String::new() };
    let found =
        use_memo((Filters { search, ..filters.clone() }, has_texts), |(filters, _)| index.borrow().find(filters));
    let batches = use_state(|| (filters.clone(), 1));
    // Another search begins with the first batch again.
    let shown_lots = if batches.0 == filters { batches.1 } else { 1 };
    let searched = filters != Filters::default();
    let batch = if searched { BATCH_FOUND } else { BATCH };
    // Found once: to find the first, all must be looked at.
    let first = use_memo(cx.lang, |_| Promise::by_topic(cx.plan()).into_iter().take(BATCH).collect::<Vec<_>>());
    // For each row of the first batch, whether it matches. Both lists are in page order, so one pass merges them.
    let mut ahead = found.rows.iter().peekable();
    let first: Vec<(Promise, bool)> =
        first.iter().map(|promise| (*promise, ahead.next_if_eq(&promise).is_some())).collect();
    let in_place = first.iter().filter(|(_, shown)| *shown).count();
    // Without the program everything stands there; with it, what was found of the first batch has its place anyway.
    let limit = if in_browser { in_place.max(shown_lots * batch) } else { usize::MAX };
    let onfilter = Callback::from(move |filters| store.edit(|query| query.filters = filters));
    let first_of_lot = use_mut_ref(|| None::<&'static str>);
    let onmore = {
        let (batches, filters, first_of_lot) = (batches.setter(), filters.clone(), Rc::clone(&first_of_lot));
        let next = found.rows.get(limit).map(|promise| promise.id(cx.plan()));
        Callback::from(move |_: MouseEvent| {
            *first_of_lot.borrow_mut() = next;
            batches.set((filters.clone(), shown_lots + 1));
        })
    };
    // Moves the focus to the first new row: the button has moved down or is gone.
    use_effect_with(shown_lots, move |_| {
        let row = first_of_lot.take().and_then(|id| document().query_selector(&format!("[data-key='{id}']")).ok()?);
        row.iter().for_each(focus);
    });
    let left = found.rows.len().saturating_sub(limit);
    let nearest = (found.rows.is_empty() && has_texts).then(|| index.borrow().nearest_topic(&filters.search)).flatten();
    html! {
        <>
            if !cx.frozen() {
                <FilterForm filters={filters.clone()} found={Rc::clone(&found)} {unknown} {onfilter} />
            }
            {sections(&cx, first, &found.rows[in_place..], limit - in_place, anchor.as_deref(), searched)}
            if let Some(topic) = nearest {
                <p key="nearest">{words::search_nearest(cx.lang)}{words::colon(cx.lang)}{topic_link(&cx, topic)}</p>
            }
            if left > 0 {
                <p class="more"><button type="button" onclick={onmore}>{words::show_more(left.min(batch), left, cx.lang)}</button></p>
            }
        </>
    }
}

/// Promises that are shown at once in the browser: a list of thousands takes seconds to lay out. The button below it
/// brings as many again.
const BATCH: usize = 200;

/// The same of a search, which makes new rows with each key.
const BATCH_FOUND: usize = 50;

/// Promises whose texts are folded in one task, so that typing and scrolling are not held up.
const TEXTS_A_TASK: usize = 50;

/// The index, and whether the texts of all promises are in it.
#[hook]
fn use_index(bundle: BundleRef) -> (Rc<RefCell<Index>>, bool) {
    let index = use_mut_ref(|| Index::without_texts(bundle.plans.items(), &bundle.search));
    let has_texts = use_state_eq(|| false);
    {
        let (index, has_texts) = (Rc::clone(&index), has_texts.setter());
        use_effect_with((), move |()| {
            let timer = Rc::default();
            add_texts(index, has_texts, Rc::clone(&timer));
            move || drop(timer.take())
        });
    }
    (index, *has_texts)
}

/// Adds some in a task of their own, and goes on in the next.
fn add_texts(index: Rc<RefCell<Index>>, has_texts: UseStateSetter<bool>, timer: Rc<RefCell<Option<Timer>>>) {
    let again = Rc::clone(&timer);
    *timer.borrow_mut() = Some(after(0, move || {
        if index.borrow_mut().add_texts(TEXTS_A_TASK) {
            has_texts.set(true);
        } else {
            add_texts(index, has_texts, again);
        }
    }));
}

/// Parameters of the address that the form stands for.
const FILTERS: [&str; 5] = ["q", "pillar", "about", "measured", "hedge"];

/// A group for each side of life, under its question. Of the first batch, what was not found stays in place, hidden, so that
/// it need not be made again; of a search, the rows stand without headings.
fn sections(
    cx: &SiteContext,
    first: Vec<(Promise, bool)>,
    beyond: &[Promise],
    limit: usize,
    anchor: Option<&str>,
    searched: bool,
) -> Html {
    let plan = cx.plan();
    let named = anchor.and_then(|id| Promise::find(plan, id));
    let is_named = |promise: &Promise| named == Some(*promise);
    let row = |(promise, shown)| RowProps { promise, shown, named: is_named(&promise) };
    // Whatever the limit, what the address names is there.
    let beyond = beyond.iter().enumerate().filter(|(at, promise)| *at < limit || is_named(promise));
    let beyond = beyond.map(|(_, promise)| (*promise, true));
    let rows: Vec<RowProps> = first.into_iter().chain(beyond).map(row).collect();
    let groups = rows.chunk_by(|one, other| one.promise.topic(plan) == other.promise.topic(plan));
    html! {
        <>
            // Old addresses name pillars here.
            {for Ref::all(&plan.pillars).map(|pillar| html! { <><span id={plan.id_of(pillar)}></span>{former_anchors(&plan[pillar].former)}</> })}
            {for groups.map(|rows| group(cx, rows, searched))}
            <section key="vision" id="vision" class="commitments" hidden={searched}>
                <h2>{plan.site.texts.vision_title.as_str()}</h2>
                <p class="lede">{prose(cx, &plan.site.texts.vision_lede)}</p>
            </section>
        </>
    }
}

fn group(cx: &SiteContext, rows: &[RowProps], searched: bool) -> Html {
    let plan = cx.plan();
    let topic = rows.first().and_then(|row| row.promise.topic(plan));
    let hidden = !rows.iter().any(|row| row.shown);
    html! {
        <section key={topic.map_or("", |topic| plan.id_of(topic))} class="commitments" {hidden}>
            if let Some(topic) = topic { <h2 hidden={searched}>{topic_link(cx, topic)}</h2> }
            <ul class="promise-list">
                {for rows.iter().copied().map(|row| html! { <PromiseRow key={row.promise.id(plan)} ..row /> })}
            </ul>
        </section>
    }
}

#[derive(Clone, Copy, PartialEq, Properties)]
struct RowProps {
    promise: Promise,
    shown: bool,
    /// Whether the address names it.
    named: bool,
}

/// A component of its own, so that a search looks again only at rows that come or go.
#[component]
fn PromiseRow(props: &RowProps) -> Html {
    let cx = use_site();
    let RowProps { promise, shown, named } = *props;
    promise_row(&cx, promise, RowSetting { anchor: true, named, hidden: !shown }, html! {})
}

/// Promises without a number.
pub fn commitments(cx: &SiteContext, commitments: impl Iterator<Item = Ref<Commitment>>) -> Html {
    let setting = RowSetting { anchor: true, ..RowSetting::default() };
    let row = |commitment| promise_row(cx, Promise::Commitment(commitment), setting, html! {});
    html! { <ul class="promise-list">{for commitments.map(row)}</ul> }
}
