//! Another pace of growth, which a reader tries on a figure.

use crate::session::{Browser, Session};
use crate::site::{built, serve, url};
use thirtyfour::{By, Key};

#[tokio::test]
async fn a_pace_to_try_moves_curve_end_and_distance() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/figures/industry-output/?pace=0")).await;
        session
            .until("document.querySelector('.whatif output')?.textContent.startsWith('每年增长 0%，五年后是 870')")
            .await;
        session.until("!document.querySelector('.whatif input').disabled").await;
        let slider = session.driver.find(By::Css(".whatif input")).await.unwrap();
        let drawing = "document.querySelector('.whatif .still').getAttribute('aria-label')";
        let before = session.text(drawing).await;
        slider.send_keys(Key::Right).await.unwrap();
        session
            .until("document.querySelector('.whatif output').textContent.startsWith('每年增长 0.1%，五年后是 874')")
            .await;
        assert_ne!(session.text(drawing).await, before);
        assert!(session.text("document.querySelector('.whatif output').textContent").await.contains("比目标少 1,526"));
        session.until("location.search === '?pace=0.1'").await;
        slider.send_keys(Key::End).await.unwrap();
        session.until("document.querySelector('.whatif output').textContent.includes('比目标多')").await;

        // What adds up is not grown; where no start is given, the page says so.
        session.goto_live(&url(&server, "/figures/urban-jobs/?pace=6.6")).await;
        session
            .until(
                "document.querySelector('.whatif output')?.textContent.includes('五年一共 33\u{a0}万人。正好到目标')",
            )
            .await;
        session.goto_live(&url(&server, "/figures/urbanisation/")).await;
        assert_eq!(session.number("document.querySelectorAll('.whatif .not-stated').length").await, 1.0);
        assert_eq!(session.number("document.querySelectorAll('.whatif input').length").await, 0.0);
        session.quit().await;
    }
}

#[tokio::test]
async fn a_pace_follows_the_finger_within_a_frame() {
    let server = serve(&built(), "/");
    let session = Session::start(Browser::Chromium).await;
    session.goto_live(&url(&server, "/figures/industry-output/")).await;
    session.eval("document.querySelector('.part-what-if').scrollIntoView()").await;
    session.until("document.querySelector('.whatif input')?.disabled === false").await;
    let took = session
        .number(
            "(() => { const slider = document.querySelector('.whatif input'); const took = [];
               for (let value = 0; value < 40; value++) { slider.value = value; const begun = performance.now();
                 slider.dispatchEvent(new Event('input', { bubbles: true })); took.push(performance.now() - begun); }
               return Math.min(...took); })()",
        )
        .await;
    assert!(took < 8.0, "{took} ms");
    session.quit().await;
}
