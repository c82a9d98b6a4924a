//! The parts of a page that readers can touch, and the marks of their places.

use super::passage::Passage;
use crate::figure::Subject;
use crate::plan::Plan;
use std::fmt;
use std::rc::Rc;

/// Marks the place of a part; its value says which.
pub const PLACE: &str = "data-part";

#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// A canvas and points over a drawing that shows everything.
    Plot {
        subject: Rc<Subject>,
        links: Links,
    },
    /// The canvas of the scenes.
    Stage,
    Choices,
    Contents,
    Share,
    Builder,
    Guess,
    WhatIf,
    Lenses,
    Table,
    Since,
    CardTable,
    Check,
    Nearest,
    Print,
    Promises,
    Speak(Passage),
}

/// Whether points lead to their figures. On a figure's own page there is nowhere to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Links {
    ToFigures,
    None,
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Part::Plot { subject, links: Links::ToFigures } => write!(f, "plot {}", subject.key()),
            Part::Plot { subject, links: Links::None } => write!(f, "own-plot {}", subject.key()),
            Part::Stage => f.write_str("stage"),
            Part::Choices => f.write_str("choices"),
            Part::Contents => f.write_str("contents"),
            Part::Share => f.write_str("share"),
            Part::Builder => f.write_str("builder"),
            Part::Guess => f.write_str("guess"),
            Part::WhatIf => f.write_str("what-if"),
            Part::Lenses => f.write_str("lenses"),
            Part::Table => f.write_str("table"),
            Part::Since => f.write_str("since"),
            Part::CardTable => f.write_str("card"),
            Part::Check => f.write_str("check"),
            Part::Nearest => f.write_str("nearest"),
            Part::Print => f.write_str("print"),
            Part::Promises => f.write_str("promises"),
            Part::Speak(passage) => write!(f, "speak {passage}"),
        }
    }
}

impl Part {
    /// The inverse of the mark. None for a mark of another build.
    pub fn parse(mark: &str, plan: &'static Plan) -> Option<Part> {
        let (name, rest) = mark.split_once(' ').unwrap_or((mark, ""));
        let plot = |links| Some(Part::Plot { subject: Rc::new(Subject::parse(rest, plan)?), links });
        Some(match name {
            "plot" => plot(Links::ToFigures)?,
            "own-plot" => plot(Links::None)?,
            "stage" => Part::Stage,
            "choices" => Part::Choices,
            "contents" => Part::Contents,
            "share" => Part::Share,
            "builder" => Part::Builder,
            "guess" => Part::Guess,
            "what-if" => Part::WhatIf,
            "lenses" => Part::Lenses,
            "table" => Part::Table,
            "since" => Part::Since,
            "card" => Part::CardTable,
            "check" => Part::Check,
            "nearest" => Part::Nearest,
            "print" => Part::Print,
            "promises" => Part::Promises,
            "speak" => Part::Speak(Passage::parse(rest, plan)?),
            _ => return None,
        })
    }
}
