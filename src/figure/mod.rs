//! Figures: from a record of the plan to a [`FigureChart`] (comparable, free of pixels), to a [`PlacedFigure`] for a frame, to
//! marks that any plotters backend draws. Nothing here knows the browser.
//!
//! The same code lays a figure out for the stills of a page, for its canvas, and for pictures.

mod code;
mod draw;
mod mark;
mod placed;
mod promise_dot;
mod text_width;
mod transition;

mod describe;
mod follow_ups;
mod frame;
mod guess;
mod handout;
mod key;
mod kinds;
mod lettering;
mod ornament;
mod overviews;
mod own;
mod round;
mod scale;
mod spot;
mod subject;
pub mod svg;
#[cfg(test)]
mod tests;
mod trial;
mod value;

pub use code::{Code, CodeLevel};
pub use draw::{Ink, draw_dots, draw_marks, draw_promises};
pub use handout::{HANDOUT_CSS_PX, Handout};
pub use mark::{Align, BASELINE_EM, EIGHTHS, Face, Label, Mark, Shape, eighths};
pub use placed::PlacedFigure;
pub use promise_dot::{Look, PromiseDot};
pub use text_width::text_width;
pub use transition::{DOTS, Dot, FlyingPromise, LAYERS, Layer, Moment, Transition};

pub use self::{
    describe::{PartDescription, describe, describe_part, since_sentence},
    follow_ups::FollowUpsChart,
    frame::Frame,
    guess::{GuessChart, GuessState},
    key::{KeyEntry, KeyMark, key_entries, key_entries_of},
    overviews::{
        Areas, Emphasis, Field, FieldDot, Group, Ladder, Measure, MeasuredPillar, PillarPromises, Promises, Rulers,
        Rung, Several, Square,
    },
    own::Own,
    spot::{DrawingPart, Spot},
    subject::Subject,
    text_width::lines,
    trial::Trial,
    value::{FigureChart, Point, computed_label, computed_note},
};
