//! What stands in the head of a page's document: made once per page, written by the prerenderer and kept up to date by
//! the browser's program.

use crate::plan::Plan;
use crate::quantity::Lang;
use crate::route::{Address, OEMBED, Page, PageFile, Widget};
use crate::words;

/// The elements of a head that differ from page to page, in their order.
#[derive(Clone, Debug, PartialEq)]
pub struct Head {
    pub lang: Lang,
    pub title: String,
    pub tags: Vec<Tag>,
}

/// An element of the head.
#[derive(Clone, Debug, PartialEq)]
pub struct Tag {
    /// `meta`, `link` or `script`.
    pub name: &'static str,
    pub attributes: Vec<(&'static str, String)>,
    /// The content of a script; empty for the others.
    pub text: String,
}

/// Marks the elements that go with the page.
pub const OF_PAGE: &str = "data-head";

impl Head {
    pub fn of(plan: &Plan, page: Page, address: Address) -> Head {
        let lang = plan.lang;
        let mut tags = vec![meta("name", "description", page.description(plan))];
        if !matches!(page, Page::Embed(_)) {
            tags.extend([JSON_FEED, ATOM].map(|feed| feed.link(plan, address)));
        }
        match page {
            Page::NotFound => tags.push(meta("name", "robots", "noindex")),
            Page::Embed(widget) => {
                tags.push(meta("name", "robots", "noindex"));
                tags.push(link("canonical", address.page(widget.page(), plan, lang)));
                tags.push(oembed(plan, widget, address));
            }
            _ => {
                tags.push(link("canonical", address.page(page, plan, lang)));
                let languages = Lang::ALL.map(|one| (one.tag(), one)).into_iter().chain([("x-default", Lang::Zh)]);
                tags.extend(languages.map(|(tag, one)| {
                    let attributes = vec![("hreflang", tag.to_owned())];
                    link_with("alternate", address.page(page, plan, one), attributes)
                }));
                tags.extend(previews(plan, page, address));
                tags.extend(Widget::of(page).map(|widget| oembed(plan, widget, address)));
            }
        }
        Head { lang, title: page.title(plan), tags }
    }
}

/// The path of the web app manifest under the base.
pub const fn manifest_file(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "/manifest.webmanifest",
        Lang::En => "/en/manifest.webmanifest",
    }
}

/// A feed that tells what changed in the data.
#[derive(Clone, Copy, Debug)]
pub struct Feed {
    pub media_type: &'static str,
    /// Its files under the base, in the order of [`Lang::ALL`].
    files: [&'static str; 2],
}

pub const JSON_FEED: Feed = Feed { media_type: "application/feed+json", files: ["/feed.json", "/en/feed.json"] };
pub const ATOM: Feed = Feed { media_type: "application/atom+xml", files: ["/atom.xml", "/en/atom.xml"] };

impl Feed {
    pub const fn file(self, lang: Lang) -> &'static str {
        self.files[lang as usize]
    }

    /// Leads readers of feeds to it.
    fn link(self, plan: &Plan, address: Address) -> Tag {
        let attributes = vec![("type", self.media_type.to_owned()), ("title", words::feed(plan.lang).to_owned())];
        link_with("alternate", address.under(self.file(plan.lang)), attributes)
    }
}

fn meta(kind: &'static str, name: &str, content: impl Into<String>) -> Tag {
    Tag { name: "meta", attributes: vec![(kind, name.to_owned()), ("content", content.into())], text: String::new() }
}

fn link(rel: &str, href: String) -> Tag {
    link_with(rel, href, Vec::new())
}

fn link_with(rel: &str, href: String, more: Vec<(&'static str, String)>) -> Tag {
    let mut attributes = vec![("rel", rel.to_owned())];
    attributes.extend(more);
    attributes.push(("href", href));
    Tag { name: "link", attributes, text: String::new() }
}

/// Leads sites that embed what is linked to from a page to its oEmbed file.
fn oembed(plan: &Plan, widget: Widget, address: Address) -> Tag {
    let page = widget.page();
    let href = format!("{}{OEMBED}", address.page(page, plan, plan.lang));
    let attributes = vec![("type", "application/json+oembed".to_owned()), ("title", page.heading(plan))];
    link_with("alternate", href, attributes)
}

/// The tags for previews of a link.
fn previews(plan: &Plan, page: Page, address: Address) -> Vec<Tag> {
    let lang = plan.lang;
    let (pictured, picture) = picture(plan, page, address);
    let (width, height) = PageFile::social_px(pictured);
    let locale = |lang: Lang| lang.pick("zh_CN", "en_GB");
    let mut tags: Vec<Tag> = [
        ("og:type", "article".to_owned()),
        ("og:site_name", plan.site.name.as_str().to_owned()),
        ("og:title", page.heading(plan)),
        ("og:description", page.description(plan)),
        ("og:url", address.page(page, plan, lang)),
        ("og:locale", locale(lang).to_owned()),
        ("og:locale:alternate", locale(lang.other()).to_owned()),
        ("og:image", picture),
        ("og:image:type", "image/png".to_owned()),
        ("og:image:width", width.to_string()),
        ("og:image:height", height.to_string()),
        ("og:image:alt", pictured.heading(plan)),
    ]
    .into_iter()
    .map(|(name, content)| meta("property", name, content))
    .collect();
    tags.push(meta("name", "twitter:card", "summary_large_image"));
    tags
}

/// The picture for previews of a page, and whose page it is of.
pub fn picture(plan: &Plan, page: Page, address: Address) -> (Page, String) {
    let social = |page| PageFile::Social.versioned(page, plan, plan.lang).map(|path| (page, address.url(&path)));
    social(page).or(social(Page::Story)).unwrap_or((page, String::new()))
}
