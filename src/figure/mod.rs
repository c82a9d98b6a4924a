//! Figures: from a record of the plan to a [`Figure`] (comparable, free of pixels), to a [`PlacedFigure`] for a frame, to
//! marks that any plotters backend draws. Nothing here knows the browser.
//!
//! The same code lays a figure out for the stills of a page, for its canvas, and for pictures.

mod backend;
mod draw;
mod placed;
mod text_width;
mod transition;

mod describe;
mod key;
mod kinds;
mod ornament;
mod spot;
mod subject;
pub mod svg;
mod value;

pub use backend::{BASELINE_EM, Evened, Fonts};
pub use draw::draw;
pub use placed::{Align, EIGHTHS, Face, Label, Mark, Motion, PlacedFigure, Shape, eighths};
pub use text_width::text_width;
pub use transition::between;

pub use self::{
    describe::{Told, describe, tell},
    key::key_entries,
    kinds::{Areas, Ladder, Measure, MeasuredPillar, Rung},
    spot::{Part, Spot},
    subject::{Subject, WHOLE},
    text_width::lines,
    value::{Figure, Point, computed_label, computed_note},
};

/// The width a figure is laid out for, in CSS pixels. A page carries both drawings and CSS shows one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Frame {
    /// A phone's column.
    Narrow,
    /// Half a desktop page or more.
    Wide,
}

impl Frame {
    pub const ALL: [Frame; 2] = [Frame::Narrow, Frame::Wide];

    pub const fn width_css_px(self) -> i32 {
        match self {
            Frame::Narrow => 340,
            Frame::Wide => 640,
        }
    }

    pub const fn name(self) -> &'static str {
        match self {
            Frame::Narrow => "narrow",
            Frame::Wide => "wide",
        }
    }
}
