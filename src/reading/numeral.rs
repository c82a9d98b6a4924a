//! Numbers as prose writes them, Arabic or Chinese, whatever they count.

use super::plain::Plain;
use crate::quantity::{Hedge, Hedges, Scale};
use std::ops::Range;

/// How a number is put together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Form {
    /// 12.5, 3万, 二十一, 一百九十六亿四千万.
    Number,
    /// 百分之七, with its sign of share: `%` or `‰`.
    Share(char),
    /// 三分之一, 1/3.
    Fraction(f64),
    /// 10/10万.
    PerHundredThousand,
    /// 9:48:43.
    Ratio,
    /// Two digits and nothing more is known: 两位数.
    TwoDigits,
    /// 4 digits that can be a year.
    Year,
    /// 3G, PM2.5, 7×24, 3+1: part of a name.
    Code,
}

/// A number found in a text, by characters.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Numeral {
    pub range: Range<usize>,
    pub form: Form,
    /// Times the scale, it is the number.
    pub value: f64,
    pub scale: Scale,
    pub chinese: bool,
    /// Begins with a scale and has no digit: 万, 百亿.
    pub bare: bool,
    pub hedges: Hedges,
    /// The lower end of a spoken range, 七八个, whose upper end comes next.
    pub spoken_range: bool,
}

const DIGITS: &str = "〇一二三四五六七八九";
const SCALES: &str = "十百千万亿";

pub(super) fn digit(c: char) -> Option<f64> {
    match c {
        '零' => Some(0.0),
        '两' => Some(2.0),
        c => DIGITS.chars().position(|digit| digit == c).map(|digit| digit as f64),
    }
}

fn power(c: char) -> Option<f64> {
    Some(match c {
        '十' => 10.0,
        '百' => 100.0,
        '千' => 1e3,
        '万' => 1e4,
        '亿' => 1e8,
        _ => return None,
    })
}

pub(super) fn is_chinese(c: char) -> bool {
    digit(c).is_some() || SCALES.contains(c) || matches!(c, '廿' | '卅')
}

/// Every number of a text, in order.
pub(super) fn numerals(text: &Plain) -> Vec<Numeral> {
    let mut found: Vec<Numeral> = Vec::new();
    let mut at = 0;
    while at < text.len() {
        match numeral(text, at) {
            Some(mut numbers) => {
                at = numbers.last().map_or(at + 1, |last| last.range.end);
                found.append(&mut numbers);
            }
            None => at += 1,
        }
    }
    found
}

fn numeral(text: &Plain, at: usize) -> Option<Vec<Numeral>> {
    let c = text.get(at)?;
    if text.starts(at, "首位") {
        return Some(vec![Numeral { chinese: true, ..Numeral::new(at..at + 2, Form::Number, 1.0) }]);
    }
    if text.starts(at, "两位数") {
        let range = at..at + 3;
        return Some(vec![Numeral {
            hedges: Hedges::NONE.with(Hedge::AtLeast),
            ..Numeral::new(range, Form::TwoDigits, 10.0)
        }]);
    }
    if let Some((range, sign)) = signed(text, at) {
        let mut number = arabic(text, range.start);
        number.range.start = at;
        number.value *= sign;
        return Some(vec![number]);
    }
    match c {
        c if c.is_ascii_digit() => Some(vec![arabic(text, at)]),
        '①'..='⑳' => Some(vec![Numeral::new(at..at + 1, Form::Code, f64::from(c as u32 - '①' as u32 + 1))]),
        'Ⅰ'..='Ⅻ' => Some(vec![Numeral::new(at..at + 1, Form::Code, f64::from(c as u32 - 'Ⅰ' as u32 + 1))]),
        '数' | '几' if text.get(at + 1).is_some_and(|c| SCALES.contains(c)) => {
            let mut number = chinese(text, at + 1)?.swap_remove(0);
            number.range.start = at;
            number.bare = false;
            number.hedges = number.hedges.with(Hedge::Several);
            Some(vec![number])
        }
        c if is_chinese(c) => chinese(text, at),
        _ => None,
    }
}

