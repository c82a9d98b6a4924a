//! Renders components to HTML.

use yew::BaseComponent;

/// The markup of a component, with the comments that Yew needs to hydrate it.
pub fn hydratable<C: BaseComponent>(props: C::Properties) -> String {
    wait(yew::LocalServerRenderer::<C>::with_props(props).render())
}

/// The markup of a component that is never hydrated.
pub fn inert<C: BaseComponent>(props: C::Properties) -> String {
    wait(yew::LocalServerRenderer::<C>::with_props(props).hydratable(false).render())
}

fn wait<T>(work: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .expect("a runtime without input and output needs nothing of the system");
    tokio::task::LocalSet::new().block_on(&runtime, work)
}
