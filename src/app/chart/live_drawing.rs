//! A drawing that follows what the reader does: a still for paper and saved copies, and the canvas over it.

use super::still::still;
use super::surface_hook::{CanvasContent, use_surface};
use crate::figure::{Frame, Subject, describe};
use crate::plan::Shown;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct LiveDrawingProps {
    /// What the canvas shows.
    pub subject: Rc<Subject>,
    /// What the still shows: the same once the reader rests.
    pub settled: Rc<Subject>,
    /// Whether the change from what was shown before is animated.
    #[prop_or_default]
    pub moves: bool,
    /// Gets the box that the canvas was laid out for.
    #[prop_or_default]
    pub onlayout: Callback<Frame>,
    /// What lies over the canvas.
    #[prop_or_default]
    pub children: Html,
}

#[component]
pub fn LiveDrawing(props: &LiveDrawingProps) -> Html {
    let LiveDrawingProps { subject, settled, moves, onlayout, children } = props.clone();
    let canvas = use_node_ref();
    let frame = use_surface(&canvas, CanvasContent { subject: Rc::clone(&subject), shown: Shown::ALL, moves }, None);
    use_effect_with(frame, move |frame| {
        if let Some(frame) = frame {
            onlayout.emit(*frame);
        }
    });
    let drawn = use_memo(settled, |settled| still(settled, Shown::ALL));
    html! {
        <div class="plot">
            <div class="chart">
                <div class="drawing">
                    <div class="still" role="img" aria-label={describe(&subject)}>{(*drawn).clone()}</div>
                    <canvas ref={canvas} aria-hidden="true"></canvas>
                    {children}
                </div>
            </div>
        </div>
    }
}
