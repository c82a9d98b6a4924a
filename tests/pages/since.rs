//! What other public sources say: it stands on a page of its own, beside each promise, and nowhere else.

use crate::{PLAN, documents, one, select};
use five_new_bijies::plan::{Figure, NoteSubject, Ref, SameMeasure, Standing};
use five_new_bijies::quantity::{Lang, spoken};
use five_new_bijies::route::Page;
use five_new_bijies::site::prerender::{Options, build};
use five_new_bijies::site::source;
use five_new_bijies::words;
use std::path::{Path, PathBuf};

#[test]
fn the_page_since_then_has_every_promise_and_what_is_known_of_it_in_both_languages() {
    for document in documents().iter().filter(|document| document.page == Page::FollowUps) {
        let (plan, path) = (document.plan, &document.path);
        let promised: Vec<Ref<Figure>> =
            Ref::all(&plan.figures).filter(|figure| plan[*figure].promise.is_some()).collect();
        assert_eq!(select(&document.html, ".since-promise").len(), promised.len(), "{path}");
        for figure in promised {
            let promise = plan[figure].promise.as_ref().expect("it is promised");
            let row: String = one(document, &format!("[id='{}']", plan.id_of(figure))).text().collect();
            let place = words::locator(promise.at, plan.lang);
            assert!(row.contains(&spoken(&promise.quantity, plan.lang)) && row.contains(&place), "{path}: {row}");
            let entries = plan.follow_ups_of(figure);
            let nothing = entries.is_empty() && plan.notes_on(NoteSubject::Figure(figure)).is_empty();
            let row_of = format!(".since-unknown [id='{}']", plan.id_of(figure));
            assert_eq!(!select(&document.html, &row_of).is_empty(), nothing, "{path}: {row}");
            for entry in entries {
                let source = &plan[entry.source];
                for said in [
                    spoken(&entry.quantity, plan.lang).as_str(),
                    entry.measure.as_str(),
                    source.title.as_str(),
                    words::same_measure(entry.same, plan.lang),
                    words::from_elsewhere(plan.lang),
                ] {
                    assert!(row.contains(said), "{path}: {said} is missing in {row}");
                }
                assert!(
                    select(&document.html, ".source a")
                        .iter()
                        .any(|link| link.attr("href") == Some(source.address.as_str()))
                );
            }
        }
        let text: String = one(document, "main").text().collect();
        for said in plan.site.since_page.iter().flat_map(|section| section.body.iter()) {
            assert!(text.contains(&said.plain()), "{path}: which years is not said");
        }
        for note in plan.since_notes.iter() {
            assert!(text.contains(note.text.as_str()), "{path}: {} is missing", note.id.as_str());
            assert!(text.contains(note.phrase.as_str()), "{path}: {} is not quoted", note.id.as_str());
        }
    }
}

#[test]
fn nothing_is_worked_out_between_two_measures() {
    for plan in [PLAN.zh, PLAN.en] {
        for entry in plan.since.iter().filter(|entry| entry.same != SameMeasure::Yes) {
            assert_eq!(entry.distance(plan), None, "{}", entry.id.as_str());
        }
        let standing = |id: &str| {
            let entry = plan.since.iter().find(|entry| entry.id.as_str() == id).expect("it is in the data");
            entry.distance(plan).map(|distance| (distance.standing, distance.gap.value))
        };
        assert_eq!(standing("core-area-2022"), Some((Standing::Below, 22.0)));
        assert_eq!(standing("forest-cover-2022"), Some((Standing::Reached, 0.0)));
        assert_eq!(standing("core-area-2012"), None, "what was before is no step on the way");
    }
}

