//! Since then: every promise with a number beside what other public sources say of it, and where nothing was found, that.

use crate::app::SiteContext;
use crate::app::chart::svg;
use crate::app::deferred::deferred;
use crate::app::part::Part;
use crate::app::part_view;
use crate::app::parts::follow_ups::{lines, notes, standing};
use crate::app::parts::ledger::pigment_class;
use crate::app::parts::mount_points::fold;
use crate::app::parts::text::{headline, link, locator, mark, prose, tag};
use crate::figure::{FollowUpsChart, Frame, Subject, describe};
use crate::plan::{self, NoteSubject, Ref};
use crate::quantity::{qualifier, spoken};
use crate::route::Page;
use crate::words;
use yew::prelude::*;

pub fn page(cx: &SiteContext) -> Html {
    let cx = *cx;
    let (plan, lang) = (cx.plan(), cx.lang);
    let promised = || Ref::all(&plan.figures).filter(|figure| plan[*figure].promise.is_some());
    let (known, unknown): (Vec<_>, Vec<_>) = promised().partition(|figure| plan.knows_since_of(*figure));
    html! {
        <div class="since-page">
            <header class="page-head indigo">
                <p class="kicker">{words::since(lang)}</p>
                <h1>{words::since_title(lang)}</h1>
                <p class="lede">{words::since_lede(lang)}</p>
            </header>
            {for known.into_iter().map(|figure| deferred(move || found(&cx, figure)))}
            {deferred(move || without_number(&cx))}
            {deferred(move || of_the_past(&cx))}
            if !unknown.is_empty() {
                <section class="since-unknown">
                    <h2>{words::since_unknown(lang)}</h2>
                    <ul>{for unknown.into_iter().map(|figure| not_found(&cx, figure))}</ul>
                    if let Some(contact) = plan.site.footer.contact {
                        <p id="send">
                            {words::since_send(lang)}<a href={format!("mailto:{}", contact.as_str())}>{contact.as_str()}</a>
                        </p>
                    }
                </section>
            }
            <section class="since-how">
                <h2>{words::since_why(lang)}</h2>
                <p>{words::since_apart(lang)}</p>
                {for plan.site.since_page.iter().map(|section| html! {
                    <div key={section.id.as_str()} id={section.id.as_str()}>
                        <h3>{headline(&cx, &section.title)}</h3>
                        {for section.body.iter().map(|body| html! { <p>{prose(&cx, body)}</p> })}
                    </div>
                })}
                {notes(&cx, &plan.notes_on(NoteSubject::Years))}
            </section>
            {part_view::mount_point(&cx, Part::Print)}
            {fold(&cx)}
            <nav class="next" aria-label={words::next(lang)}>
                <ul>
                    <li>{link(&cx, Page::Card(None), words::card(lang))}</li>
                    <li>{link(&cx, Page::Commitments, words::commitments(lang))}</li>
                    <li>{link(&cx, Page::Data, words::data(lang))}</li>
                </ul>
            </nav>
        </div>
    }
}

/// What was found of a promise: how it stands in a sentence, the drawing, and whose numbers they are.
fn found(cx: &SiteContext, figure: Ref<plan::Figure>) -> Html {
    let (plan, lang) = (cx.plan(), cx.lang);
    let Some(value) = plan[figure].promise.as_ref() else { return html! {} };
    let id = plan.id_of(figure);
    let pigment = plan[figure].pillar.map(|pillar| pigment_class(pillar.position()));
    let (entries, noted) = (plan.follow_ups_of(figure), plan.notes_on(NoteSubject::Figure(figure)));
    let standing = entries.iter().rev().find_map(|entry| standing(plan, entry, lang));
    html! {
        <article key={id} {id} class={classes!("since-promise", pigment)}>
            <header>
                <h2>{link(cx, Page::Figure(figure), value.measure.as_str())}</h2>
                if let Some(standing) = standing { <p class="standing" data-n="since">{standing}</p> }
                <p>
                    <span data-n={mark(id, "promise")}>{spoken(&value.quantity, lang)}</span>{" "}
                    {tag(qualifier(&value.quantity, lang))}{" "}{locator(cx, value.at)}
                </p>
            </header>
            {for FollowUpsChart::of(plan, figure).map(|chart| columns(&chart))}
            // Where sources contradict each other a note says so: never folded away.
            {notes(cx, &noted)}
            if !entries.is_empty() {
                <details>
                    <summary>{words::since_sources(lang)}</summary>
                    {lines(cx, &entries)}
                </details>
            }
        </article>
    }
}

/// The numbers in the order of their time, and the promise after them.
fn columns(chart: &FollowUpsChart) -> Html {
    let drawn = Frame::STILLS.into_iter().filter_map(|(frame, class)| Some(svg(&chart.columns(frame)?, class)));
    html! {
        <div class="chart">
            <div class="drawing">
                <div class="still" role="img" aria-label={describe(&Subject::FollowUps(chart.clone()))}>{for drawn}</div>
            </div>
        </div>
    }
}

/// A promise of which no other source is known: its place, kept.
fn not_found(cx: &SiteContext, figure: Ref<plan::Figure>) -> Html {
    let (plan, lang) = (cx.plan(), cx.lang);
    let Some(value) = plan[figure].promise.as_ref() else { return html! {} };
    let id = plan.id_of(figure);
    let pigment = plan[figure].pillar.map(|pillar| pigment_class(pillar.position()));
    html! {
        <li key={id} {id} class={classes!("since-promise", pigment)}>
            {link(cx, Page::Figure(figure), value.measure.as_str())}
            <span class="small-number" data-n={mark(id, "promise")}>{spoken(&value.quantity, lang)}</span>
            {locator(cx, value.at)}
        </li>
    }
}

/// What is noted of promises without a number.
fn without_number(cx: &SiteContext) -> Html {
    let plan = cx.plan();
    let items = Ref::all(&plan.commitments).map(|one| (&plan[one].text, plan[one].at, NoteSubject::Commitment(one)));
    noted(cx, words::without_number(cx.lang), items)
}

/// What is noted of what was done, with a number or without.
fn of_the_past(cx: &SiteContext) -> Html {
    let plan = cx.plan();
    let done = Ref::all(&plan.figures).filter_map(|figure| {
        let past = plan[figure].past.as_ref().filter(|_| plan[figure].promise.is_none())?;
        Some((&plan[figure].finding, past.at, NoteSubject::Figure(figure)))
    });
    let milestones = Ref::all(&plan.milestones).map(|one| (&plan[one].text, plan[one].at, NoteSubject::Milestone(one)));
    noted(cx, words::since_past(cx.lang), done.chain(milestones))
}

/// What has notes, each with them; nothing where none has.
fn noted(
    cx: &SiteContext,
    heading: &'static str,
    items: impl Iterator<Item = (&'static plan::Prose, plan::Locator, NoteSubject)>,
) -> Html {
    let items = items.map(|(text, at, subject)| (text, at, cx.plan().notes_on(subject)));
    let items: Vec<_> = items.filter(|(.., said)| !said.is_empty()).collect();
    if items.is_empty() {
        return html! {};
    }
    html! {
        <section>
            <h2>{heading}</h2>
            {for items.into_iter().map(|(text, at, said)| html! {
                <article class="since-noted">
                    <p>{prose(cx, text)}{" "}{locator(cx, at)}</p>
                    {notes(cx, &said)}
                </article>
            })}
        </section>
    }
}
