//! Promises without a number as rings, grouped by topic: those of one sentence share a row, and what they have in common is
//! said once.

use super::promise::{former_anchors, ring};
use super::text::{link, locator, tag, unlinked};
use crate::app::SiteContext;
use crate::line_break::Lexicon;
use crate::plan::{Commitment, Ref, Topic};
use crate::route::Page;
use yew::prelude::*;

/// The promises by their topics, in the order in which the article comes to them.
pub fn grouped(cx: &SiteContext, commitments: impl Iterator<Item = Ref<Commitment>>) -> Html {
    let plan = cx.plan();
    let all: Vec<Ref<Commitment>> = commitments.collect();
    let mut topics: Vec<Ref<Topic>> = Vec::new();
    for commitment in &all {
        let topic = plan[*commitment].topic;
        if !topics.contains(&topic) {
            topics.push(topic);
        }
    }
    topics
        .into_iter()
        .map(|topic| {
            let members: Vec<_> = all.iter().copied().filter(|one| plan[*one].topic == topic).collect();
            let together = |one: &Ref<Commitment>, other: &Ref<Commitment>| {
                (plan[*one].at, plan[*one].hedge) == (plan[*other].at, plan[*other].hedge)
            };
            html! {
                <div key={plan.id_of(topic)} class="ring-group">
                    <h3>{link(cx, Page::Topic(topic), plan[topic].name.as_str())}</h3>
                    <ul>{for members.chunk_by(together).map(|row| ring_row(cx, row))}</ul>
                </div>
            }
        })
        .collect()
}

fn ring_row(cx: &SiteContext, row: &[Ref<Commitment>]) -> Html {
    let plan = cx.plan();
    let first = &plan[row[0]];
    let texts: Vec<String> = row.iter().map(|one| plan[*one].text.plain()).collect();
    let (before, middles, after) = folded(&texts, plan.lexicon).unwrap_or_default();
    let one = |(index, reference): (usize, &Ref<Commitment>)| {
        let commitment = &plan[*reference];
        let words =
            middles.get(index).map_or_else(|| unlinked(&commitment.text, plan), |middle| html! { {middle.clone()} });
        let between = if middles.is_empty() { cx.lang.pick("；", "; ") } else { cx.lang.pick("、", ", ") };
        html! {
            <>
                if index > 0 { {between} }
                <a id={commitment.id.as_str()} data-promise={commitment.id.as_str()} href={cx.href(Page::Promise(*reference))}>{words}</a>{former_anchors(&commitment.former)}
            </>
        }
    };
    html! {
        <li key={first.id.as_str()}>
            <span class="rings">{for row.iter().map(|_| ring(false))}</span>
            <span class="said">
                {before}{for row.iter().enumerate().map(one)}{after}
                if let Some(hedge) = first.hedge { {" "}{tag(plan[hedge].label.as_str())} }
            </span>
            {locator(cx, first.at)}
        </li>
    }
}

/// What all texts begin with, what each has of its own, and what all end with, where it is worth it. Not where there are
/// digits: each number says where it comes from.
fn folded(texts: &[String], lexicon: Lexicon) -> Option<(String, Vec<String>, String)> {
    if texts.len() < 2 || texts.iter().any(|text| text.contains(|c: char| c.is_ascii_digit())) {
        return None;
    }
    let pieces: Vec<Vec<&str>> = texts.iter().map(|text| lexicon.pieces(text)).collect();
    let least = pieces.iter().map(Vec::len).min()?;
    let same = |count: usize, at: &dyn Fn(&[&str], usize) -> String| {
        (0..count).take_while(|index| pieces.iter().all(|one| at(one, *index) == at(&pieces[0], *index))).count()
    };
    let before = same(least - 1, &|one, index| one[index].to_owned());
    let after = same(least - 1 - before, &|one, index| one[one.len() - 1 - index].to_owned());
    let own: Vec<String> = pieces.iter().map(|one| one[before..one.len() - after].concat().trim().to_owned()).collect();
    let shared: usize =
        pieces[0][..before].iter().chain(&pieces[0][pieces[0].len() - after..]).map(|piece| piece.len()).sum();
    let worth = shared * 5 >= texts.iter().map(String::len).min()? * 2 && own.iter().all(|own| !own.is_empty());
    worth.then(|| (pieces[0][..before].concat(), own, pieces[0][pieces[0].len() - after..].concat()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fold(texts: &[&str]) -> Option<(String, Vec<String>, String)> {
        let texts: Vec<String> = texts.iter().map(|text| (*text).to_owned()).collect();
        folded(&texts, Lexicon::of("成为 避暑 休闲 好去处"))
    }

    #[test]
    fn what_promises_of_a_sentence_have_in_common_is_said_once() {
        let (before, own, after) = fold(&["成为避暑的好去处", "成为休闲的好去处"]).expect("they have much in common");
        assert_eq!(
            (before.as_str(), own, after.as_str()),
            ("成为", vec!["避暑的".to_owned(), "休闲的".to_owned()], "好去处")
        );
        let (before, own, _) =
            fold(&["Push ahead with building parks", "Push ahead with building roads"]).expect("so do these");
        assert_eq!((before.as_str(), own), ("Push ahead with building ", vec!["parks".to_owned(), "roads".to_owned()]));
    }

    #[test]
    fn what_has_little_in_common_or_a_number_stays_whole() {
        assert_eq!(fold(&["成为避暑的好去处", "把经济总量做大"]), None);
        assert_eq!(fold(&["Build 3 parks", "Build 3 roads"]), None);
        assert_eq!(fold(&["成为避暑的好去处"]), None);
    }
}
