//! The open data as it stands in `dist/data/`.

use five_new_bijies::plan::Ref;
use five_new_bijies::quantity::Lang;
use five_new_bijies::route::Address;
use five_new_bijies::site::open::{Document, Table, schema};
use five_new_bijies::site::prerender::{atom, json_feed};
use five_new_bijies::site::source::{self, Bilingual};
use five_new_bijies::words;
use scraper::{Html, Selector};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

const PLAN_SCHEMA: &str = "tests/open/plan.schema.json";

static PLAN: LazyLock<Bilingual> = LazyLock::new(|| source::load_or_panic("data"));

fn built(name: &str) -> String {
    let dir = PathBuf::from(std::env::var("SITE_DIR").unwrap_or_else(|_| "dist".to_owned()));
    let file = dir.join(name);
    std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}; run `make build`", file.display()))
}

fn json() -> Value {
    serde_json::from_str(&built("data/plan.json")).expect("it is JSON")
}

fn list<'a>(value: &'a Value, name: &str) -> &'a Vec<Value> {
    value[name].as_array().unwrap_or_else(|| panic!("{name} is a list"))
}

#[test]
fn the_schema_is_the_reviewed_one() {
    let reviewed = Path::new(PLAN_SCHEMA);
    if std::env::var_os("UPDATE_PRINTED").is_some() {
        std::fs::write(reviewed, schema()).expect("the schema can be written");
    }
    let text = std::fs::read_to_string(reviewed).expect("the reviewed schema is there");
    assert!(text == schema(), "the schema has changed; review it, then UPDATE_PRINTED=1 cargo test --test open");
    assert_eq!(built("data/plan.schema.json"), text, "another schema is published");
}

/// Names and kinds of a value's parts are those of the schema: enough of it for what is generated here.
fn holds(value: &Value, schema: &Value, whole: &Value, path: &str) {
    if let Some(reference) = schema["$ref"].as_str() {
        let name = reference.rsplit('/').next().unwrap_or_default();
        return holds(value, &whole["$defs"][name], whole, path);
    }
    if let Some(choices) = schema["anyOf"].as_array() {
        let choice = choices.iter().find(|choice| (choice["type"] == "null") == value.is_null());
        return holds(value, choice.unwrap_or_else(|| panic!("{path}: no choice fits")), whole, path);
    }
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_u64() => "integer",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(items) => {
            items
                .iter()
                .enumerate()
                .for_each(|(index, item)| holds(item, &schema["items"], whole, &format!("{path}[{index}]")));
            "array"
        }
        Value::Object(parts) => {
            let known: BTreeSet<&str> =
                schema["properties"].as_object().expect(path).keys().map(String::as_str).collect();
            let given: BTreeSet<&str> = parts.keys().map(String::as_str).collect();
            assert_eq!(given, known, "{path}");
            parts
                .iter()
                .for_each(|(name, part)| holds(part, &schema["properties"][name], whole, &format!("{path}.{name}")));
            "object"
        }
    };
    let allowed: Vec<&str> = match &schema["type"] {
        Value::String(one) => vec![one],
        Value::Array(many) => many.iter().filter_map(Value::as_str).collect(),
        _ => panic!("{path} has no type"),
    };
    let number = kind == "integer" && allowed.contains(&"number");
    assert!(allowed.contains(&kind) || number, "{path} is {kind}, not {allowed:?}");
}

#[test]
fn the_file_is_what_its_schema_says() {
    let schema: Value = serde_json::from_str(&schema()).expect("the schema is JSON");
    holds(&json(), &schema, &schema, "$");
}

/// What `ajv` says of files by a schema.
fn ajv(schema: &str, files: &[&Path]) -> std::process::Output {
    let mut node = std::process::Command::new("node");
    node.arg("tests/open/validate.mjs").arg(schema).args(files).output().expect("Node.js runs")
}

