//! A polite live region that announces, debounced, what a reader's changes led to.

use crate::app::browser::{Timer, after};
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// Debounce of an announcement.
const REST_MS: u32 = 400;

/// From what there was before the changes, and what there is now, to what is said.
type Say<T> = Rc<dyn Fn(&T, &T) -> String>;

struct Waiting<T> {
    now: T,
    /// What there was when the changes began; none while nothing waits to be said.
    before: Option<T>,
    say: Say<T>,
    timer: Option<Timer>,
}

pub struct Announcer<T> {
    said: UseStateHandle<AttrValue>,
    waiting: Rc<RefCell<Waiting<T>>>,
}

impl<T> Clone for Announcer<T> {
    fn clone(&self) -> Self {
        Announcer { said: self.said.clone(), waiting: Rc::clone(&self.waiting) }
    }
}

impl<T: Clone + 'static> Announcer<T> {
    /// The reader has changed something. It need not make a difference; then that is said.
    pub fn changed(&self) {
        {
            let mut waiting = self.waiting.borrow_mut();
            if waiting.before.is_none() {
                waiting.before = Some(waiting.now.clone());
            }
        }
        // Screen readers announce the same text again only if the region was empty in between.
        self.said.set(AttrValue::default());
        self.rest();
    }

    /// Nothing is said until [`Announcer::rest`] is called.
    pub fn hold(&self) {
        self.waiting.borrow_mut().timer = None;
    }

    /// Says what changed, if anything did, when this has been the last call for a while.
    pub fn rest(&self) {
        if self.waiting.borrow().before.is_none() {
            return;
        }
        let (said, waiting) = (self.said.setter(), Rc::clone(&self.waiting));
        let timer = after(REST_MS, move || {
            let mut waiting = waiting.borrow_mut();
            waiting.timer = None;
            if let Some(before) = waiting.before.take() {
                said.set((waiting.say)(&before, &waiting.now).into());
            }
        });
        self.waiting.borrow_mut().timer = Some(timer);
    }

    /// The live region. Rendered from the start: screen readers announce changes inside an existing region only.
    pub fn region(&self) -> Html {
        let said = &*self.said;
        html! { <p role="status" class="only-heard"><span key={said.as_str()}>{said}</span></p> }
    }
}

/// `now` is what the changes led to so far.
#[hook]
pub fn use_announcer<T: Clone + 'static>(now: T, say: impl Fn(&T, &T) -> String + 'static) -> Announcer<T> {
    let said = use_state_eq(AttrValue::default);
    let say: Say<T> = Rc::new(say);
    let waiting = {
        let (now, say) = (now.clone(), Rc::clone(&say));
        use_mut_ref(move || Waiting { now, before: None, say, timer: None })
    };
    {
        let mut waiting = waiting.borrow_mut();
        (waiting.now, waiting.say) = (now, say);
    }
    Announcer { said, waiting }
}
