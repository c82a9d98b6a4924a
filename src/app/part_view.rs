//! The place of a part on a page, and the component in it.
//!
//! A page marks the place of each part. The prerendered page carries the part's first render there; the program clears
//! the place and mounts the part into it, so that the rest of the page costs it nothing. On pages that the program
//! renders itself, parts are rendered in place.

use super::chart::{Plot, PlotProps, Stage};
use super::part::{Part, marked};
use super::parts::builder::{Builder, BuilderProps};
use super::parts::card::{CardTable, CardTableProps};
use super::parts::check::Check;
use super::parts::contents::Contents;
use super::parts::display_settings::DisplaySettings;
use super::parts::figure::{FigureRow, FigureRowProps};
use super::parts::follow_ups::{FollowUps, FollowUpsProps};
use super::parts::guess::{Guess, GuessProps};
use super::parts::keep::{Keep, KeepProps};
use super::parts::kept::KeptList;
use super::parts::nearest::Nearest;
use super::parts::print::Print;
use super::parts::projection::{Projection, ProjectionProps};
use super::parts::promises::Promises;
use super::parts::share::Share;
use super::parts::speak::{Speak, SpeakProps};
use super::parts::stage_guess::StageGuess;
use super::parts::table::{FigureTable, FigureTableProps};
use super::parts::your_field::YourField;
use super::{SiteContext, use_site};
use crate::plan::Shown;
use crate::route::{Page, Widget};
use yew::prelude::*;

/// Whether the part is of use without script, and so is part of frozen copies.
const fn lasts(part: &Part) -> bool {
    use Part::{CardTable, Contents, Plot, Promises, Row, Share, Stage, Table};
    matches!(part, Plot { .. } | Row(_) | Stage | Contents | Share | Table | CardTable | Promises)
}

/// The mount point of a part, with the part's first render in it.
pub fn mount_point(cx: &SiteContext, part: Part) -> Html {
    if cx.frozen() && !lasts(&part) {
        return html! {};
    }
    marked(&part, html! { <PartView part={part.clone()} /> })
}

#[derive(Clone, PartialEq, Properties)]
pub struct PartViewProps {
    pub part: Part,
}

#[component]
pub fn PartView(props: &PartViewProps) -> HtmlResult {
    let page = use_site().page;
    use_part(&props.part, page)
}

/// Runs the function of a part's component inside [`PartView`]: its hooks are those of the mount point, where the part never
/// changes. A Yew component for each of them would add 4 kB of code a part, see docs/decisions/0012.
fn use_part(part: &Part, page: Page) -> impl Hook<Output = HtmlResult> {
    UsePart { part: part.clone(), page }
}

struct UsePart {
    part: Part,
    page: Page,
}

impl Hook for UsePart {
    type Output = HtmlResult;

    fn run(self, cx: &mut HookContext) -> HtmlResult {
        let figure = match self.page {
            Page::Figure(figure) | Page::Embed(Widget::Figure(figure)) => Some(figure),
            _ => None,
        };
        match (self.part, figure) {
            (Part::Plot { subject, links }, _) => {
                Plot::run(cx, &PlotProps { subject, shown: Shown::ALL, links, prefix: None, likely: None, moves: true })
            }
            (Part::Stage, _) => Stage::run(cx, &()),
            (Part::StageGuess, _) => StageGuess::run(cx, &()),
            (Part::DisplaySettings, _) => DisplaySettings::run(cx, &()),
            (Part::Contents, _) => Contents::run(cx, &()),
            (Part::Share, _) => Share::run(cx, &()),
            (Part::Builder, _) => match Widget::of(self.page) {
                Some(widget) => Builder::run(cx, &BuilderProps { widget }),
                None => Ok(html! {}),
            },
            (Part::Guess, Some(figure)) => Guess::run(cx, &GuessProps { figure }),
            (Part::Projection, Some(figure)) => Projection::run(cx, &ProjectionProps { figure }),
            (Part::Table, Some(figure)) => FigureTable::run(cx, &FigureTableProps { figure }),
            (Part::FollowUps, Some(figure)) => FollowUps::run(cx, &FollowUpsProps { figure }),
            (Part::Guess | Part::Projection | Part::Table | Part::FollowUps, None) => Ok(html! {}),
            (Part::CardTable, _) => match self.page {
                Page::Card(of) => CardTable::run(cx, &CardTableProps { of }),
                _ => Ok(html! {}),
            },
            (Part::Check, _) => Check::run(cx, &()),
            (Part::Nearest, _) => Nearest::run(cx, &()),
            (Part::Print, _) => Print::run(cx, &()),
            (Part::Promises, _) => Promises::run(cx, &()),
            (Part::YourField, _) => YourField::run(cx, &()),
            (Part::Kept, _) => KeptList::run(cx, &()),
            (Part::Keep(promise), _) => Keep::run(cx, &KeepProps { promise }),
            (Part::Row(figure), _) => FigureRow::run(cx, &FigureRowProps { figure }),
            (Part::Speak(passage), _) => Speak::run(cx, &SpeakProps { passage }),
        }
    }
}
