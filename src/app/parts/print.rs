//! Prints the page. Without the program the browser's own menu does.

use crate::app::browser::{warn, window};
use crate::app::store::use_live;
use crate::app::use_site;
use crate::words;
use yew::prelude::*;

#[component]
pub fn Print() -> Html {
    let lang = use_site().lang;
    let live = use_live();
    let onclick = Callback::from(|_: MouseEvent| {
        if let Err(error) = window().print() {
            warn("the page cannot be printed from here", &error);
        }
    });
    html! { <p class="print"><button type="button" disabled={!live} {onclick}>{words::print(lang)}</button></p> }
}
