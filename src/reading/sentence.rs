//! The numbers of one sentence, or of one row of a table.

use super::numeral::{Form, Numeral, digit, is_chinese, numerals};
use super::plain::Plain;
use super::words::{BEFORE, BEHIND, Before, CLAUSE, COMPARED, COUNTERS, FAR, INSIDE, NO_COUNTERS};
use crate::quantity::{Hedge, Hedges, Noun, Scale, Tense};
use std::ops::Range;

/// What a number is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// It measures something.
    Measure,
    /// A place among others: 第四位.
    Rank,
    /// 9:48:43.
    Ratio,
    /// Part of a name or a turn of speech.
    Name,
    Year,
    /// How long something takes or took.
    Span,
    Ordinal,
    PlanName,
    Enumerator,
    /// What another number is counted for: the 千 of 每千人口.
    Base,
}

/// Which way the words go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    None,
    Up,
    Down,
}

/// Where a number stands among others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Whole,
    /// The ends of a range.
    Low,
    High,
    /// What was before, and what came of it.
    From,
    To,
}

/// Why a number is left for a person to finish.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// The text names no unit.
    NoUnit,
    /// What stands behind the number is no unit that is known.
    UnknownUnit,
    /// A per cent that can be a share or a change.
    ShareOrChange,
    /// Points between shares that go up or down.
    UpOrDown,
}

/// A number with all that the text says of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// Bytes of the number, with its scale.
    pub range: Range<usize>,
    /// Bytes from the first word right before it that says something of it to the last behind it.
    pub extent: Range<usize>,
    pub role: Role,
    /// Times the scale, it is the number. As it is written: in the unit of its words, whichever way it goes.
    pub value: f64,
    pub scale: Scale,
    /// What a fraction is parts of.
    pub of: Option<f64>,
    /// What it counts; `Count` where the words are no unit of their own.
    pub noun: Option<Noun>,
    /// The words that name it.
    pub words: String,
    pub direction: Direction,
    /// Times 番: 翻两番 is 2.
    pub doubling: bool,
    pub hedges: Hedges,
    /// Bytes of words that bear on it from afar.
    pub far: Vec<Range<usize>>,
    pub tense: Tense,
    pub part: Part,
    pub doubt: Option<Doubt>,
}

/// What stands around a sentence.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Context {
    /// Of the heading, or of what was said before.
    pub promised: bool,
    /// The years over the columns of a table, where it has them.
    pub columns: Option<Columns>,
}

/// Whether each column with numbers of a table tells of a promise.
pub type Columns = Vec<bool>;

const STOPS: &str = "，;。!?:";
const TO: &[&str] = &["至", "到", "—", "-", "~"];
const AND: &[&str] = &["、", "和", "及", "以及", "与", "或", "/", "，", ""];

/// The numbers of a sentence, in order.
pub fn read(text: &str, context: &Context) -> Vec<Reading> {
    let plain = Plain::of(text);
    let reader = Reader::of(&plain);
    if plain.is_table_row() { reader.row(context) } else { reader.sentence(context) }
}

/// Whether what follows a sentence tells of what is to come, where the sentence says so.
pub(super) fn turn(text: &str) -> Option<bool> {
    let plain = Plain::of(text);
    let reader = Reader::of(&plain);
    let mut at = 0;
    let mut found = None;
    while at < plain.len() {
        let end = reader.clause_end(at);
        if let Some((promised, true)) = reader.cue(at, end) {
            found = Some(promised);
        }
        at = end + 1;
    }
    found
}

/// Whether the columns of a row of headings tell of promises, where it has two years.
pub(super) fn columns(text: &str) -> Option<Columns> {
    let plain = Plain::of(text);
    let years: Vec<f64> =
        numerals(&plain).iter().filter(|number| number.form == Form::Year).map(|number| number.value).collect();
    let first = years.first()?;
    let heads = text.chars().filter(|c| !c.is_whitespace()).count() <= 60 && text.contains("单位");
    (years.len() >= 2 && heads).then(|| years.iter().map(|year| year > first).collect())
}

struct Reader<'a> {
    text: &'a Plain,
    numbers: Vec<Numeral>,
}

/// What stands behind a number.
#[derive(Clone, Debug, Default)]
struct Behind {
    noun: Option<Noun>,
    /// Characters of the unit's words.
    words: Range<usize>,
    hedges: Hedges,
    /// Behind the unit.
    unit_end: usize,
    /// Behind all.
    end: usize,
}

/// What stands right before a number.
#[derive(Clone, Debug, PartialEq)]
struct Ahead {
    hedges: Hedges,
    verb: Option<Before>,
    to: bool,
    is: bool,
    from: bool,
    yearly: bool,
    start: usize,
}

