//! Charts: what is drawn and what is heard are the figure's own numbers, with their qualifiers and their places.

use crate::{Document, documents, one, select, written_numbers};
use five_new_bijies::plan::{Figure, Pillar, Ref, Shown, Slot, Value};
use five_new_bijies::quantity::{Unit, qualifier, spoken, written};
use five_new_bijies::route::Page;
use five_new_bijies::story::{Step, steps};
use five_new_bijies::words;
use scraper::{ElementRef, Selector};
use std::collections::HashSet;

#[test]
fn every_figure_stands_on_its_page_with_number_qualifier_place_table_and_description() {
    for document in documents() {
        let Page::Figure(reference) = document.page else { continue };
        let (plan, path) = (document.plan, &document.path);
        let figure = &plan[reference];
        let text: String = one(&document, "main").text().collect();
        for (_, value) in figure.values() {
            let said = spoken(&value.quantity, plan.lang);
            assert!(text.contains(&said), "{path} does not say {said}");
            assert!(text.contains(value.phrase.as_str()), "{path} does not quote the article");
        }
        let sources: Vec<String> =
            select(&document.html, "main .said > .source").iter().map(|line| line.text().collect()).collect();
        for (line, (_, value)) in sources.iter().zip(figure.values()) {
            for part in [
                value.measure.as_str(),
                &qualifier(&value.quantity, plan.lang),
                &words::locator(value.at, plan.lang),
                value.phrase.as_str(),
            ] {
                assert!(line.contains(part), "{path}: {part} is not in “{line}”");
            }
        }
        assert_eq!(sources.len(), figure.values().count(), "{path}: one line of source for each value");
        let table = one(&document, "main .opening table").text().collect::<String>();
        for slot in Slot::ALL {
            if figure.value(slot).is_none() {
                assert!(
                    table.contains(plan.lang.pick("原文没有说", "not stated")),
                    "{path}: what is not stated is not said so"
                );
            }
        }
        let still = one(&document, "main .figure .chart .still");
        assert_eq!(still.attr("role"), Some("img"), "{path}");
        let description = still.attr("aria-label").unwrap_or("");
        for (_, value) in figure.values() {
            assert!(description.contains(&spoken(&value.quantity, plan.lang)), "{path}: {description}");
        }
        let drawings = still.select(&Selector::parse("svg").unwrap()).count();
        assert_eq!(drawings, 2, "{path}: a narrow and a wide drawing");
    }
}

