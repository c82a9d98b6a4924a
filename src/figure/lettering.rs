//! Words and numerals of a drawing, at the size its frame asks for. Lengths are CSS pixels.

use crate::color::Token;
use crate::figure::{Align, EIGHTHS, Face, Frame, Label, Mark, eighths, lines, text_width};
use crate::line_break::Lexicon;

/// How words are set.
#[derive(Clone, Copy)]
pub struct Lettering {
    /// Height of the em box.
    pub px: f64,
    /// Where Chinese lines may end.
    lexicon: Lexicon,
}

impl Lettering {
    pub fn of(frame: Frame, lexicon: Lexicon) -> Lettering {
        Lettering { px: frame.text_px(), lexicon }
    }

    /// The smallest that is still read with ease, where a box leaves no room for the usual size.
    pub fn small(self) -> Lettering {
        Lettering { px: self.px.min(13.0), ..self }
    }

    /// At another size, in CSS pixels.
    pub fn sized(self, px: f64) -> Lettering {
        Lettering { px, ..self }
    }

    /// From the middle of a line to the middle of the next.
    pub fn line(self) -> f64 {
        self.px + 5.5
    }

    /// Between a number and the words that follow it in its line.
    pub fn gap(self) -> f64 {
        self.px / 3.0
    }

    pub fn width(self, text: &str) -> f64 {
        width_px(text, self.px, Face::Text)
    }

    /// The widest of some words.
    pub fn widest<'a>(self, texts: impl IntoIterator<Item = &'a str>) -> f64 {
        texts.into_iter().map(|text| self.width(text)).fold(0.0, f64::max)
    }

    /// Words in one line whose middle is at `y`.
    pub fn at(self, text: impl Into<String>, x: f64, y: f64, token: Token, align: Align) -> Mark {
        label(text, x, y, self.px, Face::Text, token, align)
    }

    pub fn lines(self, text: &str, room: f64) -> Vec<String> {
        // A dot divides two phrases of one line; at the end of a line it divides nothing.
        let broken = lines(text, eighths(self.px) as u32, Face::Text, eighths(room), self.lexicon);
        broken.iter().map(|line| line.trim_end_matches(['·', '\u{a0}']).to_owned()).collect()
    }

    /// Words in lines from the middle of the first at `y`. Returns the middle of the line that would follow.
    pub fn paragraph(
        self,
        text: &str,
        (x, mut y, room): (f64, f64, f64),
        token: Token,
        align: Align,
        marks: &mut Vec<Mark>,
    ) -> f64 {
        for line in self.lines(text, room) {
            marks.push(self.at(line, x, y, token, align));
            y += self.line();
        }
        y
    }
}

/// Phrases with dots between them; lines break behind a dot, never inside a phrase.
pub fn list<'a>(phrases: impl Iterator<Item = &'a str>) -> String {
    let phrases: Vec<String> = phrases.map(|phrase| phrase.replace(' ', "\u{a0}")).collect();
    phrases.join("\u{a0}· ")
}

pub fn label(text: impl Into<String>, x: f64, y: f64, size: f64, face: Face, token: Token, align: Align) -> Mark {
    // What is generic stays outside: it would be in the program once for each type.
    fn of(text: String, (x, y): (f64, f64), size: f64, face: Face, token: Token, align: Align) -> Mark {
        let size = eighths(size) as u32;
        Mark::Label(Label { text, x: eighths(x), y: eighths(y), size, face, token, align })
    }
    of(text.into(), (x, y), size, face, token, align)
}

/// Width of a number.
pub fn numeral_px(number: &str, size: f64) -> f64 {
    width_px(number, size, Face::Numeral)
}

pub fn width_px(text: &str, size: f64, face: Face) -> f64 {
    f64::from(text_width(text, eighths(size) as u32, face)) / f64::from(EIGHTHS)
}
