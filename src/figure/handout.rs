//! The picture of a few promises that readers pass on: each with its hedge, its place and an empty box, and the address as
//! a code.

use super::code::{Code, CodeLevel};
use super::lettering::label;
use super::{Align, Face, Mark, PlacedFigure, Shape, eighths, lines};
use crate::color::Token;
use crate::line_break::Lexicon;
use crate::plan::{Plan, Promise};
use crate::quantity::{qualifier, spoken};
use crate::words;

/// Width in CSS pixels; the picture has two pixels for each.
pub const HANDOUT_CSS_PX: f64 = 540.0;
const MARGIN: f64 = 30.0;
const BOX: (f64, f64) = (84.0, 46.0);
/// From the margin to the words of a promise.
const INDENT: f64 = 28.0;
/// The side that the code may take.
const CODE: f64 = 132.0;
const FOOT: f64 = 172.0;

/// What stands on the picture.
pub struct Handout {
    lexicon: Lexicon,
    name: String,
    title: String,
    rows: Vec<Row>,
    foot: Vec<String>,
    code: Option<Code>,
}

struct Row {
    words: String,
    small: String,
    token: Token,
    has_number: bool,
}

impl Handout {
    /// `address` leads to the page that shows the same promises.
    pub fn of(plan: &Plan, promises: &[Promise], address: &str) -> Handout {
        let lang = plan.lang;
        let row = |promise: &Promise| {
            let (words, hedge) = match *promise {
                Promise::Figure(figure) => {
                    let value = plan[figure].promise.as_ref()?;
                    let words = [value.measure.as_str(), words::colon(lang), &spoken(&value.quantity, lang)].concat();
                    (words, qualifier(&value.quantity, lang))
                }
                Promise::Commitment(commitment) => {
                    let commitment = &plan[commitment];
                    let hedge = commitment.hedge.map_or(words::no_number(lang), |hedge| plan[hedge].label.as_str());
                    (commitment.text.plain(), hedge.to_owned())
                }
            };
            let place = promise.at(plan).map_or_else(String::new, |at| words::locator(at, lang));
            Some(Row {
                words,
                small: format!("{hedge} · {place}"),
                token: promise.pillar(plan).map_or(Token::Ink, |pillar| Token::of_pillar(pillar.position())),
                has_number: promise.has_number(),
            })
        };
        Handout {
            lexicon: plan.lexicon,
            name: plan.site.name.as_str().to_owned(),
            title: words::card_title(lang).to_owned(),
            rows: promises.iter().filter_map(row).collect(),
            foot: vec![
                words::handout_scan(lang).to_owned(),
                format!("{} {}", words::version(lang), plan.version.as_str()),
                words::handout_unofficial(lang).to_owned(),
            ],
            code: Code::of(address, CodeLevel::Screen),
        }
    }

    /// What it says, for those who do not see it.
    pub fn description(&self) -> String {
        let rows: Vec<String> = self.rows.iter().map(|row| format!("{} ({})", row.words, row.small)).collect();
        [&self.title, ": ", &rows.join("; ")].concat()
    }

    pub fn place(&self) -> PlacedFigure {
        let mut marks = Vec::new();
        let head = self.head(&mut marks);
        let mut y = head + 12.0;
        for row in &self.rows {
            y = self.row(row, y, &mut marks);
        }
        let height = y + 18.0 + FOOT;
        self.foot(height - FOOT, &mut marks);
        let ground = fill((0.0, 0.0), (HANDOUT_CSS_PX, height), Token::Paper);
        marks.insert(0, ground);
        PlacedFigure { width: eighths(HANDOUT_CSS_PX), height: eighths(height), marks, ..PlacedFigure::default() }
    }

