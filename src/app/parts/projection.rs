//! What would it take: the last row of our own sums says where the value leads that a reader pulls on the drawing.

use crate::app::chart::PULL;
use crate::app::store::{use_selector, use_store};
use crate::app::use_site;
use crate::figure::Trial;
use crate::plan::{self, Ref};
use crate::words;
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
    let pace = use_selector(|state| state.query.pace);
    let trial = use_memo((cx, figure), |(cx, figure)| Trial::of(cx.plan(), *figure));
    let Some(trial) = trial.as_ref() else { return html! {} };
    let (least, most, _) = trial.scale();
    let on_scale = pace.is_none_or(|pace| (least..=most).contains(&pace));
    let tried = pace.map_or_else(|| trial.clone(), |pace| trial.with_pace(pace));
    let said = if tried.is_tried() { tried.result_words(lang) } else { String::new() };
    let back = {
        let store = store.clone();
        Callback::from(move |_: MouseEvent| store.edit(|query| query.pace = None))
    };
    html! {
        <div class="whatif">
            <strong>
                if tried.is_tried() {
                    <span key={tried.pace_words()} class="number computed" data-n="point">{tried.pace_words()}</span>
                } else {
                    <a href={format!("#{PULL}")}>{words::whatif_pull(lang)}</a>
                }
            </strong>
            <div>
                <p>{words::whatif_how(lang)}</p>
                <output data-n="point"><span key={said.clone()}>{said}</span></output>
                if tried.is_tried() { <button type="button" onclick={back}>{words::whatif_back(lang)}</button> }
                if !on_scale { <p class="unknown not-stated">{words::whatif_unknown(lang)}</p> }
            </div>
        </div>
    }
}
