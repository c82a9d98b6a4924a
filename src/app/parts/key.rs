//! The key to the marks that are on a page.

use crate::app::SiteContext;
use crate::app::chart::svg;
use crate::figure::{FigureChart, KeyEntry, KeyMark, Subject, key_entries_of};
use crate::plan::{Figure, Ref, Shown};
use crate::route::{Page, Widget};
use crate::story::steps;
use crate::words;
use std::collections::BTreeSet;
use yew::prelude::*;

pub fn key(cx: &SiteContext) -> Html {
    let lang = cx.lang;
    let marks = marks(cx);
    html! {
        if !marks.is_empty() {
            <aside class="key" aria-label={words::key_title(lang)}>
                <h2>{words::key_title(lang)}</h2>
                {entries(cx, key_entries_of(cx.plan(), &marks))}
            </aside>
        }
    }
}

/// The marks of a widget: of its figure, or of the first one of its pillar.
pub fn widget_marks(cx: &SiteContext, widget: Widget) -> Vec<KeyMark> {
    let plan = cx.plan();
    let figure = match widget {
        Widget::Figure(figure) => Some(figure),
        Widget::Pillar(pillar) => plan.figures_of_pillar(pillar).next(),
        Widget::Promise(_) => None,
    };
    match figure {
        Some(figure) => KeyMark::of(&Subject::Figure(FigureChart::of(plan, figure)), Shown::ALL),
        None => vec![KeyMark::Ring],
    }
}

/// The marks of all that is drawn on a page, in the order in which they are explained.
fn marks(cx: &SiteContext) -> Vec<KeyMark> {
    let plan = cx.plan();
    let figure = |figure: Ref<Figure>| KeyMark::of(&Subject::Figure(FigureChart::of(plan, figure)), Shown::ALL);
    let drawn = |figures: &mut dyn Iterator<Item = Ref<Figure>>| figures.flat_map(figure).collect::<Vec<_>>();
    let scenes = |pillar| steps(plan, pillar).into_iter().flat_map(|step| KeyMark::of(&step.subject, step.shown));
    let marks: Vec<KeyMark> = match cx.page {
        Page::Story => scenes(None).collect(),
        Page::Pillar(pillar) => {
            let rows = drawn(&mut plan.figures_of_pillar(pillar));
            scenes(Some(pillar)).chain(rows).chain([KeyMark::Ring]).collect()
        }
        Page::Figure(of) => figure(of),
        Page::Topic(topic) => {
            let mut marks = drawn(&mut plan.figures_of_topic(topic));
            marks.push(KeyMark::Ring);
            marks
        }
        Page::Promise(_) => vec![KeyMark::Ring],
        Page::Commitments => vec![KeyMark::Ring, KeyMark::Waxed],
        Page::FollowUps => {
            let mut known = Ref::all(&plan.figures).filter(|figure| !plan.follow_ups_of(*figure).is_empty());
            let mut marks: Vec<KeyMark> = drawn(&mut known);
            marks.retain(|mark| {
                !matches!(mark, KeyMark::Done | KeyMark::UnderWay | KeyMark::Computed | KeyMark::NotStated)
            });
            marks.extend((!marks.is_empty()).then_some(KeyMark::Elsewhere));
            marks
        }
        Page::Card(_) | Page::Data | Page::Embed(_) | Page::NotFound => Vec::new(),
    };
    marks.into_iter().collect::<BTreeSet<_>>().into_iter().collect()
}

/// Each mark with its meaning.
pub fn entries(cx: &SiteContext, entries: Vec<KeyEntry>) -> Html {
    let lang = cx.lang;
    html! {
        <ul>
            {for entries.into_iter().map(|(label, placed)| html! {
                <li>
                    <span class="drawing">{svg(&placed, "swatch")}</span>
                    {label(lang)}
                </li>
            })}
        </ul>
    }
}
