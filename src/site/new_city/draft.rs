//! What an article says, as far as it can be told without a person.

use crate::plan::phrase::{Stated, WHOLE, held};
use crate::plan::verify::{ArticleSentence, sentences};
use crate::quantity::{Hedge, Hedges, Noun, Tense, Unit};
use crate::reading::{Amount, Direction, Doubt, Narrator, Part, Reading, Role, read};
use std::ops::Range;

/// Longest quotation, in characters.
const MAX_PHRASE: usize = 24;
/// Longest name that is drafted.
const MAX_NAME: usize = 28;

/// An article, and what is drafted of each sentence.
pub struct Draft {
    pub title: String,
    pub sentences: Vec<DraftSentence>,
    /// In the order of the article; there is one at least where something is promised.
    pub pillars: Vec<DraftPillar>,
}

pub struct DraftSentence {
    pub source: ArticleSentence,
    pub promised: bool,
    pub heading: bool,
    /// Position of the pillar that it stands under.
    pub pillar: Option<usize>,
    pub measures: Vec<Measure>,
    /// Words with a number that measures nothing, each with its kind.
    pub listed: Vec<(String, &'static str)>,
    /// A sentence that promises, or tells a rank or a ratio, as a text with marks.
    pub words: Option<String>,
}

pub struct DraftPillar {
    pub name: String,
    pub at: String,
}

/// A number that measures something.
pub struct Measure {
    pub name: String,
    pub phrase: String,
    pub lead: String,
    pub amount: Amount,
    pub noun: String,
    pub promised: bool,
    pub doubt: Option<String>,
}

impl Draft {
    pub fn of(article: &str) -> Draft {
        let mut narrator = Narrator::default();
        let mut found: Vec<DraftSentence> = Vec::new();
        let mut pillars: Vec<DraftPillar> = Vec::new();
        let mut pillar = None;
        let mut paragraph = u16::MAX;
        let mut title = String::new();
        let mut headed = false;
        for source in sentences(article) {
            if source.at.paragraph != paragraph {
                paragraph = source.at.paragraph;
                narrator.paragraph();
            }
            let text = source.text.as_str();
            let heading = is_heading(text);
            if title.is_empty() {
                title = text.to_owned();
            }
            let context = narrator.sentence(text, heading);
            let readings = read(text, &context);
            let told = readings
                .iter()
                .find(|reading| reading.role == Role::Measure)
                .map(|reading| reading.tense == Tense::Promised);
            let promised = told.unwrap_or(context.promised);
            let counted =
                heading && context.promised && !found.is_empty() || !heading && promised && begins_pillar(text);
            // Where no heading counts them, each paragraph begins with its own.
            let bare = !readings.iter().any(|reading| reading.role == Role::Measure);
            let begins = source.at.sentence == 1 && bare && !heading && context.promised && text.chars().count() <= 40;
            let names_one = counted || begins && !headed && !found.is_empty();
            headed |= counted;
            if names_one && !text.contains(' ') && pillars.len() < 9 {
                pillars.push(DraftPillar { name: heading_name(text), at: source.at.to_string() });
                pillar = Some(pillars.len() - 1);
            } else if heading && !context.promised {
                pillar = None;
            }
            let mut sentence = DraftSentence {
                promised,
                heading,
                pillar,
                measures: Vec::new(),
                listed: Vec::new(),
                words: None,
                source,
            };
            sentence.fill(&readings);
            found.push(sentence);
        }
        let mut draft = Draft { title, sentences: found, pillars };
        draft.drop_empty_pillars();
        draft
    }

    /// A heading with nothing promised under it is no pillar; where nothing is left, all that is promised has one.
    fn drop_empty_pillars(&mut self) {
        let promises = |sentence: &DraftSentence| {
            sentence.measures.iter().any(|measure| measure.promised) || sentence.promised && sentence.words.is_some()
        };
        let used: Vec<bool> = (0..self.pillars.len())
            .map(|index| self.sentences.iter().any(|sentence| sentence.pillar == Some(index) && promises(sentence)))
            .collect();
        let mut places = Vec::new();
        let mut count = 0;
        for used in &used {
            places.push(used.then_some(count));
            count += usize::from(*used);
        }
        let mut used = used.into_iter();
        self.pillars.retain(|_| used.next() == Some(true));
        for sentence in &mut self.sentences {
            sentence.pillar = sentence.pillar.and_then(|index| places[index]);
        }
        let homeless = self.sentences.iter().position(|sentence| sentence.pillar.is_none() && promises(sentence));
        if let Some(first) = homeless {
            let at = self.sentences[first].source.at.to_string();
            let index = self.pillars.len();
            self.pillars.push(DraftPillar { name: "今后的目标".to_owned(), at });
            for sentence in self.sentences.iter_mut().filter(|sentence| promises(sentence)) {
                sentence.pillar = sentence.pillar.or(Some(index));
            }
        }
    }

