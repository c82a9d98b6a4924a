//! The stage of the story: one canvas that goes from the drawing of one scene to that of the next.

use super::plot::Plot;
use super::still::svg;
use crate::app::Context;
use crate::app::browser::{Listener, window};
use crate::app::part::Links;
use crate::app::parts::contents::pillar_of;
use crate::app::state::use_store;
use crate::figure::{Frame, Subject, describe};
use crate::story::steps;
use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct StageProps {
    pub context: Context,
}

#[component]
pub fn Stage(props: &StageProps) -> Html {
    let context = props.context;
    let store = use_store();
    let scenes = use_memo((context.lang, context.page), |(_, page)| -> Vec<(Rc<Subject>, u8)> {
        let steps = pillar_of(*page).map(|pillar| steps(context.plan(), pillar)).unwrap_or_default();
        steps.into_iter().map(|step| (Rc::new(step.subject), step.shown)).collect()
    });
    // Before the first scene is read, the stage is set for it.
    let scene = scenes.get(store.scene.unwrap_or_default());
    html! {
        <div class="drawing indigo">
            if let Some((subject, shown)) = scene {
                <Plot {context} subject={Rc::clone(subject)} shown={*shown} links={Links::ToFigures} />
            }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct StageStillProps {
    pub subject: Rc<Subject>,
    pub shown: u8,
}

/// The still of a scene, once for an upright and once for a broad stage; CSS shows one. Its box stands in the styles, so
/// a page that the program renders is shown before its stills are drawn: the canvas has the first of them anyway.
#[component]
pub fn StageStill(props: &StageStillProps) -> Html {
    let StageStillProps { subject, shown } = props;
    let drawn = use_after_paint();
    html! {
        <div class="still" role="img" aria-label={describe(subject)}>
            if drawn {
                {for Frame::STAGES.into_iter().map(|(frame, class)| svg(&subject.place(frame, *shown), class))}
            }
        </div>
    }
}

thread_local! {
    /// The time of the animation frame after which a still was last drawn.
    static DRAWN: Cell<f64> = const { Cell::new(f64::NAN) };
}

/// False at first, and true in a task of its own after a later frame: stills are many, and one is drawn a frame. A document
/// that is prerendered has no later.
#[hook]
fn use_after_paint() -> bool {
    let store = use_store();
    let later = use_state_eq(|| store.is_document());
    let wait = use_mut_ref(Wait::default);
    let (set, waits) = (later.setter(), !*later);
    use_effect_with((), move |()| {
        // Paper does not wait.
        let printed = waits.then(|| {
            let set = set.clone();
            Listener::on(&window(), "beforeprint", move |_| set.set(true))
        });
        if waits {
            wait_for_frame(&wait, set);
        }
        move || drop((printed, wait.take()))
    });
    *later
}

#[derive(Default)]
struct Wait {
    frame: Option<AnimationFrame>,
    timer: Option<Timeout>,
}

fn wait_for_frame(wait: &Rc<RefCell<Wait>>, set: UseStateSetter<bool>) {
    let again = Rc::clone(wait);
    let frame = request_animation_frame(move |time| {
        if DRAWN.replace(time) == time {
            return wait_for_frame(&again, set);
        }
        again.borrow_mut().timer = Some(Timeout::new(0, move || set.set(true)));
    });
    wait.borrow_mut().frame = Some(frame);
}
