//! The error page.

use crate::app::SiteContext;
use crate::app::part::Part;
use crate::app::part_view;
use crate::app::parts::text::{link, prose};
use crate::plan::Ref;
use crate::route::Page;
use crate::words;
use yew::prelude::*;

/// Lists every page: without script a reader finds the way, with it the nearest one is named.
pub fn page(cx: &SiteContext) -> Html {
    let plan = cx.plan();
    let lang = cx.lang;
    html! {
        <div class="not-found">
            <header class="page-head indigo">
                <h1>{words::not_found(lang)}</h1>
                <p class="lede">{prose(cx, &plan.site.texts.not_found)}</p>
            </header>
            {part_view::mount_point(cx, Part::Nearest)}
            <ul>
                <li>{link(cx, Page::Story, words::story(lang))}</li>
                <li>{link(cx, Page::Commitments, words::commitments(lang))}</li>
                <li>{link(cx, Page::Data, words::data(lang))}</li>
            </ul>
            <h2>{words::pillars(plan)}</h2>
            <ul>{for Ref::all(&plan.pillars).map(|pillar| html! { <li>{link(cx, Page::Pillar(pillar), plan[pillar].long.as_str())}</li> })}</ul>
            <h2>{words::topics(lang)}</h2>
            <ul>{for Ref::all(&plan.topics).map(|topic| html! { <li>{link(cx, Page::Topic(topic), plan[topic].name.as_str())}</li> })}</ul>
            <h2>{words::figures(lang)}</h2>
            <ul>{for Ref::all(&plan.figures).map(|figure| html! { <li>{link(cx, Page::Figure(figure), plan[figure].name.as_str())}</li> })}</ul>
        </div>
    }
}
