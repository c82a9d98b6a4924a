//! A QR code as cells.

use qrcodegen::{QrCode, QrCodeEcc};

/// Cells of margin that a reader of the code needs on every side.
const QUIET: i32 = 4;

/// The code of a text, with its margin.
pub struct Code(QrCode);

impl Code {
    /// None for more than some three thousand bytes; an address has a hundred.
    pub fn of(text: &str, level: CodeLevel) -> Option<Code> {
        let level = match level {
            CodeLevel::Screen => QrCodeEcc::Low,
            CodeLevel::Paper => QrCodeEcc::Medium,
        };
        QrCode::encode_text(text, level).ok().map(Code)
    }

    /// Cells along a side.
    pub fn cells(&self) -> i32 {
        self.0.size() + 2 * QUIET
    }

    /// The dark cells: column, row and how many in a row.
    pub fn runs(&self) -> Vec<(i32, i32, i32)> {
        let mut runs: Vec<(i32, i32, i32)> = Vec::new();
        for row in 0..self.0.size() {
            for column in (0..self.0.size()).filter(|column| self.0.get_module(*column, row)) {
                let (x, y) = (column + QUIET, row + QUIET);
                match runs.last_mut() {
                    Some((begin, of, count)) if *of == y && *begin + *count == x => *count += 1,
                    _ => runs.push((x, y, 1)),
                }
            }
        }
        runs
    }
}

/// How much of a code may be damaged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeLevel {
    /// Nothing to speak of: its cells are as large as can be.
    Screen,
    /// A crease or a thumb.
    Paper,
}
