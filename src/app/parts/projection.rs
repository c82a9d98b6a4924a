//! What would it take: a pace to try, where the article gives a start; where it gives none, the page says so.

use super::text::tag;
use crate::app::chart::LiveDrawing;
use crate::app::store::{use_live, use_selector, use_store};
use crate::app::use_site;
use crate::figure::{ProjectionChart, Subject};
use crate::plan::{self, Ref};
use crate::quantity::{qualifier, read_number, write_number};
use crate::words;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct ProjectionProps {
    pub figure: Ref<plan::Figure>,
}

#[component]
pub fn Projection(props: &ProjectionProps) -> Html {
    let cx = use_site();
    let ProjectionProps { figure } = *props;
    let lang = cx.lang;
    let store = use_store();
    let asked = use_selector(|state| state.query.pace);
    let record = &cx.plan()[figure];
    let projection = use_memo((cx, figure), |(cx, figure)| ProjectionChart::of(cx.plan(), *figure));
    // While the slider is held; the address follows when it rests.
    let held = use_state_eq(|| None::<f64>);
    let live = use_live();
    let Some(projection) = projection.as_ref() else {
        let promised_only = record.past.is_none() && record.promise.is_some();
        return html! {
            if promised_only {
                <section class="whatif">
                    <h2>{words::whatif(lang)}</h2>
                    <p class="not-stated">{words::whatif_no_start(lang)}</p>
                </section>
            }
        };
    };
    let (least, most, step) = projection.scale();
    let settled = asked.map_or_else(|| projection.clone(), |pace| projection.with_pace(pace));
    let tried = held.map_or_else(|| settled.clone(), |pace| projection.with_pace(pace));
    let on_scale = asked.is_none_or(|pace| (least..=most).contains(&pace));
    let pace = |event: Event| read_number(&event.target_unchecked_into::<HtmlInputElement>().value());
    let oninput = {
        let held = held.setter();
        Callback::from(move |event: InputEvent| held.set(pace(event.into())))
    };
    let onchange = {
        let held = held.setter();
        let stated = projection.stated();
        Callback::from(move |event: Event| {
            let pace = pace(event).filter(|pace| (pace - stated).abs() > step / 2.0);
            store.edit(|query| query.pace = pace);
            held.set(None);
        })
    };
    let number = |value: f64| write_number(value, 2).replace(',', "");
    let result = tried.result_words(lang);
    html! {
        <section class="whatif">
            <h2>{words::whatif(lang)}{" "}{tag(words::computed(lang))}</h2>
            {for record.values().last().map(|(_, value)| html! {
                <p class="source">{value.measure.as_str()}{" "}{tag(qualifier(&value.quantity, lang))}</p>
            })}
            <LiveDrawing subject={Rc::new(Subject::Projection(tried.clone()))} settled={Rc::new(Subject::Projection(settled))} />
            <label>
                <span>{words::whatif_pace(lang)}{lang.pick("：", ": ")}<span key={tried.pace_words()} data-n="point">{tried.pace_words()}</span></span>
                <input type="range" min={number(least)} max={number(most)} step={number(step)} value={number(tried.pace)}
                    disabled={!live} aria-valuetext={tried.pace_words()} {oninput} {onchange} />
            </label>
            <output data-n="point"><span key={result.clone()}>{result}</span></output>
            if !on_scale { <p class="unknown not-stated">{words::whatif_unknown(lang)}</p> }
        </section>
    }
}
