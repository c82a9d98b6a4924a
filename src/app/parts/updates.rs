//! Says once that there is a newer release; the one in hand goes on showing its own plan.

use crate::app::Context;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct UpdatesProps {
    pub context: Context,
}

#[component]
pub fn Updates(_props: &UpdatesProps) -> Html {
    html! {}
}
