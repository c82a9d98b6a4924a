//! Points of a chart under mouse, finger and keys.

use crate::session::{Browser, Session};
use crate::site::{built, serve, url};
use serde_json::json;
use thirtyfour::{By, Key, WebElement};

/// The note on the point that is active.
const OPEN: &str = "document.querySelector('.points .note')";

/// What a screen reader says of the active point.
const SAID: &str = "document.getElementById(document.querySelector('.points [role=listbox]').getAttribute('aria-activedescendant'))?.textContent";

/// Moves the mouse to a place in an element, given as parts of its width and height.
async fn point_at(session: &Session, element: &WebElement, across: f64, down: f64) {
    let (width, height) = {
        let rect = element.rect().await.unwrap();
        (rect.width, rect.height)
    };
    let (x, y) = ((width * (across - 0.5)) as i64, (height * (down - 0.5)) as i64);
    session.driver.action_chain().move_to_element_with_offset(element, x, y).perform().await.unwrap();
}

/// Where the point is whose name begins with these words: parts of the drawing's width and height.
async fn middle_of(session: &Session, words: &str) -> (f64, f64) {
    let middle = format!(
        "const middle = (one) => {{ const box = one.getBoundingClientRect(); return [box.left + box.width / 2, box.top + box.height / 2]; }};
         const point = [...document.querySelectorAll('.point')].find(({{ textContent }}) => textContent.startsWith({words:?}));
         const [[x, y], box] = [middle(point), document.querySelector('.drawing').getBoundingClientRect()];
         return [(x - box.left) / box.width, (y - box.top) / box.height]"
    );
    serde_json::from_value(session.eval(&middle).await).expect("a place")
}

#[tokio::test]
async fn a_mouse_finds_points_and_can_rest_on_their_notes() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/figures/industry-output/")).await;
        session.until("!!document.querySelector('.drawing.live') && !!document.querySelector('.points')").await;
        let drawing = session.driver.find(By::Css(".drawing")).await.unwrap();
        drawing.scroll_into_view().await.unwrap();
        let promised = middle_of(&session, "今后五年").await;
        point_at(&session, &drawing, promised.0, promised.1).await;
        session.until(&format!("{OPEN}?.textContent.includes('力争达到 2,400')")).await;
        assert!(
            session.text(&format!("{OPEN}.textContent")).await.contains("第 9 段第 4 句"),
            "{browser:?}: the place"
        );
        let (across, down) = middle_of(&session, "过去五年").await;
        point_at(&session, &drawing, across, down).await;
        session.until(&format!("{OPEN}?.textContent.includes('870')")).await;
        let (across, down) = middle_of(&session, "推算").await;
        point_at(&session, &drawing, across, down).await;
        session.until(&format!("{OPEN}?.textContent.includes('(2,400 ÷ 870)^(1/5)')")).await;

        // On the note it stays; elsewhere it goes; Escape closes it.
        let note = session.driver.find(By::Css(".points .note")).await.unwrap();
        point_at(&session, &note, 0.5, 0.5).await;
        session.until(&format!("{OPEN}?.matches(':hover')")).await;
        let heading = session.driver.find(By::Css("main h1")).await.unwrap();
        point_at(&session, &heading, 0.5, 0.5).await;
        session.until(&format!("!{OPEN}")).await;
        point_at(&session, &drawing, promised.0, promised.1).await;
        session.until(&format!("!!{OPEN}")).await;
        session.driver.action_chain().send_keys(Key::Escape).perform().await.unwrap();
        session.until(&format!("!{OPEN}")).await;
        session.quit().await;
    }
}

#[tokio::test]
async fn arrow_keys_go_through_points_which_are_said() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/en/figures/farm-growth/")).await;
        session.until("!!document.querySelector('.points')").await;
        let stops = "[...document.querySelectorAll('.plot [tabindex=\"0\"], .plot a:not([tabindex]), .plot button')].filter((stop) => !stop.matches('.pull')).length";
        assert_eq!(session.number(stops).await, 1.0, "{browser:?}: one tab stop beside what is pulled");
        let points = session.driver.find(By::Css(".points [role=listbox]")).await.unwrap();
        let mut heard = Vec::new();
        for index in 0..3 {
            points.send_keys(Key::Right).await.unwrap();
            session
                .until(&format!(
                    "document.querySelectorAll('.point')[{index}].getAttribute('aria-selected') === 'true' && !!{OPEN}"
                ))
                .await;
            heard.push(session.text(SAID).await);
        }
        assert!(heard[0].contains("100 becomes 106 after 1 year"), "{heard:?}");
        let note = session.text(&format!("{OPEN}.textContent")).await;
        assert!(note.contains("100 × 1.06³ ≈ 119"), "{note}");
        points.send_keys(Key::End).await.unwrap();
        session.until(&format!("{OPEN}?.textContent.includes('paragraph 9, sentence 8')")).await;
        points.send_keys(Key::Escape).await.unwrap();
        session.until(&format!("!{OPEN}")).await;
        session.quit().await;
    }
}

#[tokio::test]
async fn a_point_of_the_ladder_opens_its_figure() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/pillars/strength/")).await;
        // Until the scene is read: what comes to life above it may still move it.
        let shown = "(document.getElementById('every-pace').scrollIntoView({ block: 'center', behavior: 'instant' }), document.getElementById('every-pace').hasAttribute('data-current') && document.querySelectorAll('.part-stage .point').length > 4)";
        session.until(shown).await;
        // As a reader comes there by the tab key: the stage is in view, so nothing scrolls.
        session.eval("document.querySelector('.part-stage [role=listbox]').focus({ preventScroll: true })").await;
        let press = async |key: Key| session.driver.action_chain().send_keys(key).perform().await.unwrap();
        press(Key::End).await;
        session.until(&format!("!!{OPEN}?.querySelector('a')")).await;
        press(Key::Tab).await;
        session.until(&format!("document.activeElement === {OPEN}?.querySelector('a')")).await;
        session.press_enter_on(".points .note a").await;
        session
            .until("location.pathname === '/figures/farm-growth/' && !!document.querySelector('.figure-page')")
            .await;
        session.quit().await;
    }
}

