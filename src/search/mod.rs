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

use crate::plan::{Alias, Locator, Plan, Promise, Ref, Topic};
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
    /// What is said of each topic in every language, folded: name, question and answer, and the terms of its promises.
    topics: Vec<String>,
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

/// Where a search looks, the next only where nothing was found.
#[derive(Clone, Copy, PartialEq)]
enum Scope {
    /// For the words themselves in what is promised.
    Words,
    /// For what stands for them as well.
    OtherWords,
    /// In what is said of the promise's topic as well.
    Topics,
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
            topics: Vec::new(),
        }
    }

    /// Folds the texts of up to `count` more promises. Whether that was all.
    pub fn add_texts(&mut self, count: usize) -> bool {
        for row in self.rows.iter().skip(self.texts.len()).take(count) {
            let said: Vec<String> = self.plans.iter().map(|plan| row.promise.words(plan)).collect();
            let folded = self.folding.fold(&said.join("\n"));
            self.texts.push(RowText { sounds: self.pinyin.sounds(&folded), folded });
        }
        let whole = self.texts.len() == self.rows.len();
        if whole && self.topics.is_empty() {
            self.topics = self.topic_texts();
        }
        whole
    }

    fn topic_texts(&self) -> Vec<String> {
        let Some(first) = self.plans.first() else { return Vec::new() };
        let said = |topic: Ref<Topic>| -> String {
            let promises = self.rows.iter().map(|row| row.promise).filter(|one| one.topic(first) == Some(topic));
            let places: Vec<Locator> = promises.filter_map(|promise| promise.at(first)).collect();
            let mut lines = Vec::new();
            for plan in self.plans {
                let record = &plan[topic];
                lines.extend([record.name.as_str().to_owned(), record.question.as_str().to_owned()]);
                lines.push(record.answer.plain());
                for term in plan.terms.iter().filter(|term| term.at.iter().any(|at| places.contains(at))) {
                    lines.extend([term.name.plain(), term.article.plain()]);
                }
            }
            lines.join("\n")
        };
        Ref::all(&first.topics).map(|topic| self.folding.fold(&said(topic))).collect()
    }

    /// A promise is found where it has every word of the search and passes every filter. Words are looked for in the texts
    /// that are there. Where no promise has them, other words for them count as well, and at last what is said of its topic.
    pub fn find(&self, filters: &Filters) -> Found {
        let words = Word::all(&filters.search, &self.folding);
        // Signs alone are in no text.
        let signs_alone = words.is_empty() && !filters.search.trim().is_empty();
        let wide: Vec<Vec<String>> = words.iter().map(|word| self.other_words(word.text())).collect();
        let mut has = Vec::new();
        for scope in [Scope::Words, Scope::OtherWords, Scope::Topics] {
            let is_in = |row: usize| words.iter().zip(&wide).all(|word| self.is_in(row, word, scope));
            has = (0..self.rows.len()).map(|row| !signs_alone && is_in(row)).collect();
            if words.is_empty() || has.contains(&true) {
                break;
            }
        }
        let mut tally = Tally::new(&self.options, filters);
        let mut rows = Vec::new();
        for (row, _) in self.rows.iter().zip(has).filter(|(_, has)| *has) {
            if tally.count(&row.taken) {
                rows.push(row.promise);
            }
        }
        Found { rows, total: self.rows.len(), counts: tally.counts() }
    }

    fn is_in(&self, row: usize, (word, others): (&Word, &Vec<String>), scope: Scope) -> bool {
        let Some(text) = self.texts.get(row) else { return false };
        if scope == Scope::Words {
            return word.is_in(text, &self.pinyin);
        }
        let topic = self.plans.first().and_then(|plan| self.rows[row].promise.topic(plan));
        let said = topic.and_then(|topic| self.topics.get(topic.position())).filter(|_| scope == Scope::Topics);
        others.iter().any(|word| text.folded.contains(word) || said.is_some_and(|said| said.contains(word)))
    }

    /// A folded word, and what stands for it in the texts.
    fn other_words(&self, word: &str) -> Vec<String> {
        let aliases = self.plans.first().map_or(&[][..], |plan| plan.site.aliases.items());
        let is_said = |alias: &&Alias| alias.said.as_str().split(' ').any(|said| self.folding.fold(said) == word);
        let means = aliases.iter().filter(is_said).map(|alias| self.folding.fold(alias.means.as_str()));
        means.chain([word.to_owned()]).collect()
    }

    /// The topic that has most of the characters and beginnings of words that were searched for. None where none has any.
    pub fn nearest_topic(&self, search: &str) -> Option<Ref<Topic>> {
        let folded = self.folding.fold(search);
        let mut pieces: Vec<String> = folded.chars().filter(|c| is_han(*c)).map(String::from).collect();
        let beginnings = folded.split(' ').filter(|word| word.is_ascii()).filter_map(|word| word.get(..5));
        pieces.extend(beginnings.map(str::to_owned));
        let has = |said: &String| pieces.iter().filter(|piece| said.contains(piece.as_str())).count();
        let topics = self.topics.iter().enumerate().map(|(at, said)| (has(said), at));
        // Of several, the first.
        let (_, at) = topics.rev().max_by_key(|(has, _)| *has).filter(|(has, _)| *has > 0)?;
        Ref::all(&self.plans.first()?.topics).nth(at)
    }
}
