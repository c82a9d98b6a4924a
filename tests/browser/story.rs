//! The story as it is read, scene by scene: by scrolling, by its contents, by keyboard, and by the address.

use crate::session::{Browser, Session};
use crate::site::{built, serve, url};

/// Scrolls until the words of a scene are where they are read.
pub async fn read(session: &Session, scene: &str) {
    session
        .eval(&format!(
            "window.quiet &&= 0;
             const words = document.getElementById('{scene}');
             scrollTo({{ top: words.getBoundingClientRect().top + scrollY - innerHeight * 0.6, behavior: 'instant' }})"
        ))
        .await;
    session.until(&format!("document.getElementById('{scene}').hasAttribute('data-current')")).await;
}

/// What the stage shows, as pixels.
pub const PIXELS: &str = "document.querySelector('.part-stage canvas').toDataURL()";

/// The stage is drawn by the program.
pub const LIVE: &str = "!!document.querySelector('.part-stage .drawing.live')";

/// Nothing moves on the stage: thirty frames have come without a picture. A transition is prepared in less.
pub const SETTLED: &str = "(() => {
        if (window.quiet === undefined) {
            const { prototype } = CanvasRenderingContext2D, { clearRect } = prototype;
            prototype.clearRect = function (...box) { window.quiet = 0; return clearRect.apply(this, box); };
            const count = () => { window.quiet++; requestAnimationFrame(count); };
            window.quiet = 0;
            count();
        }
        return window.quiet > 30;
    })()";

#[tokio::test]
async fn scenes_move_their_chart_and_are_told_in_contents_and_address() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/?theme=light")).await;
        let scenes = session.number("document.querySelectorAll('.scene').length").await;
        assert!(scenes >= 12.0, "{scenes} scenes");
        assert_eq!(session.number("document.querySelector('.contents progress').max").await, scenes);
        read(&session, "five-parts").await;
        session.until(LIVE).await;
        let mut before = String::new();
        for scene in ["with-a-number", "same-ruler", "jobs-answer"] {
            read(&session, scene).await;
            session.until(&format!("location.hash === '#{scene}' && {PIXELS} !== {before:?}")).await;
            session
                .until(&format!("document.querySelector('.contents a[aria-current=step]').hash === '#{scene}'"))
                .await;
            session.until(SETTLED).await;
            before = session.text(PIXELS).await;
        }
        assert_eq!(session.text("location.search").await, "?theme=light", "{browser:?}: the theme is lost");
        // Back at the opening the address names no scene.
        session.eval("scrollTo({ top: 0, behavior: 'instant' })").await;
        session.until("location.hash === '' && document.querySelector('.contents progress').value === 0").await;
        session.quit().await;
    }
}

#[tokio::test]
async fn reload_and_back_land_on_the_scene() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/")).await;
        read(&session, "jobs-answer").await;
        session.until("location.hash === '#jobs-answer'").await;
        session.driver.refresh().await.unwrap();
        session.until("document.documentElement.dataset.state === 'live' && document.getElementById('jobs-answer').hasAttribute('data-current')").await;
        session.click("main a[href='/pillars/beauty/']").await;
        session.until("!!document.querySelector('.pillar')").await;
        session.driver.back().await.unwrap();
        session.until("document.getElementById('jobs-answer')?.hasAttribute('data-current')").await;
        session.quit().await;
    }
}

/// The drawings of the scenes that are there as stills.
pub const STILLS: &str =
    "[...document.querySelectorAll('.stages > .stage')].filter((stage) => stage.querySelector('svg')).length";

