//! Moves between pages: links of the site are followed without loading a document, back and forward are answered, and
//! the address follows what the reader does.

use super::browser::{Listen, Listener, after, after_frame, document, focus, warn, window};
use super::document_head;
use super::state::{Action, Arrival, Destination, State};
use super::store::{Store, use_selection};
use crate::bundle::BundleRef;
use crate::head::Head;
use crate::quantity::Lang;
use crate::route::{Page, Query};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlAnchorElement, MouseEvent, ScrollBehavior, ScrollIntoViewOptions, Url};
use yew::prelude::*;

/// The address is written when things rest: browsers are slow at it, and refuse too many changes at once.
const ADDRESS_DEBOUNCE_MS: u32 = 200;

/// Connects the app with the history, the address and the head of the document.
#[hook]
pub fn use_navigation(store: &Store, visit: u32, bundle: BundleRef, root: Option<&Element>) {
    {
        // What the address of the document asks for is known in the browser alone.
        let (store, root) = (store.clone(), root.cloned());
        use_effect_with((), move |()| {
            let (of_document, path) = (place_of(&store.state()), window().location().pathname().ok());
            let document_in_place = {
                let root = root.clone();
                move || {
                    let stands = root.as_ref().is_some_and(|root| root.has_attribute(PRERENDERED));
                    stands && window().location().pathname().ok() == path
                }
            };
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
            if let Some(destination) = destination_here(bundle) {
                show_anchor(destination.anchor.as_deref());
                store.dispatch(Action::Visit(destination, Arrival::Document));
            }
            let listeners = [
                Listener::new(&document(), "click", Listen { active: true, ..Listen::default() }, {
                    let visit = visit.clone();
                    move |event| follow(&event, bundle, &visit)
                }),
                Listener::on(&window(), "popstate", move |_| {
                    match destination_here(bundle) {
                        Some(destination) => visit(destination, Arrival::History),
                        // A place on the error page.
                        None if document_in_place() => {}
                        // A document that the app cannot render.
                        None => reload(),
                    }
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
            *pending.borrow_mut() = Some(after(ADDRESS_DEBOUNCE_MS, move || write_address(&state, bundle)));
        });
    }
}

fn place_of(state: &State) -> (Lang, Page) {
    (state.lang, state.page)
}

/// Where the address of the document leads. None where the app renders no such page.
fn destination_here(bundle: BundleRef) -> Option<Destination> {
    let location = window().location();
    destination(bundle, &location.pathname().ok()?, &location.search().ok()?, &location.hash().ok()?)
}

/// Where an address of this origin leads.
fn destination(bundle: BundleRef, path: &str, search: &str, hash: &str) -> Option<Destination> {
    let path = bundle.deployment.address.strip(path)?;
    let (page, lang) = Page::parse(path, bundle.plan(Lang::Zh))?;
    let (query, not_understood) = Query::parse(search, bundle.plan(lang));
    let anchor = anchor(hash).or_else(|| query.scene.clone());
    Some(Destination { lang, page, query, not_understood, anchor })
}

/// The place that a hash names; apps add parameters of their own behind it.
fn anchor(hash: &str) -> Option<String> {
    let id = hash.trim_start_matches('#').split('&').next().unwrap_or_default();
    let id = percent_encoding::percent_decode_str(id).decode_utf8_lossy();
    (!id.is_empty()).then(|| id.into_owned())
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
fn follow(event: &Event, bundle: BundleRef, visit: &impl Fn(Destination, Arrival)) {
    let Some((link, url)) = event.dyn_ref::<MouseEvent>().and_then(followed) else { return };
    let Some(destination) = destination(bundle, &url.pathname(), &url.search(), &url.hash()) else { return };
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
    let pushed =
        window().history().and_then(|history| history.push_state_with_url(&JsValue::NULL, "", Some(&link.href())));
    match pushed {
        Ok(()) => visit(destination, if yet_to_come { Arrival::Anew } else { Arrival::Link }),
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

fn reload() {
    if let Err(error) = window().location().reload() {
        warn("the page cannot be loaded", &error);
    }
}

/// Goes to the place that the address names, or to the top of the page; the focus follows.
fn arrive(state: &State) {
    let target = state.anchor.as_ref().and_then(|id| document().get_element_by_id(id));
    match (target, state.arrival) {
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
        // The browser restores the scroll position.
        (_, Arrival::History) => focus_heading(),
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

/// Writes the state into the address without a new entry of the history.
fn write_address(state: &State, bundle: BundleRef) {
    let plan = bundle.plan(state.lang);
    let location = window().location();
    let path = bundle.deployment.address.under(&state.page.path(plan, state.lang));
    let (Ok(here), Ok(search), Ok(hash)) = (location.pathname(), location.search(), location.hash()) else { return };
    // Another page may have been followed in the meantime; the error page is served at any address, and nobody sees
    // that of a widget.
    if here != path || matches!(state.page, Page::Embed(_)) {
        return;
    }
    // The scene that is read stands behind the hash.
    let query = Query { scene: None, ..state.query.clone() }.format(plan);
    let anchor = state.anchor.as_ref().map_or_else(String::new, |anchor| format!("#{anchor}"));
    if search == query && hash == anchor {
        return;
    }
    let written = window().history().and_then(|history| {
        let entry = history.state()?;
        history.replace_state_with_url(&entry, "", Some(&format!("{path}{query}{anchor}")))
    });
    if let Err(error) = written {
        // Browsers refuse too many of these; the next one will do.
        warn("the address is not written", &error);
    }
}
