use super::Page;
use crate::plan::{Figure, Pillar, Plan, Ref};

/// Name of the file beside a page that tells other sites how to embed it.
pub const OEMBED: &str = "oembed.json";

/// A page that can also stand in another site's page, small and framed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Widget {
    Pillar(Ref<Pillar>),
    Figure(Ref<Figure>),
}

impl Widget {
    /// Every widget of `plan`.
    pub fn all(plan: &Plan) -> Vec<Widget> {
        let pillars = Ref::all(&plan.pillars).map(Widget::Pillar);
        pillars.chain(Ref::all(&plan.figures).map(Widget::Figure)).collect()
    }

    /// The widget of a full page, where it has one.
    pub fn of(page: Page) -> Option<Widget> {
        match page {
            Page::Pillar(pillar) => Some(Widget::Pillar(pillar)),
            Page::Figure(figure) => Some(Widget::Figure(figure)),
            _ => None,
        }
    }

    /// The full page that says the same at length.
    pub fn page(self) -> Page {
        match self {
            Widget::Pillar(pillar) => Page::Pillar(pillar),
            Widget::Figure(figure) => Page::Figure(figure),
        }
    }

    /// Name of the attribute that takes [`Widget::id`] in `<plan-figure>`.
    pub const fn attribute(self) -> &'static str {
        match self {
            Widget::Pillar(_) => "pillar",
            Widget::Figure(_) => "figure",
        }
    }

    pub fn id(self, plan: &Plan) -> &'static str {
        match self {
            Widget::Pillar(pillar) => plan.id_of(pillar),
            Widget::Figure(figure) => plan.id_of(figure),
        }
    }
}
