//! Points of a chart under a finger, a mouse or the arrow keys.
//!
//! The page carries what there is to say of each point as a list beside the chart, with the box of the point in both
//! frames. Nothing is listened to on single charts: a few listeners on the document serve every page.

use crate::view::island::{ISLAND, SHOWN};
use gloo::events::{EventListener, EventListenerOptions};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, HtmlElement, KeyboardEvent, PointerEvent};

/// The chart with its list of points.
const PLOT: &str = ".plot";
const LIST: &str = ".points";
/// What tells the point reached by keys to those who do not see it.
const SAID: &str = ".said";
/// The point that is shown.
const OPEN: &str = "data-open";
/// What a point is sent that a link asks for.
const ASKED: &str = "point";
/// In CSS pixels: how wide a narrow frame is shown at most, and how far from its point a note stands.
const NARROW_MOST: f64 = 420.0;
const APART: f64 = 6.0;

type Shown = Rc<RefCell<Option<HtmlElement>>>;

/// Makes the charts of a page open to keys: one stop of the tab key each.
pub fn open(document: &Document) -> Option<()> {
    let lists = document.query_selector_all(LIST).ok()?;
    for list in (0..lists.length()).filter_map(|index| lists.item(index)?.dyn_into::<Element>().ok()) {
        list.remove_attribute("hidden").ok()?;
        list.set_attribute("tabindex", "0").ok()?;
    }
    Some(())
}

/// Listens for as long as the program lives.
pub fn listen(document: &Document) {
    let shown = Shown::default();
    for kind in ["pointermove", "pointerdown", ASKED] {
        let shown = Rc::clone(&shown);
        EventListener::new(document, kind, move |event| {
            pointed(event, &shown);
        })
        .forget();
    }
    let (left, keyed) = (Rc::clone(&shown), shown);
    EventListener::new(document, "focusout", move |_| hide(&left)).forget();
    EventListener::new_with_options(
        document,
        "keydown",
        EventListenerOptions::enable_prevent_default(),
        move |event| {
            if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
                pressed(event, &keyed);
            }
        },
    )
    .forget();
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn pointed(event: &Event, shown: &Shown) -> Option<()> {
    let target = target(event)?;
    let plot = target.closest(PLOT).ok()?;
    let Some(event) = event.dyn_ref::<PointerEvent>() else {
        let plot = Plot::of(&plot?)?;
        return show(&plot, target.dyn_into().ok()?, shown);
    };
    // A note is there to be read and its link to be followed.
    if target.closest(LIST).ok()?.is_some() {
        return None;
    }
    let found = plot.as_ref().and_then(|plot| point_at(plot, f64::from(event.client_x()), f64::from(event.client_y())));
    match found {
        Some((_, point)) if shown.borrow().as_ref() == Some(&point) => {}
        Some((plot, point)) => {
            show(&plot, point, shown);
        }
        // Elsewhere a mouse closes it by going, a finger by touching.
        None if plot.is_none() || event.type_() == "pointerdown" => hide(shown),
        None => {}
    }
    Some(())
}

/// The smallest box around the place, or the nearest.
fn point_at(plot: &Element, x: f64, y: f64) -> Option<(Plot, HtmlElement)> {
    let plot = Plot::of(plot)?;
    let (x, y) = (((x - plot.left) / plot.scale) as i32, ((y - plot.top) / plot.scale) as i32);
    let point = plot
        .points()
        .into_iter()
        .filter(|(_, [left, top, width, height])| {
            (*left..=left + width).contains(&x) && (*top..=top + height).contains(&y)
        })
        .min_by_key(|(_, [_, _, width, height])| width * height)?
        .0;
    Some((plot, point))
}

/// A chart as it stands in the window.
struct Plot {
    list: Element,
    drawing: Element,
    /// Which parts the chart shows at the moment.
    state: u8,
    frame: &'static str,
    scale: f64,
    left: f64,
    top: f64,
    width: f64,
}

