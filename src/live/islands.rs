//! Finds the islands of the page in place and hydrates them.

use super::scenes::Scenes;
use super::{Drawings, points};
use crate::quantity::Lang;
use crate::view::island::{CHART, ISLAND, NEAREST, SHOWN, SUBJECT};
use crate::view::{Chart, ChartProps, Nearest, NearestProps};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element};
use yew::AppHandle;

enum Island {
    Chart(LiveChart),
    Nearest(AppHandle<Nearest>),
}

struct LiveChart {
    element: Element,
    props: ChartProps,
    handle: AppHandle<Chart>,
    /// The scenes it belongs to, by their places on the page, and the state each shows.
    steps: Vec<(usize, u8)>,
}

/// The live parts of one page; they end when this is dropped.
pub struct Islands {
    found: Rc<RefCell<Vec<Island>>>,
    _scenes: Option<Scenes>,
}

impl Islands {
    pub fn hydrate(document: &Document, drawings: &Drawings) -> Islands {
        let found = Rc::new(RefCell::new(find(document, drawings).unwrap_or_default()));
        // Where keys find no points, a chart is still a picture.
        let _ = points::open(document);
        let charts = Rc::clone(&found);
        let scenes = Scenes::watch(document, move |scenes, current| {
            for island in charts.borrow_mut().iter_mut() {
                if let Island::Chart(chart) = island {
                    chart.follow(scenes, current);
                }
            }
        });
        Islands { found, _scenes: scenes }
    }
}

impl LiveChart {
    /// Takes the state of the last of its scenes that was reached, however many were jumped over.
    fn follow(&mut self, scenes: &[Element], current: Option<usize>) {
        if self.steps.is_empty() {
            let own = |scene: &Element| scene.parent_element().is_some_and(|run| run.contains(Some(&self.element)));
            let state = |scene: &Element| scene.get_attribute(SHOWN)?.parse().ok();
            let own = scenes.iter().enumerate().filter(|(_, scene)| own(scene));
            self.steps = own.filter_map(|(index, scene)| Some((index, state(scene)?))).collect();
        }
        let reached = self.steps.iter().rfind(|(index, _)| Some(*index) <= current).or(self.steps.first());
        if let Some((_, shown)) = reached
            && self.props.shown != *shown
        {
            self.props.shown = *shown;
            // Points are found by what is shown; a chart that cannot say so keeps those it had.
            let _ = self.element.set_attribute(SHOWN, &shown.to_string());
            self.handle.update(self.props.clone());
        }
    }
}

impl Drop for Islands {
    fn drop(&mut self) {
        self._scenes = None;
        for island in self.found.take() {
            match island {
                Island::Chart(chart) => chart.handle.destroy(),
                Island::Nearest(handle) => handle.destroy(),
            }
        }
    }
}

fn find(document: &Document, drawings: &Drawings) -> Option<Vec<Island>> {
    let found = document.query_selector_all(&["[", ISLAND, "]"].concat()).ok()?;
    let elements = (0..found.length()).filter_map(|index| found.item(index)?.dyn_into::<Element>().ok());
    Some(elements.filter_map(|element| hydrate(element, document, drawings)).collect())
}

/// None for what this build does not know: it stays as it is.
fn hydrate(element: Element, document: &Document, drawings: &Drawings) -> Option<Island> {
    match element.get_attribute(ISLAND)?.as_str() {
        CHART => {
            let key = element.get_attribute(SUBJECT)?;
            let shown = element.get_attribute(SHOWN)?.parse().ok()?;
            let drawing = drawings.iter().find(|drawing| drawing.key == key).map(Rc::clone)?;
            let props = ChartProps { drawing, shown };
            let handle = yew::Renderer::<Chart>::with_root_and_props(element.clone(), props.clone()).hydrate();
            Some(Island::Chart(LiveChart { element, props, handle, steps: Vec::new() }))
        }
        NEAREST => {
            let lang =
                if document.document_element()?.get_attribute("lang")? == Lang::En.tag() { Lang::En } else { Lang::Zh };
            let props = NearestProps { lang };
            Some(Island::Nearest(yew::Renderer::<Nearest>::with_root_and_props(element, props).hydrate()))
        }
        _ => None,
    }
}
