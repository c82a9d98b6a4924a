//! Mounts parts into the elements that a prerendered page marks for them: those near the view, one a task, so that
//! reading and scrolling are never held up.

use super::browser::{Intersections, Timer, after, document, elements, warn};
use super::part::{PART_ATTRIBUTE, Part};
use super::part_view::PartView;
use super::parts::unfold_for_print::UNFOLDED;
use super::store::use_selector;
use super::use_site;
use crate::route::Query;
use crate::route::query::View;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement};
use yew::prelude::*;

/// Root margin: parts within one viewport height above or below are mounted.
const NEAR: &str = "100% 0px";

#[derive(Clone, PartialEq, Properties)]
pub struct MountedPartsProps {
    /// The element that holds the prerendered page.
    pub root: Element,
}

/// The mount points that are to get their part.
#[derive(Default)]
struct Queue {
    /// All that have ever been in the queue.
    known: Vec<Element>,
    waiting: VecDeque<Element>,
    /// Of the task that mounts the first of those waiting.
    timer: Option<Timer>,
}

#[component]
pub fn MountedParts(props: &MountedPartsProps) -> Html {
    let cx = use_site();
    let MountedPartsProps { root } = props.clone();
    let mounted = use_state(Vec::<(Element, Part)>::new);
    let mount_points = use_mut_ref(|| None::<MountPoints>);
    let snapshots = use_mut_ref(Vec::<Snapshot>::new);
    {
        let (mounted, mount_points, snapshots) = (mounted.setter(), Rc::clone(&mount_points), Rc::clone(&snapshots));
        let root = root.clone();
        use_effect_with((), move |()| {
            let found = Rc::new(RefCell::new(Vec::new()));
            let mount = move |host: Element| {
                let mark = host.get_attribute(PART_ATTRIBUTE).unwrap_or_default();
                // A mark of another build stays as it was prerendered.
                if let Some(part) = Part::parse(&mark, cx.plan()) {
                    snapshots.borrow_mut().push(Snapshot::of(&host));
                    host.set_text_content(None);
                    found.borrow_mut().push((host, part));
                    mounted.set(found.borrow().clone());
                }
            };
            *mount_points.borrow_mut() = Some(MountPoints::of(&root, mount));
            move || drop(mount_points.borrow_mut().take())
        });
    }
    // A part that the address asks for is mounted at once, however far down the page it stands.
    let asked = use_selector(|state| asked(&state.query));
    use_effect_with(asked, move |asked| {
        if let Some(mount_points) = mount_points.borrow().as_ref() {
            asked.iter().for_each(|part| mount_points.mount_named(&part.to_string()));
        }
    });
    use_effect_with(mounted.len(), move |_| snapshots.take().iter().for_each(Snapshot::restore));
    // Keyed, so that each portal keeps its host: Yew listens on the host that a portal was made with, and a moved one
    // gets no events.
    let portal = |(index, (host, part)): (usize, &(Element, Part))| {
        let view = html! { <PartView part={part.clone()} /> };
        html! { <key={index}>{yew::create_portal(view, host.clone())}</> }
    };
    mounted.iter().enumerate().map(portal).collect()
}

/// The parts that are there at once: what the query asks for shows in them.
fn asked(query: &Query) -> Vec<Part> {
    let parts = [
        // In sight from every place of the page.
        (true, Part::Contents),
        (query.view != View::default(), Part::Table),
        (query.since, Part::FollowUps),
        (query.guess.is_some(), Part::Guess),
        (query.pace.is_some(), Part::Projection),
    ];
    parts.into_iter().filter_map(|(asked, part)| asked.then_some(part)).collect()
}

/// The mount points of a page, each mounted once: when it comes near the view, or when it is asked for.
struct MountPoints {
    mount_points: Vec<Element>,
    waiting: Rc<Waiting>,
    _observer: Option<Intersections>,
}

