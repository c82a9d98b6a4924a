//! The live part of a chart: a canvas over the still drawing, redrawn by plotters, and the points in it.

use super::points::Points;
use super::surface_hook::{Shown, use_surface};
use crate::app::Context;
use crate::app::part::Links;
use crate::figure::Subject;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct PlotProps {
    pub context: Context,
    pub subject: Rc<Subject>,
    /// Which parts of it are shown, see [`Subject::place`].
    pub shown: u8,
    pub links: Links,
}

#[component]
pub fn Plot(props: &PlotProps) -> Html {
    let PlotProps { context, subject, shown, links } = props.clone();
    let canvas = use_node_ref();
    let frame = use_surface(&canvas, Shown { subject: Rc::clone(&subject), parts: shown, moves: true });
    html! {
        <>
            <canvas ref={canvas} aria-hidden="true"></canvas>
            if let Some(frame) = frame {
                <Points {context} {subject} {shown} {frame} {links} />
            }
        </>
    }
}
