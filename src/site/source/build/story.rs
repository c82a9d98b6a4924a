//! Chapters, scenes and their stages.

use super::{Builder, FigureValues, STORY, anchors};
use crate::plan::*;
use crate::site::source::problem::Fault;
use crate::site::source::raw::*;
use crate::text::List;
use std::ops::Range;
use toml::Spanned;

impl Builder<'_> {
    pub(super) fn chapter(&mut self, raw: &RawChapter, values: &[FigureValues]) -> Chapter {
        Chapter {
            pillar: (raw.page.get_ref() != "story").then(|| self.look_up(STORY, &raw.page, |b| &b.pillars)),
            id: self.slug(STORY, &raw.id),
            title: self.heading(STORY, &raw.title, values),
            lede: raw.lede.as_ref().map(|lede| self.prose(STORY, lede, None, values)),
            scenes: raw
                .scene
                .iter()
                .map(|scene| Scene {
                    id: self.slug(STORY, &scene.id),
                    heading: self.heading(STORY, &scene.heading, values),
                    text: self.prose(STORY, &scene.text, None, values),
                    subject: self.scene_subject(&scene.stage),
                    opening: scene.opening.as_ref().map(|opening| Opening {
                        value: self.prose(STORY, &opening.value, None, values),
                        words: self.prose(STORY, &opening.words, None, values),
                    }),
                })
                .collect(),
        }
    }

    pub(super) fn story_opening(&mut self, raw: &RawStoryOpening, values: &[FigureValues]) -> StoryOpening {
        StoryOpening {
            deck: self.prose(STORY, &raw.deck, None, values),
            years: raw.years.as_ref().map(|years| self.prose(STORY, years, None, values).with_dates()),
        }
    }

    pub(super) fn moved(&mut self, raw: &RawMoved) -> Moved {
        let page = |builder: &mut Self, page: &Option<Words>| {
            let pillar = page.as_ref().filter(|page| page.get_ref() != "story");
            pillar.map(|id| builder.look_up(STORY, id, |b| &b.pillars))
        };
        let told = raw.page.as_ref().map_or("story", |page| page.get_ref().as_str());
        let scenes: Vec<&str> = anchors::told(self.raw, told).map(|anchor| anchor.id.get_ref().as_str()).collect();
        if let Some(scene) = &raw.scene {
            self.one_of(STORY, "scene", scene, &scenes);
        }
        Moved {
            of: page(self, &raw.of),
            id: self.slug(STORY, &raw.id),
            page: page(self, &raw.page),
            scene: raw.scene.as_ref().map(|scene| scene.get_ref().clone().into()),
        }
    }

    fn scene_subject(&mut self, raw: &Spanned<RawStage>) -> SceneSubject {
        let span = raw.span();
        let RawStage { figure, show, areas, figures, ladder, measure, words, pillar, field, lit, .. } = raw.get_ref();
        let RawStage { rulers, square, beside, guess, .. } = raw.get_ref();
        let of_figures = |builder: &mut Self, ids: &[Words]| -> List<Ref<Figure>> {
            ids.iter().map(|id| builder.look_up(STORY, id, |b| &b.figures)).collect()
        };
        // Exactly one drawing; only a single figure is shown in parts, and only a field has some of its dots lit.
        let mut stages: Vec<SceneSubject> = Vec::new();
        if let Some(figure) = figure {
            let parts = show.as_ref().map_or(&[][..], |show| show.get_ref().as_slice());
            for part in parts {
                self.one_of(STORY, "part", part, &["past", "promise", "computed"]);
            }
            let shows = |name: &str| parts.is_empty() || parts.iter().any(|part| part.get_ref() == name);
            let known = [("past", Shown::PAST), ("promise", Shown::PROMISE), ("computed", Shown::COMPUTED)];
            let shown = known.into_iter().filter_map(|(name, part)| shows(name).then_some(part)).collect();
            stages.push(SceneSubject::Figure { figure: self.look_up(STORY, figure, |b| &b.figures), shown });
        }
        if let Some(areas) = areas {
            stages.push(SceneSubject::Areas(of_figures(self, areas)));
        }
        if let Some(figures) = figures {
            stages.push(SceneSubject::Figures(of_figures(self, figures)));
        }
        if *ladder == Some(true) {
            stages.push(SceneSubject::Ladder);
        }
        if *measure == Some(true) {
            stages.push(SceneSubject::Measure);
        }
        if let Some(words) = words {
            let words = words.iter().map(|id| self.look_up(STORY, id, |b| &b.commitments)).collect();
            stages.push(SceneSubject::Words(words));
        }
        if let Some(pillar) = pillar {
            stages.push(SceneSubject::Pillar(self.look_up(STORY, pillar, |b| &b.pillars)));
        }
        if let Some(name) = field {
            let arrangement = self.named(STORY, "arrangement", name, &Arrangement::NAMES, Arrangement::Loose);
            let lit = lit.as_ref().map_or(Lit::All, |lit| self.named(STORY, "emphasis", lit, &Lit::NAMES, Lit::All));
            stages.push(SceneSubject::Field { arrangement, lit });
        }
        if *rulers == Some(true) {
            stages.push(SceneSubject::Rulers);
        }
        if let Some(square) = square {
            let area = self.look_up(STORY, square, |b| &b.figures);
            let beside = of_figures(self, beside.as_deref().unwrap_or_default());
            stages.push(SceneSubject::Square { area, beside });
        }
        if let Some(figure) = guess {
            stages.push(SceneSubject::Guess(self.look_up(STORY, figure, |b| &b.figures)));
        }
        let stray = beside.is_some() && square.is_none()
            || show.is_some() && figure.is_none()
            || lit.is_some() && field.is_none();
        match stages.pop() {
            Some(stage) if stages.is_empty() && !stray => stage,
            _ => self.bad_stage(span),
        }
    }

    /// What is called so.
    fn named<T: Copy>(
        &mut self,
        file: usize,
        what: &'static str,
        name: &Words,
        names: &[(&'static str, T)],
        or: T,
    ) -> T {
        let known: Vec<&str> = names.iter().map(|(name, _)| *name).collect();
        self.one_of(file, what, name, &known);
        names.iter().find(|(known, _)| known == name.get_ref()).map_or(or, |(_, value)| *value)
    }

    fn bad_stage(&mut self, span: Range<usize>) -> SceneSubject {
        self.fault(STORY, span, Fault::BadStage);
        SceneSubject::Ladder
    }
}
