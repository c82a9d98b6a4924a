//! One layout for each kind of figure.

mod leap;
mod share;

use super::{Align, Face, Figure, Frame, Label, Mark, PlacedFigure, eighths};
use crate::plan::{Kind, Show};
use crate::theme::Token;

/// Size of words in a chart, in CSS pixels of the frame. The narrowest column shows a frame at 300/340 of its
/// size, the wide frame at 560/640: both leave at least 13 px.
pub const TEXT_PX: f64 = 15.0;

pub fn place(figure: &Figure, frame: Frame, show: Show) -> Option<PlacedFigure> {
    match figure.kind {
        Kind::Leap => Some(leap::place(figure, frame, show)),
        Kind::Share => Some(share::place(figure, frame, show)),
        Kind::Pace | Kind::Count | Kind::Area | Kind::Amount => None,
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

/// Width of `text` in CSS pixels.
fn width_px(text: &str, size: f64, face: Face) -> f64 {
    f64::from(super::text_width(text, eighths(size) as u32, face)) / f64::from(super::EIGHTHS)
}
