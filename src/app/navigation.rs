//! Moves between pages: links of the site are followed without loading a document, back and forward are answered, and
//! the address follows what the reader does.

use super::browser::{Listen, Listener, after, after_frame, document, elements, focus, has, warn, window};
use super::document_head;
use super::kept;
use super::state::{Action, Arrival, State};
use super::store::{Store, use_selection};
use crate::bundle::BundleRef;
use crate::head::Head;
use crate::quantity::Lang;
use crate::route::{Destination, Page, Query};
use js_sys::Date;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlAnchorElement, MouseEvent, ScrollBehavior, ScrollIntoViewOptions, Url};
use yew::prelude::*;

/// The address is written when things rest: browsers are slow at it, and refuse too many changes at once.
const ADDRESS_DEBOUNCE_MS: u32 = 200;

/// Connects the app with the history, the address and the head of the document.
#[hook]
pub fn use_navigation(store: &Store, visit: u32, bundle: BundleRef, root: Option<&Element>) {
    let of_document = *use_memo((), |()| place_of(&store.state()));
    {
        // What the address of the document asks for is known in the browser alone.
        let (store, root) = (store.clone(), root.cloned());
        use_effect_with((), move |()| {
            let places = Rc::new(Places::new());
            let visit = {
                let store = store.clone();
                move |destination: Destination, arrival| {
                    // What was prerendered goes before the app renders another page; a place on the same one, or another
                    // view of it, leaves it as it is.
                    let stays = (destination.lang, destination.page) == of_document;
                    if let Some(root) = root.as_ref().filter(|_| !stays) {
                        leave_document(root);
                    }
                    store.dispatch(Action::Visit(destination, arrival));
                }
            };
            if let Some(mut destination) = here(bundle, of_document) {
                destination.query = kept::with_stored(destination.query, bundle, bundle.plan(destination.lang));
                show_anchor(destination.anchor.as_deref());
                store.dispatch(Action::Visit(destination, Arrival::Document));
            }
            let has_scroll_end = has(&window(), "onscrollend");
            let listeners = [
                Listener::new(&document(), "click", Listen { active: true, ..Listen::default() }, {
                    let (visit, places) = (visit.clone(), Rc::clone(&places));
                    move |event| follow(&event, bundle, &places, &visit)
                }),
                Listener::on(&window(), "popstate", {
                    let places = Rc::clone(&places);
                    move |_| {
                        let place = places.enter(entry());
                        match here(bundle, of_document) {
                            Some(destination) => visit(destination, Arrival::History(place)),
                            // A document that the app cannot render.
                            None => reload(),
                        }
                    }
                }),
                Listener::on(&document(), if has_scroll_end { "scrollend" } else { "scroll" }, move |_| {
                    places.top.set(top())
                }),
            ];
            move || drop(listeners)
        });
    }
    {
        let store = store.clone();
        use_effect_with(visit, move |visit| {
            let state = store.state();
            let tags = (*visit > 0).then(|| {
                let (plan, page) = (bundle.plan(state.lang), state.page);
                document_head::update_title(&page.title(plan), plan.lang);
                arrive(&state);
                // The page is shown first.
                after_frame(move || document_head::update_tags(&Head::of(plan, page, bundle.deployment.address)))
            });
            move || drop(tags)
        });
    }
    {
        let store = store.clone();
        let asked = use_selection(&store, |state| (state.query.clone(), state.anchor.clone()));
        let pending = use_mut_ref(|| None);
        use_effect_with((visit, asked), move |_| {
            let state = store.state();
            appearance(&state.query);
            *pending.borrow_mut() =
                Some(after(ADDRESS_DEBOUNCE_MS, move || write_address(&state, bundle, of_document)));
        });
    }
}

fn place_of(state: &State) -> (Lang, Page) {
    (state.lang, state.page)
}

