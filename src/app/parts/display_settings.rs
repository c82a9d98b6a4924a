//! Theme and text size. Without the program the choices are links that load the page again.

use crate::app::Context;
use crate::app::state::{Edit, edit, use_store};
use crate::route::query::{ColorTheme, Query, TextSize};
use crate::words;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct DisplaySettingsProps {
    pub context: Context,
}

#[component]
pub fn DisplaySettings(props: &DisplaySettingsProps) -> Html {
    let cx = props.context;
    let lang = cx.lang;
    let store = use_store();
    let item = |query: Query, word: &'static str, chosen: bool, change: Edit| {
        let onclick = {
            let store = store.clone();
            Callback::from(move |event: MouseEvent| {
                event.prevent_default();
                edit(&store, change.clone());
            })
        };
        let href = query.format(cx.plan());
        let href = if href.is_empty() { "?".to_owned() } else { href };
        html! { <li key={word}><a {href} target="_self" aria-current={chosen.then_some("true")} {onclick}>{word}</a></li> }
    };
    let now = store.query.carried();
    let themes = ColorTheme::ALL.map(|theme| {
        item(Query { theme, ..now.clone() }, words::color_theme(theme, lang), now.theme == theme, Edit::Theme(theme))
    });
    let sizes = TextSize::ALL.map(|text| {
        item(Query { text, ..now.clone() }, words::text_size(text, lang), now.text == text, Edit::Text(text))
    });
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