/// Where the digits behind a sign begin, and the sign: 零下, 负, or a minus that is no dash.
fn signed(text: &Plain, at: usize) -> Option<(Range<usize>, f64)> {
    let (length, minus) = match text.get(at)? {
        '零' if text.starts(at, "零下") => (2, true),
        '负' => (1, true),
        '-' => (1, false),
        _ => return None,
    };
    let counted = text.get(at + length).is_some_and(|c| c.is_ascii_digit());
    let before = at.checked_sub(1).and_then(|before| text.get(before));
    let alone = !before.is_some_and(|c| c.is_ascii_alphanumeric() || "%‰℃".contains(c) || is_chinese(c));
    (counted && (minus || alone)).then_some((at + length..at + length, -1.0))
}

impl Numeral {
    fn new(range: Range<usize>, form: Form, value: f64) -> Numeral {
        let (scale, hedges) = (Scale::One, Hedges::NONE);
        Numeral { range, form, value, scale, chinese: false, bare: false, hedges, spoken_range: false }
    }

    /// With the scale that a plan would count it in.
    fn scaled(range: Range<usize>, value: f64, scale: f64) -> Numeral {
        let of = Scale::ALL.into_iter().rev().find(|of| of.size() <= scale).unwrap_or(Scale::One);
        Numeral { scale: of, ..Numeral::new(range, Form::Number, value * (scale / of.size())) }
    }

    /// What it is all in all.
    pub fn whole(&self) -> f64 {
        // A thousandth is less than any text says of so much.
        match self.scale {
            Scale::One => self.value,
            scale => (self.value * scale.size() * 1e3).round() / 1e3,
        }
    }
}

/// The number in digits that begins here.
fn arabic(text: &Plain, at: usize) -> Numeral {
    let (value, mut end) = digits(text, at);
    let is = |at: usize, signs: &str| text.get(at).is_some_and(|c| signs.contains(c));
    let is_digit = |at: usize| text.get(at).is_some_and(|c| c.is_ascii_digit());
    let letter = |at: Option<usize>| at.and_then(|at| text.get(at)).is_some_and(|c| c.is_ascii_alphabetic());
    // Letters, crosses and pluses make names of digits.
    let joined = |at: usize| is(at, "×+&") || (is(at, "/") && letter(Some(at + 1)));
    if letter(at.checked_sub(1))
        || joined(end) && (is_digit(end + 1) || letter(Some(end + 1)))
        || (letter(Some(end)) && !unit_in_letters(text, end))
    {
        let start = (0..at).rev().take_while(|&at| letter(Some(at))).last().unwrap_or(at);
        while text.get(end).is_some_and(|c| c.is_ascii_alphanumeric() || "×+/.&".contains(c)) {
            end += 1;
        }
        return Numeral::new(start..end, Form::Code, value);
    }
    if is(end, ":") && is_digit(end + 1) {
        while is(end, ":") && is_digit(end + 1) {
            end = digits(text, end + 1).1;
        }
        return Numeral::new(at..end, Form::Ratio, value);
    }
    if is(end, "/") && is_digit(end + 1) {
        let (whole, after) = digits(text, end + 1);
        if whole == 10.0 && text.starts(after, "万") {
            return Numeral::new(at..end, Form::PerHundredThousand, value);
        }
        if whole > value {
            return Numeral::new(at..after, Form::Fraction(whole), value);
        }
    }
    if end - at == 4 && (1900.0..2100.0).contains(&value) && value.fract() == 0.0 && is(end, "年/-—至") {
        return Numeral::new(at..end, Form::Year, value);
    }
    let (mut scale, start) = (1.0, end);
    while let Some(power) = text.get(end).filter(|c| *c != '十').and_then(power) {
        // 千瓦 and 百分点 are units; 千 of 千米 as well.
        if is(end, "百千") && (is(end + 1, "瓦米克伏分卡") || end > start) && !is(end + 1, "万亿") {
            break;
        }
        scale *= power;
        end += 1;
    }
    Numeral::scaled(at..end, value, scale)
}

fn unit_in_letters(text: &Plain, at: usize) -> bool {
    ["TEU", "MW", "GW", "KW", "kW", "kV", "km", "GB", "TB", "PB", "m³", "mm"].iter().any(|unit| text.starts(at, unit))
}

