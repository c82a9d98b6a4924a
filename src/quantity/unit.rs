//! Units as rows of data: what a number can be counted in, of what dimension that is, how the article writes it and how
//! both languages do.

use serde::{Deserialize, Serialize};

/// 1 亩 = 10,000 / 15 m².
pub const SQUARE_METRES_PER_MU: f64 = 10_000.0 / 15.0;

/// What a unit is a unit of. Only values of one dimension can be converted into each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dimension {
    /// A part of a whole, in per cent.
    Share,
    /// An average change a year, in per cent.
    Pace,
    /// A change over a period, in per cent.
    Change,
    Points,
    Multiple,
    Yuan,
    Dollars,
    HongKongDollars,
    Euros,
    Yen,
    People,
    Visits,
    Households,
    Vehicles,
    Containers,
    /// In metres.
    Length,
    /// In square metres.
    Area,
    /// In cubic metres.
    Volume,
    /// In tonnes.
    Mass,
    StandardCoal,
    /// In kilowatt-hours.
    Energy,
    /// In kilowatts.
    Power,
    Density,
    Haulage,
    /// In years.
    Years,
    /// In minutes.
    Time,
    WorkingDays,
    Age,
    Temperature,
    /// A number without a unit, as of an index.
    Plain,
    /// Things one can count; what they are stands in the figure's noun.
    Count,
}

impl Dimension {
    /// Things and persons, which can also be counted with a noun of one's own.
    pub fn is_of_things(self) -> bool {
        use Dimension::*;
        matches!(self, People | Visits | Households | Vehicles | Containers | Count)
    }
}

