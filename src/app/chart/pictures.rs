//! The layers of a way as pictures. While a layer fades, only its opacity changes: it is painted once, and what is yet to
//! come is painted ahead, a share a frame.

use super::canvas::{Ink, Painter, Scale};
use crate::app::browser::document;
use crate::figure::{LAYERS, Layer, Mark, Moment};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlCanvasElement;

#[derive(Default)]
pub struct Pictures([Picture; LAYERS]);

/// A layer that is painted.
#[derive(Default)]
struct Picture {
    /// Kept from way to way: a new canvas looks up its fonts anew.
    canvas: Option<HtmlCanvasElement>,
    /// How many of the layer's marks are on it.
    marks: usize,
}

/// Shapes that are painted ahead in one frame, and how many of them a text counts for.
const SHARE: usize = 40;
const SHAPES_A_LABEL: usize = 40;

impl Pictures {
    /// They are painted again when they are needed.
    pub fn forget(&mut self) {
        self.0.iter_mut().for_each(|picture| picture.marks = 0);
    }

    /// Paints a moment of a way over the whole of `canvas`.
    pub fn paint(
        &mut self,
        canvas: &HtmlCanvasElement,
        ink: &Ink,
        moment: &Moment<'_>,
        scale: Scale,
    ) -> Result<(), JsValue> {
        let painter = Painter::of(canvas, ink, scale)?;
        painter.clear()?;
        for layer in &moment.layers {
            match self.of(layer) {
                // Also where it is not seen yet: what was painted of it becomes pixels in this frame, and not all in one.
                Some(picture) => painter.picture(picture.painted(layer, ink, scale)?, layer.opacity)?,
                None => painter.marks(layer.marks)?,
            }
        }
        painter.dots(&moment.dots, moment.opacity)
    }

    /// Paints one frame's share of what is seen as a way begins. `canvas` shows the drawing that it leads away from.
    /// Whether all of it is there.
    pub fn prepare(
        &mut self,
        canvas: &HtmlCanvasElement,
        ink: &Ink,
        start: &Moment<'_>,
        scale: Scale,
    ) -> Result<bool, JsValue> {
        for layer in start.seen() {
            let Some(picture) = self.of(layer).filter(|picture| !picture.left(layer).is_empty()) else { continue };
            if start.seen().count() == 1 {
                picture.copy(canvas, layer, ink, scale)?;
            } else {
                picture.go_on(layer, picture.share(layer), ink, scale)?;
            }
            return Ok(false);
        }
        Ok(true)
    }

    /// Paints one share of a way that may begin here, while nothing moves on `canvas`. Whether there was one.
    pub fn paint_ahead(
        &mut self,
        canvas: &HtmlCanvasElement,
        ink: &Ink,
        start: &Moment<'_>,
        scale: Scale,
    ) -> Result<bool, JsValue> {
        let alone = start.seen().count() == 1;
        for layer in &start.layers {
            let Some(picture) = self.of(layer).filter(|picture| !picture.left(layer).is_empty()) else { continue };
            // It is copied when the way begins.
            if alone && layer.opacity > 0.0 {
                continue;
            }
            picture.go_on(layer, picture.share(layer), ink, scale)?;
            // Unseen: what was painted becomes pixels now, and not in the first frame that shows it.
            Painter::of(canvas, ink, scale)?.picture(picture.canvas()?, 0.0)?;
            return Ok(true);
        }
        Ok(false)
    }

    /// None where the layer is none of a way.
    fn of(&mut self, layer: &Layer<'_>) -> Option<&mut Picture> {
        self.0.get_mut(layer.number?)
    }
}

impl Picture {
    /// What is painted of a layer: all of it where it is seen, a share more where it is yet to come.
    fn painted(&mut self, layer: &Layer<'_>, ink: &Ink, scale: Scale) -> Result<&HtmlCanvasElement, JsValue> {
        let count = if layer.opacity > 0.0 { usize::MAX } else { self.share(layer) };
        self.go_on(layer, count, ink, scale)?;
        self.canvas()
    }

    /// Paints up to `count` more of a layer's marks.
    fn go_on(&mut self, layer: &Layer<'_>, count: usize, ink: &Ink, scale: Scale) -> Result<(), JsValue> {
        let left = self.left(layer);
        let now = &left[..count.min(left.len())];
        if !now.is_empty() {
            let begins = self.marks == 0;
            let canvas = self.canvas()?;
            let painter = Painter::of(canvas, ink, scale)?;
            if begins {
                canvas.set_lang(&language());
                painter.clear()?;
            }
            painter.marks(now)?;
            self.marks += now.len();
        }
        Ok(())
    }

    /// Takes over from `canvas`, which shows the layer and nothing else.
    fn copy(&mut self, canvas: &HtmlCanvasElement, layer: &Layer<'_>, ink: &Ink, scale: Scale) -> Result<(), JsValue> {
        let painter = Painter::of(self.canvas()?, ink, scale)?;
        painter.clear()?;
        painter.picture(canvas, 1.0)?;
        self.marks = layer.marks.len();
        Ok(())
    }

    fn left<'a>(&self, layer: &Layer<'a>) -> &'a [Mark] {
        layer.marks.get(self.marks..).unwrap_or_default()
    }

    /// How many of the marks left are one frame's share.
    fn share(&self, layer: &Layer<'_>) -> usize {
        let mut work = 0;
        let fits = |mark: &&Mark| {
            let fits = work < SHARE;
            work += if matches!(mark, Mark::Label(_)) { SHAPES_A_LABEL } else { 1 };
            fits
        };
        self.left(layer).iter().take_while(fits).count()
    }

    fn canvas(&mut self) -> Result<&HtmlCanvasElement, JsValue> {
        Ok(match &mut self.canvas {
            Some(canvas) => canvas,
            none => none.insert(document().create_element("canvas")?.dyn_into()?),
        })
    }
}

/// Of the page. On a canvas that stands in no document, words and numerals take the shapes of another.
fn language() -> String {
    document().document_element().and_then(|root| root.get_attribute("lang")).unwrap_or_default()
}
