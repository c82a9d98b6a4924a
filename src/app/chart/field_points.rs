//! The promises of a field: one stop of the tab key, arrow keys between them, and by finger or mouse the nearest one. What
//! is active has a note that can be gone over and dismissed.

use super::points::{Area, Positioned, use_dismissal};
use crate::app::parts::keep::Keep;
use crate::app::parts::ledger::pigment_class;
use crate::app::parts::promise::{promise_tags, said};
use crate::app::parts::text::locator;
use crate::app::store::{use_selector, use_store};
use crate::app::{SiteContext, use_site};
use crate::figure::{Field, Frame, PromiseDot};
use crate::plan::Promise;
use crate::route::Page;
use crate::words;
use std::rc::Rc;
use web_sys::{Element, KeyboardEvent, MouseEvent, PointerEvent};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct FieldPointsProps {
    pub field: Rc<Field>,
    /// The box that the canvas was laid out for.
    pub frame: Frame,
}

/// A finger means the nearest dot within so many CSS pixels, half of what can be touched without care.
const FINGER: f64 = 22.0;
/// A mouse means the dot under it; its note is then within reach without another dot on the way.
const MOUSE: f64 = 3.0;
/// What an address names a promise of the field by: `field.hospitals`.
const NAME: &str = "field.";

#[component]
pub fn FieldPoints(props: &FieldPointsProps) -> Html {
    let (cx, store) = (use_site(), use_store());
    let FieldPointsProps { field, frame } = props.clone();
    let dots = use_memo((Rc::clone(&field), frame), |(field, frame)| field.places(*frame));
    let point = use_selector(|state| state.query.point.clone());
    let named = point.as_deref().and_then(|point| point.strip_prefix(NAME));
    let active = named.and_then(|id| dots.iter().position(|dot| dot.id.as_str() == id));
    let open = {
        let (dots, store) = (Rc::clone(&dots), store.clone());
        Callback::from(move |index: Option<usize>| {
            let name = index.and_then(|index| dots.get(index)).map(|dot| [NAME, dot.id.as_str()].concat());
            store.edit(|query| query.point = name);
        })
    };
    let root = use_node_ref();
    use_dismissal(&root, active.is_some(), open.reform(|()| None));
    let onkeydown = {
        let (open, field) = (open.clone(), Rc::clone(&field));
        Callback::from(move |event: KeyboardEvent| {
            if let Some(next) = step(&field, active, &event.key()) {
                event.prevent_default();
                open.emit(Some(next));
            }
        })
    };
    let near = {
        let (dots, root) = (Rc::clone(&dots), root.clone());
        move |event: &MouseEvent, within: f64| nearest(&dots, frame, root.cast::<Element>()?, event, within)
    };
    let onclick = {
        let (open, near) = (open.clone(), near.clone());
        Callback::from(move |event: MouseEvent| open.emit(near(&event, FINGER)))
    };
    let onpointermove = {
        let open = open.clone();
        Callback::from(move |event: PointerEvent| {
            if event.pointer_type() == "mouse"
                && let Some(index) = near(&event, MOUSE)
            {
                open.emit(Some(index));
            }
        })
    };
    // One option is there from the start, so that the list is none without any.
    let option = active.unwrap_or_default();
    let promise = field.dots.get(option).map(|dot| dot.promise);
    html! {
        <div ref={root} class="points field-points">
            <div role="listbox" tabindex="0" aria-label={words::field_points(cx.lang)} aria-activedescendant={active.map(|_| "field-point")}
                {onkeydown} {onclick} {onpointermove}>
                if let Some(promise) = promise {
                    <div id="field-point" role="option" class="only-heard" aria-selected={active.is_some().to_string()}
                        aria-posinset={(option + 1).to_string()} aria-setsize={dots.len().to_string()}>{said(&cx, promise)}</div>
                }
            </div>
            if let (Some(promise), Some(dot)) = (promise, active.and_then(|index| dots.get(index))) {
                {note(&cx, promise, dot, frame)}
            }
        </div>
    }
}

/// The promise, how firm it is, where it stands, and what to do with it.
fn note(cx: &SiteContext, promise: Promise, dot: &PromiseDot, frame: Frame) -> Html {
    let plan = cx.plan();
    let area = area(dot, frame);
    let after = area.left > 50.0;
    let below = area.top < 50.0;
    let pigment = promise.pillar(plan).map(|pillar| pigment_class(pillar.position()));
    html! {
        <>
            <Positioned class="here" {area} />
            <Positioned class={classes!("note", if below { "below" } else { "above" }, after.then_some("after"), pigment)} {area}>
                <p class="said">{said(cx, promise)}</p>
                <p>{promise_tags(cx, promise)}{" "}{for promise.at(plan).map(|at| locator(cx, at))}</p>
                <p class="acts"><Keep key={promise.id(plan)} {promise} />{" "}<a href={cx.href(Page::of_promise(promise))}>{words::open_promise(cx.lang)}</a></p>
            </Positioned>
        </>
    }
}

fn area(dot: &PromiseDot, frame: Frame) -> Area {
    let height = frame.height_css_px.unwrap_or(frame.width_css_px);
    let radius = dot.radius + 3.0;
    let (left, top) = (dot.x - radius, dot.y - radius);
    Area {
        left: left / frame.width_css_px * 100.0,
        top: top / height * 100.0,
        width: 2.0 * radius / frame.width_css_px * 100.0,
        height: 2.0 * radius / height * 100.0,
        x_css_px: left,
        y_css_px: top,
    }
}

/// The dot that is meant: the nearest within so many CSS pixels of its edge, of those that stand out before the others.
fn nearest(dots: &[PromiseDot], frame: Frame, root: Element, event: &MouseEvent, within: f64) -> Option<usize> {
    let area = root.get_bounding_client_rect();
    let scale = area.width() / frame.width_css_px;
    let x = (f64::from(event.client_x()) - area.left()) / scale;
    let y = (f64::from(event.client_y()) - area.top()) / scale;
    let away = |dot: &PromiseDot| ((dot.x - x).hypot(dot.y - y) - dot.radius).max(0.0);
    let ranked = dots.iter().enumerate().map(|(index, dot)| (away(dot), index));
    ranked.filter(|(away, _)| *away <= within).min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, index)| index)
}

/// Where a key leads: along those that stand out, or with up and down from group to group.
fn step(field: &Field, active: Option<usize>, key: &str) -> Option<usize> {
    let lit: Vec<usize> = (0..field.dots.len()).filter(|index| field.dots[*index].lit).collect();
    let (first, last) = (*lit.first()?, *lit.last()?);
    let group = |index: usize| field.dots[index].group;
    let after = |now: usize| lit.iter().copied().find(|index| *index > now);
    let before = |now: usize| lit.iter().copied().rev().find(|index| *index < now);
    Some(match (key, active) {
        ("ArrowRight" | "ArrowDown", None) | ("Home", _) => first,
        ("ArrowLeft" | "ArrowUp", None) | ("End", _) => last,
        ("ArrowRight", Some(now)) => after(now).unwrap_or(last),
        ("ArrowLeft", Some(now)) => before(now).unwrap_or(first),
        ("ArrowDown", Some(now)) => {
            lit.iter().copied().find(|index| *index > now && group(*index) != group(now)).unwrap_or(last)
        }
        ("ArrowUp", Some(now)) => {
            lit.iter().copied().rev().find(|index| *index < now && group(*index) != group(now)).unwrap_or(first)
        }
        _ => return None,
    })
}
