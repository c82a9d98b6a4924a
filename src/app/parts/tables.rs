//! The tables beside drawings: the same numbers, with what is not stated said so.

use super::text::{count, finding, link, locator, mark, number, tag};
use crate::app::SiteContext;
use crate::figure::Ladder;
use crate::plan::{self, PromiseAspect, Ref, Slot};
use crate::quantity::spoken;
use crate::route::Page;
use crate::words;
use yew::prelude::*;

/// The same numbers as a table, with what is not stated said so; with what other sources say, where that is on.
pub fn table(cx: &SiteContext, reference: Ref<plan::Figure>, since: bool) -> Html {
    let record = &cx.plan()[reference];
    let lang = cx.lang;
    let id = record.id.as_str();
    let row = |slot: Slot| {
        let period = match slot {
            Slot::Past => cx.plan().site.past.as_str(),
            Slot::Promise => cx.plan().site.next.as_str(),
        };
        match record.value(slot) {
            Some(value) => html! {
                <tr>
                    <th scope="row">{period}</th>
                    <td>{value.measure.as_str()}</td>
                    <td data-n={mark(id, slot.name())}>{spoken(&value.quantity, lang)}</td>
                    <td>{locator(cx, value.at)}</td>
                </tr>
            },
            None => html! {
                <tr>
                    <th scope="row">{period}</th>
                    <td colspan="3" class="not-stated">{words::not_stated(lang)}</td>
                </tr>
            },
        }
    };
    html! {
        <table>
            <thead>
                <tr>
                    <th scope="col">{words::period(lang)}</th>
                    <th scope="col">{words::measure(lang)}</th>
                    <th scope="col">{words::value(lang)}</th>
                    <th scope="col">{words::source(lang)}</th>
                </tr>
            </thead>
            <tbody>
                {for Slot::ALL.map(row)}
                {for cx.plan().follow_ups_of(reference).into_iter().filter(|_| since).map(|entry| html! {
                    <tr data-n="since">
                        <th scope="row">{entry.as_of_words.as_str()}</th>
                        <td>{entry.measure.as_str()}{words::colon(lang)}{words::same_measure(entry.same, lang)}</td>
                        <td>{spoken(&entry.quantity, lang)}</td>
                        <td>{words::from_elsewhere(lang)}{words::colon(lang)}{cx.plan()[entry.source].title.as_str()}</td>
                    </tr>
                })}
            </tbody>
        </table>
    }
}

/// Every value of some figures, each in its own unit; each leads to its figure.
pub fn values_table(cx: &SiteContext, figures: impl Iterator<Item = Ref<plan::Figure>>) -> Html {
    let lang = cx.lang;
    html! {
        <table>
            <thead><tr>
                <th scope="col">{words::measure(lang)}</th>
                <th scope="col">{words::value(lang)}</th>
                <th scope="col">{words::source(lang)}</th>
            </tr></thead>
            <tbody>
                {for figures.flat_map(|figure| cx.plan()[figure].values().map(move |value| (figure, value))).map(|(figure, (slot, value))| html! {
                    <tr>
                        <th scope="row">{link(cx, Page::Figure(figure), value.measure.as_str())}</th>
                        <td data-n={mark(cx.plan().id_of(figure), slot.name())}>{spoken(&value.quantity, lang)}</td>
                        <td>{locator(cx, value.at)}</td>
                    </tr>
                })}
            </tbody>
        </table>
    }
}

