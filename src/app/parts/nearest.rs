//! On the page for addresses that lead nowhere: the page that is most like what was asked for.

use crate::app::browser::window;
use crate::app::use_site;
use crate::plan::Plan;
use crate::quantity::Lang;
use crate::route::{Page, nearest};
use crate::words;
use yew::prelude::*;

/// What was asked for is known in the browser alone, so the first render is empty.
#[component]
pub fn Nearest() -> Html {
    let cx = use_site();
    let lang = cx.lang;
    let found = use_state_eq(|| None::<(Page, Lang)>);
    {
        let found = found.setter();
        use_effect_with((), move |()| {
            let asked = window().location().pathname().unwrap_or_default();
            found.set(nearest(&asked, cx.address(), cx.plan()));
        });
    }
    html! {
        <p aria-live="polite">
            if let Some((page, of)) = *found {
                <span key="nearest">
                    {words::nearest(lang)}{words::colon(lang)}
                    <a href={cx.under(&page.path(cx.plan(), of))} hreflang={of.tag()} lang={of.tag()}>{name(page, cx.bundle.plan(of))}</a>
                </span>
            }
        </p>
    }
}

/// What a page is called in a list of pages.
fn name(page: Page, plan: &Plan) -> String {
    match page {
        Page::Story => words::story(plan.lang).to_owned(),
        Page::Topic(topic) => plan[topic].name.as_str().to_owned(),
        Page::Figure(figure) => plan[figure].name.as_str().to_owned(),
        page => page.heading(plan),
    }
}
