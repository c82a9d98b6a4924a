//! Texts and the marks in them: numbers of figures, counts, names, terms.

use super::{Builder, FigureValues};
use crate::plan::*;
use crate::quantity::{Lang, written};
use crate::reading::{Context, read};
use crate::site::source::markup::{Markup, pieces};
use crate::site::source::problem::Fault;
use crate::site::source::raw::*;
use crate::text::{List, Text};
use std::ops::Range;

const COUNTS: [&str; 14] = [
    "figures",
    "past-figures",
    "promised-figures",
    "commitments",
    "promises",
    "same-ruler",
    "perhaps-ruler",
    "not-compared",
    "hedged",
    "deadlines",
    "milestones",
    "pillars",
    "themes",
    "sentences",
];

/// Longest name, title or heading, in characters of the data file.
const MAX_TITLE: usize = 160;

/// The numbers of a text as names have them, each with its words; a ratio is as many as it has parts.
fn numbers(text: &str) -> Vec<(f64, String)> {
    let parts = text.split([':', '∶', '：']).map(str::trim);
    let read = |part: &str| {
        let readings = read(part, &Context::default());
        readings.into_iter().map(|one| (one.whole(), part[one.range.clone()].to_owned())).collect::<Vec<_>>()
    };
    parts.flat_map(read).collect()
}

/// Where a piece stands in the words that it is a piece of.
fn span_of(words: &Words, piece: &str) -> Range<usize> {
    let start = piece.as_ptr() as usize - words.get_ref().as_ptr() as usize;
    start..start + piece.len()
}