    pub fn said(&self) -> String {
        let sum = |count: fn(&DraftSentence) -> usize| self.sentences.iter().map(count).sum::<usize>();
        let open = sum(|sentence| sentence.measures.iter().filter(|measure| measure.doubt.is_some()).count());
        format!(
            "{} sentences, {} numbers as entries ({open} to finish by hand), {} other numbers listed, {} promises and milestones in words, {} pillars",
            self.sentences.len(),
            sum(|sentence| sentence.measures.len()),
            sum(|sentence| sentence.listed.len()),
            sum(|sentence| usize::from(sentence.words.is_some())),
            self.pillars.len()
        )
    }
}

impl DraftSentence {
    /// Whether an entry says what the sentence says.
    pub fn is_claim(&self, draft: &Draft) -> bool {
        let at = self.source.at.to_string();
        self.words.is_some()
            || self.measures.iter().any(|measure| measure.doubt.is_none())
            || draft.pillars.iter().any(|pillar| pillar.at == at)
    }

    fn fill(&mut self, readings: &[Reading]) {
        let text = self.source.text.clone();
        let mut names = Names { text: &text, readings, subject: String::new() };
        let mut accounted: Vec<Range<usize>> = Vec::new();
        for (index, reading) in readings.iter().enumerate() {
            if reading.role != Role::Measure || reading.part == Part::High {
                continue;
            }
            let upper = readings.get(index + 1).filter(|upper| reading.part == Part::Low && upper.part == Part::High);
            let name = names.of(index);
            let measure = measure(&text, readings, index, upper, name);
            let end = upper.unwrap_or(reading).range.end;
            if measure.doubt.is_none() {
                accounted.push(reading.range.start..end);
                accounted.extend(
                    wholes(&text)
                        .filter(|whole| measure.phrase_place(&text).is_some_and(|place| within(whole, &place))),
                );
            } else {
                accounted.push(reading.range.start..end);
            }
            self.measures.push(measure);
        }
        for reading in readings.iter().filter(|reading| reading.role != Role::Measure) {
            let words = listed(&text, &reading.range, readings);
            self.listed.push((words, kind(reading)));
        }
        for whole in wholes(&text).filter(|whole| !accounted.iter().any(|done| within(whole, done))) {
            self.listed.push((text[whole].to_owned(), "condition"));
        }
        self.listed.dedup();
        let placed = readings.iter().any(|reading| matches!(reading.role, Role::Rank | Role::Ratio));
        let bare = self.measures.is_empty() && self.promised && text.chars().count() >= 6;
        if self.heading {
            return;
        }
        if bare {
            self.words = Some(marked(&text, readings));
        } else if placed {
            // Only the clauses of ranks and ratios: what else the sentence measures has its entries.
            let clauses: Vec<String> = clauses(&text)
                .filter_map(|clause| {
                    let inside: Vec<Reading> = readings
                        .iter()
                        .filter(|reading| within(&reading.range, &clause))
                        .map(|reading| moved(reading, clause.start))
                        .collect();
                    let ranks = inside.iter().any(|reading| matches!(reading.role, Role::Rank | Role::Ratio));
                    let measures = inside.iter().any(|reading| reading.role == Role::Measure);
                    (ranks && !measures).then(|| marked(&text[clause], &inside))
                })
                .collect();
            self.words = Some(clauses.join("，")).filter(|words| !words.is_empty());
        }
    }
}

/// The clauses of a sentence, without what parts them.
fn clauses(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut start = 0;
    text.split_inclusive(['，', ',', '；', ';', '。']).map(move |clause| {
        let range = start..start + clause.trim_end_matches(['，', ',', '；', ';', '。']).len();
        start += clause.len();
        range
    })
}

/// A reading as it stands in a piece of its sentence.
fn moved(reading: &Reading, start: usize) -> Reading {
    let range = reading.range.start - start..reading.range.end - start;
    Reading { range, ..reading.clone() }
}

fn within(part: &Range<usize>, whole: &Range<usize>) -> bool {
    whole.start <= part.start && part.end <= whole.end
}

fn wholes(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    WHOLE[..2].iter().flat_map(move |word| text.match_indices(word).map(|(at, word)| at..at + word.len()))
}

impl Measure {
    fn phrase_place(&self, text: &str) -> Option<Range<usize>> {
        text.find(&self.phrase).map(|at| at..at + self.phrase.len())
    }
}

/// Why a number is left open, in words.
fn why(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::NoUnit => "the text names no unit",
        Doubt::UnknownUnit => "what stands behind the number is no known unit",
        Doubt::ShareOrChange => "it can be a share or a change: choose percent or percent-change",
        Doubt::UpOrDown => "it can go up or down: choose the sign",
    }
}

