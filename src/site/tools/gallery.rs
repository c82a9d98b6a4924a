//! The page of components, made while developing: every part and every kind of figure in every wording, live, at three
//! widths and in three themes. It shows the site of an invented town whose plan has a figure for each of them.

use crate::app::{PART_ATTRIBUTE, part_names};
use crate::plan::Kind;
use crate::quantity::{Hedge, Hedges, Lang, Tense};
use crate::site::prerender::{self, Options};
use crate::site::source::{FILES, SINCE_FILE};
use crate::site::{IN_MEMORY, write_whole};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// How a value can be worded, so that it is drawn in a way of its own. A level reached and the whole of something are said
/// in words alone; both ceilings are drawn alike.
pub const WORDINGS: [(Tense, &[Hedge]); 10] = [
    (Tense::Done, &[]),
    (Tense::Done, &[Hedge::AtLeast]),
    (Tense::UnderWay, &[]),
    (Tense::Promised, &[]),
    (Tense::Promised, &[Hedge::AtLeast]),
    (Tense::Promised, &[Hedge::Strive]),
    (Tense::Promised, &[Hedge::Strive, Hedge::AtLeast]),
    (Tense::Promised, &[Hedge::Strive, Hedge::About]),
    (Tense::Promised, &[Hedge::Hold, Hedge::AtLeast]),
    (Tense::Promised, &[Hedge::NoMoreThan]),
];

/// In CSS pixels: the narrowest that a chart is laid out for, a phone, and an article's column.
const WIDTHS: [u32; 3] = [260, 360, 640];

/// As `theme` in a widget's address, and how the page of each is called.
const THEMES: [(&str, &str); 3] = [("light", ""), ("dark", "dark/"), ("contrast", "contrast/")];

/// The invented town that has everything but these figures.
const TOWN: &str = "tests/plans/fictional";

/// First paragraph of the sentences that hold the figures.
const PARAGRAPH: usize = 20;

/// "promised-strive-about", as snapshots and figures are named.
pub fn wording_name(tense: Tense, hedges: Hedges) -> String {
    std::iter::once(tense.name()).chain(hedges.iter().map(Hedge::name)).collect::<Vec<_>>().join("-")
}

/// A figure of the town: its kind and wording, and whether its value is a range.
struct Example {
    kind_name: &'static str,
    kind: Kind,
    tense: Tense,
    hedges: Hedges,
    range: bool,
}

fn examples() -> impl Iterator<Item = Example> {
    Kind::NAMES.into_iter().flat_map(|(kind_name, kind)| {
        let of = move |(tense, hedges): (Tense, &[Hedge])| Example {
            kind_name,
            kind,
            tense,
            hedges: hedges.iter().copied().collect(),
            range: false,
        };
        let has_ranges = matches!(kind, Kind::Share | Kind::Leap | Kind::Amount);
        let range = has_ranges.then(|| Example { range: true, ..of((Tense::Promised, &[])) });
        WORDINGS.into_iter().map(of).chain(range)
    })
}

impl Example {
    fn id(&self) -> String {
        let range = if self.range { "-range" } else { "" };
        format!("{}-{}{range}", self.kind_name, wording_name(self.tense, self.hedges))
    }

    fn name(&self, lang: Lang) -> String {
        let tense = self.tense.word(lang);
        let hedges = self.hedges.iter().map(|hedge| hedge.word(lang));
        let range = self.range.then_some(lang.pick("区间", "a range"));
        let words: Vec<&str> = std::iter::once(tense).chain(hedges).chain(range).collect();
        format!("{}{}{}", self.kind_name, lang.pick("：", ": "), words.join(lang.pick("，", ", ")))
    }

    /// Name in the data files and words of the unit, what is measured, and the value, with the upper end of its range.
    fn measure(&self) -> (&'static str, &'static str, &'static str, f64, f64) {
        match self.kind {
            Kind::Leap => ("yi-yuan", "亿元", "产值", 30.0, 36.0),
            Kind::Amount => ("yi-yuan", "亿元", "产值", 12.0, 15.0),
            Kind::Pace => ("percent-a-year", "%", "年均增长", 8.0, 9.0),
            Kind::Share => ("percent", "%", "占比", 60.0, 65.0),
            Kind::Count => ("count", "个", "作坊", 24.0, 30.0),
            Kind::Area => ("km2", "平方公里", "草场", 130.0, 150.0),
        }
    }

