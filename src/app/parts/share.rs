//! Ways to pass a page on. Without script there are links and files; what needs the browser's help waits for the module.

use crate::app::Context;
use crate::citation::gb_t_7714;
use crate::quantity::qualifier;
use crate::route::{Beside, Page, Widget};
use crate::words;
use yew::prelude::*;

fn share(cx: &Context, page: Page) -> Html {
    let (plan, lang) = (cx.plan(), cx.lang);
    let beside = |what: Beside| what.path(page, plan, lang).map(|path| cx.under(&path));
    let picture = beside(Beside::Social)
        .unwrap_or_else(|| cx.under(&Beside::Social.path(Page::Story, plan, lang).unwrap_or_default()));
    let address = cx.address().page(page, plan, lang);
    let button = |what: &'static str, word: &'static str| {
        html! { <li><button type="button" data-share={what} hidden=true>{word}</button></li> }
    };
    let downloads = [(Beside::Svg, "SVG"), (Beside::Png, "PNG"), (Beside::Csv, "CSV")];
    html! {
        <section id="share" class="share" data-module="share" data-sentence={sentence(cx, page)} data-picture={picture}
            data-copied={words::share_copied(lang)} data-refused={words::share_refused(lang)}>
            <h2>{words::share(lang)}</h2>
            <ul>
                {button("system", words::share_system(lang))}
                {button("link", words::share_link(lang))}
                {button("text", words::share_text(lang))}
                {button("picture", words::share_picture(lang))}
                if Widget::of(page).is_some() {
                    <li><a href="#embed">{words::embed(lang)}</a></li>
                }
            </ul>
            <p class="share-link"><a data-n="label" href={cx.href(page)}>{address.clone()}</a></p>
            <p role="status"></p>
            if let Some(poster) = beside(Beside::Poster) {
                <details>
                    <summary>{words::share_poster(lang)}</summary>
                    <p>{words::share_poster_how(lang)}</p>
                    <a href={poster.clone()} download="">
                        <img src={poster} width="1080" height="1440" loading="lazy" alt={sentence(cx, page)} />
                    </a>
                </details>
            }
            if beside(Beside::Csv).is_some() {
                <p class="downloads">{words::share_download(lang)}{lang.pick("：", ": ")}
                    {for downloads.into_iter().filter_map(|(what, name)| {
                        Some(html! { <a href={beside(what)?} download="">{name}</a> })
                    })}
                </p>
            }
            <details>
                <summary>{words::cite(lang)}</summary>
                <p data-n="label" class="citation">{gb_t_7714(plan, &address).into_iter().next()}</p>
                <p><a href={cx.href_to(Page::Data, "open")}>{words::share_cite_more(lang)}</a></p>
            </details>
        </section>
    }
}

/// The page in a sentence; a number comes with what qualifies it.
fn sentence(cx: &Context, page: Page) -> String {
    let (plan, lang) = (cx.plan(), cx.lang);
    let end = lang.pick("。", ".");
    let text = match page {
        Page::Figure(figure) => {
            let record = &plan[figure];
            let meant: Vec<_> = record.values().map(|(_, value)| qualifier(&value.quantity, lang)).collect();
            let (open, between, close) = lang.pick(("（", "；", "）"), (" (", "; ", ")"));
            format!("{}{open}{}{close}", record.finding.plain().trim_end_matches(['。', '.']), meant.join(between))
        }
        page => format!(
            "{}{}{}",
            page.heading(plan),
            lang.pick("：", ": "),
            page.description(plan).trim_end_matches(['。', '.'])
        ),
    };
    format!("{text}{end}")
}

#[derive(Clone, PartialEq, Properties)]
pub struct ShareProps {
    pub context: Context,
    pub page: Page,
}

#[component]
pub fn Share(props: &ShareProps) -> Html {
    share(&props.context, props.page)
}
