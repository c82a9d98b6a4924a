//! The transition between two drawings. Filled marks dissolve into dots of wax, which travel and settle into the
//! marks of the next drawing. It does not depend on what is drawn. A promise's own dot flies from its place in one drawing
//! to its place in the next.

use super::PlacedFigure;
use super::mark::{EIGHTHS, Mark, Shape};
use super::promise_dot::{Look, PromiseDot};
use crate::color::Token;
use crate::text::{Text, ordered_by};
use std::collections::{BTreeMap, BTreeSet};
use std::f64::consts::PI;

/// How many dots carry the ink from one drawing to the next, always.
pub const DOTS: usize = 420;
/// Radius of a dot that comes out of an area, in CSS pixels.
const RADIUS: f64 = 2.2;
/// Circles up to this radius are dots already, in CSS pixels.
const DOT: f64 = 9.0;
/// Progress at which leaving marks are fully transparent, and at which entering marks begin to fade in.
const GONE: f64 = 0.3;
const COMING: f64 = 0.58;
/// Part of the duration in which the dots fade in, and at its end fade out.
const FADE: f64 = 0.12;
/// Delay of the last dot after the first, as a part of the duration.
const STAGGER: f64 = 0.28;
/// Sideways amplitude of a dot's path, as a part of its length.
const SWING: f64 = 0.16;

/// Persisting, leaving and entering marks.
pub const LAYERS: usize = 3;

/// A dot of wax, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dot {
    pub x: f64,
    pub y: f64,
    pub radius: f64,
    pub token: Token,
}

/// From one drawing to another in the same box.
#[derive(Clone, Debug)]
pub struct Transition {
    /// What both have.
    stays: Vec<Mark>,
    goes: Vec<Mark>,
    comes: Vec<Mark>,
    /// All of what it leads to, in order.
    whole: Vec<Mark>,
    /// Where each dot starts and ends; none between two drawings of nothing but promises.
    flights: Vec<(Dot, Dot)>,
    /// The promises of both drawings, those that fly, then those that go, then those that come.
    carried: Vec<Carried>,
    /// Whether what it leads to has dots of promises.
    ends_in_dots: bool,
}

/// A promise's dot in the two drawings, with how much of it is seen there.
#[derive(Clone, Copy, Debug)]
struct Carried {
    from: Option<FlyingPromise>,
    to: Option<FlyingPromise>,
}

/// A promise's dot at one moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FlyingPromise {
    pub dot: PromiseDot,
    /// 0 to 1.
    pub opacity: f64,
}

impl FlyingPromise {
    /// As it stands in a drawing; what is drawn there in its stead is no dot.
    fn at_rest(dot: PromiseDot) -> FlyingPromise {
        FlyingPromise { dot, opacity: if dot.look == Look::Anchor { 0.0 } else { 1.0 } }
    }
}

/// What is drawn at one moment of a transition: layers from below, and the dots above them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Moment<'a> {
    pub layers: Vec<Layer<'a>>,
    pub dots: Vec<Dot>,
    /// Of the dots, 0 to 1.
    pub opacity: f64,
    /// Above them.
    pub promises: Vec<FlyingPromise>,
}

/// Marks that are drawn together.
#[derive(Clone, Debug, PartialEq)]
pub struct Layer<'a> {
    /// Which of the [`LAYERS`] of the transition, if it is one.
    pub number: Option<usize>,
    pub marks: &'a [Mark],
    /// 0 to 1. What is yet to come is there at 0, so that it can be painted ahead.
    pub opacity: f64,
}

impl Moment<'_> {
    /// A drawing that stands still.
    pub fn of(marks: &[Mark]) -> Moment<'_> {
        Moment { layers: vec![Layer { number: None, marks, opacity: 1.0 }], ..Moment::default() }
    }
}

impl<'a> Moment<'a> {
    /// The layers of which something is to be seen.
    pub fn seen(&self) -> impl Iterator<Item = &Layer<'a>> {
        self.layers.iter().filter(|layer| layer.opacity > 0.0)
    }
}

