//! The stage of the story: one canvas that goes from the drawing of one scene to that of the next.

use super::plot::Plot;
use super::still::svg;
use crate::app::deferred::use_turn;
use crate::app::part::Links;
use crate::app::parts::contents::scene_page;
use crate::app::state::State;
use crate::app::store::use_selector;
use crate::app::use_site;
use crate::figure::{Frame, Subject, describe};
use crate::plan::Shown;
use crate::story::steps;
use std::rc::Rc;
use yew::prelude::*;

#[component]
pub fn Stage() -> Html {
    let cx = use_site();
    // Before the first scene is read, the stage is set for it.
    let read = use_selector(|state| state.scene.unwrap_or_default());
    let scenes = use_memo((cx.lang, cx.page), |(_, page)| -> Vec<(Rc<Subject>, Shown)> {
        let steps = scene_page(*page).map(|pillar| steps(cx.plan(), pillar)).unwrap_or_default();
        steps.into_iter().map(|step| (Rc::new(step.subject), step.shown)).collect()
    });
    let scene = scenes.get(read);
    // Most readers read on.
    let likely = scenes.get(read + 1).cloned();
    html! {
        <div class="drawing indigo">
            if let Some((subject, shown)) = scene {
                <Plot subject={Rc::clone(subject)} shown={*shown} links={Links::ToFigures} {likely} />
            }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct StageStillProps {
    pub subject: Rc<Subject>,
    pub shown: Shown,
}

/// The still of a scene, once for an upright and once for a broad stage; CSS shows one. Its box stands in the styles, so
/// a page that the program renders is shown before its stills are drawn: the canvas has the first of them anyway.
#[component]
pub fn StageStill(props: &StageStillProps) -> Html {
    let StageStillProps { subject, shown } = props;
    let drawn = use_turn(State::is_document);
    html! {
        <div class="still" role="img" aria-label={describe(subject)}>
            if drawn {
                {for Frame::STAGES.into_iter().map(|(frame, class)| svg(&subject.place(frame, *shown), class))}
            }
        </div>
    }
}
