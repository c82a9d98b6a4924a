//! From the raw files to a valid [`Plan`] in one language. Every problem on the way is collected.

use super::file::SourceFile;
use super::markup::{Piece, pieces};
use super::problem::{Fault, Problem};
use super::raw::*;
use crate::plan::phrase::hedges_in;
use crate::plan::*;
use crate::quantity::{Hedge, Hedges, Lang, Quantity, Tense, Unit, written};
use crate::text::{List, Text};
use std::collections::HashMap;
use std::ops::Range;
use toml::Spanned;

/// Longest quotation from the article, in characters.
const MAX_PHRASE: usize = 24;
/// Digits of a sentence's hash that the pages show.
const FINGERPRINT: usize = 12;

// Positions in `FILES`.
const SITE: usize = 0;
const SENTENCES: usize = 1;
const PILLARS: usize = 2;
const THEMES: usize = 3;
const FIGURES: usize = 4;
const MILESTONES: usize = 5;
const HEDGES: usize = 6;
const COMMITMENTS: usize = 7;
const GLOSSARY: usize = 8;
const STORY: usize = 9;

/// Entries of one kind by id.
struct Ids {
    what: &'static str,
    positions: HashMap<String, usize>,
}

pub struct Builder<'a> {
    lang: Lang,
    raw: &'a Raw,
    files: &'a [SourceFile],
    problems: &'a mut Vec<Problem>,
    pillars: Ids,
    themes: Ids,
    figures: Ids,
    hedges: Ids,
    commitments: Ids,
    terms: Ids,
    sentences: Ids,
}

impl<'a> Builder<'a> {
    pub fn build(
        raw: &'a Raw,
        files: &'a [SourceFile],
        lang: Lang,
        version: &str,
        problems: &'a mut Vec<Problem>,
    ) -> Plan {
        let mut builder = Builder {
            lang,
            raw,
            files,
            pillars: ids("pillar", PILLARS, raw.pillars.iter().map(|e| &e.id), files, problems),
            themes: ids("theme", THEMES, raw.themes.iter().map(|e| &e.id), files, problems),
            figures: ids("figure", FIGURES, raw.figures.iter().map(|e| &e.id), files, problems),
            hedges: ids("hedge", HEDGES, raw.hedges.iter().map(|e| &e.id), files, problems),
            commitments: ids("commitment", COMMITMENTS, raw.commitments.iter().map(|e| &e.id), files, problems),
            terms: ids("term", GLOSSARY, raw.terms.iter().map(|e| &e.id), files, problems),
            sentences: ids("sentence", SENTENCES, raw.sentences.iter().map(|e| &e.at), files, problems),
            problems,
        };
        builder.check_milestone_ids();
        builder.check_claims();
        // Texts quote the figures' numbers, so figures come first; their own texts are filled in a second pass.
        let figures = builder.figure_values();
        builder.plan(version, &figures)
    }

    fn plan(&mut self, version: &str, values: &[FigureValues]) -> Plan {
        let raw = self.raw;
        Plan {
            lang: self.lang,
            version: version.to_owned().into(),
            site: self.site(values),
            sentences: raw.sentences.iter().map(|sentence| self.sentence(sentence)).collect(),
            pillars: raw.pillars.iter().map(|pillar| self.pillar(pillar, values)).collect(),
            themes: raw.themes.iter().map(|theme| self.theme(theme, values)).collect(),
            figures: raw.figures.iter().enumerate().map(|(i, figure)| self.figure(figure, i, values)).collect(),
            milestones: raw.milestones.iter().map(|milestone| self.milestone(milestone, values)).collect(),
            hedges: raw.hedges.iter().map(|hedge| self.hedge_word(hedge, values)).collect(),
            commitments: raw.commitments.iter().map(|commitment| self.commitment(commitment, values)).collect(),
            terms: raw.terms.iter().map(|term| self.term(term, values)).collect(),
            chapters: raw.chapters.iter().map(|chapter| self.chapter(chapter, values)).collect(),
        }
    }

    // ---- entries ----

