//! The address of the document: where it leads, and how the state is written into it.

use crate::app::browser::{warn, window};
use crate::app::state::State;
use crate::bundle::BundleRef;
use crate::quantity::Lang;
use crate::route::{Destination, Page, Query};

/// Where the address leads now. None where the app renders no such page; where the document is the error page, that
/// stands at any address.
pub(super) fn here(bundle: BundleRef, of_document: (Lang, Page)) -> Option<Destination> {
    let location = window().location();
    let (path, search, hash) = (location.pathname().ok()?, location.search().ok()?, location.hash().ok()?);
    let nowhere = || match of_document {
        (lang, Page::NotFound) => Some(Destination::of(Page::NotFound, lang, &search, &hash, bundle.plans.items())),
        _ => None,
    };
    bundle.read(&path, &search, &hash).or_else(nowhere)
}

/// Writes the state into the address, in the one way in which the site writes it, without a new entry of the history.
pub(super) fn write_address(state: &State, bundle: BundleRef, of_document: (Lang, Page)) {
    let location = window().location();
    let (Ok(now), Ok(search), Ok(hash)) = (location.pathname(), location.search(), location.hash()) else { return };
    // Another page may have been followed in the meantime; nobody sees the address of a widget.
    let in_place = here(bundle, of_document).map(|now| (now.lang, now.page));
    if in_place != Some((state.lang, state.page)) || matches!(state.page, Page::Embed(_)) {
        return;
    }
    let (plan, address) = (bundle.plan(state.lang), bundle.deployment.address);
    // The scene that is read stands behind the hash.
    let query = Query { scene: None, ..state.query.clone() };
    // The error page stands at whatever was asked for.
    let path = match state.page {
        Page::NotFound => now.clone(),
        page => address.under(&page.path(plan, state.lang)),
    };
    let anchor = state.anchor.as_ref().map_or_else(String::new, |anchor| format!("#{anchor}"));
    let plain = format!("{path}{}{anchor}", query.format(plan));
    if plain == [now, search, hash].concat() {
        return;
    }
    let written = window().history().and_then(|history| {
        let entry = history.state()?;
        history.replace_state_with_url(&entry, "", Some(&plain))
    });
    if let Err(error) = written {
        // Browsers refuse too many of these; the next one will do.
        warn("the address is not written", &error);
    }
}
