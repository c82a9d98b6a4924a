//! Accessibility: axe-core in every state that a part can have (`liveness` has it look at every page), text that is set
//! wider, and large text with its targets.

use crate::check;
use crate::session::{Browser, Session};
use crate::site::{built, serve, url};
use serde_json::json;

/// Runs axe on the page as it is, and its check of contrast in other themes, and says what it found, a line each. Nothing
/// where the page has no axe yet. The rule on the size of targets is one that axe leaves off.
const FIND: &str = "const [themes, done] = arguments;
    const find = async (options, prefix) => {
      const result = await axe.run(document, { ...options, resultTypes: ['violations'] });
      if (result.passes.length === 0) return [prefix + 'axe looked at nothing'];
      return result.violations.flatMap((violation) => violation.nodes.map((node) =>
        `${prefix}${violation.id}: ${node.target} ${node.any.map((check) => check.message).join('; ')}`));
    };
    const all = async () => {
      const lines = await find({ rules: { 'target-size': { enabled: true } } }, '');
      for (const theme of themes) {
        // A widget has no choice of looks of its own: the page around it asks for one.
        document.documentElement.dataset.theme = theme;
        lines.push(...(await find({ runOnly: ['color-contrast'] }, `(${theme}) `)));
      }
      return lines;
    };
    if (window.axe) all().then(done, (error) => done([String(error)]));
    else done(null);";

/// What axe finds on the page in place as it is, and what it finds of contrast in other themes.
pub async fn axe_in_themes(session: &Session, themes: &[&str]) -> Vec<String> {
    let find = async || {
        let answer = session.driver.execute_async(FIND, vec![json!(themes)]).await.expect("axe runs");
        let lines = answer.json().as_array().cloned();
        lines.map(|lines| lines.iter().map(|line| line.as_str().unwrap_or("no line").to_owned()).collect())
    };
    if let Some(lines) = find().await {
        return lines;
    }
    session.eval(&axe()).await;
    find().await.expect("axe is there now")
}

pub fn axe() -> String {
    std::fs::read_to_string("node_modules/axe-core/axe.min.js").expect("axe is installed; run `make test`")
}

