//! Paints marks on a canvas with the page's own colours and fonts, sharp at any pixel ratio.

use crate::app::browser::{document, window};
use crate::figure::{Dot, EIGHTHS, Fonts, LAYERS, Layer, Moment, StyledBackend, draw_marks};
use crate::theme::{Palette, Token, parse_color};
use plotters::drawing::IntoDrawingArea;
use plotters_canvas::CanvasBackend;
use std::f64::consts::TAU;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, CssStyleDeclaration, HtmlCanvasElement};

/// The page's colours and fonts, as a canvas uses them.
pub struct Ink {
    palette: Palette,
    fonts: Fonts,
    /// See [`StyledBackend::baseline`].
    baseline: [f64; 2],
}

impl Ink {
    /// Reads them from the styles of `canvas`, which costs more than drawing a few hundred dots.
    pub fn of(canvas: &HtmlCanvasElement) -> Result<Ink, JsValue> {
        let context = context(canvas)?;
        let style = window().get_computed_style(canvas)?.ok_or(JsValue::NULL)?;
        let palette = palette(&style, &context);
        let fonts = Fonts { text: property(&style, "--sans"), numeral: property(&style, "--serif") };
        let baseline = [baseline(&context, "", &fonts.text)?, baseline(&context, "bold ", &fonts.numeral)?];
        Ok(Ink { palette, fonts, baseline })
    }
}

/// The layers of a way as pictures. While a layer fades, only its opacity changes: it is painted once.
#[derive(Default)]
pub struct Pictures {
    /// Kept from way to way: a new canvas looks up its fonts anew.
    canvases: [Option<HtmlCanvasElement>; LAYERS],
    painted: [bool; LAYERS],
}

impl Pictures {
    /// They are painted again when they are needed.
    pub fn forget(&mut self) {
        self.painted = [false; LAYERS];
    }

    fn of(
        &mut self,
        layer: &Layer<'_>,
        ink: &Ink,
        size: (i32, i32),
        scale: f64,
    ) -> Result<&HtmlCanvasElement, JsValue> {
        let canvas = match &mut self.canvases[layer.number] {
            Some(canvas) => canvas,
            none => none.insert(document().create_element("canvas")?.dyn_into()?),
        };
        if !std::mem::replace(&mut self.painted[layer.number], true) {
            clear(canvas, size, scale)?;
            paint_marks(canvas, ink, &Layer { opacity: 1.0, ..*layer }, size)?;
        }
        Ok(canvas)
    }
}

/// Paints a moment laid out in a box of `size` eighths over the whole of `canvas`, which is `width_css_px` wide on the
/// page. `pictures` are there on a way.
pub fn paint(
    canvas: &HtmlCanvasElement,
    ink: &Ink,
    moment: &Moment<'_>,
    size: (i32, i32),
    width_css_px: f64,
    mut pictures: Option<&mut Pictures>,
) -> Result<(), JsValue> {
    let scale = width_css_px * window().device_pixel_ratio() / f64::from(size.0);
    let context = clear(canvas, size, scale)?;
    for layer in &moment.layers {
        let Some(pictures) = &mut pictures else {
            paint_marks(canvas, ink, layer, size)?;
            continue;
        };
        let picture = pictures.of(layer, ink, size, scale)?;
        context.save();
        // Pixel by pixel.
        context.reset_transform()?;
        context.set_global_alpha(layer.opacity);
        context.draw_image_with_html_canvas_element(picture, 0.0, 0.0)?;
        context.restore();
    }
    paint_dots(&context, ink, moment)
}

/// Empties a canvas of `size` eighths, each as many pixels of the screen as `scale` says.
fn clear(canvas: &HtmlCanvasElement, size: (i32, i32), scale: f64) -> Result<CanvasRenderingContext2d, JsValue> {
    let (width, height) = ((f64::from(size.0) * scale).round() as u32, (f64::from(size.1) * scale).round() as u32);
    // Setting a size clears the canvas and costs memory, even where it is the same.
    if canvas.width() != width || canvas.height() != height {
        canvas.set_width(width);
        canvas.set_height(height);
    }
    let context = context(canvas)?;
    context.set_transform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0)?;
    context.clear_rect(0.0, 0.0, f64::from(width), f64::from(height));
    context.set_transform(scale, 0.0, 0.0, scale, 0.0, 0.0)?;
    Ok(context)
}

fn paint_marks(canvas: &HtmlCanvasElement, ink: &Ink, layer: &Layer<'_>, size: (i32, i32)) -> Result<(), JsValue> {
    let backend = StyledBackend {
        inner: CanvasBackend::with_canvas_object(canvas.clone()).ok_or(JsValue::NULL)?,
        palette: &ink.palette,
        fonts: &ink.fonts,
        baseline: ink.baseline,
        size: (size.0 as u32, size.1 as u32),
    };
    draw_marks(layer.marks, layer.opacity, &backend.into_drawing_area()).map_err(|_| JsValue::NULL)
}

/// All dots of a colour as one path. As elements of plotters, each would set its colour anew, which takes longer than the
/// rest of a frame.
fn paint_dots(context: &CanvasRenderingContext2d, ink: &Ink, moment: &Moment<'_>) -> Result<(), JsValue> {
    let eighths = |css_px: f64| css_px * f64::from(EIGHTHS);
    for token in Token::ALL {
        let mut dots = moment.dots.iter().filter(|dot| dot.token == token).peekable();
        if dots.peek().is_none() {
            continue;
        }
        context.begin_path();
        for Dot { x, y, radius, .. } in dots {
            let (x, y, radius) = (eighths(*x), eighths(*y), eighths(*radius));
            context.move_to(x + radius, y);
            context.arc(x, y, radius, 0.0, TAU)?;
        }
        let (red, green, blue) = ink.palette[usize::from(token.index())];
        context.set_fill_style_str(&format!("rgba({red},{green},{blue},{})", moment.opacity));
        context.fill();
    }
    Ok(())
}

fn context(canvas: &HtmlCanvasElement) -> Result<CanvasRenderingContext2d, JsValue> {
    Ok(canvas.get_context("2d")?.ok_or(JsValue::NULL)?.dyn_into()?)
}

/// How far a font's alphabetic baseline lies below what the canvas takes for its middle, in ems: a zero reaches as
/// much higher above the one as above the other.
fn baseline(context: &CanvasRenderingContext2d, weight: &str, stack: &str) -> Result<f64, JsValue> {
    context.set_font(&[weight, "100px ", stack].concat());
    let ascent = |of: &str| {
        context.set_text_baseline(of);
        context.measure_text("0").map(|metrics| metrics.actual_bounding_box_ascent())
    };
    Ok((ascent("alphabetic")? - ascent("middle")?) / 100.0)
}

fn palette(style: &CssStyleDeclaration, context: &CanvasRenderingContext2d) -> Palette {
    Token::ALL.map(|token| {
        let value = property(style, token.css_name());
        // System colours have a name; the canvas knows their value.
        let named = || {
            context.set_fill_style_str(&value);
            parse_color(&context.fill_style().as_string()?)
        };
        parse_color(&value).or_else(named).unwrap_or((0, 0, 0))
    })
}

fn property(style: &CssStyleDeclaration, name: &str) -> String {
    style.get_property_value(name).unwrap_or_default().trim().to_owned()
}