    fn site(&mut self, values: &[FigureValues]) -> Site {
        let raw = self.raw;
        let mut text = |pair: Option<&Pair>| pair.map_or(Text::EMPTY, |pair| self.text(SITE, pair));
        let site = raw.site.as_ref();
        let (name, title, city, description, past, next) = (
            text(site.map(|s| &s.name)),
            text(site.map(|s| &s.title)),
            text(site.map(|s| &s.city)),
            text(site.map(|s| &s.description)),
            text(site.map(|s| &s.past)),
            text(site.map(|s| &s.next)),
        );
        let source_title = text(raw.source.as_ref().map(|s| &s.title));
        let original_title = raw.source.as_ref().and_then(|s| s.title.get_ref().zh.as_ref());
        let original_title = original_title.map_or(Text::EMPTY, |words| words.get_ref().clone().into());
        let changes = raw
            .changes
            .iter()
            .map(|change| Change { on: change.on.to_string().into(), text: text(Some(&change.text)) });
        let changes = changes.collect();
        let vision_title = text(raw.texts.as_ref().map(|t| &t.vision_title));
        let mut prose =
            |pair: Option<&Pair>| pair.map_or(Prose(List::EMPTY), |pair| self.prose(SITE, pair, None, values));
        let footer = raw.footer.as_ref();
        let texts = raw.texts.as_ref();
        Site {
            name,
            title,
            city,
            description,
            past,
            next,
            kicker: prose(site.map(|s| &s.kicker)),
            lede: prose(site.map(|s| &s.lede)),
            footer: Footer {
                about: prose(footer.map(|f| &f.about)),
                corrections: prose(footer.map(|f| &f.corrections)),
                licence: prose(footer.map(|f| &f.licence)),
                contact: footer.and_then(|f| f.contact.as_ref()).map(|c| c.get_ref().clone().into()),
                registration: footer.and_then(|f| f.registration.as_ref()).map(|r| prose(Some(r))),
            },
            source: Source {
                title: source_title,
                original_title,
                credit: prose(raw.source.as_ref().map(|s| &s.credit)),
                unknown: prose(raw.source.as_ref().map(|s| &s.unknown)),
            },
            texts: Texts {
                themes_lede: prose(texts.map(|t| &t.themes_lede)),
                commitments_lede: prose(texts.map(|t| &t.commitments_lede)),
                glossary_lede: prose(texts.map(|t| &t.glossary_lede)),
                figures_lede: prose(texts.map(|t| &t.figures_lede)),
                not_found: prose(texts.map(|t| &t.not_found)),
                vision_title,
                vision_lede: prose(texts.map(|t| &t.vision_lede)),
            },
            changes,
            data_page: raw
                .data_page
                .iter()
                .map(|section| DataSection {
                    id: self.slug(SITE, &section.id),
                    title: self.prose(SITE, &section.title, None, values),
                    body: section.body.iter().map(|body| self.prose(SITE, body, None, values)).collect(),
                })
                .collect(),
        }
    }

