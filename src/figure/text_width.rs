//! How wide words are: one table of widths for stills, canvases and pictures, so that all of them break lines alike.

use super::mark::Face;
use crate::line_break::Lexicon;

/// Width of `text` in the unit of `size`, by a fixed table that is a little generous for common system fonts.
///
/// The same on every machine, so that a layout is too; what is measured by a font differs from phone to phone.
pub fn text_width(text: &str, size: u32, face: Face) -> i32 {
    let thousandths: u32 = text.chars().map(|c| advance(c, face)).sum();
    (u64::from(thousandths) * u64::from(size)).div_ceil(1000) as i32
}

/// Thousandths of an em.
fn advance(c: char, face: Face) -> u32 {
    if let Some(width) = numeral(c).filter(|_| face == Face::Numeral) {
        return width;
    }
    let bold = if face == Face::Numeral { 40 } else { 0 };
    match c {
        '0'..='9' => 630 + bold,
        // Between Chinese words it is as wide as one of them.
        '·' => 1000,
        '.' | ',' | ':' | ';' | '\'' | '|' | '!' | 'i' | 'l' | 'j' => 320 + bold,
        ' ' | '\u{a0}' | 'f' | 't' | 'r' | 'I' | '(' | ')' | '-' | '/' => 400 + bold,
        'm' | 'w' | 'M' | 'W' | '%' => 970 + bold,
        '‰' => 1350 + bold,
        'A'..='Z' => 730 + bold,
        'a'..='z' => 615 + bold,
        '\u{0}'..='\u{2ff}' => 640 + bold,
        // Fonts with Chinese characters set these as wide as one.
        '“' | '”' | '—' | '…' => 1000,
        '\u{2000}'..='\u{206f}' => 640,
        // Han, kana, full-width forms: one em.
        _ => 1000,
    }
}

/// The advances of `styles/numerals.woff2`, for what it has, in thousandths of an em.
fn numeral(c: char) -> Option<u32> {
    Some(match c {
        '1' => 466,
        '7' => 588,
        '0'..='9' | '–' => 594,
        '+' | '−' => 603,
        '.' | ',' => 335,
        '%' => 966,
        '×' => 734,
        '≈' => 820,
        '≤' | '≥' => 889,
        _ => return None,
    })
}

/// Breaks `text` into lines no wider than `width`: at spaces, and what stands between two spaces and is wider than a
/// line between Chinese words; a word that is wider still before its number, and at last between Han characters or at a
/// space that holds words together.
pub fn lines(text: &str, size: u32, face: Face, width: i32, lexicon: Lexicon) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let too_wide = |text: &str| text_width(text, size, face) > width;
    // Most texts are short, and many are tried at several sizes.
    if !too_wide(text) {
        return vec![text.trim_end_matches(' ').to_owned()];
    }
    // A space that pieces hold together is none to break at.
    let mut words = vec![String::new()];
    for piece in lexicon.pieces(text) {
        let last = words.last_mut().expect("there is one from the start");
        last.push_str(piece.trim_end_matches(' '));
        if piece.ends_with(' ') {
            words.push(String::new());
        }
    }
    for word in words {
        match lines.last_mut() {
            Some(line) if too_wide(&word) || !too_wide(&format!("{line} {word}")) => {
                line.push(' ');
                line.push_str(&word);
            }
            _ => lines.push(word),
        }
        while let Some(rest) = lines.last_mut().and_then(|line| overflow(line, size, face, width, lexicon)) {
            lines.push(rest);
        }
    }
    lines
}

/// The space that holds two words together.
const HOLDS: char = '\u{a0}';

/// Takes from `line` what is beyond `width`.
fn overflow(line: &mut String, size: u32, face: Face, width: i32, lexicon: Lexicon) -> Option<String> {
    if text_width(line, size, face) <= width {
        return None;
    }
    let fits = |end: &usize| text_width(&line[..*end], size, face) <= width;
    let words = lexicon.pieces(line).into_iter().scan(0, |end, piece| {
        *end += piece.len();
        Some(*end)
    });
    let number = || line.find(|c: char| c.is_ascii_digit()).filter(|at| *at > 0 && fits(at));
    let character = || {
        let may_part = |c: char| c == HOLDS || ('\u{4e00}'..='\u{9fff}').contains(&c);
        let ends = line.char_indices().skip(1).filter(|(_, c)| may_part(*c));
        ends.map(|(at, _)| at).take_while(fits).last()
    };
    let at = words.take_while(fits).last().or_else(number).or_else(character)?;
    let rest = line.split_off(at);
    line.truncate(line.trim_end_matches(' ').len());
    Some(rest.trim_start_matches(HOLDS).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, size: u32, face: Face, width: i32) -> Vec<String> {
        super::lines(text, size, face, width, Lexicon::of("今后 五年 同一个 范围 网络 做到"))
    }

    #[test]
    fn han_characters_are_one_em_wide() {
        assert_eq!(text_width("毕节", 100, Face::Text), 200);
    }

    #[test]
    fn numerals_have_the_widths_of_their_face() {
        assert_eq!(text_width("2,400", 1000, Face::Numeral), 4 * 594 + 335);
        assert_eq!(text_width("8.1%", 1000, Face::Numeral), 594 + 335 + 466 + 966);
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
        assert_eq!(lines("4G 网络全都覆盖", 100, Face::Text, 450), ["4G 网络", "全都覆盖"]);
        assert_eq!(lines("做到了38.87\u{a0}万人", 100, Face::Text, 600), ["做到了", "38.87\u{a0}万人"]);
        assert_eq!(lines("a\u{a0}side\u{a0}is", 100, Face::Text, 350), ["a\u{a0}side", "is"]);
        assert_eq!(lines("unbreakable", 100, Face::Text, 250), ["unbreakable"]);
    }

    #[test]
    fn an_empty_text_has_no_width() {
        assert_eq!(text_width("", 100, Face::Text), 0);
    }
}
