//! Drawings as SVG: what stands on the page before and without the program, in print, and in every saved copy.

use crate::figure::{Frame, PlacedFigure, Subject, svg as writer};
use crate::plan::Shown;
use yew::prelude::*;
use yew::virtual_dom::VTag;

/// `subject` with the parts in `shown`, once for each still frame; CSS shows one.
pub fn still(subject: &Subject, shown: Shown) -> Html {
    Frame::STILLS.into_iter().map(|(frame, class)| svg(&subject.place(frame, shown), class)).collect()
}

/// A drawing as elements.
pub fn svg(placed: &PlacedFigure, class: &'static str) -> Html {
    let view_box = format!("0 0 {} {}", placed.width, placed.height);
    html! {
        <svg {class} viewBox={view_box} aria-hidden="true">
            {for writer::elements(placed).iter().map(element)}
        </svg>
    }
}

fn element(element: &writer::Element) -> Html {
    let (name, attributes, text) = element.parts();
    let mut tag = VTag::new(name);
    for (name, value) in attributes {
        tag.add_attribute(name, value);
    }
    if !text.is_empty() {
        tag.add_child(html! { {text.to_owned()} });
    }
    tag.into()
}
