//! Numbers of invented reports, each with its truth: what is read at once is right, what is left open says why, and
//! nothing is read wrong without a word. Kinds, units, qualifiers and directions by a table, in both widths.

use five_new_bijies::plan::verify::sentences;
use five_new_bijies::quantity::{Hedge, Lang, Noun, Quantity, Scale, Tense, Unit, written};
use five_new_bijies::reading::{Context, Direction, Narrator, Part, Reading, Role, is_table_row, read};
use five_new_bijies::text::Text;
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::{BTreeSet, HashMap};

/// A row of the truth: see `tests/reports/README.md`.
struct Truth {
    file: String,
    sentence: usize,
    number: String,
    value: String,
    scale: f64,
    direction: String,
    percent: String,
    qualifiers: String,
    tense: String,
    role: String,
    part: String,
}

fn truths() -> Vec<Truth> {
    let text = std::fs::read_to_string("tests/reports/truth.tsv").expect("the truth is there");
    let rows = text.lines().skip(1).map(|line| line.split('\t').map(str::to_owned).collect::<Vec<_>>());
    let scale = |word: &str| match word {
        "" => 1.0,
        "百" => 1e2,
        "千" => 1e3,
        "万" => 1e4,
        "百万" => 1e6,
        "千万" => 1e7,
        "亿" => 1e8,
        _ => 1e12,
    };
    rows.map(|row| {
        let cell = |at: usize| row.get(at).cloned().unwrap_or_default();
        Truth {
            file: cell(0),
            sentence: cell(1).parse().expect("sentences are counted"),
            number: cell(3),
            value: cell(5),
            scale: scale(&cell(6)),
            direction: cell(8),
            percent: cell(9),
            qualifiers: cell(10),
            tense: cell(11),
            role: cell(12),
            part: cell(13),
        }
    })
    .collect()
}

/// Every sentence of a report with its numbers.
fn readings(file: &str) -> Vec<(String, Vec<Reading>)> {
    let text = std::fs::read_to_string(format!("tests/reports/{file}")).expect("the report is there");
    let mut narrator = Narrator::default();
    let mut paragraph = u16::MAX;
    let sentences = sentences(&text).into_iter().map(|sentence| {
        if sentence.at.paragraph != paragraph {
            paragraph = sentence.at.paragraph;
            narrator.paragraph();
        }
        let text = sentence.text;
        let ends = text.trim_end_matches(['”', '’', '）', ')', '」', '』', '"']).ends_with(['。', '！', '？', '!']);
        let context = narrator.sentence(&text, !ends && !is_table_row(&text));
        let readings = read(&text, &context);
        (text, readings)
    });
    sentences.collect()
}

/// The hedges that the truth's words say.
fn hedges(words: &str) -> BTreeSet<&'static str> {
    let one = |word: &str| -> &'static [&'static str] {
        match word {
            "力争" | "力爭" | "争取" => &["strive"],
            "以上" | "两位数" => &["at-least"],
            "左右" | "约" | "約" | "差不多" | "大概" | "上下" => &["about"],
            "超过" | "超過" | "超" | "突破" | "过" | "破" | "逾" | "高于" | "＞" | "上" => &["more-than"],
            "不低于" | "不少于" | "至少" | "≥" => &["no-less-than"],
            "不超过" | "不高于" | "≤" | "最高" => &["no-more-than"],
            "＜" | "不到" | "没到" | "不足" => &["less-than"],
            "以下" => &["or-less"],
            "以内" | "以內" | "前" => &["within"],
            "控制在" => &["keep"],
            "稳定在" | "保持在" => &["hold"],
            "余" | "餘" | "多" => &["just-over"],
            "近" | "接近" | "将近" => &["just-under"],
            "有望" | "预计" => &["expected"],
            "确保" => &["ensure"],
            "每年" => &["every-year"],
            "每天" | "平均每天" | "日均" => &["every-day"],
            "月均" | "每月" => &["every-month"],
            "每人每月" => &["average", "every-month"],
            "均" | "各" => &["each"],
            "全部" => &["all"],
            "级" => &["class"],
            "数" => &["several"],
            // Said by the unit, or by what is read of 十几 and 几十.
            "年均" | "几" | "" => &[],
            _ => &["average"],
        }
    };
    words.split(';').flat_map(one).copied().collect()
}

