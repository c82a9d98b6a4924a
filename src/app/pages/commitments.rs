//! The page of all promises.

use crate::app::SiteContext;
use crate::app::part::Part;
use crate::app::part_view;
use crate::app::parts::text::{locator, prose, tag};
use crate::plan::Milestone;
use crate::words;
use yew::prelude::*;

pub fn page(cx: &SiteContext) -> Html {
    html! {
        <div class="commitments-page">
            <header class="page-head indigo">
                <h1>{words::commitments(cx.lang)}</h1>
                <p class="lede">{prose(cx, &cx.plan().site.texts.commitments_lede)}</p>
            </header>
            {part_view::mount_point(cx, Part::Promises)}
        </div>
    }
}

/// What was done without a number.
pub fn milestones<'a>(cx: &SiteContext, milestones: impl Iterator<Item = &'a Milestone>) -> Html {
    html! {
        <ul class="commitment-list">
            {for milestones.map(|milestone| html! {
                <li key={milestone.id.as_str()}>
                    {prose(cx, &milestone.text)}{" "}
                    if milestone.under_way { {tag(words::milestone_under_way(cx.lang))}{" "} }
                    {locator(cx, milestone.at)}
                </li>
            })}
        </ul>
    }
}
