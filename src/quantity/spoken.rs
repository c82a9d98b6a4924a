//! A quantity in words: with its hedges, as one says it.

use super::{Dimension, Hedge, Lang, Noun, Quantity, Tense, Unit, written};

/// The hedges of a quantity in words that fit its unit and tense.
pub fn hedge_words(quantity: &Quantity, lang: Lang) -> Vec<&'static str> {
    let words = quantity.hedges.iter().map(|hedge| match hedge {
        // 7 of 7 is "all"; 100 % of villages is "full coverage".
        Hedge::All if quantity.unit == Unit::PERCENT => lang.pick("全覆盖", "full coverage"),
        // A span of years is not itself full: what it is a span of is applied in full.
        Hedge::All if quantity.unit == Unit::YEARS => lang.pick("全面实施", "applied in full"),
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
    let change = matches!(quantity.unit.dimension(), Dimension::Change | Dimension::Points);
    match change {
        true if quantity.is_fall() => format!("{} {}", lang.pick("下降", "a fall of"), number(-quantity.value)),
        true => format!("{} {}", lang.pick("增长", "a rise of"), number(quantity.value)),
        false => number(quantity.value),
    }
}

/// The number in a spoken phrase with its hedges: "力争达到 2,400 亿元", "hold at 60% or above".
pub fn spoken(quantity: &Quantity, lang: Lang) -> String {
    let hedges = quantity.hedges;
    let mut number = spoken_number(quantity, lang);
    if let Some(of) = quantity.of.filter(|_| quantity.unit.noun != Noun::Fraction) {
        match lang {
            Lang::Zh => number.push_str(&format!("（共 {of}）")),
            Lang::En => {
                let parts = written(quantity, lang);
                number = format!("{} of {of}{}", parts.number, parts.unit_with_space());
            }
        }
    }
    let held_floor = lang == Lang::En && hedges.has(Hedge::Hold) && hedges.has(Hedge::AtLeast);
    let (mut before, mut behind) = (String::new(), String::new());
    for hedge in hedges.iter() {
        let [first, last] = match (hedge, lang) {
            (Hedge::All, _) if quantity.unit == Unit::PERCENT => lang.pick(["全覆盖，", ""], ["full coverage, ", ""]),
            (Hedge::All, _) if quantity.unit == Unit::YEARS => lang.pick(["全面实施，", ""], ["applied in full, ", ""]),
            (Hedge::AtLeast, _) if held_floor => ["", " or above"],
            (Hedge::Strive, Lang::En) if hedges.has(Hedge::Reach) => ["aims to reach ", ""],
            (Hedge::Reach, Lang::En) if hedges.has(Hedge::Strive) => ["", ""],
            (Hedge::Reach, Lang::En) if quantity.tense == Tense::Promised => ["to reach ", ""],
            (Hedge::Reach, Lang::En) => ["reached ", ""],
            _ => hedge.said(lang),
        };
        before.push_str(first);
        if lang == Lang::Zh && !last.is_empty() && !number.ends_with(|c: char| c.is_alphabetic()) && behind.is_empty() {
            behind.push(' ');
        }
        behind.push_str(last);
    }
    if lang == Lang::Zh && before.chars().last().is_some_and(|c| c != '，') {
        before.push(' ');
    }
    [before, number, behind].concat()
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
        assert_eq!(said(0.35, Noun::PerMille.one(), &[Hedge::Within]), ["0.35‰ 以内", "within 0.35‰"]);
        let most = said(15_000.0, Noun::Vehicles.one(), &[Hedge::NoMoreThan]);
        assert_eq!(most, ["不超过 15,000 辆", "no more than 15,000 vehicles"]);
        assert_eq!(said(38.0, Noun::Km.one(), &[Hedge::Within]), ["38 公里以内", "within 38 km"]);
    }

    #[test]
    fn a_fall_says_that_it_is_one() {
        assert_eq!(said(-18.0, Unit::PERCENT_CHANGE, &[]), ["下降 18%", "a fall of 18%"]);
        assert_eq!(said(-10.0, Unit::PERCENT_CHANGE, &[Hedge::AtLeast]), ["下降 10% 以上", "at least a fall of 10%"]);
        assert_eq!(said(-60.0, Noun::Celsius.one(), &[Hedge::Hold]), ["稳定在 −60 ℃", "hold at −60 °C"]);
    }

    #[test]
    fn a_range_is_said_in_words() {
        let said = |value, to, unit| {
            let (tense, hedges, noun) = (Tense::Promised, Hedges::NONE.with(Hedge::Strive), Text::EMPTY);
            let quantity = Quantity { value, to: Some(to), unit, tense, hedges, noun, of: None };
            Lang::ALL.map(|lang| spoken(&quantity, lang).replace('\u{a0}', " "))
        };
        assert_eq!(said(60.0, 65.0, Unit::PERCENT), ["力争 60%至65%", "aims for 60% to 65%"]);
        assert_eq!(said(38.0, 40.0, Noun::Km.one()), ["力争 38至40 公里", "aims for 38 to 40 km"]);
        let rise = said(5.0, 8.0, Unit::PERCENT_CHANGE);
        assert_eq!(rise, ["力争 增长 5%至8%", "aims for a rise of 5% to 8%"]);
        let people = said(95.0, 120.0, Unit::WAN_PEOPLE);
        assert_eq!(people, ["力争 95至120 万人", "aims for 950,000 people to 1.2 million people"]);
    }

    #[test]
    fn what_is_done_every_year_is_not_done_once() {
        let said = said(6000.0, Noun::Households.one(), &[Hedge::EveryYear]);
        assert_eq!(said, ["每年 6,000 户", "6,000 households every year"]);
    }
}
