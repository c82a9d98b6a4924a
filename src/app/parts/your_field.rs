//! The way into the field at the story's end: topics as chips, the question of the one that is chosen, and what is kept.
//! Without the program the chips lead to the topics' pages.

use super::kept::KeptList;
use super::text::{link, topic_link};
use crate::app::store::{use_live, use_selector, use_store};
use crate::app::use_site;
use crate::plan::{Ref, Topic};
use crate::route::Page;
use crate::words;
use yew::prelude::*;

#[component]
pub fn YourField() -> Html {
    let (cx, store, live) = (use_site(), use_store(), use_live());
    let plan = cx.plan();
    let chosen = use_selector(|state| state.query.filters.topic);
    let chip = |topic: Ref<Topic>| {
        let name = plan[topic].name.as_str();
        let pressed = chosen == Some(topic);
        let onclick = {
            let store = store.clone();
            Callback::from(move |_: MouseEvent| store.edit(|query| query.filters.topic = (!pressed).then_some(topic)))
        };
        html! {
            <li key={plan.id_of(topic)}>
                if live {
                    <button type="button" aria-pressed={pressed.to_string()} {onclick}>{name}</button>
                } else {
                    {link(&cx, Page::Topic(topic), name)}
                }
            </li>
        }
    };
    html! {
        <div class="your-field">
            <p class="chosen">
                {chosen.map_or_else(|| link(&cx, Page::Card(None), words::card_take(cx.lang)), |topic| topic_link(&cx, topic))}
            </p>
            <ul class="chips" aria-label={words::topics(cx.lang)}>{for Ref::all(&plan.topics).map(chip)}</ul>
            <KeptList />
        </div>
    }
}
