//! A promise without a number, as a page of its own: how firm it is, where it is written, and what to ask when the time
//! comes. A promise with a number has its figure's page.

use crate::app::SiteContext;
use crate::app::deferred::deferred;
use crate::app::part::Part;
use crate::app::part_view;
use crate::app::parts::ledger::pigment_class;
use crate::app::parts::mount_points::fold;
use crate::app::parts::promise::{RowSetting, firmness, how_firm, neighbours, of_sentence, promise_row, ring};
use crate::app::parts::text::{headline, link, prose, source, topic_link};
use crate::plan::{Commitment, Promise, Ref};
use crate::route::Page;
use crate::words;
use yew::prelude::*;

pub fn page(cx: &SiteContext, reference: Ref<Commitment>) -> Html {
    let cx = *cx;
    let plan = cx.plan();
    let commitment = &plan[reference];
    let pigment = commitment.pillar.map(|pillar| pigment_class(pillar.position()));
    html! {
        <div class={classes!("promise-page", pigment.clone())}>
            <header class={classes!("page-head", "indigo", pigment)}>
                <p class="kicker">{words::promise_kicker(plan, commitment)}</p>
                <h1 class="promised">{ring(false)}<span>{headline(&cx, &commitment.text)}</span></h1>
                {firmness(&cx, commitment)}
                {part_view::mount_point(&cx, Part::Keep(Promise::Commitment(reference)))}
            </header>
            <div class="pairs">
                {questions(&cx, commitment)}
                {written(&cx, reference)}
            </div>
            {deferred(move || after(&cx, reference))}
        </div>
    }
}

/// What one could ask, and whose question it answers.
fn questions(cx: &SiteContext, commitment: &Commitment) -> Html {
    let (plan, lang) = (cx.plan(), cx.lang);
    html! {
        <section class="to-ask">
            <h2>{words::ask(lang)}</h2>
            <ol>
                <li>{for commitment.hedge.map(|hedge| prose(cx, &plan[hedge].ask))}if commitment.hedge.is_none() { {words::ask_done(lang)} }</li>
                <li>{words::ask_now(lang)}</li>
                <li>{words::ask_counted(lang)}</li>
            </ol>
            <p>{topic_link(cx, commitment.topic)}</p>
        </section>
    }
}

/// How firm the words are, and what else their sentence promises.
fn written(cx: &SiteContext, reference: Ref<Commitment>) -> Html {
    let (plan, lang) = (cx.plan(), cx.lang);
    let commitment = &plan[reference];
    let others: Vec<_> = of_sentence(plan, reference).filter(|other| *other != reference).collect();
    html! {
        <section class="written">
            <h2>{words::how_firm(lang)}</h2>
            <p>{how_firm(plan, commitment)}</p>
            <p>{source(cx, commitment.at)}{lang.pick("，", ", ")}{match commitment.pillar {
                Some(pillar) => link(cx, Page::Pillar(pillar), plan[pillar].long.as_str()),
                None => html! { {plan.site.texts.vision_title.as_str()} },
            }}</p>
            if !others.is_empty() {
                <h3>{words::same_sentence(lang)}</h3>
                <ul class="promise-list">{for others.into_iter().map(|other| promise_row(cx, Promise::Commitment(other), RowSetting::default(), html! {}))}</ul>
            }
            if plan.knows_since() {
                <p class="not-stated">{words::since_numbers_alone(lang)}{" "}{link(cx, Page::FollowUps, words::since(lang))}</p>
            }
        </section>
    }
}

fn after(cx: &SiteContext, reference: Ref<Commitment>) -> Html {
    html! {
        <>
            {fold(cx)}
            <nav class="next" aria-label={words::next(cx.lang)}>
                {neighbours(cx, reference)}
                <p>{link(cx, Page::Commitments, words::commitments(cx.lang))}</p>
            </nav>
        </>
    }
}
