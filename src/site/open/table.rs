use super::document::{Commitment, Document, Figure, Value};
use serde::Serialize;
use serde_json::json;

/// A value of a figure; the fields are the columns, and have the names of the JSON file's fields.
#[derive(Serialize)]
struct ValueRow<'a> {
    id: &'a str,
    name_zh: &'a str,
    name_en: &'a str,
    pillar: Option<&'a str>,
    period: &'a str,
    measure_zh: &'a str,
    measure_en: &'a str,
    /// As short as it can be written: a whole number has no point.
    value: String,
    /// The upper end of a range.
    to: Option<String>,
    unit: &'a str,
    of: Option<u16>,
    tense: &'a str,
    hedges: String,
    written_zh: &'a str,
    written_en: &'a str,
    at: &'a str,
    sha256: &'a str,
    phrase: &'a str,
    deadline: Option<&'a str>,
    url_zh: &'a str,
    url_en: &'a str,
    version: &'a str,
}

impl<'a> ValueRow<'a> {
    fn of(figure: &'a Figure, value: &'a Value, version: &'a str) -> ValueRow<'a> {
        ValueRow {
            id: &figure.id,
            name_zh: &figure.name.zh,
            name_en: &figure.name.en,
            pillar: figure.pillar.as_deref(),
            period: value.period,
            measure_zh: &value.measure.zh,
            measure_en: &value.measure.en,
            value: value.value.to_string(),
            to: value.to.map(|to| to.to_string()),
            unit: value.unit,
            of: value.of,
            tense: value.tense,
            hedges: value.hedges.join(" "),
            written_zh: &value.written.zh,
            written_en: &value.written.en,
            at: &value.at,
            sha256: &value.sha256,
            phrase: &value.phrase,
            deadline: value.deadline.as_deref(),
            url_zh: &figure.url.zh,
            url_en: &figure.url.en,
            version,
        }
    }
}

/// The byte order mark by which Excel recognizes UTF-8; without it, Excel on Chinese Windows garbles Chinese.
pub const BOM: &str = "\u{feff}";

/// The values of figures, one a row, of a version of the data. Every figure has a value.
pub fn csv<'a>(figures: impl IntoIterator<Item = &'a Figure>, version: &str) -> String {
    rows(figures.into_iter().flat_map(|figure| figure.values.iter().map(|value| ValueRow::of(figure, value, version))))
}

/// A promise without a number; the fields are the columns, and have the names of the JSON file's fields.
#[derive(Serialize)]
struct CommitmentRow<'a> {
    id: &'a str,
    text_zh: &'a str,
    text_en: &'a str,
    pillar: Option<&'a str>,
    theme: &'a str,
    hedge_zh: Option<&'a str>,
    hedge_en: Option<&'a str>,
    at: &'a str,
    sha256: &'a str,
    version: &'a str,
}

/// The promises without a number, one a row.
pub fn commitments_csv<'a>(commitments: impl IntoIterator<Item = &'a Commitment>, version: &str) -> String {
    rows(commitments.into_iter().map(|one| CommitmentRow {
        id: &one.id,
        text_zh: &one.text.zh,
        text_en: &one.text.en,
        pillar: one.pillar.as_deref(),
        theme: &one.theme,
        hedge_zh: one.hedge.as_ref().map(|hedge| hedge.zh.as_str()),
        hedge_en: one.hedge.as_ref().map(|hedge| hedge.en.as_str()),
        at: &one.at,
        sha256: &one.sha256,
        version,
    }))
}

/// What another source says; the fields are the columns.
#[derive(Default, Serialize)]
struct SinceRow<'a> {
    id: &'a str,
    from: &'a str,
    figure: &'a str,
    kind: &'a str,
    value: String,
    unit: &'a str,
    hedges: String,
    written_zh: &'a str,
    written_en: &'a str,
    as_of: &'a str,
    as_of_zh: &'a str,
    as_of_en: &'a str,
    measure_zh: &'a str,
    measure_en: &'a str,
    same_measure: &'a str,
    reason_zh: Option<&'a str>,
    reason_en: Option<&'a str>,
    phrase: Option<&'a str>,
    locator_zh: Option<&'a str>,
    locator_en: Option<&'a str>,
    source_zh: &'a str,
    source_en: &'a str,
    publisher_zh: &'a str,
    publisher_en: &'a str,
    source_date: &'a str,
    address: &'a str,
    read: &'a str,
    replaced_by: Option<&'a str>,
    version: &'a str,
}

/// What other sources say, one a row, those that were corrected as well; without any, the names of the columns.
pub fn since_csv(open: &Document) -> String {
    let table = rows(open.since.iter().filter_map(|entry| {
        let source = open.other_sources.iter().find(|source| source.id == entry.source)?;
        Some(SinceRow {
            id: &entry.id,
            from: entry.from,
            figure: &entry.figure,
            kind: entry.kind,
            value: entry.value.to_string(),
            unit: entry.unit,
            hedges: entry.hedges.join(" "),
            written_zh: &entry.written.zh,
            written_en: &entry.written.en,
            as_of: &entry.as_of,
            as_of_zh: &entry.as_of_written.zh,
            as_of_en: &entry.as_of_written.en,
            measure_zh: &entry.measure.zh,
            measure_en: &entry.measure.en,
            same_measure: entry.same_measure,
            reason_zh: entry.reason.as_ref().map(|reason| reason.zh.as_str()),
            reason_en: entry.reason.as_ref().map(|reason| reason.en.as_str()),
            phrase: entry.phrase.as_deref(),
            locator_zh: entry.locator.as_ref().map(|locator| locator.zh.as_str()),
            locator_en: entry.locator.as_ref().map(|locator| locator.en.as_str()),
            source_zh: &source.title.zh,
            source_en: &source.title.en,
            publisher_zh: &source.publisher.zh,
            publisher_en: &source.publisher.en,
            source_date: &source.date,
            address: &source.address,
            read: &source.read,
            replaced_by: entry.replaced_by.as_deref(),
            version: &open.version,
        })
    }));
    if !table.is_empty() {
        return table;
    }
    let header = rows(std::iter::once(SinceRow::default()));
    header.lines().next().map_or_else(String::new, |header| format!("{header}\n"))
}

fn rows(rows: impl Iterator<Item = impl Serialize>) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    rows.for_each(|row| writer.serialize(row).expect("memory takes every row"));
    let bytes = writer.into_inner().expect("memory takes every row");
    String::from_utf8(bytes).expect("rows are text")
}

/// What the columns of a CSV file are, as the W3C's "CSV on the Web" has it, for the file at `url`.
pub fn csvw(csv: &str, url: &str, title: &str) -> String {
    let header = csv.lines().next().unwrap_or_default();
    let columns: Vec<_> = header
        .split(',')
        .map(|name| {
            let datatype = if name == "value" || name == "to" {
                "number"
            } else if name == "of" {
                "integer"
            } else {
                "string"
            };
            json!({ "name": name, "titles": name, "datatype": datatype })
        })
        .collect();
    json!({
        "@context": "http://www.w3.org/ns/csvw",
        "url": url,
        "dc:title": title,
        "dc:license": { "@id": "https://creativecommons.org/licenses/by/4.0/" },
        "tableSchema": { "columns": columns },
    })
    .to_string()
}
