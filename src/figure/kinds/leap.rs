//! Before and after: two columns on one scale, and the path between them.

use crate::color::Token;
use crate::figure::lettering::{Lettering, label, width_px};
use crate::figure::ornament::{Bar, bar, dash, dotted, line, mirrored_vertically, reach};
use crate::figure::scale::ticks;
use crate::figure::{
    Align, DrawingPart, Face, FigureChart, Frame, Mark, PlacedFigure, Point, Shape, Spot, Trial, computed_note, eighths,
};
use crate::plan::{Computed, Growth, Shown, Slot, YEARS};
use crate::quantity::{Hedge, Quantity, Tense, Unit, Written, hedge_words, written};

/// Pieces of a path of steady growth.
const STEPS: i32 = 16;
/// Between the labels of the scale and the drawing, in CSS pixels.
const AXIS_GAP: f64 = 10.0;
/// Room above the end that is pulled, in CSS pixels.
const HANDLE: f64 = 17.0;
/// A note between the columns has lines of at least so many ems.
const LEAST_EMS: f64 = 6.0;
/// Least width of the columns that make room for it, in CSS pixels.
const SLIM: f64 = 34.0;
/// Columns of this height need no smaller words, in CSS pixels.
const LOW: f64 = 110.0;

/// Where everything stands, in CSS pixels of the frame.
struct Grid {
    letters: Lettering,
    /// Right edge of the labels of the scale, and left edge of the drawing.
    axis: f64,
    left: f64,
    right: f64,
    /// Ends of the scale, zero on it, and where the words under the columns begin.
    top: f64,
    bottom: f64,
    zero: f64,
    ground: f64,
    bar: f64,
    number: f64,
    /// Between the values at the two ends.
    span: f64,
    /// Values on the scale, and how they are written.
    ticks: Vec<(f64, String)>,
    /// The unit, where the label of the uppermost has no room for it.
    unit: Option<String>,
    /// Middle of its line: over the numbers of the columns, under a note.
    unit_y: f64,
    /// Width for the words under a column, and how many lines the periods take in it.
    column_room: f64,
    period_lines: usize,
}

impl Grid {
    /// With the note above the columns, or beside the path alone.
    fn of(
        figure: &FigureChart,
        frame: Frame,
        height: f64,
        (letters, note_above): (Lettering, bool),
        trial: Option<&Trial>,
    ) -> Grid {
        let width = frame.width_css_px;
        let largest = figure.points.iter().map(|point| point.quantity.most()).fold(0.0, f64::max);
        let percent = figure.points.first().is_some_and(|point| point.quantity.unit == Unit::PERCENT);
        let most = trial.map_or(if percent { 100.0 } else { largest }, |trial| trial.most);
        let least = figure.points.iter().map(|point| point.quantity.value).fold(0.0, f64::min);
        let values = |steps: usize| {
            let mut values = ticks_between(least, most, steps);
            // A line of the scale over the longest column, too.
            let last = values.last().copied().filter(|last| trial.is_none() && !percent && *last < most * 0.9999);
            values.extend(last.map(|last| last + ticks(most, steps).get(1).copied().unwrap_or(most)));
            values
        };
        let scale = |steps: usize| scale(figure, values(steps), letters, width);
        let (ticks, unit) = scale(4);
        let axis = letters.widest(ticks.iter().map(|(_, text)| text.as_str()));
        let left = axis + AXIS_GAP;
        let column_room = (width - left) / 2.0 - 8.0;
        let lines = |point: &Point| letters.lines(point.period.as_str(), column_room).len();
        let period_lines = figure.points.iter().map(lines).max().unwrap_or(1);
        let tag_lines = |point: &Point| letters.lines(&tag(point, figure), column_room).len();
        let tag_lines = figure.points.iter().map(tag_lines).max().unwrap_or(1);
        let below = 8.0 + letters.line() * (period_lines + tag_lines) as f64;
        let note = if note_above { note_lines(figure, trial, letters, width - left).len() } else { 0 };
        let above = letters.line() * note as f64 + if unit.is_some() { letters.line() } else { 0.0 };
        let open = figure.points.iter().map(|point| reach(point.quantity.hedges)).fold(0.0, f64::max);
        let open = if trial.is_some() { open.max(HANDLE) } else { open };
        // Two long numbers side by side are set smaller, never into each other.
        let number = (0.08 * (width * height).sqrt()).clamp(30.0, 100.0).min((height - above - below - open) * 0.3);
        let widths = figure.points.iter().map(|point| width_px(&number_of(point), number, Face::Numeral));
        let number = number.min(number * (column_room * 0.9) / widths.fold(0.0, f64::max));
        // Beyond each end that has columns stand their numbers.
        let beyond = |has_columns: bool| if has_columns { open + number * 1.2 } else { 0.0 };
        let ground = height - below;
        // At the least, half a label of the scale.
        let top = above + (4.0 + beyond(most > 0.0 || least == 0.0)).max(letters.px * 0.6);
        let bottom = ground - beyond(least < 0.0);
        let steps = ((bottom - top) / (letters.line() * 1.4)).clamp(1.0, 4.0) as usize;
        let (ticks, unit) = scale(steps);
        let span = ticks.last().map_or(most, |(last, _)| last.max(most)) - least;
        // A note between the columns has room there.
        let is_level = compared(figure).is_some_and(|(past, promise, _)| promise <= past)
            && !note_lines(figure, trial, letters, f64::MAX).is_empty();
        let slim = if is_level { (column_room + 8.0 - letters.px * LEAST_EMS - 12.0).max(SLIM) } else { f64::MAX };
        Grid {
            letters,
            axis,
            left,
            right: width,
            top,
            bottom,
            zero: bottom + (bottom - top) * least / span,
            ground,
            bar: (24.0 + 0.13 * width).min(column_room * 0.7).min(slim),
            number,
            span,
            ticks,
            unit,
            unit_y: letters.line() * note as f64 + letters.px * 0.65,
            column_room,
            period_lines,
        }
    }

