//! The site as one Yew app: rendered natively for each page, and started once per document in the browser.
//!
//! The first document is prerendered and stays as it is; the app mounts the parts that readers can touch into the places
//! that the page marks for them ([`part`]). Every later page is rendered by the same page components from the plan in
//! the program.

mod browser;
mod chart;
mod context;
mod deferred;
mod document_head;
mod inline;
mod kept;
mod mount;
mod navigation;
mod overlays;
mod page_view;
mod pages;
mod part;
mod part_view;
mod parts;
mod passage;
mod start;
mod state;
mod store;

pub use browser::stop;
pub use context::SiteContext;
use context::use_site;
pub use pages::embed::widget;
pub use part::{PART_ATTRIBUTE, part_names};
pub use start::{StartError, start};

/// Promises that the widget of a pillar without a number begins with; the rest are a link away.
pub const PROMISES_SHOWN: usize = 6;

use crate::bundle::BundleRef;
use crate::quantity::Lang;
use crate::route::Page;
use mount::MountedParts;
use overlays::Overlays;
use page_view::PageView;
use parts::scroll_spy::use_scroll_spy;
use parts::unfold_for_print::use_unfold_for_print;
use state::State;
use store::{Store, use_selection};
use web_sys::Element;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    pub bundle: BundleRef,
    pub lang: Lang,
    pub page: Page,
    /// The element that holds the prerendered page. None natively, where the page is rendered in place.
    pub root: Option<Element>,
    /// What is rendered in place of a page of the site map: a widget.
    #[prop_or_default]
    pub content: Option<Html>,
}

#[component]
pub fn App(props: &AppProps) -> Html {
    let AppProps { bundle, lang, page, root, content } = props.clone();
    let store = {
        let root = root.clone();
        use_memo((), move |()| {
            let state = match &root {
                Some(root) if !root.has_attribute(navigation::PRERENDERED) => State::of_nothing(lang, page),
                _ => State::of_document(lang, page),
            };
            Store::new(State { in_browser: root.is_some(), ..state })
        })
    };
    // Without a network, or where the site does not answer, the document is empty.
    let stored = use_memo((), |()| root.as_ref().is_some_and(|root| !root.has_attribute(navigation::PRERENDERED)));
    let (lang, page, visit, is_document) =
        use_selection(&store, |state| (state.lang, state.page, state.visit, state.is_document()));
    navigation::use_navigation(&store, visit, bundle, root.as_ref());
    use_scroll_spy(&store, visit);
    use_unfold_for_print();
    let site = SiteContext { bundle, lang, page };
    let view = content.unwrap_or_else(|| html! { <PageView key={visit} /> });
    let live = root.is_some();
    let content = match root {
        None => view,
        Some(root) if is_document => html! { <MountedParts {root} /> },
        Some(root) => yew::create_portal(view, root),
    };
    html! {
        <ContextProvider<SiteContext> context={site}>
            <ContextProvider<Store> context={Store::clone(&store)}>
                {content}
                <Overlays {live} stored={*stored} />
            </ContextProvider<Store>>
        </ContextProvider<SiteContext>>
    }
}
