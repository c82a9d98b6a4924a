//! What other sites and programs read of a page: previews, structured data, the map of the site, the manifest.

use super::document::escape;
use super::pictures::ICONS;
use crate::open::Address;
use crate::plan::Plan;
use crate::quantity::Lang;
use crate::route::{Beside, Page};
use crate::theme::{Palette, Token};
use serde_json::{Value, json};
use std::fmt::Write;

const LICENCE: &str = "https://creativecommons.org/licenses/by/4.0/";

/// The tags for previews of a link, and the structured data, for the head of a page.
pub fn tags(plan: &Plan, page: Page, address: &Address) -> String {
    let lang = plan.lang;
    let own = address.of(&page.path(plan, lang));
    let (pictured, picture) = Beside::Social
        .path(page, plan, lang)
        .map_or((Page::Story, Beside::Social.path(Page::Story, plan, lang)), |path| (page, Some(path)));
    let picture = address.of(&picture.unwrap_or_default());
    let mut tags = String::new();
    let mut tag = |name: &str, content: &str| {
        let kind = if name.starts_with("og:") { "property" } else { "name" };
        let _ = write!(tags, "<meta {kind}=\"{name}\" content=\"{}\">\n    ", escape(content));
    };
    tag("og:type", "article");
    tag("og:site_name", plan.site.name.as_str());
    tag("og:title", &page.heading(plan));
    tag("og:description", &page.description(plan));
    tag("og:url", &own);
    tag("og:locale", locale(lang));
    tag("og:locale:alternate", locale(lang.other()));
    tag("og:image", &picture);
    tag("og:image:type", "image/png");
    tag("og:image:width", "1200");
    tag("og:image:height", "630");
    tag("og:image:alt", &pictured.heading(plan));
    tag("twitter:card", "summary_large_image");
    if let Some(data) = structured(plan, page, address, &own, &picture) {
        // A closing tag in a text would end the block.
        let data = data.to_string().replace('<', "\\u003c");
        let _ = write!(tags, "<script type=\"application/ld+json\">{data}</script>\n    ");
    }
    tags
}

fn locale(lang: Lang) -> &'static str {
    lang.pick("zh_CN", "en_GB")
}

/// What a search engine is told. No date is given: the article has none.
fn structured(plan: &Plan, page: Page, address: &Address, own: &str, picture: &str) -> Option<Value> {
    let kind = match page {
        Page::Story | Page::Pillar(_) | Page::Theme(_) => "Article",
        Page::Figure(_) | Page::Data => "Dataset",
        _ => return None,
    };
    let who = json!({ "@type": "Organization", "name": plan.site.name.as_str(), "url": address.of(&Page::Story.path(plan, plan.lang)) });
    let mut data = json!({
        "@context": "https://schema.org",
        "@type": kind,
        "url": own,
        "description": page.description(plan),
        "inLanguage": plan.lang.tag(),
        "license": LICENCE,
        "version": plan.version.as_str(),
        "isAccessibleForFree": true,
        "creator": who,
    });
    if kind == "Article" {
        data["headline"] = page.heading(plan).into();
        data["image"] = picture.into();
    } else {
        data["name"] = page.heading(plan).into();
        let files = match page {
            Page::Figure(_) => [Beside::Csv, Beside::Svg, Beside::Png]
                .into_iter()
                .filter_map(|what| what.path(page, plan, plan.lang))
                .collect(),
            _ => vec!["/data/plan.json".to_owned(), "/data/figures.csv".to_owned()],
        };
        data["distribution"] = files
            .iter()
            .map(|file| json!({ "@type": "DataDownload", "encodingFormat": media_type(file), "contentUrl": address.of(file) }))
            .collect();
    }
    Some(data)
}

fn media_type(file: &str) -> &'static str {
    match file.rsplit('.').next() {
        Some("csv") => "text/csv",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        _ => "image/png",
    }
}

/// Every page that is to be found, with its other language.
pub fn sitemap(plan: &Plan, address: &Address) -> String {
    let mut map = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for lang in Lang::ALL {
        for page in Page::all(plan).into_iter().filter(|page| !matches!(page, Page::Embed(_) | Page::NotFound)) {
            let _ = write!(map, "<url><loc>{}</loc>", address.of(&page.path(plan, lang)));
            for other in Lang::ALL {
                let _ = write!(
                    map,
                    "<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{}\"/>",
                    other.tag(),
                    address.of(&page.path(plan, other))
                );
            }
            map.push_str("</url>\n");
        }
    }
    map + "</urlset>\n"
}

pub fn robots(address: &Address) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", address.of("/sitemap.xml"))
}

/// The name of the manifest's file.
pub const fn manifest_file(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "manifest.webmanifest",
        Lang::En => "en/manifest.webmanifest",
    }
}

/// What a phone keeps the site by.
pub fn manifest(plan: &Plan, address: &Address, palette: &Palette) -> String {
    let colour = |token| crate::figure::svg::hex(palette, token);
    let base = address.public_url;
    let icons: Vec<Value> = ICONS
        .iter()
        .map(|(name, side)| json!({ "src": format!("{base}{name}"), "sizes": format!("{side}x{side}"), "type": "image/png", "purpose": "any maskable" }))
        .collect();
    let start = format!("{}{}", base.trim_end_matches('/'), Page::Story.path(plan, plan.lang));
    json!({
        "name": plan.site.name.as_str(),
        "short_name": plan.site.city.as_str(),
        "description": plan.site.description.as_str(),
        "lang": plan.lang.tag(),
        "start_url": start,
        "scope": base,
        "display": "browser",
        "background_color": colour(Token::Paper),
        "theme_color": colour(Token::Cloth),
        "icons": icons,
    })
    .to_string()
}
