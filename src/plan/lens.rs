//! A total seen from closer by: a year of it, a day of it, a square of ground.

use super::{ComputedNumber, Figure, Slot, YEARS};
use crate::quantity::{Hedge, Lang, Quantity, Scale, Unit, write_number, written};

/// A way to see a total from closer by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lens {
    PerYear,
    PerDay,
    Square,
}

/// Why a figure cannot be seen through a lens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LensOff {
    /// A share, a pace and so much every year are no total.
    NoTotal,
    /// A level that is reached, not a sum over the five years.
    Level,
    NoArea,
}

impl Lens {
    pub const ALL: [Lens; 3] = [Lens::PerYear, Lens::PerDay, Lens::Square];

    /// How a link names it.
    pub const fn name(self) -> &'static str {
        match self {
            Lens::PerYear => "year",
            Lens::PerDay => "day",
            Lens::Square => "square",
        }
    }
}

const DAYS_A_YEAR: f64 = 365.0;

/// The figure's value through a lens, with the arithmetic; or why it cannot be seen so.
pub fn through(lens: Lens, figure: &Figure, slot: Slot, lang: Lang) -> Result<ComputedNumber, LensOff> {
    let quantity = figure.value(slot).map(|value| value.quantity).ok_or(LensOff::NoTotal)?;
    if lens == Lens::Square {
        let km2 = quantity.unit.in_km2(quantity.value).ok_or(LensOff::NoArea)?;
        let side = write_number(km2.sqrt(), 1);
        let text = lang.pick(format!("边长约 {side} 公里的正方形"), format!("a square with sides of about {side} km"));
        let arithmetic = format!("√{} ≈ {side}", write_number(km2, 0));
        return Ok(ComputedNumber { value: km2.sqrt(), text, arithmetic });
    }
    if !quantity.unit.can_add_up() || quantity.hedges.has(Hedge::EveryYear) {
        return Err(LensOff::NoTotal);
    }
    if !figure.adds_up {
        return Err(LensOff::Level);
    }
    let (parts, steps) = match lens {
        Lens::PerDay => (YEARS * DAYS_A_YEAR, " ÷ 5 ÷ 365"),
        _ => (YEARS, " ÷ 5"),
    };
    let (whole, part) = (written(&quantity, lang), part_of(&quantity, parts, lang));
    Ok(ComputedNumber { value: quantity.value / parts, arithmetic: format!("{whole}{steps} ≈ {part}"), text: part })
}

/// A part of a quantity: small ones in the unit below, counts with a decimal where they need one.
pub fn part_of(quantity: &Quantity, parts: f64, lang: Lang) -> String {
    let value = quantity.value / parts;
    let places = |value: f64| {
        if value < 10.0 {
            2
        } else if value < 100.0 {
            1
        } else {
            0
        }
    };
    let unit = quantity.unit;
    // A few of what is counted in tens of thousands are told in ones; and people always are in English.
    let few = lang == Lang::Zh && unit.scale == Scale::Wan && value < 1.0;
    if few || lang == Lang::En && unit == Unit::WAN_PEOPLE {
        let ones = Quantity { value: value * unit.scale.size(), unit: unit.noun.one(), ..*quantity };
        let name = match lang {
            Lang::Zh => written(&ones, lang).unit_with_space(),
            Lang::En => "\u{a0}people".to_owned(),
        };
        return format!("{}{name}", write_number(ones.value, 0));
    }
    // The noun of a whole serves its part.
    let part = Quantity { value, ..*quantity };
    let name = if unit == Unit::COUNT { written(quantity, lang) } else { written(&part, lang) };
    let number = part.converted(lang);
    format!("{}{}", write_number(number, places(number)), name.unit_with_space())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::{Hedges, Noun, Scale, Tense};
    use crate::text::Text;

    fn part(value: f64, unit: Unit, parts: f64, lang: Lang) -> String {
        let noun = Text::EMPTY;
        part_of(
            &Quantity { value, to: None, unit, tense: Tense::Done, hedges: Hedges::NONE, noun, of: None },
            parts,
            lang,
        )
    }

    #[test]
    fn a_day_of_jobs_is_counted_in_people() {
        assert_eq!(part(38.87, Unit::WAN_PEOPLE, 1825.0, Lang::Zh), "213\u{a0}人");
        assert_eq!(part(38.87, Unit::WAN_PEOPLE, 1825.0, Lang::En), "213\u{a0}people");
        assert_eq!(part(38.87, Unit::WAN_PEOPLE, 5.0, Lang::Zh), "7.77\u{a0}万人");
    }

    #[test]
    fn a_day_of_planting_is_counted_in_mu() {
        assert_eq!(part(828.0, Unit::WAN_MU, 1825.0, Lang::Zh), "4,537\u{a0}亩");
        assert_eq!(part(828.0, Unit::WAN_MU, 5.0, Lang::Zh), "166\u{a0}万亩");
        assert_eq!(part(828.0, Unit::WAN_MU, 5.0, Lang::En), "1,104\u{a0}km²");
    }

    #[test]
    fn a_part_is_written_in_the_languages_own_unit() {
        assert_eq!(part(2400.0, Unit::YI_YUAN, 5.0, Lang::Zh), "480\u{a0}亿元");
        assert_eq!(part(2400.0, Unit::YI_YUAN, 5.0, Lang::En), "48\u{a0}billion yuan");
        assert_eq!(part(4.5, Noun::Tonnes.at(Scale::Yi), 1825.0, Lang::En), "246,575\u{a0}tonnes");
    }
}