    fn y(&self, value: f64) -> f64 {
        self.zero - (self.bottom - self.top) * value / self.span
    }

    /// Left edge of a column.
    fn column(&self, slot: Slot) -> f64 {
        let quarter = (self.right - self.left) / 4.0;
        let middle = match slot {
            Slot::Past => self.left + quarter,
            Slot::Promise => self.right - quarter,
        };
        middle - self.bar / 2.0
    }
}

/// Values on the scale with their labels: the unit stands behind the uppermost, or above it where it is long.
fn scale(
    figure: &FigureChart,
    values: Vec<f64>,
    letters: Lettering,
    width: f64,
) -> (Vec<(f64, String)>, Option<String>) {
    let Some(point) = figure.points.first() else { return (Vec::new(), None) };
    let mut ticks: Vec<(f64, String)> = values.into_iter().map(|tick| (tick, at(point, tick, figure).number)).collect();
    let Some((value, last)) = ticks.last_mut() else { return (ticks, None) };
    let written = at(point, *value, figure);
    let whole = written.to_string();
    if written.unit.is_empty() {
        return (ticks, None);
    }
    if letters.width(&whole) > width * 0.22 {
        return (ticks, Some(written.unit));
    }
    *last = whole;
    (ticks, None)
}

/// The grid with the words as large as the columns leave room for, and where the note stands in it, with the path that it
/// belongs to.
fn arranged(figure: &FigureChart, frame: Frame, trial: Option<&Trial>) -> (Grid, f64, Vec<Mark>) {
    let natural = if figure.captioned { 292.0 + 0.15 * frame.width_css_px } else { 252.0 + 0.3 * frame.width_css_px };
    let height = frame.height_or(natural);
    let letters = Lettering::of(frame, figure.lexicon);
    let note_of = |grid: &Grid| note_beside(figure, grid, trial);
    let has_note = !note_lines(figure, trial, letters, f64::MAX).is_empty();
    // Where words would leave the columns no room, they are set smaller.
    let beside = |letters: Lettering| {
        let grid = Grid::of(figure, frame, height, (letters, false), trial);
        let note = note_of(&grid);
        let fits = grid.bottom - grid.top >= LOW && (note.is_some() || !has_note);
        fits.then(|| (grid, height, note.unwrap_or_default()))
    };
    // A note on a level is rather smaller than far from it.
    let level = compared(figure).is_some_and(|(past, promise, _)| promise <= past) && trial.is_none();
    for letters in [letters, letters.small()] {
        let found = beside(letters).or_else(|| if level { beside(letters.small()) } else { None });
        if let Some(found) = found {
            return found;
        }
        let grid = Grid::of(figure, frame, height, (letters, true), trial);
        if grid.bottom - grid.top >= LOW {
            let note = note_above(figure, &grid, trial);
            return (grid, height, note);
        }
    }
    let grid = Grid::of(figure, frame, height, (letters.small(), true), trial);
    let note = note_above(figure, &grid, trial);
    (grid, height, note)
}

