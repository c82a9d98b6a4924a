//! Reads a passage aloud, sentence by sentence. The button is not there where the device has no voice for the language.

use crate::app::browser::{Listener, Timer, after, has, warn, window};
use crate::app::passage::Passage;
use crate::app::state::Action;
use crate::app::store::{use_selector, use_store};
use crate::app::use_site;
use crate::quantity::Lang;
use crate::speech::{pieces, rank};
use crate::words;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};
use yew::prelude::*;

/// Watchdog timeouts: until an utterance starts, then per character of the slowest voice.
const BEGIN_MS: u32 = 6_000;
const CHARACTER_MS: [u32; 2] = [600, 200];
/// Browsers drop an utterance that is queued right after cancel().
const PAUSE_MS: u32 = 80;

/// None where the browser cannot speak.
fn speech() -> Option<SpeechSynthesis> {
    has(&window(), "speechSynthesis").then(|| window().speech_synthesis().ok()).flatten()
}

/// The best voice for a language; of equals one of the device itself, which needs no network and tells nobody.
fn voice(speech: &SpeechSynthesis, lang: Lang) -> Option<SpeechSynthesisVoice> {
    let voices = speech.get_voices().iter().map(JsCast::unchecked_into::<SpeechSynthesisVoice>).collect::<Vec<_>>();
    let ranked =
        voices.into_iter().filter_map(|voice| Some((rank(&voice.lang(), lang)?, !voice.local_service(), voice)));
    ranked.min_by_key(|(rank, remote, _)| (*rank, *remote)).map(|(_, _, voice)| voice)
}

/// A text that is being read. It falls silent when it is dropped.
struct Reading {
    speech: SpeechSynthesis,
    at: Rc<RefCell<Playback>>,
}

struct Playback {
    lang: Lang,
    pieces: std::vec::IntoIter<String>,
    /// Held, or the browser may garbage-collect the utterance and never fire its end event.
    said: Option<(SpeechSynthesisUtterance, Vec<Listener>)>,
    /// The pause before a piece; then the time by which it must have ended.
    timer: Option<Timer>,
    ended: Callback<()>,
}

impl Reading {
    fn start(speech: SpeechSynthesis, lang: Lang, text: &str, ended: Callback<()>) -> Reading {
        // Whatever was read before gives way.
        speech.cancel();
        let pieces = pieces(text).into_iter();
        let at = Rc::new(RefCell::new(Playback { lang, pieces, said: None, timer: None, ended }));
        let first = (speech.clone(), Rc::clone(&at));
        at.borrow_mut().timer = Some(after(PAUSE_MS, move || next(&first.0, &first.1)));
        Reading { speech, at }
    }
}

impl Drop for Reading {
    fn drop(&mut self) {
        // The listeners go first: being told to stop is no end.
        let mut at = self.at.borrow_mut();
        (at.said, at.timer) = (None, None);
        self.speech.cancel();
    }
}

/// Reads the next piece, or says that the text has ended.
fn next(speech: &SpeechSynthesis, at: &Rc<RefCell<Playback>>) {
    let (piece, lang, ended) = {
        let mut at = at.borrow_mut();
        (at.pieces.next(), at.lang, at.ended.clone())
    };
    let utterance = piece.as_ref().and_then(|piece| {
        SpeechSynthesisUtterance::new_with_text(piece).map_err(|error| warn("nothing can be read aloud", &error)).ok()
    });
    let (Some(piece), Some(utterance)) = (piece, utterance) else { return ended.emit(()) };
    utterance.set_lang(lang.tag());
    utterance.set_voice(voice(speech, lang).as_ref());
    let end = {
        let (speech, at) = (speech.clone(), Rc::downgrade(at));
        Listener::on(&utterance, "end", move |_| {
            if let Some(at) = at.upgrade() {
                next(&speech, &at);
            }
        })
    };
    let error = {
        let ended = ended.clone();
        Listener::on(&utterance, "error", move |event| {
            warn("the voice broke off", &event);
            ended.emit(());
        })
    };
    let length = u32::try_from(piece.chars().count()).unwrap_or(u32::MAX);
    let longest = length.saturating_mul(CHARACTER_MS[lang as usize]);
    let silent = move || {
        warn("the voice has fallen silent", &piece.into());
        ended.emit(());
    };
    let silent = {
        let (speech, at) = (speech.clone(), Rc::downgrade(at));
        after(BEGIN_MS, move || match at.upgrade().filter(|_| speech.speaking()) {
            Some(at) => at.borrow_mut().timer = Some(after(longest, silent)),
            None => silent(),
        })
    };
    {
        let mut at = at.borrow_mut();
        at.timer = Some(silent);
        at.said = Some((utterance.clone(), vec![end, error]));
    }
    speech.speak(&utterance);
}

#[derive(Clone, PartialEq, Properties)]
pub struct SpeakProps {
    pub passage: Passage,
}

#[component]
pub fn Speak(props: &SpeakProps) -> Html {
    let cx = use_site();
    let SpeakProps { passage } = props.clone();
    let lang = cx.lang;
    let store = use_store();
    let has_voice = use_state_eq(|| false);
    {
        let has_voice = has_voice.setter();
        // Voices come after the page, and some go.
        use_effect_with(lang, move |lang| {
            let lang = *lang;
            let listener = speech().map(|speech| {
                let look = {
                    let speech = speech.clone();
                    move || has_voice.set(voice(&speech, lang).is_some())
                };
                look();
                Listener::on(&speech, "voiceschanged", move |_| look())
            });
            move || drop(listener)
        });
    }
    let on = {
        let passage = passage.clone();
        use_selector(move |state| state.speaking.as_ref() == Some(&passage))
    };
    {
        let (store, passage) = (store.clone(), passage.clone());
        use_effect_with(on, move |on| {
            let since = store.state().query.since;
            let stop = move || store.dispatch(Action::Speak(None));
            let reading = speech().filter(|_| *on).map(|speech| {
                let leaving = Listener::on(&window(), "pagehide", {
                    let stop = stop.clone();
                    move |_| stop()
                });
                let text = passage.text(cx.plan(), cx.page, since);
                (Reading::start(speech, lang, &text, Callback::from(move |()| stop())), leaving)
            });
            move || drop(reading)
        });
    }
    let onclick = Callback::from(move |_: MouseEvent| {
        store.dispatch(Action::Speak((!on).then(|| passage.clone())));
    });
    html! {
        <button class="speak" type="button" hidden={!*has_voice} aria-pressed={on.to_string()} {onclick}>
            {words::speak(lang)}
        </button>
    }
}
