//! A total seen from closer by: a year's part, a day's, an area as a square. What the article does not support is off,
//! with the reason.

use super::text::{number, tag};
use crate::app::Context;
use crate::plan;
use crate::plan::{Lens, Ref, through};
use crate::quantity::qualifier;
use crate::words;
use yew::prelude::*;

fn lenses(cx: &Context, reference: Ref<plan::Figure>) -> Html {
    let lang = cx.lang;
    let record = &cx.plan()[reference];
    // The promise, or what was done: the later of the two.
    let Some((slot, value)) = record.values().last() else {
        return html! {};
    };
    html! {
        <section class="lenses">
            <h2>{words::lenses(lang)}</h2>
            <p class="source">{value.measure.as_str()}{" "}{tag(qualifier(&value.quantity, lang))}</p>
            <ul>
                {for Lens::ALL.into_iter().map(|lens| {
                    let name = words::lens(lens, lang);
                    match through(lens, record, slot, lang) {
                        Ok(seen) => html! {
                            <li key={name}>
                                <details name="lens" data-lens={lens.name()}>
                                    <summary>{name}</summary>
                                    <p>
                                        {number("number computed", "lens", seen.text)}{" "}{tag(words::computed(lang))}{" "}
                                        <span data-n="lens" class="arithmetic">{seen.arithmetic}</span>
                                    </p>
                                </details>
                            </li>
                        },
                        Err(reason) => html! {
                            <li key={name} class="off"><span>{name}</span>{lang.pick("：", ": ")}{words::lens_off(reason, lang)}</li>
                        },
                    }
                })}
            </ul>
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct LensesProps {
    pub context: Context,
    pub figure: Ref<plan::Figure>,
}

#[component]
pub fn Lenses(props: &LensesProps) -> Html {
    lenses(&props.context, props.figure)
}
