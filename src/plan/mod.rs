//! The plan: every published fact and text, valid by construction, in one language.
//!
//! On the native side `site::source` reads `data/` and gives a plan in each language, or a report of all problems. The
//! browser's program carries the same plans, see `bundle`.

mod computed;
mod entry;
mod follow_up;
mod lens;
pub mod phrase;
mod projection;
mod promise;
mod records;
pub mod verify;

pub use computed::{ComputedNumber, YEARS, compute, index_after};
pub use entry::Entry;
pub use follow_up::{Distance, Standing, distance};
pub use lens::{Lens, LensOff, part_of, through};
pub use projection::{Growth, Projection};
pub use promise::Promise;
pub use records::*;

use crate::line_break::Lexicon;
use crate::quantity::Lang;
use crate::text::{List, Text};
use serde::{Deserialize, Serialize};

/// A whole plan in one language. Lives as long as the program, so everything in it is `'static`.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    pub lang: Lang,
    /// Short content hash of the data files: dates a screenshot, a picture, a download.
    pub version: Text,
    /// Words that no line break divides.
    pub lexicon: Lexicon,
    pub site: Site,
    /// In the order of the article.
    pub sentences: List<Sentence>,
    pub pillars: List<Pillar>,
    pub topics: List<Topic>,
    pub figures: List<Figure>,
    pub milestones: List<Milestone>,
    pub hedges: List<HedgeWord>,
    pub commitments: List<Commitment>,
    pub terms: List<Term>,
    /// The find, on the first screen of the story; none where the site's own lede stands there.
    pub story_opening: Option<StoryOpening>,
    pub chapters: List<Chapter>,
    pub moved: List<Moved>,
    /// What was read beside the article, and what it says: in the order in which it was read.
    pub other_sources: List<OtherSource>,
    pub since: List<FollowUp>,
    pub since_notes: List<FollowUpNote>,
}

impl Plan {
    /// Figures whose promise stands in `pillar`.
    pub fn figures_of_pillar(&self, pillar: Ref<Pillar>) -> impl Iterator<Item = Ref<Figure>> {
        Ref::all(&self.figures).filter(move |figure| self[*figure].pillar == Some(pillar))
    }

    pub fn figures_of_topic(&self, topic: Ref<Topic>) -> impl Iterator<Item = Ref<Figure>> {
        Ref::all(&self.figures).filter(move |figure| self[*figure].topics.contains(&topic))
    }

    /// The figures of a pillar whose promise has a number and what is asked for.
    pub fn promised(&self, pillar: Ref<Pillar>, having: PromiseAspect) -> impl Iterator<Item = Ref<Figure>> {
        self.figures_of_pillar(pillar).filter(move |figure| {
            let figure = &self[*figure];
            figure.promise.as_ref().is_some_and(|promise| match having {
                PromiseAspect::Number => true,
                PromiseAspect::Hedge => promise.quantity.hedges.softens(),
                PromiseAspect::Baseline => figure.ruler.is_some_and(|ruler| ruler.alike == Alike::Same),
                PromiseAspect::Deadline => promise.deadline.is_some(),
            })
        })
    }

    /// How much of a pillar can be measured.
    pub fn measured(&self, pillar: Ref<Pillar>) -> Measured {
        let count = |having| self.promised(pillar, having).count();
        Measured {
            numbers: count(PromiseAspect::Number),
            hedged: count(PromiseAspect::Hedge),
            baseline: count(PromiseAspect::Baseline),
            deadline: count(PromiseAspect::Deadline),
            without: self.commitments_of(Some(pillar)).count(),
        }
    }

    /// Commitments of a pillar, or of the vision.
    pub fn commitments_of(&self, pillar: Option<Ref<Pillar>>) -> impl Iterator<Item = &Commitment> {
        self.commitments.iter().filter(move |commitment| commitment.pillar == pillar)
    }

    /// Chapters of a pillar's page, or of the story.
    pub fn chapters_of(&self, pillar: Option<Ref<Pillar>>) -> impl Iterator<Item = &Chapter> {
        self.chapters.iter().filter(move |chapter| chapter.pillar == pillar)
    }

    pub fn fingerprint(&self, at: Locator) -> &'static str {
        let found = self.sentences.items().binary_search_by_key(&at, |sentence| sentence.at);
        found.map_or("", |position| self.sentences[position].fingerprint.as_str())
    }
}