    /// Returns where it ends.
    fn head(&self, marks: &mut Vec<Mark>) -> f64 {
        let title = lines(
            &self.title,
            eighths(28.0) as u32,
            Face::Numeral,
            eighths(HANDOUT_CSS_PX - 2.0 * MARGIN),
            self.lexicon,
        );
        let height = 74.0 + title.len() as f64 * 36.0;
        marks.push(fill((0.0, 0.0), (HANDOUT_CSS_PX, height), Token::Cloth));
        marks.push(words_at(&self.name, (MARGIN, 34.0), 15.0, Face::Text, Token::Wax));
        for (index, line) in title.iter().enumerate() {
            marks.push(words_at(line, (MARGIN, 72.0 + index as f64 * 36.0), 28.0, Face::Numeral, Token::Wax));
        }
        let mut x = 6.0;
        while x < HANDOUT_CSS_PX {
            marks.push(circle((x, height - 4.0), 1.6, Token::Wax));
            x += 12.0;
        }
        height
    }

    /// Returns where it ends.
    fn row(&self, row: &Row, top: f64, marks: &mut Vec<Mark>) -> f64 {
        let room = HANDOUT_CSS_PX - 2.0 * MARGIN - INDENT - BOX.0 - 20.0;
        let words = lines(&row.words, eighths(18.0) as u32, Face::Text, eighths(room), self.lexicon);
        let high = words.len() as f64 * 26.0 + 22.0;
        let height = high.max(BOX.1) + 26.0;
        let mut y = top + (height - high) / 2.0 + 13.0;
        let centre = (MARGIN + 8.0, y);
        if row.has_number {
            marks.push(circle(centre, 8.0, row.token));
        } else {
            for dot in 0..12 {
                let (sin, cos) = (std::f64::consts::TAU * f64::from(dot) / 12.0).sin_cos();
                marks.push(circle((centre.0 + 7.0 * cos, centre.1 + 7.0 * sin), 1.4, row.token));
            }
        }
        for line in &words {
            marks.push(words_at(line, (MARGIN + INDENT, y), 18.0, Face::Text, Token::Ink));
            y += 26.0;
        }
        marks.push(words_at(&row.small, (MARGIN + INDENT, y - 2.0), 13.0, Face::Text, Token::Second));
        marks.push(Mark::Stroke {
            shape: rect((HANDOUT_CSS_PX - MARGIN - BOX.0, top + (height - BOX.1) / 2.0), BOX),
            token: Token::Mark,
            width: 10,
            dash: None,
        });
        marks.push(fill((MARGIN, top + height), (HANDOUT_CSS_PX - 2.0 * MARGIN, 1.0), Token::Line));
        top + height
    }

    /// Who speaks, from which version, and the code: dark on light in every theme.
    fn foot(&self, top: f64, marks: &mut Vec<Mark>) {
        marks.push(fill((0.0, top), (HANDOUT_CSS_PX, FOOT), Token::Cloth));
        for (index, line) in self.foot.iter().enumerate() {
            marks.push(words_at(line, (MARGIN, top + 52.0 + index as f64 * 30.0), 15.0, Face::Text, Token::Wax));
        }
        let Some(code) = &self.code else { return };
        // Whole pixels for each cell.
        let cell = (eighths(CODE) / code.cells()) / 4 * 4;
        let side = cell * code.cells();
        let (x, y) = (eighths(HANDOUT_CSS_PX - MARGIN) - side, eighths(top + FOOT / 2.0) - side / 2);
        marks.push(Mark::Fill { shape: Shape::Rect { x, y, width: side, height: side }, token: Token::Wax });
        marks.extend(code.runs().into_iter().map(|(column, row, count)| Mark::Fill {
            shape: Shape::Rect { x: x + column * cell, y: y + row * cell, width: count * cell, height: cell },
            token: Token::Cloth,
        }));
    }
}

fn rect((x, y): (f64, f64), (width, height): (f64, f64)) -> Shape {
    Shape::Rect { x: eighths(x), y: eighths(y), width: eighths(width), height: eighths(height) }
}

fn fill(at: (f64, f64), size: (f64, f64), token: Token) -> Mark {
    Mark::Fill { shape: rect(at, size), token }
}

fn circle((x, y): (f64, f64), radius: f64, token: Token) -> Mark {
    Mark::Fill { shape: Shape::Circle { x: eighths(x), y: eighths(y), radius: eighths(radius) as u32 }, token }
}

fn words_at(text: &str, (x, y): (f64, f64), px: f64, face: Face, token: Token) -> Mark {
    label(text, x, y, px, face, token, Align::Start)
}
