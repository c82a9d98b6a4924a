//! What search engines and phones read of the site: the sitemap, robots.txt, the web app manifests.

use super::pictures::ICONS;
use crate::color::{Palette, Token};
use crate::plan::Plan;
use crate::quantity::Lang;
use crate::route::{Address, Page};
use crate::site::IN_MEMORY;
use serde_json::{Value, json};
use std::fmt::Write;

/// Every page that is to be found, with its other language.
pub fn sitemap(plan: &Plan, address: Address) -> String {
    let mut map = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for lang in Lang::ALL {
        for page in Page::all(plan).into_iter().filter(|page| !matches!(page, Page::Embed(_) | Page::NotFound)) {
            write!(map, "<url><loc>{}</loc>", address.url(&page.path(plan, lang))).expect(IN_MEMORY);
            for other in Lang::ALL {
                write!(
                    map,
                    "<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{}\"/>",
                    other.tag(),
                    address.url(&page.path(plan, other))
                )
                .expect(IN_MEMORY);
            }
            map.push_str("</url>\n");
        }
    }
    map + "</urlset>\n"
}

pub fn robots(address: Address) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", address.url("/sitemap.xml"))
}

/// What a phone keeps the site by.
pub fn manifest(plan: &Plan, address: Address, palette: &Palette) -> String {
    let colour = |token| crate::figure::svg::hex(palette, token);
    let base = address.public_url.as_str();
    let icons: Vec<Value> = ICONS
        .iter()
        .map(|(name, side)| json!({ "src": format!("{base}{name}"), "sizes": format!("{side}x{side}"), "type": "image/png", "purpose": "any maskable" }))
        .collect();
    let start = address.under(&Page::Story.path(plan, plan.lang));
    json!({
        "name": plan.site.name.as_str(),
        "short_name": plan.site.city.as_str(),
        "description": plan.site.description.as_str(),
        "lang": plan.lang.tag(),
        "id": start,
        "start_url": start,
        "scope": base,
        "display": "standalone",
        // With a way back and the address, where a browser knows such windows.
        "display_override": ["minimal-ui"],
        "background_color": colour(Token::Paper),
        "theme_color": colour(Token::Cloth),
        "icons": icons,
    })
    .to_string()
}
