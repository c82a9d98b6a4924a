//! Every number on a page names its source, and is what that source says.

use crate::data::{COUNTS, TOLD, note_words, others_words, raw_values};
use crate::{Document, PLAN, documents, one, select, written_numbers};
use five_new_bijies::plan::{Computed, Figure, FollowUpNote, Kind, NoteSubject, Plan, Ref, Slot};
use five_new_bijies::quantity::{Lang, Unit};
use five_new_bijies::reading::{Context, Reading, read};
use five_new_bijies::route::Page;
use five_new_bijies::text::Text;
use scraper::{ElementRef, Node};
use std::collections::{BTreeMap, HashSet};

/// The first number of a text as a plain value: 2,400 → 2400, "87 billion yuan" → 87e9, "1.3 million" → 1.3e6.
fn first_number(text: &str) -> Option<f64> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let digits: String = text[start..]
        .chars()
        .take_while(|c| c.is_ascii_digit() || matches!(c, ',' | '.'))
        .filter(|c| *c != ',')
        .collect();
    let rest = &text[start..];
    let scale = if rest.contains("billion") {
        1e9
    } else if rest.contains("million") {
        1e6
    } else {
        1.0
    };
    digits.trim_end_matches('.').parse::<f64>().ok().map(|value| value * scale)
}

/// Every number of a text, without its scale.
fn values(text: &str) -> Vec<f64> {
    // Letters make names of digits, and of places too: p3s1.
    let apart: String = text.chars().map(|c| if c.is_ascii_lowercase() { ' ' } else { c }).collect();
    read(&apart, &Context::default()).into_iter().map(|reading: Reading| reading.value.abs()).collect()
}

/// What the page must show for a raw value of the data, by arithmetic of its own.
fn shown_value(value: f64, unit: Unit, lang: Lang) -> f64 {
    match (unit, lang) {
        (Unit::YI_YUAN, Lang::En) => value * 1e8,
        (Unit::WAN_PEOPLE, Lang::En) => value * 1e4,
        (Unit::WAN_MU, Lang::En) => value * 20.0 / 3.0,
        _ => value,
    }
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-6 * b.abs().max(1.0)
}

/// The years that we infer, the five that end with the day of the last note on them and the five after them; and, on the
/// page that gives the reasons, the numbers of the dates that these rest on.
fn dates(plan: &Plan, page: Page) -> HashSet<u32> {
    let numbers = |date: Text| -> Vec<u32> { date.as_str().split('-').filter_map(|part| part.parse().ok()).collect() };
    let days = |note: &&FollowUpNote| note.about == NoteSubject::Years && note.as_of.as_str().len() > 7;
    let last = plan.since_notes.iter().filter(days).map(|note| numbers(note.as_of)[0]).max();
    let inferred = last.into_iter().flat_map(|last| [last - 4, last, last + 1, last + 5]);
    if page != Page::FollowUps {
        return inferred.collect();
    }
    let is_reason = |subject| match subject {
        NoteSubject::Years | NoteSubject::Milestone(_) => true,
        NoteSubject::Figure(figure) => plan[figure].promise.is_none() && plan[figure].kind == Kind::Count,
        NoteSubject::Commitment(_) => false,
    };
    let notes = plan.since_notes.iter().filter(|note| is_reason(note.about)).map(|note| note.as_of);
    let given = notes.chain(plan.since.iter().map(|entry| entry.as_of)).flat_map(numbers);
    given.chain(inferred).collect()
}

