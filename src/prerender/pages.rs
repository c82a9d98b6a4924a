use crate::plan::Plan;
use crate::route::Page;
use crate::view::{CheckFiles, PageView, PageViewProps};

/// The markup of a page, with the marks that the browser needs to adopt its islands.
pub fn render(
    plan: &'static Plan,
    page: Page,
    base: &'static str,
    ranges: &'static str,
    address: &'static str,
    check: CheckFiles,
) -> String {
    let props = PageViewProps { plan, base, ranges, address, check, page };
    let renderer = yew::LocalServerRenderer::<PageView>::with_props(props);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .expect("a runtime without input and output needs nothing of the system");
    tokio::task::LocalSet::new().block_on(&runtime, renderer.render())
}