#[test]
fn others_validators_take_the_files_of_every_plan_and_refuse_a_wrong_one() {
    let folder = Path::new("target/altered/open");
    std::fs::create_dir_all(folder).expect("a folder can be made");
    let file = |name: &str, text: &str| {
        let path = folder.join(name);
        std::fs::write(&path, text).expect("the file can be written");
        path
    };
    let [town, port] = ["tests/plans/fictional", "tests/plans/port"].map(|dir| {
        let plan = source::load_or_panic(dir);
        Document::of(&plan, Address::new("https://town.example", "/")).json()
    });
    let text = built("data/plan.json");
    let (real, town, port) = (file("plan.json", &text), file("town.json", &town), file("port.json", &port));
    let said = ajv(PLAN_SCHEMA, &[&real, &town, &port]);
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    let mut wrong: Value = serde_json::from_str(&text).expect("it is JSON");
    wrong["figures"][0]["values"][0]["value"] = "87".into();
    let said = ajv(PLAN_SCHEMA, &[&file("wrong.json", &wrong.to_string())]);
    assert!(String::from_utf8_lossy(&said.stderr).contains("must be number"), "a text passes for a number");
}

#[test]
fn nothing_of_the_plan_is_missing() {
    let document = json();
    let plan = PLAN.zh;
    for (name, count) in [
        ("sentences", plan.sentences.iter().count()),
        ("pillars", plan.pillars.iter().count()),
        ("themes", plan.topics.iter().count()),
        ("figures", plan.figures.iter().count()),
        ("commitments", plan.commitments.iter().count()),
        ("milestones", plan.milestones.iter().count()),
        ("glossary", plan.terms.iter().count()),
        ("other_sources", plan.other_sources.iter().count()),
        ("since", plan.since.iter().count()),
    ] {
        assert_eq!(list(&document, name).len(), count, "{name}");
    }
    assert!(!list(&document, "changes").is_empty());
    assert_eq!(document["version"], plan.version.as_str());
    for sentence in list(&document, "sentences") {
        assert_eq!(sentence["sha256"].as_str().map(str::len), Some(64), "{sentence}");
    }
}

#[test]
fn numbers_are_those_of_the_pages() {
    for figure in list(&json(), "figures") {
        let id = figure["id"].as_str().expect("a figure has an id");
        for (lang, folder) in [("zh", ""), ("en", "en/")] {
            let page = built(&format!("{folder}figures/{id}/index.html"));
            let page = Html::parse_document(&page);
            let main = page.select(&Selector::parse("main").expect("a selector")).next().expect("a page has main");
            let text: String = main.text().collect();
            let written = list(figure, "values").iter().map(|value| &value["written"][lang]);
            let computed =
                list(figure, "computed").iter().flat_map(|one| [&one["written"][lang], &one["arithmetic"][lang]]);
            for words in written.chain(computed).filter_map(Value::as_str) {
                assert!(text.contains(words), "{folder}{id} does not say {words}");
            }
            let url = figure["url"][lang].as_str().unwrap_or_default();
            assert!(url.starts_with("http") && url.ends_with(&format!("/{folder}figures/{id}/")), "{url}");
        }
    }
}

#[test]
fn the_table_has_a_row_for_each_value_and_says_the_same() {
    let text = built("data/figures.csv");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let columns: Vec<String> = reader.headers().expect("a first row").iter().map(str::to_owned).collect();
    let column = |name: &str| columns.iter().position(|column| column == name).unwrap_or_else(|| panic!("{name}"));
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row is well formed")).collect();
    let document = json();
    let values: Vec<(&Value, &Value)> = list(&document, "figures")
        .iter()
        .flat_map(|figure| list(figure, "values").iter().map(move |value| (figure, value)))
        .collect();
    assert_eq!(rows.len(), values.len());
    for (row, (figure, value)) in rows.iter().zip(values) {
        assert_eq!(&row[column("id")], figure["id"].as_str().unwrap_or_default());
        assert_eq!(row[column("value")].parse::<f64>().ok(), value["value"].as_f64(), "{row:?}");
        for name in ["period", "unit", "tense", "at", "sha256", "phrase"] {
            assert_eq!(&row[column(name)], value[name].as_str().unwrap_or_default(), "{name}");
        }
    }
}

