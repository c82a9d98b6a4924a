//! The rows of the five-year card: a promise with a number, and a box for what becomes of it. Where the reader asks for
//! it, the box holds the latest that another public source says.

use super::follow_ups::switch;
use super::ledger::pigment_class;
use super::text::{link, locator, mark, tag};
use crate::app::store::{use_live, use_selector, use_store};
use crate::app::{SiteContext, use_site};
use crate::plan::{self, FollowUpKind, Pillar, Ref};
use crate::quantity::{qualifier, spoken};
use crate::route::Page;
use crate::words;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct CardTableProps {
    /// The pillar whose card it is; none for the whole plan.
    pub of: Option<Ref<Pillar>>,
}

#[component]
pub fn CardTable(props: &CardTableProps) -> Html {
    let cx = use_site();
    let CardTableProps { of } = *props;
    let (plan, lang) = (cx.plan(), cx.lang);
    let (store, live) = (use_store(), use_live());
    let since = use_selector(|state| state.query.since);
    let known = !plan.since.is_empty();
    let pillars = Ref::all(&plan.pillars).filter(|pillar| of.is_none_or(|one| one == *pillar));
    html! {
        <>
            <table class="card-table">
                <thead>
                    <tr>
                        <th scope="col">{words::card_promise(lang)}</th>
                        <th scope="col">{words::card_outcome(lang)}</th>
                    </tr>
                </thead>
                {for pillars.map(|pillar| rows(&cx, pillar, since))}
            </table>
            <div class="since-place">
                if known { {switch(&cx, &store, since, live)} }
            </div>
        </>
    }
}

fn rows(cx: &SiteContext, pillar: Ref<Pillar>, since: bool) -> Html {
    let (plan, lang) = (cx.plan(), cx.lang);
    let promised = plan.figures_of_pillar(pillar).filter_map(|figure| Some((figure, plan[figure].promise.as_ref()?)));
    let row = |(figure, value): (Ref<plan::Figure>, &'static plan::Value)| {
        let id = plan.id_of(figure);
        // What was before the promise is nothing that became of it.
        let known = || plan.follow_ups_of(figure).into_iter().rev().find(|entry| entry.kind != FollowUpKind::Start);
        let latest = since.then(known).flatten();
        html! {
            <tr key={id}>
                <th scope="row">
                    <div class="card-row">
                        {link(cx, Page::Figure(figure), value.measure.as_str())}
                        <span class="card-value" data-n={mark(id, "promise")}>{spoken(&value.quantity, lang)}</span>
                        {tag(qualifier(&value.quantity, lang))}{" "}{locator(cx, value.at)}
                    </div>
                </th>
                if let Some(entry) = latest {
                    <td class="card-known" data-n="since">
                        {spoken(&entry.quantity, lang)}
                        <a href={cx.href_to(Page::FollowUps, id)}>
                            {words::since_kind(entry.kind, lang)}{lang.pick("，", ", ")}{entry.as_of_words.as_str()}{lang.pick("，", ", ")}
                            {words::same_measure(entry.same, lang)}{lang.pick("，", ", ")}{words::from_elsewhere(lang)}
                        </a>
                    </td>
                } else {
                    <td aria-label={words::card_empty(lang)}></td>
                }
            </tr>
        }
    };
    let mut promised = promised.peekable();
    let none = promised.peek().is_none();
    html! {
        <tbody key={plan.id_of(pillar)} class={pigment_class(pillar.position())}>
            <tr class="card-pillar"><th scope="rowgroup" colspan="2">{plan[pillar].name.as_str()}</th></tr>
            if none {
                <tr><th scope="row" colspan="2" class="not-stated">{words::no_number(lang)}</th></tr>
            }
            {for promised.map(row)}
        </tbody>
    }
}
