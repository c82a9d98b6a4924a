//! The file that carries the drawings of one language to the browser: postcard, a plain sequence of their fields.

use super::Drawing;

/// Decodes them. The bytes come from the same build and are checked by hash before they get here.
pub fn decode(bytes: &[u8]) -> Result<Vec<Drawing>, postcard::Error> {
    postcard::from_bytes(bytes)
}

#[cfg(not(target_arch = "wasm32"))]
pub fn encode(drawings: &[Drawing]) -> Vec<u8> {
    postcard::to_allocvec(drawings).expect("drawings are made of sequences, strings and numbers only")
}