    fn sentence(&mut self, raw: &RawSentence) -> Sentence {
        let hash = raw.sha256.get_ref();
        if hash.len() != 64 || !hash.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')) {
            self.fault(SENTENCES, raw.sha256.span(), Fault::BadHash(shorten(hash)));
        }
        self.one_of(SENTENCES, "role", &raw.role, &["heading", "claim"]);
        for numeral in &raw.numerals {
            self.one_of(SENTENCES, "role", &numeral.role, &["name", "condition"]);
        }
        Sentence {
            at: self.locator(SENTENCES, &raw.at),
            fingerprint: hash.chars().take(FINGERPRINT).collect::<String>().into(),
        }
    }

    fn pillar(&mut self, raw: &RawPillar, values: &[FigureValues]) -> Pillar {
        Pillar {
            id: self.slug(PILLARS, &raw.id),
            name: self.text(PILLARS, &raw.name),
            long: self.text(PILLARS, &raw.long),
            scope: self.text(PILLARS, &raw.scope),
            lede: self.prose(PILLARS, &raw.lede, None, values),
            at: self.claim(PILLARS, &raw.at),
            themes: raw.themes.iter().map(|id| self.look_up(PILLARS, id, |b| &b.themes)).collect(),
        }
    }

    fn theme(&mut self, raw: &RawTheme, values: &[FigureValues]) -> Theme {
        Theme {
            id: self.slug(THEMES, &raw.id),
            name: self.text(THEMES, &raw.name),
            question: self.text(THEMES, &raw.question),
            answer: self.prose(THEMES, &raw.answer, None, values),
        }
    }

    fn figure(&mut self, raw: &RawFigure, position: usize, values: &[FigureValues]) -> Figure {
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
                Kind::Pace => quantity.unit == Unit::PercentAYear,
                Kind::Share => quantity.unit == Unit::Percent,
                Kind::Count => quantity.unit == Unit::Count,
                Kind::Area => matches!(quantity.unit, Unit::Km2 | Unit::WanMu),
                Kind::Leap | Kind::Amount => quantity.unit != Unit::PercentAYear,
            };
            if !fits {
                self.fault(
                    FIGURES,
                    raw.kind.span(),
                    Fault::KindUnit { kind: raw.kind.get_ref().clone(), unit: quantity.unit.name() },
                );
            }
            if quantity.unit == Unit::Count && raw.noun.is_none() {
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
        if let Some(most) = &raw.guess_up_to {
            let last = value.promise.as_ref().or(value.past.as_ref()).map(|value| value.quantity);
            if let Some(quantity) =
                last.filter(|quantity| *most.get_ref() < quantity.value || !most.get_ref().is_finite())
            {
                let (value, unit) = (most.get_ref().to_string(), quantity.unit.name());
                self.fault(
                    FIGURES,
                    most.span(),
                    Fault::OutOfRange { value, unit, rule: "no less than the value that is guessed" },
                );
            }
        }
        Figure {
            id: self.slug(FIGURES, &raw.id),
            kind,
            pillar: raw.pillar.as_ref().map(|id| self.look_up(FIGURES, id, |b| &b.pillars)),
            themes: raw.themes.get_ref().iter().map(|id| self.look_up(FIGURES, id, |b| &b.themes)).collect(),
            name: self.text(FIGURES, &raw.name),
            finding: self.prose(FIGURES, &raw.finding, own, values),
            caveats: raw.caveats.iter().map(|c| self.prose(FIGURES, c, own, values)).collect(),
            guess_up_to: raw.guess_up_to.as_ref().map(|most| *most.get_ref()),
            adds_up: raw.adds_up,
            past: value.past.clone(),
            promise: value.promise.clone(),
            scope_condition: raw.scope_condition.as_ref().map(|c| self.text(FIGURES, c)),
            per: raw.per.as_ref().map(|per| Per {
                figure: self.look_up(FIGURES, &per.figure, |b| &b.figures),
                name: self.text(FIGURES, &per.name),
                condition: self.text(FIGURES, &per.condition),
            }),
        }
    }

    fn figure_values(&mut self) -> Vec<FigureValues> {
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

    fn value(&mut self, raw: &Spanned<RawValue>, slot: Slot, kind: &str, noun: Text) -> Value {
        let raw = raw.get_ref();
        let value = *raw.value.get_ref();
        let known = Unit::from_name(raw.unit.get_ref());
        // One slip in a unit is one problem: what would follow from it is checked once the unit is known.
        let unit = known.unwrap_or_else(|| {
            let names: Vec<&str> = Unit::NAMES.iter().map(|(name, _)| *name).collect();
            self.one_of(FIGURES, "unit", &raw.unit, &names);
            likely_unit(kind)
        });
        if let (Some(unit), Err(rule)) = (known, unit.check(value)) {
            self.fault(
                FIGURES,
                raw.value.span(),
                Fault::OutOfRange { value: value.to_string(), unit: unit.name(), rule },
            );
        }
        let hedges = self.hedge_set(&raw.hedge);
        let phrase = raw.phrase.get_ref();
        let length = phrase.chars().count();
        if length > MAX_PHRASE {
            self.fault(FIGURES, raw.phrase.span(), Fault::LongPhrase(length));
        }
        let lead = raw.lead.as_ref().map_or("", |lead| lead.get_ref().as_str());
        match hedges_in(phrase, lead, value, unit) {
            _ if known.is_none() => {}
            None => self.fault(
                FIGURES,
                raw.phrase.span(),
                Fault::NumberNotInPhrase {
                    phrase: shorten(phrase),
                    value: value.to_string(),
                    unit: unit.words_in_source().first().copied().unwrap_or("").to_owned(),
                },
            ),
            Some(found) if found != hedges => self.fault(
                FIGURES,
                raw.hedge.span(),
                Fault::HedgeDisagrees { phrase: names(found), data: names(hedges) },
            ),
            Some(_) => {}
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
            quantity: Quantity { value, unit, tense, hedges, noun, of: raw.of.as_ref().map(|of| *of.get_ref()) },
        }
    }

    fn hedge_set(&mut self, raw: &Spanned<Vec<Words>>) -> Hedges {
        let known: Vec<&str> = Hedge::ALL.into_iter().map(Hedge::name).collect();
        raw.get_ref()
            .iter()
            .filter_map(|word| {
                self.one_of(FIGURES, "hedge", word, &known);
                Hedge::from_name(word.get_ref())
            })
            .collect()
    }

    fn milestone(&mut self, raw: &RawMilestone, values: &[FigureValues]) -> Milestone {
        if let Some(tense) = &raw.tense {
            self.one_of(MILESTONES, "tense", tense, &["under-way", "done"]);
        }
        Milestone {
            id: self.slug(MILESTONES, &raw.id),
            themes: raw.themes.iter().map(|id| self.look_up(MILESTONES, id, |b| &b.themes)).collect(),
            at: self.claim(MILESTONES, &raw.at),
            under_way: raw.tense.as_ref().is_some_and(|tense| tense.get_ref() == "under-way"),
            text: self.prose(MILESTONES, &raw.text, None, values),
        }
    }

    fn hedge_word(&mut self, raw: &RawHedge, values: &[FigureValues]) -> HedgeWord {
        HedgeWord {
            id: self.slug(HEDGES, &raw.id),
            word: raw.word.get_ref().clone().into(),
            label: self.text(HEDGES, &raw.label),
            meaning: self.prose(HEDGES, &raw.meaning, None, values),
        }
    }

    fn commitment(&mut self, raw: &RawCommitment, values: &[FigureValues]) -> Commitment {
        Commitment {
            id: self.slug(COMMITMENTS, &raw.id),
            pillar: raw.pillar.as_ref().map(|id| self.look_up(COMMITMENTS, id, |b| &b.pillars)),
            theme: self.look_up(COMMITMENTS, &raw.theme, |b| &b.themes),
            at: self.claim(COMMITMENTS, &raw.at),
            hedge: raw.hedge.as_ref().map(|id| self.look_up(COMMITMENTS, id, |b| &b.hedges)),
            text: self.prose(COMMITMENTS, &raw.text, None, values),
        }
    }

    fn term(&mut self, raw: &RawTerm, values: &[FigureValues]) -> Term {
        Term {
            id: self.slug(GLOSSARY, &raw.id),
            name: self.prose(GLOSSARY, &raw.term, None, values),
            at: raw.at.iter().map(|at| self.claim(GLOSSARY, at)).collect(),
            article: self.prose(GLOSSARY, &raw.article, None, values),
            general: raw.general.as_ref().map(|g| self.prose(GLOSSARY, g, None, values)),
            undefined: raw.undefined,
        }
    }

    fn chapter(&mut self, raw: &RawChapter, values: &[FigureValues]) -> Chapter {
        Chapter {
            pillar: (raw.page.get_ref() != "story").then(|| self.look_up(STORY, &raw.page, |b| &b.pillars)),
            id: self.slug(STORY, &raw.id),
            title: self.prose(STORY, &raw.title, None, values),
            lede: raw.lede.as_ref().map(|lede| self.prose(STORY, lede, None, values)),
            scenes: raw
                .scene
                .iter()
                .map(|scene| Scene {
                    id: self.slug(STORY, &scene.id),
                    heading: self.prose(STORY, &scene.heading, None, values),
                    text: self.prose(STORY, &scene.text, None, values),
                    stage: self.stage(&scene.stage),
                })
                .collect(),
        }
    }

    fn stage(&mut self, raw: &Spanned<RawStage>) -> Stage {
        let span = raw.span();
        match raw.get_ref() {
            RawStage {
                figure: Some(figure),
                show,
                areas: None,
                figures: None,
                ladder: None,
                measure: None,
                words: None,
            } => {
                let parts = show.as_ref().map_or(&[][..], |show| show.get_ref().as_slice());
                for part in parts {
                    self.one_of(STORY, "part", part, &["past", "promise", "computed"]);
                }
                let shows = |name: &str| parts.is_empty() || parts.iter().any(|part| part.get_ref() == name);
                Stage::Figure {
                    figure: self.look_up(STORY, figure, |b| &b.figures),
                    show: Show { past: shows("past"), promise: shows("promise"), computed: shows("computed") },
                }
            }
            RawStage {
                figure: None,
                show: None,
                areas: Some(areas),
                figures: None,
                ladder: None,
                measure: None,
                words: None,
            } => Stage::Areas(areas.iter().map(|id| self.look_up(STORY, id, |b| &b.figures)).collect()),
            RawStage {
                figure: None,
                show: None,
                areas: None,
                figures: Some(figures),
                ladder: None,
                measure: None,
                words: None,
            } => Stage::Figures(figures.iter().map(|id| self.look_up(STORY, id, |b| &b.figures)).collect()),
            RawStage {
                figure: None,
                show: None,
                areas: None,
                figures: None,
                ladder: Some(true),
                measure: None,
                words: None,
            } => Stage::Ladder,
            RawStage {
                figure: None,
                show: None,
                areas: None,
                figures: None,
                ladder: None,
                measure: Some(true),
                words: None,
            } => Stage::Measure,
            RawStage {
                figure: None,
                show: None,
                areas: None,
                figures: None,
                ladder: None,
                measure: None,
                words: Some(words),
            } => Stage::Words(words.iter().map(|id| self.look_up(STORY, id, |b| &b.commitments)).collect()),
            _ => {
                self.fault(STORY, span, Fault::BadStage);
                Stage::Ladder
            }
        }
    }

    // ---- parts ----

    /// Words without any mark.
    fn text(&mut self, file: usize, pair: &Pair) -> Text {
        let Some(words) = self.translation(file, pair) else {
            return Text::EMPTY;
        };
        let (_, faults) = pieces(words.get_ref());
        self.mark_faults(file, words, faults);
        words.get_ref().clone().into()
    }

    /// Words with marks; `own` is the figure whose texts may leave its id out.
    fn prose(&mut self, file: usize, pair: &Pair, own: Option<usize>, values: &[FigureValues]) -> Prose {
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
        piece: Piece,
        own: Option<usize>,
        values: &[FigureValues],
    ) -> Option<Span> {
        match piece {
            Piece::Words(text) => Some(Span::Words(text.to_owned().into())),
            Piece::Name(text) => Some(Span::Number { text: text.to_owned().into(), origin: Origin::Name }),
            Piece::Term { text, id } => {
                let term = self.find(file, words.span(), id, |b| &b.terms)?;
                Some(Span::Term { text: text.to_owned().into(), term })
            }
            Piece::Count(what) => {
                let count = self.count(what, values);
                if count.is_none() {
                    let known = COUNTS.iter().map(ToString::to_string).collect();
                    self.fault(file, words.span(), Fault::Unknown { what: "count", given: what.to_owned(), known });
                }
                Some(Span::Number {
                    text: crate::quantity::group_thousands(count? as u64).into(),
                    origin: Origin::Count,
                })
            }
            Piece::Value { figure, slot, bare } => {
                let position = self.figure_position(file, words, figure, own)?;
                let found = values[position].get(slot);
                if found.is_none() {
                    self.no_number(file, words, figure, slot.name());
                }
                let written = written(&found?.quantity, self.lang);
                let text = if bare { written.number } else { written.to_string() };
                Some(Span::Number { text: text.into(), origin: Origin::Plan(Ref::at(position), slot) })
            }
            Piece::Computed { figure, what } => {
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
        Some(match what {
            "figures" => values.len(),
            "past-figures" => values.iter().filter(|v| v.past.is_some()).count(),
            "promised-figures" => values.iter().filter(|v| v.promise.is_some()).count(),
            "commitments" => self.raw.commitments.len(),
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

    fn slug(&mut self, file: usize, id: &Words) -> Text {
        let text = id.get_ref();
        let good = !text.is_empty()
            && text.split('-').all(|part| !part.is_empty())
            && text.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'));
        if !good {
            self.fault(file, id.span(), Fault::BadId(shorten(text)));
        }
        text.clone().into()
    }

    fn locator(&mut self, file: usize, at: &Words) -> Locator {
        parse_locator(at.get_ref()).unwrap_or_else(|| {
            self.fault(file, at.span(), Fault::BadLocator(shorten(at.get_ref())));
            Locator { paragraph: 0, sentence: 1 }
        })
    }

    /// A locator of a sentence that the data knows.
    fn claim(&mut self, file: usize, at: &Words) -> Locator {
        let locator = self.locator(file, at);
        if parse_locator(at.get_ref()).is_some()
            && !self.sentences.positions.contains_key(at.get_ref())
            && !self.raw.may_be_unread("sentence", at.get_ref())
        {
            let mut known: Vec<String> = self.sentences.positions.keys().cloned().collect();
            known.sort();
            self.fault(file, at.span(), Fault::Unknown { what: "sentence", given: at.get_ref().clone(), known });
        }
        locator
    }

    fn look_up<T>(&mut self, file: usize, id: &Words, ids: impl Fn(&Self) -> &Ids) -> Ref<T> {
        // The placeholder never leaves: the plan is thrown away when there is any problem.
        self.find(file, id.span(), id.get_ref(), ids).unwrap_or(Ref::at(0))
    }

    fn find<T>(&mut self, file: usize, span: Range<usize>, id: &str, ids: impl Fn(&Self) -> &Ids) -> Option<Ref<T>> {
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

    fn one_of(&mut self, file: usize, what: &'static str, given: &Words, known: &[&str]) {
        if !known.contains(&given.get_ref().as_str()) {
            let known = known.iter().map(ToString::to_string).collect();
            self.fault(file, given.span(), Fault::Unknown { what, given: shorten(given.get_ref()), known });
        }
    }

    fn check_milestone_ids(&mut self) {
        ids("milestone", MILESTONES, self.raw.milestones.iter().map(|e| &e.id), self.files, self.problems);
    }

    /// Every sentence is a heading or claimed by something.
    fn check_claims(&mut self) {
        let raw = self.raw;
        // What could not be read may claim any of them.
        if raw.unread.iter().any(|unread| ["pillar", "figure", "milestone", "commitment"].contains(&unread.what)) {
            return;
        }
        let claims = raw
            .pillars
            .iter()
            .map(|p| &p.at)
            .chain(raw.figures.iter().flat_map(|f| [&f.past, &f.promise]).flatten().map(|v| &v.get_ref().at))
            .chain(raw.milestones.iter().map(|m| &m.at))
            .chain(raw.commitments.iter().map(|c| &c.at));
        let claimed: Vec<&str> = claims.map(|at| at.get_ref().as_str()).collect();
        for sentence in &raw.sentences {
            if sentence.role.get_ref() == "claim" && !claimed.contains(&sentence.at.get_ref().as_str()) {
                self.fault(SENTENCES, sentence.at.span(), Fault::Unclaimed);
            }
        }
    }

    fn fault(&mut self, file: usize, span: Range<usize>, fault: Fault) {
        self.problems.push(self.files[file].problem(span, fault));
    }
}

const COUNTS: [&str; 8] =
    ["figures", "past-figures", "promised-figures", "commitments", "milestones", "pillars", "themes", "sentences"];

/// The values of a figure, known before any text is.
struct FigureValues {
    past: Option<Value>,
    promise: Option<Value>,
    per: Option<usize>,
}

impl FigureValues {
    fn get(&self, slot: Slot) -> Option<&Value> {
        match slot {
            Slot::Past => self.past.as_ref(),
            Slot::Promise => self.promise.as_ref(),
        }
    }
}

fn ids<'r>(
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

pub(in crate::plan) fn parse_locator(text: &str) -> Option<Locator> {
    let (paragraph, sentence) = text.strip_prefix('p')?.split_once('s')?;
    let plain =
        |digits: &str| digits.bytes().all(|b| b.is_ascii_digit()) && (digits == "0" || !digits.starts_with('0'));
    (plain(paragraph) && plain(sentence) && sentence != "0").then_some(())?;
    Some(Locator { paragraph: paragraph.parse().ok()?, sentence: sentence.parse().ok()? })
}

/// A unit that a kind can draw, to go on with where the data's is unknown.
fn likely_unit(kind: &str) -> Unit {
    match kind {
        "pace" => Unit::PercentAYear,
        "count" => Unit::Count,
        "area" => Unit::Km2,
        _ => Unit::Percent,
    }
}

fn names(hedges: Hedges) -> String {
    let names: Vec<&str> = hedges.iter().map(Hedge::name).collect();
    names.join(", ")
}

/// Keeps a message readable whatever stands in the file.
fn shorten(text: &str) -> String {
    const MOST: usize = 60;
    if text.chars().count() <= MOST { text.to_owned() } else { text.chars().take(MOST).chain(['…']).collect() }
}
