//! What changed in the data, for readers of feeds: JSON Feed and Atom, in each language.

use crate::plan::Plan;
use crate::route::{Address, Page};
use html_escape::encode_text;
use serde_json::json;

/// The files under the base, JSON first.
pub fn files(plan: &Plan) -> [String; 2] {
    ["feed.json", "atom.xml"].map(|name| format!("{}{name}", plan.lang.pick("/", "/en/")))
}

pub fn json_feed(plan: &Plan, address: Address) -> String {
    let page = address.page(Page::Data, plan, plan.lang);
    let [json, _] = files(plan);
    let items = plan.site.changes.iter().map(|change| {
        let on = change.on.as_str();
        json!({
            "id": entry_id(plan, address, on),
            "url": format!("{page}#open"),
            "title": on,
            "content_text": change.text.as_str(),
            "date_published": midnight(on),
        })
    });
    json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": plan.site.name.as_str(),
        "home_page_url": address.page(Page::Story, plan, plan.lang),
        "feed_url": address.url(&json),
        "language": plan.lang.tag(),
        "description": plan.site.description.as_str(),
        "items": items.collect::<Vec<_>>(),
    })
    .to_string()
}

pub fn atom(plan: &Plan, address: Address) -> String {
    let page = address.page(Page::Data, plan, plan.lang);
    let [_, atom] = files(plan);
    let own = address.url(&atom);
    let newest = plan.site.changes.iter().next().map_or_else(String::new, |change| midnight(change.on.as_str()));
    let entries = plan.site.changes.iter().map(|change| {
        let on = change.on.as_str();
        format!(
            "<entry><id>{}</id><title>{on}</title><updated>{}</updated><link href=\"{page}#open\"/>\
             <content type=\"text\">{}</content></entry>\n",
            entry_id(plan, address, on),
            midnight(on),
            encode_text(change.text.as_str())
        )
    });
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n\
         <id>{own}</id><title>{name}</title><updated>{newest}</updated>\
         <link rel=\"self\" href=\"{own}\"/><link href=\"{page}\"/><author><name>{name}</name></author>\n{}</feed>\n",
        plan.lang.tag(),
        entries.collect::<String>(),
        name = encode_text(plan.site.name.as_str()),
    )
}

/// Changes have a day and no time.
fn midnight(on: &str) -> String {
    format!("{on}T00:00:00Z")
}

fn entry_id(plan: &Plan, address: Address, on: &str) -> String {
    format!("{}#{on}", address.page(Page::Data, plan, plan.lang))
}
