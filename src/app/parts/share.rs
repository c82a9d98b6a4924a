//! Ways to pass a page on. Without the program there are links and files; what needs the browser's help comes with it.

use crate::app::browser::{copy_text, document, has, spawn_then, warn, window};
use crate::app::state::{Action, State};
use crate::app::store::{use_selector, use_store};
use crate::app::{SiteContext, use_site};
use crate::citation::gb_t_7714;
use crate::quantity::qualifier;
use crate::route::{Kept, Page, PageFile, Query, download_name};
use crate::words;
use js_sys::{Object, Reflect};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{Clipboard, ClipboardItem, Node, Response, ShareData};
use yew::prelude::*;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Channel {
    /// The system share sheet (navigator.share).
    System,
    Link,
    Sentence,
    Picture,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    None,
    Copied,
    /// The link is selected, for readers to copy it themselves.
    Refused,
    /// The picture could not be had.
    NoPicture,
}

/// What the browser can do; nothing before it was asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Abilities {
    asked: bool,
    sheet: bool,
    pictures: bool,
}

impl Abilities {
    fn of_browser() -> Abilities {
        let navigator = window().navigator();
        Abilities {
            asked: true,
            sheet: has(&navigator, "share"),
            pictures: has(&navigator, "clipboard") && has(&window(), "ClipboardItem"),
        }
    }

    /// Whether a channel is offered. Until the browser was asked, all keep their places.
    fn offer(self, channel: Channel) -> bool {
        !self.asked
            || match channel {
                Channel::System => self.sheet,
                Channel::Picture => self.pictures,
                Channel::Link | Channel::Sentence => true,
            }
    }
}

#[component]
pub fn Share() -> Html {
    let cx = use_site();
    let (plan, lang, page) = (cx.plan(), cx.lang, cx.page);
    let store = use_store();
    let since = use_selector(|state| state.query.since);
    let abilities = use_state_eq(Abilities::default);
    let outcome = use_state_eq(|| Outcome::None);
    let link = use_node_ref();
    let poster_open = use_state_eq(|| false);
    {
        let abilities = abilities.setter();
        use_effect_with((), move |()| abilities.set(Abilities::of_browser()));
    }
    // A copy that stays as it is has no pictures but drawings: they weigh most.
    let kept = |what: PageFile| !cx.frozen() || matches!(what, PageFile::Svg | PageFile::Csv);
    let beside = |what: PageFile| what.versioned(page, plan, lang).filter(|_| kept(what)).map(|path| cx.under(&path));
    // The chart alone where there is one, as it is seen.
    let others = beside(PageFile::FollowUpsPng).filter(|_| since);
    let chart = if others.is_some() { PageFile::FollowUpsSvg } else { PageFile::Svg };
    let bitmap = if others.is_some() { PageFile::FollowUpsPng } else { PageFile::Png };
    let picture = beside(bitmap)
        .or(beside(PageFile::Social))
        .unwrap_or_else(|| cx.under(&PageFile::Social.versioned(Page::Story, plan, lang).unwrap_or_default()));
    let address = cx.address().page(page, plan, lang);
    let button = |channel: Channel, word: &'static str| {
        let onclick = {
            let (store, picture, link, outcome) = (store.clone(), picture.clone(), link.clone(), outcome.setter());
            Callback::from(move |_: MouseEvent| {
                let (link, outcome) = (link.clone(), outcome.clone());
                outcome.set(Outcome::None);
                if channel == Channel::Picture {
                    store.dispatch(Action::CheckForUpdate);
                }
                let missing = Rc::new(Cell::new(false));
                let asked = pass_on(channel, &cx, page, &store.state(), &picture, &missing);
                spawn_then(asked, move |done| match done {
                    Ok(()) if channel == Channel::System => {}
                    Ok(()) => outcome.set(Outcome::Copied),
                    // A reader who closes the sheet wants nothing more.
                    Err(error) if is_abort(&error) => {}
                    Err(error) if missing.get() => {
                        warn("the picture cannot be had", &error);
                        outcome.set(Outcome::NoPicture);
                    }
                    Err(error) => {
                        warn("the browser passes nothing on", &error);
                        select(link.get());
                        outcome.set(Outcome::Refused);
                    }
                });
            })
        };
        html! {
            if abilities.offer(channel) {
                <li key={word} class={classes!((!abilities.asked).then_some("waiting"))}>
                    <button type="button" disabled={!abilities.asked} {onclick}>{word}</button>
                </li>
            }
        }
    };
    // The picture comes from the net, and from the newest release.
    let poster_asked = {
        let (store, poster_open) = (store.clone(), poster_open.setter());
        Callback::from(move |_: Event| {
            poster_open.set(true);
            store.dispatch(Action::CheckForUpdate);
        })
    };
    let no_poster = {
        let outcome = outcome.setter();
        Callback::from(move |_: Event| outcome.set(Outcome::NoPicture))
    };
    let said = match *outcome {
        Outcome::None => "",
        Outcome::Copied => words::share_copied(lang),
        Outcome::Refused => words::share_refused(lang),
        Outcome::NoPicture => words::share_no_picture(lang),
    };
    let downloads =
        [(chart, "SVG"), (bitmap, "PNG"), (PageFile::Csv, "CSV"), (PageFile::Zip, words::share_bundle(lang))];
    let downloads: Vec<_> = downloads.into_iter().filter_map(|(what, name)| Some((beside(what)?, name))).collect();
    html! {
        <section class="pass-on">
            if !cx.frozen() {
                <ul>
                    {button(Channel::System, words::share_system(lang))}
                    {button(Channel::Link, words::share_link(lang))}
                    {button(Channel::Sentence, words::share_text(lang))}
                    {button(Channel::Picture, words::share_picture(lang))}
                </ul>
            }
            <p class="pass-link"><a ref={link} data-n="label" href={cx.href(page)}>{address.clone()}</a></p>
            <p role="status"><span key={said}>{said}</span></p>
            if let Some(poster) = beside(PageFile::Poster) {
                <details class="poster" ontoggle={poster_asked}>
                    <summary>{words::share_poster(lang)}</summary>
                    <p>{words::share_poster_how(lang)}</p>
                    <a href={poster.clone()} download={download_name(&poster, plan)}>
                        // A picture that nobody unfolds is not fetched.
                        if *poster_open {
                            <img src={poster} width="1080" height={(!matches!(page, Page::Card(_) | Page::FollowUps)).then_some("1440")} alt={sentence(&cx, page)} onerror={no_poster} />
                        } else {
                            {words::share_poster_file(lang)}
                        }
                    </a>
                </details>
            }
            if !downloads.is_empty() {
                <p class="downloads">
                    <span>{words::share_download(lang)}{words::colon(lang)}</span>
                    {for downloads.into_iter().map(|(file, name)| html! { <a download={download_name(&file, plan)} href={file}>{name}</a> })}
                </p>
            }
            <details>
                <summary>{words::cite(lang)}</summary>
                <p data-n="label" class="citation">{gb_t_7714(plan, &cx.permanent(page)).into_iter().next()}</p>
                <p><a href={cx.href_to(Page::Data, "open")}>{words::share_cite_more(lang)}</a></p>
            </details>
        </section>
    }
}

