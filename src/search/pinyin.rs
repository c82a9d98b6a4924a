//! Pinyin in a search, as it is typed: whole syllables of which the last may be unfinished, or initials.
//!
//! What is typed is compared with the readings of characters that stand side by side, so it never matches within the
//! letters of a syllable, nor within an English word.

use super::SearchTable;
use super::signature::Signature;
use std::collections::BTreeSet;

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
        pairs.sort_unstable();
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

    /// Appends the sounds of a text, with one [`BREAK`] for whatever lies between characters.
    pub fn add_sounds(&self, text: &str, sounds: &mut Vec<u16>) {
        let begin = sounds.len();
        for c in text.chars() {
            match self.characters.binary_search_by_key(&c, |(known, _)| *known) {
                Ok(position) => sounds.push(position as u16 + 1),
                Err(_) if sounds[begin..].last().is_none_or(|last| *last != BREAK) => sounds.push(BREAK),
                Err(_) => {}
            }
        }
    }

    /// Of the initials that stand side by side.
    pub fn signature(&self, sounds: &[u16]) -> Signature {
        let mut signature = Signature::default();
        for pair in sounds.windows(2) {
            let [first, second] = [pair[0], pair[1]].map(|sound| self.initials[usize::from(sound)]);
            for first in bits(first) {
                bits(second).for_each(|second| signature.add_pair(first, second));
            }
        }
        signature
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
    /// For each sound, whether the letters can begin with it at all, and whether as a syllable.
    begins: Vec<Begins>,
    /// The letters as initials, as bits; once letter by letter, once with zh, ch and sh as one.
    initials: [Vec<u32>; 2],
    /// One for each way to split the letters, of its pairs of neighbouring initials. Sounds that match no signature
    /// cannot match the spelling.
    pub signatures: Vec<Signature>,
}

#[derive(Clone, Copy, Debug)]
struct Begins {
    at_all: bool,
    syllable: bool,
}

impl Spelling {
    /// Of lower-case ASCII letters. None for a single one, which would find nearly everything.
    pub fn of(letters: &str, pinyin: &Pinyin) -> Option<Spelling> {
        if letters.len() < 2 || !letters.bytes().all(|letter| letter.is_ascii_lowercase()) {
            return None;
        }
        let first = bit(letters) | double(letters).map_or(0, |(bit, _)| bit);
        let begins = |(sound, initials): (usize, &u32)| {
            let mut readings = pinyin.readings(sound as u16).iter();
            Begins {
                syllable: readings.any(|syllable| letters.starts_with(syllable) || syllable.starts_with(letters)),
                at_all: initials & first != 0,
            }
        };
        let mut doubled = Vec::new();
        let mut rest = letters;
        while !rest.is_empty() {
            let (bit, length) = double(rest).unwrap_or((bit(rest), 1));
            doubled.push(bit);
            rest = &rest[length..];
        }
        let single: Vec<u32> = (0..letters.len()).map(|at| bit(&letters[at..])).collect();
        let mut signatures = vec![of_initials(&single), of_initials(&doubled)];
        let syllables: BTreeSet<&str> = pinyin.characters.iter().flat_map(|(_, readings)| readings).copied().collect();
        for syllable in syllables {
            match letters.strip_prefix(syllable) {
                Some(rest) if !rest.is_empty() => signatures.push(of_initials(&[bit(syllable), bit(rest)])),
                // A single character; it may have any neighbour.
                _ if syllable.starts_with(letters) => signatures.push(Signature::default()),
                _ => {}
            }
        }
        Some(Spelling {
            signatures,
            letters: letters.to_owned(),
            begins: pinyin.initials.iter().enumerate().map(begins).collect(),
            initials: [single, doubled],
        })
    }

    pub fn is_in(&self, sounds: &[u16], pinyin: &Pinyin) -> bool {
        for (at, sound) in sounds.iter().enumerate() {
            let begins = self.begins[usize::from(*sound)];
            if !begins.at_all {
                continue;
            }
            let rest = &sounds[at..];
            if begins.syllable && spelled(&self.letters, rest, pinyin)
                || self.initials.iter().any(|wanted| initials(wanted, rest, pinyin))
            {
                return true;
            }
        }
        false
    }
}

/// Whether `sounds` begin with initials that are `wanted`.
fn initials(wanted: &[u32], sounds: &[u16], pinyin: &Pinyin) -> bool {
    if sounds.len() < wanted.len() {
        return false;
    }
    for (wanted, sound) in wanted.iter().zip(sounds) {
        if pinyin.initials[usize::from(*sound)] & wanted == 0 {
            return false;
        }
    }
    true
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

/// Of initials as bits, side by side.
fn of_initials(initials: &[u32]) -> Signature {
    let mut signature = Signature::default();
    for pair in initials.windows(2) {
        signature.add_pair(pair[0].trailing_zeros(), pair[1].trailing_zeros());
    }
    signature
}

/// Numbers of the bits of a set.
fn bits(set: u32) -> impl Iterator<Item = u32> {
    (0..u32::BITS).filter(move |bit| set & (1 << bit) != 0)
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
