use super::builder::builder;
use super::figure::{Setting, computed, figure, pigment_class};
use super::guess::guess;
use super::lenses::lenses;
use super::share::share;
use super::site::Site;
use super::text::{headline, link, prose};
use super::whatif::whatif;
use crate::plan::{self, Ref};
use crate::route::{Page, Widget};
use crate::words;
use yew::prelude::*;

pub fn page(site: &Site, reference: Ref<plan::Figure>) -> Html {
    let plan = site.plan;
    let lang = site.lang();
    let record = &plan[reference];
    let pigment = record.pillar.map(|pillar| pigment_class(pillar.position()));
    html! {
        <div class={classes!("figure-page", pigment)}>
            <header class="page-head">
                <p class="kicker">{record.name.as_str()}</p>
                <h1>{headline(site, &record.finding)}</h1>
            </header>
            {guess(site, reference)}
            {figure(site, reference, Setting::Own)}
            <div class="pairs">
                if !record.caveats.is_empty() {
                    <section class="caveats">
                        <h2>{words::caveats(lang)}</h2>
                        <ul>{for record.caveats.iter().map(|caveat| html! { <li>{prose(site, caveat)}</li> })}</ul>
                    </section>
                }
                {computed(site, reference)}
                {whatif(site, reference)}
                {lenses(site, reference)}
            </div>
            {share(site, Page::Figure(reference))}
            {builder(site, Widget::Figure(reference))}
            <nav class="belongs" aria-label={words::belongs_to(lang)}>
                <h2>{words::belongs_to(lang)}</h2>
                <ul>
                    if let Some(pillar) = record.pillar {
                        <li>{link(site, Page::Pillar(pillar), plan[pillar].name.as_str())}</li>
                    }
                    {for record.themes.iter().map(|theme| html! { <li>{link(site, Page::Theme(*theme), plan[*theme].name.as_str())}</li> })}
                </ul>
            </nav>
        </div>
    }
}