/// Checks one marked number against its source; says what is wrong.
fn check(document: &Document, mark: &str, text: &str, raw: &BTreeMap<String, f64>) -> Result<(), String> {
    let plan = document.plan;
    match mark {
        // Structural: places, the data's version, labels of computed rows.
        "label" => return Ok(()),
        "point" | "lens" => {
            let [zh, en] = &*TOLD;
            let known = plan.lang.pick(zh, en).contains(text.trim());
            return known.then_some(()).ok_or("no figure says so".to_owned());
        }
        "version" => return (text == plan.version.as_str()).then_some(()).ok_or("not the data's version".to_owned()),
        "since" => {
            let entries = plan.since.iter().map(|entry| others_words(plan, entry));
            let notes = plan.since_notes.iter().map(|note| note_words(plan, note));
            let known = entries.chain(notes).any(|said| {
                let said: HashSet<&str> = written_numbers(&said).collect();
                written_numbers(text).all(|number| said.contains(number))
            });
            return known.then_some(()).ok_or("no other source says so".to_owned());
        }
        "date" => {
            let dates = dates(plan, document.page);
            return (text.parse().is_ok_and(|number| dates.contains(&number)))
                .then_some(())
                .ok_or("no source gives this date, and none lets us infer it".to_owned());
        }
        "at" => {
            let numbers: Vec<f64> = values(text);
            let known = plan
                .sentences
                .iter()
                .any(|sentence| numbers == [f64::from(sentence.at.paragraph), f64::from(sentence.at.sentence)]);
            return known.then_some(()).ok_or("no sentence stands there".to_owned());
        }
        "name" => {
            let wanted: Vec<f64> = values(text);
            let named = PLAN.raw.sentences.iter().flat_map(|sentence| &sentence.numerals).any(|numeral| {
                let has: Vec<f64> = values(numeral.text.get_ref());
                wanted.iter().all(|value| has.contains(value))
            });
            // Licences are named in the footer and on the data page.
            return (named || ["Apache-2.0", "4.0"].contains(&text))
                .then_some(())
                .ok_or("no name or condition of the article".to_owned());
        }
        _ => {}
    }
    if mark == "found" {
        // Before anything is sought, all promises.
        let all = COUNTS["promised-figures"] + COUNTS["commitments"];
        return (first_number(text) == Some(all as f64)).then_some(()).ok_or(format!("there are {all} promises"));
    }
    if let Some(of) = mark.strip_prefix("count.") {
        let wanted = COUNTS.get(of).ok_or("nothing of this name is counted")?;
        let shown = text.replace(',', "");
        return (shown == wanted.to_string()).then_some(()).ok_or(format!("the data has {wanted}"));
    }
    let mut parts = mark.split('.');
    let (id, what) = (parts.next().unwrap_or(""), parts.next().unwrap_or(""));
    let figure: Ref<Figure> = plan.find(id).ok_or(format!("no figure {id}"))?;
    let figure = &plan[figure];
    if let Some(slot) = Slot::ALL.into_iter().find(|slot| slot.name() == what) {
        let value = figure.value(slot).ok_or("the figure has no such value")?;
        let wanted = raw.get(mark).copied().ok_or("not in the data")?;
        // A quotation keeps the article's own numbers and unit, whatever the language.
        let quoted = text == value.phrase.as_str();
        let unit = value.quantity.unit;
        if quoted && (wanted == 100.0 || values(text).contains(&wanted.abs())) {
            return Ok(());
        }
        let shown = first_number(text).ok_or("no number")?;
        let expected = shown_value(wanted, unit, plan.lang);
        return close(shown, expected).then_some(()).ok_or(format!("shows {shown}, the data says {expected}"));
    }
    let what = Computed::from_name(what).ok_or(format!("unknown mark {mark}"))?;
    let result = figure.computed(plan, what).ok_or("the figure allows no such arithmetic")?;
    if mark.ends_with(".label") {
        // What a label begins from, the arithmetic begins from.
        let begins = written_numbers(text).all(|number| written_numbers(&result.arithmetic).any(|of| of == number));
        return begins.then_some(()).ok_or(format!("the arithmetic is {}", result.arithmetic));
    }
    let same = if mark.ends_with(".arithmetic") { text == result.arithmetic } else { text == result.text };
    same.then_some(()).ok_or(format!("shows {text}, computed is {}", result.text))
}

#[test]
fn every_number_on_every_page_says_where_it_comes_from_and_is_right() {
    let raw = raw_values();
    let mut wrong = Vec::new();
    let mut checked = 0;
    for document in documents() {
        let body = one(&document, "body");
        for node in body.descendants() {
            let Node::Text(text) = node.value() else { continue };
            if !text.contains(|c: char| c.is_ascii_digit()) {
                continue;
            }
            let mut marked = None;
            let mut drawn = false;
            for ancestor in node.ancestors().filter_map(ElementRef::wrap) {
                // Drawings are held against their figure by a test of their own.
                drawn |= ancestor.value().name() == "svg";
                marked = marked.or(ancestor.attr("data-n").map(|mark| (mark, ancestor)));
            }
            if drawn {
                continue;
            }
            // The words of a term of the glossary are the article's name for it.
            let term =
                node.ancestors().filter_map(ElementRef::wrap).any(|e| e.value().classes().any(|class| class == "term"));
            let (mark, whole) = match marked {
                Some((mark, element)) => (mark, element.text().collect::<String>()),
                None if term => ("name", text.to_string()),
                None => {
                    wrong.push(format!("{}: “{}” has no mark", document.path, text.trim()));
                    continue;
                }
            };
            checked += 1;
            if mark == "label" {
                let element = marked.map(|(_, element)| element.value()).expect("it has the mark");
                let labels = ["dt", "time", "option", "textarea", "pre", "small"].contains(&element.name());
                let citation = element.classes().any(|class| class == "citation");
                let address = whole.starts_with("http");
                if !labels && !citation && !address {
                    wrong.push(format!("{}: “{whole}” is no label", document.path));
                }
            }
            if let Err(why) = check(&document, mark, &whole, &raw) {
                wrong.push(format!("{}: “{whole}” ({mark}): {why}", document.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong[..wrong.len().min(30)].join("\n"));
    assert!(checked > 1000, "only {checked} numbers were found");
}

#[test]
fn previews_name_no_number_that_their_page_does_not() {
    let mut checked = 0;
    for document in documents() {
        let page: String = one(&document, "body").text().collect();
        let on_page: HashSet<&str> = written_numbers(&page).collect();
        let mut said: Vec<String> = vec![one(&document, "head > title").text().collect()];
        for name in ["name=description", "property='og:title'", "property='og:description'", "property='og:image:alt'"]
        {
            let metas = select(&document.html, &format!("head > meta[{name}]"));
            said.extend(metas.iter().filter_map(|meta| meta.attr("content")).map(str::to_owned));
        }
        for words in said {
            for number in written_numbers(&words) {
                checked += 1;
                assert!(on_page.contains(number), "{}: {number} of “{words}” is not on the page", document.path);
            }
        }
    }
    assert!(checked > 100, "only {checked} numbers were found");
}
