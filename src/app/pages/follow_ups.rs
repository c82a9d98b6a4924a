//! Since then: every promise with a number beside what other public sources say of it, and where nothing was found, that.

use crate::app::SiteContext;
use crate::app::deferred::deferred;
use crate::app::part::Part;
use crate::app::part_view;
use crate::app::parts::follow_ups::{lines, notes};
use crate::app::parts::ledger::pigment_class;
use crate::app::parts::share::fold;
use crate::app::parts::text::{headline, link, locator, prose, tag};
use crate::plan::{self, NoteSubject, Pillar, Ref};
use crate::quantity::{qualifier, spoken};
use crate::route::Page;
use crate::words;
use yew::prelude::*;

pub fn page(cx: &SiteContext) -> Html {
    let cx = *cx;
    let (plan, lang) = (cx.plan(), cx.lang);
    html! {
        <div class="since-page">
            <header class="page-head indigo">
                <p class="kicker">{words::since(lang)}</p>
                <h1>{words::since_title(lang)}</h1>
                <p class="lede">{words::since_lede(lang)}</p>
            </header>
            <div class="since-how">
                <p>{words::since_apart(lang)}</p>
                if let Some(contact) = plan.site.footer.contact {
                    <p id="send">
                        {words::since_send(lang)}<a href={format!("mailto:{}", contact.as_str())}>{contact.as_str()}</a>
                    </p>
                }
            </div>
            {for plan.site.since_page.iter().map(|section| html! {
                <section key={section.id.as_str()} id={section.id.as_str()} class="since-how">
                    <h2>{headline(&cx, &section.title)}</h2>
                    {for section.body.iter().map(|body| html! { <p>{prose(&cx, body)}</p> })}
                </section>
            })}
            {notes(&cx, &plan.notes_on(NoteSubject::Years))}
            {for Ref::all(&plan.pillars).filter(|pillar| plan.measured(*pillar).numbers > 0).map(|pillar| html! {
                <section key={plan.id_of(pillar)} class={pigment_class(pillar.position())}>
                    <h2>{plan[pillar].name.as_str()}</h2>
                    {deferred(move || promised(&cx, pillar).collect())}
                </section>
            })}
            {deferred(move || without_number(&cx))}
            {deferred(move || of_the_past(&cx))}
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

/// The promises of a pillar, each with what is known.
fn promised(cx: &SiteContext, pillar: Ref<Pillar>) -> impl Iterator<Item = Html> {
    let (plan, lang) = (cx.plan(), cx.lang);
    let promised = plan.figures_of_pillar(pillar).filter_map(|figure| Some((figure, plan[figure].promise.as_ref()?)));
    promised.map(move |(figure, value): (Ref<plan::Figure>, &'static plan::Value)| {
        let id = plan.id_of(figure);
        let (entries, noted) = (plan.follow_ups_of(figure), plan.notes_on(NoteSubject::Figure(figure)));
        html! {
            <article key={id} {id} class="since-promise">
                <header>
                    <h3>{link(cx, Page::Figure(figure), value.measure.as_str())}</h3>
                    <p class="card-value" data-n={format!("{id}.promise")}>{spoken(&value.quantity, lang)}</p>
                    <p>{tag(qualifier(&value.quantity, lang))}{" "}{locator(cx, value.at)}</p>
                </header>
                if entries.is_empty() && noted.is_empty() {
                    <p class="not-stated">
                        {words::since_nothing(lang)}
                        if plan.site.footer.contact.is_some() { {" "}<a href="#send">{words::since_send_one(lang)}</a> }
                    </p>
                } else {
                    {lines(cx, &entries)}
                    {notes(cx, &noted)}
                }
            </article>
        }
    })
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
