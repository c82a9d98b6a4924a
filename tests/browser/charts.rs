use crate::faults::server::Faulty;
use crate::session::{Browser, Session, Wish};
use crate::site::{built, pages, serve, url};
use serde_json::json;
use thirtyfour::{By, WebElement};

/// Pixels of the first canvas that are painted, and the commonest painted colours.
const PAINTED: &str = "(() => { const canvas = document.querySelector('canvas');
    const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
    let painted = 0; for (let i = 3; i < data.length; i += 4) if (data[i] > 0) painted++; return painted; })()";

#[tokio::test]
async fn a_chart_is_drawn_sharp_and_again_when_size_theme_or_pixels_change() {
    let server = serve(&built(), "/");
    let session = Session::start(Browser::Chromium).await;
    session.goto_live(&url(&server, "/figures/industry-output/")).await;
    session.until("!!document.querySelector('.drawing.live')").await;
    assert!(session.number(PAINTED).await > 1000.0, "the canvas is empty");
    let sharp = "(() => { const canvas = document.querySelector('canvas');
        return Math.abs(canvas.width - canvas.getBoundingClientRect().width * devicePixelRatio) <= 1; })()";
    session.until(sharp).await;

    let before = session.text("document.querySelector('canvas').toDataURL()").await;
    session.eval(&format!("window.before = {}", json!(before))).await;
    session
        .devtools(
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": 360, "height": 800, "deviceScaleFactor": 3, "mobile": true }),
        )
        .await;
    session
        .until(&format!(
            "devicePixelRatio === 3 && {sharp} && document.querySelector('canvas').toDataURL() !== window.before"
        ))
        .await;

    // The footer's choice is in the address, and is drawn at once.
    const CHANGED: &str = "document.querySelector('canvas').toDataURL() !== window.before";
    const KEEP: &str = "window.before = document.querySelector('canvas').toDataURL()";
    session.eval(KEEP).await;
    session.click(".choices a[href='?theme=contrast']").await;
    session
        .until("location.search === '?theme=contrast' && document.documentElement.dataset.theme === 'contrast'")
        .await;
    session.until(CHANGED).await;
    session.eval(KEEP).await;
    session.click(".choices a[href='?']").await;
    session.until("location.search === '' && !document.documentElement.dataset.theme").await;
    session.until(CHANGED).await;

    // The cloth is dark in light and dark pages alike. In a widget the drawing lies on paper: it follows the system, and
    // the address wins over that.
    session.goto_live(&url(&server, "/embed/figures/industry-output/")).await;
    session.until(&format!("!!document.querySelector('.drawing.live') && {PAINTED} > 1000")).await;
    session.eval(KEEP).await;
    session
        .devtools(
            "Emulation.setEmulatedMedia",
            json!({ "features": [{ "name": "prefers-color-scheme", "value": "dark" }] }),
        )
        .await;
    session.until(CHANGED).await;
    let dark = session.text("document.querySelector('canvas').toDataURL()").await;
    session.goto_live(&url(&server, "/embed/figures/industry-output/?theme=light")).await;
    session.until(&format!("!!document.querySelector('.drawing.live') && {PAINTED} > 1000")).await;
    session
        .until(&format!(
            "document.documentElement.dataset.theme === 'light' && document.querySelector('canvas').toDataURL() !== {}",
            json!(dark)
        ))
        .await;
    session.quit().await;
}

#[tokio::test]
async fn a_window_that_moves_to_a_finer_screen_is_drawn_anew() {
    let server = serve(&built(), "/");
    let session = Session::start(Browser::Chromium).await;
    session.goto_live(&url(&server, "/figures/industry-output/")).await;
    let sharp = "(() => { const canvas = document.querySelector('canvas');
        return Math.abs(canvas.width - canvas.getBoundingClientRect().width * devicePixelRatio) <= 1; })()";
    for ratio in [1, 2, 3] {
        let screen = json!({ "width": 1280, "height": 800, "deviceScaleFactor": ratio, "mobile": false });
        session.devtools("Emulation.setDeviceMetricsOverride", screen).await;
        session.until(&format!("devicePixelRatio === {ratio}")).await;
        // Emulated screens change without a word to the page; a real one resizes the window.
        session.eval("dispatchEvent(new Event('resize'))").await;
        session.until(sharp).await;
    }
    session.quit().await;
}

