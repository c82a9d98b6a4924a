//! Makes files small. A crate of its own because it is the one part that takes long without optimization: the workspace
//! optimizes it, and builds everything else quickly.

mod picture;

use std::io::{self, Write};

pub use picture::{PngError, png};

/// Brotli at its best, as the byte budgets count it.
pub fn brotli(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let params = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &params).expect("writing to memory cannot fail");
    out
}

/// Gzip at its best.
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    let packed = encoder.write_all(bytes).and_then(|()| encoder.finish());
    packed.unwrap_or_else(|error: io::Error| unreachable!("writing to memory cannot fail: {error}"))
}