/// The kind of a number that measures nothing, as `numerals` name it.
fn kind(reading: &Reading) -> &'static str {
    match reading.role {
        Role::Rank => "rank",
        Role::Ratio => "ratio",
        Role::Year => "year",
        Role::Span => "span",
        Role::Ordinal => "ordinal",
        Role::PlanName => "plan",
        Role::Enumerator => "enumerator",
        Role::Base => "base",
        Role::Name | Role::Measure => "name",
    }
}

/// A number with up to two characters on either side that are no other number's.
fn listed(text: &str, range: &Range<usize>, readings: &[Reading]) -> String {
    let free = |at: usize| !readings.iter().any(|other| other.range != *range && other.range.contains(&at));
    let plain = |c: char| c.is_alphanumeric() || "%‰℃×:∶+".contains(c);
    let behind = text[range.end..]
        .char_indices()
        .take(2)
        .take_while(|(at, c)| plain(*c) && free(range.end + at))
        .map(|(_, c)| c.len_utf8())
        .sum::<usize>();
    let before = text[..range.start]
        .char_indices()
        .rev()
        .take(2)
        .take_while(|(at, c)| plain(*c) && free(*at))
        .map(|(_, c)| c.len_utf8())
        .sum::<usize>();
    // What stands before makes it unlike other numbers of the sentence only where it has to.
    let short = &text[range.start..range.end + behind];
    if text.matches(short).count() == 1 {
        short.to_owned()
    } else {
        text[range.start - before..range.end + behind].to_owned()
    }
}

/// A sentence as a text: its numbers as names.
fn marked(text: &str, readings: &[Reading]) -> String {
    let mut words = String::new();
    let mut done = 0;
    for reading in readings {
        words.push_str(&text[done..reading.range.start]);
        let number = &text[reading.range.clone()];
        let place = match (
            number.starts_with('第') || !text[..reading.range.start].ends_with('第'),
            text[reading.range.end..].starts_with('位'),
        ) {
            (false, _) => {
                words.truncate(words.len() - '第'.len_utf8());
                format!("[第{number}]")
            }
            _ => format!("[{number}]"),
        };
        words.push_str(&place);
        done = reading.range.end;
    }
    words.push_str(&text[done..]);
    let words = words.replace('{', "（").replace('}', "）").replace('<', "＜").replace('>', "＞");
    words.trim_end_matches(['。', '！', '!', '；']).to_owned()
}

/// A line that does not end as sentences do.
fn is_heading(text: &str) -> bool {
    !text.trim_end_matches(['”', '’', '）', ')', '」', '』', '"']).ends_with(['。', '！', '？', '!'])
        && !crate::reading::is_table_row(text)
}

/// 一是…, （一）… at the head of a sentence.
fn begins_pillar(text: &str) -> bool {
    let rest = text.trim_start_matches(['（', '(']).trim_start_matches(|c: char| "一二三四五六七八九十".contains(c));
    rest.len() < text.len()
        && (rest.starts_with("是") && text.starts_with(|c: char| "一二三四五六七八九".contains(c))
            || rest.starts_with(['）', ')']))
}

/// A heading without what counts it.
fn heading_name(text: &str) -> String {
    let first = text.split(['。', '，', '；', '：', ',']).next().unwrap_or(text);
    let name = first
        .trim_start_matches(['（', '(', '第'])
        .trim_start_matches(|c: char| "一二三四五六七八九十0123456789".contains(c))
        .trim_start_matches(['、', '）', ')', '．', '.', '章', '节', '是', '\u{3000}', ' ']);
    let name: String = no_digits(name).chars().take(MAX_NAME).collect();
    if name.is_empty() { "（待写）".to_owned() } else { name }
}

