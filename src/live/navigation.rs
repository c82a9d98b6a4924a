//! Moves between pages without loading a document: the next page's prerendered content takes the place of this one's.
//!
//! One listener takes the clicks on plain links. Pages seen are kept, so that back and forward find theirs in place
//! before the browser restores the scroll position; a page that is not kept is loaded as a document, which restores
//! it as well.

use super::Drawings;
use super::islands::Islands;
use super::points;
use gloo::events::{EventListener, EventListenerOptions};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Document, DomParser, Element, HtmlAnchorElement, HtmlElement, MouseEvent, Response, SupportedType, Url, Window,
};

/// The element whose content a page is.
const ROOT: &str = "#app";

struct Navigation {
    window: Window,
    document: Document,
    drawings: Drawings,
    /// Every page seen.
    seen: RefCell<Vec<Content>>,
    /// Path of the page in place.
    here: RefCell<String>,
    islands: RefCell<Option<Islands>>,
}

/// What changes from page to page.
#[derive(Clone)]
struct Content {
    path: String,
    html: String,
    title: String,
    canonical: String,
}

/// Brings this page to life and follows links from now on.
pub fn start(drawings: Drawings) -> Option<()> {
    let window = web_sys::window()?;
    let document = window.document()?;
    let path = window.location().pathname().ok()?;
    let content = content_of(&document, &path)?;
    let navigation = Rc::new(Navigation {
        seen: RefCell::new(vec![content]),
        here: RefCell::new(path),
        islands: RefCell::new(Some(Islands::hydrate(&document, &drawings))),
        window: window.clone(),
        document: document.clone(),
        drawings,
    });
    let options = EventListenerOptions::enable_prevent_default();
    let clicked = Rc::clone(&navigation);
    EventListener::new_with_options(&document, "click", options, move |event| {
        if let Some(event) = event.dyn_ref::<MouseEvent>()
            && let Some(url) = clicked.followed(event)
        {
            event.prevent_default();
            spawn_local(Rc::clone(&clicked).follow(url));
        }
    })
    .forget();
    points::listen(&document);
    EventListener::new(&window, "popstate", move |_| navigation.back_or_forward()).forget();
    Some(())
}

impl Navigation {
    /// Where a click leads, if it is a plain click on a link to another page of this site in this language.
    fn followed(&self, event: &MouseEvent) -> Option<Url> {
        let modified = event.meta_key() || event.ctrl_key() || event.shift_key() || event.alt_key();
        if event.default_prevented() || event.button() != 0 || modified {
            return None;
        }
        let link = event.target()?.dyn_into::<Element>().ok()?.closest("a[href]").ok()??;
        let link: HtmlAnchorElement = link.dyn_into().ok()?;
        if ["target", "download", "hreflang"].iter().any(|name| link.has_attribute(name)) {
            return None;
        }
        let url = Url::new(&link.href()).ok()?;
        let location = self.window.location();
        let elsewhere = url.origin() != location.origin().ok()? || !url.pathname().ends_with('/');
        // A place on this page is the browser's affair.
        (!elsewhere && url.pathname() != location.pathname().ok()?).then_some(url)
    }

    /// Shows the page at `url` as a new entry of the history. Whatever fails, the link is followed as a link.
    async fn follow(self: Rc<Self>, url: Url) {
        let shown = match self.content(&url.pathname()).await {
            Some(content) => {
                let history = self.window.history();
                let pushed =
                    history.and_then(|history| history.push_state_with_url(&JsValue::NULL, "", Some(&url.href())));
                pushed.is_ok() && self.show(&content)
            }
            None => false,
        };
        if shown {
            self.arrive(&url.hash());
        } else if self.window.location().assign(&url.href()).is_err() {
            // Nothing is left to try; the reader stays where they are.
        }
    }

    fn back_or_forward(&self) {
        let location = self.window.location();
        let path = location.pathname().unwrap_or_default();
        // A step between places of one page.
        if *self.here.borrow() == path {
            return;
        }
        let content = self.kept(&path);
        let shown = content.is_some_and(|content| self.show(&content));
        if shown {
            self.focus_heading();
        } else if location.reload().is_err() {
            // As above.
        }
    }

    fn kept(&self, path: &str) -> Option<Content> {
        self.seen.borrow().iter().find(|content| content.path == path).cloned()
    }

    async fn content(&self, path: &str) -> Option<Content> {
        if let Some(content) = self.kept(path) {
            return Some(content);
        }
        let response: Response = JsFuture::from(self.window.fetch_with_str(path)).await.ok()?.dyn_into().ok()?;
        if !response.ok() {
            return None;
        }
        let text = JsFuture::from(response.text().ok()?).await.ok()?.as_string()?;
        let document = DomParser::new().ok()?.parse_from_string(&text, SupportedType::TextHtml).ok()?;
        let content = content_of(&document, path)?;
        self.seen.borrow_mut().push(content.clone());
        Some(content)
    }

    /// Puts a page in place of this one.
    fn show(&self, content: &Content) -> bool {
        let Ok(Some(root)) = self.document.query_selector(ROOT) else {
            return false;
        };
        // First the old islands end, while their elements are still there.
        self.islands.take();
        root.set_inner_html(&content.html);
        self.document.set_title(&content.title);
        if let Ok(Some(link)) = self.document.query_selector("link[rel=canonical]") {
            // A page without its address in the head is still the right page.
            let _ = link.set_attribute("href", &content.canonical);
        }
        self.here.replace(content.path.clone());
        self.islands.replace(Some(Islands::hydrate(&self.document, &self.drawings)));
        true
    }

    /// Goes to the place that `hash` names, or to the top of the page.
    fn arrive(&self, hash: &str) {
        let id = hash.trim_start_matches('#');
        match (!id.is_empty()).then(|| self.document.get_element_by_id(id)).flatten() {
            Some(target) => {
                target.scroll_into_view();
                focus(&target);
            }
            None => {
                self.window.scroll_to_with_x_and_y(0.0, 0.0);
                self.focus_heading();
            }
        }
    }

    fn focus_heading(&self) {
        if let Ok(Some(heading)) = self.document.query_selector("main h1") {
            focus(&heading);
        }
    }
}

fn content_of(document: &Document, path: &str) -> Option<Content> {
    let canonical = document.query_selector("link[rel=canonical]").ok()?;
    Some(Content {
        path: path.to_owned(),
        html: document.query_selector(ROOT).ok()??.inner_html(),
        title: document.title(),
        canonical: canonical.and_then(|link| link.get_attribute("href")).unwrap_or_default(),
    })
}

/// Moves the focus without scrolling; what is no control must be made able to take it.
fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        if !element.has_attribute("tabindex") {
            element.set_tab_index(-1);
        }
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        // A focus that fails leaves the reader where they were.
        let _ = element.focus_with_options(&options);
    }
}
