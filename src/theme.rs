//! The names of the colours. Their values stand in `styles/tokens.css` alone; SVG refers to them as CSS
//! variables, the canvas reads them from the page, pictures read them from that file.

use serde::{Deserialize, Serialize};

/// A colour by its role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Token {
    Paper,
    Card,
    Ink,
    Second,
    Line,
    Mark,
    Cloth,
    Wax,
    /// The pigment of a pillar, 1 to 5, in the order of the data.
    Pigment(u8),
}

impl Token {
    pub const PIGMENTS: u8 = 5;

    pub const ALL: [Token; 13] = [
        Token::Paper,
        Token::Card,
        Token::Ink,
        Token::Second,
        Token::Line,
        Token::Mark,
        Token::Cloth,
        Token::Wax,
        Token::Pigment(1),
        Token::Pigment(2),
        Token::Pigment(3),
        Token::Pigment(4),
        Token::Pigment(5),
    ];

    /// The CSS custom property that holds the value.
    pub const fn css_name(self) -> &'static str {
        match self {
            Token::Paper => "--paper",
            Token::Card => "--card",
            Token::Ink => "--ink",
            Token::Second => "--second",
            Token::Line => "--line",
            Token::Mark => "--mark",
            Token::Cloth => "--cloth",
            Token::Wax => "--wax",
            Token::Pigment(1) => "--pigment-1",
            Token::Pigment(2) => "--pigment-2",
            Token::Pigment(3) => "--pigment-3",
            Token::Pigment(4) => "--pigment-4",
            Token::Pigment(_) => "--pigment-5",
        }
    }

    /// Pigment of the pillar at `position`, counted from 0; more than five pillars share.
    pub const fn of_pillar(position: usize) -> Token {
        Token::Pigment((position % Self::PIGMENTS as usize) as u8 + 1)
    }

    /// Position in [`Token::ALL`].
    pub fn index(self) -> u8 {
        Self::ALL
            .iter()
            .position(|token| *token == self)
            .map_or(0, |index| index as u8)
    }

    pub fn from_index(index: u8) -> Token {
        Self::ALL
            .get(usize::from(index))
            .copied()
            .unwrap_or(Token::Ink)
    }
}
