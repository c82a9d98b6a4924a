//! What the pages ask for, what they let in, and what strangers send them.

use crate::hosts::hosts;
use crate::session::{Browser, Session, Wish};
use crate::site::{altered, built, serve, url};

/// A page of each kind, in both languages, with what it can show.
const KINDS: [&str; 14] = [
    "/",
    "/en/",
    "/pillars/strength/",
    "/en/pillars/beauty/?lens=day",
    "/figures/industry-output/?guess=",
    "/en/figures/farm-growth/?pace=5",
    "/themes/nature/",
    "/en/commitments/?q=forest",
    "/card/",
    "/data/",
    "/en/since/",
    "/figures/core-area/?since=1",
    "/404.html",
    "/en/figures/forest-cover/?theme=dark&text=large",
];
const WIDGETS: [&str; 2] = ["/embed/figures/industry-output/", "/en/embed/pillars/strength/?theme=dark"];

/// Opens what is folded and shows the page down to its end.
const LOOK: &str = "for (const fold of document.querySelectorAll('details')) fold.open = true;
    for (const part of document.querySelectorAll('[data-part], .figure, footer')) part.scrollIntoView({ behavior: 'instant' })";

async fn look_at(session: &Session, address: &str) {
    session.goto_live(address).await;
    session.eval(LOOK).await;
    session.painted().await;
    session.painted().await;
}

/// Checks a text, which starts a worker.
async fn check(session: &Session) {
    session.until("document.querySelector('.check').scrollIntoView(), document.querySelector('.check textarea')?.disabled === false").await;
    session.eval("document.querySelector('.check textarea').value = '今后五年。'").await;
    session.click(".check button").await;
    session.until("!!document.querySelector('.check .outcome')").await;
}

#[tokio::test]
async fn nothing_is_asked_of_any_other_site() {
    let server = serve(&built(), "/");
    let home = url(&server, "");
    let session = Session::start_with(Browser::Chromium, Wish::Watched).await;
    let mut asked = 0;
    for path in KINDS.iter().chain(&WIDGETS) {
        look_at(&session, &url(&server, path)).await;
        if *path == "/data/" {
            check(&session).await;
        }
        for address in session.requests().await {
            let own = address.strip_prefix(&home).is_some_and(|rest| rest.starts_with('/'));
            assert!(own || address.starts_with("data:") || address.starts_with("blob:"), "{path} asks for {address}");
            asked += 1;
        }
    }
    assert!(asked > 60, "the log knows {asked} requests");
    session.quit().await;
}

#[tokio::test]
async fn no_text_becomes_script_and_nothing_misses_it() {
    let server = serve(&built(), "/");
    let session = Session::start(Browser::Chromium).await;
    session
        .before_each_page(
            "window.refused = []; addEventListener('securitypolicyviolation', (event) => refused.push(`${event.violatedDirective}: ${event.sample} ${event.blockedURI}`))",
        )
        .await;
    for path in KINDS.iter().chain(&WIDGETS) {
        look_at(&session, &url(&server, path)).await;
        if *path == "/data/" {
            check(&session).await;
            // From page to page inside the app, where heads are written anew.
            session.click_link("/commitments/").await;
            session.until("!!document.querySelector('.commitments-page')").await;
        }
        assert_eq!(session.text("refused.join('\\n')").await, "", "{path}");
        // Of the preview of a widget: the page and the frame in it are of one origin, as no host of a widget is.
        let preview = "both allow-scripts and allow-same-origin";
        let console: Vec<String> = session.console().await.into_iter().filter(|line| !line.contains(preview)).collect();
        assert!(console.is_empty(), "{path}: {console:?}");
    }
    session.goto_live(&url(&server, "/")).await;
    for sink in [
        "document.createElement('p').innerHTML = '<b>b</b>'",
        "document.createElement('script').src = '/embed.js'.replace(/^/, 'https://elsewhere.example')",
        "new Worker('https://elsewhere.example/worker.js')",
        "document.createElement('script').textContent = 'alert(1)'",
        "trustedTypes.createPolicy('another', {})",
    ] {
        let outcome = session
            .text(&format!("(() => {{ try {{ {sink}; return 'let in' }} catch (error) {{ return error.name }} }})()"))
            .await;
        assert_ne!(outcome, "let in", "{sink}");
    }
    session.quit().await;
}

#[tokio::test]
async fn a_script_that_is_not_the_one_that_was_built_does_not_run() {
    let marked = |start: &'static str| {
        move |name: &str, mut bytes: Vec<u8>| {
            if name.starts_with(start) && name.ends_with(".js") {
                bytes.extend(b"\n;window.other = true;\n");
            }
            Some(bytes)
        }
    };
    for (name, path) in [
        ("program-", "/figures/parks/"),
        ("boot-", "/figures/parks/"),
        ("head-", "/figures/parks/"),
        ("boot-", WIDGETS[0]),
    ] {
        let server = serve(&altered(&format!("other-{name}"), marked(name)), "/");
        for &browser in Browser::all() {
            let session = Session::start(browser).await;
            session.goto(&url(&server, path)).await;
            session.until("document.readyState === 'complete'").await;
            session.eval("dispatchEvent(new Event('pointerdown'))").await;
            let tried =
                format!("performance.getEntriesByType('resource').some((entry) => entry.name.includes('/{name}'))");
            session.until(&tried).await;
            if name == "program-" {
                session.until("document.documentElement.dataset.state === 'static'").await;
            }
            session.painted().await;
            assert_eq!(session.text("window.other").await, "undefined", "{browser:?}: {name} ran");
            session.quit().await;
        }
    }
}

