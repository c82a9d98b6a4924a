//! The stage of the story: one canvas that goes from the drawing of one scene to that of the next.

use super::plot::Plot;
use super::still::svg;
use crate::app::deferred::use_turn;
use crate::app::part::Links;
use crate::app::parts::contents::scene_page;
use crate::app::state::State;
use crate::app::store::use_selector;
use crate::app::{SiteContext, use_site};
use crate::figure::{Emphasis, Field, Frame, GuessState, Subject, describe};
use crate::plan::{self, Arrangement, Plan, Ref, Shown, Topic};
use crate::route::{Kept, Page};
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
    // What the reader guesses, and, in the scene after the question, the guess beside the answer.
    let guess = use_selector(|state| state.guess);
    let guessed = use_memo((Rc::clone(&scenes), guess), |(scenes, guess)| guessed(cx.plan(), scenes, *guess));
    let (kept, topic) = use_selector(|state| (state.query.mine.clone(), state.query.filters.topic));
    let own = use_memo((cx, Rc::clone(&scenes), kept, topic), |(cx, scenes, kept, topic)| {
        let own = |(subject, _): &(Rc<Subject>, Shown)| own_field(cx, subject, kept, *topic);
        scenes.iter().map(own).collect::<Vec<_>>()
    });
    let scene = |at: usize| {
        let (subject, shown) = scenes.get(at)?;
        let guessed = guessed.iter().find(|(of, _)| *of == at).map(|(_, subject)| subject);
        let own = own.get(at).and_then(Option::as_ref);
        Some((Rc::clone(guessed.or(own).unwrap_or(subject)), *shown))
    };
    // Most readers read on.
    let likely = scene(read + 1);
    // What follows a finger must not lag behind it.
    let pulled = |subject: &Subject| {
        let asks = matches!(subject, Subject::Guess(chart) if !chart.is_answered());
        asks && guess.is_some()
    };
    // A pillar's page draws its figures once more, in a list.
    let prefix = matches!(cx.page, Page::Pillar(_)).then_some("stage");
    html! {
        <div class="drawing indigo">
            if let Some((subject, shown)) = scene(read) {
                <Plot subject={Rc::clone(&subject)} {shown} links={Links::ToFigures} {prefix} {likely} moves={!pulled(&subject)} />
            }
        </div>
    }
}

/// The scenes that a guess changes: the question's own, and the one after it, where that tells the figure.
fn guessed(
    plan: &'static Plan,
    scenes: &[(Rc<Subject>, Shown)],
    guess: Option<(Ref<plan::Figure>, f64)>,
) -> Vec<(usize, Rc<Subject>)> {
    let Some((figure, mine)) = guess else { return Vec::new() };
    let id = plan.id_of(figure);
    let asked = scenes.iter().enumerate().find_map(|(at, (subject, _))| match &**subject {
        Subject::Guess(chart) if chart.figure.id.as_str() == id => Some((at, chart)),
        _ => None,
    });
    let Some((at, chart)) = asked else { return Vec::new() };
    let with = |state| Rc::new(Subject::Guess(chart.with_state(state)));
    let mut guessed = vec![(at, with(GuessState::Ask { mine }))];
    let told = |(subject, _): &(Rc<Subject>, Shown)| matches!(&**subject, Subject::Figure(of) if of.id.as_str() == id);
    if scenes.get(at + 1).is_some_and(told) {
        guessed.push((at + 1, with(GuessState::Answered { mine })));
    }
    guessed
}

/// The field that is the reader's own: what is kept is marked, and the dots of the topic that is chosen come together.
fn own_field(cx: &SiteContext, subject: &Subject, kept: &Kept, topic: Option<Ref<Topic>>) -> Option<Rc<Subject>> {
    let Subject::Field(field) = subject else { return None };
    let Emphasis::Own { .. } = field.emphasis else { return None };
    let arrangement = if topic.is_some() { Arrangement::Topics } else { field.arrangement };
    let emphasis = Emphasis::Own { kept: kept.promises().to_vec(), topic };
    Some(Rc::new(Subject::Field(Field::of(cx.plan(), arrangement, emphasis))))
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
