//! Prints the page. Without the program the browser's own menu does.

use crate::app::Context;
use crate::app::browser::{warn, window};
use crate::words;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct PrintProps {
    pub context: Context,
}

#[component]
pub fn Print(props: &PrintProps) -> Html {
    let live = use_state_eq(|| false);
    {
        let live = live.setter();
        use_effect_with((), move |()| live.set(true));
    }
    let onclick = Callback::from(|_: MouseEvent| {
        if let Err(error) = window().print() {
            warn("the page cannot be printed from here", &error);
        }
    });
    html! { <p class="print"><button type="button" disabled={!*live} {onclick}>{words::print(props.context.lang)}</button></p> }
}
