//! Since then: every promise with a number beside what other public sources say of it, and where nothing was found, that.

use crate::app::SiteContext;
use crate::app::deferred::deferred;
use crate::app::part::Part;
use crate::app::part_view;
use crate::app::parts::follow_ups::lines;
use crate::app::parts::ledger::pigment_class;
use crate::app::parts::text::{link, locator, prose, tag};
use crate::plan::{self, Pillar, Ref};
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
                if let Some(years) = &plan.site.texts.since_years {
                    <p>{prose(&cx, years)}</p>
                }
                if let Some(contact) = plan.site.footer.contact {
                    <p id="send">
                        {words::since_send(lang)}<a href={format!("mailto:{}", contact.as_str())}>{contact.as_str()}</a>
                    </p>
                }
            </div>
            {for Ref::all(&plan.pillars).filter(|pillar| plan.measured(*pillar).numbers > 0).map(|pillar| html! {
                <section key={plan.id_of(pillar)} class={pigment_class(pillar.position())}>
                    <h2>{plan[pillar].name.as_str()}</h2>
                    {deferred(move || promised(&cx, pillar).collect())}
                </section>
            })}
            {part_view::mount_point(&cx, Part::Print)}
            {part_view::mount_point(&cx, Part::Share)}
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
        let entries = plan.follow_ups_of(figure);
        html! {
            <article key={id} {id} class="since-promise">
                <header>
                    <h3>{link(cx, Page::Figure(figure), value.measure.as_str())}</h3>
                    <p class="card-value" data-n={format!("{id}.promise")}>{spoken(&value.quantity, lang)}</p>
                    <p>{tag(qualifier(&value.quantity, lang))}{" "}{locator(cx, value.at)}</p>
                </header>
                if entries.is_empty() {
                    <p class="not-stated">
                        {words::since_nothing(lang)}
                        if plan.site.footer.contact.is_some() { {" "}<a href="#send">{words::since_send_one(lang)}</a> }
                    </p>
                } else {
                    {lines(cx, &entries)}
                }
            </article>
        }
    })
}
