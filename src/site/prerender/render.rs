//! Renders components to HTML.

use yew::BaseComponent;

/// The markup of a component. Nothing is hydrated, so it carries no marks for Yew.
pub fn html<C: BaseComponent>(props: C::Properties) -> String {
    let renderer = yew::LocalServerRenderer::<C>::with_props(props).hydratable(false);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .expect("a runtime without input and output needs nothing of the system");
    tokio::task::LocalSet::new().block_on(&runtime, renderer.render())
}