impl Transition {
    pub fn between(from: &PlacedFigure, to: &PlacedFigure) -> Transition {
        let (stays, goes, comes) = compared(from.other_marks(), to.other_marks());
        let at_rest = |placed: &PlacedFigure| placed.promises.iter().copied().map(FlyingPromise::at_rest).collect();
        let starts: Vec<FlyingPromise> = at_rest(from);
        // Where nothing filled goes, the ink comes out of what stays, or out of the promises that fly; and where nothing is
        // filled at all, out of the ground.
        let ink = [&goes, &stays].into_iter().find_map(|marks| dots(marks));
        let ends = dots(&comes).or_else(|| dots(to.other_marks()));
        let flights = match (ink, ends) {
            (None, None) if from.dot_marks > 0 && to.dot_marks > 0 => Vec::new(),
            (ink, ends) => flights(
                ink.or_else(|| shared(&starts, to)).unwrap_or_else(|| ground(from)),
                ends.or_else(|| shared(&at_rest(to), from)).unwrap_or_else(|| ground(to)),
            ),
        };
        let (carried, ends_in_dots) = (carried(starts, to), to.dot_marks > 0);
        Transition { stays, goes, comes, whole: to.marks.clone(), flights, carried, ends_in_dots }
    }

    /// Interrupts this at `progress` and retargets it to `to`: the dots go on from where they are.
    pub fn retargeted(&self, progress: f64, to: &PlacedFigure) -> Transition {
        let starts: Vec<Dot> = self.flights(progress).collect();
        let flying: Vec<FlyingPromise> = self.promises(progress).collect();
        let comes = to.other_marks().to_vec();
        let ends = dots(&comes).or_else(|| {
            let at_rest: Vec<FlyingPromise> = to.promises.iter().copied().map(FlyingPromise::at_rest).collect();
            let known =
                flying.iter().filter(|one| one.dot.look == Look::Anchor).map(|one| one.dot.id).collect::<Vec<_>>();
            seeds(at_rest.iter().filter(|one| known.contains(&one.dot.id)))
        });
        let starts =
            if starts.is_empty() && !comes.is_empty() { shared(&flying, to).unwrap_or_default() } else { starts };
        Transition {
            stays: Vec::new(),
            goes: Vec::new(),
            whole: to.marks.clone(),
            flights: if starts.is_empty() {
                Vec::new()
            } else {
                self::flights(starts, ends.unwrap_or_else(|| ground(to)))
            },
            carried: carried(flying, to),
            ends_in_dots: to.dot_marks > 0,
            comes,
        }
    }

    /// What is drawn at `progress`, from 0 to 1; at both ends exactly the drawings themselves.
    pub fn at(&self, progress: f64) -> Moment<'_> {
        if progress >= 1.0 {
            let mut whole = Moment::of(&self.whole);
            if self.stays.is_empty() && !self.ends_in_dots {
                // It is the layer that came.
                whole.layers[0].number = Some(LAYERS - 1);
            }
            return whole;
        }
        let gone = 1.0 - (progress / GONE).min(1.0);
        let come = coming(progress);
        let layers: [(&[Mark], Option<f64>); LAYERS] = [
            (&self.stays, Some(1.0)),
            (&self.goes, Some(gone).filter(|opacity| *opacity > 0.0)),
            (&self.comes, Some(come)),
        ];
        let layers = layers.into_iter().enumerate().filter(|(_, (marks, _))| !marks.is_empty());
        let layers = layers
            .filter_map(|(number, (marks, opacity))| Some(Layer { number: Some(number), marks, opacity: opacity? }));
        let opacity = (progress / FADE).min((1.0 - progress) / FADE).clamp(0.0, 1.0);
        Moment {
            layers: layers.collect(),
            dots: if opacity > 0.0 { self.flights(progress).collect() } else { Vec::new() },
            opacity,
            promises: self.promises(progress).collect(),
        }
    }

    /// Where the promises of both drawings are at `progress`.
    pub fn promises(&self, progress: f64) -> impl Iterator<Item = FlyingPromise> {
        let last = self.carried.len().saturating_sub(1).max(1) as f64;
        let (gone, come) = (1.0 - (progress / GONE).min(1.0), coming(progress));
        self.carried.iter().enumerate().filter_map(move |(index, carried)| {
            let (from, to) = match (carried.from, carried.to) {
                (Some(from), Some(to)) => (from, to),
                (Some(from), None) => return Some(FlyingPromise { opacity: from.opacity * gone, ..from }),
                (None, Some(to)) => return Some(FlyingPromise { opacity: to.opacity * come, ..to }),
                (None, None) => return None,
            };
            let along = along(progress, index, last);
            let (dx, dy) = (to.dot.x - from.dot.x, to.dot.y - from.dot.y);
            let swing = SWING * 0.6 * (PI * along).sin();
            // On its way it is seen, whatever stands for it at the ends.
            let opacity = match progress {
                early if early < FADE => from.opacity + (1.0 - from.opacity) * early / FADE,
                late if late > 1.0 - FADE => to.opacity + (1.0 - to.opacity) * (1.0 - late) / FADE,
                _ => 1.0,
            };
            let shown = if along < 0.5 && from.dot.look != Look::Anchor { from.dot } else { to.dot };
            let dot = PromiseDot {
                x: from.dot.x + dx * along + dy * swing,
                y: from.dot.y + dy * along - dx.abs() * swing,
                radius: from.dot.radius + (to.dot.radius - from.dot.radius) * along,
                ..shown
            };
            Some(FlyingPromise { dot, opacity })
        })
    }

    /// Where the dots are at `progress`.
    pub fn flights(&self, progress: f64) -> impl Iterator<Item = Dot> {
        let last = self.flights.len().saturating_sub(1).max(1) as f64;
        self.flights.iter().enumerate().map(move |(index, (from, to))| {
            let along = along(progress, index, last);
            let (dx, dy) = (to.x - from.x, to.y - from.y);
            let swing = SWING * (PI * along).sin() * if index % 2 == 0 { 1.0 } else { 0.4 };
            Dot {
                x: from.x + dx * along + dy * swing,
                y: from.y + dy * along - dx.abs() * swing,
                radius: from.radius + (to.radius - from.radius) * along,
                token: if along < 0.5 { from.token } else { to.token },
            }
        })
    }
}

