//! Where an address leads: the one reading of its path, query and hash, however a host, a chat or a person has written
//! them.

use super::query::NotUnderstood;
use super::{Address, Page, Query, written_otherwise};
use crate::plan::Plan;
use crate::quantity::Lang;
use crate::text::plain_address;
use percent_encoding::percent_decode_str;

#[derive(Clone, Debug, PartialEq)]
pub struct Destination {
    pub lang: Lang,
    pub page: Page,
    pub query: Query,
    /// What of the query was not understood.
    pub not_understood: Vec<NotUnderstood>,
    /// Place on the page, without its `#`.
    pub anchor: Option<String>,
}

impl Destination {
    /// Reads the parts of an address as a browser has them: `search` and `hash` with their `?` and `#`, or empty. `plans`
    /// are in the order of [`Lang::ALL`]. None where no page is meant.
    pub fn read(path: &str, search: &str, hash: &str, address: Address, plans: &'static [Plan]) -> Option<Destination> {
        // Some apps encode what parts an address.
        let (rest, own_hash) = cut(path, ["%23", "%23"]);
        let (path, own_search) = cut(rest, ["%3F", "%3f"]);
        let page = address.strip(path).and_then(|path| Page::parse(path, &plans[0]));
        let (page, lang) = page.or_else(|| written_otherwise(path, address, &plans[0]))?;
        Some(Destination::of(
            page,
            lang,
            &format!("{own_search}&{}", search.trim_start_matches('?')),
            if hash.is_empty() { own_hash } else { hash },
            plans,
        ))
    }

    /// A page with the view and the place that an address asks for; the error page stands at any path.
    pub fn of(page: Page, lang: Lang, search: &str, hash: &str, plans: &'static [Plan]) -> Destination {
        let (query, not_understood) = Query::parse(search, &plans[lang as usize]);
        let anchor = anchor(hash).or_else(|| query.scene.clone());
        Destination { lang, page, query, not_understood, anchor }
    }

    /// The address on the host in the one way in which the site writes it.
    pub fn href(&self, address: Address, plan: &Plan) -> String {
        let anchor = self.anchor.as_ref().map_or_else(String::new, |anchor| format!("#{anchor}"));
        format!("{}{}{anchor}", address.under(&self.page.path(plan, self.lang)), self.query.format(plan))
    }
}

/// What stands before the first of `marks`, and what stands behind it.
fn cut<'a>(text: &'a str, marks: [&str; 2]) -> (&'a str, &'a str) {
    marks.into_iter().find_map(|mark| text.split_once(mark)).unwrap_or((text, ""))
}

/// The place that a hash names; apps add parameters of their own behind it, or a hash of their own.
fn anchor(hash: &str) -> Option<String> {
    let id = hash.trim_start_matches('#').split(['&', '#', '?']).next().unwrap_or_default();
    let id = plain_address(&percent_decode_str(id).decode_utf8_lossy()).to_ascii_lowercase();
    (!id.is_empty()).then_some(id)
}
