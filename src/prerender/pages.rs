use crate::view::{PageView, PageViewProps};

/// The markup of a page, with the marks that the browser needs to adopt its islands.
pub fn render(props: PageViewProps) -> String {
    let renderer = yew::LocalServerRenderer::<PageView>::with_props(props);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .expect("a runtime without input and output needs nothing of the system");
    tokio::task::LocalSet::new().block_on(&runtime, renderer.render())
}
