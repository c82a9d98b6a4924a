//! What a reader can try on a figure, and the notes of the glossary.

use crate::session::{Browser, Session, Wish};
use crate::site::{altered, built, serve, url};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;
use thirtyfour::{By, Key};

/// Whether the figure's own number can be seen on its page.
const SHOWN: &str = "[...document.querySelectorAll('.figure-page > :not(.part-guess)')].some((part) => part.checkVisibility({ visibilityProperty: true }))";

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

/// A page's path with this value in its address.
fn with_query(path: &str, parameter: &str, value: &str) -> String {
    format!("{path}?{parameter}={}", utf8_percent_encode(value, NON_ALPHANUMERIC))
}

/// Writes a guess into the field.
async fn write_guess(session: &Session, typed: &str) {
    let field = session.driver.find(By::Css(".guess input")).await.unwrap();
    field.send_keys(Key::Control + "a").await.unwrap();
    field.send_keys(typed).await.unwrap();
}

async fn show_figure(session: &Session) {
    session.driver.find(By::Css(".guess input")).await.unwrap().send_keys(Key::Enter).await.unwrap();
    session.until("document.documentElement.dataset.guess === 'told'").await;
}

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
            session.until("document.querySelector('.guess input')").await;
            write_guess(&session, typed).await;
            show_figure(&session).await;
            session.until("document.activeElement.matches('.result')").await;
            assert_eq!(session.text("document.activeElement.textContent").await, said, "{browser:?}");
            assert_eq!(session.eval(&format!("return {SHOWN}")).await, Value::Bool(true));
            session.until(&format!("location.search === '?guess={typed}'")).await;
            session.quit().await;
        }
    }
}

#[tokio::test]
async fn a_number_beyond_the_scale_is_answered_with_a_word() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto(&url(&server, "/figures/tourism-share/?guess=")).await;
        session.until("document.querySelector('.guess input')").await;
        for typed in ["400", "twelve", "-3"] {
            write_guess(&session, typed).await;
            session.until("document.querySelector('.guess .unknown').textContent.includes('请填')").await;
        }
        write_guess(&session, "１２").await;
        session.until("document.querySelector('.guess .unknown').textContent === ''").await;
        show_figure(&session).await;
        session.until("document.querySelector('.guess .result').textContent.includes('您猜 12%')").await;
        session.quit().await;
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
        session.until("location.pathname === '/figures/forest-cover/'").await;
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
        session.until("document.querySelector('.guess [role=slider]')").await;
        // By arrow keys on the mark itself.
        let mark = session.driver.find(By::Css(".guess [role=slider]")).await.unwrap();
        mark.send_keys(Key::Home).await.unwrap();
        session.until("document.querySelector('.guess input').value === '0'").await;
        mark.send_keys(Key::Right).await.unwrap();
        session.until("Number(document.querySelector('.guess input').value) > 0").await;
        let mine = session.text("document.querySelector('.guess input').value").await;
        show_figure(&session).await;
        let drawing = "document.querySelector('.guess .still').getAttribute('aria-label')";
        session.until(&format!("{drawing}.includes('25%') && {drawing}.includes('10%')")).await;
        assert_eq!(
            session.text("document.querySelector('.pass-on a').search").await,
            format!("?text=large&guess={mine}"),
            "{browser:?}"
        );
        session.quit().await;
    }
}

#[tokio::test]
async fn the_mark_follows_the_pointer_on_the_chart() {
    let server = serve(&built(), "/");
    let session = Session::start(Browser::Chromium).await;
    session.goto_live(&url(&server, "/figures/industry-output/?guess=")).await;
    session.until("document.querySelector('.guess .drawing.live [role=slider]')").await;
    let value = "Number(document.querySelector('.guess input').value)";
    let pull = |part: f64| {
        format!(
            "const area = document.querySelector('.guess [role=slider]'); const place = area.getBoundingClientRect();
             const at = {{ bubbles: true, pointerId: 1, pointerType: 'mouse', clientX: place.left + place.width / 3, clientY: place.top + place.height * {part} }};
             for (const kind of ['pointerdown', 'pointermove', 'pointerup']) area.dispatchEvent(new PointerEvent(kind, at))"
        )
    };
    session.eval(&pull(0.4)).await;
    session.until(&format!("{value} !== 2500")).await;
    let high = session.number(value).await;
    session.eval(&pull(0.7)).await;
    session.until(&format!("{value} < {high}")).await;
    session.quit().await;
}

