//! Holds a value against the article's words that carry it.

use crate::quantity::{Hedge, Hedges, Unit};
use crate::reading::{Context, Part, Reading, Role, read};
use std::ops::Range;

/// Words that say the whole is meant, and so can hold 100 % by themselves.
pub const WHOLE: [&str; 3] = ["全覆盖", "全部", "全面"];

/// A number as the words of a plan give it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stated {
    pub value: f64,
    /// The upper end of a range.
    pub to: Option<f64>,
    pub unit: Unit,
}

/// Where words hold a number, and the hedges that they put on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Held {
    /// Bytes of the number; none where only words say the whole.
    pub range: Option<Range<usize>>,
    pub hedges: Hedges,
}

/// The readings of `text` in which `stated` could be found, with the other end where they are a range.
pub fn candidates<'a>(readings: &'a [Reading], stated: &Stated) -> impl Iterator<Item = (&'a Reading, Range<usize>)> {
    let stated = *stated;
    readings.iter().enumerate().filter_map(move |(index, reading)| {
        if reading.is_upper() || matches!(reading.role, Role::Year | Role::Enumerator | Role::PlanName) {
            return None;
        }
        let upper = readings.get(index + 1).filter(|upper| reading.part == Part::Low && upper.part == Part::High);
        let range = reading.range.start..upper.unwrap_or(reading).range.end;
        reading.is(upper, stated.value, stated.to, stated.unit).then_some((reading, range))
    })
}

/// Where `phrase` writes the number, and the hedges that it puts on it, with `lead` as what bears on it from earlier in the
/// sentence; pieces of it may be parted by …. None where the phrase does not hold the number.
pub fn held(phrase: &str, lead: &str, stated: &Stated) -> Option<Held> {
    let lead = lead.replace('…', " ");
    let before = if lead.is_empty() { 0 } else { lead.len() + 1 };
    let text = if lead.is_empty() { phrase.to_owned() } else { [&lead, " ", phrase].concat() };
    let readings = read(&text, &Context::default());
    let found = candidates(&readings, stated).find(|(_, range)| range.start >= before);
    let whole = WHOLE.iter().any(|word| text.contains(word));
    match found {
        Some((reading, range)) => {
            let hedges = reading.amount(None).hedges;
            Some(Held { range: Some(range.start - before..range.end - before), hedges })
        }
        None if whole && stated.unit == Unit::PERCENT && stated.value == 100.0 => {
            Some(Held { range: None, hedges: Hedges::NONE.with(Hedge::All) })
        }
        None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(phrase: &str, lead: &str, value: f64, unit: &str) -> Option<Vec<&'static str>> {
        let unit = Unit::from_name(unit).expect("it is a unit");
        let held = held(phrase, lead, &Stated { value, to: None, unit });
        held.map(|held| held.hedges.iter().map(Hedge::name).collect())
    }

    #[test]
    fn hedges_beside_the_number_are_found() {
        for (phrase, lead, value, unit, hedges) in [
            ("力争工业总产值达2400亿元", "", 2400.0, "yi-yuan", vec!["strive", "reach"]),
            ("新增就业人口33万人以上", "", 33.0, "wan-people", vec!["at-least"]),
            ("稳定在60%以上", "", 60.0, "percent", vec!["hold", "at-least"]),
            ("优强企业1000家以上", "力争", 1000.0, "count", vec!["strive", "at-least"]),
            ("4G网络全覆盖", "", 100.0, "percent", vec!["all"]),
            ("全面实施长江流域十年禁渔", "", 10.0, "years", vec!["all"]),
            ("货物破损率控制在0.35‰以内", "", 0.35, "per-mille", vec!["keep", "within"]),
            ("燃油货车不超过15,000辆", "", 15_000.0, "vehicles", vec!["no-more-than"]),
            ("每年改造老旧小区6000户", "", 6000.0, "households", vec!["every-year"]),
            ("分别增长7.1%和8.4%", "年均", 8.4, "percent-a-year", vec![]),
            ("268.4 372", "地区生产总值 亿元", 372.0, "yi-yuan", vec![]),
        ] {
            assert_eq!(names(phrase, lead, value, unit), Some(hedges), "{lead}…{phrase}");
        }
    }

    #[test]
    fn a_range_is_one_number_and_its_ends_are_none() {
        for phrase in ["提高到60%至65%", "提高到60至65%", "提高到60%—65%", "提高到60-65%", "提高到60%到65%左右"]
        {
            let held = |value, to| held(phrase, "", &Stated { value, to, unit: Unit::PERCENT }).is_some();
            assert!(held(60.0, Some(65.0)), "{phrase}");
            assert!(!held(60.0, None) && !held(65.0, None) && !held(60.0, Some(70.0)), "{phrase}");
        }
    }

    #[test]
    fn a_change_goes_the_way_its_verb_says() {
        assert_eq!(names("能耗下降18%", "", -18.0, "percent-change"), Some(vec![]));
        assert_eq!(names("能耗年均下降约3%", "", -3.0, "percent-a-year"), Some(vec!["about"]));
        assert_eq!(names("产量增长18%", "", 18.0, "percent-change"), Some(vec![]));
        for (phrase, value) in [("能耗下降18%", 18.0), ("能耗下降到18%", -18.0), ("占比18%", 18.0), ("增长18%", -18.0)]
        {
            assert_eq!(names(phrase, "", value, "percent-change"), None, "{phrase}");
        }
        assert_eq!(names("库内温度稳定在零下60℃", "", -60.0, "celsius"), Some(vec!["hold"]));
        assert_eq!(names("库内温度稳定在60℃", "", -60.0, "celsius"), None);
    }

    #[test]
    fn what_doubles_is_twice_as_much() {
        for (phrase, value) in [
            ("吞吐量翻一番", 2.0),
            ("吞吐量翻两番", 4.0),
            ("增长到2倍", 2.0),
            ("增长1倍", 2.0),
            ("是五年前的1.5倍", 1.5),
        ] {
            assert_eq!(names(phrase, "", value, "times"), Some(vec![]), "{phrase}");
        }
        assert_eq!(names("吞吐量翻一番", "", 1.0, "times"), None);
        assert_eq!(names("增长2倍", "", 2.0, "times"), None);
    }

    #[test]
    fn a_hedge_of_something_else_is_not_taken() {
        assert_eq!(names("规模以上工业增加值年均增长8.1%", "", 8.1, "percent-a-year"), Some(vec![]));
        assert_eq!(names("国家AAAA级以上旅游景区5家", "", 5.0, "count"), Some(vec![]));
    }

    #[test]
    fn a_number_of_another_size_or_dimension_is_not_held_and_one_of_another_unit_is() {
        assert_eq!(names("总产值达870亿元", "", 87.0, "yi-yuan"), None);
        assert_eq!(names("总产值达870亿元", "", 870.0, "percent"), None);
        assert_eq!(names("签约1.5万元", "", 1.5, "wan-people"), None, "万 is people only where 人 follows");
        assert_eq!(names("贸易5000万美元", "", 5000.0, "wan-people"), None);
        assert_eq!(names("贸易5000万美元", "", 0.5, "yi-dollars"), Some(vec![]));
        assert_eq!(names("贸易5000万美元", "", 0.5, "yi-yuan"), None);
        assert_eq!(names("30户以上自然村寨", "", 100.0, "percent"), None);
    }
}
