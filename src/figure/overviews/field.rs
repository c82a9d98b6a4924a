//! Every promise as one dot: loose, in the pillars' colours and groups, or by topic. An emphasis lets some of them
//! stand out and the rest step back.

use crate::color::Token;
use crate::figure::lettering::Lettering;
use crate::figure::scale::largest;
use crate::figure::{Align, DrawingPart, Frame, Look, Mark, PlacedFigure, PromiseDot, Spot};
use crate::line_break::Lexicon;
use crate::plan::{Arrangement, Plan, Promise, Ref, Shown, Topic};
use crate::quantity::Lang;
use crate::text::Text;
use crate::words;

/// Which promises stand out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Emphasis {
    None,
    /// Those with a number.
    Numbers,
    /// Those that are, or perhaps are, measured as before.
    Rulers,
    Topic(Ref<Topic>),
    /// The reader's own, which have a second ring; and one topic, if one is chosen.
    Own {
        kept: Vec<Promise>,
        topic: Option<Ref<Topic>>,
    },
}

#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    pub lang: Lang,
    pub lexicon: Lexicon,
    pub arrangement: Arrangement,
    pub emphasis: Emphasis,
    /// In the order in which they stand; none where the dots are loose.
    pub groups: Vec<Group>,
    /// In the order of [`Promise::all`].
    pub dots: Vec<FieldDot>,
    /// Names the emphasised topic in the key.
    topic_id: Option<Text>,
}

/// Promises that stand together.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    pub name: Text,
    /// The pillar's pigment; ink where a group has several.
    pub token: Token,
    pub count: usize,
    pub numbers: usize,
    /// How many of them stand out.
    pub lit: usize,
}

/// One promise of a field.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldDot {
    pub promise: Promise,
    pub id: Text,
    /// Of its pillar; the cloth's own white for the vision.
    pub token: Token,
    /// Position of its group.
    pub group: usize,
    pub lit: bool,
    pub kept: bool,
}

impl Field {
    pub fn of(plan: &Plan, arrangement: Arrangement, emphasis: Emphasis) -> Field {
        let pillars = plan.pillars.len();
        let dot = |promise: Promise| {
            let pillar = promise.pillar(plan);
            let topics = promise.topics(plan);
            let kept = matches!(&emphasis, Emphasis::Own { kept, .. } if kept.contains(&promise));
            let lit = match &emphasis {
                Emphasis::None => true,
                Emphasis::Numbers => promise.has_number(),
                Emphasis::Rulers => is_measured_as_before(plan, promise),
                Emphasis::Topic(topic) | Emphasis::Own { topic: Some(topic), .. } => topics.contains(topic),
                // By pillar the reader still chooses; by topic the reader's own are looked at.
                Emphasis::Own { kept: all, topic: None } => {
                    arrangement != Arrangement::Topics || all.is_empty() || kept
                }
            };
            FieldDot {
                promise,
                id: Text::of(promise.id(plan)),
                token: pillar.map_or(Token::Ink, |pillar| Token::of_pillar(pillar.position())),
                group: match arrangement {
                    Arrangement::Loose => 0,
                    Arrangement::Pillars => pillar.map_or(pillars, Ref::position),
                    // A number that belongs to several topics stands with the first, or with the one that is asked for.
                    Arrangement::Topics => match &emphasis {
                        Emphasis::Topic(topic) | Emphasis::Own { topic: Some(topic), .. } if lit => topic.position(),
                        _ => topics.first().map_or(0, |topic| topic.position()),
                    },
                },
                lit,
                kept,
            }
        };
        let mut dots: Vec<FieldDot> = Promise::all(plan).map(dot).collect();
        let names: Vec<(Text, Token)> = match arrangement {
            Arrangement::Loose => Vec::new(),
            Arrangement::Pillars => Ref::all(&plan.pillars)
                .map(|pillar| (plan[pillar].name, Token::of_pillar(pillar.position())))
                .chain([(Text::of(words::vision(plan.lang)), Token::Ink)])
                .collect(),
            Arrangement::Topics => plan.topics.iter().map(|topic| (topic.name, Token::Ink)).collect(),
        };
        let mut groups: Vec<Group> = names
            .into_iter()
            .enumerate()
            .map(|(position, (name, token))| {
                let of = || dots.iter().filter(|dot| dot.group == position);
                Group {
                    name,
                    token,
                    count: of().count(),
                    numbers: of().filter(|dot| dot.promise.has_number()).count(),
                    lit: of().filter(|dot| dot.lit).count(),
                }
            })
            .collect();
        // A group without promises has no place.
        for position in (0..groups.len()).rev().filter(|position| groups[*position].count == 0).collect::<Vec<_>>() {
            groups.remove(position);
            dots.iter_mut().filter(|dot| dot.group > position).for_each(|dot| dot.group -= 1);
        }
        let topic_id = match &emphasis {
            Emphasis::Topic(topic) | Emphasis::Own { topic: Some(topic), .. } => Some(plan[*topic].id),
            _ => None,
        };
        Field { lang: plan.lang, lexicon: plan.lexicon, arrangement, emphasis, groups, dots, topic_id }
    }

