use super::site::Site;
use super::text::{number, place, prose};
use crate::plan::Ref;
use crate::route::Page;
use crate::words;
use yew::prelude::*;

pub fn page(site: &Site) -> Html {
    let plan = site.plan;
    let lang = site.lang();
    let source = &plan.site.source;
    html! {
        <div class="data-page">
            <header class="page-head">
                <h1>{words::data(lang)}</h1>
                <p class="version">{words::version(lang)}{" "}{number("number", "version", plan.version.as_str())}</p>
            </header>
            <section id="source">
                <h2>{words::explained(lang)}</h2>
                <p>{source.title.as_str()}</p>
                <p>{prose(site, &source.credit)}</p>
                <p>{prose(site, &source.unknown)}</p>
            </section>
            {for plan.site.data_page.iter().map(|section| html! {
                <section key={section.id.as_str()} id={section.id.as_str()}>
                    <h2>{prose(site, &section.title)}</h2>
                    {for section.body.iter().map(|body| html! { <p>{prose(site, body)}</p> })}
                </section>
            })}
            <section id="figures" class="figure-list">
                <h2>{words::figures(lang)}</h2>
                <p class="lede">{prose(site, &plan.site.texts.figures_lede)}</p>
                <ul>
                    {for Ref::all(&plan.figures).map(|figure| html! {
                        <li key={plan.id_of(figure)}>
                            <a href={site.href(Page::Figure(figure))}>{prose(site, &plan[figure].finding)}</a>
                        </li>
                    })}
                </ul>
            </section>
            <section id="glossary" class="glossary">
                <h2>{words::glossary(lang)}</h2>
                <p class="lede">{prose(site, &plan.site.texts.glossary_lede)}</p>
                <dl>
                    {for plan.terms.iter().map(|term| html! {
                        <div key={term.id.as_str()} id={term.id.as_str()} class="entry">
                            <dt>{prose(site, &term.name)}</dt>
                            <dd>
                                <p><strong>{words::article_says(lang)}</strong>{lang.pick("：", ": ")}{prose(site, &term.article)}
                                    {for term.at.iter().map(|at| html! { <>{" "}{place(site, *at)}</> })}
                                </p>
                                if let Some(general) = &term.general {
                                    <p><strong>{words::general_knowledge(lang)}</strong>{lang.pick("：", ": ")}{prose(site, general)}</p>
                                }
                                if term.undefined { <p class="not-stated">{words::undefined(lang)}</p> }
                            </dd>
                        </div>
                    })}
                </dl>
            </section>
        </div>
    }
}