/// What a reading says otherwise than the truth.
fn differences(truth: &Truth, reading: &Reading) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut check = |what: &str, right: bool| {
        if !right {
            wrong.push(what.to_owned());
        }
    };
    let whole = reading.value * reading.scale.size();
    check(
        "value",
        match truth.value.split_once('/') {
            Some((part, of)) => Some(reading.value) == part.parse().ok() && reading.of == of.parse().ok(),
            None if truth.value.contains(':') => reading.role == Role::Ratio,
            None => truth
                .value
                .parse::<f64>()
                .is_ok_and(|value| (value * truth.scale - whole).abs() < 1e-6 * whole.abs().max(1.0)),
        },
    );
    let noun = reading.noun;
    let share = matches!(noun, Some(Noun::Percent | Noun::PerMille | Noun::Tenths | Noun::Fraction));
    check(
        "kind",
        match truth.percent.as_str() {
            "share" => share,
            "change" => matches!(
                noun,
                Some(Noun::PercentChange | Noun::PerMilleChange | Noun::TenthsChange | Noun::Times | Noun::Fraction)
            ),
            "a-year" => noun == Some(Noun::PercentAYear),
            "points" => noun == Some(Noun::Points),
            _ => true,
        },
    );
    let way = match reading.direction {
        Direction::None => "none",
        Direction::Up => "up",
        Direction::Down => "down",
    };
    check("direction", truth.direction.is_empty() || truth.direction == way);
    let said: BTreeSet<&str> =
        reading.hedges.iter().map(Hedge::name).filter(|name| !["reach", "yearly-average"].contains(name)).collect();
    let vague = truth.qualifiers.split(';').any(|word| word == "几");
    let said: BTreeSet<&str> =
        said.into_iter().filter(|name| !vague || !["several", "just-over"].contains(name)).collect();
    check("hedges", said == hedges(&truth.qualifiers));
    check("tense", (truth.tense == "promise") == (reading.tense == Tense::Promised));
    let part = match reading.part {
        Part::Whole => "",
        Part::Low => "range-low",
        Part::High => "range-high",
        Part::From => "from",
        Part::To => "to",
    };
    check("part", truth.part == part);
    wrong
}

