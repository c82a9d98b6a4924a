//! A chart: the prerendered drawing at first, the same drawing on a canvas once the page is alive.

use super::surface::Surface;
use crate::figure::Figure;
use crate::plan::Show;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct ChartProps {
    pub figure: Rc<Figure>,
    pub show: Show,
}

#[component]
pub fn Chart(props: &ChartProps) -> Html {
    let ChartProps { figure, show } = props;
    // Adopted once; afterwards Yew must find the node as it left it.
    let still = use_memo((), |()| still(figure, *show));
    let root = use_node_ref();
    let live = use_state_eq(|| false);
    {
        let (root, live) = (root.clone(), live.setter());
        use_effect_with((Rc::clone(figure), *show), move |(figure, show)| {
            let surface = Surface::attach(&root, figure, *show, move || live.set(true));
            move || drop(surface)
        });
    }
    html! {
        <div class={classes!("chart", live.then_some("live"))}>
            <div class="drawing" ref={root}>
                {(*still).clone()}
                <canvas aria-hidden="true"></canvas>
            </div>
        </div>
    }
}

/// The drawing of both frames as SVG. A browser adopts what stands on the page, whatever it is given here.
#[cfg(not(target_arch = "wasm32"))]
pub fn still(figure: &Figure, show: Show) -> Html {
    use crate::figure::{Frame, svg};
    let drawings: String = Frame::ALL
        .into_iter()
        .filter_map(|frame| figure.place(frame, show).map(|placed| svg::inline(&placed, frame.name())))
        .collect();
    Html::from_html_unchecked(drawings.into())
}

#[cfg(target_arch = "wasm32")]
fn still(_: &Figure, _: Show) -> Html {
    Html::from_html_unchecked(AttrValue::from(""))
}
