//! Keeps one canvas painted while it is near the viewport: redraws it when its size, the device pixel ratio or the
//! theme changes, and animates it from state to state in [`MOTION_MS`].

use super::canvas::{CanvasStyle, Painter, Scale};
use super::layer_cache::LayerCache;
use crate::app::browser::{Intersections, Listener, Resizes, after, matches, warn, window};
use crate::figure::{EIGHTHS, Frame, PlacedFigure, Subject, Transition, WHOLE};
use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::{Element, HtmlCanvasElement};

/// How long a change of state takes.
const MOTION_MS: f64 = 750.0;
/// Idle time before the likely next transition is prepared.
const REST_MS: u32 = 200;
/// The value of `shown` at which nothing but axes and words is drawn.
const GROUND: u8 = 0;
/// Class of a .drawing whose canvas has been painted; the stylesheet then hides its still.
const LIVE: &str = "live";

thread_local! {
    /// The time of the animation frame in which a canvas was last prepared, or drawn for the first time.
    static PREPARED: Cell<f64> = const { Cell::new(f64::NAN) };
}

/// What is drawn, and whether it should be.
struct State {
    canvas: HtmlCanvasElement,
    /// The element that holds the still and the canvas.
    drawing: Element,
    subject: Rc<Subject>,
    shown: u8,
    /// Whether the next change is animated.
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
    likely: Option<(Rc<Subject>, u8)>,
    ahead: Option<Ahead>,
    /// Timer of the next task that prepares it.
    resting: Option<Timeout>,
    /// Whether it is within one viewport height of the viewport, and whether it is at least 15 % inside.
    near: bool,
    inside: bool,
    /// Whether it has been inside at all.
    seen: bool,
    drawn: bool,
    /// Colours and fonts, kept until they may have changed: reading them takes longer than most drawings.
    ink: Option<CanvasStyle>,
    animation_frame: Option<AnimationFrame>,
    /// See [`State::measured`].
    measured: Option<(Frame, f64)>,
    on_layout: Box<dyn Fn(Frame)>,
    /// The frame last reported through `on_layout`, or about to be.
    reported: Option<Frame>,
    report: Option<Timeout>,
}

/// A drawing as it was laid out, and of what.
struct Laid {
    frame: Frame,
    subject: Rc<Subject>,
    shown: u8,
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

/// A canvas under observation. Dropping it ends the observation.
pub struct Surface {
    _observers: (Option<Intersections>, Option<Intersections>, Option<Resizes>),
    _listeners: Vec<Listener>,
    state: Rc<RefCell<State>>,
}

impl Surface {
    /// Starts showing `subject` on `canvas`; `on_layout` gets each new box that it was laid out for. None where the canvas
    /// stands in no drawing.
    pub fn attach(
        canvas: HtmlCanvasElement,
        subject: Rc<Subject>,
        shown: u8,
        on_layout: impl Fn(Frame) + 'static,
    ) -> Option<Surface> {
        let drawing = canvas.closest(".drawing").ok()??;
        let state = Rc::new(RefCell::new(State {
            canvas: canvas.clone(),
            drawing: drawing.clone(),
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
        }));
        let inside = Intersections::new("-15% 0px -15% 0px", {
            let state = Rc::clone(&state);
            move |_, inside| {
                state.borrow_mut().enter(inside);
                schedule(&state);
            }
        });
        let near = Intersections::new("100% 0px", {
            let state = Rc::clone(&state);
            move |_, near| {
                state.borrow_mut().approach(near);
                schedule(&state);
            }
        });
        for observer in [&inside, &near].into_iter().flatten() {
            observer.observe(&drawing);
        }
        let resized = Resizes::of(&drawing, {
            let state = Rc::clone(&state);
            move || resize(&state)
        });
        let mut listeners = Vec::new();
        for query in ["(prefers-color-scheme: dark)", "(forced-colors: active)"] {
            if let Ok(Some(media)) = window().match_media(query) {
                let state = Rc::clone(&state);
                listeners.push(Listener::on(&media, "change", move |_| redraw(&state)));
            }
        }
        // A restored context is empty, and a window can move to a screen with another device pixel ratio.
        for (target, kind) in [(canvas.as_ref(), "contextrestored"), (window().as_ref(), "resize")] {
            let state = Rc::clone(&state);
            listeners.push(Listener::on(target, kind, move |_| resize(&state)));
        }
        let lost = Rc::clone(&state);
        listeners.push(Listener::on(&canvas, "contextlost", move |_| lost.borrow_mut().hide()));
        Some(Surface { _observers: (inside, near, resized), _listeners: listeners, state })
    }

