//! The pages of promises: each says what is promised, how firmly, where, and what to ask; all of the site leads to them.

use crate::{PLAN, dist, documents, one, select};
use five_new_bijies::plan::Promise;
use five_new_bijies::quantity::Lang;
use five_new_bijies::route::Page;
use five_new_bijies::words;
use std::collections::BTreeSet;

#[test]
fn each_promise_without_a_number_has_a_page_with_its_words_its_hedge_its_place_and_questions() {
    let mut seen = 0;
    for document in documents() {
        let Page::Promise(commitment) = document.page else { continue };
        let (plan, record) = (document.plan, &document.plan[commitment]);
        assert_eq!(one(&document, "h1").text().collect::<String>(), record.text.plain(), "{}", document.path);
        let said: String = one(&document, "main").text().collect();
        for words in [
            words::locator(record.at, plan.lang),
            plan[record.topic].question.as_str().to_owned(),
            record.hedge.map_or_else(|| words::no_hedge(plan.lang).to_owned(), |hedge| plan[hedge].meaning.plain()),
        ] {
            assert!(said.contains(&words), "{}: {words}", document.path);
        }
        assert_eq!(select(&document.html, ".to-ask li").len(), 3, "{}", document.path);
        assert!(!select(&document.html, "link[type='application/json+oembed']").is_empty(), "{}", document.path);
        seen += 1;
    }
    assert_eq!(seen, 2 * PLAN.zh.commitments.len());
}

#[test]
fn the_list_of_all_promises_leads_to_the_page_of_each_under_the_question_of_its_topic() {
    for document in documents().iter().filter(|document| document.page == Page::Commitments) {
        let plan = document.plan;
        let hrefs: Vec<_> =
            select(&document.html, ".promise-row > a").iter().filter_map(|link| link.attr("href")).collect();
        let pages: Vec<String> =
            Promise::by_topic(plan).into_iter().map(|one| Page::of_promise(one).path(plan, plan.lang)).collect();
        assert_eq!(hrefs, pages, "{}", document.path);
        let questions: BTreeSet<String> =
            select(&document.html, "h2 .theme-question").iter().map(|question| question.text().collect()).collect();
        let asked = plan
            .topics
            .iter()
            .filter(|topic| Promise::all(plan).any(|one| one.topic(plan).is_some_and(|of| plan[of].id == topic.id)));
        assert_eq!(questions, asked.map(|topic| topic.question.as_str().to_owned()).collect());
    }
}

#[test]
fn promises_are_in_the_sitemap_and_those_with_a_number_lead_to_their_figures() {
    let map = std::fs::read_to_string(dist().join("sitemap.xml")).expect("the site has a map");
    for lang in Lang::ALL {
        let plan = PLAN.in_lang(lang);
        for promise in Promise::all(plan) {
            let page = Page::of_promise(promise).path(plan, lang);
            assert!(map.contains(&format!("{page}</loc>")), "{page}");
            if let Promise::Figure(_) = promise {
                let name = format!("{}promises/{}/index.html", lang.pick("", "en/"), promise.id(plan));
                let text =
                    std::fs::read_to_string(dist().join(&name)).unwrap_or_else(|error| panic!("{name}: {error}"));
                assert!(text.contains(&format!("url={page}")), "{name}");
            }
        }
    }
}
