//! An article as sentences, each known by the hash of its text.

use super::compact;
use crate::plan::Locator;
use crate::reading::{Difference, is_table_row, is_unseen, usual};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt;

/// What stands between the paragraphs of an article.
const PARAGRAPH: &str = "\u{3000}\u{3000}";
/// So many lines are tried as one sentence where a copy has lost what stands between its paragraphs.
const LINES_TRIED: usize = 8;

/// SHA-256 of a sentence in UTF-8 without any white space. Prints as hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hash([u8; 32]);

impl Hash {
    /// Of `text` as it is.
    pub fn of(text: &str) -> Hash {
        Hash(Sha256::digest(text).into())
    }

    /// From 64 hexadecimal digits.
    pub fn parse(digits: &str) -> Option<Hash> {
        let mut bytes = [0; 32];
        (digits.len() == 64).then_some(())?;
        for (byte, pair) in bytes.iter_mut().zip(digits.as_bytes().chunks(2)) {
            let digit = |digit: u8| (digit as char).to_digit(16);
            *byte = (digit(pair[0])? * 16 + digit(pair[1])?) as u8;
        }
        Some(Hash(bytes))
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// Without white space, but for what parts the cells of a table.
pub(super) fn squeezed(text: &str) -> String {
    let trimmed = text.trim();
    if !is_table_row(trimmed) {
        return compact(text);
    }
    trimmed.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A sentence of an article, without white space but for the cells of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct ArticleSentence {
    pub at: Locator,
    /// As it is written; or in usual characters, where it is known by these alone.
    pub text: String,
    /// Of `text` without any white space.
    pub sha256: Hash,
    /// What was written otherwise than `text`.
    pub differences: Vec<Difference>,
}

/// The text of a sentence as it is known, and what was written otherwise.
struct Reading {
    text: String,
    differences: Vec<Difference>,
}

impl Reading {
    /// The text as it is where it is known so, which comes first; else in usual characters.
    fn known(text: &str, known: &impl Fn(&Hash) -> bool) -> Option<Reading> {
        if known(&Hash::of(&compact(text))) {
            return Some(Reading::exact(text.to_owned()));
        }
        let found = usual(text).into_iter().find(|usual| known(&Hash::of(&usual.text)))?;
        Some(Reading { text: found.text, differences: found.differences })
    }

    fn exact(text: String) -> Reading {
        Reading { text, differences: Vec::new() }
    }
}

/// Splits an article into paragraphs and sentences.
pub fn sentences(article: &str) -> Vec<ArticleSentence> {
    placed(&paragraphs(article), |_| true)
}

/// The same; but where a copy has lost its paragraphs, sentences are found by what is `known`: a sentence that is not
/// is taken apart where its lines, one or several together, are known.
///
/// Of two ways to part paragraphs the one counts that finds more of what is known, and more of it in its place.
pub(super) fn sentences_knowing(
    article: &str,
    known: impl Fn(&Hash) -> bool,
    placed_so: impl Fn(&ArticleSentence) -> bool,
) -> Vec<ArticleSentence> {
    let by_lines = placed(&paragraphs(article), &known);
    let by_spaces = placed(&by_wide_spaces(article), &known);
    let count = |found: &[ArticleSentence]| {
        let all = found.iter().filter(|sentence| known(&sentence.sha256));
        (all.clone().count(), all.filter(|sentence| placed_so(sentence)).count())
    };
    if count(&by_spaces) > count(&by_lines) { by_spaces } else { by_lines }
}

/// Whether the text is so long a line that nobody can tell its paragraphs.
pub fn has_no_paragraphs(article: &str) -> bool {
    let found = sentences(article);
    found.len() > 20 && found.iter().all(|sentence| sentence.at.paragraph == 0)
}

fn placed(paragraphs: &[String], known: impl Fn(&Hash) -> bool) -> Vec<ArticleSentence> {
    let mut found = Vec::new();
    for (paragraph, text) in paragraphs.iter().enumerate() {
        let first = found.len();
        for reading in pieces(text).into_iter().flat_map(|text| lines_knowing(text, &known)) {
            let number = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
            found.push(ArticleSentence {
                at: Locator { paragraph: number(paragraph), sentence: number(found.len() - first + 1) },
                sha256: Hash::of(&compact(&reading.text)),
                text: reading.text,
                differences: reading.differences,
            });
        }
    }
    found
}

/// Paragraphs parted by two wide spaces, in a line or at its head.
fn by_wide_spaces(article: &str) -> Vec<String> {
    let paragraphs = article.trim_start_matches('\u{feff}').trim().split(PARAGRAPH);
    paragraphs.filter(|text| !text.trim().is_empty()).map(str::to_owned).collect()
}

/// Paragraphs as the text has them: begun by two wide spaces, by white space at the head of a line, or else lines.
fn paragraphs(article: &str) -> Vec<String> {
    let lines: Vec<&str> =
        article.trim_start_matches('\u{feff}').lines().filter(|line| !line.trim().is_empty()).collect();
    let indented = |line: &str| line.starts_with(PARAGRAPH) || line.starts_with("  ") || line.starts_with('\t');
    let heads = lines.iter().filter(|line| indented(line)).count();
    if heads < 2 && article.contains(PARAGRAPH) || lines.len() < 2 {
        return by_wide_spaces(article);
    }
    let longest = lines.iter().map(|line| line.chars().count()).max().unwrap_or(0);
    let mut found: Vec<String> = Vec::new();
    let mut before = "";
    for line in lines {
        // Where heads are indented, other lines run on; where none are, only full ones that end within a sentence do.
        let full = before.chars().count() * 5 >= longest * 4 && longest >= 20;
        let run_on =
            if heads >= 2 { !indented(line) && !is_heading(line) } else { full && !ends(before) && !is_heading(line) };
        match found.last_mut().filter(|_| run_on && !is_row(line) && !is_row(before)) {
            Some(paragraph) => {
                paragraph.push('\n');
                paragraph.push_str(line);
            }
            None => found.push(line.to_owned()),
        }
        before = line;
    }
    found
}

/// Whether a line begins as headings do.
fn is_heading(line: &str) -> bool {
    let line = line.trim_start();
    let number = line
        .trim_start_matches(['（', '(', '第'])
        .trim_start_matches(|c: char| "一二三四五六七八九十0123456789".contains(c));
    let counted = number.len() < line.len() && !number.starts_with(['年', '是']);
    counted && number.starts_with(['、', '）', ')', '．', '章', '节', '篇']) && !ends(line)
}

fn is_row(line: &str) -> bool {
    line.contains('\t') || is_table_row(line.trim())
}

/// The marks that end a sentence, and those that close behind them.
const STOPS: &[char] = &['。', '！', '？', '!'];
const CLOSERS: &[char] = &['”', '’', '）', ')', '」', '』', '"'];

fn ends(line: &str) -> bool {
    line.trim_end().trim_end_matches(CLOSERS).ends_with(STOPS)
}

/// Splits a paragraph behind what ends its sentences.
fn pieces(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((_, c)) = chars.next() {
        if !STOPS.contains(&c) {
            continue;
        }
        while chars.next_if(|(_, next)| STOPS.contains(next) || CLOSERS.contains(next)).is_some() {}
        let end = chars.peek().map_or(text.len(), |(at, _)| *at);
        found.push(&text[start..end]);
        start = end;
    }
    found.push(&text[start..]);
    found
}

/// A sentence, or the sentences that its lines are; without white space.
fn lines_knowing(text: &str, known: &impl Fn(&Hash) -> bool) -> Vec<Reading> {
    let whole = squeezed(text);
    if whole.chars().all(is_unseen) {
        return Vec::new();
    }
    if let Some(reading) = Reading::known(&whole, known) {
        return vec![reading];
    }
    let lines: Vec<String> = text.lines().map(squeezed).filter(|line| !line.is_empty()).collect();
    if lines.len() < 2 {
        return vec![Reading::exact(whole)];
    }
    let mut found = Vec::new();
    let mut unknown = String::new();
    let rest = |unknown: &mut String| Some(std::mem::take(unknown)).filter(|text| !text.is_empty()).map(Reading::exact);
    let mut at = 0;
    while at < lines.len() {
        let ends = at + 1..=lines.len().min(at + LINES_TRIED);
        let mut together = ends.map(|end| (end, lines[at..end].concat()));
        match together.find_map(|(end, text)| Some((end, Reading::known(&text, known)?))) {
            Some((end, reading)) => {
                found.extend(rest(&mut unknown));
                found.push(reading);
                at = end;
            }
            None => {
                unknown.push_str(&lines[at]);
                at += 1;
            }
        }
    }
    found.extend(rest(&mut unknown));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(article: &str) -> Vec<(String, String)> {
        sentences(article).into_iter().map(|sentence| (sentence.at.to_string(), sentence.text)).collect()
    }

    #[test]
    fn paragraphs_and_sentences_are_counted_as_locators_count_them() {
        let found = places("题目　　一段。又一句。　　没有句号——");
        let places: Vec<&str> = found.iter().map(|(at, _)| at.as_str()).collect();
        assert_eq!(places, ["p0s1", "p1s1", "p1s2", "p2s1"]);
        assert_eq!(found[1].1, "一段。");
        assert_eq!(found[3].1, "没有句号——");
    }

    #[test]
    fn white_space_and_line_breaks_of_a_pasted_copy_change_nothing() {
        assert_eq!(sentences("题目　　一段。又一句。"), sentences("\u{feff} 题目\r\n　　一 段。\n又一\u{a0}句。\n\n"));
    }

    #[test]
    fn known_headings_are_found_where_paragraphs_are_lines() {
        let known = [Hash::of("题目"), Hash::of("又一个小标题——"), Hash::of("一段。")];
        let found = sentences_knowing(
            "题目\n又一个\n小标题——\n\n多出来的\n一\n段。还有。",
            |hash| known.contains(hash),
            |_| false,
        );
        let texts: Vec<&str> = found.iter().map(|sentence| sentence.text.as_str()).collect();
        assert_eq!(texts, ["题目", "又一个小标题——", "多出来的", "一段。", "还有。"]);
    }

    #[test]
    fn a_sentence_is_known_by_its_usual_characters_where_it_is_not_as_it_is() {
        let known = [Hash::of("一段“话”。"), Hash::of("⼆段。")];
        let found = sentences_knowing("⼀段\r\n\"话\u{200b}\"。⼆段。", |hash| known.contains(hash), |_| false);
        let texts: Vec<(&str, usize)> =
            found.iter().map(|sentence| (sentence.text.as_str(), sentence.differences.len())).collect();
        assert_eq!(texts, [("一段“话”。", 3), ("⼆段。", 0)], "exact comes first");
    }

    #[test]
    fn a_hash_is_that_of_the_sentence_in_utf_8_with_its_full_stop() {
        // printf '一段。' | sha256sum
        const DIGITS: &str = "325c075928ff51fc1002f007d8a185af32cedf450992857976dccbc9e7ae1734";
        assert_eq!(sentences("题　　一段。")[1].sha256.to_string(), DIGITS);
        assert_eq!(Hash::parse(DIGITS), Some(Hash::of("一段。")));
        assert_eq!(Hash::parse(&DIGITS.replace('3', "g")), None);
    }
}
