//! The story, which is the first page.

use crate::app::SiteContext;
use crate::app::deferred::deferred;
use crate::app::part::Part;
use crate::app::part_view;
use crate::app::parts::ledger::pigment_class;
use crate::app::parts::location::location_diagram;
use crate::app::parts::scene::{moved_to_page, scenes};
use crate::app::parts::text::{count, headline, link, prose};
use crate::plan::Ref;
use crate::route::Page;
use crate::story::page_scenes;
use crate::words;
use yew::prelude::*;

pub fn page(cx: &SiteContext) -> Html {
    let cx = *cx;
    let plan = cx.plan();
    html! {
        <>
            <div class="cloth">
                {location_diagram(&cx)}
                <p class="kicker">{prose(&cx, &plan.site.kicker)}</p>
                <h1>{plan.site.title.as_str()}</h1>
                if let Some(opening) = &plan.story_opening {
                    <p class="lede">{headline(&cx, &opening.deck)}</p>
                } else {
                    <p class="lede">{headline(&cx, &plan.site.lede)}</p>
                }
                <ul class="openings">
                    {for page_scenes(plan, None).into_iter().filter_map(|scene| Some((scene, scene.opening.as_ref()?))).map(|(scene, opening)| html! {
                        <li key={scene.id.as_str()}>
                            <a href={format!("#{}", scene.id.as_str())}>
                                <strong>{prose(&cx, &opening.value)}</strong>
                                <span>{prose(&cx, &opening.words)}</span>
                            </a>
                        </li>
                    })}
                </ul>
                if let Some(years) = plan.story_opening.as_ref().and_then(|opening| opening.years.as_ref()) {
                    <p class="years">{prose(&cx, years)}if plan.knows_since() { {" "}{link(&cx, Page::FollowUps, words::why_these_years(cx.lang))} }</p>
                }
                // Last: it stands at the lower edge, which moves while the rest of the opening arrives.
                <img class="ranges" src={cx.ranges().as_str()} alt="" width="1440" height="320" />
            </div>
            {part_view::mount_point(&cx, Part::Contents)}
            {scenes(&cx, None)}
            {deferred(move || after(&cx))}
        </>
    }
}

/// What stands after the story.
fn after(cx: &SiteContext) -> Html {
    let plan = cx.plan();
    let lang = cx.lang;
    html! {
        <>
            <section id="pillars" class="pillars-section">
                <h2>{words::pillars(plan)}</h2>
                <ul class="pillars">
                    {for Ref::all(&plan.pillars).map(|pillar| {
                        let figures = plan.figures_of_pillar(pillar).count();
                        html! {
                            <li key={plan.id_of(pillar)} class={pigment_class(pillar.position())}>
                                {for moved_to_page(cx, None, Some(pillar))}
                                <a href={cx.href(Page::Pillar(pillar))}>
                                    <span class="pillar-name">{plan[pillar].name.as_str()}</span>
                                    <span class="pillar-scope">{plan[pillar].scope.as_str()}</span>
                                    <span class="pillar-count">
                                        if figures == 0 {
                                            {words::no_number(lang)}
                                        } else {
                                            {count(&format!("{}.numbers", plan.id_of(pillar)), figures)}{" "}{words::figures_here(figures, lang)}
                                        }
                                    </span>
                                </a>
                            </li>
                        }
                    })}
                </ul>
            </section>
            <section id="themes" class="themes-section">
                <h2>{words::topics(lang)}</h2>
                <p class="lede">{prose(cx, &plan.site.texts.themes_lede)}</p>
                <ul class="themes">
                    {for Ref::all(&plan.topics).map(|topic| html! {
                        <li key={plan.id_of(topic)}>
                            <a href={cx.href(Page::Topic(topic))}>
                                <span class="theme-name">{plan[topic].name.as_str()}</span>
                                <span class="theme-question">{plan[topic].question.as_str()}</span>
                            </a>
                        </li>
                    })}
                </ul>
            </section>
            <section id="next" class="next-section">
                <h2>{words::where_next(lang)}</h2>
                <ul>
                    <li>{link(cx, Page::Card(None), words::card_take(lang))}</li>
                    if cx.plan().knows_since() { <li>{link(cx, Page::FollowUps, words::since_of_this(lang))}</li> }
                    <li>{link(cx, Page::Commitments, words::commitments(lang))}</li>
                    <li>{link(cx, Page::Data, words::data(lang))}</li>
                </ul>
            </section>
        </>
    }
}