    /// Goes to another state: in motion where it is asked for, and the reader sees it and wants motion; at once elsewhere.
    pub fn show(&self, subject: Rc<Subject>, shown: u8, in_motion: bool) {
        let mut state = self.state.borrow_mut();
        if state.shown == shown && state.subject == subject {
            return;
        }
        // A stage has a fixed height whatever it shows, so its measurement is kept: measuring forces a layout.
        if state.subject != subject && state.measured.is_some_and(|(frame, _)| frame.height_css_px.is_none()) {
            state.measured = None;
        }
        (state.subject, state.shown) = (subject, shown);
        state.resting = None;
        state.starts = in_motion && state.inside && moves();
        if !state.starts {
            state.motion = None;
        }
        drop(state);
        schedule(&self.state);
    }

    /// Prefetches the transition to what is likely to be shown next, while idle: text is slow when first set, and an
    /// animation has no frame to spare.
    pub fn expect(&self, likely: Option<(Rc<Subject>, u8)>) {
        self.state.borrow_mut().likely = likely;
        rest(&self.state);
    }

    /// Redraws with the current colours and fonts.
    pub fn redraw(&self) {
        redraw(&self.state);
    }
}

impl Drop for Surface {
    fn drop(&mut self) {
        let mut state = self.state.borrow_mut();
        (state.animation_frame, state.report, state.resting) = (None, None, None);
        state.hide();
    }
}

impl State {
    /// Enters or leaves the inner part of the viewport. The first time it grows from its bare ground, if that has
    /// been drawn already; a canvas that is first drawn in full view appears whole.
    fn enter(&mut self, inside: bool) {
        self.inside = inside;
        if inside && !self.seen {
            self.seen = true;
            self.starts = self.drawn && moves();
        }
    }

    /// Out of reach nothing goes on moving.
    fn approach(&mut self, near: bool) {
        self.near = near;
        if !near {
            self.motion = None;
            self.animation_frame = None;
        }
    }

    /// Gives the still back.
    fn hide(&mut self) {
        self.drawn = false;
        if let Err(error) = self.drawing.class_list().remove_1(LIVE) {
            warn("the still of a chart stays hidden", &error);
        }
    }

