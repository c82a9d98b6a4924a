//! What other public sources say of a promise, apart from the article: switched on by the reader. Without the program, and
//! while it is off, a link to the page that lists it.

use super::text::{quotation, tag};
use crate::app::store::{Store, use_live, use_selector, use_store};
use crate::app::{SiteContext, use_site};
use crate::plan::{self, FollowUp, FollowUpNote, OtherSource, Plan, Ref, Standing};
use crate::quantity::{Lang, spoken, written_gap};
use crate::route::Page;
use crate::text::Text;
use crate::words;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct FollowUpsProps {
    pub figure: Ref<plan::Figure>,
}

#[component]
pub fn FollowUps(props: &FollowUpsProps) -> Html {
    let cx = use_site();
    let FollowUpsProps { figure } = *props;
    let (store, live) = (use_store(), use_live());
    let since = use_selector(|state| state.query.since);
    let entries = cx.plan().follow_ups_of(figure);
    let on = since && !entries.is_empty();
    // A widget's address decides; its place stays empty where nothing is asked for.
    if cx.framed() {
        return html! { if on { {lines(&cx, &entries)} } };
    }
    html! {
        <>
            <a href={cx.href_to(Page::FollowUps, cx.plan().id_of(figure))} target={cx.target()}>{words::since_after(cx.lang)}</a>
            if !entries.is_empty() {
                {switch(&cx, &store, since, live)}
                if live && on { {lines(&cx, &entries)} }
            }
        </>
    }
}

/// Shows what other sources say, or leaves it out again. Disabled until the program is live, so that nothing shifts then.
pub fn switch(cx: &SiteContext, store: &Store, on: bool, live: bool) -> Html {
    let onclick = {
        let store = store.clone();
        Callback::from(move |_: MouseEvent| store.edit(|query| query.since = !on))
    };
    html! {
        <button class="since-switch" type="button" disabled={!live} aria-pressed={on.to_string()} {onclick}>
            {words::since_switch(cx.lang)}
        </button>
    }
}

/// Each entry with whose it is, what it measures, the words that hold it, and when they were read.
pub fn lines(cx: &SiteContext, entries: &[&'static FollowUp]) -> Html {
    html! { <ul class="since-lines">{for entries.iter().map(|entry| line(cx, entry))}</ul> }
}

fn line(cx: &SiteContext, entry: &FollowUp) -> Html {
    let (plan, lang) = (cx.plan(), cx.lang);
    html! {
        <li key={entry.id.as_str()} data-n="since">
            <p><strong>{spoken(&entry.quantity, lang)}</strong>{" "}{entry.as_of_words.as_str()}{" "}{tag(words::since_kind(entry.kind, lang))}{" "}{tag(words::from_elsewhere(lang))}</p>
            <p>
                {entry.measure.as_str()}{words::colon(lang)}{words::same_measure(entry.same, lang)}
                if let Some(reason) = entry.reason { {lang.pick("，", ": ")}{reason.as_str()} }
            </p>
            if let Some(standing) = standing(plan, entry, lang) { <p>{standing}{" "}{tag(words::computed(lang))}</p> }
            {source_line(cx, entry.source, entry.phrase, entry.locator)}
        </li>
    }
}

/// How a number of the same measure stands to the promise, in a sentence.
pub fn standing(plan: &Plan, entry: &FollowUp, lang: Lang) -> Option<String> {
    let (distance, promise) = entry.distance(plan).zip(plan[entry.figure].promise.as_ref())?;
    Some(words::standing(distance.standing, entry.kind, &promise.quantity, &gap(&distance, lang), lang))
}

/// What a source says in words, of what it is about.
pub fn notes(cx: &SiteContext, notes: &[&'static FollowUpNote]) -> Html {
    if notes.is_empty() {
        return html! {};
    }
    html! {
        <ul class="since-lines">
            {for notes.iter().map(|note| html! {
                <li key={note.id.as_str()} data-n="since">
                    <p>{note.text.as_str()}{" "}{tag(words::from_elsewhere(cx.lang))}</p>
                    {source_line(cx, note.source, Some(note.phrase), None)}
                </li>
            })}
        </ul>
    }
}

/// Whose it is, the words that hold it, and when they were read.
fn source_line(cx: &SiteContext, source: Ref<OtherSource>, phrase: Option<Text>, locator: Option<Text>) -> Html {
    let (source, lang) = (&cx.plan()[source], cx.lang);
    html! {
        <p class="source">
            <a href={source.address.as_str()} rel="external" target={cx.target()}>{source.title.as_str()}</a>{lang.pick("，", ", ")}{source.publisher.as_str()}{lang.pick("，", ", ")}{source.date.as_str()}
            {for phrase.map(|phrase| quotation(phrase.as_str(), None))}
            {for locator.map(|locator| html! { <>{" "}{locator.as_str()}</> })}
            {" "}{words::since_read(source.read.as_str(), lang)}
            {for source.note.map(|note| html! { <>{" "}{note.as_str()}</> })}
        </p>
    }
}

/// How far apart, in words; nothing where nothing lies between.
fn gap(distance: &plan::Distance, lang: Lang) -> String {
    let none = distance.standing == Standing::Reached && distance.gap.value == 0.0;
    if none { String::new() } else { written_gap(&distance.gap, lang) }
}
