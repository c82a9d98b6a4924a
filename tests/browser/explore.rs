//! What a reader can try on a figure, and the notes of the glossary.

use crate::session::{Browser, Session, Wish};
use crate::site::{altered, built, serve, url};
use serde_json::Value;
use thirtyfour::{By, Key};

/// Whether the figure's own number can be seen on its page.
const SHOWN: &str = "[...document.querySelectorAll('.figure-page > :not(.guess)')].some((part) => part.checkVisibility({ visibilityProperty: true }))";

/// Strings that someone could put into an address: none, signs, numbers too long, other scripts, other grammars.
const JUNK: [&str; 14] = [
    "",
    "-1",
    "1e9",
    "NaN",
    "Infinity",
    "0x10",
    "٣",
    "一千",
    "1,200",
    "99999999999999999999",
    "%25",
    "<script>",
    "1.234",
    " 7",
];

#[tokio::test]
async fn a_guess_comes_before_the_figure_and_stands_beside_it() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        for (path, typed, said) in [
            ("/figures/industry-output/", "3000", "您猜 3,000\u{a0}亿元。比文章里的数高了 600\u{a0}亿元。"),
            (
                "/en/figures/urban-jobs/",
                "330000",
                "You guessed 330,000\u{a0}people. That is exactly the article's number!",
            ),
        ] {
            let session = Session::start(browser).await;
            session.goto(&url(&server, &format!("{path}?guess="))).await;
            assert_eq!(
                session.eval(&format!("return {SHOWN}")).await,
                Value::Bool(false),
                "{browser:?}: the answer flashes"
            );
            session.until("document.documentElement.dataset.guess === 'ask'").await;
            let field = session.driver.find(By::Css(".guess input[type=number]")).await.unwrap();
            field.send_keys(typed).await.unwrap();
            field.send_keys(Key::Enter).await.unwrap();
            session.until("document.documentElement.dataset.guess === 'told'").await;
            assert_eq!(session.text("document.activeElement.textContent").await, said, "{browser:?}");
            assert_eq!(session.eval(&format!("return {SHOWN}")).await, Value::Bool(true));
            assert_eq!(session.text("location.search").await, format!("?guess={typed}"));
            session.quit().await;
        }
    }
}

#[tokio::test]
async fn a_question_that_was_left_open_is_not_asked_of_other_figures() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/figures/urban-jobs/?guess=")).await;
        session.until("document.documentElement.dataset.guess === 'ask'").await;
        // One has a question of its own, the other none.
        for path in ["/figures/forest-cover/", "/figures/parks/"] {
            session
                .eval(&format!(
                    "const link = document.createElement('a'); link.href = '{path}'; link.className = 'planted';
                     document.querySelector('main').append(link); link.click()"
                ))
                .await;
            session.until(&format!("location.pathname === '{path}' && {SHOWN}")).await;
            assert_eq!(session.text("document.documentElement.dataset.guess").await, "undefined", "{browser:?}");
        }
        session.driver.back().await.unwrap();
        session.driver.back().await.unwrap();
        session.until(&format!("document.documentElement.dataset.guess === 'ask' && !{SHOWN}")).await;
        session.quit().await;
    }
}

#[tokio::test]
async fn a_friend_is_asked_first_and_sees_both_guesses() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto(&url(&server, "/figures/tourism-share/?guess=25&text=large")).await;
        assert_eq!(session.eval(&format!("return {SHOWN}")).await, Value::Bool(false));
        session.until("document.documentElement.dataset.guess === 'ask'").await;
        // By arrow keys on the slider.
        let slider = session.driver.find(By::Css(".guess input[type=range]")).await.unwrap();
        slider.send_keys(Key::Home).await.unwrap();
        slider.send_keys(Key::Right).await.unwrap();
        session.until("document.querySelector('.guess input[type=number]').value === '0.5'").await;
        session.driver.find(By::Css(".guess input[type=number]")).await.unwrap().send_keys(Key::Enter).await.unwrap();
        session.until("document.documentElement.dataset.guess === 'told'").await;
        let bars = session
            .text("[...document.querySelectorAll('.guess [data-bar]:not([hidden])')].map((bar) => bar.querySelector('b').textContent)")
            .await;
        assert_eq!(bars, "0.5%,25%,10%", "{browser:?}");
        assert_eq!(session.text("document.querySelector('.pass-on a').search").await, "?guess=0.5&text=large");
        session.quit().await;
    }
}

