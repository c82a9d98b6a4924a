//! Pictures, posters and downloads as files, and what the pages say of them.

use five_new_bijies::color::palette;
use five_new_bijies::plan::Ref;
use five_new_bijies::quantity::{Lang, qualifier, written};
use five_new_bijies::route::{Page, PageFile};
use five_new_bijies::site::picture::{Error, PngRenderer, Sheet, SheetContext, SheetSubject};
use five_new_bijies::site::prerender::{Options, build};
use five_new_bijies::site::source::{self, Bilingual};
use five_new_bijies::words::locator;
use scraper::{Html, Selector};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

const FONTS: &str = "node_modules/@expo-google-fonts";
const HOME: &str = "https://town.example/bijie";
/// How high the foot of a poster is at least.
const FOOT_PX: usize = 260;

static PLAN: LazyLock<&'static Bilingual> = LazyLock::new(|| {
    let plan = source::load_or_panic("tests/plans/fictional");
    Box::leak(Box::new(plan))
});

/// The invented town's site for a public address under a sub-path.
static SITE: LazyLock<PathBuf> = LazyLock::new(|| {
    let out = PathBuf::from("target/altered/pictures");
    let options = Options {
        data: "tests/plans/fictional".into(),
        out: out.clone(),
        public_url: "/bijie/".into(),
        site_url: "https://town.example".into(),
        compress: false,
        ..Options::default()
    };
    build(&options).unwrap_or_else(|error| panic!("{error}; run `make build` first"));
    out
});

fn pages() -> Vec<(Lang, Page)> {
    let all = |lang| Page::all(PLAN.zh).into_iter().map(move |page| (lang, page));
    Lang::ALL.into_iter().flat_map(all).collect()
}

