//! What other sites' programs read to embed a page: the oEmbed files, by the letter of the specification.

use five_new_bijies::quantity::Lang;
use five_new_bijies::route::{OEMBED, Page, Widget};
use five_new_bijies::site::source;
use scraper::{Html, Selector};
use serde_json::Value;
use std::path::PathBuf;

fn dist() -> PathBuf {
    PathBuf::from(std::env::var("SITE_DIR").unwrap_or_else(|_| "dist".to_owned()))
}

/// The path of an absolute address of the site.
fn path(address: &str) -> &str {
    let rest = address.split_once("://").expect("the address is absolute").1;
    &rest[rest.find('/').expect("the address has a path")..]
}

#[test]
fn every_page_that_can_be_embedded_says_how_as_the_specification_wants_it() {
    let plan = source::load_or_panic("data");
    let mut checked = 0;
    for lang in Lang::ALL {
        let plan = plan.in_lang(lang);
        for widget in Widget::all(plan) {
            let page = widget.page();
            let text = std::fs::read_to_string(dist().join(page.file(plan, lang))).expect("the page is built");
            let html = Html::parse_document(&text);
            let link = Selector::parse("head link[rel=alternate][type='application/json+oembed']").unwrap();
            let link = html.select(&link).next().unwrap_or_else(|| panic!("{} leads nowhere", page.path(plan, lang)));
            let file = path(link.attr("href").expect("a link has an address"));
            assert_eq!(file, format!("{}{OEMBED}", page.path(plan, lang)));
            let text = std::fs::read_to_string(dist().join(file.trim_start_matches('/'))).expect("the file is built");
            let description: Value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{file}: {error}"));
            assert_eq!(description["type"], "rich", "{file}");
            assert_eq!(description["version"], "1.0", "{file}");
            assert_eq!(description["title"], page.heading(plan), "{file}");
            assert!(description["provider_name"].is_string() && description["provider_url"].is_string(), "{file}");
            assert!(description["cache_age"].is_u64() && description["width"].is_u64(), "{file}");
            let thumbnail = path(description["thumbnail_url"].as_str().expect("a picture beside it"));
            assert!(dist().join(thumbnail.trim_start_matches('/')).is_file(), "{file}: {thumbnail}");
            let height = description["height"].as_u64().unwrap_or_default();
            assert!((120..=4000).contains(&height), "{file}: {height}");
            // The code is markup that can be shown directly, in the page's language, with its link.
            let code = Html::parse_fragment(description["html"].as_str().expect("the code is text"));
            let frame = code.select(&Selector::parse("iframe[title][sandbox]").unwrap()).next().expect("a frame");
            let there = path(frame.attr("src").expect("a frame has an address"));
            assert_eq!(there, Page::Embed(widget).path(plan, lang));
            assert_eq!(frame.attr("height"), Some(height.to_string().as_str()));
            let link = code.select(&Selector::parse("p > a").unwrap()).next().expect("a link");
            assert_eq!(path(link.attr("href").expect("a link has an address")), page.path(plan, lang));
            assert_eq!(link.text().collect::<String>(), page.heading(plan));
            checked += 1;
        }
    }
    assert_eq!(checked, 2 * Widget::all(plan.zh).len());
}

#[test]
fn other_pages_offer_nothing_to_embed() {
    let plan = source::load_or_panic("data");
    for page in [Page::Story, Page::Commitments, Page::Data, Page::NotFound] {
        let text = std::fs::read_to_string(dist().join(page.file(plan.zh, Lang::Zh))).expect("the page is built");
        assert!(!text.contains("json+oembed") && !text.contains("plan-figure"), "{page:?}");
    }
}
