//! The drawing of a chart as SVG: what stands on the page before and without the program, in print, and in every saved
//! copy; the canvas lies over it.

use crate::app::Context;
use crate::figure::{Frame, PlacedFigure, Subject, svg};
use yew::prelude::*;
use yew::virtual_dom::VTag;

/// `subject` with the parts in `shown`, once for each frame; CSS shows one.
pub fn still(cx: &Context, subject: &Subject, shown: u8) -> Html {
    if cx.hydrating && cfg!(target_arch = "wasm32") {
        // Yew adopts whatever stands between the markers of a raw node, and compares nothing.
        return adopted();
    }
    if cx.hydrating {
        let drawings = Frame::STILLS.map(|(frame, class)| svg::inline(&subject.place(frame, shown), class));
        return Html::from_html_unchecked(drawings.concat().into());
    }
    Frame::STILLS.into_iter().map(|(frame, class)| drawing(&subject.place(frame, shown), class)).collect()
}

/// Raw markup that a hydrating page adopts.
pub fn adopted() -> Html {
    Html::from_html_unchecked(AttrValue::from(""))
}

/// A drawing as elements.
pub fn drawing(placed: &PlacedFigure, class: &'static str) -> Html {
    let view_box = format!("0 0 {} {}", placed.width, placed.height);
    html! {
        <svg {class} viewBox={view_box} aria-hidden="true">
            {for svg::elements(placed).iter().map(element)}
        </svg>
    }
}

fn element(element: &svg::Element) -> Html {
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
