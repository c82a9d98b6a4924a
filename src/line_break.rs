//! Where a line of a headline or a label may end: between words, never inside one. Chinese sets no spaces, and browsers
//! break it between any two characters; in running text that is right, in a headline the torn word is seen.

use crate::text::{List, Text};
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// The Chinese words of the site's own labels, a line each, sorted.
static LABEL_WORDS: LazyLock<Vec<&str>> =
    LazyLock::new(|| include_str!("line_break/label_words.txt").lines().collect());

/// The words of a plan that no line break may divide, sorted; those of the site's own labels are always known.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lexicon(List<Text>);

impl Lexicon {
    pub const OWN: Lexicon = Lexicon(List::EMPTY);

    pub fn of(words: &str) -> Lexicon {
        let mut words: Vec<Text> = words.split_whitespace().map(|word| Text::from(word.to_owned())).collect();
        words.sort();
        Lexicon(words.into_iter().collect())
    }

    /// Length in bytes of the word that `text` begins with: the longest one known, a run of Latin letters and digits,
    /// or a single character.
    fn first_word(self, text: &str) -> usize {
        let latin = text.bytes().take_while(u8::is_ascii_alphanumeric).count();
        if latin > 0 {
            return latin;
        }
        let single = text.chars().next().map_or(0, char::len_utf8);
        let known = longest(&LABEL_WORDS, text, single).max(longest(self.0.items(), text, single));
        known.unwrap_or(single)
    }

    /// The parts of `text` that no line break divides; joined, they are `text`.
    pub fn pieces(self, text: &str) -> Vec<&str> {
        let mut pieces = Vec::new();
        let (mut start, mut at, mut last) = (0, 0, "");
        while at < text.len() {
            let word = &text[at..at + self.first_word(&text[at..])];
            if at > start && may_part(&text[..at], last, word) {
                pieces.push(&text[start..at]);
                start = at;
            }
            at += word.len();
            last = word;
        }
        if start < text.len() {
            pieces.push(&text[start..]);
        }
        pieces
    }
}

/// Length in bytes of the longest of the sorted `words` that `text` begins with; its first character takes `single` bytes.
fn longest<W: AsRef<str>>(words: &[W], text: &str, single: usize) -> Option<usize> {
    let first = &text[..single];
    let begins = words.partition_point(|word| word.as_ref() < first);
    let alike = words[begins..].iter().map(AsRef::as_ref).take_while(|word| word.starts_with(first));
    alike.filter(|word| text.starts_with(word)).map(str::len).max()
}

/// Words that stay with the one before them.
const LEAN_BACK: [&str; 24] = [
    "的", "了", "吗", "呢", "吧", "着", "得", "地", "们", "个", "到", "里", "上", "中", "好", "回", "出", "成", "开",
    "大", "强", "以上", "以下", "左右",
];

/// Words that stay with the one behind them.
const LEAN_ON: [&str; 27] = [
    "要", "在", "把", "会", "不", "没", "被", "再", "更", "占", "很", "都", "就", "能", "为", "向", "看", "每", "第",
    "早", "有", "多", "还", "全", "万", "亿", "十大",
];

/// Whether a line may end between two words that stand side by side, behind `text`.
fn may_part(text: &str, before: &str, after: &str) -> bool {
    let (Some(end), Some(begin)) = (before.chars().next_back(), after.chars().next()) else {
        return false;
    };
    if end == ' ' {
        // Between a number or a Latin name and a Chinese word a space is spacing, and no place to part.
        let latin = text.trim_end().ends_with(|c: char| c.is_ascii_alphanumeric());
        return begin != ' ' && !(latin && begin.is_alphabetic() && !begin.is_ascii());
    }
    // The space that does not break holds a number and its unit together.
    // Before a number stands what it is; a break there would cost the narrow space that browsers set.
    let begins = begin.is_alphabetic() || "“‘（《".contains(begin) || (begin.is_numeric() && !end.is_alphanumeric());
    let ends = !(end.is_ascii() || "“‘（《·\u{a0}".contains(end)) || (end == '%' && !begin.is_ascii());
    // What stands in quotation marks is one name.
    let quoted = || text.matches('“').count() > text.matches('”').count();
    begins && ends && !LEAN_BACK.contains(&after) && !LEAN_ON.contains(&before) && !quoted()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<&str> {
        let words = "规模以上 工业 增加值 森林 覆盖率 达到 力争 平均 每年 增长 以上 村寨 网络 做到 今后 做 多大 稳定 守住 青山 覆盖";
        Lexicon::of(words).pieces(text)
    }

    #[test]
    fn words_stay_whole() {
        assert_eq!(pieces("规模以上工业增加值"), ["规模以上", "工业", "增加值"]);
        assert_eq!(pieces("森林覆盖率达到了"), ["森林", "覆盖率", "达到了"]);
    }

    #[test]
    fn a_number_stays_with_its_unit_and_its_hedge() {
        assert_eq!(pieces("力争达到2,400\u{a0}亿元以上"), ["力争", "达到2,400\u{a0}亿元以上"]);
        assert_eq!(pieces("平均每年增长8.1%左右"), ["平均", "每年", "增长8.1%左右"]);
    }

    #[test]
    fn a_space_beside_a_latin_name_is_no_place_to_part() {
        assert_eq!(pieces("30 户以上的村寨，4G 网络"), ["30 户以上的", "村寨，", "4G 网络"]);
        assert_eq!(pieces("做到了38.87\u{a0}万人；今后"), ["做到了38.87\u{a0}万人；", "今后"]);
    }

    #[test]
    fn small_words_lean_on_their_neighbours() {
        assert_eq!(pieces("工业要做到多大？"), ["工业", "要做到", "多大？"]);
        assert_eq!(pieces("今后要稳定在60%"), ["今后", "要稳定", "在60%"]);
    }

    #[test]
    fn punctuation_ends_a_line_and_never_begins_one() {
        assert_eq!(pieces("守住青山，“力争”的"), ["守住", "青山，", "“力争”的"]);
        assert_eq!(pieces("站和“四级九同”全覆盖"), ["站", "和", "“四级九同”", "全覆盖"]);
    }

    #[test]
    fn words_of_the_latin_alphabet_part_at_spaces() {
        assert_eq!(pieces("jobs in towns (done)"), ["jobs ", "in ", "towns ", "(done)"]);
        assert_eq!(pieces(""), Vec::<&str>::new());
    }
}
