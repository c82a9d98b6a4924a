use crate::session::{Browser, Session};
use crate::site::{built, serve, url};
use serde_json::json;

/// Pixels of the first canvas that are painted, and the commonest painted colours.
const PAINTED: &str = "(() => { const canvas = document.querySelector('canvas');
    const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
    let painted = 0; for (let i = 3; i < data.length; i += 4) if (data[i] > 0) painted++; return painted; })()";

#[tokio::test]
async fn a_chart_is_drawn_sharp_and_again_when_size_theme_or_pixels_change() {
    let server = serve(&built(), "/");
    let session = Session::start(Browser::Chromium).await;
    session.goto_live(&url(&server, "/figures/industry-output/")).await;
    session.until("document.querySelector('.chart').classList.contains('live')").await;
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

    session.eval("window.before = document.querySelector('canvas').toDataURL()").await;
    session
        .devtools(
            "Emulation.setEmulatedMedia",
            json!({ "features": [{ "name": "prefers-color-scheme", "value": "dark" }] }),
        )
        .await;
    session.until("document.querySelector('canvas').toDataURL() !== window.before").await;
    session.quit().await;
}

/// The drawing and the canvas of one chart, rendered over each other: the part of pixels that differ visibly.
const DIFFERENCE: &str = "const done = arguments[arguments.length - 1];
    const chart = document.querySelector('.chart');
    const svg = [...chart.querySelectorAll('svg')].find((one) => one.getBoundingClientRect().width > 0).cloneNode(true);
    const canvas = chart.querySelector('canvas');
    const style = getComputedStyle(document.documentElement);
    let text = new XMLSerializer().serializeToString(svg).replace(/var\\((--[\\w-]+)\\)/g, (_, name) => style.getPropertyValue(name).trim());
    const rules = `text{font-family:${style.getPropertyValue('--sans')}}.n{font-family:${style.getPropertyValue('--serif')};font-weight:700}`;
    text = text.replace('<svg ', `<svg width=\"${canvas.width}\" height=\"${canvas.height}\" `).replace('>', `><style>${rules.replaceAll('\"', \"'\")}</style>`);
    const image = new Image();
    image.onload = () => {
      const other = document.createElement('canvas'); other.width = canvas.width; other.height = canvas.height;
      const pen = other.getContext('2d', { willReadFrequently: true }); pen.drawImage(image, 0, 0, canvas.width, canvas.height);
      const a = pen.getImageData(0, 0, canvas.width, canvas.height).data;
      const b = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
      let differ = 0, painted = 0;
      for (let i = 0; i < a.length; i += 4) {
        if (a[i + 3] > 40 || b[i + 3] > 40) painted++;
        if (Math.abs(a[i + 3] - b[i + 3]) > 96) differ++;
      }
      done(painted > 500 ? differ / painted : 2);
    };
    image.onerror = () => done(3);
    image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(text);";

#[tokio::test]
async fn canvas_and_svg_show_the_same_picture() {
    // Text is smoothed a little differently by the two, and a line of one pixel can lie half a pixel off.
    const TOLERANCE: f64 = 0.08;
    let server = serve(&built(), "/");
    let session = Session::start(Browser::Chromium).await;
    for figure in ["industry-output", "urban-jobs", "forest-cover", "urbanisation", "village-4g", "tourism-share"] {
        for lang in ["", "/en"] {
            let path = format!("{lang}/figures/{figure}/");
            session.goto_live(&url(&server, &path)).await;
            session.until("document.querySelector('.chart').classList.contains('live')").await;
            let answer = session.driver.execute_async(DIFFERENCE, vec![]).await.unwrap();
            let differ = answer.json().as_f64().unwrap();
            assert!(differ < TOLERANCE, "{path}: {:.1} % of the painted pixels differ", differ * 100.0);
        }
    }
    session.quit().await;
}

#[tokio::test]
async fn only_charts_near_the_view_are_drawn_and_nothing_listens_to_scrolling() {
    let server = serve(&built(), "/");
    let session = Session::start(Browser::Chromium).await;
    session.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source":
        "window.scrollers = 0; const add = EventTarget.prototype.addEventListener;
         EventTarget.prototype.addEventListener = function (kind, ...rest) { if (kind === 'scroll' || kind === 'wheel') window.scrollers++; return add.call(this, kind, ...rest); };" })).await;
    session.goto_live(&url(&server, "/")).await;
    session.until("!!document.querySelector('.chart.live') || document.querySelector('.chart').getBoundingClientRect().top > innerHeight * 2").await;
    let far = "[...document.querySelectorAll('.chart')].filter((chart) => chart.getBoundingClientRect().top > innerHeight * 2.2)";
    assert!(session.number(&format!("{far}.length")).await > 0.0, "the story has no chart far below");
    assert_eq!(session.number(&format!("{far}.filter((chart) => chart.classList.contains('live')).length")).await, 0.0);
    session.eval(&format!("window.last = {far}.at(-1); window.last.scrollIntoView()")).await;
    session.until("window.last.classList.contains('live')").await;
    assert_eq!(session.number("window.scrollers").await, 0.0, "something listens to scrolling");
    session.quit().await;
}