#[test]
fn citations_say_what_is_unknown() {
    for (file, unknown) in
        [("data/index.html", "网址不详"), ("en/data/index.html", "Author, publisher, date and address unknown")]
    {
        let page = built(file);
        assert!(page.contains(unknown) && page.contains("@misc{data-"), "{file}");
        assert!(page.contains(PLAN.zh.version.as_str()), "{file}");
        let original = PLAN.zh.site.source.title.as_str();
        assert!(page.matches(original).count() >= 2, "{file} cites the article by another title than its own");
        for name in ["plan.json", "plan.schema.json", "figures.csv"] {
            assert!(page.contains(&format!("href=\"/data/{name}\"")), "{file} does not link {name}");
        }
    }
}

#[test]
fn tables_for_excel_say_that_they_are_utf_8_and_are_else_the_same() {
    for name in ["figures", "commitments", "since"] {
        let plain = built(&format!("data/{name}.csv"));
        assert_eq!(built(&format!("data/{name}-excel.csv")), format!("\u{feff}{plain}"), "{name}");
        let mut reader = csv::Reader::from_reader(plain.as_bytes());
        let columns: Vec<String> = reader.headers().expect("a first row").iter().map(str::to_owned).collect();
        for row in reader.records().map(|row| row.expect("a row is well formed")) {
            for (column, cell) in columns.iter().zip(&row) {
                // Of other sources it is known when they were published and read.
                if ["source_date", "read"].contains(&column.as_str()) {
                    continue;
                }
                assert!(!cell.starts_with(['=', '+', '@', '\t']), "{name}: a formula: {cell}");
                let date = |mark: char| {
                    let parts: Vec<&str> = cell.split(mark).collect();
                    (2..=3).contains(&parts.len()) && parts.iter().all(|part| part.parse::<u16>().is_ok())
                };
                assert!(!date('-') && !date('/'), "{name}: a date: {cell}");
            }
        }
        let described: Value =
            serde_json::from_str(&built(&format!("data/{name}.csv-metadata.json"))).expect("it is JSON");
        let names = list(&described["tableSchema"], "columns").iter().filter_map(|column| column["name"].as_str());
        assert!(names.eq(columns.iter().map(String::as_str)), "{name}: the description has other columns");
        assert!(described["url"].as_str().is_some_and(|url| url.ends_with(&format!("/data/{name}.csv"))));
    }
    let rows = built("data/commitments.csv").lines().count();
    assert_eq!(rows, 1 + PLAN.zh.commitments.iter().count(), "one row for each promise without a number");
}

#[test]
fn feeds_tell_every_change_of_the_data() {
    for folder in ["", "en/"] {
        let feed: Value = serde_json::from_str(&built(&format!("{folder}feed.json"))).expect("it is JSON");
        assert_eq!(feed["version"], "https://jsonfeed.org/version/1.1");
        let items = list(&feed, "items");
        assert_eq!(items.len(), PLAN.zh.site.changes.iter().count());
        let atom = built(&format!("{folder}atom.xml"));
        assert_eq!(atom.matches("<entry>").count(), items.len());
        for item in items {
            for name in ["id", "url", "content_text", "date_published"] {
                assert!(item[name].as_str().is_some_and(|text| !text.is_empty()), "{folder}: {name}");
            }
            assert!(atom.contains(item["date_published"].as_str().unwrap_or("-")), "{folder}");
        }
    }
}

/// The invented town with these changes of its data, and the two feeds that tell them.
fn feeds(name: &str, changes: &str) -> (Value, String, PathBuf) {
    let folder = PathBuf::from("target/altered/feeds").join(name);
    std::fs::create_dir_all(&folder).expect("a folder can be made");
    for entry in std::fs::read_dir("tests/plans/fictional").expect("the town is there") {
        let path = entry.expect("an entry can be read").path();
        let mut text = std::fs::read_to_string(&path).expect("the file can be read");
        if path.ends_with("site.toml") {
            text.truncate(text.find("[[change]]").unwrap_or(text.len()));
            text.push_str(changes);
        }
        std::fs::write(folder.join(path.file_name().expect("a name")), text).expect("the file can be written");
    }
    let plan = source::load_or_panic(folder.display().to_string());
    let address = Address::new("https://town.example", "/a&b/");
    let json = folder.join("feed.json");
    std::fs::write(&json, json_feed(plan.en, address)).expect("the file can be written");
    let feed = serde_json::from_str(&json_feed(plan.en, address)).expect("it is JSON");
    (feed, atom(plan.en, address), json)
}

