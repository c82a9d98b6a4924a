//! Characters that copies out of PDF files, chats and forms put in place of the usual ones: they look the same, or are
//! not seen at all, and change every hash.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A character that stands in place of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    pub found: char,
    /// None where nothing should stand, or nobody knows what.
    pub meant: Option<char>,
}

/// `⼀ (U+2F00) → 一`; what is not seen is named by its number alone.
impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = u32::from(self.found);
        match is_unseen(self.found) {
            true => write!(f, "U+{number:04X}")?,
            false => write!(f, "{} (U+{number:04X})", self.found)?,
        }
        match self.meant {
            Some(meant) => write!(f, " → {meant}"),
            None => Ok(()),
        }
    }
}

/// A text in usual characters, and what stood in place of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Usual {
    pub text: String,
    pub differences: Vec<Difference>,
}

/// The radicals of the Kangxi dictionary, U+2F00 and on, as the characters they are. That of doors is written as in
/// simplified texts.
const KANGXI: &str = "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈户手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";
const KANGXI_FIRST: u32 = 0x2f00;

/// Radicals of the supplement that are whole characters of simplified texts, each before what it is.
const RADICALS: &str =
    "⺟母⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟";

/// Signs in other widths and shapes, each before the usual one.
const SIGNS: &str = "％%＋+．.;；:：!！?？(（)）–—―—─—－—•·・·･·‧·⋅·「“」”『‘』’";

/// The text in usual characters. Straight quotation marks do not say whether they open or close, so there can be two
/// readings; there is none where every character is usual.
pub fn usual(text: &str) -> Vec<Usual> {
    let first = reading(text, true);
    if first.differences.is_empty() {
        return Vec::new();
    }
    let second = reading(text, false);
    if first == second { vec![first] } else { vec![first, second] }
}

/// What is unusual in a text: what [`usual`] replaces, and what has no place in a text at all.
pub fn unusual(text: &str) -> Vec<Difference> {
    let mut differences = reading(text, true).differences;
    for found in text.chars().filter(|c| is_odd(*c)) {
        note(&mut differences, Difference { found, meant: None });
    }
    differences
}

/// `opens` says whether the first straight quotation mark of each kind opens.
fn reading(text: &str, opens: bool) -> Usual {
    let mut usual = Usual { text: String::with_capacity(text.len()), differences: Vec::new() };
    let (mut double, mut single) = (opens, opens);
    let mut chars = text.chars().peekable();
    let mut before = None;
    while let Some(found) = chars.next() {
        let meant = match found {
            '"' => Some(turn(&mut double, ['“', '”'])),
            '\'' => Some(turn(&mut single, ['‘', '’'])),
            // In a number it stays.
            ',' if !(is_digit(before) && is_digit(chars.peek().copied())) => Some('，'),
            _ if is_unseen(found) => None,
            _ => Some(look_up(found).unwrap_or(found)),
        };
        if meant != Some(found) {
            note(&mut usual.differences, Difference { found, meant });
        }
        usual.text.extend(meant);
        before = Some(found);
    }
    usual
}

/// The first of a pair, then the second, and so on.
fn turn(first: &mut bool, [one, other]: [char; 2]) -> char {
    *first = !*first;
    if *first { other } else { one }
}

fn is_digit(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_ascii_digit())
}

/// Each once.
fn note(differences: &mut Vec<Difference>, difference: Difference) {
    if !differences.iter().any(|known| known.found == difference.found) {
        differences.push(difference);
    }
}

/// The character that a radical of the Kangxi dictionary is.
pub fn radical(found: char) -> Option<char> {
    let at = u32::from(found).checked_sub(KANGXI_FIRST).filter(|at| *at < 214)?;
    KANGXI.chars().nth(at as usize)
}

/// What an unusual character is.
pub(super) fn look_up(found: char) -> Option<char> {
    match found {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => char::from_u32(u32::from(found) - 0xff01 + 0x21),
        '\u{2f00}'..='\u{2fd5}' => radical(found),
        '\u{2e80}'..='\u{2ef3}' => after(RADICALS, found),
        _ => after(SIGNS, found),
    }
}

/// The second of a pair in a list of pairs.
fn after(pairs: &str, first: char) -> Option<char> {
    let mut chars = pairs.chars();
    while let (Some(one), Some(other)) = (chars.next(), chars.next()) {
        if one == first {
            return Some(other);
        }
    }
    None
}

/// Soft hyphens, joiners, marks of direction, variants: characters without width.
pub fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0100}'..='\u{e01ef}')
        || c.is_control() && !c.is_whitespace()
}

/// Of private use, doubles of Han characters, or what stands for an error.
fn is_odd(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f900}'..='\u{faff}' | '\u{2e80}'..='\u{2fd5}' | '\u{fffd}' | '\u{fff9}'..='\u{fffb}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        usual(text).into_iter().map(|usual| usual.text).collect()
    }

    #[test]
    fn radicals_and_what_is_not_seen_are_read_as_what_they_are() {
        assert_eq!(texts("⼀半\u{200b}⼈家搬进了新\u{ad}房⻔。"), ["一半人家搬进了新房门。"]);
        assert_eq!(KANGXI.chars().count(), 0x2fd5 - 0x2f00 + 1);
    }

    #[test]
    fn digits_and_signs_of_another_width_are_read() {
        assert_eq!(texts("修路１２公里,全程３．５％;很好(大概)"), ["修路12公里，全程3.5%；很好（大概）"]);
        assert_eq!(texts("1,200元"), [""; 0], "a comma in a number stays");
    }

    #[test]
    fn straight_quotation_marks_are_read_from_either_side() {
        assert_eq!(texts("\"三\"和\"四\""), ["“三”和“四”", "”三“和”四“"]);
        assert_eq!(texts("三\"和\"四\""), ["三“和”四“", "三”和“四”"]);
    }

    #[test]
    fn a_difference_is_named_once_and_exactly() {
        let differences = |text: &str| unusual(text).iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(differences("⼀⼀\u{200b}\u{f900}"), ["⼀ (U+2F00) → 一", "U+200B", "\u{f900} (U+F900)"]);
        assert_eq!(differences("一座小镇，12公里。“好”——3+1，5.5%"), [""; 0]);
    }
}
