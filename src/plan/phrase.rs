//! Holds a value against the article's words that carry it.

use super::numerals::numerals;
use crate::quantity::{Hedge, Hedges, Unit};
use std::ops::Range;

/// Words that say the whole is meant, and so can hold 100 % by themselves.
const WHOLE: [&str; 3] = ["全覆盖", "全部", "全面"];

/// Verbs behind which a number says by how much something gets less, and by how much more.
const FALLS: [&str; 7] = ["下降", "降低", "减少", "压减", "缩减", "下调", "回落"];
const RISES: [&str; 5] = ["增长", "增加", "提高", "上升", "扩大"];

/// What can stand between the two ends of a range.
const TO: [&str; 8] = ["至", "到", "—", "–", "-", "~", "～", "－"];

/// Whether what stands between two numbers makes them the ends of one range in `unit`.
pub fn makes_a_range(between: &str, unit: Unit) -> bool {
    let between = unit.words_in_source().iter().find_map(|word| between.strip_prefix(word)).unwrap_or(between);
    TO.contains(&between.trim_start_matches(['万', '亿']))
}

/// Where `phrase` writes `value`, or the range from `value` to `to`, in digits with the unit behind; the unit's words at the
/// end are left out. One end of a range is not its number.
pub fn own_number(phrase: &str, value: f64, to: Option<f64>, unit: Unit) -> Option<Range<usize>> {
    let words = unit.words_in_source();
    let numerals = numerals(phrase);
    let upper_end = |lower: usize| {
        let (lower, upper) = (&numerals[lower], numerals.get(lower + 1)?);
        makes_a_range(&phrase[lower.range.end..upper.range.start], unit).then_some(upper)
    };
    numerals.iter().enumerate().find_map(|(index, numeral)| {
        let upper = upper_end(index);
        let is_upper = index > 0 && upper_end(index - 1).is_some();
        if is_upper || upper.map(|upper| upper.value) != to {
            return None;
        }
        let range = numeral.range.start..upper.unwrap_or(numeral).range.end;
        let (before, after) = (&phrase[..range.start], &phrase[range.end..]);
        let in_unit = words.is_empty() || words.iter().any(|word| after.starts_with(word));
        (in_unit && meant(before, numeral.value, after, unit) == Some(value)).then_some(range)
    })
}

/// The value in `unit` that a number means between these words: 下降18% is a change of −18 %, 翻两番 four times as much.
fn meant(before: &str, number: f64, after: &str, unit: Unit) -> Option<f64> {
    let behind = |verbs: &[&str]| verbs.iter().any(|verb| before.trim_end_matches(['了', '约']).ends_with(verb));
    match unit {
        Unit::PercentChange | Unit::PercentAYear if behind(&FALLS) => Some(-number),
        // 下降到18% is a level, no change.
        Unit::PercentChange if !behind(&RISES) && number >= 0.0 => None,
        Unit::Times if after.starts_with('番') => before.ends_with('翻').then(|| 2_f64.powf(number)),
        // 增长2倍 is three times as much, 增长到2倍 twice.
        Unit::Times if behind(&RISES) => Some(number + 1.0),
        _ => Some(number),
    }
}

