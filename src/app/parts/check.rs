//! The section of the data page where readers check a text themselves: paste, choose or drop it. A worker checks it, so
//! that no text, however long or odd, can hold up the page; nothing leaves the device. Without the program the section
//! says how to check by the command line, and pretends nothing.

use crate::app::browser::{Listen, Listener, spawn_then, warn};
use crate::app::state::Action;
use crate::app::store::{use_selector, use_store};
use crate::app::{SiteContext, use_site};
use crate::check::{Checked, Encoding, FileKind, MOST_BYTES, Piece, PieceKind, Report, tidy};
use crate::quantity::Lang;
use crate::words;
use js_sys::{Object, Reflect, Uint8Array};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DataTransfer, ErrorEvent, File, HtmlInputElement, HtmlTextAreaElement, MessageEvent, TextDecoder, Worker,
};
use yew::prelude::*;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Status {
    /// Nothing was asked yet, or the report of the last check is shown.
    Rest,
    Working,
    Refused(Refusal),
}

/// Why a text is not checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Refusal {
    Empty,
    TooLong,
    NotText,
    Document,
    /// The program did not come, or broke off.
    Failed,
}

impl Refusal {
    fn words(self, lang: Lang) -> AttrValue {
        match self {
            Refusal::Empty => words::check_empty(lang).into(),
            Refusal::TooLong => words::check_too_long(MOST_BYTES >> 20, lang).into(),
            Refusal::NotText => words::check_not_text(lang).into(),
            Refusal::Document => words::check_word_file(lang).into(),
            Refusal::Failed => words::check_failed(lang).into(),
        }
    }
}

/// A worker with its listeners; it ends when it is dropped.
struct Checker {
    worker: Worker,
    _listeners: [Listener; 2],
}

impl Drop for Checker {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

impl Checker {
    /// `answer` gets the report of each text, or none where it could not be made.
    fn start(script: &str, answer: impl Fn(Option<Report>) + 'static) -> Option<Checker> {
        let worker = Worker::new(script).map_err(|error| warn("the check cannot be started", &error)).ok()?;
        let answer = Rc::new(answer);
        let failed = {
            let answer = Rc::clone(&answer);
            Listener::new(&worker, "error", Listen { active: true, ..Listen::default() }, move |event| {
                event.prevent_default();
                let message = event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message).unwrap_or_default();
                warn("the check broke off", &message.into());
                answer(None);
            })
        };
        let answered = Listener::on(&worker, "message", move |event| {
            answer(event.dyn_ref::<MessageEvent>().and_then(|event| report(&event.data())));
        });
        Some(Checker { worker, _listeners: [failed, answered] })
    }

    fn ask(&self, text: &str, cx: &SiteContext) -> Result<(), JsValue> {
        let files = cx.check();
        let question = Object::new();
        for (name, value) in [
            ("text", text),
            ("lang", cx.lang.code()),
            ("wasm", files.wasm.as_str()),
            ("integrity", files.wasm_integrity.as_str()),
        ] {
            Reflect::set(&question, &name.into(), &value.into())?;
        }
        self.worker.post_message(&question)
    }
}

/// What a worker answered: bytes, or nothing where it failed and has said why.
fn report(data: &JsValue) -> Option<Report> {
    let bytes = data.dyn_ref::<Uint8Array>()?.to_vec();
    Report::decode(&bytes).map_err(|error| warn("the report is of another release", &error.to_string().into())).ok()
}

/// The text of a file, and how it was read where that is worth a word.
async fn read(file: File) -> Result<(String, Option<Encoding>), Refusal> {
    // In UTF-16 a text of Latin letters has twice the bytes that it has in UTF-8.
    if file.size() > 2.0 * MOST_BYTES as f64 {
        return Err(Refusal::TooLong);
    }
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|error| {
        warn("the file cannot be read", &error);
        Refusal::NotText
    })?;
    let bytes = Uint8Array::new(&buffer).to_vec();
    let kind = FileKind::of(&bytes);
    let encoding = match kind {
        // Too long is too long, whatever it is.
        _ if bytes.len() > MOST_BYTES && !matches!(kind, FileKind::Text(Encoding::Utf16Le | Encoding::Utf16Be)) => {
            return Err(Refusal::TooLong);
        }
        FileKind::Text(encoding) => encoding,
        FileKind::Document => return Err(Refusal::Document),
        FileKind::Other => return Err(Refusal::NotText),
    };
    let text = TextDecoder::new_with_label(encoding.label())
        .and_then(|decoder| decoder.decode_with_u8_array(&bytes))
        .map_err(|error| {
        warn("the file is no text", &error);
        Refusal::NotText
    })?;
    Ok((tidy(&text), (encoding != Encoding::Utf8).then_some(encoding)))
}

