//! Which numbers are measured with the same ruler: those about the past and those promised face each other, with a line
//! where both are of one measure and a dashed one where they perhaps are. Where there is room every number has its name,
//! else those that have a line.

use crate::color::Token;
use crate::figure::lettering::Lettering;
use crate::figure::ornament::{dash, dot};
use crate::figure::{Align, DrawingPart, Frame, Look, Mark, PlacedFigure, PromiseDot, Shape, Spot, eighths};
use crate::line_break::Lexicon;
use crate::plan::{Alike, Locator, Plan, Shown, Slot};
use crate::quantity::{Lang, spoken};
use crate::text::{Text, ordered_by};
use crate::words;

#[derive(Clone, Debug, PartialEq)]
pub struct Rulers {
    pub lang: Lang,
    pub lexicon: Lexicon,
    /// Names of the two periods.
    pub periods: [Text; 2],
    /// In the article's order; of those promised, the ones that have a line are in the order of the past.
    pub past: Vec<Measured>,
    pub promised: Vec<Measured>,
    pub pairs: Vec<Pair>,
}

/// A number of one of the two periods.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    pub figure: Text,
    pub name: Text,
    /// With its hedges, as it is said.
    pub said: String,
    pub token: Token,
    pub at: Locator,
}

/// Two numbers of one measure, or perhaps of one: positions among the past and the promised.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    pub past: usize,
    pub promised: usize,
    pub alike: Alike,
    pub reason: Text,
}

impl Rulers {
    pub fn of(plan: &Plan) -> Rulers {
        let numbers = |slot: Slot| -> Vec<Measured> {
            let numbers: Vec<Measured> = plan
                .figures
                .iter()
                .filter_map(|figure| {
                    let value = figure.value(slot)?;
                    // Where the two may not measure the same, what was measured before keeps its own words.
                    let perhaps = figure.ruler.is_some_and(|ruler| ruler.alike == Alike::Perhaps);
                    Some(Measured {
                        figure: figure.id,
                        name: if perhaps && slot == Slot::Past { value.measure } else { figure.name },
                        said: spoken(&value.quantity, plan.lang),
                        token: figure.pillar.map_or(Token::Ink, |pillar| Token::of_pillar(pillar.position())),
                        at: value.at,
                    })
                })
                .collect();
            ordered_by(numbers, |number| [f64::from(number.at.paragraph), f64::from(number.at.sentence)])
        };
        let (past, mut promised) = (numbers(Slot::Past), numbers(Slot::Promise));
        let place = |numbers: &[Measured], id: Text| numbers.iter().position(|number| number.figure == id);
        let pairs = plan.figures.iter().filter_map(|figure| {
            let ruler = figure.ruler?;
            let (past, promised) = (place(&past, figure.id)?, place(&promised, figure.id)?);
            Some(Pair { past, promised, alike: ruler.alike, reason: ruler.reason })
        });
        let mut pairs: Vec<Pair> = ordered_by(pairs.collect(), |pair: &Pair| [pair.past as f64, 0.0]);
        // Those that have a line take each other's places, so that no two lines cross.
        let mut places: Vec<usize> = pairs.iter().map(|pair| pair.promised).collect();
        places.sort_unstable();
        let in_order = promised.clone();
        for (pair, place) in pairs.iter_mut().zip(places) {
            promised[place] = in_order[pair.promised].clone();
            pair.promised = place;
        }
        let periods = [plan.site.past, plan.site.next];
        Rulers { lang: plan.lang, lexicon: plan.lexicon, periods, past, promised, pairs }
    }

    fn pair_of(&self, side: usize, position: usize) -> Option<&Pair> {
        self.pairs.iter().find(|pair| [pair.past, pair.promised][side] == position)
    }

