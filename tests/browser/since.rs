//! What other public sources say: switched on by the reader, kept in links, and never there unasked.

use crate::session::{Browser, Session, Wish};
use crate::site::{built, serve, url};
use five_new_bijies::site::prerender::{Options, build};
use serde_json::json;
use std::path::PathBuf;
use thirtyfour::By;

/// Whether the drawing shows what other sources say.
const DRAWN: &str = "!!document.querySelector('.since-still')";
const LINES: &str = "document.querySelectorAll('.since-lines > li').length";

#[tokio::test]
async fn a_reader_switches_other_sources_on_follows_a_link_comes_back_and_loads_again() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/figures/core-area/")).await;
        session.show(".part-since").await;
        session.until("!!document.querySelector('.since-switch')").await;
        assert_eq!(session.number(LINES).await, 0.0, "{browser:?}: unasked");
        let before = session.number("document.querySelector('.drawing').getBoundingClientRect().height").await;
        session.click(".since-switch:enabled").await;
        session.until(&format!("{DRAWN} && {LINES} === 2 && location.search === '?since=1'")).await;
        session.until("document.querySelector('.since-switch').getAttribute('aria-pressed') === 'true'").await;
        session
            .until(&format!("document.querySelector('.drawing').getBoundingClientRect().height > {before} + 100"))
            .await;
        // The article's own still gives way to the one with both; the speech tells whose the numbers are.
        assert_eq!(
            session.number("document.querySelector('.drawing > .still').getBoundingClientRect().height").await,
            0.0
        );
        let said = session.text("document.querySelector('.since-still').getAttribute('aria-label')").await;
        assert!(said.contains("来自别的来源") && said.contains("108"), "{browser:?}: {said}");
        let lines = session.text("document.querySelector('.since-lines').textContent").await;
        for part in
            ["离承诺的数还差 22\u{a0}平方公里", "推算", "指标和原文一样", "提高到2022年的108平方公里", "2026-11-25"]
        {
            assert!(lines.contains(part), "{browser:?}: {part} is missing in {lines}");
        }
        // The table has it in the same words.
        session.click(".actions details.table summary").await;
        session.until("document.querySelector('.actions table').textContent.includes('来自别的来源')").await;

        session.click_link("/since/").await;
        session
            .until(
                "location.pathname === '/since/' && location.search === '?since=1' && location.hash === '#core-area'",
            )
            .await;
        // What is said in numbers; sentences without one stand among them.
        let numbers = "document.querySelectorAll('.since-promise .since-lines > li strong').length";
        session.until(&format!("document.querySelectorAll('.since-promise').length > 10 && {numbers} === 6")).await;
        session.eval("history.back()").await;
        session.until(&format!("location.pathname === '/figures/core-area/' && {DRAWN} && {LINES} === 2")).await;
        // The document in place is still live and drawn until the next one comes.
        session.mark_document().await;
        session.eval("location.reload()").await;
        session
            .until(&format!(
                "!window.same && document.documentElement.dataset.state === 'live' && {DRAWN} && {LINES} === 2"
            ))
            .await;
        session.click(".since-switch:enabled").await;
        session.until(&format!("!{DRAWN} && {LINES} === 0 && !location.search.includes('since')")).await;
        session.quit().await;
    }
}

#[tokio::test]
async fn links_carry_it_before_the_program_is_there() {
    let server = serve(&built(), "/");
    let session = Session::start(Browser::Chromium).await;
    session.goto_live(&url(&server, "/en/?since=1")).await;
    session.click_link("/en/card/").await;
    session.until("location.pathname === '/en/card/' && location.search === '?since=1'").await;
    session.quit().await;
}

#[tokio::test]
async fn the_boxes_of_the_card_hold_the_latest_where_the_reader_asks_for_it() {
    let server = serve(&built(), "/");
    for (path, known) in
        [("/card/", ["108\u{a0}平方公里", "60% 以上"]), ("/en/card/", ["108\u{a0}km²", "at least 60%"])]
    {
        let session = Session::start(Browser::Chromium).await;
        session.goto_live(&url(&server, path)).await;
        session.until("!!document.querySelector('.since-switch')").await;
        assert_eq!(session.number("document.querySelectorAll('.card-known').length").await, 0.0);
        session.click(".since-switch:enabled").await;
        // What was before the promise is nothing that became of it: urbanisation's 49 % of 2020 stands in no box.
        session.until("document.querySelectorAll('.card-known').length === 2").await;
        let said =
            session.text("[...document.querySelectorAll('.card-known')].map((box) => box.textContent).join(' ')").await;
        for value in known {
            assert!(said.contains(value), "{path}: {value} is missing in {said}");
        }
        session.quit().await;
    }
}

#[tokio::test]
async fn a_widget_shows_them_where_its_address_asks_and_untouched() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto(&url(&server, "/en/embed/figures/core-area/?since=1")).await;
        session.until(&format!("{DRAWN} && {LINES} === 2")).await;
        let lines = session.text("document.querySelector('.since-lines').textContent").await;
        assert!(
            lines.contains("From another source") && lines.contains("22\u{a0}km² still to go"),
            "{browser:?}: {lines}"
        );
        session.goto(&url(&server, "/en/embed/figures/core-area/")).await;
        session.until("document.readyState === 'complete'").await;
        assert_eq!(session.number(LINES).await, 0.0, "{browser:?}: unasked");
        session.quit().await;
    }
}

