//! Draws a placed figure through plotters, mark by mark. Decides nothing.

use super::PlacedFigure;
use super::mark::{Align, Face, Label, Mark, Shape, eighths};
use super::promise_dot::{LINE as RING_LINE, WAX as RING_WAX};
use super::transition::{Dot, FlyingPromise};
use crate::color::Token;
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::element::{Circle, PathElement, Polygon, Rectangle, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, RGBAColor, ShapeStyle, TextStyle};
use plotters_backend::DrawingBackend;

/// Family names that travel through plotters in place of font stacks.
pub(super) const TEXT_FAMILY: &str = "text";
pub(super) const NUMERAL_FAMILY: &str = "numeral";

/// A token encoded as a colour: its index in the red channel. [`super::backend`] decodes it; for SVG it becomes the
/// token's CSS variable.
fn ink(token: Token, opacity: f64) -> RGBAColor {
    RGBAColor(token.index(), 0, 0, opacity)
}

/// Draws every mark of `placed`, in order.
pub fn draw<DB: DrawingBackend>(
    placed: &PlacedFigure,
    area: &DrawingArea<DB, Shift>,
) -> Result<(), DrawingAreaErrorKind<DB::ErrorType>> {
    draw_marks(&placed.marks, area)
}

/// Draws marks in order.
pub fn draw_marks<DB: DrawingBackend>(
    marks: &[Mark],
    area: &DrawingArea<DB, Shift>,
) -> Result<(), DrawingAreaErrorKind<DB::ErrorType>> {
    for mark in marks {
        match mark {
            Mark::Fill { shape, token } => draw_shape(area, shape, fill_style(ink(*token, 1.0)), true)?,
            Mark::Stroke { shape, token, width, dash: None } => {
                draw_shape(area, shape, stroke_style(ink(*token, 1.0), *width), false)?;
            }
            Mark::Stroke { shape, token, width, dash: Some(dash) } => {
                for piece in dashes(&outline(shape), *dash) {
                    area.draw(&PathElement::new(piece, stroke_style(ink(*token, 1.0), *width)))?;
                }
            }
            Mark::Label(label) => area.draw(&Text::new(label.text.as_str(), (label.x, label.y), text_style(label)))?,
        }
    }
    Ok(())
}

/// Draws dots, those of one colour together, as opaque as `opacity` says.
pub fn draw_dots<DB: DrawingBackend>(
    dots: &[Dot],
    opacity: f64,
    area: &DrawingArea<DB, Shift>,
) -> Result<(), DrawingAreaErrorKind<DB::ErrorType>> {
    for token in Token::ALL {
        let style = fill_style(ink(token, opacity));
        for dot in dots.iter().filter(|dot| dot.token == token) {
            area.draw(&Circle::new((eighths(dot.x), eighths(dot.y)), eighths(dot.radius), style))?;
        }
    }
    Ok(())
}

/// Draws promises on their way, rings and their wax, those of one colour together.
pub fn draw_promises<DB: DrawingBackend>(
    promises: &[FlyingPromise],
    area: &DrawingArea<DB, Shift>,
) -> Result<(), DrawingAreaErrorKind<DB::ErrorType>> {
    for token in Token::ALL {
        let of = || promises.iter().filter(|flying| flying.dot.token == token && flying.opacity > 0.0);
        for FlyingPromise { dot, opacity } in of() {
            let style = stroke_style(ink(token, *opacity), eighths(RING_LINE) as u32);
            area.draw(&Circle::new((eighths(dot.x), eighths(dot.y)), eighths(dot.radius).max(1), style))?;
        }
        for FlyingPromise { dot, opacity } in of().filter(|flying| flying.dot.is_waxed()) {
            let style = fill_style(ink(token, *opacity));
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
        Shape::Polygon(_) | Shape::Path(_) => area.draw(&PathElement::new(outline(shape), style)),
    }
}

fn fill_style(color: RGBAColor) -> ShapeStyle {
    ShapeStyle { color, filled: true, stroke_width: 0 }
}

fn stroke_style(color: RGBAColor, width: u32) -> ShapeStyle {
    ShapeStyle { color, filled: false, stroke_width: width }
}

fn text_style(label: &Label) -> TextStyle<'static> {
    let (family, style) = match label.face {
        Face::Text => (TEXT_FAMILY, FontStyle::Normal),
        Face::Numeral => (NUMERAL_FAMILY, FontStyle::Bold),
    };
    let align = match label.align {
        Align::Start => HPos::Left,
        Align::Middle => HPos::Center,
        Align::End => HPos::Right,
    };
    TextStyle {
        font: FontDesc::new(FontFamily::Name(family), f64::from(label.size), style),
        color: ink(label.token, 1.0).to_backend_color(),
        pos: Pos::new(align, VPos::Center),
    }
}

/// The line around a shape, closed where the shape is.
fn outline(shape: &Shape) -> Vec<(i32, i32)> {
    match shape {
        Shape::Rect { x, y, width, height } => {
            vec![(*x, *y), (x + width, *y), (x + width, y + height), (*x, y + height), (*x, *y)]
        }
        Shape::Path(points) => points.clone(),
        Shape::Polygon(points) => points.iter().chain(points.first()).copied().collect(),
        // A circle is never dashed.
        Shape::Circle { .. } => Vec::new(),
    }
}

/// Cuts a line into dashes of `on` with gaps of `off`; a dash goes around corners.
fn dashes(line: &[(i32, i32)], (on, off): (u32, u32)) -> Vec<Vec<(i32, i32)>> {
    let (on, off) = (f64::from(on.max(1)), f64::from(off.max(1)));
    let mut pieces = Vec::new();
    let mut piece: Vec<(i32, i32)> = line.first().copied().into_iter().collect();
    let (mut drawing, mut left) = (true, on);
    for pair in line.windows(2) {
        let ((x0, y0), (x1, y1)) = (pair[0], pair[1]);
        let (dx, dy) = (f64::from(x1 - x0), f64::from(y1 - y0));
        let length = dx.hypot(dy);
        let mut along = 0.0;
        while length - along > left {
            along += left;
            let point = (x0 + (dx * along / length).round() as i32, y0 + (dy * along / length).round() as i32);
            if drawing {
                piece.push(point);
                pieces.push(std::mem::take(&mut piece));
            } else {
                piece = vec![point];
            }
            drawing = !drawing;
            left = if drawing { on } else { off };
        }
        left -= length - along;
        if drawing {
            piece.push((x1, y1));
        }
    }
    if piece.len() > 1 {
        pieces.push(piece);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dashes_have_the_asked_lengths_and_gaps() {
        let pieces = dashes(&[(0, 0), (100, 0)], (30, 10));
        assert_eq!(pieces, [vec![(0, 0), (30, 0)], vec![(40, 0), (70, 0)], vec![(80, 0), (100, 0)]]);
    }

    #[test]
    fn a_dash_goes_around_a_corner() {
        let pieces = dashes(&[(0, 0), (20, 0), (20, 20)], (30, 10));
        assert_eq!(pieces, [vec![(0, 0), (20, 0), (20, 10)]]);
    }
}
