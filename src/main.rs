//! The browser's program. It does nothing by itself: the boot module calls `start` when the page is ready for it.
//!
//! What a program exports stands in its own file: what the library exported, every program would carry.

use wasm_bindgen::prelude::{JsError, wasm_bindgen};

/// Makes the prerendered page live; see [`five_new_bijies::app::start`].
///
/// # Errors
/// Where this document cannot be made live; it then stays as it is.
#[wasm_bindgen]
pub async fn start() -> Result<(), JsError> {
    five_new_bijies::app::start().await.map_err(JsError::from)
}

/// Ends the program after a failure: it listens to nothing any more.
#[wasm_bindgen]
pub fn stop() {
    five_new_bijies::app::stop();
}

fn main() {}
