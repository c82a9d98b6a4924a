//! Writes numbers with their units, in both languages.

use super::unit::English;
use super::{Lang, Noun, Quantity};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A number as readers see it, with the unit apart so that it can be set smaller.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written {
    /// "2,400", "8.1"; in English already converted: "240", "388,700".
    pub number: String,
    /// "亿元", "billion yuan", "%"; may be empty.
    pub unit: String,
    /// Set without a space before it, as % is.
    tight: bool,
}

impl Written {
    /// The unit with the space that belongs before it (no-break: a unit never leaves its number).
    pub fn unit_with_space(&self) -> String {
        match (self.unit.is_empty(), self.tight) {
            (true, _) => String::new(),
            (false, true) => self.unit.clone(),
            (false, false) => format!("\u{a0}{}", self.unit),
        }
    }
}

impl fmt::Display for Written {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.number, self.unit_with_space())
    }
}

/// The unit in which a language counts a quantity.
#[derive(Clone, Debug, PartialEq)]
pub struct DisplayUnit {
    /// Conversion factor: a value in the article's unit times this is the value in this unit.
    pub per_unit: f64,
    /// Its name, see [`Written::unit`].
    pub unit: String,
    tight: bool,
    /// Decimals at most.
    places: u32,
}

impl Quantity {
    /// The unit in which `lang` counts it: 亿元 stay what they are in Chinese and are billions of yuan in English.
    pub fn display_unit(&self, lang: Lang) -> DisplayUnit {
        // Both ends of a range are counted in the unit of the upper one.
        let value = self.most();
        let scale = self.unit.scale;
        let in_unit = |unit: &str, size: f64| DisplayUnit {
            per_unit: size,
            unit: unit.to_owned(),
            tight: ["%", "‰"].contains(&unit),
            places: 2,
        };
        match (self.unit.english(), lang) {
            (English::Sign(sign), _) => in_unit(sign, 1.0),
            (English::Noun, Lang::Zh) => in_unit(&[scale.word(), self.noun.as_str()].concat(), 1.0),
            (_, Lang::Zh) => in_unit(&[scale.word(), self.unit.chinese()].concat(), 1.0),
            (English::Digits(unit), Lang::En) => in_unit(noun(unit, value * scale.size()), scale.size()),
            (English::Large(unit), Lang::En) => large(value, scale.size(), unit),
            (English::Noun, Lang::En) => large(value, scale.size(), self.noun.as_str()),
            // Small areas are told in the smaller unit.
            (English::As(size, "km²"), Lang::En) if value * scale.size() * size < 1.0 => {
                in_unit("hectares", scale.size() * size * 100.0)
            }
            (English::As(size, unit), Lang::En) => in_unit(unit, scale.size() * size),
        }
    }

    /// The value in the unit of its [`DisplayUnit`].
    pub fn converted(&self, lang: Lang) -> f64 {
        self.value * self.display_unit(lang).per_unit
    }
}

/// Writes a quantity in `lang`: 870 亿元 or 87 billion yuan, 38.87 万人 or 388,700 people, 60–65%.
pub fn written(quantity: &Quantity, lang: Lang) -> Written {
    let DisplayUnit { per_unit, unit, tight, places } = quantity.display_unit(lang);
    let parts = quantity.of.filter(|_| quantity.unit.noun == Noun::Fraction);
    let number = |value: f64| match parts {
        Some(parts) => format!("{}/{parts}", write_number(value, 0)),
        None => write_number(value * per_unit, places),
    };
    let number = match quantity.to {
        Some(to) => format!("{}–{}", number(quantity.value), number(to)),
        None => number(quantity.value),
    };
    Written { number, unit, tight }
}

