//! The thin backend between a figure and the one that draws it: real colours for tokens, real fonts for faces, one
//! measure of text for all. It evens out what plotters' backends do differently, so that all of them lay out alike.

use super::draw::NUMERAL_FAMILY;
use super::mark::Face;
use super::text_width::text_width;
use crate::color::Palette;
use plotters_backend::text_anchor::Pos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontFamily, FontStyle,
};
use std::convert::Infallible;

/// Font stacks by face, as CSS writes them.
#[derive(Clone, Debug, PartialEq)]
pub struct Fonts {
    pub text: String,
    pub numeral: String,
}

/// Draws on `inner`. Coordinates stay in eighths: whoever owns the surface scales it.
pub struct StyledBackend<'a, B> {
    pub inner: B,
    pub palette: &'a Palette,
    pub fonts: &'a Fonts,
    /// Distance from what `inner` takes for the vertical middle of a text down to its alphabetic baseline, in ems:
    /// [words, numerals]. Backends and fonts disagree about the middle, but not about the baseline.
    pub baseline: [f64; 2],
    /// Width and height of the layout in eighths.
    pub size: (u32, u32),
}

impl<B> StyledBackend<'_, B> {
    fn color(&self, token: BackendColor) -> BackendColor {
        BackendColor { alpha: token.alpha, rgb: self.palette[usize::from(token.rgb.0).min(self.palette.len() - 1)] }
    }

    fn style(&self, style: &impl BackendStyle) -> Style {
        Style { color: self.color(style.color()), width: style.stroke_width() }
    }
}

struct Style {
    color: BackendColor,
    width: u32,
}

impl BackendStyle for Style {
    fn color(&self) -> BackendColor {
        self.color
    }

    fn stroke_width(&self) -> u32 {
        self.width
    }
}

struct TextStyle<'a> {
    color: BackendColor,
    size: f64,
    style: FontStyle,
    anchor: Pos,
    stack: &'a str,
}

impl BackendTextStyle for TextStyle<'_> {
    type FontError = Infallible;

    fn color(&self) -> BackendColor {
        self.color
    }

    fn size(&self) -> f64 {
        self.size
    }

    fn style(&self) -> FontStyle {
        self.style
    }

    fn anchor(&self) -> Pos {
        self.anchor
    }

    fn family(&self) -> FontFamily<'_> {
        FontFamily::Name(self.stack)
    }

    fn layout_box(&self, text: &str) -> Result<((i32, i32), (i32, i32)), Infallible> {
        let size = self.size as u32;
        Ok(((0, 0), (text_width(text, size, Face::Text), size as i32)))
    }

    fn draw<E, F: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        _: &str,
        _: BackendCoord,
        _: F,
    ) -> Result<Result<(), E>, Infallible> {
        Ok(Ok(()))
    }
}

/// The face that a family name of [`super::draw`] stands for.
pub fn face_of(family: FontFamily) -> Face {
    if family.as_str() == NUMERAL_FAMILY { Face::Numeral } else { Face::Text }
}

/// The alphabetic baseline lies this far below a label's `y`, in ems: the middle of lining figures is then at `y`.
pub const BASELINE_EM: f64 = 0.35;

type Drawn<B> = Result<(), DrawingErrorKind<<B as DrawingBackend>::ErrorType>>;

impl<B: DrawingBackend> DrawingBackend for StyledBackend<'_, B> {
    type ErrorType = B::ErrorType;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn<B> {
        self.inner.ensure_prepared()
    }

    fn present(&mut self) -> Drawn<B> {
        self.inner.present()
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn<B> {
        let color = self.color(color);
        self.inner.draw_pixel(point, color)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn<B> {
        let style = self.style(style);
        // Not `draw_line`: some backends shift straight lines by half of their own pixel.
        self.inner.draw_path([from, to], &style)
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, fill: bool) -> Drawn<B> {
        let style = self.style(style);
        self.inner.draw_rect(from, to, &style, fill)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn<B> {
        let style = self.style(style);
        self.inner.draw_path(path, &style)
    }

    fn draw_circle<S: BackendStyle>(&mut self, center: BackendCoord, radius: u32, style: &S, fill: bool) -> Drawn<B> {
        let style = self.style(style);
        self.inner.draw_circle(center, radius, &style, fill)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn<B> {
        let style = self.style(style);
        self.inner.fill_polygon(path, &style)
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn<B> {
        let (stack, baseline) = match face_of(style.family()) {
            Face::Text => (&self.fonts.text, self.baseline[0]),
            Face::Numeral => (&self.fonts.numeral, self.baseline[1]),
        };
        let at = (at.0, at.1 + ((BASELINE_EM - baseline) * style.size()).round() as i32);
        let style = TextStyle {
            color: self.color(style.color()),
            size: style.size(),
            style: style.style(),
            anchor: style.anchor(),
            stack,
        };
        self.inner.draw_text(text, &style, at)
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Self::ErrorType>> {
        let size = style.size() as u32;
        Ok((text_width(text, size, face_of(style.family())) as u32, size))
    }
}
