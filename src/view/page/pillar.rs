use super::builder::builder;
use super::commitments::list;
use super::contents::contents;
use super::figure::{Setting, figure, pigment_class};
use super::scene::chapter;
use super::share::share;
use super::site::Site;
use super::text::{link, plain_headline, prose, source, speak};
use crate::plan::{Pillar, Ref};
use crate::route::{Page, Widget};
use crate::words;
use yew::prelude::*;

pub fn page(site: &Site, reference: Ref<Pillar>) -> Html {
    let plan = site.plan;
    let lang = site.lang();
    let chapters: Vec<_> = plan.chapters_of(Some(reference)).collect();
    let pillar = &plan[reference];
    let next = Ref::all(&plan.pillars).nth(reference.position() + 1);
    let figures: Vec<_> = plan.figures_of_pillar(reference).collect();
    html! {
        <div class={classes!("pillar", pigment_class(reference.position()))}>
            <header class="page-head">
                <p class="kicker">{words::pillar(lang)}</p>
                <h1>{plain_headline(pillar.long.as_str())}</h1>
                <p class="lede">{prose(site, &pillar.lede)}</p>
                <p class="source">{source(site, pillar.at)}</p>
                {speak(lang)}
            </header>
            {contents(site, &chapters)}
            {for chapters.iter().map(|one| chapter(site, one))}
            if !figures.is_empty() {
                <section class="figures">
                    <h2>{words::numbers(lang)}</h2>
                    {for figures.into_iter().map(|one| figure(site, one, Setting::Among))}
                </section>
            }
            <section class="commitments">
                <h2>{words::without_number(lang)}</h2>
                {list(site, plan.commitments_of(Some(reference)))}
            </section>
            {share(site, Page::Pillar(reference))}
            {builder(site, Widget::Pillar(reference))}
            <nav class="next" aria-label={words::next(lang)}>
                <p>{words::next(lang)}{lang.pick("：", ": ")}
                    if let Some(next) = next {
                        {link(site, Page::Pillar(next), plan[next].long.as_str())}
                    } else {
                        {link(site, Page::Commitments, words::commitments(lang))}
                    }
                </p>
                <ul>{for pillar.themes.iter().map(|theme| html! { <li>{link(site, Page::Theme(*theme), plan[*theme].name.as_str())}</li> })}</ul>
            </nav>
        </div>
    }
}
