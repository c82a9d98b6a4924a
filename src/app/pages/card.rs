//! The five-year card: every promise with a number, how firm it is, and an empty box for what becomes of it. One page
//! on paper, to be kept until the five years are over.

use crate::app::SiteContext;
use crate::app::part::Part;
use crate::app::part_view;
use crate::app::parts::ledger::pigment_class;
use crate::app::parts::mount_points::fold;
use crate::app::parts::text::{count, link};
use crate::plan::{Pillar, Ref};
use crate::route::Page;
use crate::words;
use yew::prelude::*;

pub fn page(cx: &SiteContext, of: Option<Ref<Pillar>>) -> Html {
    let (plan, lang) = (cx.plan(), cx.lang);
    let without = of.map_or(plan.commitments.len(), |pillar| plan.measured(pillar).without);
    html! {
        <div class={classes!("card-page", of.map(|pillar| pigment_class(pillar.position())))}>
            <header class="page-head indigo">
                <p class="kicker">{words::card(lang)}{of.map(|pillar| html! { <>{" · "}{plan[pillar].long.as_str()}</> })}</p>
                <h1>{words::card_title(lang)}</h1>
                <p class="lede">{words::card_lede(lang)}</p>
            </header>
            {part_view::mount_point(cx, Part::Kept)}
            <div class="card-sheet">
                <dl class="card-stub">
                    <div><dt>{words::card_name(lang)}</dt><dd></dd></div>
                    <div><dt>{words::card_date(lang)}</dt><dd></dd></div>
                </dl>
                {part_view::mount_point(cx, Part::CardTable)}
            <p class="card-rest">
                {count(&of.map_or_else(|| "commitments".to_owned(), |pillar| format!("{}.without", plan.id_of(pillar))), without)}{words::card_rest(without, lang)}
                {" "}{link(cx, Page::Commitments, words::commitments(lang))}
            </p>
            </div>
            if plan.knows_since() { <p class="card-since">{link(cx, Page::FollowUps, words::since(lang))}</p> }
            {part_view::mount_point(cx, Part::Print)}
            {fold(cx)}
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

fn has_numbers(cx: &SiteContext, pillar: Ref<Pillar>) -> bool {
    cx.plan().measured(pillar).numbers > 0
}