#[tokio::test]
async fn the_builder_offers_them_where_there_are_any() {
    let server = serve(&built(), "/");
    let session = Session::start(Browser::Chromium).await;
    session.goto_live(&url(&server, "/figures/core-area/#embed")).await;
    session.until("!!document.querySelector('.builder select[name=since]')").await;
    session
        .eval(
            "const select = document.querySelector('.builder select[name=since]'); select.value = '1';
             select.dispatchEvent(new Event('change', { bubbles: true }));",
        )
        .await;
    session.until("document.getElementById('snippet').value.includes(' since=\"1\"')").await;
    session
        .until("document.getElementById('plain-snippet').value.includes('/embed/figures/core-area/?since=1\"')")
        .await;
    let frame = "document.querySelector('.preview plan-figure').shadowRoot.querySelector('iframe')";
    session.until(&format!("{frame}.src.endsWith('/embed/figures/core-area/?since=1')")).await;
    session.goto_live(&url(&server, "/figures/industry-output/#embed")).await;
    session.until("!!document.querySelector('.builder select[name=width]')").await;
    assert_eq!(session.number("document.querySelectorAll('.builder select[name=since]').length").await, 0.0);
    session.quit().await;
}

/// Entries that nobody has made, for the kinds of figure of which other sources say nothing so far: a figure, a value, its
/// unit and words that hold it.
const MADE_UP: [[&str; 4]; 3] = [
    ["scenic-areas", "3", "count", "3个"],
    ["forestry-output", "210", "yi-yuan", "210亿元"],
    ["farm-growth", "8", "percent-a-year", "8%"],
];

/// A site on which other sources say something of a figure of each kind.
async fn site_with_all_kinds() -> PathBuf {
    let (data, out) = (PathBuf::from("target/altered/since-data"), PathBuf::from("target/altered/since-site"));
    std::fs::create_dir_all(&data).unwrap();
    for entry in std::fs::read_dir("data").unwrap() {
        let path = entry.unwrap().path();
        let mut text = std::fs::read_to_string(&path).unwrap();
        if path.ends_with("since.toml") {
            for [figure, value, unit, phrase] in MADE_UP {
                text.push_str(&format!(
                    "\n[[entry]]\nid = \"{figure}-made-up\"\nfigure = \"{figure}\"\nkind = \"on-the-way\"\nvalue = {value}\n\
                     unit = \"{unit}\"\nhedge = []\nas_of = \"2023\"\nmeasure = {{ zh = \"编的\", en = \"made up\" }}\n\
                     same_measure = \"yes\"\nsource = \"press-conference-2023\"\nphrase = \"{phrase}\"\n"
                ));
            }
        }
        std::fs::write(data.join(path.file_name().unwrap()), text).unwrap();
    }
    let options = Options {
        data,
        out: out.clone(),
        site_url: "https://plan.example".into(),
        compress: false,
        ..Options::default()
    };
    // Rendering has a runtime of its own.
    tokio::task::spawn_blocking(move || build(&options)).await.unwrap().expect("the site builds");
    out
}

#[tokio::test]
async fn canvas_and_still_draw_the_same_marks_in_every_kind_and_theme() {
    let server = serve(&site_with_all_kinds().await, "/");
    let session = Session::start_with(Browser::Chromium, Wish::Calm).await;
    let figures = ["core-area", "forest-cover", "urbanisation"].into_iter().chain(MADE_UP.map(|[figure, ..]| figure));
    for theme in ["light", "dark", "contrast"] {
        for figure in figures.clone() {
            let path = format!("/figures/{figure}/?since=1&theme={theme}");
            session.goto_live(&url(&server, &path)).await;
            session.show(".plot").await;
            session
                .eval(
                    "const plot = document.querySelector('.plot'); plot.classList.add('compared');
                     plot.style = 'position: fixed; z-index: 9; top: 0; left: 0; width: 640px; background: var(--paper)'",
                )
                .await;
            session
                .until(&format!("{DRAWN} && document.querySelector('.compared .drawing').classList.contains('live') && document.querySelector('.compared canvas').width === 640"))
                .await;
            let drawing = session.driver.find(By::Css(".compared .drawing")).await.unwrap();
            let differ = crate::charts::difference(&session, &drawing, 0.1).await;
            assert!(differ < 0.1, "{path}: {:.1} % of the painted pixels differ", differ * 100.0);
        }
    }
    session.quit().await;
}

#[tokio::test]
async fn on_paper_the_drawing_keeps_what_other_sources_say() {
    let server = serve(&built(), "/");
    let session = Session::start(Browser::Chromium).await;
    session.goto_live(&url(&server, "/figures/core-area/?since=1")).await;
    session.until(DRAWN).await;
    session.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
    session
        .until("[...document.querySelectorAll('.since-still svg')].some((svg) => svg.checkVisibility({ visibilityProperty: true }))")
        .await;
    session.until("!document.querySelector('.since-switch').checkVisibility()").await;
    session.quit().await;
}
