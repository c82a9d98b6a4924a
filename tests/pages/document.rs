//! Every page is a complete document: its language, its title and description, and all that stands in its head.

use crate::{Document, documents, one, select};
use five_new_bijies::head::OF_PAGE;
use five_new_bijies::quantity::Lang;
use five_new_bijies::route::{Address, Page};
use five_new_bijies::search::is_han;
use five_new_bijies::site::prerender::document_head;
use scraper::ElementRef;
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn every_page_is_a_complete_document() {
    for document in documents() {
        let path = &document.path;
        assert_eq!(one(&document, "html").attr("lang"), Some(document.plan.lang.tag()), "{path}");
        assert!(!one(&document, "head > title").text().collect::<String>().trim().is_empty(), "{path}");
        assert!(!one(&document, "meta[name=description]").attr("content").unwrap_or("").is_empty(), "{path}");
        assert!(!one(&document, "main h1").text().collect::<String>().trim().is_empty(), "{path}");
        let footer: String = one(&document, "footer").text().collect();
        let said = &document.plan.site.footer;
        for part in [&said.about, &said.licence, &said.corrections] {
            assert!(footer.contains(&part.plain()), "{path}: the footer does not say “{}”", part.plain());
        }
        assert!(footer.contains(document.plan.version.as_str()), "{path}: the footer names no version");
        if let Page::Embed(widget) = document.page {
            // Search engines should know the full page.
            assert_eq!(one(&document, "meta[name=robots]").attr("content"), Some("noindex"), "{path}");
            let canonical = one(&document, "link[rel=canonical]").attr("href").unwrap_or("");
            assert!(canonical.ends_with(&widget.page().path(document.plan, document.plan.lang)), "{path}: {canonical}");
            assert!(!canonical.contains("/embed/"), "{path}: {canonical}");
            continue;
        }
        one(&document, ".masthead");
        // A key has the marks that are on the page; where nothing is drawn there is none.
        // The story explains each mark where it first stands.
        let draws = !matches!(document.page, Page::Story | Page::Card(_) | Page::Data | Page::NotFound);
        let explained = !select(&document.html, ".first-key").is_empty();
        assert!(explained || document.page != Page::Story, "{path}");
        assert_eq!(select(&document.html, "aside.key").len(), usize::from(draws), "{path}");
        if document.page == Page::NotFound {
            continue;
        }
        let canonical = one(&document, "link[rel=canonical]").attr("href").unwrap_or("");
        assert!(canonical.ends_with(path.as_str()), "{path}: {canonical}");
        for lang in Lang::ALL {
            let alternate = one(&document, &format!("link[rel=alternate][hreflang='{}']", lang.tag()));
            assert!(alternate.attr("href").unwrap_or("").ends_with(&document.page.path(document.plan, lang)), "{path}");
        }
        one(&document, "link[hreflang=x-default]");
    }
}

#[test]
fn chinese_on_an_english_page_says_that_it_is_chinese() {
    // Code is in no language, and a list of languages names each in its own.
    const CODE: [&str; 5] = ["head", "pre", "textarea", "script", "option"];
    let mut wrong = BTreeSet::new();
    for document in documents().iter().filter(|document| document.plan.lang == Lang::En) {
        for node in document.html.tree.nodes() {
            let Some(text) = node.value().as_text() else { continue };
            // A proper name may have its own in brackets.
            let mut outside = text.split('(').map(|part| part.split_once(')').map_or(part, |(_, after)| after));
            if !outside.any(|part| part.contains(is_han)) {
                continue;
            }
            let around: Vec<ElementRef> = node.ancestors().filter_map(ElementRef::wrap).collect();
            let lang = around.iter().find_map(|element| element.attr("lang"));
            if lang != Some("zh-CN") && !around.iter().any(|element| CODE.contains(&element.value().name())) {
                wrong.insert(format!("{}: {}", document.path, &**text));
            }
        }
    }
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.into_iter().take(20).collect::<Vec<_>>().join("\n"));
}

#[test]
fn titles_and_descriptions_tell_pages_apart() {
    let mut known = BTreeMap::new();
    for document in documents() {
        let lang = document.plan.lang.code();
        let title: String = one(&document, "head > title").text().collect();
        let description = one(&document, "meta[name=description]").attr("content").unwrap_or_default().to_owned();
        // A widget is described as the page it is of; a page that is not there has nothing to describe.
        let described = !matches!(document.page, Page::Embed(_) | Page::NotFound);
        for text in [Some(title), described.then_some(description)].into_iter().flatten() {
            if let Some(other) = known.insert((lang, text.clone()), document.path.clone()) {
                panic!("{other} and {} are both “{text}”", document.path);
            }
        }
    }
}

