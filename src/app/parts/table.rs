//! The numbers of a figure as a table, one tap away; open where the address asks for it.

use super::tables::table;
use crate::app::store::{use_selector, use_store};
use crate::app::use_site;
use crate::plan::{self, Ref};
use crate::route::query::View;
use crate::words;
use web_sys::HtmlDetailsElement;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct FigureTableProps {
    pub figure: Ref<plan::Figure>,
}

#[component]
pub fn FigureTable(props: &FigureTableProps) -> Html {
    let cx = use_site();
    let FigureTableProps { figure } = *props;
    let store = use_store();
    let (open, since) = use_selector(|state| (state.query.view == View::Table, state.query.since));
    let ontoggle = Callback::from(move |event: Event| {
        let details: HtmlDetailsElement = event.target_unchecked_into();
        let view = if details.open() { View::Table } else { View::Chart };
        store.edit(|query| query.view = view);
    });
    html! {
        <details class="table" {open} {ontoggle}>
            <summary>{words::table(cx.lang)}</summary>
            {table(&cx, figure, since)}
        </details>
    }
}
