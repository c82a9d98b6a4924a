//! JSON-LD for search engines. They read documents as they are served, so the browser's program has none of it.

use crate::head::{Head, Tag, picture};
use crate::plan::Plan;
use crate::route::{Address, Page, PageFile};
use serde::Serialize;

const LICENCE: &str = "https://creativecommons.org/licenses/by/4.0/";

/// The head of a page's document: what the program keeps up to date, and the structured data.
pub fn document_head(plan: &Plan, page: Page, address: Address) -> Head {
    let mut head = Head::of(plan, page, address);
    head.tags.extend(structured_data(plan, page, address));
    head
}

/// Structured data as schema.org words it. No date is given: the article has none.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct StructuredData {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    url: String,
    description: String,
    in_language: &'static str,
    license: &'static str,
    version: &'static str,
    is_accessible_for_free: bool,
    creator: Organization,
    #[serde(skip_serializing_if = "Option::is_none")]
    headline: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    distribution: Vec<Download>,
}

#[derive(Serialize)]
struct Organization {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'static str,
    url: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Download {
    #[serde(rename = "@type")]
    kind: &'static str,
    encoding_format: &'static str,
    content_url: String,
}

/// The structured data of a page. None where there is nothing to say.
fn structured_data(plan: &Plan, page: Page, address: Address) -> Option<Tag> {
    let article = match page {
        Page::Story | Page::Pillar(_) | Page::Topic(_) | Page::Promise(_) | Page::Card(_) | Page::FollowUps => true,
        Page::Figure(_) | Page::Data => false,
        _ => return None,
    };
    let files = match page {
        Page::Figure(_) => [PageFile::Csv, PageFile::Svg, PageFile::Png]
            .into_iter()
            .filter_map(|what| Some((what.media_type(), what.path(page, plan, plan.lang)?)))
            .collect(),
        Page::Data => {
            vec![("application/json", "/data/plan.json".to_owned()), ("text/csv", "/data/figures.csv".to_owned())]
        }
        _ => Vec::new(),
    };
    let download = |(encoding_format, path): (&'static str, String)| Download {
        kind: "DataDownload",
        encoding_format,
        content_url: address.url(&path),
    };
    let heading = page.heading(plan);
    let data = StructuredData {
        context: "https://schema.org",
        kind: if article { "Article" } else { "Dataset" },
        url: address.page(page, plan, plan.lang),
        description: page.description(plan),
        in_language: plan.lang.tag(),
        license: LICENCE,
        version: plan.version.as_str(),
        is_accessible_for_free: true,
        creator: Organization {
            kind: "Organization",
            name: plan.site.name.as_str(),
            url: address.page(Page::Story, plan, plan.lang),
        },
        headline: article.then(|| heading.clone()),
        image: article.then(|| picture(plan, page, address).1),
        name: (!article).then_some(heading),
        distribution: files.into_iter().map(download).collect(),
    };
    // A closing tag in a text would end the element.
    let text = serde_json::to_string(&data).ok()?.replace('<', "\\u003c");
    Some(Tag { name: "script", attributes: vec![("type", "application/ld+json".to_owned())], text })
}
