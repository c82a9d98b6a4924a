//! Chapters and scenes of the story, and what each scene shows.

use super::{Commitment, Figure, Pillar, Prose, Ref, Shown};
use crate::text::{List, Text};
use serde::{Deserialize, Serialize};

/// What the story finds, in a sentence or two.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct StoryOpening {
    pub deck: Prose,
    /// Whose article it is, and which years it means.
    pub years: Option<Prose>,
}

/// Where a scene of an earlier version is told now.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Moved {
    /// The page on which it stood: of a pillar, or the story; and its id there.
    pub of: Option<Ref<Pillar>>,
    pub id: Text,
    /// The page that tells it now, and the scene there; none leads to the top of the page.
    pub page: Option<Ref<Pillar>>,
    pub scene: Option<Text>,
}

/// A run of scenes on the story page or a pillar's page.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Chapter {
    /// None on the story page.
    pub pillar: Option<Ref<Pillar>>,
    pub id: Text,
    pub title: Prose,
    pub lede: Option<Prose>,
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
    /// Every promise of the plan as a dot.
    Field { arrangement: Arrangement, lit: Lit },
    /// The numbers of both periods, and which are measured alike.
    Rulers,
    /// An area with its side, and other numbers beside it.
    Square { area: Ref<Figure>, beside: List<Ref<Figure>> },
    /// A figure as a question: what readers think it will be.
    Guess(Ref<Figure>),
}

/// How the dots of all promises stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Arrangement {
    /// Scattered over the box.
    Loose,
    /// A group for each pillar and one for the vision.
    Pillars,
    /// A group for each side of life.
    Topics,
}

impl Arrangement {
    /// Every arrangement with its name in the data files.
    pub const NAMES: [(&'static str, Arrangement); 3] =
        [("loose", Arrangement::Loose), ("pillars", Arrangement::Pillars), ("topics", Arrangement::Topics)];
}

/// Which dots stand out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Lit {
    All,
    /// Those with a number.
    Numbers,
    /// Those that are, or perhaps are, measured as before.
    Rulers,
    /// The reader's own.
    Own,
}

impl Lit {
    /// What a scene can ask for, with its name in the data files.
    pub const NAMES: [(&'static str, Lit); 3] = [("numbers", Lit::Numbers), ("rulers", Lit::Rulers), ("own", Lit::Own)];
}
