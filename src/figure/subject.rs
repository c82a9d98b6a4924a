//! What one drawing is about, its name in a page, and how it is laid out.

use super::overviews::{Areas, Ladder, Measure, PillarPromises, Promises, Several};
use super::{DrawingPart, FigureChart, FollowUpsChart, Frame, GuessChart, PlacedFigure, ProjectionChart};
use crate::plan::{Plan, Shown};

/// What one drawing is about.
#[derive(Clone, Debug, PartialEq)]
pub enum Subject {
    Figure(FigureChart),
    Areas(Areas),
    Ladder(Ladder),
    Measure(Measure),
    Several(Several),
    Promises(Promises),
    Pillar(PillarPromises),
    Projection(ProjectionChart),
    Guess(GuessChart),
    /// A figure with what other sources say of it.
    FollowUps(FollowUpsChart),
}

impl Subject {
    /// The name by which a page asks for the drawing: a figure's id; the others begin with what no id does.
    pub fn key(&self) -> String {
        match self {
            Subject::Figure(figure) => figure.id.as_str().to_owned(),
            Subject::Areas(areas) => {
                areas.figures.iter().fold("+areas".to_owned(), |key, figure| key + "+" + figure.id.as_str())
            }
            Subject::Ladder(_) => "+ladder".to_owned(),
            Subject::Measure(_) => "+measure".to_owned(),
            Subject::Several(several) => {
                several.figures.iter().fold("+several".to_owned(), |key, figure| key + "+" + figure.id.as_str())
            }
            Subject::Promises(promises) => {
                promises.promises.iter().fold("+promises".to_owned(), |key, promise| key + "+" + promise.id.as_str())
            }
            Subject::Pillar(pillar) => format!("+pillar+{}", pillar.id.as_str()),
            Subject::Projection(projection) => format!("+trial+{}", projection.figure.as_str()),
            Subject::Guess(guess) => format!("+guess+{}", guess.figure.id.as_str()),
            Subject::FollowUps(since) => format!("+since+{}", since.figure.id.as_str()),
        }
    }

    /// The subject of this key, the inverse of [`Subject::key`].
    pub fn parse(key: &str, plan: &Plan) -> Option<Subject> {
        let Some(made) = key.strip_prefix('+') else {
            return Some(Subject::Figure(FigureChart::of(plan, plan.find(key)?)));
        };
        let mut parts = made.split('+');
        match parts.next()? {
            "areas" => {
                let figures = parts.map(|id| plan.find(id).map(|figure| FigureChart::of(plan, figure)));
                let figures = figures.collect::<Option<Vec<_>>>()?;
                Some(Subject::Areas(Areas { lang: plan.lang, lexicon: plan.lexicon, figures }))
            }
            "several" => {
                let figures = parts.map(|id| plan.find(id).map(|figure| FigureChart::of(plan, figure)));
                let figures = figures.collect::<Option<Vec<_>>>()?;
                Some(Subject::Several(Several { lang: plan.lang, lexicon: plan.lexicon, figures }))
            }
            "promises" => {
                let promises = parts.map(|id| plan.find(id)).collect::<Option<Vec<_>>>()?;
                Some(Subject::Promises(Promises::of(plan, promises)))
            }
            "pillar" => Some(Subject::Pillar(PillarPromises::of(plan, plan.find(parts.next()?)?))),
            "since" => Some(Subject::FollowUps(FollowUpsChart::of(plan, plan.find(parts.next()?)?)?)),
            "ladder" => Some(Subject::Ladder(Ladder::of(plan))),
            "measure" => Some(Subject::Measure(Measure::of(plan))),
            _ => None,
        }
    }

    /// What must be shown for a part to be in view.
    pub fn shown_with(&self, part: DrawingPart) -> Shown {
        match (self, part) {
            (Subject::Figure(_) | Subject::FollowUps(_), DrawingPart::Past) => Shown::PAST,
            (Subject::Figure(_) | Subject::FollowUps(_), DrawingPart::Promise) => Shown::PROMISE,
            (Subject::Figure(_), DrawingPart::Comparison) => Shown::PAST.and(Shown::PROMISE).and(Shown::COMPUTED),
            (Subject::Figure(_), DrawingPart::Year(_)) => Shown::COMPUTED,
            (Subject::Areas(_), DrawingPart::Member(position)) => Shown::member(position),
            _ => Shown::PAST,
        }
    }

    /// Lays the parts in `shown` out for `frame`: values of a figure, members of areas; everything else is there as a
    /// whole or not at all, and a guess has its state in itself. The box does not depend on it.
    pub fn place(&self, frame: Frame, shown: Shown) -> PlacedFigure {
        match self {
            Subject::Figure(figure) => figure.place(frame, shown),
            Subject::Areas(areas) => areas.place(frame, shown),
            Subject::Ladder(ladder) => ladder.place(frame, shown),
            Subject::Measure(measure) => measure.place(frame, shown),
            Subject::Several(several) => several.place(frame, shown),
            Subject::Promises(promises) => promises.place(frame, shown),
            Subject::Pillar(pillar) => pillar.place(frame, shown),
            Subject::Projection(projection) => projection.place(frame, shown),
            Subject::Guess(guess) => guess.place(frame),
            Subject::FollowUps(since) => since.place(frame, shown),
        }
    }
}
