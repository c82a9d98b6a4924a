//! Finds the islands of the page in place and hydrates them.

use super::Figures;
use crate::plan::Show;
use crate::quantity::Lang;
use crate::view::island::{CHART, FIGURE, ISLAND, NEAREST, SHOW};
use crate::view::{Chart, ChartProps, Nearest, NearestProps};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element};
use yew::AppHandle;

enum Island {
    Chart(AppHandle<Chart>),
    Nearest(AppHandle<Nearest>),
}

/// The live parts of one page; they end when this is dropped.
pub struct Islands(Vec<Island>);

impl Islands {
    pub fn hydrate(document: &Document, figures: &Figures) -> Islands {
        let selector = format!("[{ISLAND}]");
        let Ok(found) = document.query_selector_all(&selector) else {
            return Islands(Vec::new());
        };
        Islands(
            (0..found.length())
                .filter_map(|index| found.item(index)?.dyn_into::<Element>().ok())
                .filter_map(|element| hydrate(element, document, figures))
                .collect(),
        )
    }
}

impl Drop for Islands {
    fn drop(&mut self) {
        for island in self.0.drain(..) {
            match island {
                Island::Chart(handle) => handle.destroy(),
                Island::Nearest(handle) => handle.destroy(),
            }
        }
    }
}

/// None for what this build does not know: it stays as it is.
fn hydrate(element: Element, document: &Document, figures: &Figures) -> Option<Island> {
    match element.get_attribute(ISLAND)?.as_str() {
        CHART => {
            let id = element.get_attribute(FIGURE)?;
            let show = Show::from_bits(element.get_attribute(SHOW)?.parse().ok()?);
            let figure = figures.iter().find(|figure| figure.id.as_str() == id).map(Rc::clone)?;
            let props = ChartProps { figure, show };
            Some(Island::Chart(yew::Renderer::<Chart>::with_root_and_props(element, props).hydrate()))
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
