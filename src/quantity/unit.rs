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
}

impl Unit {
    /// Every unit with its name in the data files.
    pub const NAMES: [(&'static str, Unit); 8] = [
        ("percent", Unit::Percent),
        ("percent-a-year", Unit::PercentAYear),
        ("yi-yuan", Unit::YiYuan),
        ("wan-people", Unit::WanPeople),
        ("km2", Unit::Km2),
        ("wan-mu", Unit::WanMu),
        ("years", Unit::Years),
        ("count", Unit::Count),
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
            Unit::Percent | Unit::PercentAYear => &["%"],
            Unit::YiYuan => &["亿元"],
            Unit::WanPeople => &["万人", "万"],
            Unit::Km2 => &["平方公里"],
            Unit::WanMu => &["万亩"],
            Unit::Years => &["年"],
            Unit::Count => &[],
        }
    }

    /// Whether `value` can be a quantity of this unit; if not, what it must be.
    pub fn check(self, value: f64) -> Result<(), &'static str> {
        match self {
            _ if !value.is_finite() => Err("a finite number"),
            Unit::Percent if !(0.0..=100.0).contains(&value) => Err("between 0 and 100"),
            Unit::PercentAYear if !(-100.0..=1000.0).contains(&value) => Err("between −100 and 1000"),
            Unit::Count if value < 0.0 || value.fract() != 0.0 => Err("a whole number, not negative"),
            _ if value < 0.0 => Err("not negative"),
            _ if value > 1e9 => Err("at most 1,000,000,000; choose a larger unit"),
            _ => Ok(()),
        }
    }

    /// The value in square kilometres, for units of area.
    pub fn in_km2(self, value: f64) -> Option<f64> {
        match self {
            Unit::Km2 => Some(value),
            Unit::WanMu => Some(value * 1e4 * SQUARE_METRES_PER_MU / 1e6),
            _ => None,
        }
    }

    /// The value in another unit of the same dimension. None where the two have none in common.
    pub fn convert(self, value: f64, to: Unit) -> Option<f64> {
        if self == to { Some(value) } else { Some(self.in_km2(value)? / to.in_km2(1.0)?) }
    }
}