/// Holds that a feed is what RFC 4287 asks for, as far as this project writes it, and gives what names its entries and when
/// each was updated.
fn atom_entries(feed: &str) -> Vec<(String, String)> {
    const ATOM: &str = "http://www.w3.org/2005/Atom";
    fn once<'a>(of: roxmltree::Node<'a, '_>, name: &str) -> String {
        let found: Vec<_> = of.children().filter(|child| child.has_tag_name((ATOM, name))).collect();
        assert_eq!(found.len(), 1, "{name} stands once in {}", of.tag_name().name());
        let text = found[0].text().unwrap_or_default().to_owned();
        assert!(!text.is_empty(), "{name} says something");
        text
    }
    let date = |text: String| {
        let shape: String = text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
        assert_eq!(shape, "0000-00-00T00:00:00Z", "{text} is a date");
        text
    };
    let document = roxmltree::Document::parse(feed).expect("it is well-formed");
    let root = document.root_element();
    assert!(root.has_tag_name((ATOM, "feed")));
    let known = ["id", "title", "updated", "link", "author", "entry", "published", "content", "feed", "name"];
    for element in document.descendants().filter(roxmltree::Node::is_element) {
        let name = element.tag_name();
        assert!(name.namespace() == Some(ATOM) && known.contains(&name.name()), "{name:?}");
    }
    assert!(once(root, "id").starts_with("https://town.example/a"));
    once(root, "title");
    let updated = date(once(root, "updated"));
    let own =
        root.children().filter(|child| child.has_tag_name((ATOM, "link")) && child.attribute("rel") == Some("self"));
    assert_eq!(own.count(), 1, "a feed names itself");
    let author = root.children().find(|child| child.has_tag_name((ATOM, "author"))).expect("a feed has an author");
    once(author, "name");
    let entries = root.children().filter(|child| child.has_tag_name((ATOM, "entry")));
    let entries: Vec<(String, String)> = entries
        .map(|entry| {
            once(entry, "title");
            once(entry, "content");
            (once(entry, "id"), date(once(entry, "updated")))
        })
        .collect();
    let names: BTreeSet<&String> = entries.iter().map(|(id, _)| id).collect();
    assert_eq!(names.len(), entries.len(), "no two entries have one name");
    assert!(entries.iter().all(|(_, date)| *date <= updated), "no entry is newer than its feed");
    entries
}

#[test]
fn feeds_are_valid_and_their_names_last_whatever_is_told_in_which_order() {
    const FIRST: &str = "[[change]]\non = 2026-03-01\ntext = { zh = \"一\", en = \"One & two < three > one\" }\n";
    const OF_THE_DAY: &str = "[[change]]\non = 2026-03-01\ntext = { zh = \"二\", en = \"Two\" }\n";
    const LATER: &str = "[[change]]\non = 2026-03-05\ntext = { zh = \"三\", en = \"Three\" }\n";
    const CORRECTED: &str =
        "[[change]]\non = 2026-03-01\ncorrected = 2026-03-06\ntext = { zh = \"一\", en = \"One\" }\n";
    let mut files = Vec::new();
    let mut told = |name: &str, changes: &str| {
        let (json, atom, file) = feeds(name, changes);
        files.push(file);
        let entries = atom_entries(&atom);
        let ids: Vec<&str> = list(&json, "items").iter().filter_map(|item| item["id"].as_str()).collect();
        assert!(entries.iter().map(|(id, _)| id.as_str()).eq(ids), "both feeds name the same");
        entries
    };
    assert_eq!(told("none", "").len(), 0);
    let first = told("one", FIRST)[0].0.clone();
    let newest_first = told("newest-first", &[LATER, OF_THE_DAY, FIRST].concat());
    assert_eq!(newest_first.len(), 3);
    assert_eq!(newest_first[2].0, first, "another change of the day renames none");
    assert_eq!(told("newest-last", &[FIRST, OF_THE_DAY, LATER].concat()), newest_first);
    let corrected = told("corrected", &[LATER, CORRECTED].concat());
    assert_eq!(corrected[1], (first, "2026-03-06T00:00:00Z".to_owned()), "a correction is newer than what it corrects");
    let files: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
    let said = ajv("tests/open/feed.schema.json", &files);
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
}

