//! The story as it is read: scenes, contents, keyboard, motion, small and enlarged windows.

use crate::session::{Browser, Session, Wish};
use crate::site::{built, serve, url};
use serde_json::json;

/// Scrolls until the words of a scene are where they are read.
async fn read(session: &Session, scene: &str) {
    session
        .eval(&format!(
            "window.quiet &&= 0;
             const words = document.getElementById('{scene}');
             scrollTo({{ top: words.getBoundingClientRect().top + scrollY - innerHeight * 0.6, behavior: 'instant' }})"
        ))
        .await;
    session.until(&format!("document.getElementById('{scene}').hasAttribute('data-current')")).await;
}

/// Counts what is painted on canvases from now on: each picture begins by clearing its canvas.
const COUNT_PICTURES: &str = "window.pictures = 0; const clear = CanvasRenderingContext2D.prototype.clearRect;
    CanvasRenderingContext2D.prototype.clearRect = function (...box) { window.pictures++; return clear.apply(this, box); }";

/// What the stage shows, as pixels.
const PIXELS: &str = "document.querySelector('.part-stage canvas').toDataURL()";

/// The stage is drawn by the program.
const LIVE: &str = "!!document.querySelector('.part-stage .drawing.live')";

/// Nothing moves on the stage: thirty frames have come without a picture. A way is prepared in less.
const SETTLED: &str = "(() => {
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
        read(&session, "industry-start").await;
        session.until(LIVE).await;
        let mut before = String::new();
        for scene in ["industry-start", "industry-aim", "industry-step"] {
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
        read(&session, "jobs-floor").await;
        session.until("location.hash === '#jobs-floor'").await;
        session.driver.refresh().await.unwrap();
        session.until("document.documentElement.dataset.state === 'live' && document.getElementById('jobs-floor').hasAttribute('data-current')").await;
        session.click("main a[href='/pillars/beauty/']").await;
        session.until("!!document.querySelector('.pillar')").await;
        session.driver.back().await.unwrap();
        session.until("document.getElementById('jobs-floor')?.hasAttribute('data-current')").await;
        session.quit().await;
    }
}

/// The drawings of the scenes that are there as stills.
const STILLS: &str =
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
        read(&session, "industry-start").await;
        session.until(LIVE).await;
        session.eval(COUNT_TEXTS).await;
        read(&session, "industry-aim").await;
        // Those of that scene, and then of the one after it.
        session.until("window.at_ten !== undefined && window.still > 30").await;
        session.eval("Object.assign(window, { texts: 0, pictures: 0, at_ten: undefined })").await;
        read(&session, "industry-step").await;
        session.until("window.at_ten !== undefined").await;
        assert_eq!(session.number("window.at_ten").await, 0.0, "{browser:?}: texts set while dots fly");
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

#[tokio::test]
async fn the_address_follows_where_the_page_moves_by_itself() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/")).await;
        read(&session, "jobs-floor").await;
        session.until("location.hash === '#jobs-floor'").await;
        session
            .eval(
                "document.documentElement.style.overflowAnchor = 'none';
                 const above = document.createElement('div');
                 above.style.height = `${1.5 * innerHeight}px`;
                 document.body.prepend(above)",
            )
            .await;
        session
            .until("!document.getElementById('jobs-floor').hasAttribute('data-current') && !['', '#jobs-floor'].includes(location.hash)")
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

/// Waits until nothing moves, and holds that the stage shows what it shows when it is drawn anew, without a way.
async fn settles_as_drawn(session: &Session, when: &str) {
    session.until(SETTLED).await;
    let settled = session.text(PIXELS).await;
    session.eval("dispatchEvent(new Event('resize'))").await;
    session.painted().await;
    session.painted().await;
    assert_eq!(session.text(PIXELS).await, settled, "{when}");
}

#[tokio::test]
async fn a_way_between_scenes_ends_on_the_drawing_itself() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/")).await;
        // From scene to scene, and at once to the far end while one is on its way.
        for scenes in
            [&["industry-start", "industry-aim"][..], &["hills-mended", "beside-the-city", "no-starting-point"]]
        {
            for scene in scenes {
                read(&session, scene).await;
            }
            session.until(LIVE).await;
            settles_as_drawn(&session, &format!("{browser:?}: {scenes:?}")).await;
        }
        // A theme that is chosen on the way is that of its end.
        read(&session, "industry-aim").await;
        session.until("window.quiet < 2").await;
        session.eval("document.querySelector(`.choices a[href*='theme=contrast']`).click()").await;
        session.until("document.documentElement.dataset.theme === 'contrast'").await;
        settles_as_drawn(&session, &format!("{browser:?}: another theme")).await;
        session.quit().await;
    }
}

