//! The guess of a scene beside its words: a field to type what is pulled on the stage, and the way to the answer.

use super::contents::scene_page;
use crate::app::state::Action;
use crate::app::store::{use_selector, use_store};
use crate::app::use_site;
use crate::figure::GuessChart;
use crate::quantity::{read_number, write_number};
use crate::story::{Question, question};
use crate::words;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[component]
pub fn StageGuess() -> Html {
    let cx = use_site();
    let store = use_store();
    let lang = cx.lang;
    let question = use_memo((cx.lang, cx.page), move |(_, page)| {
        let question = question(cx.plan(), scene_page(*page)?)?;
        Some((GuessChart::of(cx.plan(), question.figure)?, question))
    });
    let guess = use_selector(|state| state.guess);
    // What stands in the field while it is written.
    let written = use_state_eq(|| None::<(String, Option<f64>)>);
    let Some((chart, Question { figure, answer })) = question.as_ref() else { return html! {} };
    let figure = *figure;
    let pulled = guess.filter(|(of, _)| *of == figure).map(|(_, value)| value);
    let (least, most, _) = chart.scale();
    let oninput = {
        let written = written.clone();
        Callback::from(move |event: InputEvent| {
            let field: HtmlInputElement = event.target_unchecked_into();
            let value = read_number(&field.value()).filter(|value| (least..=most).contains(value));
            if let Some(value) = value {
                store.dispatch(Action::Guess(figure, value));
            }
            written.set(Some((field.value(), value)));
        })
    };
    // What was pulled since stands there again.
    let typed = written.as_ref().filter(|(_, value)| value.is_none() || *value == pulled).map(|(text, _)| text.clone());
    let unreadable = written.as_ref().is_some_and(|(text, value)| value.is_none() && !text.is_empty());
    let number = || pulled.map(|value| write_number(value, 2).replace(',', "")).unwrap_or_default();
    let unit = chart.unit();
    html! {
        <div class="stage-guess">
            <label>
                <span>{words::guess_yours_label(lang)}</span>
                <input type="text" inputmode="decimal" autocomplete="off" value={typed.unwrap_or_else(number)} {oninput}
                    aria-invalid={unreadable.to_string()} />
                <span>{unit}</span>
            </label>
            if let Some(answer) = answer {
                <a class="action" href={format!("#{}", answer.as_str())}>{words::guess_show(lang)}</a>
            }
            <p role="status" class="unknown">
                if unreadable { <span>{words::guess_out_of_scale(&chart.words(most), lang)}</span> }
            </p>
        </div>
    }
}