pub fn place(figure: &FigureChart, frame: Frame, shown: Shown, trial: Option<&Trial>) -> PlacedFigure {
    let (grid, height, note) = arranged(figure, frame, trial);
    let letters = grid.letters;

    let mut marks = Vec::new();
    for (tick, text) in &grid.ticks {
        let y = grid.y(*tick);
        marks.push(line(grid.left, y, grid.right, y, 1.0, if *tick == 0.0 { Token::Mark } else { Token::Line }));
        marks.push(letters.at(text, grid.axis, y, Token::Second, Align::End));
    }
    if let Some(unit) = &grid.unit {
        marks.push(letters.at(unit, 0.0, grid.unit_y, Token::Second, Align::Start));
    }
    let tried = trial.filter(|trial| trial.is_tried());
    let mut spots = Vec::new();
    if shown.has(Shown::PAST.and(Shown::PROMISE).and(Shown::COMPUTED)) {
        let before = marks.len();
        match tried {
            Some(trial) => marks.extend(tried_path(&grid, trial)),
            None => dotted(&path(figure, &grid, None).unwrap_or_default(), figure.pigment, &mut marks),
        }
        let spot = Spot::around(DrawingPart::Comparison, &marks[before..]);
        spots.extend(spot.filter(|_| tried.is_none()));
        marks.extend(note);
    }
    for point in &figure.points {
        if shown.has(Shown::value(point.slot)) {
            let before = marks.len();
            column(figure, point, &grid, trial, &mut marks);
            spots.extend(Spot::around(point.slot.into(), &marks[before..]));
        }
    }
    if let Some(trial) = tried.filter(|_| shown.has(Shown::COMPUTED)) {
        // Neither done nor promised: an outline on the promised column.
        let (x, top) = (grid.column(Slot::Promise), grid.y(trial.end()));
        marks.push(line(x, top, x + grid.bar, top, 3.0, Token::Ink));
        let shape = Shape::Path(
            [(x, grid.zero), (x, top), (x + grid.bar, top), (x + grid.bar, grid.zero)]
                .map(|(x, y)| (eighths(x), eighths(y)))
                .to_vec(),
        );
        marks.push(Mark::Stroke { shape, token: Token::Ink, width: eighths(1.5) as u32, dash: Some(dash()) });
    }
    frame.hold(height, marks, spots)
}

/// The end of the promised column that is pulled.
pub fn handle(figure: &FigureChart, frame: Frame, trial: &Trial) -> (f64, f64) {
    let (grid, ..) = arranged(figure, frame, Some(trial));
    let open = figure.point(Slot::Promise).is_some_and(|point| reach(point.quantity.hedges) > 0.0);
    // The middle of an open end belongs to its arrow.
    let along = if open { 0.86 } else { 0.5 };
    (grid.column(Slot::Promise) + grid.bar * along, grid.y(trial.end()))
}

pub fn level_at(figure: &FigureChart, frame: Frame, trial: &Trial, y_css_px: f64) -> f64 {
    let (grid, ..) = arranged(figure, frame, Some(trial));
    (grid.zero - y_css_px) / (grid.bottom - grid.top) * grid.span
}

/// Round values on both sides of zero.
fn ticks_between(least: f64, most: f64, steps: usize) -> Vec<f64> {
    let below = ticks(-least, steps).into_iter().skip(1).rev().map(|tick| -tick);
    below.chain(ticks(most, steps)).collect()
}

/// The number of a column; a sign stands in it.
fn number_of(point: &Point) -> String {
    if point.quantity.unit.is_sign() { point.written.to_string() } else { point.written.number.clone() }
}

/// A value on the axis in the unit of the language.
fn at(point: &Point, value: f64, figure: &FigureChart) -> Written {
    written(&Quantity { value, to: None, ..point.quantity }, figure.lang)
}

/// How firm the value of a column is.
fn tag(point: &Point, figure: &FigureChart) -> String {
    let hedges = hedge_words(&point.quantity, figure.lang);
    if hedges.is_empty() || point.quantity.tense == Tense::UnderWay {
        point.quantity.tense.word(figure.lang).to_owned()
    } else {
        hedges.join(" · ")
    }
}