#[tokio::test]
async fn any_guess_and_any_pace_in_an_address_is_a_state_or_a_note() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        for junk in JUNK {
            for (parameter, part, ready) in [
                ("guess", ".guess", "document.documentElement.dataset.guess === 'ask'"),
                ("pace", ".whatif", "document.querySelector('.whatif output')?.textContent"),
            ] {
                session.goto(&url(&server, "/404.html")).await;
                let address = url(&server, "/figures/industry-output/");
                session
                    .eval(&format!(
                        "location.assign({address:?} + '?' + new URLSearchParams({{ {parameter}: {junk:?} }}))"
                    ))
                    .await;
                session.until(&format!("location.pathname !== '/404.html' && {ready}")).await;
                let noted = session.eval(&format!("return !document.querySelector('{part} .unknown').hidden")).await;
                // An empty guess asks for one; everything else here is none.
                assert_eq!(noted, Value::Bool(!(junk.is_empty() && parameter == "guess")), "{parameter}={junk:?}");
            }
        }
        session.quit().await;
    }
}

#[tokio::test]
async fn guesses_and_paces_that_can_be_written_can_be_read() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        for (part, most) in [("guess", 5000.0), ("whatif", 45.0)] {
            session.goto_live(&url(&server, "/figures/industry-output/")).await;
            let module = session.text(&format!("document.querySelector('.{part}').dataset.module")).await;
            let wrong = session
                .driver
                .execute_async(
                    &format!(
                        "const done = arguments[arguments.length - 1];
                     import('{module}').then(({{ parse }}) => {{
                       const wrong = [];
                       for (let hundredths = 0; hundredths <= {most} * 100; hundredths += 7) {{
                         const value = hundredths / 100;
                         if (parse(String(value), {most}) !== value) wrong.push(value);
                       }}
                       if (parse(String({most} + 1), {most}) !== null) wrong.push('beyond the scale');
                       done(wrong.slice(0, 9).join());
                     }}, (error) => done(String(error)))"
                    ),
                    vec![],
                )
                .await
                .unwrap();
            assert_eq!(wrong.json(), "", "{part}");
        }
        session.quit().await;
    }
}

#[tokio::test]
async fn a_guess_whose_module_is_missing_gives_the_page_back() {
    let dir = altered("no-guess", |name, bytes| (!name.starts_with("guess-")).then_some(bytes));
    let server = serve(&dir, "/");
    let session = Session::start(Browser::Chromium).await;
    session.goto(&url(&server, "/figures/industry-output/?guess=")).await;
    session.until(SHOWN).await;
    session.quit().await;
    for &browser in Browser::all() {
        let session = Session::start_with(browser, Wish::NoScript).await;
        session.goto(&url(&server, "/figures/industry-output/?guess=7")).await;
        let heading = session.driver.find(By::Css("main h1")).await.unwrap();
        assert!(heading.is_displayed().await.unwrap(), "{browser:?}: without script the page hides");
        session.quit().await;
    }
}

#[tokio::test]
async fn a_pace_to_try_moves_curve_end_and_distance() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/figures/industry-output/?pace=0")).await;
        session
            .until("document.querySelector('.whatif output')?.textContent.startsWith('每年增长 0%，五年后是 870')")
            .await;
        let slider = session.driver.find(By::Css(".whatif input")).await.unwrap();
        let before = session.text("document.querySelector('.whatif .path').getAttribute('points')").await;
        slider.send_keys(Key::Right).await.unwrap();
        session
            .until("document.querySelector('.whatif output').textContent.startsWith('每年增长 0.5%，五年后是 892')")
            .await;
        assert_ne!(session.text("document.querySelector('.whatif .path').getAttribute('points')").await, before);
        assert!(session.text("document.querySelector('.whatif output').textContent").await.contains("比目标少 1,508"));
        session.until("location.search === '?pace=0.5'").await;
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
        assert_eq!(session.number("document.querySelectorAll('.whatif form').length").await, 0.0);
        session.quit().await;
    }
}

