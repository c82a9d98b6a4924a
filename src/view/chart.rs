//! A chart: the prerendered drawing at first, the same drawing on a canvas once the page is alive.

use super::surface::Surface;
use crate::figure::Drawing;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct ChartProps {
    pub drawing: Rc<Drawing>,
    /// Which parts of it are shown, see [`Drawing::still`].
    pub shown: u8,
}

#[component]
pub fn Chart(props: &ChartProps) -> Html {
    let ChartProps { drawing, shown } = props;
    // Adopted once; afterwards Yew must find the node as it left it.
    let still = use_memo((), |()| still(drawing, *shown));
    let root = use_node_ref();
    let live = use_state_eq(|| false);
    let surface = use_mut_ref(|| None::<Surface>);
    {
        let (root, live, surface) = (root.clone(), live.setter(), Rc::clone(&surface));
        use_effect_with((Rc::clone(drawing), *shown), move |(drawing, shown)| {
            let mut surface = surface.borrow_mut();
            match surface.as_ref() {
                Some(surface) => surface.show(*shown),
                None => *surface = Surface::attach(&root, drawing, *shown, move || live.set(true)),
            }
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
pub fn still(drawing: &Drawing, shown: u8) -> Html {
    use crate::figure::{Frame, svg};
    let drawings: String =
        Frame::ALL.into_iter().map(|frame| svg::inline(&drawing.still(frame, shown), frame.name())).collect();
    Html::from_html_unchecked(drawings.into())
}

#[cfg(target_arch = "wasm32")]
fn still(_: &Drawing, _: u8) -> Html {
    Html::from_html_unchecked(AttrValue::from(""))
}
