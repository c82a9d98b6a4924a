//! Entries with an id: found by it, and by their typed reference.

use super::{Commitment, Figure, FollowUp, HedgeWord, Milestone, OtherSource, Pillar, Plan, Ref, Term, Topic};
use crate::text::{List, Text};
use std::ops::Index;

/// A thing of the plan that has an id and is stored in one of its lists.
pub trait Entry: Sized + 'static {
    fn id(&self) -> &'static str;
    /// Ids under which old addresses know it.
    fn former(&self) -> &'static [Text] {
        &[]
    }
    fn list(plan: &Plan) -> &List<Self>;
}

macro_rules! entries {
    ($($entry:ident in $list:ident $(with $former:ident)?),* $(,)?) => {$(
        impl Entry for $entry {
            fn id(&self) -> &'static str {
                self.id.as_str()
            }
            $(fn former(&self) -> &'static [Text] {
                self.$former.items()
            })?
            fn list(plan: &Plan) -> &List<Self> {
                &plan.$list
            }
        }

        impl Index<Ref<$entry>> for Plan {
            type Output = $entry;
            fn index(&self, reference: Ref<$entry>) -> &$entry {
                &self.$list[reference.position()]
            }
        }
    )*};
}

entries! {
    Pillar in pillars with former,
    Topic in topics,
    Figure in figures,
    HedgeWord in hedges,
    Commitment in commitments with former,
    Term in terms,
    Milestone in milestones,
    OtherSource in other_sources,
    FollowUp in since,
}

impl Plan {
    /// The entry with this id, or that old addresses know by it.
    pub fn find<T: Entry>(&self, id: &str) -> Option<Ref<T>> {
        let list = T::list(self);
        let position = list.iter().position(|entry| entry.id() == id);
        let position =
            position.or_else(|| list.iter().position(|entry| entry.former().iter().any(|old| old.as_str() == id)));
        position.map(Ref::at)
    }

    pub fn id_of<T: Entry>(&self, reference: Ref<T>) -> &'static str {
        T::list(self)[reference.position()].id()
    }
}
