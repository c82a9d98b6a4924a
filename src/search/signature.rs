//! Tells of most texts, without reading them, that what is sought is not in them.

use super::is_han;

const WORDS: usize = 8;

/// A set of pairs of neighbours, as bits that a hash chooses. A text has every bit of what is in it, and few others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Signature([u64; WORDS]);

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
        let bit = (first << 11 ^ second).wrapping_mul(0x9e37_79b9) >> 23;
        self.0[bit as usize / 64] |= 1 << (bit % 64);
    }

    pub fn has(&self, other: &Signature) -> bool {
        self.0.iter().zip(&other.0).all(|(own, other)| own & other == *other)
    }
}

#[cfg(test)]
mod tests {
    use super::Signature;

    #[test]
    fn a_text_has_the_signature_of_each_piece_of_it() {
        let text = "森林覆盖率^forest ^cover ^60%";
        let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        for from in &starts {
            for to in starts.iter().filter(|to| *to >= from) {
                assert!(Signature::of(text).has(&Signature::of(&text[*from..*to])), "{}", &text[*from..*to]);
            }
        }
        assert!(!Signature::of(text).has(&Signature::of("幼儿园")));
    }
}
