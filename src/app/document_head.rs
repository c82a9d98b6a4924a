//! Keeps the head of the document in step with the page: what share sheets, translators and readers of the tab see.

use super::browser::{document, warn};
use crate::head::{Head, OF_PAGE, Tag};
use wasm_bindgen::JsValue;

/// Replaces what goes with the page by `head`.
pub fn update(head: &Head) {
    if let Err(error) = try_update(head) {
        warn("the head of the document is that of another page", &error);
    }
}

fn try_update(head: &Head) -> Result<(), JsValue> {
    let document = document();
    document.set_title(&head.title);
    let Some(element) = document.head() else { return Ok(()) };
    if let Some(root) = document.document_element() {
        root.set_attribute("lang", head.lang.tag())?;
    }
    let old = element.query_selector_all(&format!("[{OF_PAGE}]"))?;
    for node in (0..old.length()).filter_map(|index| old.item(index)) {
        element.remove_child(&node)?;
    }
    for Tag { name, attributes, text } in &head.tags {
        let tag = document.create_element(name)?;
        for (name, value) in attributes {
            tag.set_attribute(name, value)?;
        }
        tag.set_attribute(OF_PAGE, "")?;
        if !text.is_empty() {
            tag.set_text_content(Some(text));
        }
        element.append_child(&tag)?;
    }
    Ok(())
}
