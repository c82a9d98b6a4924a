//! Ids are anchors on pages, and on one page each stands for one thing: of lists that share a page, and of the page itself.

use super::{Builder, COMMITMENTS, FIGURES, GLOSSARY, PILLARS, SITE, STORY};
use crate::site::source::problem::Fault;
use crate::site::source::raw::*;
use std::collections::HashMap;

/// Anchors of every page, and of each kind of page.
const EVERY: [&str; 2] = ["app", "main"];
const OF_STORY: [&str; 3] = ["pillars", "themes", "next"];
const OF_PILLAR: [&str; 4] = ["share", "embed", "snippet", "plain-snippet"];
const OF_COMMITMENTS: [&str; 1] = ["vision"];
const OF_SINCE: [&str; 2] = ["share", "send"];
const OF_DATA: [&str; 7] = ["source", "open", "figures", "glossary", "check", "check-text", "check-file"];

/// An id with its file and the list that it is from; duplicates within a list that is referred to are reported where
/// its ids are collected.
pub(super) struct Anchor<'a> {
    file: usize,
    list: &'static str,
    pub(super) id: &'a Words,
}

impl<'a> Builder<'a> {
    pub(super) fn check_anchors(&mut self) {
        let raw = self.raw;
        let site = |section: &'a RawDataSection| Anchor { file: SITE, list: "", id: &section.id };
        let term = |term: &'a RawTerm| Anchor { file: GLOSSARY, list: "term", id: &term.id };
        let pillar = |pillar: &'a RawPillar| Anchor { file: PILLARS, list: "pillar", id: &pillar.id };
        let commitment = |one: &'a RawCommitment| Anchor { file: COMMITMENTS, list: "commitment", id: &one.id };
        self.page(&OF_DATA, raw.terms.iter().map(term).chain(raw.data_page.iter().map(site)));
        let figure = |figure: &'a RawFigure| Anchor { file: FIGURES, list: "figure", id: &figure.id };
        let promises = raw.figures.iter().map(figure).chain(raw.commitments.iter().map(commitment));
        let former = raw.pillars.iter().flat_map(|pillar| &pillar.former).map(|id| (PILLARS, id));
        let former = former.chain(raw.commitments.iter().flat_map(|one| &one.former).map(|id| (COMMITMENTS, id)));
        let former = former.map(|(file, id)| Anchor { file, list: "", id });
        self.page(&OF_COMMITMENTS, raw.pillars.iter().map(pillar).chain(promises).chain(former));
        self.page(&OF_STORY, told(raw, "story").chain(moved(raw, "story")));
        self.page(&OF_SINCE, raw.figures.iter().map(figure).chain(raw.since_page.iter().map(site)));
        for one in &raw.pillars {
            let id = one.id.get_ref();
            let of = |figure: &&RawFigure| figure.pillar.as_ref().is_some_and(|pillar| pillar.get_ref() == id);
            let figures = raw.figures.iter().filter(of).map(figure);
            self.page(&OF_PILLAR, figures.chain(told(raw, id)).chain(moved(raw, id)));
        }
    }

    fn page(&mut self, own: &[&'static str], anchors: impl Iterator<Item = Anchor<'a>>) {
        let own = EVERY.iter().chain(own).map(|name| (*name, "page"));
        let mut taken: HashMap<&str, &str> = own.collect();
        for Anchor { file, list, id } in anchors {
            let before = taken.insert(id.get_ref(), list);
            if before.is_some_and(|before| before.is_empty() || before != list) {
                self.fault(file, id.span(), Fault::AnchorTaken(id.get_ref().clone()));
            }
        }
    }
}

/// The chapters and scenes that a page tells.
pub(super) fn told<'a>(raw: &'a Raw, page: &'a str) -> impl Iterator<Item = Anchor<'a>> {
    let chapters = raw.chapters.iter().filter(move |chapter| chapter.page.get_ref() == page);
    let ids = chapters.flat_map(|chapter| [&chapter.id].into_iter().chain(chapter.scene.iter().map(|scene| &scene.id)));
    ids.map(|id| Anchor { file: STORY, list: "", id })
}

/// What a page told once.
fn moved<'a>(raw: &'a Raw, page: &'a str) -> impl Iterator<Item = Anchor<'a>> {
    let of = |moved: &'a RawMoved| moved.of.as_ref().map_or("story", |of| of.get_ref().as_str());
    let moved = raw.moved.iter().filter(move |moved| of(moved) == page);
    moved.map(|moved| Anchor { file: STORY, list: "", id: &moved.id })
}
