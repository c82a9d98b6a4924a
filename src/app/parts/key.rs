//! The key to the marks, once on every page.

use crate::app::SiteContext;
use crate::app::chart::svg;
use crate::figure::{KeyEntry, key_entries};
use crate::words;
use yew::prelude::*;

pub fn key(cx: &SiteContext) -> Html {
    let lang = cx.lang;
    html! {
        <aside class="key" aria-label={words::key_title(lang)}>
            <h2>{words::key_title(lang)}</h2>
            {entries(cx, key_entries(cx.plan()))}
        </aside>
    }
}

/// Each mark with its meaning.
pub fn entries(cx: &SiteContext, entries: Vec<KeyEntry>) -> Html {
    let lang = cx.lang;
    html! {
        <ul>
            {for entries.into_iter().map(|(label, placed)| html! {
                <li>
                    <span class="drawing">{svg(&placed, "swatch")}</span>
                    {label(lang)}
                </li>
            })}
        </ul>
    }
}
