//! A term of the glossary with what the article says of it, and what it leaves open.

use super::text::{locator, prose};
use crate::app::SiteContext;
use crate::plan::{Ref, Term};
use crate::words;
use yew::prelude::*;

pub fn entry(cx: &SiteContext, reference: Ref<Term>) -> Html {
    let lang = cx.lang;
    let term = &cx.plan()[reference];
    let colon = lang.pick("：", ": ");
    html! {
        <>
            <dt>{prose(cx, &term.name)}</dt>
            <dd>
                <p><strong>{words::article_says(lang)}</strong>{colon}{prose(cx, &term.article)}
                    {for term.at.iter().map(|at| html! { <>{" "}{locator(cx, *at)}</> })}
                </p>
                if let Some(general) = &term.general {
                    <p><strong>{words::general_knowledge(lang)}</strong>{colon}{prose(cx, general)}</p>
                }
                if term.undefined { <p class="not-stated">{words::undefined(lang)}</p> }
            </dd>
        </>
    }
}
