//! Rows of a ledger: a number in large type and what it measures, in the pigment of its pillar.

use super::text::{link, quantity};
use crate::app::SiteContext;
use crate::plan::{self, Ref, Slot};
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
            {quantity(cx, format!("{}.{}", record.id.as_str(), slot.name()), &value.quantity)}
            <p class="ledger-name">{link(cx, Page::Figure(reference), value.measure.as_str())}</p>
        </li>
    }
}

/// The class that sets the pigment of a pillar by its position.
pub fn pigment_class(position: usize) -> String {
    format!("pigment-{}", position % usize::from(crate::color::Token::PIGMENTS) + 1)
}
