//! The third engine: what readers do most, in WebKit. Said and skipped where it is not installed.

use crate::offline::kept;
use crate::session::{Browser, Session};
use crate::site::{built, close, serve, url};
use thirtyfour::{By, Key};

#[tokio::test]
async fn webkit_starts_scrolls_the_story_moves_searches_and_goes_back() {
    let Some(webkit) = Browser::webkit() else { return };
    let server = serve(&built(), "/");
    let session = Session::start(webkit).await;
    session.goto_live(&url(&server, "/")).await;
    session.mark_document().await;
    session.until("!!document.querySelector('.drawing.live canvas')").await;
    session
        .eval("document.querySelectorAll('.scene')[3].scrollIntoView({ block: 'center', behavior: 'instant' })")
        .await;
    session.until("document.querySelectorAll('.scene')[3].hasAttribute('data-current')").await;
    session.until("location.hash === '#' + document.querySelectorAll('.scene')[3].id").await;
    session.click("nav a[href='/commitments/']").await;
    session.until("location.pathname === '/commitments/' && !!document.querySelector('.commitments-page')").await;
    session.whole().await;
    let field = session.driver.find(By::Css("input[type=search]")).await.expect("there is a field");
    field.send_keys("森林").await.expect("keys can be sent");
    session.until("decodeURIComponent(location.search) === '?q=森林'").await;
    session.eval("history.back()").await;
    session.until("location.pathname === '/' && !!document.querySelector('.scene')").await;
    session.same_document().await;
    session.quit().await;
}

#[tokio::test]
async fn webkit_shows_points_guesses_and_the_table_and_sets_numbers_apart() {
    let Some(webkit) = Browser::webkit() else { return };
    let server = serve(&built(), "/");
    let session = Session::start(webkit).await;
    session.goto_live(&url(&server, "/figures/industry-output/?view=table")).await;
    session.until("document.querySelector('details.table')?.open").await;
    session.until("!!document.querySelector('.points [role=listbox]')").await;
    session.eval("document.querySelector('.points [role=listbox]').focus()").await;
    session.driver.action_chain().send_keys(Key::Right).perform().await.expect("keys can be sent");
    session.until("!!document.querySelector('.points .note')").await;
    // Digits between Chinese characters are not painted over one another …
    assert_eq!(session.text("getComputedStyle(document.querySelector('q')).textAutospace").await, "no-autospace");
    // … and a number in a sentence has its space.
    let gap = "parseFloat(getComputedStyle(document.querySelector('main h1 .number, main p .number')).marginLeft)";
    session.until(&format!("{gap} > 0")).await;
    session.goto_live(&url(&server, "/figures/industry-output/?guess=2000")).await;
    session.until("document.documentElement.dataset.guess === 'ask'").await;
    session.quit().await;
}

#[tokio::test]
async fn webkit_opens_pages_without_a_network() {
    let Some(webkit) = Browser::webkit() else { return };
    let server = serve(&built(), "/");
    let session = Session::start(webkit).await;
    session.goto_live(&url(&server, "/themes/jobs/")).await;
    kept(&session).await;
    let home = url(&server, "");
    let _closed = close(server);
    session.goto(&format!("{home}/en/figures/parks/")).await;
    session
        .until("document.documentElement.dataset.state === 'live' && !!document.querySelector('.figure-page')")
        .await;
    session.quit().await;
}

#[tokio::test]
async fn a_widget_in_webkit_comes_to_life_at_a_touch() {
    let Some(webkit) = Browser::webkit() else { return };
    let server = serve(&built(), "/");
    let session = Session::start(webkit).await;
    session.goto(&url(&server, "/embed/figures/industry-output/")).await;
    assert_eq!(session.text("document.documentElement.dataset.state").await, "undefined");
    session.goto_live(&url(&server, "/embed/figures/industry-output/")).await;
    session.until("!!document.querySelector('.drawing.live canvas')").await;
    session.quit().await;
}
