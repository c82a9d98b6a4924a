use super::placed::Face;

/// Width of `text` in the unit of `size`, by a fixed table that is a little generous for common system fonts.
///
/// The same on every machine, so that a layout is too; what is measured by a font differs from phone to phone.
pub fn text_width(text: &str, size: u32, face: Face) -> i32 {
    let thousandths: u32 = text.chars().map(|c| advance(c, face)).sum();
    (u64::from(thousandths) * u64::from(size)).div_ceil(1000) as i32
}

/// Thousandths of an em.
fn advance(c: char, face: Face) -> u32 {
    let bold = if face == Face::Numeral { 40 } else { 0 };
    match c {
        '0'..='9' => 630 + bold,
        '.' | ',' | ':' | ';' | '\'' | '|' | '!' | 'i' | 'l' | 'j' | '·' => 320 + bold,
        ' ' | '\u{a0}' | 'f' | 't' | 'r' | 'I' | '(' | ')' | '-' | '/' => 400 + bold,
        'm' | 'w' | 'M' | 'W' | '%' => 970 + bold,
        'A'..='Z' => 730 + bold,
        'a'..='z' => 615 + bold,
        '\u{0}'..='\u{2ff}' => 640 + bold,
        '\u{2000}'..='\u{206f}' => 640,
        // Han, kana, full-width forms: one em.
        _ => 1000,
    }
}

/// Breaks `text` at spaces into lines no wider than `width`, as far as its words allow.
pub fn lines(text: &str, size: u32, face: Face, width: i32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if text_width(&format!("{line} {word}"), size, face) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn han_characters_are_one_em_wide() {
        assert_eq!(text_width("毕节", 100, Face::Text), 200);
    }

    #[test]
    fn digits_share_one_width_in_a_face() {
        assert_eq!(text_width("1111", 96, Face::Numeral), text_width("8808", 96, Face::Numeral));
    }

    #[test]
    fn words_are_kept_whole_when_lines_break() {
        let broken = lines("the next five years", 100, Face::Text, text_width("the next five", 100, Face::Text));
        assert_eq!(broken, ["the next five", "years"]);
        assert_eq!(lines("今后五年", 100, Face::Text, 1), ["今后五年"]);
    }

    #[test]
    fn an_empty_text_has_no_width() {
        assert_eq!(text_width("", 100, Face::Text), 0);
    }
}
