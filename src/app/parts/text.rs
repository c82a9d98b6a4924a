//! Words, numbers and places of the plan as HTML. Every number carries `data-n`, which says where it comes from.

use crate::app::SiteContext;
use crate::line_break::Lexicon;
use crate::plan::{Figure, Locator, Origin, Plan, Prose, Ref, Span, Topic};
use crate::quantity::{Lang, Quantity, qualifier, written};
use crate::route::Page;
use crate::words;
use std::ops::Range;
use yew::prelude::*;

pub fn prose(cx: &SiteContext, prose: &Prose) -> Html {
    prose.0.iter().map(|span| span_html(cx, span)).collect()
}

/// Prose inside a link: its terms lead nowhere.
pub fn unlinked(prose: &Prose, plan: &Plan) -> Html {
    let span = |span: &Span| match span {
        Span::Number { text, origin } => number_html(text.as_str(), origin, plan),
        Span::Term { text, .. } if text.as_str().contains(|c: char| c.is_ascii_digit()) => {
            number("number", "name", text.as_str())
        }
        words => html! { {words.text()} },
    };
    prose.0.iter().map(span).collect()
}

/// A headline: its lines end between words (the rule for `wbr` in `styles/base.css`).
pub fn headline(cx: &SiteContext, prose: &Prose) -> Html {
    let plain = prose.plain();
    let ends = line_ends(&plain, cx.plan().lexicon);
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
                _ => span_html(cx, span),
            };
            html! { <>{may_break}{words}</> }
        })
        .collect()
}

/// The finding of a figure, leading to its page.
pub fn finding(cx: &SiteContext, reference: Ref<Figure>) -> Html {
    html! { <a href={cx.href(Page::Figure(reference))}>{headline(cx, &cx.plan()[reference].finding)}</a> }
}

/// A side of life with its question, leading to its page.
pub fn topic_link(cx: &SiteContext, topic: Ref<Topic>) -> Html {
    let record = &cx.plan()[topic];
    html! {
        <a class="theme-link" href={cx.href(Page::Topic(topic))}>
            <span class="theme-name">{record.name.as_str()}</span>{" "}
            <span class="theme-question">{record.question.as_str()}</span>
        </a>
    }
}

/// A headline without numbers in it.
pub fn plain_headline(cx: &SiteContext, text: &str) -> Html {
    with_breaks(text, 0..text.len(), &line_ends(text, cx.plan().lexicon))
}