/// The part of the pixels of two screenshots, painted in either, that differ visibly.
const DIFFERENCE: &str = "const done = arguments[arguments.length - 1];
    const load = (data) => new Promise((resolve, reject) => {
      const image = new Image(); image.onload = () => resolve(image); image.onerror = reject;
      image.src = 'data:image/png;base64,' + data; });
    Promise.all([load(arguments[0]), load(arguments[1])]).then(([one, other]) => {
      const pixels = (image) => { const canvas = document.createElement('canvas');
        canvas.width = one.width; canvas.height = one.height;
        const pen = canvas.getContext('2d', { willReadFrequently: true }); pen.drawImage(image, 0, 0);
        return pen.getImageData(0, 0, canvas.width, canvas.height).data; };
      const [a, b] = [pixels(one), pixels(other)];
      const ground = a.slice(0, 3);
      const far = (data, i, from, j) => Math.abs(data[i] - from[j]) + Math.abs(data[i + 1] - from[j + 1]) + Math.abs(data[i + 2] - from[j + 2]);
      let painted = 0, differ = 0;
      for (let i = 0; i < a.length; i += 4) {
        if (far(a, i, ground, 0) > 60 || far(b, i, ground, 0) > 60) painted++;
        if (far(a, i, b, i) > 200) differ++;
      }
      done(painted > 500 ? differ / painted : 2);
    }, () => done(3));";

/// How far a chart's canvas and the SVG under it are apart. A screenshot can catch a frame in between; a picture that
/// is wrong stays wrong.
pub async fn difference(session: &Session, drawing: &WebElement, tolerance: f64) -> f64 {
    let mut differ = 1.0;
    for _ in 0..5 {
        session.eval("document.querySelector('.compared .drawing').classList.add('live')").await;
        let canvas = drawing.screenshot_as_png_base64().await.unwrap();
        session.eval("document.querySelector('.compared .drawing').classList.remove('live')").await;
        let svg = drawing.screenshot_as_png_base64().await.unwrap();
        session.eval("document.querySelector('.compared .drawing').classList.add('live')").await;
        let answer = session.driver.execute_async(DIFFERENCE, vec![json!(canvas), json!(svg)]).await.unwrap();
        differ = answer.json().as_f64().unwrap();
        if differ < tolerance {
            break;
        }
    }
    differ
}

#[tokio::test]
async fn canvas_and_svg_show_the_same_picture() {
    // Edges are smoothed a little differently by the two; a mark that is missing or in another place is far beyond this.
    const TOLERANCE: f64 = 0.1;
    let server = serve(&built(), "/");
    // With reduced motion the canvas shows a state whole, as the SVG does.
    let session = Session::start_with(Browser::Chromium, Wish::Calm).await;
    let on_own_pages = [
        "industry-output",
        "forest-cover",
        "urbanisation",
        "village-4g",
        "farm-growth",
        "parks",
        "feature-towns",
        "afforestation",
        "core-area",
        "forestry-output",
        "fishing-ban",
    ];
    let own_pages = on_own_pages.map(|figure| (format!("figures/{figure}/"), format!("own-plot +own+{figure}")));
    for (page, part) in own_pages {
        for lang in ["/", "/en/"] {
            let path = format!("{lang}{page}");
            session.goto_live(&url(&server, &path)).await;
            // At whole pixels, where both smooth their edges alike.
            let place = format!("[data-part='{part}']");
            session.show(&place).await;
            session
                .eval(&format!(
                    "const plot = document.querySelector({place:?}).closest('.plot'); plot.classList.add('compared');
                     plot.style = 'position: fixed; z-index: 9; top: 0; left: 0; width: 640px; background: var(--paper)'"
                ))
                .await;
            session
                .until("document.querySelector('.compared .drawing').classList.contains('live') && document.querySelector('.compared canvas').width === 640")
                .await;
            let drawing = session.driver.find(By::Css(".compared .drawing")).await.unwrap();
            let differ = difference(&session, &drawing, TOLERANCE).await;
            assert!(differ < TOLERANCE, "{path} {part}: {:.1} % of the painted pixels differ", differ * 100.0);
        }
    }
    session.quit().await;
}

/// Words of the stills in sight that reach over the edge of their drawing: by more than the two pixels by which a font is
/// wider than the table of widths, and which are the space beside a letter.
const CUT_WORDS: &str = "return [...document.querySelectorAll('.drawing svg text, .stage svg text')].filter((text) => {
      if (!(text.getBoundingClientRect().width > 0)) return false;
      const [words, { width }] = [text.getBBox(), text.ownerSVGElement.viewBox.baseVal];
      return words.x < -16 || words.x + words.width > width + 16;
    }).map((text) => text.textContent)";

