//! The page of the open data: downloads, sources, the check of a text.

use crate::app::SiteContext;
use crate::app::deferred::deferred;
use crate::app::part::Part;
use crate::app::part_view;
use crate::app::parts::glossary::entry;
use crate::app::parts::text::{headline, link, number, prose};
use crate::citation::{bibtex, gb_t_7714};
use crate::head::{ATOM, JSON_FEED};
use crate::plan::{Plan, Ref};
use crate::quantity::Lang;
use crate::route::{Page, download_name, workbook_file};
use crate::words;
use yew::prelude::*;

/// Open data: the file for programs, the same for Excel, and what it is.
struct OpenFile {
    name: &'static str,
    for_excel: Option<&'static str>,
    words: &'static str,
}

const SCHEMA: &str = "plan.schema.json";

fn open_files(lang: Lang) -> [OpenFile; 5] {
    let file = |name, for_excel, words| OpenFile { name, for_excel, words };
    [
        file("plan.json", None, words::download_plan(lang)),
        file(SCHEMA, None, words::download_schema(lang)),
        file("figures.csv", Some("figures-excel.csv"), words::download_figures(lang)),
        file("commitments.csv", Some("commitments-excel.csv"), words::download_commitments(lang)),
        file("since.csv", Some("since-excel.csv"), words::download_since(lang)),
    ]
}

/// Ready lines of R and Python.
fn read_in(url: &str) -> String {
    format!("# R\nfigures <- read.csv(\"{url}\")\n\n# Python\nimport pandas\nfigures = pandas.read_csv(\"{url}\")\n")
}

pub fn page(cx: &SiteContext) -> Html {
    let cx = *cx;
    let plan = cx.plan();
    let lang = cx.lang;
    let source = &plan.site.source;
    html! {
        <div class="data-page">
            <header class="page-head indigo">
                <h1>{words::data(lang)}</h1>
                <p class="version">{words::version(lang)}{" "}{number("number", "version", plan.version.as_str())}</p>
            </header>
            <section id="source">
                <h2>{words::explained(lang)}</h2>
                <p>{source.title.as_str()}</p>
                if source.title != source.original_title { <p lang="zh-CN">{source.original_title.as_str()}</p> }
                <p>{prose(&cx, &source.credit)}</p>
                <p>{prose(&cx, &source.unknown)}</p>
            </section>
            {for plan.site.data_page.iter().map(|section| html! {
                <section key={section.id.as_str()} id={section.id.as_str()}>
                    <h2>{headline(&cx, &section.title)}</h2>
                    {for section.body.iter().map(|body| html! { <p>{prose(&cx, body)}</p> })}
                </section>
            })}
            {part_view::mount_point(&cx, Part::Check)}
            {deferred(move || open_data(&cx))}
            {deferred(move || figures(&cx))}
            {deferred(move || glossary(&cx))}
        </div>
    }
}

fn open_data(cx: &SiteContext) -> Html {
    let plan = cx.plan();
    let lang = cx.lang;
    let home = cx.permanent(Page::Story);
    html! {
            <section id="open" class="open-data">
                <h2>{words::open_data(lang)}</h2>
                <ul>
                    {for open_files(lang).map(|OpenFile { name, for_excel, words }| html! {
                        <li>
                            <a download="" href={cx.under(&format!("/data/{name}"))}>{words}</a>
                            if let Some(excel) = for_excel {
                                {lang.pick("，", ", ")}
                                <a download="" href={cx.under(&format!("/data/{excel}"))}>{words::for_excel(lang)}</a>
                            }
                            if name == SCHEMA { <p class="source"><small data-n="label">{words::schema_draft(lang)}</small></p> }
                        </li>
                    })}
                    <li><a download={download_name(workbook_file(lang), cx.plan())} href={cx.under(workbook_file(lang))}>{words::download_workbook(lang)}</a></li>
                    if !cx.frozen() {
                        <li>
                            <a href={cx.under(JSON_FEED.file(lang))}>{words::feed(lang)}{" (JSON Feed)"}</a>
                            {lang.pick("，", ", ")}
                            <a href={cx.under(ATOM.file(lang))}>{"Atom"}</a>
                        </li>
                    }
                </ul>
                if plan.knows_since() { <p>{link(cx, Page::FollowUps, words::since_of_this(lang))}</p> }
                <p>{words::read_in(lang)}</p>
                <pre data-n="label" tabindex="0">{read_in(&cx.address().url("/data/figures.csv"))}</pre>
                <h3>{words::cite(lang)}</h3>
                {for gb_t_7714(plan, &home).map(|citation| html! {
                    <p data-n="label" class="citation">{with_title_in_chinese(plan, &citation)}</p>
                })}
                <pre data-n="label" tabindex="0">{bibtex(plan, &home)}</pre>
                <h3>{words::changes(lang)}</h3>
                <ul>
                    {for plan.site.changes.iter().map(|change| html! {
                        <li><time data-n="label" datetime={change.on.as_str()}>{change.on.as_str()}</time>{" "}{change.text.as_str()}{change.corrected.map(|date| words::corrected_on(date.as_str(), lang))}</li>
                    })}
                </ul>
            </section>
    }
}

fn figures(cx: &SiteContext) -> Html {
    let plan = cx.plan();
    html! {
            <section id="figures" class="figure-list">
                <h2>{words::figures(cx.lang)}</h2>
                <p class="lede">{prose(cx, &plan.site.texts.figures_lede)}</p>
                <ul>
                    {for Ref::all(&plan.figures).map(|figure| html! {
                        <li key={plan.id_of(figure)}>
                            <a href={cx.href(Page::Figure(figure))}>{prose(cx, &plan[figure].finding)}</a>
                        </li>
                    })}
                </ul>
            </section>
    }
}

fn glossary(cx: &SiteContext) -> Html {
    let plan = cx.plan();
    html! {
            <section id="glossary" class="glossary">
                <h2>{words::glossary(cx.lang)}</h2>
                <p class="lede">{prose(cx, &plan.site.texts.glossary_lede)}</p>
                <dl>
                    {for Ref::all(&plan.terms).map(|term| html! {
                        <div key={plan.id_of(term)} id={plan.id_of(term)} class="entry">{entry(cx, term)}</div>
                    })}
                </dl>
            </section>
    }
}

/// A citation whose article, if it is one, is named in the article's own language.
fn with_title_in_chinese(plan: &Plan, citation: &str) -> Html {
    let title = plan.site.source.original_title.as_str();
    let (before, after) = citation.split_once(title).unwrap_or((citation, ""));
    let title = (before != citation).then(|| html! { <span lang={Lang::Zh.tag()}>{title}</span> });
    html! { <>{before.to_owned()}{title}{after.to_owned()}</> }
}
