//! Keeps a canvas drawn as long as its component is there.

use super::surface::Surface;
use crate::app::store::use_selector;
use crate::figure::{Frame, Subject};
use crate::plan::Shown;
use std::rc::Rc;
use web_sys::HtmlCanvasElement;
use yew::prelude::*;

/// What a canvas shows.
#[derive(Clone, PartialEq)]
pub struct CanvasContent {
    pub subject: Rc<Subject>,
    /// Which parts of it, see [`Subject::place`].
    pub shown: Shown,
    /// Whether the change is animated; what follows a finger must not lag behind it.
    pub moves: bool,
}

/// Keeps `canvas` drawn, and prepares the transition to `likely`, with its parts. Gives the box that it was laid out for,
/// once it was.
#[hook]
pub fn use_surface(canvas: &NodeRef, content: CanvasContent, likely: Option<(Rc<Subject>, Shown)>) -> Option<Frame> {
    let frame = use_state_eq(|| None::<Frame>);
    let surface = use_mut_ref(|| None::<Surface>);
    {
        let (canvas, frame, surface) = (canvas.clone(), frame.setter(), Rc::clone(&surface));
        use_effect_with((content, likely), move |(CanvasContent { subject, shown, moves }, likely)| {
            let mut surface = surface.borrow_mut();
            match surface.as_ref() {
                Some(surface) => surface.show(Rc::clone(subject), *shown, *moves),
                None => {
                    let canvas = canvas.cast::<HtmlCanvasElement>();
                    *surface = canvas.and_then(|canvas| {
                        Surface::attach(canvas, Rc::clone(subject), *shown, move |drawn| frame.set(Some(drawn)))
                    });
                }
            }
            if let Some(surface) = surface.as_ref() {
                surface.expect(likely.clone());
            }
        });
    }
    // Colours and text sizes are read when it draws.
    let appearance = use_selector(|state| (state.query.theme, state.query.text));
    use_effect_with(appearance, move |_| {
        if let Some(surface) = surface.borrow().as_ref() {
            surface.redraw();
        }
    });
    *frame
}
