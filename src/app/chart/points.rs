//! The points of a chart: one stop of the tab key, arrow keys between them, a note on the one that is active.

use crate::app::browser::{Listener, document, warn};
use crate::app::part::Links;
use crate::app::parts::text::locator;
use crate::app::store::{use_selector, use_store};
use crate::app::{SiteContext, use_site};
use crate::figure::{DrawingPart, EIGHTHS, Frame, PartDescription, Spot, Subject, describe_part};
use crate::plan::Shown;
use crate::route::Page;
use crate::words;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent, MouseEvent, Node, PointerEvent};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct PointsProps {
    pub subject: Rc<Subject>,
    pub shown: Shown,
    /// The box that the canvas was laid out for.
    pub frame: Frame,
    pub links: Links,
    /// Stands before the names of the points where another drawing of the page may have the same ones.
    pub prefix: Option<&'static str>,
}

/// A point in view.
struct Point {
    /// As a link names it: `industry-output.promise`.
    name: String,
    description: PartDescription,
    spot: Spot,
}

#[component]
pub fn Points(props: &PointsProps) -> Html {
    let cx = use_site();
    let PointsProps { subject, shown, frame, links, prefix } = props.clone();
    let store = use_store();
    let points = use_memo((Rc::clone(&subject), shown, frame), move |(subject, shown, frame)| {
        points(subject, *shown, *frame, prefix)
    });
    let placed = use_memo((Rc::clone(&subject), shown, frame), |(subject, shown, frame)| {
        let placed = subject.place(*frame, *shown);
        (f64::from(placed.width), f64::from(placed.height))
    });
    let active = {
        let points = Rc::clone(&points);
        use_selector(move |state| {
            let name = state.query.point.as_ref()?;
            points.iter().position(|point| point.name == *name)
        })
    };
    let open = {
        let points = Rc::clone(&points);
        Callback::from(move |index: Option<usize>| {
            let name = index.and_then(|index| points.get(index)).map(|point| point.name.clone());
            store.edit(|query| query.point = name);
        })
    };
    let onkeydown = {
        let (open, points) = (open.clone(), Rc::clone(&points));
        Callback::from(move |event: KeyboardEvent| {
            let Some(last) = points.len().checked_sub(1) else { return };
            let next = match event.key().as_str() {
                "ArrowRight" | "ArrowDown" => active.map_or(0, |now| last.min(now + 1)),
                "ArrowLeft" | "ArrowUp" => active.map_or(last, |now| now.saturating_sub(1)),
                "Home" => 0,
                "End" => last,
                _ => return,
            };
            event.prevent_default();
            open.emit(Some(next));
        })
    };
    let root = use_node_ref();
    use_dismissal(&root, active.is_some(), open.reform(|()| None));
    let onpointerleave = {
        let open = open.clone();
        Callback::from(move |event: PointerEvent| {
            if event.pointer_type() == "mouse" {
                open.emit(None);
            }
        })
    };
    let id = |index: usize| {
        let prefix = prefix.map_or(String::new(), |prefix| format!("{prefix}-"));
        format!("point-{prefix}{}-{index}", subject.key().replace('+', "-"))
    };
    let option = |(index, point): (usize, &Point)| {
        let enter = {
            let open = open.clone();
            Callback::from(move |event: PointerEvent| {
                // A finger that scrolls past begins like one that touches; it opens nothing before it is lifted.
                if event.pointer_type() == "mouse" {
                    open.emit(Some(index));
                }
            })
        };
        let onclick = open.reform(move |_: MouseEvent| Some(index));
        let selected = active == Some(index);
        html! {
            <Positioned key={index} id={id(index)} class="point" role="option" {selected} area={Area::of(point.spot, *placed)}
                onpointerenter={enter} {onclick}>
                <span>{point.description.words.clone()}</span>
            </Positioned>
        }
    };
    html! {
        <div ref={root} class="points" {onpointerleave}>
            <div role="listbox" tabindex="0" aria-label={words::points(cx.lang)} aria-activedescendant={active.map(id)} {onkeydown}>
                {for points.iter().enumerate().map(option)}
            </div>
            if let Some(point) = active.and_then(|index| points.get(index)) {
                {note(&cx, point, links, *placed)}
            }
        </div>
    }
}

/// Escape and a touch elsewhere close a note, wherever the focus is.
#[hook]
pub fn use_dismissal(root: &NodeRef, open: bool, close: Callback<()>) {
    let root = root.clone();
    use_effect_with(open, move |open| {
        let listeners = open.then(|| {
            let escape = {
                let close = close.clone();
                Listener::on(&document(), "keydown", move |event| {
                    if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape") {
                        close.emit(());
                    }
                })
            };
            let touch = Listener::on(&document(), "pointerdown", move |event| {
                let place = event.target().and_then(|target| target.dyn_into::<Node>().ok());
                if root.get().is_some_and(|root| !root.contains(place.as_ref())) {
                    close.emit(());
                }
            });
            (escape, touch)
        });
        move || drop(listeners)
    });
}

