//! The byte budgets and where the built site is, after brotli at its best.

use pack::brotli;
use std::io;
use std::path::{Path, PathBuf};

/// A budget in bytes.
struct Budget {
    what: &'static str,
    most: usize,
    measure: fn(&[File]) -> usize,
}

/// A file of the site with its size after compression.
pub struct File {
    pub name: String,
    pub bytes: usize,
    pub raw: usize,
}

/// The heaviest page of a type may take so many bytes.
struct PageBudget {
    what: &'static str,
    /// See [`folder`].
    folder: &'static str,
    most: usize,
}

const PAGES: [PageBudget; 10] = [
    PageBudget { what: "story", folder: "", most: 24_000 },
    PageBudget { what: "page of a pillar", folder: "pillars", most: 13_500 },
    PageBudget { what: "page of a figure", folder: "figures", most: 6_500 },
    PageBudget { what: "page of a topic", folder: "themes", most: 5_300 },
    PageBudget { what: "page of a promise", folder: "promises", most: 4_200 },
    PageBudget { what: "all promises", folder: "commitments", most: 11_200 },
    PageBudget { what: "card", folder: "card", most: 3_700 },
    PageBudget { what: "other sources", folder: "since", most: 11_000 },
    PageBudget { what: "data", folder: "data", most: 14_600 },
    PageBudget { what: "error page", folder: "404.html", most: 2_600 },
];

/// What the rest of the site may cost.
const BUDGETS: [Budget; 10] = [
    Budget { what: "styles", most: 10_300, measure: |files| sum(files, |name| name.starts_with("site-")) },
    // Page and part components weigh more than was reckoned, see docs/decisions/0005; one program all the same, see 0014.
    Budget { what: "script and program with both plans", most: 500_000, measure: program },
    Budget { what: "check of a text, when asked for", most: 80_600, measure: check },
    Budget {
        what: "script before the first paint, raw",
        most: 1_024,
        measure: |files| files.iter().filter(|file| file.name.starts_with("head-")).map(|file| file.raw).sum(),
    },
    Budget {
        what: "mountains of the opening",
        most: 6_000,
        measure: |files| sum(files, |name| name.starts_with("ranges-")),
    },
    Budget { what: "a widget before it is touched", most: 20_000, measure: |files| widgets(files, 1) },
    Budget { what: "three widgets in one article", most: 45_000, measure: |files| widgets(files, 3) + host(files) },
    Budget { what: "script of <plan-figure>", most: 2_100, measure: host },
    Budget { what: "styles of widgets", most: 4_096, measure: |files| sum(files, |name| is_widget_file(name, ".css")) },
    Budget {
        what: "pictures for links and posters, raw",
        most: 12_000_000,
        measure: |files| files.iter().filter(|file| is_picture(&file.name)).map(|file| file.raw).sum(),
    },
];

/// The first folder of a page's address without its language, which all pages of a type share. Empty for the story.
fn folder(name: &str) -> &str {
    let name = name.strip_prefix("en/").unwrap_or(name);
    name.split_once('/').map_or(name, |(folder, _)| folder).trim_end_matches("index.html")
}

fn is_page(name: &str) -> bool {
    name.ends_with(".html") && !is_widget(name)
}

fn largest(files: &[File], wanted: impl Fn(&str) -> bool) -> usize {
    files.iter().filter(|file| wanted(&file.name)).map(|file| file.bytes).max().unwrap_or(0)
}

fn sum(files: &[File], wanted: impl Fn(&str) -> bool) -> usize {
    files.iter().filter(|file| wanted(&file.name)).map(|file| file.bytes).sum()
}

fn is_check(name: &str) -> bool {
    name.starts_with("check-")
}

/// Everything that checks a text.
fn check(files: &[File]) -> usize {
    sum(files, |name| is_check(name) || name.starts_with("worker-"))
}

fn is_widget(name: &str) -> bool {
    name.strip_prefix("en/").unwrap_or(name).starts_with("embed/")
}

fn is_widget_file(name: &str, ending: &str) -> bool {
    name.starts_with("widget-") && name.ends_with(ending)
}