/// The address that the built site gives itself.
fn address(documents: &[Document]) -> Address {
    let story = documents.iter().find(|document| document.page == Page::Story).expect("the story is built");
    let home = one(story, "link[rel=canonical]").attr("href").expect("a link has an address");
    Address::new(home.trim_end_matches('/'), "/")
}

#[test]
fn the_head_that_the_program_would_write_is_the_one_that_stands_there() {
    let documents = documents();
    let address = address(&documents);
    for document in &documents {
        let path = &document.path;
        let head = document_head(document.plan, document.page, address);
        assert_eq!(one(document, "html").attr("lang"), Some(head.lang.tag()), "{path}");
        assert_eq!(one(document, "head > title").text().collect::<String>(), head.title, "{path}");
        let there = select(&document.html, &format!("head > [{OF_PAGE}]"));
        assert_eq!(there.len(), head.tags.len(), "{path}: elements that go with the page");
        assert_eq!(select(&document.html, &format!("[{OF_PAGE}]")).len(), there.len(), "{path}: some are elsewhere");
        for (element, tag) in there.iter().zip(&head.tags) {
            assert_eq!(element.value().name(), tag.name, "{path}");
            let attributes: BTreeMap<&str, &str> =
                element.value().attrs().filter(|(name, _)| *name != OF_PAGE).collect();
            let wanted: BTreeMap<&str, &str> =
                tag.attributes.iter().map(|(name, value)| (*name, value.as_str())).collect();
            assert_eq!(attributes, wanted, "{path}");
            assert_eq!(element.text().collect::<String>(), tag.text, "{path}: {attributes:?}");
        }
    }
}

#[test]
fn every_head_has_what_its_page_needs_and_valid_structured_data() {
    let documents = documents();
    let address = address(&documents);
    for document in &documents {
        let (path, page) = (&document.path, document.page);
        let head = document_head(document.plan, page, address);
        let with = |name: &str, value: &str| {
            let has = |tag: &&five_new_bijies::head::Tag| tag.attributes.iter().any(|(n, v)| *n == name && v == value);
            head.tags.iter().filter(has).count()
        };
        assert_eq!(with("name", "description"), 1, "{path}");
        let hidden = matches!(page, Page::Embed(_) | Page::NotFound);
        assert_eq!(with("content", "noindex"), usize::from(hidden), "{path}");
        assert_eq!(with("rel", "canonical"), usize::from(page != Page::NotFound), "{path}");
        for tag in ["zh-CN", "en", "x-default"] {
            assert_eq!(with("hreflang", tag), usize::from(!hidden), "{path}: {tag}");
        }
        for name in ["og:title", "og:description", "og:url", "og:image", "og:image:alt", "og:locale"] {
            assert_eq!(with("property", name), usize::from(!hidden), "{path}: {name}");
        }
        for tag in head.tags.iter().filter(|tag| tag.name == "script") {
            assert!(!tag.text.contains('<'), "{path}: the data could end its element");
            let data: serde_json::Value =
                serde_json::from_str(&tag.text).unwrap_or_else(|error| panic!("{path}: {error}"));
            assert_eq!(data["@context"], "https://schema.org", "{path}");
            assert!(["Article", "Dataset"].contains(&data["@type"].as_str().unwrap_or_default()), "{path}: {data}");
            assert_eq!(data["url"], address.page(page, document.plan, document.plan.lang), "{path}");
            assert_eq!(data["inLanguage"], document.plan.lang.tag(), "{path}");
            assert!(data["headline"].is_string() || data["name"].is_string(), "{path}: {data}");
        }
        let has_data = matches!(
            page,
            Page::Story
                | Page::Pillar(_)
                | Page::Topic(_)
                | Page::Promise(_)
                | Page::Figure(_)
                | Page::Card(_)
                | Page::FollowUps
                | Page::Data
        );
        assert_eq!(with("type", "application/ld+json"), usize::from(has_data), "{path}");
    }
}

/// An article can hold several widgets, whose landmarks readers of its outline must tell apart.
#[test]
fn landmarks_of_widgets_have_names_of_their_own() {
    let mut names = BTreeSet::new();
    for document in documents().iter().filter(|document| matches!(document.page, Page::Embed(_))) {
        for landmark in select(&document.html, "main, nav, footer") {
            let name = landmark.attr("aria-label").unwrap_or_default();
            assert!(
                !name.is_empty() && names.insert((document.plan.lang as usize, name.to_owned())),
                "{}: {name}",
                document.path
            );
        }
    }
    assert!(names.len() > 100, "there are widgets");
}
