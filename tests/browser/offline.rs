//! Pages without a network: what a reader's browser keeps, when it takes up something newer, and how it lets go.

use crate::faults::{PATHS, judge, load, twin};
use crate::session::{Browser, Session, Wish};
use crate::site::{altered, built, close, date_later, pages, serve, url};
use five_new_bijies::site::prerender::{Options, build};
use serde_json::json;
use std::path::{Path, PathBuf};

/// Waits until the service worker of the page in place is at work.
pub async fn kept(session: &Session) {
    let asked = "navigator.serviceWorker.ready.then(({ active }) => { window.worker_state = active.state })";
    session.until(&format!("({asked}, window.worker_state === 'activated')")).await;
}

/// Waits until what an expression promises holds. The page is asked anew each time.
pub async fn until_promised(session: &Session, expression: &str) {
    session
        .until(&format!("(Promise.resolve({expression}).then((it) => window.promised = it), window.promised === true)"))
        .await;
    session.eval("delete window.promised").await;
}

fn file(path: &str) -> String {
    let path = path.trim_start_matches('/');
    if path.ends_with(".html") { path.to_owned() } else { format!("{path}index.html") }
}

fn fresh(name: &str) -> PathBuf {
    let folder = PathBuf::from("target/altered").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder can be made");
    folder
}

#[tokio::test]
async fn once_visited_every_page_opens_without_a_network_in_a_browser_started_again() {
    let dir = built();
    for &browser in Browser::all() {
        // Every page in Chromium, one of each kind in Firefox: the worker is the same.
        let (name, wanted): (_, fn(&str) -> bool) = match browser {
            Browser::Chromium => ("kept-chromium", |path| !path.contains("/embed/")),
            _ => ("kept-firefox", |path| !path.contains("/embed/") && PATHS.contains(&path)),
        };
        fresh(name);
        let server = serve(&dir, "/");
        let session = Session::start_with(browser, Wish::Kept(name)).await;
        session.goto_live(&url(&server, "/themes/jobs/")).await;
        kept(&session).await;
        session.quit().await;
        let home = url(&server, "");
        let _closed = close(server);

        let session = Session::start_with(browser, Wish::Kept(name)).await;
        let mut failed = Vec::new();
        let mut paths: Vec<String> = pages(&dir).into_iter().filter(|path| wanted(path)).collect();
        // Of the pages of promises, which are alike, every twentieth.
        let mut promises = 0;
        paths.retain(|path| {
            promises += usize::from(path.contains("/promises/"));
            !path.contains("/promises/") || promises % 20 == 1
        });
        for path in &paths {
            assert_eq!(load(&session, &format!("{home}{path}")).await, Ok(()), "{browser:?}");
            session.until("document.documentElement.dataset.state === 'live'").await;
            let lang = if path.starts_with("/en/") { "en" } else { "zh-CN" };
            assert_eq!(session.text("document.documentElement.lang").await, lang, "{path}");
            if let Err(wrong) = judge(&session, &twin(&dir, &file(path)), &home).await {
                failed.push(format!("{path}: {wrong}"));
            }
        }
        assert!(failed.is_empty(), "{browser:?}: {}", failed.join("\n"));
        assert!(paths.len() > 6, "{browser:?}: there are pages");
        println!("{browser:?}: {} pages opened without a network", paths.len());
        // An address that leads nowhere says so, and names the nearest.
        session.goto_live(&format!("{home}/en/figures/industry-outputs/")).await;
        session.until("!!document.querySelector('.not-found a[href=\"/en/figures/industry-output/\"]')").await;
        assert_eq!(session.text("document.documentElement.lang").await, "en");
        // What the program cannot draw is not said to be nowhere.
        for path in ["/data/plan.json", "/embed/figures/industry-output/", "/v/00000000/"] {
            let opened = session.driver.goto(format!("{home}{path}")).await;
            assert!(opened.is_err(), "{browser:?}: {path} opens without a network");
        }
        session.quit().await;
    }
}