#[test]
fn a_page_leads_to_what_other_sources_say_and_says_none_of_it() {
    for document in documents() {
        let page = document.page;
        if page == Page::FollowUps || matches!(page, Page::Embed(_)) {
            continue;
        }
        let path = Page::FollowUps.path(document.plan, document.plan.lang);
        let links = select(&document.html, "a").into_iter().filter_map(|link| link.attr("href"));
        let to: Vec<&str> = links.filter(|href| href.contains(&path)).collect();
        assert!(!to.is_empty(), "{}: no way to {path}", document.path);
        if let Page::Figure(figure) = page {
            let anchor = format!("{path}#{}", document.plan.id_of(figure));
            // Nothing leads to a place where nothing was found; the page has places for what is promised alone.
            let plan = document.plan;
            let known = plan[figure].promise.is_some() && plan.knows_since_of(figure);
            assert_eq!(to.iter().any(|href| href.ends_with(&anchor)), known, "{}", document.path);
        }
        for entry in document.plan.since.iter() {
            let source = &document.plan[entry.source];
            assert!(!document.text.contains(source.address.as_str()), "{}: an entry stands on it", document.path);
        }
    }
}

/// A built page without the ways to what other sources say, the button that shows it in place, and the sentence that is
/// there for such a way alone: nothing leads there where none is known.
fn without_ways(text: &str, path: &str, lang: Lang) -> String {
    let document = scraper::Html::parse_document(text);
    let links = scraper::Selector::parse("a").expect("a selector");
    let to = |link: &scraper::ElementRef| link.attr("href").is_some_and(|href| href.contains(path));
    let sentence = |link: scraper::ElementRef| {
        let around = link.parent().and_then(scraper::ElementRef::wrap)?;
        let words = around.text().next()?.trim();
        (words == words::since_numbers_alone(lang)).then_some(around.id())
    };
    let switch = scraper::Selector::parse(".since-switch").expect("a selector");
    let ways = document.select(&links).filter(to).map(|link| sentence(link).unwrap_or(link.id()));
    let ways: Vec<_> = ways.chain(document.select(&switch).map(|button| button.id())).collect();
    let nodes = document.tree.nodes().filter(|node| !node.ancestors().any(|above| ways.contains(&above.id())));
    nodes.filter_map(|node| node.value().as_text().map(|text| text.trim_matches([' ', '·']).to_owned())).collect()
}

/// A built page without what names the version of the data: itself, and the program that carries the plan.
fn without_version(text: &str, version: &str) -> String {
    let mut text = text.replace(version, "VERSION");
    for name in ["data-wasm=\"", "data-integrity=\""] {
        let Some(start) = text.find(name).map(|at| at + name.len()) else { continue };
        let end = start + text[start..].find('"').expect("an attribute ends");
        text.replace_range(start..end, "");
    }
    text
}

#[test]
fn without_the_file_of_other_sources_every_other_page_says_the_same_and_nothing_leads_to_them() {
    // The invented town has entries of every kind.
    let data = "tests/plans/fictional";
    let bare = PathBuf::from("target/altered/since-data");
    let _ = std::fs::remove_dir_all(&bare);
    std::fs::create_dir_all(&bare).expect("a folder can be made");
    for file in source::FILES {
        std::fs::copy(Path::new(data).join(file), bare.join(file)).expect("a file can be copied");
    }
    let [with, without] = [("with", PathBuf::from(data)), ("without", bare)].map(|(which, data)| {
        let plan = source::load_or_panic(&data);
        let out = PathBuf::from(format!("target/altered/since-{which}"));
        let options = Options { data, out: out.clone(), compress: false, ..Options::default() };
        build(&options).unwrap_or_else(|error| panic!("{error}; run `make build` first"));
        (out, plan)
    });
    let mut compared = 0;
    for lang in Lang::ALL {
        for page in Page::all(with.1.zh) {
            let file = page.file(with.1.in_lang(lang), lang);
            let [one, other] = [&with, &without].map(|(out, plan)| {
                let text = std::fs::read_to_string(out.join(&file)).unwrap_or_else(|error| panic!("{file}: {error}"));
                without_version(&text, plan.zh.version.as_str())
            });
            let path = Page::FollowUps.path(with.1.in_lang(lang), lang);
            let [one, bare] = [&one, &other].map(|text| without_ways(text, &path, lang));
            assert_eq!(one == bare, page != Page::FollowUps, "{file}");
            let leads = other.contains(&format!("href=\"{path}")) && page != Page::FollowUps;
            assert!(!leads, "{file}: a way to nothing");
            assert!(!other.contains(words::since_numbers_alone(lang)), "{file}: words of what is not there");
            compared += 1;
        }
    }
    assert!(compared > 30, "only {compared} pages");
}
