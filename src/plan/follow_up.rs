//! "Since" names this feature, in types, pages and `?since=1`: what other public sources say of the promises with a
//! number. It stands apart: no value of the article, and nothing computed from the article, ever takes anything from
//! here.

use super::{Figure, FollowUp, FollowUpKind, FollowUpNote, NoteSubject, Plan, Ref, SameMeasure};
use crate::quantity::Quantity;
use crate::text::Text;

/// How a number of the same measure stands to the promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Reached,
    Below,
    Above,
    /// One of the two is not exact enough to say.
    Open,
}

/// How far a number is from the promise: ours, never part of the article.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Distance {
    pub standing: Standing,
    /// Without its sign, in the unit of the promise; zero where there is none.
    pub gap: Quantity,
}

/// Differences of no more than this are slips of binary fractions.
const SLIP: f64 = 1e-9;

/// How far `value` is from `promise`. None where they have no unit in common.
///
/// A floor is reached by all that lies at or above it, a ceiling by all at or below it; of a promised fall, whose value is
/// below nought, a larger fall lies above it. What is only about a value, a floor that lies below the promise, and a ceiling
/// that lies above it leave open whether it was reached.
pub fn distance(value: &Quantity, promise: &Quantity) -> Option<Distance> {
    let value_there = value.unit.convert(value.value, promise.unit)?;
    // From a range it is as far as from its nearer end, and within it is reached.
    let (one, other) = (promise.value, promise.most());
    let way = if promise.is_fall() { -1.0 } else { 1.0 };
    let gap = way * (value_there - value_there.clamp(one.min(other), one.max(other)));
    let about = value.hedges.is_about() || promise.hedges.is_about();
    // The least that something fell is the most that it rose.
    let (floor, ceiling) = match (value.hedges.is_floor(), value.hedges.is_ceiling()) {
        limits if value.is_fall() == promise.is_fall() => limits,
        (floor, ceiling) => (ceiling, floor),
    };
    let standing = if gap.abs() <= SLIP {
        Standing::Reached
    } else if about || (gap < 0.0 && floor) || (gap > 0.0 && ceiling) {
        Standing::Open
    } else if gap < 0.0 && promise.hedges.is_ceiling() {
        Standing::Reached
    } else if gap < 0.0 {
        Standing::Below
    } else if promise.hedges.is_floor() {
        Standing::Reached
    } else {
        Standing::Above
    };
    let gap = if gap.abs() <= SLIP { 0.0 } else { gap.abs() };
    Some(Distance { standing, gap: Quantity { value: gap, to: None, hedges: Default::default(), ..*promise } })
}