    /// Both sides and their lines, or at 0 the names of the sides alone.
    pub fn place(&self, frame: Frame, shown: Shown) -> PlacedFigure {
        let height = frame.height_or(frame.width_css_px * if frame.is_broad(1.5) { 0.9 } else { 0.8 });
        let letters = Lettering::of(frame, self.lexicon);
        let rows = self.past.len().max(self.promised.len());
        // Rather names without their values than no names.
        let smaller = self.smaller(frame, letters);
        let sizes = [(letters, true), (smaller, true), (letters, false), (smaller, false)];
        let in_columns = sizes.into_iter().find(|(letters, valued)| {
            let names = self.names_px(*letters, *valued);
            let head = letters.line() * 3.2;
            (rows as f64) * letters.line() * 1.06 + head <= height
                && names.iter().sum::<f64>() + LINES + 4.0 * DOT <= frame.width_css_px
        });
        let (mut marks, mut spots, mut dots) = (Vec::new(), Vec::new(), Vec::new());
        match in_columns {
            Some(set) => self.columns(frame, height, set, shown, (&mut marks, &mut spots, &mut dots)),
            None => self.rows(frame, height, smaller, shown, (&mut marks, &mut spots, &mut dots)),
        }
        frame.hold_dots(height, marks, spots, if shown.is_empty() { Vec::new() } else { dots })
    }

    /// Where the usual size has no room; on a stage of a desktop words are never smaller than those of a text.
    fn smaller(&self, frame: Frame, letters: Lettering) -> Lettering {
        let large = frame.width_css_px >= 700.0 && frame.height_css_px.is_none_or(|height| height >= 480.0);
        if large { letters.sized(letters.px.min(15.0)) } else { letters.small() }
    }

    /// Widths of the two columns of words.
    fn names_px(&self, letters: Lettering, valued: bool) -> [f64; 2] {
        [&self.past, &self.promised].map(|numbers| {
            numbers.iter().map(|number| letters.width(&number_words(number, valued))).fold(0.0, f64::max) + 24.0
        })
    }

    fn title(&self, side: usize) -> String {
        let count = [self.past.len(), self.promised.len()][side];
        words::rulers_side(self.periods[side].as_str(), count, self.lang)
    }

    /// Names on both outer sides, dots inside of them, lines between.
    fn columns(
        &self,
        frame: Frame,
        height: f64,
        (letters, valued): (Lettering, bool),
        shown: Shown,
        (marks, spots, dots): Drawn<'_>,
    ) {
        let names = self.names_px(letters, valued);
        let width = frame.width_css_px;
        // The words stand as near to the lines as these can do without room.
        let between = (width - names[0] - names[1]).min(width * 0.42);
        let left = (width - names[0] - names[1] - between) / 2.0 + names[0];
        let x = [left + DOT, left + between - DOT];
        let head = letters.line() * 2.2;
        for (side, align) in [(0, Align::End), (1, Align::Start)] {
            let x = [x[0] - DOT - 8.0, x[1] + DOT + 8.0][side];
            // Where a title is wider than its column it may go on over the lines.
            let title = self.title(side);
            let (x, align) = match align {
                Align::End if letters.width(&title) > x => (0.0, Align::Start),
                Align::Start if letters.width(&title) > width - x => (width, Align::End),
                align => (x, align),
            };
            // Two long titles stand one below the other.
            let both = letters.width(&self.title(0)) + letters.width(&self.title(1)) > width - 12.0;
            let line = if both && side == 1 { 1.5 } else { 0.5 };
            marks.push(letters.at(title, x, letters.line() * line, Token::Ink, align));
        }
        let rows = self.past.len().max(self.promised.len()).max(1) as f64;
        let step = ((height - head - letters.line()) / rows).min(letters.line() * 2.0);
        let under = head + step * rows + letters.line() * 0.5;
        let alone = words::rulers_alone(self.lang);
        marks.push(letters.at(alone, (x[0] + x[1]) / 2.0, under, Token::Second, Align::Middle));
        let y = |side: usize, position: usize| {
            let count = [self.past.len(), self.promised.len()][side] as f64;
            // The shorter side in the middle of the longer.
            head + step * (position as f64 + 0.5 + (rows - count) / 2.0)
        };
        if !shown.is_empty() {
            for pair in &self.pairs {
                let (from, to) = ((x[0] + DOT, y(0, pair.past)), (x[1] - DOT, y(1, pair.promised)));
                let bend = (to.0 - from.0) * 0.45;
                let path = curve(from, (from.0 + bend, from.1), (to.0 - bend, to.1), to);
                marks.push(self.line(pair, path));
            }
        }
        for (side, numbers) in [&self.past, &self.promised].into_iter().enumerate() {
            for (position, number) in numbers.iter().enumerate() {
                let before = marks.len();
                let middle = y(side, position);
                let pair = self.pair_of(side, position);
                let token = if pair.is_some() { Token::Ink } else { Token::Second };
                let (at, align) = [(x[0] - DOT - 8.0, Align::End), (x[1] + DOT + 8.0, Align::Start)][side];
                marks.push(letters.at(number_words(number, valued), at, middle, token, align));
                self.mark(side, number, pair, (x[side], middle, DOT * 0.8), (marks, dots));
                spots.extend(Spot::around(member(side, position, self.past.len()), &marks[before..]));
            }
        }
    }

