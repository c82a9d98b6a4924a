//! A quantity in words: with its hedges, as one says it.

use super::{Hedge, Lang, Quantity, Tense, Unit, written};

/// The hedges of a quantity in words that fit its unit and tense.
pub fn hedge_words(quantity: &Quantity, lang: Lang) -> Vec<&'static str> {
    let words = quantity.hedges.iter().map(|hedge| match hedge {
        // 7 of 7 is "all"; 100 % of villages is "full coverage".
        Hedge::All if quantity.unit == Unit::Percent => lang.pick("全覆盖", "full coverage"),
        // A span of years is not itself full: what it is a span of is applied in full.
        Hedge::All if quantity.unit == Unit::Years => lang.pick("全面实施", "applied in full"),
        Hedge::Reach if quantity.tense != Tense::Promised => lang.pick("达到", "reached"),
        hedge => hedge.word(lang),
    });
    words.collect()
}

/// The tag beside a number: tense and hedges in few words, "承诺 · 力争 · 左右".
pub fn qualifier(quantity: &Quantity, lang: Lang) -> String {
    let mut words = vec![quantity.tense.word(lang)];
    words.extend(hedge_words(quantity, lang));
    words.join(" · ")
}

/// The number in a spoken phrase with its hedges: "力争达到 2,400 亿元", "hold at 60% or above".
pub fn spoken(quantity: &Quantity, lang: Lang) -> String {
    match lang {
        Lang::Zh => spoken_chinese(quantity),
        Lang::En => spoken_english(quantity),
    }
}

/// The number with its unit; a change says which way it goes.
fn spoken_number(quantity: &Quantity, lang: Lang) -> String {
    let number = |value: f64| {
        let one = |value| written(&Quantity { value, to: None, ..*quantity }, lang);
        match quantity.to {
            // The unit stands once, unless it is a sign or differs.
            Some(to) if one(to).unit == one(value).unit && !quantity.unit.is_sign() => {
                format!("{}{}{}", one(value).number, lang.pick("至", " to "), one(to))
            }
            Some(to) => format!("{}{}{}", one(value), lang.pick("至", " to "), one(to)),
            None => one(value).to_string(),
        }
    };
    match quantity.unit {
        Unit::PercentChange if quantity.is_fall() => {
            format!("{} {}", lang.pick("下降", "a fall of"), number(-quantity.value))
        }
        Unit::PercentChange => format!("{} {}", lang.pick("增长", "a rise of"), number(quantity.value)),
        _ => number(quantity.value),
    }
}

fn spoken_chinese(quantity: &Quantity) -> String {
    const LANG: Lang = Lang::Zh;
    let hedges = quantity.hedges;
    let number = spoken_number(quantity, LANG);
    let mut text = String::new();
    for hedge in [Hedge::EveryYear, Hedge::Strive, Hedge::Hold, Hedge::Reach, Hedge::NoMoreThan, Hedge::All] {
        if hedges.has(hedge) {
            text.push_str(match hedge {
                Hedge::All if quantity.unit == Unit::Percent => "全覆盖，",
                Hedge::All if quantity.unit == Unit::Years => "全面实施，",
                hedge => hedge.word(LANG),
            });
        }
    }
    if text.chars().last().is_some_and(|c| c != '，') {
        text.push(' ');
    }
    text.push_str(&number);
    if let Some(of) = quantity.of {
        text.push_str(&format!("（共 {of}）"));
    }
    for hedge in [Hedge::AtLeast, Hedge::Within, Hedge::About] {
        if hedges.has(hedge) {
            if !number.ends_with(|c: char| c.is_alphabetic()) {
                text.push(' ');
            }
            text.push_str(hedge.word(LANG));
        }
    }
    text
}