/// Writes how far apart two values are, in the unit of one of them; between shares lie percentage points.
pub fn written_gap(gap: &Quantity, lang: Lang) -> String {
    let written = written(gap, lang);
    let points = gap.unit.is_sign() && gap.unit.english() == English::Sign("%");
    match lang {
        Lang::Zh if points => format!("{}\u{a0}个百分点", written.number),
        Lang::En if points && gap.value == 1.0 => "1\u{a0}percentage point".to_owned(),
        Lang::En if points => format!("{}\u{a0}percentage points", written.number),
        _ => written.to_string(),
    }
}

/// Picks the form of `singular|plural`; a noun of one form serves both.
fn noun(noun: &str, value: f64) -> &str {
    match noun.split_once('|') {
        Some((one, many)) => {
            if value == 1.0 {
                one
            } else {
                many
            }
        }
        None => noun,
    }
}

/// English scale words from a million up; 388,700 stays in digits. `single` is how many of `unit`, which may be
/// `singular|plural`, one of the article's unit is.
fn large(value: f64, single: f64, unit: &str) -> DisplayUnit {
    let size = value.abs() * single;
    let (scale, word) = match size {
        _ if size >= 1e12 => (1e12, "trillion "),
        _ if size >= 1e9 => (1e9, "billion "),
        _ if size >= 1e6 => (1e6, "million "),
        _ => (1.0, ""),
    };
    let unit = [word, noun(unit, size)].concat();
    let places = if single == 1.0 || scale != 1.0 { 2 } else { 0 };
    DisplayUnit { per_unit: single / scale, unit, tight: false, places }
}

/// Writes `value` with thousands grouped and at most `places` decimals, without trailing zeros.
pub fn write_number(value: f64, places: u32) -> String {
    let scale = 10_u64.pow(places);
    let scaled = (value.abs() * scale as f64).round() as u64;
    let (whole, mut part) = (scaled / scale, scaled % scale);
    let mut text = group_thousands(whole);
    if value < 0.0 && scaled != 0 {
        text.insert(0, '−');
    }
    if part != 0 {
        let mut width = places as usize;
        while part.is_multiple_of(10) {
            part /= 10;
            width -= 1;
        }
        let digits = part.to_string();
        text.push('.');
        text.extend(std::iter::repeat_n('0', width - digits.len()));
        text.push_str(&digits);
    }
    text
}

