use super::placed::Face;
#[cfg(not(target_arch = "wasm32"))]
use crate::line_break::pieces;

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

/// Breaks `text` at spaces into lines no wider than `width`. A run without spaces that is wider by itself is broken
/// between Chinese words, and a word that is wider still between Han characters.
#[cfg(not(target_arch = "wasm32"))]
pub fn lines(text: &str, size: u32, face: Face, width: i32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if text_width(&format!("{line} {word}"), size, face) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(String::new()),
        }
        if let Some(line) = lines.last_mut().filter(|line| line.is_empty()) {
            line.push_str(word);
            while let Some(rest) = lines.last_mut().and_then(|line| overflow(line, size, face, width)) {
                lines.push(rest);
            }
        }
    }
    lines
}

/// Takes from `line` what is beyond `width`.
#[cfg(not(target_arch = "wasm32"))]
fn overflow(line: &mut String, size: u32, face: Face, width: i32) -> Option<String> {
    if text_width(line, size, face) <= width {
        return None;
    }
    let fits = |end: &usize| text_width(&line[..*end], size, face) <= width;
    let words = pieces(line).into_iter().scan(0, |end, piece| {
        *end += piece.len();
        Some(*end)
    });
    let characters = line.char_indices().skip(1).filter(|(_, c)| ('\u{4e00}'..='\u{9fff}').contains(c));
    let at = words.take_while(fits).last().or_else(|| characters.map(|(index, _)| index).take_while(fits).last())?;
    Some(line.split_off(at))
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
    }

    #[test]
    fn han_characters_break_only_where_no_space_helps() {
        assert_eq!(lines("今后五年", 100, Face::Text, 250), ["今后", "五年"]);
        assert_eq!(lines("承诺 今后五年", 100, Face::Text, 400), ["承诺", "今后五年"]);
        assert_eq!(lines("同一个范围，力争", 100, Face::Text, 450), ["同一个", "范围，", "力争"]);
        assert_eq!(lines("范围，同一个", 100, Face::Text, 250), ["范", "围，", "同一", "个"]);
        assert_eq!(lines("unbreakable", 100, Face::Text, 250), ["unbreakable"]);
    }

    #[test]
    fn an_empty_text_has_no_width() {
        assert_eq!(text_width("", 100, Face::Text), 0);
    }
}
