//! A canvas that plotters draws on. The backend of plotters-canvas sets a colour, as text, for every shape and paints it at
//! once, and a drawing has hundreds of shapes of few colours: here, those of one style that follow one another are one path.
//! Words are left to plotters-canvas.

use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind};
use plotters_canvas::CanvasBackend;
use std::fmt;
use wasm_bindgen::prelude::*;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

#[wasm_bindgen]
extern "C" {
    /// The 2D context, with an `arc` that cannot throw: that of web-sys is bound with `catch` (for negative radii), so each
    /// call allocates its arguments. With hundreds of circles a frame, garbage collection then made frames late.
    type Circles;

    #[wasm_bindgen(method)]
    fn arc(this: &Circles, x: f64, y: f64, radius: f64, from: f64, to: f64);
}

/// In radians: 2π or more is the whole circle, and whole numbers are passed to script without an allocation.
const FULL_TURN: f64 = 7.0;

pub struct BatchingBackend {
    inner: CanvasBackend,
    context: CanvasRenderingContext2d,
    /// Width and height of the drawing in its own coordinates.
    size: (u32, u32),
    /// Of the path that has been begun.
    style: Option<Style>,
    /// What the context was last given to fill and to stroke with; unknown at first, and after words.
    filling: Option<Style>,
    stroking: Option<Style>,
}

#[derive(Clone, Copy, PartialEq)]
struct Style {
    rgb: (u8, u8, u8),
    alpha: f64,
    /// Of a line; none fills.
    width: Option<u32>,
}

/// What the canvas refused.
#[derive(Debug)]
pub struct Refused(String);

impl fmt::Display for Refused {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::error::Error for Refused {}

type Drawn = Result<(), DrawingErrorKind<Refused>>;

fn refused(why: impl fmt::Debug) -> DrawingErrorKind<Refused> {
    DrawingErrorKind::DrawingError(Refused(format!("{why:?}")))
}

impl BatchingBackend {
    /// Draws on the context of `canvas`, in its coordinates.
    pub fn new(
        canvas: HtmlCanvasElement,
        context: CanvasRenderingContext2d,
        size: (u32, u32),
    ) -> Result<BatchingBackend, JsValue> {
        let inner = CanvasBackend::with_canvas_object(canvas).ok_or(JsValue::NULL)?;
        Ok(BatchingBackend { inner, context, size, style: None, filling: None, stroking: None })
    }

    /// Goes on with a path of this style, or begins one. None where it would not be seen.
    fn path(&mut self, style: &impl BackendStyle, fill: bool) -> Option<&CanvasRenderingContext2d> {
        let BackendColor { rgb, alpha } = style.color();
        let style = Style { rgb, alpha, width: (!fill).then(|| style.stroke_width()) };
        if alpha == 0.0 {
            return None;
        }
        if self.style != Some(style) {
            self.paint();
            self.set(style);
            self.context.begin_path();
            self.style = Some(style);
        }
        Some(&self.context)
    }

    fn set(&mut self, style: Style) {
        let known = if style.width.is_some() { &mut self.stroking } else { &mut self.filling };
        if known.replace(style) == Some(style) {
            return;
        }
        let Style { rgb: (red, green, blue), alpha, width } = style;
        // Whole numbers: to write others takes code that the program has no other use for.
        let thousandths = (alpha * 1000.0).round() as u32;
        let color = format!("rgba({red},{green},{blue},{}.{:03})", thousandths / 1000, thousandths % 1000);
        match width {
            Some(width) => {
                self.context.set_stroke_style_str(&color);
                self.context.set_line_width(f64::from(width));
            }
            None => self.context.set_fill_style_str(&color),
        }
    }

    /// Paints the path that has been begun.
    fn paint(&mut self) {
        match self.style.take() {
            Some(Style { width: Some(_), .. }) => self.context.stroke(),
            Some(Style { width: None, .. }) => self.context.fill(),
            None => {}
        }
    }
}

fn at((x, y): BackendCoord) -> (f64, f64) {
    (f64::from(x), f64::from(y))
}

fn line(context: &CanvasRenderingContext2d, points: impl IntoIterator<Item = BackendCoord>) {
    for (index, point) in points.into_iter().enumerate() {
        let (x, y) = at(point);
        if index == 0 { context.move_to(x, y) } else { context.line_to(x, y) }
    }
}

impl DrawingBackend for BatchingBackend {
    type ErrorType = Refused;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    /// Nothing is sure to be seen before this.
    fn present(&mut self) -> Drawn {
        self.paint();
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        self.draw_rect(point, (point.0 + 1, point.1 + 1), &color, true)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, fill: bool) -> Drawn {
        if let Some(context) = self.path(style, fill) {
            let ((x, y), (right, bottom)) = (at(from), at(to));
            context.rect(x, y, right - x, bottom - y);
        }
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        if let Some(context) = self.path(style, false) {
            line(context, path);
        }
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, center: BackendCoord, radius: u32, style: &S, fill: bool) -> Drawn {
        if let Some(context) = self.path(style, fill) {
            let ((x, y), radius) = (at(center), f64::from(radius));
            // Else a line would lead there.
            context.move_to(x + radius, y);
            let context: &Circles = context.unchecked_ref();
            context.arc(x, y, radius, 0.0, FULL_TURN);
        }
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        // By itself: where two that run in opposite directions overlap, one path would leave a hole.
        self.paint();
        if let Some(context) = self.path(style, true) {
            line(context, path);
            context.close_path();
        }
        self.paint();
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        self.paint();
        self.filling = None;
        self.inner.draw_text(text, style, at).map_err(refused)
    }
}