/// Where in `text` a line may end although a browser would not know it.
fn line_ends(text: &str, lexicon: Lexicon) -> Vec<usize> {
    let pieces = lexicon.pieces(text).into_iter();
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

fn span_html(cx: &SiteContext, span: &Span) -> Html {
    match span {
        Span::Words(text) => html! { {text.as_str()} },
        Span::Term { text, term } => {
            let href = cx.href_to(Page::Data, cx.plan().id_of(*term));
            html! { <a class="term" {href} target={cx.target()}>{text.as_str()}</a> }
        }
        Span::Section { text, id, of_since } => {
            let page = if *of_since { Page::FollowUps } else { Page::Data };
            html! { <a href={cx.href_to(page, id.as_str())} target={cx.target()}>{text.as_str()}</a> }
        }
        Span::Number { text, origin } => number_html(text.as_str(), origin, cx.plan()),
    }
}

fn number_html(text: &'static str, origin: &Origin, plan: &Plan) -> Html {
    let (class, of, what) = match origin {
        Origin::Plan(figure, slot) => ("number", plan.id_of(*figure), slot.name()),
        Origin::Computed(figure, what) => ("number computed", plan.id_of(*figure), what.name()),
        Origin::Count(what) => ("number", "count", what.as_str()),
        Origin::Name => return number("number", "name", text),
        Origin::Date => return number("number", "date", text),
    };
    number(class, mark(of, what), text)
}

/// Where a number comes from, as `data-n` says it.
pub fn mark(of: &str, what: &str) -> String {
    format!("{of}.{what}")
}

/// A number with its origin.
pub fn number(class: &'static str, from: impl Into<AttrValue>, text: impl Into<AttrValue>) -> Html {
    // What is generic stays outside: it would be in the program once for each type.
    fn of(class: &'static str, from: AttrValue, text: AttrValue) -> Html {
        html! { <span {class} data-n={from}>{text}</span> }
    }
    of(class, from.into(), text.into())
}

/// A count of things on this site. `of` says of what: a list of the plan, or an entry and what is counted of it.
pub fn count(of: &str, count: usize) -> Html {
    number("number", mark("count", of), count.to_string())
}

/// A quantity set large, its unit small, its qualifier as a tag.
pub fn quantity(cx: &SiteContext, from: String, quantity: &Quantity) -> Html {
    html! { <p class="quantity" data-n={from}>{quantity_words(cx, quantity)}</p> }
}

/// Number, unit and qualifier.
pub fn quantity_words(cx: &SiteContext, quantity: &Quantity) -> Html {
    let parts = written(quantity, cx.lang);
    let unit = parts.unit_with_space();
    html! {
        <>
            <span class="numeral">{parts.number}</span>
            if let Some(of) = quantity.of { <span class="whole">{format!(" / {of}")}</span> }
            <span class="unit">{unit}</span>
            {tag(qualifier(quantity, cx.lang))}
        </>
    }
}

/// A quantity at display size: the number with its sign, its unit, and what qualifies it.
pub fn display(cx: &SiteContext, from: String, quantity: &Quantity) -> Html {
    let parts = written(quantity, cx.lang);
    let (sign, unit) = if quantity.unit.is_sign() {
        (parts.unit.clone(), String::new())
    } else {
        (String::new(), parts.unit_with_space())
    };
    let size = match parts.number.chars().count() {
        0..=5 => "display",
        6..=7 => "display long",
        _ => "display longer",
    };
    html! {
        <p class={size} data-n={from}>
            <span class="numeral">{parts.number}{sign}</span>
            if let Some(of) = quantity.of { <span class="whole">{format!(" / {of}")}</span> }
            if !unit.is_empty() { <span class="unit">{unit.trim_start().to_owned()}</span> }
            {tag(qualifier(quantity, cx.lang))}
        </p>
    }
}

/// A qualifier beside a number.
pub fn tag(words: impl Into<AttrValue>) -> Html {
    fn of(words: AttrValue) -> Html {
        html! { <span class="tag">{words}</span> }
    }
    of(words.into())
}

/// Where a claim stands, short; with the sentence's fingerprint in its title.
pub fn locator(cx: &SiteContext, at: Locator) -> Html {
    let title = format!("{} {}", words::fingerprint(cx.lang), cx.plan().fingerprint(at));
    html! { <span class="place" data-n="at" {title}>{words::locator(at, cx.lang)}</span> }
}

/// A place with the word that says what it is.
pub fn source(cx: &SiteContext, at: Locator) -> Html {
    let lang = cx.lang;
    html! { <span class="place">{words::source(lang)}{words::colon(lang)}{locator(cx, at)}</span> }
}

/// The words of a source, in its own language. `from` says where their numbers come from, unless what is around them does.
pub fn quotation(phrase: &'static str, from: Option<String>) -> Html {
    let lang = if phrase.is_ascii() { Lang::En } else { Lang::Zh };
    html! { <>{" "}<q lang={lang.tag()} data-n={from}>{phrase}</q></> }
}

/// A link to a page of the site.
pub fn link(cx: &SiteContext, page: Page, text: impl Into<AttrValue>) -> Html {
    fn to(cx: &SiteContext, page: Page, text: AttrValue) -> Html {
        html! { <a href={cx.href(page)} target={cx.target()}>{text}</a> }
    }
    to(cx, page, text.into())
}
