//! The page of a topic: one side of daily life.

use super::commitments::milestones;
use crate::app::SiteContext;
use crate::app::deferred::deferred;
use crate::app::part::Part;
use crate::app::part_view;
use crate::app::parts::mount_points::{fold, rows};
use crate::app::parts::promises::commitments;
use crate::app::parts::text::{plain_headline, prose};
use crate::app::passage::Passage;
use crate::plan::{Ref, Slot, Topic};
use crate::words;
use yew::prelude::*;

pub fn page(cx: &SiteContext, reference: Ref<Topic>) -> Html {
    let cx = *cx;
    let plan = cx.plan();
    let lang = cx.lang;
    let topic = &plan[reference];
    let figures: Vec<_> = plan.figures_of_topic(reference).collect();
    let done: Vec<_> =
        plan.milestones.items().iter().filter(|milestone| milestone.topics.contains(&reference)).collect();
    let promised: Vec<_> = Ref::all(&plan.commitments).filter(|one| plan[*one].topic == reference).collect();
    let reached = figures.iter().flat_map(|figure| plan[*figure].values());
    let (past, numbers): (Vec<_>, Vec<_>) = reached.partition(|(slot, _)| matches!(slot, Slot::Past));
    let glance = [
        ("done", done.len() + past.len(), words::glance_done(lang)),
        ("promised", numbers.len(), words::glance_numbers(lang)),
        ("open", promised.len(), words::glance_without(lang)),
    ];
    html! {
        <div class="theme">
            <header class="page-head indigo">
                <p class="kicker">{topic.name.as_str()}</p>
                <h1>{plain_headline(&cx, topic.question.as_str())}</h1>
                <p class="lede answer">{prose(&cx, &topic.answer)}</p>
                <ul class="glance">
                    {for glance.into_iter().map(|(kind, count, what)| html! {
                        <li key={kind} class={kind}>
                            <span data-n={format!("count.{}.{kind}", topic.id.as_str())} class="numeral">{count}</span>
                            <span>{what}</span>
                            <span class="marks" aria-hidden="true">{for (0..count).map(|_| html! { <i /> })}</span>
                        </li>
                    })}
                </ul>
                {part_view::mount_point(&cx, Part::Speak(Passage::Page))}
            </header>
            if !figures.is_empty() {
                <section class="figures">
                    <h2>{words::numbers(lang)}</h2>
                    {deferred(move || rows(&cx, figures.iter().copied()))}
                </section>
            }
            if !done.is_empty() {
                <section class="milestones">
                    <h2>{words::milestones(lang)}</h2>
                    {deferred(move || milestones(&cx, done.iter().copied()))}
                </section>
            }
            if !promised.is_empty() {
                <section class="commitments">
                    <h2>{words::without_number(lang)}</h2>
                    {deferred(move || commitments(&cx, promised.iter().copied()))}
                </section>
            }
            {fold(&cx)}
        </div>
    }
}
