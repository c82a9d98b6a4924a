//! A figure on a page: finding, chart, values with their qualifiers and places, table.

use super::islands;
use super::site::Site;
use super::text::{link, number, place, prose, quantity, tag};
use crate::figure::Figure;
use crate::plan::{self, Ref, Show, Slot};
use crate::quantity::spoken;
use crate::route::Page;
use crate::words;
use yew::prelude::*;

/// How much stands around the chart.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// On its own page, under the page's heading.
    Own,
    /// Among others, with its finding as a heading and a link to its page.
    Among,
}

pub fn figure(site: &Site, reference: Ref<plan::Figure>, setting: Setting) -> Html {
    let record = &site.plan[reference];
    let id = record.id.as_str();
    let pigment = record.pillar.map_or_else(String::new, |pillar| pigment_class(pillar.position()));
    html! {
        <figure key={id} id={(setting == Setting::Among).then_some(id)} class={classes!("figure", pigment)}>
            if setting == Setting::Among {
                <h3 class="finding"><a href={site.href(Page::Figure(reference))}>{prose(site, &record.finding)}</a></h3>
            }
            {picture(site, reference, Show::ALL)}
            <figcaption>
                {for record.values().map(|(slot, value)| html! {
                    <p class="source">
                        {value.measure.as_str()}{" "}{tag(crate::quantity::qualifier(&value.quantity, site.lang()))}
                        {" "}{words::source(site.lang())}{site.lang().pick("：", ": ")}{place(site, value.at)}
                        if setting == Setting::Own {
                            {" "}<q lang="zh-CN" data-n={format!("{id}.{}", slot.name())}>{value.phrase.as_str()}</q>
                        }
                    </p>
                })}
                <details class="table">
                    <summary>{words::table(site.lang())}</summary>
                    {table(site, reference)}
                </details>
            </figcaption>
        </figure>
    }
}

/// The chart, with as much of the figure as `show` says.
pub fn picture(site: &Site, reference: Ref<plan::Figure>, show: Show) -> Html {
    islands::chart(Figure::of(site.plan, reference), show)
}

/// The same numbers as a table, with what is not stated said so.
pub fn table(site: &Site, reference: Ref<plan::Figure>) -> Html {
    let record = &site.plan[reference];
    let lang = site.lang();
    let id = record.id.as_str();
    let row = |slot: Slot| {
        let period = match slot {
            Slot::Past => site.plan.site.past.as_str(),
            Slot::Promise => site.plan.site.next.as_str(),
        };
        match record.value(slot) {
            Some(value) => html! {
                <tr>
                    <th scope="row">{period}</th>
                    <td>{value.measure.as_str()}</td>
                    <td data-n={format!("{id}.{}", slot.name())}>{spoken(&value.quantity, lang)}</td>
                    <td>{place(site, value.at)}</td>
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
            <tbody>{for Slot::ALL.map(row)}</tbody>
        </table>
    }
}

/// What we computed from a figure, each with its arithmetic.
pub fn computed(site: &Site, reference: Ref<plan::Figure>) -> Html {
    let record = &site.plan[reference];
    let lang = site.lang();
    let numbers = record.all_computed(site.plan);
    if numbers.is_empty() {
        return html! {};
    }
    html! {
        <section class="computed-list">
            <h2>{words::computed_title(lang)}</h2>
            <dl>
                {for numbers.into_iter().map(|(what, result)| {
                    let per = record.per.as_ref().filter(|_| what == plan::Computed::Per);
                    let condition = match (per, what) {
                        (Some(per), _) => Some(per.condition.as_str()),
                        (None, plan::Computed::Ratio | plan::Computed::Rate) => record.scope_condition.map(|c| c.as_str()),
                        _ => None,
                    };
                    let label = per.map(|per| per.name.as_str()).or(crate::figure::computed_label(what, lang)).unwrap_or("");
                    let from = format!("{}.{}", record.id.as_str(), what.name());
                    html! {
                        <>
                            <dt data-n="label">{label.trim_end_matches([':', '：', ' '])}</dt>
                            <dd>
                                {number("number computed", from.clone(), result.text)}
                                {" "}{tag(words::computed(lang))}
                                if let Some(condition) = condition {
                                    <span class="condition">{words::if_word(lang)}{lang.pick("：", ": ")}{condition}</span>
                                }
                                <details>
                                    <summary>{words::arithmetic(lang)}</summary>
                                    <p data-n={format!("{from}.arithmetic")}>{result.arithmetic}</p>
                                </details>
                            </dd>
                        </>
                    }
                })}
            </dl>
        </section>
    }
}

/// A figure as a row of a ledger: number, name, tag, linked to its page.
pub fn ledger_row(site: &Site, reference: Ref<plan::Figure>, slot: Slot) -> Html {
    let record = &site.plan[reference];
    let Some(value) = record.value(slot) else {
        return html! {};
    };
    let pigment = match slot {
        Slot::Past => String::new(),
        Slot::Promise => record.pillar.map_or_else(String::new, |pillar| pigment_class(pillar.position())),
    };
    html! {
        <li key={record.id.as_str()} class={classes!("ledger-row", pigment)}>
            {quantity(site, format!("{}.{}", record.id.as_str(), slot.name()), &value.quantity)}
            <p class="ledger-name">{link(site, Page::Figure(reference), value.measure.as_str())}</p>
        </li>
    }
}

/// The class that sets the pigment of a pillar by its position.
pub fn pigment_class(position: usize) -> String {
    format!("pigment-{}", position % usize::from(crate::theme::Token::PIGMENTS) + 1)
}
