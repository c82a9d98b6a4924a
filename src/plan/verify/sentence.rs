//! An article as sentences, each known by the hash of its text.

use super::characters::{Difference, is_unseen, usual};
use super::compact;
use crate::plan::Locator;
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

/// A sentence of an article, without white space.
#[derive(Clone, Debug, PartialEq)]
pub struct ArticleSentence {
    pub at: Locator,
    /// As it is written; or in usual characters, where it is known by these alone.
    pub text: String,
    /// Of `text`.
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
        if known(&Hash::of(text)) {
            return Some(Reading::exact(text.to_owned()));
        }
        let found = usual(text).into_iter().find(|usual| known(&Hash::of(&usual.text)))?;
        Some(Reading { text: found.text, differences: found.differences })
    }

    fn exact(text: String) -> Reading {
        Reading { text, differences: Vec::new() }
    }
}

/// Splits an article at `　　` into paragraphs and at `。` into sentences.
pub fn sentences(article: &str) -> Vec<ArticleSentence> {
    sentences_knowing(article, |_| true)
}

/// The same; but where a sentence is not `known` and its lines, one or several together, are, each of these is a
/// sentence. So headings, which have no full stop, are found in a copy whose paragraphs are lines.
pub(super) fn sentences_knowing(article: &str, known: impl Fn(&Hash) -> bool) -> Vec<ArticleSentence> {
    let paragraphs = article.trim_start_matches('\u{feff}').trim().split(PARAGRAPH);
    let mut found = Vec::new();
    for (paragraph, text) in paragraphs.filter(|text| !text.trim().is_empty()).enumerate() {
        let first = found.len();
        for reading in text.split_inclusive('。').flat_map(|text| lines_knowing(text, &known)) {
            let number = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
            found.push(ArticleSentence {
                at: Locator { paragraph: number(paragraph), sentence: number(found.len() - first + 1) },
                sha256: Hash::of(&reading.text),
                text: reading.text,
                differences: reading.differences,
            });
        }
    }
    found
}

/// A sentence, or the sentences that its lines are; without white space.
fn lines_knowing(text: &str, known: &impl Fn(&Hash) -> bool) -> Vec<Reading> {
    let whole = compact(text);
    if whole.chars().all(is_unseen) {
        return Vec::new();
    }
    if let Some(reading) = Reading::known(&whole, known) {
        return vec![reading];
    }
    let lines: Vec<String> = text.lines().map(compact).filter(|line| !line.is_empty()).collect();
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
        let found =
            sentences_knowing("题目\n又一个\n小标题——\n\n多出来的\n一\n段。还有。", |hash| {
                known.contains(hash)
            });
        let texts: Vec<&str> = found.iter().map(|sentence| sentence.text.as_str()).collect();
        assert_eq!(texts, ["题目", "又一个小标题——", "多出来的", "一段。", "还有。"]);
    }

    #[test]
    fn a_sentence_is_known_by_its_usual_characters_where_it_is_not_as_it_is() {
        let known = [Hash::of("一段“话”。"), Hash::of("⼆段。")];
        let found = sentences_knowing("⼀段\r\n\"话\u{200b}\"。⼆段。", |hash| known.contains(hash));
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
