//! Numbers as Chinese prose writes them: Arabic digits or Chinese ones.

use std::ops::Range;

/// A number found in a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Numeral {
    /// Without any 万 or 亿 behind Arabic digits: those belong to the unit. Below nought where a sign or 零下 says so.
    pub value: f64,
    /// Bytes of the text.
    pub range: Range<usize>,
}

const DIGITS: &str = "〇一二三四五六七八九";
const CHINESE: &str = "〇零一二三四五六七八九十百千万亿两";

/// Every number in `text`, in order.
pub fn numerals(text: &str) -> Vec<Numeral> {
    let mut found = Vec::new();
    let mut rest = text;
    let offset = |rest: &str| text.len() - rest.len();
    while let Some(first) = rest.chars().next() {
        let start = offset(rest);
        if let Some(sign) = sign_length(&text[..start], rest) {
            let length = sign + arabic_length(&rest[sign..]);
            found.push(Numeral { value: -arabic_value(&rest[sign..length]), range: start..start + length });
            rest = rest[length..].trim_start_matches(['万', '亿']);
            continue;
        }
        let length = if first.is_ascii_digit() {
            arabic_length(rest)
        } else if CHINESE.contains(first) {
            rest.find(|c| !CHINESE.contains(c)).unwrap_or(rest.len())
        } else {
            rest = &rest[first.len_utf8()..];
            continue;
        };
        let (word, after) = rest.split_at(length);
        let value = if first.is_ascii_digit() { Some(arabic_value(word)) } else { chinese_value(word) };
        if let Some(value) = value {
            found.push(Numeral { value, range: start..start + length });
        }
        // 万 and 亿 right behind Arabic digits are the number's scale, not a number of their own.
        rest = if first.is_ascii_digit() { after.trim_start_matches(['万', '亿']) } else { after };
    }
    found
}

/// Length of what puts the number behind it below nought: 零下 or a minus, which between digits is a dash.
fn sign_length(before: &str, rest: &str) -> Option<usize> {
    let sign = ["零下", "−", "-"].into_iter().find(|sign| rest.starts_with(sign))?;
    let counted = rest[sign.len()..].starts_with(|c: char| c.is_ascii_digit());
    let alone = !before.ends_with(|c: char| c.is_ascii_alphanumeric() || "%‰".contains(c));
    (counted && (sign == "零下" || alone)).then_some(sign.len())
}

/// Digits, perhaps in groups of three, with at most one decimal point that has a digit behind it.
fn arabic_length(text: &str) -> usize {
    let run = |text: &str| text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let mut whole = run(text);
    if whole <= 3 {
        while text[whole..].starts_with(',') && run(&text[whole + 1..]) == 3 {
            whole += 4;
        }
    }
    match text[whole..].strip_prefix('.') {
        Some(part) => {
            let digits = part.find(|c: char| !c.is_ascii_digit()).unwrap_or(part.len());
            if digits > 0 { whole + 1 + digits } else { whole }
        }
        None => whole,
    }
}

/// Exact where the digits make a whole number below 2^53, as one division rounds once. The library's parser is exact
/// for all, and brings tables that weigh more than the rest of the check program.
fn arabic_value(word: &str) -> f64 {
    let (mut digits, mut scale) = (0.0, 1.0);
    let decimals = word.find('.').map_or(0, |point| word.len() - point - 1);
    for digit in word.bytes().filter(u8::is_ascii_digit) {
        digits = digits * 10.0 + f64::from(digit - b'0');
    }
    for _ in 0..decimals {
        scale *= 10.0;
    }
    digits / scale
}

