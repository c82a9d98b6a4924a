//! The story as scenes: words that scroll past one stage. Each scene carries the still of its own drawing, so that
//! without the program every state stands beside its words; the program draws all of them on one canvas.

use super::key;
use super::ledger::pigment_class;
use super::tables::{ladder_table, measure_table, values_table};
use super::text::{headline, link, locator, prose};
use crate::app::SiteContext;
use crate::app::chart::StageStill;
use crate::app::deferred::deferred;
use crate::app::part::Part;
use crate::app::part_view;
use crate::app::passage::Passage;
use crate::figure::key_entries_of;
use crate::plan::{self, Arrangement, Chapter, Lit, Locator, Pillar, Ref, Scene, SceneSubject, Shown};
use crate::route::Page;
use crate::story::{Step, steps};
use crate::words;
use std::rc::Rc;
use yew::prelude::*;

/// The scenes of the story, or of a pillar's page, on their stage.
pub fn scenes(cx: &SiteContext, pillar: Option<Ref<Pillar>>) -> Html {
    let steps = steps(cx.plan(), pillar);
    if steps.is_empty() {
        return html! {};
    }
    let cx = *cx;
    // The way into the field stands in the first scene that shows the reader's own.
    let own = steps.iter().position(|step| matches!(step.scene.subject, SceneSubject::Field { lit: Lit::Own, .. }));
    let scene = move |(index, step): (usize, Step)| match index {
        0 => scene(&cx, &step, own == Some(index)),
        _ => deferred(move || scene(&cx, &step, own == Some(index))),
    };
    html! {
        <div class="stages">
            {part_view::mount_point(&cx, Part::Stage)}
            {for steps.into_iter().enumerate().map(scene)}
        </div>
    }
}

fn scene(cx: &SiteContext, step: &Step, has_way_in: bool) -> Html {
    let Step { scene, opens, subject, shown, explains, .. } = step;
    let id = scene.id.as_str();
    html! {
        <>
            <div key={format!("{id}.stage")} class="stage indigo"><StageStill subject={Rc::new(subject.clone())} shown={*shown} /></div>
            if let Some(chapter) = opens { {head(cx, chapter)} }
            <article key={id} {id} class={classes!("scene", pigment(cx, &scene.subject))}>
                {for moved_here(cx, step)}
                <h3>{headline(cx, &scene.heading)}</h3>
                <p>{prose(cx, &scene.text)}</p>
                if has_way_in { {part_view::mount_point(cx, Part::YourField)} }
                if !explains.is_empty() { <div class="first-key">{key::entries(cx, key_entries_of(cx.plan(), explains))}</div> }
                if matches!(scene.subject, SceneSubject::Guess(_)) { {part_view::mount_point(cx, Part::StageGuess)} }
                <div class="under">
                    {part_view::mount_point(cx, Part::Speak(Passage::Scene(id.to_owned())))}
                    {sources(cx, scene)}
                    {for topic(cx, &scene.subject).map(|topic| html! { <p class="sources to-topic">{link(cx, Page::Topic(topic), cx.plan()[topic].question.as_str())}</p> })}
                </div>
                {table(cx, step)}
            </article>
        </>
    }
}

fn head(cx: &SiteContext, chapter: &'static Chapter) -> Html {
    let id = chapter.id.as_str();
    html! {
        <header key={format!("{id}.chapter")} {id} class="chapter">
            <h2>{headline(cx, &chapter.title)}</h2>
            if let Some(lede) = &chapter.lede { <p class="lede">{prose(cx, lede)}</p> }
        </header>
    }
}

/// Places of earlier versions that are told in this scene, or, with the first scene of a chapter, in the chapter.
fn moved_here(cx: &SiteContext, step: &Step) -> impl Iterator<Item = Html> + use<> {
    let (plan, page) = (cx.plan(), step.page);
    let (scene, chapter) = (step.scene.id, step.opens.map(|chapter| chapter.id));
    let here = plan.moved.items().iter().filter(move |moved| {
        (moved.of, moved.page) == (page, page) && moved.scene.is_some_and(|told| told == scene || Some(told) == chapter)
    });
    here.map(|moved| html! { <span id={moved.id.as_str()} class="moved"></span> })
}

/// Places of an earlier version of `of` that another page tells now; the program leads on from them, and without it they
/// stand beside the link to that page.
pub fn moved_to_page(
    cx: &SiteContext,
    of: Option<Ref<Pillar>>,
    page: Option<Ref<Pillar>>,
) -> impl Iterator<Item = Html> + use<> {
    let cx = *cx;
    let moved = cx.plan().moved.items().iter().filter(move |moved| (moved.of, moved.page) == (of, page) && of != page);
    moved.map(move |moved| {
        let page = page.map_or(Page::Story, Page::Pillar);
        let href = moved.scene.map_or_else(|| cx.href(page), |scene| cx.href_to(page, scene.as_str()));
        html! { <a id={moved.id.as_str()} class="moved" {href} tabindex="-1" aria-hidden="true"></a> }
    })
}