/// The earliest first.
fn in_order<T>(entries: impl Iterator<Item = &'static T>, as_of: impl Fn(&T) -> Text) -> Vec<&'static T> {
    let mut ordered: Vec<&T> = Vec::new();
    for entry in entries {
        let position = ordered.partition_point(|earlier| as_of(earlier) <= as_of(entry));
        ordered.insert(position, entry);
    }
    ordered
}

impl FollowUp {
    /// How far it is from the promise: only for the same measure, and not for what was before.
    pub fn distance(&self, plan: &Plan) -> Option<Distance> {
        let comparable = self.same == SameMeasure::Yes && self.kind != FollowUpKind::Start;
        let promise = plan[self.figure].promise.as_ref().filter(|_| comparable)?;
        distance(&self.quantity, &promise.quantity)
    }
}

impl Plan {
    /// Whether anything is known from elsewhere: where nothing is, no page leads there.
    pub fn knows_since(&self) -> bool {
        !self.since.is_empty() || !self.since_notes.is_empty()
    }

    /// Whether another source says something of a figure.
    pub fn knows_since_of(&self, figure: Ref<Figure>) -> bool {
        !self.follow_ups_of(figure).is_empty() || !self.notes_on(NoteSubject::Figure(figure)).is_empty()
    }

    /// What is noted of something from elsewhere, in the order of the time it is of.
    pub fn notes_on(&self, subject: NoteSubject) -> Vec<&'static FollowUpNote> {
        in_order(self.since_notes.items().iter().filter(|note| note.about == subject), |note| note.as_of)
    }

    /// What is known of a figure from elsewhere, in the order of the time it is of, without what was corrected.
    pub fn follow_ups_of(&self, figure: Ref<Figure>) -> Vec<&'static FollowUp> {
        let standing = self.since.items().iter().filter(|entry| entry.figure == figure && entry.replaced_by.is_none());
        in_order(standing, |entry| entry.as_of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::{Hedge, Hedges, Tense, Unit};
    use crate::text::Text;

    fn quantity(value: f64, unit: Unit, hedges: &[Hedge]) -> Quantity {
        let hedges: Hedges = hedges.iter().copied().collect();
        Quantity { value, to: None, unit, tense: Tense::Done, hedges, noun: Text::EMPTY, of: None }
    }

    fn of(value: f64, hedges: &[Hedge], promise: f64, promised: &[Hedge]) -> (Standing, f64) {
        let percent = |value, hedges| quantity(value, Unit::PERCENT, hedges);
        let found = distance(&percent(value, hedges), &percent(promise, promised)).expect("one unit");
        (found.standing, found.gap.value)
    }

    #[test]
    fn a_level_is_reached_missed_or_passed() {
        assert_eq!(of(58.0, &[], 58.0, &[Hedge::Reach]), (Standing::Reached, 0.0));
        assert_eq!(of(50.0, &[], 58.0, &[Hedge::Strive]), (Standing::Below, 8.0));
        assert_eq!(of(60.0, &[], 58.0, &[]), (Standing::Above, 2.0));
        assert_eq!(of(0.1 + 0.2, &[], 0.3, &[]), (Standing::Reached, 0.0), "binary fractions are no miss");
    }

    #[test]
    fn a_floor_is_reached_by_all_that_lies_above_it() {
        let floor = [Hedge::Hold, Hedge::AtLeast];
        assert_eq!(of(60.0, &[Hedge::AtLeast], 60.0, &floor), (Standing::Reached, 0.0));
        assert_eq!(of(63.0, &[], 60.0, &floor), (Standing::Reached, 3.0));
        assert_eq!(of(59.0, &[], 60.0, &floor), (Standing::Below, 1.0));
    }

    #[test]
    fn a_ceiling_is_reached_by_all_that_lies_below_it() {
        assert_eq!(of(4.0, &[], 5.0, &[Hedge::Within]), (Standing::Reached, 1.0));
        assert_eq!(of(6.0, &[], 5.0, &[Hedge::NoMoreThan]), (Standing::Above, 1.0));
        assert_eq!(of(6.0, &[Hedge::Within], 5.0, &[]), (Standing::Open, 1.0), "a ceiling above may lie below");
    }

    #[test]
    fn a_fall_is_measured_by_how_far_it_fell() {
        let change = |value, hedges: &[Hedge]| quantity(value, Unit::PERCENT_CHANGE, hedges);
        let of = |value, hedges: &[Hedge], promise, promised: &[Hedge]| {
            let found = distance(&change(value, hedges), &change(promise, promised)).expect("one unit");
            (found.standing, found.gap.value)
        };
        assert_eq!(of(-10.0, &[], -18.0, &[Hedge::AtLeast]), (Standing::Below, 8.0));
        assert_eq!(of(-20.0, &[], -18.0, &[Hedge::AtLeast]), (Standing::Reached, 2.0));
        assert_eq!(of(-20.0, &[], -18.0, &[]), (Standing::Above, 2.0));
        assert_eq!(of(5.0, &[], -18.0, &[]), (Standing::Below, 23.0), "what rose did not fall");
        assert_eq!(of(-4.0, &[], -5.0, &[Hedge::Within]), (Standing::Reached, 1.0), "a fall that is to stay small");
        assert_eq!(of(-6.0, &[], -5.0, &[Hedge::Within]), (Standing::Above, 1.0));
        assert_eq!(of(-10.0, &[Hedge::AtLeast], -18.0, &[]), (Standing::Open, 8.0), "it may have fallen further");
        assert_eq!(
            of(-1.0, &[Hedge::AtLeast], 3.0, &[]),
            (Standing::Below, 4.0),
            "the least it fell is the most it rose"
        );
    }

    #[test]
    fn a_fall_from_one_value_to_another_is_a_range() {
        let promise = Quantity { to: Some(-20.0), ..quantity(-18.0, Unit::PERCENT_CHANGE, &[]) };
        let found = distance(&quantity(-19.0, Unit::PERCENT_CHANGE, &[]), &promise).expect("one unit");
        assert_eq!((found.standing, found.gap.value), (Standing::Reached, 0.0));
    }

    #[test]
    fn what_is_not_exact_leaves_it_open() {
        assert_eq!(of(55.0, &[Hedge::AtLeast], 58.0, &[]), (Standing::Open, 3.0), "a floor below may lie above");
        assert_eq!(of(57.0, &[], 58.0, &[Hedge::About]), (Standing::Open, 1.0));
        assert_eq!(of(59.0, &[Hedge::About], 58.0, &[]), (Standing::Open, 1.0));
    }

    #[test]
    fn the_distance_is_in_the_unit_of_the_promise() {
        let km2 = quantity(100.0, Unit::KM2, &[]);
        let found = distance(&quantity(12.0, Unit::WAN_MU, &[]), &km2).expect("both are areas");
        assert!((found.gap.value - 20.0).abs() < 1e-9 && found.standing == Standing::Below, "{found:?}");
        assert_eq!(distance(&quantity(1.0, Unit::YEARS, &[]), &km2), None);
    }
}
