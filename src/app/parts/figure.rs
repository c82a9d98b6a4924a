//! A figure on a page: finding, chart, values with their qualifiers and places.

use super::ledger::pigment_class;
use super::tables::table;
use super::text::{finding, source, tag};
use crate::app::SiteContext;
use crate::app::chart::drawing;
use crate::app::part::{Links, Part};
use crate::app::part_view;
use crate::app::passage::Passage;
use crate::figure::{FigureChart, Subject};
use crate::plan::{self, Ref, Shown};
use crate::quantity::qualifier;
use crate::words;
use std::rc::Rc;
use yew::prelude::*;

/// A figure among others, with its finding as a heading and a link to its page.
pub fn figure(cx: &SiteContext, reference: Ref<plan::Figure>) -> Html {
    let cx = *cx;
    let record = &cx.plan()[reference];
    let id = record.id.as_str();
    let pigment = record.pillar.map_or_else(String::new, |pillar| pigment_class(pillar.position()));
    html! {
        <figure key={id} {id} class={classes!("figure", pigment)}>
            <h3 class="finding">{finding(&cx, reference)}</h3>
            {picture(&cx, reference, Links::ToFigures)}
            <figcaption>
                {for record.values().map(|(_, value)| html! {
                    <p class="source">
                        {value.measure.as_str()}{" "}{tag(qualifier(&value.quantity, cx.lang))}{" "}{source(&cx, value.at)}
                    </p>
                })}
                <details class="table">
                    <summary>{words::table(cx.lang)}</summary>
                    {table(&cx, reference, false)}
                </details>
                {part_view::mount_point(&cx, Part::Speak(Passage::Figure(reference)))}
            </figcaption>
        </figure>
    }
}

/// The whole chart.
pub fn picture(cx: &SiteContext, reference: Ref<plan::Figure>, links: Links) -> Html {
    let subject = Subject::Figure(FigureChart::of(cx.plan(), reference));
    drawing(cx, &subject, Shown::ALL, Part::Plot { subject: Rc::new(subject.clone()), links })
}
