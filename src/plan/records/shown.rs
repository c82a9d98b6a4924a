//! Which parts of a drawing are shown: a scene begins with some and ends with all, and the box stays the same.

use super::Slot;
use serde::{Deserialize, Serialize};

/// A set of parts: the values of a figure and what we compute from them, or the members of several figures by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown(u64);

impl Shown {
    pub const ALL: Shown = Shown(u64::MAX);
    /// Nothing but axes and words.
    pub const NOTHING: Shown = Shown(0);
    pub const PAST: Shown = Shown(1);
    pub const PROMISE: Shown = Shown(2);
    pub const COMPUTED: Shown = Shown(4);
    /// How many members can be told apart.
    pub const MOST_MEMBERS: usize = u64::BITS as usize;

    /// The member at a position. One beyond [`Shown::MOST_MEMBERS`] is there with all the others.
    pub const fn member(position: usize) -> Shown {
        if position < Shown::MOST_MEMBERS { Shown(1 << position) } else { Shown::ALL }
    }

    pub const fn value(slot: Slot) -> Shown {
        match slot {
            Slot::Past => Shown::PAST,
            Slot::Promise => Shown::PROMISE,
        }
    }

    #[must_use]
    pub const fn and(self, other: Shown) -> Shown {
        Shown(self.0 | other.0)
    }

    /// Whether all of `parts` are among them.
    pub const fn has(self, parts: Shown) -> bool {
        self.0 & parts.0 == parts.0
    }

    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl FromIterator<Shown> for Shown {
    fn from_iter<T: IntoIterator<Item = Shown>>(parts: T) -> Shown {
        parts.into_iter().fold(Shown::NOTHING, Shown::and)
    }
}

#[cfg(test)]
mod tests {
    use super::Shown;

    #[test]
    fn no_position_of_a_member_stands_for_another_member() {
        let members: Vec<Shown> = (0..Shown::MOST_MEMBERS).map(Shown::member).collect();
        for (position, member) in members.iter().enumerate() {
            assert!(!member.is_empty() && Shown::ALL.has(*member), "{position}");
            let others = members.iter().enumerate().filter(|(other, _)| *other != position).map(|(_, one)| *one);
            assert!(!others.collect::<Shown>().has(*member), "{position}");
        }
        assert_eq!(Shown::member(Shown::MOST_MEMBERS), Shown::ALL);
    }
}
