//! The live part of a chart: a canvas over the still drawing, redrawn by plotters, and the points in it.

use super::points::Points;
use super::still::still;
use super::surface_hook::{CanvasContent, use_surface};
use crate::app::part::Links;
use crate::app::store::use_selector;
use crate::app::use_site;
use crate::figure::{FollowUpsChart, Subject, describe};
use crate::plan::{Plan, Shown};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct PlotProps {
    pub subject: Rc<Subject>,
    /// Which parts of it are shown, see [`Subject::place`].
    pub shown: Shown,
    pub links: Links,
    /// What is likely to be shown next, and which parts of it.
    #[prop_or_default]
    pub likely: Option<(Rc<Subject>, Shown)>,
}

#[component]
pub fn Plot(props: &PlotProps) -> Html {
    let cx = use_site();
    let PlotProps { subject, shown, links, likely } = props.clone();
    let on = use_selector(|state| state.query.since);
    // The still on the page is the article's alone; the stylesheet lets this one take its place.
    let since = use_memo((cx, Rc::clone(&subject), on), move |(cx, subject, on)| {
        let subject = follow_ups_of(cx.plan(), subject).filter(|_| *on)?;
        let drawn = html! {
            <div class="still since-still" role="img" aria-label={describe(&subject)}>{still(&subject, shown)}</div>
        };
        Some((Rc::new(subject), drawn))
    });
    let subject = since.as_ref().as_ref().map_or(subject, |(subject, _)| Rc::clone(subject));
    let canvas = use_node_ref();
    let frame = use_surface(&canvas, CanvasContent { subject: Rc::clone(&subject), shown, moves: true }, likely);
    html! {
        <>
            {for since.as_ref().as_ref().map(|(_, drawn)| drawn.clone())}
            <canvas ref={canvas} aria-hidden="true"></canvas>
            if let Some(frame) = frame {
                <Points {subject} {shown} {frame} {links} />
            }
        </>
    }
}

/// A figure's drawing with what other sources say of it, where there is something.
fn follow_ups_of(plan: &'static Plan, subject: &Subject) -> Option<Subject> {
    let Subject::Figure(figure) = subject else { return None };
    let mut others = plan.since.iter().map(|entry| entry.figure);
    FollowUpsChart::of(plan, others.find(|other| plan.id_of(*other) == figure.id.as_str())?).map(Subject::FollowUps)
}
