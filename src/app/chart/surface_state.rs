//! What one canvas shows, is about to show and is likely to show next: laid out, animated from state to state in
//! [`MOTION_MS`], and painted.

use super::canvas::{Painter, Scale, ink_of};
use super::layer_cache::LayerCache;
use crate::app::browser::{AnimationFrame, Timer, document, matches, warn};
use crate::figure::{EIGHTHS, Frame, Ink, PlacedFigure, Subject, Transition};
use crate::plan::Shown;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use web_sys::{Element, HtmlCanvasElement, HtmlElement};

/// How long a change of state takes.
const MOTION_MS: f64 = 750.0;
/// Class of a .drawing whose canvas has been painted; the stylesheet then hides its still.
const LIVE: &str = "live";

/// One canvas: what it shows, what is prepared for it, and whether it is in view.
pub struct State {
    canvas: HtmlCanvasElement,
    /// The element that holds the still and the canvas.
    drawing: Element,
    subject: Rc<Subject>,
    shown: Shown,
    /// Whether the next change begins a transition.
    starts: bool,
    /// The running transition to `shown`.
    motion: Option<Motion>,
    /// Offscreen cache of its layers.
    layer_cache: LayerCache,
    /// What was drawn last, or the target of the running transition.
    last: Option<Laid>,
    /// Laid out before it is drawn, see [`State::prepare`].
    next: Option<Laid>,
    /// What is likely to be shown next, with its parts, and the transition to it from `last`.
    pub likely: Option<(Rc<Subject>, Shown)>,
    ahead: Option<Ahead>,
    /// Timer of the next task that prepares it.
    pub resting: Option<Timer>,
    /// Whether the canvas is within one viewport height of the viewport.
    pub near: bool,
    /// Whether it is in the middle 70 % of the viewport.
    inside: bool,
    /// Whether it has ever been there.
    seen: bool,
    /// Whether it has been painted, and the still is hidden.
    pub drawn: bool,
    /// Colours and fonts, kept until they may have changed: reading them takes longer than most drawings.
    ink: Option<Ink>,
    pub animation_frame: Option<AnimationFrame>,
    /// See [`State::measured`].
    measured: Option<(Frame, f64)>,
    pub on_layout: Box<dyn Fn(Frame)>,
    /// The frame last reported through `on_layout`, or about to be.
    pub reported: Option<Frame>,
    pub report: Option<Timer>,
}

/// A drawing as it was laid out, and of what.
struct Laid {
    frame: Frame,
    subject: Rc<Subject>,
    shown: Shown,
    placed: PlacedFigure,
}

/// A transition prepared ahead: its target, and the transition itself once there was time for it.
struct Ahead {
    laid: Laid,
    transition: Option<Transition>,
}

struct Motion {
    transition: Transition,
    /// When its first frame was drawn. None while it is prepared; the drawing before stands meanwhile.
    begun: Option<f64>,
}

impl State {
    /// Nothing is drawn yet. `on_layout` gets each new box that it was laid out for.
    pub fn new(
        canvas: HtmlCanvasElement,
        drawing: Element,
        subject: Rc<Subject>,
        shown: Shown,
        on_layout: impl Fn(Frame) + 'static,
    ) -> State {
        State {
            canvas,
            drawing,
            subject,
            shown,
            starts: false,
            motion: None,
            layer_cache: LayerCache::default(),
            last: None,
            next: None,
            likely: None,
            ahead: None,
            resting: None,
            near: false,
            inside: false,
            seen: false,
            drawn: false,
            ink: None,
            animation_frame: None,
            measured: None,
            on_layout: Box::new(on_layout),
            reported: None,
            report: None,
        }
    }

    /// Goes to another state: in motion where it is asked for, and the reader sees it and wants motion; at once elsewhere.
    /// Returns whether it is another.
    pub fn show(&mut self, subject: Rc<Subject>, shown: Shown, in_motion: bool) -> bool {
        if self.shown == shown && self.subject == subject {
            return false;
        }
        // Measuring forces a layout. The stage has a fixed height whatever it shows, so its measurement is kept.
        if self.subject != subject && self.measured.is_some_and(|(frame, _)| frame.height_css_px.is_none()) {
            self.measured = None;
        }
        (self.subject, self.shown) = (subject, shown);
        self.resting = None;
        self.starts = in_motion && self.inside && moves();
        if !self.starts {
            self.motion = None;
        }
        true
    }

    /// Colours and fonts may have changed.
    pub fn forget_style(&mut self) {
        self.ink = None;
        self.layer_cache.forget();
    }

    /// The box, or the device pixel ratio, may have changed.
    pub fn forget_size(&mut self) {
        self.measured = None;
        self.layer_cache.forget();
    }

