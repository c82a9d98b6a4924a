//! Pages on paper: with all their drawings and places, whatever was folded away or not rendered yet.

use crate::session::{Browser, Session};
use crate::site::{built, serve, url};
use crate::story::STILLS;
use serde_json::json;

#[tokio::test]
async fn after_moving_between_pages_all_prints_with_drawings_and_places() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/commitments/")).await;
        session.click(".masthead a.name").await;
        session.until("location.pathname === '/' && !!document.querySelector('.stages .stage')").await;
        // The screen as paper: the rules for print hold for all, those for the screen for nothing.
        session
        .eval(
            "const turn = (rules) => { for (const rule of rules) {
               if (rule.media && /print|screen/.test(rule.media.mediaText)) rule.media.mediaText = rule.media.mediaText.replace('screen', 'tty').replace('print', 'all');
               if (rule.cssRules) turn(rule.cssRules);
             } };
             for (const sheet of document.styleSheets) turn(sheet.cssRules);
             dispatchEvent(new Event('beforeprint'));",
        )
        .await;
        let missing = session
        .text(
            "[...document.querySelectorAll('.stages > .stage')]
               .filter((stage) => ![...stage.querySelectorAll('svg')].some((svg) =>
                 svg.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && svg.getBoundingClientRect().height > 30))
               .map((stage) => stage.textContent)",
        )
        .await;
        assert_eq!(missing, "", "drawings that paper does not show");
        let placeless = session
        .text(
            "[...document.querySelectorAll('.scene ul.sources:not(.to-pillars)')].filter((sources) => !sources.querySelector('.place')?.checkVisibility())
               .map((sources) => sources.textContent)",
        )
        .await;
        assert_eq!(placeless, "", "figures without their place");
        assert_eq!(session.text("document.querySelector('.contents').checkVisibility()").await, "false");
        session.quit().await;
    }
}

#[tokio::test]
async fn paper_has_what_is_folded_away_and_the_screen_is_as_it_was() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/figures/industry-output/")).await;
        let folded = "document.querySelectorAll('main details:not([open])').length";
        let before = session.number(folded).await;
        assert!(before > 0.0, "nothing is folded away");
        session.eval("dispatchEvent(new Event('beforeprint'))").await;
        session.until(&format!("{folded} === 0")).await;
        let seen = "['table', '.citation', '.place'].every((one) => [...document.querySelectorAll('main ' + one)].some((element) => element.checkVisibility()))";
        assert_eq!(session.eval(&format!("return {seen}")).await, true, "{browser:?}: something is missing on paper");
        session.eval("dispatchEvent(new Event('afterprint'))").await;
        session.until(&format!("{folded} === {before}")).await;
        session.quit().await;
    }
}

#[tokio::test]
async fn paper_does_not_wait_for_what_is_rendered_later() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/")).await;
        let scenes = session.eval("return document.querySelectorAll('.scene').length").await;
        session.goto_live(&url(&server, "/data/")).await;
        let printed = format!(
            "(async () => {{
                document.querySelector('.masthead .name').click();
                const task = () => new Promise((done) => setTimeout(done));
                while (document.querySelectorAll('.scene').length < 2) await task();
                dispatchEvent(new Event('beforeprint'));
                // Each piece would have a frame of its own.
                for (let turn = 0; turn < 3; turn++) await task();
                return [document.querySelectorAll('.scene').length, {STILLS}, document.querySelectorAll('footer').length];
            }})()"
        );
        assert_eq!(session.eval(&format!("return {printed}")).await, json!([scenes, scenes, 1]), "{browser:?}");
        session.quit().await;
    }
}