/// What there is to say of the active point.
fn note(cx: &SiteContext, point: &Point, links: Links, placed: (f64, f64)) -> Html {
    let PartDescription { words: text, at, arithmetic, figure } = point.description.clone();
    let page = figure.and_then(|id| cx.plan().find(id.as_str())).map(Page::Figure);
    let page = page.filter(|_| links == Links::ToFigures);
    let area = Area::of(point.spot, placed);
    // A note must not lie over the points beside its own: what stands on the ground has it below, what hangs above.
    let below = area.top + area.height > 70.0;
    let after = area.left + area.width / 2.0 > 50.0;
    html! {
        <Positioned class={classes!("note", if below { "below" } else { "above" }, after.then_some("after"))} {area}>
            {text}
            {for arithmetic.into_iter().map(|arithmetic| html! { <span class="arithmetic">{" "}{arithmetic}</span> })}
            {for at.map(|at| html! { <>{" "}{locator(cx, at)}</> })}
            {for page.map(|page| html! { <>{" "}<a href={cx.href(page)} target={cx.target()}>{words::open_figure(cx.lang)}</a></> })}
        </Positioned>
    }
}

/// The points in view, in the order in which the layout names them.
fn points(subject: &Subject, shown: Shown, frame: Frame, prefix: Option<&str>) -> Vec<Point> {
    // What is made of several figures is named by its kind; a figure keeps its name beside what others say of it.
    let key = subject.key();
    let kind = key
        .trim_start_matches("+since")
        .trim_start_matches("+own")
        .trim_start_matches('+')
        .split('+')
        .next()
        .unwrap_or_default();
    let spots = subject.place(frame, shown).spots.into_iter();
    let seen = spots.filter(|spot| shown.has(subject.shown_with(spot.part)));
    seen.filter_map(|spot| {
        let description = describe_part(subject, spot.part)?;
        let member = description.figure.filter(|_| matches!(spot.part, DrawingPart::Member(_)));
        let part = member.map_or_else(|| spot.part.name(), |figure| figure.as_str().to_owned());
        let name = match prefix {
            Some(prefix) => format!("{prefix}.{kind}.{part}"),
            None => format!("{kind}.{part}"),
        };
        Some(Point { name, description, spot })
    })
    .collect()
}

/// A box in per cent of the chart's, and its corner in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    pub left: f64,
    pub top: f64,
    pub width: f64,
    pub height: f64,
    pub x_css_px: f64,
    pub y_css_px: f64,
}

impl Area {
    fn of(spot: Spot, (width, height): (f64, f64)) -> Area {
        let part = |length: i32, of: f64| f64::from(length) / of * 100.0;
        Area {
            left: part(spot.x, width),
            top: part(spot.y, height),
            width: part(spot.width, width),
            height: part(spot.height, height),
            x_css_px: f64::from(spot.x) / f64::from(EIGHTHS),
            y_css_px: f64::from(spot.y) / f64::from(EIGHTHS),
        }
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct PositionedProps {
    #[prop_or_default]
    pub id: Option<String>,
    pub class: Classes,
    #[prop_or_default]
    pub role: Option<&'static str>,
    #[prop_or_default]
    pub selected: Option<bool>,
    pub area: Area,
    #[prop_or_default]
    pub onpointerenter: Callback<PointerEvent>,
    #[prop_or_default]
    pub onclick: Callback<MouseEvent>,
    #[prop_or_default]
    pub children: Html,
}

/// An element with its area as custom properties: the content security policy refuses style attributes.
#[component]
pub fn Positioned(props: &PositionedProps) -> Html {
    let element = use_node_ref();
    {
        let element = element.clone();
        use_effect_with(props.area, move |Area { left, top, width, height, x_css_px, y_css_px }| {
            let Some(element) = element.cast::<HtmlElement>() else { return };
            // The smallest area around a place is the one that is meant.
            let order = 1000.0 - width * height / 10.0;
            for (name, value) in [
                ("--left", left),
                ("--top", top),
                ("--width", width),
                ("--height", height),
                ("--x", x_css_px),
                ("--y", y_css_px),
                ("--order", &order),
            ] {
                let written = js_sys::Number::from(*value).to_fixed(2).map(String::from).unwrap_or_default();
                if let Err(error) = element.style().set_property(name, &written) {
                    warn("a point of a chart is not where it is drawn", &error);
                }
            }
        });
    }
    let PositionedProps { id, class, role, selected, onpointerenter, onclick, children, .. } = props.clone();
    html! {
        <div ref={element} {id} {class} {role} aria-selected={selected.map(|selected| selected.to_string())} {onpointerenter} {onclick}>
            {children}
        </div>
    }
}
