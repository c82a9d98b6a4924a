//! The builder of the code for articles.

use crate::hosts::frame;
use crate::session::{Browser, Session, Wish};
use crate::site::{built, serve, url};
use thirtyfour::{By, Key};

#[tokio::test]
async fn the_builder_writes_code_for_what_the_reader_chose() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/figures/industry-output/")).await;
        session.until("!!document.getElementById('pass-on')").await;
        session
            .eval("document.getElementById('pass-on').open = true; document.getElementById('embed').scrollIntoView()")
            .await;
        let script = "performance.getEntriesByType('resource').some((entry) => entry.name.endsWith('/embed.js'))";
        assert!(!session.eval(&format!("return {script}")).await.as_bool().unwrap(), "{browser:?}: fetched unasked");
        let default = session.text("document.getElementById('snippet').value").await;
        let plain = session.text("document.getElementById('plain-snippet').value").await;
        session.click("details.builder summary").await;
        session
            .until(
                "!document.querySelector('.builder .fields').hidden && !!document.querySelector('.preview plan-figure')",
            )
            .await;
        // Unchanged, it is what stood there before.
        assert_eq!(session.text("document.getElementById('snippet').value").await, default, "{browser:?}");
        assert_eq!(session.text("document.getElementById('plain-snippet').value").await, plain, "{browser:?}");

        session
            .eval(
                "for (const [name, value] of Object.entries({ lang: 'en', theme: 'dark', view: 'table', width: '420' })) {
                   const select = document.querySelector(`.builder select[name=${name}]`);
                   select.value = value;
                   select.dispatchEvent(new Event('change', { bubbles: true }));
                 }",
            )
            .await;
        session.until("document.getElementById('snippet').value.includes('width=\"420\"')").await;
        let code = session.text("document.getElementById('snippet').value").await;
        for part in [
            "<script async src=\"http",
            "<plan-figure figure=\"industry-output\" lang=\"en\" ",
            "theme=\"dark\"",
            "view=\"table\"",
            "width=\"420\"",
            "/en/figures/industry-output/\">The aim is",
        ] {
            assert!(code.contains(part), "{browser:?}: {part} is not in {code}");
        }
        let plain = session.text("document.getElementById('plain-snippet').value").await;
        assert!(plain.contains("/en/embed/figures/industry-output/?theme=dark&amp;view=table\""), "{plain}");
        assert!(plain.contains("width=\"420\""), "{plain}");
        // The reader sees it.
        session
            .until(&format!(
                "{}.src.endsWith('/en/embed/figures/industry-output/?theme=dark&view=table')",
                frame("document.querySelector('.preview plan-figure')")
            ))
            .await;

        // Of what no choice offers nothing is written.
        session
            .eval(
                "const select = document.querySelector('.builder select[name=theme]');
                 const option = document.createElement('option'); option.value = '\"><script>window.broken = true<' + '/script>';
                 select.append(option); select.value = option.value;
                 select.dispatchEvent(new Event('change', { bubbles: true }));",
            )
            .await;
        session.until("document.documentElement.dataset.state === 'live'").await;
        let code = session.text("document.getElementById('snippet').value").await;
        assert!(!code.contains("broken"), "{browser:?}: {code}");
        session.quit().await;
    }
}

#[tokio::test]
async fn without_script_the_code_can_be_copied_by_hand() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start_with(browser, Wish::NoScript).await;
        session.goto(&url(&server, "/en/pillars/beauty/")).await;
        for fold in ["#pass-on > summary", "details.builder > summary"] {
            session.driver.find(By::Css(fold)).await.unwrap().send_keys(Key::Enter).await.unwrap();
        }
        let code = session.driver.find(By::Id("snippet")).await.unwrap();
        assert!(code.is_displayed().await.unwrap(), "{browser:?}");
        assert!(code.text().await.unwrap().contains("<plan-figure pillar=\"beauty\" lang=\"en\""), "{browser:?}");
        assert!(!session.driver.find(By::Css("details.builder .fields")).await.unwrap().is_displayed().await.unwrap());
        session.quit().await;
    }
}
