//! Widgets by themselves, and in frames that somebody pasted.

use crate::hosts::{host, hosts};
use crate::session::{Browser, Session, Wish};
use crate::site::{built, serve, url};
use thirtyfour::By;

#[tokio::test]
async fn a_widget_takes_three_requests_and_no_program_before_it_is_touched() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        for path in ["/embed/pillars/strength/", "/en/embed/figures/industry-output/?theme=dark"] {
            session.goto(&url(&server, path)).await;
            session.until("document.readyState === 'complete' && [...document.styleSheets].length === 1").await;
            let cost = "performance.getEntriesByType('navigation').concat(performance.getEntriesByType('resource')
                .filter((entry) => !entry.name.endsWith('/icon.svg') && !entry.name.endsWith('/favicon.ico')))";
            assert_eq!(session.number(&format!("{cost}.length")).await, 3.0, "{browser:?}: {path}");
            let bytes = session.number(&format!("{cost}.reduce((sum, one) => sum + one.encodedBodySize, 0)")).await;
            assert!(bytes > 0.0 && bytes <= 20_000.0, "{browser:?}: {path}: {bytes} B");
            let drawn =
                "[...document.querySelectorAll('.chart svg')].some((svg) => svg.getBoundingClientRect().height > 100)";
            assert!(session.eval(&format!("return {drawn}")).await.as_bool().unwrap(), "{browser:?}: {path}");
            assert_eq!(session.text("document.documentElement.dataset.state").await, "undefined");

            session.driver.find(By::Css(".chart")).await.unwrap().click().await.unwrap();
            session.until("document.documentElement.dataset.state === 'live'").await;
            session.until("!!document.querySelector('.drawing.live')").await;
        }
        session.quit().await;
    }
}

#[tokio::test]
async fn a_finger_that_scrolls_past_fetches_nothing() {
    let server = serve(&built(), "/");
    let session = Session::start(Browser::Chromium).await;
    session.goto(&url(&server, "/embed/figures/parks/")).await;
    let send =
        |kind: &str| format!("dispatchEvent(new PointerEvent('{kind}', {{ pointerType: 'touch', bubbles: true }}))");
    session.eval(&format!("{}; {}", send("pointerdown"), send("pointercancel"))).await;
    // What a touch would fetch first has an address in the page.
    let fetched = "performance.getEntriesByType('resource').some((entry) => entry.name.includes('/boot-'))";
    session.eval("requestAnimationFrame(() => requestAnimationFrame(() => window.waited = true))").await;
    session.until("window.waited").await;
    assert!(!session.eval(&format!("return {fetched}")).await.as_bool().unwrap());
    session.eval(&format!("{}; {}", send("pointerdown"), send("pointerup"))).await;
    session.until(fetched).await;
    session.quit().await;
}

#[tokio::test]
async fn theme_text_and_view_are_taken_from_the_address_and_view_changes_by_touch() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto(&url(&server, "/embed/figures/industry-output/?theme=dark&text=large&view=table&plaid=1")).await;
        let look = "JSON.stringify(document.documentElement.dataset)";
        assert_eq!(session.text(look).await, r#"{"theme":"dark","text":"large","view":"table"}"#, "{browser:?}");
        let shown = |id: &str| format!("document.getElementById('{id}').getBoundingClientRect().height > 50");
        session.until(&format!("{} && !({})", shown("table"), shown("chart"))).await;
        assert_eq!(session.text("document.querySelector('[aria-current=true]').dataset.viewOf").await, "table");
        session.click("[data-view-of=chart]").await;
        session.until(&format!("{} && !({})", shown("chart"), shown("table"))).await;
        assert_eq!(session.text("document.querySelector('[aria-current=true]').dataset.viewOf").await, "chart");
        session.goto(&url(&server, "/embed/figures/industry-output/?theme=plaid&view=3d")).await;
        assert_eq!(session.text(look).await, r#"{"view":"chart"}"#, "{browser:?}");
        session.quit().await;
    }
}