/// The check under way: its worker, and which input it is for.
#[derive(Default)]
struct Session {
    checker: RefCell<Option<Checker>>,
    busy: Cell<bool>,
    /// How the file that is checked was read.
    encoding: Cell<Option<Encoding>>,
    /// Grows with each input, so that an older file that was still being read is dropped.
    turn: Cell<u32>,
}

impl Session {
    /// Ends what is still at work on an older input.
    fn begin(&self) -> u32 {
        if self.busy.replace(false) {
            self.checker.replace(None);
        }
        self.turn.set(self.turn.get() + 1);
        self.turn.get()
    }
}

#[component]
pub fn Check() -> Html {
    let cx = use_site();
    let lang = cx.lang;
    let store = use_store();
    let ready = use_state_eq(|| false);
    let status = use_state_eq(|| Status::Rest);
    let session = use_memo((), |()| Session::default());
    let area = use_node_ref();
    {
        let (ready, session) = (ready.setter(), session.clone());
        use_effect_with((), move |()| {
            ready.set(true);
            move || {
                session.begin();
                session.checker.replace(None);
            }
        });
    }
    // Each step says what it found, and what was found before goes.
    let report_status = {
        let (status, store) = (status.setter(), store.clone());
        move |now: Status, found: Option<Checked>| {
            store.dispatch(Action::Checked(found.map(Rc::new)));
            status.set(now);
        }
    };
    let check = {
        let (session, report_status, store) = (session.clone(), report_status.clone(), store);
        move |text: &str, encoding: Option<Encoding>| {
            session.begin();
            let refusal = match text {
                _ if text.trim().is_empty() => Some(Refusal::Empty),
                _ if text.len() > MOST_BYTES => Some(Refusal::TooLong),
                _ => None,
            };
            if let Some(refusal) = refusal {
                return report_status(Status::Refused(refusal), None);
            }
            report_status(Status::Working, None);
            session.busy.set(true);
            session.encoding.set(encoding);
            let answer = {
                let (session, report_status, store) = (session.clone(), report_status.clone(), store.clone());
                // What is at work on an older input has ended, so an answer is always to the newest one.
                move |report: Option<Report>| {
                    session.busy.set(false);
                    if let Some(report) = report {
                        return report_status(
                            Status::Rest,
                            Some(Checked { lang, encoding: session.encoding.get(), report }),
                        );
                    }
                    // Its files may have given way to those of a newer release.
                    session.checker.replace(None);
                    store.dispatch(Action::CheckForUpdate);
                    report_status(Status::Refused(Refusal::Failed), None);
                }
            };
            if session.checker.borrow().is_none() {
                session.checker.replace(Checker::start(cx.check().worker.as_str(), answer.clone()));
            }
            let asked = session.checker.borrow().as_ref().map(|checker| checker.ask(text, &cx));
            match asked {
                Some(Ok(())) => {}
                Some(Err(error)) => {
                    warn("the check cannot be asked", &error);
                    answer(None);
                }
                None => answer(None),
            }
        }
    };
    let take = {
        let (session, report_status, check) = (session.clone(), report_status.clone(), check.clone());
        move |file: File| {
            let turn = session.begin();
            let (session, report_status, check) = (session.clone(), report_status.clone(), check.clone());
            report_status(Status::Working, None);
            spawn_then(read(file), move |read| {
                if turn == session.turn.get() {
                    match read {
                        Ok((text, encoding)) => check(&text, encoding),
                        Err(refusal) => report_status(Status::Refused(refusal), None),
                    }
                }
            });
        }
    };
    let onsubmit = {
        let (area, check, report_status, session) = (area.clone(), check, report_status, session);
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(area) = area.cast::<HtmlTextAreaElement>() else { return };
            // text_length counts UTF-16 units, never more than UTF-8 bytes: a text that is too long is refused
            // without copying it.
            if area.text_length() as usize > MOST_BYTES {
                session.begin();
                return report_status(Status::Refused(Refusal::TooLong), None);
            }
            check(&area.value(), None);
        })
    };
    let onchange = {
        let take = take.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                take(file);
            }
            // The same file may be chosen again once it was mended.
            input.set_value("");
        })
    };
    let ondragover = Callback::from(|event: DragEvent| {
        if event.data_transfer().is_some_and(|data| holds_file(&data)) {
            event.prevent_default();
        }
    });
    let ondrop = Callback::from(move |event: DragEvent| {
        let Some(data) = event.data_transfer().filter(holds_file) else { return };
        event.prevent_default();
        if let Some(file) = data.files().and_then(|files| files.get(0)) {
            take(file);
        }
    });
    let checked =
        use_selector(|state| state.checked.clone()).filter(|checked| checked.lang == lang && *status == Status::Rest);
    let message: AttrValue = match *status {
        Status::Working => words::check_working(lang).into(),
        Status::Refused(refusal) => refusal.words(lang),
        Status::Rest => checked.as_ref().map_or(AttrValue::default(), |checked| said(checked).into()),
    };
    html! {
        <section id="check" class="check" {ondragover} {ondrop}>
            <h2>{words::check_title(lang)}</h2>
            <form class={(!*ready).then_some("waiting")} {onsubmit} aria-busy={(*status == Status::Working).then_some("true")}>
                <p>{words::check_lede(lang)}</p>
                <label for="check-text">{words::check_text(lang)}</label>
                <textarea id="check-text" ref={area} disabled={!*ready} lang="zh-CN" rows="6" autocomplete="off" spellcheck="false" />
                <p><button type="submit" disabled={!*ready}>{words::check_start(lang)}</button></p>
                // The browser's own button speaks the browser's language.
                <input id="check-file" class="only-heard" type="file" disabled={!*ready} accept=".txt,text/plain,.doc,.docx,.rtf,.pdf" {onchange} />
                <label for="check-file" class="file">{words::check_file(lang)}</label>
                <p role="status"><span key={message.to_string()}>{message}</span></p>
                if let Some(checked) = checked { {outcome(&checked.report, lang)} }
            </form>
            <p>{words::check_command(lang)}</p>
            <pre><code>{COMMAND}</code></pre>
        </section>
    }
}