#[test]
fn what_is_heard_of_a_chart_is_the_finding_that_is_read_above_it() {
    let mut wrong = Vec::new();
    for document in documents().iter().filter(|document| matches!(document.page, Page::Figure(_))) {
        let path = &document.path;
        let heard = one(document, ".figure .still").attr("aria-label").unwrap_or_default();
        // All numbers of the title are told, each with its qualifier.
        let title: Vec<String> = select(&document.html, "h1 [data-n$='.past'], h1 [data-n$='.promise']")
            .iter()
            .map(|number| number.text().collect())
            .collect();
        let tags: Vec<String> = select(&document.html, ".said .tag")
            .iter()
            .map(|tag| tag.text().collect::<String>().split(" · ").next().unwrap_or_default().to_owned())
            .collect();
        for words in title.iter().flat_map(|title| written_numbers(title)).chain(tags.iter().map(String::as_str)) {
            if !heard.contains(words) {
                wrong.push(format!("{path}: {words} is not in: {heard}"));
            }
        }
        // A title may say its number in a word: all, a day and a night.
        if tags.is_empty() {
            wrong.push(format!("{path}: no qualifier is read"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A chart of a page with the key of its subject and what of it is shown.
struct Chart<'a> {
    key: String,
    shown: Shown,
    element: ElementRef<'a>,
}

/// The pillar whose scenes a page tells, if it tells any.
fn told(page: Page) -> Option<Option<Ref<Pillar>>> {
    match page {
        Page::Story => Some(None),
        Page::Pillar(pillar) => Some(Some(pillar)),
        _ => None,
    }
}

/// Every chart: those that stand alone, and the still of every scene.
fn charts(document: &Document) -> Vec<Chart<'_>> {
    let mut found = Vec::new();
    for place in select(&document.html, ".drawing > [data-part]") {
        let mark = place.attr("data-part").unwrap_or_default();
        let (_, key) = mark.split_once("plot ").unwrap_or_else(|| panic!("{}: nobody knows {mark}", document.path));
        let mut around = place.ancestors().filter_map(ElementRef::wrap);
        let element = around.find(|element| element.value().classes().any(|class| class == "chart"));
        found.push(Chart {
            key: key.to_owned(),
            shown: Shown::ALL,
            element: element.expect("a place lies in a chart"),
        });
    }
    if let Some(pillar) = told(document.page) {
        let steps = steps(document.plan, pillar);
        let stills = select(&document.html, ".stages > .stage");
        assert_eq!(stills.len(), steps.len(), "{}: each scene has a still of its own", document.path);
        let chart = |(element, step): (_, &Step)| Chart { key: step.subject.key(), shown: step.shown, element };
        found.extend(stills.into_iter().zip(&steps).map(chart));
    }
    found
}

/// The numbers of all drawings of a chart, narrow and wide.
fn drawn_numbers(chart: ElementRef) -> HashSet<String> {
    let texts = Selector::parse("svg text").unwrap();
    let texts: Vec<String> = chart.select(&texts).map(|text| text.text().collect()).collect();
    texts.iter().flat_map(|text| written_numbers(text)).map(str::to_owned).collect()
}

#[test]
fn a_drawing_shows_the_figures_own_numbers() {
    let (mut side_by_side, mut asked) = (0, 0);
    for document in documents() {
        let number = |value: &Value| written(&value.quantity, document.plan.lang).number;
        for Chart { key, shown, element: chart } in charts(&document) {
            let find = |id: &str| &document.plan[document.plan.find::<Figure>(id).expect("the figure is in the plan")];
            let wanted: Vec<String> = match key.split('+').collect::<Vec<_>>()[..] {
                [id] => {
                    // Of two values a share draws the later one; both stand in its table.
                    find(id)
                        .values()
                        .filter(|(slot, _)| shown.has(Shown::value(*slot)))
                        .map(|(_, value)| number(value))
                        .collect()
                }
                // Two columns have their numbers; one value stands in the heading of its page.
                ["", "own", id] if find(id).values().count() > 1 => {
                    find(id).values().map(|(_, value)| number(value)).collect()
                }
                ["", "own", _] => Vec::new(),
                ["", "areas", ..] => {
                    side_by_side += 1;
                    let members =
                        key.split('+').skip(2).enumerate().filter(|(index, _)| shown.has(Shown::member(*index)));
                    members
                        .flat_map(|(_, id)| find(id).values().map(|(_, value)| number(value)).collect::<Vec<_>>())
                        .collect()
                }
                ["", "several", ..] => {
                    side_by_side += 1;
                    let members = key.split('+').skip(2).map(find);
                    members.filter_map(|figure| figure.values().last()).map(|(_, value)| number(value)).collect()
                }
                ["", "square", ..] => {
                    side_by_side += 1;
                    key.split('+').skip(2).flat_map(|id| find(id).values().map(|(_, value)| number(value))).collect()
                }
                // What was reached stands there; the answer does not.
                ["", "guess", id] => {
                    asked += 1;
                    let hidden = find(id).value(Slot::Promise).map(number).expect("a promise is asked for");
                    assert!(!drawn_numbers(chart).contains(&hidden), "{}: {key} gives {hidden} away", document.path);
                    find(id).value(Slot::Past).map(number).into_iter().collect()
                }
                ["", "rulers"] => {
                    side_by_side += 1;
                    let count =
                        |slot| document.plan.figures.iter().filter(|figure| figure.value(slot).is_some()).count();
                    vec![count(Slot::Past).to_string(), count(Slot::Promise).to_string()]
                }
                // Each part has its name alone where there is no room for its counts.
                ["", "field", arrangement, ..] => {
                    let counts = Ref::all(&document.plan.pillars).map(|pillar| document.plan.measured(pillar));
                    let counts: Vec<String> = counts.map(|all| (all.numbers + all.without).to_string()).collect();
                    let drawn = drawn_numbers(chart);
                    let missing = counts.iter().find(|count| arrangement == "pillar" && !drawn.contains(*count));
                    assert_eq!(missing, None, "{}: {key} does not count its parts", document.path);
                    Vec::new()
                }
                // They have no numbers.
                ["", "promises", ..] => Vec::new(),
                ["", "pillar", id] => {
                    side_by_side += 1;
                    let pillar = document.plan.find::<Pillar>(id).expect("the pillar is in the plan");
                    let counts = document.plan.measured(pillar);
                    vec![counts.numbers.to_string(), counts.without.to_string()]
                }
                ["", "ladder"] => {
                    side_by_side += 1;
                    let paces = document.plan.figures.iter().flat_map(Figure::values);
                    let paces = paces.filter(|(_, value)| value.quantity.unit == Unit::PERCENT_A_YEAR);
                    paces.map(|(_, value)| number(value) + "%").collect()
                }
                ["", "measure"] => {
                    side_by_side += 1;
                    let counts = Ref::all(&document.plan.pillars).map(|pillar| document.plan.measured(pillar));
                    // Where a stage is low the marks alone tell how many have none.
                    counts.map(|counts| counts.numbers.to_string()).collect()
                }
                _ => panic!("{}: nobody knows what {key} is", document.path),
            };
            for drawing in chart.select(&Selector::parse("svg").unwrap()) {
                let texts: Vec<String> =
                    drawing.select(&Selector::parse("text").unwrap()).map(|text| text.text().collect()).collect();
                let numbers: HashSet<&str> = texts.iter().flat_map(|text| written_numbers(text)).collect();
                for number in &wanted {
                    let number = number.trim_end_matches('%');
                    assert!(numbers.contains(number), "{}: {key} does not show {number}", document.path);
                }
            }
        }
    }
    assert!(side_by_side >= 10, "areas, several, the square and the rulers stand on the story in both languages");
    assert_eq!(asked, 2, "the story asks for a guess in both languages");
}
