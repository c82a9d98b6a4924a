//! A few figures as one composition, each with its own measure: in columns where there is room, else in rows.

use crate::color::Token;
use crate::figure::kinds::caption::{self, Column, Parts};
use crate::figure::kinds::count;
use crate::figure::kinds::emblem::{Common, emblem, is_counted, pace_end};
use crate::figure::lettering::{Lettering, label, list, numeral_px};
use crate::figure::{Align, BASELINE_EM, DrawingPart, Face, FigureChart, Frame, Mark, PlacedFigure, Point, Spot};
use crate::line_break::Lexicon;
use crate::plan::{Computed, Kind, Shown};
use crate::quantity::Lang;
use crate::words;

/// Between two of them, in CSS pixels: side by side, and one below the other.
const GAP: (f64, f64) = (36.0, 14.0);
/// Height of a row where none is given, in CSS pixels.
const ROW: f64 = 112.0;
/// From this width on they may stand side by side.
const LEAST_BROAD: f64 = 520.0;
/// Width of a picture beside its words, as a part of the box, and in CSS pixels at the most.
const PICTURE: f64 = 0.32;
const LARGEST: f64 = 260.0;

#[derive(Clone, Debug, PartialEq)]
pub struct Several {
    pub lang: Lang,
    pub lexicon: Lexicon,
    pub figures: Vec<FigureChart>,
}

/// How words are set. Lengths are CSS pixels.
#[derive(Clone, Copy)]
pub struct Setting {
    pub letters: Lettering,
    pub number: f64,
    /// Width of an emblem, and of the words.
    pub picture: f64,
    pub room: f64,
    /// Between two rows.
    pub gap: f64,
    /// Without the period.
    pub bare: bool,
    /// With what the drawing does not say by itself.
    pub explained: bool,
}

/// Left, top, width and height of an emblem; left and top of its words.
struct Cell {
    emblem: (f64, f64, f64, f64),
    words: (f64, f64),
}

impl Several {
    /// All of them, or at 0 their words alone.
    pub fn place(&self, frame: Frame, shown: Shown) -> PlacedFigure {
        let members: Vec<Member> =
            self.figures.iter().filter_map(|figure| Some((figure, figure.points.last()?))).collect();
        // Side by side or one below the other: however the pictures are larger.
        let broad =
            frame.width_css_px >= LEAST_BROAD && frame.height_css_px.is_none_or(|height| height >= LEAST_BROAD / 2.0);
        let sheets =
            [broad.then(|| Sheet::of(self, &members, frame, true)).flatten(), Sheet::of(self, &members, frame, false)];
        let sheets = sheets.into_iter().flatten();
        let Some(sheet) =
            sheets.reduce(|row, column| if column.side(frame) > row.side(frame) * 1.1 { column } else { row })
        else {
            return frame.hold(0.0, Vec::new(), Vec::new());
        };
        let cells = sheet.cells(frame);
        let letters = sheet.setting.letters;
        let step = members
            .iter()
            .zip(&cells)
            .filter(|((figure, point), _)| figure.kind == Kind::Count || is_counted(figure, point));
        let step = step.map(|((_, point), cell)| count::step(&point.quantity, (cell.emblem.2, cell.emblem.3), letters));
        let paces = members.iter().filter_map(|(figure, point)| pace_end(figure, point)).fold(100.0, f64::max);
        let common = Common { paces, step: step.fold(f64::MAX, f64::min), told: true };
        let (mut marks, mut spots) = (Vec::new(), Vec::new());
        let mut lower = 0.0_f64;
        for (index, ((figure, point), cell)) in members.iter().zip(cells).enumerate() {
            let before = marks.len();
            let end = member_words(figure, point, cell.words, &sheet.setting, &mut marks);
            if !shown.is_empty() {
                emblem(figure, point, common, cell.emblem, letters, &mut marks);
            }
            lower = lower.max(end).max(cell.emblem.1 + cell.emblem.3 + 2.0);
            spots.extend(Spot::around(DrawingPart::Member(index), &marks[before..]));
        }
        frame.hold(lower, marks, spots)
    }
}

