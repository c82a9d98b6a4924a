//! The story as scenes: words that scroll past what they are about.

use super::figure::{Setting, areas_table, figure, ladder_table, measure_table, pigment_class};
use super::speak::Passage;
use super::text::{headline, place, prose, tag};
use crate::app::Context;
use crate::app::chart::{drawing, state_drawing};
use crate::app::part::{self, Part};
use crate::figure::{Areas, EIGHTHS, Figure, Frame, Ladder, Measure, Subject, WHOLE};
use crate::plan::{self, Chapter, Commitment, Ref, Show};
use crate::route::Page;
use crate::story::{Run, Staged, Step, runs};
use crate::text::List;
use crate::words;
use yew::prelude::*;

/// A drawing taller than this in the narrow frame would leave no room to read on a small phone, so it does not stay
/// in view there. In CSS pixels of the frame.
const TALLEST_BESIDE_WORDS: i32 = 350;

pub fn chapter(cx: &Context, chapter: &'static Chapter) -> Html {
    let chapters = cx.plan().chapters.items();
    let position = chapters.iter().position(|one| std::ptr::eq(one, chapter)).unwrap_or_default();
    html! {
        <section key={chapter.id.as_str()} id={chapter.id.as_str()} class="chapter">
            <h2>{headline(cx, &chapter.title)}</h2>
            if let Some(lede) = &chapter.lede { <p class="lede">{prose(cx, lede)}</p> }
            {for runs(chapter).into_iter().enumerate().map(|(index, one)| run(cx, one, Part::Run { chapter: position, run: index }))}
        </section>
    }
}

/// What a run draws, where it is one drawing.
pub fn subject(plan: &'static plan::Plan, staged: &Staged) -> Option<Subject> {
    Some(match staged {
        Staged::Figure(figure) => Subject::Figure(Figure::of(plan, *figure)),
        Staged::Areas(areas) => Subject::Areas(Areas {
            lang: plan.lang,
            lexicon: plan.lexicon,
            figures: areas.iter().map(|figure| Figure::of(plan, *figure)).collect(),
        }),
        Staged::Ladder => Subject::Ladder(Ladder::of(plan)),
        Staged::Measure => Subject::Measure(Measure::of(plan)),
        Staged::Figures(_) | Staged::Words(_) => return None,
    })
}

/// Each scene follows its own drawing, so that without the program every state stands where it is told.
fn run(cx: &Context, run: Run, part: Part) -> Html {
    let subject = subject(cx.plan(), &run.staged);
    let tall = subject
        .as_ref()
        .is_none_or(|subject| subject.place(Frame::NARROW, WHOLE).height > TALLEST_BESIDE_WORDS * EIGHTHS);
    let class = classes!("run", tall.then_some("tall"), subject.is_none().then_some("loose"), pigment(cx, &run.staged));
    html! {
        <div key={run.steps[0].scene.id.as_str()} {class}>
            {for run.steps.iter().enumerate().map(|(index, step)| {
                let stage = html! {
                    <div class="stage">
                        {match (&subject, index) {
                            (Some(subject), 0) => html! {
                                <>
                                    {drawing(cx, subject, step.shown, part.clone())}
                                    {whole_table(cx, &run.staged)}
                                </>
                            },
                            (Some(subject), _) => state_drawing(subject, step.shown),
                            (None, _) => loose(cx, &run.staged),
                        }}
                    </div>
                };
                let words = scene(cx, step, &run.staged);
                // What is too tall to stay in view comes after its words.
                if tall { html! { <>{words}{stage}</> } } else { html! { <>{stage}{words}</> } }
            })}
        </div>
    }
}

fn scene(cx: &Context, step: &Step, staged: &Staged) -> Html {
    let Step { scene, shown } = step;
    // A scene beside things that have no states has none either.
    let state = (!matches!(staged, Staged::Figures(_) | Staged::Words(_))).then(|| shown.to_string());
    html! {
        <article id={scene.id.as_str()} class="scene" data-shown={state}>
            <div class="words">
                <h3>{headline(cx, &scene.heading)}</h3>
                <p>{prose(cx, &scene.text)}</p>
                {sources(cx, staged, *shown)}
                {part::place(cx, Part::Speak(Passage::Scene(scene.id.as_str().to_owned())))}
            </div>
        </article>
    }
}

/// Where what is shown is written, with a way to the figure's own page.
fn sources(cx: &Context, staged: &Staged, shown: u8) -> Html {
    let lang = cx.lang;
    let figures: Vec<(Ref<plan::Figure>, Show)> = match staged {
        Staged::Figure(figure) => vec![(*figure, Show::from_bits(shown))],
        Staged::Areas(areas) => {
            let shown = areas.iter().enumerate().filter(|(index, _)| shown >> index & 1 == 1);
            shown.map(|(_, figure)| (*figure, Show::ALL)).collect()
        }
        _ => return html! {},
    };
    html! {
        <ul class="sources">
            {for figures.into_iter().map(|(figure, show)| {
                let record = &cx.plan()[figure];
                let places = record.values().filter(|(slot, _)| match slot {
                    plan::Slot::Past => show.past,
                    plan::Slot::Promise => show.promise,
                });
                html! {
                    <li key={record.id.as_str()}>
                        <a href={cx.href(Page::Figure(figure))}>{record.name.as_str()}</a>
                        {for places.map(|(_, value)| html! { <>{lang.pick("，", ", ")}{place(cx, value.at)}</> })}
                    </li>
                }
            })}
        </ul>
    }
}

/// The pigment of the figure or promise that a run is about.
fn pigment(cx: &Context, staged: &Staged) -> Option<String> {
    let pillar = match staged {
        Staged::Figure(figure) => cx.plan()[*figure].pillar,
        Staged::Figures(figures) => figures.first().and_then(|figure| cx.plan()[*figure].pillar),
        Staged::Words(words) => words.first().and_then(|commitment| cx.plan()[*commitment].pillar),
        _ => None,
    };
    pillar.map(|pillar| pigment_class(pillar.position()))
}

/// What a scene shows that is not one drawing.
fn loose(cx: &Context, staged: &Staged) -> Html {
    match staged {
        Staged::Figures(figures) => html! {
            <div class="several">{for figures.iter().map(|one| figure(cx, *one, Setting::Scene))}</div>
        },
        Staged::Words(commitments) => promises(cx, *commitments),
        _ => html! {},
    }
}

/// Promises without a number, set large, each beside the empty place of its number.
fn promises(cx: &Context, commitments: List<Ref<Commitment>>) -> Html {
    html! {
        <ul class="promises">
            {for commitments.iter().map(|reference| {
                let commitment = &cx.plan()[*reference];
                html! {
                    <li key={commitment.id.as_str()}>
                        <span>{prose(cx, &commitment.text)}</span>
                        if let Some(hedge) = commitment.hedge { {tag(cx.plan()[hedge].label.as_str())} }
                    </li>
                }
            })}
        </ul>
    }
}

/// The numbers of a drawing as a table, where they stand on no page of their own.
fn whole_table(cx: &Context, staged: &Staged) -> Html {
    let table = match staged {
        Staged::Areas(areas) => areas_table(cx, areas),
        Staged::Ladder => ladder_table(cx),
        Staged::Measure => measure_table(cx),
        _ => return html! {},
    };
    html! {
        <details class="table">
            <summary>{words::table(cx.lang)}</summary>
            {table}
        </details>
    }
}
