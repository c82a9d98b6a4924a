//! A field to search in. What is typed is reported as it is typed, but not while a word is being composed: until then
//! the field holds letters that the reader does not mean.

use crate::app::browser::Listener;
use crate::route::query::LONGEST_SEARCH;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct SearchFieldProps {
    pub label: &'static str,
    pub hint: &'static str,
    /// What is sought; another value than the field's own replaces it.
    pub value: AttrValue,
    pub disabled: bool,
    pub onsearch: Callback<String>,
    /// Whether a word is being composed.
    pub oncompose: Callback<bool>,
}

#[component]
pub fn SearchField(props: &SearchFieldProps) -> Html {
    let SearchFieldProps { label, hint, value, disabled, onsearch, oncompose } = props.clone();
    let field = use_node_ref();
    // What stands in the field: while a word is composed, more than is sought.
    let typed = use_state_eq(|| value.clone());
    let composing = use_mut_ref(|| false);
    {
        let (typed, composing) = (typed.setter(), composing.clone());
        use_effect_with(value, move |value| {
            if !*composing.borrow() {
                typed.set(value.clone());
            }
        });
    }
    {
        let (field, composing) = (field.clone(), composing.clone());
        use_effect_with((onsearch.clone(), oncompose), move |(onsearch, oncompose)| {
            let listeners = field.cast::<HtmlInputElement>().map(|element| {
                let begin = {
                    let (composing, oncompose) = (composing.clone(), oncompose.clone());
                    Listener::on(&element, "compositionstart", move |_| {
                        *composing.borrow_mut() = true;
                        oncompose.emit(true);
                    })
                };
                let (onsearch, oncompose) = (onsearch.clone(), oncompose.clone());
                let end = Listener::on(&element.clone(), "compositionend", move |_| {
                    *composing.borrow_mut() = false;
                    // Browsers differ in whether an input event follows.
                    onsearch.emit(element.value());
                    oncompose.emit(false);
                });
                [begin, end]
            });
            move || drop(listeners)
        });
    }
    let oninput = {
        let typed = typed.setter();
        Callback::from(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            typed.set(text.clone().into());
            if !event.is_composing() && !*composing.borrow() {
                onsearch.emit(text);
            }
        })
    };
    html! {
        <label class="search">
            <span>{label}</span>
            <input ref={field} type="search" name="q" maxlength={LONGEST_SEARCH.to_string()} autocomplete="off"
                placeholder={hint} value={(*typed).clone()} {disabled} {oninput} />
        </label>
    }
}
