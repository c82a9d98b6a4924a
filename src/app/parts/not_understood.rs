//! Says once on a page what of its address was not understood; everything else is as usual.

use crate::app::store::use_selector;
use crate::app::use_site;
use crate::words;
use yew::prelude::*;

/// So much of a value is quoted: enough to find it, too little to say something in our name.
const QUOTED: usize = 16;

/// An overlay, so that nothing of what is read moves. Readers close it, or go on.
#[component]
pub fn NotUnderstoodNote() -> Html {
    let cx = use_site();
    let lang = cx.lang;
    let (visit, parameters) = use_selector(|state| (state.visit, state.not_understood.clone()));
    let closed = use_state_eq(|| None::<u32>);
    let said = (!cx.framed() && *closed != Some(visit) && !parameters.is_empty()).then(|| {
        let quoted = parameters.iter().map(|parameter| {
            let mut value: String = parameter.value.chars().take(QUOTED).collect();
            if value.len() < parameter.value.len() {
                value.push('…');
            }
            format!("{}={value}", parameter.name)
        });
        words::not_understood(&quoted.collect::<Vec<_>>(), lang)
    });
    let onclick = {
        let closed = closed.setter();
        Callback::from(move |_: MouseEvent| closed.set(Some(visit)))
    };
    html! {
        <div role="status">
            if let Some(said) = said {
                <p key={said.clone()} class="notice">
                    <span>{said}</span>
                    <button type="button" {onclick}>{words::note_close(lang)}</button>
                </p>
            }
        </div>
    }
}
