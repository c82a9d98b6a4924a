//! Finds promises by what a reader types: in either language, in pinyin, in traditional characters or in digits.
//!
//! Everything is folded once when the [`Index`] is made, so a search only compares.

mod count;
mod fold;
mod pinyin;
mod promise;
mod signature;
mod table;
#[cfg(test)]
mod tests;
mod word;

pub use count::{Counts, FacetCounts};
pub use fold::is_han;
pub use table::{Reading, SearchTable};

use crate::plan::{Plan, Promise};
use crate::route::query::Filters;
use count::{OptionSet, Options, Tally};
use fold::Folding;
use pinyin::Pinyin;
use signature::{Numbers, Signature, Signatures, TextSet};
use word::{Candidates, Word};

/// All promises, ready for filters, and to be searched once their texts are in.
#[derive(Debug)]
pub struct Index {
    plans: &'static [Plan],
    folding: Folding,
    pinyin: Pinyin,
    options: Options,
    /// All different sets, sorted.
    sets: Vec<OptionSet>,
    /// In the order of the page that lists them.
    rows: Vec<IndexedPromise>,
    /// Of the first rows: folding takes its time.
    texts: Texts,
}

#[derive(Clone, Copy, Debug)]
struct IndexedPromise {
    promise: Promise,
    /// Position in [`Index::sets`].
    set: usize,
}

/// What rows say, one behind the other, as a search reads them.
#[derive(Debug)]
struct Texts {
    /// What is said of a row in every language, folded.
    text: String,
    sounds: Vec<u16>,
    /// Where each row begins in `text` and in `sounds`, and where the next one will.
    begins: Vec<(u32, u32)>,
    signatures: Signatures,
    sounds_signatures: Signatures,
}

impl Texts {
    fn of_up_to(rows: usize) -> Texts {
        let signatures = || Signatures::of_up_to(rows);
        Texts {
            text: String::new(),
            sounds: Vec::new(),
            begins: vec![(0, 0)],
            signatures: signatures(),
            sounds_signatures: signatures(),
        }
    }

    fn add(&mut self, text: &str, pinyin: &Pinyin) {
        let number = self.count();
        let begin = self.sounds.len();
        pinyin.add_sounds(text, &mut self.sounds);
        self.signatures.add(number, &Signature::of(text));
        self.sounds_signatures.add(number, &pinyin.signature(&self.sounds[begin..]));
        self.text.push_str(text);
        self.begins.push((self.text.len() as u32, self.sounds.len() as u32));
    }

    /// How many rows there are.
    fn count(&self) -> usize {
        self.begins.len() - 1
    }

    fn text(&self, row: usize) -> &str {
        &self.text[self.begins[row].0 as usize..self.begins[row + 1].0 as usize]
    }

    fn sounds(&self, row: usize) -> &[u16] {
        &self.sounds[self.begins[row].1 as usize..self.begins[row + 1].1 as usize]
    }
}

/// A search under way. In a very large plan it takes longer than a frame, so it goes through the rows in slices.
#[derive(Debug)]
pub struct Search {
    words: Vec<Candidates>,
    /// Numbers of the rows that are still to be looked at.
    left: Numbers,
    tally: Tally,
    found: Vec<Promise>,
}

/// What a search and its filters leave.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// In the order of the page.
    pub rows: Vec<Promise>,
    /// All promises there are.
    pub total: usize,
    pub counts: Counts,
}

impl Index {
    /// `plans` are the same plan in each language.
    pub fn of(plans: &'static [Plan], table: &SearchTable) -> Index {
        let mut index = Index::without_texts(plans, table);
        index.add_texts(usize::MAX);
        index
    }

    /// Ready for filters alone; [`Index::add_texts`] does the rest.
    pub fn without_texts(plans: &'static [Plan], table: &SearchTable) -> Index {
        let options = plans.first().map(Options::of).unwrap_or_default();
        let of = |plan| Promise::by_topic(plan).into_iter().map(|promise| (promise, options.of_promise(promise, plan)));
        let promises: Vec<(Promise, OptionSet)> = plans.first().into_iter().flat_map(of).collect();
        let mut sets: Vec<OptionSet> = promises.iter().map(|(_, set)| set.clone()).collect();
        sets.sort_unstable();
        sets.dedup();
        let row = |(promise, set)| IndexedPromise { promise, set: sets.binary_search(&set).unwrap_or_default() };
        Index {
            plans,
            folding: Folding::of(table),
            pinyin: Pinyin::of(table),
            texts: Texts::of_up_to(promises.len()),
            rows: promises.into_iter().map(row).collect(),
            options,
            sets,
        }
    }

    /// Folds the texts of up to `count` more promises. Whether that was all.
    pub fn add_texts(&mut self, count: usize) -> bool {
        for row in self.rows.iter().skip(self.texts.count()).take(count) {
            let said: Vec<String> = self.plans.iter().map(|plan| row.promise.words(plan)).collect();
            self.texts.add(&self.folding.fold(&said.join("\n")), &self.pinyin);
        }
        self.texts.count() == self.rows.len()
    }

    /// Begins a search. A promise is found where it has every word of it and passes every filter. Words are looked for in
    /// the texts that are there.
    pub fn search(&self, filters: &Filters) -> Search {
        let words = Word::all(&filters.search, &self.folding, &self.pinyin);
        let words: Vec<Candidates> = words.into_iter().map(|word| Candidates::of(word, &self.texts)).collect();
        let rows = if words.is_empty() { self.rows.len() } else { self.texts.count() };
        let mut left = TextSet::all(rows);
        words.iter().for_each(|word| left.intersect(&word.rows));
        let tally = self.options.tally(filters, &self.sets);
        Search { words, left: left.into_iter(), tally, found: Vec::new() }
    }

    /// Goes on with a search of this index and looks at up to `count` more rows. Whether that was all.
    pub fn go_on(&self, search: &mut Search, count: usize) -> bool {
        let Search { words, left, tally, found } = search;
        let mut looked_at = 0;
        for row in left.take(count) {
            looked_at += 1;
            if words.iter().all(|word| word.is_in(row, &self.texts, &self.pinyin)) && tally.count(self.rows[row].set) {
                found.push(self.rows[row].promise);
            }
        }
        looked_at < count
    }

    /// What a search of this index has found so far.
    pub fn found(&self, search: &Search) -> Found {
        let counts = search.tally.counts(&self.options, &self.sets);
        Found { rows: search.found.clone(), total: self.rows.len(), counts }
    }

    /// What a search finds.
    pub fn find(&self, filters: &Filters) -> Found {
        let mut search = self.search(filters);
        self.go_on(&mut search, usize::MAX);
        self.found(&search)
    }
}
