//! Another pace of growth: a reader pulls the promised value on the figure's own drawing.

use crate::session::{Browser, Session};
use crate::site::{built, serve, url};
use thirtyfour::{By, Key};

const SAID: &str = "document.querySelector('.whatif output')?.textContent ?? ''";

#[tokio::test]
async fn a_pace_to_try_moves_drawing_end_and_distance() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/figures/industry-output/?pace=0")).await;
        session.until(&format!("({SAID}).startsWith('每年增长 0%，五年后是 870')")).await;
        session.until("!!document.querySelector('.pull')").await;
        let place = "document.querySelector('.pull').getBoundingClientRect().top";
        let low = session.number(place).await;
        let handle = session.driver.find(By::Css(".pull")).await.unwrap();
        handle.send_keys(Key::Right).await.unwrap();
        session.until(&format!("({SAID}).startsWith('每年增长 0.1%，五年后是 874')")).await;
        assert!(session.text(SAID).await.contains("比目标少 1,526"));
        session.until("location.search === '?pace=0.1'").await;
        handle.send_keys(Key::End).await.unwrap();
        session.until(&format!("({SAID}).includes('比目标多') && {place} < {low}")).await;
        // Back to what the article says, the address asks for nothing.
        session.click(".whatif button").await;
        session.until("location.search === '' && !document.querySelector('.whatif button')").await;

        // What adds up is not grown; where there is no path, nothing is pulled and nothing said of it.
        session.goto_live(&url(&server, "/figures/urban-jobs/?pace=7")).await;
        session.until(&format!("({SAID}).includes('每年 7\u{a0}万人，五年一共 35\u{a0}万人。比目标多')")).await;
        session.goto_live(&url(&server, "/figures/urbanisation/")).await;
        assert_eq!(session.number("document.querySelectorAll('.whatif, .pull, .pulled').length").await, 0.0);
        session.quit().await;
    }
}

#[tokio::test]
async fn a_pace_follows_the_finger_within_a_frame() {
    let server = serve(&built(), "/");
    let session = Session::start(Browser::Chromium).await;
    session.goto_live(&url(&server, "/figures/industry-output/")).await;
    session.until("!!document.querySelector('.pull')").await;
    let took = session
        .number(
            "(() => { const handle = document.querySelector('.pull'); const took = [];
               const at = handle.getBoundingClientRect(); const x = at.left + 24;
               const send = (kind, y) => handle.dispatchEvent(new PointerEvent(kind, { bubbles: true, pointerId: 1, pointerType: 'mouse', clientX: x, clientY: y }));
               send('pointerdown', at.top + 24);
               for (let down = 0; down < 40; down++) { const begun = performance.now();
                 send('pointermove', at.top + 24 + down); took.push(performance.now() - begun); }
               send('pointerup', at.top + 64);
               return Math.min(...took); })()",
        )
        .await;
    assert!(took < 8.0, "{took} ms");
    session.until(&format!("({SAID}).includes('比目标少')")).await;
    session.quit().await;
}
