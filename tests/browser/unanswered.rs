//! A site that does not answer and a store that fails: pages open all the same, and soon.

use crate::faults::server::{Answer, Change, End, Faulty};
use crate::offline::{kept, until_promised};
use crate::session::{Browser, Session};
use axum::http::StatusCode;

const PATH: &str = "/en/figures/industry-output/";

/// Starts the worker, and opens the page once more, so that the worker answers for it.
async fn under_the_worker(session: &Session, server: &Faulty) {
    session.goto_live(&server.url(PATH)).await;
    kept(session).await;
    session.goto_live(&server.url("/en/card/")).await;
    session.until("!!navigator.serviceWorker.controller").await;
}

/// The page as it looks with its styles, and live.
const WHOLE: &str = "document.documentElement.dataset.state === 'live' && !!document.querySelector('.drawing.live')
    && getComputedStyle(document.documentElement).getPropertyValue('--paper') !== ''";

fn broken_store(answer: &mut Answer, path: &str, script: &str) {
    if path == "/sw.js" {
        answer.edit(|worker| format!("{script};\n{worker}"));
    }
}

#[tokio::test]
async fn a_store_that_rejects_throws_or_never_answers_keeps_no_page_from_opening() {
    let stores: [Change; 3] = [
        |path, answer| {
            broken_store(answer, path, "CacheStorage.prototype.match = async () => { throw new Error('full') }")
        },
        |path, answer| {
            broken_store(answer, path, "CacheStorage.prototype.match = () => { throw new Error('damaged') }")
        },
        |path, answer| broken_store(answer, path, "CacheStorage.prototype.match = () => new Promise(() => {})"),
    ];
    for &browser in Browser::all() {
        for store in stores {
            let server = Faulty::start("", store, String::new());
            let session = Session::start(browser).await;
            under_the_worker(&session, &server).await;
            session.goto(&server.url(PATH)).await;
            session.until(WHOLE).await;
            session.quit().await;
        }
    }
}

#[tokio::test]
async fn a_store_that_never_says_what_it_keeps_does_not_hold_up_the_pages() {
    let server = Faulty::start(
        "",
        |path, answer| broken_store(answer, path, "CacheStorage.prototype.keys = () => new Promise(() => {})"),
        String::new(),
    );
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        under_the_worker(&session, &server).await;
        session.until(WHOLE.split_once(" && !!").expect("two conditions").0).await;
        session.quit().await;
    }
}

#[tokio::test]
async fn where_the_site_answers_with_an_error_nothing_or_half_a_page_the_kept_one_is_there_and_says_so() {
    fn page_later(answer: &mut Answer, change: impl FnOnce(&mut Answer)) {
        if answer.later && answer.is_page() {
            answer.header("cache-control", "no-store");
            change(answer);
        }
    }
    let answers: [(bool, Change); 5] = [
        (false, |_, answer| page_later(answer, |answer| answer.status = StatusCode::BAD_GATEWAY)),
        (false, |_, answer| page_later(answer, |answer| answer.status = StatusCode::GATEWAY_TIMEOUT)),
        (true, |_, answer| page_later(answer, |answer| answer.end = End::Silent)),
        (true, |_, answer| page_later(answer, |answer| answer.end = End::Never)),
        (false, |_, answer| page_later(answer, |answer| answer.end = End::Cut)),
    ];
    for &browser in Browser::all() {
        for (silent, change) in answers {
            let server = Faulty::start("", change, String::new());
            let session = Session::start(browser).await;
            under_the_worker(&session, &server).await;
            server.set_later(true);
            session.goto(&server.url(&format!("{PATH}?view=table&theme=dark"))).await;
            session.until(WHOLE).await;
            session.until("document.querySelector('.notice')?.textContent.includes('kept on this device')").await;
            session
                .until(
                    "document.querySelector('details.table').open && document.documentElement.dataset.theme === 'dark'",
                )
                .await;
            // It can be tried again. Chromium has a second question wait for the answer to the first one, up to 20 s.
            server.set_later(false);
            if silent {
                session.quit().await;
                continue;
            }
            session.click(".notice a").await;
            session
                .until("'prerendered' in document.getElementById('app').dataset && !document.querySelector('.notice')")
                .await;
            session.quit().await;
        }
    }
}

#[tokio::test]
async fn nothing_of_what_a_network_puts_in_place_of_our_files_is_kept() {
    const WATCH: &str = "const real = navigator.serviceWorker.register.bind(navigator.serviceWorker);
        navigator.serviceWorker.register = async (address) => {
          const registration = await real(address);
          const worker = registration.installing;
          worker.onstatechange = () => { window.worker_state = worker.state; };
          return registration;
        };";
    let server = Faulty::start(
        "",
        |path, answer| {
            // A file that the page itself does not ask for.
            if path.starts_with("/worker-") {
                answer.bytes = b"<!doctype html><title>welcome to this network</title>".to_vec();
                answer.header("content-type", "text/html");
            }
        },
        WATCH.to_owned(),
    );
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&server.url(PATH)).await;
        session.until("['redundant', 'activated'].includes(window.worker_state)").await;
        assert_eq!(session.text("window.worker_state").await, "redundant", "{browser:?}: it is kept");
        let all = "caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name).then((cache) => cache.keys()))))";
        until_promised(&session, &format!("{all}.then((all) => all.flat().length === 0)")).await;
        session.quit().await;
    }
}
