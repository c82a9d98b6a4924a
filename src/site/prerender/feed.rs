//! What changed in the data, for readers of feeds: JSON Feed and Atom, in each language.

use crate::head::{ATOM, JSON_FEED};
use crate::plan::{Change, Plan};
use crate::route::{Address, Page};
use html_escape::{encode_double_quoted_attribute as attribute, encode_text};
use serde_json::{Map, Value, json};

pub fn json_feed(plan: &Plan, address: Address) -> String {
    let items = plan.site.changes.iter().map(|change| {
        let mut item = Map::from_iter([
            ("id".to_owned(), json!(id(plan, address, change))),
            ("url".to_owned(), json!(url(plan, address))),
            ("title".to_owned(), json!(change.on.as_str())),
            ("content_text".to_owned(), json!(change.text.as_str())),
            ("date_published".to_owned(), json!(midnight(change.on.as_str()))),
        ]);
        if change.corrected.is_some() {
            item.insert("date_modified".to_owned(), json!(updated(change)));
        }
        Value::Object(item)
    });
    json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": plan.site.name.as_str(),
        "home_page_url": address.page(Page::Story, plan, plan.lang),
        "feed_url": address.url(JSON_FEED.file(plan.lang)),
        "language": plan.lang.tag(),
        "description": plan.site.description.as_str(),
        "authors": [{ "name": plan.site.name.as_str() }],
        "items": items.collect::<Vec<_>>(),
    })
    .to_string()
}

pub fn atom(plan: &Plan, address: Address) -> String {
    let own = address.url(ATOM.file(plan.lang));
    let newest = plan.site.changes.iter().map(updated).max();
    // Every feed has a date; one that has told nothing yet has the oldest.
    let newest = newest.unwrap_or_else(|| midnight("1970-01-01"));
    let entries = plan.site.changes.iter().map(|change| {
        format!(
            "<entry><id>{}</id><title>{}</title><published>{}</published><updated>{}</updated>\
             <link rel=\"alternate\" type=\"text/html\" href=\"{}\"/><content type=\"text\">{}</content></entry>\n",
            encode_text(&id(plan, address, change)),
            change.on.as_str(),
            midnight(change.on.as_str()),
            updated(change),
            attribute(&url(plan, address)),
            encode_text(change.text.as_str())
        )
    });
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n\
         <id>{}</id><title>{name}</title><updated>{newest}</updated>\
         <link rel=\"self\" type=\"{}\" href=\"{}\"/><link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\
         <author><name>{name}</name></author>\n{}</feed>\n",
        plan.lang.tag(),
        encode_text(&own),
        ATOM.media_type,
        attribute(&own),
        attribute(&url(plan, address)),
        entries.collect::<String>(),
        name = encode_text(plan.site.name.as_str()),
    )
}

/// Changes have a day and no time.
fn midnight(on: &str) -> String {
    format!("{on}T00:00:00Z")
}

fn updated(change: &Change) -> String {
    midnight(change.corrected.unwrap_or(change.on).as_str())
}

/// Where the changes stand.
fn url(plan: &Plan, address: Address) -> String {
    format!("{}#open", address.page(Page::Data, plan, plan.lang))
}

/// Names a change for good, whatever is corrected in its text and whatever else is told of its day.
fn id(plan: &Plan, address: Address, change: &Change) -> String {
    let of_day = if change.of_day > 1 { format!("-{}", change.of_day) } else { String::new() };
    format!("{}#{}{of_day}", address.page(Page::Data, plan, plan.lang), change.on.as_str())
}
