//! Makes the table by which the search knows Chinese characters, for those that occur in the promises.

use crate::plan::{Plan, Promise};
use crate::search::{Reading, SearchTable, is_han};
use crate::text::{List, Text};
use pinyin::ToPinyin;
use std::collections::{BTreeMap, BTreeSet};

/// The readings of characters that everyday words read in several ways: 长期 and 成长, 重点 and 重新, 银行 and 行动.
/// Dictionaries list many more that nobody would type.
const ALSO: [(&str, &str); 60] = [
    ("bao", "薄剥炮"),
    ("bian", "便"),
    ("ceng", "曾"),
    ("cha", "差刹"),
    ("chai", "差"),
    ("chang", "长"),
    ("chao", "朝"),
    ("che", "车"),
    ("cheng", "乘盛"),
    ("chong", "重"),
    ("chu", "畜"),
    ("chuan", "传"),
    ("da", "大"),
    ("de", "得的地"),
    ("dei", "得"),
    ("di", "地的提"),
    ("diao", "调"),
    ("dou", "都斗读"),
    ("du", "都度"),
    ("fa", "发"),
    ("gei", "给"),
    ("geng", "更"),
    ("hai", "还"),
    ("hang", "行巷"),
    ("he", "和合核"),
    ("heng", "行"),
    ("huan", "还"),
    ("hui", "会"),
    ("huo", "和"),
    ("ji", "给系奇"),
    ("jiang", "降强"),
    ("jiao", "角觉校"),
    ("jie", "解"),
    ("ju", "车"),
    ("jue", "觉角"),
    ("kuai", "会"),
    ("le", "乐了"),
    ("liang", "量"),
    ("liao", "了"),
    ("lu", "绿陆露"),
    ("lv", "率"),
    ("mei", "没"),
    ("mo", "没模"),
    ("mu", "模"),
    ("pian", "便"),
    ("qi", "奇"),
    ("shuai", "率"),
    ("shuo", "说数"),
    ("tan", "弹"),
    ("tiao", "调"),
    ("ti", "提"),
    ("xi", "系"),
    ("xiang", "降巷"),
    ("xing", "行"),
    ("xu", "畜"),
    ("yao", "约"),
    ("yue", "乐"),
    ("zang", "藏"),
    ("zhang", "长"),
    ("zhong", "重种"),
];

/// `plans` are the same plan in each language.
pub fn table(plans: &[Plan]) -> SearchTable {
    let said = plans.iter().flat_map(|plan| Promise::all(plan).map(|promise| promise.words(plan)));
    let characters: BTreeSet<char> =
        said.flat_map(|said| said.chars().filter(|c| is_han(*c)).map(simplified).collect::<Vec<_>>()).collect();
    let (mut from, mut to) = (String::new(), String::new());
    // The two blocks that keyboards write.
    for c in ('\u{4e00}'..='\u{9fff}').chain('\u{f900}'..='\u{faff}') {
        let simple = simplified(c);
        if simple != c && characters.contains(&simple) {
            from.push(c);
            to.push(simple);
        }
    }
    SearchTable { readings: readings(&characters), traditional: from.into(), simplified: to.into() }
}

fn readings(characters: &BTreeSet<char>) -> List<Reading> {
    let mut readings: BTreeMap<String, BTreeSet<char>> = BTreeMap::new();
    for c in characters {
        if let Some(first) = c.to_pinyin() {
            readings.entry(first.plain().replace('ü', "v")).or_default().insert(*c);
        }
    }
    for (syllable, also) in ALSO {
        let known = also.chars().filter(|c| characters.contains(c));
        for c in known {
            readings.entry(syllable.to_owned()).or_default().insert(c);
        }
    }
    let reading = |(syllable, characters): (String, BTreeSet<char>)| Reading {
        syllable: syllable.into(),
        characters: Text::from(characters.into_iter().collect::<String>()),
    };
    readings.into_iter().map(reading).collect()
}

/// The simplified form of one character; itself where it has none.
fn simplified(c: char) -> char {
    let converted = hanconv::t2s(&*c.encode_utf8(&mut [0; 4]));
    let mut converted = converted.chars();
    match (converted.next(), converted.next()) {
        (Some(simple), None) => simple,
        _ => c,
    }
}
