//! What other public sources say of a figure.

use super::{Commitment, Figure, Milestone, Ref};
use crate::quantity::Quantity;
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// A public document that was read.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct OtherSource {
    pub id: Text,
    pub title: Text,
    pub publisher: Text,
    /// When it was published, perhaps to the month or year alone, and when we read it. ISO 8601.
    pub date: Text,
    pub read: Text,
    pub address: Text,
    pub note: Option<Text>,
}

/// What a source says of a figure.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct FollowUp {
    pub id: Text,
    pub figure: Ref<Figure>,
    pub kind: FollowUpKind,
    pub quantity: Quantity,
    /// A year, a month or a day, ISO 8601.
    pub as_of: Text,
    /// The same as the source words it.
    pub as_of_words: Text,
    /// In the source's own terms.
    pub measure: Text,
    pub same: SameMeasure,
    /// Why it is not the article's measure, or why that cannot be told.
    pub reason: Option<Text>,
    pub source: Ref<OtherSource>,
    /// The words that hold the number. Always Chinese.
    pub phrase: Option<Text>,
    /// Where in the source it stands.
    pub locator: Option<Text>,
    /// The entry that corrects this one.
    pub replaced_by: Option<Ref<FollowUp>>,
}

/// What a source says that is no value of a promised measure: of something done, of a promise without a number, of
/// another span of years. It stands in words beside what it is about, and nothing is drawn or worked out from it.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct FollowUpNote {
    pub id: Text,
    pub about: NoteSubject,
    /// A year, a month or a day, ISO 8601.
    pub as_of: Text,
    /// What is said, and what keeps it apart from the article, in our words.
    pub text: Text,
    pub source: Ref<OtherSource>,
    /// The words that say so, in the source's language.
    pub phrase: Text,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NoteSubject {
    Figure(Ref<Figure>),
    Milestone(Ref<Milestone>),
    Commitment(Ref<Commitment>),
    /// Which five years the article means.
    Years,
}

/// Which part of the way a number is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FollowUpKind {
    /// Before the years that were promised.
    Start,
    OnTheWay,
    Outcome,
}

impl FollowUpKind {
    pub const ALL: [FollowUpKind; 3] = [FollowUpKind::Start, FollowUpKind::OnTheWay, FollowUpKind::Outcome];

    /// Name in the data files.
    pub const fn name(self) -> &'static str {
        match self {
            FollowUpKind::Start => "start",
            FollowUpKind::OnTheWay => "on-the-way",
            FollowUpKind::Outcome => "outcome",
        }
    }
}

/// Whether a source measures what the article promises.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SameMeasure {
    Yes,
    No,
    Unclear,
}

impl SameMeasure {
    pub const ALL: [SameMeasure; 3] = [SameMeasure::Yes, SameMeasure::No, SameMeasure::Unclear];

    /// Name in the data files.
    pub const fn name(self) -> &'static str {
        match self {
            SameMeasure::Yes => "yes",
            SameMeasure::No => "no",
            SameMeasure::Unclear => "unclear",
        }
    }
}