    /// The past above, the promised below, names at the lines.
    fn rows(&self, frame: Frame, height: f64, letters: Lettering, shown: Shown, (marks, spots, dots): Drawn<'_>) {
        let width = frame.width_css_px;
        let line = letters.line();
        let radius = |count: usize| (width / count.max(1) as f64 * 0.34).clamp(0.8, DOT);
        let y = [line * 1.3 + 12.0, height - line * 2.3 - 12.0];
        let x = |side: usize, position: usize| {
            let count = [self.past.len(), self.promised.len()][side].max(1) as f64;
            width * (position as f64 + 0.5) / count
        };
        marks.push(letters.at(self.title(0), 0.0, line * 0.5, Token::Ink, Align::Start));
        marks.push(letters.at(self.title(1), 0.0, height - line * 1.5, Token::Ink, Align::Start));
        let alone = words::rulers_alone(self.lang);
        marks.push(letters.at(alone, 0.0, height - line * 0.5, Token::Second, Align::Start));
        for (side, numbers) in [&self.past, &self.promised].into_iter().enumerate() {
            let radius = radius(numbers.len());
            for (position, number) in numbers.iter().enumerate() {
                let pair = self.pair_of(side, position);
                let at = (x(side, position), y[side]);
                self.mark(side, number, pair, (at.0, at.1, radius), (marks, dots));
                spots.push(Spot::at(
                    member(side, position, self.past.len()),
                    (at.0 - radius, at.1 - radius),
                    (2.0 * radius, 2.0 * radius),
                ));
            }
        }
        if shown.is_empty() {
            return;
        }
        let (top, bottom) = (y[0] + radius(self.past.len()) + 2.0, y[1] - radius(self.promised.len()) - 2.0);
        let bend = (bottom - top) * 0.45;
        for pair in &self.pairs {
            let (from, to) = ((x(0, pair.past), top), (x(1, pair.promised), bottom));
            marks.push(self.line(pair, curve(from, (from.0, top + bend), (to.0, bottom - bend), to)));
        }
        // Each name near the lower end of its line, beside it: on no other line and no other name.
        let lines: Vec<(f64, f64)> = self.pairs.iter().map(|pair| (x(0, pair.past), x(1, pair.promised))).collect();
        let at = |(from, to): (f64, f64), y: f64| {
            let part = ((y - top) / (bottom - top)).clamp(0.0, 1.0);
            from + (to - from) * part * part * (3.0 - 2.0 * part)
        };
        let mut taken: Vec<[f64; 4]> = Vec::new();
        for (pair, own) in self.pairs.iter().zip(&lines) {
            let number = &self.promised[pair.promised];
            let text = pair_words(number.name.as_str(), pair.alike, self.lang);
            let whole = letters.width(&text);
            // In one line, or in two.
            let sets = [1.0, 0.64].map(|part| letters.lines(&text, whole * part + 1.0));
            let place = sets.into_iter().find_map(|set| {
                let across = letters.widest(set.iter().map(String::as_str));
                let half = line * 0.5 * set.len() as f64;
                let rows = ((bottom - top - 2.0 * half) / (line * 0.5)).max(0.0) as usize;
                let places = (0..=rows).flat_map(|row| [1.0, -1.0].map(|side| (row as f64, side)));
                let place = places.into_iter().find_map(|(row, side)| {
                    let y = bottom - half - line * 0.5 * row;
                    let ends = |of: (f64, f64)| {
                        let ends = [at(of, y - half), at(of, y + half)];
                        (ends[0].min(ends[1]), ends[0].max(ends[1]))
                    };
                    let (least, most) = ends(*own);
                    let left = if side > 0.0 { most + 7.0 } else { least - 7.0 - across };
                    let right = left + across;
                    let clear = |(least, most): (f64, f64)| most < left - 3.0 || least > right + 3.0;
                    let free = left >= 0.0
                        && right <= width
                        && lines.iter().all(|other| clear(ends(*other)))
                        && taken.iter().all(|[l, r, upper, lower]| {
                            *r + 4.0 < left || *l > right + 4.0 || y + half <= *upper || y - half >= *lower
                        });
                    free.then_some([left, right, y - half, y + half])
                });
                place.map(|place| (place, set))
            });
            let Some((place, set)) = place else { continue };
            taken.push(place);
            for (index, text) in set.into_iter().enumerate() {
                let y = place[2] + line * (index as f64 + 0.5);
                marks.push(letters.at(text, place[0], y, number.token, Align::Start));
            }
        }
    }

