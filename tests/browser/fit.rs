//! What fits into a window, however small or enlarged: nothing is covered, torn or shifted, and no scene is too long.

use crate::session::{Browser, Session};
use crate::site::{built, serve, url};
use crate::story::read;
use serde_json::json;

#[tokio::test]
async fn the_story_is_as_long_as_a_reader_has_patience() {
    let server = serve(&built(), "/");
    let session = Session::start(Browser::Chromium).await;
    for (width, height, screens) in [(360, 740, 22.0), (1280, 800, 22.0)] {
        session.emulate_window(width, height).await;
        for path in ["/", "/en/"] {
            session.goto_live(&url(&server, path)).await;
            let long = session.number("document.documentElement.scrollHeight / innerHeight").await;
            assert!(long <= screens, "{path} at {width} px: {long:.1} screens");
            // A reader sees the words whole between the stage and the contents; sources may need another scroll.
            let tall = "[...document.querySelectorAll('.scene')].filter((scene) => {
                const above = matchMedia('(min-width: 56em)').matches ? 0 : document.querySelector('.stage').offsetHeight;
                const [words, end] = [scene.querySelector('h3'), scene.querySelector('.under')].map((part) => part.getBoundingClientRect().top);
                return end - words > innerHeight - above - document.querySelector('nav.contents').offsetHeight;
            }).map((scene) => scene.id)";
            assert_eq!(session.text(tall).await, "", "{path} at {width} px: taller than the screen leaves room for");
        }
    }
    session.quit().await;
}

#[tokio::test]
async fn nothing_shifts_from_the_opening_to_the_end_of_the_story() {
    let server = serve(&built(), "/");
    let session = Session::start(Browser::Chromium).await;
    for (width, height) in [(1280, 900), (360, 740)] {
        session.emulate_window(width, height).await;
        // A fresh window finds its size while its first page is laid out already.
        session.goto_live(&url(&server, "/404.html")).await;
        session.goto_live(&url(&server, "/")).await;
        session
            .eval(
                "window.shifts = []; new PerformanceObserver((list) => list.getEntries().forEach((entry) => window.shifts.push([entry.value, location.hash, ...entry.sources.map(({ node, previousRect, currentRect }) => [node?.className, node?.id, previousRect.y, currentRect.y, currentRect.height].join())])))
                   .observe({ type: 'layout-shift', buffered: true })",
            )
            .await;
        let scenes: Vec<String> = serde_json::from_value(
            session.eval("return [...document.querySelectorAll('.scene')].map((scene) => scene.id)").await,
        )
        .unwrap();
        for scene in scenes {
            read(&session, &scene).await;
        }
        session.painted().await;
        assert_eq!(session.text("JSON.stringify(window.shifts)").await, "[]", "{width} px");
    }
    session.quit().await;
}

#[tokio::test]
async fn at_four_hundred_per_cent_nothing_scrolls_sideways_and_nothing_sticks() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        // What a page sees of a window of 1280 by 900 that is enlarged fourfold: 320 by 225. Firefox makes no window as
        // narrow as that; its narrowest must do.
        match browser {
            Browser::Chromium => {
                let enlarged = json!({ "width": 320, "height": 225, "deviceScaleFactor": 4, "mobile": false });
                session.devtools("Emulation.setDeviceMetricsOverride", enlarged).await;
            }
            _ => {
                session.driver.set_window_rect(0, 0, 320, 310).await.unwrap();
            }
        }
        for path in
            ["/en/", "/en/pillars/strength/", "/en/figures/industry-output/", "/en/commitments/", "/en/data/", "/"]
        {
            session.goto(&url(&server, path)).await;
            session.until("innerWidth <= 520 && innerHeight < 320").await;
            let (wide, width) = ("document.documentElement.scrollWidth", "innerWidth");
            let (wide, width) = (session.number(wide).await, session.number(width).await);
            assert!(wide <= width, "{browser:?}: {path} is {wide} px wide in {width}");
            let sticking = "[...document.querySelectorAll('.stage, .part-stage')]
                .filter((stage) => getComputedStyle(stage).position === 'sticky').length";
            assert_eq!(
                session.number(sticking).await,
                0.0,
                "{browser:?}: {path}: a drawing covers the little room there is"
            );
        }
        session.quit().await;
    }
}

/// Windows in CSS pixels, from the smallest phone to a laptop; each side of every rule of `styles/scene.css`.
const WINDOWS: [(u32, u32); 8] =
    [(320, 568), (360, 740), (480, 800), (599, 900), (600, 900), (768, 1024), (895, 700), (1280, 860)];

