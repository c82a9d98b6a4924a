//! Draws on a canvas with the page's own colours and fonts, sharp at any pixel ratio.

use super::batch::BatchingBackend;
use crate::app::browser::{document, window};
use crate::color::{Palette, Token, parse_color};
use crate::figure::{Dot, FlyingPromise, Ink, Mark, PlacedFigure, draw_dots, draw_marks, draw_promises};
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, CssStyleDeclaration, HtmlCanvasElement};

/// The page's colours and fonts, read from the styles of `canvas`, which costs more than drawing a few hundred dots.
pub fn ink_of(canvas: &HtmlCanvasElement) -> Result<Ink, JsValue> {
    let context = context(canvas)?;
    let style = window().get_computed_style(canvas)?.ok_or(JsValue::NULL)?;
    let fonts = ["--sans", "--numeral"].map(|name| property(&style, name));
    let baseline = [baseline(&context, "", &fonts[0])?, baseline(&context, "bold ", &fonts[1])?];
    Ok(Ink { palette: palette(canvas, &style, &context), fonts, baseline })
}

/// The size of a drawing in eighths, and how many pixels of the screen each has.
#[derive(Clone, Copy)]
pub struct Scale {
    size: (i32, i32),
    pixels: f64,
}

impl Scale {
    /// Of a drawing that is `width_css_px` wide on the page.
    pub fn of(size: (i32, i32), width_css_px: f64) -> Scale {
        Scale { size, pixels: width_css_px * window().device_pixel_ratio() / f64::from(size.0) }
    }
}

/// See [`baseline`].
const USUAL_BASELINE: f64 = 0.32;

/// A drawing as a PNG of two pixels for each CSS pixel, as a data URL: `canvas` stands in the page, in its colours and
/// fonts.
pub fn data_url(canvas: &HtmlCanvasElement, placed: &PlacedFigure, width_css_px: f64) -> Result<String, JsValue> {
    let style = ink_of(canvas)?;
    let width = 2.0 * width_css_px / window().device_pixel_ratio();
    let painter = Painter::of(canvas, &style, Scale::of((placed.width, placed.height), width))?;
    painter.clear()?;
    painter.marks(&placed.marks)?;
    canvas.to_data_url()
}

/// Draws on a canvas, in the coordinates of a drawing.
pub struct Painter<'a> {
    canvas: &'a HtmlCanvasElement,
    context: CanvasRenderingContext2d,
    ink: &'a Ink,
    scale: Scale,
}

impl<'a> Painter<'a> {
    pub fn of(canvas: &'a HtmlCanvasElement, ink: &'a Ink, scale: Scale) -> Result<Painter<'a>, JsValue> {
        Ok(Painter { canvas, context: context(canvas)?, ink, scale })
    }

    /// Empties all of it, and sets size and scale.
    pub fn clear(&self) -> Result<(), JsValue> {
        let Scale { size, pixels } = self.scale;
        let pixels_of = |eighths: i32| (f64::from(eighths) * pixels).round() as u32;
        let (width, height) = (pixels_of(size.0), pixels_of(size.1));
        // Setting a size clears the canvas and costs memory, even where it is the same.
        if self.canvas.width() != width || self.canvas.height() != height {
            self.canvas.set_width(width);
            self.canvas.set_height(height);
        }
        self.context.set_transform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0)?;
        self.context.clear_rect(0.0, 0.0, f64::from(width), f64::from(height));
        self.context.set_transform(pixels, 0.0, 0.0, pixels, 0.0, 0.0)
    }

    pub fn marks(&self, marks: &[Mark]) -> Result<(), JsValue> {
        let area = self.area()?;
        draw_marks(marks, self.ink, &area).and_then(|()| area.present()).map_err(failed)
    }

    pub fn dots(&self, dots: &[Dot], opacity: f64) -> Result<(), JsValue> {
        let area = self.area()?;
        draw_dots(dots, opacity, self.ink, &area).and_then(|()| area.present()).map_err(failed)
    }

    pub fn promises(&self, promises: &[FlyingPromise]) -> Result<(), JsValue> {
        let area = self.area()?;
        draw_promises(promises, self.ink, &area).and_then(|()| area.present()).map_err(failed)
    }

    /// Puts down a canvas of the same size, pixel by pixel.
    pub fn picture(&self, picture: &HtmlCanvasElement, opacity: f64) -> Result<(), JsValue> {
        self.context.save();
        self.context.reset_transform()?;
        self.context.set_global_alpha(opacity);
        self.context.draw_image_with_html_canvas_element(picture, 0.0, 0.0)?;
        self.context.restore();
        Ok(())
    }

    fn area(&self) -> Result<DrawingArea<BatchingBackend, Shift>, JsValue> {
        let (width, height) = self.scale.size;
        let size = (width as u32, height as u32);
        Ok(BatchingBackend::new(self.canvas.clone(), self.context.clone(), size)?.into_drawing_area())
    }
}

fn failed(why: impl std::fmt::Display) -> JsValue {
    why.to_string().into()
}

fn context(canvas: &HtmlCanvasElement) -> Result<CanvasRenderingContext2d, JsValue> {
    Ok(canvas.get_context("2d")?.ok_or(JsValue::NULL)?.dyn_into()?)
}

/// Distance from the canvas's "middle" baseline down to the alphabetic one, in ems: the difference between a zero's
/// ascents above the two. Browsers that resist fingerprinting give noughts or noise: then it is that of most fonts.
fn baseline(context: &CanvasRenderingContext2d, weight: &str, stack: &str) -> Result<f64, JsValue> {
    context.set_font(&[weight, "100px ", stack].concat());
    let ascent = |of: &str| {
        context.set_text_baseline(of);
        context.measure_text("0").map(|metrics| metrics.actual_bounding_box_ascent())
    };
    let measured = (ascent("alphabetic")? - ascent("middle")?) / 100.0;
    Ok(if (0.2..0.5).contains(&measured) { measured } else { USUAL_BASELINE })
}

/// The colours of the page. Tools that recolour pages leave its custom properties as they are and act where these are
/// used: then each colour is that of the still beside the canvas.
fn palette(canvas: &HtmlCanvasElement, style: &CssStyleDeclaration, context: &CanvasRenderingContext2d) -> Palette {
    let read = |value: &str| {
        // System colours have a name; the canvas knows their value.
        let named = || {
            context.set_fill_style_str(value);
            parse_color(&context.fill_style().as_string()?)
        };
        parse_color(value).or_else(named)
    };
    let own = |token: Token| read(&property(style, token.css_name()));
    // The canvas has the color of ink, by its style sheet.
    let recolored = read(&property(style, "color")) != own(Token::Ink);
    Token::ALL.map(|token| {
        let used = || used_color(canvas, token).and_then(|value| read(&value));
        recolored.then(used).flatten().or_else(|| own(token)).unwrap_or((0, 0, 0))
    })
}

/// What a still near the canvas is filled or drawn with where it names this token.
fn used_color(canvas: &HtmlCanvasElement, token: Token) -> Option<String> {
    let name = format!("var({})", token.css_name());
    let drawing = canvas.closest(".drawing").ok()??;
    ["fill", "stroke"].into_iter().find_map(|property_name| {
        let selector = format!("svg [{property_name}='{name}']");
        let near = drawing.query_selector(&selector).ok().flatten();
        let used = near.or_else(|| document().query_selector(&selector).ok().flatten())?;
        Some(property(&window().get_computed_style(&used).ok()??, property_name))
    })
}

fn property(style: &CssStyleDeclaration, name: &str) -> String {
    style.get_property_value(name).unwrap_or_default().trim().to_owned()
}
