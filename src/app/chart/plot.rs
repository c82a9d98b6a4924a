//! The live part of a chart: a canvas over the still drawing, redrawn by plotters, and the points in it.

use super::points::Points;
use super::surface::Surface;
use crate::app::Context;
use crate::app::part::Links;
use crate::app::state::use_store;
use crate::figure::{Frame, Subject};
use std::rc::Rc;
use web_sys::HtmlCanvasElement;
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
    let store = use_store();
    let canvas = use_node_ref();
    let frame = use_state_eq(|| None::<Frame>);
    let surface = use_mut_ref(|| None::<Surface>);
    {
        let (canvas, frame, surface) = (canvas.clone(), frame.setter(), Rc::clone(&surface));
        use_effect_with((Rc::clone(&subject), shown), move |(subject, shown)| {
            let mut surface = surface.borrow_mut();
            match surface.as_ref() {
                Some(surface) => surface.show(Rc::clone(subject), *shown),
                None => {
                    let canvas = canvas.cast::<HtmlCanvasElement>();
                    *surface = canvas.and_then(|canvas| {
                        Surface::attach(canvas, Rc::clone(subject), *shown, move |drawn| frame.set(Some(drawn)))
                    });
                }
            }
        });
    }
    {
        let surface = Rc::clone(&surface);
        use_effect_with((store.query.theme, store.query.text), move |_| {
            if let Some(surface) = surface.borrow().as_ref() {
                surface.redraw();
            }
        });
    }
    html! {
        <>
            <canvas ref={canvas} aria-hidden="true"></canvas>
            if let Some(frame) = *frame {
                <Points {context} {subject} {shown} {frame} {links} />
            }
        </>
    }
}