/// What of words and pictures has room.
struct Fullness {
    period: bool,
    /// Width of a picture, as a part of the box.
    picture: f64,
    explained: bool,
}

impl Fullness {
    const ALL: Fullness = Fullness { period: true, picture: PICTURE, explained: true };
}

type Member<'a> = (&'a FigureChart, &'a Point);

/// How members stand in a box, side by side or one below the other.
struct Sheet {
    broad: bool,
    setting: Setting,
    /// Where the words of each end.
    ends: Vec<f64>,
}

impl Sheet {
    /// With words as large as the box has room for.
    fn of(several: &Several, members: &[Member], frame: Frame, broad: bool) -> Option<Sheet> {
        let letters = Lettering::of(frame, several.lexicon);
        let (width, count) = (frame.width_css_px, members.len().max(1) as f64);
        let across = if broad { (width - GAP.0 * (count - 1.0)) / count } else { width };
        let small = letters.small();
        // Smaller words where a box is low, then without the period, then with small pictures.
        let degrees = [
            (letters, 1.0, Fullness::ALL),
            (letters, 0.8, Fullness::ALL),
            (small, 0.8, Fullness::ALL),
            (small, 0.62, Fullness::ALL),
            (small, 0.62, Fullness { period: false, ..Fullness::ALL }),
            (small, 0.55, Fullness { period: false, picture: 0.2, explained: true }),
            (small, 0.55, Fullness { period: false, picture: PICTURE, explained: false }),
            (small, 0.55, Fullness { period: false, picture: 0.14, explained: false }),
            (small, 0.45, Fullness { period: false, picture: 0.14, explained: false }),
        ];
        let sheets = degrees.into_iter().map(|(letters, part, full)| {
            let bare = !full.period;
            let number = if broad { (across * 0.22).clamp(34.0, 92.0) } else { (width * 0.115).clamp(30.0, 64.0) };
            let picture = width * full.picture;
            let picture = if broad { across } else { picture.min(LARGEST) };
            let room = if broad { across } else { width - picture - if bare { 12.0 } else { 18.0 } };
            let gap = if bare { GAP.1 / 2.0 } else { GAP.1 };
            let explained = full.explained;
            let setting = Setting { letters, number: number * part, picture, room, gap, bare, explained };
            let end = |(figure, point): &Member| member_words(figure, point, (0.0, 0.0), &setting, &mut Vec::new());
            let ends = members.iter().map(end).collect();
            Sheet { broad, setting, ends }
        });
        let fits = |sheet: &Sheet| match frame.height_css_px {
            Some(height) if broad => sheet.tallest() + 90.0 <= height,
            Some(height) => sheet.tallest() <= sheet.row(height),
            None => true,
        };
        let mut last = None;
        for sheet in sheets {
            if fits(&sheet) {
                return Some(sheet);
            }
            last = Some(sheet);
        }
        last.filter(|_| !broad)
    }

    fn tallest(&self) -> f64 {
        self.ends.iter().copied().fold(0.0, f64::max)
    }

    /// Height of a row, of rows of one height.
    fn row(&self, height: f64) -> f64 {
        let count = self.ends.len().max(1) as f64;
        (height - self.setting.gap * (count - 1.0)) / count
    }

    /// Height of the pictures.
    fn side(&self, frame: Frame) -> f64 {
        let Setting { picture, .. } = self.setting;
        match frame.height_css_px {
            None if self.broad => picture * 0.8,
            Some(height) if self.broad => (height - self.tallest() - 16.0).min(picture * 0.95),
            height => (height.map_or(ROW.max(self.tallest()), |height| self.row(height)) - 4.0).min(picture),
        }
    }