#[tokio::test]
async fn nothing_that_is_drawn_is_cut_at_the_side() {
    let dir = built();
    let server = serve(&dir, "/");
    let still = Session::start_with(Browser::Chromium, Wish::NoScript).await;
    for path in pages(&dir).into_iter().filter(|path| !path.contains("/promises/")) {
        still.goto(&url(&server, &path)).await;
        for (width, height) in [(320, 568), (360, 740), (768, 1024), (1280, 800), (1920, 1080)] {
            still.emulate_window(width, height).await;
            assert_eq!(still.eval(CUT_WORDS).await, json!([]), "{path} at {width} px");
        }
    }
    still.quit().await;
}

#[tokio::test]
async fn only_charts_near_the_view_are_drawn_and_nothing_listens_to_scrolling() {
    let server = serve(&built(), "/");
    let session = Session::start(Browser::Chromium).await;
    session.before_each_page(
        "window.scrollers = 0; const add = EventTarget.prototype.addEventListener;
         EventTarget.prototype.addEventListener = function (kind, ...rest) { if (kind === 'scroll' || kind === 'wheel') window.scrollers++; return add.call(this, kind, ...rest); };").await;
    session.emulate_window(1280, 500).await;
    session.goto_live(&url(&server, "/pillars/strength/")).await;
    // The last row comes to life, and is folded again.
    session.eval("window.last = [...document.querySelectorAll('.figure-rows > li')].at(-1); window.fold = () => last.querySelector('details')").await;
    session
        .until("last.scrollIntoView({ behavior: 'instant' }), fold().open = true, last.querySelector('canvas')")
        .await;
    session.eval("fold().open = false").await;
    session.until("!last.querySelector('canvas')").await;
    // Unfolded far below the view, it is not drawn until it is looked at.
    session.eval("scrollTo({ top: 0, behavior: 'instant' })").await;
    session.until("last.getBoundingClientRect().top > innerHeight * 2.2").await;
    session.eval("fold().open = true").await;
    session.until("last.querySelector('canvas')").await;
    session.painted().await;
    assert_eq!(session.eval("return !!last.querySelector('.drawing.live')").await, false, "it is drawn unseen");
    session.eval("last.scrollIntoView({ behavior: 'instant' })").await;
    session.until("last.querySelector('.drawing.live')").await;
    assert_eq!(session.number("window.scrollers").await, 0.0, "something listens to scrolling");
    session.quit().await;
}

#[tokio::test]
async fn words_in_charts_have_thirteen_pixels_and_no_page_scrolls_sideways_on_the_smallest_phone() {
    let dir = built();
    let server = serve(&dir, "/");
    let session = Session::start_with(Browser::Chromium, Wish::NoScript).await;
    let phone = json!({ "width": 320, "height": 568, "deviceScaleFactor": 2, "mobile": true });
    session.devtools("Emulation.setDeviceMetricsOverride", phone).await;
    for path in pages(&dir) {
        session.goto(&url(&server, &path)).await;
        let measured = session
            .eval(
                "const texts = [...document.querySelectorAll('.chart text, .stage text')].filter((text) => text.getBoundingClientRect().width > 0);
                 return [Math.min(99, ...texts.map((text) => { const svg = text.ownerSVGElement;
                     const [box, view] = [svg.getBoundingClientRect(), svg.viewBox.baseVal];
                     return Number(text.getAttribute('font-size')) * Math.min(box.width / view.width, box.height / view.height); })),
                   document.documentElement.scrollWidth]",
            )
            .await;
        let (smallest, wide): (f64, f64) = serde_json::from_value(measured).expect("both are numbers");
        assert!(smallest >= 13.0, "{path}: words of {smallest:.1} px");
        assert!(wide <= 320.0, "{path} is {wide} px wide");
    }
    session.quit().await;
}

#[tokio::test]
async fn forced_colours_reach_the_canvas_whatever_theme_the_address_asks_for() {
    let server = serve(&built(), "/");
    let session = Session::start(Browser::Chromium).await;
    for (scheme, theme) in [("dark", "light"), ("light", "dark")] {
        let features = json!([{ "name": "forced-colors", "value": "active" }, { "name": "prefers-color-scheme", "value": scheme }]);
        session.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await;
        session.goto_live(&url(&server, &format!("/figures/industry-output/?theme={theme}"))).await;
        session.show(".figure-page .drawing").await;
        session.until("document.querySelector('.drawing.live')").await;
        session.until("matchMedia('(forced-colors: active)').matches").await;
        // The ink that is most used, against the ground that is there.
        let contrast = "(() => {
            const canvas = document.querySelector('.drawing.live canvas');
            const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
            const counts = new Map();
            for (let at = 0; at < data.length; at += 4)
              if (data[at + 3] === 255) { const key = data.slice(at, at + 3).join(); counts.set(key, (counts.get(key) ?? 0) + 1); }
            const ink = [...counts].sort((a, b) => b[1] - a[1])[0][0].split(',').map(Number);
            const probe = document.body.appendChild(document.createElement('p'));
            probe.style.color = 'Canvas';
            const ground = getComputedStyle(probe).color.match(/[0-9]+/g).map(Number);
            probe.remove();
            const light = ([r, g, b]) => [r, g, b].map((v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
              .reduce((sum, v, at) => sum + v * [0.2126, 0.7152, 0.0722][at], 0);
            const [a, b] = [light(ink), light(ground)].sort((a, b) => b - a);
            return (a + 0.05) / (b + 0.05); })()";
        let contrast = session.number(contrast).await;
        assert!(contrast >= 4.5, "{scheme} with ?theme={theme}: {contrast:.2} : 1");
    }
    session.quit().await;
}

/// The height in CSS pixels around which the ink of the first canvas lies.
const MIDDLE_OF_INK: &str = "(() => {
    const canvas = document.querySelector('.drawing.live canvas');
    const { data, width, height } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    let [sum, all] = [0, 0];
    for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) {
      const alpha = data[4 * (y * width + x) + 3];
      sum += alpha * y;
      all += alpha;
    }
    return all ? sum / all / devicePixelRatio : NaN;
  })()";

