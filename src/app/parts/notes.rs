//! Notes of the glossary, opened where their term stands.

use crate::app::Context;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct NotesProps {
    pub context: Context,
}

#[component]
pub fn Notes(_props: &NotesProps) -> Html {
    html! {}
}
