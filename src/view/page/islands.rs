//! Puts islands into a page, each in the element by which the browser finds it.

use crate::figure::{Figure, describe, is_live};
use crate::plan::Show;
use crate::quantity::Lang;
use crate::view::chart::{Chart, still};
use crate::view::island::{CHART, NEAREST};
use crate::view::nearest::Nearest;
use std::rc::Rc;
use yew::prelude::*;

/// A figure's chart. Where its kind has no life of its own yet, the drawing stands alone: a canvas of the same
/// picture would cost every reader bytes for nothing.
pub fn chart(figure: Figure, show: Show) -> Html {
    let id = figure.id.as_str();
    let description = describe(&figure);
    if !is_live(figure.kind) {
        return html! {
            <div key={id} class="chart" role="img" aria-label={description}>
                <div class="drawing">{still(&figure, show)}</div>
            </div>
        };
    }
    html! {
        <div key={id} role="img" aria-label={description} data-island={CHART} data-figure={id} data-show={show.bits().to_string()}>
            <Chart figure={Rc::new(figure)} {show} />
        </div>
    }
}

pub fn nearest(lang: Lang) -> Html {
    html! { <div data-island={NEAREST}><Nearest {lang} /></div> }
}