/// Begins at once, while the browser still knows of the click.
fn pass_on(
    channel: Channel,
    cx: &SiteContext,
    page: Page,
    state: &State,
    picture: &str,
    missing: &Rc<Cell<bool>>,
) -> impl Future<Output = Result<(), JsValue>> + use<> {
    let link = link(cx, page, state);
    let sentence = sentence(cx, page);
    let begun = match channel {
        Channel::System => Some(sheet(&sentence, &link)),
        Channel::Picture => Some(copy_picture(picture.to_owned(), Rc::clone(missing))),
        Channel::Link | Channel::Sentence => None,
    };
    async move {
        match begun {
            Some(begun) => JsFuture::from(begun?).await.map(|_| ()),
            None if channel == Channel::Link => copy_text(&link).await,
            None => copy_text(&format!("{sentence} {link}")).await,
        }
    }
}

/// The page as it is seen: what the site knows of its state and place, and nothing that others put into the address.
fn link(cx: &SiteContext, page: Page, state: &State) -> String {
    let origin = window().location().origin().ok().filter(|origin| origin != "null");
    let origin = origin.unwrap_or_else(|| cx.address().site_url.as_str().to_owned());
    let query =
        Query { scene: None, mine: Kept::default(), theirs: Kept::default(), ..state.query.clone() }.format(cx.plan());
    let place = state.anchor.as_deref().filter(|anchor| document().get_element_by_id(anchor).is_some());
    let place = place.map_or_else(String::new, |anchor| format!("#{anchor}"));
    format!("{origin}{}{query}{place}", cx.href(page))
}

fn sheet(sentence: &str, link: &str) -> Result<js_sys::Promise, JsValue> {
    let data = ShareData::new();
    data.set_title(&document().title());
    data.set_text(sentence);
    data.set_url(link);
    Ok(window().navigator().share_with_data(&data))
}

/// A promise of the picture is handed over: Safari takes it from a click alone. `missing` tells a picture that did not
/// come from a clipboard that takes none.
fn copy_picture(picture: String, missing: Rc<Cell<bool>>) -> Result<js_sys::Promise, JsValue> {
    const TYPE: &str = "image/png";
    let blob = future_to_promise(async move {
        let blob = fetch_blob(&picture).await;
        missing.set(blob.is_err());
        blob
    });
    let parts = Object::new();
    Reflect::set(&parts, &TYPE.into(), &blob)?;
    let item = ClipboardItem::new_with_record_from_str_to_blob_promise(&parts)?;
    let clipboard: Clipboard = window().navigator().clipboard();
    Ok(clipboard.write(&js_sys::Array::of1(&item)))
}

async fn fetch_blob(address: &str) -> Result<JsValue, JsValue> {
    let response: Response = JsFuture::from(window().fetch_with_str(address)).await?.dyn_into()?;
    if !response.ok() {
        return Err(format!("{address}: {}", response.status()).into());
    }
    JsFuture::from(response.blob()?).await
}

fn is_abort(error: &JsValue) -> bool {
    Reflect::get(error, &"name".into()).is_ok_and(|name| name == "AbortError")
}

fn select(node: Option<Node>) {
    let selection = window().get_selection().ok().flatten();
    if let Some(Err(error)) = selection.zip(node).map(|(selection, node)| selection.select_all_children(&node)) {
        warn("the link is not selected", &error);
    }
}

/// The page in a sentence; a number comes with what qualifies it.
fn sentence(cx: &SiteContext, page: Page) -> String {
    let (plan, lang) = (cx.plan(), cx.lang);
    let end = lang.pick("。", ".");
    let text = match page {
        Page::Figure(figure) => {
            let record = &plan[figure];
            let meant: Vec<_> = record.values().map(|(_, value)| qualifier(&value.quantity, lang)).collect();
            let (open, between, close) = lang.pick(("（", "；", "）"), (" (", "; ", ")"));
            format!("{}{open}{}{close}", record.finding.plain().trim_end_matches(['。', '.']), meant.join(between))
        }
        page => format!(
            "{}{}{}",
            page.heading(plan),
            words::colon(lang),
            page.description(plan).trim_end_matches(['。', '.'])
        ),
    };
    format!("{text}{end}")
}
