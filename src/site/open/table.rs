//! The tables of the open data. One list of columns for each record makes its row in the CSV file, the description of that
//! file and the sheet of the workbook. A list takes its record apart without `..`: the compiler asks where a new field goes.

use super::document::{Commitment, Document, Figure, FollowUp, OtherSource, Pair, Value};
use crate::plan::{FollowUpKind, SameMeasure};
use crate::quantity::{Hedge, Lang, Tense};
use crate::words;
use serde_json::json;

/// The byte order mark by which Excel recognizes UTF-8; without it, Excel on Chinese Windows garbles Chinese.
pub const BOM: &str = "\u{feff}";

/// What stands in a row under one heading. None is an empty cell.
pub enum Cell {
    Text(Option<String>),
    Number(Option<f64>),
    Whole(Option<u16>),
    /// A text in both languages: two columns of a CSV file, one of a workbook.
    Both(Option<Pair>),
    /// A name for programs, in a CSV file, that a workbook has in words.
    Coded(String, Pair),
}

/// A column with its cell in one row: the name in CSV files, which is that of the field in the JSON file, and the width in a
/// workbook, in characters.
pub struct Column {
    pub name: &'static str,
    pub width: f64,
    pub cell: Cell,
}

type Row = Vec<Column>;

/// Rows of one kind, and a row without content that has the names of the columns.
pub struct Table {
    pub head: Row,
    pub rows: Vec<Row>,
}

impl Column {
    /// Its names in a CSV file.
    fn names(&self) -> Vec<String> {
        match self.cell {
            Cell::Both(_) => Lang::ALL.map(|lang| format!("{}_{}", self.name, lang.code())).to_vec(),
            _ => vec![self.name.to_owned()],
        }
    }

    /// Its cells in a CSV file. A whole number has no point.
    fn texts(&self) -> Vec<String> {
        match &self.cell {
            Cell::Text(text) => vec![text.clone().unwrap_or_default()],
            Cell::Number(number) => vec![number.map(|number| number.to_string()).unwrap_or_default()],
            Cell::Whole(number) => vec![number.map(|number| number.to_string()).unwrap_or_default()],
            Cell::Both(pair) => pair.as_ref().map_or([""; 2], |pair| [&pair.zh, &pair.en]).map(str::to_owned).to_vec(),
            Cell::Coded(code, _) => vec![code.clone()],
        }
    }

    /// As CSV on the Web names it.
    fn datatype(&self) -> &'static str {
        match self.cell {
            Cell::Number(_) => "number",
            Cell::Whole(_) => "integer",
            _ => "string",
        }
    }
}

impl Table {
    /// The values of figures, one a row. Every figure has a value.
    pub fn figures<'a>(open: &Document, figures: impl IntoIterator<Item = &'a Figure>) -> Table {
        let values = figures.into_iter().flat_map(|figure| figure.values.iter().map(move |value| (figure, value)));
        Table {
            head: value_row(open, &Figure::default(), &Value::default()),
            rows: values.map(|(figure, value)| value_row(open, figure, value)).collect(),
        }
    }

    /// Promises without a number, one a row.
    pub fn commitments<'a>(open: &Document, commitments: impl IntoIterator<Item = &'a Commitment>) -> Table {
        Table {
            head: commitment_row(open, &Commitment::default()),
            rows: commitments.into_iter().map(|one| commitment_row(open, one)).collect(),
        }
    }

    /// What other sources say, one a row.
    pub fn since<'a>(open: &Document, entries: impl IntoIterator<Item = &'a FollowUp>) -> Table {
        let source = |entry: &FollowUp| open.other_sources.iter().find(|source| source.id == entry.source);
        let rows = entries.into_iter().filter_map(|entry| Some(since_row(open, entry, source(entry)?)));
        Table { head: since_row(open, &FollowUp::default(), &OtherSource::default()), rows: rows.collect() }
    }

    /// The first line names the columns.
    pub fn csv(&self) -> String {
        let mut writer = csv::Writer::from_writer(Vec::new());
        let head = self.head.iter().flat_map(Column::names).collect::<Vec<_>>();
        writer.write_record(head).expect("memory takes every row");
        for row in &self.rows {
            writer.write_record(row.iter().flat_map(Column::texts)).expect("memory takes every row");
        }
        let bytes = writer.into_inner().expect("memory takes every row");
        String::from_utf8(bytes).expect("rows are text")
    }

    /// What the columns are, as the W3C's "CSV on the Web" has it, for the file at `url`.
    pub fn described(&self, url: &str, title: &str) -> String {
        let columns = self.head.iter().flat_map(|column| {
            let named = |name| json!({ "name": name, "titles": name, "datatype": column.datatype() });
            column.names().into_iter().map(named).collect::<Vec<_>>()
        });
        json!({
            "@context": "http://www.w3.org/ns/csvw",
            "url": url,
            "dc:title": title,
            "dc:license": { "@id": "https://creativecommons.org/licenses/by/4.0/" },
            "tableSchema": { "columns": columns.collect::<Vec<_>>() },
        })
        .to_string()
    }
}

fn column(name: &'static str, width: f64, cell: Cell) -> Column {
    Column { name, width, cell }
}

fn text(name: &'static str, width: f64, text: &str) -> Column {
    column(name, width, Cell::Text(Some(text.to_owned())))
}

