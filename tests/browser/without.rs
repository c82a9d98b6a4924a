//! What is left when something is missing: script, the program, its data, or its luck.

use crate::session::{Browser, Session, Wish};
use crate::site::{altered, built, serve, url};
use serde_json::json;
use std::path::Path;
use thirtyfour::{By, Key, extensions::query::ElementQueryable};

#[tokio::test]
async fn without_script_text_charts_tables_and_links_are_all_there() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start_with(browser, Wish::NoScript).await;
        session.goto(&url(&server, "/pillars/beauty/")).await;
        let heading = session.driver.find(By::Css("main h1")).await.unwrap();
        assert!(!heading.text().await.unwrap().is_empty());
        let charts = session.driver.find_all(By::Css("#forest-cover svg")).await.unwrap();
        let mut shown = 0;
        for chart in &charts {
            if chart.is_displayed().await.unwrap() {
                shown += 1;
            }
        }
        assert_eq!(shown, 1, "{browser:?}: one of the two drawings is shown");
        // By keyboard: a click would have to miss the contents bar, which lies over the lower edge.
        session.driver.find(By::Css("#forest-cover summary")).await.unwrap().send_keys(Key::Enter).await.unwrap();
        let unfolded = session.driver.find(By::Css("#forest-cover .unfolded")).await.unwrap();
        assert!(unfolded.text().await.unwrap().contains("稳定在60%以上"), "{browser:?}");
        let link = session.driver.find(By::Css("#forest-cover a[href='/figures/forest-cover/']")).await.unwrap();
        link.send_keys(Key::Enter).await.unwrap();
        session.driver.query(By::Css(".figure-page")).first().await.unwrap();
        session.quit().await;
    }
}

/// The static page is whole: its words, one drawing of two, and nothing that a program would have put there.
const WHOLE: &str = "!!document.querySelector('main h1').textContent && document.querySelectorAll('main').length === 1
    && !document.querySelector('.drawing.live, .points, [aria-busy]')
    && [...document.querySelectorAll('.figure .still svg')].filter((svg) => svg.getBoundingClientRect().height > 100
         && getComputedStyle(svg).visibility === 'visible').length === 1
    && document.querySelector('.figure-page details.table table').rows.length > 2";

/// Loads a page of an altered site and holds that it stays whole and static.
async fn stays_static(browser: Browser, dir: &Path, what: &str) {
    let server = serve(dir, "/");
    let session = Session::start(browser).await;
    session.goto(&url(&server, "/figures/forest-cover/")).await;
    session.until("!!document.documentElement.dataset.state").await;
    let state = session.text("document.documentElement.dataset.state").await;
    assert!(["static", "unsupported"].contains(&state.as_str()), "{browser:?}: {what}: the page is {state}");
    assert_eq!(session.eval(&format!("return {WHOLE}")).await, true, "{browser:?}: {what}: the page is not whole");
    session.mark_document().await;
    session.click("nav a[href='/commitments/']").await;
    session
        .until("location.pathname === '/commitments/' && !!document.querySelector('.commitments-page') && !window.same")
        .await;
    session.quit().await;
}

/// A page that lets any program run, whatever bytes it has.
fn unchecked(name: &str, bytes: Vec<u8>) -> Vec<u8> {
    if !name.ends_with(".html") {
        return bytes;
    }
    let page = String::from_utf8(bytes).expect("pages are text");
    let (before, rest) = page.split_once(" data-integrity=\"").unwrap_or((&page, "\""));
    format!("{before}{}", rest.split_once('"').expect("an attribute ends").1).into_bytes()
}

/// Renames the section in which the program carries its plan.
fn without_plan(mut bytes: Vec<u8>) -> Vec<u8> {
    let name = *b"\x04plan";
    let at = bytes.windows(name.len()).rposition(|part| part == name).expect("the program carries a plan");
    bytes[at + 1] = b'x';
    bytes
}

