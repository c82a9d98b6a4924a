use super::{Computed, Figure, Ref, Slot, Term};
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
    /// A link to a section of the data page, by its id.
    Section {
        text: Text,
        id: Text,
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
}

impl Prose {
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
