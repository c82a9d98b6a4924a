//! A total seen from closer by: a year's part, a day's, an area as a square. What the article does not support is off,
//! with the reason. Which one is open stands in the address.

use super::text::{number, tag};
use crate::app::browser::warn;
use crate::app::store::{use_selector, use_store};
use crate::app::use_site;
use crate::plan::{self, ComputedNumber, Lens, Ref, through};
use crate::quantity::qualifier;
use crate::words;
use web_sys::{HtmlDetailsElement, HtmlElement};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct LensesProps {
    pub figure: Ref<plan::Figure>,
}

#[component]
pub fn Lenses(props: &LensesProps) -> Html {
    let cx = use_site();
    let LensesProps { figure } = *props;
    let lang = cx.lang;
    let record = &cx.plan()[figure];
    // The promise, or what was done: the later of the two.
    let Some((slot, value)) = record.values().last() else {
        return html! {};
    };
    html! {
        <section class="lenses">
            <h2>{words::lenses(lang)}</h2>
            <p class="source">{value.measure.as_str()}{" "}{tag(qualifier(&value.quantity, lang))}</p>
            <ul>
                {for Lens::ALL.into_iter().map(|lens| match through(lens, record, slot, lang) {
                    Ok(seen) => html! { <li key={lens.name()}><Seen {lens} {seen} /></li> },
                    Err(reason) => html! {
                        <li key={lens.name()} class="off">
                            <span>{words::lens(lens, lang)}</span>{lang.pick("：", ": ")}{words::lens_off(reason, lang)}
                        </li>
                    },
                })}
            </ul>
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct SeenProps {
    lens: Lens,
    seen: ComputedNumber,
}

#[component]
fn Seen(props: &SeenProps) -> Html {
    let cx = use_site();
    let SeenProps { lens, seen } = props.clone();
    let lang = cx.lang;
    let store = use_store();
    let open = use_selector(move |state| state.query.lens == Some(lens));
    let summary = use_node_ref();
    {
        // Whoever followed a link to it finds it.
        let (summary, asked) = (summary.clone(), open);
        use_effect_with((), move |()| {
            if let Some(Err(error)) = summary.cast::<HtmlElement>().filter(|_| asked).map(|summary| summary.focus()) {
                warn("the focus stays where it was", &error);
            }
        });
    }
    let onclick = {
        let store = store.clone();
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            store.edit(|query| query.lens = (!open).then_some(lens));
        })
    };
    // Browsers open it where a search leads into it.
    let ontoggle = Callback::from(move |event: Event| {
        let details: HtmlDetailsElement = event.target_unchecked_into();
        if details.open() && !open {
            store.edit(|query| query.lens = Some(lens));
        }
    });
    html! {
        <details name="lens" {open} {ontoggle}>
            <summary ref={summary} {onclick}>{words::lens(lens, lang)}</summary>
            <p>
                {number("number computed", "lens", seen.text)}{" "}{tag(words::computed(lang))}{" "}
                <span data-n="lens" class="arithmetic">{seen.arithmetic}</span>
            </p>
        </details>
    }
}
