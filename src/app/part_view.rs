//! The place of a part on a page, and the component in it.
//!
//! A page marks the place of each part. The prerendered page carries the part's first render there; the program clears
//! the place and mounts the part into it, so that the rest of the page costs it nothing. On pages that the program
//! renders itself, parts are components like any other.

use super::chart::{Plot, Stage};
use super::part::Part;
use super::parts::builder::Builder;
use super::parts::card::CardTable;
use super::parts::check::Check;
use super::parts::contents::Contents;
use super::parts::display_settings::DisplaySettings;
use super::parts::follow_ups::FollowUps;
use super::parts::guess::Guess;
use super::parts::keep::Keep;
use super::parts::kept::KeptList;
use super::parts::nearest::Nearest;
use super::parts::print::Print;
use super::parts::projection::Projection;
use super::parts::promises::Promises;
use super::parts::share::Share;
use super::parts::speak::Speak;
use super::parts::stage_guess::StageGuess;
use super::parts::table::FigureTable;
use super::parts::your_field::YourField;
use super::{SiteContext, use_site};
use crate::plan::{self, Ref, Shown};
use crate::route::{Page, Widget};
use yew::prelude::*;

/// Whether the part is of use without script, and so is part of frozen copies.
const fn lasts(part: &Part) -> bool {
    use Part::{CardTable, Contents, Plot, Promises, Share, Stage, Table};
    matches!(part, Plot { .. } | Stage | Contents | Share | Table | CardTable | Promises)
}

/// The mount point of a part, with the part's first render in it.
pub fn mount_point(cx: &SiteContext, part: Part) -> Html {
    if cx.frozen() && !lasts(&part) {
        return html! {};
    }
    let mark = part.to_string();
    let name = mark.split(' ').next().unwrap_or_default().to_owned();
    html! {
        <div key={mark.clone()} class={classes!("part", format!("part-{name}"))} data-part={mark}>
            <PartView {part} />
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct PartViewProps {
    pub part: Part,
}

#[component]
pub fn PartView(props: &PartViewProps) -> Html {
    let cx = use_site();
    let PartViewProps { part } = props.clone();
    let page = cx.page;
    match part {
        Part::Plot { subject, links } => html! { <Plot {subject} shown={Shown::ALL} {links} /> },
        Part::Stage => html! { <Stage /> },
        Part::StageGuess => html! { <StageGuess /> },
        Part::DisplaySettings => html! { <DisplaySettings /> },
        Part::Contents => html! { <Contents /> },
        Part::Share => html! { <Share /> },
        Part::Builder => match Widget::of(page) {
            Some(widget) => html! { <Builder {widget} /> },
            None => html! {},
        },
        Part::Guess => of_figure(page, |figure| html! { <Guess {figure} /> }),
        Part::Projection => of_figure(page, |figure| html! { <Projection {figure} /> }),
        Part::Table => of_figure(page, |figure| html! { <FigureTable {figure} /> }),
        Part::FollowUps => of_figure(page, |figure| html! { <FollowUps {figure} /> }),
        Part::CardTable => match page {
            Page::Card(of) => html! { <CardTable {of} /> },
            _ => html! {},
        },
        Part::Check => html! { <Check /> },
        Part::Nearest => html! { <Nearest /> },
        Part::Print => html! { <Print /> },
        Part::Promises => html! { <Promises /> },
        Part::YourField => html! { <YourField /> },
        Part::Kept => html! { <KeptList /> },
        Part::Keep(promise) => html! { <Keep {promise} /> },
        Part::Speak(passage) => html! { <Speak {passage} /> },
    }
}

fn of_figure(page: Page, part: impl FnOnce(Ref<plan::Figure>) -> Html) -> Html {
    match page {
        Page::Figure(figure) | Page::Embed(Widget::Figure(figure)) => part(figure),
        _ => html! {},
    }
}
