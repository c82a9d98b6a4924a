//! Notes of the glossary, opened where their term stands. Without the program, or in a browser that knows no popovers,
//! the link is followed to the glossary.

use super::glossary::entry;
use crate::app::browser::{Listen, Listener, document, has, warn, window};
use crate::app::store::{use_selector, use_store};
use crate::app::{SiteContext, use_site};
use crate::plan::{Ref, Term};
use crate::route::Page;
use crate::words;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, HtmlAnchorElement, HtmlElement, MouseEvent, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition,
    ToggleEvent,
};
use yew::prelude::*;

/// Below this a note lies at the lower edge of the window, where a thumb reaches it.
const WIDE_CSS_PX: f64 = 700.0;
/// Room between a term and its note, and between a note and the window's edge.
const GAP_CSS_PX: f64 = 8.0;

#[component]
pub fn Notes() -> Html {
    let cx = use_site();
    let store = use_store();
    // The link that the focus goes back to.
    let opener = use_mut_ref(|| None::<HtmlAnchorElement>);
    // The glossary itself holds the notes; a widget's links lead out of it.
    let here = cx.page != Page::Data && !cx.framed();
    {
        let (store, opener) = (store.clone(), opener.clone());
        // Before navigation, which would follow the link.
        let how = Listen { capture: true, active: true };
        use_effect_with((cx, here), move |_| {
            let listener = here.then(|| {
                Listener::new(&document(), "click", how, move |event| {
                    let Some((link, term)) = event.dyn_ref::<MouseEvent>().and_then(|event| clicked(event, &cx)) else {
                        return;
                    };
                    event.prevent_default();
                    // A term inside of a note takes its place; the focus still goes back into the page.
                    if link.closest(".note").ok().flatten().is_none() {
                        *opener.borrow_mut() = Some(link);
                    }
                    store.edit(|query| query.note = Some(term));
                })
            });
            move || drop(listener)
        });
    }
    match use_selector(|state| state.query.note).filter(|_| here) {
        Some(term) => {
            let close = Callback::from(move |()| store.edit(|query| query.note = None));
            html! { <Note key={cx.plan().id_of(term)} {term} {opener} {close} /> }
        }
        None => html! {},
    }
}

/// The term of a plain click on its link, where it can be opened in place.
fn clicked(event: &MouseEvent, cx: &SiteContext) -> Option<(HtmlAnchorElement, Ref<Term>)> {
    let modified = event.meta_key() || event.ctrl_key() || event.shift_key() || event.alt_key();
    if event.default_prevented() || event.button() != 0 || modified || !popovers() {
        return None;
    }
    let link = event.target()?.dyn_into::<Element>().ok()?.closest("a.term").ok()??;
    let link: HtmlAnchorElement = link.dyn_into().ok()?;
    let term = cx.plan().find(link.hash().trim_start_matches('#'))?;
    Some((link, term))
}

fn popovers() -> bool {
    document().document_element().is_some_and(|root| has(&root, "showPopover"))
}

#[derive(Clone, PartialEq, Properties)]
struct NoteProps {
    term: Ref<Term>,
    opener: std::rc::Rc<std::cell::RefCell<Option<HtmlAnchorElement>>>,
    close: Callback<()>,
}

#[component]
fn Note(props: &NoteProps) -> Html {
    let cx = use_site();
    let NoteProps { term, opener, close } = props.clone();
    let lang = cx.lang;
    let id = cx.plan().id_of(term);
    let node = use_node_ref();
    {
        let (node, close) = (node.clone(), close.clone());
        use_effect_with((), move |()| {
            let note = node.cast::<HtmlElement>().filter(|_| popovers());
            let closed = note.as_ref().map(|note| {
                let link = opener.borrow().clone().filter(|link| link.is_connected()).or_else(|| first_link(id));
                show(note, link.as_ref());
                let (opener, node) = (opener, note.clone());
                Listener::on(note, "toggle", move |event| {
                    let closed = event.dyn_ref::<ToggleEvent>().is_some_and(|event| event.new_state() == "closed");
                    if closed {
                        opener.borrow_mut().take();
                        give_back(&node, link.as_ref());
                        close.emit(());
                    }
                })
            });
            move || drop(closed)
        });
    }
    let onclick = {
        let node = node.clone();
        Callback::from(move |_: MouseEvent| {
            // What follows is the same as by the Escape key.
            if let Some(Err(error)) = node.cast::<HtmlElement>().map(|note| note.hide_popover()) {
                warn("the note does not close", &error);
                close.emit(());
            }
        })
    };
    html! {
        <div ref={node} class="note glossary" popover="auto" tabindex="-1" role="dialog"
            aria-label={cx.plan()[term].name.plain()}>
            <dl>{entry(&cx, term)}</dl>
            <a href={cx.href_to(Page::Data, id)}>{words::note_more(lang)}</a>
            <button type="button" {onclick}>{words::note_close(lang)}</button>
        </div>
    }
}

/// The term's first link on the page, for a note that the address asks for; brought into view.
fn first_link(id: &str) -> Option<HtmlAnchorElement> {
    let links = document().query_selector_all("main a.term").ok()?;
    let mut links = (0..links.length()).filter_map(|index| links.item(index)?.dyn_into::<HtmlAnchorElement>().ok());
    let link = links.find(|link| link.hash().trim_start_matches('#') == id)?;
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(ScrollBehavior::Instant);
    options.set_block(ScrollLogicalPosition::Center);
    link.scroll_into_view_with_scroll_into_view_options(&options);
    Some(link)
}

/// Shows a note near its link, or at the lower edge of a narrow window.
fn show(note: &HtmlElement, link: Option<&HtmlAnchorElement>) {
    if let Err(error) = note.show_popover() {
        return warn("the note does not open", &error);
    }
    let size = |size: Result<wasm_bindgen::JsValue, _>| size.ok().and_then(|size| size.as_f64()).unwrap_or_default();
    let (width, height) = (size(window().inner_width()), size(window().inner_height()));
    if let Some(link) = link.filter(|_| width >= WIDE_CSS_PX) {
        // Its own width, not that of the lower edge.
        if let Err(error) = note.class_list().add_1("beside") {
            warn("the note stays at the edge", &error);
        }
        let (at, own) = (link.get_bounding_client_rect(), note.get_bounding_client_rect());
        let below = at.bottom() + GAP_CSS_PX;
        let above = at.top() - GAP_CSS_PX - own.height();
        let top = if below + own.height() <= height || above < 0.0 { below.min(height - own.height()) } else { above };
        let left = at.left().min(width - own.width() - 2.0 * GAP_CSS_PX);
        for (name, value) in [("top", top), ("left", left)] {
            if let Err(error) = note.style().set_property(name, &format!("{}px", value.max(GAP_CSS_PX).round() as i32))
            {
                warn("the note stays at the edge", &error);
            }
        }
    }
    if let Err(error) = note.focus() {
        warn("the focus stays where it was", &error);
    }
}

/// The focus goes back to the link, where it is not somewhere else already.
fn give_back(note: &HtmlElement, link: Option<&HtmlAnchorElement>) {
    let lost = document().active_element().is_none_or(|at| note.contains(Some(&at)) || at.tag_name() == "BODY");
    if let Some(Err(error)) = link.filter(|_| lost).map(|link| link.focus()) {
        warn("the focus stays where it was", &error);
    }
}