#[tokio::test]
async fn every_link_out_of_a_widget_opens_a_window_of_its_own() {
    let server = serve(&built(), "/");
    let session = Session::start(Browser::Chromium).await;
    for path in ["/embed/pillars/strength/", "/embed/pillars/harmony/", "/en/embed/figures/industry-output/"] {
        session.goto(&url(&server, path)).await;
        let stuck = "[...document.querySelectorAll('a[href]')].filter((link) => link.pathname !== location.pathname && link.target !== '_blank').length";
        assert_eq!(session.number(stuck).await, 0.0, "{path}");
        assert!(session.number("document.querySelectorAll('a[target=_blank]').length").await >= 2.0, "{path}");
    }
    session.quit().await;
}

#[tokio::test]
async fn a_plain_frame_without_an_origin_is_whole_and_comes_to_life() {
    let server = serve(&built(), "/");
    let address = hosts(&server).await;
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto(&host(address, "hostile.html")).await;
        let frame = session.driver.find(By::Id("opaque")).await.unwrap();
        frame.scroll_into_view().await.unwrap();
        frame.enter_frame().await.unwrap();
        assert_eq!(session.text("self.origin").await, "null", "{browser:?}: the frame has an origin");
        session.until("document.readyState === 'complete' && getComputedStyle(document.querySelector('.credit')).backgroundColor !== 'rgba(0, 0, 0, 0)'").await;
        session.click("[data-view-of=table]").await;
        session.until("document.documentElement.dataset.view === 'table'").await;
        session.click("[data-view-of=chart]").await;
        // With everything unset the frame is small; charts are drawn where they are seen.
        session.eval("document.querySelector('.chart').scrollIntoView()").await;
        session.eval("dispatchEvent(new Event('pointerdown'))").await;
        session.until("document.documentElement.dataset.state === 'live'").await;
        session.until("!!document.querySelector('.drawing.live')").await;
        session.quit().await;
    }
}

#[tokio::test]
async fn a_plain_frame_works_where_no_script_runs() {
    let server = serve(&built(), "/");
    let address = hosts(&server).await;
    for &browser in Browser::all() {
        let session = Session::start_with(browser, Wish::NoScript).await;
        session.goto(&host(address, "calm.html")).await;
        // The elements are the links inside them.
        let link = session.driver.find(By::Css("plan-figure a")).await.unwrap();
        assert_eq!(link.text().await.unwrap(), "Industrial output", "{browser:?}");
        let frame = session.driver.find(By::Css("iframe")).await.unwrap();
        frame.scroll_into_view().await.unwrap();
        frame.enter_frame().await.unwrap();
        let table = session.driver.find(By::Css("nav a[href='#table']")).await.unwrap();
        assert!(!session.driver.find(By::Id("table")).await.unwrap().is_displayed().await.unwrap());
        table.click().await.unwrap();
        assert!(session.driver.find(By::Id("table")).await.unwrap().is_displayed().await.unwrap(), "{browser:?}");
        session.quit().await;
    }
}

#[tokio::test]
async fn the_rest_of_the_site_is_framed_by_nobody_else() {
    let server = serve(&built(), "/");
    let address = hosts(&server).await;
    let session = Session::start(Browser::Chromium).await;
    session.goto(&host(address, "calm.html")).await;
    let page = url(&server, "/figures/forest-cover/");
    session.eval(&format!("const page = document.createElement('iframe'); page.id = 'page'; page.onload = () => window.refused = true; page.src = {page:?}; document.body.prepend(page)")).await;
    session.until("window.refused").await;
    session.driver.find(By::Id("page")).await.unwrap().enter_frame().await.unwrap();
    assert_eq!(session.number("document.querySelectorAll('main, .masthead').length").await, 0.0);
    session.quit().await;
}