/// Builds the invented town's site, under a path, in a folder of its own.
async fn town(out: &Path, offline: bool) {
    let options = Options {
        data: "tests/plans/fictional".into(),
        out: out.to_owned(),
        public_url: "/kites/".into(),
        site_url: "https://town.example".into(),
        compress: false,
        offline,
        ..Options::default()
    };
    // Rendering has a runtime of its own.
    tokio::task::spawn_blocking(move || build(&options)).await.unwrap().expect("the site of the invented town builds");
    date_later(out);
}

/// Makes the site in a folder another release, whose data differ, and whose program has another name.
fn release(out: &Path, name: &str, digit: &str) {
    std::fs::write(out.join("data/version.txt"), format!("{name}\n")).expect("the file can be written");
    let worker = std::fs::read_to_string(out.join("sw.js")).expect("the file can be read");
    let mut names = worker.split('"').filter_map(|text| text.strip_prefix("/kites/"));
    let program = names.find(|name| name.starts_with("program-") && name.ends_with(".wasm")).expect("it keeps one");
    let newer = format!("program-{}.wasm", digit.repeat(16));
    std::fs::copy(out.join(program), out.join(&newer)).expect("a file can be copied");
    let (before, after) = worker.split_once("\"release\":\"").expect("the worker names its release");
    let rest = after.split_once('"').expect("a name ends").1;
    let worker = format!("{before}\"release\":\"/kites/ {name}\"{rest}").replace(program, &newer);
    std::fs::write(out.join("sw.js"), worker).expect("the file can be written");
    date_later(out);
}

/// Waits until the worker of a release is at work, and holds whose files are kept then.
async fn keeps(session: &Session, names: &str) {
    until_promised(
        session,
        &format!(
            "Promise.all([navigator.serviceWorker.ready, caches.keys()]).then(([{{ installing, waiting, active }}, names]) =>
               !installing && !waiting && active.state === 'activated' && {names})"
        ),
    )
    .await;
}

#[tokio::test]
async fn a_newer_release_is_offered_and_never_forced_and_the_one_before_is_kept() {
    let out = fresh("releases");
    town(&out, true).await;
    let server = serve(&out, "/kites/");
    let session = Session::start(Browser::Chromium).await;
    session.goto_live(&url(&server, "/kites/en/")).await;
    kept(&session).await;
    let scope = session.eval("return navigator.serviceWorker.ready.then(({ scope }) => new URL(scope).pathname)").await;
    assert_eq!(scope, "/kites/", "the worker keeps to the site");
    // From the next document on the worker answers.
    session.goto_live(&url(&server, "/kites/en/")).await;
    session.until("!!navigator.serviceWorker.controller").await;
    session.mark_document().await;
    const UPDATE: &str = "return navigator.serviceWorker.ready.then((kept) => kept.update()).then(() => true)";

    release(&out, "second", "2");
    session.eval(UPDATE).await;
    keeps(&session, "names.length === 2 && names[1] === '/kites/ second'").await;
    session.until("!!document.querySelector('.notice a')").await;
    session.same_document().await;
    assert_eq!(session.text("document.documentElement.dataset.state").await, "live");
    // What the open page may still want can go from the site.
    let program = session.text("document.getElementById('app').dataset.wasm.replace('/kites/', '')").await;
    std::fs::rename(out.join(&program), out.join("gone")).expect("a file can be renamed");
    let asked = "fetch(document.getElementById('app').dataset.wasm, { cache: 'no-store' }).then(({ ok }) => ok)";
    until_promised(&session, asked).await;
    std::fs::rename(out.join("gone"), out.join(&program)).expect("a file can be renamed");
    session.click(".notice a").await;
    session.until("!window.same && document.documentElement.dataset.state === 'live'").await;

    release(&out, "third", "3");
    session.eval(UPDATE).await;
    keeps(&session, "names.join() === '/kites/ second,/kites/ third'").await;
    session.quit().await;
}