/// Where the address leads now. None where the app renders no such page; where the document is the error page, that
/// stands at any address.
fn here(bundle: BundleRef, of_document: (Lang, Page)) -> Option<Destination> {
    let location = window().location();
    let (path, search, hash) = (location.pathname().ok()?, location.search().ok()?, location.hash().ok()?);
    let nowhere = || match of_document {
        (lang, Page::NotFound) => Some(Destination::of(Page::NotFound, lang, &search, &hash, bundle.plans.items())),
        _ => None,
    };
    bundle.read(&path, &search, &hash).or_else(nowhere)
}

/// The places that the reader left on other entries of the history, while this document lasts. The browser restores its own
/// before the page is rendered that has them.
struct Places {
    /// The entry in place, and how far it was scrolled when it last rested: when the history moves, the browser may have
    /// scrolled already.
    entry: Cell<f64>,
    top: Cell<f64>,
    left: RefCell<Vec<(f64, Place)>>,
}

/// How far a page was scrolled, in CSS pixels, and which of its folds were open.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    top: f64,
    folds: Vec<bool>,
}

impl Places {
    fn new() -> Places {
        Places { entry: Cell::new(entry()), top: Cell::new(top()), left: RefCell::default() }
    }

    /// Goes to another entry, and tells what is known of it.
    fn enter(&self, entry: f64) -> Option<Place> {
        let place = Place { top: self.top.get(), folds: folds().map(|fold| fold.has_attribute("open")).collect() };
        let before = self.entry.replace(entry);
        let mut left = self.left.borrow_mut();
        left.retain(|(one, _)| *one != before);
        left.push((before, place));
        left.iter().find(|(one, _)| *one == entry).map(|(_, place)| place.clone())
    }
}

fn top() -> f64 {
    window().scroll_y().unwrap_or_default()
}

impl Place {
    fn restore(&self) {
        let now: Vec<Element> = folds().collect();
        if now.len() == self.folds.len() {
            for (fold, open) in now.iter().zip(&self.folds).filter(|(fold, open)| fold.has_attribute("open") != **open)
            {
                if let Err(error) = fold.toggle_attribute_with_force("open", *open) {
                    warn("a fold is not as it was left", &error);
                }
            }
        }
        window().scroll_to_with_x_and_y(0.0, self.top);
    }
}

fn folds() -> impl Iterator<Item = Element> {
    document().document_element().into_iter().flat_map(|root| elements(&root, "main details"))
}

/// What names the entry of the history in place; nought where a document was loaded.
fn entry() -> f64 {
    window().history().and_then(|history| history.state()).ok().and_then(|state| state.as_f64()).unwrap_or_default()
}

/// Empties the element of the page in place. Its nodes are removed as they are, whatever others did to them.
fn leave_document(root: &Element) {
    if root.has_attribute(PRERENDERED) {
        root.set_text_content(None);
        if let Err(error) = root.remove_attribute(PRERENDERED) {
            warn("the mark of the prerendered page stays", &error);
        }
    }
}

/// On the element that holds a prerendered page.
pub const PRERENDERED: &str = "data-prerendered";