/// Plain texts have no digits: those of a name are written in full width.
pub fn no_digits(text: &str) -> String {
    let digit = |c: char| c.to_digit(10).or(('０'..='９').contains(&c).then(|| c as u32 - '０' as u32));
    let wide = |c: char| digit(c).and_then(|digit| "〇一二三四五六七八九".chars().nth(digit as usize)).unwrap_or(c);
    let safe = text.chars().filter(|c| !"{}[]<>".contains(*c));
    safe.map(wide).collect()
}

/// Finds what each number is a number of.
struct Names<'a> {
    text: &'a str,
    readings: &'a [Reading],
    /// What was spoken of last.
    subject: String,
}

const STOPS: &[char] = &['，', ',', '；', ';', '。', '：', ':', '！', '？', '（', '(', '）', ')', '“', '”', '"'];

impl Names<'_> {
    fn of(&mut self, index: usize) -> String {
        let reading = &self.readings[index];
        let text = self.text;
        let start = reading.extent.start.min(reading.range.start);
        if text.contains(' ') && crate::reading::is_table_row(text) {
            let name = text.split(' ').next().unwrap_or(text);
            return self.with_way(no_digits(name), reading);
        }
        let clause =
            text[..start].rfind(STOPS).map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
        let last = self.readings[..index]
            .iter()
            .rev()
            .find(|other| other.role == Role::Measure)
            .map_or(0, |other| other.extent.end);
        let from = clause.max(last).min(start);
        let mut own = text[from..start].trim_start_matches(['、', '和', '与', '及']).to_owned();
        // 规模以上工业增加值、固定资产投资分别增长46.2%、38.1%: each its own.
        if let Some(each) = self.each(index, clause) {
            own = each;
        }
        let own = strip(&own);
        if own.chars().count() >= 2 {
            self.subject = own.clone();
            return self.with_way(own, reading);
        }
        // What follows says what it is a number of.
        let end = text[reading.extent.end..].find(STOPS).map_or(text.len(), |at| reading.extent.end + at);
        let after: String = text[reading.extent.end..end].chars().take(MAX_NAME).collect();
        let after = strip(after.trim_start_matches('的'));
        let changes = reading.direction != Direction::None;
        if !changes && after.chars().count() >= 2 && !after.chars().any(|c| c.is_ascii_digit()) {
            self.subject = after.clone();
            return after;
        }
        if self.subject.is_empty() {
            self.subject = "（待写）".to_owned();
        }
        self.with_way(self.subject.clone(), reading)
    }

    /// The words that say which way a change goes are part of what is measured.
    fn with_way(&self, name: String, reading: &Reading) -> String {
        let yearly = reading.noun == Some(Noun::PercentAYear);
        let points = reading.noun == Some(Noun::Points);
        let way = match reading.direction {
            Direction::None => "",
            Direction::Up if points => "提高",
            Direction::Down if points => "下降",
            _ if yearly => "年均增速",
            _ if reading.noun == Some(Noun::Times) => "增长",
            Direction::Up => "增长",
            Direction::Down => "下降",
        };
        let name: String = name.chars().take(MAX_NAME).collect();
        if way.is_empty() || name.ends_with(way) { name } else { [name.as_str(), way].concat() }
    }

    /// The name of this one of several that were listed before their numbers.
    fn each(&self, index: usize, clause: usize) -> Option<String> {
        let text = self.text;
        let first = (0..=index)
            .rev()
            .take_while(|&at| {
                self.readings[at].range.start >= clause
                    && (at == index
                        || self.readings[at + 1].extent.start <= self.readings[at].extent.end + 6
                            && self.readings[at].role == Role::Measure)
            })
            .last()?;
        let start = self.readings[first].extent.start;
        let names = text.get(clause.min(start)..start)?;
        let names: Vec<&str> =
            names.trim_end_matches("分别").split(['、', '和', '与']).filter(|name| !name.is_empty()).collect();
        let count = self.readings[first..].iter().take_while(|other| other.role == Role::Measure).count();
        (names.len() >= 2 && names.len() <= count && index - first < names.len())
            .then(|| names[index - first].to_owned())
    }
}