/// How English writes a unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum English {
    /// A sign right behind the number.
    Sign(&'static str),
    /// Behind digits in full; perhaps `singular|plural`.
    Digits(&'static str),
    /// Behind a number of millions and billions; perhaps `singular|plural`.
    Large(&'static str),
    /// Converted: how many of the other unit one is.
    As(f64, &'static str),
    /// The figure's own noun.
    Noun,
}

/// Makes each column a list of its own, so that a program carries only those it reads.
macro_rules! nouns {
    ($($(#[$about:meta])* $noun:ident $name:literal $words:expr, $dimension:ident $size:expr, $english:expr;)*) => {
        /// What a unit counts, without its scale.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub enum Noun {
            $($(#[$about])* $noun,)*
        }

        const NOUNS: &[Noun] = &[$(Noun::$noun,)*];
        /// Names in the data files, in the order of [`Scale::ALL`].
        const NAMES: &[[&str; 4]] =
            &[$([$name, concat!("wan-", $name), concat!("yi-", $name), concat!("wan-yi-", $name)],)*];
        /// The words of the article; the first is how Chinese writes it.
        const WORDS: &[&[&str]] = &[$(&$words,)*];
        const CHINESE: &[&str] = &[$($words[0],)*];
        const ENGLISH: &[English] = &[$($english,)*];
        const DIMENSIONS: &[Dimension] = &[$(Dimension::$dimension,)*];
        /// How much of the dimension's basic unit one is.
        const SIZES: &[f64] = &[$($size,)*];
    };
}

use English::{As, Digits, Large, Noun as Own, Sign};

nouns! {
    /// A share of a whole, in per cent.
    Percent "percent" ["%"], Share 1.0, Sign("%");
    /// Annual average growth, in per cent a year.
    PercentAYear "percent-a-year" ["%"], Pace 1.0, Sign("%");
    /// A rise over the period in per cent; below nought, a fall.
    PercentChange "percent-change" ["%"], Change 1.0, Sign("%");
    /// As much of something else that it can exceed it: 108 % of what was planned.
    PercentOf "percent-of" ["%"], Share 1.0, Sign("%");
    /// A share of a whole, in thousandths.
    PerMille "per-mille" ["‰"], Share 0.1, Sign("‰");
    /// A rise in thousandths, as of a population; below nought, a fall.
    PerMilleChange "per-mille-change" ["‰"], Change 0.1, Sign("‰");
    /// A share of a whole, in tenths.
    Tenths "tenths" ["成"], Share 10.0, As(10.0, "%");
    /// A rise in tenths; below nought, a fall.
    TenthsChange "tenths-change" ["成"], Change 10.0, As(10.0, "%");
    /// So many parts of as many as `of` says: 1 of 3 is a third.
    Fraction "fraction" [""], Share 100.0, Digits("");
    /// So many in 100,000, as of deaths in childbirth.
    PerHundredThousand "per-100k" ["/10万"], Share 0.001, Digits("per 100,000");
    /// Between two shares.
    Points "points" ["个百分点", "百分点"], Points 1.0, Digits("percentage point|percentage points");
    /// How many times as much as before: 翻一番 is 2.
    Times "times" ["倍", "番"], Multiple 1.0, Digits("times");
    Yuan "yuan" ["元", "块钱", "块"], Yuan 1.0, Large("yuan");
    Jiao "jiao" ["角", "毛钱"], Yuan 0.1, As(0.1, "yuan");
    Fen "fen" ["分钱"], Yuan 0.01, As(0.01, "yuan");
    Dollars "dollars" ["美元", "美金"], Dollars 1.0, Large("US dollar|US dollars");
    HongKongDollars "hk-dollars" ["港元", "港币"], HongKongDollars 1.0, Large("Hong Kong dollar|Hong Kong dollars");
    Euros "euros" ["欧元"], Euros 1.0, Large("euro|euros");
    Yen "yen" ["日元"], Yen 1.0, Large("yen");
    People "people" ["人", "名"], People 1.0, Large("person|people");
    /// 人次: one who comes twice counts twice.
    Visits "visits" ["人次"], Visits 1.0, Large("visit|visits");
    Households "households" ["户"], Households 1.0, Large("household|households");
    Vehicles "vehicles" ["辆"], Vehicles 1.0, Large("vehicle|vehicles");
    Containers "teu" ["标箱", "标准箱", "TEU"], Containers 1.0, Large("TEU");
    Km "km" ["公里", "千米"], Length 1000.0, Digits("km");
    Metres "m" ["米"], Length 1.0, Digits("m");
    Centimetres "cm" ["厘米"], Length 0.01, Digits("cm");
    Millimetres "mm" ["毫米"], Length 0.001, Digits("mm");
    Km2 "km2" ["平方公里", "平方千米"], Area 1e6, Digits("km²");
    Hectares "hectares" ["公顷"], Area 1e4, Large("hectare|hectares");
    Mu "mu" ["亩"], Area SQUARE_METRES_PER_MU, As(SQUARE_METRES_PER_MU / 1e6, "km²");
    M2 "m2" ["平方米", "平米", "㎡"], Area 1.0, Large("m²");
    M3 "m3" ["立方米", "立方", "m³"], Volume 1.0, Large("m³");
    Tonnes "tonnes" ["吨"], Mass 1.0, Large("tonne|tonnes");
    Kilograms "kg" ["公斤", "千克"], Mass 0.001, Large("kg");
    /// Half a kilogram.
    Jin "jin" ["斤"], Mass 0.0005, As(0.5, "kg");
    StandardCoal "coal-tonnes" ["吨标准煤", "吨标煤"], StandardCoal 1.0, Large("tonne of standard coal|tonnes of standard coal");
    KilowattHours "kwh" ["千瓦时", "度电"], Energy 1.0, Large("kWh");
    Kilowatts "kw" ["千瓦"], Power 1.0, Large("kW");
    Megawatts "mw" ["兆瓦"], Power 1e3, Digits("MW");
    Gigawatts "gw" ["吉瓦"], Power 1e6, Digits("GW");
    Watts "w" ["瓦"], Power 0.001, Digits("W");
    MicrogramsPerM3 "ug-m3" ["微克/立方米"], Density 1.0, Digits("µg/m³");
    TonneKm "tonne-km" ["吨公里"], Haulage 1.0, Large("tonne-km");
    Years "years" ["年"], Years 1.0, Digits("year|years");
    Months "months" ["个月"], Years 1.0 / 12.0, Digits("month|months");
    Days "days" ["天", "日"], Time 1440.0, Digits("day|days");
    Hours "hours" ["小时", "个小时"], Time 60.0, Digits("hour|hours");
    Minutes "minutes" ["分钟"], Time 1.0, Digits("minute|minutes");
    WorkingDays "working-days" ["个工作日", "工作日"], WorkingDays 1.0, Digits("working day|working days");
    YearsOld "years-old" ["岁", "周岁"], Age 1.0, Digits("year|years");
    Celsius "celsius" ["℃", "摄氏度"], Temperature 1.0, Digits("°C");
    /// A number without a unit, as of an index.
    Index "index" [""], Plain 1.0, Digits("");
    Count "count" [""], Count 1.0, Own;
}

/// The scale that belongs to a number: 亿 in 870 亿元.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Scale {
    One,
    Wan,
    Yi,
    WanYi,
}

impl Scale {
    pub const ALL: [Scale; 4] = [Scale::One, Scale::Wan, Scale::Yi, Scale::WanYi];

    pub const fn word(self) -> &'static str {
        ["", "万", "亿", "万亿"][self as usize]
    }

    pub const fn size(self) -> f64 {
        [1.0, 1e4, 1e8, 1e12][self as usize]
    }
}

/// A unit that the article counts in. Values stay in it; conversion happens when they are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unit {
    pub noun: Noun,
    pub scale: Scale,
}

impl Unit {
    pub const PERCENT: Unit = Noun::Percent.one();
    pub const PERCENT_A_YEAR: Unit = Noun::PercentAYear.one();
    pub const PERCENT_CHANGE: Unit = Noun::PercentChange.one();
    pub const TIMES: Unit = Noun::Times.one();
    pub const KM2: Unit = Noun::Km2.one();
    pub const YEARS: Unit = Noun::Years.one();
    pub const COUNT: Unit = Noun::Count.one();
    pub const YI_YUAN: Unit = Noun::Yuan.at(Scale::Yi);
    pub const WAN_PEOPLE: Unit = Noun::People.at(Scale::Wan);
    pub const WAN_MU: Unit = Noun::Mu.at(Scale::Wan);

    /// Every unit that a value can have.
    pub fn all() -> impl Iterator<Item = Unit> {
        let units = NOUNS.iter().flat_map(|noun| Scale::ALL.map(|scale| noun.at(scale)));
        units.filter(|unit| unit.scale == Scale::One || unit.noun.has_scales())
    }

    pub fn from_name(name: &str) -> Option<Unit> {
        Unit::all().find(|unit| unit.name() == name)
    }

    /// Name in the data files: `wan-people`.
    pub fn name(self) -> &'static str {
        NAMES[self.noun as usize][self.scale as usize]
    }

    pub fn dimension(self) -> Dimension {
        DIMENSIONS[self.noun as usize]
    }

    pub(super) fn chinese(self) -> &'static str {
        CHINESE[self.noun as usize]
    }

    pub(super) fn english(self) -> English {
        ENGLISH[self.noun as usize]
    }

    /// Whether `value` can be a quantity of this unit; if not, what it must be.
    pub fn check(self, value: f64) -> Result<(), &'static str> {
        let percent = value * self.noun.size();
        match (self.noun, self.dimension()) {
            _ if !value.is_finite() => Err("a finite number"),
            (Noun::Fraction | Noun::PercentOf, _) if !(0.0..=1e4).contains(&value) => Err("between 0 and 10,000"),
            (Noun::Fraction | Noun::PercentOf, _) => Ok(()),
            (Noun::PerMille, _) if !(0.0..=100.0).contains(&percent) => Err("between 0 and 1000"),
            (_, Dimension::Share) if !(0.0..=100.0).contains(&percent) => Err("between 0 and 100"),
            (_, Dimension::Pace | Dimension::Change) if !(-100.0..=1000.0).contains(&percent) => {
                Err("between −100 and 1000")
            }
            (_, Dimension::Temperature) if !(-273.15..=10_000.0).contains(&value) => Err("between −273.15 and 10,000"),
            (_, Dimension::Households | Dimension::Vehicles)
                if self.scale == Scale::One && (value < 0.0 || value.fract() != 0.0) =>
            {
                Err("a whole number, not negative; or choose a larger unit")
            }
            _ if value < 0.0 && !self.may_fall_below_nought() => Err("not negative"),
            _ if value > 1e9 => Err("at most 1,000,000,000; choose a larger unit"),
            _ => Ok(()),
        }
    }

    /// Whether a value can lie below nought.
    pub fn may_fall_below_nought(self) -> bool {
        matches!(self.dimension(), Dimension::Pace | Dimension::Change | Dimension::Points | Dimension::Temperature)
    }

    /// Whether it is a rate at which something changes: below nought, it falls.
    pub fn is_change(self) -> bool {
        matches!(self.dimension(), Dimension::Pace | Dimension::Change | Dimension::Points)
    }

    /// Whether twice the value is twice as much: nought is "none", and the unit is not itself a comparison.
    pub fn has_ratios(self) -> bool {
        !self.may_fall_below_nought() && self.dimension() != Dimension::Multiple
    }

    /// Whether the unit's sign stands right at the number, and belongs to it in large type.
    pub fn is_sign(self) -> bool {
        matches!(self.english(), English::Sign(_))
    }

    /// Whether values can be a sum over some years, of which a year and a day have their part.
    pub fn can_add_up(self) -> bool {
        use Dimension::*;
        let levels =
            [Share, Pace, Change, Points, Multiple, Years, Time, WorkingDays, Age, Temperature, Density, Plain];
        !levels.contains(&self.dimension())
    }

    pub fn is_area(self) -> bool {
        self.dimension() == Dimension::Area
    }

    /// The value in square kilometres, for units of area.
    pub fn in_km2(self, value: f64) -> Option<f64> {
        self.is_area().then(|| value * self.scale.size() * self.noun.size() / 1e6)
    }

    /// The value in another unit of the same dimension. None where the two have none in common.
    pub fn convert(self, value: f64, to: Unit) -> Option<f64> {
        if self == to {
            return Some(value);
        }
        let size = |unit: Unit| unit.scale.size() * unit.noun.size();
        (self.dimension() == to.dimension()).then(|| value * size(self) / size(to))
    }
}

