//! Typed references from one record to another.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::marker::PhantomData;

/// A reference to an entry of a list of the plan. Made only where the entry is known to exist, so it never dangles.
pub struct Ref<T> {
    position: u32,
    of: PhantomData<fn() -> T>,
}

impl<T> Ref<T> {
    /// Every entry of `list`, in order.
    pub fn all(list: &[T]) -> impl Iterator<Item = Ref<T>> + use<T> {
        (0..list.len()).map(Ref::at)
    }

    /// Only for code that has just looked the entry up.
    pub(crate) fn at(position: usize) -> Ref<T> {
        Ref { position: position as u32, of: PhantomData }
    }

    pub fn position(self) -> usize {
        self.position as usize
    }
}

impl<T> Serialize for Ref<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.position.serialize(serializer)
    }
}

impl<'de, T> Deserialize<'de> for Ref<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        u32::deserialize(deserializer).map(|position| Ref { position, of: PhantomData })
    }
}

impl<T> Clone for Ref<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Ref<T> {}

impl<T> PartialEq for Ref<T> {
    fn eq(&self, other: &Self) -> bool {
        self.position == other.position
    }
}

impl<T> Eq for Ref<T> {}

impl<T> fmt::Debug for Ref<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.position)
    }
}
