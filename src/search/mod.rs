//! Finds promises by what a reader types: in either language, in pinyin, in traditional characters or in digits.
//!
//! What each promise says is folded once, when the [`Index`] is made, so a search only compares: it reads all of them, which
//! takes milliseconds for the 10,000 that a plan may have.

mod count;
mod fold;
mod pinyin;
mod promise;
mod table;
#[cfg(test)]
mod tests;
mod word;

pub use count::{Counts, FacetCounts};
pub use fold::is_han;
pub use table::{Reading, SearchTable};

use crate::plan::{Plan, Promise};
use crate::route::query::Filters;
use count::{Options, Taken, Tally};
use fold::Folding;
use pinyin::Pinyin;
use word::Word;

/// All promises, ready for filters, and to be searched once their texts are in.
#[derive(Debug)]
pub struct Index {
    plans: &'static [Plan],
    folding: Folding,
    pinyin: Pinyin,
    options: Options,
    /// In the order of the page that lists them.
    rows: Vec<Row>,
    /// Of the first rows: folding takes its time.
    texts: Vec<RowText>,
}

#[derive(Clone, Debug)]
struct Row {
    promise: Promise,
    /// The options of the filters that take it.
    taken: Taken,
}

/// What is said of a row in every language.
#[derive(Clone, Debug)]
struct RowText {
    folded: String,
    sounds: Vec<u16>,
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
        let row = |promise, plan| Row { promise, taken: options.taken_by(promise, plan) };
        let of = |plan| Promise::by_topic(plan).into_iter().map(move |promise| row(promise, plan));
        let rows = plans.first().into_iter().flat_map(of);
        Index {
            plans,
            folding: Folding::of(table),
            pinyin: Pinyin::of(table),
            rows: rows.collect(),
            options,
            texts: Vec::new(),
        }
    }

    /// Folds the texts of up to `count` more promises. Whether that was all.
    pub fn add_texts(&mut self, count: usize) -> bool {
        for row in self.rows.iter().skip(self.texts.len()).take(count) {
            let said: Vec<String> = self.plans.iter().map(|plan| row.promise.words(plan)).collect();
            let folded = self.folding.fold(&said.join("\n"));
            self.texts.push(RowText { sounds: self.pinyin.sounds(&folded), folded });
        }
        self.texts.len() == self.rows.len()
    }

    /// A promise is found where it has every word of the search and passes every filter. Words are looked for in the texts
    /// that are there.
    pub fn find(&self, filters: &Filters) -> Found {
        let words = Word::all(&filters.search, &self.folding);
        let mut tally = Tally::new(&self.options, filters);
        let mut rows = Vec::new();
        for (position, row) in self.rows.iter().enumerate() {
            let text = self.texts.get(position);
            let has = |word: &Word| text.is_some_and(|text| word.is_in(text, &self.pinyin));
            if words.iter().all(has) && tally.count(&row.taken) {
                rows.push(row.promise);
            }
        }
        Found { rows, total: self.rows.len(), counts: tally.counts() }
    }
}