fn text(file: &str) -> String {
    let path = SITE.join(file);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Width, height and the grey of every pixel of a PNG file.
fn pixels(file: &str) -> (usize, usize, Vec<u8>) {
    let path = SITE.join(file.trim_start_matches('/'));
    let bytes = std::fs::File::open(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut decoder = png::Decoder::new(std::io::BufReader::new(bytes));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().expect("it is a PNG file");
    let mut raw = vec![0; reader.output_buffer_size().expect("it fits into memory")];
    let info = reader.next_frame(&mut raw).expect("it has a picture");
    let grey = raw.chunks(info.color_type.samples()).map(|pixel| pixel[0]).collect();
    (info.width as usize, info.height as usize, grey)
}

#[test]
fn every_picture_has_its_size_and_every_poster_leads_to_its_page() {
    let mut read = 0;
    for (lang, page) in pages() {
        let plan = PLAN.in_lang(lang);
        if let Some(file) = PageFile::Social.path(page, plan, lang) {
            let (width, height, _) = pixels(&file);
            let (wide, high) = PageFile::social_px(page);
            assert_eq!((width, height), (wide as usize, high as usize), "{file}");
        }
        if let Some(file) = PageFile::Poster.path(page, plan, lang) {
            let (width, height, grey) = pixels(&file);
            // A card is as high as its promises need.
            let high = if matches!(page, Page::Card(_) | Page::FollowUps) { 700..4000 } else { 1440..1441 };
            assert!(width == 1080 && high.contains(&height), "{file}: {width} × {height}");
            // The code stands in the foot; dots and boxes above it can look like one from afar.
            let foot = height - FOOT_PX;
            let mut image =
                rqrr::PreparedImage::prepare_from_greyscale(width, FOOT_PX, |x, y| grey[(foot + y) * width + x]);
            let links: Vec<_> =
                image.detect_grids().into_iter().filter_map(|code| Some(code.decode().ok()?.1)).collect();
            assert_eq!(links, [format!("{HOME}{}", page.path(plan, lang))], "{file}");
            read += 1;
        }
        if let Some(file) = PageFile::Png.path(page, plan, lang) {
            assert_eq!(pixels(&file).0, 1280, "{file}");
        }
    }
    let cards = Page::all(PLAN.zh).into_iter().filter(|page| matches!(page, Page::Card(_))).count();
    // And that of what other sources say.
    let cards = cards + 1;
    assert_eq!(read, 2 * (PLAN.zh.pillars.iter().count() + PLAN.zh.figures.iter().count() + cards));
}

#[test]
fn a_page_is_previewed_with_its_own_words_and_a_picture_that_is_there() {
    for (lang, page) in pages() {
        let plan = PLAN.in_lang(lang);
        if matches!(page, Page::Embed(_) | Page::NotFound) {
            continue;
        }
        let file = page.file(plan, lang);
        let html = Html::parse_document(&text(&file));
        let tag = |name: &str| {
            let selector = Selector::parse(&format!("meta[property='{name}'], meta[name='{name}']")).unwrap();
            let found: Vec<_> = html.select(&selector).collect();
            assert_eq!(found.len(), 1, "{file}: {name}");
            found[0].attr("content").unwrap_or_default().to_owned()
        };
        assert_eq!(tag("og:title"), page.heading(plan));
        assert_eq!(tag("og:description"), page.description(plan));
        assert_eq!(tag("og:url"), format!("{HOME}{}", page.path(plan, lang)));
        assert_eq!(tag("twitter:card"), "summary_large_image");
        let picture = tag("og:image");
        let (picture, version) = picture.split_once("?v=").expect("it names the data's version");
        assert_eq!(version, plan.version.as_str());
        let (width, height, _) = pixels(picture.strip_prefix(HOME).expect("the address is absolute"));
        assert_eq!((tag("og:image:width"), tag("og:image:height")), (width.to_string(), height.to_string()));

        let block = Selector::parse("script[type='application/ld+json']").unwrap();
        let Some(block) = html.select(&block).next() else {
            assert_eq!(page, Page::Commitments, "{file} has no structured data");
            continue;
        };
        let data: Value = serde_json::from_str(&block.inner_html()).unwrap_or_else(|error| panic!("{file}: {error}"));
        assert_eq!(data["url"], tag("og:url"));
        for download in data["distribution"].as_array().into_iter().flatten() {
            let address = download["contentUrl"].as_str().expect("an address is text");
            let path = address.strip_prefix(HOME).expect("the address is absolute").trim_start_matches('/');
            assert!(SITE.join(path).is_file(), "{file}: {path} is not there");
        }
    }
}

#[test]
fn a_figures_files_say_what_its_page_says() {
    let all = text("data/figures.csv");
    for figure in Ref::all(&PLAN.zh.figures) {
        let page = Page::Figure(figure);
        let id = PLAN.zh.id_of(figure);
        let own = text(PageFile::Csv.path(page, PLAN.zh, Lang::Zh).expect("it has one").trim_start_matches('/'));
        let expected: Vec<_> = all
            .lines()
            .enumerate()
            .filter(|(line, row)| *line == 0 || row.starts_with(&format!("{id},")))
            .map(|(_, row)| row)
            .collect();
        assert_eq!(own.lines().collect::<Vec<_>>(), expected, "{id}");
        let svg = text(PageFile::Svg.path(page, PLAN.en, Lang::En).expect("it has one").trim_start_matches('/'));
        assert!(
            svg.contains(&format!(
                "<title>{}",
                PLAN.en[figure].finding.plain().split(['<', '&']).next().unwrap_or_default()
            )),
            "{id}"
        );
        assert!(svg.contains(PLAN.en.version.as_str()) && !svg.contains("var("), "{id}");
        for lang in Lang::ALL {
            let plan = PLAN.in_lang(lang);
            let svg = text(PageFile::Svg.path(page, plan, lang).expect("it has one").trim_start_matches('/'));
            for (_, value) in plan[figure].values() {
                for part in
                    [written(&value.quantity, lang).number, qualifier(&value.quantity, lang), locator(value.at, lang)]
                {
                    assert!(svg.contains(&part), "{id}: the picture does not say “{part}”");
                }
            }
        }
    }
}

#[test]
fn the_map_names_every_page_in_both_languages_and_no_other_host() {
    let map = text("sitemap.xml");
    for (lang, page) in pages() {
        let listed = map.contains(&format!("<loc>{HOME}{}</loc>", page.path(PLAN.in_lang(lang), lang)));
        assert_eq!(listed, !matches!(page, Page::Embed(_) | Page::NotFound), "{page:?}");
    }
    assert!(text("robots.txt").contains(&format!("Sitemap: {HOME}/sitemap.xml")));
    for file in ["manifest.webmanifest", "en/manifest.webmanifest"] {
        let manifest: Value = serde_json::from_str(&text(file)).expect("it is JSON");
        for icon in manifest["icons"].as_array().expect("there are icons") {
            let path = icon["src"].as_str().and_then(|path| path.strip_prefix("/bijie/")).expect("under the base");
            let (width, height, _) = pixels(path);
            assert_eq!(icon["sizes"], format!("{width}x{height}"));
        }
    }
    assert!(!map.contains("localhost"));
}

#[test]
fn a_character_without_a_glyph_stops_the_build_and_is_named() {
    let studio =
        PngRenderer::open(Path::new(FONTS), Path::new("target/altered/kept")).unwrap_or_else(|error| panic!("{error}"));
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"99\" height=\"99\"><text y=\"50\">毕\u{1f600}节</text></svg>";
    let error = studio.png(svg, 1.0).expect_err("there is no such glyph");
    assert!(matches!(&error, Error::Glyph { character, .. } if character == "\u{1f600}"), "{error}");
    assert!(error.to_string().contains("毕\u{1f600}节"), "{error}");
    let missing =
        PngRenderer::open(Path::new("no/fonts"), Path::new("target/altered/kept")).err().expect("no fonts there");
    assert!(missing.to_string().contains("make setup"), "{missing}");
}

#[test]
fn a_picture_is_made_once() {
    let kept = PathBuf::from(format!("target/altered/kept-{}", std::process::id()));
    let studio = PngRenderer::open(Path::new(FONTS), &kept).unwrap_or_else(|error| panic!("{error}"));
    let palette = palette(":root").expect("the light theme is there");
    let plan = PLAN.zh;
    let context =
        SheetContext { plan, palette: &palette, address: "https://town.example/", frozen: "https://town.example/v/0/" };
    let sheet = Sheet::Social.svg(SheetSubject::Story, context);
    let first = studio.png(&sheet, 1.0).unwrap_or_else(|error| panic!("{error}"));
    let files: Vec<_> = std::fs::read_dir(&kept).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(files.len(), 1);
    // What is kept is what is handed out: a mark put there comes back.
    std::fs::write(&files[0], b"kept").unwrap();
    assert_eq!(studio.png(&sheet, 1.0).unwrap(), b"kept");
    assert_ne!(first, b"kept");
    let poster = Sheet::Poster.svg(SheetSubject::Story, context);
    assert_ne!(studio.png(&poster, 1.0).unwrap(), b"kept", "another sheet is another picture");
    for sheet in [Sheet::Social, Sheet::Poster, Sheet::Card, Sheet::Chart] {
        let svg = sheet.svg(SheetSubject::Story, context);
        assert!(svg.contains("town.example/v/0/"), "{sheet:?} does not say where its version stays");
    }
    std::fs::remove_dir_all(&kept).unwrap();
}

#[test]
fn a_figure_that_others_speak_of_has_a_picture_that_says_whose_the_numbers_are() {
    let mut found = 0;
    for (lang, page) in pages() {
        let plan = PLAN.in_lang(lang);
        let file = |what: PageFile| what.path(page, plan, lang).map(|path| path.trim_start_matches('/').to_owned());
        let Page::Figure(figure) = page else {
            assert_eq!(file(PageFile::FollowUpsSvg), None);
            continue;
        };
        let entries = plan.follow_ups_of(figure);
        assert_eq!(file(PageFile::FollowUpsSvg).is_some(), !entries.is_empty());
        let (Some(svg), Some(png)) = (file(PageFile::FollowUpsSvg), file(PageFile::FollowUpsPng)) else { continue };
        assert_eq!(pixels(&png).0, 1280, "{png}");
        let svg = text(&svg);
        for entry in entries {
            let number = written(&entry.quantity, lang).number;
            assert!(svg.contains(&number), "{page:?}: {number}");
            found += 1;
        }
        assert!(svg.contains(lang.pick("来自别的来源", "From another source")), "{page:?}");
        // The figure's own picture has none of it.
        let own = text(&file(PageFile::Svg).expect("it has one"));
        assert!(!own.contains(lang.pick("来自别的来源", "From another source")), "{page:?}");
    }
    assert!(found > 8, "only {found} numbers");
}

#[test]
fn builds_beside_each_other_may_make_the_same_picture() {
    let kept = PathBuf::from(format!("target/altered/kept-twice-{}", std::process::id()));
    let renderer = PngRenderer::open(Path::new(FONTS), &kept).unwrap_or_else(|error| panic!("{error}"));
    for picture in 0..200 {
        let svg = format!(
            "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='{picture}' height='9'/></svg>"
        );
        let made: Vec<_> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..4).map(|_| scope.spawn(|| renderer.png(&svg, 1.0))).collect();
            threads.into_iter().map(|thread| thread.join().expect("it does not panic")).collect()
        });
        for bytes in made {
            assert!(bytes.unwrap_or_else(|error| panic!("{error}")).starts_with(b"\x89PNG"));
        }
    }
    std::fs::remove_dir_all(&kept).unwrap();
}