#[tokio::test]
async fn without_the_program_the_page_stays_as_it_is() {
    let is_program = |name: &str| name.starts_with("program-") && name.ends_with(".wasm");
    let missing = altered("missing", |name, bytes| (!is_program(name)).then_some(bytes));
    let glueless =
        altered("glueless", |name, bytes| (!(name.starts_with("program-") && name.ends_with(".js"))).then_some(bytes));
    let corrupt = altered("corrupt", |name, bytes| {
        Some(if is_program(name) { bytes[..bytes.len() / 2].to_vec() } else { bytes })
    });
    // A program that would run, and is not the one that the page was built with.
    let other = altered("other", |name, mut bytes| {
        if is_program(name) {
            let empty_custom_section = [0, 1, 0];
            bytes.extend(empty_custom_section);
        }
        Some(bytes)
    });
    // One that runs and finds no plan in itself.
    let planless = altered("planless", |name, bytes| {
        Some(if is_program(name) { without_plan(bytes) } else { unchecked(name, bytes) })
    });
    // What companies and schools do: scripts run, WebAssembly does not.
    let forbidden = altered("forbidden", |name, bytes| {
        if !name.ends_with(".html") {
            return Some(bytes);
        }
        let policy = "<head><meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'self'\">";
        Some(String::from_utf8(bytes).expect("pages are text").replace("<head>", policy).into_bytes())
    });
    for &browser in Browser::all() {
        stays_static(browser, &missing, "no wasm").await;
        stays_static(browser, &glueless, "no glue").await;
        stays_static(browser, &corrupt, "half of the wasm").await;
        stays_static(browser, &other, "another wasm").await;
        stays_static(browser, &planless, "a wasm without a plan").await;
        stays_static(browser, &forbidden, "WebAssembly is forbidden").await;
    }
}

#[tokio::test]
async fn a_program_that_never_comes_keeps_nobody_from_what_needs_none() {
    let server = serve(&built(), "/");
    let session = Session::start(Browser::Chromium).await;
    // Asked for, and never answered.
    session.devtools("Fetch.enable", json!({ "patterns": [{ "urlPattern": "*.wasm" }] })).await;
    session.goto(&url(&server, "/figures/forest-cover/")).await;
    session.until("performance.getEntriesByType('resource').some((entry) => entry.name.includes('/program-') && entry.name.endsWith('.js'))").await;
    session.until(&format!("!document.documentElement.dataset.state && {WHOLE}")).await;
    session.click(".figure-page details.table summary").await;
    session.until("document.querySelector('.figure-page details.table').open").await;
    session.mark_document().await;
    session.click("nav a[href='/commitments/']").await;
    session.until("!!document.querySelector('.commitments-page') && !window.same").await;
    session.quit().await;
}

/// The program's file comes when `let_it_come` is called.
const COMES_LATE: &str = "const real = fetch; window.let_it_come = null;
    window.fetch = (...request) => new Promise((go) => window.let_it_come = go).then(() => real(...request));";

#[tokio::test]
async fn a_program_that_comes_late_takes_over_what_the_reader_has_in_front() {
    let server = serve(&built(), "/");
    let session = Session::start(Browser::Chromium).await;
    session.before_each_page(COMES_LATE).await;
    session.goto(&url(&server, "/figures/forest-cover/")).await;
    session.until("!!window.let_it_come").await;
    session.press_enter_on(".figure-page details.table summary").await;
    session.until("document.querySelector('.figure-page details.table').open").await;
    session.eval("window.before = document.querySelector('.figure-page details.table'); window.let_it_come()").await;
    session.until("document.documentElement.dataset.state === 'live' && !window.before.isConnected").await;
    // What was opened is open, and the focus is where it was.
    session
        .until("document.querySelector('.figure-page details.table').open && location.search === '?view=table'")
        .await;
    session.until("document.activeElement === document.querySelector('.figure-page details.table summary')").await;
    session.show(".drawing").await;
    session.until("!!document.querySelector('.drawing.live') && !!document.querySelector('.points')").await;
    session.quit().await;
}