    pub fn is_moving(&self) -> bool {
        self.motion.is_some()
    }

    /// Enters or leaves the inner part of the viewport. The first time it grows from its bare ground, if that has
    /// been drawn already; a canvas that is first drawn in full view appears whole.
    pub fn enter(&mut self, inside: bool) {
        self.inside = inside;
        if inside && !self.seen {
            self.seen = true;
            self.starts = self.drawn && moves();
        }
    }

    /// Out of reach nothing goes on moving.
    pub fn approach(&mut self, near: bool) {
        self.near = near;
        if !near {
            self.motion = None;
            self.animation_frame = None;
        }
    }

    /// Gives the still back.
    pub fn hide(&mut self) {
        self.drawn = false;
        if let Err(error) = self.drawing.class_list().remove_1(LIVE) {
            warn("the still of a chart stays hidden", &error);
        }
    }

    /// Does one step of what must be ready before a first drawing or a transition; each takes about a frame. Returns
    /// whether there was one.
    pub fn prepare(&mut self) -> bool {
        if !self.drawn && self.ink.is_none() {
            self.ink = ink_of(&self.canvas).ok();
            return self.ink.is_some();
        }
        if self.drawn && !self.starts {
            return false;
        }
        let Some((frame, _)) = self.measured() else { return false };
        let ahead = self.ahead.as_ref().filter(|ahead| ahead.transition.is_some()).map(|ahead| &ahead.laid);
        if [self.last.as_ref(), self.next.as_ref(), ahead].into_iter().any(|laid| self.is_laid_out(laid, frame)) {
            return false;
        }
        self.next = Some(self.lay_out(frame));
        true
    }

    /// Draws what is to be seen at `now`. None where the page has no room for the chart, or the browser no canvas.
    pub fn draw(&mut self, now: f64) -> Option<Frame> {
        let (frame, width_css_px) = self.measured()?;
        if self.advance(frame, now) {
            return Some(frame);
        }
        let painted = self.ink.take().map_or_else(|| ink_of(&self.canvas), Ok).and_then(|ink| {
            self.paint(&ink, width_css_px, now)?;
            Ok(ink)
        });
        match painted {
            Ok(ink) => {
                self.drawn = true;
                self.ink = Some(ink);
                self.drawing.class_list().add_1(LIVE).ok()?;
                Some(frame)
            }
            Err(error) => {
                warn("a chart cannot be drawn; its still stands", &error);
                self.hide();
                None
            }
        }
    }

    /// The box to lay out for, and its width on the page in CSS pixels, read once for each size. None where the page has
    /// no room for the chart.
    fn measured(&mut self) -> Option<(Frame, f64)> {
        if self.measured.is_none() {
            // The box that the still reserves.
            let measured = self.drawing.get_bounding_client_rect();
            let (width, height) = (measured.width(), measured.height());
            let zoom = zoom(width);
            self.measured =
                (width > 0.0 && height > 0.0).then(|| (own_frame(&self.subject, width / zoom, height / zoom), width));
            if let Some(Err(error)) = self
                .drawing
                .dyn_ref::<HtmlElement>()
                .map(|drawing| drawing.style().set_property(ZOOM, &zoom.to_string()))
            {
                warn("points of a chart are not where they are drawn", &error);
            }
        }
        self.measured
    }

    /// Which parts are to be seen. Before the reader has seen it, bare ground, to grow from.
    fn parts(&self) -> Shown {
        if self.seen || !moves() { self.shown } else { Shown::NOTHING }
    }

    /// Whether it is what is to be seen in this box.
    fn is_laid_out(&self, laid: Option<&Laid>, frame: Frame) -> bool {
        laid.is_some_and(|laid| {
            laid.frame == frame && laid.shown == self.parts() && Rc::ptr_eq(&laid.subject, &self.subject)
        })
    }

    fn lay_out(&self, frame: Frame) -> Laid {
        Laid::of(frame, Rc::clone(&self.subject), self.parts())
    }

    /// Does one task's share of what [`Surface::expect`] promises. Returns whether there was one.
    pub fn go_ahead(&mut self) -> Result<bool, JsValue> {
        let idle = self.drawn && self.inside && self.motion.is_none() && !self.starts && moves();
        let (Some((frame, width_css_px)), Some((subject, shown))) = (self.measured(), self.likely.clone()) else {
            return Ok(false);
        };
        let (Some(last), Some(ink)) = (self.last.as_ref(), self.ink.as_ref()) else { return Ok(false) };
        if !idle || !self.is_laid_out(Some(last), frame) {
            return Ok(false);
        }
        let fits = |ahead: &&mut Ahead| {
            ahead.laid.frame == frame && ahead.laid.shown == shown && Rc::ptr_eq(&ahead.laid.subject, &subject)
        };
        let Some(ahead) = self.ahead.as_mut().filter(fits) else {
            self.ahead = Some(Ahead { laid: Laid::of(frame, subject, shown), transition: None });
            return Ok(true);
        };
        let Some(transition) = &ahead.transition else {
            self.layer_cache.forget();
            ahead.transition = Some(Transition::between(&last.placed, &ahead.laid.placed));
            return Ok(true);
        };
        let scale = Scale::of((last.placed.width, last.placed.height), width_css_px);
        self.layer_cache.paint_ahead(&self.canvas, ink, &transition.at(0.0), scale)
    }

