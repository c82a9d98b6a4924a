//! Passing on what is kept: a link that shows it to a friend, and a picture for where links do not travel. The browser makes
//! both; nothing is sent anywhere.

use crate::app::browser::{copy_text, spawn_then, warn, window};
use crate::app::chart::data_url;
use crate::app::store::use_selector;
use crate::app::{SiteContext, use_site};
use crate::figure::{HANDOUT_CSS_PX, Handout};
use crate::plan::Promise;
use crate::route::{Kept, Page, Query};
use crate::words;
use wasm_bindgen::JsValue;
use web_sys::HtmlCanvasElement;
use yew::prelude::*;

/// What became of what was asked for.
#[derive(Clone, PartialEq)]
enum Outcome {
    None,
    Said(&'static str),
    /// The picture, what it says, and its address.
    Picture {
        source: AttrValue,
        description: String,
    },
}

#[component]
pub fn PassOn() -> Html {
    let cx = use_site();
    let lang = cx.lang;
    let mine = use_selector(|state| state.query.mine.clone());
    let outcome = use_state_eq(|| Outcome::None);
    let canvas = use_node_ref();
    {
        // It shows what was kept then.
        let outcome = outcome.setter();
        use_effect_with(mine.clone(), move |_| outcome.set(Outcome::None));
    }
    let link = link(&cx, &mine);
    let copy = {
        let (outcome, link) = (outcome.setter(), link.clone());
        Callback::from(move |_: MouseEvent| {
            let (outcome, link) = (outcome.clone(), link.clone());
            spawn_then(async move { copy_text(&link).await }, move |done| {
                if let Err(error) = &done {
                    warn("the link is not copied", error);
                }
                outcome.set(Outcome::Said(if done.is_ok() {
                    words::copied(lang)
                } else {
                    words::pass_on_by_hand(lang)
                }));
            });
        })
    };
    let draw = {
        let (outcome, canvas, mine, link) = (outcome.setter(), canvas.clone(), mine.clone(), link.clone());
        Callback::from(move |_: MouseEvent| {
            let Some(canvas) = canvas.cast::<HtmlCanvasElement>() else { return };
            outcome.set(match picture(&cx, &canvas, mine.promises(), &link) {
                Ok(picture) => picture,
                Err(error) => {
                    warn("the picture is not drawn", &error);
                    Outcome::Said(words::no_picture(lang))
                }
            });
        })
    };
    html! {
        <div class="pass-kept">
            <button type="button" onclick={copy}>{words::share_link(lang)}</button>
            <button type="button" onclick={draw}>{words::make_picture(lang)}</button>
            <p class="pass-link"><a href={link.clone()} data-n="label">{link.clone()}</a></p>
            <p role="status">if let Outcome::Said(said) = *outcome { <span key={said}>{said}</span> }</p>
            <canvas ref={canvas} hidden={true}></canvas>
            if let Outcome::Picture { source, description } = &*outcome {
                <figure>
                    <a href={source.clone()} download="promises.png"><img src={source.clone()} width={HANDOUT_CSS_PX.to_string()} alt={description.clone()} /></a>
                    <figcaption>{words::picture_how(lang)}</figcaption>
                </figure>
            }
        </div>
    }
}

/// The card with the same promises, under the address that the reader has.
fn link(cx: &SiteContext, mine: &Kept) -> String {
    let here = window().location().origin().ok().filter(|origin| origin != "null");
    let origin = here.unwrap_or_else(|| cx.address().site_url.as_str().to_owned());
    let query = Query { mine: mine.clone(), ..Query::default() }.format(cx.plan());
    [origin, cx.href(Page::Card(None)), query].concat()
}

fn picture(cx: &SiteContext, canvas: &HtmlCanvasElement, kept: &[Promise], link: &str) -> Result<Outcome, JsValue> {
    let handout = Handout::of(cx.plan(), kept, link);
    let source = data_url(canvas, &handout.place(), HANDOUT_CSS_PX)?;
    Ok(Outcome::Picture { source: source.into(), description: handout.description() })
}