/// Digits, perhaps in groups of three, with at most one decimal point that has a digit behind it.
///
/// Exact where the digits make a whole number below 2^53, as one division rounds once. The library's parser is exact for
/// all, and brings tables that weigh more than the rest of the check program.
fn digits(text: &Plain, at: usize) -> (f64, usize) {
    let is_digit = |at: usize| text.get(at).is_some_and(|c| c.is_ascii_digit());
    let run = |at: usize| (at..).find(|&at| !is_digit(at)).unwrap_or(at);
    let mut end = run(at);
    if end - at <= 3 {
        while text.get(end) == Some(',') && run(end + 1) == end + 4 {
            end += 4;
        }
    }
    let whole = end;
    if text.get(end) == Some('.') && is_digit(end + 1) {
        end = run(end + 1);
    }
    let (mut value, mut scale) = (0.0, 1.0);
    for place in at..end {
        if let Some(digit) = text.get(place).and_then(|c| c.to_digit(10)) {
            value = value * 10.0 + f64::from(digit);
            if place > whole {
                scale *= 10.0;
            }
        }
    }
    (value / scale, end)
}

/// The Chinese number that begins here; two where it is a spoken range.
fn chinese(text: &Plain, at: usize) -> Option<Vec<Numeral>> {
    let mut end = (at..).find(|&at| !text.get(at).is_some_and(is_chinese)).unwrap_or(at);
    // The 千 of 千瓦 is the unit's.
    if end > at + 1 && text.get(end - 1) == Some('千') && text.get(end).is_some_and(|c| "瓦克伏".contains(c)) {
        end -= 1;
    }
    // 三千亿两个台阶 is two numbers.
    if end > at + 1
        && text.get(end - 1) == Some('两')
        && text.get(end - 2).and_then(power).is_some_and(|power| power >= 1e4)
    {
        end -= 1;
    }
    let word = |range: Range<usize>| text.slice(range);
    let share = [("百分之", '%'), ("千分之", '‰')].into_iter().find(|(words, _)| text.starts(at, words));
    if let Some((words, sign)) = share {
        let start = at + words.chars().count();
        let signed = text.get(start) == Some('负');
        let start = start + usize::from(signed);
        let mut parts = match text.get(start)? {
            c if is_chinese(c) => chinese(text, start)?,
            c if c.is_ascii_digit() => vec![arabic(text, start)],
            _ => return None,
        };
        for part in &mut parts {
            part.form = Form::Share(sign);
            part.value = if signed { -part.whole() } else { part.whole() };
            part.scale = Scale::One;
        }
        parts[0].range.start = at;
        return Some(parts);
    }
    if text.starts(end, "分之") && text.get(end + 2).is_some_and(is_chinese) {
        let after = (end + 2..).find(|&at| !text.get(at).is_some_and(is_chinese)).unwrap_or(end);
        let (whole, part) = (value(word(at..end))?, value(word(end + 2..after))?);
        return Some(vec![Numeral { chinese: true, ..Numeral::new(at..after, Form::Fraction(whole), part) }]);
    }
    if text.starts(at, "一半") {
        return Some(vec![Numeral { chinese: true, ..Numeral::new(at..at + 2, Form::Fraction(2.0), 1.0) }]);
    }
    let (number, mut end) = decimal(text, at, end)?;
    if text.get(end) == Some('比') && text.get(end + 1).is_some_and(is_chinese) && end > at {
        let after = (end + 1..).find(|&at| !text.get(at).is_some_and(is_chinese)).unwrap_or(end);
        return Some(vec![Numeral { chinese: true, ..Numeral::new(at..after, Form::Ratio, number) }]);
    }
    let all = word(at..end);
    let bare = all.iter().all(|c| SCALES.contains(*c)) && all[0] != '十';
    if let Some((low, high, split)) = spoken_range(all) {
        let scale = |value: f64| {
            if value >= 1e8 && value % 1e8 == 0.0 {
                1e8
            } else if value >= 1e4 && all.contains(&'万') {
                1e4
            } else {
                1.0
            }
        };
        let of = scale(high);
        let one = |range: Range<usize>, value: f64| Numeral { chinese: true, ..Numeral::scaled(range, value / of, of) };
        let lower = Numeral { spoken_range: true, ..one(at..at + split, low) };
        return Some(vec![lower, one(at + split..end, high)]);
    }
    // 一成五 is one and a half tenths.
    if text.get(end) == Some('成')
        && text.get(end + 1).and_then(digit).is_some()
        && !text.get(end + 2).is_some_and(is_chinese)
    {
        let tenths = number + text.get(end + 1).and_then(digit).unwrap_or(0.0) / 10.0;
        return Some(vec![Numeral { chinese: true, ..Numeral::new(at..end + 2, Form::Share('成'), tenths) }]);
    }
    // Digits one after another are read by place: 二〇二五 is 2025.
    if all.len() == 4 && (1900.0..2100.0).contains(&number) && text.get(end) == Some('年') {
        return Some(vec![Numeral { chinese: true, ..Numeral::new(at..end, Form::Year, number) }]);
    }
    let mut hedges = Hedges::NONE;
    if text.get(end) == Some('几') && all.last() == Some(&'十') {
        hedges = hedges.with(Hedge::JustOver);
        end += 1;
    }
    let mut number = number;
    if text.starts(end, "个半") {
        number += 0.5;
        end += 2;
    }
    // 两块五 is two and a half yuan.
    if text.get(end) == Some('块') && text.get(end + 1).and_then(digit).is_some() {
        number += text.get(end + 1).and_then(digit).unwrap_or(0.0) / 10.0;
    }
    let scale = if all.contains(&'亿') && number >= 1e8 {
        if all.ends_with(&['万', '亿']) { 1e12 } else { 1e8 }
    } else if all.contains(&'万') {
        1e4
    } else {
        1.0
    };
    let found = Numeral { chinese: true, bare, hedges, ..Numeral::scaled(at..end, exact(number / scale), scale) };
    Some(vec![found])
}

