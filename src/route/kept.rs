//! The promises that a reader keeps, as addresses and devices write them: ids with dots between.

use crate::plan::{Plan, Promise};

/// As many can be kept.
pub const MOST_KEPT: usize = 7;

/// At most [`MOST_KEPT`] promises, none twice, in the order in which they were kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept(Vec<Promise>);

impl Kept {
    /// Reads ids between any other signs, and what nobody knows of them. Of too many, the first are taken.
    pub fn parse(text: &str, plan: &Plan) -> (Kept, Vec<String>) {
        let (mut kept, mut unknown) = (Kept::default(), Vec::new());
        let ids = text.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '_').filter(|id| !id.is_empty());
        for id in ids {
            match Promise::find(plan, id).or_else(|| Promise::find(plan, &id.to_ascii_lowercase())) {
                Some(promise) => _ = kept.add(promise),
                None if unknown.iter().any(|known| known == id) => {}
                None => unknown.push(id.to_owned()),
            }
        }
        (kept, unknown)
    }

    pub fn format(&self, plan: &Plan) -> String {
        self.0.iter().map(|promise| promise.id(plan)).collect::<Vec<_>>().join(".")
    }

    pub fn promises(&self) -> &[Promise] {
        &self.0
    }

    pub fn has(&self, promise: Promise) -> bool {
        self.0.contains(&promise)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn is_full(&self) -> bool {
        self.0.len() == MOST_KEPT
    }

    /// False where there is no room.
    pub fn add(&mut self, promise: Promise) -> bool {
        if !self.has(promise) && !self.is_full() {
            self.0.push(promise);
        }
        self.has(promise)
    }

    pub fn remove(&mut self, promise: Promise) {
        self.0.retain(|kept| *kept != promise);
    }

    /// Whose is what on a device that keeps `own`, where the address names `self`: the reader's, and those of whoever sent
    /// the address. Nobody's are replaced by those of a link.
    pub fn beside(self, own: Kept) -> (Kept, Kept) {
        if self.0.iter().all(|promise| own.has(*promise)) { (own, Kept::default()) } else { (own, self) }
    }
}
