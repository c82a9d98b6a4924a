use super::islands;
use super::site::Site;
use super::text::{link, prose};
use crate::plan::Ref;
use crate::route::Page;
use crate::words;
use yew::prelude::*;

/// Lists every page: without script a reader finds the way, with it the nearest one is named.
pub fn page(site: &Site) -> Html {
    let plan = site.plan;
    let lang = site.lang();
    html! {
        <div class="not-found">
            <header class="page-head">
                <h1>{words::not_found(lang)}</h1>
                <p class="lede">{prose(site, &plan.site.texts.not_found)}</p>
            </header>
            {islands::nearest(lang)}
            <ul>
                <li>{link(site, Page::Story, words::story(lang))}</li>
                <li>{link(site, Page::Commitments, words::commitments(lang))}</li>
                <li>{link(site, Page::Data, words::data(lang))}</li>
            </ul>
            <h2>{words::pillars(plan)}</h2>
            <ul>{for Ref::all(&plan.pillars).map(|pillar| html! { <li>{link(site, Page::Pillar(pillar), plan[pillar].long.as_str())}</li> })}</ul>
            <h2>{words::themes(lang)}</h2>
            <ul>{for Ref::all(&plan.themes).map(|theme| html! { <li>{link(site, Page::Theme(theme), plan[theme].name.as_str())}</li> })}</ul>
            <h2>{words::figures(lang)}</h2>
            <ul>{for Ref::all(&plan.figures).map(|figure| html! { <li>{link(site, Page::Figure(figure), plan[figure].name.as_str())}</li> })}</ul>
        </div>
    }
}
