//! What other public sources say: a log that only grows, each entry held against its own words.

use super::figures::FigureValues;
use super::references::Ids;
use super::{Builder, SINCE, shorten};
use crate::plan::*;
use crate::quantity::{Quantity, Tense};
use crate::site::source::problem::Fault;
use crate::site::source::raw::*;
use crate::text::Text;

/// Longest quotation of a note, which holds a sentence's half where an entry's holds a number.
const MAX_NOTE_PHRASE: usize = 60;

/// Placeholder for a faulty quantity; a plan with any problem is discarded, so it is never used.
const NOWHERE: Quantity = Quantity {
    value: 0.0,
    to: None,
    unit: crate::quantity::Unit::PERCENT,
    tense: Tense::Done,
    hedges: crate::quantity::Hedges::NONE,
    noun: Text::EMPTY,
    of: None,
};

impl Builder<'_> {
    /// Sources stand in the order in which they were read, entries in that of their sources; a correction may come later.
    pub(super) fn check_since_order(&mut self) {
        let raw = self.raw;
        let read = |source: &RawOtherSource| source.read.get_ref().to_string();
        let mut last = String::new();
        for source in &raw.other_sources {
            if read(source) < last {
                self.fault(SINCE, source.id.span(), out_of_order("source", &source.id));
            }
            last = last.max(read(source));
        }
        let mut last = String::new();
        for entry in raw.since.iter().filter(|entry| entry.replaces.is_none()) {
            let source = raw.other_sources.iter().find(|source| source.id.get_ref() == entry.source.get_ref());
            let Some(read) = source.map(read) else { continue };
            if read < last {
                self.fault(SINCE, entry.id.span(), out_of_order("entry", &entry.id));
            }
            last = last.max(read);
        }
    }

    pub(super) fn other_source(&mut self, raw: &RawOtherSource) -> OtherSource {
        let (date, read) = (raw.date.get_ref().to_string(), raw.read.get_ref().to_string());
        for (text, span) in [(&date, raw.date.span()), (&read, raw.read.span())] {
            if !is_date(text) {
                self.fault(SINCE, span, Fault::BadDate(shorten(text)));
            }
        }
        if read < date {
            self.fault(SINCE, raw.read.span(), Fault::LaterThan("the source was read before it was published"));
        }
        let address = raw.address.get_ref();
        if !address.starts_with("https://") && !address.starts_with("http://") {
            self.one_of(SINCE, "address", &raw.address, &["https://…"]);
        }
        OtherSource {
            id: self.slug(SINCE, &raw.id),
            title: self.plain(SINCE, &raw.title),
            publisher: self.plain(SINCE, &raw.publisher),
            date: date.into(),
            read: read.into(),
            address: address.clone().into(),
            note: raw.note.as_ref().map(|note| self.plain(SINCE, note)),
        }
    }

    pub(super) fn since_entry(&mut self, raw: &RawFollowUp, position: usize, values: &[FigureValues]) -> FollowUp {
        let kind = FollowUpKind::ALL.into_iter().find(|kind| kind.name() == raw.kind.get_ref());
        self.one_of(SINCE, "kind", &raw.kind, &FollowUpKind::ALL.map(FollowUpKind::name));
        let same = SameMeasure::ALL.into_iter().find(|same| same.name() == raw.same_measure.get_ref());
        self.one_of(SINCE, "answer", &raw.same_measure, &SameMeasure::ALL.map(SameMeasure::name));
        if same.is_some_and(|same| same != SameMeasure::Yes) && raw.reason.is_none() {
            self.fault(SINCE, raw.same_measure.span(), Fault::NoReason);
        }
        self.check_as_of(&raw.as_of, &raw.source);
        self.check_contradictions(raw, position);
        if let Some(replaces) = &raw.replaces {
            self.check_replaces(raw, replaces, position);
        }
        let id = raw.id.get_ref();
        let replaced_by =
            self.raw.since.iter().position(|entry| entry.replaces.as_ref().is_some_and(|r| r.get_ref() == id));
        FollowUp {
            id: self.slug(SINCE, &raw.id),
            figure: self.look_up(SINCE, &raw.figure, |b| &b.figures),
            kind: kind.unwrap_or(FollowUpKind::Outcome),
            quantity: self.since_quantity(raw, values),
            as_of: raw.as_of.get_ref().clone().into(),
            as_of_words: match &raw.as_of_words {
                Some(words) => self.plain(SINCE, words),
                None => raw.as_of.get_ref().clone().into(),
            },
            measure: self.plain(SINCE, &raw.measure),
            same: same.unwrap_or(SameMeasure::Unclear),
            reason: raw.reason.as_ref().map(|reason| self.plain(SINCE, reason)),
            source: self.look_up(SINCE, &raw.source, |b| &b.other_sources),
            phrase: raw.phrase.as_ref().map(|phrase| phrase.get_ref().clone().into()),
            locator: raw.locator.as_ref().map(|locator| self.plain(SINCE, locator)),
            replaced_by: replaced_by.map(Ref::at),
        }
    }

    pub(super) fn since_note(&mut self, raw: &RawFollowUpNote) -> FollowUpNote {
        self.check_as_of(&raw.as_of, &raw.source);
        let length = raw.phrase.get_ref().chars().count();
        if length > MAX_NOTE_PHRASE {
            self.fault(SINCE, raw.phrase.span(), Fault::LongPhrase(length));
        }
        FollowUpNote {
            id: self.slug(SINCE, &raw.id),
            about: raw.about.as_ref().map_or(NoteSubject::Years, |about| self.subject(about)),
            as_of: raw.as_of.get_ref().clone().into(),
            text: self.plain(SINCE, &raw.text),
            source: self.look_up(SINCE, &raw.source, |b| &b.other_sources),
            phrase: raw.phrase.get_ref().clone().into(),
        }
    }

    fn subject(&mut self, about: &Words) -> NoteSubject {
        // It is there and has a problem of its own; the plan is discarded.
        if ["milestone", "commitment"].iter().any(|what| self.raw.may_be_unread(what, about.get_ref())) {
            return NoteSubject::Years;
        }
        let at = |ids: &Ids| ids.positions.get(about.get_ref()).copied();
        match (at(&self.milestones), at(&self.commitments)) {
            (Some(milestone), _) => NoteSubject::Milestone(Ref::at(milestone)),
            (_, Some(commitment)) => NoteSubject::Commitment(Ref::at(commitment)),
            // Told as a figure that is not there, where it is nothing at all.
            _ => NoteSubject::Figure(self.look_up(SINCE, about, |b| &b.figures)),
        }
    }

    fn since_quantity(&mut self, raw: &RawFollowUp, values: &[FigureValues]) -> Quantity {
        let hedges = self.hedge_set(SINCE, &raw.hedge);
        let unit = self.unit(SINCE, &raw.unit);
        let figure = self.figures.positions.get(raw.figure.get_ref()).and_then(|position| values.get(*position));
        let promise = figure.map(|figure| figure.get(Slot::Promise));
        if promise == Some(None) {
            self.fault(SINCE, raw.figure.span(), Fault::NotPromised(shorten(raw.figure.get_ref())));
        }
        if raw.phrase.is_none() && raw.locator.is_none() {
            self.fault(SINCE, raw.id.span(), Fault::NoPhrase);
        }
        let Some(unit) = unit else { return NOWHERE };
        let value = *raw.value.get_ref();
        if let Err(rule) = unit.check(value) {
            let (value, unit) = (value.to_string(), unit.name());
            self.fault(SINCE, raw.value.span(), Fault::OutOfRange { value, unit, rule });
        }
        if let Some(phrase) = &raw.phrase {
            self.check_phrase(SINCE, phrase, "", (value, None, unit), (hedges, raw.hedge.span()));
        }
        let promise = promise.flatten().map(|promise| promise.quantity);
        if let Some(promise) = promise.filter(|promise| unit.convert(1.0, promise.unit).is_none()) {
            let (unit, promised) = (unit.name(), promise.unit.name());
            self.fault(SINCE, raw.unit.span(), Fault::OtherDimension { unit, promised });
        }
        Quantity { value, to: None, unit, hedges, noun: promise.map_or(Text::EMPTY, |promise| promise.noun), ..NOWHERE }
    }

    fn check_as_of(&mut self, written: &Words, of: &Words) {
        let as_of = written.get_ref();
        if !is_date(as_of) {
            return self.fault(SINCE, written.span(), Fault::BadDate(shorten(as_of)));
        }
        let source = self.raw.other_sources.iter().find(|source| source.id.get_ref() == of.get_ref());
        // A year is as late as the date of the source where that lies in it.
        let date = source.map(|source| source.date.get_ref().to_string());
        if date.is_some_and(|date| date.get(..as_of.len()).is_some_and(|date| date < as_of.as_str())) {
            let fault = Fault::LaterThan("the source is older than what it would be a source of");
            self.fault(SINCE, written.span(), fault);
        }
    }

    /// The same source says one thing of one measure at one time, unless an entry corrects another.
    fn check_contradictions(&mut self, raw: &RawFollowUp, position: usize) {
        let all = &self.raw.since;
        let said = |entry: &RawFollowUp| {
            let measure = entry.measure.get_ref().zh.as_ref().map(|words| words.get_ref().clone());
            let [figure, source, as_of] =
                [&entry.figure, &entry.source, &entry.as_of].map(|words| words.get_ref().clone());
            (figure, source, as_of, measure)
        };
        let value = |entry: &RawFollowUp| (*entry.value.get_ref(), entry.unit.get_ref().clone());
        let replaced = |entry: &RawFollowUp| {
            all.iter().any(|later| later.replaces.as_ref().is_some_and(|id| id.get_ref() == entry.id.get_ref()))
        };
        let other = |entry: &&RawFollowUp| said(entry) == said(raw) && value(entry) != value(raw) && !replaced(entry);
        if let Some(earlier) = all[..position].iter().find(other) {
            let id = shorten(earlier.id.get_ref());
            self.fault(SINCE, raw.value.span(), Fault::Contradicts(id));
        }
    }

    fn check_replaces(&mut self, raw: &RawFollowUp, replaces: &Words, position: usize) {
        let all = &self.raw.since;
        let names = |entry: &RawFollowUp| entry.replaces.as_ref().is_some_and(|id| id.get_ref() == replaces.get_ref());
        let why = match self.find::<FollowUp>(SINCE, replaces.span(), replaces.get_ref(), |b| &b.since) {
            None => return,
            Some(found) if found.position() >= position => "it does not stand above this one",
            Some(found) if all[found.position()].figure.get_ref() != raw.figure.get_ref() => "it is of another figure",
            Some(_) if all[..position].iter().any(names) => "another entry has replaced it already",
            Some(_) => return,
        };
        self.fault(SINCE, replaces.span(), Fault::NotReplaced(shorten(replaces.get_ref()), why));
    }
}

fn out_of_order(what: &'static str, id: &Words) -> Fault {
    Fault::OutOfOrder { what, id: shorten(id.get_ref()) }
}

/// 2022, 2022-06 or 2022-06-30.
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let lengths = [4, 2, 2];
    let digits = |(part, length): (&&str, &usize)| part.len() == *length && part.bytes().all(|b| b.is_ascii_digit());
    let within =
        |part: Option<&&str>, most: u8| part.is_none_or(|part| (1..=most).contains(&part.parse().unwrap_or(0)));
    parts.len() <= 3 && parts.iter().zip(&lengths).all(digits) && within(parts.get(1), 12) && within(parts.get(2), 31)
}
