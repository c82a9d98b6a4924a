//! The parts of a page that come alive. The page carries each in an element that says what it is; the browser finds
//! them there and hydrates them one by one, and everything else on the page costs it nothing.

use super::chart::Chart;
use super::nearest::Nearest;
use crate::figure::{Figure, describe};
use crate::plan::Show;
use std::rc::Rc;
use yew::prelude::*;

/// Names the kind of an island.
pub const ISLAND: &str = "data-island";
pub const CHART: &str = "chart";
pub const NEAREST: &str = "nearest";
/// On a chart: the figure's id, and which of its parts are shown, as [`Show::bits`].
pub const FIGURE: &str = "data-figure";
pub const SHOW: &str = "data-show";

pub fn chart(figure: Figure, show: Show) -> Html {
    let id = figure.id.as_str();
    let description = describe(&figure);
    html! {
        <div key={id} role="img" aria-label={description} data-island={CHART} data-figure={id} data-show={show.bits().to_string()}>
            <Chart figure={Rc::new(figure)} {show} />
        </div>
    }
}

pub fn nearest(lang: crate::quantity::Lang) -> Html {
    html! { <div data-island={NEAREST}><Nearest {lang} /></div> }
}
