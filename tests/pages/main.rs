//! Every page as it stands in `dist/`, before any script runs.

mod budgets;
mod charts;
mod data;
mod document;
mod links;
mod numbers;
mod promises;
mod public_site;
mod since;

use five_new_bijies::plan::Plan;
use five_new_bijies::quantity::Lang;
use five_new_bijies::route::Page;
use five_new_bijies::site::source::{self, Bilingual};
use scraper::{ElementRef, Html, Selector};
use std::path::PathBuf;
use std::sync::LazyLock;

static PLAN: LazyLock<Bilingual> = LazyLock::new(|| source::load_or_panic("data"));

struct Document {
    path: String,
    page: Page,
    plan: &'static Plan,
    text: String,
    html: Html,
}

fn dist() -> PathBuf {
    PathBuf::from(std::env::var("SITE_DIR").unwrap_or_else(|_| "dist".to_owned()))
}

fn documents() -> Vec<Document> {
    let mut documents = Vec::new();
    for lang in Lang::ALL {
        let plan = PLAN.in_lang(lang);
        for page in Page::all(plan) {
            let file = dist().join(page.file(plan, lang));
            let text = std::fs::read_to_string(&file)
                .unwrap_or_else(|error| panic!("{}: {error}; run `make build`", file.display()));
            let html = Html::parse_document(&text);
            documents.push(Document { path: page.path(plan, lang), page, plan, text, html });
        }
    }
    documents
}

fn select<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).expect("a valid selector")).collect()
}

fn one<'a>(document: &'a Document, selector: &str) -> ElementRef<'a> {
    let found = select(&document.html, selector);
    assert_eq!(found.len(), 1, "{} has {} of {selector}", document.path, found.len());
    found[0]
}

/// "2,400" and "8.1", as they are written.
fn written_numbers(text: &str) -> impl Iterator<Item = &str> {
    let runs = text.split(|c: char| !c.is_ascii_digit() && c != '.' && c != ',');
    runs.map(|run| run.trim_matches(['.', ','])).filter(|number| !number.is_empty())
}
