//! Draw it yourself: readers who come with `?guess=` pull the figure to where they believe it is, and then see the
//! article's value beside theirs.

use super::text::tag;
use crate::app::browser::{copy_text, document, spawn_then, warn};
use crate::app::chart::{LiveDrawing, Slider};
use crate::app::store::{use_selector, use_store};
use crate::app::{SiteContext, use_site};
use crate::figure::{Frame, GuessChart, GuessState, Subject};
use crate::plan::{self, Ref};
use crate::quantity::{qualifier, read_number, write_number};
use crate::route::Page;
use crate::route::query::{Guess as Asked, Query};
use crate::words;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::{Element, FocusOptions, HtmlElement, HtmlInputElement, SubmitEvent};
use yew::prelude::*;

/// The figure's page as a question.
pub fn invitation(cx: &SiteContext, reference: Ref<plan::Figure>) -> Html {
    if cx.plan()[reference].guess_up_to.is_none() {
        return html! {};
    }
    html! { <a class="invite" href={format!("{}?guess=", cx.href(Page::Figure(reference)))}>{words::guess_first(cx.lang)}</a> }
}

#[derive(Clone, PartialEq, Properties)]
pub struct GuessProps {
    pub figure: Ref<plan::Figure>,
}

/// Where the reader is: the stylesheet hides the figure until the guess is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    NotAsked,
    Asking,
    Answered,
}

#[component]
pub fn Guess(props: &GuessProps) -> Html {
    let cx = use_site();
    let GuessProps { figure } = *props;
    let lang = cx.lang;
    let store = use_store();
    let chart = use_memo((cx, figure), |(cx, figure)| GuessChart::of(cx.plan(), *figure));
    // Nothing before the reader has moved the mark.
    let mine = use_state_eq(|| None::<f64>);
    let (question, mark) = (use_node_ref(), use_node_ref());
    // What stands in the field while it is written.
    let written = use_state_eq(|| None::<String>);
    let answered = use_state_eq(|| false);
    // The guess that the link brought is the friend's, as long as the reader has made none.
    let friend = use_state_eq(|| None::<f64>);
    let unreadable = use_state_eq(|| false);
    let laid_out = use_mut_ref(|| None::<Frame>);
    let asked = use_selector(|state| state.query.guess);
    let phase = match (asked, *answered) {
        (None, _) => Phase::NotAsked,
        (Some(_), false) => Phase::Asking,
        (Some(_), true) => Phase::Answered,
    };
    {
        let (friend, answered) = (friend.setter(), answered.setter());
        use_effect_with(asked.is_some(), move |is_asked| {
            friend.set(match asked {
                Some(Asked::Given(theirs)) => Some(theirs),
                _ => None,
            });
            if !is_asked {
                answered.set(false);
            }
        });
    }
    {
        let (question, mark, name) = (question.clone(), mark.clone(), cx.plan()[figure].name.as_str());
        use_effect_with(phase, move |phase| {
            mark_document(match phase {
                Phase::NotAsked => None,
                Phase::Asking => Some("ask"),
                Phase::Answered => Some("told"),
            });
            let title = (*phase == Phase::Asking).then(|| {
                show_question(&question, &mark);
                // The title of the page would tell the answer.
                let title = document().title();
                document().set_title(&format!("{name} · {}", words::guess_title(lang)));
                title
            });
            move || {
                mark_document(None);
                title.iter().for_each(|title| document().set_title(title));
            }
        });
    }
    let Some(chart) = chart.as_ref() else { return html! {} };
    let (least, most, _) = chart.scale();
    let moved = mine.is_some();
    let value = mine.unwrap_or(chart.mine());
    let state =
        if phase == Phase::Answered { GuessState::Answered { mine: value } } else { GuessState::Ask { mine: value } };
    let shown = chart.with_state(state).with_friend(*friend);
    let settled = if phase == Phase::Answered { shown.clone() } else { chart.clone() };
    let set = {
        let (mine, unreadable, written) = (mine.clone(), unreadable.clone(), written.clone());
        Callback::from(move |value: f64| {
            unreadable.set(false);
            written.set(None);
            mine.set(Some(value));
        })
    };
    let oninput = {
        let (mine, unreadable) = (mine.clone(), unreadable.clone());
        let written = written.clone();
        Callback::from(move |event: InputEvent| {
            let field: HtmlInputElement = event.target_unchecked_into();
            let value = read_number(&field.value()).filter(|value| (least..=most).contains(value));
            unreadable.set(value.is_none());
            if value.is_some() {
                mine.set(value);
            }
            written.set(Some(field.value()));
        })
    };
    let onsubmit = {
        let (store, answered, unreadable) = (store.clone(), answered.clone(), unreadable.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if moved && !*unreadable {
                answered.set(true);
                store.edit(|query| query.guess = Some(Asked::Given(value)));
            }
        })
    };
    let onlayout = {
        let layout = Rc::clone(&laid_out);
        Callback::from(move |frame| *layout.borrow_mut() = Some(frame))
    };
    let number = written.as_ref().cloned().unwrap_or_else(|| write_number(value, 2).replace(',', ""));
    let record = &cx.plan()[figure];
    html! {
        <section ref={question} class="guess">
            // The page's own heading says the value, and is hidden until the reader has guessed.
            <h2 aria-level={(phase == Phase::Asking).then_some("1")}>{words::guess_title(lang)}</h2>
            <p>{words::guess_question(&shown.question(), lang)}</p>
            if phase != Phase::NotAsked {
                <LiveDrawing subject={Rc::new(Subject::Guess(shown.clone()))} settled={Rc::new(Subject::Guess(settled))} moves={phase == Phase::Answered} {onlayout}>
                    if phase == Phase::Asking {
                        <Slider class="handle" node={mark} label={words::guess_yours_label(lang)} scale={shown.scale()} value={shown.mine()}
                            text={shown.words(shown.mine())} onpull={pull(&shown, &laid_out, &set)} onchange={set} />
                    }
                </LiveDrawing>
            }
            if phase == Phase::Asking {
                <form {onsubmit}>
                    <label>
                        <span>{words::guess_yours_label(lang)}</span>
                        <input type="text" inputmode="decimal" autocomplete="off" value={number} {oninput} aria-invalid={unreadable.to_string()} />
                        <span>{chart.unit()}</span>
                    </label>
                    <p role="status" class="unknown">
                        if *unreadable { <span>{words::guess_out_of_scale(&chart.words(most), lang)}</span> }
                    </p>
                    <button type="submit" disabled={!moved}>{words::guess_show(lang)}</button>
                    if !moved { <p class="hint">{words::guess_move(lang)}</p> }
                </form>
            }
            if phase == Phase::Answered {
                <div class="told">
                    <Outcome text={shown.result_words().unwrap_or_default()} />
                    if friend.is_some() { <p>{words::guess_friend(lang)}</p> }
                    // What is compared with is no firmer than the article says.
                    {for record.values().last().map(|(_, value)| tag(qualifier(&value.quantity, lang)))}
                    <PassOn {figure} {value} />
                </div>
            }
        </section>
    }
}

