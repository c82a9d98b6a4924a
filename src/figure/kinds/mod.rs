//! One layout for each kind of figure, and for the drawings that put many figures side by side.

mod amount;
mod area;
mod areas;
mod caption;
mod count;
mod ladder;
mod leap;
mod measure;
mod pace;
mod round;
mod share;
#[cfg(test)]
mod tests;

pub use areas::Areas;
pub use count::mark_words;
pub use ladder::{Ladder, Rung};
pub use measure::{Measure, MeasuredPillar};

use super::{Align, Face, Figure, Frame, Label, Mark, PlacedFigure, eighths};
use crate::plan::{Kind, Show};
use crate::quantity::Lang;
use crate::theme::Token;

/// Size of words in a chart, in CSS pixels of the frame. The narrowest column shows a frame at 300/340 of its
/// size, the wide frame at 560/640: both leave at least 13 px.
pub const TEXT_PX: f64 = 15.0;

pub fn place(figure: &Figure, frame: Frame, show: Show) -> PlacedFigure {
    match figure.kind {
        Kind::Leap => leap::place(figure, frame, show),
        Kind::Share => share::place(figure, frame, show),
        Kind::Pace => pace::place(figure, frame, show),
        Kind::Count => count::place(figure, frame, show),
        Kind::Area => area::place(figure, frame, show),
        // An amount with a baseline is a before and after.
        Kind::Amount if figure.points.len() > 1 => leap::place(figure, frame, show),
        Kind::Amount => amount::place(figure, frame, show),
    }
}

fn words_at(text: impl Into<String>, x: f64, y: f64, token: Token, align: Align) -> Mark {
    label(text, x, y, TEXT_PX, Face::Text, token, align)
}

/// A label at CSS pixels of the frame.
fn label(text: impl Into<String>, x: f64, y: f64, size: f64, face: Face, token: Token, align: Align) -> Mark {
    Mark::Label(Label {
        text: text.into(),
        x: eighths(x),
        y: eighths(y),
        size: eighths(size) as u32,
        face,
        token,
        align,
    })
}

/// Width of a number in CSS pixels, where words follow it in its line. Chinese faces have narrower digits than those of
/// the Latin faces that the table of widths makes room for.
fn numeral_px(number: &str, size: f64, lang: Lang) -> f64 {
    width_px(number, size, Face::Numeral) * lang.pick(0.9, 1.0)
}

/// Width of `text` in CSS pixels.
fn width_px(text: &str, size: f64, face: Face) -> f64 {
    f64::from(super::text_width(text, eighths(size) as u32, face)) / f64::from(super::EIGHTHS)
}
