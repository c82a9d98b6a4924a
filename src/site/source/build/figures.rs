//! Figures and their values.

use super::{Builder, FIGURES, shorten};
use crate::plan::phrase::{Held, Stated, held};
use crate::plan::*;
use crate::quantity::{Hedge, Hedges, Quantity, Tense, Unit};
use crate::site::source::problem::Fault;
use crate::site::source::raw::*;
use crate::text::Text;
use std::ops::Range;
use toml::Spanned;

/// Longest quotation from the article, in characters.
const MAX_PHRASE: usize = 24;

/// The values of a figure, known before any text is.
pub struct FigureValues {
    pub(super) past: Option<Value>,
    pub(super) promise: Option<Value>,
    pub(super) per: Option<usize>,
}

impl FigureValues {
    pub(super) fn get(&self, slot: Slot) -> Option<&Value> {
        match slot {
            Slot::Past => self.past.as_ref(),
            Slot::Promise => self.promise.as_ref(),
        }
    }
}

impl Builder<'_> {
    pub(super) fn figure_values(&mut self) -> Vec<FigureValues> {
        let raw = self.raw;
        raw.figures
            .iter()
            .map(|figure| {
                let noun = figure.noun.as_ref().map_or(Text::EMPTY, |noun| self.text(FIGURES, noun));
                FigureValues {
                    past: figure.past.as_ref().map(|v| self.value(v, Slot::Past, figure.kind.get_ref(), noun)),
                    promise: figure.promise.as_ref().map(|v| self.value(v, Slot::Promise, figure.kind.get_ref(), noun)),
                    per: figure.per.as_ref().and_then(|per| self.figures.positions.get(per.figure.get_ref()).copied()),
                }
            })
            .collect()
    }

    pub(super) fn figure(&mut self, raw: &RawFigure, position: usize, values: &[FigureValues]) -> Figure {
        let own = Some(position);
        let value = &values[position];
        let kind = Kind::NAMES.iter().find(|(name, _)| name == raw.kind.get_ref()).map(|(_, kind)| *kind);
        if kind.is_none() {
            let names: Vec<&str> = Kind::NAMES.iter().map(|(name, _)| *name).collect();
            self.one_of(FIGURES, "kind", &raw.kind, &names);
        }
        let kind = kind.unwrap_or(Kind::Amount);
        for quantity in [&value.past, &value.promise].into_iter().flatten().map(|v| v.quantity) {
            let fits = match kind {
                Kind::Pace => quantity.unit == Unit::PERCENT_A_YEAR,
                Kind::Share => quantity.unit == Unit::PERCENT,
                Kind::Count => quantity.unit == Unit::COUNT,
                Kind::Area => quantity.unit.is_area(),
                Kind::Leap | Kind::Amount => quantity.unit != Unit::PERCENT_A_YEAR,
            };
            if !fits {
                self.fault(
                    FIGURES,
                    raw.kind.span(),
                    Fault::KindUnit { kind: raw.kind.get_ref().clone(), unit: quantity.unit.name() },
                );
            }
            if quantity.unit == Unit::COUNT && raw.noun.is_none() {
                self.fault(FIGURES, raw.id.span(), Fault::NoNoun);
            }
        }
        match (&value.past, &value.promise) {
            (None, None) => self.fault(FIGURES, raw.id.span(), Fault::NoValue),
            (Some(past), Some(promise)) if past.quantity.unit != promise.quantity.unit => self.fault(
                FIGURES,
                raw.id.span(),
                Fault::MixedUnits(past.quantity.unit.name(), promise.quantity.unit.name()),
            ),
            (_, Some(_)) if raw.pillar.is_none() => {
                self.fault(FIGURES, raw.id.span(), Fault::PromiseWithoutPillar);
            }
            _ => {}
        }
        let ends = [&raw.past, &raw.promise].into_iter().flatten().filter_map(|value| value.get_ref().to.as_ref());
        for end in ends.filter(|_| raw.adds_up) {
            let rule = "left out: what adds up over the years has one value";
            self.fault(FIGURES, end.span(), Fault::Range { to: *end.get_ref(), rule });
        }
        if let Some(most) = &raw.guess_up_to {
            let last = value.promise.as_ref().or(value.past.as_ref()).map(|value| value.quantity);
            let rule = |quantity: &Quantity| match quantity.value {
                _ if quantity.to.is_some() => Some("left out: a range is not one number to guess"),
                below if below < 0.0 => Some("left out: the scale of guesses begins at nought"),
                value if *most.get_ref() < value || !most.get_ref().is_finite() => {
                    Some("no less than the value that is guessed")
                }
                _ => None,
            };
            if let Some((quantity, rule)) = last.and_then(|quantity| Some((quantity, rule(&quantity)?))) {
                let (value, unit) = (most.get_ref().to_string(), quantity.unit.name());
                self.fault(FIGURES, most.span(), Fault::OutOfRange { value, unit, rule });
            }
        }
        Figure {
            id: self.slug(FIGURES, &raw.id),
            kind,
            pillar: raw.pillar.as_ref().map(|id| self.look_up(FIGURES, id, |b| &b.pillars)),
            topics: raw.themes.get_ref().iter().map(|id| self.look_up(FIGURES, id, |b| &b.topics)).collect(),
            name: self.title(FIGURES, &raw.name),
            finding: self.prose(FIGURES, &raw.finding, own, values),
            caveats: raw.caveats.iter().map(|c| self.prose(FIGURES, c, own, values)).collect(),
            guess_up_to: raw.guess_up_to.as_ref().map(|most| *most.get_ref()),
            adds_up: raw.adds_up,
            past: value.past.clone(),
            promise: value.promise.clone(),
            ruler: self.ruler(raw, value),
            scope_condition: raw.scope_condition.as_ref().map(|c| self.text(FIGURES, c)),
            per: raw.per.as_ref().map(|per| Per {
                figure: self.look_up(FIGURES, &per.figure, |b| &b.figures),
                name: self.text(FIGURES, &per.name),
                condition: self.text(FIGURES, &per.condition),
            }),
        }
    }

    /// Where a figure looks both ways, how its two values are measured: words that both of its quotations have.
    fn ruler(&mut self, raw: &RawFigure, values: &FigureValues) -> Option<Ruler> {
        let both = values.past.as_ref().zip(values.promise.as_ref());
        let (ruler, (past, promise)) = match (&raw.ruler, both) {
            (None, None) => return None,
            (Some(ruler), Some(both)) => (ruler, both),
            (None, Some(_)) => {
                self.fault(FIGURES, raw.id.span(), Fault::NoRuler);
                return None;
            }
            (Some(ruler), None) => {
                self.fault(FIGURES, ruler.span(), Fault::Ruler("two values"));
                return None;
            }
        };
        let RawRuler { same, perhaps, reason } = ruler.get_ref();
        let (alike, words) = match (same, perhaps) {
            (Some(words), None) if raw.scope_condition.is_none() => (Alike::Same, words),
            (None, Some(words)) if raw.scope_condition.is_some() => (Alike::Perhaps, words),
            _ => {
                let rule = "`same`, or `perhaps` and a `scope_condition`";
                self.fault(FIGURES, ruler.span(), Fault::Ruler(rule));
                return None;
            }
        };
        for value in [past, promise] {
            if !value.phrase.as_str().contains(words.get_ref().as_str()) {
                let phrase = shorten(value.phrase.as_str());
                self.fault(FIGURES, words.span(), Fault::RulerNotInPhrase { phrase, words: words.get_ref().clone() });
            }
        }
        Some(Ruler { alike, reason: self.text(FIGURES, reason) })
    }

    fn value(&mut self, raw: &Spanned<RawValue>, slot: Slot, kind: &str, noun: Text) -> Value {
        let raw = raw.get_ref();
        let value = *raw.value.get_ref();
        // One slip in a unit is one problem: what would follow from it is checked once the unit is known.
        let known = self.unit(FIGURES, &raw.unit);
        let unit = known.unwrap_or_else(|| likely_unit(kind));
        if let (Some(unit), Err(rule)) = (known, unit.check(value)) {
            self.fault(
                FIGURES,
                raw.value.span(),
                Fault::OutOfRange { value: value.to_string(), unit: unit.name(), rule },
            );
        }
        if kind == "count" && known == Some(Unit::COUNT) && value.fract() != 0.0 {
            let fault = Fault::OutOfRange {
                value: value.to_string(),
                unit: Unit::COUNT.name(),
                rule: "whole in a count figure",
            };
            self.fault(FIGURES, raw.value.span(), fault);
        }
        // A slip in a range is one problem as well: what follows from it is left out.
        let to = raw.to.as_ref().and_then(|end| {
            let to = *end.get_ref();
            let rule = range_rule(raw, kind, unit, to);
            if let Some(rule) = rule {
                self.fault(FIGURES, end.span(), Fault::Range { to, rule });
            }
            rule.is_none().then_some(to)
        });
        let hedges = self.hedge_set(FIGURES, &raw.hedge);
        let phrase = raw.phrase.get_ref();
        let lead = raw.lead.as_ref().map_or("", |lead| lead.get_ref().as_str());
        if known.is_some() {
            self.check_phrase(FIGURES, &raw.phrase, lead, (value, to, unit), (hedges, raw.hedge.span()));
        }
        let tense = match (slot, raw.tense.as_ref()) {
            (Slot::Past, Some(tense)) => {
                self.one_of(FIGURES, "tense", tense, &["under-way", "done"]);
                if tense.get_ref() == "under-way" { Tense::UnderWay } else { Tense::Done }
            }
            (Slot::Past, None) => Tense::Done,
            (Slot::Promise, tense) => {
                if let Some(tense) = tense {
                    self.one_of(FIGURES, "tense", tense, &["promised"]);
                }
                Tense::Promised
            }
        };
        if let Some(of) = raw.of.as_ref().filter(|of| f64::from(*of.get_ref()) < value) {
            self.fault(
                FIGURES,
                of.span(),
                Fault::OutOfRange {
                    value: of.get_ref().to_string(),
                    unit: "count",
                    rule: "at least the value it is the whole of",
                },
            );
        }
        Value {
            measure: self.text(FIGURES, &raw.measure),
            at: self.claim(FIGURES, &raw.at),
            phrase: phrase.clone().into(),
            deadline: raw.deadline.as_ref().map(|words| words.get_ref().clone().into()),
            quantity: Quantity { value, to, unit, tense, hedges, noun, of: raw.of.as_ref().map(|of| *of.get_ref()) },
        }
    }

    /// Whether a quotation is short, holds the number, and says the hedges that the data says.
    pub(super) fn check_phrase(
        &mut self,
        file: usize,
        raw: &Words,
        lead: &str,
        (value, to, unit): (f64, Option<f64>, Unit),
        (hedges, hedge_span): (Hedges, Range<usize>),
    ) {
        let phrase = raw.get_ref();
        let length = phrase.chars().count();
        if length > MAX_PHRASE {
            self.fault(file, raw.span(), Fault::LongPhrase(length));
        }
        match held(phrase, lead, &Stated { value, to, unit }) {
            None => self.fault(
                file,
                raw.span(),
                Fault::NumberNotInPhrase {
                    phrase: shorten(phrase),
                    value: to.map_or(value.to_string(), |to| format!("{value}–{to}")),
                    unit: [unit.scale.word(), unit.noun.words().first().copied().unwrap_or("")].concat(),
                },
            ),
            Some(Held { hedges: found, .. }) if found != hedges => {
                self.fault(file, hedge_span, Fault::HedgeDisagrees { phrase: names(found), data: names(hedges) });
            }
            Some(_) => {}
        }
    }

    /// The unit of this name, where there is one.
    pub(super) fn unit(&mut self, file: usize, raw: &Words) -> Option<Unit> {
        let known = Unit::from_name(raw.get_ref());
        if known.is_none() {
            let names: Vec<&str> = Unit::all().map(Unit::name).collect();
            self.one_of(file, "unit", raw, &names);
        }
        known
    }

    pub(super) fn hedge_set(&mut self, file: usize, raw: &Spanned<Vec<Words>>) -> Hedges {
        let known: Vec<&str> = Hedge::ALL.iter().copied().map(Hedge::name).collect();
        raw.get_ref()
            .iter()
            .filter_map(|word| {
                self.one_of(file, "hedge", word, &known);
                Hedge::from_name(word.get_ref())
            })
            .collect()
    }
}

/// What the upper end of a range would have to be, where it is not that.
fn range_rule(raw: &RawValue, kind: &str, unit: Unit, to: f64) -> Option<&'static str> {
    let value = *raw.value.get_ref();
    match unit.check(to) {
        Err(rule) => Some(rule),
        Ok(()) if value < 0.0 || to <= value => Some("more than the value, which is not below nought"),
        Ok(()) if raw.of.is_some() => Some("left out: what is a part of a whole has one value"),
        Ok(()) if unit == Unit::YEARS || !["share", "leap", "amount"].contains(&kind) => {
            Some("in a share, leap or amount figure, and no span of years")
        }
        Ok(()) => None,
    }
}

/// A unit that a kind can draw, to go on with where the data's is unknown.
fn likely_unit(kind: &str) -> Unit {
    match kind {
        "pace" => Unit::PERCENT_A_YEAR,
        "count" => Unit::COUNT,
        "area" => Unit::KM2,
        _ => Unit::PERCENT,
    }
}

fn names(hedges: Hedges) -> String {
    let names: Vec<&str> = hedges.iter().map(Hedge::name).collect();
    names.join(", ")
}
