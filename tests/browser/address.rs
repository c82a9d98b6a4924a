//! What an address opens: what is open stands in it, a link opens that again, and what nobody understands is noted.

use crate::session::{Browser, Session};
use crate::site::{altered, built, serve, url};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use thirtyfour::Key;

/// Strings that someone could put into an address: none, signs, numbers too long, other scripts, other grammars.
const JUNK: [&str; 14] = [
    "",
    "-1",
    "1e9",
    "NaN",
    "Infinity",
    "0x10",
    "٣",
    "一千",
    "1,200",
    "99999999999999999999",
    "%25",
    "<script>",
    "1.234",
    " 7",
];

/// A page's path with this value in its address.
fn with_query(path: &str, parameter: &str, value: &str) -> String {
    format!("{path}?{parameter}={}", utf8_percent_encode(value, NON_ALPHANUMERIC))
}

/// What is open: its parameter, the page, what a reader does to open it, what says that it is open, the value.
const OPENED: [(&str, &str, &str, &str, &str); 3] = [
    ("view", "/figures/urban-jobs/", "details.table summary", "document.querySelector('details.table')?.open", "table"),
    (
        "note",
        "/pillars/beauty/",
        "main a.term[href$='#rocky-desert']",
        "document.querySelector('.note')?.matches(':popover-open')",
        "rocky-desert",
    ),
    (
        "point",
        "/figures/industry-output/",
        "",
        "!!document.querySelector('.points .note') && location.search.endsWith('point=industry-output.comparison')",
        "industry-output.comparison",
    ),
];

#[tokio::test]
async fn what_is_open_stands_in_the_address_and_a_link_opens_it_again_in_either_language() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        for (parameter, path, control, open, value) in OPENED {
            session.goto_live(&url(&server, path)).await;
            if !control.is_empty() {
                session.until(&format!("!!document.querySelector({control:?})")).await;
                session
                    .eval(&format!("document.querySelector({control:?}).scrollIntoView({{ block: 'center' }})"))
                    .await;
            }
            if control.is_empty() {
                session.until("!!document.querySelector('.points [role=listbox]')").await;
                session.eval("document.querySelector('.points [role=listbox]').focus()").await;
                session.driver.action_chain().send_keys(Key::Right).perform().await.unwrap();
            } else {
                session.press_enter_on(control).await;
            }
            session.until(open).await;
            session.until(&format!("location.search === '?{parameter}={value}'")).await;
            // The same address in a window that knows nothing opens the same, and has the focus there.
            session.goto(&url(&server, "/404.html")).await;
            session.goto(&url(&server, &format!("{path}?{parameter}={value}"))).await;
            session.until(open).await;
            if !matches!(parameter, "view" | "point") {
                session.until("document.activeElement.matches('.note')").await;
            }
            assert_eq!(session.text("location.search").await, format!("?{parameter}={value}"), "{browser:?}");
            assert_eq!(session.number("document.querySelectorAll('.notice').length").await, 0.0, "{browser:?}");
            // In the other language as well.
            session.click(".language").await;
            session
                .until(&format!(
                    "location.pathname === '/en{path}' && {open} && location.search === '?{parameter}={value}'"
                ))
                .await;
            // Closed, the address forgets it.
            match parameter {
                "view" => session.press_enter_on(control).await,
                _ => session.driver.action_chain().send_keys(Key::Escape).perform().await.unwrap(),
            }
            session.until("location.search === ''").await;
        }
        session.quit().await;
    }
}

#[tokio::test]
async fn anything_in_the_address_opens_something_or_is_noted() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        // What is understood is the program's affair, and the same in every browser.
        for junk in JUNK.into_iter().step_by(if browser == Browser::Chromium { 1 } else { 5 }) {
            for (parameter, path, _, open, _) in OPENED {
                // No note at all is asked for; and this is a point's name like another.
                if (parameter, junk) == ("note", "") || (parameter, junk) == ("point", "1.234") {
                    continue;
                }
                session.goto(&url(&server, &with_query(path, parameter, junk))).await;
                session
                    .until(&format!(
                        "document.querySelector('[role=status] .notice')?.textContent.includes('{parameter}=')"
                    ))
                    .await;
                assert_ne!(session.eval(&format!("return !!({open})")).await, true, "{parameter}={junk:?}");
            }
        }
        session.quit().await;
    }
}

#[tokio::test]
async fn any_guess_and_any_pace_in_an_address_is_a_state_or_a_note() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        for junk in JUNK {
            for (parameter, state) in [
                ("guess", "document.documentElement.dataset.guess === 'ask'"),
                (
                    "pace",
                    "document.querySelector('.whatif output')?.textContent && !document.querySelector('.notice')?.textContent",
                ),
            ] {
                session.goto(&url(&server, &with_query("/figures/industry-output/", parameter, junk))).await;
                session
                    .until(&format!(
                        "{state} || document.querySelector('.notice')?.textContent.includes('{parameter}=')"
                    ))
                    .await;
            }
        }
        session.quit().await;
    }
}

#[tokio::test]
async fn a_link_to_a_place_has_the_focus_there() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/pillars/strength/#urbanisation")).await;
        session.until("document.activeElement.id === 'urbanisation'").await;
        let top = session.number("document.activeElement.getBoundingClientRect().top").await;
        assert!((-2.0..200.0).contains(&top), "{browser:?}: the place stands at {top}");
        session.quit().await;
    }
}

