use super::{App, AppProps};
use crate::bundle::{Bundle, BundleRef, SECTION};
use crate::route::Page;
use js_sys::{ArrayBuffer, Uint8Array, WebAssembly};
use thiserror::Error;
use wasm_bindgen::JsCast;

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

/// Starts the app in `#app`: adopts the prerendered markup in it, or renders the page anew.
///
/// # Errors
/// Where the program or the document lacks something; nothing has then been changed.
pub fn start(hydrate: bool) -> Result<(), StartError> {
    let bundle = BundleRef(Box::leak(Box::new(Bundle::decode(&section().ok_or(StartError::NoPlan)?)?)));
    let window = web_sys::window().ok_or(StartError::NoRoot)?;
    let root = window.document().and_then(|document| document.get_element_by_id("app")).ok_or(StartError::NoRoot)?;
    let path = window.location().pathname().unwrap_or_default();
    let place = bundle.deployment.address.strip(&path);
    let zh = bundle.plan(crate::quantity::Lang::Zh);
    let (page, lang) = place.and_then(|path| Page::parse(path, zh)).ok_or(StartError::NoPage(path))?;
    let props = AppProps { bundle, lang, page, hydrating: hydrate };
    if hydrate {
        yew::Renderer::<App>::with_root_and_props(root, props).hydrate();
    } else {
        root.set_text_content(None);
        yew::Renderer::<App>::with_root_and_props(root, props).render();
    }
    Ok(())
}

/// The custom section of this very module.
fn section() -> Option<Vec<u8>> {
    let module: WebAssembly::Module = wasm_bindgen::module().dyn_into().ok()?;
    let sections = WebAssembly::Module::custom_sections(&module, SECTION);
    let buffer: ArrayBuffer = sections.get(0).dyn_into().ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}
