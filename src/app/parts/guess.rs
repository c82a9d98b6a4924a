//! The reader's guess before the figure: asked where the address has `?guess=`, and part of the page only then.

use super::text::tag;
use crate::app::Context;
use crate::plan::{self, Ref};
use crate::quantity::{Quantity, qualifier, written};
use crate::route::Page;
use crate::words;
use yew::prelude::*;

/// Steps from end to end of the scale.
const STEPS: f64 = 100.0;

/// The value that is guessed: what is promised, or what was done.
fn asked(record: &plan::Figure) -> Option<&plan::Value> {
    record.promise.as_ref().or(record.past.as_ref())
}

/// The figure's page as a question.
pub fn invitation(cx: &Context, reference: Ref<plan::Figure>) -> Html {
    let record = &cx.plan()[reference];
    if record.guess_up_to.is_none() {
        return html! {};
    }
    // The head script must see the question before the page is painted, so the link loads a document.
    html! {
        <a class="invite" target="_self" href={format!("{}?guess=", cx.href(Page::Figure(reference)))}>{words::guess_first(cx.lang)}</a>
    }
}

fn guess(cx: &Context, reference: Ref<plan::Figure>) -> Html {
    let lang = cx.lang;
    let record = &cx.plan()[reference];
    let Some((most, value)) = record.guess_up_to.zip(asked(record)) else {
        return html! {};
    };
    let answer = written(&value.quantity, lang);
    let scale = plain(&answer.number) / value.quantity.value;
    let most = most * scale;
    let period = if record.promise.is_some() { cx.plan().site.next } else { cx.plan().site.past };
    let unit = answer.rest();
    let step = (most / STEPS).to_string();
    let bar = |kind: &'static str, label: &'static str| {
        html! { <div key={kind} data-bar={kind}><span>{label}</span><i></i><b></b></div> }
    };
    html! {
        <section class="guess" data-module="guess" data-answer={plain(&answer.number).to_string()} data-most={most.to_string()}
            data-unit={unit.clone()} data-higher={words::guess_higher(lang)} data-lower={words::guess_lower(lang)}
            data-exact={words::guess_exact(lang)} data-yours={words::guess_yours(lang)} data-copied={words::copied(lang)}>
            <h2>{words::guess_title(lang)}</h2>
            <form>
                <p>{period.as_str()}{lang.pick("，", ": ")}{value.measure.as_str()}{lang.pick("，您猜是多少？", ". What is your guess?")}</p>
                <p class="unknown not-stated" hidden=true>{words::guess_unknown(lang)}</p>
                <div class="slide">
                    <input type="range" min="0" max={most.to_string()} step={step.clone()} aria-label={words::guess_yours_label(lang)} />
                    <input type="number" name="guess" min="0" max={most.to_string()} step="any" inputmode="decimal" required=true aria-label={words::guess_yours_label(lang)} />
                    <span>{unit}</span>
                </div>
                <button type="submit">{words::guess_show(lang)}</button>
            </form>
            <div class="told" hidden=true>
                <p role="status" tabindex="-1"></p>
                <p hidden=true>{words::guess_friend(lang)}</p>
                {bar("mine", words::guess_mine(lang))}
                {bar("theirs", words::guess_theirs(lang))}
                {bar("answer", words::guess_answer(lang))}
                // What is compared with is no firmer than the article says.
                {tag(qualifier(&value.quantity, lang))}
                <div class="pass-on">
                    <a href="?guess=">{words::guess_link(lang)}</a>
                    <button type="button">{words::guess_send(lang)}</button>
                </div>
            </div>
        </section>
    }
}

/// The number that was written, without its commas.
pub fn plain(number: &str) -> f64 {
    number.replace(',', "").parse().expect("a number as it was written")
}

/// What a quantity is called after its number.
pub fn unit(quantity: &Quantity, cx: &Context) -> String {
    written(quantity, cx.lang).rest()
}

#[derive(Clone, PartialEq, Properties)]
pub struct GuessProps {
    pub context: Context,
    pub figure: Ref<plan::Figure>,
}

#[component]
pub fn Guess(props: &GuessProps) -> Html {
    guess(&props.context, props.figure)
}
