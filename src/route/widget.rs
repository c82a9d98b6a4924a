//! What other sites can embed: a figure, a pillar or a promise in a frame.

use super::Page;
use crate::plan::{Commitment, Figure, Pillar, Plan, Ref};

/// Name of the file beside a page that tells other sites how to embed it.
pub const OEMBED: &str = "oembed.json";

/// A page that can also stand in another site's page, small and framed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Widget {
    Pillar(Ref<Pillar>),
    Figure(Ref<Figure>),
    Promise(Ref<Commitment>),
}

impl Widget {
    /// Every widget of `plan`.
    pub fn all(plan: &Plan) -> Vec<Widget> {
        let pillars = Ref::all(&plan.pillars).map(Widget::Pillar);
        let figures = Ref::all(&plan.figures).map(Widget::Figure);
        pillars.chain(figures).chain(Ref::all(&plan.commitments).map(Widget::Promise)).collect()
    }

    /// Position of its heights in [`crate::bundle::Deployment::heights`]: each pillar and figure has its own; promises, of
    /// which there can be thousands and which differ by a line or two, share those of the longest.
    pub fn height_position(self, plan: &Plan) -> usize {
        match self {
            Widget::Pillar(pillar) => pillar.position(),
            Widget::Figure(figure) => plan.pillars.len() + figure.position(),
            Widget::Promise(_) => plan.pillars.len() + plan.figures.len(),
        }
    }

    /// The widget of a full page, where it has one.
    pub fn of(page: Page) -> Option<Widget> {
        match page {
            Page::Pillar(pillar) => Some(Widget::Pillar(pillar)),
            Page::Figure(figure) => Some(Widget::Figure(figure)),
            Page::Promise(commitment) => Some(Widget::Promise(commitment)),
            _ => None,
        }
    }

    /// The full page that says the same at length.
    pub fn page(self) -> Page {
        match self {
            Widget::Pillar(pillar) => Page::Pillar(pillar),
            Widget::Figure(figure) => Page::Figure(figure),
            Widget::Promise(commitment) => Page::Promise(commitment),
        }
    }

    /// Name of the attribute that takes [`Widget::id`] in `<plan-figure>`.
    pub const fn attribute(self) -> &'static str {
        match self {
            Widget::Pillar(_) => "pillar",
            Widget::Figure(_) => "figure",
            Widget::Promise(_) => "promise",
        }
    }

    pub fn id(self, plan: &Plan) -> &'static str {
        match self {
            Widget::Pillar(pillar) => plan.id_of(pillar),
            Widget::Figure(figure) => plan.id_of(figure),
            Widget::Promise(commitment) => plan.id_of(commitment),
        }
    }
}