#[tokio::test]
async fn on_any_screen_there_is_room_to_read_and_no_scene_or_focus_is_covered() {
    let server = serve(&built(), "/");
    let session = Session::start(Browser::Chromium).await;
    // What can be seen of an element is what is found in its middle.
    session
        .before_each_page(
            "window.covered = (element) => {
                const box = element.getClientRects()[0];
                return !element.contains(document.elementFromPoint(box.left + 2, box.top + box.height / 2));
            }",
        )
        .await;
    for (width, height) in WINDOWS {
        let window = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 960 });
        session.devtools("Emulation.setDeviceMetricsOverride", window).await;
        for path in ["/", "/en/", "/en/pillars/beauty/"] {
            session.goto_live(&url(&server, path)).await;
            let place = format!("{path} at {width} × {height}");
            let over = "[...document.querySelectorAll('.stage')]
                .filter((stage) => !matchMedia('(min-width: 56em)').matches && getComputedStyle(stage).position === 'sticky')
                .map((stage) => stage.offsetHeight)";
            let tallest = session.number(&format!("Math.max(0, ...{over})")).await;
            assert!(tallest <= f64::from(height) * 0.5, "{place}: a drawing of {tallest} px stays over the words");
            let missed = "[...document.querySelectorAll('.scene')].filter((scene) => {
                scene.scrollIntoView();
                return covered(scene.querySelector('h3'));
            }).map((scene) => scene.id)";
            assert_eq!(session.text(missed).await, "", "{place}: a link to these shows their drawing over their words");
            let under =
                "[...document.querySelectorAll('.pillars-section h2, .themes-section h2')].filter((heading) => {
                heading.scrollIntoView({ block: 'center' });
                return covered(heading);
            }).length";
            assert_eq!(session.number(under).await, 0.0, "{place}: the stage covers what follows the story");
            let hidden =
                "[...document.querySelectorAll('.scene a')].filter((link) => link.checkVisibility()).filter((link) => {
                link.focus();
                return covered(link);
            }).map((link) => link.closest('.scene').id + ' ' + link.textContent)";
            assert_eq!(session.text(hidden).await, "", "{place}: these have the focus and are not seen");
        }
    }
    session.quit().await;
}

/// Lines that end inside a word: the two characters at which they part. Whatever stands in one text node without
/// punctuation is a word, or held together like one.
const TORN: &str = "
    const torn = [];
    for (const headline of document.querySelectorAll('main :is(h1, h2, h3, .finding):has(wbr)')) {
        const nodes = document.createTreeWalker(headline, NodeFilter.SHOW_TEXT);
        while (nodes.nextNode()) {
            const { data } = nodes.currentNode;
            const top = (at) => {
                const range = document.createRange();
                range.setStart(nodes.currentNode, at);
                range.setEnd(nodes.currentNode, at + 1);
                return range.getBoundingClientRect().top;
            };
            for (let at = 1; at < data.length; at++) {
                if (/[\\p{L}\\p{N}%]/u.test(data[at - 1]) && top(at) > top(at - 1) + 4) torn.push(data.slice(at - 1, at + 1));
            }
        }
    }
    return torn.join(' ')";

#[tokio::test]
async fn lines_of_headlines_end_between_words() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.driver.set_window_rect(0, 0, 460, 800).await.expect("a narrow window");
        for path in ["/", "/figures/industry-output/", "/pillars/strength/", "/themes/jobs/"] {
            session.goto(&url(&server, path)).await;
            assert_eq!(session.eval(TORN).await, "", "{browser:?}: {path}");
        }
        session.quit().await;
    }
}

#[tokio::test]
async fn the_title_keeps_clear_of_the_diagram_beside_it() {
    let server = serve(&built(), "/");
    let session = Session::start(Browser::Chromium).await;
    for path in ["/", "/en/"] {
        for width in [1000, 1280, 1920] {
            session.emulate_window(width, 800).await;
            session.goto(&url(&server, path)).await;
            let gap = "(() => {
                const range = document.createRange();
                range.selectNodeContents(document.querySelector('.cloth h1'));
                const [title, diagram] = [range, document.querySelector('.where')].map((it) => it.getBoundingClientRect());
                return diagram.width > 0 ? diagram.left - title.right : NaN; })()";
            let gap = session.number(gap).await;
            assert!(gap >= 16.0, "{path} at {width}: {gap:.0} px between them");
        }
    }
    session.quit().await;
}