/// Divided by a power of ten, without the slip of a binary fraction.
fn exact(value: f64) -> f64 {
    (value * 1e8).round() / 1e8
}

/// 十二点五; the whole where no decimals follow.
fn decimal(text: &Plain, at: usize, end: usize) -> Option<(f64, usize)> {
    let whole = value(text.slice(at..end))?;
    if text.get(end) != Some('点') || text.get(end + 1).is_none_or(|c| digit(c).is_none()) {
        return Some((whole, end));
    }
    let after = (end + 1..).find(|&at| text.get(at).and_then(digit).is_none()).unwrap_or(end);
    let (mut part, mut scale) = (0.0, 1.0);
    for digit in text.slice(end + 1..after).iter().filter_map(|c| digit(*c)) {
        part = part * 10.0 + digit;
        scale *= 10.0;
    }
    let (mut value, mut end) = ((whole * scale + part) / scale, after);
    while let Some(power) = text.get(end).and_then(power).filter(|power| *power >= 1e4) {
        value *= power;
        end += 1;
    }
    Some((value, end))
}

/// 十 is 10, 四十二 is 42, 两千 is 2,000, 三万五 is 35,000, 二〇二五 is 2025.
fn value(word: &[char]) -> Option<f64> {
    if word.is_empty() {
        return None;
    }
    let (mut total, mut section, mut held) = (0.0, 0.0, None);
    let mut last = None;
    let mut placed = false;
    for c in word {
        if let Some(next) = digit(*c) {
            // Digits one after another are read by place.
            placed |= held.is_some();
            held = Some(held.unwrap_or(0.0) * 10.0 + next);
            continue;
        }
        let size = match c {
            '廿' | '卅' => {
                section += if *c == '廿' { 20.0 } else { 30.0 };
                last = Some(10.0);
                continue;
            }
            c => power(*c)?,
        };
        if size >= 1e4 {
            let amount = section + held.take().unwrap_or(0.0);
            let before = if size > 1e4 { total + amount } else { amount };
            let before = if before == 0.0 && total == 0.0 { 1.0 } else { before };
            total = if size > 1e4 { before * size } else { total + before * size };
            section = 0.0;
        } else {
            // 十五 is one ten and five; the 零 of 一千零十五 holds a place and is no digit of the ten.
            section += held.take().filter(|digit| *digit != 0.0).unwrap_or(1.0) * size;
        }
        last = Some(size);
    }
    let held_value = held.unwrap_or(0.0);
    // 三万五 is 35,000: a last digit right behind a scale counts in tenths of it. 三万零五 does not say so.
    let short =
        last.filter(|size| *size >= 100.0 && held_value < 10.0 && held_value > 0.0 && !placed && !word.contains(&'零'));
    Some(total + section + short.map_or(held_value, |size| held_value * size / 10.0))
}

