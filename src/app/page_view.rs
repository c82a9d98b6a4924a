//! A whole page: frame around, page inside; one file for each page of the site map.

use super::deferred::deferred;
use super::pages::{card, commitments, data, figure, follow_ups, not_found, pillar, promise, story, topic};
use super::parts::{frame, key};
use super::{SiteContext, use_site};
use crate::route::Page;
use crate::words;
use yew::prelude::*;

#[component]
pub fn PageView() -> Html {
    let cx = use_site();
    html! {
        <>
            <a class="skip" href="#main">{words::skip(cx.lang)}</a>
            {frame::masthead(&cx, cx.page)}
            <main id="main" tabindex="-1">
                {content(&cx, cx.page)}
            </main>
            // The story explains each mark where it first stands.
            {deferred(move || html! { <>{for (cx.page != Page::Story).then(|| key::key(&cx))}{frame::footer(&cx)}</> })}
        </>
    }
}

fn content(cx: &SiteContext, page: Page) -> Html {
    match page {
        Page::Story => story::page(cx),
        Page::Pillar(pillar) => pillar::page(cx, pillar),
        Page::Figure(figure) => figure::page(cx, figure),
        Page::Topic(topic) => topic::page(cx, topic),
        Page::Promise(commitment) => promise::page(cx, commitment),
        Page::Commitments => commitments::page(cx),
        Page::Card(pillar) => card::page(cx, pillar),
        Page::FollowUps => follow_ups::page(cx),
        Page::Data => data::page(cx),
        // Handed to the app as content by the prerenderer; the browser never comes to it from another page.
        Page::Embed(_) => html! {},
        Page::NotFound => not_found::page(cx),
    }
}
