//! From a path to its page: the inverse of the site map.

use super::{Page, Widget};
use crate::plan::{Plan, Promise};
use crate::quantity::Lang;

impl Page {
    /// The page at `path` under the base and its language: the inverse of [`Page::path`]. None for any other path.
    pub fn parse(path: &str, plan: &Plan) -> Option<(Page, Lang)> {
        let (lang, rest) = match path.strip_prefix("/en/") {
            Some(rest) => (Lang::En, rest),
            None => (Lang::Zh, path.strip_prefix('/')?),
        };
        if let Some(rest) = rest.strip_prefix("embed/") {
            let widget = Widget::of(Page::parse_rest(rest, plan)?)?;
            return Some((Page::Embed(widget), lang));
        }
        Page::parse_rest(rest, plan).map(|page| (page, lang))
    }

    fn parse_rest(rest: &str, plan: &Plan) -> Option<Page> {
        let parts: Vec<&str> = rest.split('/').collect();
        match parts[..] {
            [""] => Some(Page::Story),
            ["pillars", id, ""] => plan.find(id).map(Page::Pillar),
            ["figures", id, ""] => plan.find(id).map(Page::Figure),
            ["themes", id, ""] => plan.find(id).map(Page::Topic),
            // Those with a number have a page as figures: an address that says otherwise leads there.
            ["promises", id, ""] => Promise::find(plan, id).map(Page::of_promise),
            ["commitments", ""] => Some(Page::Commitments),
            ["card", ""] => Some(Page::Card(None)),
            ["card", id, ""] => {
                let pillar = plan.find(id)?;
                Page::cards(plan).find(|page| *page == Page::Card(Some(pillar)))
            }
            ["since", ""] => Some(Page::FollowUps),
            ["data", ""] => Some(Page::Data),
            ["404.html"] => Some(Page::NotFound),
            _ => None,
        }
    }
}
