//! A figure on a page: finding, chart, values with their qualifiers and places.

use super::guess::invitation;
use super::ledger::pigment_class;
use super::tables::table;
use super::text::{finding, number, source, tag};
use crate::app::SiteContext;
use crate::app::chart::drawing;
use crate::app::deferred::deferred;
use crate::app::part::{Links, Part};
use crate::app::part_view;
use crate::app::passage::Passage;
use crate::figure::{FigureChart, Subject};
use crate::plan::{self, Ref, Shown};
use crate::words;
use std::rc::Rc;
use yew::prelude::*;

/// How much stands around the chart.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// On its own page, under the page's heading.
    Own,
    /// Among others, with its finding as a heading and a link to its page.
    Among,
}

pub fn figure(cx: &SiteContext, reference: Ref<plan::Figure>, setting: Setting) -> Html {
    let cx = *cx;
    let record = &cx.plan()[reference];
    let id = record.id.as_str();
    let pigment = record.pillar.map_or_else(String::new, |pillar| pigment_class(pillar.position()));
    html! {
        <figure key={id} id={(setting == Setting::Among).then_some(id)} class={classes!("figure", pigment)}>
            {match setting {
                Setting::Own => html! {},
                Setting::Among => html! { <h3 class="finding">{finding(&cx, reference)}</h3> },
            }}
            {picture(&cx, reference, if setting == Setting::Own { Links::None } else { Links::ToFigures })}
            <figcaption>
                {for record.values().map(|(slot, value)| html! {
                    <p class="source">
                        {value.measure.as_str()}{" "}{tag(crate::quantity::qualifier(&value.quantity, cx.lang))}
                        {" "}{source(&cx, value.at)}
                        if setting == Setting::Own {
                            {" "}<q lang="zh-CN" data-n={format!("{id}.{}", slot.name())}>{value.phrase.as_str()}</q>
                        }
                    </p>
                })}
                {match setting {
                    Setting::Own => deferred(move || html! {
                        <>
                            if record.promise.is_some() { {part_view::mount_point(&cx, Part::FollowUps)} }
                            {part_view::mount_point(&cx, Part::Table)}
                            {after(&cx, reference)}
                        </>
                    }),
                    Setting::Among => html! {
                        <>
                            <details class="table">
                                <summary>{words::table(cx.lang)}</summary>
                                {table(&cx, reference, false)}
                            </details>
                            {after(&cx, reference)}
                        </>
                    },
                }}
            </figcaption>
        </figure>
    }
}

/// What a reader can go on to.
fn after(cx: &SiteContext, reference: Ref<plan::Figure>) -> Html {
    html! {
        <>
            {invitation(cx, reference)}
            {part_view::mount_point(cx, Part::Speak(Passage::Figure(reference)))}
        </>
    }
}

/// The whole chart.
pub fn picture(cx: &SiteContext, reference: Ref<plan::Figure>, links: Links) -> Html {
    let subject = Subject::Figure(FigureChart::of(cx.plan(), reference));
    drawing(cx, &subject, Shown::ALL, Part::Plot { subject: Rc::new(subject.clone()), links })
}

/// What we computed from a figure, each with its arithmetic.
pub fn computed(cx: &SiteContext, reference: Ref<plan::Figure>) -> Html {
    let record = &cx.plan()[reference];
    let lang = cx.lang;
    let numbers = record.all_computed(cx.plan());
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
                                    <span class="condition">{words::if_word(lang)}{words::colon(lang)}{condition}</span>
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
