//! The check program: runs in a worker, apart from the page, and knows what the site says of each sentence.

use five_new_bijies::check::{CheckData, Piece};
use js_sys::{Array, JsString};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// Checks `text` against the check data of a language: the summary, the misses, the text. Lines are
/// lists of pieces: class, words, address, title.
#[wasm_bindgen]
pub fn check(data: &[u8], text: &str) -> Result<Array, JsString> {
    let data = CheckData::decode(data).map_err(|_| JsString::from("no check data"))?;
    let report = data.report(text);
    let lines = |lines: Vec<Vec<Piece>>| {
        JsValue::from(lines.iter().map(|line| line.iter().map(piece).collect::<Array>()).collect::<Array>())
    };
    Ok(Array::from_iter([report.summary.into(), lines(report.misses), lines(report.text)]))
}

fn piece(piece: &Piece) -> Array {
    [piece.kind.name(), &piece.text, &piece.href, &piece.title].into_iter().map(JsValue::from).collect()
}

fn main() {}