    /// Does one step of what must be ready before a first drawing or a transition; each takes about a frame. Returns
    /// whether there was one.
    fn prepare(&mut self) -> bool {
        if !self.drawn && self.ink.is_none() {
            self.ink = CanvasStyle::of(&self.canvas).ok();
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

    /// The box to lay out for, and its width on the page in CSS pixels, read once for each size. None where the page has
    /// no room for the chart.
    fn measured(&mut self) -> Option<(Frame, f64)> {
        if self.measured.is_none() {
            // The box that the still reserves.
            let measured = self.drawing.get_bounding_client_rect();
            let (width, height) = (measured.width(), measured.height());
            self.measured = (width > 0.0 && height > 0.0).then(|| (own_frame(&self.subject, width, height), width));
        }
        self.measured
    }

    /// Which parts are to be seen. Before the reader has seen it, bare ground, to grow from.
    fn parts(&self) -> u8 {
        if self.seen || !moves() { self.shown } else { GROUND }
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
    fn go_ahead(&mut self) -> Result<bool, JsValue> {
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
    fn paint(&mut self, ink: &CanvasStyle, width_css_px: f64, now: f64) -> Result<(), JsValue> {
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
    fn of(frame: Frame, subject: Rc<Subject>, shown: u8) -> Laid {
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

/// Whether the reader wants things to move.
fn moves() -> bool {
    !matches("(prefers-reduced-motion: reduce)")
}

/// Redraws with the current colours and fonts.
fn redraw(state: &Rc<RefCell<State>>) {
    state.borrow_mut().ink = None;
    state.borrow_mut().layer_cache.forget();
    schedule(state);
}

/// Measures the box again and redraws.
fn resize(state: &Rc<RefCell<State>>) {
    state.borrow_mut().measured = None;
    state.borrow_mut().layer_cache.forget();
    schedule(state);
}

/// Draws in the next animation frame, once, however many reasons there are; again as long as something moves.
fn schedule(state: &Rc<RefCell<State>>) {
    let again = Rc::clone(state);
    let mut now = state.borrow_mut();
    if now.near && now.animation_frame.is_none() {
        now.animation_frame = Some(request_animation_frame(move |time| {
            again.borrow_mut().animation_frame = None;
            // At most one step of one canvas's first drawing per animation frame: this code runs cold.
            let waits = !again.borrow().drawn && PREPARED.replace(time) == time;
            if waits || again.borrow_mut().prepare() {
                return schedule(&again);
            }
            let frame = draw(&mut again.borrow_mut(), time);
            if let Some(frame) = frame.filter(|frame| again.borrow().reported != Some(*frame)) {
                // What is made for the box, points to touch among it, is made in a task of its own.
                let reported = Rc::clone(&again);
                let tell = Timeout::new(0, move || (reported.borrow().on_layout)(frame));
                let mut now = again.borrow_mut();
                (now.reported, now.report) = (Some(frame), Some(tell));
            }
            if again.borrow().motion.is_some() {
                schedule(&again);
            } else {
                rest(&again);
            }
        }));
    }
}

/// Prepares the likely next transition once idle, one share per task.
fn rest(state: &Rc<RefCell<State>>) {
    let again = Rc::clone(state);
    let wanted = state.borrow().likely.is_some();
    state.borrow_mut().resting = wanted.then(|| after(REST_MS, move || go_ahead(&again)));
}

fn go_ahead(state: &Rc<RefCell<State>>) {
    let went = state.borrow_mut().go_ahead();
    match went {
        Ok(true) => {
            let again = Rc::clone(state);
            state.borrow_mut().resting = Some(after(0, move || go_ahead(&again)));
        }
        Ok(false) => {}
        Err(error) => warn("a transition is not prepared", &error),
    }
}

/// None where the page has no room for the chart, or the browser no canvas.
fn draw(state: &mut State, now: f64) -> Option<Frame> {
    let (frame, width_css_px) = state.measured()?;
    if state.advance(frame, now) {
        return Some(frame);
    }
    let painted = state.ink.take().map_or_else(|| CanvasStyle::of(&state.canvas), Ok).and_then(|ink| {
        state.paint(&ink, width_css_px, now)?;
        Ok(ink)
    });
    match painted {
        Ok(ink) => {
            state.drawn = true;
            state.ink = Some(ink);
            state.drawing.class_list().add_1(LIVE).ok()?;
            Some(frame)
        }
        Err(error) => {
            warn("a chart cannot be drawn; its still stands", &error);
            state.hide();
            None
        }
    }
}

/// The frame for a box of this size. If a still has just this size, its own frame, so that canvas and still are laid
/// out alike.
fn own_frame(subject: &Subject, width: f64, height: f64) -> Frame {
    let still = Frame::STILLS.into_iter().map(|(frame, _)| frame).find(|frame| {
        let of_still = || f64::from(subject.place(*frame, WHOLE).height) / f64::from(EIGHTHS);
        (frame.width_css_px - width).abs() < 0.5 && (of_still() - height).abs() < 1.0
    });
    still.unwrap_or(Frame::of_size(width, height))
}