impl<'a> Reader<'a> {
    fn of(text: &'a Plain) -> Reader<'a> {
        let all = Reader { text, numbers: numerals(text) };
        let mut end = 0;
        // The 千 of 千瓦 is no number, and the 万 of /10万 none.
        let own = (0..all.numbers.len()).filter(|&index| {
            let apart = all.numbers[index].range.start >= end;
            if apart {
                end = all.behind(index).unit_end;
            }
            apart
        });
        let numbers = own.map(|index| all.numbers[index].clone()).collect();
        Reader { text, numbers }
    }

    fn sentence(&self, context: &Context) -> Vec<Reading> {
        let count = self.numbers.len();
        let mut behind: Vec<Behind> = (0..count).map(|index| self.behind(index)).collect();
        let mut roles: Vec<Role> = (0..count).map(|index| self.role(index, &behind[index])).collect();
        let mut ahead: Vec<Ahead> =
            (0..count).map(|index| self.ahead(self.anchor(self.numbers[index].range.start))).collect();
        let mut parts = vec![Part::Whole; count];
        let mut scales: Vec<Scale> = self.numbers.iter().map(|number| number.scale).collect();
        let mut values: Vec<f64> = self.numbers.iter().map(|number| number.value).collect();
        // From right to left: a unit that stands once belongs to all before it.
        for index in (1..count).rev() {
            let gap = behind[index - 1].end..ahead[index].start.max(behind[index - 1].end);
            let range = self.is_range(index, &behind, &ahead);
            let list = self.is_list(gap.clone(), &ahead[index], behind[index - 1].end);
            if behind[index - 1].noun.is_none()
                && behind[index - 1].end == self.numbers[index - 1].range.end
                && (range || list)
                && behind[index].noun.is_some()
                && lends(&self.numbers[index - 1])
            {
                let lent = behind[index].clone();
                let (one, other) = (self.numbers[index - 1].value, values[index]);
                // 15至18亿元 are both in 亿; 8000至1万元 are not.
                if scales[index - 1] == Scale::One
                    && scales[index] > Scale::One
                    && one > 0.0
                    && one * 50.0 > other
                    && (range && one <= other || !range && one < other * 50.0)
                {
                    scales[index - 1] = scales[index];
                }
                behind[index - 1].noun = lent.noun;
                behind[index - 1].words = lent.words;
                if matches!(roles[index], Role::Measure | Role::Rank)
                    || roles[index - 1] != Role::Enumerator && roles[index] != Role::Name
                {
                    roles[index - 1] = roles[index];
                }
            }
            if range
                && behind[index].noun.is_some()
                && roles[index] != Role::Measure
                && matches!(roles[index], Role::Year | Role::Span | Role::Base)
            {
                roles[index - 1] = roles[index];
            }
        }
        let mut joined = vec![false; count];
        let mut linked = vec![false; count];
        for index in 1..count {
            // A year between the two is no number of theirs.
            let year = roles[index - 1] == Role::Year
                && index > 1
                && self.anchor(self.numbers[index].range.start) == self.numbers[index - 1].range.start;
            let previous = if year { index - 2 } else { index - 1 };
            let gap = behind[previous].end..ahead[index].start.max(behind[previous].end);
            if !counts(roles[index]) || !counts(roles[previous]) {
                continue;
            }
            if self.is_from_to(previous, index, &behind, &ahead) {
                (parts[previous], parts[index]) = (Part::From, Part::To);
                linked[index] = true;
                // 由11.2%降至0.
                let stops = self.text.get(behind[index].end).is_none_or(|c| STOPS.contains(c));
                if behind[index].noun.is_none() && stops {
                    behind[index].noun = behind[previous].noun;
                    behind[index].words = behind[previous].words.clone();
                }
            } else if year {
                continue;
            } else if self.numbers[previous].spoken_range || self.is_range(index, &behind, &ahead) {
                (parts[previous], parts[index]) = (Part::Low, Part::High);
                joined[index] = true;
                ahead[index] = Ahead { start: ahead[index].start, ..ahead[previous].clone() };
                // What stands behind a range belongs to both ends.
                let hedges = behind[previous].hedges;
                let both = behind[index].hedges.iter().chain(hedges.iter()).collect();
                behind[previous].hedges = both;
                behind[index].hedges = both;
                if behind[previous].noun.is_none() {
                    behind[previous].noun = behind[index].noun;
                    behind[previous].words = behind[index].words.clone();
                }
            } else if self.is_list(gap, &ahead[index], behind[previous].end) {
                joined[index] = true;
                let own = ahead[index].clone();
                let stated =
                    [Hedge::Reach, Hedge::Hold, Hedge::Keep, Hedge::Strive].iter().any(|hedge| own.hedges.has(*hedge));
                if stated && ahead[previous].verb != Some(Before::Doubling) {
                    ahead[index].verb = own.verb.or(ahead[previous].verb);
                    ahead[index].yearly |= ahead[previous].yearly;
                } else if own.verb.is_none() && !own.to && !own.is && !stated {
                    let hedges = ahead[previous].hedges.iter().chain(own.hedges.iter()).collect();
                    ahead[index] = Ahead { hedges, start: own.start, ..ahead[previous].clone() };
                    ahead[index].from = own.from;
                }
            }
        }
        // 分别增长8%、4.5%、8%以上: the last word is of all.
        for index in (1..count).rev() {
            let start = self.clause_start(self.numbers[index].range.start);
            let each = self.text.has_any(start..self.numbers[index].range.start, &["分别", "均", "各"]);
            if joined[index] && parts[index] == Part::Whole && parts[index - 1] == Part::Whole && each {
                let trailing = behind[index].hedges;
                behind[index - 1].hedges = behind[index - 1].hedges.iter().chain(trailing.iter()).collect();
            }
        }
        let mut found: Vec<Reading> = Vec::with_capacity(count);
        let mut scope = 0;
        let mut last_measure: Option<usize> = None;
        let mut based: Option<Range<usize>> = None;
        for index in 0..count {
            let number = &self.numbers[index];
            let start = number.range.start;
            // Words of a clause do not reach over another number of it.
            scope = match last_measure {
                Some(last) if joined[index] && last + 1 == index || linked[index] => scope,
                Some(last) => behind[last].end,
                None => 0,
            };
            if counts(roles[index]) {
                last_measure = Some(index);
            }
            let clause = self.clause_start(start);
            let from = scope.max(clause);
            let (mut reading, far) = self.measure(index, roles[index], &behind[index], &ahead[index], from);
            reading.far.extend(far.into_iter().map(|place| self.text.bytes(place)));
            reading.value = values[index];
            reading.scale = scales[index];
            reading.part = parts[index];
            let converted = ["折合", "约合"].iter().any(|word| self.text.ends(start, word));
            if (linked[index] || converted)
                && index > 0
                && found[index - 1].hedges.has(Hedge::Average)
                && counts_amounts(&reading)
            {
                reading.hedges = reading.hedges.with(Hedge::Average);
            }
            // 每千人口床位7.2张，医师2.9人.
            if let Some(base) = based.clone().filter(|_| {
                !reading.hedges.has(Hedge::Average)
                    && reading.value < 1000.0
                    && reading.scale == Scale::One
                    && counts_things(&reading)
            }) {
                reading.hedges = reading.hedges.with(Hedge::Average);
                reading.far.push(self.text.bytes(base));
            }
            if counts(roles[index]) {
                let base = self.numbers[..index]
                    .iter()
                    .rev()
                    .find(|base| self.text.ends(base.range.start, "每") && base.whole() >= 100.0);
                based = base
                    .filter(|base| reading.hedges.has(Hedge::Average) && self.sentence_start(start) <= base.range.start)
                    .map(|base| base.range.start - 1..base.range.end);
            }
            if parts[index] == Part::From {
                // A level, whatever the verb behind it does.
                reading.direction = Direction::None;
            }
            found.push(reading);
        }
        for index in 0..count {
            if parts[index] == Part::To || parts[index] == Part::From {
                level(&mut found[index]);
            }
        }
        values.clear();
        self.wholes(&mut found, &behind);
        self.tenses(&mut found, context);
        found
    }

    /// What stands behind the number: 余, its unit, 以上.
    fn behind(&self, index: usize) -> Behind {
        let number = &self.numbers[index];
        let mut at = number.range.end;
        let mut hedges = Hedges::NONE;
        let mut inside = 0;
        if let Some((_, hedge)) = INSIDE.iter().find(|(c, _)| self.text.get(at) == Some(*c))
            && (self.unit(at + 1, number).is_some())
        {
            hedges = hedges.with(*hedge);
            inside = 1;
        }
        let mut behind = Behind { unit_end: at, ..Behind::default() };
        match number.form {
            Form::Share(sign) => {
                behind.noun = Some(match sign {
                    '%' => Noun::Percent,
                    '成' => Noun::Tenths,
                    _ => Noun::PerMille,
                });
                behind.words = number.range.start..number.range.start + 3;
                if sign == '成' {
                    behind.words = number.range.end - 2..number.range.end - 1;
                }
            }
            Form::Fraction(_) => {
                behind.noun = Some(Noun::Fraction);
            }
            Form::TwoDigits => {
                behind.noun = Some(Noun::Percent);
            }
            Form::PerHundredThousand => {
                behind.noun = Some(Noun::PerHundredThousand);
                behind.words = at..at + 4;
                at += 4;
            }
            Form::Ratio | Form::Code => {}
            _ => {
                if let Some((noun, words)) = self.unit(at + inside, number) {
                    at = words.end;
                    // 两块五: the last digit is part of the amount.
                    at += usize::from(
                        noun == Noun::Yuan && self.text.ends(at, "块") && self.text.get(at).and_then(digit).is_some(),
                    );
                    behind.noun = Some(noun);
                    behind.words = words;
                }
            }
        }
        behind.unit_end = at;
        if self.text.get(at) == Some('级') && matches!(behind.noun, None | Some(Noun::Yuan)) {
            hedges = hedges.with(Hedge::Class);
            at += 1;
        }
        while let Some((words, hedge)) =
            BEHIND.iter().filter(|(words, _)| self.text.starts(at, words)).max_by_key(|(words, _)| words.len())
        {
            // 一倍多, 三成多; but 3个多, and what many is of something else.
            if *words == "多"
                && self.text.get(at + 1).is_some_and(|c| {
                    is_chinese(c)
                        || c == '样'
                        || c == '元'
                        || c == '边'
                        || c == '项'
                        || c == '层'
                        || c == '种'
                        || c == '式'
                })
            {
                break;
            }
            // 5项以上级: a class of things.
            hedges = hedges.with(*hedge);
            at += words.chars().count();
        }
        behind.hedges = hedges.iter().chain(number.hedges.iter()).collect();
        behind.end = at;
        behind
    }

    /// The unit that begins here.
    fn unit(&self, at: usize, number: &Numeral) -> Option<(Noun, Range<usize>)> {
        let mut best: Option<(Noun, usize)> = None;
        let mut offer = |noun: Noun, words: &str| {
            if self.text.starts(at, words) {
                let length = words.chars().count();
                if best.is_none_or(|(_, longest)| length > longest) {
                    best = Some((noun, length));
                }
            }
        };
        // No unit begins with a sign that ends a clause.
        let none = self.text.get(at).is_none_or(|c| STOPS.contains(c));
        for noun in Noun::all().filter(|_| !none) {
            for words in noun.words().iter().filter(|words| !words.starts_with('/')) {
                offer(noun, words);
            }
        }
        if !none && !NO_COUNTERS.iter().any(|words| self.text.starts(at, words)) {
            for words in COUNTERS {
                offer(Noun::Count, words);
            }
        }
        let (mut noun, length) = match best {
            Some(found) => found,
            None => (Noun::Count, self.persons(at, number)?),
        };
        let mut end = at + length;
        let next = self.text.get(end);
        match noun {
            Noun::Yuan
                if self.text.get(at) == Some('块')
                    && length == 1
                    && next.is_some_and(|c| digit(c).is_none() && !"，。;、)".contains(c)) =>
            {
                noun = Noun::Count;
            }
            Noun::Yuan if self.text.starts(at, "元旦") || self.text.starts(at, "元宵") => return None,
            Noun::People if next.is_some_and(|c| "大代".contains(c)) && self.text.starts(at, "人") => return None,
            _ => {}
        }
        // 个百分点 and the like stand in the table; what is counted for each of something is a unit of its own.
        if self.text.get(end) == Some('/') && self.text.get(end + 1).is_some_and(|c| !c.is_ascii_digit()) {
            noun = Noun::Count;
            end += 1;
            while self.text.get(end).is_some_and(|c| !STOPS.contains(c) && !"、()以左".contains(c)) && end < at + 12
            {
                end += 1;
            }
        }
        // 套(间).
        if noun == Noun::Count && self.text.get(end) == Some('(') {
            let close = (end + 1..end + 4).find(|&at| self.text.get(at) == Some(')'));
            let short = |c: char| !c.is_ascii_digit() && !is_chinese(c);
            if let Some(close) = close
                && self.text.slice(end + 1..close).iter().all(|c| short(*c))
            {
                end = close + 1;
            }
        }
        // Firms are counted in 户 too, and are no households.
        if noun == Noun::Households {
            let clause = self.clause_start(at);
            let firms = ["企业", "主体", "工商", "商户", "公司", "个体", "合作社", "大户"];
            if self.text.has_any(clause..at, &firms) || firms.iter().any(|word| self.text.starts(end, word)) {
                noun = Noun::Count;
            }
        }
        if noun == Noun::Count && self.text.starts(at, "度") {
            let clause = self.clause_start(at);
            if self.text.has_any(clause..at, &["电"]) {
                noun = Noun::KilowattHours;
            }
        }
        if number.bare && number.scale == Scale::Wan && noun == Noun::Count && self.text.starts(at, "里") {
            return None;
        }
        Some((noun, at..end))
    }

    /// How many characters name persons here: 农村贫困人口.
    fn persons(&self, at: usize, number: &Numeral) -> Option<usize> {
        const PERSONS: &[&str] = &[
            "人口",
            "群众",
            "居民",
            "职工",
            "农民",
            "农民工",
            "学生",
            "党员",
            "干部",
            "老人",
            "老年人",
            "儿童",
            "劳动力",
            "人员",
            "毕业生",
            "志愿者",
            "患者",
        ];
        let end = (at..at + 9)
            .find(|&end| !self.text.get(end).is_some_and(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)))
            .unwrap_or(at + 9);
        if number.chinese || number.value == 0.0 {
            return None;
        }
        let found = PERSONS
            .iter()
            .filter_map(|words| self.text.find(at..end, words).map(|found| found + words.chars().count()));
        let length = found.min()? - at;
        let plain = |c: &char| !"的是为在了等和与及或".contains(*c) && !is_chinese(*c);
        self.text.slice(at..at + length).iter().all(plain).then_some(length)
    }