#[tokio::test]
async fn where_a_sandbox_lets_no_window_open_the_address_stands_there_as_text() {
    let server = serve(&built(), "/");
    let address = hosts(&server).await;
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto(&host(address, "forger.html")).await;
        // As WordPress frames what others embed.
        let widget = url(&server, "/en/embed/figures/industry-output/#?secret=abc");
        session
            .eval(&format!(
                "window.heard = []; addEventListener('message', ({{ data }}) => heard.push(data));
                 document.body.innerHTML = '<iframe id=boxed sandbox=allow-scripts width=640 height=700></iframe>';
                 boxed.src = {widget:?};"
            ))
            .await;
        session
            .until(
                "window.heard.some((data) => data.message === 'height' && data.secret === 'abc' && data.value > 300)",
            )
            .await;
        for words in [
            "data.sentinel === 'amp' && data.type === 'embed-size' && data.height > 300",
            "typeof data === 'string' && data.startsWith('{') && JSON.parse(data).method === 'resize'",
            "typeof data === 'string' && /^pymxPYMx.*xPYMxheightxPYMx[0-9]+$/.test(data)",
        ] {
            session.until(&format!("window.heard.some((data) => {words})")).await;
        }
        session.driver.find(By::Id("boxed")).await.unwrap().enter_frame().await.unwrap();
        session.until("document.readyState === 'complete'").await;
        session.press_enter_on("a[target]").await;
        session.until("document.querySelector('a[target] + code.address')?.textContent === document.querySelector('a[target]').href").await;
        session.quit().await;
    }
}

/// Where the reader finds what in the frame in place, which is as low as a theme has made it.
const IN_A_LOW_FRAME: &str = "const root = document.scrollingElement;
    const promise = [...document.querySelectorAll('h1 [data-n], h2 [data-n]')].find((one) => one.checkVisibility());
    const heading = promise?.closest('h1, h2');
    const lede = document.querySelector('.lede')?.getBoundingClientRect().top ?? Infinity;
    const first = { above: (heading?.getBoundingClientRect().top ?? 0) >= 0, below: promise?.getBoundingClientRect().bottom ?? 0, lede };
    const traps = [...document.querySelectorAll('body *')].filter((one) =>
      /auto|scroll|hidden/.test(getComputedStyle(one).overflowY) && one.scrollHeight > one.clientHeight + 1 && one.clientHeight > 1);
    const wide = root.scrollWidth - root.clientWidth;
    root.scrollTop = root.scrollHeight;
    const end = document.querySelector('.credit').getBoundingClientRect().bottom - innerHeight;
    const scrolled = root.scrollTop;
    root.scrollTop = 0;
    return [first.above, first.below, lede - first.below, traps.length, wide, end, scrolled];";

#[tokio::test]
async fn in_a_frame_forced_to_16_by_9_the_number_comes_first_and_the_rest_is_scrolled_to() {
    let server = serve(&built(), "/");
    let address = hosts(&server).await;
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto(&host(address, "forger.html")).await;
        for (width, height) in [(560, 315), (320, 180)] {
            for path in [
                "/embed/figures/industry-output/",
                "/en/embed/figures/industrial-value-added-growth/",
                "/embed/pillars/strength/",
                "/en/embed/pillars/strength/",
                "/en/embed/pillars/beauty/",
            ] {
                session.driver.enter_default_frame().await.unwrap();
                let widget = url(&server, path);
                session
                    .eval(&format!(
                        "document.body.innerHTML = '<iframe id=forced style=\"width: {width}px; height: {height}px\"></iframe>'; forced.src = {widget:?};"
                    ))
                    .await;
                session.driver.find(By::Id("forced")).await.unwrap().enter_frame().await.unwrap();
                session.until("document.readyState === 'complete' && document.styleSheets.length > 0 && !!document.querySelector('.credit')").await;
                let seen = session.eval(IN_A_LOW_FRAME).await;
                let what = format!("{browser:?}: {path} in {width} by {height}: {seen}");
                let number = |at: usize| seen[at].as_f64().unwrap_or(f64::NAN);
                assert!(seen[0] == true && number(1) > 0.0 && number(1) <= f64::from(height), "number: {what}");
                assert!(seen[2].is_null() || number(2) >= 0.0, "what is said before the number: {what}");
                assert_eq!(number(3), 0.0, "a place that scrolls in a frame that scrolls: {what}");
                assert!(number(4) <= 0.0, "cut off at the side: {what}");
                assert!(number(5) <= 1.0 && number(6) > 0.0, "the end cannot be scrolled to: {what}");
            }
        }
        session.quit().await;
    }
}
