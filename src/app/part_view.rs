//! The place of a part on a page, and the component in it.
//!
//! A page marks the place of each part. The prerendered page carries the part's first render there; the program clears
//! the place and mounts the part into it, so that the rest of the page costs it nothing. On pages that the program
//! renders itself, parts are components like any other.

use super::Context;
use super::chart::{Plot, Stage};
use super::part::Part;
use super::parts::builder::Builder;
use super::parts::card::CardTable;
use super::parts::check::Check;
use super::parts::contents::Contents;
use super::parts::display_settings::DisplaySettings;
use super::parts::guess::Guess;
use super::parts::lenses::Lenses;
use super::parts::nearest::Nearest;
use super::parts::print::Print;
use super::parts::promises::Promises;
use super::parts::share::Share;
use super::parts::since::OtherSources;
use super::parts::speak::Speak;
use super::parts::table::FigureTable;
use super::parts::what_if::WhatIf;
use crate::figure::WHOLE;
use crate::plan::{self, Ref};
use crate::route::{Page, Widget};
use yew::prelude::*;

/// Whether the part is of use without script, and so is part of frozen copies.
const fn lasts(part: &Part) -> bool {
    use Part::{CardTable, Contents, Lenses, Plot, Promises, Share, Stage, Table};
    matches!(part, Plot { .. } | Stage | Contents | Share | Lenses | Table | CardTable | Promises)
}

/// The mount point of a part, with the part's first render in it.
pub fn place(cx: &Context, part: Part) -> Html {
    if cx.frozen() && !lasts(&part) {
        return html! {};
    }
    let mark = part.to_string();
    let name = mark.split(' ').next().unwrap_or_default().to_owned();
    html! {
        <div key={mark.clone()} class={classes!("part", format!("part-{name}"))} data-part={mark}>
            <PartView context={*cx} {part} />
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct PartViewProps {
    pub context: Context,
    pub part: Part,
}

#[component]
pub fn PartView(props: &PartViewProps) -> Html {
    let PartViewProps { context, part } = props.clone();
    let page = context.page;
    match part {
        Part::Plot { subject, links } => html! { <Plot {context} {subject} shown={WHOLE} {links} /> },
        Part::Stage => html! { <Stage {context} /> },
        Part::DisplaySettings => html! { <DisplaySettings {context} /> },
        Part::Contents => html! { <Contents {context} /> },
        Part::Share => html! { <Share {context} {page} /> },
        Part::Builder => match Widget::of(page) {
            Some(widget) => html! { <Builder {context} {widget} /> },
            None => html! {},
        },
        Part::Guess => of_figure(page, |figure| html! { <Guess {context} {figure} /> }),
        Part::WhatIf => of_figure(page, |figure| html! { <WhatIf {context} {figure} /> }),
        Part::Lenses => of_figure(page, |figure| html! { <Lenses {context} {figure} /> }),
        Part::Table => of_figure(page, |figure| html! { <FigureTable {context} {figure} /> }),
        Part::Since => of_figure(page, |figure| html! { <OtherSources {context} {figure} /> }),
        Part::CardTable => match page {
            Page::Card(of) => html! { <CardTable {context} {of} /> },
            _ => html! {},
        },
        Part::Check => html! { <Check {context} /> },
        Part::Nearest => html! { <Nearest {context} /> },
        Part::Print => html! { <Print {context} /> },
        Part::Promises => html! { <Promises {context} /> },
        Part::Speak(passage) => html! { <Speak {context} {passage} /> },
    }
}

fn of_figure(page: Page, part: impl FnOnce(Ref<plan::Figure>) -> Html) -> Html {
    match page {
        Page::Figure(figure) | Page::Embed(Widget::Figure(figure)) => part(figure),
        _ => html! {},
    }
}