#[tokio::test]
async fn only_what_a_scene_shows_can_be_pointed_at() {
    let server = serve(&built(), "/");
    let session = Session::start(Browser::Chromium).await;
    session.goto_live(&url(&server, "/pillars/strength/")).await;
    for (scene, points) in [("industry-leap", 2.0), ("leap-computed", 3.0)] {
        session.show(&format!("#{scene}")).await;
        session.until(&format!("document.getElementById('{scene}').hasAttribute('data-current')")).await;
        session.until(&format!("document.querySelectorAll('.part-stage .point').length === {points}")).await;
    }
    session.quit().await;
}

#[tokio::test]
async fn a_note_opened_by_a_finger_stays_until_the_next_touch() {
    let server = serve(&built(), "/");
    let session = Session::start(Browser::Chromium).await;
    let phone = json!({ "width": 360, "height": 740, "deviceScaleFactor": 2, "mobile": true });
    session.devtools("Emulation.setDeviceMetricsOverride", phone).await;
    session.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": true })).await;
    session.goto_live(&url(&server, "/figures/forest-cover/")).await;
    session.show(".plot").await;
    session.until("!!document.querySelector('.points')").await;
    let place = |across: f64, down: f64| {
        format!(
            "(() => {{ const box = document.querySelector('.drawing').getBoundingClientRect();
            return [box.left + box.width * {across}, box.top + box.height * {down}]; }})()"
        )
    };
    let tap = async |place: &str| {
        let at = session.eval(&format!("return {place}")).await;
        session
            .devtools(
                "Input.dispatchTouchEvent",
                json!({ "type": "touchStart", "touchPoints": [{ "x": at[0], "y": at[1] }] }),
            )
            .await;
        session.devtools("Input.dispatchTouchEvent", json!({ "type": "touchEnd", "touchPoints": [] })).await;
    };
    tap(&place(0.75, 0.7)).await;
    session.until(&format!("{OPEN}?.textContent.includes('稳定在 60% 以上')")).await;
    let fits = session
        .eval(&format!("const box = {OPEN}.getBoundingClientRect(); return box.left >= 0 && box.right <= innerWidth"))
        .await;
    assert_eq!(fits, true, "the note stands outside the window");
    tap("[180, 5]").await;
    session.until(&format!("!{OPEN}")).await;
    session.quit().await;
}

/// As Firefox has no touch to be driven: what a finger sends, in both browsers.
#[tokio::test]
async fn the_same_touch_opens_the_same_note_in_both_browsers() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/en/figures/forest-cover/")).await;
        session.show(".plot").await;
        session.until("!!document.querySelector('.points')").await;
        let touch = |across: f64, down: f64| {
            format!(
                "const box = document.querySelector('.drawing').getBoundingClientRect();
                 const [clientX, clientY] = [box.left + box.width * {across}, box.top + box.height * {down}];
                 const target = document.elementFromPoint(clientX, clientY);
                 for (const kind of ['pointerdown', 'pointerup', 'pointerout', 'pointerleave', 'click'])
                   target.dispatchEvent(new PointerEvent(kind, {{ pointerType: 'touch', clientX, clientY, bubbles: true }}))"
            )
        };
        session.eval(&touch(0.72, 0.7)).await;
        session.until(&format!("{OPEN}?.textContent.includes('hold at 60% or above')")).await;
        session.eval("document.querySelector('h1').dispatchEvent(new PointerEvent('pointerdown', { pointerType: 'touch', bubbles: true }))").await;
        session.until(&format!("!{OPEN}")).await;
        session.quit().await;
    }
}

#[tokio::test]
async fn each_drawing_of_a_page_has_points_of_its_own() {
    const LISTS: &str =
        "[...document.querySelectorAll('.points [role=listbox]')].filter((list) => list.querySelector('.point'))";
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/pillars/strength/")).await;
        // The stage and the list draw the same figure.
        session.eval("document.querySelectorAll('.scene')[0].scrollIntoView()").await;
        session.until("!!document.querySelector('.part-stage .point')").await;
        let unfold = "const row = document.querySelector('.figure-rows li'); row.scrollIntoView(); row.querySelector('details').open = true";
        session.until(&format!("(() => {{ {unfold}; return row.querySelector('.point') }})()")).await;
        let double = "(() => { const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
                       return ids.filter((id, index) => ids.indexOf(id) !== index).join() })()";
        assert_eq!(session.text(double).await, "", "{browser:?}: elements with one id");

        session.eval("document.querySelector('.figure-rows [role=listbox]').focus()").await;
        session.driver.action_chain().send_keys(Key::Right).perform().await.unwrap();
        session.until(&format!("!!{OPEN}")).await;
        let notes = "document.querySelectorAll('.points .note').length";
        assert_eq!(session.number(notes).await, 1.0, "{browser:?}: one note is open");
        let own = format!(
            "{LISTS}.every((list) => !list.getAttribute('aria-activedescendant') || list.contains(document.getElementById(list.getAttribute('aria-activedescendant'))))"
        );
        assert_eq!(session.eval(&format!("return {own}")).await, true, "{browser:?}: a list names a point of its own");
        session.quit().await;
    }
}
