//! The file that carries the figures of one language to the browser: postcard, a plain sequence of their fields.

use super::Figure;

/// Decodes the figures. The bytes come from the same build and are checked by hash before they get here.
pub fn decode(bytes: &[u8]) -> Result<Vec<Figure>, postcard::Error> {
    postcard::from_bytes(bytes)
}

#[cfg(not(target_arch = "wasm32"))]
pub fn encode(figures: &[Figure]) -> Vec<u8> {
    postcard::to_allocvec(figures).expect("figures are made of sequences, strings and numbers only")
}