impl Plot {
    fn of(plot: &Element) -> Option<Plot> {
        let list = plot.query_selector(LIST).ok()??;
        let drawing = plot.query_selector(".drawing").ok()??;
        let island = plot.query_selector(&["[", ISLAND, "]"].concat()).ok()??;
        let state = island.get_attribute(SHOWN)?.parse().ok()?;
        let (rect, around) = (drawing.get_bounding_client_rect(), plot.get_bounding_client_rect());
        let wide = rect.width() > NARROW_MOST;
        Some(Plot {
            list,
            state,
            frame: if wide { "data-wide" } else { "data-narrow" },
            scale: rect.width() / if wide { 640.0 } else { 340.0 },
            left: rect.left(),
            top: rect.top(),
            width: around.width(),
            drawing,
        })
    }

    /// The points in view with their boxes, in CSS pixels of the frame.
    fn points(&self) -> Vec<(HtmlElement, [i32; 4])> {
        let items = self.list.children();
        let items = (0..items.length()).filter_map(|index| items.item(index)?.dyn_into::<HtmlElement>().ok());
        items.filter_map(|item| self.shows(&item).then(|| self.place(&item))?.map(|place| (item, place))).collect()
    }

    fn shows(&self, item: &Element) -> bool {
        item.get_attribute(SHOWN).and_then(|bits| bits.parse::<u8>().ok()).is_some_and(|bits| bits & self.state == bits)
    }

    fn place(&self, item: &Element) -> Option<[i32; 4]> {
        let text = item.get_attribute(self.frame)?;
        let mut numbers = text.split(' ').filter_map(|number| number.parse().ok());
        Some([numbers.next()?, numbers.next()?, numbers.next()?, numbers.next()?])
    }
}

fn show(plot: &Plot, point: HtmlElement, shown: &Shown) -> Option<()> {
    hide(shown);
    point.set_attribute(OPEN, "").ok()?;
    let [x, y, box_width, height] = plot.place(&point)?;
    let around = plot.list.get_bounding_client_rect();
    let (left, top) = (plot.left - around.left(), plot.top - around.top());
    let (width, tall) = (f64::from(point.offset_width()), f64::from(point.offset_height()));
    // A note must not lie over the points beside its own: what stands on the ground has it below, what hangs above,
    // and a whole row at its end.
    let row = f64::from(box_width) * plot.scale > plot.width * 0.9;
    let x = if row { plot.width } else { left + f64::from(x) * plot.scale };
    let x = x.min(plot.width - width).max(0.0);
    let below = top + f64::from(y + height) * plot.scale + APART;
    let above = top + f64::from(y) * plot.scale - APART - tall;
    let window = web_sys::window()?.inner_height().ok()?.as_f64()?;
    let fits_below = around.top() + below + tall < window;
    let fits_above = around.top() + above > 0.0;
    let grounded = row || below > around.height() * 0.7;
    let below_it = if grounded { fits_below || !fits_above } else { !fits_above };
    let style = point.style();
    style.set_property("left", &px(x)).ok()?;
    style.set_property("top", &px(if below_it { below } else { above })).ok()?;
    shown.replace(Some(point));
    Some(())
}

fn px(length: f64) -> String {
    [&(length as i32).to_string(), "px"].concat()
}

fn hide(shown: &Shown) {
    if let Some(point) = shown.take() {
        // What cannot be closed stands a little longer.
        let _ = point.remove_attribute(OPEN);
    }
}

fn pressed(event: &KeyboardEvent, shown: &Shown) -> Option<()> {
    let key = event.key();
    if key == "Escape" {
        hide(shown);
    }
    let plot = target(event)?.closest(LIST).ok()??.closest(PLOT).ok()??;
    let plot = Plot::of(&plot)?;
    let points = plot.points();
    let now = shown.borrow().clone();
    let now = points.iter().position(|(point, _)| Some(point) == now.as_ref());
    let last = points.len().checked_sub(1)?;
    let next = match key.as_str() {
        "ArrowRight" | "ArrowDown" => now.map_or(0, |now| last.min(now + 1)),
        "ArrowLeft" | "ArrowUp" => now.map_or(last, |now| now.saturating_sub(1)),
        "Home" => 0,
        "End" => last,
        "Enter" => {
            let link = points[now?].0.query_selector("a").ok()??;
            link.dyn_into::<HtmlElement>().ok()?.click();
            return None;
        }
        _ => return None,
    };
    event.prevent_default();
    let point = points.into_iter().nth(next)?.0;
    plot.drawing.closest(PLOT).ok()??.query_selector(SAID).ok()??.set_text_content(point.text_content().as_deref());
    show(&plot, point, shown)
}
