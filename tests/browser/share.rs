//! Passing a page on, and what the copied link opens.

use crate::session::{Browser, Session, Wish};
use crate::site::{built, serve, url};
use five_new_bijies::site::server::Running;
use serde_json::Value;
use thirtyfour::By;

/// Notes what the page hands to the clipboard and to the phone's own sheet.
const NOTED: &str = "window.copied = []; window.sent = [];
    const write = async (text) => { window.copied.push(text); };
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: {
      writeText: write, write: async ([item]) => write((await item.parts['image/png']).type) } });
    Object.defineProperty(navigator, 'share', { configurable: true, value: async (what) => { window.sent.push(what); } });
    window.ClipboardItem = class { constructor(parts) { this.parts = parts; } };";

/// Goes to a page by a link, in a document whose clipboard can be read.
async fn open(session: &Session, server: &Running, from: &str, path: &str) {
    session.goto_live(&url(server, from)).await;
    session.eval(NOTED).await;
    session
        .eval(&format!(
            "const link = document.createElement('a'); link.href = {path:?}; document.querySelector('main').append(link); link.click()"
        ))
        .await;
    // Everything about passing on is folded away.
    session.until("!!document.getElementById('pass-on')").await;
    session.eval("document.getElementById('pass-on').open = true").await;
    session.until("!!document.querySelector('.pass-on') && ![...document.querySelectorAll('.pass-on button')].some((button) => button.disabled)").await;
}

/// Presses Enter on the button with these words.
async fn press(session: &Session, words: &str) {
    session
        .eval(&format!(
            "document.querySelector('#pressed')?.removeAttribute('id');
             [...document.querySelectorAll('.pass-on button')].find((button) => button.textContent === {words:?}).id = 'pressed'"
        ))
        .await;
    session.press_enter_on("#pressed").await;
}

#[tokio::test]
async fn link_sentence_and_picture_are_copied_and_the_link_opens_the_same_view() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        let path = "/en/figures/industry-output/?theme=dark&view=table";
        let address = url(&server, path);
        // Others have put something of theirs into the address: it goes no further.
        open(
            &session,
            &server,
            "/en/data/?theme=dark",
            &format!("{path}&from=singlemessage&utm_source=x#&shareTo=weixin"),
        )
        .await;
        session.until("document.querySelector('details.table').open").await;
        // By keyboard: each is a button.
        press(&session, "Copy the link").await;
        session.until("document.querySelector('.pass-on [role=status]').textContent === 'Copied'").await;
        let link = session.text("window.copied[0]").await;
        assert_eq!(link, address, "{browser:?}");
        press(&session, "Copy a sentence").await;
        session.until("window.copied.length === 2").await;
        let sentence = session.text("window.copied[1]").await.replace('\u{a0}', " ");
        assert!(
            sentence.starts_with("The aim is to reach 240 billion yuan of industrial output")
                && sentence.contains("promised · aims for · reach)")
                && sentence.ends_with(&address),
            "{browser:?}: {sentence}"
        );
        press(&session, "Copy a picture").await;
        session.until("window.copied.length === 3").await;
        assert_eq!(session.text("window.copied[2]").await, "image/png", "{browser:?}");
        press(&session, "Share").await;
        session.until("window.sent.length === 1").await;
        assert_eq!(session.text("window.sent[0].url").await, address);
        session.quit().await;

        // In a browser that knows nothing.
        let session = Session::start(browser).await;
        session.goto_live(&link).await;
        assert_eq!(session.text("document.documentElement.dataset.theme").await, "dark", "{browser:?}");
        assert_eq!(session.text("document.documentElement.lang").await, "en", "{browser:?}");
        session.until("document.querySelector('details.table').open").await;
        session.quit().await;
    }
}

#[tokio::test]
async fn where_copying_is_refused_the_link_is_selected() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        open(&session, &server, "/data/", "/figures/forest-cover/").await;
        session.eval("navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))").await;
        press(&session, "复制链接").await;
        session
            .until("document.querySelector('.pass-on [role=status]').textContent.startsWith('浏览器没让复制')")
            .await;
        let selected = session.text("getSelection().toString().trim()").await;
        assert!(selected.ends_with("/figures/forest-cover/"), "{browser:?}: {selected}");
        // The way to the code for articles opens it.
        session.press_enter_on(".actions a[href='#embed']").await;
        session.until("document.getElementById('embed').open").await;
        session.quit().await;
    }
}

#[tokio::test]
async fn without_script_link_poster_and_files_are_there_and_no_button_that_does_nothing() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start_with(browser, Wish::NoScript).await;
        session.goto(&url(&server, "/figures/forest-cover/")).await;
        for button in session.driver.find_all(By::Css(".pass-on button")).await.unwrap() {
            assert!(!button.is_displayed().await.unwrap(), "{browser:?}");
        }
        session.press_enter_on("#pass-on > summary").await;
        let link = session.driver.find(By::Css(".pass-link")).await.unwrap();
        assert!(link.text().await.unwrap().ends_with("/figures/forest-cover/"), "{browser:?}");
        let files = session.driver.find_all(By::Css(".downloads a[download]")).await.unwrap();
        assert_eq!(files.len(), 3, "{browser:?}");
        session.quit().await;
    }
    // Each file is there, with its kind.
    let session = Session::start(Browser::Chromium).await;
    session.goto_live(&url(&server, "/figures/forest-cover/")).await;
    let kinds = session
        .driver
        .execute_async(
            "const done = arguments[arguments.length - 1];
             Promise.all([...document.querySelectorAll('.pass-on [download]')].map(async ({ href }) => {
               const response = await fetch(href);
               return [response.status, response.headers.get('content-type').split(';')[0], (await response.blob()).size > 200];
             })).then((found) => done(found), (error) => done(String(error)))",
            vec![],
        )
        .await
        .unwrap();
    let expected: Value = serde_json::json!([
        [200, "image/png", true],
        [200, "image/svg+xml", true],
        [200, "image/png", true],
        [200, "text/csv", true]
    ]);
    assert_eq!(*kinds.json(), expected);
    session.quit().await;
}
