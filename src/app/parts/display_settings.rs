//! Theme and text size. Without the program the choices are links that load the page again.

use crate::app::store::{use_selector, use_store};
use crate::app::use_site;
use crate::route::query::{ColorTheme, Query, TextSize};
use crate::words;
use yew::prelude::*;

#[component]
pub fn DisplaySettings() -> Html {
    let cx = use_site();
    let lang = cx.lang;
    let store = use_store();
    let now = use_selector(|state| state.query.carried());
    // As a link it leads to the same page with the choice made.
    let item = |query: Query, word: &'static str, chosen: bool| {
        let href = query.format(cx.plan());
        let onclick = {
            let store = store.clone();
            Callback::from(move |event: MouseEvent| {
                event.prevent_default();
                store.edit(|now| (now.theme, now.text) = (query.theme, query.text));
            })
        };
        let href = if href.is_empty() { "?".to_owned() } else { href };
        html! { <li key={word}><a {href} target="_self" aria-current={chosen.then_some("true")} {onclick}>{word}</a></li> }
    };
    let themes = ColorTheme::ALL
        .map(|theme| item(Query { theme, ..now.clone() }, words::color_theme(theme, lang), now.theme == theme));
    let sizes =
        TextSize::ALL.map(|text| item(Query { text, ..now.clone() }, words::text_size(text, lang), now.text == text));
    html! {
        <>
            <nav class="choices" aria-label={words::theme_switch(lang)}>
                <span>{words::theme_switch(lang)}</span>
                <ul>{for themes}</ul>
            </nav>
            <nav class="choices" aria-label={words::text_switch(lang)}>
                <span>{words::text_switch(lang)}</span>
                <ul>{for sizes}</ul>
            </nav>
        </>
    }
}
