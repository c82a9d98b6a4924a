//! Prints the page. Without the program the browser's own menu does.

use crate::app::Context;
use crate::app::browser::{warn, window};
use crate::app::state::use_live;
use crate::words;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct PrintProps {
    pub context: Context,
}

#[component]
pub fn Print(props: &PrintProps) -> Html {
    let live = use_live();
    let onclick = Callback::from(|_: MouseEvent| {
        if let Err(error) = window().print() {
            warn("the page cannot be printed from here", &error);
        }
    });
    html! { <p class="print"><button type="button" disabled={!live} {onclick}>{words::print(props.context.lang)}</button></p> }
}
