//! The parts of a page that readers can touch, and the marks of their places.

use super::passage::Passage;
use crate::figure::Subject;
use crate::plan::{Figure, Plan, Promise, Ref};
use std::fmt;
use std::rc::Rc;
use yew::prelude::*;

/// Attribute of a part's mount point; its value is the part's mark.
pub const PART_ATTRIBUTE: &str = "data-part";

#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// A canvas and points over a drawing that shows everything.
    Plot {
        subject: Rc<Subject>,
        links: Links,
    },
    /// The canvas of the scenes.
    Stage,
    /// The guess of a scene, to be typed.
    StageGuess,
    DisplaySettings,
    Contents,
    Share,
    Builder,
    Guess,
    Projection,
    Table,
    FollowUps,
    CardTable,
    Check,
    Nearest,
    Print,
    Promises,
    /// What the reader keeps.
    Kept,
    /// The way into the field at the story's end.
    YourField,
    /// The button that keeps a promise.
    Keep(Promise),
    Speak(Passage),
    /// A figure among others.
    Row(Ref<Figure>),
}

/// Whether points lead to their figures. On a figure's own page there is nowhere to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Links {
    ToFigures,
    None,
}

/// The parts of which a mark says no more than their name.
const PLAIN: [(&str, Part); 17] = [
    ("stage", Part::Stage),
    ("stage-guess", Part::StageGuess),
    ("choices", Part::DisplaySettings),
    ("contents", Part::Contents),
    ("share", Part::Share),
    ("builder", Part::Builder),
    ("guess", Part::Guess),
    ("what-if", Part::Projection),
    ("table", Part::Table),
    ("since", Part::FollowUps),
    ("card", Part::CardTable),
    ("check", Part::Check),
    ("nearest", Part::Nearest),
    ("print", Part::Print),
    ("promises", Part::Promises),
    ("kept", Part::Kept),
    ("your-field", Part::YourField),
];

const PLOT: &str = "plot";
const OWN_PLOT: &str = "own-plot";
const SPEAK: &str = "speak";
const KEEP: &str = "keep";
const ROW: &str = "row";

/// The element of a part with its mark, and `view` in it.
pub fn marked(part: &Part, view: Html) -> Html {
    let mark = part.to_string();
    let name = mark.split(' ').next().unwrap_or_default().to_owned();
    html! { <div key={mark.clone()} class={classes!("part", format!("part-{name}"))} data-part={mark}>{view}</div> }
}

/// What the marks of all parts begin with.
pub fn part_names() -> impl Iterator<Item = &'static str> {
    PLAIN.into_iter().map(|(name, _)| name).chain([PLOT, OWN_PLOT, SPEAK, KEEP, ROW])
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Part::Plot { subject, links: Links::ToFigures } => write!(f, "{PLOT} {}", subject.key()),
            Part::Plot { subject, links: Links::None } => write!(f, "{OWN_PLOT} {}", subject.key()),
            Part::Speak(passage) => write!(f, "{SPEAK} {passage}"),
            Part::Row(figure) => write!(f, "{ROW} {}", figure.position()),
            Part::Keep(Promise::Figure(figure)) => write!(f, "{KEEP} figure {}", figure.position()),
            Part::Keep(Promise::Commitment(one)) => write!(f, "{KEEP} commitment {}", one.position()),
            plain => {
                let name = PLAIN.iter().find(|(_, part)| part == plain).map(|(name, _)| *name);
                f.write_str(name.expect("every part but these is plain"))
            }
        }
    }
}

impl Part {
    /// The inverse of the mark. None for a mark of another build.
    pub fn parse(mark: &str, plan: &'static Plan) -> Option<Part> {
        let (name, rest) = mark.split_once(' ').unwrap_or((mark, ""));
        let plot = |links| Some(Part::Plot { subject: Rc::new(Subject::parse(rest, plan)?), links });
        match name {
            PLOT => plot(Links::ToFigures),
            OWN_PLOT => plot(Links::None),
            KEEP => match rest.split_once(' ')? {
                ("figure", at) => {
                    Ref::all(&plan.figures).nth(at.parse().ok()?).map(|one| Part::Keep(Promise::Figure(one)))
                }
                (_, at) => {
                    Ref::all(&plan.commitments).nth(at.parse().ok()?).map(|one| Part::Keep(Promise::Commitment(one)))
                }
            },
            ROW => Ref::all(&plan.figures).nth(rest.parse().ok()?).map(Part::Row),
            SPEAK => Some(Part::Speak(Passage::parse(rest, plan)?)),
            plain => PLAIN.into_iter().find(|(name, _)| *name == plain).map(|(_, part)| part),
        }
    }
}
