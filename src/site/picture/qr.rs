use crate::color::{Palette, Token};
use crate::figure::svg::hex;
use qrcodegen::{QrCode, QrCodeEcc};

/// Cells of margin that a reader of the code needs on every side.
const QUIET: i32 = 4;

/// The code of `text` as a path in a box of `size` CSS pixels with its corner at the given place, dark on light.
pub fn qr(text: &str, palette: &Palette, x: f64, y: f64, size: f64) -> String {
    // Above some three thousand bytes there is no code; an address has a hundred.
    let Ok(code) = QrCode::encode_text(text, QrCodeEcc::Medium) else {
        return String::new();
    };
    let cells = code.size() + 2 * QUIET;
    let mut path = String::new();
    for row in 0..code.size() {
        for column in (0..code.size()).filter(|column| code.get_module(*column, row)) {
            path.push_str(&format!("M{} {}h1v1h-1z", column + QUIET, row + QUIET));
        }
    }
    format!(
        "<svg x=\"{x}\" y=\"{y}\" width=\"{size}\" height=\"{size}\" viewBox=\"0 0 {cells} {cells}\" \
         shape-rendering=\"crispEdges\"><path d=\"M0 0h{cells}v{cells}H0z\" fill=\"{}\"/>\
         <path d=\"{path}\" fill=\"{}\"/></svg>",
        hex(palette, Token::Card),
        hex(palette, Token::Ink)
    )
}