    /// The words right before a number that say something of it.
    fn ahead(&self, at: usize) -> Ahead {
        let mut found =
            Ahead { hedges: Hedges::NONE, verb: None, to: false, is: false, from: false, yearly: false, start: at };
        let mut at = at;
        // A bracket may open before the number.
        while let Some((words, effect)) = self.word_before(at) {
            let length = words.chars().count();
            match effect {
                Before::Hedge(hedge) => found.hedges = found.hedges.with(hedge),
                Before::Yearly => found.yearly = true,
                Before::To => found.to |= found.verb.is_none(),
                Before::Is => found.is |= found.verb.is_none(),
                Before::From => found.from = true,
                Before::Nothing => {}
                verb => {
                    if found.verb.is_some() {
                        break;
                    }
                    found.verb = Some(verb);
                }
            }
            at -= length;
            // A bare filler adds nothing to what is quoted.
            found.start = at;
            if at == 0 {
                break;
            }
        }
        found
    }

    /// Before the year, where a number is that of a year: 增加到2021年的3105亿元.
    fn anchor(&self, start: usize) -> usize {
        let year = [2, 1].into_iter().find_map(|length| {
            let end = start
                .checked_sub(length)
                .filter(|end| self.text.starts(*end, if length == 2 { "年的" } else { "年" }))?;
            self.numbers.iter().find(|number| number.form == Form::Year && number.range.end == end)
        });
        year.map_or(start, |year| year.range.start)
    }

