//! Reads a number that a reader wrote.

use super::write_number;

/// A number that a reader wrote: digits with a point, perhaps grouped, perhaps in full-width forms. None for anything
/// else, for more than nine digits before the point, and for more than two behind it.
pub fn read_number(text: &str) -> Option<f64> {
    let plain: String = text.trim().chars().filter_map(half_width).collect();
    let (whole, part) = plain.split_once('.').unwrap_or((&plain, "0"));
    let digits = |text: &str, most| (1..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    if !digits(whole, 9) || !digits(part, 2) {
        return None;
    }
    let hundredths: u64 = part.parse().ok()?;
    let hundredths = if part.len() == 1 { hundredths * 10 } else { hundredths };
    Some((whole.parse::<u64>().ok()? * 100 + hundredths) as f64 / 100.0)
}

/// The same with a sign before it, as keyboards, browsers and our own words write it.
pub fn read_signed(text: &str) -> Option<f64> {
    let text = text.trim();
    match text.strip_prefix(['-', '−', '－', '–']) {
        Some(rest) => read_number(rest).map(|value| -value),
        None => read_number(text.trim_start_matches(['+', '＋'])),
    }
}

/// A number as attributes and addresses have it, and as [`read_signed`] reads it.
pub fn plain_number(value: f64) -> String {
    write_number(value, 2).replace(',', "").replace('−', "-")
}

/// The half-width form of a character; nothing for what only groups digits.
fn half_width(c: char) -> Option<char> {
    match c {
        ',' | '，' | ' ' | '\u{a0}' => None,
        '０'..='９' => char::from_digit(c as u32 - '０' as u32, 10),
        '．' | '。' => Some('.'),
        c => Some(c),
    }
}

#[cfg(test)]
mod tests {
    use super::{plain_number, read_number, read_signed};

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, value) in [("8.1", 8.1), ("2,400", 2400.0), ("２４００", 2400.0), (" 0.05 ", 0.05), ("7．5", 7.5)]
        {
            assert_eq!(read_number(text), Some(value), "{text}");
        }
    }

    #[test]
    fn a_sign_is_read_and_written_back() {
        for (text, value) in [("-3", -3.0), ("−6.5", -6.5), ("－２", -2.0), ("+4", 4.0), ("1,200", 1200.0)] {
            assert_eq!(read_signed(text), Some(value), "{text}");
            assert_eq!(read_signed(&plain_number(value)), Some(value), "{text}");
            assert!(plain_number(value).is_ascii(), "{text}");
        }
        for text in ["-", "--3", "- -3", "3-", "+-3"] {
            assert_eq!(read_signed(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in ["", "-3", "1e9", "twelve", "1.234", "1234567890", "1.2.3", "."] {
            assert_eq!(read_number(text), None, "{text}");
        }
    }
}
