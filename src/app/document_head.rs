//! Keeps the head of the document in step with the page: what share sheets, translators and readers of the tab see.

use super::browser::{document, warn};
use crate::head::{Head, OF_PAGE, Tag};
use crate::quantity::Lang;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

/// What is read aloud and seen at once when another page is there: its title and its language.
pub fn update_title(title: &str, lang: Lang) {
    let document = document();
    document.set_title(title);
    let written = document.document_element().map_or(Ok(()), |root| root.set_attribute("lang", lang.tag()));
    if let Err(error) = written {
        warn("the document names another language than its page has", &error);
    }
}

/// Replaces what else goes with the page by that of `head`.
pub fn update_tags(head: &Head) {
    if let Err(error) = try_update_tags(head) {
        warn("the head of the document is that of another page", &error);
    }
}

fn try_update_tags(head: &Head) -> Result<(), JsValue> {
    let document = document();
    let Some(element) = document.head() else { return Ok(()) };
    let old = element.query_selector_all(&format!("[{OF_PAGE}]"))?;
    let mut missing: Vec<&Tag> = head.tags.iter().collect();
    for tag in (0..old.length()).filter_map(|index| old.item(index)?.dyn_into::<Element>().ok()) {
        // What both pages have stays: a browser fetches a link again where it is put in anew.
        match missing.iter().position(|wanted| is(&tag, wanted)) {
            Some(kept) => drop(missing.remove(kept)),
            None => tag.remove(),
        }
    }
    for Tag { name, attributes, text } in missing {
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

/// Whether an element of the document is this tag.
fn is(element: &Element, tag: &Tag) -> bool {
    element.local_name() == tag.name
        && tag.attributes.iter().all(|(name, value)| element.get_attribute(name).as_ref() == Some(value))
        && element.text_content().unwrap_or_default() == tag.text
}
