//! Offscreen cache of a transition's layers: a fading layer is painted once, and a coming one ahead of time, a share
//! per frame.

use super::canvas::{Painter, Scale};
use crate::app::browser::document;
use crate::figure::{Ink, LAYERS, Layer, Mark, Moment};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlCanvasElement;

#[derive(Default)]
pub struct LayerCache([CachedLayer; LAYERS]);

/// A cached layer.
#[derive(Default)]
struct CachedLayer {
    /// Reused for every transition: a new canvas looks up its fonts anew.
    canvas: Option<HtmlCanvasElement>,
    /// How many of the layer's marks are on it.
    marks: usize,
}

/// Paint budget of one frame, in shapes, and what a label counts for.
const FRAME_BUDGET: usize = 120;
const LABEL_COST: usize = 120;

impl LayerCache {
    /// Invalidates the cache.
    pub fn forget(&mut self) {
        self.0.iter_mut().for_each(|picture| picture.marks = 0);
    }

    /// Paints one moment of a transition over the whole of `canvas`.
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
                // Also at opacity 0: it makes the browser rasterize now what was painted so far, and not all of it in
                // the first visible frame.
                Some(picture) => painter.picture(picture.painted(layer, ink, scale)?, layer.opacity)?,
                None => painter.marks(layer.marks)?,
            }
        }
        painter.dots(&moment.dots, moment.opacity)?;
        painter.promises(&moment.promises)
    }

    /// Paints one frame's share of what is visible as a transition begins. `canvas` shows its source. Returns whether
    /// there was one.
    pub fn prepare(
        &mut self,
        canvas: &HtmlCanvasElement,
        ink: &Ink,
        start: &Moment<'_>,
        scale: Scale,
    ) -> Result<bool, JsValue> {
        let alone = is_alone(start);
        let Some((picture, layer)) = self.unfinished(start.seen()) else { return Ok(false) };
        if alone {
            picture.copy(canvas, layer, ink, scale)?;
        } else {
            picture.go_on(layer, picture.share(layer), ink, scale)?;
        }
        Ok(true)
    }

    /// Paints one share of a possible transition while `canvas` is idle. Returns whether there was one.
    pub fn paint_ahead(
        &mut self,
        canvas: &HtmlCanvasElement,
        ink: &Ink,
        start: &Moment<'_>,
        scale: Scale,
    ) -> Result<bool, JsValue> {
        // What `canvas` shows alone is copied when the transition begins.
        let alone = is_alone(start);
        let ahead = start.layers.iter().filter(|layer| !alone || layer.opacity == 0.0);
        let Some((picture, layer)) = self.unfinished(ahead) else { return Ok(false) };
        picture.go_on(layer, picture.share(layer), ink, scale)?;
        // At opacity 0: forces rasterization now, and not in the first visible frame.
        Painter::of(canvas, ink, scale)?.picture(picture.canvas()?, 0.0)?;
        Ok(true)
    }

    /// The first of these layers of which something is left to paint.
    fn unfinished<'l, 'm: 'l>(
        &mut self,
        mut layers: impl Iterator<Item = &'l Layer<'m>>,
    ) -> Option<(&mut CachedLayer, &'l Layer<'m>)> {
        let layer = layers.find(|layer| self.of(layer).is_some_and(|picture| !picture.left(layer).is_empty()))?;
        Some((self.of(layer)?, layer))
    }

    /// None for a layer that is no transition's.
    fn of(&mut self, layer: &Layer<'_>) -> Option<&mut CachedLayer> {
        self.0.get_mut(layer.number?)
    }
}

/// Whether a moment is one layer and nothing else.
fn is_alone(moment: &Moment<'_>) -> bool {
    moment.seen().count() == 1 && moment.promises.iter().all(|flying| flying.opacity == 0.0)
}

impl CachedLayer {
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
            let fits = work < FRAME_BUDGET;
            work += if matches!(mark, Mark::Label(_)) { LABEL_COST } else { 1 };
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

/// The page's language. A detached canvas does not inherit it, and would use another language's glyphs.
fn language() -> String {
    document().document_element().and_then(|root| root.get_attribute("lang")).unwrap_or_default()
}