#[tokio::test]
async fn the_story_is_as_long_as_a_reader_has_patience() {
    let server = serve(&built(), "/");
    let session = Session::start(Browser::Chromium).await;
    for (width, height, screens) in [(360, 740, 28.0), (1280, 800, 26.0)] {
        session.emulate_window(width, height).await;
        for path in ["/", "/en/"] {
            session.goto_live(&url(&server, path)).await;
            let long = session.number("document.documentElement.scrollHeight / innerHeight").await;
            assert!(long <= screens, "{path} at {width} px: {long:.1} screens");
            let tall = "[...document.querySelectorAll('.scene')].filter((scene) => scene.offsetHeight > innerHeight - (innerWidth < 900 ? document.querySelector('.stage').offsetHeight : 0)).map((scene) => scene.id)";
            assert_eq!(session.text(tall).await, "", "{path} at {width} px: taller than the screen leaves room for");
        }
    }
    session.quit().await;
}

#[tokio::test]
async fn nothing_shifts_from_the_opening_to_the_end_of_the_story() {
    let server = serve(&built(), "/");
    let session = Session::start(Browser::Chromium).await;
    for (width, height) in [(1280, 900), (360, 740)] {
        session.emulate_window(width, height).await;
        // A fresh window finds its size while its first page is laid out already.
        session.goto_live(&url(&server, "/404.html")).await;
        session.goto_live(&url(&server, "/")).await;
        session
            .eval(
                "window.shifts = []; new PerformanceObserver((list) => list.getEntries().forEach((entry) => window.shifts.push([entry.value, location.hash, ...entry.sources.map(({ node, previousRect, currentRect }) => [node?.className, node?.id, previousRect.y, currentRect.y, currentRect.height].join())])))
                   .observe({ type: 'layout-shift', buffered: true })",
            )
            .await;
        let scenes: Vec<String> = serde_json::from_value(
            session.eval("return [...document.querySelectorAll('.scene')].map((scene) => scene.id)").await,
        )
        .unwrap();
        for scene in scenes {
            read(&session, &scene).await;
        }
        session.painted().await;
        assert_eq!(session.text("JSON.stringify(window.shifts)").await, "[]", "{width} px");
    }
    session.quit().await;
}

#[tokio::test]
async fn a_resize_in_the_middle_keeps_scene_and_state() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/")).await;
        read(&session, "industry-step").await;
        session.until(LIVE).await;
        let sharp = "(() => { const canvas = document.querySelector('.part-stage canvas');
            return Math.abs(canvas.width - canvas.getBoundingClientRect().width * devicePixelRatio) <= 1; })()";
        session.driver.set_window_rect(0, 0, 700, 900).await.unwrap();
        session.until("innerWidth < 760").await;
        read(&session, "industry-step").await;
        session.until(sharp).await;
        session.driver.set_window_rect(0, 0, 1280, 900).await.unwrap();
        session.until("innerWidth > 1200").await;
        read(&session, "industry-step").await;
        session.until(sharp).await;
        session.quit().await;
    }
}

#[tokio::test]
async fn at_four_hundred_per_cent_nothing_scrolls_sideways_and_nothing_sticks() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        // What a page sees of a window of 1280 by 900 that is enlarged fourfold: 320 by 225. Firefox makes no window as
        // narrow as that; its narrowest must do.
        match browser {
            Browser::Chromium => {
                let enlarged = json!({ "width": 320, "height": 225, "deviceScaleFactor": 4, "mobile": false });
                session.devtools("Emulation.setDeviceMetricsOverride", enlarged).await;
            }
            Browser::Firefox => {
                session.driver.set_window_rect(0, 0, 320, 310).await.unwrap();
            }
        }
        for path in
            ["/en/", "/en/pillars/strength/", "/en/figures/industry-output/", "/en/commitments/", "/en/data/", "/"]
        {
            session.goto(&url(&server, path)).await;
            session.until("innerWidth <= 520 && innerHeight < 320").await;
            let (wide, width) = ("document.documentElement.scrollWidth", "innerWidth");
            let (wide, width) = (session.number(wide).await, session.number(width).await);
            assert!(wide <= width, "{browser:?}: {path} is {wide} px wide in {width}");
            let sticking = "[...document.querySelectorAll('.stage, .part-stage')]
                .filter((stage) => getComputedStyle(stage).position === 'sticky').length";
            assert_eq!(
                session.number(sticking).await,
                0.0,
                "{browser:?}: {path}: a drawing covers the little room there is"
            );
        }
        session.quit().await;
    }
}