#[tokio::test]
async fn labels_stand_where_they_do_also_where_text_metrics_are_nought() {
    const NOUGHT: &str = "for (const name of Object.keys(TextMetrics.prototype))
        Object.defineProperty(TextMetrics.prototype, name, { get: () => 0 });";
    for &browser in Browser::all() {
        let mut middles = Vec::new();
        for script in ["", NOUGHT] {
            let server = Faulty::start("", |_, _| {}, script.to_owned());
            let session = Session::start(browser).await;
            session.goto_live(&server.url("/en/figures/industry-output/")).await;
            session.show(".drawing").await;
            session.until(&format!("{MIDDLE_OF_INK} > 0")).await;
            session.painted().await;
            middles.push(session.number(MIDDLE_OF_INK).await);
            session.quit().await;
        }
        // The large number has a face of its own, whose baseline is a little off the usual one.
        assert!((middles[0] - middles[1]).abs() < 0.75, "{browser:?}: {middles:?}");
    }
}

#[tokio::test]
async fn a_canvas_follows_a_tool_that_recolours_the_page() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/figures/industry-output/")).await;
        session.show(".drawing").await;
        session.until(&format!("{MIDDLE_OF_INK} > 0")).await;
        session
            .eval(
                "const sheet = new CSSStyleSheet();
                 sheet.replaceSync(`html { background: #181a1b !important } .drawing canvas { color: #e8e6e3 !important }
                   svg [fill='var(--ink)'] { fill: #e8e6e3 }`);
                 document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]",
            )
            .await;
        session
            .until(
                "(() => {
                   const canvas = document.querySelector('.drawing.live canvas');
                   const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
                   let light = 0;
                   for (let at = 0; at < data.length; at += 4)
                     light += data[at] === 232 && data[at + 1] === 230 && data[at + 2] === 227 && data[at + 3] === 255;
                   return light > 50;
                 })()",
            )
            .await;
        session.quit().await;
    }
}

#[tokio::test]
async fn a_canvas_is_sharp_also_after_its_window_moved_to_another_screen() {
    let server = serve(&built(), "/");
    let session = Session::start(Browser::Chromium).await;
    session.goto_live(&url(&server, "/figures/industry-output/")).await;
    session.show(".drawing").await;
    session.until(&format!("{MIDDLE_OF_INK} > 0")).await;
    let denser = json!({ "width": 1280, "height": 900, "deviceScaleFactor": 3, "mobile": false });
    session.devtools("Emulation.setDeviceMetricsOverride", denser).await;
    let sharp =
        "(({ width, clientWidth }) => width >= 2.9 * clientWidth)(document.querySelector('.drawing.live canvas'))";
    session.until(sharp).await;
    session.quit().await;
}
