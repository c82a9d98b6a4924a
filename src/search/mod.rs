//! Finds promises by what a reader types: in either language, in pinyin, in traditional characters or in digits.
//!
//! Everything is folded once when the [`Index`] is made, so a search only compares.

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
pub use promise::Promise;
pub use table::{Reading, SearchTable};

use crate::plan::Plan;
use crate::route::query::Filters;
use count::Options;
use fold::Folding;
use pinyin::{Pinyin, Sounds};
use word::Word;

/// All promises, ready to be searched.
#[derive(Debug)]
pub struct Index {
    folding: Folding,
    pinyin: Pinyin,
    options: Options,
    /// In the order of the page that lists them.
    rows: Vec<Row>,
}

#[derive(Clone, Debug)]
struct Row {
    promise: Promise,
    /// What is said of it in every language, folded.
    text: Box<str>,
    sounds: Sounds,
    /// Numbers of the options of all filters that take it, ascending.
    options: Box<[u16]>,
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
    pub fn of(plans: &[Plan], table: &SearchTable) -> Index {
        let folding = Folding::of(table);
        let pinyin = Pinyin::of(table);
        let Some(first) = plans.first() else {
            return Index { folding, pinyin, options: Options::default(), rows: Vec::new() };
        };
        let options = Options::of(first);
        let rows = Promise::all(first).map(|promise| {
            let said: Vec<String> = plans.iter().map(|plan| promise.words(plan)).collect();
            let text = folding.fold(&said.join("\n"));
            Row {
                promise,
                sounds: pinyin.sounds(&text),
                text: text.into(),
                options: options.of_promise(promise, first),
            }
        });
        Index { rows: rows.collect(), folding, pinyin, options }
    }

    /// A promise is found where it has every word of the search and passes every filter.
    pub fn find(&self, filters: &Filters) -> Found {
        let words = Word::all(&filters.search, &self.folding, &self.pinyin);
        let mut tally = self.options.tally(filters);
        let fitting = self.rows.iter().filter(|row| words.iter().all(|word| word.is_in(row, &self.pinyin)));
        let rows = fitting.filter(|row| tally.count(&row.options)).map(|row| row.promise).collect();
        Found { rows, total: self.rows.len(), counts: tally.counts() }
    }
}