/// Where what is shown is written, with a way to each figure's own page. Figures of one sentence share its place.
fn sources(cx: &SiteContext, scene: &Scene) -> Html {
    let lang = cx.lang;
    let figures: Vec<(Ref<plan::Figure>, Shown)> = match &scene.subject {
        SceneSubject::Figure { figure, shown } => vec![(*figure, *shown)],
        SceneSubject::Areas(figures) | SceneSubject::Figures(figures) => {
            figures.iter().map(|figure| (*figure, Shown::ALL)).collect()
        }
        SceneSubject::Words(_) => {
            return html! { <p class="sources">{link(cx, Page::Commitments, words::commitments(lang))}</p> };
        }
        SceneSubject::Pillar(pillar) => {
            return html! { <p class="sources">{link(cx, Page::Pillar(*pillar), cx.plan()[*pillar].name.as_str())}</p> };
        }
        SceneSubject::Square { area, beside } => {
            std::iter::once(*area).chain(beside.iter().copied()).map(|figure| (figure, Shown::ALL)).collect()
        }
        SceneSubject::Guess(figure) => vec![(*figure, Shown::PAST)],
        SceneSubject::Field { arrangement: Arrangement::Pillars, lit: Lit::All } => {
            let pillars = Ref::all(&cx.plan().pillars);
            return html! {
                <ul class="sources to-pillars">
                    {for pillars.map(|pillar| html! {
                        <li key={cx.plan().id_of(pillar)} class={pigment_class(pillar.position())}>
                            {link(cx, Page::Pillar(pillar), cx.plan()[pillar].name.as_str())}
                        </li>
                    })}
                </ul>
            };
        }
        SceneSubject::Field { .. } | SceneSubject::Rulers => {
            return html! { <p class="sources">{link(cx, Page::Commitments, words::commitments(lang))}</p> };
        }
        SceneSubject::Ladder | SceneSubject::Measure => return html! {},
    };
    let places = |(figure, shown): &(Ref<plan::Figure>, Shown)| -> Vec<Locator> {
        let values = cx.plan()[*figure].values().filter(|(slot, _)| shown.has(Shown::value(*slot)));
        values.map(|(_, value)| value.at).collect()
    };
    let together = |figures: &[(Ref<plan::Figure>, Shown)]| {
        html! {
            <li key={cx.plan().id_of(figures[0].0)}>
                {for figures.iter().enumerate().map(|(index, (figure, _))| html! {
                    <>
                        if index > 0 { {lang.pick("、", ", ")} }
                        {link(cx, Page::Figure(*figure), cx.plan()[*figure].name.as_str())}
                    </>
                })}
                {for places(&figures[0]).into_iter().map(|at| html! { <>{lang.pick("，", ", ")}{locator(cx, at)}</> })}
            </li>
        }
    };
    html! {
        <ul class="sources">
            {for figures.chunk_by(|one, other| places(one) == places(other)).map(together)}
        </ul>
    }
}

/// The side of life that a scene is about: of its first figure, or of its first promise.
fn topic(cx: &SiteContext, subject: &SceneSubject) -> Option<Ref<plan::Topic>> {
    let plan = cx.plan();
    let of_figure = |figure: &Ref<plan::Figure>| plan[*figure].topics.first().copied();
    match subject {
        SceneSubject::Figure { figure, .. }
        | SceneSubject::Guess(figure)
        | SceneSubject::Square { area: figure, .. } => of_figure(figure),
        SceneSubject::Figures(figures) | SceneSubject::Areas(figures) => figures.first().and_then(of_figure),
        SceneSubject::Words(words) => words.first().map(|commitment| plan[*commitment].topic),
        SceneSubject::Pillar(pillar) => plan[*pillar].topics.first().copied(),
        SceneSubject::Ladder | SceneSubject::Measure | SceneSubject::Field { .. } | SceneSubject::Rulers => None,
    }
}

/// The pigment of what a scene is about.
fn pigment(cx: &SiteContext, subject: &SceneSubject) -> Option<String> {
    let of_figure = |figure: &Ref<plan::Figure>| cx.plan()[*figure].pillar;
    let pillar = match subject {
        SceneSubject::Figure { figure, .. }
        | SceneSubject::Guess(figure)
        | SceneSubject::Square { area: figure, .. } => of_figure(figure),
        SceneSubject::Figures(figures) => figures.first().and_then(of_figure),
        SceneSubject::Words(words) => words.first().and_then(|commitment| cx.plan()[*commitment].pillar),
        SceneSubject::Pillar(pillar) => Some(*pillar),
        SceneSubject::Areas(_)
        | SceneSubject::Ladder
        | SceneSubject::Measure
        | SceneSubject::Field { .. }
        | SceneSubject::Rulers => None,
    };
    pillar.map(|pillar| pigment_class(pillar.position()))
}

/// The numbers of a drawing as a table, where they stand on no page of their own.
fn table(cx: &SiteContext, step: &Step) -> Html {
    let table = match &step.scene.subject {
        SceneSubject::Areas(areas) => values_table(cx, areas.iter().copied()),
        SceneSubject::Ladder => ladder_table(cx),
        SceneSubject::Measure => measure_table(cx),
        _ => return html! {},
    };
    html! {
        <details class="table">
            <summary>{words::table(cx.lang)}</summary>
            {table}
        </details>
    }
}