struct Waiting {
    queue: Rc<RefCell<Queue>>,
    mount: Rc<dyn Fn(Element)>,
}

impl MountPoints {
    fn of(root: &Element, mount: impl Fn(Element) + 'static) -> MountPoints {
        let waiting = Rc::new(Waiting { queue: Rc::default(), mount: Rc::new(mount) });
        let near = Rc::clone(&waiting);
        let observer = Intersections::new(NEAR, move |host, is_near| {
            if is_near {
                near.add(host);
            }
        });
        let mount_points: Vec<Element> = elements(root, &format!("[{PART_ATTRIBUTE}]")).collect();
        if let Some(observer) = &observer {
            mount_points.iter().for_each(|place| observer.observe(place));
        }
        MountPoints { mount_points, waiting, _observer: observer }
    }

    fn mount_named(&self, mark: &str) {
        let named =
            self.mount_points.iter().filter(|place| place.get_attribute(PART_ATTRIBUTE).as_deref() == Some(mark));
        named.for_each(|place| self.waiting.add(place.clone()));
    }
}

impl Waiting {
    fn add(&self, host: Element) {
        let first_time = !self.queue.borrow().known.contains(&host);
        if first_time {
            self.queue.borrow_mut().known.push(host.clone());
            self.queue.borrow_mut().waiting.push_back(host);
            next(&self.queue, &self.mount);
        }
    }
}

/// Snapshot of the open <details> and the focused control of a mount point, restored once the part has replaced its
/// markup.
struct Snapshot {
    host: Element,
    /// Indices of the open <details> among all <details>, each with whether it is open for paper alone, and of the focused
    /// control among all controls.
    open: Vec<(usize, bool)>,
    focus: Option<usize>,
}

impl Snapshot {
    const FOLDS: &str = "details";
    const CONTROLS: &str = "a[href], button, input, select, summary, textarea, [tabindex]";

    fn of(host: &Element) -> Snapshot {
        let folds = elements(host, Snapshot::FOLDS).enumerate();
        let open = folds.filter(|(_, fold)| fold.has_attribute("open"));
        let open = open.map(|(position, fold)| (position, fold.has_attribute(UNFOLDED))).collect();
        let active = document().active_element();
        let controls = elements(host, Snapshot::CONTROLS);
        let focus = active.and_then(|active| controls.into_iter().position(|control| control == active));
        Snapshot { host: host.clone(), open, focus }
    }

    fn restore(&self) {
        let folds: Vec<Element> = elements(&self.host, Snapshot::FOLDS).collect();
        for (fold, for_paper) in self.open.iter().filter_map(|(at, for_paper)| Some((folds.get(*at)?, *for_paper))) {
            let opened =
                fold.set_attribute("open", "").and_then(|()| fold.toggle_attribute_with_force(UNFOLDED, for_paper));
            if let Err(error) = opened {
                warn("what was open is closed", &error);
            }
        }
        let focused = self.focus.and_then(|at| elements(&self.host, Snapshot::CONTROLS).nth(at));
        if let Some(control) = focused.and_then(|control| control.dyn_into::<HtmlElement>().ok()) {
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            if let Err(error) = control.focus_with_options(&options) {
                warn("the focus is lost", &error);
            }
        }
    }
}

/// Mounts the next place in a task of its own.
fn next(queue: &Rc<RefCell<Queue>>, mount: &Rc<dyn Fn(Element)>) {
    if queue.borrow().timer.is_some() {
        return;
    }
    let (again, work) = (Rc::clone(queue), Rc::clone(mount));
    queue.borrow_mut().timer = Some(after(0, move || {
        let host = {
            let mut queue = again.borrow_mut();
            queue.timer = None;
            queue.waiting.pop_front()
        };
        if let Some(host) = host.filter(|host| document().contains(Some(host))) {
            work(host);
        }
        if !again.borrow().waiting.is_empty() {
            next(&again, &work);
        }
    }));
}
