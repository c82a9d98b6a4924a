//! What the reader keeps, on the device: it outlives the page where the browser lets it, and goes nowhere else.

use super::SiteContext;
use super::browser::{Listener, warn, window};
use super::state::Action;
use super::store::{Store, use_store};
use super::use_site;
use crate::bundle::BundleRef;
use crate::plan::{Plan, Promise};
use crate::route::{Kept, Query};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Storage, StorageEvent};
use yew::prelude::*;

/// The name under which the device keeps it; sites of one origin have one each. `head.js` looks for it.
fn key(bundle: BundleRef) -> String {
    format!("{}mine", bundle.deployment.address.public_url.as_str())
}

/// Browsers refuse by throwing or by having none.
fn storage() -> Result<Storage, JsValue> {
    window().local_storage()?.ok_or_else(|| "no storage".into())
}

/// What the device keeps. What is no longer known is left out.
fn stored(bundle: BundleRef, plan: &Plan) -> Result<Kept, JsValue> {
    let text = storage()?.get_item(&key(bundle))?.unwrap_or_default();
    Ok(Kept::parse(&text, plan).0)
}

/// The view that an address asks for, with what this device keeps. Where it keeps nothing for anyone, the address is the
/// reader's own.
pub fn with_stored(query: Query, bundle: BundleRef, plan: &Plan) -> Query {
    match stored(bundle, plan) {
        Ok(own) => {
            let (mine, brought) = query.mine.clone().beside(own);
            let theirs = if brought.is_empty() { query.theirs.clone() } else { brought };
            Query { mine, theirs, ..query }
        }
        Err(_) => query,
    }
}

/// Keeps what `change` makes of the list, in the address and, where it works, on the device.
pub fn change(store: &Store, cx: &SiteContext, change: impl FnOnce(&mut Kept)) {
    store.edit(|query| change(&mut query.mine));
    let text = store.state().query.mine.format(cx.plan());
    let store_it = |storage: Storage| match text.is_empty() {
        true => storage.remove_item(&key(cx.bundle)),
        false => storage.set_item(&key(cx.bundle), &text),
    };
    if let Err(error) = storage().and_then(store_it) {
        warn("the device keeps nothing", &error);
        store.dispatch(Action::StorageRefused);
    }
}

/// Keeps a promise, or no longer.
pub fn toggle(store: &Store, cx: &SiteContext, promise: Promise) {
    change(store, cx, |kept| match kept.has(promise) {
        true => kept.remove(promise),
        false => _ = kept.add(promise),
    });
}

/// Follows what other windows of the site keep. Renders nothing.
#[component]
pub fn KeptElsewhere() -> Html {
    let (cx, store) = (use_site(), use_store());
    use_effect_with(cx.lang, move |_| {
        let name = key(cx.bundle);
        let listener = Listener::on(&window(), "storage", move |event| {
            let of_ours = event.dyn_ref::<StorageEvent>().is_some_and(|event| event.key().as_ref() == Some(&name));
            if let Ok(mine) = stored(cx.bundle, cx.plan())
                && of_ours
            {
                store.edit(|query| query.mine = mine);
            }
        });
        move || drop(listener)
    });
    html! {}
}