impl Builder<'_> {
    /// Words without any mark.
    pub(super) fn text(&mut self, file: usize, pair: &Pair) -> Text {
        let Some(words) = self.translation(file, pair) else {
            return Text::EMPTY;
        };
        let (_, faults) = pieces(words.get_ref());
        self.mark_faults(file, words, faults);
        words.get_ref().clone().into()
    }

    /// The same, as a name or a title, which has its place on a line or two.
    pub(super) fn title(&mut self, file: usize, pair: &Pair) -> Text {
        self.check_title(file, pair);
        self.text(file, pair)
    }

    /// Words with marks that stand over others.
    pub(super) fn heading(&mut self, file: usize, pair: &Pair, values: &[FigureValues]) -> Prose {
        self.check_title(file, pair);
        self.prose(file, pair, None, values)
    }

    pub(super) fn check_title(&mut self, file: usize, pair: &Pair) {
        let words = self.lang.pick(&pair.get_ref().zh, &pair.get_ref().en).as_ref();
        if let Some((words, length)) =
            words.map(|words| (words, words.get_ref().chars().count())).filter(|(_, length)| *length > MAX_TITLE)
        {
            self.fault(file, words.span(), Fault::LongTitle { length, limit: MAX_TITLE });
        }
    }

    /// The numbers that a text of the sentence at `at` has as names are numbers that the sentence lists.
    pub(super) fn check_names(&mut self, file: usize, pair: &Pair, at: &Words) {
        let Some(sentence) = self.sentences.positions.get(at.get_ref()) else { return };
        let listed: Vec<f64> = self.raw.sentences[*sentence]
            .numerals
            .iter()
            .flat_map(|numeral| numbers(numeral.text.get_ref()))
            .map(|(value, _)| value)
            .collect();
        let Some(words) = self.lang.pick(&pair.get_ref().zh, &pair.get_ref().en).as_ref() else {
            return;
        };
        for piece in pieces(words.get_ref()).0 {
            let Markup::Name(name) = piece else { continue };
            for (_, number) in numbers(name).into_iter().filter(|(value, _)| !listed.contains(value)) {
                if self.lang == Lang::Zh || number.bytes().any(|byte| byte.is_ascii_digit()) {
                    let at = at.get_ref().clone();
                    self.mark_faults(file, words, vec![(span_of(words, name), Fault::NumberNotListed { number, at })]);
                }
            }
        }
    }

    /// Words of another source, with whatever digits it has.
    pub(super) fn plain(&mut self, file: usize, pair: &Pair) -> Text {
        self.translation(file, pair).map_or(Text::EMPTY, |words| words.get_ref().clone().into())
    }

    /// Words with marks; `own` is the figure whose texts may leave its id out.
    pub(super) fn prose(&mut self, file: usize, pair: &Pair, own: Option<usize>, values: &[FigureValues]) -> Prose {
        let Some(words) = self.translation(file, pair) else {
            return Prose(List::EMPTY);
        };
        let (pieces, faults) = pieces(words.get_ref());
        self.mark_faults(file, words, faults);
        Prose(pieces.into_iter().filter_map(|piece| self.span(file, words, piece, own, values)).collect())
    }

    fn span(
        &mut self,
        file: usize,
        words: &Words,
        piece: Markup,
        own: Option<usize>,
        values: &[FigureValues],
    ) -> Option<Span> {
        match piece {
            Markup::Words(text) => Some(Span::Words(text.to_owned().into())),
            Markup::Name(text) => Some(Span::Number { text: text.to_owned().into(), origin: Origin::Name }),
            Markup::Term { text, id } => {
                let is = |section: &RawDataSection| section.id.get_ref() == id;
                let of_since = self.raw.since_page.iter().any(is);
                if of_since || self.raw.data_page.iter().any(is) {
                    return Some(Span::Section { text: text.to_owned().into(), id: id.to_owned().into(), of_since });
                }
                let term = self.find(file, words.span(), id, |b| &b.terms)?;
                Some(Span::Term { text: text.to_owned().into(), term })
            }
            Markup::Count(what) => {
                let count = self.count(what, values);
                if count.is_none() {
                    let known = COUNTS.iter().map(ToString::to_string).collect();
                    self.fault(file, words.span(), Fault::Unknown { what: "count", given: what.to_owned(), known });
                }
                Some(Span::Number {
                    text: crate::quantity::group_thousands(count? as u64).into(),
                    origin: Origin::Count(what.to_owned().into()),
                })
            }
            Markup::Value { figure, slot, bare } => {
                let position = self.figure_position(file, words, figure, own)?;
                let found = values[position].get(slot);
                if found.is_none() {
                    self.no_number(file, words, figure, slot.name());
                }
                let written = written(&found?.quantity, self.lang);
                let text = if bare { written.number } else { written.to_string() };
                Some(Span::Number { text: text.into(), origin: Origin::Plan(Ref::at(position), slot) })
            }
            Markup::Computed { figure, what } => {
                let position = self.figure_position(file, words, figure, own)?;
                let result = self.computed(position, what, values);
                if result.is_none() {
                    self.no_number(file, words, figure, what.name());
                }
                Some(Span::Number { text: result?.text.into(), origin: Origin::Computed(Ref::at(position), what) })
            }
        }
    }

    fn computed(
        &self,
        position: usize,
        what: Computed,
        values: &[FigureValues],
    ) -> Option<crate::plan::ComputedNumber> {
        let kind = Kind::NAMES
            .iter()
            .find(|(name, _)| name == self.raw.figures[position].kind.get_ref())
            .map(|(_, kind)| *kind)?;
        let of = &values[position];
        let other = of.per.and_then(|other| values.get(other)).and_then(|v| v.promise.as_ref());
        crate::plan::compute(
            what,
            kind,
            of.past.as_ref().map(|v| v.quantity),
            of.promise.as_ref().map(|v| v.quantity),
            other.map(|v| v.quantity),
            self.lang,
        )
    }

    fn figure_position(
        &mut self,
        file: usize,
        words: &Words,
        figure: Option<&str>,
        own: Option<usize>,
    ) -> Option<usize> {
        match figure {
            None => {
                if own.is_none() {
                    self.fault(file, words.span(), Fault::NoSuchNumber("a number without its figure".to_owned()));
                }
                own
            }
            Some(id) => self.find::<Figure>(file, words.span(), id, |b| &b.figures).map(Ref::position),
        }
    }

    fn no_number(&mut self, file: usize, words: &Words, figure: Option<&str>, name: &str) {
        let mark = match figure {
            Some(figure) => format!("{figure}.{name}"),
            None => name.to_owned(),
        };
        self.fault(file, words.span(), Fault::NoSuchNumber(mark));
    }

    fn count(&self, what: &str, values: &[FigureValues]) -> Option<usize> {
        let promised = || values.iter().filter_map(|value| value.promise.as_ref());
        let ruled = |of: fn(&RawRuler) -> bool| {
            let rulers = self.raw.figures.iter().filter_map(|figure| figure.ruler.as_ref());
            rulers.filter(|ruler| of(ruler.get_ref())).count()
        };
        Some(match what {
            "same-ruler" => ruled(|ruler| ruler.same.is_some()),
            "perhaps-ruler" => ruled(|ruler| ruler.perhaps.is_some()),
            "not-compared" => promised().count() - ruled(|ruler| ruler.same.is_some()).min(promised().count()),
            "hedged" => promised().filter(|promise| promise.quantity.hedges.softens()).count(),
            "deadlines" => promised().filter(|promise| promise.deadline.is_some()).count(),
            "figures" => values.len(),
            "past-figures" => values.iter().filter(|v| v.past.is_some()).count(),
            "promised-figures" => values.iter().filter(|v| v.promise.is_some()).count(),
            "commitments" => self.raw.commitments.len(),
            "promises" => self.raw.commitments.len() + values.iter().filter(|v| v.promise.is_some()).count(),
            "milestones" => self.raw.milestones.len(),
            "pillars" => self.raw.pillars.len(),
            "themes" => self.raw.themes.len(),
            "sentences" => self.raw.sentences.len(),
            _ => return None,
        })
    }

    fn translation<'p>(&mut self, file: usize, pair: &'p Pair) -> Option<&'p Words> {
        let (words, name) = match self.lang {
            Lang::Zh => (&pair.get_ref().zh, "Chinese"),
            Lang::En => (&pair.get_ref().en, "English"),
        };
        let words = words.as_ref().filter(|words| !words.get_ref().trim().is_empty());
        if words.is_none() {
            self.fault(file, pair.span(), Fault::MissingTranslation(name));
        }
        words
    }

    fn mark_faults(&mut self, file: usize, words: &Words, faults: Vec<(Range<usize>, Fault)>) {
        // A string with escapes is longer in the file than in memory; then the whole string is pointed at.
        let span = words.span();
        let source = &self.files[file].text()[span.clone()];
        let offset = source.find(words.get_ref().as_str());
        for (range, fault) in faults {
            let span = match offset {
                Some(offset) => span.start + offset + range.start..span.start + offset + range.end,
                None => span.clone(),
            };
            self.fault(file, span, fault);
        }
    }
}
