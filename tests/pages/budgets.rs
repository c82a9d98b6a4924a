//! What a page costs on its way: its bytes, the files that it asks for, and what arrives first.

use crate::{PLAN, dist, documents, select};
use five_new_bijies::quantity::Lang;
use five_new_bijies::route::Page;

/// What a file weighs on its way: `make serve` leaves no compressed files.
fn compressed(name: &str) -> Vec<u8> {
    let file = dist().join(name);
    std::fs::read(file.with_added_extension("br")).unwrap_or_else(|_| {
        let bytes = std::fs::read(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        pack::brotli(&bytes)
    })
}

#[test]
fn pages_fit_their_budgets() {
    for document in documents() {
        let size = compressed(&document.page.file(document.plan, document.plan.lang)).len();
        let budget = if document.page == Page::Story { 30_000 } else { 14_600 };
        assert!(size <= budget, "{}: {size} B of brotli, budget {budget}", document.path);
    }
}

#[test]
fn a_page_asks_for_three_files_and_its_numerals_and_the_story_for_one_more() {
    const FILES: &str = "script[src], link[rel=stylesheet], link[rel=preload], link[rel=modulepreload], \
                         img:not([loading=lazy]), iframe:not([loading=lazy])";
    for document in documents() {
        // A widget's script stands for the two of a page, without the face of numerals; the story has its
        // mountains.
        let wanted = match document.page {
            Page::Story => 5,
            Page::Embed(_) => 2,
            _ => 4,
        };
        assert_eq!(select(&document.html, FILES).len(), wanted, "{}", document.path);
    }
}

#[test]
fn nothing_that_is_folded_away_is_fetched() {
    for document in documents() {
        let folded = select(&document.html, "details:not([open]) img, details:not([open]) iframe");
        assert!(folded.is_empty(), "{}: {}", document.path, folded[0].html());
    }
}

#[test]
fn the_storys_first_screen_arrives_with_the_first_flight() {
    use std::io::Read;
    for lang in Lang::ALL {
        let name = Page::Story.file(PLAN.in_lang(lang), lang);
        let bytes = compressed(&name);
        let flight = &bytes[..bytes.len().min(14_600)];
        let mut arrived = Vec::new();
        let mut buffer = [0; 1024];
        let mut reader = brotli::Decompressor::new(flight, 4096);
        // The rest of the page is missing, so the end is an error; what came before it is what the reader sees.
        while let Ok(count) = reader.read(&mut buffer)
            && count > 0
        {
            arrived.extend_from_slice(&buffer[..count]);
        }
        let arrived = String::from_utf8_lossy(&arrived);
        let after_opening =
            arrived.split_once("class=\"openings\"").unwrap_or_else(|| panic!("{name}: the opening is cut off")).1;
        assert!(after_opening.contains("</ul>"), "{name}: the numbers of the opening are cut off");
    }
}
