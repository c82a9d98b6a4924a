//! Reads a passage aloud. The button is not there where the device has no voice for the language.

use crate::app::Context;
use crate::plan::{self, Plan, Ref};
use std::fmt;
use yew::prelude::*;

/// What is read.
#[derive(Clone, Debug, PartialEq)]
pub enum Passage {
    /// The head of the page.
    Page,
    /// A scene, by its id.
    Scene(String),
    Figure(Ref<plan::Figure>),
}

impl fmt::Display for Passage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Passage::Page => f.write_str("page"),
            Passage::Scene(id) => write!(f, "scene {id}"),
            Passage::Figure(figure) => write!(f, "figure {}", figure.position()),
        }
    }
}

impl Passage {
    pub fn parse(mark: &str, plan: &Plan) -> Option<Passage> {
        match mark.split_once(' ') {
            None if mark == "page" => Some(Passage::Page),
            Some(("scene", id)) => Some(Passage::Scene(id.to_owned())),
            Some(("figure", position)) => {
                let position: usize = position.parse().ok()?;
                Ref::all(&plan.figures).nth(position).map(Passage::Figure)
            }
            _ => None,
        }
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct SpeakProps {
    pub context: Context,
    pub passage: Passage,
}

#[component]
pub fn Speak(_props: &SpeakProps) -> Html {
    html! {}
}