/// Opacity of what comes.
fn coming(progress: f64) -> f64 {
    ((progress - COMING) / (1.0 - COMING)).clamp(0.0, 1.0)
}

/// How far on its way the dot at `index` is, of which the last is at `last`.
fn along(progress: f64, index: usize, last: f64) -> f64 {
    // A pseudo-random stagger: neighbours do not start together.
    let order = (index * 7 % 23) as f64 / 23.0 * 0.5 + index as f64 / last * 0.5;
    let along = ((progress - STAGGER * order) / (1.0 - STAGGER)).clamp(0.0, 1.0);
    along * along * (3.0 - 2.0 * along)
}

/// Pairs the promises by who they are.
fn carried(starts: Vec<FlyingPromise>, to: &PlacedFigure) -> Vec<Carried> {
    let mut ends: BTreeMap<Text, FlyingPromise> =
        to.promises.iter().map(|dot| (dot.id, FlyingPromise::at_rest(*dot))).collect();
    let mut all: Vec<Carried> =
        starts.into_iter().map(|from| Carried { to: ends.remove(&from.dot.id), from: Some(from) }).collect();
    // What stays unseen at both ends of its way stands for itself.
    all.retain(|carried| {
        let seen = |one: Option<FlyingPromise>| one.is_some_and(|one| one.opacity > 0.0);
        seen(carried.from) || seen(carried.to)
    });
    let (mut all, gone): (Vec<Carried>, Vec<Carried>) = all.into_iter().partition(|carried| carried.to.is_some());
    all.extend(gone);
    // In the order in which they are drawn.
    let comes = to.promises.iter().filter_map(|dot| ends.remove(&dot.id));
    all.extend(comes.filter(|to| to.opacity > 0.0).map(|to| Carried { from: None, to: Some(to) }));
    all
}

/// The promises that are in `other` as well, where not all of them are: what the ink of its marks comes out of.
fn shared(promises: &[FlyingPromise], other: &PlacedFigure) -> Option<Vec<Dot>> {
    if other.dot_marks > 0 && promises.iter().all(|one| one.opacity > 0.0) {
        return None;
    }
    let others: BTreeSet<Text> = other.promises.iter().map(|dot| dot.id).collect();
    seeds(promises.iter().filter(|one| others.contains(&one.dot.id)))
}

fn seeds<'a>(promises: impl Iterator<Item = &'a FlyingPromise>) -> Option<Vec<Dot>> {
    let seeds: Vec<Dot> = promises
        .map(|FlyingPromise { dot, .. }| Dot { x: dot.x, y: dot.y, radius: RADIUS * 0.5, token: dot.token })
        .collect();
    (!seeds.is_empty()).then_some(seeds)
}

/// Diff: marks of both drawings, of the first only, of the second only.
fn compared(from: &[Mark], to: &[Mark]) -> (Vec<Mark>, Vec<Mark>, Vec<Mark>) {
    let mut left: Vec<Vec<&Mark>> = vec![Vec::new(); BUCKETS];
    let bucket = |mark: &Mark| {
        let (x, y) = anchor(mark);
        (x.wrapping_mul(31) ^ y) as usize % BUCKETS
    };
    from.iter().for_each(|mark| left[bucket(mark)].push(mark));
    // Whether one like it is left, which is taken.
    let mut take = |mark: &Mark| {
        let left = &mut left[bucket(mark)];
        let found = left.iter().position(|other| *other == mark);
        found.map(|index| left.swap_remove(index)).is_some()
    };
    let (stays, comes) = to.iter().cloned().partition(&mut take);
    let goes = from.iter().filter(|mark| take(mark)).cloned().collect();
    (stays, goes, comes)
}

