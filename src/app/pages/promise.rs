//! A promise without a number, as a page of its own: how firm it is, where it is written, and what to ask when the time
//! comes. A promise with a number has its figure's page.

use crate::app::SiteContext;
use crate::app::deferred::deferred;
use crate::app::part::Part;
use crate::app::part_view;
use crate::app::parts::follow_ups::notes;
use crate::app::parts::ledger::pigment_class;
use crate::app::parts::mount_points::fold;
use crate::app::parts::promise::{RowSetting, firmness, how_firm, neighbours, of_sentence, promise_row, ring};
use crate::app::parts::text::{headline, link, prose, topic_link};
use crate::plan::{Commitment, NoteSubject, Promise, Ref};
use crate::route::Page;
use crate::words;
use yew::prelude::*;

pub fn page(cx: &SiteContext, reference: Ref<Commitment>) -> Html {
    let cx = *cx;
    let plan = cx.plan();
    let commitment = &plan[reference];
    let pigment = commitment.pillar.map(|pillar| pigment_class(pillar.position()));
    let lang = cx.lang;
    html! {
        <div class={classes!("promise-page", pigment.clone())}>
            <header class={classes!("page-head", "indigo", pigment)}>
                <p class="kicker">
                    {match commitment.pillar {
                        Some(pillar) => link(&cx, Page::Pillar(pillar), plan[pillar].name.as_str()),
                        None => html! { {words::vision(lang)} },
                    }}{" · "}{plan[commitment.topic].name.as_str()}
                </p>
                <h1 class="promised">{ring(false)}<span>{headline(&cx, &commitment.text)}</span></h1>
                {firmness(&cx, commitment)}
                <p class="lede">{how_firm(plan, commitment)}</p>
                <ul class="actions" aria-label={words::actions(lang)}>
                    <li>{part_view::mount_point(&cx, Part::Keep(Promise::Commitment(reference)))}</li>
                    <li><a href="#pass-on">{words::share(lang)}</a></li>
                </ul>
            </header>
            <div class="pairs">
                {questions(&cx, commitment)}
                {beside(&cx, reference)}
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

/// What other sources say of it, and what else its sentence promises.
fn beside(cx: &SiteContext, reference: Ref<Commitment>) -> Html {
    let (plan, lang) = (cx.plan(), cx.lang);
    let others: Vec<_> = of_sentence(plan, reference).filter(|other| *other != reference).collect();
    let said = plan.notes_on(NoteSubject::Commitment(reference));
    html! {
        <section class="written">
            if !said.is_empty() {
                <h2>{link(cx, Page::FollowUps, words::since(lang))}</h2>
                {notes(cx, &said)}
            }
            if !others.is_empty() {
                <h2>{words::same_sentence(lang)}</h2>
                <ul class="promise-list">{for others.into_iter().map(|other| promise_row(cx, Promise::Commitment(other), RowSetting::default(), html! {}))}</ul>
            }
            if said.is_empty() && plan.knows_since() {
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
