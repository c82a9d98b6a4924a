//! A QR code as SVG.

use crate::color::{Palette, Token};
use crate::figure::svg::hex;
use crate::figure::{Code, CodeLevel};

/// The code of `text` as a path in a box of `size` CSS pixels with its corner at the given place, dark on light.
pub fn qr(text: &str, palette: &Palette, x: f64, y: f64, size: f64) -> String {
    let Some(code) = Code::of(text, CodeLevel::Paper) else { return String::new() };
    let cells = code.cells();
    let path: String = code.runs().iter().map(|(x, y, count)| format!("M{x} {y}h{count}v1h-{count}z")).collect();
    format!(
        "<svg x=\"{x}\" y=\"{y}\" width=\"{size}\" height=\"{size}\" viewBox=\"0 0 {cells} {cells}\" \
         shape-rendering=\"crispEdges\"><path d=\"M0 0h{cells}v{cells}H0z\" fill=\"{}\"/>\
         <path d=\"{path}\" fill=\"{}\"/></svg>",
        hex(palette, Token::Card),
        hex(palette, Token::Ink)
    )
}
