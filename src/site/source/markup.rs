//! The markup of texts: `{figure.past}` and the like for numbers, `[4G]` for numbers in names, `[words](term)`.

use super::problem::Fault;
use crate::plan::{Computed, Slot};
use std::ops::Range;

/// A piece of a text, not yet looked up.
#[derive(Debug, PartialEq)]
pub enum Markup<'a> {
    Words(&'a str),
    /// `{figure.past}`; the figure's own id is left out in its own texts. `bare`: without the unit.
    Value {
        figure: Option<&'a str>,
        slot: Slot,
        bare: bool,
    },
    Computed {
        figure: Option<&'a str>,
        what: Computed,
    },
    /// `{#figures}`.
    Count(&'a str),
    Name(&'a str),
    Term {
        text: &'a str,
        id: &'a str,
    },
}

/// Splits `text` into pieces; faults come with their bytes in `text`.
pub fn pieces(text: &str) -> (Vec<Markup<'_>>, Vec<(Range<usize>, Fault)>) {
    let mut pieces = Vec::new();
    let mut faults = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let start = text.len() - rest.len();
        let next = rest.find(['{', '[']).unwrap_or(rest.len());
        if next > 0 {
            loose_numbers(&rest[..next], start, &mut faults);
            tags(&rest[..next], start, &mut faults);
            pieces.push(Markup::Words(&rest[..next]));
            rest = &rest[next..];
            continue;
        }
        let (open, close) = if rest.starts_with('{') { ("{", '}') } else { ("[", ']') };
        let Some(end) = rest.find(close) else {
            faults.push((start..text.len(), Fault::OpenMark(open)));
            break;
        };
        let inside = &rest[1..end];
        rest = &rest[end + 1..];
        if close == '}' {
            match number(inside) {
                Some(piece) => pieces.push(piece),
                None => faults.push((start..start + end + 1, unknown_mark(inside))),
            }
        } else if let Some(target) = rest.strip_prefix('(') {
            let Some(close) = target.find(')') else {
                faults.push((start..text.len(), Fault::OpenMark("(")));
                break;
            };
            pieces.push(Markup::Term { text: inside, id: &target[..close] });
            rest = &target[close + 1..];
        } else {
            pieces.push(Markup::Name(inside));
        }
    }
    (pieces, faults)
}

fn number(mark: &str) -> Option<Markup<'_>> {
    if let Some(count) = mark.strip_prefix('#') {
        return Some(Markup::Count(count));
    }
    let (figure, name) = match mark.rsplit_once('.') {
        Some((figure, name)) => (Some(figure), name),
        None => (None, mark),
    };
    let (name, bare) = match name.strip_suffix('#') {
        Some(name) => (name, true),
        None => (name, false),
    };
    if let Some(slot) = Slot::ALL.into_iter().find(|slot| slot.name() == name) {
        return Some(Markup::Value { figure, slot, bare });
    }
    Computed::from_name(name).map(|what| Markup::Computed { figure, what })
}

fn unknown_mark(mark: &str) -> Fault {
    let name = mark.rsplit('.').next().unwrap_or(mark);
    let known = Slot::ALL
        .into_iter()
        .map(Slot::name)
        .chain(Computed::ALL.into_iter().map(Computed::name))
        .map(str::to_owned)
        .collect();
    Fault::Unknown { what: "number", given: name.to_owned(), known }
}

/// Tags of HTML: a page would show them as they are.
fn tags(words: &str, start: usize, faults: &mut Vec<(Range<usize>, Fault)>) {
    for (at, _) in words.match_indices('<') {
        let inside = words[at + 1..].trim_start_matches('/');
        if let Some(end) = words[at..].find('>')
            && inside.starts_with(|c: char| c.is_ascii_alphabetic())
        {
            faults.push((start + at..start + at + end + 1, Fault::Tag(words[at..=at + end].to_owned())));
        }
    }
}

fn loose_numbers(words: &str, start: usize, faults: &mut Vec<(Range<usize>, Fault)>) {
    let is_digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let mut rest = words;
    while let Some(at) = rest.find(is_digit) {
        let run = rest[at..].find(|c: char| !is_digit(c)).unwrap_or(rest.len() - at);
        let from = start + words.len() - rest.len() + at;
        faults.push((from..from + run, Fault::LooseNumber(rest[at..at + run].to_owned())));
        rest = &rest[at + run..];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_told_apart() {
        let (found, faults) = pieces("至少{jobs.promise}，[4G]，[四个不摘](keeps)，{#figures}，{ratio}");
        assert!(faults.is_empty(), "{faults:?}");
        assert_eq!(found[1], Markup::Value { figure: Some("jobs"), slot: Slot::Promise, bare: false });
        assert_eq!(found[3], Markup::Name("4G"));
        assert_eq!(found[5], Markup::Term { text: "四个不摘", id: "keeps" });
        assert_eq!(found[7], Markup::Count("figures"));
        assert_eq!(found[9], Markup::Computed { figure: None, what: Computed::Ratio });
    }

    #[test]
    fn a_loose_number_is_a_fault_at_its_place() {
        let (_, faults) = pieces("约有 42 所");
        assert_eq!(faults.len(), 1);
        assert_eq!(&"约有 42 所"[faults[0].0.clone()], "42");
    }

    #[test]
    fn open_marks_are_faults() {
        assert_eq!(pieces("{past").1.len(), 1);
        assert_eq!(pieces("[4G").1.len(), 1);
        assert_eq!(pieces("[a](b").1.len(), 1);
    }
}
