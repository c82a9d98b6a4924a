//! The way from one state of a drawing to another, as drawings in between.

use super::placed::{Label, Mark, Motion, PlacedFigure, Shape};

/// The drawing at `progress`, 0 to 1, between two states with one box. What both have stands still; what is new grows or
/// is drawn, over what it replaces; what only goes, goes back the way it came.
pub fn between(from: &PlacedFigure, to: &PlacedFigure, progress: f64) -> PlacedFigure {
    let (old, new) = (groups(from), groups(to));
    let come: Vec<&Group> = new.iter().filter(|group| !old.contains(group)).collect();
    let replaced = come.iter().any(|group| group.motion != Motion::Still);
    let mut marks = Vec::new();
    for group in old.iter().filter(|group| !new.contains(group)) {
        if replaced {
            group.take(group.front(progress), Side::Ahead, &mut marks);
        } else {
            group.take(group.front(1.0 - progress), Side::Behind, &mut marks);
        }
    }
    for group in &new {
        if old.contains(group) {
            marks.extend_from_slice(group.marks);
        } else {
            group.take(group.front(progress), Side::Behind, &mut marks);
        }
    }
    PlacedFigure { width: to.width, height: to.height, marks, ..PlacedFigure::default() }
}

/// Which side of the front is seen: what it has passed, or what lies ahead of it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Behind,
    Ahead,
}

#[derive(PartialEq)]
struct Group<'a> {
    motion: Motion,
    marks: &'a [Mark],
}

fn groups(placed: &PlacedFigure) -> Vec<Group<'_>> {
    let mut motion = Motion::Still;
    let mut found = Vec::new();
    let mut start = 0;
    for (index, mark) in placed.marks.iter().enumerate() {
        if let Mark::Group(next) = mark {
            found.push(Group { motion, marks: &placed.marks[start..index] });
            (motion, start) = (*next, index + 1);
        }
    }
    found.push(Group { motion, marks: &placed.marks[start..] });
    found
}

impl Group<'_> {
    /// How far along its motion a point is.
    fn along(&self, (x, y): (i32, i32)) -> i32 {
        if self.motion == Motion::Follow { x } else { -y }
    }

    fn at(&self, (x, y): (i32, i32), along: i32) -> (i32, i32) {
        if self.motion == Motion::Follow { (along, y) } else { (x, -along) }
    }

    /// Where the front is at `progress`.
    fn front(&self, progress: f64) -> i32 {
        let ends = self.marks.iter().flat_map(|mark| match mark {
            Mark::Group(_) => Vec::new(),
            Mark::Fill { shape, .. } | Mark::Stroke { shape, .. } => corners(shape),
            Mark::Label(Label { x, y, .. }) => vec![(*x, *y)],
        });
        let (least, most) =
            ends.map(|point| self.along(point)).fold((i32::MAX, i32::MIN), |(a, b), one| (a.min(one), b.max(one)));
        if least > most || self.motion == Motion::Still {
            return i32::MAX;
        }
        // Beyond both ends, so that all is seen at 1 and nothing at 0.
        least - 1 + (f64::from(most - least + 2) * progress) as i32
    }

    /// Adds what is seen of the group on one side of the front.
    fn take(&self, front: i32, side: Side, marks: &mut Vec<Mark>) {
        let seen = |point: (i32, i32)| (self.along(point) <= front) == (side == Side::Behind);
        let held = |point: (i32, i32)| {
            let along = self.along(point);
            self.at(point, if side == Side::Behind { along.min(front) } else { along.max(front) })
        };
        for mark in self.marks {
            let shape = match mark {
                Mark::Fill { shape, .. } | Mark::Stroke { shape, .. } => shape,
                Mark::Label(Label { x, y, .. }) => {
                    if seen((*x, *y)) {
                        marks.push(mark.clone());
                    }
                    continue;
                }
                Mark::Group(_) => continue,
            };
            if !corners(shape).into_iter().any(seen) {
                continue;
            }
            let cut = match shape {
                Shape::Rect { x, y, width, height } => {
                    let (left, top) = held((*x, *y));
                    let (right, bottom) = held((x + width, y + height));
                    Shape::Rect { x: left, y: top, width: right - left, height: bottom - top }
                }
                Shape::Circle { .. } => shape.clone(),
                Shape::Path(points) => Shape::Path(points.iter().map(|point| held(*point)).collect()),
                Shape::Polygon(points) => Shape::Polygon(points.iter().map(|point| held(*point)).collect()),
            };
            marks.push(match mark {
                Mark::Stroke { token, width, dash, .. } => {
                    Mark::Stroke { shape: cut, token: *token, width: *width, dash: *dash }
                }
                Mark::Fill { token, .. } => Mark::Fill { shape: cut, token: *token },
                other => other.clone(),
            });
        }
    }
}

