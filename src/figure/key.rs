//! The key to the marks: one small drawing for each way in which tense and hedge are drawn.

use super::ornament::{Bar, bar, cross_hatched, dotted, line, not_stated};
use super::overviews::{Areas, Several};
use super::{EIGHTHS, FigureChart, Look, Mark, Own, PlacedFigure, PromiseDot, Subject};
use crate::color::Token;
use crate::plan::{Computed, Kind, Motif, Plan, Shown};
use crate::quantity::{Bound, Hedge, Hedges, Lang, Quantity, Tense, Unit};
use crate::text::Text;
use crate::words;
use std::collections::BTreeSet;

const WIDTH: f64 = 44.0;
const HEIGHT: f64 = 56.0;

/// Words in a language.
type Words = fn(Lang) -> &'static str;

/// An entry's words and its drawing.
pub type KeyEntry = (Words, PlacedFigure);

/// A mark that a drawing can have, in the order in which marks are explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum KeyMark {
    Done,
    UnderWay,
    /// A promise without a number, and one with a number, as dots.
    Ring,
    Waxed,
    Promised,
    Strive,
    AtLeast,
    About,
    Hold,
    NoMoreThan,
    JustOver,
    JustUnder,
    Elsewhere,
    Computed,
    NotStated,
}

impl KeyMark {
    const ALL: [KeyMark; 15] = [
        KeyMark::Done,
        KeyMark::UnderWay,
        KeyMark::Ring,
        KeyMark::Waxed,
        KeyMark::Promised,
        KeyMark::Strive,
        KeyMark::AtLeast,
        KeyMark::About,
        KeyMark::Hold,
        KeyMark::NoMoreThan,
        KeyMark::JustOver,
        KeyMark::JustUnder,
        KeyMark::Elsewhere,
        KeyMark::Computed,
        KeyMark::NotStated,
    ];

    /// The marks of a drawing, of which the parts in `shown` are in view.
    pub fn of(subject: &Subject, shown: Shown) -> Vec<KeyMark> {
        let mut marks = BTreeSet::new();
        let figure = |figure: &FigureChart, shown: Shown, marks: &mut BTreeSet<KeyMark>| {
            for point in figure.points.iter().filter(|point| shown.has(Shown::value(point.slot))) {
                marks.extend(KeyMark::of_quantity(&point.quantity));
            }
            let compared = shown.has(Shown::PAST.and(Shown::PROMISE))
                && [Computed::Rate, Computed::Ratio].into_iter().any(|what| figure.computed(what).is_some());
            if shown.has(Shown::COMPUTED) && (compared || matches!(figure.kind, Kind::Pace | Kind::Area)) {
                marks.insert(KeyMark::Computed);
            }
            // The others have no place for where they start from.
            if figure.kind == Kind::Pace || matches!(figure.kind, Kind::Leap | Kind::Amount) && figure.states_no_start()
            {
                marks.insert(KeyMark::NotStated);
            }
        };
        let dots = |dots: [bool; 2], marks: &mut BTreeSet<KeyMark>| {
            let known = [KeyMark::Ring, KeyMark::Waxed].into_iter().zip(dots);
            marks.extend(known.filter_map(|(mark, there)| there.then_some(mark)));
        };
        match subject {
            Subject::Figure(of) | Subject::Own(Own { figure: of, .. }) => figure(of, shown, &mut marks),
            Subject::Areas(Areas { figures, .. }) | Subject::Several(Several { figures, .. }) => {
                for of in figures {
                    figure(of, Shown::PAST.and(Shown::PROMISE), &mut marks);
                }
            }
            Subject::Square(square) => {
                for of in square.members() {
                    marks.extend(of.points.iter().flat_map(|point| KeyMark::of_quantity(&point.quantity)));
                }
                marks.insert(KeyMark::Computed);
            }
            Subject::FollowUps(since) => {
                figure(&since.figure, shown, &mut marks);
                marks.insert(KeyMark::Elsewhere);
            }
            Subject::Field(field) => {
                let waxed = field.dots.iter().any(|dot| dot.promise.has_number());
                dots([field.dots.iter().any(|dot| !dot.promise.has_number()), waxed], &mut marks);
            }
            Subject::Rulers(rulers) => {
                dots([false, !rulers.promised.is_empty()], &mut marks);
                marks.insert(KeyMark::Done);
            }
            Subject::Promises(_) => dots([true, false], &mut marks),
            Subject::Pillar(pillar) => dots([pillar.counts.without > 0, pillar.counts.numbers > 0], &mut marks),
            Subject::Measure(measure) => {
                dots([true, measure.pillars.iter().any(|pillar| pillar.counts.numbers > 0)], &mut marks);
            }
            Subject::Ladder(ladder) => {
                marks.extend(ladder.rungs.iter().flat_map(|rung| KeyMark::of_quantity(&rung.quantity)));
                if ladder.rungs.iter().any(|rung| rung.computed) {
                    marks.insert(KeyMark::Computed);
                }
            }
            Subject::Guess(_) => {}
        }
        marks.into_iter().collect()
    }

