//! The five-year card: every promise with a number, how firm it is, and an empty box for what becomes of it. One page
//! on paper, to be kept until the five years are over.

use crate::app::Context;
use crate::app::part::{self, Part};
use crate::app::parts::figure::pigment_class;
use crate::app::parts::text::{count, link, place, tag};
use crate::plan::{self, Pillar, Ref};
use crate::quantity::{qualifier, spoken};
use crate::route::Page;
use crate::words;
use yew::prelude::*;

pub fn page(cx: &Context, of: Option<Ref<Pillar>>) -> Html {
    let (plan, lang) = (cx.plan(), cx.lang);
    let pillars: Vec<Ref<Pillar>> =
        Ref::all(&plan.pillars).filter(|pillar| of.is_none_or(|one| one == *pillar)).collect();
    let without: usize = pillars.iter().map(|pillar| plan.measured(*pillar).without).sum();
    html! {
        <div class={classes!("card-page", of.map(|pillar| pigment_class(pillar.position())))}>
            <header class="page-head indigo">
                <p class="kicker">{words::card(lang)}{of.map(|pillar| html! { <>{" · "}{plan[pillar].long.as_str()}</> })}</p>
                <h1>{words::card_title(lang)}</h1>
                <p class="lede">{words::card_lede(lang)}</p>
            </header>
            <table class="card-table">
                <thead>
                    <tr>
                        <th scope="col">{words::card_promise(lang)}</th>
                        <th scope="col">{words::card_outcome(lang)}</th>
                    </tr>
                </thead>
                {for pillars.iter().map(|pillar| rows(cx, *pillar))}
            </table>
            <p class="card-rest">
                {count(&format!("{}.without", of.map_or("pillars", |pillar| plan.id_of(pillar))), without)}{words::card_rest(without, lang)}
                {" "}{link(cx, Page::Commitments, words::commitments(lang))}
            </p>
            {part::place(cx, Part::Print)}
            {part::place(cx, Part::Share)}
            <nav class="next" aria-label={words::card_others(lang)}>
                <p>{words::card_others(lang)}{lang.pick("：", ": ")}</p>
                <ul>
                    if of.is_some() {
                        <li key="all">{link(cx, Page::Card(None), words::card_all(lang))}</li>
                    }
                    {for Ref::all(&plan.pillars).filter(|pillar| Some(*pillar) != of && has_numbers(cx, *pillar)).map(|pillar| html! {
                        <li key={plan.id_of(pillar)}>{link(cx, Page::Card(Some(pillar)), plan[pillar].name.as_str())}</li>
                    })}
                </ul>
            </nav>
        </div>
    }
}

fn has_numbers(cx: &Context, pillar: Ref<Pillar>) -> bool {
    cx.plan().measured(pillar).numbers > 0
}

fn rows(cx: &Context, pillar: Ref<Pillar>) -> Html {
    let plan = cx.plan();
    let promised = plan.figures_of_pillar(pillar).filter_map(|figure| Some((figure, plan[figure].promise.as_ref()?)));
    let row = |(figure, value): (Ref<plan::Figure>, &'static plan::Value)| {
        let id = plan.id_of(figure);
        html! {
            <tr key={id}>
                <th scope="row">
                    {link(cx, Page::Figure(figure), value.measure.as_str())}
                    <span class="card-value" data-n={format!("{id}.promise")}>{spoken(&value.quantity, cx.lang)}</span>
                    {tag(qualifier(&value.quantity, cx.lang))}{" "}{place(cx, value.at)}
                </th>
                <td aria-label={words::card_empty(cx.lang)}></td>
            </tr>
        }
    };
    let mut promised = promised.peekable();
    let none = promised.peek().is_none();
    html! {
        <tbody key={plan.id_of(pillar)} class={pigment_class(pillar.position())}>
            <tr class="card-pillar"><th scope="rowgroup" colspan="2">{plan[pillar].name.as_str()}</th></tr>
            if none {
                <tr><th scope="row" colspan="2" class="not-stated">{words::no_number(cx.lang)}</th></tr>
            }
            {for promised.map(row)}
        </tbody>
    }
}
