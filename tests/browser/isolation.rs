//! A browser that one test gives back is as new for the next.

use crate::session::{Browser, Session};
use crate::site::{built, serve, url};
use serde_json::json;

/// What a page can find of those before it.
const FOUND: &str =
    "[document.cookie, localStorage.length + sessionStorage.length, innerWidth >= 1200, devicePixelRatio,
    navigator.onLine, matchMedia('(prefers-color-scheme: dark)').matches, typeof planted].join()";

/// Asks for a file as the page does, and says whether it came from the cache.
const CACHED: &str = "const done = arguments[0]; const [{ href }] = document.querySelectorAll('link[rel=stylesheet]');
    performance.clearResourceTimings();
    fetch(href).then((answer) => answer.text())
      .then(() => done(performance.getEntriesByType('resource').some((one) => one.name === href && one.transferSize === 0)))";

#[tokio::test]
async fn nothing_goes_from_one_test_to_the_next() {
    let server = serve(&built(), "/");
    let page = url(&server, "/data/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&page).await;
        let new = session.text(FOUND).await;
        assert_eq!(new, ",0,true,1,true,false,undefined", "{browser:?}");
        session.eval("return navigator.serviceWorker.ready.then(() => true)").await;
        let cached = async || session.driver.execute_async(CACHED, vec![]).await.unwrap().json().clone();
        assert_eq!(cached().await, true, "{browser:?}: what the page has is in the cache");

        session
            .eval(
                "document.cookie = 'one=1; max-age=1000'; localStorage.one = 1; sessionStorage.one = 1;
                 indexedDB.open('one'); caches.open('one'); history.pushState(null, '', '?one')",
            )
            .await;
        if browser == Browser::Chromium {
            session.before_each_page("window.planted = 1").await;
            session.emulate_window(360, 740).await;
            let dark = json!([{ "name": "prefers-color-scheme", "value": "dark" }]);
            session.devtools("Emulation.setEmulatedMedia", json!({ "features": dark })).await;
            session.devtools("Fetch.enable", json!({})).await;
            let network = json!({ "offline": true, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0 });
            session.devtools("Network.enable", json!({})).await;
            session.devtools("Network.emulateNetworkConditions", network).await;
        }
        session.driver.set_window_rect(0, 0, 700, 500).await.unwrap();
        session.eval("console.error('left behind'); open('about:blank')").await;

        session.renew().await;
        if browser == Browser::Chromium {
            assert_eq!(session.console().await, Vec::<String>::new());
        }
        session.goto(&url(&server, "/data/version.txt")).await;
        assert_eq!(session.text(FOUND).await.split_once(",0,").map(|(cookie, _)| cookie), Some(""), "{browser:?}");
        let stores = "const done = arguments[0]; Promise.all([indexedDB.databases(), caches.keys(), navigator.serviceWorker.getRegistrations()])
            .then((found) => done(found.flat().length))";
        assert_eq!(*session.driver.execute_async(stores, vec![]).await.unwrap().json(), 0, "{browser:?}");
        // The stylesheet is fetched anew: the server is asked once more.
        session.goto_live(&page).await;
        assert_eq!(session.text(FOUND).await, new, "{browser:?}");
        let fetched =
            "performance.getEntriesByType('resource').find((one) => one.name.endsWith('.css')).transferSize > 0";
        assert_eq!(session.eval(&format!("return {fetched}")).await, true, "{browser:?}: the cache is left");
        assert_eq!(session.driver.windows().await.unwrap().len(), 1, "{browser:?}: a window is left");
        session.quit().await;
    }
}