#[tokio::test]
async fn a_pace_follows_the_finger_within_a_frame() {
    let server = serve(&built(), "/");
    let session = Session::start(Browser::Chromium).await;
    session.goto_live(&url(&server, "/figures/industry-output/")).await;
    session.until("document.querySelector('.whatif output')?.textContent").await;
    session.devtools("Emulation.setCPUThrottlingRate", serde_json::json!({ "rate": 4 })).await;
    let took = session
        .number(
            "(() => { const slider = document.querySelector('.whatif input'); const took = [];
               for (let value = 0; value < 40; value++) { slider.value = value; const begun = performance.now();
                 slider.dispatchEvent(new Event('input')); document.body.offsetHeight; took.push(performance.now() - begun); }
               return Math.min(...took); })()",
        )
        .await;
    assert!(took < 16.0, "{took} ms at a quarter of the speed");
    session.quit().await;
}

#[tokio::test]
async fn a_term_opens_where_it_stands() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/pillars/prosperity/")).await;
        session.press_enter_on("main a.term[href$='#four-keeps']").await;
        session.until("document.querySelector('.note')?.matches(':popover-open')").await;
        assert!(session.text("document.querySelector('.note').textContent").await.contains("原文说"), "{browser:?}");
        assert_eq!(session.text("location.pathname").await, "/pillars/prosperity/");
        session.driver.action_chain().send_keys(Key::Escape).perform().await.unwrap();
        session.until("!document.querySelector('.note') && document.activeElement.classList.contains('term')").await;
        session.quit().await;

        let session = Session::start_with(browser, Wish::NoScript).await;
        session.goto(&url(&server, "/pillars/prosperity/")).await;
        let term = session.driver.find(By::Css("main a.term")).await.unwrap();
        assert!(term.attr("href").await.unwrap().unwrap().contains("/data/#"), "{browser:?}: no way without script");
        session.quit().await;
    }
}

/// A device whose voices are set by the test, and which notes what it is asked to say. Each piece ends at once.
const VOICES: &str = "window.said = []; window.quiet = 0; window.voices = [];
     const speech = Object.assign(new EventTarget(), {
       getVoices: () => window.voices.map((lang) => ({ lang, localService: true })), cancel: () => { window.quiet++; },
       speak: (words) => { window.said.push([words.voice?.lang, words.lang, words.text]); if (!window.silent) setTimeout(() => words.dispatchEvent(new Event('end'))); } });
     Object.defineProperty(window, 'speechSynthesis', { configurable: true, value: speech });
     window.SpeechSynthesisUtterance = class extends EventTarget { constructor(text) { super(); this.text = text; } };";

#[tokio::test]
async fn a_passage_is_read_by_a_voice_of_its_language_and_by_no_other() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/data/")).await;
        session.eval(VOICES).await;
        session.eval("window.voices = ['zh-HK', 'yue-CN', 'en-GB']").await;
        session.click("main a[href='/figures/forest-cover/']").await;
        session.until("!!document.querySelector('figure .speak')").await;
        session.eval("document.querySelector('figure .speak').scrollIntoView()").await;
        // None of these reads Mandarin.
        session.until("document.querySelector('figure .speak').hidden").await;
        session.eval("window.voices.push('zh_CN'); speechSynthesis.dispatchEvent(new Event('voiceschanged'))").await;
        session.until("!document.querySelector('figure .speak').hidden").await;
        session.press_enter_on("figure .speak").await;
        // To its end, sentence by sentence; then the button is off by itself.
        session.until("window.said.length > 2 && document.querySelector('figure .speak').getAttribute('aria-pressed') === 'false'").await;
        let said = session.text("window.said.map(([, , text]) => text).join('')").await;
        assert!(said.contains("稳定在 60% 以上"), "{browser:?}: {said}");
        assert_eq!(
            session.text("[...new Set(window.said.map(([voice, lang]) => voice + ' ' + lang))]").await,
            "zh_CN zh-CN"
        );
        // Stopped by the reader; and with its page.
        session.eval("window.silent = true").await;
        session.press_enter_on("figure .speak").await;
        session.until("document.querySelector('figure .speak').getAttribute('aria-pressed') === 'true'").await;
        let quiet = session.number("window.quiet").await;
        session.press_enter_on("figure .speak").await;
        session.until(&format!("window.quiet > {quiet} && document.querySelector('figure .speak').getAttribute('aria-pressed') === 'false'")).await;
        session.press_enter_on("figure .speak").await;
        session.until("document.querySelector('figure .speak').getAttribute('aria-pressed') === 'true'").await;
        let quiet = session.number("window.quiet").await;
        session.click(".masthead a.name").await;
        session.until(&format!("location.pathname === '/' && window.quiet > {quiet}")).await;
        session.quit().await;
    }
}