    /// What was done is solid, what is promised a dot of its own.
    fn mark(
        &self,
        side: usize,
        number: &Measured,
        pair: Option<&Pair>,
        (x, y, radius): (f64, f64, f64),
        (marks, dots): (&mut Vec<Mark>, &mut Vec<PromiseDot>),
    ) {
        let token = if pair.is_some() { number.token } else { Token::Mark };
        if side == 0 {
            marks.push(dot(x, y, radius * 0.92, token));
        } else {
            dots.push(PromiseDot { id: number.figure, x, y, radius, token, look: Look::Waxed });
        }
    }

    fn line(&self, pair: &Pair, path: Vec<(i32, i32)>) -> Mark {
        Mark::Stroke {
            shape: Shape::Path(path),
            token: self.promised[pair.promised].token,
            width: eighths(2.2) as u32,
            dash: (pair.alike == Alike::Perhaps).then(dash),
        }
    }

    /// The number of a spot: 0 for the past, 1 for what is promised.
    pub fn number(&self, index: usize) -> Option<(usize, &Measured, Option<&Pair>)> {
        match index.checked_sub(self.past.len()) {
            None => Some((0, &self.past[index], self.pair_of(0, index))),
            Some(position) => Some((1, self.promised.get(position)?, self.pair_of(1, position))),
        }
    }
}

type Drawn<'a> = (&'a mut Vec<Mark>, &'a mut Vec<Spot>, &'a mut Vec<PromiseDot>);

/// Radius of a dot, and least room for the lines, in CSS pixels.
const DOT: f64 = 8.0;
const LINES: f64 = 90.0;

fn member(side: usize, position: usize, past: usize) -> DrawingPart {
    DrawingPart::Member(position + if side == 0 { 0 } else { past })
}

fn number_words(number: &Measured, valued: bool) -> String {
    let name = number.name.as_str();
    if valued { format!("{name}\u{2002}{}", number.said) } else { name.to_owned() }
}

fn pair_words(name: &str, alike: Alike, lang: Lang) -> String {
    match alike {
        Alike::Same => name.to_owned(),
        Alike::Perhaps => lang.pick(format!("{name}：也许"), format!("{name}: perhaps")),
    }
}

/// A cubic Bézier curve as a line of short pieces.
fn curve(from: (f64, f64), leave: (f64, f64), arrive: (f64, f64), to: (f64, f64)) -> Vec<(i32, i32)> {
    const PIECES: i32 = 20;
    let at = |part: f64| {
        let rest = 1.0 - part;
        let weights = [rest * rest * rest, 3.0 * rest * rest * part, 3.0 * rest * part * part, part * part * part];
        let points = [from, leave, arrive, to];
        let sum =
            |of: fn((f64, f64)) -> f64| weights.iter().zip(points).map(|(weight, point)| weight * of(point)).sum();
        (eighths(sum(|point| point.0)), eighths(sum(|point| point.1)))
    };
    (0..=PIECES).map(|piece| at(f64::from(piece) / f64::from(PIECES))).collect()
}