fn spoken_english(quantity: &Quantity) -> String {
    const LANG: Lang = Lang::En;
    let hedges = quantity.hedges;
    let mut text = String::new();
    match (hedges.has(Hedge::Strive), hedges.has(Hedge::Reach)) {
        (true, true) => text.push_str("aims to reach "),
        (true, false) => text.push_str("aims for "),
        (false, true) if quantity.tense == Tense::Promised => text.push_str("to reach "),
        (false, true) => text.push_str("reached "),
        (false, false) => {}
    }
    if hedges.has(Hedge::Hold) {
        text.push_str("hold at ");
    }
    if hedges.has(Hedge::All) {
        text.push_str(match quantity.unit {
            Unit::Percent => "full coverage, ",
            Unit::Years => "applied in full, ",
            _ => "all ",
        });
    }
    let floor = hedges.has(Hedge::AtLeast);
    if floor && !hedges.has(Hedge::Hold) {
        text.push_str("at least ");
    }
    if hedges.has(Hedge::Within) {
        text.push_str("within ");
    }
    if hedges.has(Hedge::NoMoreThan) {
        text.push_str("no more than ");
    }
    if hedges.has(Hedge::About) {
        text.push_str("about ");
    }
    if let Some(of) = quantity.of {
        let parts = written(quantity, LANG);
        text.push_str(&format!("{} of {of}{}", parts.number, parts.unit_with_space()));
    } else {
        text.push_str(&spoken_number(quantity, LANG));
    }
    if floor && hedges.has(Hedge::Hold) {
        text.push_str(" or above");
    }
    if hedges.has(Hedge::EveryYear) {
        text.push_str(" every year");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::Hedges;
    use crate::text::Text;

    fn said(value: f64, unit: Unit, hedges: &[Hedge]) -> [String; 2] {
        let hedges = hedges.iter().copied().collect();
        let noun = Text::EMPTY;
        let quantity = Quantity { value, to: None, unit, tense: Tense::Promised, hedges, noun, of: None };
        Lang::ALL.map(|lang| spoken(&quantity, lang).replace('\u{a0}', " "))
    }

    #[test]
    fn a_ceiling_is_said_in_the_articles_own_words() {
        assert_eq!(said(0.35, Unit::PerMille, &[Hedge::Within]), ["0.35‰ 以内", "within 0.35‰"]);
        let most = said(15_000.0, Unit::Vehicles, &[Hedge::NoMoreThan]);
        assert_eq!(most, ["不超过 15,000 辆", "no more than 15,000 vehicles"]);
        assert_eq!(said(38.0, Unit::Km, &[Hedge::Within]), ["38 公里以内", "within 38 km"]);
    }

    #[test]
    fn a_fall_says_that_it_is_one() {
        assert_eq!(said(-18.0, Unit::PercentChange, &[]), ["下降 18%", "a fall of 18%"]);
        assert_eq!(said(-10.0, Unit::PercentChange, &[Hedge::AtLeast]), ["下降 10% 以上", "at least a fall of 10%"]);
        assert_eq!(said(-60.0, Unit::Celsius, &[Hedge::Hold]), ["稳定在 −60 ℃", "hold at −60 °C"]);
    }

    #[test]
    fn a_range_is_said_in_words() {
        let said = |value, to, unit| {
            let (tense, hedges, noun) = (Tense::Promised, Hedges::NONE.with(Hedge::Strive), Text::EMPTY);
            let quantity = Quantity { value, to: Some(to), unit, tense, hedges, noun, of: None };
            Lang::ALL.map(|lang| spoken(&quantity, lang).replace('\u{a0}', " "))
        };
        assert_eq!(said(60.0, 65.0, Unit::Percent), ["力争 60%至65%", "aims for 60% to 65%"]);
        assert_eq!(said(38.0, 40.0, Unit::Km), ["力争 38至40 公里", "aims for 38 to 40 km"]);
        let rise = said(5.0, 8.0, Unit::PercentChange);
        assert_eq!(rise, ["力争 增长 5%至8%", "aims for a rise of 5% to 8%"]);
        let people = said(95.0, 120.0, Unit::WanPeople);
        assert_eq!(people, ["力争 95至120 万人", "aims for 950,000 people to 1.2 million people"]);
    }

    #[test]
    fn what_is_done_every_year_is_not_done_once() {
        let said = said(6000.0, Unit::Households, &[Hedge::EveryYear]);
        assert_eq!(said, ["每年 6,000 户", "6,000 households every year"]);
    }
}
