//! Draws marks through plotters, one by one. Decides nothing.

use super::mark::{Align, BASELINE_EM, Face, Label, Mark, Shape, eighths};
use super::promise_dot::{WAX as RING_WAX, line_px};
use super::transition::{Dot, FlyingPromise};
use crate::color::{Palette, Token};
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::element::{Circle, PathElement, Polygon, Rectangle, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, RGBAColor, ShapeStyle, TextStyle};
use plotters_backend::DrawingBackend;

/// What a surface draws with: the values of the tokens, and the fonts of the two faces.
#[derive(Clone, Debug)]
pub struct Ink {
    pub palette: Palette,
    /// Font stacks of words and of numerals, as CSS writes them.
    pub fonts: [String; 2],
    /// Distance from what the surface takes for the vertical middle of a text down to its alphabetic baseline, in ems, for
    /// words and for numerals. Surfaces and fonts disagree about the middle, but not about the baseline.
    pub baseline: [f64; 2],
}

impl Ink {
    fn color(&self, token: Token, opacity: f64) -> RGBAColor {
        let (red, green, blue) = self.palette[usize::from(token.index())];
        RGBAColor(red, green, blue, opacity)
    }

    fn fill(&self, token: Token, opacity: f64) -> ShapeStyle {
        ShapeStyle { color: self.color(token, opacity), filled: true, stroke_width: 0 }
    }

    fn stroke(&self, token: Token, width: u32) -> ShapeStyle {
        ShapeStyle { color: self.color(token, 1.0), filled: false, stroke_width: width }
    }
}

/// Draws marks in order.
pub fn draw_marks<DB: DrawingBackend>(
    marks: &[Mark],
    ink: &Ink,
    area: &DrawingArea<DB, Shift>,
) -> Result<(), DrawingAreaErrorKind<DB::ErrorType>> {
    for mark in marks {
        match mark {
            Mark::Fill { shape, token } => draw_shape(area, shape, ink.fill(*token, 1.0), true)?,
            Mark::Stroke { shape, token, width, dash: None } => {
                draw_shape(area, shape, ink.stroke(*token, *width), false)?;
            }
            Mark::Stroke { shape, token, width, dash: Some(dash) } => {
                for piece in shape.dashes(*dash) {
                    area.draw(&PathElement::new(piece, ink.stroke(*token, *width)))?;
                }
            }
            Mark::Label(label) => {
                let face = usize::from(label.face == Face::Numeral);
                let y = label.y + ((BASELINE_EM - ink.baseline[face]) * f64::from(label.size)).round() as i32;
                area.draw(&Text::new(label.text.as_str(), (label.x, y), text_style(label, ink)))?;
            }
        }
    }
    Ok(())
}

/// Draws dots, those of one colour together, as opaque as `opacity` says.
pub fn draw_dots<DB: DrawingBackend>(
    dots: &[Dot],
    opacity: f64,
    ink: &Ink,
    area: &DrawingArea<DB, Shift>,
) -> Result<(), DrawingAreaErrorKind<DB::ErrorType>> {
    for token in Token::ALL {
        let style = ink.fill(token, opacity);
        for dot in dots.iter().filter(|dot| dot.token == token) {
            area.draw(&Circle::new((eighths(dot.x), eighths(dot.y)), eighths(dot.radius), style))?;
        }
    }
    Ok(())
}

/// Draws promises on their way, rings and their wax, those of one colour together.
pub fn draw_promises<DB: DrawingBackend>(
    promises: &[FlyingPromise],
    ink: &Ink,
    area: &DrawingArea<DB, Shift>,
) -> Result<(), DrawingAreaErrorKind<DB::ErrorType>> {
    for token in Token::ALL {
        let of = || promises.iter().filter(|flying| flying.dot.token == token && flying.opacity > 0.0);
        for FlyingPromise { dot, opacity } in of() {
            let style = ShapeStyle {
                color: ink.color(token, *opacity),
                filled: false,
                stroke_width: eighths(line_px(dot.radius)) as u32,
            };
            area.draw(&Circle::new((eighths(dot.x), eighths(dot.y)), eighths(dot.radius).max(1), style))?;
        }
        for FlyingPromise { dot, opacity } in of().filter(|flying| flying.dot.is_waxed()) {
            let style = ink.fill(token, *opacity);
            area.draw(&Circle::new((eighths(dot.x), eighths(dot.y)), eighths(dot.radius * RING_WAX).max(1), style))?;
        }
    }
    Ok(())
}

fn draw_shape<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    shape: &Shape,
    style: ShapeStyle,
    filled: bool,
) -> Result<(), DrawingAreaErrorKind<DB::ErrorType>> {
    match shape {
        Shape::Rect { x, y, width, height } => area.draw(&Rectangle::new([(*x, *y), (x + width, y + height)], style)),
        Shape::Circle { x, y, radius } => area.draw(&Circle::new((*x, *y), *radius, style)),
        Shape::Polygon(points) if filled => area.draw(&Polygon::new(points.clone(), style)),
        Shape::Polygon(_) | Shape::Path(_) => area.draw(&PathElement::new(shape.outline(), style)),
    }
}

fn text_style<'a>(label: &Label, ink: &'a Ink) -> TextStyle<'a> {
    let [words, numerals] = &ink.fonts;
    let (family, style) = match label.face {
        Face::Text => (words, FontStyle::Normal),
        Face::Numeral => (numerals, FontStyle::Bold),
    };
    let align = match label.align {
        Align::Start => HPos::Left,
        Align::Middle => HPos::Center,
        Align::End => HPos::Right,
    };
    TextStyle {
        font: FontDesc::new(FontFamily::Name(family), f64::from(label.size), style),
        color: ink.color(label.token, 1.0).to_backend_color(),
        pos: Pos::new(align, VPos::Center),
    }
}
