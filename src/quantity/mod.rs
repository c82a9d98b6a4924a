//! Numbers of the plan: a value, its unit, its tense and its hedges, and the one way they are written.

mod format;
mod hedge;
mod lang;
mod read;
mod spoken;
mod unit;

pub use format::{DisplayUnit, Written, group_thousands, write_number, written, written_gap};
pub use hedge::{Bound, Hedge, Hedges, Tense};
pub use lang::Lang;
pub use read::{plain_number, read_number, read_signed};
pub use spoken::{hedge_words, qualifier, spoken};
pub use unit::{Dimension, Noun, SQUARE_METRES_PER_MU, Scale, Unit};

use crate::text::Text;
use serde::{Deserialize, Serialize};

/// A number as the article gives it: `value` in `unit`, with everything that limits what it claims.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quantity {
    /// In `unit`: 870 for 870 亿元, 38.87 for 38.87 万人, 60 for 60 %.
    pub value: f64,
    /// The upper end, in `unit`, where the article gives a range: 65 for 60 % to 65 %, whose `value` is 60.
    pub to: Option<f64>,
    pub unit: Unit,
    pub tense: Tense,
    pub hedges: Hedges,
    /// What is counted, as printed after the number; `singular|plural` in English, empty for other units.
    pub noun: Text,
    /// The whole that a count is part of: the second 7 of "7 of 7 counties".
    pub of: Option<u16>,
}

impl Quantity {
    /// The most that the number says, in `unit`: the upper end of a range, else the value.
    pub fn most(&self) -> f64 {
        self.to.unwrap_or(self.value)
    }

    /// Whether it says how far something is to fall: its hedges then limit the fall, as in "at least a fall of 18%".
    pub fn is_fall(&self) -> bool {
        matches!(self.unit.dimension(), Dimension::Change | Dimension::Points) && self.value < 0.0
    }
}
