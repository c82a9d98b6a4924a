//! A figure or a pillar as other sites show it: small, with its credit, and every link out of it in a window of its own.

use crate::app::PROMISES_SHOWN;
use crate::app::SiteContext;
use crate::app::part::{Links, Part};
use crate::app::part_view;
use crate::app::parts::key::{entries, widget_marks};
use crate::app::parts::ledger::{ledger_row, pigment_class};
use crate::app::parts::mount_points::picture;
use crate::app::parts::promise::{firmness, how_firm, ring};
use crate::app::parts::promises::commitments;
use crate::app::parts::tables::{table, values_table};
use crate::app::parts::text::{count, headline, link, number, plain_headline, prose, source, tag};
use crate::figure::key_entries_of;
use crate::plan::{self, Commitment, Pillar, Ref, Slot};
use crate::quantity::qualifier;
use crate::route::{Page, Widget};
use crate::words;
use yew::prelude::*;

/// A document of its own, rendered by the prerenderer alone.
pub fn widget(cx: &SiteContext, widget: Widget) -> Html {
    let plan = cx.plan();
    let pigment = match widget {
        Widget::Pillar(pillar) => Some(pillar),
        Widget::Figure(figure) => plan[figure].pillar,
        Widget::Promise(commitment) => plan[commitment].pillar,
    };
    html! {
        <div class="embed">
            <main aria-label={name(cx, widget)} class={classes!("widget", pigment.map(|pillar| pigment_class(pillar.position())))}>
                {match widget {
                    Widget::Pillar(reference) => pillar(cx, reference),
                    Widget::Figure(reference) => figure(cx, reference),
                    Widget::Promise(reference) => promise(cx, reference),
                }}
            </main>
            {credit(cx, widget)}
        </div>
    }
}

/// What it shows, in a few characters; a promise has no name but its words.
fn name(cx: &SiteContext, widget: Widget) -> String {
    let plan = cx.plan();
    match widget {
        Widget::Pillar(pillar) => plan[pillar].name.as_str().to_owned(),
        Widget::Figure(figure) => plan[figure].name.as_str().to_owned(),
        Widget::Promise(commitment) => plan[commitment].text.plain(),
    }
}

fn figure(cx: &SiteContext, reference: Ref<plan::Figure>) -> Html {
    let record = &cx.plan()[reference];
    html! {
        <>
            <div class="top">
                <p class="kicker">{record.name.as_str()}</p>
                {views(cx, Widget::Figure(reference))}
            </div>
            <h1>{headline(cx, &record.finding)}</h1>
            <div id="chart" class="as-chart">
                {picture(cx, reference, Links::None)}
                {sources(cx, reference)}
            </div>
            <div id="table" class="as-table">{table(cx, reference, false)}</div>
            if record.promise.is_some() { {part_view::mount_point(cx, Part::FollowUps)} }
        </>
    }
}

/// A promise without a number, how firm it is, and where it is written.
fn promise(cx: &SiteContext, reference: Ref<Commitment>) -> Html {
    let plan = cx.plan();
    let commitment = &plan[reference];
    html! {
        <>
            <p class="kicker">{words::promise_kicker(plan, commitment)}</p>
            <h1 class="promised">{ring(false)}<span>{headline(cx, &commitment.text)}</span></h1>
            {firmness(cx, commitment)}
            <p class="lede">{how_firm(plan, commitment)}</p>
        </>
    }
}

fn sources(cx: &SiteContext, reference: Ref<plan::Figure>) -> Html {
    let lang = cx.lang;
    html! {
        {for cx.plan()[reference].values().map(|(_, value)| html! {
            <p class="source">
                {value.measure.as_str()}{" "}{tag(qualifier(&value.quantity, lang))}
                {" "}{source(cx, value.at)}
            </p>
        })}
    }
}

/// The first figure drawn, the others as numbers set large. A pillar without a number begins its promises.
fn pillar(cx: &SiteContext, reference: Ref<Pillar>) -> Html {
    let plan = cx.plan();
    let lang = cx.lang;
    let pillar = &plan[reference];
    let mut figures = plan.figures_of_pillar(reference);
    let first = figures.next();
    let others: Vec<_> = figures.collect();
    let promises = plan.commitments_of(Some(reference)).count();
    html! {
        <>
            <div class="top">
                <p class="kicker">{words::pillar(lang)}</p>
                if first.is_some() { {views(cx, Widget::Pillar(reference))} }
            </div>
            <h1>{plain_headline(cx, pillar.long.as_str())}</h1>
            <p class="lede">{prose(cx, &pillar.lede)}</p>
            if let Some(first) = first {
                <div id="chart" class="as-chart">
                    <h2><a href={cx.href(Page::Figure(first))} target={cx.target()}>{headline(cx, &plan[first].finding)}</a></h2>
                    {picture(cx, first, Links::ToFigures)}
                    {sources(cx, first)}
                    if !others.is_empty() {
                        <ul class="ledger">{for others.into_iter().map(|one| ledger_row(cx, one, Slot::Promise))}</ul>
                    }
                </div>
                <div id="table" class="as-table">{values_table(cx, plan.figures_of_pillar(reference))}</div>
            } else {
                {commitments(cx, plan.commitments_in(Some(reference)).take(PROMISES_SHOWN))}
            }
            <p class="more">
                <a href={cx.href(Page::Pillar(reference))} target={cx.target()}>
                    {words::all_of(lang)}{" "}{count(&format!("{}.without", plan.id_of(reference)), promises)}{" "}{words::promises_here(lang)}
                </a>
            </p>
        </>
    }
}

/// Without script the table is shown below the chart, as the place that its link names.
fn views(cx: &SiteContext, widget: Widget) -> Html {
    let lang = cx.lang;
    html! {
        <nav class="views" aria-label={words::of_widget(words::view_switch(lang), &name(cx, widget), lang)}>
            <a href="#chart" data-view-of="chart" aria-current="true">{words::view_chart(lang)}</a>
            <a href="#table" data-view-of="table">{words::view_table(lang)}</a>
        </nav>
    }
}

/// Who speaks, from which version of the data, under which licence.
fn credit(cx: &SiteContext, widget: Widget) -> Html {
    let lang = cx.lang;
    let who = &cx.plan().site;
    html! {
        <footer class="credit" aria-label={words::of_widget(words::credit(lang), &name(cx, widget), lang)}>
            <p class="out">
                {link(cx, Page::Story, who.name.as_str())}
                <a class="full" href={cx.href(widget.page())} target={cx.target()}>{words::full_page(lang)}</a>
            </p>
            <p>{prose(cx, &who.footer.about)}</p>
            if let Some(contact) = who.footer.contact {
                <p>{words::report(lang)}{words::colon(lang)}<a href={format!("mailto:{}", contact.as_str())}>{contact.as_str()}</a></p>
            }
            if let Some(registration) = &who.footer.registration {
                <p>{prose(cx, registration)}</p>
            }
            <details>
                <summary><span>{words::version(lang)}{" "}{number("number", "version", cx.plan().version.as_str())}{" · "}{words::marks_and_licence(lang)}</span></summary>
                {entries(cx, key_entries_of(cx.plan(), &widget_marks(cx, widget)))}
                <p>{prose(cx, &who.footer.licence)}</p>
                <p>{prose(cx, &who.footer.corrections)}</p>
            </details>
        </footer>
    }
}