fn both(name: &'static str, width: f64, pair: &Pair) -> Column {
    column(name, width, Cell::Both(Some(pair.clone())))
}

fn in_both(said: impl Fn(Lang) -> String) -> Pair {
    Pair { zh: said(Lang::Zh), en: said(Lang::En) }
}

/// A name with its words: those of the one of `all` that has it.
fn coded<T: Copy>(
    name: &'static str,
    code: &str,
    all: &[T],
    of: impl Fn(T) -> &'static str,
    said: impl Fn(T, Lang) -> &'static str,
) -> Column {
    let found = all.iter().copied().find(|one| of(*one) == code);
    let said = in_both(|lang| found.map_or_else(String::new, |one| said(one, lang).to_owned()));
    column(name, 18.0, Cell::Coded(code.to_owned(), said))
}

fn hedges(names: &[&'static str]) -> Column {
    let said = |lang: Lang| {
        let words = names.iter().filter_map(|name| Hedge::from_name(name)).map(|hedge| hedge.word(lang));
        words.collect::<Vec<_>>().join(lang.pick("、", ", "))
    };
    column("hedges", 18.0, Cell::Coded(names.join(" "), in_both(said)))
}

fn pillar(open: &Document, id: &Option<String>) -> Column {
    let found = open.pillars.iter().find(|pillar| Some(&pillar.id) == id.as_ref());
    let name = found.map(|pillar| pillar.name.clone()).unwrap_or_default();
    column("pillar", 20.0, Cell::Coded(id.clone().unwrap_or_default(), name))
}

fn value_row(open: &Document, figure: &Figure, of_figure: &Value) -> Row {
    // The findings, topics, caveats and what is computed are the figure's, not the value's: the JSON file has them.
    let Figure { id, name, finding: _, pillar: of, themes: _, caveats: _, values: _, computed: _, url } = figure;
    let Value {
        period,
        measure,
        value,
        to,
        unit,
        of: whole,
        tense,
        hedges: limits,
        written,
        at,
        sha256,
        phrase,
        deadline,
    } = of_figure;
    vec![
        text("id", 20.0, id),
        both("name", 24.0, name),
        pillar(open, of),
        text("period", 10.0, period),
        both("measure", 30.0, measure),
        column("value", 10.0, Cell::Number(Some(*value))),
        column("to", 10.0, Cell::Number(*to)),
        text("unit", 12.0, unit),
        column("of", 8.0, Cell::Whole(*whole)),
        coded("tense", tense, &Tense::ALL, Tense::name, Tense::word),
        hedges(limits),
        both("written", 34.0, written),
        text("at", 8.0, at),
        text("sha256", 14.0, sha256),
        text("phrase", 30.0, phrase),
        column("deadline", 14.0, Cell::Text(deadline.clone())),
        both("url", 44.0, url),
        text("version", 14.0, &open.version),
    ]
}

fn commitment_row(open: &Document, commitment: &Commitment) -> Row {
    let Commitment { id, text: promise, pillar: of, theme, hedge, at, sha256 } = commitment;
    let topic = open.themes.iter().find(|topic| topic.id == *theme).map(|topic| topic.name.clone()).unwrap_or_default();
    vec![
        text("id", 20.0, id),
        both("text", 60.0, promise),
        pillar(open, of),
        column("theme", 16.0, Cell::Coded(theme.clone(), topic)),
        column("hedge", 16.0, Cell::Both(hedge.clone())),
        text("at", 8.0, at),
        text("sha256", 14.0, sha256),
        text("version", 14.0, &open.version),
    ]
}

fn since_row(open: &Document, entry: &FollowUp, other: &OtherSource) -> Row {
    let FollowUp {
        id,
        from,
        figure,
        kind,
        value,
        unit,
        hedges: limits,
        written,
        as_of,
        as_of_written,
        measure,
        same_measure,
        reason,
        source: _,
        phrase,
        locator,
        replaced_by,
    } = entry;
    let OtherSource { id: _, title, publisher, date, address, read, note } = other;
    let of = open.figures.iter().find(|one| one.id == *figure).map(|one| one.name.clone()).unwrap_or_default();
    vec![
        text("id", 20.0, id),
        column("from", 16.0, Cell::Coded((*from).to_owned(), in_both(|lang| words::from_elsewhere(lang).to_owned()))),
        column("figure", 24.0, Cell::Coded(figure.clone(), of)),
        coded("kind", kind, &FollowUpKind::ALL, FollowUpKind::name, words::since_kind),
        column("value", 10.0, Cell::Number(Some(*value))),
        text("unit", 12.0, unit),
        hedges(limits),
        both("written", 30.0, written),
        text("as_of", 12.0, as_of),
        both("as_of", 18.0, as_of_written),
        both("measure", 30.0, measure),
        coded("same_measure", same_measure, &SameMeasure::ALL, SameMeasure::name, words::same_measure),
        column("reason", 30.0, Cell::Both(reason.clone())),
        column("phrase", 30.0, Cell::Text(phrase.clone())),
        column("locator", 14.0, Cell::Both(locator.clone())),
        both("source", 40.0, title),
        both("publisher", 30.0, publisher),
        text("source_date", 12.0, date),
        text("address", 44.0, address),
        text("read", 12.0, read),
        column("note", 30.0, Cell::Both(note.clone())),
        column("replaced_by", 20.0, Cell::Text(replaced_by.clone())),
        text("version", 14.0, &open.version),
    ]
}
