//! Units: their names and words, what values they allow, and what converts into what.

use serde::{Deserialize, Serialize};

/// 1 亩 = 10,000 / 15 m².
pub const SQUARE_METRES_PER_MU: f64 = 10_000.0 / 15.0;

/// Units the article counts in. Values stay in the article's unit; conversion happens when they are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unit {
    /// A share of a whole, in per cent.
    Percent,
    /// Annual average growth, in per cent a year.
    PercentAYear,
    /// 亿元: 100 million yuan.
    YiYuan,
    /// 万人: 10,000 people.
    WanPeople,
    /// Square kilometres.
    Km2,
    /// 万亩: 10,000 mu.
    WanMu,
    Years,
    /// Things one can count; what they are stands in the figure's noun.
    Count,
    /// A rise over the period in per cent; below nought, a fall.
    PercentChange,
    /// A share of a whole, in thousandths.
    PerMille,
    /// How many times as much as before: 翻一番 is 2.
    Times,
    /// 万亿元: a trillion yuan.
    WanYiYuan,
    /// 亿美元: 100 million US dollars.
    YiDollars,
    Tonnes,
    /// 万吨: 10,000 tonnes.
    WanTonnes,
    /// 亿吨: 100 million tonnes.
    YiTonnes,
    /// Kilometres.
    Km,
    Households,
    /// 万户: 10,000 households.
    WanHouseholds,
    Vehicles,
    /// 万辆: 10,000 vehicles.
    WanVehicles,
    /// Degrees Celsius.
    Celsius,
}

/// What a unit is a unit of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Dimension {
    Area,
    Yuan,
    Dollars,
    Mass,
    Households,
    Vehicles,
    Share,
}

