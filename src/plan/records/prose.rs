//! Words with the numbers in them marked by where they come from.

use super::{Figure, Ref, Slot, Term};
use crate::text::{List, Text};
use serde::{Deserialize, Serialize};

/// Words with the numbers in them marked by where they come from.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Prose(pub List<Span>);

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Span {
    Words(Text),
    Number {
        text: Text,
        origin: Origin,
    },
    /// A glossary term, as the sentence words it.
    Term {
        text: Text,
        term: Ref<Term>,
    },
    /// A link to a section of the data page, or of the page of what other sources say, by its id.
    Section {
        text: Text,
        id: Text,
        of_since: bool,
    },
}

/// Where a number on the page comes from.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Origin {
    /// The article, in this figure.
    Plan(Ref<Figure>, Slot),
    /// Our arithmetic on this figure.
    Computed(Ref<Figure>, Computed),
    /// Part of a name or a condition of the article.
    Name,
    /// A count of things on this site, by its name in the data files.
    Count(Text),
    /// A date that other sources give, or a year that we infer from them.
    Date,
}

/// What we compute from a figure. Always marked as ours, with its arithmetic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Computed {
    /// Promise ÷ past.
    Ratio,
    /// Yearly rate that leads from past to promise.
    Rate,
    /// What 100 becomes in five years at the stated pace.
    Index,
    /// Value ÷ 5.
    YearlyPast,
    YearlyPromise,
    /// An area in mu, in square kilometres.
    Km2,
    /// Promise ÷ another figure's promise.
    Per,
}

impl Computed {
    pub const ALL: [Computed; 7] = [
        Computed::Ratio,
        Computed::Rate,
        Computed::Index,
        Computed::YearlyPast,
        Computed::YearlyPromise,
        Computed::Km2,
        Computed::Per,
    ];

    /// Name in the data files and in data-n attributes.
    pub const fn name(self) -> &'static str {
        match self {
            Computed::Ratio => "ratio",
            Computed::Rate => "rate",
            Computed::Index => "index",
            Computed::YearlyPast => "yearly-past",
            Computed::YearlyPromise => "yearly-promise",
            Computed::Km2 => "km2",
            Computed::Per => "per",
        }
    }

    pub fn from_name(name: &str) -> Option<Computed> {
        Self::ALL.into_iter().find(|computed| computed.name() == name)
    }
}

impl Prose {
    /// The same where no name of the article has a number in it: what looks like one is a date.
    pub fn with_dates(self) -> Prose {
        let dated = |span: &Span| match *span {
            Span::Number { text, origin: Origin::Name } => Span::Number { text, origin: Origin::Date },
            other => other,
        };
        Prose(self.0.iter().map(dated).collect())
    }

    /// The words alone, for titles and descriptions.
    pub fn plain(&self) -> String {
        self.0.iter().map(Span::text).collect()
    }
}

impl Span {
    pub fn text(&self) -> &'static str {
        match self {
            Span::Words(text) | Span::Number { text, .. } | Span::Term { text, .. } | Span::Section { text, .. } => {
                text.as_str()
            }
        }
    }
}