/// Without words that say when and how firmly.
fn strip(words: &str) -> String {
    const AHEAD: &[&str] = &[
        "力争",
        "预计",
        "确保",
        "其中",
        "全年",
        "今后五年",
        "未来五年",
        "五年来",
        "争取",
        "到",
        "年",
        "将",
        "并",
        "实现",
        "完成",
        "时期",
        "期间",
        "达到",
        "二是",
        "一是",
        "三是",
        "四是",
        "五是",
    ];
    const BEHIND: &[&str] = &[
        "由", "从", "分别", "达到", "达", "为", "的", "至", "到", "均", "各", "年均", "累计", "总计", "共", "已", "再",
        "将",
    ];
    let mut name = no_digits(words.trim());
    loop {
        let before = name.clone();
        for word in AHEAD {
            if let Some(rest) = name.strip_prefix(word).filter(|rest| rest.chars().count() >= 2) {
                name = rest.to_owned();
            }
        }
        for word in BEHIND {
            if let Some(rest) = name.strip_suffix(word) {
                name = rest.to_owned();
            }
        }
        name = name.trim_matches(['、', '—', '-', '·', ' ', '“', '”']).to_owned();
        if name == before {
            return name;
        }
    }
}

/// A number as an entry, with the words that hold it.
fn measure(text: &str, readings: &[Reading], index: usize, upper: Option<&Reading>, name: String) -> Measure {
    let reading = &readings[index];
    let amount = reading.amount(upper);
    let row = crate::reading::is_table_row(text);
    let end = upper.unwrap_or(reading).extent.end.max(reading.extent.end);
    let extent = reading.extent.start.min(reading.range.start)..end;
    let mut doubt = reading.doubt.map(why).map(str::to_owned);
    let stated = amount.unit.map(|unit| Stated { value: amount.value, to: amount.to, unit });
    let mut quoted = None;
    if doubt.is_none()
        && let Some(stated) = &stated
    {
        quoted = quote(text, extent.clone(), reading, stated, amount.hedges, row);
        if quoted.is_none() {
            doubt = Some("no short quotation holds all that the sentence says of it".to_owned());
        }
        if let Err(rule) = stated.unit.check(amount.value) {
            doubt = Some(format!("in {} it must be {rule}", stated.unit.name()));
        }
        if let Some(to) = amount.to
            && (to <= amount.value || amount.value < 0.0)
        {
            doubt = Some("a range of what falls is a promise in words: commitments.toml".to_owned());
        }
        if amount.to.is_some() && stated.unit == Unit::PERCENT_A_YEAR {
            doubt = Some("a pace has one value; a range of paces is a promise in words: commitments.toml".to_owned());
        }
    }
    let (phrase, lead) = quoted.unwrap_or_else(|| (clause(text, &extent), String::new()));
    let noun = reading.words.clone();
    let promised = reading.tense == Tense::Promised;
    Measure { name, phrase, lead, amount, noun, promised, doubt }
}

