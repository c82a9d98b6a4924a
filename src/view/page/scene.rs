//! The story as scenes: words beside what they are about.

use super::figure::{picture, pigment_class};
use super::site::Site;
use super::text::{link, place, prose, tag};
use crate::plan::{self, Chapter, Pillar, Ref, Scene, Show, Stage};
use crate::route::Page;
use crate::words;
use yew::prelude::*;

pub fn chapter(site: &Site, chapter: &'static Chapter) -> Html {
    html! {
        <section key={chapter.id.as_str()} id={chapter.id.as_str()} class="chapter">
            <h2>{prose(site, &chapter.title)}</h2>
            if let Some(lede) = &chapter.lede { <p class="lede">{prose(site, lede)}</p> }
            {for chapter.scenes.items().iter().map(|one| scene(site, one))}
        </section>
    }
}

fn scene(site: &Site, scene: &'static Scene) -> Html {
    html! {
        <article key={scene.id.as_str()} id={scene.id.as_str()} class={classes!("scene", pigment(site, &scene.stage))}>
            <div class="words">
                <h3>{prose(site, &scene.heading)}</h3>
                <p>{prose(site, &scene.text)}</p>
            </div>
            <div class="stage">{stage(site, &scene.stage)}</div>
        </article>
    }
}

/// The pigment of the figure or promise that a scene is about.
fn pigment(site: &Site, stage: &Stage) -> Option<String> {
    let pillar: Option<Ref<Pillar>> = match stage {
        Stage::Figure { figure, .. } => site.plan[*figure].pillar,
        Stage::Words(words) => words.first().and_then(|commitment| site.plan[*commitment].pillar),
        _ => None,
    };
    pillar.map(|pillar| pigment_class(pillar.position()))
}

fn stage(site: &Site, stage: &'static Stage) -> Html {
    match stage {
        Stage::Figure { figure, show } => still(site, *figure, *show),
        Stage::Areas(figures) | Stage::Figures(figures) => {
            figures.iter().map(|figure| still(site, *figure, Show::ALL)).collect()
        }
        Stage::Ladder => ladder(site),
        Stage::Measure => measure(site),
        Stage::Words(commitments) => html! {
            <ul class="promises">
                {for commitments.iter().map(|reference| {
                    let commitment = &site.plan[*reference];
                    html! {
                        <li key={commitment.id.as_str()}>
                            {prose(site, &commitment.text)}
                            if let Some(hedge) = commitment.hedge { {" "}{tag(site.plan[hedge].label.as_str())} }
                        </li>
                    }
                })}
            </ul>
        },
    }
}

fn still(site: &Site, reference: Ref<plan::Figure>, show: Show) -> Html {
    let record = &site.plan[reference];
    html! {
        <figure key={record.id.as_str()} class={classes!("figure", record.pillar.map(|pillar| pigment_class(pillar.position())))}>
            <p class="finding">{link_finding(site, reference)}</p>
            {picture(site, reference, show)}
            <figcaption>
                {for record.values().map(|(_, value)| html! {
                    <p class="source">{words::source(site.lang())}{site.lang().pick("：", ": ")}{place(site, value.at)}</p>
                })}
            </figcaption>
        </figure>
    }
}

fn link_finding(site: &Site, reference: Ref<plan::Figure>) -> Html {
    html! { <a href={site.href(Page::Figure(reference))}>{prose(site, &site.plan[reference].finding)}</a> }
}

/// Every pace that the article states.
fn ladder(site: &Site) -> Html {
    let plan = site.plan;
    let rows = Ref::all(&plan.figures).filter(|figure| plan[*figure].kind == plan::Kind::Pace);
    html! {
        <ul class="ledger">
            {for rows.flat_map(|figure| plan[figure].values().map(move |(slot, _)| (figure, slot)).collect::<Vec<_>>())
                .map(|(figure, slot)| super::figure::ledger_row(site, figure, slot))}
        </ul>
    }
}

/// How much of each pillar carries a number.
fn measure(site: &Site) -> Html {
    let plan = site.plan;
    let lang = site.lang();
    let count = |number: usize| super::text::number("number", "count", number.to_string());
    html! {
        <table class="measure">
            <thead><tr>
                <th scope="col">{words::pillars(lang)}</th>
                <th scope="col">{words::numbers(lang)}</th>
                <th scope="col">{words::without_number(lang)}</th>
            </tr></thead>
            <tbody>
                {for Ref::all(&plan.pillars).map(|pillar| html! {
                    <tr key={plan.id_of(pillar)}>
                        <th scope="row">{link(site, Page::Pillar(pillar), plan[pillar].name.as_str())}</th>
                        <td>{count(plan.figures_of_pillar(pillar).count())}</td>
                        <td>{count(plan.commitments_of(Some(pillar)).count())}</td>
                    </tr>
                })}
            </tbody>
        </table>
    }
}