/// Sends so many messages of every shape, from the frame and from others, and tells how many the page took.
const SEND: &str = "
    let seed = 1;
    const random = (most) => (seed = (seed * 48271) % 2147483647) % most;
    const values = [undefined, null, 0, -1, 1e9, NaN, Infinity, '', '700', 'plan-figure', 'height', 'hello', [], [700], {}, true, 300.5, '<b>', '\\u0000', 2n];
    const value = () => values[random(values.length)];
    const text = () => Array.from({ length: random(40) }, () => String.fromCharCode(random(65536))).join('');
    const shape = () => [
        () => value(), () => text(), () => ({ type: value(), v: value(), event: value(), height: value() }),
        () => ({ type: 'plan-figure', v: 1, event: value(), height: value() }),
        () => ({ type: 'plan-figure', v: 1, event: 'height', height: value() }),
        () => ({ type: 'plan-figure', v: 1, event: 'hello', [text()]: value() }), () => JSON.stringify({ method: text(), height: 1 }),
    ][random(7)]();
    const send = (sources, count) => {
        for (let sent = 0; sent < count; sent++) dispatchEvent(new MessageEvent('message', { data: shape(), origin: value() === null ? 'null' : location.origin, source: sources[random(sources.length)] }));
    };";
const MESSAGES: u32 = 100_000;

#[tokio::test]
async fn a_hundred_thousand_messages_of_any_shape_leave_host_and_widget_whole() {
    let server = serve(&built(), "/");
    let address = hosts(&server).await;
    let session = Session::start(Browser::Chromium).await;
    session
        .before_each_page("window.errors = []; addEventListener('error', (event) => errors.push(event.message))")
        .await;
    session.goto(&format!("http://127.0.0.1:{}/calm.html", address.port())).await;
    let frame = "document.querySelector('plan-figure').shadowRoot.querySelector('iframe')";
    let height = format!("parseFloat({frame}.style.height)");
    session.eval("document.querySelector('plan-figure').scrollIntoView()").await;
    session.until(&format!("{height} > 100")).await;
    session.eval(&format!("{SEND} send([null, window, {frame}.contentWindow], {MESSAGES})")).await;
    let told = session.number(&height).await;
    assert!((120.0..=4000.0).contains(&told), "the widget is {told} pixels high");
    assert_eq!(session.text("errors.join()").await, "");
    session.goto_live(&url(&server, WIDGETS[0])).await;
    session.eval(&format!("{SEND} send([null, window, parent], {MESSAGES})")).await;
    session.painted().await;
    assert_eq!(session.text("errors.join()").await, "");
    assert_eq!(session.text("document.documentElement.dataset.state").await, "live");
    session.quit().await;
}

/// What could be pasted where words or numbers are asked for.
const PASTED: [&str; 9] = [
    "<img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "1e999",
    "１２万",
    "\u{202e}\u{0}\u{feff}\u{1f1e8}\u{1f1f3}",
    "'; DROP TABLE figures; --",
    "%00%ff",
    "e\u{301}\u{301}\u{301}\u{301}",
    "https://elsewhere.example/",
];

#[tokio::test]
async fn whatever_is_pasted_is_text() {
    let server = serve(&built(), "/");
    let session = Session::start(Browser::Chromium).await;
    session
        .before_each_page("window.errors = []; addEventListener('error', (event) => errors.push(event.message))")
        .await;
    for (path, field) in [
        ("/commitments/", "[type=search]"),
        ("/figures/industry-output/?guess=", ".guess input"),
        ("/data/", ".check textarea"),
    ] {
        session.goto_live(&url(&server, path)).await;
        session
            .until(&format!("document.querySelector('{field}')?.scrollIntoView(), document.querySelector('{field}')?.disabled === false"))
            .await;
        let long = "万".repeat(100_000);
        for pasted in PASTED.iter().copied().chain([long.as_str()]) {
            session
                .eval(&format!(
                    "const field = document.querySelector('{field}'); field.focus(); field.value = {};
                     field.dispatchEvent(new InputEvent('input', {{ bubbles: true, inputType: 'insertFromPaste' }}))",
                    serde_json::json!(pasted)
                ))
                .await;
            if path == "/data/" {
                session.click(".check button").await;
            }
            session.painted().await;
            assert_eq!(session.text("errors.join()").await, "", "{path}: {pasted:.40}");
            let strange = session
                .number("document.querySelectorAll('#app img[src=x], #app script, #app [onerror]').length")
                .await;
            assert_eq!(strange, 0.0, "{path}: {pasted:.40}");
            assert_eq!(session.text("document.documentElement.dataset.state").await, "live", "{path}: {pasted:.40}");
        }
    }
    session.quit().await;
}
