//! What stands around every page: masthead and footer.

use super::text::{link, number, prose};
use crate::app::SiteContext;
use crate::app::part::Part;
use crate::app::part_view::mount_point;
use crate::route::Page;
use crate::words;
use yew::prelude::*;

pub fn masthead(cx: &SiteContext, page: Page) -> Html {
    let lang = cx.lang;
    let item = |target: Page, anchor: &str, text: AttrValue, current: bool| {
        let href = if anchor.is_empty() { cx.href(target) } else { cx.href_to(target, anchor) };
        html! {
            <li><a {href} aria-current={current.then_some("page")}>{text}</a></li>
        }
    };
    html! {
        <header class="masthead">
            <a class="name" href={cx.href(Page::Story)}>{cx.plan().site.name.as_str()}</a>
            <nav aria-label={words::main_menu(lang)}>
                <ul>
                    {item(Page::Story, "", words::story(lang).into(), page == Page::Story)}
                    {item(Page::Story, "pillars", words::pillars(cx.plan()).into(), false)}
                    {item(Page::Story, "themes", words::topics(lang).into(), false)}
                    {item(Page::Commitments, "", words::commitments(lang).into(), page == Page::Commitments)}
                    {item(Page::Data, "", words::data(lang).into(), page == Page::Data)}
                    <li>
                        <a class="language" href={cx.href_in_other_language(page)} lang={lang.other().tag()} hreflang={lang.other().tag()}>
                            {words::other_language(lang)}
                        </a>
                    </li>
                </ul>
            </nav>
        </header>
    }
}

pub fn footer(cx: &SiteContext) -> Html {
    let lang = cx.lang;
    let who = &cx.plan().site;
    html! {
        <footer class="footer">
            <p>{prose(cx, &who.footer.about)}</p>
            <p>{prose(cx, &who.footer.corrections)}</p>
            if let Some(contact) = who.footer.contact {
                <p>{words::report(lang)}{lang.pick("：", ": ")}<a href={format!("mailto:{}", contact.as_str())}>{contact.as_str()}</a></p>
            }
            <p>if cx.plan().knows_since() { {link(cx, Page::FollowUps, words::since(lang))}{" · "} }{link(cx, Page::Card(None), words::card(lang))}</p>
            <p>{prose(cx, &who.footer.licence)}</p>
            if let Some(registration) = &who.footer.registration {
                <p>{prose(cx, registration)}</p>
            }
            {mount_point(cx, Part::DisplaySettings)}
            <p class="version">{words::version(lang)}{" "}{number("number", "version", cx.plan().version.as_str())}</p>
        </footer>
    }
}