#[tokio::test]
async fn a_story_that_a_link_leads_to_begins_with_its_first_screen_and_is_read_to_its_end() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/")).await;
        let scenes = session.number("document.querySelectorAll('.scene').length").await;
        let last = session.text("[...document.querySelectorAll('.scene')].at(-1).id").await;
        session.goto_live(&url(&server, "/data/")).await;
        session.mark_document().await;
        // No task comes between the click and the count: what is there is there with the first frame.
        let there = "(async () => {
                document.querySelector('.masthead .name').click();
                while (!document.querySelector('.cloth')) await 0;
                window.came = [];
                new MutationObserver((changes) => came.push(...changes.flatMap(({ addedNodes }) => [...addedNodes]).filter(({ className }) => /scene|pillars-section/.test(className)).map(({ id }) => id)))
                    .observe(document.querySelector('main'), { subtree: true, childList: true });
                return document.querySelectorAll('.scene').length;
            })()";
        assert_eq!(session.eval(&format!("return {there}")).await, 1, "{browser:?}: scenes of the first screen");
        session
            .until(&format!(
                "document.querySelectorAll('.scene').length === {scenes} && document.querySelector('footer')"
            ))
            .await;
        session.until(&format!("{STILLS} === {scenes}")).await;
        assert_eq!(
            session.text("came").await,
            session.text("[...[...document.querySelectorAll('.scene')].slice(1), document.querySelector('.pillars-section')].map(({ id }) => id)").await,
            "{browser:?}: pieces come in their order on the page"
        );
        // Those that came later are followed like the first.
        read(&session, &last).await;
        session.until(&format!("location.hash === '#{last}'")).await;
        session.same_document().await;
        session.quit().await;
    }
}

#[tokio::test]
async fn contents_lead_to_a_scene_that_is_yet_to_come() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/data/")).await;
        session.mark_document().await;
        // No task comes between the two clicks.
        let clicked = "(async () => {
                document.querySelector('.masthead .name').click();
                while (!document.querySelector('.contents a[href]')) await 0;
                const link = [...document.querySelectorAll('.contents li li a')].at(-1);
                const there = !!document.querySelector(link.hash);
                link.click();
                return link.hash + there;
            })()";
        let clicked = session.eval(&format!("return {clicked}")).await;
        let clicked = clicked.as_str().unwrap_or_default();
        let last = clicked.strip_suffix("false").unwrap_or_else(|| panic!("{browser:?}: {clicked}"));
        session
            .until(&format!(
                "location.hash === '{last}' && Math.abs(document.querySelector('{last}').getBoundingClientRect().top) < innerHeight * 0.7"
            ))
            .await;
        session.same_document().await;
        session.quit().await;
    }
}

#[tokio::test]
async fn the_address_follows_where_the_page_moves_by_itself() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/")).await;
        read(&session, "jobs-answer").await;
        session.until("location.hash === '#jobs-answer'").await;
        session
            .eval(
                "document.documentElement.style.overflowAnchor = 'none';
                 const above = document.createElement('div');
                 above.style.height = `${1.5 * innerHeight}px`;
                 document.body.prepend(above)",
            )
            .await;
        session
            .until("!document.getElementById('jobs-answer').hasAttribute('data-current') && !['', '#jobs-answer'].includes(location.hash)")
            .await;
        session.quit().await;
    }
}

#[tokio::test]
async fn contents_and_steps_work_by_keyboard() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/en/pillars/harmony/")).await;
        let scenes: Vec<String> = serde_json::from_value(
            session.eval("return [...document.querySelectorAll('.scene')].map((scene) => scene.id)").await,
        )
        .unwrap();
        for scene in scenes.iter().take(2) {
            session.press_enter_on(".contents a[rel=next]").await;
            session
                .until(&format!(
                    "location.hash === '#{scene}' && document.getElementById('{scene}').hasAttribute('data-current')"
                ))
                .await;
        }
        session.press_enter_on(".contents a[rel=prev]").await;
        session.until(&format!("document.getElementById('{}').hasAttribute('data-current')", scenes[0])).await;
        session.press_enter_on(".contents summary").await;
        session.until("document.querySelector('.contents details').open").await;
        let last = scenes.last().unwrap();
        session.press_enter_on(&format!(".contents li a[href='#{last}']")).await;
        session.until(&format!("document.getElementById('{last}').hasAttribute('data-current')")).await;
        session.until("!document.querySelector('.contents details').open").await;
        session.quit().await;
    }
}