/// The ends of a spoken range, and how many characters write the lower one: 七八, 三四百, 十五六, 一两万, 一百二三十.
fn spoken_range(word: &[char]) -> Option<(f64, f64, usize)> {
    let pair = (0..word.len().checked_sub(1)?).find(|&at| {
        let next = |at: usize| digit(word[at]).filter(|digit| *digit > 0.0);
        next(at).zip(next(at + 1)).is_some_and(|(low, high)| high == low + 1.0)
    })?;
    // More digits in a row are read by place.
    let beside = [pair.checked_sub(1), Some(pair + 2)];
    if beside.into_iter().flatten().any(|at| word.get(at).is_some_and(|c| digit(*c).is_some())) {
        return None;
    }
    let without = |at: usize| -> Vec<char> {
        word.iter().enumerate().filter(|(place, _)| *place != at).map(|(_, c)| *c).collect()
    };
    let (low, high) = (value(&without(pair + 1))?, value(&without(pair))?);
    // 一百二三 would be read as 120 to 130.
    (low < high).then_some((low, high, pair + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(text: &str) -> Vec<f64> {
        numerals(&Plain::of(text)).into_iter().map(|numeral| numeral.whole()).collect()
    }

    #[test]
    fn arabic_numbers_are_found_with_decimals_groups_and_scales() {
        assert_eq!(values("新增就业38.87万人，学校2746所。"), [388_700.0, 2746.0]);
        assert_eq!(values("1,234,567.5元"), [1_234_567.5]);
        assert_eq!(values("3,5和12,34"), [3.0, 5.0, 12.0, 34.0]);
        assert_eq!(values("１，２０４家，3８万人"), [1204.0, 380_000.0]);
        assert_eq!(values("8千元、2百万元、3千万元、1.08万亿元"), [8e3, 2e6, 3e7, 1.08e12]);
        // The 千 of a unit is no scale; that it is no number either is told once units are read.
        assert_eq!([values("60万千瓦")[0], values("500千瓦")[0], values("3千米")[0]], [6e5, 500.0, 3.0]);
    }

    #[test]
    fn a_number_below_nought_has_a_sign_or_says_so() {
        assert_eq!(values("零下60℃，−18%，-0.5度，负2.6%"), [-60.0, -18.0, -0.5, -2.6]);
        assert_eq!(values("5%-8%、－３．１％"), [5.0, 8.0, -3.1]);
    }

    #[test]
    fn chinese_numbers_are_understood_spoken_ones_too() {
        for (text, value) in [
            ("四十二", 42.0),
            ("两千三百零五", 2305.0),
            ("一千零一十五", 1015.0),
            ("二十八万五千", 285_000.0),
            ("一百九十六亿四千万", 19_640_000_000.0),
            ("一万二", 12_000.0),
            ("两百五", 250.0),
            ("三千八", 3800.0),
            ("一百零八", 108.0),
            ("十二点五", 12.5),
            ("廿", 20.0),
            ("三万亿", 3e12),
            ("二〇二五年", 2025.0),
        ] {
            assert_eq!(values(text), [value], "{text}");
        }
        assert_eq!(values("百分之六点三，三分之二"), [6.3, 2.0]);
    }

    #[test]
    fn a_spoken_range_is_two_numbers() {
        for (text, ends) in [
            ("七八个", [7.0, 8.0]),
            ("三四百户", [300.0, 400.0]),
            ("十五六家", [15.0, 16.0]),
            ("一两万人", [1e4, 2e4]),
            ("一百二三十个", [120.0, 130.0]),
            ("两三千元", [2000.0, 3000.0]),
        ] {
            assert_eq!(values(text), ends, "{text}");
        }
    }

    #[test]
    fn decimals_are_the_same_as_where_the_language_reads_them() {
        for text in ["0.1", "1.005", "8.1", "38.87", "99.99", "2645.123456", "1234567.890123"] {
            assert_eq!(values(text), [text.parse::<f64>().expect("it is a number")], "{text}");
        }
        assert_eq!(values(&"9".repeat(1000)).len(), 1);
    }
}
