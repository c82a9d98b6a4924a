//! A whole page: frame around, page inside; one file for each page of the site map.

mod commitments;
mod data;
mod figure;
mod figure_page;
mod frame;
mod islands;
mod key;
mod not_found;
mod pillar;
mod scene;
mod site;
mod story;
mod text;
mod theme;

use crate::plan::Plan;
use crate::route::Page;
use crate::words;
use site::Site;
use yew::prelude::*;

#[derive(Clone, Properties)]
pub struct PageViewProps {
    pub plan: &'static Plan,
    /// Path under which the site is served, with a slash at both ends.
    pub base: &'static str,
    /// Address of the opening's mountains.
    pub ranges: &'static str,
    pub page: Page,
}

impl PartialEq for PageViewProps {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.plan, other.plan) && self.base == other.base && self.page == other.page
    }
}

#[component]
pub fn PageView(props: &PageViewProps) -> Html {
    let PageViewProps { plan, base, ranges, page } = props.clone();
    let site = Site { plan, base, ranges };
    html! {
        <>
            <a class="skip" href="#main">{words::skip(site.lang())}</a>
            {frame::masthead(&site, page)}
            <main id="main" tabindex="-1">{content(&site, page)}</main>
            {key::key(&site)}
            {frame::footer(&site)}
        </>
    }
}

fn content(site: &Site, page: Page) -> Html {
    match page {
        Page::Story => story::page(site),
        Page::Pillar(pillar) => pillar::page(site, pillar),
        Page::Figure(figure) => figure_page::page(site, figure),
        Page::Theme(theme) => theme::page(site, theme),
        Page::Commitments => commitments::page(site),
        Page::Data => data::page(site),
        Page::NotFound => not_found::page(site),
    }
}
