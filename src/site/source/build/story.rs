//! Chapters, scenes and their stages.

use super::{Builder, FigureValues, STORY};
use crate::plan::Shown;
use crate::plan::*;
use crate::site::source::problem::Fault;
use crate::site::source::raw::*;
use std::ops::Range;
use toml::Spanned;

impl Builder<'_> {
    pub(super) fn chapter(&mut self, raw: &RawChapter, values: &[FigureValues]) -> Chapter {
        Chapter {
            pillar: (raw.page.get_ref() != "story").then(|| self.look_up(STORY, &raw.page, |b| &b.pillars)),
            id: self.slug(STORY, &raw.id),
            title: self.heading(STORY, &raw.title, values),
            lede: raw.lede.as_ref().map(|lede| self.prose(STORY, lede, None, values)),
            key: raw.key,
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

    fn scene_subject(&mut self, raw: &Spanned<RawStage>) -> SceneSubject {
        let span = raw.span();
        let RawStage { figure, show, areas, figures, ladder, measure, words, pillar } = raw.get_ref();
        match (figure, areas, figures, ladder, measure, words, pillar) {
            (Some(figure), None, None, None, None, None, None) => {
                let parts = show.as_ref().map_or(&[][..], |show| show.get_ref().as_slice());
                for part in parts {
                    self.one_of(STORY, "part", part, &["past", "promise", "computed"]);
                }
                let shows = |name: &str| parts.is_empty() || parts.iter().any(|part| part.get_ref() == name);
                SceneSubject::Figure {
                    figure: self.look_up(STORY, figure, |b| &b.figures),
                    shown: [("past", Shown::PAST), ("promise", Shown::PROMISE), ("computed", Shown::COMPUTED)]
                        .into_iter()
                        .filter_map(|(name, part)| shows(name).then_some(part))
                        .collect(),
                }
            }
            // Only a single figure is shown in parts.
            _ if show.is_some() => self.bad_stage(span),
            (None, Some(areas), None, None, None, None, None) => {
                SceneSubject::Areas(areas.iter().map(|id| self.look_up(STORY, id, |b| &b.figures)).collect())
            }
            (None, None, Some(figures), None, None, None, None) => {
                SceneSubject::Figures(figures.iter().map(|id| self.look_up(STORY, id, |b| &b.figures)).collect())
            }
            (None, None, None, Some(true), None, None, None) => SceneSubject::Ladder,
            (None, None, None, None, Some(true), None, None) => SceneSubject::Measure,
            (None, None, None, None, None, Some(words), None) => {
                SceneSubject::Words(words.iter().map(|id| self.look_up(STORY, id, |b| &b.commitments)).collect())
            }
            (None, None, None, None, None, None, Some(pillar)) => {
                SceneSubject::Pillar(self.look_up(STORY, pillar, |b| &b.pillars))
            }
            _ => self.bad_stage(span),
        }
    }

    fn bad_stage(&mut self, span: Range<usize>) -> SceneSubject {
        self.fault(STORY, span, Fault::BadStage);
        SceneSubject::Ladder
    }
}
