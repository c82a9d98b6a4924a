//! Puts islands into a page, each in the element by which the browser finds it.

use crate::figure::{Drawing, Subject, describe};
use crate::quantity::Lang;
use crate::view::chart::{Chart, still};
use crate::view::island::{CHART, NEAREST};
use crate::view::nearest::Nearest;
use std::rc::Rc;
use yew::prelude::*;

/// A chart with the parts in `shown`; its description tells the whole.
pub fn chart(subject: Subject, shown: u8) -> Html {
    let key = subject.key();
    html! {
        <div key={key.clone()} role="img" aria-label={describe(&subject)} data-island={CHART} data-subject={key} data-shown={shown.to_string()}>
            <Chart drawing={Rc::new(Drawing::of(&subject, &[shown]))} {shown} />
        </div>
    }
}

/// A later state of a chart that stands on the page already: it is there for readers without the program, which moves
/// the first one instead.
pub fn state(subject: &Subject, shown: u8) -> Html {
    html! {
        <div class="chart" aria-hidden="true">
            <div class="drawing">{still(&Drawing::of(subject, &[shown]), shown)}</div>
        </div>
    }
}

pub fn nearest(lang: Lang) -> Html {
    html! { <div data-island={NEAREST}><Nearest {lang} /></div> }
}