/// 2400 as "2,400".
pub fn group_thousands(value: u64) -> String {
    let digits = value.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::{Hedges, Tense, Unit};
    use crate::text::Text;

    fn named(name: &str) -> Unit {
        Unit::from_name(name).expect("it is a unit")
    }

    fn quantity(value: f64, unit: Unit) -> Quantity {
        Quantity {
            value,
            to: None,
            unit,
            tense: Tense::Done,
            hedges: Hedges::NONE,
            noun: Text::from("school|schools".to_owned()),
            of: None,
        }
    }

    #[test]
    fn numbers_are_grouped_and_lose_trailing_zeros() {
        assert_eq!(write_number(2746.0, 0), "2,746");
        assert_eq!(write_number(38.87, 2), "38.87");
        assert_eq!(write_number(8.10, 2), "8.1");
        assert_eq!(write_number(1.05, 2), "1.05");
        assert_eq!(write_number(1_000_000.0, 0), "1,000,000");
        assert_eq!(write_number(-0.5, 1), "−0.5");
        assert_eq!(write_number(-0.001, 1), "0");
    }

    #[test]
    fn wan_and_yi_are_converted_in_english() {
        let en = |value, unit| written(&quantity(value, unit), Lang::En).to_string();
        assert_eq!(en(870.0, named("yi-yuan")), "87\u{a0}billion\u{20}yuan");
        assert_eq!(en(38.87, named("wan-people")), "388,700\u{a0}people");
        assert_eq!(en(130.0, named("wan-people")), "1.3\u{a0}million people");
        assert_eq!(en(828.0, named("wan-mu")), "5,520\u{a0}km²");
        assert_eq!(en(1.0, Unit::COUNT), "1\u{a0}school");
        assert_eq!(en(2.0, Unit::COUNT), "2\u{a0}schools");
    }

    #[test]
    fn a_display_unit_says_how_much_a_unit_of_the_article_is() {
        let display_unit = |value, unit| quantity(value, unit).display_unit(Lang::En);
        assert_eq!(
            (display_unit(870.0, named("yi-yuan")).per_unit, display_unit(870.0, named("yi-yuan")).unit),
            (0.1, "billion yuan".to_owned())
        );
        assert_eq!(display_unit(6.6, named("wan-people")).per_unit, 1e4);
        assert!((quantity(828.0, named("wan-mu")).converted(Lang::En) - 5520.0).abs() < 1e-9);
        assert_eq!(quantity(828.0, named("wan-mu")).converted(Lang::Zh), 828.0);
    }

    #[test]
    fn a_port_counts_in_units_of_its_own() {
        let both = |value, unit| Lang::ALL.map(|lang| written(&quantity(value, unit), lang).to_string());
        for (value, unit, zh, en) in [
            (1.2, named("wan-yi-yuan"), "1.2\u{a0}万亿元", "1.2\u{a0}trillion\u{20}yuan"),
            (385.0, named("yi-dollars"), "385\u{a0}亿美元", "38.5\u{a0}billion US dollars"),
            (4.5, named("yi-tonnes"), "4.5\u{a0}亿吨", "450\u{a0}million tonnes"),
            (42.0, named("wan-tonnes"), "42\u{a0}万吨", "420,000\u{a0}tonnes"),
            (0.35, named("tonnes"), "0.35\u{a0}吨", "0.35\u{a0}tonnes"),
            (1.0, named("households"), "1\u{a0}户", "1\u{a0}household"),
            (2.4, named("wan-households"), "2.4\u{a0}万户", "24,000\u{a0}households"),
            (15_000.0, named("vehicles"), "15,000\u{a0}辆", "15,000\u{a0}vehicles"),
            (126.0, Noun::Km.one(), "126\u{a0}公里", "126\u{a0}km"),
            (0.35, named("per-mille"), "0.35‰", "0.35‰"),
            (-18.0, Unit::PERCENT_CHANGE, "−18%", "−18%"),
            (-60.0, named("celsius"), "−60\u{a0}℃", "−60\u{a0}°C"),
            (2.0, Unit::TIMES, "2\u{a0}倍", "2\u{a0}times"),
        ] {
            assert_eq!(both(value, unit), [zh, en]);
        }
        assert_eq!(written(&quantity(0.35, Unit::COUNT), Lang::En).to_string(), "0.35\u{a0}schools");
    }

    #[test]
    fn a_range_has_two_ends_and_one_unit() {
        let both = |value, to, unit| {
            let quantity = Quantity { to: Some(to), ..quantity(value, unit) };
            Lang::ALL.map(|lang| written(&quantity, lang).to_string())
        };
        assert_eq!(both(60.0, 65.0, Unit::PERCENT), ["60–65%", "60–65%"]);
        assert_eq!(both(38.0, 40.5, Noun::Km.one()), ["38–40.5\u{a0}公里", "38–40.5\u{a0}km"]);
        assert_eq!(both(95.0, 120.0, named("wan-people")), ["95–120\u{a0}万人", "0.95–1.2\u{a0}million people"]);
    }

    #[test]
    fn chinese_keeps_the_articles_unit() {
        let zh = |value, unit| written(&quantity(value, unit), Lang::Zh).to_string();
        assert_eq!(zh(870.0, named("yi-yuan")), "870\u{a0}亿元");
        assert_eq!(zh(38.87, named("wan-people")), "38.87\u{a0}万人");
        assert_eq!(zh(828.0, named("wan-mu")), "828\u{a0}万亩");
        assert_eq!(zh(8.1, Unit::PERCENT_A_YEAR), "8.1%");
    }
}