    fn word_before(&self, at: usize) -> Option<(&'static str, Before)> {
        let longest = |words: &'static [(&'static str, Before)]| {
            words.iter().filter(|(words, _)| self.text.ends(at, words)).max_by_key(|(words, _)| words.len()).copied()
        };
        let found = longest(BEFORE);
        let compared = longest(COMPARED).filter(|_| {
            let clause = self.clause_start(at);
            self.text.has_any(clause..at, &["比", "较", "同期", "常年"])
        });
        let (words, effect) = match (found, compared) {
            (Some(one), Some(other)) if other.0.len() > one.0.len() => other,
            (Some(one), _) => one,
            (None, other) => other?,
        };
        // 均 of 人均 and 平均 is no "each"; 上 of 以上 is no number's.
        if words == "均" && at >= 2 && self.text.get(at - 2).is_some_and(|c| "人户亩次地年月日平村校单季周".contains(c))
        {
            return None;
        }
        if words == "过" && at >= 2 && self.text.get(at - 2).is_some_and(|c| "通经超不度渡路错改".contains(c))
        {
            return None;
        }
        if words == "近" && at >= 2 && self.text.get(at - 2).is_some_and(|c| "附最邻临亲".contains(c)) {
            return None;
        }
        if words == "成" && !self.text.ends(at, "建成") {
            return None;
        }
        if ["降", "升", "增", "减", "涨"].contains(&words)
            && at >= 2
            && self.text.get(at - 2).is_some_and(|c| "起新乘沉加倍".contains(c))
        {
            return None;
        }
        if words == "破" && at >= 2 && self.text.get(at - 2).is_some_and(|c| "打".contains(c)) {
            return None;
        }
        Some((words, effect))
    }

    fn clause_start(&self, at: usize) -> usize {
        (0..at).rev().find(|&at| self.text.get(at).is_some_and(|c| STOPS.contains(c))).map_or(0, |stop| stop + 1)
    }

    fn clause_end(&self, at: usize) -> usize {
        (at..self.text.len())
            .find(|&at| self.text.get(at).is_some_and(|c| STOPS.contains(c)))
            .unwrap_or(self.text.len())
    }

    fn sentence_start(&self, at: usize) -> usize {
        (0..at).rev().find(|&at| self.text.get(at).is_some_and(|c| "。!?;".contains(c))).map_or(0, |stop| stop + 1)
    }

    fn is_range(&self, index: usize, behind: &[Behind], ahead: &[Ahead]) -> bool {
        let previous = &self.numbers[index - 1];
        if previous.spoken_range {
            return true;
        }
        let gap = behind[index - 1].unit_end..self.numbers[index].range.start;
        let dash = TO.iter().any(|word| self.text.slice(gap.clone()).iter().copied().eq(word.chars()));
        dash && !ahead[index - 1].from
    }

    fn is_list(&self, gap: Range<usize>, ahead: &Ahead, end: usize) -> bool {
        if ahead.start < end {
            return false;
        }
        let between = self.text.slice(gap.clone());
        let is = |word: &str| between.iter().copied().eq(word.chars());
        match AND.iter().find(|word| is(word)) {
            Some(&"，") => {
                let clause = self.clause_start(end.saturating_sub(1));
                ahead.start == self.numbers_start(end) && self.text.has(clause..end, "分别")
            }
            Some(&"") => false,
            found => found.is_some(),
        }
    }

    /// Where the next number behind this place begins.
    fn numbers_start(&self, at: usize) -> usize {
        self.numbers.iter().map(|number| number.range.start).find(|&start| start >= at).unwrap_or(at)
    }

    fn is_from_to(&self, previous: usize, index: usize, behind: &[Behind], ahead: &[Ahead]) -> bool {
        let start = self.anchor(self.numbers[index].range.start);
        let gap = behind[previous].end..start;
        if gap.start >= gap.end || gap.len() > 12 {
            return false;
        }
        let words = self.text.slice(gap.clone());
        if words.iter().any(|c| STOPS.contains(*c) || *c == '、') {
            return false;
        }
        let arrives = ahead[index].to
            || ahead[index].is
            || ahead[index].hedges.has(Hedge::Reach)
            || ["到", "至第", "到第", "至全省第", "到全省第", "至全国第", "到全国第"]
                .iter()
                .any(|word| self.text.ends(start, word));
        let first = self.anchor(self.numbers[previous].range.start);
        let clause = self.clause_start(first);
        let after =
            self.numbers[..previous].iter().rev().map(|number| number.range.end).find(|end| *end <= first).unwrap_or(0);
        let leaves = self.text.has_any(clause.max(after).max(first.saturating_sub(14))..first, &["由", "从", "自"]);
        arrives && leaves
    }

    fn role(&self, index: usize, behind: &Behind) -> Role {
        let number = &self.numbers[index];
        let (start, end) = (number.range.start, number.range.end);
        let text = self.text;
        let next = text.get(end);
        let before = start.checked_sub(1).and_then(|at| text.get(at));
        let clause = self.clause_start(start);
        let is_stop = |c: Option<char>| c.is_none_or(|c| STOPS.contains(c) || "、()”’ ".contains(c));
        if matches!(number.form, Form::Code) {
            let circled = text.get(start).is_some_and(|c| ('①'..='⑳').contains(&c));
            return if circled { Role::Enumerator } else { Role::Name };
        }
        if self.is_plan_name(number) {
            return Role::PlanName;
        }
        if self.is_quoted(start, end) {
            return Role::Name;
        }
        if before == Some('第') {
            return self.ordinal(number, clause);
        }
        if text.starts(start, "首位") {
            let placed = text.has_any(clause..start, &["居", "列", "位"]);
            return if placed { Role::Rank } else { Role::Name };
        }
        if before != Some('代') && ["专栏", "附表", "附件", "图", "附图"].iter().any(|word| text.ends(start, word))
        {
            return Role::Ordinal;
        }
        if text.starts(behind.unit_end, "季度") {
            return Role::Span;
        }
        if self.is_enumerator(number, clause) {
            return Role::Enumerator;
        }
        if number.form == Form::Ratio {
            let clock = text.has_any(clause..start, &["上午", "下午", "晚上", "时间", "凌晨"]);
            return if clock { Role::Year } else { Role::Ratio };
        }
        if number.form == Form::Year && (next == Some('年') || self.next_is_year(index)) {
            return Role::Year;
        }
        if self.is_date(index) {
            return Role::Year;
        }
        if matches!(number.form, Form::Share(_) | Form::Fraction(_) | Form::PerHundredThousand | Form::TwoDigits) {
            return Role::Measure;
        }
        if next == Some('年') && text.starts(end, "年代") || text.starts(end, "世纪") {
            return Role::Name;
        }
        if self.is_base(number, behind, clause) {
            return Role::Base;
        }
        if self.is_named(number, behind) {
            return Role::Name;
        }
        match behind.noun {
            Some(Noun::Years | Noun::Months) => self.span(number, behind, clause),
            Some(Noun::Days | Noun::Hours | Noun::Minutes) => self.time(number, behind, clause),
            Some(Noun::YearsOld) => {
                let after = text.get(behind.end);
                // 65岁以上老人: who, not how much.
                let who = after.is_some_and(|c| !STOPS.contains(c) && !"、)”".contains(c));
                if who && (behind.end > behind.unit_end || text.starts(behind.unit_end, "以")) {
                    Role::Name
                } else {
                    Role::Measure
                }
            }
            Some(Noun::Count) if text.slice(behind.words.clone()).starts_with(&['位']) && before == Some('前') => {
                Role::Rank
            }
            Some(_) => Role::Measure,
            None if text.starts(end, "季度") || text.starts(end, "个季度") => Role::Span,
            None if text.starts(end, "个半") => Role::Span,
            None if number.chinese => self.chinese_without_unit(number, behind),
            None if is_stop(next) || behind.end > end => Role::Measure,
            None => Role::Measure,
        }
    }

    /// 十四五, and the plan of that name in full.
    fn is_plan_name(&self, number: &Numeral) -> bool {
        let word = self.text.slice(number.range.clone());
        let (start, end) = (number.range.start, number.range.end);
        let short = |word: &[char]| word.len() == 3 && word[0] == '十' && word[2] == '五' && digit(word[1]).is_some();
        if short(word) {
            return true;
        }
        self.text.starts(end, "个五年") && self.text.ends(start, "第")
            || self.text.starts(end, "年规划") && self.text.ends(start, "个") && word == ['五']
    }

    /// Within a short quotation, or the title of a document.
    fn is_quoted(&self, start: usize, end: usize) -> bool {
        let pairs = [('“', '”', 12), ('‘', '’', 12), ('《', '》', 60), ('〔', '〕', 8), ('"', '"', 12)];
        let amount = |at: usize| self.text.get(at).is_some_and(|c| "%‰元".contains(c));
        pairs.into_iter().any(|(open, close, most)| {
            let from = start.saturating_sub(most);
            let before = (from..start).rev().find(|&at| self.text.get(at).is_some_and(|c| c == open || c == close));
            let opens = before.filter(|&at| self.text.get(at) == Some(open));
            let after =
                (end..(end + most).min(self.text.len())).find(|&at| self.text.get(at).is_some_and(|c| c == close));
            let Some((open_at, close_at)) = opens.zip(after) else { return false };
            if open == '"' {
                let count = (0..open_at).filter(|&at| self.text.get(at) == Some('"')).count();
                if count % 2 == 1 {
                    return false;
                }
            }
            close_at - open_at <= most + 1
                && (open == '《' || !amount(end) && !self.text.slice(open_at..close_at).contains(&'，'))
        })
    }

    fn ordinal(&self, number: &Numeral, clause: usize) -> Role {
        let end = number.range.end;
        let stop = self.text.get(end).is_none_or(|c| STOPS.contains(c) || "、)".contains(c));
        let placed = self.text.has_any(
            clause..number.range.start,
            &["居", "列", "排", "跃", "升", "进入", "位", "全省", "全国", "全市", "名列", "由第", "保持"],
        );
        if self.text.starts(end, "位") && !self.text.starts(end, "位数")
            || self.text.starts(end, "名")
            || stop && placed
        {
            return Role::Rank;
        }
        Role::Ordinal
    }

    fn is_enumerator(&self, number: &Numeral, clause: usize) -> bool {
        let (start, end) = (number.range.start, number.range.end);
        let opened = start > 0 && self.text.get(start - 1) == Some('(') && self.text.get(end) == Some(')');
        let short = end - start <= 3 && number.form == Form::Number;
        if !short {
            return false;
        }
        if opened && (start == 1 || self.text.get(end) == Some(')')) {
            return true;
        }
        let first = self.text.slice(0..start).iter().all(|c| *c == ' ');
        if first
            && self.text.get(end).is_some_and(|c| {
                c == '、' || c == '.' && !self.text.get(end + 1).is_some_and(|c| c.is_ascii_digit()) || c == ')'
            })
        {
            return true;
        }
        number.chinese && start == clause && self.text.get(end) == Some('是')
            || number.chinese && first && self.text.get(end) == Some('要')
    }

    fn next_is_year(&self, index: usize) -> bool {
        self.numbers.get(index + 1).is_some_and(|next| {
            let gap = self.numbers[index].range.end..next.range.start;
            gap.len() == 1 && next.form == Form::Year
        })
    }

    fn is_date(&self, index: usize) -> bool {
        let number = &self.numbers[index];
        let end = number.range.end;
        let whole = number.scale == Scale::One && number.value.fract() == 0.0 && number.form == Form::Number;
        if !whole {
            return false;
        }
        let before_day = |index: usize| index > 0 && self.text.ends(self.numbers[index].range.start, "月");
        match self.text.get(end) {
            Some('月') => number.value <= 12.0,
            Some('日') => number.value <= 31.0 && !self.text.starts(end, "日均"),
            Some('号') => before_day(index),
            Some('时' | '点') => {
                number.value <= 24.0
                    && self.text.has_any(
                        number.range.start.saturating_sub(4)..number.range.start,
                        &["上午", "下午", "日", "晚", "凌晨", "中午"],
                    )
            }
            Some('季') => self.text.starts(end, "季度") && number.value <= 4.0,
            // 1—8月.
            Some('-' | '—' | '~' | '至' | '到') => self.numbers.get(index + 1).is_some_and(|next| {
                next.range.start == end + 1 && self.text.get(next.range.end) == Some('月') && next.value <= 12.0
            }),
            _ => false,
        }
    }

    fn is_base(&self, number: &Numeral, behind: &Behind, clause: usize) -> bool {
        let start = number.range.start;
        if self.text.ends(start, "每") {
            return true;
        }
        // 种一亩藕能卖三千八.
        let one = number.chinese && number.whole() == 1.0 && !number.bare;
        let sold = self.text.has_any(number.range.end..self.clause_end(number.range.end), &["能", "可"]);
        one && sold
            && behind.noun.is_some()
            && (start == clause || self.text.ends(start, "种") || behind.noun != Some(Noun::Count))
            && self.numbers.iter().any(|next| next.range.start > start)
    }

    fn is_named(&self, number: &Numeral, behind: &Behind) -> bool {
        let (start, end) = (number.range.start, number.range.end);
        let text = self.text;
        let next = text.get(end);
        let named =
            ["强", "号", "版", "型", "届", "星", "线", "环", "纵", "横", "维", "化", "网", "制", "度创", "号线"];
        if named.iter().any(|word| text.starts(end, word)) && behind.noun.is_none() {
            return true;
        }
        let systems = [
            "热线", "平台", "工程", "行动", "计划", "体系", "模式", "战略", "格局", "机制", "时代", "政策", "标准",
            "大道", "国道", "省道", "高速", "服务", "改革", "方案",
        ];
        if behind.noun.is_none() && systems.iter().any(|word| text.starts(end, word)) {
            return true;
        }
        // 三级医院; but 百亿级 is a size.
        if text.get(behind.unit_end) == Some('级') && behind.noun != Some(Noun::Yuan) {
            return !(number.scale >= Scale::Yi || number.bare && number.whole() >= 1e6);
        }
        if text.ends(start, "国发") || text.ends(start, "〕") || text.ends(start, "]") && next == Some('号') {
            return true;
        }
        if !number.chinese {
            return false;
        }
        // 三区三州, 五位一体, 一江三镇.
        let after = if behind.noun == Some(Noun::Count) { behind.unit_end } else { end };
        if !number.spoken_range
            && text.get(after).is_some_and(|c| digit(c).is_some() || c == '十')
            && behind.noun.is_none_or(|noun| noun == Noun::Count)
            && number.value < 10.0
            && !self.follows_range(number)
        {
            return true;
        }
        if number.bare && number.hedges == Hedges::NONE {
            let bounded = self.word_before(start).is_some_and(|(_, effect)| matches!(effect, Before::Hedge(_)))
                || text.ends(start, "上");
            // 百亿元台阶, 千亿级, 三个百亿.
            let size = ["级", "台阶", "大关", "规模"].iter().any(|word| text.starts(end, word));
            let sized = number.range.len() >= 2 && number.whole() >= 1e6 && (behind.noun.is_some() || size);
            let counted = behind.noun.is_some();
            return !(sized || bounded && counted) || text.starts(end, "元地区") || text.starts(end, "元GDP");
        }
        if number.whole() == 1.0 && number.form == Form::Number {
            return !self.is_one_thing(number, behind);
        }
        // 两个确立, 四个自信, 三个方面; 三次产业.
        let slogans = [
            "全面",
            "意识",
            "自信",
            "维护",
            "确立",
            "结合",
            "坚持",
            "振兴",
            "革命",
            "不摘",
            "代表",
            "务必",
            "统一",
            "毫不",
            "方面",
            "层面",
            "一百年",
            "文明",
            "阶段",
            "关键",
            "产业结构",
            "产业",
        ];
        behind.noun == Some(Noun::Count) && slogans.iter().any(|word| text.starts(behind.unit_end, word))
    }

    fn follows_range(&self, number: &Numeral) -> bool {
        self.numbers.iter().any(|other| other.spoken_range && other.range.end == number.range.start)
    }

    /// 新建一所医院 is a count; 一批, 一个, 一条启示 are words.
    fn is_one_thing(&self, number: &Numeral, behind: &Behind) -> bool {
        let words = self.text.slice(behind.words.clone());
        let things = ["所", "座", "家", "条", "处", "艘", "幢", "栋"];
        let made = ["新建", "建成", "新增", "建设", "引进", "开通", "改建", "新开", "翻", "培育", "新签约"];
        match behind.noun {
            None => false,
            Some(Noun::Count) => {
                let thing = things.iter().any(|thing| words.iter().copied().eq(thing.chars()));
                thing && made.iter().any(|verb| self.text.ends(number.range.start, verb))
            }
            Some(Noun::Times) => true,
            Some(Noun::Tenths) => !self.text.starts(behind.unit_end, "不变"),
            Some(Noun::Points) => true,
            Some(Noun::People | Noun::Years | Noun::Days | Noun::Fen | Noun::Hours | Noun::Months | Noun::Metres) => {
                false
            }
            Some(_) => self.word_before(number.range.start).is_some(),
        }
    }

    fn span(&self, number: &Numeral, behind: &Behind, clause: usize) -> Role {
        let (start, end) = (number.range.start, behind.unit_end);
        let lasting = ["年限", "寿命", "周期", "工期", "期限"];
        let measured = self.text.has_any(clause..start, &lasting);
        let from_to = self.text.starts(end, "提高到") || self.text.starts(end, "延长到");
        if number.value.fract() != 0.0 && !number.chinese || measured || from_to {
            return Role::Measure;
        }
        Role::Span
    }

    fn time(&self, number: &Numeral, behind: &Behind, clause: usize) -> Role {
        let text = self.text;
        let start = number.range.start;
        if number.chinese && (number.whole() == 1.0 || behind.noun == Some(Noun::Days))
            || text.starts(number.range.end, "个半")
        {
            return Role::Span;
        }
        if number.chinese && number.value.fract() != 0.0 {
            return Role::Span;
        }
        let after = text.get(behind.end);
        let stop = after.is_none_or(|c| STOPS.contains(c) || "、)和".contains(c));
        let before = self.word_before(start).is_some()
            || text.ends(start, "头")
            || text.ends(start, "时长")
            || text.ends(start, "用时");
        let stated = before || text.has_any(clause..start, &["时长", "用时", "缩短", "压缩", "天数", "提前"]);
        let named = text.get(behind.end).is_some_and(|c| !STOPS.contains(c));
        if behind.noun == Some(Noun::Days) {
            return Role::Measure;
        }
        if stop && !text.starts(behind.unit_end, "内")
            || stated && !text.has_any(start.saturating_sub(4)..start, &["实行", "实现"])
            || !named
        {
            return Role::Measure;
        }
        Role::Name
    }

    /// A Chinese number with nothing known behind it: 三千八 is an amount, 两岸 a name.
    fn chinese_without_unit(&self, number: &Numeral, behind: &Behind) -> Role {
        let start = number.range.start;
        let stop = self.text.get(behind.end).is_none_or(|c| STOPS.contains(c) || "、)”".contains(c));
        let zero = number.whole() == 0.0;
        if zero {
            let level = self.text.ends(start, "为") || self.text.ends(start, "至") || self.text.ends(start, "到");
            return if level && stop { Role::Measure } else { Role::Name };
        }
        let size = ["台阶", "大关", "规模"].iter().any(|word| self.text.starts(behind.end, word));
        let sized = number.hedges != Hedges::NONE
            || size && number.whole() >= 1e6
            || number.scale >= Scale::Yi && behind.hedges.has(Hedge::Class);
        if sized || number.range.len() >= 2 && number.whole() >= 100.0 && (stop || behind.end > number.range.end) {
            return Role::Measure;
        }
        Role::Name
    }

    /// The reading of one number, and the words that reach it from the clause.
    fn measure(
        &self,
        index: usize,
        role: Role,
        behind: &Behind,
        ahead: &Ahead,
        from: usize,
    ) -> (Reading, Vec<Range<usize>>) {
        let number = &self.numbers[index];
        let start = number.range.start;
        let text = self.text;
        let mut far = Vec::new();
        let mut reading = Reading {
            range: text.bytes(number.range.clone()),
            extent: text.bytes(ahead.start.min(start)..behind.end.max(number.range.end)),
            role,
            value: number.value,
            scale: number.scale,
            of: match number.form {
                Form::Fraction(of) => Some(of),
                _ => None,
            },
            noun: behind.noun,
            words: text.slice(behind.words.clone()).iter().collect(),
            direction: Direction::None,
            doubling: false,
            hedges: Hedges::NONE,
            far: Vec::new(),
            tense: Tense::Done,
            part: Part::Whole,
            doubt: None,
        };
        if !counts(role) {
            return (reading, far);
        }
        if role == Role::Rank {
            reading.noun = Some(Noun::Count);
            reading.hedges = behind.hedges.iter().chain(ahead.hedges.iter()).collect();
            if text.ends(start, "前") {
                reading.hedges = reading.hedges.with(Hedge::Within);
            }
            if text.starts(start, "首位") {
                reading.value = 1.0;
            }
            if self.each_before(from, start) {
                reading.hedges = reading.hedges.with(Hedge::Each);
            }
            return (reading, far);
        }
        let mut hedges: Hedges = behind.hedges.iter().chain(ahead.hedges.iter()).collect();
        let mut yearly = ahead.yearly;
        // Words of the clause before it.
        for (words, effect) in CLAUSE {
            let Some(at) = text.find(from..start, words) else { continue };
            let place = at..at + words.chars().count();
            let fits = match effect {
                Before::Hedge(Hedge::Average) => is_amount(behind.noun),
                _ => true,
            };
            match effect {
                Before::Hedge(hedge) if fits && !hedges.has(*hedge) => {
                    hedges = hedges.with(*hedge);
                    far.push(place);
                }
                Before::Yearly if !yearly && self.is_yearly(place.end, behind.noun) => {
                    yearly = true;
                    far.push(place);
                }
                _ => {}
            }
        }
        if is_amount(behind.noun)
            && !hedges.has(Hedge::Average)
            && let Some(at) = self.base_before(from, start)
        {
            hedges = hedges.with(Hedge::Average);
            far.push(at);
        }
        if text.ends(start, "上") && number.bare && number.chinese {
            hedges = hedges.with(Hedge::MoreThan);
        }
        if !hedges.has(Hedge::Each) && self.each_before(from, start) {
            hedges = hedges.with(Hedge::Each);
        }
        for (hedge, place) in self.far(start) {
            if !hedges.has(hedge) {
                hedges = hedges.with(hedge);
                far.push(place);
            }
        }
        reading.doubling = ahead.verb == Some(Before::Doubling)
            || behind.noun == Some(Noun::Times) && text.starts(behind.words.start, "番");
        if !is_amount(behind.noun) {
            hedges = hedges.without(Hedge::Average);
        }
        if ahead.hedges.has(Hedge::Strive) && !ahead.hedges.has(Hedge::Ensure) {
            hedges = hedges.without(Hedge::Ensure);
        }
        let level_to = ahead.to
            || (ahead.is
                || ahead.hedges.has(Hedge::Reach)
                || ahead.hedges.has(Hedge::Hold)
                || ahead.hedges.has(Hedge::Keep))
                && !matches!(ahead.verb, Some(Before::RateUp | Before::RateDown | Before::Rate));
        let rate = matches!(ahead.verb, Some(Before::RateUp | Before::RateDown | Before::Rate));
        reading.direction = match ahead.verb {
            _ if level_to && !rate => Direction::None,
            Some(Before::Up | Before::RateUp) => Direction::Up,
            Some(Before::Down | Before::RateDown) => Direction::Down,
            _ if number.form == Form::TwoDigits
                || text.starts(behind.end, "增长")
                || text.starts(behind.end, "的增长") =>
            {
                Direction::Up
            }
            _ => Direction::None,
        };
        let changed = reading.direction != Direction::None || rate;
        reading.noun = match behind.noun {
            Some(Noun::Percent) if yearly => Some(Noun::PercentAYear),
            Some(Noun::Percent) if changed => Some(Noun::PercentChange),
            Some(Noun::PerMille) if changed => Some(Noun::PerMilleChange),
            Some(Noun::Tenths) if changed => Some(Noun::TenthsChange),
            noun => noun,
        };
        if yearly && reading.noun == Some(Noun::PercentAYear) && reading.direction == Direction::None {
            reading.direction = Direction::Up;
        }
        if yearly && reading.noun != Some(Noun::PercentAYear) {
            hedges = hedges.with(Hedge::YearlyAverage);
        }
        if reading.doubling {
            reading.noun = Some(Noun::Times);
            reading.direction = Direction::Up;
        }
        reading.hedges = hedges;
        if role == Role::Ratio {
            return (reading, far);
        }
        // 人口达130万.
        if reading.noun.is_none() && number.scale >= Scale::Wan && text.ends(ahead.start, "人口") {
            reading.noun = Some(Noun::People);
            reading.extent.start = text.bytes(ahead.start - 2..ahead.start).start;
        }
        if reading.noun.is_none() && ["指数", "系数", "得分", "评分"].iter().any(|word| text.ends(ahead.start, word))
        {
            reading.noun = Some(Noun::Index);
        }
        if reading.direction == Direction::None && is_amount(reading.noun) && !level_to {
            reading.direction = self.change_of(from, start);
        }
        if reading.noun == Some(Noun::Points) && reading.direction == Direction::None {
            let clause = self.clause_start(start).max(from);
            reading.direction = match () {
                () if text.has_any(clause..start, &["高于", "快于", "高出"]) => Direction::Up,
                () if text.has_any(clause..start, &["低于", "慢于"]) => Direction::Down,
                () => Direction::None,
            };
        }
        reading.doubt = match reading.noun {
            None if behind.end > number.range.end
                || text.get(number.range.end).is_none_or(|c| STOPS.contains(c) || "、()”’ ".contains(c)) =>
            {
                Some(Doubt::NoUnit)
            }
            None => Some(Doubt::UnknownUnit),
            Some(Noun::Percent) if !self.is_share(from, index, behind, level_to) => Some(Doubt::ShareOrChange),
            Some(Noun::Points) if reading.direction == Direction::None => Some(Doubt::UpOrDown),
            _ => None,
        };
        (reading, far)
    }

    /// Whether 年均 is of the number: 年均增长, 年均新增; but not 年均浓度下降.
    fn is_yearly(&self, at: usize, noun: Option<Noun>) -> bool {
        let mut at = at;
        while let Some(word) =
            ["分别", "均", "各", "约", "实际", "名义", "递"].iter().find(|word| self.text.starts(at, word))
        {
            at += word.chars().count();
        }
        let level =
            ["浓度", "气温", "降水", "降雨", "值", "水平", "径流"].iter().any(|word| self.text.starts(at, word));
        let moves = BEFORE.iter().any(|(word, effect)| {
            matches!(effect, Before::Up | Before::Down | Before::RateUp | Before::RateDown)
                && self.text.starts(at, word)
        });
        if is_amount(noun) { !level } else { moves }
    }

    /// 增加病床3800张: the verb stands before what there is more of.
    fn change_of(&self, from: usize, start: usize) -> Direction {
        let begins = |words: &[&str]| {
            words.iter().any(|word| self.text.starts(from, word) && start - from <= word.chars().count() + 8)
        };
        if start <= from || self.text.get(from + 2).is_none_or(|c| "值到至".contains(c)) {
            Direction::None
        } else if begins(&["增加", "净增"]) {
            Direction::Up
        } else if begins(&["减少", "净减", "削减", "压减"]) {
            Direction::Down
        } else {
            Direction::None
        }
    }

    /// 均 that means each of several.
    fn each_before(&self, from: usize, start: usize) -> bool {
        (from..start).any(|at| {
            self.text.get(at) == Some('均')
                && !at
                    .checked_sub(1)
                    .and_then(|at| self.text.get(at))
                    .is_some_and(|c| "人户亩次地年月日平村校单季周".contains(c))
                && !["均衡", "均值"].iter().any(|word| self.text.starts(at, word))
        })
    }

    /// 每千人口, 每座: what the number is for each of.
    fn base_before(&self, from: usize, start: usize) -> Option<Range<usize>> {
        (from..start)
            .find(|&at| {
                self.text.get(at) == Some('每')
                    && !["年", "天", "日", "月", "季", "一", "周"].iter().any(|word| self.text.starts(at + 1, word))
            })
            .map(|at| at..at + 2)
    }

    /// Words that reach over commas.
    fn far(&self, start: usize) -> Vec<(Hedge, Range<usize>)> {
        let (sentence, clause) = (self.sentence_start(start), self.clause_start(start));
        let mut found = Vec::new();
        for (words, hedge) in FAR {
            let Some(at) = (sentence..start).rev().find(|&at| {
                self.text.starts(at, words) && !self.text.starts(at, "预期寿命") && !self.text.starts(at, "预期目标")
            }) else {
                continue;
            };
            let own = self.clause_start(at);
            let leads = self.leads(own, at);
            if own == clause || leads {
                found.push((*hedge, at..at + words.chars().count()));
            }
        }
        found
    }

    /// Whether what stands in the clause before this word is no subject of its own: nothing, a date, 要.
    fn leads(&self, own: usize, at: usize) -> bool {
        let before = self.text.slice(own..at);
        before.is_empty()
            || before.last().is_some_and(|c| "要将，年并".contains(*c))
            || before.len() <= 3 && before.last() == Some(&' ')
            || self.text.ends(at, "五年")
            || self.text.ends(at, "我们")
    }

    fn is_share(&self, from: usize, index: usize, behind: &Behind, level: bool) -> bool {
        let start = self.numbers[index].range.start;
        let text = self.text;
        let words = ["占", "率", "比重", "比例", "覆盖", "份额", "度", "合格", "达标", "为年度", "计划的", "任务的"];
        let clause = self.clause_start(start);
        level
            || text.ends(start, "的")
            || text.ends(start, "贷比")
            || text.ends(start, "入比")
            || text.get(behind.end) == Some('的')
            || text.has_any(clause.min(from)..start, &words)
            || text.get(behind.end).is_some_and(|c| !STOPS.contains(c) && !"、)和至到—-~”".contains(c))
    }

    /// 全部 and 均 behind a number bear on what it counts.
    fn wholes(&self, found: &mut [Reading], behind: &[Behind]) {
        for index in 0..found.len() {
            let number = &self.numbers[index];
            let end = behind[index].end;
            let text = self.text;
            if found[index].role == Role::Span && behind[index].noun == Some(Noun::Years) {
                let clause = self.clause_start(number.range.start);
                if text.has(clause..number.range.start, "全面") {
                    found[index].hedges = found[index].hedges.with(Hedge::All);
                }
            }
            if !counts(found[index].role)
                || matches!(found[index].noun, Some(Noun::Percent | Noun::PercentChange | Noun::PercentAYear))
            {
                continue;
            }
            let stop = self.clause_end(end);
            let next = self.numbers.get(index + 1).map_or(stop, |next| next.range.start.min(stop));
            let list =
                self.numbers.get(index + 1).filter(|next| next.range.start <= stop && text.get(end) == Some('、'));
            let until = if list.is_some() { stop } else { next };
            let counted = found[index]
                .noun
                .is_some_and(|noun| matches!(noun, Noun::Count | Noun::Households | Noun::People | Noun::Vehicles));
            let whose = text.get(end) == Some('的');
            if counted && !whose {
                for (word, hedge) in [("全部", Hedge::All), ("均", Hedge::Each)] {
                    if let Some(at) = text.find(end..until, word) {
                        let averages = word == "均"
                            && (at > 0 && text.get(at - 1).is_some_and(|c| "人户亩次地年月日平村校单季周".contains(c))
                                || text.starts(at, "均衡"));
                        if !averages && next >= at.min(next) {
                            found[index].hedges = found[index].hedges.with(hedge);
                            found[index].extent.end =
                                found[index].extent.end.max(text.bytes(at..at + word.chars().count()).end);
                        }
                    }
                }
            }
            // 公交车全部换成新能源车，共1240辆.
            let clause = self.clause_start(number.range.start);
            let total = text.ends(number.range.start, "共") && number.range.start - clause <= 3 && clause > 0;
            let before = if total { self.clause_start(clause - 1) } else { clause };
            let last = index.checked_sub(1).map_or(0, |last| behind[last].end);
            if counted && text.has(before.max(last)..number.range.start, "全部") {
                found[index].hedges = found[index].hedges.with(Hedge::All);
            }
        }
    }

    fn tenses(&self, found: &mut [Reading], context: &Context) {
        let mut sentence = context.promised;
        let mut at_clause = usize::MAX;
        let mut clause_tense = sentence;
        let mut done = 0;
        for (index, reading) in found.iter_mut().enumerate() {
            let start = self.numbers[index].range.start;
            let clause = self.clause_start(start);
            if clause != at_clause {
                // Cues of the clauses since the last number.
                let from = done.min(clause);
                let mut at = from;
                while at < start {
                    let end = self.clause_end(at).min(self.text.len());
                    let until = if at == clause { self.clause_end(start) } else { end };
                    match self.cue(at, until) {
                        Some((promised, true)) => {
                            sentence = promised;
                            clause_tense = promised;
                        }
                        Some((promised, false)) => clause_tense = promised,
                        None => clause_tense = sentence,
                    }
                    at = end + 1;
                }
                at_clause = clause;
                done = self.clause_end(start);
            }
            let promised = clause_tense && reading.part != Part::From;
            reading.tense = if promised { Tense::Promised } else { Tense::Done };
        }
    }

    /// Whether a clause tells of what is to come or of what was, and whether what follows in the sentence does too.
    fn cue(&self, start: usize, end: usize) -> Option<(bool, bool)> {
        let clause = start..end.max(start);
        let text = self.text;
        let leads = |words: &[&str]| {
            words
                .iter()
                .filter_map(|words| text.find(clause.clone(), words))
                .any(|at| self.leads(start, at) || at - start <= 2)
        };
        if text.has_any(
            clause.clone(),
            &[
                "五年来",
                "以来",
                "过去五年",
                "过去的五年",
                "初步核算",
                "去年",
                "已经",
                "比上年",
                "同比",
                "上年",
                "截至",
                "刚刚过去",
                "上半年",
                "前三季度",
                "一季度",
            ],
        ) {
            let whole = text.has_any(
                clause.clone(),
                &["五年来", "过去五年", "以来", "去年", "截至", "上半年，", "上半年", "前三季度", "一季度", "刚刚过去"],
            );
            return Some((false, whole));
        }
        if text.has_any(clause.clone(), &["今后", "未来", "下一步", "年底前", "力争到", "计划新建", "计划新增", "明年"])
            || leads(&["力争", "预计", "计划", "争取"])
            || self.to_year(clause.clone())
        {
            return Some((true, true));
        }
        if text.has_any(
            clause.clone(),
            &["力争", "有望", "预计", "目标是", "目标为", "争取", "将达", "能达", "今年能", "能到", "能来", "可望"],
        ) {
            return Some((true, false));
        }
        None
    }

    /// 到2030年.
    fn to_year(&self, clause: Range<usize>) -> bool {
        let text = self.text;
        let done = text.has_any(clause.clone(), &["已", "了", "完成"]);
        let year = |number: &Numeral| number.form == Form::Year && clause.contains(&number.range.start);
        !done
            && self
                .numbers
                .iter()
                .filter(|number| year(number))
                .any(|number| text.ends(number.range.start, "到") && number.range.start - clause.start <= 4)
    }

    /// A row of a table: a name, perhaps a unit, and cells with numbers.
    fn row(&self, context: &Context) -> Vec<Reading> {
        let text = self.text;
        let mut cells: Vec<Range<usize>> = Vec::new();
        let mut at = 0;
        while at < text.len() {
            let end = (at..text.len()).find(|&at| text.get(at) == Some(' ')).unwrap_or(text.len());
            if end > at {
                cells.push(at..end);
            }
            at = end + 1;
        }
        let unit_cell = |cell: &Range<usize>| self.unit_of_cell(cell.clone());
        let unit = cells.iter().find_map(|cell| unit_cell(cell).map(|unit| (cell.clone(), unit)));
        let name = cells.first().cloned().unwrap_or(0..0);
        let up = ["增长", "增速", "提高", "上升"]
            .iter()
            .any(|word| text.ends(name.end, word) || text.has(name.clone(), "增长率"));
        let down = ["降低", "下降", "减少", "降幅"].iter().any(|word| text.ends(name.end, word));
        let share = text.has_any(name.clone(), &["率", "比重", "占比", "比例", "占", "覆盖", "度"]);
        let mut column = 0;
        let mut found = Vec::new();
        let mut amounts: Vec<f64> = Vec::new();
        for cell in &cells {
            let inside: Vec<usize> =
                (0..self.numbers.len()).filter(|&index| cell.contains(&self.numbers[index].range.start)).collect();
            let dash = text.slice(cell.clone()).iter().all(|c| "—-".contains(*c));
            let bare = !inside.is_empty()
                && text.slice(cell.clone()).iter().all(|c| c.is_ascii_digit() || ".,-<>≥≤".contains(*c));
            for index in inside {
                let number = &self.numbers[index];
                let behind = self.behind(index);
                let ahead = self.ahead(number.range.start);
                let own_name = *cell == name || unit.as_ref().is_some_and(|(of, _)| of == cell);
                let role = match self.role(index, &behind) {
                    _ if own_name && number.bare => {
                        if text.ends(number.range.start, "每") {
                            Role::Base
                        } else {
                            Role::Name
                        }
                    }
                    Role::Measure if own_name => {
                        if text.ends(number.range.start, "每") {
                            Role::Base
                        } else {
                            Role::Name
                        }
                    }
                    Role::Name if bare => Role::Measure,
                    role => role,
                };
                let (mut reading, _) = self.measure(index, role, &behind, &ahead, cell.start);
                if counts(role) {
                    if bare || reading.noun.is_none() {
                        match &unit {
                            Some((of, (scale, noun))) => {
                                reading.noun = Some(*noun);
                                reading.scale = *scale;
                                reading.words =
                                    text.slice(of.clone()).iter().skip(scale.word().chars().count()).collect();
                                reading.doubt = None;
                                reading.far.push(text.bytes(of.clone()));
                            }
                            None => reading.doubt = Some(Doubt::NoUnit),
                        }
                    }
                    let per_cent = matches!(reading.noun, Some(Noun::Percent));
                    if per_cent && (up || down) {
                        reading.noun = Some(Noun::PercentChange);
                        reading.direction = if up { Direction::Up } else { Direction::Down };
                        reading.doubt = None;
                    } else if per_cent {
                        reading.doubt = (!share).then_some(Doubt::ShareOrChange);
                    }
                    if (text.has_any(name.clone(), &["人均", "户均", "平均"]) || text.get(name.start) == Some('每'))
                        && counts_amounts(&reading)
                        && bare
                    {
                        reading.hedges = reading.hedges.with(Hedge::Average);
                    }
                    let bracketed = text.get(cell.start) == Some('[');
                    if bracketed && reading.noun == Some(Noun::Points)
                        || bracketed && !bare && matches!(reading.noun, Some(Noun::YearsOld))
                    {
                        reading.direction = match amounts[..] {
                            [first, .., last] if last > first => Direction::Up,
                            [first, .., last] if last < first => Direction::Down,
                            _ => reading.direction,
                        };
                        reading.doubt = (reading.direction == Direction::None).then_some(Doubt::UpOrDown);
                    }
                    if bare {
                        amounts.push(reading.value);
                    }
                    let promised = match &context.columns {
                        Some(columns) if bare => columns.get(column).copied().unwrap_or(true),
                        Some(_) => true,
                        None if bare => amounts.len() > 1 || context.promised && amounts.is_empty(),
                        None => context.promised,
                    };
                    reading.tense = if promised { Tense::Promised } else { Tense::Done };
                }
                found.push(reading);
            }
            if bare || dash {
                column += 1;
            }
        }
        found
    }

    /// 亿元, %, 家: a cell that is a unit and nothing else.
    fn unit_of_cell(&self, cell: Range<usize>) -> Option<(Scale, Noun)> {
        let scale = Scale::ALL.into_iter().rev().find(|scale| self.text.starts(cell.start, scale.word()))?;
        let at = cell.start + scale.word().chars().count();
        let number = Numeral {
            range: at..at,
            form: Form::Number,
            value: 1.0,
            scale,
            chinese: false,
            bare: false,
            hedges: Hedges::NONE,
            spoken_range: false,
        };
        let (noun, words) = self.unit(at, &number)?;
        (words.end == cell.end).then_some((scale, noun))
    }
}

