//! A chart: the prerendered drawing at first, the same drawing on a canvas once the page is live.

use super::still::still;
use super::surface::Surface;
use crate::app::Context;
use crate::figure::Subject;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct ChartProps {
    pub context: Context,
    pub subject: Rc<Subject>,
    /// Which parts of it are shown, see [`Subject::place`].
    pub shown: u8,
}

#[component]
pub fn Chart(props: &ChartProps) -> Html {
    let ChartProps { context, subject, shown } = props;
    // Kept from the first render: a raw node must stay as it was adopted.
    let still = use_memo((), |()| still(context, subject, *shown));
    let root = use_node_ref();
    let live = use_state_eq(|| false);
    let surface = use_mut_ref(|| None::<Surface>);
    {
        let (root, live, surface) = (root.clone(), live.setter(), Rc::clone(&surface));
        use_effect_with((Rc::clone(subject), *shown), move |(subject, shown)| {
            let mut surface = surface.borrow_mut();
            match surface.as_ref() {
                Some(surface) => surface.show(*shown),
                None => *surface = Surface::attach(&root, subject, *shown, move || live.set(true)),
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