    /// The inverse of [`Field::parse`], without what it begins with.
    pub fn key(&self) -> String {
        let name = |of| Arrangement::NAMES.iter().find(|(_, known)| *known == of).map_or("", |(name, _)| *name);
        let mut key = format!("+field+{}", name(self.arrangement));
        let topic = || self.topic_id.map_or("", |id| id.as_str());
        match &self.emphasis {
            Emphasis::None => {}
            Emphasis::Numbers => key += "+numbers",
            Emphasis::Rulers => key += "+rulers",
            Emphasis::Topic(_) => key += &format!("+topic+{}", topic()),
            Emphasis::Own { .. } => {
                key += &format!("+own+{}", topic());
                self.dots.iter().filter(|dot| dot.kept).for_each(|dot| key += &format!("+{}", dot.id.as_str()));
            }
        }
        key
    }

    /// The field of a key's parts after its name.
    pub fn parse<'a>(mut parts: impl Iterator<Item = &'a str>, plan: &Plan) -> Option<Field> {
        let name = parts.next()?;
        let (_, arrangement) = *Arrangement::NAMES.iter().find(|(known, _)| *known == name)?;
        let emphasis = match parts.next() {
            None => Emphasis::None,
            Some("numbers") => Emphasis::Numbers,
            Some("rulers") => Emphasis::Rulers,
            Some("topic") => Emphasis::Topic(plan.find(parts.next()?)?),
            Some("own") => {
                let topic = match parts.next()? {
                    "" => None,
                    id => Some(plan.find(id)?),
                };
                let kept = parts.map(|id| Promise::find(plan, id)).collect::<Option<Vec<_>>>()?;
                Emphasis::Own { kept, topic }
            }
            Some(_) => return None,
        };
        Some(Field::of(plan, arrangement, emphasis))
    }

    /// All of it, or at 0 the names of its groups alone.
    pub fn place(&self, frame: Frame, shown: Shown) -> PlacedFigure {
        let (mut marks, mut spots) = (Vec::new(), Vec::new());
        let dots = self.laid_out(frame, &mut marks, &mut spots);
        let height = frame.height_or(frame.width_css_px * NATURAL);
        let dots = if shown.is_empty() { Vec::new() } else { dots };
        frame.hold_dots(height, marks, spots, dots)
    }

    /// The dots in CSS pixels of the frame, in the order of [`Field::dots`]: what a finger looks for the nearest of.
    pub fn places(&self, frame: Frame) -> Vec<PromiseDot> {
        self.laid_out(frame, &mut Vec::new(), &mut Vec::new())
    }

    fn laid_out(&self, frame: Frame, marks: &mut Vec<Mark>, spots: &mut Vec<Spot>) -> Vec<PromiseDot> {
        let height = frame.height_or(frame.width_css_px * NATURAL);
        let places =
            if self.groups.is_empty() { self.loose(frame, height) } else { self.grouped(frame, height, marks, spots) };
        let looks = self.dots.iter().zip(places).map(|(dot, (x, y, radius))| {
            let waxed = dot.promise.has_number();
            let look = match waxed {
                _ if dot.kept => Look::Own { waxed },
                true => Look::Waxed,
                false => Look::Ring,
            };
            let token = if dot.lit || dot.kept { dot.token } else { Token::Mark };
            // What steps back is a little smaller, so that not only its colour tells.
            let radius = if dot.lit || dot.kept { radius } else { radius * 0.72 };
            PromiseDot { id: dot.id, x, y, radius, token, look }
        });
        looks.collect()
    }

    /// Scattered evenly and without rows: the additive recurrence of the plastic number, then moved apart.
    fn loose(&self, frame: Frame, height: f64) -> Vec<(f64, f64, f64)> {
        let width = frame.width_css_px;
        let count = self.dots.len().max(1);
        let step = (width * height / count as f64).sqrt();
        let radius = (step * 0.25).clamp(2.6, 10.0);
        let margin = radius + 4.0;
        let along = |index: usize, ratio: f64| (0.5 + ratio * (index + 1) as f64).fract();
        let mut places: Vec<(f64, f64)> = (0..count)
            .map(|index| {
                let (x, y) = (along(index, 0.754_877_666_246_692_7), along(index, 0.569_840_290_998_053_3));
                (margin + x * (width - 2.0 * margin), margin + y * (height - 2.0 * margin))
            })
            .collect();
        for _ in 0..if count <= FEW { 6 } else { 0 } {
            apart(&mut places, step * 0.86, margin, (width, height));
        }
        places.into_iter().map(|(x, y)| (x, y, radius)).collect()
    }

    /// Each group as a seed head, those with a number in its middle, its name and counts under it.
    fn grouped(&self, frame: Frame, height: f64, marks: &mut Vec<Mark>, spots: &mut Vec<Spot>) -> Vec<(f64, f64, f64)> {
        let letters = Lettering::of(frame, self.lexicon);
        let small = letters.small();
        let degrees = [(letters, 3), (small, 3), (letters, 2), (small, 2), (small, 1), (small, 0)];
        let grids = degrees.into_iter().filter_map(|(letters, words)| {
            let columns = (1..=self.groups.len()).map(|columns| self.grid(frame, height, letters, words, columns));
            // Rows of one length look better than a little more room.
            let value =
                |grid: &Grid| grid.step * if self.groups.len().is_multiple_of(grid.columns) { 1.2 } else { 1.0 };
            columns.max_by(|a, b| value(a).total_cmp(&value(b)))
        });
        let mut best: Option<Grid> = None;
        for grid in grids {
            // Rather small dots than no names.
            let enough = if grid.words == 1 { TOLD_APART } else { READABLE };
            let done = grid.step >= enough;
            if done || best.as_ref().is_none_or(|best| grid.step > best.step * 1.2) {
                best = Some(grid);
            }
            if done {
                break;
            }
        }
        let Some(grid) = best else { return Vec::new() };
        let Grid { letters, words, columns, step, .. } = grid;
        let mut places = vec![(0.0, 0.0, 0.0); self.dots.len()];
        let rows = self.groups.len().div_ceil(columns);
        let used = self.used(&grid);
        let spare = (height - used).max(0.0) / rows as f64;
        let mut top = spare * 0.5;
        for (row, groups) in self.groups.chunks(columns).enumerate() {
            let tallest = groups.iter().map(|group| reach(group.count, step)).fold(0.0, f64::max);
            let ground = top + 2.0 * tallest;
            // Each group has the room that it needs, and an equal part of what is left over.
            let rooms: Vec<f64> = groups.iter().map(|group| self.room(group, &grid)).collect();
            let left_over = (frame.width_css_px - rooms.iter().sum::<f64>()) / groups.len() as f64;
            let mut left = 0.0;
            let mut lowest = ground;
            for (index, (group, room)) in groups.iter().zip(&rooms).enumerate() {
                let cell = room + left_over;
                let middle = left + cell / 2.0;
                let position = row * columns + index;
                let centre = ground - reach(group.count, step);
                let of_group = self.dots.iter().enumerate().filter(|(_, dot)| dot.group == position);
                // Those with a number first, so that they are in the middle.
                let of_group = of_group.map(|(place, _)| place);
                let (with, without): (Vec<usize>, Vec<usize>) =
                    of_group.partition(|place| self.dots[*place].promise.has_number());
                for (order, place) in with.into_iter().chain(without).enumerate() {
                    let (x, y) = seed(order, group.count, step);
                    places[place] = (middle + x, centre + y, step * RADIUS);
                }
                let mut y = ground + 9.0 + letters.line() * 0.5;
                for (text, token) in self.names(group, words) {
                    y = letters.paragraph(&text, (middle, y, cell - 6.0), token, Align::Middle, marks);
                }
                let lower = y - letters.line() * 0.5;
                lowest = lowest.max(lower);
                let radius = reach(group.count, step);
                let half = radius.max(room / 2.0);
                spots.push(Spot::at(
                    DrawingPart::Member(position),
                    (middle - half, centre - radius),
                    (2.0 * half, lower - centre + radius),
                ));
                left += cell;
            }
            top = lowest + GAP + spare;
        }
        places
    }

    /// The largest dots that find room in so many columns.
    fn grid(&self, frame: Frame, height: f64, letters: Lettering, words: usize, columns: usize) -> Grid {
        let grid = |step: f64| Grid { letters, words, columns, step, width: frame.width_css_px };
        let fits = |step: f64| {
            let grid = grid(step);
            let broad = self
                .groups
                .chunks(columns)
                .all(|row| row.iter().map(|group| self.room(group, &grid)).sum::<f64>() <= frame.width_css_px);
            broad && self.used(&grid) <= height
        };
        grid(largest(MOST, fits))
    }

    /// Height of all rows.
    fn used(&self, grid: &Grid) -> f64 {
        let rows = self.groups.chunks(grid.columns).map(|row| {
            let tallest = row.iter().map(|group| 2.0 * reach(group.count, grid.step)).fold(0.0, f64::max);
            let rooms: Vec<f64> = row.iter().map(|group| self.room(group, grid)).collect();
            let left_over = (grid.width - rooms.iter().sum::<f64>()) / row.len() as f64;
            let lines = row.iter().zip(&rooms).map(|(group, room)| {
                let cell = room + left_over - 6.0;
                let names = self.names(group, grid.words);
                names.iter().map(|(text, _)| grid.letters.lines(text, cell).len()).sum::<usize>()
            });
            tallest + 9.0 + grid.letters.line() * lines.max().unwrap_or(0) as f64
        });
        let rows: Vec<f64> = rows.collect();
        rows.iter().sum::<f64>() + GAP * rows.len().saturating_sub(1) as f64
    }

    /// Width of a group: of its dots, or of the longest word under them.
    fn room(&self, group: &Group, grid: &Grid) -> f64 {
        let words = self.names(group, grid.words);
        let words = words.iter().flat_map(|(text, _)| text.split(' ')).map(|word| grid.letters.width(word));
        (2.0 * reach(group.count, grid.step) + 6.0).max(words.fold(0.0, f64::max) + 8.0)
    }

    /// What stands under a group: its name, and how many promises it has.
    fn names(&self, group: &Group, words: usize) -> Vec<(String, Token)> {
        let name = (group.name.as_str().to_owned(), Token::Ink);
        let count = match self.arrangement {
            // In one line under every group alike.
            Arrangement::Pillars if words > 2 => {
                words::field_counts(group.count, group.numbers, self.lang).replace(' ', "\u{a0}")
            }
            Arrangement::Pillars => format!("{}\u{a0}·\u{a0}{}", group.count, group.numbers),
            _ => group.count.to_string(),
        };
        vec![name, (count, Token::Second)].into_iter().take(words).collect()
    }
}

