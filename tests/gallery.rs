//! The page of components: it has everything, and everything on it is there.

use five_new_bijies::app::part_names;
use five_new_bijies::plan::Kind;
use five_new_bijies::site::tools::gallery::{self, WORDINGS, wording_name};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

static MADE: LazyLock<PathBuf> = LazyLock::new(|| {
    let out = PathBuf::from("target/altered/parts");
    let _ = std::fs::remove_dir_all(&out);
    gallery::make(Path::new("target/shell"), &out).unwrap_or_else(|error| panic!("{error}"));
    out
});

fn sheet(folder: &str) -> String {
    std::fs::read_to_string(MADE.join(folder).join("index.html")).expect("the page is there")
}

/// What stands in quotes behind each `begin`.
fn quoted<'a>(text: &'a str, begin: &str) -> Vec<&'a str> {
    text.split(begin).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// Names of the parts that pages under `folder` mark places for.
fn parts(folder: &Path) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for entry in std::fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("the entry can be read").path();
        if path.is_dir() {
            found.extend(parts(&path));
        } else if path.extension().is_some_and(|extension| extension == "html") {
            let text = std::fs::read_to_string(&path).expect("pages are text");
            let marks = quoted(&text, "data-part=\"").into_iter();
            found.extend(marks.map(|mark| mark.split(' ').next().unwrap_or_default().to_owned()));
        }
    }
    found
}

#[test]
fn every_part_of_the_site_has_a_page_where_it_is_live() {
    let sheet = sheet("");
    let own = parts(Path::new("dist"));
    let all: BTreeSet<String> = part_names().map(str::to_owned).collect();
    assert_eq!(own, all, "the parts on the site's pages, and all there are");
    // A list of what is kept shows nothing before a reader keeps something.
    for part in all.into_iter().filter(|part| part != "kept") {
        let link = sheet.split(&format!("\">{part}</a>")).next().filter(|before| before.len() < sheet.len());
        let address = link.and_then(|before| before.rsplit("href=\"/parts/").next());
        let path = MADE.join(address.unwrap_or_else(|| panic!("{part} is on the page of components")));
        let file = if path.is_file() { path } else { path.join("index.html") };
        let page = std::fs::read_to_string(&file).expect("the page is there");
        let shows = |mark: &str| mark.split_once('>').is_some_and(|(_, content)| !content.starts_with("</"));
        let mark = format!("data-part=\"{part}");
        assert!(page.split(&mark).skip(1).any(shows), "{part} shows something on {}", file.display());
    }
}

#[test]
fn every_kind_in_every_wording_is_there_at_three_widths_in_three_themes() {
    for (folder, theme) in [("", "light"), ("dark", "dark"), ("contrast", "contrast")] {
        let sheet = sheet(folder);
        for (kind, _) in Kind::NAMES {
            for (tense, hedges) in WORDINGS {
                let name = wording_name(tense, hedges.iter().copied().collect());
                let frame = format!("src=\"/parts/site/embed/figures/{kind}-{name}/?theme={theme}\"");
                for width in [260, 360, 640] {
                    let frame = format!("width=\"{width}\" {frame}");
                    assert_eq!(sheet.matches(&frame).count(), 1, "{frame}");
                }
            }
        }
        assert!(sheet.contains("share-promised-range"));
    }
}

#[test]
fn every_frame_and_link_leads_to_a_page_that_was_made() {
    let sheet = sheet("");
    let addresses = [quoted(&sheet, "src=\""), quoted(&sheet, "href=\"")].concat();
    assert!(addresses.len() > 100);
    for address in addresses {
        let path =
            address.split('?').next().and_then(|path| path.strip_prefix("/parts/")).expect("it is under /parts/");
        let path = MADE.join(path);
        assert!(path.is_file() || path.join("index.html").is_file(), "{address}");
    }
}

#[test]
fn no_reader_gets_it() {
    assert!(!Path::new("dist/parts").exists());
}
