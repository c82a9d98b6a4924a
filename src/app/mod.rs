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
mod mount;
mod navigation;
mod page_view;
mod pages;
mod part;
mod part_view;
mod parts;
mod passage;
mod start;
mod state;

pub use browser::stop;
pub use context::Context;
pub use pages::embed::widget;
pub use part::{PART_ATTRIBUTE, part_names};
pub use start::{StartError, start};

/// Promises that the widget of a pillar without a number begins with; the rest are a link away.
pub const PROMISES_SHOWN: usize = 6;

use crate::bundle::BundleRef;
use crate::quantity::Lang;
use crate::route::Page;
use mount::MountedParts;
use page_view::PageView;
use parts::not_understood::NotUnderstoodNote;
use parts::notes::Notes;
use parts::scroll_spy::ScrollSpy;
use parts::unfold_for_print::UnfoldForPrint;
use parts::updates::Updates;
use state::{State, Store};
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
    let store: Store = use_reducer(|| {
        let state = match &root {
            Some(root) if !root.has_attribute(navigation::PRERENDERED) => State::of_nothing(lang, page),
            _ => State::of_document(lang, page),
        };
        State { in_browser: root.is_some(), ..state }
    });
    navigation::use_navigation(&store, bundle, root.as_ref());
    let context = Context { bundle, lang: store.lang, page: store.page };
    let view = content.unwrap_or_else(|| html! { <PageView key={store.visit} {context} /> });
    let live = root.is_some();
    let content = match root {
        None => view,
        Some(root) if store.is_document() => html! { <MountedParts {context} {root} /> },
        Some(root) => yew::create_portal(view, root),
    };
    html! {
        <ContextProvider<Store> context={store.clone()}>
            {content}
            <ScrollSpy key={format!("scenes-{}", store.visit)} {context} />
            <Notes {context} />
            <UnfoldForPrint />
            if live {
                <div class="notices">
                    <NotUnderstoodNote {context} />
                    <Updates {context} />
                </div>
            }
        </ContextProvider<Store>>
    }
}
