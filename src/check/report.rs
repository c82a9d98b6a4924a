//! The outcome of a check in the reader's words: a summary, what was missed, and the text with its numbers marked.

use super::data::{CheckData, Links};
use super::file::Encoding;
use crate::plan::verify::{
    ArticleSentence, CheckedSentence, Claim, Difference, Ledger, LedgerEntry, Miss, Verification, unusual,
};
use crate::quantity::Lang;
use crate::words;
use serde::{Deserialize, Serialize};

/// What is missed is listed up to here; more says that the text is another one.
const MISSES_SHOWN: usize = 200;
/// The text is shown up to here, in bytes: many times the article, and still quick to lay out.
const TEXT_SHOWN: usize = 120_000;
/// And up to so many words and numbers, as each is an element.
const PIECES_SHOWN: usize = 5_000;
/// Characters of a sentence that are quoted to find it by.
const EXCERPT: usize = 48;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    pub summary: String,
    /// A line for each.
    pub misses: Vec<Vec<Piece>>,
    /// Sentences that are known but for characters that look the same or are not seen; a line for each.
    pub characters: Vec<Vec<Piece>>,
    /// The text in paragraphs.
    pub text: Vec<Vec<Piece>>,
}

/// A report in the words of a language, and how its file was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    pub lang: Lang,
    pub encoding: Option<Encoding>,
    pub report: Report,
}

impl Report {
    /// As it travels from the worker to the page.
    pub fn encode(&self) -> Vec<u8> {
        postcard::to_allocvec(self).expect("it is made of sequences and strings only")
    }

    /// # Errors
    /// Where the bytes are no report of this build.
    pub fn decode(bytes: &[u8]) -> Result<Report, postcard::Error> {
        postcard::from_bytes(bytes)
    }
}

/// A run of words in a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    pub kind: PieceKind,
    pub text: String,
    /// Empty where it is no link.
    pub href: String,
    /// What it is, for whoever asks; may be empty.
    pub title: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PieceKind {
    /// Words of the site.
    Words,
    /// Words of the text.
    Text,
    /// A number of the text that a figure holds.
    Figure,
    /// A number of the text that is part of a name or a condition.
    Named,
    /// A number of the text that nothing accounts for.
    Unmatched,
    /// Words of a sentence that the site does not know.
    Unknown,
    /// A link to the promises that a sentence makes.
    Promises,
}

impl PieceKind {
    /// The class of its element.
    pub const fn name(self) -> &'static str {
        match self {
            PieceKind::Words => "words",
            PieceKind::Text => "text",
            PieceKind::Figure => "figure-number",
            PieceKind::Named => "named-number",
            PieceKind::Unmatched => "unmatched-number",
            PieceKind::Unknown => "unknown-words",
            PieceKind::Promises => "promises",
        }
    }
}

impl Piece {
    fn new(kind: PieceKind, text: impl Into<String>) -> Piece {
        Piece { kind, text: text.into(), href: String::new(), title: String::new() }
    }

    fn leading(self, href: &str) -> Piece {
        Piece { href: href.to_owned(), ..self }
    }

    fn titled(self, title: &str) -> Piece {
        Piece { title: title.to_owned(), ..self }
    }
}

impl CheckData {
    /// Checks a text and says what was found, in the words of `lang`.
    pub fn report(&self, text: &str, lang: Lang) -> Report {
        Reporter { ledger: &self.ledger, links: self.links(lang), lang }.report(text)
    }
}

/// What a report is made with.
struct Reporter<'a> {
    ledger: &'a Ledger,
    links: &'a Links,
    lang: Lang,
}

