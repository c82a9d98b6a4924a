//! The one canvas beside the story: how its drawings change from scene to scene, and stills where there is no canvas.

use crate::session::{Browser, Session, Wish};
use crate::site::{built, serve, url};
use crate::story::{LIVE, PIXELS, SETTLED, read};

/// Counts the texts that are set on canvases, and notes how many were when the stage has been painted ten times. Quiet
/// is thirty frames in which neither is a text set nor the stage painted.
const COUNT_TEXTS: &str = "(() => {
        const { prototype } = CanvasRenderingContext2D, { fillText, clearRect } = prototype;
        Object.assign(window, { texts: 0, pictures: 0, at_ten: undefined, still: 0 });
        prototype.fillText = function (...text) { window.texts++; window.still = 0; return fillText.apply(this, text); };
        prototype.clearRect = function (...box) {
            if (this.canvas.isConnected) {
                window.still = 0;
                if (++window.pictures === 10) window.at_ten = window.texts;
            }
            return clearRect.apply(this, box);
        };
        const count = () => { window.still++; requestAnimationFrame(count); };
        count();
    })()";

#[tokio::test]
async fn texts_of_the_next_scene_are_set_while_nothing_moves() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/")).await;
        read(&session, "five-parts").await;
        session.until(LIVE).await;
        session.eval(COUNT_TEXTS).await;
        // From a field to what flies out of it, and between drawings of numbers.
        for scene in ["with-a-number", "jobs-answer", "industry"] {
            read(&session, scene).await;
            // Those of that scene, and then of the one after it.
            session.until("window.at_ten !== undefined && window.still > 30").await;
            session.eval("Object.assign(window, { texts: 0, pictures: 0, at_ten: undefined })").await;
            let next = "[...document.querySelectorAll('.scene')].map(({ id }) => id)";
            let next = session.text(&format!("{next}[{next}.indexOf({scene:?}) + 1]")).await;
            read(&session, &next).await;
            session.until("window.at_ten !== undefined").await;
            let texts = session.number("window.at_ten").await;
            assert_eq!(texts, 0.0, "{browser:?}: texts set while dots fly from {scene} to {next}");
            session.eval("window.at_ten = undefined; window.pictures = 0").await;
        }
        session.quit().await;
    }
}

/// Counts what is painted on canvases from now on: each picture begins by clearing its canvas.
const COUNT_PICTURES: &str = "window.pictures = 0; const clear = CanvasRenderingContext2D.prototype.clearRect;
    CanvasRenderingContext2D.prototype.clearRect = function (...box) { window.pictures++; return clear.apply(this, box); }";

#[tokio::test]
async fn with_reduced_motion_a_step_is_one_picture() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start_with(browser, Wish::Calm).await;
        session.goto_live(&url(&server, "/pillars/prosperity/")).await;
        read(&session, "jobs-target").await;
        session.until(LIVE).await;
        // Until nothing is drawn any more: two frames without a picture.
        session.eval(COUNT_PICTURES).await;
        session.painted().await;
        session.eval("window.pictures = 0").await;
        read(&session, "jobs-per-year").await;
        session.until("window.pictures > 0").await;
        for _ in 0..5 {
            session.painted().await;
        }
        let near = "document.querySelectorAll('.drawing.live').length";
        let charts = session.number(near).await;
        let pictures = session.number("window.pictures").await;
        // Charts that come near on the way are drawn once as well; the one that changes is drawn once.
        assert!(pictures <= charts, "{browser:?}: {pictures} pictures for {charts} charts");
        session.eval("window.pictures = 0").await;
        read(&session, "jobs-target").await;
        session.until("window.pictures > 0").await;
        for _ in 0..5 {
            session.painted().await;
        }
        assert_eq!(session.number("window.pictures").await, 1.0, "{browser:?}: one step, one picture");
        session.quit().await;
    }
}

/// Waits until nothing moves, and holds that the stage shows what it shows when it is drawn anew, without a transition.
async fn settles_as_drawn(session: &Session, when: &str) {
    session.until(SETTLED).await;
    let settled = session.text(PIXELS).await;
    session.eval("dispatchEvent(new Event('resize'))").await;
    session.painted().await;
    session.painted().await;
    assert_eq!(session.text(PIXELS).await, settled, "{when}");
}

#[tokio::test]
async fn a_transition_between_scenes_ends_on_the_drawing_itself() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/")).await;
        // From scene to scene, and at once to the far end in the middle of one.
        for scenes in [&["with-a-number", "same-ruler"][..], &["land-and-city", "the-field", "one-stop"]] {
            for scene in scenes {
                read(&session, scene).await;
            }
            session.until(LIVE).await;
            settles_as_drawn(&session, &format!("{browser:?}: {scenes:?}")).await;
        }
        // A theme that is chosen in the middle is that of its end.
        read(&session, "industry").await;
        session.until("window.quiet < 2").await;
        session.eval("document.querySelector(`.choices a[href*='theme=contrast']`).click()").await;
        session.until("document.documentElement.dataset.theme === 'contrast'").await;
        settles_as_drawn(&session, &format!("{browser:?}: another theme")).await;
        session.quit().await;
    }
}

#[tokio::test]
async fn a_resize_in_the_middle_keeps_scene_and_state() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/")).await;
        read(&session, "jobs-answer").await;
        session.until(LIVE).await;
        let sharp = "(() => { const canvas = document.querySelector('.part-stage canvas');
            return Math.abs(canvas.width - canvas.getBoundingClientRect().width * devicePixelRatio) <= 1; })()";
        session.driver.set_window_rect(0, 0, 700, 900).await.unwrap();
        session.until("innerWidth < 760").await;
        read(&session, "jobs-answer").await;
        session.until(sharp).await;
        session.driver.set_window_rect(0, 0, 1280, 900).await.unwrap();
        session.until("innerWidth > 1200").await;
        read(&session, "jobs-answer").await;
        session.until(sharp).await;
        session.quit().await;
    }
}

#[tokio::test]
async fn without_the_program_every_scene_has_its_own_drawing() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start_with(browser, Wish::NoScript).await;
        session.goto(&url(&server, "/")).await;
        let stages = session.driver.find_all(thirtyfour::By::Css(".stages > .stage")).await.unwrap();
        assert_eq!(
            stages.len() as f64,
            session.driver.find_all(thirtyfour::By::Css(".scene")).await.unwrap().len() as f64
        );
        for stage in stages {
            let size = stage.rect().await.unwrap();
            assert!(size.height > 150.0 && stage.is_displayed().await.unwrap(), "{browser:?}");
        }
        session.quit().await;
    }
}