#[test]
fn the_numbers_of_the_invented_reports_are_read_right_or_left_open_and_none_is_wrong() {
    let mut read: HashMap<String, Vec<(String, Vec<Reading>)>> = HashMap::new();
    let mut used: BTreeSet<(String, usize, usize)> = BTreeSet::new();
    let (mut right, mut open, mut all, mut wrong) = (0, 0, 0, Vec::new());
    for truth in truths() {
        let file = read.entry(truth.file.clone()).or_insert_with(|| readings(&truth.file));
        let (text, found) = &file[truth.sentence - 1];
        let free = |index: &usize| !used.contains(&(truth.file.clone(), truth.sentence, *index));
        let said = |index: usize| &text[found[index].range.clone()];
        let exact = (0..found.len()).filter(free).find(|&index| said(index) == truth.number);
        let near = |index: &usize| truth.number.contains(said(*index)) || said(*index).contains(&truth.number);
        let index = exact.or_else(|| (0..found.len()).filter(free).find(near));
        let measures = truth.role == "measure";
        all += usize::from(measures);
        let Some(index) = index else {
            if measures {
                wrong.push(format!("{} {}: {} is not found", truth.file, truth.sentence, truth.number));
            }
            continue;
        };
        used.insert((truth.file.clone(), truth.sentence, index));
        let reading = &found[index];
        let counts = matches!(reading.role, Role::Measure | Role::Rank | Role::Ratio);
        let place = format!("{} {}: {}", truth.file, truth.sentence, truth.number);
        match (measures, counts) {
            (true, true) if reading.doubt.is_some() => open += 1,
            (true, true) => {
                let differences = differences(&truth, reading);
                match differences.is_empty() {
                    true => right += 1,
                    false => wrong.push(format!("{place}: {}", differences.join(", "))),
                }
            }
            (true, false) => wrong.push(format!("{place} is no measure but {:?}", reading.role)),
            (false, true) => wrong.push(format!("{place} is {} and read as a measure", truth.role)),
            (false, false) => {}
        }
    }
    println!("{right} of {all} right at once, {open} left open, {} wrong", wrong.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(right * 100 >= all * 97, "{right} of {all} right, {open} open");
}

/// A sentence with one number, and what is read: value, unit, hedges; below nought where it falls.
fn one(text: &str) -> (f64, &'static str, Vec<&'static str>) {
    let found = read(text, &Context::default());
    let reading =
        found.iter().find(|reading| reading.role == Role::Measure).unwrap_or_else(|| panic!("{text}: {found:?}"));
    let amount = reading.amount(None);
    (amount.value, amount.unit.map_or("", Unit::name), amount.hedges.iter().map(Hedge::name).collect())
}

fn full_width(text: &str) -> String {
    let wide = |c: char| match c {
        '0'..='9' => char::from_u32(c as u32 - '0' as u32 + '０' as u32).unwrap_or(c),
        '.' => '．',
        '%' => '％',
        c => c,
    };
    text.chars().map(wide).collect()
}

#[test]
fn every_unit_takes_every_hedge_and_direction_in_both_widths() {
    let before = [
        ("", None),
        ("约", Some("about")),
        ("近", Some("just-under")),
        ("超过", Some("more-than")),
        ("突破", Some("more-than")),
        ("不低于", Some("no-less-than")),
        ("不少于", Some("no-less-than")),
        ("不超过", Some("no-more-than")),
        ("低于", Some("less-than")),
        ("不足", Some("less-than")),
        ("力争达到", Some("strive")),
        ("稳定在", Some("hold")),
        ("控制在", Some("keep")),
        ("有望达到", Some("expected")),
        ("确保达到", Some("ensure")),
    ];
    let behind = [
        ("", None),
        ("以上", Some("at-least")),
        ("以内", Some("within")),
        ("以下", Some("or-less")),
        ("左右", Some("about")),
    ];
    let units = [
        ("1.5万元", 1.5, "wan-yuan"),
        ("5000万美元", 5000.0, "wan-dollars"),
        ("1200亿千瓦时", 1200.0, "yi-kwh"),
        ("20万平方米", 20.0, "wan-m2"),
        ("3亿立方米", 3.0, "yi-m3"),
        ("1.2万亿元", 1.2, "wan-yi-yuan"),
        ("1400万亩", 1400.0, "wan-mu"),
        ("38.87万人", 38.87, "wan-people"),
        ("3.2亿人次", 3.2, "yi-visits"),
        ("126公里", 126.0, "km"),
        ("60万千瓦", 60.0, "wan-kw"),
        ("8650户", 8650.0, "households"),
        ("4700万欧元", 4700.0, "wan-euros"),
        ("310公顷", 310.0, "hectares"),
        ("212.3万标箱", 212.3, "wan-teu"),
        ("90分钟", 90.0, "minutes"),
    ];
    for (first, one_hedge) in before {
        for (last, other) in behind {
            for (number, value, unit) in units {
                let text = format!("全市合计{first}{number}{last}。");
                let mut hedges: Vec<&str> = one_hedge.into_iter().chain(other).collect();
                if first.ends_with("达到") {
                    hedges.push("reach");
                }
                let order = |name: &&str| Hedge::from_name(name).map(|hedge| hedge as u8);
                hedges.sort_by_key(order);
                hedges.dedup();
                assert_eq!(one(&text), (value, unit, hedges.clone()), "{text}");
                let wide = full_width(&text);
                assert_eq!(one(&wide), (value, unit, hedges), "{wide}");
            }
        }
    }
    let ways = [
        ("增长", 1.0),
        ("提高", 1.0),
        ("上涨", 1.0),
        ("下降", -1.0),
        ("减少", -1.0),
        ("回落", -1.0),
        ("压减", -1.0),
        ("降幅", -1.0),
        ("涨幅", 1.0),
    ];
    for (verb, sign) in ways {
        for (first, hedge) in [("", None), ("约", Some("about")), ("超过", Some("more-than"))] {
            for text in [format!("用水量{verb}{first}8.5%。"), full_width(&format!("用水量{verb}{first}8.5%。"))]
            {
                let hedges: Vec<&str> = hedge.into_iter().collect();
                assert_eq!(one(&text), (8.5 * sign, "percent-change", hedges.clone()), "{text}");
            }
            let yearly = format!("用水量年均{verb}{first}8.5%。");
            let hedges: Vec<&str> = hedge.into_iter().collect();
            assert_eq!(one(&yearly), (8.5 * sign, "percent-a-year", hedges), "{yearly}");
        }
    }
}

#[test]
fn what_cannot_be_told_is_left_open() {
    for text in ["贸易额同比5.2%。", "种藕的收入三千八，", "培育4个百亿级产业集群。", "事故死亡率0.023。"]
    {
        let found = read(text, &Context::default());
        assert!(
            found.iter().any(|reading| reading.role == Role::Measure && reading.doubt.is_some()),
            "{text}: {found:?}"
        );
    }
}

#[test]
fn names_years_spans_and_turns_of_speech_measure_nothing() {
    for text in [
        "“十四五”时期，推进“一带一路”建设。",
        "到2030年，5G网络进村入户。",
        "今后五年，坚持两个毫不动摇。",
        "千方百计让百姓满意，一件事情接着一件事情办。",
        "三次产业协调发展，打造15分钟生活圈。",
        "7×24小时服务，12345热线，第一书记驻村。",
        "65岁以上老人免费体检，三级医院、万吨级泊位。",
        "PM2.5治理，500强企业，“3+1”保障。",
    ] {
        let found = read(text, &Context::default());
        let measures: Vec<&str> = found
            .iter()
            .filter(|reading| reading.role == Role::Measure)
            .map(|reading| &text[reading.range.clone()])
            .collect();
        assert!(measures.is_empty(), "{text}: {measures:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_back(unit in select(Unit::all().collect::<Vec<_>>()), hundredths in 100_u32..99_999) {
        let signs = [Noun::Fraction, Noun::PerHundredThousand, Noun::Index, Noun::Count, Noun::Years, Noun::Months, Noun::YearsOld, Noun::PercentOf, Noun::Times];
        prop_assume!(!signs.contains(&unit.noun) && !unit.is_change() && unit.name() != "percent" && unit.scale != Scale::WanYi);
        let value = f64::from(hundredths) / 100.0;
        prop_assume!(unit.check(value).is_ok());
        let (tense, noun) = (Tense::Done, Text::EMPTY);
        let quantity = Quantity { value, to: None, unit, tense, hedges: Default::default(), noun, of: None };
        let text = format!("合计达到{}。", written(&quantity, Lang::Zh).to_string().replace('\u{a0}', ""));
        let found = read(&text, &Context::default());
        let same = found.iter().any(|reading| reading.is(None, value, None, unit));
        prop_assert!(same, "{text}: {found:?}");
    }

    #[test]
    fn reading_never_panics(text in "[0-9０-９一二三十百千万亿两半成%％‰.,，、。年月日个家元人第每约近超增长下降到至—~/:： 　\\PC]{0,40}") {
        for reading in read(&text, &Context::default()) {
            prop_assert!(text.get(reading.range.clone()).is_some() && text.get(reading.extent.clone()).is_some());
            let _ = reading.amount(None);
        }
    }
}
