//! Says once that there is a newer release; the one in hand goes on showing its own plan.

use crate::app::browser::{Listen, Listener, document, has, spawn_then, warn, window};
use crate::app::navigation::reload;
use crate::app::state::Action;
use crate::app::store::{use_selector, use_store};
use crate::app::use_site;
use crate::words;
use js_sys::{Date, Reflect};
use std::cell::Cell;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, EventTarget, RequestCache, RequestInit, Response, VisibilityState};
use yew::prelude::*;

/// Whoever comes back sooner than this reads what was just there.
const AWAY_MS: f64 = 10.0 * 60.0 * 1000.0;
/// Property of navigator; missing in insecure contexts (plain http).
const WORKERS: &str = "serviceWorker";

#[component]
pub fn Updates() -> Html {
    let cx = use_site();
    let lang = cx.lang;
    let store = use_store();
    let newer = use_state_eq(|| false);
    let closed = use_state_eq(|| false);
    // A release is asked for once: what it is called does not change while this page is open.
    let asked = use_memo((), |()| Cell::new(false));
    let ask = {
        let (newer, asked) = (newer.setter(), asked);
        move || {
            if asked.replace(true) {
                return;
            }
            let (newer, asked) = (newer.clone(), asked.clone());
            spawn_then(version(cx.under(crate::route::VERSION_FILE)), move |found| match found {
                Ok(version) => {
                    let same = version == cx.plan().version.as_str();
                    newer.set(!same);
                    // Nothing new this time; the next absence may bring it.
                    asked.set(!same);
                }
                Err(error) => {
                    // The network may be down; it is asked again another time.
                    asked.set(false);
                    warn("it is not known whether there is a newer release", &error);
                }
            });
        }
    };
    let live = !cx.framed();
    {
        let (ask, ask_again, store) = (ask.clone(), ask.clone(), store.clone());
        use_effect_with(live, move |live| {
            let listeners = live.then(|| {
                let left = Cell::new(None::<f64>);
                let back = Listener::on(&document(), "visibilitychange", move |_| {
                    if document().visibility_state() == VisibilityState::Hidden {
                        left.set(Some(Date::now()));
                    } else if left.take().is_some_and(|left| Date::now() - left >= AWAY_MS) {
                        ask();
                    }
                });
                // Load errors of elements do not bubble: only a capturing listener on the window hears them.
                let how = Listen { capture: true, ..Listen::default() };
                let missing = Listener::new(&window(), "error", how, move |event| {
                    if event.target().is_some_and(|target| target.dyn_ref::<Element>().is_some_and(is_ours)) {
                        store.dispatch(Action::CheckForUpdate);
                    }
                });
                let kept = has(&window().navigator(), WORKERS).then(|| {
                    let workers = Reflect::get(&window().navigator(), &WORKERS.into()).ok()?;
                    // Another release has been kept on this device; it says nothing by itself.
                    Some(Listener::on(workers.dyn_ref::<EventTarget>()?, "controllerchange", move |_| ask_again()))
                });
                (back, missing, kept)
            });
            move || drop(listeners)
        });
    }
    let checks = use_selector(|state| state.update_checks);
    use_effect_with(checks, move |doubts| {
        if *doubts > 0 {
            ask();
        }
    });
    let again = Callback::from(|event: MouseEvent| {
        event.prevent_default();
        reload();
    });
    let close = {
        let closed = closed.setter();
        Callback::from(move |_: MouseEvent| closed.set(true))
    };
    html! {
        <div role="status">
            if *newer && !*closed {
                <p key="newer" class="notice">
                    <span>{words::newer(lang)}{" "}<a href={cx.href(cx.page)} target="_self" onclick={again}>{words::newer_reload(lang)}</a></span>
                    <button type="button" onclick={close}>{words::note_close(lang)}</button>
                </p>
            }
        </div>
    }
}

/// Whether a picture, script or sheet that did not load is one of this site.
fn is_ours(element: &Element) -> bool {
    let address = element.get_attribute("src").or_else(|| element.get_attribute("href"));
    let origin = window().location().origin().unwrap_or_default();
    let url = address.and_then(|address| web_sys::Url::new_with_base(&address, &document().base_uri().ok()??).ok());
    url.is_some_and(|url| url.origin() == origin)
}

/// The version of the plan that the site has now.
async fn version(file: String) -> Result<String, JsValue> {
    let options = RequestInit::new();
    options.set_cache(RequestCache::NoStore);
    let response: Response = JsFuture::from(window().fetch_with_str_and_init(&file, &options)).await?.dyn_into()?;
    if !response.ok() {
        return Err(format!("{file}: {}", response.status()).into());
    }
    let text = JsFuture::from(response.text()?).await?.as_string().unwrap_or_default();
    let version = text.trim();
    // Some hosts answer with a page where there is no such file.
    if version.is_empty() || version.contains(|c: char| !c.is_ascii_alphanumeric()) {
        return Err(format!("{file} names no version").into());
    }
    Ok(version.to_owned())
}