/// A state of a page: its address, what the reader does there, and what then holds.
type State = (&'static str, &'static str, &'static str);

const STATES: [State; 30] = [
    ("/figures/industry-output/?guess=", "", "document.querySelector('.guess input')"),
    (
        "/figures/industry-output/?guess=",
        "const field = document.querySelector('.guess input'); field.value = 'x'; field.dispatchEvent(new InputEvent('input', { bubbles: true }))",
        "document.querySelector('.guess .unknown').textContent",
    ),
    (
        "/en/figures/tourism-share/?guess=25",
        // Nothing is compared before the mark was moved.
        "const field = document.querySelector('.guess input'); field.value = '12'; field.dispatchEvent(new InputEvent('input', { bubbles: true }))",
        "document.querySelector('.guess .result')?.textContent || document.querySelector('.guess form')?.requestSubmit()",
    ),
    ("/figures/industry-output/?pace=5", "", "document.querySelector('.whatif strong')?.textContent === '5%'"),
    ("/en/figures/farm-growth/?pace=12", "", "document.querySelector('.whatif strong')?.textContent.endsWith('%')"),
    // An old link asks for what stands there anyway.
    ("/en/figures/afforestation/?lens=square", "", "document.querySelector('.sums')"),
    ("/figures/industry-output/?guess=abc&note=nobody", "", "document.querySelector('.notice')?.textContent"),
    ("/?theme=dark", "document.querySelector('a.term').click()", "document.querySelector('[role=dialog], .note')"),
    ("/en/commitments/?q=zzzz", "", "document.querySelector('.promises, .part-promises')"),
    ("/commitments/?pillar=strength&measured=no&q=%E8%B4%B5%E9%98%B3", "", "document.querySelector('.part-promises')"),
    ("/en/commitments/?theme=dark&text=large&measured=yes", "", "document.querySelector('.part-promises')"),
    (
        "/en/figures/parks/",
        "document.getElementById('embed').open = true",
        "document.querySelector('#embed .preview plan-figure')",
    ),
    (
        "/figures/parks/?theme=contrast",
        "document.getElementById('embed').open = true",
        "document.querySelector('#embed .preview plan-figure')",
    ),
    (
        "/en/figures/farm-growth/",
        "document.querySelector('.points [role=listbox]').focus(); document.querySelector('.points [role=listbox]').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }))",
        "document.querySelector('.points .note')",
    ),
    (
        "/figures/industry-output/?theme=dark",
        "document.querySelector('.points [role=listbox]').focus(); document.querySelector('.points [role=listbox]').dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true }))",
        "document.querySelector('.points .note')",
    ),
    (
        "/en/figures/forest-cover/",
        "for (const fold of document.querySelectorAll('details')) fold.open = true",
        "document.querySelector('details.table[open] table')",
    ),
    (
        "/pillars/beauty/",
        "document.querySelector('.contents details').open = true",
        "document.querySelector('.contents details').open",
    ),
    ("/en/?text=large", "", "document.documentElement.dataset.text === 'large'"),
    ("/en/pillars/strength/?text=large&theme=dark", "", "document.documentElement.dataset.text === 'large'"),
    ("/card/?theme=dark", "", "document.querySelector('main')"),
    ("/en/card/?text=large", "", "document.querySelector('main')"),
    (
        "/embed/figures/industry-output/?view=table",
        "",
        "document.getElementById('table').getBoundingClientRect().height > 50",
    ),
    (
        "/en/embed/pillars/strength/?view=table&theme=dark",
        "",
        "document.getElementById('table').getBoundingClientRect().height > 50",
    ),
    ("/en/embed/figures/forest-cover/?theme=contrast&text=large", "", "document.querySelector('.drawing.live')"),
    ("/en/figures/core-area/?since=1", "", OTHERS_DRAWN),
    ("/figures/urbanisation/?since=1&theme=dark", "", OTHERS_DRAWN),
    ("/en/since/?theme=contrast&text=large", "", "document.querySelectorAll('.since-promise').length > 10"),
    ("/card/?since=1", "", "document.querySelector('main')"),
    ("/en/embed/figures/core-area/?since=1", "", "document.querySelector('.drawing.live')"),
    ("/en/nowhere/", "", "document.querySelector('main')"),
];

/// What other sources say is drawn, and the switch for it stands in the view.
const OTHERS_DRAWN: &str = "document.querySelector('.part-since').scrollIntoView(), document.querySelector('.since-still') && document.querySelector('.since-switch')?.getAttribute('aria-pressed') === 'true'";

#[tokio::test]
async fn axe_finds_nothing_in_any_state_that_a_part_can_have() {
    let server = serve(&built(), "/");
    let session = Session::start(Browser::Chromium).await;
    let mut wrong = Vec::new();
    let look = async |name: String, wrong: &mut Vec<String>| {
        session.painted().await;
        for line in axe_in_themes(&session, &[]).await {
            wrong.push(format!("{name}: {line}"));
        }
    };
    for (path, act, holds) in STATES {
        session.goto_live(&url(&server, path)).await;
        // Parts come to life near the view.
        if act.contains(".points") {
            session.until("document.querySelector('.plot').scrollIntoView(), document.querySelector('.points [role=listbox]')").await;
        } else if act.contains("embed") {
            session.until("document.getElementById('pass-on').open = true, document.getElementById('embed').scrollIntoView(), document.querySelector('#embed .fields')?.hidden === false").await;
        } else {
            session.until("document.querySelector('[data-part]')?.scrollIntoView(), true").await;
        }
        if act.contains(".guess") {
            session.until("document.querySelector('.guess input')").await;
        }
        session.eval(act).await;
        session.until(holds).await;
        look(format!("{path} {act:.60}"), &mut wrong).await;
    }
    // A text that is empty, that is another, that is the article, and that differs from it.
    let town = serve(check::town(), "/");
    session.goto_live(&url(&town, "/data/")).await;
    let article = check::article();
    for (text, holds) in [
        ("", "document.querySelector('.check [role=status]').textContent"),
        ("No such text.", "document.querySelector('.check .outcome')"),
        (&article, "document.querySelector('.check .marked-text .figure-number')"),
        (&article.replace("达9亿元", "达10亿元"), "document.querySelector('.check .marked-text .unmatched-number')"),
    ] {
        check::check(&session, text).await;
        session.until(holds).await;
        look(format!("check of {text:.20}"), &mut wrong).await;
    }
    // As printed, and as those see it who choose their own colours.
    for features in [
        json!({ "media": "print" }),
        json!({ "features": [{ "name": "forced-colors", "value": "active" }] }),
        json!({ "features": [{ "name": "prefers-color-scheme", "value": "dark" }] }),
        json!({ "features": [{ "name": "prefers-contrast", "value": "more" }] }),
        json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] }),
    ] {
        session.devtools("Emulation.setEmulatedMedia", json!({ "media": "", "features": [] })).await;
        session.devtools("Emulation.setEmulatedMedia", features.clone()).await;
        for path in
            ["/", "/en/figures/industry-output/", "/en/commitments/", "/card/", "/data/", "/en/embed/figures/parks/"]
        {
            session.goto_live(&url(&server, path)).await;
            look(format!("{path} {features}"), &mut wrong).await;
        }
    }
    assert!(wrong.is_empty(), "{} findings:\n{}", wrong.len(), wrong[..wrong.len().min(40)].join("\n"));
    session.quit().await;
}