impl Reporter<'_> {
    fn report(&self, text: &str) -> Report {
        let verification = self.ledger.verify(text);
        let rows = self.rows(&verification);
        let known = rows.iter().filter(|(entry, row)| is_known(*entry, row)).count();
        let sentences = verification.article.len();
        if known == 0 {
            let summary = words::check_other_text(self.lang).to_owned();
            return Report { summary, misses: Vec::new(), characters: Vec::new(), text: Vec::new() };
        }
        let numbers = rows.iter().map(|(_, row)| row.numbers.len()).sum();
        let matched = rows.iter().map(|(_, row)| row.numbers.iter().filter(|number| number.by.is_some()).count()).sum();
        let misses = rows.iter().flat_map(|(entry, row)| self.misses(*entry, row, &verification.article));
        let characters = rows.iter().filter_map(|(entry, row)| self.characters(*entry, row));
        let (misses, count) = self.shortened(misses);
        let (characters, otherwise) = self.shortened(characters);
        let counts = words::CheckCounts { sentences, known, numbers, matched, misses: count, otherwise };
        Report {
            summary: words::check_summary(&counts, self.lang),
            misses,
            characters,
            text: self.paragraphs(&rows, &verification.article),
        }
    }

    /// The first lines, made one by one so that those of a long text need not be held at once; and how many there are.
    fn shortened(&self, mut lines: impl Iterator<Item = Vec<Piece>>) -> (Vec<Vec<Piece>>, usize) {
        let mut shown: Vec<Vec<Piece>> = lines.by_ref().take(MISSES_SHOWN).collect();
        let more = lines.count();
        let count = shown.len() + more;
        if more > 0 {
            shown.push(vec![Piece::new(PieceKind::Words, words::check_more_misses(more, self.lang))]);
        }
        (shown, count)
    }

    /// What of a sentence was written in other characters.
    fn characters(&self, entry: Option<&LedgerEntry>, row: &CheckedSentence) -> Option<Vec<Piece>> {
        let differences = row.misses.iter().find_map(|miss| match miss {
            Miss::Characters(differences) => Some(differences),
            _ => None,
        })?;
        let place = entry.map_or_else(String::new, |entry| words::locator(entry.at, self.lang));
        Some(vec![Piece::new(PieceKind::Words, words::check_characters(&place, &listed(differences), self.lang))])
    }

    /// Each row with its entry of the ledger; what only the text has comes without one.
    fn rows<'a>(&'a self, verification: &'a Verification) -> Vec<(Option<&'a LedgerEntry>, &'a CheckedSentence)> {
        let entries = self.ledger.sentences.iter().map(Some).chain(std::iter::repeat(None));
        entries.zip(&verification.rows).collect()
    }

    /// What was missed in a sentence, a line each. That it stands elsewhere is no matter here: a copy breaks otherwise.
    fn misses(
        &self,
        entry: Option<&LedgerEntry>,
        row: &CheckedSentence,
        article: &[ArticleSentence],
    ) -> Vec<Vec<Piece>> {
        let lang = self.lang;
        let words = |text: String| Piece::new(PieceKind::Words, text);
        let excerpt = || {
            let text = row.found.map_or("", |position| article[position].text.as_str());
            let mut short: String = text.chars().take(EXCERPT).collect();
            if short.len() < text.len() {
                short.push('…');
            }
            Piece::new(PieceKind::Text, short)
        };
        let place = || entry.map_or_else(String::new, |entry| words::locator(entry.at, lang));
        // Characters that may be all that differs.
        let odd = || {
            let found = row.found.map_or_else(Vec::new, |position| unusual(&article[position].text));
            (!found.is_empty()).then(|| words(words::check_unusual(&listed(&found), lang)))
        };
        let line = |miss: &Miss| match miss {
            Miss::Moved(_) | Miss::Characters(_) => None,
            Miss::NotInData(_) => {
                let line = [words(words::check_unknown_sentence(lang).to_owned()), excerpt()];
                Some(line.into_iter().chain(odd()).collect())
            }
            Miss::Hash(_) => {
                let line = [words(words::check_changed_sentence(&place(), lang)), excerpt()];
                Some(line.into_iter().chain(odd()).collect())
            }
            Miss::NotInArticle => {
                let mut line = vec![words(words::check_missing_sentence(&place(), lang))];
                line.extend(entry.into_iter().flat_map(|entry| self.claimed(entry)));
                Some(line)
            }
            Miss::Number(number) => Some(vec![words(words::check_unmatched_number(number, lang)), excerpt()]),
            Miss::Phrase { figure, phrase: said } | Miss::Lead { figure, lead: said } => {
                let mut line = vec![words(words::check_missing_words(said, &place(), lang))];
                let id = figure.rsplit_once('.').map_or(figure.as_str(), |(id, _)| id);
                line.extend(self.figure_link(id));
                Some(line)
            }
            Miss::Contradiction { figure, phrase: said, .. } => {
                let mut line = vec![words(words::check_missing_words(said, &place(), lang))];
                let id = figure.rsplit_once('.').map_or(figure.as_str(), |(id, _)| id);
                line.extend(self.figure_link(id));
                Some(line)
            }
            Miss::Numeral(said) => Some(vec![words(words::check_missing_words(said, &place(), lang))]),
            Miss::Unclaimed | Miss::NoNumeral(_) | Miss::Hedges { .. } | Miss::Noun { .. } | Miss::Measures(_) => {
                Some(vec![words(words::check_own_fault(&place(), lang))])
            }
        };
        let mut lines: Vec<Vec<Piece>> = row.misses.iter().filter_map(line).collect();
        if entry.is_none() {
            let unmatched = row.numbers.iter().filter(|number| number.by.is_none());
            lines.extend(
                unmatched.map(|number| vec![words(words::check_unmatched_number(&number.text, lang)), excerpt()]),
            );
        }
        lines
    }

    /// Links to what a sentence is the source of.
    fn claimed(&self, entry: &LedgerEntry) -> Vec<Piece> {
        let figures = entry.claims.iter().filter_map(|claim| match claim {
            Claim::Figure { id, .. } => self.figure_link(id),
            _ => None,
        });
        figures.chain(self.promises(entry)).collect()
    }

    fn figure_link(&self, id: &str) -> Option<Piece> {
        self.links.figure(id).map(|figure| Piece::new(PieceKind::Promises, figure.name.as_str()).leading(&figure.href))
    }

    /// One link for all promises of a sentence: they stand together on their page.
    fn promises(&self, entry: &LedgerEntry) -> Option<Piece> {
        let mut promises = entry.claims.iter().filter_map(|claim| match claim {
            Claim::Commitment(id) => Some(id),
            _ => None,
        });
        let first = promises.next()?;
        let href = [&self.links.commitments, "#", first].concat();
        Some(Piece::new(PieceKind::Promises, words::check_promises(promises.count() + 1, self.lang)).leading(&href))
    }

    fn paragraphs(
        &self,
        rows: &[(Option<&LedgerEntry>, &CheckedSentence)],
        article: &[ArticleSentence],
    ) -> Vec<Vec<Piece>> {
        let mut of_sentence = vec![None; article.len()];
        for (entry, row) in rows {
            if let Some(position) = row.found {
                of_sentence[position] = Some((*entry, *row));
            }
        }
        let mut paragraphs: Vec<Vec<Piece>> = Vec::new();
        let (mut shown, mut pieces) = (0, 0);
        let mut before = None;
        for (sentence, found) in article.iter().zip(of_sentence) {
            let Some((entry, row)) = found else { continue };
            if shown > TEXT_SHOWN || pieces > PIECES_SHOWN {
                paragraphs.push(vec![Piece::new(PieceKind::Words, words::check_text_cut(self.lang))]);
                break;
            }
            shown += sentence.text.len();
            pieces += 1 + 2 * row.numbers.len();
            // A copy may have lost its paragraphs; where a sentence is known, so is its paragraph.
            let of_data = entry.map(|entry| entry.at.paragraph).or(before.and_then(|(_, of_data)| of_data));
            let paragraph = Some((sentence.at.paragraph, of_data));
            if paragraph != before {
                paragraphs.push(Vec::new());
                before = paragraph;
            }
            if let Some(paragraph) = paragraphs.last_mut() {
                self.sentence(entry, row, &sentence.text, paragraph);
            }
        }
        paragraphs
    }

    /// The words of a sentence between its numbers, and the numbers, each with what accounts for it.
    fn sentence(&self, entry: Option<&LedgerEntry>, row: &CheckedSentence, text: &str, pieces: &mut Vec<Piece>) {
        let kind = if is_known(entry, row) { PieceKind::Text } else { PieceKind::Unknown };
        let mut done = 0;
        for number in &row.numbers {
            // A whole such as 全部 may hold a number that was already written.
            if number.range.start < done {
                continue;
            }
            if number.range.start > done {
                pieces.push(Piece::new(kind, &text[done..number.range.start]));
            }
            pieces.push(self.number(entry, &number.text, number.by.as_deref()));
            done = number.range.end;
        }
        if done < text.len() {
            pieces.push(Piece::new(kind, &text[done..]));
        }
        pieces.extend(entry.and_then(|entry| self.promises(entry)));
    }

    fn number(&self, entry: Option<&LedgerEntry>, text: &str, by: Option<&str>) -> Piece {
        let Some(by) = by else {
            return Piece::new(PieceKind::Unmatched, text).titled(words::check_unmatched(self.lang));
        };
        let figure = entry.into_iter().flat_map(|entry| &entry.claims).find_map(|claim| match claim {
            Claim::Figure { id, .. } if claim.name() == by => self.links.figure(id),
            _ => None,
        });
        match figure {
            Some(figure) => Piece::new(PieceKind::Figure, text).leading(&figure.href).titled(&figure.name),
            None => Piece::new(PieceKind::Named, text).titled(words::check_named(self.lang)),
        }
    }
}

/// Each character with what it stands for.
fn listed(differences: &[Difference]) -> String {
    differences.iter().map(ToString::to_string).collect::<Vec<_>>().join("、")
}

/// Whether the site knows the sentence by its hash.
fn is_known(entry: Option<&LedgerEntry>, row: &CheckedSentence) -> bool {
    entry.is_some() && row.found.is_some() && !row.misses.iter().any(|miss| matches!(miss, Miss::Hash(_)))
}