/// The `count` heaviest widgets of one page, which share their styles and their script.
fn widgets(files: &[File], count: usize) -> usize {
    let mut pages: Vec<usize> = files.iter().filter(|file| is_widget(&file.name)).map(|file| file.bytes).collect();
    pages.sort_unstable_by(|a, b| b.cmp(a));
    pages.into_iter().take(count).sum::<usize>() + sum(files, |name| name.starts_with("widget-"))
}

/// What the page around widgets runs.
fn host(files: &[File]) -> usize {
    sum(files, |name| name == "embed.js")
}

fn program(files: &[File]) -> usize {
    let on_demand =
        |name: &str| is_check(name) || name.starts_with("worker-") || name.starts_with("widget-") || name == "embed.js";
    sum(files, |name| (name.ends_with(".js") || name.ends_with(".wasm")) && !on_demand(name))
}

/// Every file of the site in `dir` but the compressed twins.
pub fn files(dir: &Path) -> io::Result<Vec<File>> {
    let mut paths = Vec::new();
    walk(dir, &mut paths)?;
    let copies = dir.join("v");
    paths
        .into_iter()
        // Copies of versions are what was measured before.
        .filter(|path| !path.starts_with(&copies))
        .filter(|path| !path.extension().is_some_and(|ending| ending == "br" || ending == "gz"))
        .map(|path| {
            let content = std::fs::read(&path)?;
            let name = path.strip_prefix(dir).unwrap_or(&path).to_string_lossy().into_owned();
            let twin = PathBuf::from(format!("{}.br", path.display()));
            let bytes = match twin.metadata() {
                Ok(data) => data.len() as usize,
                Err(_) if name.ends_with(".png") => content.len(),
                Err(_) => brotli(&content).len(),
            };
            Ok(File { name, bytes, raw: content.len() })
        })
        .collect()
}

fn walk(dir: &Path, paths: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in std::fs::read_dir(dir)? {
        let path = entry?.path();
        if path.is_dir() { walk(&path, paths)? } else { paths.push(path) }
    }
    Ok(())
}

/// Pictures are measured as they are: they do not shrink any more.
fn is_picture(name: &str) -> bool {
    name.ends_with("social.png") || name.ends_with("-poster.png")
}

/// The budgets and the heaviest pages as a table. False where a budget is not kept.
pub fn report(files: &mut [File]) -> (String, bool) {
    let mut text = String::new();
    let mut kept = true;
    let page = |page: PageBudget| {
        let used = largest(files, |name| is_page(name) && folder(name) == page.folder);
        (page.what, page.most, used)
    };
    let shared = |budget: Budget| (budget.what, budget.most, (budget.measure)(files));
    for (what, most, used) in PAGES.into_iter().map(page).chain(BUDGETS.into_iter().map(shared)) {
        // What weighs nothing is not there, and its budget says nothing.
        let mark = match used {
            0 => "NONE",
            _ if used > most => "OVER",
            _ => "ok  ",
        };
        kept &= mark == "ok  ";
        text.push_str(&format!("{mark} {used:>7} of {most:>6} B  {what}\n"));
    }
    let has_budget = |name: &str| PAGES.iter().any(|page| page.folder == folder(name));
    for file in files.iter().filter(|file| is_page(&file.name) && !has_budget(&file.name)) {
        kept = false;
        text.push_str(&format!("???? {:>7} B  a page of no type that has a budget: {}\n", file.bytes, file.name));
    }
    files.sort_by_key(|file| std::cmp::Reverse(file.bytes));
    text.push_str("\nheaviest pages:\n");
    for file in files.iter().filter(|file| file.name.ends_with(".html")).take(10) {
        text.push_str(&format!("     {:>7} B  {}\n", file.bytes, file.name));
    }
    text.push_str("\nprogram:\n");
    for file in files
        .iter()
        .filter(|file| [".js", ".wasm", ".bin", ".css", ".svg"].iter().any(|ending| file.name.ends_with(ending)))
    {
        text.push_str(&format!("     {:>7} B  {}\n", file.bytes, file.name));
    }
    (text, kept)
}
