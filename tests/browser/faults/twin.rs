//! What a page says without the program, read from its file.

use scraper::{ElementRef, Html, Selector};
use serde_json::{Value, json};
use std::path::Path;

fn select<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).expect("the selector is one")).collect()
}

/// Without white space: hosts set it anew.
fn text(element: ElementRef) -> String {
    element.text().flat_map(str::chars).filter(|c| !c.is_whitespace()).collect()
}

/// Blocks of text.
const BLOCKS: &str = "h1, h2, h3, p, li, td, th, dt, dd, figcaption, summary";

/// The texts, numbers and links of the page in `file` of the site in `dir`.
pub fn twin(dir: &Path, file: &str) -> Value {
    let html = std::fs::read_to_string(dir.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
    let html = Html::parse_document(&html);
    let blocks = Selector::parse(BLOCKS).expect("the selector is one");
    let button = Selector::parse("button").expect("the selector is one");
    let leaves = select(&html, "main *")
        .into_iter()
        .filter(|element| blocks.matches(element) && element.select(&blocks).next().is_none())
        // What a browser cannot do goes once it has been asked.
        .filter(|element| element.select(&button).next().is_none());
    let texts: Vec<String> = leaves.map(text).filter(|text| !text.is_empty()).collect();
    let numbers: Vec<String> = select(&html, "main [data-n]:not([data-n=label])")
        .into_iter()
        .map(|number| format!("{}={}", number.attr("data-n").unwrap_or_default(), text(number)))
        .collect();
    let links: Vec<&str> = select(&html, "body a[href]")
        .into_iter()
        .filter_map(|link| link.attr("href"))
        .filter(|href| !href.starts_with(['#', '?']))
        .collect();
    assert!(!texts.is_empty() && !links.is_empty(), "{file} says nothing");
    json!({ "texts": texts, "numbers": numbers, "links": links })
}
