//! A figure or a pillar as other sites show it: small, with its credit, and every link out of it in a window of its own.

use super::commitments::list;
use super::figure::{ledger_row, picture, pigment_class, table};
use super::islands::Links;
use super::key::entries;
use super::site::Site;
use super::text::{count, headline, link, number, place, plain_headline, prose, source, tag};
use crate::embed::PROMISES_SHOWN;
use crate::plan::{self, Pillar, Ref, Slot};
use crate::quantity::{qualifier, spoken};
use crate::route::{Page, Widget};
use crate::words;
use yew::prelude::*;

pub fn page(site: &Site, widget: Widget) -> Html {
    let pigment = match widget {
        Widget::Pillar(pillar) => Some(pillar),
        Widget::Figure(figure) => site.plan[figure].pillar,
    };
    html! {
        <div class="embed">
            <main class={classes!("widget", pigment.map(|pillar| pigment_class(pillar.position())))}>
                {match widget {
                    Widget::Pillar(reference) => pillar(site, reference),
                    Widget::Figure(reference) => figure(site, reference),
                }}
            </main>
            {credit(site, widget.page())}
        </div>
    }
}

fn figure(site: &Site, reference: Ref<plan::Figure>) -> Html {
    let record = &site.plan[reference];
    html! {
        <>
            <div class="top">
                <p class="kicker">{record.name.as_str()}</p>
                {views(site)}
            </div>
            <h1>{headline(site, &record.finding)}</h1>
            <div id="chart" class="as-chart">
                {picture(site, reference, Links::None)}
                {sources(site, reference)}
            </div>
            <div id="table" class="as-table">{table(site, reference)}</div>
        </>
    }
}

fn sources(site: &Site, reference: Ref<plan::Figure>) -> Html {
    let lang = site.lang();
    html! {
        {for site.plan[reference].values().map(|(_, value)| html! {
            <p class="source">
                {value.measure.as_str()}{" "}{tag(qualifier(&value.quantity, lang))}
                {" "}{source(site, value.at)}
            </p>
        })}
    }
}

/// The first figure drawn, the others as numbers set large. A pillar without a number begins its promises.
fn pillar(site: &Site, reference: Ref<Pillar>) -> Html {
    let plan = site.plan;
    let lang = site.lang();
    let pillar = &plan[reference];
    let mut figures = plan.figures_of_pillar(reference);
    let first = figures.next();
    let others: Vec<_> = figures.collect();
    let promises = plan.commitments_of(Some(reference)).count();
    html! {
        <>
            <div class="top">
                <p class="kicker">{words::pillar(lang)}</p>
                if first.is_some() { {views(site)} }
            </div>
            <h1>{plain_headline(pillar.long.as_str())}</h1>
            <p class="lede">{prose(site, &pillar.lede)}</p>
            if let Some(first) = first {
                <div id="chart" class="as-chart">
                    <h2><a href={site.href(Page::Figure(first))} target={site.target()}>{headline(site, &plan[first].finding)}</a></h2>
                    {picture(site, first, Links::ToFigures)}
                    {sources(site, first)}
                    if !others.is_empty() {
                        <ul class="ledger">{for others.into_iter().map(|one| ledger_row(site, one, Slot::Promise))}</ul>
                    }
                </div>
                <div id="table" class="as-table">{figures_table(site, reference)}</div>
            } else {
                {list(site, plan.commitments_of(Some(reference)).take(PROMISES_SHOWN))}
            }
            <p class="more">
                <a href={site.href(Page::Pillar(reference))} target={site.target()}>
                    {words::all_of(lang)}{" "}{count(&format!("{}.without", plan.id_of(reference)), promises)}{" "}{words::promises_here(lang)}
                </a>
            </p>
        </>
    }
}

fn figures_table(site: &Site, pillar: Ref<Pillar>) -> Html {
    let lang = site.lang();
    html! {
        <table>
            <thead>
                <tr>
                    <th scope="col">{words::measure(lang)}</th>
                    <th scope="col">{words::value(lang)}</th>
                    <th scope="col">{words::source(lang)}</th>
                </tr>
            </thead>
            <tbody>
                {for site.plan.figures_of_pillar(pillar).flat_map(|figure| {
                    let id = site.plan.id_of(figure);
                    site.plan[figure].values().map(move |(slot, value)| html! {
                        <tr>
                            <th scope="row">{value.measure.as_str()}</th>
                            <td data-n={format!("{id}.{}", slot.name())}>{spoken(&value.quantity, lang)}</td>
                            <td>{place(site, value.at)}</td>
                        </tr>
                    }).collect::<Vec<_>>()
                })}
            </tbody>
        </table>
    }
}

/// Without script the table is shown below the chart, as the place that its link names.
fn views(site: &Site) -> Html {
    let lang = site.lang();
    html! {
        <nav class="views" aria-label={words::view_switch(lang)}>
            <a href="#chart" data-view-of="chart" aria-current="true">{words::view_chart(lang)}</a>
            <a href="#table" data-view-of="table">{words::view_table(lang)}</a>
        </nav>
    }
}

/// Who speaks, from which version of the data, under which licence.
fn credit(site: &Site, page: Page) -> Html {
    let lang = site.lang();
    let who = &site.plan.site;
    html! {
        <footer class="credit">
            <p class="out">
                {link(site, Page::Story, who.name.as_str())}
                <a class="full" href={site.href(page)} target={site.target()}>{words::full_page(lang)}</a>
            </p>
            <p>{prose(site, &who.footer.about)}</p>
            if let Some(contact) = who.footer.contact {
                <p>{words::report(lang)}{lang.pick("：", ": ")}<a href={format!("mailto:{}", contact.as_str())}>{contact.as_str()}</a></p>
            }
            if let Some(registration) = &who.footer.registration {
                <p>{prose(site, registration)}</p>
            }
            <details>
                <summary><span>{words::version(lang)}{" "}{number("number", "version", site.plan.version.as_str())}{" · "}{words::marks_and_licence(lang)}</span></summary>
                {entries(lang)}
                <p>{prose(site, &who.footer.licence)}</p>
                <p>{prose(site, &who.footer.corrections)}</p>
            </details>
        </footer>
    }
}
