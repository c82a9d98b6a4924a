//! One figure: the number and its drawing on the cloth, the words of the article with their place, what there is to know
//! beside what we computed, and where one goes on.

use crate::app::SiteContext;
use crate::app::chart::{PULL, drawing};
use crate::app::deferred::deferred;
use crate::app::part::{Links, Part};
use crate::app::part_view;
use crate::app::parts::guess::invitation;
use crate::app::parts::ledger::{pigment_class, thumbnail};
use crate::app::parts::mount_points::fold;
use crate::app::parts::sums::sums;
use crate::app::parts::text::{display, headline, link, mark, prose, source, tag};
use crate::app::passage::Passage;
use crate::figure::{Own, Subject, Trial};
use crate::plan::{self, Promise, Ref, Shown, Slot};
use crate::quantity::qualifier;
use crate::route::{Page, Widget};
use crate::words;
use std::rc::Rc;
use yew::prelude::*;

pub fn page(cx: &SiteContext, reference: Ref<plan::Figure>) -> Html {
    let cx = *cx;
    let plan = cx.plan();
    let record = &plan[reference];
    let pigment = record.pillar.map(|pillar| pigment_class(pillar.position()));
    let subject = Subject::Own(Own::of(plan, reference));
    let part = Part::Plot { subject: Rc::new(subject.clone()), links: Links::None };
    html! {
        <div class={classes!("figure-page", pigment)}>
            {part_view::mount_point(&cx, Part::Guess)}
            <div class="opening indigo">
                <header class="page-head">
                    <p class="kicker">
                        if let Some(pillar) = record.pillar { {link(&cx, Page::Pillar(pillar), plan[pillar].name.as_str())}{" · "} }
                        {record.name.as_str()}
                    </p>
                    {for record.values().last().map(|(slot, value)| display(&cx, mark(record.id.as_str(), slot.name()), &value.quantity))}
                    <h1>{headline(&cx, &record.finding)}</h1>
                </header>
                <figure id={PULL} class="figure">{drawing(&subject, Shown::ALL, part_view::mount_point(&cx, part))}</figure>
                <div class="said">{for record.values().map(|(slot, value)| quotation(&cx, reference, slot, value))}</div>
                {actions(&cx, reference)}
            </div>
            {deferred(move || html! { <div class="pairs">{caveats(&cx, reference)}{sums(&cx, reference)}</div> })}
            {deferred(move || after(&cx, reference))}
        </div>
    }
}

/// The words of the article that hold a value, and where they stand.
fn quotation(cx: &SiteContext, reference: Ref<plan::Figure>, slot: Slot, value: &'static plan::Value) -> Html {
    let plan = cx.plan();
    let period = match slot {
        Slot::Past => plan.site.past,
        Slot::Promise => plan.site.next,
    };
    html! {
        <blockquote class="source">
            <p><q lang="zh-CN" data-n={mark(plan.id_of(reference), slot.name())}>{value.phrase.as_str()}</q></p>
            <p>
                {tag(qualifier(&value.quantity, cx.lang))}{" "}
                {source(cx, value.at)}{" · "}{period.as_str()}{" · "}{value.measure.as_str()}
            </p>
        </blockquote>
    }
}

/// What a reader can do with the figure, in one row. What unfolds does so under it.
fn actions(cx: &SiteContext, reference: Ref<plan::Figure>) -> Html {
    let (plan, lang) = (cx.plan(), cx.lang);
    let known = plan[reference].promise.is_some() && plan.knows_since_of(reference);
    let live = !cx.frozen();
    html! {
        <ul class="actions" aria-label={words::actions(lang)}>
            if live && plan[reference].guess_up_to.is_some() { <li>{invitation(cx, reference)}</li> }
            if live && Trial::of(plan, reference).is_some() {
                <li class="pulled"><a href={format!("#{}", PULL)}>{words::whatif(lang)}</a></li>
            }
            <li>{part_view::mount_point(cx, Part::Table)}</li>
            if known { <li>{part_view::mount_point(cx, Part::FollowUps)}</li> }
            if live && plan[reference].promise.is_some() {
                <li>{part_view::mount_point(cx, Part::Keep(Promise::Figure(reference)))}</li>
            }
            <li><a href="#pass-on">{words::share(lang)}</a></li>
            if live && Widget::of(cx.page).is_some() { <li><a href="#embed">{words::embed(lang)}</a></li> }
            <li>{part_view::mount_point(cx, Part::Speak(Passage::Figure(reference)))}</li>
        </ul>
    }
}

fn caveats(cx: &SiteContext, reference: Ref<plan::Figure>) -> Html {
    let record = &cx.plan()[reference];
    html! {
        if !record.caveats.is_empty() {
            <section class="caveats">
                <h2>{words::caveats(cx.lang)}</h2>
                <ol>{for record.caveats.iter().map(|caveat| html! { <li>{prose(cx, caveat)}</li> })}</ol>
            </section>
        }
    }
}

/// The figures before and after it, the questions it has to do with, and ways to pass it on.
fn after(cx: &SiteContext, reference: Ref<plan::Figure>) -> Html {
    let (plan, lang) = (cx.plan(), cx.lang);
    let record = &plan[reference];
    let kin: Vec<_> = Ref::all(&plan.figures).filter(|other| plan[*other].pillar == record.pillar).collect();
    let at = kin.iter().position(|other| *other == reference).unwrap_or_default();
    let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|at| kin.get(at));
    html! {
        <>
            <nav class="beside" aria-label={words::other_figures(lang)}>
                <h2>{words::other_figures(lang)}</h2>
                <ul>
                    {for beside.map(|other| html! { <li key={plan.id_of(*other)}>{thumbnail(cx, *other)}</li> })}
                    {for record.topics.iter().map(|topic| html! {
                        <li key={plan.id_of(*topic)} class="question">
                            <a href={cx.href(Page::Topic(*topic))}>
                                <span class="theme-name">{plan[*topic].name.as_str()}</span>
                                <span class="theme-question">{plan[*topic].question.as_str()}</span>
                            </a>
                        </li>
                    })}
                </ul>
            </nav>
            {fold(cx)}
        </>
    }
}