#[tokio::test]
async fn after_moving_between_pages_all_prints_with_drawings_and_places() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/commitments/")).await;
        session.click(".masthead a.name").await;
        session.until("location.pathname === '/' && !!document.querySelector('.run .chart')").await;
        // The screen as paper: the rules for print hold for all, those for the screen for nothing.
        session
        .eval(
            "const turn = (rules) => { for (const rule of rules) {
               if (rule.media && /print|screen/.test(rule.media.mediaText)) rule.media.mediaText = rule.media.mediaText.replace('screen', 'tty').replace('print', 'all');
               if (rule.cssRules) turn(rule.cssRules);
             } };
             for (const sheet of document.styleSheets) turn(sheet.cssRules);",
        )
        .await;
        let missing = session
        .text(
            "[...document.querySelectorAll('.run')].filter((run) => run.querySelector('.chart'))
               .filter((run) => ![...run.querySelectorAll('.chart')].every((chart) => [...chart.querySelectorAll('svg')].some((svg) =>
                 svg.checkVisibility({ visibilityProperty: true }) && svg.getBoundingClientRect().height > 30)))
               .map((run) => run.querySelector('.scene').id)",
        )
        .await;
        assert_eq!(missing, "", "drawings that paper does not show");
        let placeless = session
        .text(
            "[...document.querySelectorAll('.run figure')].filter((figure) => !figure.querySelector('figcaption .place')?.checkVisibility())
               .map((figure) => figure.textContent)",
        )
        .await;
        assert_eq!(placeless, "", "figures without their place");
        assert_eq!(session.text("document.querySelector('.contents').checkVisibility()").await, "false");
        session.quit().await;
    }
}

/// What is open: its parameter, the page, what a reader does to open it, what says that it is open, the value.
const OPENED: [(&str, &str, &str, &str, &str); 4] = [
    ("view", "/figures/urban-jobs/", "details.table summary", "document.querySelector('details.table')?.open", "table"),
    (
        "lens",
        "/figures/urban-jobs/",
        ".lenses li:nth-child(2) summary",
        "document.querySelector('.lenses li:nth-child(2) details')?.open",
        "day",
    ),
    (
        "note",
        "/pillars/prosperity/",
        "main a.term[href$='#four-keeps']",
        "document.querySelector('.note')?.matches(':popover-open')",
        "four-keeps",
    ),
    (
        "point",
        "/figures/industry-output/",
        "",
        "document.querySelector('.points [data-open]')?.dataset.point === 'industry-output.past'",
        "industry-output.past",
    ),
];

#[tokio::test]
async fn what_is_open_stands_in_the_address_and_a_link_opens_it_again_in_either_language() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        for (parameter, path, control, open, value) in OPENED {
            session.goto_live(&url(&server, path)).await;
            if !control.is_empty() {
                session.until(&format!("!!document.querySelector({control:?})")).await;
                session
                    .eval(&format!("document.querySelector({control:?}).scrollIntoView({{ block: 'center' }})"))
                    .await;
            }
            if control.is_empty() {
                session.eval("document.querySelector('.points').focus()").await;
                for _ in 0..9 {
                    if session.eval(&format!("return !!({open})")).await == Value::Bool(true) {
                        break;
                    }
                    session.driver.action_chain().send_keys(Key::Right).perform().await.unwrap();
                }
            } else {
                session.press_enter_on(control).await;
            }
            session.until(open).await;
            session.until(&format!("location.search === '?{parameter}={value}'")).await;
            // The same address in a window that knows nothing opens the same, and has the focus there.
            session.goto(&url(&server, "/404.html")).await;
            session.goto(&url(&server, &format!("{path}?{parameter}={value}"))).await;
            session.until(open).await;
            if parameter != "view" {
                session.until("document.activeElement.matches('summary, .note, .points')").await;
            }
            assert_eq!(session.text("location.search").await, format!("?{parameter}={value}"), "{browser:?}");
            assert_eq!(session.number("document.querySelectorAll('.notice').length").await, 0.0, "{browser:?}");
            // In the other language as well.
            session.click(".language").await;
            session
                .until(&format!(
                    "location.pathname === '/en{path}' && {open} && location.search === '?{parameter}={value}'"
                ))
                .await;
            // Closed, the address forgets it.
            match parameter {
                "lens" | "view" => session.press_enter_on(control).await,
                _ => session.driver.action_chain().send_keys(Key::Escape).perform().await.unwrap(),
            }
            session.until("location.search === ''").await;
        }
        session.quit().await;
    }
}

