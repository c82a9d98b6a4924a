//! What a drawing is made of: shapes and words at places, in eighths of a CSS pixel.

use crate::color::Token;

/// Eighths of a CSS pixel, the unit of every coordinate and length of a layout.
pub const EIGHTHS: i32 = 8;

/// CSS pixels to eighths, rounded.
pub fn eighths(css_px: f64) -> i32 {
    (css_px * f64::from(EIGHTHS)).round() as i32
}

#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    Fill {
        shape: Shape,
        token: Token,
    },
    Stroke {
        shape: Shape,
        token: Token,
        /// Eighths.
        width: u32,
        /// Lengths of dash and gap in eighths.
        dash: Option<(u32, u32)>,
    },
    Label(Label),
}

/// Coordinates in eighths, y downwards.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    Rect {
        x: i32,
        y: i32,
        width: i32,
        height: i32,
    },
    Circle {
        x: i32,
        y: i32,
        radius: u32,
    },
    /// An open line.
    Path(Vec<(i32, i32)>),
    Polygon(Vec<(i32, i32)>),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    pub text: String,
    /// Eighths; `y` is the middle of figures and Han characters, see [`super::BASELINE_EM`].
    pub x: i32,
    pub y: i32,
    /// Height of the em box in eighths.
    pub size: u32,
    pub face: Face,
    pub token: Token,
    pub align: Align,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// System sans, for words.
    Text,
    /// Heavy serif with lining figures, for numerals.
    Numeral,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    Start,
    Middle,
    End,
}
