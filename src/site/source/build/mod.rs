//! From the raw files to a valid [`Plan`] in one language. Every problem on the way is collected.

mod anchors;
mod entries;
mod figures;
mod follow_ups;
mod prose;
mod references;
mod site;
mod story;

use super::file::SourceFile;
use super::problem::{Fault, Problem};
use super::raw::*;
use crate::line_break::Lexicon;
use crate::plan::*;
use crate::quantity::Lang;
use figures::FigureValues;
use references::{Ids, ids};
use std::collections::HashSet;
use std::ops::Range;

// Positions in `FILES`.
const SITE: usize = 0;
pub(super) const SENTENCES: usize = 1;
const PILLARS: usize = 2;
const THEMES: usize = 3;
pub(super) const FIGURES: usize = 4;
const MILESTONES: usize = 5;
const HEDGES: usize = 6;
const COMMITMENTS: usize = 7;
const GLOSSARY: usize = 8;
const STORY: usize = 9;
const SINCE: usize = 10;

pub struct Builder<'a> {
    lang: Lang,
    raw: &'a Raw,
    files: &'a [SourceFile],
    problems: &'a mut Vec<Problem>,
    pillars: Ids,
    topics: Ids,
    figures: Ids,
    hedges: Ids,
    commitments: Ids,
    terms: Ids,
    sentences: Ids,
    other_sources: Ids,
    since: Ids,
    milestones: Ids,
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
            topics: ids("theme", THEMES, raw.themes.iter().map(|e| &e.id), files, problems),
            figures: ids("figure", FIGURES, raw.figures.iter().map(|e| &e.id), files, problems),
            hedges: ids("hedge", HEDGES, raw.hedges.iter().map(|e| &e.id), files, problems),
            commitments: ids("commitment", COMMITMENTS, raw.commitments.iter().map(|e| &e.id), files, problems),
            terms: ids("term", GLOSSARY, raw.terms.iter().map(|e| &e.id), files, problems),
            sentences: ids("sentence", SENTENCES, raw.sentences.iter().map(|e| &e.at), files, problems),
            other_sources: ids("source", SINCE, raw.other_sources.iter().map(|e| &e.id), files, problems),
            since: ids("entry", SINCE, raw.since.iter().map(|e| &e.id), files, problems),
            milestones: ids("milestone", MILESTONES, raw.milestones.iter().map(|e| &e.id), files, problems),
            problems,
        };
        builder.check_claims();
        builder.check_anchors();
        builder.check_since_order();
        // Texts quote the figures' numbers, so figures come first; their own texts are filled in a second pass.
        let figures = builder.figure_values();
        builder.plan(version, &figures)
    }

    fn plan(&mut self, version: &str, values: &[FigureValues]) -> Plan {
        let raw = self.raw;
        Plan {
            lang: self.lang,
            version: version.to_owned().into(),
            lexicon: Lexicon::of(
                raw.site.as_ref().and_then(|s| s.unbroken.as_ref()).map_or("", |words| words.get_ref()),
            ),
            site: self.site(values),
            sentences: raw.sentences.iter().map(|sentence| self.sentence(sentence)).collect(),
            pillars: raw.pillars.iter().map(|pillar| self.pillar(pillar, values)).collect(),
            topics: raw.themes.iter().map(|topic| self.topic(topic, values)).collect(),
            figures: raw.figures.iter().enumerate().map(|(i, figure)| self.figure(figure, i, values)).collect(),
            milestones: raw.milestones.iter().map(|milestone| self.milestone(milestone, values)).collect(),
            hedges: raw.hedges.iter().map(|hedge| self.hedge_word(hedge, values)).collect(),
            commitments: raw.commitments.iter().map(|commitment| self.commitment(commitment, values)).collect(),
            terms: raw.terms.iter().map(|term| self.term(term, values)).collect(),
            story_opening: raw.story_opening.as_ref().map(|opening| self.story_opening(opening, values)),
            chapters: raw.chapters.iter().map(|chapter| self.chapter(chapter, values)).collect(),
            moved: raw.moved.iter().map(|moved| self.moved(moved)).collect(),
            other_sources: raw.other_sources.iter().map(|source| self.other_source(source)).collect(),
            since: raw.since.iter().enumerate().map(|(i, entry)| self.since_entry(entry, i, values)).collect(),
            since_notes: raw.since_notes.iter().map(|note| self.since_note(note)).collect(),
        }
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
        let claimed: HashSet<&str> = claims.map(|at| at.get_ref().as_str()).collect();
        for sentence in &raw.sentences {
            if sentence.role.get_ref() == "claim" && !claimed.contains(sentence.at.get_ref().as_str()) {
                self.fault(SENTENCES, sentence.at.span(), Fault::Unclaimed);
            }
        }
    }

    fn fault(&mut self, file: usize, span: Range<usize>, fault: Fault) {
        self.problems.push(self.files[file].problem(span, fault));
    }
}

/// Keeps a message readable whatever stands in the file.
fn shorten(text: &str) -> String {
    const MOST: usize = 60;
    if text.chars().count() <= MOST { text.to_owned() } else { text.chars().take(MOST).chain(['…']).collect() }
}