/// Whether it is, or perhaps is, measured as before.
fn is_measured_as_before(plan: &Plan, promise: Promise) -> bool {
    matches!(promise, Promise::Figure(figure) if plan[figure].ruler.is_some())
}

/// Height of a field without one of its own, as a part of its width.
const NATURAL: f64 = 0.82;
/// So many are moved apart one by one.
const FEW: usize = 1000;
/// Radius of a dot, as a part of the step of its group.
const RADIUS: f64 = 0.6;
/// Greatest step, and the least at which dots are told apart with ease, in CSS pixels.
const MOST: f64 = 22.0;
const READABLE: f64 = 4.6;
/// And the least beside which names are worth their room.
const TOLD_APART: f64 = 2.6;
/// Between two rows of groups.
const GAP: f64 = 16.0;

/// How groups stand in the box.
struct Grid {
    letters: Lettering,
    /// How many of names and counts stand under the groups; from 3 on, counts in words.
    words: usize,
    columns: usize,
    /// Of the seed heads.
    step: f64,
    width: f64,
}

/// Radius of a group of so many.
fn reach(count: usize, step: f64) -> f64 {
    if count == 1 { step * RADIUS } else { step * ((count as f64).sqrt() + RADIUS) }
}

/// Place of a seed in its head, from the middle.
fn seed(order: usize, count: usize, step: f64) -> (f64, f64) {
    const GOLDEN_ANGLE: f64 = 2.399_963_229_728_653;
    if count == 1 {
        return (0.0, 0.0);
    }
    let (sin, cos) = (GOLDEN_ANGLE * order as f64).sin_cos();
    let out = step * (order as f64 + 0.5).sqrt();
    (out * cos, out * sin)
}

/// Moves points that are nearer than `least` apart, within the box.
fn apart(places: &mut [(f64, f64)], least: f64, margin: f64, (width, height): (f64, f64)) {
    for one in 0..places.len() {
        for other in one + 1..places.len() {
            let (dx, dy) = (places[other].0 - places[one].0, places[other].1 - places[one].1);
            if dx.abs() >= least || dy.abs() >= least {
                continue;
            }
            let distance = dx.hypot(dy);
            if distance < least && distance > 0.0 {
                let push = (least - distance) * 0.25 / distance;
                places[one].0 -= dx * push;
                places[one].1 -= dy * push;
                places[other].0 += dx * push;
                places[other].1 += dy * push;
            }
        }
    }
    for (x, y) in places {
        *x = x.clamp(margin, (width - margin).max(margin));
        *y = y.clamp(margin, (height - margin).max(margin));
    }
}