/// Follows a plain click on a link to a page that the app renders.
fn follow(event: &Event, bundle: BundleRef, places: &Places, visit: &impl Fn(Destination, Arrival)) {
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

/// Shows the place that the address of a document names, where the browser did not find it: some apps cut the hash
/// off and leave `?scene=`, others add parameters of their own behind it. Moving the focus there lets screen readers
/// announce it.
fn show_anchor(anchor: Option<&str>) {
    let Some(place) = anchor.and_then(|id| document().get_element_by_id(id)) else { return };
    if leads_on(&place) {
        return;
    }
    if document().query_selector(":target").ok().flatten().is_none() {
        scroll_to(&place);
    }
    if document().active_element().is_none_or(|at| at.tag_name() == "BODY") {
        focus(&place);
    }
}

/// Whether the place is one of an earlier version that another page tells now: then that page is loaded in its stead.
fn leads_on(place: &Element) -> bool {
    let link = place.dyn_ref::<HtmlAnchorElement>().filter(|link| link.class_name() == "moved");
    let Some(href) = link.map(HtmlAnchorElement::href).filter(|href| !href.is_empty()) else { return false };
    if let Err(error) = window().location().replace(&href) {
        warn("an old link does not lead on", &error);
    }
    true
}

/// Unfolds what an element is folded into, and the element itself.
fn reveal(element: &Element) {
    let mut fold = element.closest("details:not([open])").ok().flatten();
    while let Some(folded) = fold {
        if let Err(error) = folded.set_attribute("open", "") {
            return warn("a place stays folded away", &error);
        }
        fold = folded.closest("details:not([open])").ok().flatten();
    }
}

fn scroll_to(element: &Element) {
    reveal(element);
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(ScrollBehavior::Instant);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

pub fn reload() {
    if let Err(error) = window().location().reload() {
        warn("the page cannot be loaded", &error);
    }
}

/// Goes to the place that the address names, or to the top of the page; the focus follows.
fn arrive(state: &State) {
    let target = state.anchor.as_ref().and_then(|id| document().get_element_by_id(id));
    match (target, &state.arrival) {
        (_, Arrival::Document) => {}
        (Some(target), Arrival::Link | Arrival::Anew) if leads_on(&target) => {}
        (Some(target), Arrival::Link | Arrival::Anew) => {
            scroll_to(&target);
            focus(&target);
        }
        (None, Arrival::Link | Arrival::Anew) => {
            window().scroll_to_with_x_and_y(0.0, 0.0);
            focus_heading();
        }
        (_, Arrival::History(place)) => {
            focus_heading();
            if let Some(place) = place {
                place.restore();
            }
        }
    }
}

fn focus_heading() {
    if let Ok(Some(heading)) = document().query_selector("main h1") {
        focus(&heading);
    }
}

/// Writes theme, text size and "since" to the attributes of <html> that the stylesheets read.
fn appearance(query: &Query) {
    let Some(root) = document().document_element() else { return };
    let set = |name: &str, value: Option<&str>| {
        let done = match value {
            Some(value) => root.set_attribute(name, value),
            None => root.remove_attribute(name),
        };
        if let Err(error) = done {
            warn(name, &error);
        }
    };
    use crate::route::query::{ColorTheme, TextSize};
    set("data-theme", (query.theme != ColorTheme::Auto).then_some(query.theme.name()));
    set("data-since", query.since.then_some("1"));
    set("data-text", (query.text != TextSize::Normal).then_some(query.text.name()));
}

/// Writes the state into the address, in the one way in which the site writes it, without a new entry of the history.
fn write_address(state: &State, bundle: BundleRef, of_document: (Lang, Page)) {
    let location = window().location();
    let (Ok(now), Ok(search), Ok(hash)) = (location.pathname(), location.search(), location.hash()) else { return };
    // Another page may have been followed in the meantime; nobody sees the address of a widget.
    let in_place = here(bundle, of_document).map(|now| (now.lang, now.page));
    if in_place != Some((state.lang, state.page)) || matches!(state.page, Page::Embed(_)) {
        return;
    }
    let (plan, address) = (bundle.plan(state.lang), bundle.deployment.address);
    // The scene that is read stands behind the hash.
    let query = Query { scene: None, ..state.query.clone() };
    // The error page stands at whatever was asked for.
    let path = match state.page {
        Page::NotFound => now.clone(),
        page => address.under(&page.path(plan, state.lang)),
    };
    let anchor = state.anchor.as_ref().map_or_else(String::new, |anchor| format!("#{anchor}"));
    let plain = format!("{path}{}{anchor}", query.format(plan));
    if plain == [now, search, hash].concat() {
        return;
    }
    let written = window().history().and_then(|history| {
        let entry = history.state()?;
        history.replace_state_with_url(&entry, "", Some(&plain))
    });
    if let Err(error) = written {
        // Browsers refuse too many of these; the next one will do.
        warn("the address is not written", &error);
    }
}