    fn cells(&self, frame: Frame) -> Vec<Cell> {
        let (setting, side, tallest) = (&self.setting, self.side(frame), self.tallest());
        if self.broad {
            let left = |index: usize| index as f64 * (setting.picture + GAP.0);
            let cell = |index| Cell {
                emblem: (left(index), 2.0, side.min(setting.picture), side - 2.0),
                words: (left(index), side + 14.0),
            };
            return (0..self.ends.len()).map(cell).collect();
        }
        // Rows of one height, or where the longest words have no room in one, each as high as its own.
        let even = frame.height_css_px.map_or(ROW.max(tallest), |height| self.row(height));
        let spare = even - self.ends.iter().sum::<f64>() / self.ends.len().max(1) as f64;
        let mut below = 0.0;
        let cell = |end: &f64| {
            let (height, words) = if tallest <= even { (even, tallest) } else { (end + spare, *end) };
            let top = below;
            below += height + setting.gap;
            let side = (height - 4.0).min(setting.picture);
            let down = ((height - words) / 2.0).max(0.0);
            let emblem = (0.0, top + (height - side) / 2.0, setting.picture.min(side * 1.25), side);
            Cell { emblem, words: (frame.width_css_px - setting.room, top + down) }
        };
        self.ends.iter().map(cell).collect()
    }
}

/// Name, value and qualifiers. Returns the lower end.
pub fn member_words(
    figure: &FigureChart,
    point: &Point,
    (x, top): (f64, f64),
    setting: &Setting,
    marks: &mut Vec<Mark>,
) -> f64 {
    let Setting { letters, number, room, bare, .. } = *setting;
    let explained = explained(figure, point).filter(|_| setting.explained);
    let explain = |end: f64, marks: &mut Vec<Mark>| match &explained {
        Some((text, token)) => {
            let first = (x, end + letters.line() * 0.5, room);
            letters.paragraph(text, first, *token, Align::Start, marks) - letters.line() * 0.5
        }
        None => end,
    };
    let first = (x, top + letters.line() * 0.5, room);
    let below = letters.paragraph(figure.name.as_str(), first, Token::Ink, Align::Start, marks);
    let top = below - letters.line() * 0.5;
    let unit = |point: &Point| match figure.kind {
        Kind::Pace => figure.lang.pick("平均每年", "a year on average").to_owned(),
        Kind::Share => String::new(),
        _ => caption::unit_beside(point),
    };
    // What the name says already.
    let named = figure.name.as_str().to_lowercase();
    let unit =
        |point: &Point| Some(unit(point)).filter(|unit| !named.contains(&unit.to_lowercase())).unwrap_or_default();
    if bare {
        let value =
            if point.quantity.unit.is_sign() { point.written.to_string() } else { point.written.number.clone() };
        let across = numeral_px(&value, number) + letters.gap();
        let middle = top + number * 0.5;
        marks.push(label(value, x, middle, number, Face::Numeral, Token::Ink, Align::Start));
        let phrases = [unit(point)].into_iter().chain(point.qualifier.split(" · ").map(str::to_owned));
        let phrases: Vec<String> = phrases.filter(|phrase| !phrase.is_empty()).collect();
        let text = list(phrases.iter().map(String::as_str));
        let baseline = middle + BASELINE_EM * (number - letters.px);
        if across + letters.width(&text) <= room {
            marks.push(letters.at(text, x + across, baseline, Token::Second, Align::Start));
            return explain(top + number + 1.0, marks);
        }
        let first = (x, top + number + letters.line() * 0.5, room);
        let end = letters.paragraph(&text, first, Token::Second, Align::Start, marks);
        return explain(end - letters.line() * 0.5, marks);
    }
    let parts = Parts {
        unit: &unit,
        converted: &|_| None,
        natural: &|width| width,
        least: 0.0,
        draw: &|room, _, _, _| room.top,
    };
    let column = Column { x, top: top + 3.0, room, number, letters, bare: true };
    let end = caption::words(figure, point, &parts, Shown::ALL, column, marks);
    explain(end - 4.0, marks) + 4.0
}

/// What its drawing does not say by itself: what a mark stands for, or what a pace makes of a hundred.
fn explained(figure: &FigureChart, point: &Point) -> Option<(String, Token)> {
    let lang = figure.lang;
    if figure.kind == Kind::Pace {
        let end = figure.computed(Computed::Index)?.text.as_str();
        return Some((words::hundred_becomes(end, lang), figure.pigment));
    }
    let grouped = figure.kind == Kind::Count && count::per_mark(point.quantity.value) > 1.0;
    let words = || count::mark_words(&point.quantity, lang).into_iter().next();
    if grouped || is_counted(figure, point) { Some((words()?, Token::Second)) } else { None }
}