#[test]
fn every_page_names_the_feeds_of_its_language() {
    for (page, folder) in [("index.html", "/"), ("404.html", "/"), ("en/card/index.html", "/en/")] {
        let html = Html::parse_document(&built(page));
        for (kind, file) in [("application/feed+json", "feed.json"), ("application/atom+xml", "atom.xml")] {
            let link = Selector::parse(&format!("head > link[rel=alternate][type='{kind}']")).expect("a selector");
            let found = html.select(&link).next().unwrap_or_else(|| panic!("{page} names no {file}"));
            assert_eq!(found.attr("href"), Some(format!("{folder}{file}").as_str()), "{page}");
        }
    }
}

/// The files of an archive by name.
fn unpacked(name: &str) -> BTreeMap<String, Vec<u8>> {
    let dir = PathBuf::from(std::env::var("SITE_DIR").unwrap_or_else(|_| "dist".to_owned()));
    let file = std::fs::File::open(dir.join(name)).unwrap_or_else(|error| panic!("{name}: {error}; run `make build`"));
    let mut archive = zip::ZipArchive::new(file).unwrap_or_else(|error| panic!("{name}: {error}"));
    let mut files = BTreeMap::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).expect("a file can be opened");
        let within = file.name().expect("a name is text").into_owned();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap_or_else(|error| panic!("{name}: {within}: {error}"));
        files.insert(within, content);
    }
    files
}

#[test]
fn a_pillars_archive_holds_every_file_of_it_and_says_what_it_is() {
    for lang in Lang::ALL {
        let plan = PLAN.in_lang(lang);
        let folder = lang.pick("", "en/");
        for pillar in Ref::all(&plan.pillars) {
            let id = plan.id_of(pillar);
            let name = format!("{folder}pillars/{id}/{id}.zip");
            let files = unpacked(&name);
            let mut expected = BTreeSet::from(["README.txt".to_owned(), "commitments.csv".to_owned()]);
            expected.insert(format!("{id}-poster.png"));
            for figure in plan.figures_of_pillar(pillar).map(|figure| plan.id_of(figure)) {
                expected.extend([".csv", ".svg", ".png", "-poster.png"].map(|end| format!("figures/{figure}{end}")));
            }
            assert_eq!(files.keys().cloned().collect::<BTreeSet<_>>(), expected, "{name}");
            for (file, content) in files.iter().filter(|(file, _)| file.starts_with("figures/")) {
                let id = file.trim_start_matches("figures/").split('.').next().unwrap_or_default();
                let id = id.trim_end_matches("-poster");
                let beside = file.trim_start_matches("figures/");
                let dir = PathBuf::from(std::env::var("SITE_DIR").unwrap_or_else(|_| "dist".to_owned()));
                let published = std::fs::read(dir.join(format!("{folder}figures/{id}/{beside}"))).expect(file);
                assert!(published == *content, "{name}: {file} is another than the published one");
            }
            let rows = String::from_utf8_lossy(&files["commitments.csv"]).lines().count();
            assert_eq!(rows.max(1), 1.max(plan.commitments_of(Some(pillar)).count() + usize::from(rows > 0)), "{name}");
            let readme = String::from_utf8_lossy(&files["README.txt"]).into_owned();
            let page = format!("/{folder}pillars/{id}/");
            for words in [plan.version.as_str(), "CC BY 4.0", "[DS/OL]", &page, plan[pillar].long.as_str()] {
                assert!(readme.contains(words), "{name}: README.txt does not say {words}");
            }
            assert!(built(&format!("{folder}pillars/{id}/index.html")).contains(&format!("{page}{id}.zip")), "{name}");
        }
    }
}