#[tokio::test]
async fn a_site_that_no_longer_wants_it_is_kept_by_no_browser() {
    let out = fresh("kill-switch");
    town(&out, true).await;
    let server = serve(&out, "/kites/");
    for &browser in Browser::all() {
        town(&out, true).await;
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/kites/")).await;
        kept(&session).await;
        until_promised(&session, "caches.keys().then((names) => names.length === 1)").await;
        town(&out, false).await;
        session.goto_live(&url(&server, "/kites/en/")).await;
        // Browsers ask for the worker when a page is opened; they take their time.
        session.eval("return navigator.serviceWorker.getRegistration().then((kept) => kept?.update()).then(() => true, () => true)").await;
        until_promised(&session, "navigator.serviceWorker.getRegistrations().then((all) => all.length === 0)").await;
        until_promised(&session, "caches.keys().then((names) => names.length === 0)").await;
        // The site goes on without, and asks for nothing of the kind.
        session.goto_live(&url(&server, "/kites/")).await;
        assert_eq!(session.text("document.getElementById('app').dataset.worker").await, "undefined", "{browser:?}");
        session.quit().await;
    }
}

#[tokio::test]
async fn widgets_and_readers_to_whom_data_is_dear_keep_nothing() {
    const ASKED: &str = "window.asked = 0; navigator.serviceWorker.register = async () => void window.asked++;";
    let server = serve(&built(), "/");
    let session = Session::start(Browser::Chromium).await;
    session.before_each_page(ASKED).await;
    // It is asked for when the page has nothing better to do; what is asked for later then comes later.
    let idle = "return new Promise((done) => requestIdleCallback(() => requestIdleCallback(() => setTimeout(() => done(window.asked)))))";
    session.goto_live(&url(&server, "/en/card/")).await;
    session.until("window.asked === 1").await;
    for path in ["/embed/figures/industry-output/", "/en/embed/pillars/strength/"] {
        session.goto_live(&url(&server, path)).await;
        assert_eq!(session.eval(idle).await, json!(0), "{path}");
    }
    session.before_each_page("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })").await;
    session.goto(&url(&server, "/en/card/")).await;
    session.eval("dispatchEvent(new Event('pointerdown'))").await;
    session.until("document.documentElement.dataset.state === 'live'").await;
    assert_eq!(session.eval(idle).await, json!(0), "data is dear");
    session.quit().await;
}

#[tokio::test]
async fn the_site_can_be_installed() {
    let server = serve(&built(), "/");
    let session = Session::start(Browser::Chromium).await;
    for path in ["/", "/en/"] {
        session.goto_live(&url(&server, path)).await;
        kept(&session).await;
        let manifest = session.devtools("Page.getAppManifest", json!({})).await;
        assert_eq!(manifest["errors"], json!([]), "{path}");
        let errors = session.devtools("Page.getInstallabilityErrors", json!({})).await;
        assert_eq!(errors["installabilityErrors"], json!([]), "{path}");
    }
    session.quit().await;
}

#[tokio::test]
async fn a_newer_release_is_named_once_and_no_sooner_than_a_reader_was_away() {
    let dir = altered("newer", |name, bytes| {
        Some(if name == "data/version.txt" { b"0123456789ab\n".to_vec() } else { bytes })
    });
    let server = serve(&dir, "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/figures/forest-cover/")).await;
        // The clock and the tab, as a reader who comes back after some minutes has them.
        session
            .eval(
                "window.late = 0; const now = window.Date.now.bind(window.Date);
                 window.Date.now = () => now() + window.late;
                 window.turn = (state) => { Object.defineProperty(document, 'visibilityState', { configurable: true, value: state });
                   document.dispatchEvent(new Event('visibilitychange')); };
                 turn('hidden'); window.late += 60e3; turn('visible')",
            )
            .await;
        let asked = "performance.getEntriesByType('resource').filter((entry) => entry.name.endsWith('/data/version.txt')).length";
        assert_eq!(session.number(asked).await, 0.0, "{browser:?}: asked after a minute");
        session.eval("turn('hidden'); window.late += 600e3; turn('visible')").await;
        session.until("document.querySelector('[role=status] .notice')?.textContent.includes('新的版本')").await;
        session.click(".notice button").await;
        session.until("!document.querySelector('.notice')").await;
        session.eval("turn('hidden'); window.late += 600e3; turn('visible')").await;
        assert_eq!(session.number(asked).await, 1.0, "{browser:?}: asked again");
        session.quit().await;
    }
}
