//! Links, ids and files of a page lead somewhere, and nothing on it breaks the content security policy.

use crate::{dist, documents, select};
use five_new_bijies::route::Page;
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn nothing_on_a_page_breaks_the_strict_policy() {
    for document in documents() {
        // Code to copy may have one: it is text here.
        assert!(select(&document.html, "[style]").is_empty(), "{}: a style attribute", document.path);
        assert!(!document.text.contains("<style"), "{}: an inline stylesheet", document.path);
        assert!(!document.text.contains(" onclick="), "{}: an inline handler", document.path);
        // What search engines read is data and runs nowhere.
        for script in select(&document.html, "script:not([type='application/ld+json'])") {
            assert!(
                script.attr("src").is_some_and(|src| src.starts_with('/')),
                "{}: an inline or foreign script",
                document.path
            );
            assert!(script.attr("integrity").is_some(), "{}: a script without integrity", document.path);
        }
    }
}

#[test]
fn ids_are_unique_and_every_link_leads_somewhere() {
    let documents = documents();
    let ids: BTreeMap<&str, BTreeSet<&str>> = documents
        .iter()
        .map(|document| {
            let mut ids = BTreeSet::new();
            for element in select(&document.html, "[id]") {
                let id = element.attr("id").unwrap_or("");
                assert!(ids.insert(id), "{}: the id {id} stands twice", document.path);
            }
            (document.path.as_str(), ids)
        })
        .collect();
    for document in &documents {
        for link in select(&document.html, "body a[href]") {
            let href = link.attr("href").unwrap_or("");
            if link.attr("download").is_some() {
                let file = href.split('?').next().unwrap_or(href);
                assert!(dist().join(file.trim_start_matches('/')).is_file(), "{}: {href} is missing", document.path);
                continue;
            }
            // Other sources stand where they stand.
            if href.starts_with("mailto:")
                || (link.attr("rel") == Some("external") && matches!(document.page, Page::FollowUps | Page::Promise(_)))
            {
                continue;
            }
            let (path, anchor) = href.split_once('#').unwrap_or((href, ""));
            // A question opens the page it is about.
            let path = path.split('?').next().unwrap_or_default();
            let path = if path.is_empty() { document.path.as_str() } else { path };
            // A feed is a file.
            if !path.ends_with('/') && dist().join(path.trim_start_matches('/')).is_file() {
                continue;
            }
            let there = ids.get(path).unwrap_or_else(|| panic!("{}: {href} leads nowhere", document.path));
            assert!(anchor.is_empty() || there.contains(anchor), "{}: {href} names no place", document.path);
        }
        for asset in select(&document.html, "link[rel=stylesheet], script[src], img[src], link[rel=icon]") {
            let name = asset.attr("href").or(asset.attr("src")).unwrap_or("");
            let name = name.split('?').next().unwrap_or(name);
            assert!(dist().join(name.trim_start_matches('/')).is_file(), "{}: {name} is missing", document.path);
        }
    }
}
