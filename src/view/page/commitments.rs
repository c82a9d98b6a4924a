use super::figure::{ledger_row, pigment_class};
use super::site::Site;
use super::text::{link, place, prose, tag};
use crate::plan::{Commitment, Milestone, Ref, Slot};
use crate::route::Page;
use crate::words;
use yew::prelude::*;

pub fn page(site: &Site) -> Html {
    let plan = site.plan;
    let lang = site.lang();
    html! {
        <div class="commitments-page">
            <header class="page-head">
                <h1>{words::commitments(lang)}</h1>
                <p class="lede">{prose(site, &plan.site.texts.commitments_lede)}</p>
            </header>
            <section id="vision" class="commitments">
                <h2>{plan.site.texts.vision_title.as_str()}</h2>
                <p class="lede">{prose(site, &plan.site.texts.vision_lede)}</p>
                {list(site, plan.commitments_of(None))}
            </section>
            {for Ref::all(&plan.pillars).map(|pillar| {
                let figures: Vec<_> = plan.figures_of_pillar(pillar).collect();
                html! {
                    <section key={plan.id_of(pillar)} id={plan.id_of(pillar)} class={classes!("commitments", pigment_class(pillar.position()))}>
                        <h2>{link(site, Page::Pillar(pillar), plan[pillar].name.as_str())}</h2>
                        if !figures.is_empty() {
                            <h3>{words::numbers(lang)}</h3>
                            <ul class="ledger">{for figures.into_iter().map(|figure| ledger_row(site, figure, Slot::Promise))}</ul>
                        }
                        <h3>{words::without_number(lang)}</h3>
                        {list(site, plan.commitments_of(Some(pillar)))}
                    </section>
                }
            })}
        </div>
    }
}

/// Promises without a number, each with its hedge and its place.
pub fn list<'a>(site: &Site, commitments: impl Iterator<Item = &'a Commitment>) -> Html {
    html! {
        <ul class="commitment-list">
            {for commitments.map(|commitment| html! {
                <li key={commitment.id.as_str()} id={commitment.id.as_str()}>
                    {prose(site, &commitment.text)}{" "}
                    if let Some(hedge) = commitment.hedge { {tag(site.plan[hedge].label.as_str())}{" "} }
                    {place(site, commitment.at)}
                </li>
            })}
        </ul>
    }
}

/// What was done without a number.
pub fn milestones<'a>(site: &Site, milestones: impl Iterator<Item = &'a Milestone>) -> Html {
    html! {
        <ul class="commitment-list">
            {for milestones.map(|milestone| html! {
                <li key={milestone.id.as_str()}>
                    {prose(site, &milestone.text)}{" "}
                    if milestone.under_way { {tag(words::milestone_under_way(site.lang()))}{" "} }
                    {place(site, milestone.at)}
                </li>
            })}
        </ul>
    }
}
