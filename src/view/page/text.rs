//! Words, numbers and places of the plan as HTML. Every number carries `data-n`, which says where it comes from.

use super::site::Site;
use crate::line_break;
use crate::plan::{Locator, Origin, Prose, Span};
use crate::quantity::{Lang, Quantity, qualifier, written};
use crate::route::Page;
use crate::words;
use std::ops::Range;
use yew::prelude::*;

pub fn prose(site: &Site, prose: &Prose) -> Html {
    prose.0.iter().map(|span| span_html(site, span)).collect()
}

/// A headline: its lines end between words (the rule for `wbr` in `styles/base.css`).
pub fn headline(site: &Site, prose: &Prose) -> Html {
    let plain = prose.plain();
    let ends = line_ends(&plain);
    let mut at = 0;
    prose
        .0
        .iter()
        .map(|span| {
            let begin = at;
            at += span.text().len();
            let may_break = ends.contains(&begin).then(|| html! { <wbr/> });
            let words = match span {
                Span::Words(_) => with_breaks(&plain, begin..at, &ends),
                _ => span_html(site, span),
            };
            html! { <>{may_break}{words}</> }
        })
        .collect()
}

/// A headline without numbers in it.
pub fn plain_headline(text: &str) -> Html {
    with_breaks(text, 0..text.len(), &line_ends(text))
}

/// Where in `text` a line may end although a browser would not know it.
fn line_ends(text: &str) -> Vec<usize> {
    let pieces = line_break::pieces(text).into_iter();
    let ends = pieces.scan(0, |end, piece: &str| {
        *end += piece.len();
        Some((*end, piece.ends_with(|end: char| end.is_alphanumeric() || end == '%')))
    });
    ends.filter_map(|(end, needed)| (needed && end < text.len()).then_some(end)).collect()
}

fn with_breaks(text: &str, part: Range<usize>, ends: &[usize]) -> Html {
    let inside = ends.iter().copied().filter(|end| part.start < *end && *end < part.end);
    let mut from = part.start;
    let mut html = Vec::new();
    for end in inside.chain([part.end]) {
        html.push(html! { {text[from..end].to_owned()} });
        if end < part.end {
            html.push(html! { <wbr/> });
        }
        from = end;
    }
    html.into_iter().collect()
}

fn span_html(site: &Site, span: &Span) -> Html {
    match span {
        Span::Words(text) => html! { {text.as_str()} },
        Span::Term { text, term } => {
            let href = site.href_to(Page::Data, site.plan.id_of(*term));
            html! { <a class="term" {href} target={site.target()}>{text.as_str()}</a> }
        }
        Span::Number { text, origin } => {
            let (class, from) = match origin {
                Origin::Plan(figure, slot) => ("number", format!("{}.{}", site.plan.id_of(*figure), slot.name())),
                Origin::Computed(figure, what) => {
                    ("number computed", format!("{}.{}", site.plan.id_of(*figure), what.name()))
                }
                Origin::Name => ("number", "name".to_owned()),
                Origin::Count(what) => ("number", format!("count.{}", what.as_str())),
            };
            number(class, from, text.as_str())
        }
    }
}

/// A number with its origin.
pub fn number(class: &'static str, from: impl Into<AttrValue>, text: impl Into<AttrValue>) -> Html {
    html! { <span {class} data-n={from.into()}>{text.into()}</span> }
}

/// A count of things on this site. `of` says of what: a list of the plan, or an entry and what is counted of it.
pub fn count(of: &str, count: usize) -> Html {
    number("number", format!("count.{of}"), count.to_string())
}

/// A quantity set large, its unit small, its qualifier as a tag.
pub fn quantity(site: &Site, from: String, quantity: &Quantity) -> Html {
    let parts = written(quantity, site.lang());
    let unit = parts.rest();
    html! {
        <p class="quantity" data-n={from}>
            <span class="numeral">{parts.number}</span>
            if let Some(of) = quantity.of { <span class="whole">{format!(" / {of}")}</span> }
            <span class="unit">{unit}</span>
            {tag(qualifier(quantity, site.lang()))}
        </p>
    }
}

/// A qualifier beside a number.
pub fn tag(words: impl Into<AttrValue>) -> Html {
    html! { <span class="tag">{words.into()}</span> }
}

/// Where a claim stands, short; with the sentence's fingerprint in its title.
pub fn place(site: &Site, at: Locator) -> Html {
    let title = format!("{} {}", words::fingerprint(site.lang()), site.plan.fingerprint(at));
    html! { <span class="place" data-n="at" {title}>{words::locator(at, site.lang())}</span> }
}

/// A place with the word that says what it is.
pub fn source(site: &Site, at: Locator) -> Html {
    let lang = site.lang();
    html! { <span class="place">{words::source(lang)}{lang.pick("：", ": ")}{place(site, at)}</span> }
}

/// Reads what is around it aloud; hidden where there is no voice.
pub fn speak(lang: Lang) -> Html {
    html! { <button type="button" class="speak" hidden=true data-module="speak" aria-pressed="false">{words::speak(lang)}</button> }
}

/// A link to a page of the site.
pub fn link(site: &Site, page: Page, text: impl Into<AttrValue>) -> Html {
    html! { <a href={site.href(page)} target={site.target()}>{text.into()}</a> }
}