#[tokio::test]
async fn any_guess_and_any_pace_in_an_address_is_a_state_or_a_note() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        for junk in JUNK {
            for (parameter, state) in [
                ("guess", "document.documentElement.dataset.guess === 'ask'"),
                (
                    "pace",
                    "document.querySelector('.whatif output')?.textContent && !document.querySelector('.notice')?.textContent",
                ),
            ] {
                session.goto(&url(&server, &with_query("/figures/industry-output/", parameter, junk))).await;
                session
                    .until(&format!(
                        "{state} || document.querySelector('.notice')?.textContent.includes('{parameter}=')"
                    ))
                    .await;
            }
        }
        session.quit().await;
    }
}

#[tokio::test]
async fn a_guess_without_the_program_gives_the_page_back() {
    let dir = altered("no-guess", |name, bytes| (!name.ends_with(".wasm")).then_some(bytes));
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
        session.until("!document.querySelector('.whatif input').disabled").await;
        let slider = session.driver.find(By::Css(".whatif input")).await.unwrap();
        let drawing = "document.querySelector('.whatif .still').getAttribute('aria-label')";
        let before = session.text(drawing).await;
        slider.send_keys(Key::Right).await.unwrap();
        session
            .until("document.querySelector('.whatif output').textContent.startsWith('每年增长 0.1%，五年后是 874')")
            .await;
        assert_ne!(session.text(drawing).await, before);
        assert!(session.text("document.querySelector('.whatif output').textContent").await.contains("比目标少 1,526"));
        session.until("location.search === '?pace=0.1'").await;
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
        assert_eq!(session.number("document.querySelectorAll('.whatif input').length").await, 0.0);
        session.quit().await;
    }
}

#[tokio::test]
async fn a_pace_follows_the_finger_within_a_frame() {
    let server = serve(&built(), "/");
    let session = Session::start(Browser::Chromium).await;
    session.goto_live(&url(&server, "/figures/industry-output/")).await;
    session.eval("document.querySelector('.part-what-if').scrollIntoView()").await;
    session.until("document.querySelector('.whatif input')?.disabled === false").await;
    let took = session
        .number(
            "(() => { const slider = document.querySelector('.whatif input'); const took = [];
               for (let value = 0; value < 40; value++) { slider.value = value; const begun = performance.now();
                 slider.dispatchEvent(new Event('input', { bubbles: true })); took.push(performance.now() - begun); }
               return Math.min(...took); })()",
        )
        .await;
    assert!(took < 8.0, "{took} ms");
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
            "[...document.querySelectorAll('.scene ul.sources')].filter((sources) => !sources.querySelector('.place')?.checkVisibility())
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
        "!!document.querySelector('.points .note') && location.search.endsWith('point=industry-output.comparison')",
        "industry-output.comparison",
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
                session.until("!!document.querySelector('.points [role=listbox]')").await;
                session.eval("document.querySelector('.points [role=listbox]').focus()").await;
                session.driver.action_chain().send_keys(Key::Right).perform().await.unwrap();
            } else {
                session.press_enter_on(control).await;
            }
            session.until(open).await;
            session.until(&format!("location.search === '?{parameter}={value}'")).await;
            // The same address in a window that knows nothing opens the same, and has the focus there.
            session.goto(&url(&server, "/404.html")).await;
            session.goto(&url(&server, &format!("{path}?{parameter}={value}"))).await;
            session.until(open).await;
            if !matches!(parameter, "view" | "point") {
                session.until("document.activeElement.matches('summary, .note')").await;
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
        // What is understood is the program's affair, and the same in every browser.
        for junk in JUNK.into_iter().step_by(if browser == Browser::Chromium { 1 } else { 5 }) {
            for (parameter, path, _, open, _) in OPENED {
                // No note at all is asked for; and this is a point's name like another.
                if (parameter, junk) == ("note", "") || (parameter, junk) == ("point", "1.234") {
                    continue;
                }
                session.goto(&url(&server, &with_query(path, parameter, junk))).await;
                session
                    .until(&format!(
                        "document.querySelector('[role=status] .notice')?.textContent.includes('{parameter}=')"
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
                "window.late = 0; const now = window.Date.now.bind(window.Date);
                 window.Date.now = () => now() + window.late;
                 window.turn = (state) => { Object.defineProperty(document, 'visibilityState', { configurable: true, value: state });
                   document.dispatchEvent(new Event('visibilitychange')); };
                 turn('hidden'); window.late += 60e3; turn('visible')",
            )
            .await;
        let asked = "performance.getEntriesByType('resource').filter((entry) => entry.name.endsWith('/data/version.txt')).length";
        assert_eq!(session.number(asked).await, 0.0, "{browser:?}: asked after a minute");
        session.eval("turn('hidden'); window.late += 600e3; turn('visible')").await;
        session.until("document.querySelector('[role=status] .notice')?.textContent.includes('新的版本')").await;
        session.click(".notice button").await;
        session.until("!document.querySelector('.notice')").await;
        session.eval("turn('hidden'); window.late += 600e3; turn('visible')").await;
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
