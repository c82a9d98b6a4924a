//! One layout for each kind of figure.

#[cfg(not(target_arch = "wasm32"))]
mod amount;
#[cfg(not(target_arch = "wasm32"))]
mod area;
#[cfg(not(target_arch = "wasm32"))]
mod caption;
#[cfg(not(target_arch = "wasm32"))]
mod count;
mod leap;
#[cfg(not(target_arch = "wasm32"))]
mod pace;
#[cfg(not(target_arch = "wasm32"))]
mod round;
mod share;
#[cfg(test)]
mod tests;

use super::{Align, Face, Figure, Frame, Label, Mark, PlacedFigure, eighths};
use crate::plan::{Kind, Show};
use crate::theme::Token;

/// Size of words in a chart, in CSS pixels of the frame. The narrowest column shows a frame at 300/340 of its
/// size, the wide frame at 560/640: both leave at least 13 px.
pub const TEXT_PX: f64 = 15.0;

/// Whether the browser draws figures of this kind again, on a canvas. Their layouts are in its program; the others
/// stand on the page as drawn once, until there is something to do with them that pays for 8 KB.
pub const fn is_live(kind: Kind) -> bool {
    matches!(kind, Kind::Leap | Kind::Share)
}

/// None for a kind that is not live in the browser, and only there.
pub fn place(figure: &Figure, frame: Frame, show: Show) -> Option<PlacedFigure> {
    Some(match figure.kind {
        Kind::Leap => leap::place(figure, frame, show),
        Kind::Share => share::place(figure, frame, show),
        #[cfg(target_arch = "wasm32")]
        _ => return None,
        #[cfg(not(target_arch = "wasm32"))]
        Kind::Pace => pace::place(figure, frame, show),
        #[cfg(not(target_arch = "wasm32"))]
        Kind::Count => count::place(figure, frame, show),
        #[cfg(not(target_arch = "wasm32"))]
        Kind::Area => area::place(figure, frame, show),
        // An amount with a baseline is a before and after.
        #[cfg(not(target_arch = "wasm32"))]
        Kind::Amount if figure.points.len() > 1 => leap::place(figure, frame, show),
        #[cfg(not(target_arch = "wasm32"))]
        Kind::Amount => amount::place(figure, frame, show),
    })
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
