//! The way through a page of scenes, at the lower edge of the window: contents, progress, one scene back and one on.
//! Contents open without the program; the rest knows which scene is read once the page is live.

use super::text::{link, prose};
use crate::app::browser::{Intersections, document};
use crate::app::store::use_selector;
use crate::app::{SiteContext, use_site};
use crate::plan::{Chapter, Pillar, Ref};
use crate::route::Page;
use crate::story::page_scenes;
use crate::words;
use yew::prelude::*;

#[component]
pub fn Contents() -> Html {
    let cx = use_site();
    let lang = cx.lang;
    let read = use_selector(|state| state.scene);
    let open = use_state_eq(|| false);
    // Behind the last scene there is no way through the scenes to show.
    let among_scenes = use_state_eq(|| true);
    {
        let among_scenes = among_scenes.setter();
        use_effect_with(cx.page, move |_| {
            let stages = document().query_selector(".stages").ok().flatten();
            let observer = Intersections::new("0px 0px -40% 0px", move |_, inside| among_scenes.set(inside));
            if let Some((observer, stages)) = observer.as_ref().zip(stages) {
                observer.observe(&stages);
            }
            move || drop(observer)
        });
    }
    let Some(pillar) = scene_page(cx.page) else { return html! {} };
    let scenes = page_scenes(cx.plan(), pillar);
    let current = |id: &str| read.and_then(|read| scenes.get(read)).is_some_and(|scene| scene.id.as_str() == id);
    let step = |rel: &'static str, target: Option<usize>, word: &'static str| {
        let href = target.and_then(|target| scenes.get(target)).map(|scene| format!("#{}", scene.id.as_str()));
        let rel = href.is_some().then_some(rel);
        html! { <a class="step" {rel} {href}>{word}</a> }
    };
    // Whoever has chosen wants to see it.
    let onclick = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(false))
    };
    let ontoggle = {
        let open = open.clone();
        Callback::from(move |event: Event| {
            let details: web_sys::HtmlDetailsElement = event.target_unchecked_into();
            open.set(details.open());
        })
    };
    let link = |id: &'static str, text: Html| {
        html! {
            <a href={format!("#{id}")} aria-current={current(id).then_some("step")} onclick={onclick.clone()}>{text}</a>
        }
    };
    let chapter = |chapter: &'static Chapter| {
        html! {
            <li key={chapter.id.as_str()}>
                {link(chapter.id.as_str(), prose(&cx, &chapter.title))}
                <ol>
                    {for chapter.scenes.items().iter().map(|scene| html! {
                        <li key={scene.id.as_str()}>{link(scene.id.as_str(), prose(&cx, &scene.heading))}</li>
                    })}
                </ol>
            </li>
        }
    };
    html! {
        <nav class={classes!("contents", (read.is_some() && !*among_scenes).then_some("past"))} aria-label={words::contents(lang)}>
            <progress max={scenes.len().to_string()} value={read.map_or(0, |read| read + 1).to_string()} aria-label={words::progress(lang)}></progress>
            <details open={*open} {ontoggle}>
                <summary>{words::contents(lang)}</summary>
                <ol>{for cx.plan().chapters_of(pillar).map(chapter)}</ol>
                {elsewhere(&cx, pillar)}
            </details>
            {step("prev", read.and_then(|read| read.checked_sub(1)), words::previous_scene(lang))}
            {step("next", Some(read.map_or(0, |read| read + 1)), words::next_scene(lang))}
        </nav>
    }
}

/// Where one goes from the scenes: the pillars, and the topics of everyday life.
fn elsewhere(cx: &SiteContext, pillar: Option<Ref<Pillar>>) -> Html {
    let plan = cx.plan();
    let pillars = Ref::all(&plan.pillars).filter(|other| Some(*other) != pillar);
    html! {
        <>
            <p class="elsewhere">{words::pillars(plan)}</p>
            <ul class="elsewhere">{for pillars.map(|one| html! { <li key={plan.id_of(one)}>{link(cx, Page::Pillar(one), plan[one].name.as_str())}</li> })}</ul>
            <p class="elsewhere">{words::topics(cx.lang)}</p>
            <ul class="elsewhere">{for Ref::all(&plan.topics).map(|one| html! { <li key={plan.id_of(one)}>{link(cx, Page::Topic(one), plan[one].name.as_str())}</li> })}</ul>
        </>
    }
}

/// Whose scenes a page shows: Some(None) for the story, Some(Some(pillar)) for a pillar's page, None for pages
/// without scenes.
pub fn scene_page(page: Page) -> Option<Option<Ref<Pillar>>> {
    match page {
        Page::Story => Some(None),
        Page::Pillar(pillar) => Some(Some(pillar)),
        _ => None,
    }
}
