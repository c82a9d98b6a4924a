//! The parts of a page that readers can touch, and their places.
//!
//! A page marks the place of each part. The prerendered page carries the part's first render there; the program clears
//! the place and mounts the part into it, so that the rest of the page costs it nothing. On pages that the program
//! renders itself, parts are components like any other.

use super::Context;
use super::chart::{Plot, Stage};
use super::parts::builder::Builder;
use super::parts::card::CardTable;
use super::parts::check::Check;
use super::parts::choices::Choices;
use super::parts::contents::Contents;
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
use super::passage::Passage;
use crate::figure::{Subject, WHOLE};
use crate::plan::{self, Plan, Ref};
use crate::route::{Page, Widget};
use std::fmt;
use std::rc::Rc;
use yew::prelude::*;

/// Marks the place of a part; its value says which.
pub const PLACE: &str = "data-part";

#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// A canvas and points over a drawing that shows everything.
    Plot {
        subject: Rc<Subject>,
        links: Links,
    },
    /// The canvas of the scenes.
    Stage,
    Choices,
    Contents,
    Share,
    Builder,
    Guess,
    WhatIf,
    Lenses,
    Table,
    Since,
    CardTable,
    Check,
    Nearest,
    Print,
    Promises,
    Speak(Passage),
}

/// Whether points lead to their figures. On a figure's own page there is nowhere to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Links {
    ToFigures,
    None,
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Part::Plot { subject, links: Links::ToFigures } => write!(f, "plot {}", subject.key()),
            Part::Plot { subject, links: Links::None } => write!(f, "own-plot {}", subject.key()),
            Part::Stage => f.write_str("stage"),
            Part::Choices => f.write_str("choices"),
            Part::Contents => f.write_str("contents"),
            Part::Share => f.write_str("share"),
            Part::Builder => f.write_str("builder"),
            Part::Guess => f.write_str("guess"),
            Part::WhatIf => f.write_str("what-if"),
            Part::Lenses => f.write_str("lenses"),
            Part::Table => f.write_str("table"),
            Part::Since => f.write_str("since"),
            Part::CardTable => f.write_str("card"),
            Part::Check => f.write_str("check"),
            Part::Nearest => f.write_str("nearest"),
            Part::Print => f.write_str("print"),
            Part::Promises => f.write_str("promises"),
            Part::Speak(passage) => write!(f, "speak {passage}"),
        }
    }
}

impl Part {
    /// The inverse of the mark. None for a mark of another build.
    pub fn parse(mark: &str, plan: &'static Plan) -> Option<Part> {
        let (name, rest) = mark.split_once(' ').unwrap_or((mark, ""));
        let plot = |links| Some(Part::Plot { subject: Rc::new(Subject::parse(rest, plan)?), links });
        Some(match name {
            "plot" => plot(Links::ToFigures)?,
            "own-plot" => plot(Links::None)?,
            "stage" => Part::Stage,
            "choices" => Part::Choices,
            "contents" => Part::Contents,
            "share" => Part::Share,
            "builder" => Part::Builder,
            "guess" => Part::Guess,
            "what-if" => Part::WhatIf,
            "lenses" => Part::Lenses,
            "table" => Part::Table,
            "since" => Part::Since,
            "card" => Part::CardTable,
            "check" => Part::Check,
            "nearest" => Part::Nearest,
            "print" => Part::Print,
            "promises" => Part::Promises,
            "speak" => Part::Speak(Passage::parse(rest, plan)?),
            _ => return None,
        })
    }
}

/// Whether the part says something without the program, so that a copy which stays as it is has it too.
const fn lasts(part: &Part) -> bool {
    use Part::{CardTable, Contents, Lenses, Plot, Promises, Share, Stage, Table};
    matches!(part, Plot { .. } | Stage | Contents | Share | Lenses | Table | CardTable | Promises)
}

/// The place of a part on a page.
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
        Part::Choices => html! { <Choices {context} /> },
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