/// The points whose extent is the shape's; of a circle its centre, for it is seen whole or not at all.
fn corners(shape: &Shape) -> Vec<(i32, i32)> {
    match shape {
        Shape::Rect { x, y, width, height } => vec![(*x, *y), (x + width, y + height)],
        Shape::Circle { x, y, .. } => vec![(*x, *y)],
        Shape::Path(points) | Shape::Polygon(points) => points.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::Token;

    fn column(x: i32, top: i32) -> [Mark; 2] {
        let shape = Shape::Rect { x, y: top, width: 10, height: 100 - top };
        [Mark::Group(Motion::Rise), Mark::Fill { shape, token: Token::Ink }]
    }

    fn placed(marks: impl IntoIterator<Item = [Mark; 2]>) -> PlacedFigure {
        PlacedFigure {
            width: 100,
            height: 100,
            marks: marks.into_iter().flatten().collect(),
            ..PlacedFigure::default()
        }
    }

    fn tops(placed: &PlacedFigure) -> Vec<(i32, i32, i32)> {
        let rect = |mark: &Mark| match mark {
            Mark::Fill { shape: Shape::Rect { x, y, height, .. }, .. } => Some((*x, *y, *height)),
            _ => None,
        };
        placed.marks.iter().filter_map(rect).collect()
    }

    #[test]
    fn a_way_begins_at_its_start_and_ends_at_its_end() {
        let (from, to) = (placed([column(0, 60)]), placed([column(0, 60), column(50, 20)]));
        assert_eq!(tops(&between(&from, &to, 0.0)), tops(&from));
        assert_eq!(tops(&between(&from, &to, 1.0)), tops(&to));
        assert_eq!(tops(&between(&to, &from, 0.0)).len(), 2);
        assert_eq!(tops(&between(&to, &from, 1.0)), tops(&from));
    }

    #[test]
    fn what_is_new_grows_from_the_ground_and_what_was_there_stands() {
        let (from, to) = (placed([column(0, 60)]), placed([column(0, 60), column(50, 20)]));
        let [old, new] = tops(&between(&from, &to, 0.5))[..] else { panic!("two columns") };
        assert_eq!(old, (0, 60, 40));
        assert_eq!((new.0, new.1 + new.2), (50, 100), "it stands on the ground");
        assert!((55..=65).contains(&new.1), "{new:?}");
    }

    #[test]
    fn what_is_replaced_is_seen_above_the_front_alone() {
        let (from, to) = (placed([column(0, 20)]), placed([column(0, 40)]));
        let [old, new] = tops(&between(&from, &to, 0.5))[..] else { panic!("two parts") };
        assert_eq!(old.1, 20);
        assert!(old.1 + old.2 <= new.1 + 20 && new.1 + new.2 == 100, "{old:?} {new:?}");
    }

    #[test]
    fn a_line_is_drawn_from_the_left() {
        let path =
            Mark::Stroke { shape: Shape::Path(vec![(0, 50), (100, 0)]), token: Token::Ink, width: 1, dash: None };
        let (from, to) = (placed([]), placed([[Mark::Group(Motion::Follow), path]]));
        let middle = between(&from, &to, 0.5);
        let Some(Mark::Stroke { shape: Shape::Path(points), .. }) = middle.marks.first() else { panic!("a line") };
        assert!(points.iter().all(|(x, _)| *x <= 51), "{points:?}");
        assert!(between(&from, &to, 0.0).marks.is_empty());
    }
}
