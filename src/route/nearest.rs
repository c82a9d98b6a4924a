//! Which page an address that leads nowhere may have meant.

use super::{Address, Page};
use crate::plan::Plan;
use crate::quantity::Lang;
use crate::text::plain_address;
use percent_encoding::percent_decode_str;

/// The page that is most like the path that was asked for, and its language. None where none is like it.
///
/// Only pages of `plan` come out of this, whatever was asked for: never another host's.
pub fn nearest(asked: &str, address: Address, plan: &Plan) -> Option<(Page, Lang)> {
    if let Some(found) = written_otherwise(asked, address, plan) {
        return Some(found);
    }
    let path = tidy(asked, address);
    let (lang, rest) = match path.strip_prefix("/en/") {
        Some(rest) => (Lang::En, rest),
        None => (Lang::Zh, path.trim_start_matches('/')),
    };
    let pages = Page::all(plan).into_iter().filter(|page| !matches!(page, Page::NotFound | Page::Story));
    // A widget is meant by those alone who say so.
    let pages = pages.filter(|page| matches!(page, Page::Embed(_)) == rest.starts_with("embed/"));
    let ranked = pages.map(|page| (distance(rest, page.path(plan, Lang::Zh).trim_start_matches('/')), page));
    let (far, page) = ranked.min_by_key(|(far, _)| *far)?;
    (far * 3 <= rest.chars().count().max(3)).then_some((page, lang))
}

/// The page at this path once case, slashes and encoding are normalized, and what a chat has glued to it is gone; some
/// hosts answer such requests.
pub fn written_otherwise(asked: &str, address: Address, plan: &Plan) -> Option<(Page, Lang)> {
    Page::parse(&tidy(asked, address), plan).filter(|(page, _)| *page != Page::NotFound)
}

/// Under the base, decoded, lower case, one slash between segments and at each end, with nothing glued to it.
fn tidy(path: &str, address: Address) -> String {
    let path = slashes(&percent_decode_str(path).decode_utf8_lossy().to_lowercase());
    let base = percent_decode_str(address.public_url.as_str()).decode_utf8_lossy().to_lowercase();
    let under = path.strip_prefix(base.trim_end_matches('/')).filter(|path| path.starts_with('/')).unwrap_or(&path);
    slashes(&plain_address(under.trim_end_matches('/')))
}

fn slashes(path: &str) -> String {
    let path = path.replace('\\', "/");
    let parts = path.split('/').map(|part| part.trim().replace([' ', '_'], "-")).filter(|part| !part.is_empty());
    let mut parts: Vec<String> = parts.collect();
    if let Some(last) = parts.last_mut() {
        *last = last.trim_end_matches("index.html").trim_end_matches(".html").to_owned();
    }
    parts.into_iter().filter(|part| !part.is_empty()).fold("/".to_owned(), |path, part| format!("{path}{part}/"))
}

/// Edit distance of the paths, or, if smaller, one more than that of their last segments.
fn distance(asked: &str, path: &str) -> usize {
    let last = |path: &str| path.trim_end_matches('/').rsplit('/').next().unwrap_or_default().to_owned();
    let whole = edits(asked, path);
    // That the folder is missing or another one counts as one change.
    whole.min(1 + edits(&last(asked), &last(path)))
}

/// Letters to put in, take out or change (Levenshtein).
fn edits(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (above, a) in a.chars().enumerate() {
        let mut before = above;
        row[0] = above + 1;
        for (index, b) in b.iter().enumerate() {
            let change = before + usize::from(a != *b);
            before = row[index + 1];
            row[index + 1] = change.min(before + 1).min(row[index] + 1);
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::source;

    fn found(asked: &str) -> Option<String> {
        let plans = source::load_or_panic("data");
        let address = Address::new("https://plan.example", "/bijie/");
        nearest(asked, address, plans.zh).map(|(page, lang)| page.path(plans.zh, lang))
    }

    #[test]
    fn other_ways_of_writing_an_address_lead_to_its_page() {
        for asked in [
            "/bijie/en/Figures/Industry-Output",
            "/bijie/en//figures///industry-output/",
            "//bijie/en/figures/industry-output/",
            "/bijie/en/%66igures/industry%2Doutput/",
            "/bijie/en/figures/industry_output/index.html",
            "/bijie/en/figures/industry-output.html",
            "/bijie/en/figures%2Findustry-output",
            "/bijie/en/industry-output/",
            "/bijie/en/figure/industry-ouput/",
            "/BIJIE/EN/FIGURES/INDUSTRY-OUTPUT/",
            "/bijie/en/figures/industry-output/。",
            "/bijie/en/figures/industry-output%E3%80%82",
            "/bijie/en/figures/industry-output/（说明）/",
            "/bijie/en/figures/industry-output/).",
            "/bijie/en/figures/indus\u{200b}try-output/%3E",
        ] {
            assert_eq!(found(asked).as_deref(), Some("/en/figures/industry-output/"), "{asked}");
        }
    }

    #[test]
    fn an_address_of_another_host_leads_nowhere_else() {
        for asked in ["//evil.example/", "//evil.example/figures/", "/\\evil.example/", "/bijie//evil.example/%00%ff"] {
            let page = found(asked);
            assert!(
                page.as_deref().is_none_or(|page| page.starts_with('/') && !page.starts_with("//")),
                "{asked}: {page:?}"
            );
        }
    }

    #[test]
    fn what_is_like_nothing_leads_nowhere() {
        assert_eq!(found("/bijie/wp-login.php"), None);
        assert_eq!(found("/bijie/x"), None);
    }

    #[test]
    fn widgets_are_meant_where_they_are_named() {
        assert_eq!(found("/bijie/embed/figures/industry-outputs/").as_deref(), Some("/embed/figures/industry-output/"));
        assert_eq!(found("/bijie/pillar/beauty").as_deref(), Some("/pillars/beauty/"));
    }
}
