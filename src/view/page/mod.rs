//! A whole page: frame around, page inside; one file for each page of the site map.

mod builder;
mod check;
mod commitments;
mod contents;
mod data;
mod embed;
mod figure;
mod figure_page;
mod frame;
mod guess;
mod islands;
mod key;
mod lenses;
mod not_found;
mod pillar;
mod scene;
mod share;
mod site;
mod story;
mod text;
mod theme;
mod whatif;

use crate::figure::{Drawing, Figure, Subject};
use crate::plan::{Plan, Ref, Show};
use crate::route::Page;
use crate::story::{Staged, runs};
use crate::words;
pub use check::CheckFiles;
use site::Site;
use yew::prelude::*;

#[derive(Clone, Properties)]
pub struct PageViewProps {
    pub plan: &'static Plan,
    /// Path under which the site is served, with a slash at both ends.
    pub base: &'static str,
    /// Address of the opening's mountains.
    pub ranges: &'static str,
    /// Where the site begins, as others reach it.
    pub address: &'static str,
    pub check: CheckFiles,
    pub page: Page,
}

impl PartialEq for PageViewProps {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.plan, other.plan) && self.base == other.base && self.page == other.page
    }
}

#[component]
pub fn PageView(props: &PageViewProps) -> Html {
    let PageViewProps { plan, base, ranges, address, check, page } = props.clone();
    let site = Site { plan, base, ranges, address, check, framed: matches!(page, Page::Embed(_)) };
    if let Page::Embed(widget) = page {
        return embed::page(&site, widget);
    }
    html! {
        <>
            <a class="skip" href="#main">{words::skip(site.lang())}</a>
            {frame::masthead(&site, page)}
            <main id="main" tabindex="-1" data-module="opened" data-more={words::note_more(site.lang())} data-close={words::note_close(site.lang())}>
                <p class="unknown not-stated" role="status" hidden=true>{words::link_unknown(site.lang())}</p>
                {content(&site, page)}
            </main>
            {key::key(&site)}
            {frame::footer(&site)}
        </>
    }
}

/// What pages of `plan` draw of many figures at once.
pub fn side_by_side(plan: &'static Plan) -> Vec<Subject> {
    let staged = plan.chapters.items().iter().flat_map(runs).filter(|run| !matches!(run.staged, Staged::Figure(_)));
    staged.filter_map(|run| scene::subject(plan, &run.staged)).collect()
}

/// Everything that pages of `plan` draw, in every state they show it in. The first is bare ground, to grow from.
pub fn drawings(plan: &'static Plan) -> Vec<Drawing> {
    let mut wanted: Vec<(Subject, Vec<u8>)> = Ref::all(&plan.figures)
        .map(|figure| (Subject::Figure(Figure::of(plan, figure)), vec![0, Show::ALL.bits()]))
        .collect();
    for run in plan.chapters.items().iter().flat_map(runs) {
        let Some(subject) = scene::subject(plan, &run.staged) else {
            continue;
        };
        let index = wanted.iter().position(|(known, _)| *known == subject).unwrap_or_else(|| {
            wanted.push((subject, vec![0]));
            wanted.len() - 1
        });
        let states = &mut wanted[index].1;
        for step in run.steps.iter().filter(|step| step.shown != 0) {
            if !states.contains(&step.shown) {
                states.push(step.shown);
            }
        }
    }
    wanted.into_iter().map(|(subject, states)| Drawing::of(&subject, &states)).collect()
}

fn content(site: &Site, page: Page) -> Html {
    match page {
        Page::Story => story::page(site),
        Page::Pillar(pillar) => pillar::page(site, pillar),
        Page::Figure(figure) => figure_page::page(site, figure),
        Page::Theme(theme) => theme::page(site, theme),
        Page::Commitments => commitments::page(site),
        Page::Data => data::page(site),
        Page::Embed(widget) => embed::page(site, widget),
        Page::NotFound => not_found::page(site),
    }
}