/// 十 is 10, 四十二 is 42, 两千 is 2,000. None for 万 and 亿 alone.
fn chinese_value(word: &str) -> Option<f64> {
    if word.chars().all(|c| "万亿".contains(c)) {
        return None;
    }
    let (mut total, mut section, mut digit) = (0.0, 0.0, None);
    for c in word.chars() {
        let scale = match c {
            '十' => 10.0,
            '百' => 100.0,
            '千' => 1000.0,
            '万' | '亿' => {
                total = (total + section + digit.take().unwrap_or(0.0)) * if c == '万' { 1e4 } else { 1e8 };
                section = 0.0;
                continue;
            }
            c => {
                let next = match c {
                    '零' => 0,
                    '两' => 2,
                    c => DIGITS.chars().position(|d| d == c)?,
                };
                // Digits one after another are read by place: 二〇二五 is 2025.
                digit = Some(digit.unwrap_or(0.0) * 10.0 + next as f64);
                continue;
            }
        };
        // 十五 is one ten and five; the 零 of 一千零十五 holds a place and is no digit of the ten.
        section += digit.take().filter(|digit| *digit != 0.0).unwrap_or(1.0) * scale;
    }
    Some(total + section + digit.unwrap_or(0.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(text: &str) -> Vec<f64> {
        numerals(text).into_iter().map(|numeral| numeral.value).collect()
    }

    #[test]
    fn arabic_numbers_are_found_with_their_decimals() {
        assert_eq!(values("新增就业38.87万人，学校2746所。"), [38.87, 2746.0]);
        assert_eq!(values("增长8.1%"), [8.1]);
        assert_eq!(values("第5.章"), [5.0]);
    }

    #[test]
    fn groups_of_three_are_one_number_and_lists_are_several() {
        assert_eq!(values("15,000辆"), [15_000.0]);
        assert_eq!(values("1,234,567.5元"), [1_234_567.5]);
        assert_eq!(values("3,5和12,34"), [3.0, 5.0, 12.0, 34.0]);
        assert_eq!(values("2020,1000"), [2020.0, 1000.0]);
    }

    #[test]
    fn a_number_below_nought_has_a_sign_or_says_so() {
        assert_eq!(values("零下60℃，−18%，-0.5度"), [-60.0, -18.0, -0.5]);
        assert_eq!(values("2021-2025年，5%-8%，PM-2"), [2021.0, 2025.0, 5.0, 8.0, 2.0]);
        assert_eq!(values("零下一度"), [0.0, 1.0], "only Arabic digits take it");
        let text = "稳定在零下60℃";
        assert_eq!(&text[numerals(text)[0].range.clone()], "零下60");
    }

    #[test]
    fn decimals_are_the_same_as_where_the_language_reads_them() {
        for text in ["0.1", "1.005", "8.1", "38.87", "99.99", "2645.123456", "1234567.890123"] {
            assert_eq!(values(text), [text.parse::<f64>().expect("it is a number")], "{text}");
        }
    }

    #[test]
    fn a_number_beyond_all_measure_is_still_one_number() {
        assert_eq!(values(&"9".repeat(1000)).len(), 1);
        assert_eq!(values(&format!("1.{}", "9".repeat(1000))).len(), 1);
    }

    #[test]
    fn chinese_numbers_are_found_and_understood() {
        assert_eq!(values("十年禁渔"), [10.0]);
        assert_eq!(values("四级九同"), [4.0, 9.0]);
        assert_eq!(values("两千三百零五"), [2305.0]);
        assert_eq!(values("二十万"), [200_000.0]);
        assert_eq!(values("一千零一十五"), [1015.0]);
        assert_eq!(values("二〇二五年，二零三零年"), [2025.0, 2030.0]);
        assert_eq!(values("一中心一张网十联户"), [1.0, 1.0, 10.0]);
    }

    #[test]
    fn a_scale_word_alone_is_no_number() {
        assert_eq!(values("万人空巷"), [] as [f64; 0]);
        assert_eq!(values("870亿元"), [870.0]);
    }

    #[test]
    fn ranges_point_into_the_text() {
        let text = "达130平方公里";
        let found = numerals(text);
        assert_eq!(&text[found[0].range.clone()], "130");
    }
}
