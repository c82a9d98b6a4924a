//! The site as one Yew app: rendered natively for each page, and started once per document in the browser.

mod chart;
mod context;
pub mod island;
mod page_view;
mod pages;
mod parts;

mod start;

pub use context::Context;
pub use start::{StartError, start};

/// Promises that the widget of a pillar without a number begins with; the rest are a link away.
pub const PROMISES_SHOWN: usize = 6;

use crate::bundle::BundleRef;
use crate::quantity::Lang;
use crate::route::Page;
use page_view::PageView;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    pub bundle: BundleRef,
    pub lang: Lang,
    pub page: Page,
    /// Whether prerendered markup is adopted.
    pub hydrating: bool,
}

#[component]
pub fn App(props: &AppProps) -> Html {
    let AppProps { bundle, lang, page, hydrating } = props.clone();
    let context = Context { bundle, lang, framed: matches!(page, Page::Embed(_)), hydrating };
    html! { <PageView {context} {page} /> }
}
