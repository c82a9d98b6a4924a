//! Links of the site, followed without loading a document.

use super::arrival::{reveal, scroll_to};
use super::history::{Places, top};
use crate::app::browser::{document, warn, window};
use crate::app::state::Arrival;
use crate::bundle::BundleRef;
use crate::route::{Destination, Page};
use js_sys::Date;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlAnchorElement, MouseEvent, Url};

/// Follows a plain click on a link to a page that the app renders.
pub(super) fn follow(event: &Event, bundle: BundleRef, places: &Places, visit: &impl Fn(Destination, Arrival)) {
    let Some((link, url)) = event.dyn_ref::<MouseEvent>().and_then(followed) else { return };
    let Some(destination) = bundle.read(&url.pathname(), &url.search(), &url.hash()) else { return };
    let here = window().location();
    let same_page = here.pathname().is_ok_and(|path| path == url.pathname());
    let same_query = here.search().is_ok_and(|search| search == url.search());
    let place = destination.anchor.as_ref().and_then(|id| document().get_element_by_id(id));
    let stays = same_page && same_query;
    let yet_to_come = stays && !url.hash().is_empty() && place.is_none() && !is_whole();
    // Older browsers unfold nothing for a link into it.
    if let Some(place) = place.as_ref().filter(|_| stays) {
        reveal(place);
    }
    // The browser handles fragment links, unless their target is not rendered yet; widgets are documents of their
    // own.
    if stays && !url.hash().is_empty() && !yet_to_come || matches!(destination.page, Page::Embed(_) | Page::NotFound) {
        return;
    }
    event.prevent_default();
    if same_page {
        // The page stands already; whoever asks for it wants to see it from its top, or at the place.
        match place {
            Some(place) => scroll_to(&place),
            None if stays && !yet_to_come => window().scroll_to_with_x_and_y(0.0, 0.0),
            None => {}
        }
    }
    if stays && !yet_to_come {
        return;
    }
    let entry = Date::now();
    let pushed =
        window().history().and_then(|history| history.push_state_with_url(&entry.into(), "", Some(&link.href())));
    match pushed {
        Ok(()) => {
            places.top.set(top());
            places.enter(entry);
            visit(destination, if yet_to_come { Arrival::Anew } else { Arrival::Link });
        }
        Err(error) => {
            warn("the history takes no new entry; the link is followed as a link", &error);
            if let Err(error) = here.assign(&link.href()) {
                warn("the link cannot be followed", &error);
            }
        }
    }
}

/// Whether all of the page in place is rendered; its footer comes last.
fn is_whole() -> bool {
    document().query_selector("footer").is_ok_and(|footer| footer.is_some())
}

/// The link of a click that would open a document of this origin in this window.
fn followed(event: &MouseEvent) -> Option<(HtmlAnchorElement, Url)> {
    let modified = event.meta_key() || event.ctrl_key() || event.shift_key() || event.alt_key();
    if event.default_prevented() || event.button() != 0 || modified {
        return None;
    }
    let link = event.target()?.dyn_into::<Element>().ok()?.closest("a[href]").ok()??;
    let link: HtmlAnchorElement = link.dyn_into().ok()?;
    if link.has_attribute("target") || link.has_attribute("download") {
        return None;
    }
    let url = Url::new(&link.href()).ok()?;
    (url.origin() == window().location().origin().ok()?).then_some((link, url))
}
