//! Pinyin in a search, as it is typed: whole syllables of which the last may be unfinished, or initials.
//!
//! What is typed is compared with the readings of characters that stand side by side, so it never matches within the
//! letters of a syllable, nor within an English word.

use super::SearchTable;
use crate::text::ordered_by;

#[derive(Debug)]
pub struct Pinyin {
    /// Characters and their readings, sorted by character.
    characters: Vec<(char, Vec<&'static str>)>,
    /// For each sound, the initials of its readings as bits; none for [`BREAK`].
    initials: Vec<u32>,
}

/// The sound of what is no character of [`Pinyin`]. The others are numbers: one more than the character's position there.
const BREAK: u16 = 0;

impl Pinyin {
    pub fn of(table: &SearchTable) -> Pinyin {
        let mut pairs: Vec<(char, &'static str)> = Vec::new();
        for reading in table.readings.items() {
            pairs.extend(reading.characters.as_str().chars().map(|c| (c, reading.syllable.as_str())));
        }
        let pairs = ordered_by(pairs, |(c, _)| [f64::from(u32::from(*c)), 0.0]);
        let mut characters: Vec<(char, Vec<&'static str>)> = Vec::new();
        for (c, syllable) in pairs {
            match characters.last_mut() {
                Some((last, syllables)) if *last == c => syllables.push(syllable),
                _ => characters.push((c, vec![syllable])),
            }
        }
        characters.truncate(usize::from(u16::MAX));
        let of = |syllable: &&str| bit(syllable) | double(syllable).map_or(0, |(bit, _)| bit);
        let initials = characters.iter().map(|(_, syllables)| syllables.iter().map(of).fold(0, |all, one| all | one));
        Pinyin { initials: std::iter::once(0).chain(initials).collect(), characters }
    }

    /// The sounds of a text, with one [`BREAK`] for whatever lies between characters.
    pub fn sounds(&self, text: &str) -> Vec<u16> {
        let mut sounds = Vec::new();
        for c in text.chars() {
            match self.characters.binary_search_by_key(&c, |(known, _)| *known) {
                Ok(position) => sounds.push(position as u16 + 1),
                Err(_) if sounds.last() != Some(&BREAK) => sounds.push(BREAK),
                Err(_) => {}
            }
        }
        sounds
    }

    fn readings(&self, sound: u16) -> &[&'static str] {
        let position = usize::from(sound).checked_sub(1);
        position.and_then(|position| self.characters.get(position)).map_or(&[], |(_, syllables)| syllables)
    }
}

/// Letters that may spell characters.
#[derive(Debug)]
pub struct Spelling {
    letters: String,
    /// The letters as initials, as bits; once letter by letter, once with zh, ch and sh as one.
    initials: [Vec<u32>; 2],
}

impl Spelling {
    /// Of lower-case ASCII letters. None for a single one, which would find nearly everything.
    pub fn of(letters: &str) -> Option<Spelling> {
        if letters.len() < 2 || !letters.bytes().all(|letter| letter.is_ascii_lowercase()) {
            return None;
        }
        let mut doubled = Vec::new();
        let mut rest = letters;
        while !rest.is_empty() {
            let (bit, length) = double(rest).unwrap_or((bit(rest), 1));
            doubled.push(bit);
            rest = &rest[length..];
        }
        let single = (0..letters.len()).map(|at| bit(&letters[at..])).collect();
        Some(Spelling { letters: letters.to_owned(), initials: [single, doubled] })
    }

    pub fn is_in(&self, sounds: &[u16], pinyin: &Pinyin) -> bool {
        // Every spelling begins with the first initial; most sounds have another.
        let first = self.initials[0][0] | self.initials[1][0];
        (0..sounds.len()).filter(|at| pinyin.initials[usize::from(sounds[*at])] & first != 0).any(|at| {
            let rest = &sounds[at..];
            self.initials.iter().any(|wanted| initials(wanted, rest, pinyin)) || spelled(&self.letters, rest, pinyin)
        })
    }
}

/// Whether `sounds` begin with initials that are `wanted`.
fn initials(wanted: &[u32], sounds: &[u16], pinyin: &Pinyin) -> bool {
    let mut pairs = wanted.iter().zip(sounds);
    sounds.len() >= wanted.len() && pairs.all(|(wanted, sound)| pinyin.initials[usize::from(*sound)] & wanted != 0)
}

/// Whole syllables from the beginning of `sounds`; the last may be unfinished.
fn spelled(letters: &str, sounds: &[u16], pinyin: &Pinyin) -> bool {
    let Some((first, rest)) = sounds.split_first() else { return letters.is_empty() };
    letters.is_empty()
        || pinyin.readings(*first).iter().any(|syllable| match letters.strip_prefix(syllable) {
            Some(left) => spelled(left, rest, pinyin),
            None => syllable.starts_with(letters),
        })
}

/// The first letter as a bit.
fn bit(letters: &str) -> u32 {
    letters.bytes().next().map_or(0, |letter| 1 << (letter & 31))
}

/// An initial of two letters, as a bit beyond those of the letters, and its length.
fn double(letters: &str) -> Option<(u32, usize)> {
    let position = ["zh", "ch", "sh"].into_iter().position(|double| letters.starts_with(double))?;
    Some((1 << (28 + position), 2))
}
