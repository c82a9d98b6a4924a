//! The canvas of scenes in a row about one thing: it shows the state of the scene that is read.

use super::plot::Plot;
use crate::app::Context;
use crate::app::part::Links;
use crate::app::parts::scene::subject;
use crate::app::state::use_store;
use crate::story::{page_scenes, runs};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct RunPlotProps {
    pub context: Context,
    /// Position of the chapter in the plan, and of the run in the chapter.
    pub chapter: usize,
    pub run: usize,
}

#[component]
pub fn RunPlot(props: &RunPlotProps) -> Html {
    let RunPlotProps { context, chapter, run } = *props;
    let store = use_store();
    let run = use_memo((chapter, run), |(chapter, run)| {
        let chapter = context.plan().chapters.items().get(*chapter)?;
        let run = runs(chapter).into_iter().nth(*run)?;
        let subject = Rc::new(subject(context.plan(), &run.staged)?);
        let scenes = page_scenes(context.plan(), chapter.pillar);
        let first = scenes.iter().position(|scene| std::ptr::eq(*scene, run.steps[0].scene))?;
        let states: Vec<u8> = run.steps.iter().map(|step| step.shown).collect();
        Some((subject, first, states))
    });
    let Some((subject, first, states)) = run.as_ref() else { return html! {} };
    // The last of its scenes that was reached, however many were jumped over.
    let step = store.scene.map_or(0, |scene| scene.saturating_sub(*first).min(states.len() - 1));
    html! { <Plot {context} subject={Rc::clone(subject)} shown={states[step]} links={Links::ToFigures} /> }
}
