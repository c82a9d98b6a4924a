//! The check program: runs in a worker, apart from the page, and knows what the site says of each sentence.

use five_new_bijies::bundle::SECTION;
use five_new_bijies::check::CheckData;
use five_new_bijies::quantity::Lang;
use js_sys::{ArrayBuffer, Uint8Array, WebAssembly};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsError, wasm_bindgen};

/// Checks `text` and returns the `Report` in the words of the language with this code, as postcard.
///
/// # Errors
/// Where the program carries no data of this build.
#[wasm_bindgen]
pub fn check(text: &str, lang: &str) -> Result<Vec<u8>, JsError> {
    let lang = if lang == Lang::En.code() { Lang::En } else { Lang::Zh };
    let module: WebAssembly::Module = wasm_bindgen::module().unchecked_into();
    let section: ArrayBuffer = WebAssembly::Module::custom_sections(&module, SECTION).get(0).unchecked_into();
    let data = CheckData::decode(&Uint8Array::new(&section).to_vec())?;
    Ok(data.report(text, lang).encode())
}

fn main() {}
