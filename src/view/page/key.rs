//! The key to the marks, once on every page.

use super::site::Site;
use crate::figure::{key_entries, svg};
use crate::quantity::Lang;
use crate::words;
use yew::prelude::*;

pub fn key(site: &Site) -> Html {
    let lang = site.lang();
    html! {
        <aside class="key" aria-label={words::key_title(lang)}>
            <h2>{words::key_title(lang)}</h2>
            {entries(lang)}
        </aside>
    }
}

/// Each mark with its meaning.
pub fn entries(lang: Lang) -> Html {
    html! {
        <ul>
            {for key_entries().into_iter().map(|(label, placed)| html! {
                <li>
                    <span class="drawing">{Html::from_html_unchecked(svg::inline(&placed, "swatch").into())}</span>
                    {label(lang)}
                </li>
            })}
        </ul>
    }
}
