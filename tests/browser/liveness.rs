//! Pages come to life without a word, and nothing on them moves by itself.

use crate::access::{axe, axe_in_themes};
use crate::session::{Browser, Session};
use crate::site::{built, pages, serve, url};
use five_new_bijies::site::prerender::{Options, build};
use std::path::PathBuf;

#[tokio::test]
async fn every_page_comes_to_life_without_a_word_and_axe_finds_nothing() {
    let dir = built();
    let server = serve(&dir, "/");
    let session = Session::start(Browser::Chromium).await;
    // A fresh window finds its size while its first page is laid out already.
    session.goto_live(&url(&server, "/404.html")).await;
    session.before_each_page(&axe()).await;
    let mut wrong = Vec::new();
    for path in pages(&dir) {
        let address = url(&server, &path);
        session.goto_live(&address).await;
        // Every chart that is near enough to be drawn is drawn.
        session
            .until(
                "[...document.querySelectorAll('.drawing:has(canvas)')].filter((drawing) => {
                   const box = drawing.getBoundingClientRect();
                   return box.height > 0 && box.bottom > 0 && box.top < innerHeight;
                 }).every((drawing) => drawing.classList.contains('live'))",
            )
            .await;
        let said = session.console().await;
        assert!(said.is_empty(), "{path}: {said:?}");
        assert_eq!(shifted(&session, &address).await, 0.0, "{path} moves while it comes to life");
        let left = session
            .text(
                "JSON.stringify([document.cookie, localStorage.length + sessionStorage.length,
                   ...performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => !name.startsWith(location.origin))])",
            )
            .await;
        assert_eq!(left, r#"["",0]"#, "{path}: its cookies, what it stores, what it asks other origins for");
        // Both languages have the same parts in the same colours: one of them shows each in the dark, one in high contrast.
        let theme = if path.starts_with("/en/") { "contrast" } else { "dark" };
        for line in axe_in_themes(&session, &[theme]).await {
            wrong.push(format!("{path}: {line}"));
        }
    }
    assert!(wrong.is_empty(), "{} findings:\n{}", wrong.len(), wrong[..wrong.len().min(40)].join("\n"));
    session.quit().await;
}

#[tokio::test]
async fn pages_come_to_life_in_firefox_as_well() {
    let server = serve(&built(), "/");
    if !Browser::all().contains(&Browser::Firefox) {
        return;
    }
    let session = Session::start(Browser::Firefox).await;
    for path in ["/", "/figures/industry-output/", "/en/pillars/beauty/"] {
        session.goto_live(&url(&server, path)).await;
        session.show(".drawing:has(canvas)").await;
        session.until("!!document.querySelector('.drawing.live')").await;
    }
    session.quit().await;
}

/// How much of the page in place, which is at `address`, has moved by itself so far, as the browser reckons it. A busy
/// machine may paint a page before it has read all of it; what moves each of three times is the page's own doing.
async fn shifted(session: &Session, address: &str) -> f64 {
    let mut least = shifted_now(session).await;
    for _ in 0..2 {
        if least > 0.0 {
            session.goto_live(address).await;
            least = least.min(shifted_now(session).await);
        }
    }
    least
}

async fn shifted_now(session: &Session) -> f64 {
    let answer = session
        .driver
        .execute_async(
            "const done = arguments[0];
             let shifted = 0;
             new PerformanceObserver((list) => list.getEntries().forEach((entry) => shifted += entry.value))
               .observe({ type: 'layout-shift', buffered: true });
             requestAnimationFrame(() => requestAnimationFrame(() => done(shifted)));",
            vec![],
        )
        .await
        .expect("the browser reckons it");
    answer.json().as_f64().unwrap_or(f64::NAN)
}

#[tokio::test]
async fn nothing_moves_where_a_link_asks_for_a_view() {
    let server = serve(&built(), "/");
    let session = Session::start(Browser::Chromium).await;
    for query in ["theme=dark&text=large", "theme=contrast"] {
        let address = url(&server, &format!("/figures/industry-output/?{query}"));
        session.goto_live(&address).await;
        assert_eq!(shifted(&session, &address).await, 0.0, "{query}");
    }
    session.quit().await;
}

#[tokio::test]
async fn a_table_that_a_link_asks_for_is_open() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/figures/industry-output/?view=table")).await;
        session.until("document.querySelector('.figure-page details.table').open").await;
        session.click(".figure-page details.table summary").await;
        session.until("location.search === '' && !document.querySelector('.figure-page details.table').open").await;
        session.quit().await;
    }
}

#[tokio::test]
async fn the_site_of_another_city_comes_to_life_under_a_sub_path_with_the_same_program() {
    let out = PathBuf::from("target/altered/other-city-live");
    let options = Options {
        data: "tests/plans/fictional".into(),
        out: out.clone(),
        public_url: "/kites/".into(),
        site_url: "https://town.example".into(),
        compress: false,
        ..Options::default()
    };
    // Rendering has a runtime of its own.
    tokio::task::spawn_blocking(move || build(&options)).await.unwrap().expect("the site of the invented town builds");
    let server = serve(&out, "/kites/");
    let session = Session::start(Browser::Chromium).await;
    for path in pages(&out) {
        session.goto_live(&url(&server, &format!("/kites{path}"))).await;
        let said = session.console().await;
        assert!(said.is_empty(), "{path}: {said:?}");
    }
    session.goto_live(&url(&server, "/kites/en/")).await;
    session.mark_document().await;
    session.click("main a[href^='/kites/en/pillars/']").await;
    session.until("location.pathname.startsWith('/kites/en/pillars/') && !!document.querySelector('.pillar')").await;
    session.click("main a[href^='/kites/en/figures/']").await;
    session.until("location.pathname.startsWith('/kites/en/figures/') && !!document.querySelector('.figure-page .drawing.live')").await;
    session.same_document().await;
    let canonical = "document.querySelector('link[rel=canonical]').href === 'https://town.example' + location.pathname";
    session.until(canonical).await;
    session.quit().await;
}