impl Unit {
    /// Every unit with its name in the data files.
    pub const NAMES: [(&'static str, Unit); 22] = [
        ("percent", Unit::Percent),
        ("percent-a-year", Unit::PercentAYear),
        ("yi-yuan", Unit::YiYuan),
        ("wan-people", Unit::WanPeople),
        ("km2", Unit::Km2),
        ("wan-mu", Unit::WanMu),
        ("years", Unit::Years),
        ("count", Unit::Count),
        ("percent-change", Unit::PercentChange),
        ("per-mille", Unit::PerMille),
        ("times", Unit::Times),
        ("wan-yi-yuan", Unit::WanYiYuan),
        ("yi-dollars", Unit::YiDollars),
        ("tonnes", Unit::Tonnes),
        ("wan-tonnes", Unit::WanTonnes),
        ("yi-tonnes", Unit::YiTonnes),
        ("km", Unit::Km),
        ("households", Unit::Households),
        ("wan-households", Unit::WanHouseholds),
        ("vehicles", Unit::Vehicles),
        ("wan-vehicles", Unit::WanVehicles),
        ("celsius", Unit::Celsius),
    ];

    pub fn from_name(name: &str) -> Option<Unit> {
        Self::NAMES.iter().find(|(n, _)| *n == name).map(|(_, unit)| *unit)
    }

    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, unit)| *unit == self).map_or("", |(n, _)| n)
    }

    /// The words of the article that can stand right behind a number in this unit. Empty: anything can.
    pub const fn words_in_source(self) -> &'static [&'static str] {
        match self {
            Unit::Percent | Unit::PercentAYear | Unit::PercentChange => &["%"],
            Unit::PerMille => &["‰"],
            Unit::Times => &["倍", "番"],
            Unit::YiYuan => &["亿元"],
            Unit::WanYiYuan => &["万亿元"],
            Unit::YiDollars => &["亿美元"],
            Unit::WanPeople => &["万人", "万"],
            Unit::Km2 => &["平方公里"],
            Unit::WanMu => &["万亩"],
            Unit::Years => &["年"],
            Unit::Tonnes => &["吨"],
            Unit::WanTonnes => &["万吨"],
            Unit::YiTonnes => &["亿吨"],
            Unit::Km => &["公里", "千米"],
            Unit::Households => &["户"],
            Unit::WanHouseholds => &["万户"],
            Unit::Vehicles => &["辆"],
            Unit::WanVehicles => &["万辆"],
            Unit::Celsius => &["℃", "摄氏度"],
            Unit::Count => &[],
        }
    }

    /// Whether `value` can be a quantity of this unit; if not, what it must be.
    pub fn check(self, value: f64) -> Result<(), &'static str> {
        const WHOLE: &str = "a whole number, not negative; or choose a larger unit";
        match self {
            _ if !value.is_finite() => Err("a finite number"),
            Unit::Percent if !(0.0..=100.0).contains(&value) => Err("between 0 and 100"),
            Unit::PerMille if !(0.0..=1000.0).contains(&value) => Err("between 0 and 1000"),
            Unit::PercentAYear | Unit::PercentChange if !(-100.0..=1000.0).contains(&value) => {
                Err("between −100 and 1000")
            }
            Unit::Celsius if !(-273.15..=10_000.0).contains(&value) => Err("between −273.15 and 10,000"),
            Unit::Households | Unit::Vehicles if value < 0.0 || value.fract() != 0.0 => Err(WHOLE),
            _ if value < 0.0 && !self.may_fall_below_nought() => Err("not negative"),
            _ if value > 1e9 => Err("at most 1,000,000,000; choose a larger unit"),
            _ => Ok(()),
        }
    }

    /// Whether a value can lie below nought.
    pub const fn may_fall_below_nought(self) -> bool {
        matches!(self, Unit::PercentAYear | Unit::PercentChange | Unit::Celsius)
    }

    /// Whether twice the value is twice as much: nought is "none", and the unit is not itself a comparison.
    pub const fn has_ratios(self) -> bool {
        !self.may_fall_below_nought() && !matches!(self, Unit::Times)
    }

    /// Whether the unit's sign stands right at the number, and belongs to it in large type.
    pub const fn is_sign(self) -> bool {
        matches!(self, Unit::Percent | Unit::PercentAYear | Unit::PercentChange | Unit::PerMille)
    }

    /// Whether values can be a sum over some years, of which a year and a day have their part.
    pub const fn can_add_up(self) -> bool {
        !self.is_sign() && !matches!(self, Unit::Years | Unit::Times | Unit::Celsius)
    }

    /// The value in square kilometres, for units of area.
    pub fn in_km2(self, value: f64) -> Option<f64> {
        match self {
            Unit::Km2 => Some(value),
            Unit::WanMu => Some(value * 1e4 * SQUARE_METRES_PER_MU / 1e6),
            _ => None,
        }
    }

    /// The value in the basic unit of its dimension, for units that are not alone in theirs.
    fn in_basic(self, value: f64) -> Option<(Dimension, f64)> {
        Some(match self {
            Unit::Km2 | Unit::WanMu => (Dimension::Area, self.in_km2(value)?),
            Unit::YiYuan => (Dimension::Yuan, value),
            Unit::WanYiYuan => (Dimension::Yuan, value * 1e4),
            Unit::YiDollars => (Dimension::Dollars, value),
            Unit::Tonnes => (Dimension::Mass, value),
            Unit::WanTonnes => (Dimension::Mass, value * 1e4),
            Unit::YiTonnes => (Dimension::Mass, value * 1e8),
            Unit::Households => (Dimension::Households, value),
            Unit::WanHouseholds => (Dimension::Households, value * 1e4),
            Unit::Vehicles => (Dimension::Vehicles, value),
            Unit::WanVehicles => (Dimension::Vehicles, value * 1e4),
            Unit::Percent => (Dimension::Share, value),
            Unit::PerMille => (Dimension::Share, value / 10.0),
            _ => return None,
        })
    }

    /// The value in another unit of the same dimension. None where the two have none in common.
    pub fn convert(self, value: f64, to: Unit) -> Option<f64> {
        if self == to {
            return Some(value);
        }
        let ((dimension, value), (other, one)) = (self.in_basic(value)?, to.in_basic(1.0)?);
        (dimension == other).then_some(value / one)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_of_one_dimension_are_converted_and_others_are_not() {
        assert_eq!(Unit::WanYiYuan.convert(1.2, Unit::YiYuan), Some(12_000.0));
        assert_eq!(Unit::WanTonnes.convert(42.0, Unit::Tonnes), Some(420_000.0));
        assert_eq!(Unit::Percent.convert(1.0, Unit::PerMille), Some(10.0));
        assert_eq!(Unit::YiDollars.convert(1.0, Unit::YiYuan), None, "no rate of exchange is ours");
        assert_eq!(Unit::Km.convert(1.0, Unit::Km2), None);
    }

    #[test]
    fn only_what_has_no_absolute_nought_falls_below_it() {
        assert!(Unit::Celsius.check(-60.0).is_ok() && Unit::PercentChange.check(-18.0).is_ok());
        assert!(Unit::Celsius.check(-300.0).is_err() && Unit::PercentChange.check(-118.0).is_err());
        assert!(Unit::Km.check(-1.0).is_err() && Unit::Tonnes.check(0.35).is_ok());
        assert!(Unit::Vehicles.check(0.5).is_err() && Unit::WanVehicles.check(0.5).is_ok());
    }
}