    fn of_quantity(quantity: &Quantity) -> Vec<KeyMark> {
        let tense = match quantity.tense {
            Tense::Done => KeyMark::Done,
            Tense::UnderWay => KeyMark::UnderWay,
            Tense::Promised => KeyMark::Promised,
        };
        let hedges = quantity.hedges.iter().filter_map(|hedge| match (hedge, hedge.bound()) {
            (Hedge::Strive, _) => Some(KeyMark::Strive),
            (Hedge::Hold, _) => Some(KeyMark::Hold),
            (_, Bound::Floor) => Some(KeyMark::AtLeast),
            (_, Bound::Ceiling) => Some(KeyMark::NoMoreThan),
            (_, Bound::About) => Some(KeyMark::About),
            (_, Bound::Over) => Some(KeyMark::JustOver),
            (_, Bound::Under) => Some(KeyMark::JustUnder),
            (_, Bound::None) => None,
        });
        std::iter::once(tense).chain(hedges).collect()
    }

    /// Its words and its drawing.
    pub fn entry(self, plan: &Plan) -> KeyEntry {
        let promised = |hedge: Hedge| swatch(Tense::Promised, Hedges::NONE.with(hedge));
        match self {
            KeyMark::Done => (words::key_done, swatch(Tense::Done, Hedges::NONE)),
            KeyMark::UnderWay => (words::key_under_way, swatch(Tense::UnderWay, Hedges::NONE)),
            KeyMark::Ring => (words::key_ring, dot_swatch(Look::Ring)),
            KeyMark::Waxed => (words::key_waxed, dot_swatch(Look::Waxed)),
            KeyMark::Promised => {
                let label = match plan.site.motif {
                    Motif::Batik => words::key_promised_in_wax,
                    Motif::Waves => words::key_promised,
                };
                (label, swatch(Tense::Promised, Hedges::NONE))
            }
            KeyMark::Strive => (words::key_strive, promised(Hedge::Strive)),
            KeyMark::AtLeast => (words::key_at_least, promised(Hedge::AtLeast)),
            KeyMark::About => (words::key_about, promised(Hedge::About)),
            KeyMark::Hold => (words::key_hold, promised(Hedge::Hold)),
            KeyMark::NoMoreThan => (words::key_no_more_than, promised(Hedge::NoMoreThan)),
            KeyMark::JustOver => (words::key_just_over, promised(Hedge::JustOver)),
            KeyMark::JustUnder => (words::key_just_under, promised(Hedge::JustUnder)),
            KeyMark::Elsewhere => (
                words::key_from_elsewhere,
                with_marks(|marks| {
                    cross_hatched(Bar { x: 1.0, top: 34.0, width: 42.0, height: 16.0 }, Hedges::NONE, marks);
                }),
            ),
            KeyMark::Computed => (
                words::key_computed,
                with_marks(|marks| dotted(&[(2.0, 48.0), (22.0, 30.0), (42.0, 8.0)], Token::Ink, marks)),
            ),
            KeyMark::NotStated => {
                (words::key_not_stated, with_marks(|marks| not_stated((4.0, 55.0), 36.0, 32.0, marks)))
            }
        }
    }
}

/// Of some marks.
pub fn key_entries_of(plan: &Plan, marks: &[KeyMark]) -> Vec<KeyEntry> {
    marks.iter().map(|mark| mark.entry(plan)).collect()
}

/// All of them, in the order in which they are explained.
pub fn key_entries(plan: &Plan) -> Vec<KeyEntry> {
    // Nobody asks how those look that no number has.
    let has = |bound: Bound| {
        let mut values = plan.figures.iter().flat_map(|figure| figure.values());
        values.any(|(_, value)| value.quantity.hedges.bound(bound))
    };
    let all = KeyMark::ALL.into_iter().filter(|mark| match mark {
        KeyMark::NoMoreThan => has(Bound::Ceiling),
        KeyMark::JustOver => has(Bound::Over),
        KeyMark::JustUnder => has(Bound::Under),
        _ => true,
    });
    all.map(|mark| mark.entry(plan)).collect()
}

fn dot_swatch(look: Look) -> PlacedFigure {
    let dot = PromiseDot { id: Text::EMPTY, x: 22.0, y: 40.0, radius: 11.0, token: Token::Ink, look };
    with_marks(|marks| PromiseDot::marks(&[dot], marks))
}

fn swatch(tense: Tense, hedges: Hedges) -> PlacedFigure {
    let quantity = Quantity { value: 1.0, to: None, unit: Unit::COUNT, tense, hedges, noun: Text::EMPTY, of: None };
    with_marks(|marks| {
        let top = 28.0;
        bar(Bar { x: 6.0, top, width: 32.0, height: 26.0 }, &quantity, Token::Ink, marks);
        if hedges.has(Hedge::Hold) {
            marks.push(line(0.0, top, WIDTH, top, 2.5, Token::Ink));
        }
    })
}

fn with_marks(make: impl FnOnce(&mut Vec<Mark>)) -> PlacedFigure {
    let mut marks = Vec::new();
    make(&mut marks);
    PlacedFigure { width: WIDTH as i32 * EIGHTHS, height: HEIGHT as i32 * EIGHTHS, marks, ..PlacedFigure::default() }
}
