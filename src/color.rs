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
        Self::ALL.iter().position(|token| *token == self).map_or(0, |index| index as u8)
    }

    pub fn from_index(index: u8) -> Token {
        Self::ALL.get(usize::from(index)).copied().unwrap_or(Token::Ink)
    }
}

/// The values of the tokens, by [`Token::index`].
pub type Palette = [(u8, u8, u8); Token::ALL.len()];

/// `#rgb`, `#rrggbb` or `rgb(r, g, b)`, as CSS and browsers write a colour.
pub fn parse_color(css: &str) -> Option<(u8, u8, u8)> {
    if let Some(hex) = css.strip_prefix('#') {
        let digits = u32::from_str_radix(hex, 16).ok()?;
        let byte = |shift: u32| (digits >> shift) as u8;
        let nibble = |shift: u32| ((digits >> shift) & 15) as u8 * 17;
        return match hex.len() {
            6 => Some((byte(16), byte(8), byte(0))),
            3 => Some((nibble(8), nibble(4), nibble(0))),
            _ => None,
        };
    }
    let inside = css.strip_prefix("rgb(")?.strip_suffix(')')?;
    let mut parts = inside.split([',', ' ']).filter(|part| !part.is_empty()).map(str::parse);
    let mut next = || parts.next()?.ok();
    Some((next()?, next()?, next()?))
}

/// The file that holds the values, for pictures and tests.
pub const TOKENS_CSS: &str = include_str!("../styles/tokens.css");

/// The values in the first rule of [`TOKENS_CSS`] whose selector ends with `selector`. None where one is missing.
pub fn palette(selector: &str) -> Option<Palette> {
    let rule = TOKENS_CSS.split_once(&format!("{selector} {{"))?.1.split_once('}')?.0;
    let value = |token: Token| {
        let declaration = rule.split_once(&format!("{}:", token.css_name()))?.1;
        parse_color(declaration.split_once(';')?.0.trim())
    };
    let mut palette = [(0, 0, 0); Token::ALL.len()];
    for token in Token::ALL {
        palette[usize::from(token.index())] = value(token)?;
    }
    Some(palette)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read_in_every_form_browsers_give() {
        assert_eq!(parse_color("#b5391f"), Some((0xb5, 0x39, 0x1f)));
        assert_eq!(parse_color("#fff"), Some((255, 255, 255)));
        assert_eq!(parse_color("rgb(1, 2, 3)"), Some((1, 2, 3)));
        assert_eq!(parse_color("rgb(1 2 3)"), Some((1, 2, 3)));
        assert_eq!(parse_color("plaid"), None);
    }

    #[test]
    fn an_index_names_its_token() {
        for token in Token::ALL {
            assert_eq!(Token::from_index(token.index()), token);
        }
    }
}
