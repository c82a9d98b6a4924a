//! Copies of versions of the data: an old one stays as it is, and leads to the newest.

use five_new_bijies::quantity::Lang;
use five_new_bijies::route::Page;
use five_new_bijies::site::prerender::{Options, build};
use five_new_bijies::site::source;
use scraper::{Html, Selector};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

const HOST: &str = "https://town.example";
const BASE: &str = "/kites/";

/// A folder of this test's own, with the invented town's data in it.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new("target/altered").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(folder.join("data")).expect("a folder can be made");
    for entry in std::fs::read_dir("tests/plans/fictional").expect("the plan is there") {
        let from = entry.expect("the entry can be read").path();
        let to = folder.join("data").join(from.file_name().expect("it has a name"));
        std::fs::copy(&from, to).expect("the file can be copied");
    }
    folder
}

/// Builds the site from the data in `folder` and returns the version.
fn built(folder: &Path, frozen: bool) -> String {
    let options = Options {
        data: folder.join("data"),
        out: folder.join("site"),
        public_url: BASE.to_owned(),
        site_url: HOST.to_owned(),
        frozen: frozen.then(|| folder.join("kept")),
        compress: false,
        ..Options::default()
    };
    build(&options).unwrap_or_else(|error| panic!("{error}"));
    let version = std::fs::read_to_string(folder.join("site/data/version.txt")).expect("the site names its version");
    version.trim().to_owned()
}

/// Changes a number of the data, as a correction would.
fn correct(folder: &Path) {
    let file = folder.join("data/site.toml");
    let text = std::fs::read_to_string(&file).expect("data files are text");
    std::fs::write(&file, format!("# A correction.\n{text}")).expect("the file can be written");
}

fn files(dir: &Path) -> BTreeSet<PathBuf> {
    let mut found = BTreeSet::new();
    for entry in std::fs::read_dir(dir).unwrap_or_else(|error| panic!("{}: {error}", dir.display())) {
        let path = entry.expect("the entry can be read").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.insert(path);
        }
    }
    found
}

fn text(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn an_earlier_version_stays_as_it_is_and_leads_to_the_newest() {
    let folder = folder("frozen");
    let site = folder.join("site");
    let first = built(&folder, true);
    let copy = site.join("v").join(&first);
    let before: Vec<(PathBuf, Vec<u8>)> =
        files(&copy).into_iter().map(|path| (path.clone(), std::fs::read(path).expect("it can be read"))).collect();
    assert!(before.len() > 30, "{} files", before.len());
    correct(&folder);
    let second = built(&folder, true);
    assert_ne!(first, second, "the data has changed");
    for (path, bytes) in &before {
        assert!(std::fs::read(path).is_ok_and(|now| now == *bytes), "{} has changed", path.display());
    }
    assert!(site.join("v").join(&second).is_dir());

    let plans = source::load_or_panic(folder.join("data"));
    for lang in Lang::ALL {
        let plan = plans.in_lang(lang);
        for page in Page::all(plan).into_iter().filter(|page| !matches!(page, Page::Embed(_) | Page::NotFound)) {
            let name = page.file(plan, lang);
            let old = text(&copy.join(&name));
            let html = Html::parse_document(&old);
            let one = |selector: &str, attribute: &str| {
                let selector = Selector::parse(selector).expect("a selector");
                let found: Vec<_> = html.select(&selector).collect();
                assert_eq!(found.len(), 1, "{name}: {}", found.len());
                found[0].attr(attribute).unwrap_or_default().to_owned()
            };
            assert_eq!(one("meta[name=robots]", "content"), "noindex", "{name}");
            assert_eq!(one("link[rel=canonical]", "href"), format!("{HOST}/kites{}", page.path(plan, lang)));
            assert!(!old.contains("<script"), "{name} runs a script");
            let said: String =
                html.select(&Selector::parse(".frozen").expect("a selector")).flat_map(|said| said.text()).collect();
            assert!(said.contains(&first), "{name} does not say which version it is: {said}");
            let newest = copy.join(&name).parent().expect("a page lies in a folder").join(one(".frozen a", "href"));
            assert_eq!(
                newest.join("index.html").canonicalize().ok(),
                site.join(&name).canonicalize().ok(),
                "{name}: the way to the newest leads elsewhere"
            );
        }
    }
    assert!(!std::fs::read(copy.join("data/figures.csv")).expect("the data is there").is_empty());
    let map = text(&site.join("sitemap.xml"));
    assert!(!map.contains("/v/"), "search engines are led to old versions");
    assert!(text(&site.join("_headers")).contains("/kites/v/*\n  cache-control: public, max-age=31536000, immutable"));
}

#[test]
fn every_link_in_a_copy_leads_to_something_in_the_copy_or_the_site() {
    let folder = folder("frozen-links");
    let version = built(&folder, false);
    let site = folder.join("site");
    let copy = site.join("v").join(&version);
    let links = Selector::parse("[href], [src]").expect("a selector");
    for page in files(&copy).into_iter().filter(|path| path.extension().is_some_and(|ending| ending == "html")) {
        for element in Html::parse_document(&text(&page)).select(&links) {
            let link = element.attr("href").or(element.attr("src")).unwrap_or_default();
            if link.contains("://") || link.starts_with(['#', '?']) || link.starts_with("mailto:") {
                continue;
            }
            assert!(!link.starts_with('/'), "{}: {link} holds in one place alone", page.display());
            let path = link.split(['?', '#']).next().unwrap_or_default();
            let target = page.parent().expect("a page lies in a folder").join(path);
            let target = if target.is_dir() { target.join("index.html") } else { target };
            assert!(target.is_file(), "{}: {link} leads to nothing", page.display());
        }
    }
}

#[test]
fn citations_and_pictures_name_the_copy() {
    let folder = folder("frozen-cited");
    let version = built(&folder, false);
    let plans = source::load_or_panic(folder.join("data"));
    for lang in Lang::ALL {
        let plan = plans.in_lang(lang);
        let site = folder.join("site");
        let cited = |page: Page| format!("{HOST}{BASE}v/{version}{}", page.path(plan, lang));
        let data = text(&site.join(Page::Data.file(plan, lang)));
        assert!(data.matches(&cited(Page::Story)).count() >= 2, "GB/T 7714 and BibTeX");
        let (figure, id) = plan.figures.iter().next().map(|one| (one, one.id.as_str())).expect("a figure");
        let page = Page::Figure(plan.find(id).expect("a figure is found by its id"));
        assert!(text(&site.join(page.file(plan, lang))).contains(&cited(page)), "{}", figure.name.as_str());
        let drawing = text(&site.join(page.file(plan, lang).replace("index.html", &format!("{id}.svg"))));
        assert!(drawing.contains(&format!("town.example/kites/v/{version}")), "{id}.svg names no copy");
    }
}
