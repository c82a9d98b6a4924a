//! Checks what other sources are said to say: what a machine can check, and for each entry what is left to a reader.

use crate::plan::phrase::{Stated, held};
use crate::plan::{FollowUp, OtherSource, Plan};
use crate::quantity::{Lang, spoken};
use crate::text::Text;
use crate::words;
use std::path::Path;

/// What to print, and whether it is good news.
pub struct Answer {
    pub text: String,
    pub agrees: bool,
}

/// Every entry of `plan`, whose form, order and units are checked where it was read, held against its own words and, where
/// `copies` has the source as `<id>.txt`, against that.
pub fn checked(plan: &Plan, copies: Option<&Path>) -> Answer {
    let mut lines = Vec::new();
    let mut misses = 0;
    for entry in plan.since.iter() {
        let source = &plan[entry.source];
        lines.push(format!("{}  {}", entry.id.as_str(), said(plan, entry)));
        let found = [Some(in_phrase(entry)), copies.map(|copies| in_copy(entry.phrase, source, copies))];
        for (missed, told) in found.into_iter().flatten() {
            misses += usize::from(missed);
            lines.push(format!("        {} {told}", if missed { '✗' } else { ' ' }));
        }
        lines.extend(by_hand(entry, source).map(|what| format!("        ? {what}")));
    }
    for note in plan.since_notes.iter() {
        let source = &plan[note.source];
        lines.push(format!("{}  {}", note.id.as_str(), note.text.as_str()));
        if let Some((missed, told)) = copies.map(|copies| in_copy(Some(note.phrase), source, copies)) {
            misses += usize::from(missed);
            lines.push(format!("        {} {told}", if missed { '✗' } else { ' ' }));
        }
        let (title, publisher, date) = (source.title.as_str(), source.publisher.as_str(), source.date.as_str());
        let asked = format!("is {} “{title}”, {publisher}, {date}?", source.address.as_str());
        lines.extend(
            [asked, format!("does “{}” say so, of {}?", note.phrase.as_str(), note.as_of.as_str())]
                .map(|what| format!("        ? {what}")),
        );
    }
    let [entries, notes, sources] = [plan.since.len(), plan.since_notes.len(), plan.other_sources.len()];
    let outcome = match misses {
        0 => "nothing missed; what stands behind a question mark is for a reader".to_owned(),
        1 => "1 miss.".to_owned(),
        count => format!("{count} misses."),
    };
    lines.push(format!(
        "\n{entries} entries and {notes} notes from {sources} other sources; form, order and units are right: {outcome}"
    ));
    Answer { text: lines.join("\n"), agrees: misses == 0 }
}

fn said(plan: &Plan, entry: &FollowUp) -> String {
    let replaced = entry.replaced_by.map_or_else(String::new, |later| format!(", replaced by {}", plan.id_of(later)));
    format!(
        "{}: {}, {} ({}){replaced}",
        plan.id_of(entry.figure),
        spoken(&entry.quantity, Lang::En),
        entry.as_of.as_str(),
        words::since_kind(entry.kind, Lang::En)
    )
}

/// Whether it missed, and what is told of it.
fn in_phrase(entry: &FollowUp) -> (bool, String) {
    let Some(phrase) = entry.phrase.map(|phrase| phrase.as_str()) else {
        return (false, "no words are quoted, only a place".to_owned());
    };
    let whole = entry.quantity.hedges.has(crate::quantity::Hedge::All);
    let stated = Stated { value: entry.quantity.value, to: None, unit: entry.quantity.unit };
    let holds = held(phrase, "", &stated).is_some() || whole;
    (!holds, format!("“{phrase}” {} {}", if holds { "holds" } else { "does not hold" }, entry.quantity.value))
}

fn in_copy(phrase: Option<Text>, source: &OtherSource, copies: &Path) -> (bool, String) {
    let path = copies.join(format!("{}.txt", source.id.as_str()));
    let Some(phrase) = phrase else { return (false, "nothing to look for in a copy".to_owned()) };
    let plain = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    match std::fs::read_to_string(&path) {
        Ok(text) if plain(&text).contains(&plain(phrase.as_str())) => {
            (false, format!("{} has these words", path.display()))
        }
        Ok(_) => (true, format!("{} does not have these words", path.display())),
        Err(error) => (false, format!("no copy to look into: {}: {error}", path.display())),
    }
}

/// What no machine can tell.
fn by_hand(entry: &FollowUp, source: &OtherSource) -> impl Iterator<Item = String> {
    let (title, publisher, date) = (source.title.as_str(), source.publisher.as_str(), source.date.as_str());
    let place = entry.locator.map_or_else(String::new, |place| format!(", {}", place.as_str()));
    let reason = entry.reason.map_or_else(String::new, |reason| format!(": {}", reason.as_str()));
    [
        format!("is {} “{title}”, {publisher}, {date}{place}?", source.address.as_str()),
        format!("does it speak of “{}” as of {}?", entry.measure.as_str(), entry.as_of_words.as_str()),
        format!("is it so: {}{reason}?", words::same_measure(entry.same, Lang::En)),
    ]
    .into_iter()
}
