//! A bigram prefilter (bit-sliced signatures, like a Bloom filter): rules out most texts without reading them. No
//! false negatives.

use super::is_han;

/// How many bits a signature has.
const BITS: usize = 512;

/// The bits that hashing sets for the bigrams of a text. Every substring's bits are among its text's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signature(Vec<u16>);

impl Signature {
    /// Of the characters of a text: each pair, and each Chinese one by itself.
    pub fn of(text: &str) -> Signature {
        let mut signature = Signature::default();
        let mut last = None;
        for c in text.chars() {
            if is_han(c) {
                signature.add_pair(0, u32::from(c));
            }
            if let Some(last) = last {
                signature.add_pair(u32::from(last), u32::from(c));
            }
            last = Some(c);
        }
        signature
    }

    pub fn add_pair(&mut self, first: u32, second: u32) {
        // Fibonacci hashing: the highest nine bits are the best mixed.
        self.0.push(((first << 11 ^ second).wrapping_mul(0x9e37_79b9) >> 23) as u16);
    }
}

/// The signatures of many texts, transposed: for each bit, the set of texts that have it, so a search reads only the
/// bits it needs.
#[derive(Debug)]
pub struct Signatures {
    /// How many texts there may be.
    texts: usize,
    /// For each bit the texts that have it.
    bits: Vec<TextSet>,
}

impl Signatures {
    pub fn of_up_to(texts: usize) -> Signatures {
        Signatures { texts, bits: vec![TextSet::none(texts); BITS] }
    }

    /// `text` counts from 0.
    pub fn add(&mut self, text: usize, signature: &Signature) {
        signature.0.iter().for_each(|bit| self.bits[usize::from(*bit)].add(text));
    }

    /// The texts that have the whole signature.
    pub fn having(&self, signature: &Signature) -> TextSet {
        let mut having = TextSet::all(self.texts);
        signature.0.iter().for_each(|bit| having.intersect(&self.bits[usize::from(*bit)]));
        having
    }
}

/// Numbers of texts, as bits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextSet(Vec<u64>);

impl TextSet {
    const WORD: usize = u64::BITS as usize;

    pub fn none(texts: usize) -> TextSet {
        TextSet(vec![0; texts.div_ceil(Self::WORD)])
    }

    pub fn all(texts: usize) -> TextSet {
        let mut all = vec![u64::MAX; texts / Self::WORD];
        all.extend((!texts.is_multiple_of(Self::WORD)).then(|| (1 << (texts % Self::WORD)) - 1));
        TextSet(all)
    }

    fn add(&mut self, text: usize) {
        self.0[text / Self::WORD] |= 1 << (text % Self::WORD);
    }

    pub fn has(&self, text: usize) -> bool {
        self.0[text / Self::WORD] >> (text % Self::WORD) & 1 == 1
    }

    /// Those of both.
    pub fn intersect(&mut self, other: &TextSet) {
        self.0.iter_mut().zip(&other.0).for_each(|(own, other)| *own &= other);
    }

    /// Those of either.
    pub fn union(&mut self, other: &TextSet) {
        self.0.iter_mut().zip(&other.0).for_each(|(own, other)| *own |= other);
    }
}

impl IntoIterator for TextSet {
    type Item = usize;
    type IntoIter = Numbers;

    fn into_iter(self) -> Numbers {
        Numbers { left: self, at: 0 }
    }
}

/// The numbers in a set, in order.
#[derive(Debug)]
pub struct Numbers {
    left: TextSet,
    /// The first word that may have any.
    at: usize,
}

impl Iterator for Numbers {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        loop {
            let word = self.left.0.get_mut(self.at)?;
            if *word != 0 {
                let bit = word.trailing_zeros() as usize;
                *word &= *word - 1;
                return Some(self.at * TextSet::WORD + bit);
            }
            self.at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Signature, Signatures, TextSet};

    #[test]
    fn a_text_has_the_signature_of_each_piece_of_it() {
        let text = "森林覆盖率^forest ^cover ^60%";
        let mut signatures = Signatures::of_up_to(70);
        signatures.add(69, &Signature::of(text));
        let has = |piece: &str| signatures.having(&Signature::of(piece)).has(69);
        let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        for from in &starts {
            for to in starts.iter().filter(|to| *to >= from) {
                assert!(has(&text[*from..*to]), "{}", &text[*from..*to]);
            }
        }
        assert!(!has("幼儿园"));
    }

    #[test]
    fn a_set_gives_its_texts_in_order() {
        let mut set = TextSet::none(200);
        [199, 0, 63, 64, 130].into_iter().for_each(|text| set.add(text));
        assert_eq!(set.clone().into_iter().collect::<Vec<_>>(), [0, 63, 64, 130, 199]);
        let mut other = TextSet::none(200);
        [5, 64].into_iter().for_each(|text| other.add(text));
        let mut both = set.clone();
        both.intersect(&other);
        assert_eq!(both.into_iter().collect::<Vec<_>>(), [64]);
        set.union(&other);
        assert_eq!(set.into_iter().count(), 6);
        for texts in [0, 1, 63, 64, 100, 128] {
            assert!(TextSet::all(texts).into_iter().eq(0..texts), "{texts}");
        }
    }
}