impl Noun {
    pub fn all() -> impl Iterator<Item = Noun> {
        NOUNS.iter().copied()
    }

    pub const fn at(self, scale: Scale) -> Unit {
        Unit { noun: self, scale }
    }

    pub const fn one(self) -> Unit {
        self.at(Scale::One)
    }

    /// The words that name it in Chinese; none where the article can use any.
    pub fn words(self) -> &'static [&'static str] {
        match WORDS[self as usize] {
            [""] => &[],
            words => words,
        }
    }

    fn size(self) -> f64 {
        SIZES[self as usize]
    }

    /// Whether 万 and 亿 of it are units of their own.
    pub fn has_scales(self) -> bool {
        use Dimension::*;
        let alone = [Share, Pace, Change, Points, Multiple, Age, Temperature, Density, Plain, Years, WorkingDays];
        !alone.contains(&DIMENSIONS[self as usize])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_of_one_dimension_are_converted_and_others_are_not() {
        let named = |name| Unit::from_name(name).expect("it is a unit");
        let convert = |from, value, to| named(from).convert(value, named(to));
        assert_eq!(convert("wan-yi-yuan", 1.2, "yi-yuan"), Some(12_000.0));
        assert_eq!(convert("wan-dollars", 5000.0, "yi-dollars"), Some(0.5));
        assert_eq!(convert("wan-tonnes", 42.0, "tonnes"), Some(420_000.0));
        assert_eq!(convert("percent", 1.0, "per-mille"), Some(10.0));
        assert_eq!(convert("wan-m2", 100.0, "km2"), Some(1.0));
        assert_eq!(convert("yi-dollars", 1.0, "yi-yuan"), None, "no rate of exchange is ours");
        assert_eq!(convert("km", 1.0, "km2"), None);
        assert_eq!(convert("people", 1.0, "visits"), None);
    }

    #[test]
    fn only_what_has_no_absolute_nought_falls_below_it() {
        let check = |name, value| Unit::from_name(name).expect("it is a unit").check(value);
        assert!(check("celsius", -60.0).is_ok() && check("percent-change", -18.0).is_ok());
        assert!(check("celsius", -300.0).is_err() && check("percent-change", -118.0).is_err());
        assert!(check("km", -1.0).is_err() && check("tonnes", 0.35).is_ok());
        assert!(check("vehicles", 0.5).is_err() && check("wan-vehicles", 0.5).is_ok());
        assert!(check("percent", 108.4).is_err() && check("percent-of", 108.4).is_ok());
    }

    #[test]
    fn every_unit_has_a_name_of_its_own() {
        let mut names: Vec<&str> = Unit::all().map(Unit::name).collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
        assert!(Unit::all().all(|unit| Unit::from_name(unit.name()) == Some(unit)));
    }
}