#[test]
fn what_other_sources_say_is_marked_as_theirs_and_kept_even_where_it_was_corrected() {
    let plan = source::load_or_panic("tests/plans/fictional");
    let document = Document::of(&plan, Address::new("https://town.example", "/"));
    let published: Value = serde_json::from_str(&document.json()).expect("it is JSON");
    let whole: Value = serde_json::from_str(&schema()).expect("the schema is JSON");
    holds(&published, &whole, &whole, "$");
    let since = list(&published, "since");
    assert_eq!(since.len(), plan.zh.since.iter().count());
    let misread = since.iter().find(|entry| entry["id"] == "weathercocks-2025-misread").expect("nothing is deleted");
    assert_eq!(misread["replaced_by"], "weathercocks-2025");
    let table = Table::since(&document, &document.since).csv();
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let from = reader.headers().expect("a first row").iter().position(|name| name == "from").expect("a column");
    let rows: Vec<_> = reader.records().map(|row| row.expect("a row is well formed")).collect();
    assert_eq!(rows.len(), since.len());
    assert!(rows.iter().all(|row| &row[from] == "another source"));
    assert!(since.iter().all(|entry| entry["from"] == "another source"));
    // Nothing of it among the figures.
    for figure in list(&published, "figures") {
        assert!(!figure.to_string().contains("10.5"), "{figure}");
    }
}

#[test]
fn no_cell_of_a_workbook_is_a_formula_or_a_date() {
    for (lang, name) in [(Lang::Zh, "data/plan.xlsx"), (Lang::En, "en/data/plan.xlsx")] {
        let files = unpacked(name);
        let part = |part: &str| Html::parse_fragment(&String::from_utf8_lossy(&files[part]));
        let texts = part("xl/sharedStrings.xml");
        let texts: Vec<String> =
            texts.select(&Selector::parse("si").expect("a selector")).map(|one| one.text().collect()).collect();
        let styles = String::from_utf8_lossy(&files["xl/styles.xml"]).into_owned();
        assert!(!styles.contains("<numFmts"), "{name}: a cell is written in a way of its own, as dates are");
        let plan = PLAN.in_lang(lang);
        let mut numbers = Vec::new();
        for sheet in ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml"] {
            let sheet = part(sheet);
            let cells: Vec<_> = sheet.select(&Selector::parse("c").expect("a selector")).collect();
            assert!(cells.len() > 20, "{name}: {} cells", cells.len());
            for cell in cells {
                let value: String = cell.text().collect();
                assert!(cell.select(&Selector::parse("f").expect("a selector")).next().is_none(), "a formula: {value}");
                match cell.attr("t") {
                    Some("s") => assert!(value.parse::<usize>().is_ok_and(|at| at < texts.len()), "{value}"),
                    None => numbers.push(value.parse::<f64>().expect("a number")),
                    Some(other) => panic!("{name}: a cell of kind {other}: {value}"),
                }
            }
        }
        // The article's on their sheet, other sources' on theirs.
        let values = Ref::all(&plan.figures).flat_map(|figure| plan[figure].values()).map(|(_, value)| value.quantity);
        let elsewhere = plan.since.iter().filter(|entry| entry.replaced_by.is_none()).map(|entry| entry.quantity);
        let all = values.chain(elsewhere).flat_map(|quantity| {
            [Some(quantity.value), quantity.to, quantity.of.map(f64::from)].into_iter().flatten().collect::<Vec<f64>>()
        });
        assert_eq!(numbers, all.collect::<Vec<_>>(), "{name}");
        for heading in ["id", "unit", "tense", "hedges", "sha256", "phrase", "same_measure", "locator"] {
            assert!(texts.iter().any(|text| text == words::column(heading, lang)), "{name} has no column {heading}");
        }
        assert!(texts.iter().any(|text| text == lang.pick("承诺", "Promise")), "{name} speaks another language");
        for one in plan.commitments.iter() {
            assert!(texts.contains(&one.text.plain()), "{name}: {} is missing", one.id.as_str());
        }
        let page = built(&format!("{}data/index.html", lang.pick("", "en/")));
        assert!(page.contains(&format!("href=\"/{name}\"")), "{name} is not linked");
    }
}

#[test]
fn without_other_sources_their_table_still_names_its_columns() {
    let files = source::FILES.map(|name| {
        (name.to_owned(), std::fs::read(format!("tests/plans/fictional/{name}")).expect("the plan has all its files"))
    });
    let plan = source::parse(files.to_vec()).unwrap_or_else(|report| panic!("{report}"));
    let open = Document::of(&plan, Address::new("https://town.example", "/"));
    let table = Table::since(&open, &open.since).csv();
    assert!(table.starts_with("id,from,figure,kind,value,unit,") && table.lines().count() == 1, "{table}");
}
