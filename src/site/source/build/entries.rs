//! The entries that are words in places: sentences, pillars, themes, milestones, hedges, commitments, terms.

use super::*;
use crate::plan::verify;

/// Digits of a sentence's hash that the pages show.
const FINGERPRINT: usize = 12;

impl Builder<'_> {
    pub(super) fn sentence(&mut self, raw: &RawSentence) -> Sentence {
        let hash = raw.sha256.get_ref();
        if hash.len() != 64 || !hash.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')) {
            self.fault(SENTENCES, raw.sha256.span(), Fault::BadHash(shorten(hash)));
        }
        self.one_of(SENTENCES, "role", &raw.role, &["heading", "claim"]);
        for numeral in &raw.numerals {
            self.one_of(SENTENCES, "role", &numeral.role, &verify::ROLES);
        }
        Sentence {
            at: self.locator(SENTENCES, &raw.at),
            fingerprint: hash.chars().take(FINGERPRINT).collect::<String>().into(),
        }
    }

    pub(super) fn pillar(&mut self, raw: &RawPillar, values: &[FigureValues]) -> Pillar {
        Pillar {
            id: self.slug(PILLARS, &raw.id),
            former: raw.former.iter().map(|id| self.slug(PILLARS, id)).collect(),
            name: self.title(PILLARS, &raw.name),
            long: self.title(PILLARS, &raw.long),
            scope: self.text(PILLARS, &raw.scope),
            lede: self.prose(PILLARS, &raw.lede, None, values),
            at: self.claim(PILLARS, &raw.at),
            topics: raw.themes.iter().map(|id| self.look_up(PILLARS, id, |b| &b.topics)).collect(),
        }
    }

    pub(super) fn topic(&mut self, raw: &RawTopic, values: &[FigureValues]) -> Topic {
        Topic {
            id: self.slug(THEMES, &raw.id),
            name: self.title(THEMES, &raw.name),
            question: self.title(THEMES, &raw.question),
            answer: self.prose(THEMES, &raw.answer, None, values),
        }
    }

    pub(super) fn milestone(&mut self, raw: &RawMilestone, values: &[FigureValues]) -> Milestone {
        if let Some(tense) = &raw.tense {
            self.one_of(MILESTONES, "tense", tense, &["under-way", "done"]);
        }
        self.check_names(MILESTONES, &raw.text, &raw.at);
        Milestone {
            id: self.slug(MILESTONES, &raw.id),
            topics: raw.themes.iter().map(|id| self.look_up(MILESTONES, id, |b| &b.topics)).collect(),
            at: self.claim(MILESTONES, &raw.at),
            under_way: raw.tense.as_ref().is_some_and(|tense| tense.get_ref() == "under-way"),
            text: self.prose(MILESTONES, &raw.text, None, values),
        }
    }

    pub(super) fn hedge_word(&mut self, raw: &RawHedge, values: &[FigureValues]) -> HedgeWord {
        HedgeWord {
            id: self.slug(HEDGES, &raw.id),
            word: raw.word.get_ref().clone().into(),
            label: self.text(HEDGES, &raw.label),
            meaning: self.prose(HEDGES, &raw.meaning, None, values),
            ask: self.prose(HEDGES, &raw.ask, None, values),
        }
    }

    pub(super) fn commitment(&mut self, raw: &RawCommitment, values: &[FigureValues]) -> Commitment {
        self.check_names(COMMITMENTS, &raw.text, &raw.at);
        Commitment {
            id: self.slug(COMMITMENTS, &raw.id),
            former: raw.former.iter().map(|id| self.slug(COMMITMENTS, id)).collect(),
            pillar: raw.pillar.as_ref().map(|id| self.look_up(COMMITMENTS, id, |b| &b.pillars)),
            topic: self.look_up(COMMITMENTS, &raw.theme, |b| &b.topics),
            at: self.claim(COMMITMENTS, &raw.at),
            hedge: raw.hedge.as_ref().map(|id| self.look_up(COMMITMENTS, id, |b| &b.hedges)),
            text: self.prose(COMMITMENTS, &raw.text, None, values),
        }
    }

    pub(super) fn term(&mut self, raw: &RawTerm, values: &[FigureValues]) -> Term {
        Term {
            id: self.slug(GLOSSARY, &raw.id),
            name: self.heading(GLOSSARY, &raw.term, values),
            at: raw.at.iter().map(|at| self.claim(GLOSSARY, at)).collect(),
            article: self.prose(GLOSSARY, &raw.article, None, values),
            general: raw.general.as_ref().map(|g| self.prose(GLOSSARY, g, None, values)),
            undefined: raw.undefined,
        }
    }
}
