//! The HTML documents around rendered pages.

use super::assets::{Asset, Assets};
use super::render;
use crate::head::{Head, OF_PAGE, Tag, manifest_file};
use crate::plan::Plan;
use crate::quantity::Lang;
use crate::route::{Address, Page};
use crate::words;
use yew::prelude::*;
use yew::virtual_dom::VTag;

/// A document with the rendered `html` of `page` in it.
pub fn document(head: Head, page: Page, html: String, assets: &Assets, address: Address) -> String {
    let files = if matches!(page, Page::Embed(_)) { Files::of_widget(assets) } else { Files::of_page(assets) };
    write(head, Some(html), files, assets, address)
}

/// A document for where there is no network: the program puts into it what its address asks for.
pub fn empty(head: Head, assets: &Assets, address: Address) -> String {
    write(head, None, Files::of_page(assets), assets, address)
}

fn write(head: Head, html: Option<String>, files: Files, assets: &Assets, address: Address) -> String {
    let program = [&assets.program_js, &assets.program_wasm].map(|asset| asset.url(address));
    // Both hashes in one list: a browser accepts a file that matches either.
    let integrity = [&assets.program_wasm, &assets.program_js].map(|asset| asset.integrity.as_str()).join(" ");
    let props = DocumentProps { head, html, files, program, integrity, address };
    format!("<!doctype html>\n{}\n", render::html::<Document>(props))
}

/// A document that leads to `page` by itself, and by a link.
pub fn lead_on(plan: &Plan, page: Page, address: Address) -> String {
    let url = address.page(page, plan, plan.lang);
    let path = address.under(&page.path(plan, plan.lang));
    let html = html! {
        <html lang={plan.lang.tag()}>
            <head>
                <meta charset="utf-8" />
                <title>{page.title(plan)}</title>
                <meta name="robots" content="noindex" />
                <link rel="canonical" href={url} />
                <meta http-equiv="refresh" content={format!("0; url={path}")} />
            </head>
            <body><a href={path}>{page.heading(plan)}</a></body>
        </html>
    };
    format!("<!doctype html>\n{}\n", render::html::<Whole>(WholeProps { html }))
}

#[derive(Clone, PartialEq, Properties)]
struct WholeProps {
    html: Html,
}

/// A document as it is given.
#[component]
fn Whole(props: &WholeProps) -> Html {
    props.html.clone()
}

/// A document of a copy that stays as it is, at `own`: with its styles, without script, and with the way to the page as it
/// is now, at `newest`.
pub fn frozen_document(plan: &Plan, page: Page, html: String, styles: &Asset, own: Address, newest: Address) -> String {
    let lang = plan.lang;
    let now = newest.page(page, plan, lang);
    let date = plan.site.changes.iter().next().map(|change| change.on.as_str());
    let props = FrozenProps {
        lang,
        title: page.title(plan),
        description: page.description(plan),
        said: words::frozen(plan.version.as_str(), date, lang),
        link: newest.under(&page.path(plan, lang)),
        now,
        styles: (styles.url(own), styles.integrity.clone()),
        icon: own.under("/icon.svg"),
        html,
    };
    format!("<!doctype html>\n{}\n", render::html::<Frozen>(props))
}

#[derive(Clone, PartialEq, Properties)]
struct FrozenProps {
    lang: Lang,
    title: String,
    description: String,
    /// Which version it is.
    said: String,
    /// Path of the page as it is now, and its absolute address.
    link: String,
    now: String,
    styles: (String, String),
    icon: String,
    html: String,
}

/// These pages never have the program: they carry data-state="static", which boot.js sets where it could not start.
#[component]
fn Frozen(props: &FrozenProps) -> Html {
    let FrozenProps { lang, title, description, said, link, now, styles, icon, html } = props.clone();
    let (skip, rest) = html.split_at(html.find("<header").unwrap_or_default());
    let (skip, rest) = (skip.to_owned(), rest.to_owned());
    html! {
        <html lang={lang.tag()} data-state="static">
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <title>{title}</title>
                <meta name="description" content={description} />
                <meta name="robots" content="noindex" />
                <link rel="canonical" href={now} />
                <meta name="color-scheme" content="light dark" />
                <link rel="icon" type="image/svg+xml" href={icon} />
                <link rel="stylesheet" href={styles.0} integrity={styles.1} />
            </head>
            <body>
                <div id="app">
                    // The way past the header stays the first thing on the page.
                    {Html::from_html_unchecked(skip.into())}
                    <aside class="frozen indigo" aria-label={words::version(lang)}>
                        <p>{said}{" "}<a href={link}>{words::frozen_newest(lang)}</a></p>
                    </aside>
                    {Html::from_html_unchecked(rest.into())}
                </div>
            </body>
        </html>
    }
}