/// Whether a number of this role says how much, or which place.
fn counts(role: Role) -> bool {
    matches!(role, Role::Measure | Role::Rank | Role::Ratio)
}

fn lends(number: &Numeral) -> bool {
    matches!(number.form, Form::Number | Form::Year)
}

/// Amounts of things; shares and changes have no average of their own.
fn is_amount(noun: Option<Noun>) -> bool {
    !matches!(noun, Some(Noun::Percent | Noun::PerMille | Noun::Points | Noun::Tenths | Noun::Fraction | Noun::Times))
}

fn counts_amounts(reading: &Reading) -> bool {
    !matches!(
        reading.noun,
        Some(
            Noun::Percent
                | Noun::PercentChange
                | Noun::PercentAYear
                | Noun::PerMille
                | Noun::Points
                | Noun::Tenths
                | Noun::Times
        )
    )
}

fn counts_things(reading: &Reading) -> bool {
    matches!(reading.noun, Some(Noun::Count | Noun::People | Noun::Vehicles | Noun::M2))
}

/// What comes from and goes to is a level.
fn level(reading: &mut Reading) {
    reading.direction = Direction::None;
    reading.noun = match reading.noun {
        Some(Noun::PercentChange) => Some(Noun::Percent),
        Some(Noun::TenthsChange) => Some(Noun::Tenths),
        noun => noun,
    };
    if reading.doubt == Some(Doubt::ShareOrChange) {
        reading.doubt = None;
    }
}
