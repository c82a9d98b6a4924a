//! The page of a pillar.

use crate::app::SiteContext;
use crate::app::deferred::deferred;
use crate::app::part::Part;
use crate::app::part_view;
use crate::app::parts::grouped::grouped;
use crate::app::parts::ledger::pigment_class;
use crate::app::parts::mount_points::{fold, rows};
use crate::app::parts::scene::scenes;
use crate::app::parts::text::{link, plain_headline, prose, source, topic_link};
use crate::app::passage::Passage;
use crate::plan::{Pillar, Ref};
use crate::route::Page;
use crate::words;
use yew::prelude::*;

pub fn page(cx: &SiteContext, reference: Ref<Pillar>) -> Html {
    let cx = *cx;
    let plan = cx.plan();
    let lang = cx.lang;
    let pillar = &plan[reference];
    html! {
        <div class={classes!("pillar", pigment_class(reference.position()))}>
            <header class="page-head indigo">
                <p class="kicker">{words::pillar(lang)}</p>
                <h1>{plain_headline(&cx, pillar.long.as_str())}</h1>
                <p class="lede">{prose(&cx, &pillar.lede)}</p>
                <p class="source">{source(&cx, pillar.at)}</p>
                {part_view::mount_point(&cx, Part::Speak(Passage::Page))}
            </header>
            {part_view::mount_point(&cx, Part::Contents)}
            {scenes(&cx, Some(reference))}
            if plan.figures_of_pillar(reference).next().is_some() {
                <section class="figures">
                    <h2>{words::numbers(lang)}</h2>
                    {deferred(move || rows(&cx, plan.figures_of_pillar(reference)))}
                </section>
            }
            <section class="commitments ring-groups">
                <h2>{words::without_number(lang)}</h2>
                {deferred(move || grouped(&cx, plan.commitments_in(Some(reference))))}
            </section>
            {deferred(move || after(&cx, reference))}
        </div>
    }
}

/// What stands after all that the plan says of the pillar.
fn after(cx: &SiteContext, reference: Ref<Pillar>) -> Html {
    let plan = cx.plan();
    let lang = cx.lang;
    let next = Ref::all(&plan.pillars).nth(reference.position() + 1);
    html! {
        <>
            {fold(cx)}
            <nav class="next" aria-label={words::next(lang)}>
                <p>{words::next(lang)}{lang.pick("：", ": ")}
                    if let Some(next) = next {
                        {link(cx, Page::Pillar(next), plan[next].long.as_str())}
                    } else {
                        {link(cx, Page::Commitments, words::commitments(lang))}
                    }
                </p>
                if plan.measured(reference).numbers > 0 {
                    <p>{link(cx, Page::Card(Some(reference)), words::card_take(lang))}</p>
                }
                <ul class="questions">{for plan[reference].topics.iter().map(|topic| html! { <li key={plan.id_of(*topic)}>{topic_link(cx, *topic)}</li> })}</ul>
            </nav>
        </>
    }
}
