//! The numbers of a figure as a table, one tap away; open where the address asks for it.

use super::tables::table;
use crate::app::Context;
use crate::app::state::{Edit, edit, use_store};
use crate::plan::{self, Ref};
use crate::route::query::View;
use crate::words;
use web_sys::HtmlDetailsElement;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct FigureTableProps {
    pub context: Context,
    pub figure: Ref<plan::Figure>,
}

#[component]
pub fn FigureTable(props: &FigureTableProps) -> Html {
    let FigureTableProps { context: cx, figure } = *props;
    let store = use_store();
    let (open, since) = (store.query.view == View::Table, store.query.since);
    let ontoggle = Callback::from(move |event: Event| {
        let details: HtmlDetailsElement = event.target_unchecked_into();
        edit(&store, Edit::View(if details.open() { View::Table } else { View::Chart }));
    });
    html! {
        <details class="table" {open} {ontoggle}>
            <summary>{words::table(cx.lang)}</summary>
            {table(&cx, figure, since)}
        </details>
    }
}