/// Marks are looked for among those of one bucket: a drawing has hundreds.
const BUCKETS: usize = 256;

/// A point by which to find a mark among others: its centre, its beginning or a corner.
fn anchor(mark: &Mark) -> (i32, i32) {
    match mark {
        Mark::Fill { shape, .. } | Mark::Stroke { shape, .. } => match shape {
            Shape::Rect { x, y, .. } | Shape::Circle { x, y, .. } => (*x, *y),
            Shape::Path(points) | Shape::Polygon(points) => points.first().copied().unwrap_or_default(),
        },
        Mark::Label(label) => (label.x, label.y),
    }
}

/// Pairs starts with ends by order and nearness: both in columns from left to right, each from the ground up.
fn flights(starts: Vec<Dot>, ends: Vec<Dot>) -> Vec<(Dot, Dot)> {
    pool(starts).into_iter().zip(pool(ends)).collect()
}

/// The dots resampled to [`DOTS`]; with fewer than that, some are used several times.
fn pool(dots: Vec<Dot>) -> Vec<Dot> {
    const COLUMN: f64 = 24.0;
    let dots = ordered_by(dots, |dot| [(dot.x / COLUMN).floor(), -dot.y]);
    let found = dots.len();
    (0..DOTS).filter_map(|index| dots.get(index * found / DOTS).copied()).collect()
}

/// The filled marks as dots. None where nothing is filled.
fn dots(marks: &[Mark]) -> Option<Vec<Dot>> {
    let filled = || {
        marks
            .iter()
            .filter_map(|mark| if let Mark::Fill { shape, token } = mark { Some((shape, *token)) } else { None })
    };
    let area: f64 = filled().map(|(shape, _)| area(shape)).sum();
    // As far apart as the pool allows.
    let step = (area / DOTS as f64).sqrt().max(4.0);
    let dots: Vec<Dot> = filled().flat_map(|(shape, token)| sampled(shape, token, step)).collect();
    (!dots.is_empty()).then_some(dots)
}

/// Dots along the lower edge of a box in which nothing is filled.
fn ground(placed: &PlacedFigure) -> Vec<Dot> {
    let (width, height) = (css_px(placed.width), css_px(placed.height));
    let at = |index: usize| width * (index as f64 + 0.5) / DOTS as f64;
    (0..DOTS).map(|index| Dot { x: at(index), y: height, radius: 0.5, token: Token::Second }).collect()
}

fn css_px(eighths: i32) -> f64 {
    f64::from(eighths) / f64::from(EIGHTHS)
}

/// Of what is not a dot already, in square CSS pixels; the box for a polygon.
fn area(shape: &Shape) -> f64 {
    match shape {
        Shape::Circle { radius, .. } => {
            let radius = css_px(*radius as i32);
            if radius <= DOT { 0.0 } else { PI * radius * radius }
        }
        _ => {
            let (left, top, right, bottom) = bounds(shape);
            (right - left) * (bottom - top)
        }
    }
}

/// Left, top, right, bottom in CSS pixels.
fn bounds(shape: &Shape) -> (f64, f64, f64, f64) {
    let points = match shape {
        Shape::Rect { x, y, width, height } => vec![(*x, *y), (x + width, y + height)],
        Shape::Circle { x, y, radius } => {
            let radius = *radius as i32;
            vec![(x - radius, y - radius), (x + radius, y + radius)]
        }
        Shape::Path(points) | Shape::Polygon(points) => points.clone(),
    };
    let none = (f64::MAX, f64::MAX, f64::MIN, f64::MIN);
    points
        .into_iter()
        .map(|(x, y)| (css_px(x), css_px(y)))
        .fold(none, |(left, top, right, bottom), (x, y)| (left.min(x), top.min(y), right.max(x), bottom.max(y)))
}