/// Every pace with its measure and period; each leads to its figure.
pub fn ladder_table(cx: &SiteContext) -> Html {
    let lang = cx.lang;
    html! {
        <table>
            <thead><tr>
                <th scope="col">{words::measure(lang)}</th>
                <th scope="col">{words::period(lang)}</th>
                <th scope="col">{words::value(lang)}</th>
            </tr></thead>
            <tbody>
                {for Ladder::of(cx.plan()).rungs.into_iter().map(|rung| {
                    let from = if rung.computed { plan::Computed::Rate.name() } else { rung.slot.name() };
                    let figure = cx.plan().find(rung.figure.as_str()).map(Page::Figure);
                    html! {
                        <tr>
                            <th scope="row">{for figure.map(|page| link(cx, page, rung.name.as_str()))}</th>
                            <td>{rung.period.as_str()}</td>
                            <td>
                                {number("number", format!("{}.{from}", rung.figure.as_str()), spoken(&rung.quantity, lang))}
                                if rung.computed {
                                    {" "}{tag(words::computed(lang))}
                                    if let Some(condition) = rung.condition { <span class="condition">{condition.as_str()}</span> }
                                }
                            </td>
                        </tr>
                    }
                })}
            </tbody>
        </table>
    }
}

/// How much of each pillar carries a number, and what the numbers carry.
pub fn measure_table(cx: &SiteContext) -> Html {
    let plan = cx.plan();
    let lang = cx.lang;
    let cell = |pillar, what, counted| html! { <td>{count(&format!("{}.{what}", plan.id_of::<plan::Pillar>(pillar)), counted)}</td> };
    html! {
        <>
        <table class="measure">
            <thead><tr>
                <th scope="col">{words::pillar_column(lang)}</th>
                <th scope="col">{words::numbers(lang)}</th>
                <th scope="col">{words::hedged(lang)}</th>
                <th scope="col">{words::with_baseline(lang)}</th>
                <th scope="col">{words::with_deadline(lang)}</th>
                <th scope="col">{words::without_number(lang)}</th>
            </tr></thead>
            <tbody>
                {for Ref::all(&plan.pillars).map(|pillar| {
                    let counts = plan.measured(pillar);
                    html! {
                        <tr key={plan.id_of(pillar)}>
                            <th scope="row">{link(cx, Page::Pillar(pillar), plan[pillar].name.as_str())}</th>
                            {cell(pillar, "numbers", counts.numbers)}
                            {cell(pillar, "hedged", counts.hedged)}
                            {cell(pillar, "baseline", counts.baseline)}
                            {cell(pillar, "deadline", counts.deadline)}
                            {cell(pillar, "without", counts.without)}
                        </tr>
                    }
                })}
            </tbody>
        </table>
        {measure_lists(cx)}
        </>
    }
}

/// The promises behind each count.
fn measure_lists(cx: &SiteContext) -> Html {
    let plan = cx.plan();
    let lang = cx.lang;
    let list = |pillar, having| {
        let figures: Vec<_> = plan.promised(pillar, having).collect();
        html! {
            if !figures.is_empty() {
                <details>
                    <summary>{plan[pillar].name.as_str()}{words::colon(lang)}{words::having(having, lang)}{" "}{count(&mark(plan.id_of::<plan::Pillar>(pillar), having.name()), figures.len())}</summary>
                    <ul>{for figures.into_iter().map(|figure| html! { <li>{finding(cx, figure)}</li> })}</ul>
                </details>
            }
        }
    };
    html! {
        <div class="measure-lists">
            {for Ref::all(&plan.pillars).map(|pillar| html! {
                <>
                    {for PromiseAspect::ALL.map(|having| list(pillar, having))}
                    {without_number(cx, pillar)}
                </>
            })}
        </div>
    }
}

/// The way to a pillar's promises without a number, which stand on their page.
fn without_number(cx: &SiteContext, pillar: Ref<plan::Pillar>) -> Html {
    let (plan, lang) = (cx.plan(), cx.lang);
    let without = plan.commitments_of(Some(pillar)).count();
    if without == 0 {
        return html! {};
    }
    let id = plan.id_of(pillar);
    let href = format!("{}?pillar={id}&measured=no#{id}", cx.href(Page::Commitments));
    html! {
        <p>
            <a {href}>{plan[pillar].name.as_str()}{words::colon(lang)}{words::without_number(lang)}{" "}{count(&mark(id, "without"), without)}</a>
        </p>
    }
}