    /// The article's words, with those that limit the number around it.
    fn phrase(&self) -> String {
        let (_, unit, measure, value, to) = self.measure();
        let mut phrase = String::new();
        let has = |hedge| self.hedges.has(hedge);
        phrase.push_str(if has(Hedge::Strive) { "力争" } else { "" });
        phrase.push_str(measure);
        phrase.push_str(if has(Hedge::Hold) { "稳定在" } else { "" });
        phrase.push_str(if has(Hedge::NoMoreThan) { "不超过" } else { "" });
        let number = if self.range { format!("{value}{unit}至{to}{unit}") } else { format!("{value}{unit}") };
        phrase.push_str(&number);
        for (hedge, words) in [(Hedge::AtLeast, "以上"), (Hedge::About, "左右")] {
            phrase.push_str(if has(hedge) { words } else { "" });
        }
        phrase
    }

    /// As an entry of `figures.toml`, said in the sentence at `at`.
    fn toml(&self, at: &str) -> String {
        let (unit, _, measure, value, to) = self.measure();
        let [zh, en] = Lang::ALL.map(|lang| self.name(lang));
        let (id, kind, phrase) = (self.id(), self.kind_name, self.phrase());
        let hedges: Vec<String> = self.hedges.iter().map(|hedge| format!("\"{}\"", hedge.name())).collect();
        let (slot, tense) = match self.tense {
            Tense::Promised => ("promise", ""),
            Tense::UnderWay => ("past", "tense = \"under-way\"\n"),
            Tense::Done => ("past", ""),
        };
        let to = if self.range { format!("to = {to}\n") } else { String::new() };
        let noun = if self.kind == Kind::Count { "noun = { zh = \"个\", en = \"workshop|workshops\" }\n" } else { "" };
        format!(
            r#"
[[figure]]
id = "{id}"
kind = "{kind}"
pillar = "wind"
themes = ["kites"]
name = {{ zh = "{zh}", en = "{en}" }}
finding = {{ zh = "{zh}：{{{slot}}}", en = "{en}: {{{slot}}}" }}
{noun}
[figure.{slot}]
measure = {{ zh = "{measure}", en = "a measure" }}
at = "{at}"
phrase = "{phrase}"
value = {value}
{to}unit = "{unit}"
hedge = [{}]
{tense}"#,
            hedges.join(", ")
        )
    }
}

/// The files of the town's plan, with its figures.
///
/// # Errors
/// Where the town's own files cannot be read.
pub fn plan() -> io::Result<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    for file in FILES.into_iter().chain([SINCE_FILE]) {
        let mut text = fs::read_to_string(Path::new(TOWN).join(file))?;
        for (index, example) in examples().enumerate() {
            let at = format!("p{PARAGRAPH}s{}", index + 1);
            match file {
                "sentences.toml" => {
                    write!(text, "\n[[sentence]]\nat = \"{at}\"\nsha256 = \"{index:064x}\"\nrole = \"claim\"\n")
                        .expect(IN_MEMORY);
                }
                "figures.toml" => text.push_str(&example.toml(&at)),
                _ => {}
            }
        }
        files.push((file.to_owned(), text.into_bytes()));
    }
    Ok(files)
}

/// Makes the town's site from `shell` and the pages that show it into `out`, to be served at `/parts/`.
///
/// # Errors
/// Where a file cannot be read or written, or the site cannot be built.
pub fn make(shell: &Path, out: &Path) -> Result<(), prerender::Error> {
    let failed = |error| prerender::Error::File { path: out.to_owned(), error };
    let data = out.join("data");
    fs::create_dir_all(&data).map_err(failed)?;
    for (name, bytes) in plan().map_err(failed)? {
        write_whole(&data.join(name), bytes).map_err(failed)?;
    }
    let site = out.join("site");
    prerender::build(&Options {
        data,
        shell: shell.to_owned(),
        out: site.clone(),
        public_url: "/parts/site/".to_owned(),
        compress: false,
        pictures: false,
        offline: false,
        ..Options::default()
    })?;
    let parts = places(&site).map_err(failed)?;
    write_whole(&out.join(STYLE_FILE), STYLE).map_err(failed)?;
    for (theme, folder) in THEMES {
        let folder = out.join(folder);
        fs::create_dir_all(&folder).map_err(failed)?;
        write_whole(&folder.join("index.html"), sheet(theme, &parts)).map_err(failed)?;
    }
    Ok(())
}

