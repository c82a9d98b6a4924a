//! The way through a page of scenes: contents, progress, one scene back and one on.

use super::text::prose;
use crate::app::Context;
use crate::plan::{Chapter, Scene};
use crate::words;
use yew::prelude::*;

/// Stands at the lower edge of the window. Contents open without script; the rest is shown once the page is live and
/// knows which scene is read.
pub fn contents(cx: &Context, chapters: &[&'static Chapter]) -> Html {
    let lang = cx.lang;
    let scenes: Vec<&Scene> = chapters.iter().flat_map(|chapter| chapter.scenes.items()).collect();
    let Some(first) = scenes.first() else {
        return html! {};
    };
    html! {
        <nav class="contents" aria-label={words::contents(lang)}>
            <progress max={scenes.len().to_string()} value="0" aria-label={words::progress(lang)}></progress>
            <details>
                <summary>{words::contents(lang)}</summary>
                <ol>
                    {for chapters.iter().map(|chapter| html! {
                        <li key={chapter.id.as_str()}>
                            <a href={format!("#{}", chapter.id.as_str())}>{prose(cx, &chapter.title)}</a>
                            <ol>
                                {for chapter.scenes.items().iter().map(|scene| html! {
                                    <li key={scene.id.as_str()}>
                                        <a href={format!("#{}", scene.id.as_str())}>{prose(cx, &scene.heading)}</a>
                                    </li>
                                })}
                            </ol>
                        </li>
                    })}
                </ol>
            </details>
            <a class="step" data-step="prev">{words::previous_scene(lang)}</a>
            <a class="step" data-step="next" href={format!("#{}", first.id.as_str())}>{words::next_scene(lang)}</a>
        </nav>
    }
}
