//! One choice among options, each with the number of things it would leave.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// An option as readers see it.
#[derive(Clone, Debug, PartialEq)]
pub struct ChoiceOption {
    /// The value in addresses; empty where it stands for no choice.
    pub id: &'static str,
    pub words: &'static str,
    pub count: usize,
}

#[derive(Clone, PartialEq, Properties)]
pub struct ChoiceProps {
    pub name: &'static str,
    pub label: &'static str,
    pub options: Vec<ChoiceOption>,
    /// Id of the option chosen.
    pub chosen: &'static str,
    pub disabled: bool,
    /// Called with the id of an option.
    pub onchoose: Callback<String>,
}

#[component]
pub fn Choice(props: &ChoiceProps) -> Html {
    let ChoiceProps { name, label, options, chosen, disabled, onchoose } = props.clone();
    let select = use_node_ref();
    {
        let select = select.clone();
        // Once a reader has chosen, browsers no longer look at the options' attributes.
        use_effect_with(chosen, move |chosen| {
            if let Some(select) = select.cast::<HtmlSelectElement>() {
                select.set_value(chosen);
            }
        });
    }
    let onchange = Callback::from(move |event: Event| {
        onchoose.emit(event.target_unchecked_into::<HtmlSelectElement>().value());
    });
    html! {
        <label>
            <span>{label}</span>
            <select ref={select} {name} {disabled} {onchange}>
                {for options.into_iter().map(|ChoiceOption { id, words, count }| html! {
                    <option key={id} value={id} data-n="label" selected={id == chosen}>{format!("{words} ({count})")}</option>
                })}
            </select>
        </label>
    }
}