/// What a document asks for before it is touched.
#[derive(Clone, PartialEq)]
struct Files {
    /// Runs before the first paint.
    script: (String, String),
    styles: (String, String),
    /// Starts the program.
    boot: (String, String),
    /// The face of numerals; widgets do without.
    face: Option<String>,
    /// Opens pages where there is no network.
    worker: Option<String>,
    /// Whether subresources are requested with CORS: a sandboxed frame's document has an opaque origin, and integrity
    /// needs it then.
    framed: bool,
}

impl Files {
    fn of_page(assets: &Assets) -> Files {
        let file = |asset: &super::assets::Asset| (asset.name.clone(), asset.integrity.clone());
        Files {
            script: file(&assets.head),
            styles: file(&assets.styles),
            boot: file(&assets.boot),
            face: Some(assets.numerals.name.clone()),
            worker: assets.worker.clone(),
            framed: false,
        }
    }

    fn of_widget(assets: &Assets) -> Files {
        let file = |asset: &super::assets::Asset| (asset.name.clone(), asset.integrity.clone());
        Files {
            script: file(&assets.widget_js),
            styles: file(&assets.widget_css),
            boot: file(&assets.boot),
            face: None,
            worker: None,
            framed: true,
        }
    }
}

#[derive(Clone, PartialEq, Properties)]
struct DocumentProps {
    head: Head,
    /// The page; none where the program makes it.
    html: Option<String>,
    files: Files,
    /// Addresses of the program's glue and of the program.
    program: [String; 2],
    /// Their integrity hashes, as one list.
    integrity: String,
    address: Address,
}

#[component]
fn Document(props: &DocumentProps) -> Html {
    let DocumentProps { head, html, files, program: [js, wasm], integrity, address } = props.clone();
    let at = |name: &str| address.under(&format!("/{name}"));
    let crossorigin = files.framed.then_some("anonymous");
    let boot = at(&files.boot.0);
    let lang = head.lang;
    let prerendered = html.is_some().then_some("");
    html! {
        <html lang={head.lang.tag()}>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <title>{head.title}</title>
                {for head.tags.iter().map(tag)}
                <meta name="color-scheme" content="light dark" />
                <link rel="icon" type="image/svg+xml" href={at("icon.svg")} />
                if !files.framed {
                    <link rel="apple-touch-icon" href={at("apple-touch-icon.png")} />
                    <link rel="manifest" href={address.under(manifest_file(head.lang))} />
                }
                <script src={at(&files.script.0)} integrity={files.script.1} crossorigin={crossorigin}
                    data-boot={files.framed.then(|| boot.clone())} data-boot-integrity={files.framed.then(|| files.boot.1.clone())}></script>
                <link rel="stylesheet" href={at(&files.styles.0)} integrity={files.styles.1} crossorigin={crossorigin} />
                {for files.face.iter().map(|face| preload(&at(face)))}
                if !files.framed {
                    <script type="module" src={boot} integrity={files.boot.1}></script>
                }
            </head>
            <body>
                <div id="app" data-prerendered={prerendered} data-js={js} data-wasm={wasm} data-integrity={integrity} data-worker={files.worker}>
                    if let Some(html) = html {
                        {Html::from_html_unchecked(html.into())}
                    } else {
                        <main class="page-head"><p>{words::offline(lang)}</p></main>
                    }
                </div>
            </body>
        </html>
    }
}

/// Fetches a font beside the styles that name it. Fonts are always requested with CORS.
fn preload(font: &str) -> Html {
    let mut link = VTag::new("link");
    let attributes =
        [("rel", "preload"), ("as", "font"), ("type", "font/woff2"), ("href", font), ("crossorigin", "anonymous")];
    for (name, value) in attributes {
        link.add_attribute(name, value.to_owned());
    }
    link.into()
}

fn tag(tag: &Tag) -> Html {
    let mut element = VTag::new(tag.name);
    for (name, value) in &tag.attributes {
        element.add_attribute(name, value.clone());
    }
    element.add_attribute(OF_PAGE, "");
    if !tag.text.is_empty() {
        element.add_child(html! { {tag.text.clone()} });
    }
    element.into()
}
