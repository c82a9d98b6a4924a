//! What one drawing is about, its name in a page, and how it is laid out.

use super::overviews::{Areas, Field, Ladder, Measure, PillarPromises, Promises, Rulers, Several, Square};
use super::{
    DrawingPart, EIGHTHS, FigureChart, FollowUpsChart, Frame, GuessChart, Look, Own, PlacedFigure, PromiseDot,
};
use crate::plan::{Plan, Shown, Slot};

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
    Field(Field),
    Rulers(Rulers),
    Square(Square),
    /// A figure on its own page.
    Own(Own),
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
            Subject::Field(field) => field.key(),
            Subject::Rulers(_) => "+rulers".to_owned(),
            Subject::Square(square) => {
                square.members().fold("+square".to_owned(), |key, figure| key + "+" + figure.id.as_str())
            }
            Subject::Own(own) => format!("+own+{}", own.figure.id.as_str()),
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
            "field" => Some(Subject::Field(Field::parse(parts, plan)?)),
            "rulers" => Some(Subject::Rulers(Rulers::of(plan))),
            "square" => {
                let figures = parts.map(|id| plan.find(id).map(|figure| FigureChart::of(plan, figure)));
                let mut figures = figures.collect::<Option<Vec<_>>>()?.into_iter();
                let (lang, lexicon, area) = (plan.lang, plan.lexicon, figures.next()?);
                Some(Subject::Square(Square { lang, lexicon, area, beside: figures.collect() }))
            }
            "own" => Some(Subject::Own(Own::of(plan, plan.find(parts.next()?)?))),
            "guess" => Some(Subject::Guess(GuessChart::of(plan, plan.find(parts.next()?)?)?)),
            "since" => Some(Subject::FollowUps(FollowUpsChart::of(plan, plan.find(parts.next()?)?)?)),
            "ladder" => Some(Subject::Ladder(Ladder::of(plan))),
            "measure" => Some(Subject::Measure(Measure::of(plan))),
            _ => None,
        }
    }

    /// What must be shown for a part to be in view.
    pub fn shown_with(&self, part: DrawingPart) -> Shown {
        match (self, part) {
            (Subject::Figure(_) | Subject::Own(_) | Subject::FollowUps(_), DrawingPart::Past) => Shown::PAST,
            (Subject::Figure(_) | Subject::Own(_) | Subject::FollowUps(_), DrawingPart::Promise) => Shown::PROMISE,
            (Subject::Figure(_) | Subject::Own(_), DrawingPart::Comparison) => {
                Shown::PAST.and(Shown::PROMISE).and(Shown::COMPUTED)
            }
            (Subject::Figure(_) | Subject::Own(_), DrawingPart::Year(_)) => Shown::COMPUTED,
            (Subject::Areas(_), DrawingPart::Member(position)) => Shown::member(position),
            _ => Shown::PAST,
        }
    }

    /// Lays the parts in `shown` out for `frame`: values of a figure, members of areas; everything else is there as a
    /// whole or not at all, and a guess has its state in itself. The box does not depend on it.
    pub fn place(&self, frame: Frame, shown: Shown) -> PlacedFigure {
        let mut placed = self.laid_out(frame, shown);
        let width = placed.width;
        placed.marks.iter_mut().for_each(|mark| mark.keep_within(width));
        self.anchor(&mut placed);
        placed
    }

    fn laid_out(&self, frame: Frame, shown: Shown) -> PlacedFigure {
        match self {
            Subject::Figure(figure) => figure.place(frame, shown),
            Subject::Areas(areas) => areas.place(frame, shown),
            Subject::Ladder(ladder) => ladder.place(frame, shown),
            Subject::Measure(measure) => measure.place(frame, shown),
            Subject::Several(several) => several.place(frame, shown),
            Subject::Promises(promises) => promises.place(frame, shown),
            Subject::Pillar(pillar) => pillar.place(frame, shown),
            Subject::Field(field) => field.place(frame, shown),
            Subject::Rulers(rulers) => rulers.place(frame, shown),
            Subject::Square(square) => square.place(frame, shown),
            Subject::Own(own) => own.place(frame, shown),
            Subject::Guess(guess) => guess.place(frame),
            Subject::FollowUps(since) => since.place(frame, shown),
        }
    }

    /// Where a promised number is drawn as something else than a dot, its dot is in the middle of that.
    fn anchor(&self, placed: &mut PlacedFigure) {
        let promised = |part: DrawingPart| -> Option<&FigureChart> {
            let figure = match (self, part) {
                (Subject::Figure(figure), DrawingPart::Promise) => figure,
                (Subject::Guess(guess), DrawingPart::Promise) => &guess.figure,
                (
                    Subject::Areas(Areas { figures, .. }) | Subject::Several(Several { figures, .. }),
                    DrawingPart::Member(index),
                ) => figures.get(index)?,
                (Subject::Square(square), DrawingPart::Member(index)) => square.members().nth(index)?,
                _ => return None,
            };
            figure.point(Slot::Promise).map(|_| figure)
        };
        let css_px = |eighths: i32| f64::from(eighths) / f64::from(EIGHTHS);
        let anchors = placed.spots.iter().filter_map(|spot| {
            let figure = promised(spot.part)?;
            let (x, y) = (css_px(spot.x + spot.width / 2), css_px(spot.y + spot.height / 2));
            Some(PromiseDot { id: figure.id, x, y, radius: ANCHOR, token: figure.pigment, look: Look::Anchor })
        });
        let anchors: Vec<PromiseDot> = anchors.collect();
        placed.promises.extend(anchors);
    }
}

/// Radius of a promise's dot as it settles in a mark, in CSS pixels.
const ANCHOR: f64 = 7.0;