#[tokio::test]
async fn anything_in_the_address_opens_something_or_is_noted() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        for junk in JUNK {
            for (parameter, path, _, open, _) in OPENED {
                // No note at all is asked for.
                if junk.is_empty() && parameter == "note" {
                    continue;
                }
                session.goto(&url(&server, "/404.html")).await;
                let address = url(&server, path);
                session
                    .eval(&format!(
                        "location.assign({address:?} + '?' + new URLSearchParams({{ {parameter}: {junk:?} }}))"
                    ))
                    .await;
                session
                    .until(&format!(
                        "location.pathname !== '/404.html' && document.querySelector('.notice')?.textContent.includes('{parameter}=')"
                    ))
                    .await;
                assert_ne!(session.eval(&format!("return !!({open})")).await, true, "{parameter}={junk:?}");
            }
        }
        session.quit().await;
    }
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

#[tokio::test]
async fn a_link_to_a_place_has_the_focus_there() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/pillars/strength/#urbanisation")).await;
        session.until("document.activeElement.id === 'urbanisation'").await;
        let top = session.number("document.activeElement.getBoundingClientRect().top").await;
        assert!((-2.0..200.0).contains(&top), "{browser:?}: the place stands at {top}");
        session.quit().await;
    }
}

#[tokio::test]
async fn a_newer_release_is_named_once_and_no_sooner_than_a_reader_was_away() {
    let dir = altered("explore-newer", |name, bytes| {
        Some(if name == "data/version.txt" { b"0123456789ab\n".to_vec() } else { bytes })
    });
    let server = serve(&dir, "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/figures/forest-cover/")).await;
        // The clock and the tab, as a reader who comes back after some minutes has them.
        session
            .eval(
                "window.late = 0; const now = Date.now.bind(Date); Date.now = () => now() + window.late;
                 window.turn = (state) => { Object.defineProperty(document, 'visibilityState', { configurable: true, value: state });
                   document.dispatchEvent(new Event('visibilitychange')); };
                 turn('hidden'); late += 60e3; turn('visible')",
            )
            .await;
        let asked = "performance.getEntriesByType('resource').filter((entry) => entry.name.endsWith('/data/version.txt')).length";
        assert_eq!(session.number(asked).await, 0.0, "{browser:?}: asked after a minute");
        session.eval("turn('hidden'); late += 600e3; turn('visible')").await;
        session.until("document.querySelector('.notice')?.textContent.includes('新的版本')").await;
        session.click(".notice button").await;
        session.until("!document.querySelector('.notice')").await;
        session.eval("turn('hidden'); late += 600e3; turn('visible')").await;
        assert_eq!(session.number(asked).await, 1.0, "{browser:?}: asked again");
        session.quit().await;
    }
}

#[tokio::test]
async fn without_the_program_lenses_open_and_terms_lead_to_the_glossary() {
    let dir = altered("explore-no-program", |name, bytes| {
        (!(name.starts_with("program-") && name.ends_with(".wasm"))).then_some(bytes)
    });
    let server = serve(&dir, "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        let alone = async |path: &str| {
            session.goto(&url(&server, path)).await;
            session.until("document.documentElement.dataset.state === 'static'").await;
        };
        alone("/en/figures/urban-jobs/").await;
        session.press_enter_on(".lenses li:nth-child(2) summary").await;
        session.until("document.querySelector('.lenses li:nth-child(2) details').open").await;
        alone("/pillars/prosperity/").await;
        session.press_enter_on("main a.term[href$='#four-keeps']").await;
        session.until("location.pathname === '/data/' && location.hash === '#four-keeps'").await;
        session.quit().await;
    }
}