    /// Lays out what has changed by `now`. Returns whether a transition begins; it is painted from the next frame on.
    fn advance(&mut self, frame: Frame, now: f64) -> bool {
        let starts = std::mem::take(&mut self.starts);
        if starts || !self.is_laid_out(self.last.as_ref(), frame) {
            if let Some(Ahead { laid, transition: Some(transition) }) = self.ahead.take()
                && starts
                && self.motion.is_none()
                && self.is_laid_out(Some(&laid), frame)
            {
                (self.last, self.next) = (Some(laid), None);
                self.motion = Some(Motion { transition, begun: None });
                return true;
            }
            let prepared = self.next.take();
            let next = if self.is_laid_out(prepared.as_ref(), frame) { prepared } else { None };
            let next = next.unwrap_or_else(|| self.lay_out(frame));
            let last = self.last.take().filter(|last| last.frame == frame);
            self.layer_cache.forget();
            let moving = self.motion.take();
            self.motion = last.filter(|_| starts).map(|last| {
                let transition = match moving {
                    Some(motion) => motion.transition.retargeted(motion.progress(now), &next.placed),
                    None => Transition::between(&last.placed, &next.placed),
                };
                Motion { transition, begun: None }
            });
            self.last = Some(next);
            return self.motion.is_some();
        }
        false
    }

    /// Paints the state at `now`, and ends a finished transition.
    fn paint(&mut self, ink: &Ink, width_css_px: f64, now: f64) -> Result<(), JsValue> {
        let Some(Laid { placed, .. }) = &self.last else { return Ok(()) };
        let (canvas, layer_cache) = (&self.canvas, &mut self.layer_cache);
        let scale = Scale::of((placed.width, placed.height), width_css_px);
        let Some(motion) = &mut self.motion else {
            let painter = Painter::of(canvas, ink, scale)?;
            painter.clear()?;
            return painter.marks(&placed.marks);
        };
        if motion.begun.is_none() && layer_cache.prepare(canvas, ink, &motion.transition.at(0.0), scale)? {
            return Ok(());
        }
        motion.begun.get_or_insert(now);
        let progress = motion.progress(now);
        let painted = layer_cache.paint(canvas, ink, &motion.transition.at(progress), scale);
        if progress >= 1.0 {
            self.motion = None;
        }
        painted
    }
}

impl Laid {
    fn of(frame: Frame, subject: Rc<Subject>, shown: Shown) -> Laid {
        let placed = subject.place(frame, shown);
        Laid { frame, subject, shown, placed }
    }
}

impl Motion {
    /// From 0 to 1.
    fn progress(&self, now: f64) -> f64 {
        self.begun.map_or(0.0, |begun| ((now - begun) / MOTION_MS).clamp(0.0, 1.0))
    }
}

/// How much larger a drawing of this width is drawn than it is laid out, where the reader asks for large text. It keeps room
/// for the least width that drawings are laid out for.
fn zoom(width_css_px: f64) -> f64 {
    const LARGE: f64 = 1.35;
    const LEAST_CSS_PX: f64 = 260.0;
    let root = document().document_element();
    let large = root.and_then(|root| root.get_attribute("data-text")).as_deref() == Some("large");
    if large { LARGE.min(width_css_px / LEAST_CSS_PX).max(1.0) } else { 1.0 }
}

/// Custom property of a drawing: how much larger it is drawn than it is laid out.
pub const ZOOM: &str = "--zoom";

/// Whether the reader wants things to move.
fn moves() -> bool {
    !matches("(prefers-reduced-motion: reduce)")
}

/// The frame for a box of this size. If a still has just this size, its own frame, so that canvas and still are laid
/// out alike.
fn own_frame(subject: &Subject, width: f64, height: f64) -> Frame {
    let still = Frame::STILLS.into_iter().map(|(frame, _)| frame).find(|frame| {
        let of_still = || f64::from(subject.place(*frame, Shown::ALL).height) / f64::from(EIGHTHS);
        (frame.width_css_px - width).abs() < 0.5 && (of_still() - height).abs() < 1.0
    });
    still.unwrap_or(Frame::of_size(width, height))
}
