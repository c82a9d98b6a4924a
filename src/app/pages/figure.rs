use crate::app::SiteContext;
use crate::app::deferred::deferred;
use crate::app::part::Part;
use crate::app::part_view;
use crate::app::parts::figure::{Setting, computed, figure};
use crate::app::parts::ledger::pigment_class;
use crate::app::parts::text::{headline, link, prose};
use crate::plan::{self, Ref};
use crate::route::Page;
use crate::words;
use yew::prelude::*;

pub fn page(cx: &SiteContext, reference: Ref<plan::Figure>) -> Html {
    let cx = *cx;
    let plan = cx.plan();
    let record = &plan[reference];
    let pigment = record.pillar.map(|pillar| pigment_class(pillar.position()));
    html! {
        <div class={classes!("figure-page", pigment)}>
            <header class="page-head indigo">
                <p class="kicker">{record.name.as_str()}</p>
                <h1>{headline(&cx, &record.finding)}</h1>
            </header>
            {part_view::mount_point(&cx, Part::Guess)}
            {figure(&cx, reference, Setting::Own)}
            {deferred(move || closer(&cx, reference))}
            {deferred(move || after(&cx, reference))}
        </div>
    }
}

/// What there is to know and to try about the figure.
fn closer(cx: &SiteContext, reference: Ref<plan::Figure>) -> Html {
    let record = &cx.plan()[reference];
    let lang = cx.lang;
    html! {
            <div class="pairs">
                if !record.caveats.is_empty() {
                    <section class="caveats">
                        <h2>{words::caveats(lang)}</h2>
                        <ul>{for record.caveats.iter().map(|caveat| html! { <li>{prose(cx, caveat)}</li> })}</ul>
                    </section>
                }
                {computed(cx, reference)}
                {part_view::mount_point(cx, Part::Projection)}
                {part_view::mount_point(cx, Part::Lenses)}
            </div>
    }
}

/// What stands after all that is said of the figure.
fn after(cx: &SiteContext, reference: Ref<plan::Figure>) -> Html {
    let plan = cx.plan();
    let record = &plan[reference];
    let lang = cx.lang;
    html! {
        <>
            {part_view::mount_point(cx, Part::Share)}
            {part_view::mount_point(cx, Part::Builder)}
            <nav class="belongs" aria-label={words::belongs_to(lang)}>
                <h2>{words::belongs_to(lang)}</h2>
                <ul>
                    if let Some(pillar) = record.pillar {
                        <li>{link(cx, Page::Pillar(pillar), plan[pillar].name.as_str())}</li>
                    }
                    {for record.topics.iter().map(|topic| html! { <li>{link(cx, Page::Topic(*topic), plan[*topic].name.as_str())}</li> })}
                </ul>
            </nav>
        </>
    }
}