/// The hedges that `phrase` puts on `value`, or on the range from it to `to`, with `lead` as a hedge from earlier in the
/// sentence. None where the phrase does not hold the number.
pub fn hedges_in(phrase: &str, lead: &str, value: f64, to: Option<f64>, unit: Unit) -> Option<Hedges> {
    let whole = WHOLE.iter().any(|word| phrase.contains(word) || lead.contains(word));
    let (before, after) = match own_number(phrase, value, to, unit) {
        Some(range) => {
            let after = &phrase[range.end..];
            let rest = unit.words_in_source().iter().find_map(|word| after.strip_prefix(word));
            (&phrase[..range.start], rest.unwrap_or(after))
        }
        None if whole && unit == Unit::Percent && value == 100.0 => (phrase, ""),
        None => return None,
    };
    // A measure word may stand between: 1000家以上.
    let tail: String = after.chars().take(3).collect();
    let before_all = format!("{lead}{before}");
    let found = [
        (Hedge::Strive, before_all.contains("力争")),
        (Hedge::Reach, lead.ends_with('达') || before.ends_with('达') || before.ends_with("达到")),
        (Hedge::Hold, before_all.contains("稳定在")),
        (Hedge::AtLeast, tail.contains("以上")),
        (Hedge::About, tail.contains("左右")),
        (Hedge::All, whole),
        (Hedge::Within, tail.contains("以内")),
        (Hedge::NoMoreThan, before.ends_with("不超过") || lead.ends_with("不超过")),
        (Hedge::EveryYear, before_all.contains("每年")),
    ];
    Some(found.into_iter().filter(|(_, there)| *there).map(|(hedge, _)| hedge).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(phrase: &str, lead: &str, value: f64, unit: Unit) -> Option<Vec<&'static str>> {
        hedges_in(phrase, lead, value, None, unit).map(|hedges| hedges.iter().map(Hedge::name).collect())
    }

    #[test]
    fn hedges_beside_the_number_are_found() {
        assert_eq!(names("力争工业总产值达2400亿元", "", 2400.0, Unit::YiYuan), Some(vec!["strive", "reach"]));
        assert_eq!(names("新增就业人口33万人以上", "", 33.0, Unit::WanPeople), Some(vec!["at-least"]));
        assert_eq!(names("稳定在60%以上", "", 60.0, Unit::Percent), Some(vec!["hold", "at-least"]));
        assert_eq!(names("优强企业1000家以上", "力争", 1000.0, Unit::Count), Some(vec!["strive", "at-least"]));
        assert_eq!(names("4G网络全覆盖", "", 100.0, Unit::Percent), Some(vec!["all"]));
        assert_eq!(names("全面实施长江流域十年禁渔", "", 10.0, Unit::Years), Some(vec!["all"]));
    }

    #[test]
    fn a_ceiling_and_what_is_done_every_year_are_found() {
        assert_eq!(names("货物破损率控制在0.35‰以内", "", 0.35, Unit::PerMille), Some(vec!["within"]));
        assert_eq!(names("燃油货车不超过15,000辆", "", 15_000.0, Unit::Vehicles), Some(vec!["no-more-than"]));
        assert_eq!(names("每年改造老旧小区6000户", "", 6000.0, Unit::Households), Some(vec!["every-year"]));
    }

    #[test]
    fn a_range_is_one_number_and_its_ends_are_none() {
        for phrase in ["提高到60%至65%", "提高到60至65%", "提高到60%—65%", "提高到60-65%", "提高到60%到65%左右"]
        {
            let held = |value, to| own_number(phrase, value, to, Unit::Percent).is_some();
            assert!(held(60.0, Some(65.0)), "{phrase}");
            assert!(!held(60.0, None) && !held(65.0, None) && !held(60.0, Some(70.0)), "{phrase}");
        }
        let phrase = "力争引进15万至20万人左右";
        let hedges = hedges_in(phrase, "", 15.0, Some(20.0), Unit::WanPeople).expect("the range is there");
        assert_eq!(hedges, Hedges::NONE.with(Hedge::Strive).with(Hedge::About));
        assert_eq!(hedges_in("从15万人增至20万人", "", 15.0, Some(20.0), Unit::WanPeople), None);
    }

    #[test]
    fn a_change_goes_the_way_its_verb_says() {
        assert_eq!(names("能耗下降18%", "", -18.0, Unit::PercentChange), Some(vec![]));
        assert_eq!(names("能耗年均下降约3%", "", -3.0, Unit::PercentAYear), Some(vec![]));
        assert_eq!(names("产量增长18%", "", 18.0, Unit::PercentChange), Some(vec![]));
        for (phrase, value) in [("能耗下降18%", 18.0), ("能耗下降到18%", -18.0), ("占比18%", 18.0), ("增长18%", -18.0)]
        {
            assert_eq!(names(phrase, "", value, Unit::PercentChange), None, "{phrase}");
        }
        assert_eq!(names("库内温度稳定在零下60℃", "", -60.0, Unit::Celsius), Some(vec!["hold"]));
        assert_eq!(names("库内温度稳定在60℃", "", -60.0, Unit::Celsius), None);
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
            assert_eq!(names(phrase, "", value, Unit::Times), Some(vec![]), "{phrase}");
        }
        assert_eq!(names("吞吐量翻一番", "", 1.0, Unit::Times), None);
        assert_eq!(names("增长2倍", "", 2.0, Unit::Times), None);
    }

    #[test]
    fn a_hedge_of_something_else_is_not_taken() {
        assert_eq!(names("规模以上工业增加值年均增长8.1%", "", 8.1, Unit::PercentAYear), Some(vec![]));
        assert_eq!(names("国家AAAA级以上旅游景区5家", "", 5.0, Unit::Count), Some(vec![]));
    }

    #[test]
    fn a_number_of_another_size_or_unit_is_not_held() {
        assert_eq!(names("总产值达870亿元", "", 87.0, Unit::YiYuan), None);
        assert_eq!(names("总产值达870亿元", "", 870.0, Unit::Percent), None);
        assert_eq!(names("30户以上自然村寨", "", 100.0, Unit::Percent), None);
    }
}