/// The value at a place of the drawing as it was laid out.
fn pull(chart: &GuessChart, laid_out: &Rc<RefCell<Option<Frame>>>, set: &Callback<f64>) -> Callback<(f64, f64)> {
    let (chart, laid_out, set) = (chart.clone(), Rc::clone(laid_out), set.clone());
    Callback::from(move |(x, y): (f64, f64)| {
        if let Some(frame) = *laid_out.borrow() {
            set.emit(chart.value_at(frame, x, y));
        }
    })
}

/// Brings the question into view, and the focus to what is moved.
fn show_question(question: &NodeRef, mark: &NodeRef) {
    if let Some(question) = question.cast::<Element>() {
        question.scroll_into_view();
    }
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    if let Some(Err(error)) = mark.cast::<HtmlElement>().map(|mark| mark.focus_with_options(&options)) {
        warn("the question has not the focus", &error);
    }
}

#[derive(Clone, PartialEq, Properties)]
struct OutcomeProps {
    text: String,
}

/// Takes the focus as soon as it is there: the form that had it is gone.
#[component]
fn Outcome(props: &OutcomeProps) -> Html {
    let line = use_node_ref();
    {
        let line = line.clone();
        use_effect_with((), move |()| {
            if let Some(line) = line.cast::<HtmlElement>()
                && let Err(error) = line.focus()
            {
                warn("the outcome of the guess has not the focus", &error);
            }
        });
    }
    let text = props.text.clone();
    html! { <p ref={line} class="result" tabindex="-1"><span key={text.clone()}>{text}</span></p> }
}

#[derive(Clone, PartialEq, Properties)]
struct PassOnProps {
    figure: Ref<plan::Figure>,
    value: f64,
}

/// The link that asks a friend, with the reader's guess in it.
#[component]
fn PassOn(props: &PassOnProps) -> Html {
    let cx = use_site();
    let PassOnProps { figure, value } = *props;
    let copied = use_state_eq(|| false);
    let carried = use_selector(|state| state.query.carried());
    let query = Query { guess: Some(Asked::Given(value)), ..carried }.format(cx.plan());
    let address = format!("{}{query}", cx.address().page(Page::Figure(figure), cx.plan(), cx.lang));
    let onclick = {
        let (address, copied) = (address.clone(), copied.setter());
        Callback::from(move |_: MouseEvent| {
            let (address, copied) = (address.clone(), copied.clone());
            spawn_then(async move { copy_text(&address).await }, move |outcome| match outcome {
                Ok(()) => copied.set(true),
                // The link beside the button is there to be copied by hand.
                Err(error) => warn("the link was not copied", &error),
            });
        })
    };
    let word = if *copied { words::copied(cx.lang) } else { words::guess_send(cx.lang) };
    html! {
        <div class="pass-on">
            <a href={address}>{words::guess_link(cx.lang)}</a>
            <button type="button" {onclick}><span key={word}>{word}</span></button>
        </div>
    }
}

/// On the root of the document: what the stylesheet shows of the page.
fn mark_document(phase: Option<&str>) {
    let Some(root) = document().document_element() else { return };
    let done = match phase {
        Some(phase) => root.set_attribute("data-guess", phase),
        None => root.remove_attribute("data-guess"),
    };
    if let Err(error) = done {
        warn("the figure is not hidden while it is guessed", &error);
    }
}