fn sampled(shape: &Shape, token: Token, step: f64) -> Vec<Dot> {
    if let Shape::Circle { x, y, radius } = shape
        && css_px(*radius as i32) <= DOT
    {
        return vec![Dot { x: css_px(*x), y: css_px(*y), radius: css_px(*radius as i32), token }];
    }
    let (left, top, right, bottom) = bounds(shape);
    let across = |length: f64| (length / step).round().max(1.0) as usize;
    let (columns, rows) = (across(right - left), across(bottom - top));
    let middle = |from: f64, to: f64, index: usize, of: usize| from + (to - from) * (index as f64 + 0.5) / of as f64;
    let inside = |x: f64, y: f64| match shape {
        Shape::Circle { x: cx, y: cy, radius } => (x - css_px(*cx)).hypot(y - css_px(*cy)) <= css_px(*radius as i32),
        _ => true,
    };
    let places = (0..columns).flat_map(|column| (0..rows).map(move |row| (column, row)));
    let places = places.map(|(column, row)| (middle(left, right, column, columns), middle(top, bottom, row, rows)));
    places.filter(|(x, y)| inside(*x, *y)).map(|(x, y)| Dot { x, y, radius: RADIUS.min(step * 0.45), token }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(x: i32, top: i32) -> Mark {
        Mark::Fill { shape: Shape::Rect { x, y: top, width: 160, height: 800 - top }, token: Token::Ink }
    }

    fn placed(marks: impl IntoIterator<Item = Mark>) -> PlacedFigure {
        PlacedFigure { width: 800, height: 800, marks: marks.into_iter().collect(), ..PlacedFigure::default() }
    }

    /// All that is drawn, if it is drawn whole.
    fn whole(moment: Moment) -> Vec<Mark> {
        assert!(moment.dots.is_empty() && moment.seen().all(|layer| layer.opacity == 1.0), "{moment:?}");
        moment.seen().flat_map(|layer| layer.marks.to_vec()).collect()
    }

    #[test]
    fn a_transition_begins_and_ends_on_the_drawings_themselves() {
        let (from, to) = (placed([column(0, 480)]), placed([column(0, 480), column(400, 160)]));
        let transition = Transition::between(&from, &to);
        assert_eq!(whole(transition.at(0.0)), from.marks);
        assert_eq!(whole(transition.at(1.0)), to.marks);
        assert!(whole(transition.retargeted(0.4, &from).at(1.0)) == from.marks);
    }

    #[test]
    fn the_dots_are_as_many_all_the_way() {
        let (from, to) = (placed([column(0, 480)]), placed([]));
        for transition in
            [Transition::between(&from, &to), Transition::between(&to, &from), Transition::between(&to, &to)]
        {
            for progress in [0.0, 0.3, 0.5, 1.0] {
                assert_eq!(transition.flights(progress).count(), DOTS);
                assert_eq!(transition.retargeted(progress, &from).flights(0.0).count(), DOTS);
            }
        }
    }

    #[test]
    fn dots_leave_one_mark_and_settle_in_the_other() {
        let (from, to) = (placed([column(0, 480)]), placed([column(400, 160)]));
        let transition = Transition::between(&from, &to);
        assert!(transition.flights(0.0).all(|dot| dot.x <= 20.0 && dot.y >= 60.0));
        assert!(transition.flights(1.0).all(|dot| (50.0..=70.0).contains(&dot.x) && dot.y >= 20.0));
    }

    #[test]
    fn what_both_have_stands_still() {
        let (from, to) = (placed([column(0, 480)]), placed([column(0, 480), column(400, 160)]));
        let transition = Transition::between(&from, &to);
        let first = transition.at(0.5).layers[0].clone();
        assert_eq!((first.opacity, first.marks), (1.0, from.marks.as_slice()));
    }

    #[test]
    fn what_comes_is_there_unseen_from_the_start() {
        let (from, to) = (placed([column(0, 480)]), placed([column(400, 160)]));
        let transition = Transition::between(&from, &to);
        let last = transition.at(0.1).layers.last().cloned().expect("it is there");
        assert_eq!((last.opacity, last.marks), (0.0, to.marks.as_slice()));
        // In the end it is all there is, unless something stays.
        assert_eq!(transition.at(1.0).layers, [Layer { opacity: 1.0, ..last }]);
        let both = placed([column(0, 480), column(400, 160)]);
        assert_eq!(Transition::between(&from, &both).at(1.0), Moment::of(&both.marks));
    }

    #[test]
    fn one_that_turns_aside_goes_on_from_where_it_is() {
        let (from, to) = (placed([column(0, 480)]), placed([column(400, 160)]));
        let transition = Transition::between(&from, &to);
        let retargeted = transition.retargeted(0.5, &from);
        let mut there: Vec<(i64, i64)> = transition.flights(0.5).map(|dot| (dot.x as i64, dot.y as i64)).collect();
        let mut now: Vec<(i64, i64)> = retargeted.flights(0.0).map(|dot| (dot.x as i64, dot.y as i64)).collect();
        there.sort_unstable();
        now.sort_unstable();
        assert_eq!(there, now);
    }
}
