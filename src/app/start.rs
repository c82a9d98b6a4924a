//! Starts the program on a prerendered page, or on the empty document of the service worker.

use super::browser::{document, warn, window};
use super::navigation::PRERENDERED;
use super::{App, AppProps};
use crate::bundle::{Bundle, BundleRef, SECTION};
use crate::quantity::Lang;
use crate::route::{Destination, Page, former_frozen_folder, frozen_folder};
use gloo::timers::future::TimeoutFuture;
use js_sys::{ArrayBuffer, Uint8Array, WebAssembly};
use thiserror::Error;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// Why a document cannot be made live.
#[derive(Debug, Error)]
pub enum StartError {
    #[error("the program carries no plan")]
    NoPlan,
    #[error("the plan in the program is of another build: {0}")]
    Plan(#[from] postcard::Error),
    #[error("the document has no #app to start in")]
    NoRoot,
    #[error("the site has no page at {0}")]
    NoPage(String),
}

/// Starts the app for the prerendered page in `#app`.
///
/// # Errors
/// Where the program or the document lacks something; nothing has then been changed.
pub async fn start() -> Result<(), StartError> {
    let bundle = BundleRef(Box::leak(Box::new(Bundle::decode(&section().ok_or(StartError::NoPlan)?)?)));
    // Reading the plan and rendering are two tasks, so that neither holds a reader up for long.
    TimeoutFuture::new(0).await;
    let document = document();
    let root = document.get_element_by_id("app").ok_or(StartError::NoRoot)?;
    let path = window().location().pathname().unwrap_or_default();
    // Some hosts answer to other ways of writing an address as well.
    let asked = read(bundle, &path);
    let page = asked.as_ref().map(|asked| (asked.page, asked.lang));
    // Without a network the document is empty, whatever page it is for.
    let empty = !root.has_attribute(PRERENDERED);
    let nowhere = || empty.then(|| document_lang().map(|lang| (Page::NotFound, lang)))?;
    // The error page stands at every address that leads nowhere.
    let found = not_found(&root).or(page).or_else(nowhere);
    let (page, lang) = found.ok_or_else(|| StartError::NoPage(path.clone()))?;
    if page == Page::NotFound && !empty {
        lead_on(asked, &path, bundle);
    }
    if empty {
        root.set_text_content(None);
    }
    // Beside the page: what is in it stays as it is until the reader goes on.
    let beside = document.create_element("div").map_err(|_| StartError::NoRoot)?;
    // The boot module takes it away when the program ends.
    beside.set_id("live");
    root.after_with_node_1(&beside).map_err(|_| StartError::NoRoot)?;
    yew::Renderer::<App>::with_root_and_props(beside, AppProps { bundle, lang, page, root: Some(root), content: None })
        .render();
    Ok(())
}

fn read(bundle: BundleRef, path: &str) -> Option<Destination> {
    let location = window().location();
    bundle.read(path, &location.search().unwrap_or_default(), &location.hash().unwrap_or_default())
}

/// From the error page to what was meant: a page where the host answers to one way of writing its address alone, a copy of
/// this version under the name that it had.
fn lead_on(asked: Option<Destination>, path: &str, bundle: BundleRef) {
    let (address, plan) = (bundle.deployment.address, bundle.plan(Lang::Zh));
    let page = asked.filter(|asked| asked.page != Page::NotFound).map(|asked| asked.href(address, plan));
    let copy = || {
        let rest = address.strip(path)?.strip_prefix(&former_frozen_folder(plan))?;
        Some(address.under(&format!("{}{rest}", frozen_folder(plan))))
    };
    let Some(href) = page.or_else(copy) else { return };
    // Where a host does not have the page itself, this would have no end.
    if href.split(['?', '#']).next() != Some(path)
        && let Err(error) = window().location().replace(&href)
    {
        warn("the page that was meant is not opened", &error);
    }
}

/// The error page in its language, where `root` holds one.
fn not_found(root: &Element) -> Option<(Page, Lang)> {
    root.query_selector(".not-found").ok()??;
    document_lang().map(|lang| (Page::NotFound, lang))
}

fn document_lang() -> Option<Lang> {
    let tag = document().document_element()?.get_attribute("lang")?;
    Lang::ALL.into_iter().find(|lang| lang.tag() == tag)
}

/// The custom section of this very module.
fn section() -> Option<Vec<u8>> {
    let module: WebAssembly::Module = wasm_bindgen::module().dyn_into().ok()?;
    let sections = WebAssembly::Module::custom_sections(&module, SECTION);
    let buffer: ArrayBuffer = sections.get(0).dyn_into().ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}