/// Each part by the name that its mark begins with, and the first page where it shows something: some have nothing to say
/// of some figures. Widgets come last: one shows what no page of the site does.
fn places(site: &Path) -> io::Result<BTreeMap<String, String>> {
    let mut pages = Vec::new();
    collect_pages(site, &mut pages)?;
    pages.sort_by_cached_key(|page| {
        (page.starts_with(site.join("embed")) || page.starts_with(site.join("en/embed")), page.clone())
    });
    let mut found = BTreeMap::new();
    for page in pages {
        let text = fs::read_to_string(&page)?;
        let address = page.strip_prefix(site).unwrap_or(&page).display().to_string();
        let address = format!("/parts/site/{}", address.trim_end_matches("index.html"));
        for mark in text.split(&format!("{PART_ATTRIBUTE}=\"")).skip(1) {
            let (name, rest) = mark.split_at(mark.find([' ', '"']).unwrap_or(mark.len()));
            if rest.split_once('>').is_none_or(|(_, content)| content.starts_with("</")) {
                continue;
            }
            found.entry(name.to_owned()).or_insert_with(|| address.clone());
        }
    }
    Ok(found)
}

fn collect_pages(folder: &Path, pages: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect_pages(&path, pages)?;
        } else if path.extension().is_some_and(|extension| extension == "html") {
            pages.push(path);
        }
    }
    Ok(())
}

/// A file of its own: our server's policy refuses styles in the page.
const STYLE_FILE: &str = "parts.css";

const STYLE: &str = "body { margin: 2rem; font: 16px/1.5 system-ui, sans-serif } \
    ul { columns: 4 12rem } \
    .widths { display: flex; flex-wrap: wrap; gap: 1rem; align-items: start } \
    iframe { border: 1px solid GrayText; height: 44rem; max-width: 100% } \
    .dark { color-scheme: dark }";

/// The page of one theme: the parts, then each figure at each width.
fn sheet(theme: &str, parts: &BTreeMap<String, String>) -> String {
    let link = |name| match parts.get(name) {
        Some(address) => format!("<li><a href=\"{address}\">{name}</a>\n"),
        None => format!("<li>{name}: on no page\n"),
    };
    let links: String = part_names().map(link).collect();
    let themes: String =
        THEMES.iter().map(|(name, folder)| format!("<a href=\"/parts/{folder}\">{name}</a>\n")).collect();
    let mut figures = String::new();
    let mut last = "";
    for example in examples() {
        if example.kind_name != last {
            last = example.kind_name;
            writeln!(figures, "<h2 id=\"{last}\">{last}</h2>").expect(IN_MEMORY);
        }
        let (id, name) = (example.id(), example.name(Lang::En));
        write!(figures, "<h3><a href=\"/parts/site/en/figures/{id}/\">{name}</a></h3>\n<div class=\"widths\">\n")
            .expect(IN_MEMORY);
        for width in WIDTHS {
            writeln!(
                figures,
                "<iframe loading=\"lazy\" title=\"{name}, {width} px\" width=\"{width}\" src=\"/parts/site/embed/figures/{id}/?theme={theme}\"></iframe>"
            )
            .expect(IN_MEMORY);
        }
        figures.push_str("</div>\n");
    }
    format!(
        "<!doctype html>\n<html lang=\"en\" class=\"{theme}\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n\
         <title>Parts and figures</title>\n<link rel=\"stylesheet\" href=\"/parts/{STYLE_FILE}\">\n<h1>Parts and figures</h1>\n\
         <p>On the site of an invented town. Theme: {themes}</p>\n<h2 id=\"parts\">Parts</h2>\n<ul>\n{links}</ul>\n{figures}"
    )
}