fn column(figure: &FigureChart, point: &Point, grid: &Grid, trial: Option<&Trial>, marks: &mut Vec<Mark>) {
    let letters = grid.letters;
    let x = grid.column(point.slot);
    let top = grid.y(point.quantity.value);
    let middle = x + grid.bar / 2.0;
    let falls = point.quantity.value < 0.0;
    let (upper, lower) = (top.min(grid.zero), top.max(grid.zero));
    let before = marks.len();
    let shape = Bar { x, top: upper, width: grid.bar, height: lower - upper };
    let reach = bar(shape, &point.quantity, figure.pigment, marks);
    if falls {
        mirrored_vertically(&mut marks[before..], upper, lower);
    }
    if point.quantity.hedges.has(Hedge::Hold) {
        // Kept: one line from the level reached through the level promised.
        let from = grid.column(Slot::Past);
        marks.push(line(from, top, (x + grid.bar + 14.0).min(grid.right), top, 2.5, figure.pigment));
    }
    // Above the end that is pulled, and where it is pulled to another level, that level.
    let trial = trial.filter(|_| point.slot == Slot::Promise);
    let (number, reach, top) = match trial {
        Some(trial) if trial.is_tried() => (trial.end_number(), HANDLE, grid.y(trial.end()).min(top - reach + HANDLE)),
        Some(_) => (number_of(point), reach.max(HANDLE), top),
        None => (number_of(point), reach, top),
    };
    marks.push(label(
        number,
        middle,
        if falls { top + reach + grid.number * 0.62 } else { top - reach - grid.number * 0.62 },
        grid.number,
        Face::Numeral,
        Token::Ink,
        Align::Middle,
    ));
    let first = grid.ground + 6.0 + letters.line() * 0.6;
    let room = grid.column_room;
    letters.paragraph(point.period.as_str(), (middle, first, room), Token::Ink, Align::Middle, marks);
    let below = first + letters.line() * grid.period_lines as f64;
    letters.paragraph(&tag(point, figure), (middle, below, room), Token::Second, Align::Middle, marks);
}

/// What is compared: growth at a steady rate, or, where the promise is the lower value, a part of the past.
fn compared(figure: &FigureChart) -> Option<(f64, f64, Computed)> {
    let (past, promise) = figure.point(Slot::Past).zip(figure.point(Slot::Promise))?;
    let (past, promise) = (past.quantity.value, promise.quantity.value);
    Some((past, promise, if promise > past { Computed::Rate } else { Computed::Ratio }))
}

/// The note on the comparison, its condition first; or the pace that is tried.
fn note_lines(figure: &FigureChart, trial: Option<&Trial>, letters: Lettering, room: f64) -> Vec<String> {
    if let Some(trial) = trial.filter(|trial| trial.is_tried()) {
        let pace = trial.pace_words();
        let text = figure.lang.pick(format!("每年 {pace}"), format!("{pace} a year"));
        return letters.lines(&text, room);
    }
    let note = compared(figure).and_then(|(_, _, what)| computed_note(figure, what));
    let parts = note.into_iter().flat_map(|(condition, note)| [condition, note]).filter(|text| !text.is_empty());
    parts.flat_map(|text| letters.lines(&text, room)).collect()
}

/// What lies between the two values: the path of a steady yearly rate, or, where the promise is the lower value, the level
/// already reached.
fn path(figure: &FigureChart, grid: &Grid, trial: Option<&Trial>) -> Option<Vec<(f64, f64)>> {
    let (past, promise, what) = compared(figure)?;
    figure.computed(what)?;
    let promise = trial.map_or(promise, Trial::end);
    let from = grid.column(Slot::Past) + grid.bar;
    let to = grid.column(Slot::Promise);
    Some(if what == Computed::Rate {
        let along = |step| f64::from(step) / f64::from(STEPS);
        let level = |part: f64| past * (promise / past).powf(part);
        (0..=STEPS).map(along).map(|part| (from + (to - from) * part, grid.y(level(part)))).collect()
    } else {
        let y = grid.y(past);
        // Up to the column or to its number, whichever is wider.
        let number = number_of(figure.point(Slot::Promise)?);
        let half = width_px(&number, grid.number, Face::Numeral).max(grid.bar) / 2.0;
        vec![(from, y), (to + grid.bar / 2.0 - half - 12.0, y)]
    })
}

