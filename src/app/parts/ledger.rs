//! Rows of a ledger: a number in large type and what it measures, in the pigment of its pillar.

use super::text::{link, mark, quantity};
use crate::app::SiteContext;
use crate::app::chart::svg;
use crate::figure::FigureChart;
use crate::plan::{self, Ref, Slot};
use crate::quantity::spoken;
use crate::route::Page;
use yew::prelude::*;

/// A figure as a row of a ledger: number, name, tag, linked to its page.
pub fn ledger_row(cx: &SiteContext, reference: Ref<plan::Figure>, slot: Slot) -> Html {
    let record = &cx.plan()[reference];
    let Some(value) = record.value(slot) else {
        return html! {};
    };
    let pigment = match slot {
        Slot::Past => String::new(),
        Slot::Promise => record.pillar.map_or_else(String::new, |pillar| pigment_class(pillar.position())),
    };
    html! {
        <li key={record.id.as_str()} class={classes!("ledger-row", pigment)} data-key={record.id.as_str()}>
            {quantity(cx, mark(record.id.as_str(), slot.name()), &value.quantity)}
            <p class="ledger-name">{link(cx, Page::Figure(reference), value.measure.as_str())}</p>
        </li>
    }
}

/// A figure as a small drawing with its number and name, linked to its page.
pub fn thumbnail(cx: &SiteContext, reference: Ref<plan::Figure>) -> Html {
    let record = &cx.plan()[reference];
    let Some((slot, value)) = record.values().last() else { return html! {} };
    let pigment = record.pillar.map_or_else(String::new, |pillar| pigment_class(pillar.position()));
    html! {
        <a class={classes!("thumbnail", pigment)} href={cx.href(Page::Figure(reference))}>
            {small(cx, reference)}
            <span class="words">
                <span class="small-number" data-n={mark(record.id.as_str(), slot.name())}>{spoken(&value.quantity, cx.lang)}</span>
                <span>{record.name.as_str()}</span>
            </span>
        </a>
    }
}

/// The small drawing of a figure, beside words that say the same.
pub fn small(cx: &SiteContext, reference: Ref<plan::Figure>) -> Html {
    html! { <span class="drawing small">{svg(&FigureChart::of(cx.plan(), reference).small(), "emblem")}</span> }
}

/// The class that sets the pigment of a pillar by its position.
pub fn pigment_class(position: usize) -> String {
    format!("pigment-{}", position % usize::from(crate::color::Token::PIGMENTS) + 1)
}
