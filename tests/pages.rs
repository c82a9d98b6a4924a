//! Every page as it stands in `dist/`, before any script runs.

use five_new_bijies::figure::{self, Frame, Subject, WHOLE, describe_part};
use five_new_bijies::head::{Head, OF_PAGE};
use five_new_bijies::plan::numerals::numerals;
use five_new_bijies::plan::{
    Computed, Figure, Lens, Pillar, Plan, Ref, SameMeasure, SinceEntry, Slot, Standing, Value, through,
};
use five_new_bijies::quantity::{Lang, Unit, qualifier, spoken, written, written_gap};
use five_new_bijies::route::{Address, Page};
use five_new_bijies::search::is_han;
use five_new_bijies::site::prerender::{Options, build};
use five_new_bijies::site::source::{self, Bilingual};
use five_new_bijies::story::{Step, steps};
use five_new_bijies::words;
use scraper::{ElementRef, Html, Node, Selector};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

static PLAN: LazyLock<Bilingual> =
    LazyLock::new(|| source::load(Path::new("data")).unwrap_or_else(|report| panic!("{report}")));

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
        one(&document, "aside.key");
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
        let head = Head::of(document.plan, document.page, address);
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
        let head = Head::of(document.plan, page, address);
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
            Page::Story | Page::Pillar(_) | Page::Theme(_) | Page::Figure(_) | Page::Card(_) | Page::Since | Page::Data
        );
        assert_eq!(with("type", "application/ld+json"), usize::from(has_data), "{path}");
    }
}

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
            if href.starts_with("mailto:") || (link.attr("rel") == Some("external") && document.page == Page::Since) {
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
        let sources: Vec<String> = select(&document.html, "main .figure figcaption > .source")
            .iter()
            .map(|line| line.text().collect())
            .collect();
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
        let table = one(&document, "main .figure table").text().collect::<String>();
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
        let tags: Vec<String> = select(&document.html, ".figure figcaption .tag")
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

/// A chart of a page with the key of its subject and the bits of what it shows.
struct Chart<'a> {
    key: String,
    shown: u8,
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
        found.push(Chart { key: key.to_owned(), shown: WHOLE, element: element.expect("a place lies in a chart") });
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

/// The subjects of scenes that are not a single figure.
fn side_by_side(plan: &'static Plan) -> Vec<Subject> {
    let pages = std::iter::once(None).chain(Ref::all(&plan.pillars).map(Some));
    let subjects = pages.flat_map(|pillar| steps(plan, pillar)).map(|step| step.subject);
    let subjects = subjects.filter(|subject| !matches!(subject, Subject::Figure(_)));
    subjects
        .inspect(|subject| assert_eq!(Subject::parse(&subject.key(), plan).as_ref(), Some(subject), "its own key"))
        .collect()
}

#[test]
fn a_drawing_shows_the_figures_own_numbers() {
    let mut side_by_side = 0;
    for document in documents() {
        let number = |value: &Value| written(&value.quantity, document.plan.lang).number;
        for Chart { key, shown: bits, element: chart } in charts(&document) {
            let find = |id: &str| &document.plan[document.plan.find::<Figure>(id).expect("the figure is in the plan")];
            let wanted: Vec<String> = match key.split('+').collect::<Vec<_>>()[..] {
                [id] => {
                    let shown = |slot| bits & if slot == Slot::Past { 1 } else { 2 } != 0;
                    // Of two values a share draws the later one; both stand in its table.
                    find(id).values().filter(|(slot, _)| shown(*slot)).map(|(_, value)| number(value)).collect()
                }
                ["", "areas", ..] => {
                    side_by_side += 1;
                    let members = key.split('+').skip(2).enumerate().filter(|(index, _)| bits >> index & 1 == 1);
                    members
                        .flat_map(|(_, id)| find(id).values().map(|(_, value)| number(value)).collect::<Vec<_>>())
                        .collect()
                }
                ["", "several", ..] => {
                    side_by_side += 1;
                    let members = key.split('+').skip(2).map(find);
                    members.filter_map(|figure| figure.values().last()).map(|(_, value)| number(value)).collect()
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
                    let paces = paces.filter(|(_, value)| value.quantity.unit == Unit::PercentAYear);
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
    assert!(side_by_side >= 6, "areas, ladder and measure stand on the story in both languages");
}

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

/// What the page must show for a raw value of the data, by arithmetic of its own.
fn shown_value(value: f64, unit: Unit, lang: Lang) -> f64 {
    match (unit, lang) {
        (Unit::YiYuan, Lang::En) => value * 1e8,
        (Unit::WanPeople, Lang::En) => value * 1e4,
        (Unit::WanMu, Lang::En) => value * 20.0 / 3.0,
        _ => value,
    }
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-6 * b.abs().max(1.0)
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
            let of = |entry: &SinceEntry| others_words(plan, entry);
            let known = plan.since.iter().map(of).any(|said| {
                let said: HashSet<&str> = written_numbers(&said).collect();
                written_numbers(text).all(|number| said.contains(number))
            });
            return known.then_some(()).ok_or("no other source says so".to_owned());
        }
        "at" => {
            let numbers: Vec<f64> = numerals(text).into_iter().map(|numeral| numeral.value).collect();
            let known = plan
                .sentences
                .iter()
                .any(|sentence| numbers == [f64::from(sentence.at.paragraph), f64::from(sentence.at.sentence)]);
            return known.then_some(()).ok_or("no sentence stands there".to_owned());
        }
        "name" => {
            let wanted: Vec<f64> = numerals(text).into_iter().map(|numeral| numeral.value).collect();
            let named = PLAN.raw.sentences.iter().flat_map(|sentence| &sentence.numerals).any(|numeral| {
                let has: Vec<f64> = numerals(numeral.text.get_ref()).into_iter().map(|numeral| numeral.value).collect();
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
        if quoted && (wanted == 100.0 || numerals(text).iter().any(|numeral| numeral.value == wanted)) {
            return Ok(());
        }
        let shown = first_number(text).ok_or("no number")?;
        let expected = shown_value(wanted, unit, plan.lang);
        return close(shown, expected).then_some(()).ok_or(format!("shows {shown}, the data says {expected}"));
    }
    let what = Computed::from_name(what).ok_or(format!("unknown mark {mark}"))?;
    let result = figure.computed(plan, what).ok_or("the figure allows no such arithmetic")?;
    let same = if mark.ends_with(".arithmetic") { text == result.arithmetic } else { text == result.text };
    same.then_some(()).ok_or(format!("shows {text}, computed is {}", result.text))
}

/// All that the data says of an entry from another source, and how far it is from the promise.
fn others_words(plan: &Plan, entry: &SinceEntry) -> String {
    let source = &plan[entry.source];
    let texts = [entry.as_of_words, entry.measure, source.title, source.publisher, source.date, source.read];
    let perhaps = [entry.reason, entry.phrase, entry.locator, source.note].into_iter().flatten();
    let texts: Vec<&str> = texts.iter().map(|text| text.as_str()).collect();
    let perhaps: Vec<&str> = perhaps.map(|text| text.as_str()).collect();
    let gap = entry.distance(plan).map_or_else(String::new, |distance| written_gap(&distance.gap, plan.lang));
    format!("{} {} {} {gap}", texts.join(" "), perhaps.join(" "), spoken(&entry.quantity, plan.lang))
}

/// All that can be said of points and through lenses, by language.
static TOLD: LazyLock<[HashSet<String>; 2]> = LazyLock::new(|| {
    Lang::ALL.map(|lang| {
        let plan = PLAN.in_lang(lang);
        let figures = || Ref::all(&plan.figures);
        let single = figures().map(|figure| Subject::Figure(figure::FigureChart::of(plan, figure)));
        let mut told = HashSet::new();
        for subject in single.chain(side_by_side(plan)) {
            for spot in subject.place(Frame::WIDE, WHOLE).spots {
                let words = describe_part(&subject, spot.part).expect("a point has something to say");
                told.insert(words.words);
                told.extend(words.arithmetic);
            }
        }
        for trial in figures().filter_map(|figure| figure::Trial::of(plan, figure)) {
            told.extend([trial.pace_words(), trial.result_words(lang).trim().to_owned()]);
        }
        for (figure, lens) in figures().flat_map(|figure| Lens::ALL.map(|lens| (figure, lens))) {
            let Some((slot, _)) = plan[figure].values().last() else { continue };
            if let Ok(seen) = through(lens, &plan[figure], slot, lang) {
                told.extend([seen.text, seen.arithmetic]);
            }
        }
        told
    })
});

/// Every count of the site by its mark, counted in the files as they are written.
static COUNTS: LazyLock<BTreeMap<String, usize>> = LazyLock::new(|| {
    let raw = &PLAN.raw;
    let values = |slot: Slot| {
        raw.figures
            .iter()
            .filter(move |figure| if slot == Slot::Past { figure.past.is_some() } else { figure.promise.is_some() })
    };
    let mut counts: BTreeMap<String, usize> = [
        ("figures", raw.figures.len()),
        ("past-figures", values(Slot::Past).count()),
        ("promised-figures", values(Slot::Promise).count()),
        ("commitments", raw.commitments.len()),
        ("milestones", raw.milestones.len()),
        ("pillars", raw.pillars.len()),
        ("themes", raw.themes.len()),
        ("sentences", raw.sentences.len()),
    ]
    .map(|(name, count)| (name.to_owned(), count))
    .into();
    for pillar in &raw.pillars {
        let id = pillar.id.get_ref();
        let promised: Vec<_> = values(Slot::Promise)
            .filter(|figure| figure.pillar.as_ref().is_some_and(|pillar| pillar.get_ref() == id))
            .map(|figure| (figure, figure.promise.as_ref().expect("it is promised").get_ref()))
            .collect();
        let hedged = |hedges: &[toml::Spanned<String>]| {
            hedges.iter().any(|hedge| ["strive", "at-least", "about", "hold"].contains(&hedge.get_ref().as_str()))
        };
        let without = |one: &&source::raw::RawCommitment| one.pillar.as_ref().is_some_and(|of| of.get_ref() == id);
        for (what, count) in [
            ("numbers", promised.len()),
            ("hedged", promised.iter().filter(|(_, value)| hedged(value.hedge.get_ref())).count()),
            ("baseline", promised.iter().filter(|(f, _)| f.past.is_some() && f.scope_condition.is_none()).count()),
            ("deadline", promised.iter().filter(|(_, value)| value.deadline.is_some()).count()),
            ("without", raw.commitments.iter().filter(without).count()),
        ] {
            counts.insert(format!("{id}.{what}"), count);
        }
    }
    counts.insert("pillars.without".into(), raw.commitments.iter().filter(|one| one.pillar.is_some()).count());
    for theme in &raw.themes {
        let id = theme.id.get_ref();
        let of = |themes: &[toml::Spanned<String>]| themes.iter().any(|theme| theme.get_ref() == id);
        let figures = |slot| values(slot).filter(|figure| of(figure.themes.get_ref())).count();
        let milestones = raw.milestones.iter().filter(|milestone| of(&milestone.themes)).count();
        counts.insert(format!("{id}.done"), milestones + figures(Slot::Past));
        counts.insert(format!("{id}.promised"), figures(Slot::Promise));
        counts.insert(format!("{id}.open"), raw.commitments.iter().filter(|one| one.theme.get_ref() == id).count());
    }
    counts
});

/// Every value of the data by its mark, read without the plan's own types.
fn raw_values() -> BTreeMap<String, f64> {
    let text = std::fs::read_to_string("data/figures.toml").expect("the figures can be read");
    let table: toml::Table = text.parse().expect("the figures are TOML");
    let mut values = BTreeMap::new();
    for figure in table["figure"].as_array().expect("figures are a list") {
        let id = figure["id"].as_str().expect("a figure has an id");
        for slot in ["past", "promise"] {
            if let Some(value) = figure.get(slot).map(|value| &value["value"]) {
                let value =
                    value.as_float().or(value.as_integer().map(|whole| whole as f64)).expect("a value is a number");
                values.insert(format!("{id}.{slot}"), value);
            }
        }
    }
    values
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

/// "2,400" and "8.1", as they are written.
fn written_numbers(text: &str) -> impl Iterator<Item = &str> {
    let runs = text.split(|c: char| !c.is_ascii_digit() && c != '.' && c != ',');
    runs.map(|run| run.trim_matches(['.', ','])).filter(|number| !number.is_empty())
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

/// What a file weighs on its way: `make serve` leaves no compressed files.
fn compressed(name: &str) -> Vec<u8> {
    let file = dist().join(name);
    std::fs::read(file.with_added_extension("br")).unwrap_or_else(|_| {
        let bytes = std::fs::read(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        five_new_bijies::site::prerender::brotli(&bytes)
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
fn a_page_asks_for_three_files_and_the_story_for_one_more() {
    const FILES: &str = "script[src], link[rel=stylesheet], link[rel=preload], link[rel=modulepreload], \
                         img:not([loading=lazy]), iframe:not([loading=lazy])";
    for document in documents() {
        // A widget's script stands for the two of a page; the story has its mountains.
        let most = match document.page {
            Page::Story => 4,
            Page::Embed(_) => 2,
            _ => 3,
        };
        assert_eq!(select(&document.html, FILES).len(), most, "{}", document.path);
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

#[test]
fn pages_for_a_public_site_name_no_local_host() {
    use five_new_bijies::site::prerender::{Options, build};
    let out = PathBuf::from("target/altered/public");
    let options = Options {
        out: out.clone(),
        public_url: "/bijie/".into(),
        site_url: "https://plan.example".into(),
        compress: false,
        ..Options::default()
    };
    build(&options).unwrap_or_else(|error| panic!("{error}"));
    let script = std::fs::read_to_string(out.join("embed.js")).expect("the script of <plan-figure> is there");
    assert!(script.contains("https://plan.example/bijie/"));
    assert!(!script.contains("localhost") && !script.contains("__"), "{script}");
    let mut files = Vec::new();
    text_files(&out, &mut files);
    assert!(files.len() > 300, "only {} files", files.len());
    // The document type, titles and the like hold no addresses; these attributes do.
    let addresses = ["href", "src", "data-js", "data-wasm", "data-boot", "data-picture"];
    for file in files {
        let name = file.display();
        let text = std::fs::read_to_string(&file).expect("the file can be read");
        assert!(!text.contains("localhost"), "{name} names this machine");
        for attribute in addresses {
            for (at, _) in text.match_indices(&format!(" {attribute}=\"/")) {
                let address = text[at..].split('"').nth(1).unwrap_or_default();
                assert!(address.starts_with("/bijie/"), "{name}: {attribute} leads to {address}");
            }
        }
    }
    for lang in Lang::ALL {
        let plan = PLAN.in_lang(lang);
        for page in Page::all(plan).into_iter().filter(|page| !matches!(page, Page::NotFound | Page::Embed(_))) {
            let text = std::fs::read_to_string(out.join(page.file(plan, lang))).expect("the page is there");
            let html = Html::parse_document(&text);
            let address = |lang| format!("https://plan.example/bijie{}", page.path(plan, lang));
            let linked = |selector: &str| select(&html, selector)[0].attr("href").unwrap_or_default().to_owned();
            assert_eq!(linked("link[rel=canonical]"), address(lang));
            assert_eq!(linked("link[hreflang='zh-CN']"), address(Lang::Zh));
            assert_eq!(linked("link[hreflang='en']"), address(Lang::En));
            assert_eq!(linked("link[hreflang='x-default']"), address(Lang::Zh));
        }
    }
}

/// The files of a site that are text.
fn text_files(dir: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(dir).expect("the folder can be read") {
        let path = entry.expect("the entry can be read").path();
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        if path.is_dir() {
            text_files(&path, found);
        } else if ["html", "js", "json", "csv", "svg", "css", "xml", "txt", "webmanifest"].contains(&ending) {
            found.push(path);
        }
    }
}

#[test]
fn a_wrong_address_of_the_site_is_refused_with_its_remedy() {
    use five_new_bijies::site::prerender::{Options, build};
    let options = |public_url: &str, site_url: &str| Options {
        out: "target/altered/never".into(),
        public_url: public_url.to_owned(),
        site_url: site_url.to_owned(),
        compress: false,
        ..Options::default()
    };
    for (public_url, site_url, wanted) in [
        ("bijie", "https://plan.example", "must start and end with a slash"),
        ("/bijie", "https://plan.example", "must start and end with a slash"),
        ("/", "plan.example", "a scheme and a host"),
        ("/", "https://plan.example/", "without a slash at the end"),
    ] {
        let error = build(&options(public_url, site_url)).expect_err("a wrong address is refused").to_string();
        assert!(error.contains(wanted), "{error}");
    }
}

// ---- what other public sources say ----

#[test]
fn the_page_since_then_has_every_promise_and_what_is_known_of_it_in_both_languages() {
    for document in documents().iter().filter(|document| document.page == Page::Since) {
        let (plan, path) = (document.plan, &document.path);
        let promised: Vec<Ref<Figure>> =
            Ref::all(&plan.figures).filter(|figure| plan[*figure].promise.is_some()).collect();
        assert_eq!(select(&document.html, ".since-promise").len(), promised.len(), "{path}");
        for figure in promised {
            let promise = plan[figure].promise.as_ref().expect("it is promised");
            let row: String = one(document, &format!("[id='{}']", plan.id_of(figure))).text().collect();
            let place = words::locator(promise.at, plan.lang);
            assert!(row.contains(&spoken(&promise.quantity, plan.lang)) && row.contains(&place), "{path}: {row}");
            let entries = plan.since_of(figure);
            assert_eq!(row.contains(words::since_nothing(plan.lang)), entries.is_empty(), "{path}: {row}");
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
        assert!(text.contains(words::since_years(plan.lang)), "{path}: which years is not said");
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
        if page == Page::Since || matches!(page, Page::Embed(_)) {
            continue;
        }
        let path = Page::Since.path(document.plan, document.plan.lang);
        let links = select(&document.html, "a").into_iter().filter_map(|link| link.attr("href"));
        let to: Vec<&str> = links.filter(|href| href.contains(&path)).collect();
        assert!(!to.is_empty(), "{}: no way to {path}", document.path);
        if let Page::Figure(figure) = page {
            let anchor = format!("{path}#{}", document.plan.id_of(figure));
            let promised = document.plan[figure].promise.is_some();
            assert_eq!(to.iter().any(|href| href.ends_with(&anchor)), promised, "{}", document.path);
        }
        for entry in document.plan.since.iter() {
            let source = &document.plan[entry.source];
            assert!(!document.text.contains(source.address.as_str()), "{}: an entry stands on it", document.path);
        }
    }
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
fn without_the_file_of_other_sources_every_other_page_is_byte_for_byte_the_same() {
    // The invented town has entries of every kind.
    let data = "tests/plans/fictional";
    let bare = PathBuf::from("target/altered/since-data");
    let _ = std::fs::remove_dir_all(&bare);
    std::fs::create_dir_all(&bare).expect("a folder can be made");
    for file in source::FILES {
        std::fs::copy(Path::new(data).join(file), bare.join(file)).expect("a file can be copied");
    }
    let [with, without] = [("with", PathBuf::from(data)), ("without", bare)].map(|(which, data)| {
        let plan = source::load(&data).unwrap_or_else(|report| panic!("{report}"));
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
            assert_eq!(one == other, page != Page::Since, "{file}");
            compared += 1;
        }
    }
    assert!(compared > 30, "only {compared} pages");
}
