//! The live part of a chart: a canvas over the still drawing, redrawn by plotters, and the points in it.

use super::field_points::FieldPoints;
use super::points::Points;
use super::slider::Slider;
use super::still::still;
use super::surface_hook::{CanvasContent, use_surface};
use crate::app::part::Links;
use crate::app::state::Action;
use crate::app::store::{Store, use_selector, use_store};
use crate::app::{SiteContext, use_site};
use crate::figure::{Emphasis, FigureChart, FollowUpsChart, Frame, GuessChart, GuessState, Own, Subject, describe};
use crate::plan::{Plan, Shown};
use crate::words;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct PlotProps {
    pub subject: Rc<Subject>,
    /// Which parts of it are shown, see [`Subject::place`].
    pub shown: Shown,
    pub links: Links,
    /// Before the names of its points, where another drawing of the page may show the same.
    #[prop_or_default]
    pub prefix: Option<&'static str>,
    /// What is likely to be shown next, and which parts of it.
    #[prop_or_default]
    pub likely: Option<(Rc<Subject>, Shown)>,
    /// Whether a change is animated.
    #[prop_or(true)]
    pub moves: bool,
}

#[component]
pub fn Plot(props: &PlotProps) -> Html {
    let cx = use_site();
    let PlotProps { subject, shown, links, prefix, likely, moves } = props.clone();
    let store = use_store();
    let (on, pace) = (use_selector(|state| state.query.since), use_selector(|state| state.query.pace));
    // The still on the page is the article's alone; the stylesheet lets this one take its place.
    let since = use_memo((cx, Rc::clone(&subject), on), move |(cx, subject, on)| {
        let subject = follow_ups_of(cx.plan(), subject).filter(|_| *on)?;
        let drawn = html! {
            <div class="still since-still" role="img" aria-label={describe(&subject)}>{still(&subject, shown)}</div>
        };
        Some((Rc::new(subject), drawn))
    });
    let tried = use_memo((Rc::clone(&subject), pace), |(subject, pace)| tried(subject, *pace));
    let subject = match (since.as_ref(), tried.as_ref()) {
        (Some((since, _)), _) => Rc::clone(since),
        (None, Some(tried)) => Rc::clone(tried),
        (None, None) => subject,
    };
    let canvas = use_node_ref();
    // What follows a finger must not lag behind it.
    let moves = moves && tried.is_none();
    let frame = use_surface(&canvas, CanvasContent { subject: Rc::clone(&subject), shown, moves }, likely);
    html! {
        <>
            {for since.as_ref().as_ref().map(|(_, drawn)| drawn.clone())}
            <canvas ref={canvas} aria-hidden="true"></canvas>
            if let Some(frame) = frame {
                {points(Rc::clone(&subject), shown, frame, links, prefix)}
                {pull(&cx, &subject, frame, &store)}
            }
        </>
    }
}

/// A figure on its own page at the pace that is tried; None where it is the article's.
fn tried(subject: &Subject, pace: Option<f64>) -> Option<Rc<Subject>> {
    let Subject::Own(own) = subject else { return None };
    let own = own.with_pace(Some(pace?));
    own.trial.as_ref().filter(|trial| trial.is_tried())?;
    Some(Rc::new(Subject::Own(own)))
}

/// What takes hold of the promised value.
fn pull(cx: &SiteContext, subject: &Subject, frame: Frame, store: &Store) -> Html {
    if let Subject::Guess(chart) = subject {
        return pull_guess(cx, chart, frame, store);
    }
    let Subject::Own(own) = subject else { return html! {} };
    let Some((trial, at)) = own.trial.as_ref().zip(own.handle(frame)) else { return html! {} };
    let (own, stated) = (own.clone(), trial.stated());
    let onchange = {
        let store = store.clone();
        Callback::from(move |pace: f64| {
            store.edit(|query| query.pace = (pace != stated).then_some(pace));
        })
    };
    let onpull = {
        let onchange = onchange.clone();
        Callback::from(move |(_, y): (f64, f64)| {
            if let Some(pace) = own.pace_at(frame, y) {
                onchange.emit(pace);
            }
        })
    };
    html! {
        <Slider class="pull" label={words::whatif(cx.lang)} scale={trial.scale()} value={trial.pace}
            text={trial.pace_words()} {at} {onpull} {onchange} />
    }
}

/// What takes hold of a guess that is asked for.
fn pull_guess(cx: &SiteContext, chart: &GuessChart, frame: Frame, store: &Store) -> Html {
    let (GuessState::Ask { mine }, Some(figure)) = (chart.state, cx.plan().find(chart.figure.id.as_str())) else {
        return html! {};
    };
    let onchange = {
        let store = store.clone();
        Callback::from(move |value: f64| store.dispatch(Action::Guess(figure, value)))
    };
    let (scale, text, at) = (chart.scale(), chart.words(mine), chart.handle(frame));
    let onpull = {
        let (chart, onchange) = (chart.clone(), onchange.clone());
        Callback::from(move |(x, y): (f64, f64)| onchange.emit(chart.value_at(frame, x, y)))
    };
    html! {
        <Slider class="pull" label={words::guess_yours_label(cx.lang)} {scale} value={mine} {text} {at} {onpull} {onchange} />
    }
}

/// Id of the drawing on which a value is pulled.
pub const PULL: &str = "pull";

/// The reader's own field has a way of its own to its many dots.
fn points(subject: Rc<Subject>, shown: Shown, frame: Frame, links: Links, prefix: Option<&'static str>) -> Html {
    match &*subject {
        Subject::Field(field) if matches!(field.emphasis, Emphasis::Own { .. }) => {
            html! { <FieldPoints field={Rc::new(field.clone())} {frame} /> }
        }
        _ => html! { <Points {subject} {shown} {frame} {links} {prefix} /> },
    }
}

/// A figure's drawing with what other sources say of it, where there is something.
fn follow_ups_of(plan: &'static Plan, subject: &Subject) -> Option<Subject> {
    let (Subject::Figure(figure) | Subject::Own(Own { figure, .. })) = subject else { return None };
    let mut others = plan.since.iter().map(|entry| entry.figure);
    let since = FollowUpsChart::of(plan, others.find(|other| plan.id_of(*other) == figure.id.as_str())?)?;
    Some(Subject::FollowUps(FollowUpsChart { figure: FigureChart::clone(figure), ..since }))
}
