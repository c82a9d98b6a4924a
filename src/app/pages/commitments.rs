use crate::app::Context;
use crate::app::parts::figure::{ledger_row, pigment_class};
use crate::app::parts::text::{link, place, prose, tag};
use crate::plan::{Commitment, Milestone, Ref, Slot};
use crate::quantity::Hedge;
use crate::route::Page;
use crate::words;
use yew::prelude::*;

pub fn page(cx: &Context) -> Html {
    let plan = cx.plan();
    let lang = cx.lang;
    html! {
        <div class="commitments-page">
            <header class="page-head">
                <h1>{words::commitments(lang)}</h1>
                <p class="lede">{prose(cx, &plan.site.texts.commitments_lede)}</p>
            </header>
            {filters(cx)}
            <section id="vision" class="commitments">
                <h2>{plan.site.texts.vision_title.as_str()}</h2>
                <p class="lede">{prose(cx, &plan.site.texts.vision_lede)}</p>
                {list(cx, plan.commitments_of(None))}
            </section>
            {for Ref::all(&plan.pillars).map(|pillar| {
                let figures: Vec<_> = plan.figures_of_pillar(pillar).collect();
                html! {
                    <section key={plan.id_of(pillar)} id={plan.id_of(pillar)} class={classes!("commitments", pigment_class(pillar.position()))}>
                        <h2>{link(cx, Page::Pillar(pillar), plan[pillar].name.as_str())}</h2>
                        if !figures.is_empty() {
                            <h3>{words::numbers(lang)}</h3>
                            <ul class="ledger">{for figures.into_iter().map(|figure| ledger_row(cx, figure, Slot::Promise))}</ul>
                        }
                        <h3>{words::without_number(lang)}</h3>
                        {list(cx, plan.commitments_of(Some(pillar)))}
                    </section>
                }
            })}
        </div>
    }
}

/// Search and filters; the module that makes them work also shows them.
fn filters(cx: &Context) -> Html {
    let plan = cx.plan();
    let lang = cx.lang;
    let choice = |name: &'static str, label: &'static str, options: Vec<(&'static str, &'static str)>| {
        html! {
            <label>
                <span>{label}</span>
                <select {name}>
                    <option value="">{words::any(lang)}</option>
                    {for options.into_iter().map(|(value, words)| html! { <option {value}>{words}</option> })}
                </select>
            </label>
        }
    };
    let pillars = Ref::all(&plan.pillars).map(|pillar| (plan.id_of(pillar), plan[pillar].name.as_str()));
    let themes = Ref::all(&plan.themes).map(|theme| (plan.id_of(theme), plan[theme].name.as_str()));
    let worded = Ref::all(&plan.hedges).map(|hedge| (plan.id_of(hedge), plan[hedge].label.as_str()));
    // What softens a number, where no promise without one has the same word.
    let known: Vec<&str> = plan.hedges.iter().map(|hedge| hedge.id.as_str()).collect();
    let drawn = Hedge::ALL.into_iter().map(|hedge| (hedge.name(), hedge.word(lang)));
    let drawn = drawn.filter(|(name, _)| !known.contains(name));
    html! {
        <form class="filters" role="search" data-module="commitments" data-found={words::found(lang)} data-none={words::none_found(lang)}>
            <label class="search">
                <span>{words::search(lang)}</span>
                <input type="search" name="q" maxlength="100" autocomplete="off" placeholder={words::search_hint(lang)} />
            </label>
            {choice("pillar", words::filter_pillar(lang), std::iter::once(("vision", words::vision(lang))).chain(pillars).collect())}
            {choice("about", words::filter_theme(lang), themes.collect())}
            {choice("measured", words::filter_measured(lang), vec![("yes", words::numbers(lang)), ("no", words::without_number(lang))])}
            {choice("hedge", words::filter_hedge(lang), worded.chain(drawn).collect())}
            <div class="outcome">
                <p role="status"></p>
                <button type="reset">{words::clear(lang)}</button>
            </div>
            <p class="unknown not-stated" hidden=true>{words::link_unknown(lang)}</p>
        </form>
    }
}

/// Promises without a number, each with its hedge and its place.
pub fn list<'a>(cx: &Context, commitments: impl Iterator<Item = &'a Commitment>) -> Html {
    html! {
        <ul class="commitment-list">
            {for commitments.map(|commitment| html! {
                <li key={commitment.id.as_str()} id={commitment.id.as_str()} data-key={commitment.id.as_str()}
                    data-about={cx.plan().id_of(commitment.theme)} data-measured="no" data-hedge={commitment.hedge.map(|hedge| cx.plan().id_of(hedge))}>
                    {prose(cx, &commitment.text)}{" "}
                    if let Some(hedge) = commitment.hedge { {tag(cx.plan()[hedge].label.as_str())}{" "} }
                    {place(cx, commitment.at)}
                </li>
            })}
        </ul>
    }
}

/// What was done without a number.
pub fn milestones<'a>(cx: &Context, milestones: impl Iterator<Item = &'a Milestone>) -> Html {
    html! {
        <ul class="commitment-list">
            {for milestones.map(|milestone| html! {
                <li key={milestone.id.as_str()}>
                    {prose(cx, &milestone.text)}{" "}
                    if milestone.under_way { {tag(words::milestone_under_way(cx.lang))}{" "} }
                    {place(cx, milestone.at)}
                </li>
            })}
        </ul>
    }
}
