//! What the reader keeps, with an empty box each, and beside it what a link has brought. Its place is kept before the first
//! paint (`head.js` says that it is there), so that nothing in sight moves when it comes.

use super::keep::Keep;
use super::pass_on::PassOn;
use super::promise::{RowSetting, promise_row};
use crate::app::SiteContext;
use crate::app::store::{use_live, use_selector};
use crate::app::use_site;
use crate::plan::Promise;
use crate::route::Kept;
use crate::words;
use yew::prelude::*;

#[component]
pub fn KeptList() -> Html {
    let (cx, live) = (use_site(), use_live());
    let (mine, theirs) = use_selector(|state| (state.query.mine.clone(), state.query.theirs.clone()));
    if !live || mine.is_empty() && theirs.is_empty() {
        return html! {};
    }
    html! {
        <section class="kept" aria-label={words::kept_mine(cx.lang)}>
            {list(&cx, &mine, words::kept_count(mine.promises().len(), cx.lang))}
            if !mine.is_empty() { <PassOn /> }
            {list(&cx, &theirs, words::theirs_count(theirs.promises().len(), cx.lang))}
        </section>
    }
}

fn list(cx: &SiteContext, kept: &Kept, heading: String) -> Html {
    let row = |promise: &Promise| {
        let more = html! {
            <>
                <span class="to-fill" role="img" aria-label={words::card_empty(cx.lang)}></span>
                <Keep promise={*promise} />
            </>
        };
        promise_row(cx, *promise, RowSetting::default(), more)
    };
    html! {
        if !kept.is_empty() {
            <p class="kept-head">{heading}</p>
            <ul class="promise-list">{for kept.promises().iter().map(row)}</ul>
        }
    }
}
