//! One spelling for all that readers take for the same: width, case, script, accents, separators in numbers.

use super::SearchTable;
use crate::plan::verify::radical;
use crate::text::{is_invisible, ordered_by};

#[derive(Debug)]
pub struct Folding {
    /// Traditional and simplified, sorted by the former.
    simplified: Vec<(char, char)>,
}

/// Stands before each word of letters and each number in a folded text, so that looking for a piece of it finds both from
/// their beginning only: "art" is no part of "part", nor 400 of 2400. Han characters are found anywhere.
pub const BEGIN: char = '^';

/// What lies between two characters that are kept.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    None,
    /// White space: how a number is set off from its unit, or Latin from Han, is a matter of taste.
    Soft,
    /// Punctuation that parts clauses.
    Hard,
}

/// Vowels with the marks of pinyin's tones, each group with the letter it is folded to; `v` is how ü is typed.
const MARKED: [(&str, char); 6] =
    [("āáǎà", 'a'), ("ēéěè", 'e'), ("īíǐì", 'i'), ("ōóǒò", 'o'), ("ūúǔù", 'u'), ("üǖǘǚǜ", 'v')];

impl Folding {
    pub fn of(table: &SearchTable) -> Folding {
        let simplified = table.traditional.as_str().chars().zip(table.simplified.as_str().chars()).collect();
        Folding { simplified: ordered_by(simplified, |(traditional, _)| [f64::from(u32::from(*traditional)), 0.0]) }
    }

    /// Letters, digits, Han characters, `%`, `+` and decimal points stay; one space is left where words part.
    pub fn fold(&self, text: &str) -> String {
        let mut folded = String::with_capacity(text.len());
        let mut last = ' ';
        let mut gap = Gap::None;
        let mut rest = text.chars().map(|c| self.fold_char(c)).peekable();
        while let Some(c) = rest.next() {
            let in_number = last.is_ascii_digit() && gap == Gap::None && rest.peek().is_some_and(char::is_ascii_digit);
            match c {
                // Joiners and variants that nobody sees, and marks over a letter that are characters of their own.
                c if is_invisible(c) || matches!(c, '\u{300}'..='\u{36f}') => continue,
                // A separator of thousands.
                ',' | '\u{2009}' | '\u{202f}' if in_number => continue,
                '.' if in_number => {}
                '%' | '+' => {}
                // What is set in quotes is still the same word; ’ is in people’s and in xi’an.
                '"' | '“' | '”' | '\'' | '‘' | '’' | '「' | '」' | '『' | '』' | '《' | '》' | '(' | ')' | '·' =>
                {
                    continue;
                }
                c if c.is_whitespace() && c != '\n' => {
                    gap = gap.max(Gap::Soft);
                    continue;
                }
                c if !c.is_alphanumeric() => {
                    gap = Gap::Hard;
                    continue;
                }
                _ => {}
            }
            let loose = is_han(last) || is_han(c) || (last.is_ascii_digit() && !c.is_ascii_digit());
            if !folded.is_empty() && (gap == Gap::Hard || (gap == Gap::Soft && !loose)) {
                folded.push(' ');
            }
            let goes_on = gap == Gap::None
                && match c.is_ascii_digit() {
                    true => last.is_ascii_digit() || last == '.',
                    false => last.is_alphabetic() && !is_han(last),
                };
            if c.is_alphanumeric() && !is_han(c) && !goes_on {
                folded.push(BEGIN);
            }
            folded.push(c);
            (last, gap) = (c, Gap::None);
        }
        folded
    }

    fn fold_char(&self, c: char) -> char {
        let c = match c {
            // Full-width forms stand in ASCII's order.
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
            '²' => '2',
            '³' => '3',
            _ => c,
        };
        if c.is_ascii() {
            return c.to_ascii_lowercase();
        }
        // Capitals with marks, and radicals that PDFs have in place of characters.
        let c = c.to_lowercase().next().unwrap_or(c);
        let c = radical(c).unwrap_or(c);
        if let Some((_, plain)) = MARKED.into_iter().find(|(marked, _)| marked.contains(c)) {
            return plain;
        }
        match self.simplified.binary_search_by_key(&c, |(traditional, _)| *traditional) {
            Ok(at) => self.simplified[at].1,
            Err(_) => c,
        }
    }
}

/// Whether `c` is a Chinese character.
pub const fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '〇')
}