/// Windows in CSS pixels, from the smallest phone to a laptop; each side of every rule of `styles/scene.css`.
const WINDOWS: [(u32, u32); 8] =
    [(320, 568), (360, 740), (480, 800), (599, 900), (600, 900), (768, 1024), (899, 700), (1280, 860)];

#[tokio::test]
async fn on_any_screen_there_is_room_to_read_and_no_scene_or_focus_is_covered() {
    let server = serve(&built(), "/");
    let session = Session::start(Browser::Chromium).await;
    // What can be seen of an element is what is found in its middle.
    session
        .before_each_page(
            "window.covered = (element) => {
                const box = element.getClientRects()[0];
                return !element.contains(document.elementFromPoint(box.left + 2, box.top + box.height / 2));
            }",
        )
        .await;
    for (width, height) in WINDOWS {
        let window = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 960 });
        session.devtools("Emulation.setDeviceMetricsOverride", window).await;
        for path in ["/", "/en/", "/en/pillars/beauty/"] {
            session.goto_live(&url(&server, path)).await;
            let place = format!("{path} at {width} × {height}");
            let over = "[...document.querySelectorAll('.stage')]
                .filter((stage) => innerWidth < 900 && getComputedStyle(stage).position === 'sticky')
                .map((stage) => stage.offsetHeight)";
            let tallest = session.number(&format!("Math.max(0, ...{over})")).await;
            assert!(tallest <= f64::from(height) * 0.62, "{place}: a drawing of {tallest} px stays over the words");
            let missed = "[...document.querySelectorAll('.scene')].filter((scene) => {
                scene.scrollIntoView();
                return covered(scene.querySelector('h3'));
            }).map((scene) => scene.id)";
            assert_eq!(session.text(missed).await, "", "{place}: a link to these shows their drawing over their words");
            let hidden =
                "[...document.querySelectorAll('.scene a')].filter((link) => link.checkVisibility()).filter((link) => {
                link.focus();
                return covered(link);
            }).map((link) => link.closest('.scene').id + ' ' + link.textContent)";
            assert_eq!(session.text(hidden).await, "", "{place}: these have the focus and are not seen");
        }
    }
    session.quit().await;
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

/// Lines that end inside a word: the two characters at which they part. Whatever stands in one text node without
/// punctuation is a word, or held together like one.
const TORN: &str = "
    const torn = [];
    for (const headline of document.querySelectorAll('main :is(h1, h2, h3, .finding):has(wbr)')) {
        const nodes = document.createTreeWalker(headline, NodeFilter.SHOW_TEXT);
        while (nodes.nextNode()) {
            const { data } = nodes.currentNode;
            const top = (at) => {
                const range = document.createRange();
                range.setStart(nodes.currentNode, at);
                range.setEnd(nodes.currentNode, at + 1);
                return range.getBoundingClientRect().top;
            };
            for (let at = 1; at < data.length; at++) {
                if (/[\\p{L}\\p{N}%]/u.test(data[at - 1]) && top(at) > top(at - 1) + 4) torn.push(data.slice(at - 1, at + 1));
            }
        }
    }
    return torn.join(' ')";

#[tokio::test]
async fn lines_of_headlines_end_between_words() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.driver.set_window_rect(0, 0, 460, 800).await.expect("a narrow window");
        for path in ["/", "/figures/industry-output/", "/pillars/strength/", "/themes/jobs/"] {
            session.goto(&url(&server, path)).await;
            assert_eq!(session.eval(TORN).await, "", "{browser:?}: {path}");
        }
        session.quit().await;
    }
}
