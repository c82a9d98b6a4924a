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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::source;

    fn plan() -> &'static Plan {
        source::load_or_panic("data").zh
    }

    fn ids(kept: &Kept) -> Vec<&'static str> {
        kept.promises().iter().map(|promise| promise.id(plan())).collect()
    }

    #[test]
    fn a_list_is_read_whatever_divides_it_and_written_in_one_way() {
        let plan = plan();
        for text in
            ["hospitals.forest-cover", "hospitals,forest-cover", "hospitals、 forest-cover。", "HOSPITALS forest-cover"]
        {
            let (kept, unknown) = Kept::parse(text, plan);
            assert_eq!((kept.format(plan).as_str(), unknown.len()), ("hospitals.forest-cover", 0), "{text}");
        }
    }

    #[test]
    fn what_is_not_known_is_named_and_what_stands_twice_counts_once() {
        let (kept, unknown) = Kept::parse("hospitals.nowhere.hospitals.nowhere.poverty-counties", plan());
        // What only looks back is no promise.
        assert_eq!(
            (ids(&kept), unknown),
            (vec!["hospitals"], vec!["nowhere".to_owned(), "poverty-counties".to_owned()])
        );
    }

    #[test]
    fn of_too_many_the_first_are_kept() {
        let plan = plan();
        let all: Vec<&str> = Promise::all(plan).map(|promise| promise.id(plan)).take(MOST_KEPT + 2).collect();
        let (mut kept, unknown) = Kept::parse(&all.join("."), plan);
        assert_eq!((ids(&kept), unknown.len()), (all[..MOST_KEPT].to_vec(), 0));
        let eighth = Promise::find(plan, all[MOST_KEPT]).expect("a promise");
        assert!(!kept.add(eighth) && kept.is_full());
    }

    #[test]
    fn an_id_of_former_days_leads_on() {
        let plan = plan();
        let renamed = plan.commitments.iter().find_map(|one| Some((one.former.first()?, one)));
        let (former, commitment) = renamed.expect("one was renamed");
        assert_eq!(ids(&Kept::parse(former.as_str(), plan).0), [commitment.id.as_str()]);
    }

    #[test]
    fn a_link_never_replaces_what_is_kept() {
        let list = |text: &str| Kept::parse(text, plan()).0;
        let (mine, theirs) = list("forest-cover").beside(list("hospitals"));
        assert_eq!((ids(&mine), ids(&theirs)), (vec!["hospitals"], vec!["forest-cover"]));
        // What is kept already is no news.
        let (mine, theirs) = list("hospitals").beside(list("grassroots.hospitals"));
        assert_eq!((ids(&mine), ids(&theirs)), (vec!["grassroots", "hospitals"], vec![]));
    }
}
