//! Reading aloud, by a voice of the language and by no other.

use crate::session::{Browser, Session};
use crate::site::{built, serve, url};

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
        session.until("!!document.querySelector('.actions .speak')").await;
        session.eval("document.querySelector('.actions .speak').scrollIntoView()").await;
        // None of these reads Mandarin.
        session.until("document.querySelector('.actions .speak').hidden").await;
        session.eval("window.voices.push('zh_CN'); speechSynthesis.dispatchEvent(new Event('voiceschanged'))").await;
        session.until("!document.querySelector('.actions .speak').hidden").await;
        session.press_enter_on(".actions .speak").await;
        // To its end, sentence by sentence; then the button is off by itself.
        session.until("window.said.length > 2 && document.querySelector('.actions .speak').getAttribute('aria-pressed') === 'false'").await;
        let said = session.text("window.said.map(([, , text]) => text).join('')").await;
        assert!(said.contains("稳定在 60% 以上"), "{browser:?}: {said}");
        assert_eq!(
            session.text("[...new Set(window.said.map(([voice, lang]) => voice + ' ' + lang))]").await,
            "zh_CN zh-CN"
        );
        // Stopped by the reader; and with its page.
        session.eval("window.silent = true").await;
        session.press_enter_on(".actions .speak").await;
        session.until("document.querySelector('.actions .speak').getAttribute('aria-pressed') === 'true'").await;
        let quiet = session.number("window.quiet").await;
        session.press_enter_on(".actions .speak").await;
        session.until(&format!("window.quiet > {quiet} && document.querySelector('.actions .speak').getAttribute('aria-pressed') === 'false'")).await;
        session.press_enter_on(".actions .speak").await;
        session.until("document.querySelector('.actions .speak').getAttribute('aria-pressed') === 'true'").await;
        let quiet = session.number("window.quiet").await;
        session.click(".masthead a.name").await;
        session.until(&format!("location.pathname === '/' && window.quiet > {quiet}")).await;
        session.quit().await;
    }
}