/// The shortest quotation, with a lead where it needs one, that holds the number with every hedge of the sentence.
fn quote(
    text: &str,
    extent: Range<usize>,
    reading: &Reading,
    stated: &Stated,
    hedges: Hedges,
    row: bool,
) -> Option<(String, String)> {
    let length = |range: &Range<usize>| text[range.clone()].chars().count();
    let holds = |phrase: &Range<usize>, lead: &str| {
        let found = held(&text[phrase.clone()], lead, stated);
        found.is_some_and(|held| {
            held.hedges == hedges
                && held.range.is_some_and(|range| {
                    phrase.start + range.start == reading.range.start
                        || text[phrase.clone()].matches(&text[reading.range.clone()]).count() == 1
                })
        })
    };
    if row {
        let name = text.split(' ').next().unwrap_or("").len();
        let cell_end = text[extent.end..].find(' ').map_or(text.len(), |at| extent.end + at);
        let cell = text[..extent.start].rfind(' ').map_or(0, |at| at + 1);
        let whole = 0..cell_end;
        if length(&whole) <= MAX_PHRASE && holds(&whole, "") {
            return Some((text[whole].to_owned(), String::new()));
        }
        // The cells with numbers, under the row's name and unit.
        let first = text[name..]
            .char_indices()
            .find(|(at, c)| c.is_ascii_digit() && text[..name + at].ends_with([' ', '≥', '≤', '>', '<', '＞', '＜']))
            .map(|(at, _)| name + at)?;
        let lead = text[..first].trim_end_matches([' ', '≥', '≤', '>', '<', '＞', '＜']).len();
        for start in [lead + 1, cell] {
            let all = start..text.len();
            let cells = start..cell_end;
            for phrase in [cells, all] {
                if phrase.start < phrase.end && length(&phrase) <= MAX_PHRASE && holds(&phrase, &text[..lead]) {
                    return Some((text[phrase].to_owned(), text[..lead].to_owned()));
                }
            }
        }
        return None;
    }
    // From the words right before the number outwards to what is a whole clause, as far as it is short enough.
    let clause =
        text[..extent.start].rfind(STOPS).map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
    let clause_end = text[extent.end..].find(STOPS).map_or(text.len(), |at| extent.end + at);
    let starts: Vec<usize> = std::iter::once(extent.start)
        .chain(text[..extent.start].char_indices().rev().map(|(at, _)| at))
        .take(MAX_PHRASE)
        .collect();
    let ends: Vec<usize> = std::iter::once(extent.end)
        .chain(text[extent.end..].char_indices().map(|(at, c)| extent.end + at + c.len_utf8()))
        .take(MAX_PHRASE)
        .collect();
    let fits = |range: &Range<usize>| length(range) <= MAX_PHRASE;
    let whole = clause..clause_end;
    let to_number = clause..extent.end;
    for phrase in [to_number, whole] {
        if fits(&phrase) && holds(&phrase, "") {
            return Some((text[phrase].to_owned(), String::new()));
        }
    }
    let far: Vec<&Range<usize>> = {
        let mut far: Vec<&Range<usize>> = reading.far.iter().filter(|place| place.end <= extent.start).collect();
        far.sort_by_key(|place| place.start);
        far
    };
    for &start in &starts {
        let lead: Vec<&str> =
            far.iter().filter(|place| place.end <= start).map(|place| &text[(*place).clone()]).collect();
        let lead = lead.join("…");
        for &end in ends.iter().take(if start >= clause { ends.len() } else { 6 }) {
            let phrase = start..end;
            if fits(&phrase) && end <= clause_end.max(extent.end) && holds(&phrase, &lead) {
                return Some((grown(text, phrase, clause, &lead, &holds), lead));
            }
        }
    }
    None
}

/// The quotation with as much of its clause before it as is short enough and changes nothing.
fn grown(
    text: &str,
    phrase: Range<usize>,
    clause: usize,
    lead: &str,
    holds: &dyn Fn(&Range<usize>, &str) -> bool,
) -> String {
    let room = MAX_PHRASE.saturating_sub(text[phrase.clone()].chars().count());
    let starts: Vec<usize> =
        text[..phrase.start].char_indices().rev().map(|(at, _)| at).take(room).take_while(|at| *at >= clause).collect();
    let best = starts.into_iter().rev().find(|start| lead.is_empty() && holds(&(*start..phrase.end), lead));
    text[best.unwrap_or(phrase.start)..phrase.end].to_owned()
}

/// The clause around a place, cut to what may be quoted.
fn clause(text: &str, extent: &Range<usize>) -> String {
    let start =
        text[..extent.start].rfind(STOPS).map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
    let behind: usize = text[extent.end..].chars().take_while(|c| !STOPS.contains(c)).take(6).map(char::len_utf8).sum();
    let all = &text[start..extent.end + behind];
    let skip = all.chars().count().saturating_sub(MAX_PHRASE);
    let cut: String = all.chars().skip(skip).collect();
    if text[extent.clone()].chars().count() > MAX_PHRASE {
        text[extent.clone()].chars().take(MAX_PHRASE).collect()
    } else {
        cut
    }
}

/// The words around a number that say its hedges, in each language: 力争超过{promise}.
pub fn said(slot: &str, hedges: Hedges, unit: Unit) -> [String; 2] {
    use crate::quantity::Lang;
    Lang::ALL.map(|lang| {
        let (mut before, mut behind) = (String::new(), String::new());
        for hedge in hedges.iter() {
            let [first, last] = match hedge {
                Hedge::All if unit == Unit::PERCENT => lang.pick(["全覆盖，", ""], ["full coverage, ", ""]),
                Hedge::Reach if slot == "past" => lang.pick(["达到", ""], ["reached ", ""]),
                Hedge::Reach => lang.pick(["达到", ""], ["to reach ", ""]),
                hedge => hedge.said(lang),
            };
            before.push_str(first);
            behind.push_str(last);
        }
        format!("{before}{{{slot}}}{behind}")
    })
}
