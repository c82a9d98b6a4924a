//! The key to the marks, once on every page.

use crate::app::Context;
use crate::app::chart::still::{adopted, drawing};
use crate::figure::{PlacedFigure, key_entries, svg};
use crate::words;
use yew::prelude::*;

pub fn key(cx: &Context) -> Html {
    let lang = cx.lang;
    html! {
        <aside class="key" aria-label={words::key_title(lang)}>
            <h2>{words::key_title(lang)}</h2>
            {entries(cx)}
        </aside>
    }
}

/// Each mark with its meaning.
pub fn entries(cx: &Context) -> Html {
    let lang = cx.lang;
    html! {
        <ul>
            {for key_entries().into_iter().map(|(label, placed)| html! {
                <li>
                    <span class="drawing">{swatch(cx, &placed)}</span>
                    {label(lang)}
                </li>
            })}
        </ul>
    }
}

fn swatch(cx: &Context, placed: &PlacedFigure) -> Html {
    match (cx.hydrating, cfg!(target_arch = "wasm32")) {
        (true, true) => adopted(),
        (true, false) => Html::from_html_unchecked(svg::inline(placed, "swatch").into()),
        (false, _) => drawing(placed, "swatch"),
    }
}
