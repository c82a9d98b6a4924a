//! Chapters and scenes of the story, and what each scene shows.

use super::{Commitment, Figure, Pillar, Prose, Ref};
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
    pub stage: Stage,
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
pub enum Stage {
    /// One figure, with as much of it as the scene is about.
    Figure { figure: Ref<Figure>, show: Show },
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

/// Which parts of a figure are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Show {
    pub past: bool,
    pub promise: bool,
    pub computed: bool,
}

impl Show {
    pub const ALL: Show = Show { past: true, promise: true, computed: true };

    /// The parts as the lowest bits of a number: past 1, promise 2, computed 4.
    pub const fn bits(self) -> u8 {
        self.past as u8 | (self.promise as u8) << 1 | (self.computed as u8) << 2
    }

    pub const fn from_bits(bits: u8) -> Show {
        Show { past: bits & 1 != 0, promise: bits & 2 != 0, computed: bits & 4 != 0 }
    }
}