const COMMAND: &str = "make verify ARTICLE=article.txt";

fn holds_file(data: &DataTransfer) -> bool {
    data.types().includes(&"Files".into(), 0)
}

/// The summary, and how the file was read.
fn said(checked: &Checked) -> String {
    let read =
        checked.encoding.map_or_else(String::new, |encoding| words::check_read_as(encoding.name(), checked.lang));
    format!("{}{read}", checked.report.summary)
}

fn outcome(report: &Report, lang: Lang) -> Html {
    let list = |title: &'static str, lines: &[Vec<Piece>]| {
        html! {
            if !lines.is_empty() {
                <div key={title}>
                    <h3>{title}</h3>
                    <ul>{for lines.iter().map(|line| html! { <li>{pieces(line)}</li> })}</ul>
                </div>
            }
        }
    };
    html! {
        <div class="outcome">
            {list(words::check_misses(lang), &report.misses)}
            {list(words::check_otherwise(lang), &report.characters)}
            if !report.text.is_empty() {
                <div key="marked">
                    <h3>{words::check_marked(lang)}</h3>
                    <p>{words::check_key(lang)}</p>
                    <div class="marked-text">{for report.text.iter().map(|line| html! { <p>{pieces(line)}</p> })}</div>
                </div>
            }
        </div>
    }
}

fn pieces(line: &[Piece]) -> Html {
    line.iter().map(piece).collect()
}

fn piece(piece: &Piece) -> Html {
    let Piece { kind, text, href, title } = piece;
    // The article is Chinese on every page; the site's own words are the page's.
    let lang = (!matches!(kind, PieceKind::Words | PieceKind::Promises)).then_some(Lang::Zh.tag());
    let title = (!title.is_empty()).then(|| title.clone());
    match href.is_empty() {
        true => html! { <span class={kind.name()} {lang} {title}>{text}</span> },
        false => html! { <a class={kind.name()} {lang} {title} href={href.clone()}>{text}</a> },
    }
}
