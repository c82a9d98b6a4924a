//! The site map: every page, its address, its title and description.

mod address;
mod destination;
mod kept;
mod nearest;
mod page_file;
mod parse;
pub mod query;
mod widget;

pub use address::{Address, encoded, former_frozen_folder, frozen_folder, strip};
pub use destination::Destination;
pub use kept::{Kept, MOST_KEPT};
pub use nearest::{nearest, written_otherwise};
pub use page_file::{PageFile, download_name};
pub use query::Query;
pub use widget::{OEMBED, Widget};

use crate::plan::{Commitment, Figure, Pillar, Plan, Promise, Ref, Topic};
use crate::quantity::Lang;
use crate::words;

/// The file under the base that names the plan's version, for programs that were started a while ago.
pub const VERSION_FILE: &str = "/data/version.txt";
/// What names a version of the data: a letter, and so many hexadecimal digits. The first versions had no letter.
pub const VERSION_LETTER: char = 'v';
pub const VERSION_DIGITS: usize = 8;

/// The path under the base of the open data as a workbook.
pub const fn workbook_file(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "/data/plan.xlsx",
        Lang::En => "/en/data/plan.xlsx",
    }
}

/// A page of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    Story,
    Pillar(Ref<Pillar>),
    Figure(Ref<Figure>),
    Topic(Ref<Topic>),
    /// A promise without a number. One with a number has its figure's page.
    Promise(Ref<Commitment>),
    Commitments,
    /// The five-year card of the whole plan, or of a pillar.
    Card(Option<Ref<Pillar>>),
    /// What other public sources say of the promises.
    FollowUps,
    Data,
    Embed(Widget),
    NotFound,
}

impl Page {
    /// Every page of `plan`, the error page last.
    pub fn all(plan: &Plan) -> Vec<Page> {
        let mut pages = vec![Page::Story];
        pages.extend(Ref::all(&plan.pillars).map(Page::Pillar));
        pages.extend(Ref::all(&plan.figures).map(Page::Figure));
        pages.extend(Ref::all(&plan.topics).map(Page::Topic));
        pages.extend(Ref::all(&plan.commitments).map(Page::Promise));
        pages.extend([Page::Commitments, Page::Card(None)]);
        pages.extend(Page::cards(plan));
        pages.extend([Page::FollowUps, Page::Data]);
        pages.extend(Widget::all(plan).into_iter().map(Page::Embed));
        pages.push(Page::NotFound);
        pages
    }

    /// The page of a promise.
    pub const fn of_promise(promise: Promise) -> Page {
        match promise {
            Promise::Figure(figure) => Page::Figure(figure),
            Promise::Commitment(commitment) => Page::Promise(commitment),
        }
    }

    /// Addresses that lead to another page: those of promises with a number, to their figures.
    pub fn other_addresses(plan: &Plan, lang: Lang) -> impl Iterator<Item = (String, Page)> {
        let figures = Promise::all(plan).filter(|promise| promise.has_number());
        figures.map(move |promise| {
            (format!("{}promises/{}/", lang.pick("/", "/en/"), promise.id(plan)), Page::of_promise(promise))
        })
    }

    /// The cards of the pillars that promise numbers.
    fn cards(plan: &Plan) -> impl Iterator<Item = Page> {
        Ref::all(&plan.pillars)
            .filter(|pillar| plan.measured(*pillar).numbers > 0)
            .map(|pillar| Page::Card(Some(pillar)))
    }

    /// The address under the base, with a trailing slash: `/en/pillars/strength/`.
    pub fn path(self, plan: &Plan, lang: Lang) -> String {
        let prefix = lang.pick("/", "/en/");
        match self {
            Page::Story => prefix.to_owned(),
            Page::Pillar(pillar) => format!("{prefix}pillars/{}/", plan.id_of(pillar)),
            Page::Figure(figure) => format!("{prefix}figures/{}/", plan.id_of(figure)),
            Page::Topic(topic) => format!("{prefix}themes/{}/", plan.id_of(topic)),
            Page::Promise(commitment) => format!("{prefix}promises/{}/", plan.id_of(commitment)),
            Page::Commitments => format!("{prefix}commitments/"),
            Page::Card(None) => format!("{prefix}card/"),
            Page::Card(Some(pillar)) => format!("{prefix}card/{}/", plan.id_of(pillar)),
            Page::FollowUps => format!("{prefix}since/"),
            Page::Data => format!("{prefix}data/"),
            Page::Embed(widget) => {
                format!("{prefix}embed/{}", widget.page().path(plan, lang).trim_start_matches(prefix))
            }
            Page::NotFound => format!("{prefix}404.html"),
        }
    }

    /// Where the prerendered document stands in the built site.
    pub fn file(self, plan: &Plan, lang: Lang) -> String {
        let path = self.path(plan, lang);
        let path = path.trim_start_matches('/');
        if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
    }

    /// What the page is called, without the site's name.
    pub fn heading(self, plan: &Plan) -> String {
        let lang = plan.lang;
        match self {
            Page::Story => plan.site.title.as_str().to_owned(),
            Page::Pillar(pillar) => plan[pillar].long.as_str().to_owned(),
            Page::Figure(figure) => plan[figure].finding.plain(),
            Page::Topic(topic) => plan[topic].question.as_str().to_owned(),
            Page::Promise(commitment) => plan[commitment].text.plain(),
            Page::Commitments => words::commitments(lang).to_owned(),
            Page::Card(None) => words::card(lang).to_owned(),
            Page::Card(Some(pillar)) => format!("{} · {}", words::card(lang), plan[pillar].name.as_str()),
            Page::FollowUps => words::since(lang).to_owned(),
            Page::Data => words::data(lang).to_owned(),
            Page::Embed(widget) => widget.page().heading(plan),
            Page::NotFound => words::not_found(lang).to_owned(),
        }
    }

    /// The document's title.
    pub fn title(self, plan: &Plan) -> String {
        let heading = match self {
            Page::Topic(topic) => plan[topic].name.as_str().to_owned(),
            Page::Figure(figure) => plan[figure].name.as_str().to_owned(),
            Page::Embed(widget) => format!("{} · {}", widget.page().heading(plan), words::widget(plan.lang)),
            page => page.heading(plan),
        };
        format!("{heading} · {}", plan.site.name.as_str())
    }

    /// The document's description for search engines and previews.
    pub fn description(self, plan: &Plan) -> String {
        match self {
            Page::Story | Page::NotFound => plan.site.description.as_str().to_owned(),
            Page::Pillar(pillar) => plan[pillar].lede.plain(),
            Page::Figure(figure) => plan[figure].finding.plain(),
            Page::Topic(topic) => plan[topic].answer.plain(),
            Page::Promise(commitment) => words::promise_in_short(plan, &plan[commitment]),
            Page::Embed(widget) => widget.page().description(plan),
            Page::Commitments => plan.site.texts.commitments_lede.plain(),
            Page::Card(None) => words::card_lede(plan.lang).to_owned(),
            Page::Card(Some(pillar)) => {
                let about = words::colon(plan.lang);
                format!("{}{about}{}", plan[pillar].long.as_str(), words::card_lede(plan.lang))
            }
            Page::FollowUps => words::since_lede(plan.lang).to_owned(),
            Page::Data => plan
                .site
                .data_page
                .first()
                .and_then(|section| section.body.first())
                .map_or_else(String::new, |body| body.plain()),
        }
    }
}
