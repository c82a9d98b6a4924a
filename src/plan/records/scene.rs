//! Chapters and scenes of the story, and what each scene shows.

use super::{Commitment, Figure, Pillar, Prose, Ref, Shown};
use crate::text::{List, Text};
use serde::{Deserialize, Serialize};

/// A run of scenes on the story page or a pillar's page.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Chapter {
    /// None on the story page.
    pub pillar: Option<Ref<Pillar>>,
    pub id: Text,
    pub title: Prose,
    pub lede: Option<Prose>,
    /// Whether the marks that it speaks of are shown below it.
    pub key: bool,
    pub scenes: List<Scene>,
}

/// One idea of the story.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Scene {
    pub id: Text,
    pub heading: Prose,
    pub text: Prose,
    pub subject: SceneSubject,
    /// Where the opening of the story leads to the scene.
    pub opening: Option<Opening>,
}

/// A headline number in the story's first screen, linking to its scene.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Opening {
    pub value: Prose,
    /// What it is a number of.
    pub words: Prose,
}

/// What a scene shows beside its words.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub enum SceneSubject {
    /// One figure, with as much of it as the scene is about.
    Figure { figure: Ref<Figure>, shown: Shown },
    /// Areas side by side at one scale.
    Areas(List<Ref<Figure>>),
    /// Several figures, small.
    Figures(List<Ref<Figure>>),
    /// Every pace of the plan.
    Ladder,
    /// How much of each pillar can be measured.
    Measure,
    /// Promises without a number, set large.
    Words(List<Ref<Commitment>>),
    /// Every promise of a pillar, with a number or without.
    Pillar(Ref<Pillar>),
}
