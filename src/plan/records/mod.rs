//! The records of a plan, by subject: plain data, in which one record names another by a typed reference, [`Ref`].

mod commitment;
mod figure;
mod follow_up;
mod pillar;
mod prose;
mod reference;
mod scene;
mod sentence;
mod shown;
mod site;
mod term;

pub use commitment::{Commitment, HedgeWord, Measured, Milestone, PromiseAspect};
pub use figure::{Alike, Figure, Kind, Per, Ruler, Slot, Value};
pub use follow_up::{FollowUp, FollowUpKind, FollowUpNote, NoteSubject, OtherSource, SameMeasure};
pub use pillar::{Pillar, Topic};
pub use prose::{Computed, Origin, Prose, Span};
pub use reference::Ref;
pub use scene::{Arrangement, Chapter, Lit, Moved, Opening, Scene, SceneSubject, StoryOpening};
pub use sentence::{Locator, Sentence};
pub use shown::Shown;
pub use site::{Alias, Change, DataSection, Footer, Motif, Region, Site, Source, Texts};
pub use term::Term;
