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
        let table = session.driver.find(By::Css("#forest-cover table")).await.unwrap();
        assert!(table.text().await.unwrap().contains("60%"), "{browser:?}");
        let link = session.driver.find(By::Css("main .finding a[href='/figures/forest-cover/']")).await.unwrap();
        link.send_keys(Key::Enter).await.unwrap();
        session.driver.query(By::Css(".figure-page")).first().await.unwrap();
        session.quit().await;
    }
}

/// Loads a page of an altered site and holds that it stays whole and static.
async fn stays_static(browser: Browser, dir: &Path, what: &str) {
    let server = serve(dir, "/");
    let session = Session::start(browser).await;
    session.goto(&url(&server, "/figures/forest-cover/")).await;
    session.until("document.documentElement.dataset.state === 'static'").await;
    let whole = "!!document.querySelector('main h1').textContent && !document.querySelector('.chart.live')
        && [...document.querySelectorAll('.points')].every((points) => points.hidden && !points.hasAttribute('tabindex'))
        && [...document.querySelectorAll('.chart svg')].filter((svg) => svg.getBoundingClientRect().height > 100).length === 1";
    assert!(
        session.eval(&format!("return {whole}")).await.as_bool().unwrap(),
        "{browser:?}: {what}: the page is not whole"
    );
    session.click("nav a[href='/commitments/']").await;
    session.until("location.pathname === '/commitments/' && !!document.querySelector('.commitments-page')").await;
    session.quit().await;
}

#[tokio::test]
async fn without_the_program_the_page_stays_as_it_is() {
    let missing = altered("missing", |name, bytes| (!name.ends_with(".wasm")).then_some(bytes));
    let corrupt = altered("corrupt", |name, bytes| {
        Some(if name.ends_with(".wasm") { bytes[..bytes.len() / 2].to_vec() } else { bytes })
    });
    // A program that would run, and is not the one that the page was built with.
    let other = altered("other", |name, mut bytes| {
        if name.ends_with(".wasm") {
            let empty_custom_section = [0, 1, 0];
            bytes.extend(empty_custom_section);
        }
        Some(bytes)
    });
    let no_figures = altered("no-figures", |name, bytes| (!name.starts_with("figures-")).then_some(bytes));
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
        stays_static(browser, &corrupt, "half of the wasm").await;
        stays_static(browser, &other, "another wasm").await;
        stays_static(browser, &no_figures, "no figures file").await;
        stays_static(browser, &forbidden, "WebAssembly is forbidden").await;
    }
}

#[tokio::test]
async fn a_program_that_never_comes_keeps_nobody_from_what_needs_none() {
    let server = serve(&built(), "/");
    let session = Session::start(Browser::Chromium).await;
    // Asked for, and never answered.
    session.devtools("Fetch.enable", json!({ "patterns": [{ "urlPattern": "*.wasm" }] })).await;
    session.goto(&url(&server, "/commitments/")).await;
    session.until("!!document.querySelector('.filters[data-ready]') && !document.documentElement.dataset.state").await;
    session.quit().await;
}

#[tokio::test]
async fn a_panic_on_the_way_gives_the_static_page_back() {
    // Text where an element is expected is a mismatch that no adoption survives.
    let broken = altered("panic", |name, bytes| {
        if !name.ends_with(".html") {
            return Some(bytes);
        }
        let page = String::from_utf8(bytes).expect("pages are text");
        Some(page.replace("<canvas aria-hidden=\"true\"></canvas>", "").into_bytes())
    });
    for &browser in Browser::all() {
        stays_static(browser, &broken, "a page that does not match").await;
    }
}
