//! A text in the characters that the reader knows, each with its place in the text as it was written.

use super::characters::{is_unseen, look_up};
use std::ops::Range;

/// Characters of traditional texts in the words that bear on numbers, each before the simplified one.
const TRADITIONAL: &str = "億亿萬万餘余個个兩两約约過过內内爭争長长減减達达標标戶户畝亩張张噸吨頃顷間间條条輛辆臺台歲岁時时鐘钟計计\
將将確确穩稳維维佔占擴扩縮缩壓压項项處处筆笔幾几數数點点負负後后億亿來来農农業业産产產产覆覆蓋盖預预過过來来總总額额\
現现實实為为調调擔担變变層层勢势屬属擁拥顯显歷历從从與与當当節节東东長长漲涨跌跌昇升銷销費费財财稅税質质價价規规劃划務务隻只艘艘門门間间關关開开際际場场次次員员";

/// Signs with more than one shape, each before the usual one.
const SIGNS: &str = "％%．.−-－-～~〜~∶:：:／/＞>＜<≧≥≦≤⩾≥⩽≤＋+（(）)［[］]【[】]｛{｝}；;！!？?○〇◯〇–—―—─—－-　 「“」”『‘』’｡。､、＝=＆&";

/// The text, and where each of its characters stands in bytes.
pub(super) struct Plain {
    chars: Vec<char>,
    places: Vec<usize>,
}

impl Plain {
    pub fn of(text: &str) -> Plain {
        let mut chars: Vec<char> = Vec::with_capacity(text.len() / 3);
        let mut places = Vec::with_capacity(text.len() / 3 + 1);
        let written: Vec<(usize, char)> = text.char_indices().collect();
        for (index, (place, found)) in written.iter().enumerate() {
            if is_unseen(*found) {
                continue;
            }
            let near = |step: isize| {
                let at = index.checked_add_signed(step)?;
                written.get(at).map(|(_, c)| *c)
            };
            let c = match *found {
                // Full-width commas group full-width digits; in other places they part.
                ',' | '，' if groups(*found, near(-1), &written[index + 1..]) => ',',
                ',' => '，',
                c if c.is_whitespace() => ' ',
                c if c.is_ascii() => c,
                c => pair(SIGNS, c).or_else(|| pair(TRADITIONAL, c)).or_else(|| look_up(c)).unwrap_or(c),
            };
            chars.push(c);
            places.push(*place);
        }
        places.push(text.len());
        let mut plain = Plain { chars, places };
        if !is_table_row(&plain.chars) {
            plain.close_up();
        }
        plain
    }

    /// Takes out white space, but for what parts two numbers.
    fn close_up(&mut self) {
        let part = |c: Option<&char>| c.is_some_and(|c| c.is_ascii_digit());
        let keep: Vec<bool> = (0..self.chars.len())
            .map(|at| {
                let before = self.chars[..at].iter().rev().find(|c| **c != ' ');
                let after = self.chars[at..].iter().find(|c| **c != ' ');
                self.chars[at] != ' ' || part(before) && part(after) && self.chars.get(at + 1) != Some(&' ')
            })
            .collect();
        let mut keeps = keep.iter();
        self.chars.retain(|_| keeps.next() == Some(&true));
        let mut keeps = keep.iter().chain([&true]);
        self.places.retain(|_| keeps.next() == Some(&true));
    }

    pub fn len(&self) -> usize {
        self.chars.len()
    }

    pub fn get(&self, at: usize) -> Option<char> {
        self.chars.get(at).copied()
    }

    /// Empty where the range runs backwards.
    pub fn slice(&self, range: Range<usize>) -> &[char] {
        self.chars.get(range).unwrap_or(&[])
    }

    pub fn is_table_row(&self) -> bool {
        is_table_row(&self.chars)
    }

    /// Whether `words` stand from this character on.
    pub fn starts(&self, at: usize, words: &str) -> bool {
        let mut rest = self.chars.get(at..).unwrap_or(&[]).iter();
        words.chars().all(|c| rest.next() == Some(&c))
    }

    /// Whether `words` end right before this character.
    pub fn ends(&self, at: usize, words: &str) -> bool {
        let mut rest = self.chars[..at.min(self.len())].iter().rev();
        words.chars().rev().all(|c| rest.next() == Some(&c))
    }

    /// Where `words` first stand in a range.
    pub fn find(&self, range: Range<usize>, words: &str) -> Option<usize> {
        let length = words.chars().count();
        range.clone().find(|&at| at + length <= range.end && self.starts(at, words))
    }

    pub fn has(&self, range: Range<usize>, words: &str) -> bool {
        self.find(range, words).is_some()
    }

    pub fn has_any(&self, range: Range<usize>, words: &[&str]) -> bool {
        words.iter().any(|words| self.has(range.clone(), words))
    }

    /// In bytes of the text as it was written; what is not seen stays with what is before it.
    pub fn bytes(&self, range: Range<usize>) -> Range<usize> {
        self.places[range.start]..self.places[range.end]
    }
}

/// Whether a comma stands between groups of digits of its own width.
fn groups(comma: char, before: Option<char>, after: &[(usize, char)]) -> bool {
    let digits = if comma == ',' { '0'..='9' } else { '０'..='９' };
    let is_digit = |c: char| digits.contains(&c);
    let run = after.iter().take_while(|(_, c)| is_digit(*c)).count();
    before.is_some_and(is_digit) && run == 3
}

/// Cells parted by white space, some of which are numbers, and no sentence.
pub fn is_row(text: &str) -> bool {
    is_table_row(
        &text.chars().map(|c| if c.is_whitespace() { ' ' } else { pair(SIGNS, c).unwrap_or(c) }).collect::<Vec<_>>(),
    )
}

fn is_table_row(chars: &[char]) -> bool {
    let cells: Vec<&[char]> = chars.split(|c| *c == ' ').filter(|cell| !cell.is_empty()).collect();
    let bare = |cell: &&[char]| {
        let digits = cell.iter().any(char::is_ascii_digit);
        let rest = cell.iter().all(|c| c.is_ascii_digit() || ".,-<>≥≤=%—".contains(*c));
        rest && (digits || cell.iter().all(|c| "—-".contains(*c)))
    };
    cells.len() >= 3
        && cells.iter().filter(|cell| bare(cell)).count() >= 2
        && !chars.iter().any(|c| "。!?".contains(*c))
}

/// The second of a pair in a list of pairs.
pub(super) fn pair(pairs: &str, first: char) -> Option<char> {
    let mut chars = pairs.chars();
    while let (Some(one), Some(other)) = (chars.next(), chars.next()) {
        if one == first {
            return Some(other);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_kept_through_every_change() {
        let text = "增长\u{200b} ８．５％，約１，２０４個";
        let plain = Plain::of(text);
        let all: String = plain.slice(0..plain.len()).iter().collect();
        assert_eq!(all, "增长8.5%，约1,204个");
        assert_eq!(&text[plain.bytes(2..6)], "８．５％");
        assert_eq!(&text[plain.bytes(8..13)], "１，２０４");
    }
}