/// What hosts, chats and people make of `/figures/industry-output/`, and what opens there.
const WRITTEN_OTHERWISE: [&str; 7] = [
    "/figures/industry-output/index.html?view=table&theme=dark",
    "//figures/industry-output/?view=table&theme=dark",
    "/Figures/Industry-Output/?View=table&theme=Dark",
    "/%66igures/industry%2Doutput/?view=table&amp;theme=dark",
    "/figures/industry-output/（说明）?theme=dark&view=table）",
    "/figures/industry-output。?theme=dark，&view=table",
    "/figures/industry-output/%3Fview=table&theme=dark%23",
];

#[tokio::test]
async fn an_address_written_otherwise_opens_what_was_meant_and_becomes_the_plain_one() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        for path in WRITTEN_OTHERWISE {
            session.goto_live(&url(&server, path)).await;
            session
                .until(
                    "location.pathname + location.search === '/figures/industry-output/?theme=dark&view=table'
                     && document.querySelector('details.table')?.open && document.documentElement.dataset.theme === 'dark'",
                )
                .await;
            assert_eq!(session.number("document.querySelectorAll('.notice').length").await, 0.0, "{browser:?}: {path}");
        }
        // What a reader does there is written, and back leads back without another document.
        session.goto_live(&url(&server, "/commitments/index.html")).await;
        session.mark_document().await;
        session.until("document.querySelector('input[type=search]')?.disabled === false").await;
        session
            .eval(
                "const field = document.querySelector('input[type=search]');
                 field.value = '火车';
                 field.dispatchEvent(new InputEvent('input', { bubbles: true }))",
            )
            .await;
        session
            .until("location.pathname === '/commitments/' && decodeURIComponent(location.search) === '?q=火车'")
            .await;
        session.click_link("/data/").await;
        session.until("location.pathname === '/data/' && document.title.length > 0").await;
        session.eval("history.back()").await;
        session.until("document.querySelector('input[type=search]')?.value === '火车'").await;
        session.same_document().await;
        session.quit().await;
    }
}

/// Addresses to which a chat glued the sign behind them, what opens there, and the address that is left.
const GLUED: [(&str, &str, &str); 8] = [
    ("/#industry。", "document.activeElement.id === 'industry'", "/#industry"),
    ("/#industry）", "document.activeElement.id === 'industry'", "/#industry"),
    ("/#industry#wechat_redirect", "document.activeElement.id === 'industry'", "/#industry"),
    ("/?scene=industry，", "document.activeElement.id === 'industry'", "/#industry"),
    (
        "/figures/industry-output/?point=industry-output.promise。",
        "!!document.querySelector('.points .note')",
        "/figures/industry-output/?point=industry-output.promise",
    ),
    (
        "/figures/industry-output/?guess=2400。",
        "document.documentElement.dataset.guess === 'ask'",
        "/figures/industry-output/?guess=2400",
    ),
    ("/figures/industry-output/。", "!!document.querySelector('.figure-page')", "/figures/industry-output/"),
    ("/en）", "!!document.querySelector('.story') || !!document.querySelector('.scene')", "/en/"),
];

#[tokio::test]
async fn a_sign_that_a_chat_glued_to_an_address_changes_nothing() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        for (glued, opened, left) in GLUED {
            session.goto(&url(&server, "/404.html")).await;
            session.goto_live(&url(&server, glued)).await;
            session.until(opened).await;
            session.until(&format!("location.pathname + location.search + location.hash === {left:?}")).await;
            assert_eq!(
                session.number("document.querySelectorAll('.notice').length").await,
                0.0,
                "{browser:?}: {glued}"
            );
        }
        session.quit().await;
    }
}

#[tokio::test]
async fn without_the_program_the_error_page_leads_on_from_a_glued_address_and_never_to_another_host() {
    let dir = altered("without-program", |name, bytes| (!name.ends_with(".wasm")).then_some(bytes));
    let server = serve(&dir, "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        for glued in ["/figures/industry-output/。", "/figures/industry-output/)", "/figures/industry-output（说明）"]
        {
            session.goto(&url(&server, &format!("{glued}?theme=dark"))).await;
            session
                .until("location.pathname === '/figures/industry-output/' && document.documentElement.dataset.theme === 'dark'")
                .await;
        }
        session.goto(&url(&server, "//evil.example/。")).await;
        session.until("location.hostname === 'localhost' && !!document.querySelector('.not-found')").await;
        session.quit().await;
    }
}

#[tokio::test]
async fn the_error_page_keeps_the_view_and_its_links_carry_it_on() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        for lang in ["", "/en"] {
            session
                .goto_live(&url(&server, &format!("{lang}/figures/industry-outputs/?theme=dark&text=large&since=1")))
                .await;
            session.until("!!document.querySelector('.not-found [aria-live] a')").await;
            session.painted().await;
            let view = "['theme', 'text', 'since'].map((name) => document.documentElement.dataset[name]).join()";
            assert_eq!(session.text(view).await, "dark,large,1", "{browser:?}");
            session.click(".not-found [aria-live] a").await;
            session.until(&format!("location.pathname === '{lang}/figures/industry-output/'")).await;
            session.until("location.search === '?theme=dark&text=large&since=1'").await;
            // And back to the error page, as it was.
            session.eval("history.back()").await;
            session.until("location.pathname.endsWith('outputs/') && !!document.querySelector('.not-found')").await;
            assert_eq!(session.text(view).await, "dark,large,1", "{browser:?}: back");
        }
        session.quit().await;
    }
}
