//! What is pulled on a drawing, with mouse or finger, or moved by arrow keys.

use super::surface_state::ZOOM;
use crate::app::browser::warn;
use crate::quantity::plain_number;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent, PointerEvent};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct SliderProps {
    pub class: &'static str,
    pub label: &'static str,
    /// Least, most and step.
    pub scale: (f64, f64, f64),
    pub value: f64,
    /// The value with its unit.
    pub text: String,
    /// Where it stands in the drawing, in CSS pixels; it covers all of it where none is given.
    #[prop_or_default]
    pub at: Option<(f64, f64)>,
    /// Gets a place in the drawing, in CSS pixels of its layout.
    pub onpull: Callback<(f64, f64)>,
    pub onchange: Callback<f64>,
    #[prop_or_default]
    pub node: NodeRef,
}

#[component]
pub fn Slider(props: &SliderProps) -> Html {
    let SliderProps { class, label, scale: (least, most, step), value, text, at, onpull, onchange, node } =
        props.clone();
    let pulling = use_mut_ref(|| false);
    use_effect_with((at, node.clone()), |(at, node)| {
        let (Some((x, y)), Some(element)) = (*at, node.cast::<HtmlElement>()) else { return };
        for (name, value) in [("--x", x), ("--y", y)] {
            if let Err(error) = element.style().set_property(name, &format!("{value:.1}")) {
                warn("what is pulled is not where it is drawn", &error);
            }
        }
    });
    // Of a delegated event the current target is the part's host, which may lie around the drawing.
    let pull = move |event: &PointerEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(Ok(Some(drawing))) = target.map(|target| target.closest(".drawing")) else { return };
        let place = drawing.get_bounding_client_rect();
        let zoom = drawing.dyn_ref::<HtmlElement>().and_then(|drawing| drawing.style().get_property_value(ZOOM).ok());
        let zoom = zoom.and_then(|zoom| zoom.parse().ok()).unwrap_or(1.0);
        let (x, y) = (f64::from(event.client_x()) - place.left(), f64::from(event.client_y()) - place.top());
        onpull.emit((x / zoom, y / zoom));
    };
    let onpointerdown = {
        let (pulling, pull) = (Rc::clone(&pulling), pull.clone());
        Callback::from(move |event: PointerEvent| {
            *pulling.borrow_mut() = true;
            if let Some(area) = event.target().and_then(|target| target.dyn_into::<Element>().ok())
                && let Err(error) = area.set_pointer_capture(event.pointer_id())
            {
                warn("the mark is lost outside of the chart", &error);
            }
            pull(&event);
        })
    };
    let onpointermove = {
        let pulling = Rc::clone(&pulling);
        Callback::from(move |event: PointerEvent| {
            if *pulling.borrow() {
                pull(&event);
            }
        })
    };
    let release = Callback::from(move |_: PointerEvent| *pulling.borrow_mut() = false);
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        let to = match event.key().as_str() {
            "ArrowUp" | "ArrowRight" => value + step,
            "ArrowDown" | "ArrowLeft" => value - step,
            "PageUp" => value + 10.0 * step,
            "PageDown" => value - 10.0 * step,
            "Home" => least,
            "End" => most,
            _ => return,
        };
        event.prevent_default();
        onchange.emit(to.clamp(least, most));
    });
    html! {
        <div ref={node} {class} role="slider" tabindex="0" aria-label={label} aria-valuemin={plain_number(least)}
            aria-valuemax={plain_number(most)} aria-valuenow={plain_number(value)} aria-valuetext={text}
            {onpointerdown} {onpointermove} onpointerup={release.clone()} onpointercancel={release} {onkeydown}></div>
    }
}