/// Spacing as WCAG 1.4.12 lets readers set it.
const WIDER: &str = "const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important } svg * { letter-spacing: 0 !important; word-spacing: 0 !important }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];";

/// Words that lie outside of a box that cuts off what does.
const CUT: &str = "(() => {
        const found = [];
        for (const box of document.querySelectorAll('main *, footer *, header *')) {
            const style = getComputedStyle(box);
            if (!/hidden|clip/.test(style.overflowX + style.overflowY) || box.clientWidth < 2 || box.closest('svg, select, .points')) continue;
            const edge = box.getBoundingClientRect();
            const texts = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
            for (let text = texts.nextNode(); text; text = texts.nextNode()) {
                if (!text.data.trim() || text.parentElement.closest('svg')) continue;
                const range = document.createRange();
                range.selectNodeContents(text);
                for (const { right, bottom, width } of range.getClientRects())
                    if (width > 1 && (right > edge.right + 1 || bottom > edge.bottom + 1)) found.push(box.className + ': ' + text.data.slice(0, 40));
            }
        }
        return found;
    })()";

#[tokio::test]
async fn text_can_be_set_wider_and_nothing_is_cut_off() {
    let server = serve(&built(), "/");
    let session = Session::start(Browser::Chromium).await;
    for width in [360, 1280] {
        session.emulate_window(width, 800).await;
        for path in [
            "/",
            "/en/",
            "/en/figures/industry-output/",
            "/en/commitments/",
            "/en/pillars/strength/",
            "/en/card/",
            "/en/data/",
        ] {
            session.goto_live(&url(&server, path)).await;
            session.eval(WIDER).await;
            session.painted().await;
            let wide = session.number("document.documentElement.scrollWidth - innerWidth").await;
            assert!(wide <= 0.0, "{path} at {width}: {wide} pixels too wide");
            let cut = session.text(&format!("{CUT}.join('\\n')")).await;
            assert_eq!(cut, "", "{path} at {width}");
        }
    }
    session.quit().await;
}

#[tokio::test]
async fn large_text_is_half_as_large_again_and_its_targets_have_sixty_pixels() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        for path in [
            "/",
            "/figures/industry-output/",
            "/en/figures/urban-jobs/",
            "/pillars/beauty/",
            "/en/commitments/",
            "/data/",
        ] {
            for (query, least, size) in [("", 44.0, 16.0), ("?text=large", 60.0, 24.0)] {
                session.goto_live(&url(&server, &format!("{path}{query}"))).await;
                let small = session
                    .text(&format!(
                        "[...document.querySelectorAll('button, select, input, textarea, summary, nav a')]
                           .filter((part) => part.checkVisibility({{ visibilityProperty: true }}) && part.getBoundingClientRect().height < {least} - 0.5)
                           .map((part) => part.outerHTML.slice(0, 90) + part.getBoundingClientRect().height).slice(0, 5).join('; ')"
                    ))
                    .await;
                assert_eq!(small, "", "{browser:?}: {path}{query}");
                let root = session.number("parseFloat(getComputedStyle(document.documentElement).fontSize)").await;
                assert_eq!(root, size, "{browser:?}: {path}{query}");
            }
        }
        session.goto_live(&url(&server, "/?theme=contrast")).await;
        let colours = session
            .text("[getComputedStyle(document.body).color, getComputedStyle(document.documentElement).backgroundColor]")
            .await;
        assert_eq!(colours, "rgb(0, 0, 0),rgb(255, 255, 255)", "{browser:?}: contrast by link");
        session.quit().await;
    }
}
