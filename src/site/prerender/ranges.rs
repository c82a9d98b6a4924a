//! What lies at the foot of the opening, drawn as SVG: mountains as wax contour lines on indigo cloth above a saw-tooth
//! border, or waves.

use crate::color::{Palette, Token};
use crate::plan::Motif;
use crate::site::IN_MEMORY;
use std::fmt::Write;

const WIDTH: i32 = 1440;
const HEIGHT: i32 = 320;
/// Height of the saw-tooth border at the foot.
const BORDER: i32 = 26;
const STEP: i32 = 24;

/// A range: ground height of its crest, and its waves as (height, length, shift), all in pixels of the drawing.
struct Range {
    base: f64,
    waves: [(f64, f64, f64); 3],
    contours: i32,
}

const MOUNTAINS: [Range; 3] = [
    Range { base: 150.0, waves: [(62.0, 620.0, 40.0), (30.0, 270.0, 110.0), (8.0, 90.0, 0.0)], contours: 7 },
    Range { base: 205.0, waves: [(34.0, 480.0, 300.0), (22.0, 210.0, 30.0), (6.0, 80.0, 20.0)], contours: 6 },
    Range { base: 250.0, waves: [(26.0, 700.0, 200.0), (16.0, 300.0, 90.0), (5.0, 110.0, 60.0)], contours: 5 },
];

const WAVES: [Range; 3] = [
    Range { base: 190.0, waves: [(7.0, 720.0, 40.0), (5.0, 360.0, 110.0), (2.0, 120.0, 0.0)], contours: 3 },
    Range { base: 225.0, waves: [(9.0, 480.0, 300.0), (5.0, 240.0, 30.0), (2.0, 120.0, 20.0)], contours: 4 },
    Range { base: 265.0, waves: [(10.0, 360.0, 200.0), (6.0, 180.0, 90.0), (2.0, 90.0, 60.0)], contours: 3 },
];

/// The crests are drawn once, as a wax pen would; the slopes follow. Who wants no motion has them at once.
const GROWING: &str = "<style>@media (prefers-reduced-motion:no-preference){\
    .c{stroke-dasharray:1;animation:c 2.6s ease-out both}.s{animation:s 1.2s 1.6s ease-out both}\
    @keyframes c{from{stroke-dashoffset:1}to{stroke-dashoffset:0}}@keyframes s{from{opacity:0}to{opacity:1}}}</style>";

/// The drawing as a file, in the colours of `palette`.
pub fn ranges(palette: &Palette, motif: Motif) -> String {
    let color = |token: Token| {
        let (r, g, b) = palette[usize::from(token.index())];
        format!("#{r:02x}{g:02x}{b:02x}")
    };
    let (cloth, wax) = (color(Token::Cloth), color(Token::Wax));
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" preserveAspectRatio=\"none\">{GROWING}"
    );
    let ranges = match motif {
        Motif::Batik => &MOUNTAINS,
        Motif::Waves => &WAVES,
    };
    for (depth, range) in ranges.iter().enumerate() {
        // Each range covers the one behind it; a little wax in the cloth sets the far ones back.
        let veil = 0.14 - 0.04 * depth as f64;
        let crest = range.line(0.0);
        let body = format!("{crest}V{HEIGHT}H0z");
        write!(
            svg,
            "<path d=\"{body}\" fill=\"{cloth}\"/><path d=\"{body}\" fill=\"{wax}\" fill-opacity=\"{veil:.2}\"/>\
             <path class=\"c\" pathLength=\"1\" d=\"{crest}\" fill=\"none\" stroke=\"{wax}\" stroke-width=\"1.6\"/><path class=\"s\" d=\""
        )
        .expect(IN_MEMORY);
        for contour in 1..=range.contours {
            svg.push_str(&range.line(f64::from(contour) * (9.0 + f64::from(contour))));
        }
        write!(svg, "\" fill=\"none\" stroke=\"{wax}\" stroke-opacity=\".3\"/>").expect(IN_MEMORY);
    }
    if motif == Motif::Batik {
        border(&mut svg, &cloth, &wax);
    }
    svg.push_str("</svg>");
    svg
}

/// The saw-tooth border, with a dot in each tooth.
fn border(svg: &mut String, cloth: &str, wax: &str) {
    let foot = HEIGHT - BORDER;
    write!(svg, "<path d=\"M0 {foot}h{WIDTH}v{BORDER}H0z\" fill=\"{cloth}\"/><path d=\"M0 {HEIGHT}").expect(IN_MEMORY);
    for _ in 0..WIDTH / STEP {
        write!(svg, "l{} -16l{} 16", STEP / 2, STEP / 2).expect(IN_MEMORY);
    }
    write!(svg, "\" fill=\"none\" stroke=\"{wax}\" stroke-width=\"1.4\"/><path d=\"M{} {}", STEP / 2, foot + 2)
        .expect(IN_MEMORY);
    for _ in 0..WIDTH / STEP {
        write!(svg, "h0m{STEP} 0").expect(IN_MEMORY);
    }
    write!(svg, "\" stroke=\"{wax}\" stroke-width=\"3\" stroke-linecap=\"round\"/>").expect(IN_MEMORY);
}

impl Range {
    /// The crest, or the contour `below` it: lower slopes are gentler.
    fn line(&self, below: f64) -> String {
        let calm = 1.0 - below / 160.0;
        let mut path = String::new();
        for x in (0..=WIDTH).step_by(STEP as usize) {
            let wave: f64 = self
                .waves
                .iter()
                .map(|(height, length, shift)| height * ((f64::from(x) + shift) * std::f64::consts::TAU / length).sin())
                .sum();
            let y = (self.base + below * 1.6 - wave * calm).round();
            // One smooth curve through points at equal distance.
            match x {
                0 => write!(path, "M0 {y}"),
                x if x == STEP => write!(path, "Q{} {y} {x} {y}", STEP / 2),
                x => write!(path, "T{x} {y}"),
            }
            .expect(IN_MEMORY);
        }
        path
    }
}
