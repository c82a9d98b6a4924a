//! The address of the site: all that is built for a public one leads there, and a wrong one is refused.

use crate::{PLAN, select};
use five_new_bijies::quantity::Lang;
use five_new_bijies::route::Page;
use five_new_bijies::site::prerender::{Options, build};
use scraper::Html;
use std::path::{Path, PathBuf};

#[test]
fn pages_for_a_public_site_name_no_local_host() {
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

#[test]
fn a_path_of_any_characters_stands_in_every_file_as_it_is() {
    let out = PathBuf::from("target/altered/any-path");
    let options = Options {
        out: out.clone(),
        data: "tests/plans/fictional".into(),
        public_url: "/a & b/毕\"节'/".into(),
        site_url: "https://plan.example".into(),
        compress: false,
        pictures: false,
        ..Options::default()
    };
    build(&options).unwrap_or_else(|error| panic!("{error}"));
    let base = "/a%20%26%20b/%E6%AF%95%22%E8%8A%82%27/";
    for name in [
        "sitemap.xml",
        "atom.xml",
        "en/atom.xml",
        "feed.json",
        "robots.txt",
        "index.html",
        "sw.js",
        "embed.js",
        "_headers",
    ] {
        let text = std::fs::read_to_string(out.join(name)).expect("the file is there");
        assert!(text.contains(base), "{name} does not name {base}");
        assert!(
            !text.contains("/a & b") && !text.contains("/毕") && !text.contains("/a%20&"),
            "{name} has the path in another way"
        );
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
        ("/bijie/?a/", "https://plan.example", "hold none of ?"),
        ("/bijie/../", "https://plan.example", "must start and end with a slash"),
        ("/", "plan.example", "a scheme and a host"),
        ("/", "https://plan.example/", "without a slash at the end"),
    ] {
        let error = build(&options(public_url, site_url)).expect_err("a wrong address is refused").to_string();
        assert!(error.contains(wanted), "{error}");
    }
}