/// The path to the level that is tried; what adds up has none.
fn tried_path(grid: &Grid, trial: &Trial) -> Option<Mark> {
    if trial.projection.growth == Growth::Even {
        return None;
    }
    let from = grid.column(Slot::Past) + grid.bar;
    let to = grid.column(Slot::Promise);
    let point = |step: i32| {
        let part = f64::from(step) / f64::from(STEPS);
        (eighths(from + (to - from) * part), eighths(grid.y(trial.level(YEARS * part))))
    };
    let shape = Shape::Path((0..=STEPS).map(point).collect());
    Some(Mark::Stroke { shape, token: Token::Ink, width: eighths(2.0) as u32, dash: Some(dash()) })
}

/// The note where its path runs: over a rising one, under a level one. None where it has no room there.
fn note_beside(figure: &FigureChart, grid: &Grid, trial: Option<&Trial>) -> Option<Vec<Mark>> {
    let letters = grid.letters;
    let tried = trial.filter(|trial| trial.is_tried());
    let path = path(figure, grid, tried)?;
    let ((from, low), (to, high)) = path.first().copied().zip(path.last().copied())?;
    let token = if tried.is_some() { Token::Ink } else { figure.pigment };
    let set = |lines: Vec<String>, x: f64, first: f64, align| {
        let line = |(index, text)| letters.at(text, x, first + letters.line() * index as f64, token, align);
        Some(lines.into_iter().enumerate().map(line).collect())
    };
    if low - high < 1.0 {
        // Under the line, left of the number; where that is near, under the number too, between the columns.
        let promise = figure.point(Slot::Promise)?;
        let under = (grid.y(promise.quantity.value) - reach(promise.quantity.hedges)).max(low + 8.0);
        let gaps = [(to, low + 8.0), (grid.column(Slot::Promise), under)];
        return gaps.into_iter().find_map(|(to, top)| {
            let room = to - from - 10.0;
            // In a narrow gap a text would break at nearly every word.
            if room < letters.px * LEAST_EMS {
                return None;
            }
            let lines = note_lines(figure, trial, letters, room);
            let first = top + letters.line() * 0.5;
            let ends = first + letters.line() * (lines.len() as f64 - 0.5);
            let fits = letters.widest(lines.iter().map(String::as_str)) <= room && ends < grid.bottom - 4.0;
            if fits { set(lines, (from + to) / 2.0, first, Align::Middle) } else { None }
        });
    }
    // Over the number of the first column, under the top of the second, left of the path.
    let past = figure.point(Slot::Past)?;
    let ceiling = high.min(grid.y(figure.point(Slot::Promise)?.quantity.value)) + 2.0;
    let floor = low - reach(past.quantity.hedges) - grid.number * 1.25;
    for room in [1.0, 0.75, 0.55].map(|part| (to - grid.left) * part) {
        let lines = note_lines(figure, trial, letters, room);
        let (width, height) = (letters.widest(lines.iter().map(String::as_str)), letters.line() * lines.len() as f64);
        let mut bottoms: Vec<f64> = Vec::new();
        let mut bottom = floor;
        while bottom - height >= ceiling {
            bottoms.push(bottom);
            bottom -= 4.0;
        }
        let middle = (low + high) / 2.0 + height / 2.0;
        bottoms.sort_by(|one, other| (one - middle).abs().total_cmp(&(other - middle).abs()));
        let edge = |bottom: f64| path.iter().rev().find(|(_, y)| *y >= bottom).map(|(x, _)| x - 12.0);
        let fitting = bottoms.into_iter().find_map(|bottom| {
            let right = edge(bottom)?;
            (right - width >= grid.left + 4.0).then_some((right, bottom - height + letters.line() * 0.5))
        });
        if let Some((right, first)) = fitting {
            return set(lines, right, first, Align::End);
        }
    }
    None
}

/// The note above the columns, where there is room in every language and on a phone.
fn note_above(figure: &FigureChart, grid: &Grid, trial: Option<&Trial>) -> Vec<Mark> {
    let letters = grid.letters;
    let token = if trial.is_some_and(Trial::is_tried) { Token::Ink } else { figure.pigment };
    let lines = note_lines(figure, trial, letters, grid.right - grid.left).into_iter().enumerate();
    lines
        .map(|(index, text)| {
            letters.at(text, grid.left, letters.px * 0.65 + letters.line() * index as f64, token, Align::Start)
        })
        .collect()
}
