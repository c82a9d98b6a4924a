//! The records of a plan, by subject: plain data, in which one record names another by a typed reference, [`Ref`].

mod commitment;
mod figure;
mod pillar;
mod prose;
mod reference;
mod scene;
mod sentence;
mod since;
mod site;
mod term;

pub use commitment::{Commitment, HedgeWord, Measured, Milestone, PromiseAspect};
pub use figure::{Figure, Kind, Per, Slot, Value};
pub use pillar::{Pillar, Topic};
pub use prose::{Computed, Origin, Prose, Span};
pub use reference::Ref;
pub use scene::{Chapter, Opening, Scene, Show, Stage};
pub use sentence::{Locator, Sentence};
pub use since::{OtherSource, SameMeasure, SinceEntry, SinceKind};
pub use site::{Change, DataSection, Footer, Motif, Region, Site, Source, Texts};
pub use term::Term;
