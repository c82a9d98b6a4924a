//! What would it take: a pace to try, where the article gives a start; where it gives none, the page says so.

use super::guess::{plain, unit};
use super::text::tag;
use crate::app::Context;
use crate::figure::{Figure, Part, Subject, tell};
use crate::plan::{self, Computed, Ref, YEARS};
use crate::quantity::{Unit, qualifier, written};
use crate::words;
use yew::prelude::*;

/// A slider's scale and what it starts from; all numbers as they are written in the page's language.
struct Trial {
    mode: &'static str,
    from: f64,
    to: f64,
    stated: f64,
    most: f64,
    unit: String,
    part: Part,
    /// What the pace is counted in, and what is said of where it leads.
    pace: String,
    result: &'static str,
}

fn whatif(cx: &Context, reference: Ref<plan::Figure>) -> Html {
    let lang = cx.lang;
    let record = &cx.plan()[reference];
    let Some(trial) = trial(cx, record) else {
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
    let told = tell(&Subject::Figure(Figure::of(cx.plan(), reference)), trial.part);
    let step = if trial.mode == "growing" { 0.5 } else { trial.most / 100.0 };
    html! {
        <section class="whatif" data-module="whatif" data-mode={trial.mode} data-from={trial.from.to_string()}
            data-to={trial.to.to_string()} data-stated={trial.stated.to_string()} data-unit={trial.unit}
            data-result={trial.result} data-short={words::whatif_short(lang)} data-over={words::whatif_over(lang)} data-met={words::whatif_met(lang)}>
            <h2>{words::whatif(lang)}{" "}{tag(words::computed(lang))}</h2>
            {for told.map(|told| html! { <p data-n="point">{told.words}</p> })}
            {for record.values().last().map(|(_, value)| html! { <p class="source">{value.measure.as_str()}{" "}{tag(qualifier(&value.quantity, lang))}</p> })}
            <form>
                <svg viewBox="0 0 340 150" aria-hidden="true"></svg>
                <label>
                    <span>{words::whatif_pace(lang)}{lang.pick("（", " (")}{trial.pace.trim()}{lang.pick("）", ")")}</span>
                    <input type="range" min="0" max={trial.most.to_string()} step={step.to_string()} value={trial.stated.to_string()} />
                </label>
                <output></output>
                <p class="unknown not-stated" hidden=true>{words::whatif_unknown(lang)}</p>
            </form>
        </section>
    }
}

fn trial(cx: &Context, record: &plan::Figure) -> Option<Trial> {
    let lang = cx.lang;
    let computed = |wanted| record.all_computed(cx.plan()).into_iter().find(|(what, _)| *what == wanted);
    let growth = words::whatif_growth(lang);
    if let Some((_, value)) = record.values().find(|(_, value)| value.quantity.unit == Unit::PercentAYear) {
        let pace = value.quantity.value;
        return Some(Trial {
            mode: "growing",
            from: 100.0,
            to: computed(Computed::Index)?.1.value,
            stated: pace,
            most: (2.0 * pace).max(30.0),
            unit: String::new(),
            part: Part::Year(YEARS as u8),
            pace: "%".to_owned(),
            result: growth,
        });
    }
    let (past, promise) = record.past.as_ref().zip(record.promise.as_ref())?;
    let (from, to) = (written(&past.quantity, lang), written(&promise.quantity, lang));
    if from.unit != to.unit || past.quantity.unit == Unit::Percent {
        return None;
    }
    let unit = unit(&promise.quantity, cx);
    let to = plain(&to.number);
    if computed(Computed::YearlyPromise).is_some() {
        // What adds up over the years is not grown: the same every year.
        return Some(Trial {
            mode: "even",
            from: 0.0,
            to,
            stated: to / YEARS,
            most: 2.0 * to / YEARS,
            pace: unit.clone(),
            unit,
            part: Part::Comparison,
            result: words::whatif_even(lang),
        });
    }
    let rate = computed(Computed::Rate)?.1.value;
    Some(Trial {
        mode: "growing",
        from: plain(&from.number),
        to,
        stated: rate,
        most: (2.0 * rate).max(30.0).ceil(),
        unit,
        part: Part::Comparison,
        pace: "%".to_owned(),
        result: growth,
    })
}

#[derive(Clone, PartialEq, Properties)]
pub struct WhatIfProps {
    pub context: Context,
    pub figure: Ref<plan::Figure>,
}

#[component]
pub fn WhatIf(props: &WhatIfProps) -> Html {
    whatif(&props.context, props.figure)
}
