//! Ids, locators, and what refers to them.

use super::{Builder, shorten};
use crate::plan::{Locator, Ref};
use crate::site::source::file::SourceFile;
use crate::site::source::problem::{Fault, Problem};
use crate::site::source::raw::*;
use crate::text::Text;
use std::collections::HashMap;
use std::ops::Range;

/// Entries of one kind by id.
pub struct Ids {
    pub(super) what: &'static str,
    pub(super) positions: HashMap<String, usize>,
}

pub fn ids<'r>(
    what: &'static str,
    file: usize,
    entries: impl Iterator<Item = &'r Words>,
    files: &[SourceFile],
    problems: &mut Vec<Problem>,
) -> Ids {
    let mut positions = HashMap::new();
    for (position, id) in entries.enumerate() {
        if positions.insert(id.get_ref().clone(), position).is_some() {
            let fault = Fault::Duplicate { what, id: shorten(id.get_ref()) };
            problems.push(files[file].problem(id.span(), fault));
        }
    }
    Ids { what, positions }
}

impl Builder<'_> {
    pub(super) fn slug(&mut self, file: usize, id: &Words) -> Text {
        let text = id.get_ref();
        let good = !text.is_empty()
            && text.split('-').all(|part| !part.is_empty())
            && text.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'));
        if !good {
            self.fault(file, id.span(), Fault::BadId(shorten(text)));
        }
        text.clone().into()
    }

    pub(super) fn locator(&mut self, file: usize, at: &Words) -> Locator {
        Locator::parse(at.get_ref()).unwrap_or_else(|| {
            self.fault(file, at.span(), Fault::BadLocator(shorten(at.get_ref())));
            Locator { paragraph: 0, sentence: 1 }
        })
    }

    /// A locator of a sentence that the data knows.
    pub(super) fn claim(&mut self, file: usize, at: &Words) -> Locator {
        let locator = self.locator(file, at);
        if Locator::parse(at.get_ref()).is_some()
            && !self.sentences.positions.contains_key(at.get_ref())
            && !self.raw.may_be_unread("sentence", at.get_ref())
        {
            let mut known: Vec<String> = self.sentences.positions.keys().cloned().collect();
            known.sort();
            self.fault(file, at.span(), Fault::Unknown { what: "sentence", given: at.get_ref().clone(), known });
        }
        locator
    }

    pub(super) fn look_up<T>(&mut self, file: usize, id: &Words, ids: impl Fn(&Self) -> &Ids) -> Ref<T> {
        // The placeholder is never used: the plan is discarded when there is any problem.
        self.find(file, id.span(), id.get_ref(), ids).unwrap_or(Ref::at(0))
    }

    pub(super) fn find<T>(
        &mut self,
        file: usize,
        span: Range<usize>,
        id: &str,
        ids: impl Fn(&Self) -> &Ids,
    ) -> Option<Ref<T>> {
        let ids = ids(self);
        match ids.positions.get(id) {
            Some(position) => Some(Ref::at(*position)),
            // It is there and has a problem of its own.
            None if self.raw.may_be_unread(ids.what, id) => None,
            None => {
                let mut known: Vec<String> = ids.positions.keys().cloned().collect();
                known.sort();
                let fault = Fault::Unknown { what: ids.what, given: shorten(id), known };
                self.fault(file, span, fault);
                None
            }
        }
    }

    pub(super) fn one_of(&mut self, file: usize, what: &'static str, given: &Words, known: &[&str]) {
        if !known.contains(&given.get_ref().as_str()) {
            let known = known.iter().map(ToString::to_string).collect();
            self.fault(file, given.span(), Fault::Unknown { what, given: shorten(given.get_ref()), known });
        }
    }
}
