//! Every state of one drawing in both frames, as it travels to the browser.

use super::Frame;
use super::placed::{Mark, PlacedFigure, Shape};
use serde::{Deserialize, Serialize};

/// The states of one subject, laid out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Drawing {
    /// The name by which a page asks for it.
    pub key: String,
    narrow: Stills,
    wide: Stills,
}

/// The states of a drawing in one frame. Most marks belong to several states, so each is kept once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Stills {
    width: i32,
    height: i32,
    /// Each mark's first point is written as its distance from that of the mark before: neighbours are alike, and small
    /// numbers are short.
    marks: Vec<Mark>,
    /// What is shown, and the marks of it as runs: where one starts, and how many follow.
    states: Vec<(u8, Vec<(u16, u16)>)>,
}

impl Drawing {
    /// Lays `subject` out in each of `states`.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn of(subject: &super::Subject, states: &[u8]) -> Drawing {
        let stills = |frame| Stills::of(states.iter().map(|shown| (*shown, subject.place(frame, *shown))).collect());
        Drawing { key: subject.key(), narrow: stills(Frame::Narrow), wide: stills(Frame::Wide) }
    }

    /// The drawing with the parts in `shown`; a state that it does not have is its first.
    pub fn still(&self, frame: Frame, shown: u8) -> PlacedFigure {
        let stills = match frame {
            Frame::Narrow => &self.narrow,
            Frame::Wide => &self.wide,
        };
        let state = stills.states.iter().find(|(state, _)| *state == shown).or(stills.states.first());
        let mut at = (0, 0);
        let marks: Vec<Mark> = stills
            .marks
            .iter()
            .map(|mark| {
                let mark = moved(mark, at, 1);
                at = first_point(&mark).unwrap_or(at);
                mark
            })
            .collect();
        let runs = state.map_or(&[][..], |(_, runs)| runs);
        let marks =
            runs.iter().flat_map(|(start, count)| marks.iter().skip(usize::from(*start)).take(usize::from(*count)));
        PlacedFigure {
            width: stills.width,
            height: stills.height,
            marks: marks.cloned().collect(),
            ..PlacedFigure::default()
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl Stills {
    fn of(placed: Vec<(u8, PlacedFigure)>) -> Stills {
        let (width, height) = placed.first().map_or((0, 0), |(_, placed)| (placed.width, placed.height));
        let mut marks: Vec<Mark> = Vec::new();
        let mut states = Vec::new();
        for (shown, placed) in placed {
            let mut runs: Vec<(u16, u16)> = Vec::new();
            for mark in placed.marks {
                // Rather the one that continues a run: groups are all alike.
                let next = runs.last().map(|(start, count)| usize::from(start + count));
                let known = next
                    .filter(|next| marks.get(*next) == Some(&mark))
                    .or_else(|| marks.iter().position(|known| *known == mark));
                let index = known.unwrap_or_else(|| {
                    marks.push(mark);
                    marks.len() - 1
                });
                match runs.last_mut() {
                    Some((start, count)) if usize::from(*start + *count) == index => *count += 1,
                    _ => runs.push((index as u16, 1)),
                }
            }
            states.push((shown, runs));
        }
        let mut at = (0, 0);
        let marks = marks
            .into_iter()
            .map(|mark| {
                let relative = moved(&mark, at, -1);
                at = first_point(&mark).unwrap_or(at);
                relative
            })
            .collect();
        Stills { width, height, marks, states }
    }
}

/// Where a mark begins. Groups are nowhere.
fn first_point(mark: &Mark) -> Option<(i32, i32)> {
    match mark {
        Mark::Group(_) => None,
        Mark::Label(label) => Some((label.x, label.y)),
        Mark::Fill { shape, .. } | Mark::Stroke { shape, .. } => match shape {
            Shape::Rect { x, y, .. } | Shape::Circle { x, y, .. } => Some((*x, *y)),
            Shape::Path(points) | Shape::Polygon(points) => points.first().copied(),
        },
    }
}

/// The mark moved by `by` in the direction of `sign`.
fn moved(mark: &Mark, by: (i32, i32), sign: i32) -> Mark {
    let mut mark = mark.clone();
    let shift = |x: &mut i32, y: &mut i32| {
        *x += sign * by.0;
        *y += sign * by.1;
    };
    match &mut mark {
        Mark::Group(_) => {}
        Mark::Label(label) => shift(&mut label.x, &mut label.y),
        Mark::Fill { shape, .. } | Mark::Stroke { shape, .. } => match shape {
            Shape::Rect { x, y, .. } | Shape::Circle { x, y, .. } => shift(x, y),
            Shape::Path(points) | Shape::Polygon(points) => points.iter_mut().for_each(|(x, y)| shift(x, y)),
        },
    }
    mark
}
