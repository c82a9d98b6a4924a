//! What of a page can be read aloud.

use crate::figure::{FigureChart, FollowUpsChart, Subject, describe};
use crate::plan::{self, Plan, Ref};
use crate::route::Page;
use std::fmt;

/// What is read.
#[derive(Clone, Debug, PartialEq)]
pub enum Passage {
    /// The head of the page.
    Page,
    /// A scene, by its id.
    Scene(String),
    Figure(Ref<plan::Figure>),
}

impl fmt::Display for Passage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Passage::Page => f.write_str("page"),
            Passage::Scene(id) => write!(f, "scene {id}"),
            Passage::Figure(figure) => write!(f, "figure {}", figure.position()),
        }
    }
}

impl Passage {
    pub fn parse(mark: &str, plan: &Plan) -> Option<Passage> {
        match mark.split_once(' ') {
            None if mark == "page" => Some(Passage::Page),
            Some(("scene", id)) => Some(Passage::Scene(id.to_owned())),
            Some(("figure", position)) => {
                let position: usize = position.parse().ok()?;
                Ref::all(&plan.figures).nth(position).map(Passage::Figure)
            }
            _ => None,
        }
    }

    /// Heading and words, as they stand on the page; of a drawing, what it shows, with what others say where that is on.
    pub fn text(&self, plan: &'static Plan, page: Page, since: bool) -> String {
        match self {
            Passage::Page if page == Page::Story => format!("{}\n{}", page.heading(plan), plan.site.lede.plain()),
            Passage::Page => format!("{}\n{}", page.heading(plan), page.description(plan)),
            Passage::Scene(id) => {
                let mut scenes = plan.chapters.iter().flat_map(|chapter| chapter.scenes.iter());
                let scene = scenes.find(|scene| scene.id.as_str() == id);
                scene.map_or_else(String::new, |scene| format!("{}\n{}", scene.heading.plain(), scene.text.plain()))
            }
            Passage::Figure(figure) => {
                let others = FollowUpsChart::of(plan, *figure).filter(|_| since).map(Subject::FollowUps);
                let subject = others.unwrap_or_else(|| Subject::Figure(FigureChart::of(plan, *figure)));
                format!("{}\n{}", plan[*figure].finding.plain(), describe(&subject))
            }
        }
    }
}
