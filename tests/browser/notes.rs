//! What explains a page where it stands: notes on the terms of the glossary.

use crate::session::{Browser, Session, Wish};
use crate::site::{altered, built, serve, url};
use thirtyfour::{By, Key};

#[tokio::test]
async fn a_term_opens_where_it_stands() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/pillars/beauty/")).await;
        session.press_enter_on("main a.term[href$='#rocky-desert']").await;
        session.until("document.querySelector('.note')?.matches(':popover-open')").await;
        assert!(session.text("document.querySelector('.note').textContent").await.contains("原文说"), "{browser:?}");
        assert_eq!(session.text("location.pathname").await, "/pillars/beauty/");
        session.driver.action_chain().send_keys(Key::Escape).perform().await.unwrap();
        session.until("!document.querySelector('.note') && document.activeElement.classList.contains('term')").await;
        session.quit().await;

        let session = Session::start_with(browser, Wish::NoScript).await;
        session.goto(&url(&server, "/pillars/beauty/")).await;
        let term = session.driver.find(By::Css("main a.term")).await.unwrap();
        assert!(term.attr("href").await.unwrap().unwrap().contains("/data/#"), "{browser:?}: no way without script");
        session.quit().await;
    }
}

#[tokio::test]
async fn without_the_program_terms_lead_to_the_glossary() {
    let dir = altered("notes-no-program", |name, bytes| {
        (!(name.starts_with("program-") && name.ends_with(".wasm"))).then_some(bytes)
    });
    let server = serve(&dir, "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        let alone = async |path: &str| {
            session.goto(&url(&server, path)).await;
            session.until("document.documentElement.dataset.state === 'static'").await;
        };
        alone("/pillars/beauty/").await;
        session.press_enter_on("main a.term[href$='#rocky-desert']").await;
        session.until("location.pathname === '/data/' && location.hash === '#rocky-desert'").await;
        session.quit().await;
    }
}