#[tokio::test]
async fn a_program_that_comes_while_the_story_is_read_writes_the_scene_into_the_address() {
    let server = serve(&built(), "/");
    let session = Session::start(Browser::Chromium).await;
    session.before_each_page(COMES_LATE).await;
    session.goto(&url(&server, "/")).await;
    session.until("!!window.let_it_come").await;
    session
        .eval(
            "const words = document.getElementById('jobs-answer');
             scrollTo({ top: words.getBoundingClientRect().top + scrollY - innerHeight * 0.6, behavior: 'instant' })",
        )
        .await;
    session.painted().await;
    session.eval("window.let_it_come()").await;
    session.until("location.hash === '#jobs-answer'").await;
    session.quit().await;
}

/// What the browser tells a page when the program in it traps.
const TRAP: &str = "const error = new WebAssembly.RuntimeError('unreachable');
    error.stack = 'RuntimeError: unreachable\\n    at wasm://wasm/0123abcd:wasm-function[7]:0x9';
    dispatchEvent(new ErrorEvent('error', { error, message: error.message, cancelable: true }))";

#[tokio::test]
async fn after_a_trap_the_static_page_is_back_and_its_links_work() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/figures/forest-cover/")).await;
        session.show(".drawing").await;
        session.until("!!document.querySelector('.points')").await;
        session.eval(TRAP).await;
        session.until(&format!("document.documentElement.dataset.state === 'static' && {WHOLE}")).await;
        assert_eq!(session.number("document.querySelectorAll('#app').length").await, 1.0, "{browser:?}");
        assert_eq!(session.text("document.body.children.length").await, "1", "{browser:?}: something is left behind");
        // Nothing of the program listens any more.
        session.mark_document().await;
        session.click("nav a[href='/commitments/']").await;
        session.until("!!document.querySelector('.commitments-page') && !window.same").await;
        // Another document is given another chance.
        session.until("document.documentElement.dataset.state === 'live'").await;
        session.quit().await;
    }
}

#[tokio::test]
async fn after_a_trap_on_a_page_that_was_moved_to_its_own_document_stands_there() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/commitments/?theme=dark")).await;
        session.mark_document().await;
        session
            .eval(
                "const link = document.createElement('a'); link.id = 'planted'; link.href = '/figures/forest-cover/';
             document.querySelector('main').append(link); link.click()",
            )
            .await;
        session.until("!!document.querySelector('.figure-page .points')").await;
        session.same_document().await;
        session.eval(TRAP).await;
        session.until(&format!("!window.same && document.documentElement.dataset.state === 'static' && {WHOLE}")).await;
        let look = session.text("location.pathname + location.search + document.documentElement.dataset.theme").await;
        assert_eq!(look, "/figures/forest-cover/?theme=darkdark", "{browser:?}");
        // The way back is still there.
        session.driver.back().await.unwrap();
        session.until("!!document.querySelector('.commitments-page')").await;
        session.quit().await;
    }
}

#[tokio::test]
async fn errors_of_other_scripts_do_not_end_the_program() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/figures/forest-cover/")).await;
        session.mark_document().await;
        session.eval(
            "window.errors = 0; addEventListener('error', () => window.errors++);
             setTimeout(() => { throw new TypeError('of an extension'); });
             Promise.reject(new Error('of another'));
             const foreign = new WebAssembly.RuntimeError('unreachable');
             foreign.stack = 'RuntimeError: unreachable\\n    at https://elsewhere.example/script.js:1:2';
             dispatchEvent(new ErrorEvent('error', { error: foreign, cancelable: true }));
             dispatchEvent(new ErrorEvent('error', { message: 'Script error.' }));
             dispatchEvent(new ErrorEvent('error', { message: 'ResizeObserver loop completed with undelivered notifications.' }));",
        ).await;
        // Firefox keeps what the driver's own script throws to itself.
        session.until("window.errors >= 3").await;
        assert_eq!(session.text("document.documentElement.dataset.state").await, "live", "{browser:?}");
        session.click_link("/commitments/").await;
        session.until("!!document.querySelector('.commitments-page')").await;
        session.same_document().await;
        session.quit().await;
    }
}
