//! The code that shows a page in another site's page, to be copied. Without script it is the usual one; the builder's
//! script, fetched when this is opened, lets the reader choose and look.

use crate::app::Context;
use crate::quantity::Lang;
use crate::route::Widget;
use crate::snippet::Snippet;
use crate::words;
use yew::prelude::*;

fn builder(cx: &Context, widget: Widget) -> Html {
    let lang = cx.lang;
    let snippet = Snippet { plan: cx.plan(), widget, address: cx.address(), heights: cx.heights(widget, lang) };
    let option = |value: &'static str, word: &'static str| html! { <option {value}>{word}</option> };
    html! {
        <details id="embed" class="builder" data-module="builder" data-host={format!("{}embed.js", cx.address().public_url.as_str())}>
            <summary>{words::embed(lang)}</summary>
            <p>{words::embed_how(lang)}</p>
            <form hidden=true>
                <label>{words::embed_language(lang)}
                    <select name="lang">
                        {for [lang, lang.other()].into_iter().map(|one| html! {
                            <option value={one.code()} data-oembed={cx.oembed(widget, one)}>{own_name(one)}</option>
                        })}
                    </select>
                </label>
                <label>{words::theme_switch(lang)}
                    <select name="theme">
                        {option("", words::theme_auto(lang))}
                        {option("light", words::theme_light(lang))}
                        {option("dark", words::theme_dark(lang))}
                        {option("contrast", words::theme_contrast(lang))}
                    </select>
                </label>
                <label>{words::text_switch(lang)}
                    <select name="text">
                        {option("", words::text_normal(lang))}
                        {option("large", words::text_large(lang))}
                    </select>
                </label>
                <label>{words::embed_view(lang)}
                    <select name="view">
                        {option("", words::view_chart(lang))}
                        {option("table", words::view_table(lang))}
                    </select>
                </label>
                <label>{words::embed_size(lang)}
                    <select name="width">
                        {option("", words::embed_full_width(lang))}
                        <option value="420" data-n="label">{"420 px"}</option>
                        <option value="640" data-n="label">{"640 px"}</option>
                    </select>
                </label>
            </form>
            <label for="snippet">{words::embed_snippet(lang)}</label>
            <textarea id="snippet" rows="5" readonly=true data-n="label" value={snippet.element()} />
            <p class="copying" hidden=true>
                <button type="button">{words::embed_copy(lang)}</button>
                <span role="status" data-copied={words::embed_copied(lang)} data-refused={words::embed_not_copied(lang)}></span>
            </p>
            <label for="plain-snippet">{words::embed_plain(lang)}</label>
            <textarea id="plain-snippet" rows="5" readonly=true data-n="label" value={snippet.plain()} />
            <div class="preview" hidden=true><p>{words::embed_preview(lang)}</p></div>
        </details>
    }
}

fn own_name(lang: Lang) -> &'static str {
    words::other_language(lang.other())
}

#[derive(Clone, PartialEq, Properties)]
pub struct BuilderProps {
    pub context: Context,
    pub widget: Widget,
}

#[component]
pub fn Builder(props: &BuilderProps) -> Html {
    builder(&props.context, props.widget)
}
