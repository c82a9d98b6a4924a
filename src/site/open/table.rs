use super::document::{Commitment, Figure, Value};
use serde::Serialize;
use serde_json::json;

/// A value of a figure; the fields are the columns, and have the names of the JSON file's fields.
#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    name_zh: &'a str,
    name_en: &'a str,
    pillar: Option<&'a str>,
    period: &'a str,
    measure_zh: &'a str,
    measure_en: &'a str,
    /// As short as it can be written: a whole number has no point.
    value: String,
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

impl<'a> Row<'a> {
    fn of(figure: &'a Figure, value: &'a Value, version: &'a str) -> Row<'a> {
        Row {
            id: &figure.id,
            name_zh: &figure.name.zh,
            name_en: &figure.name.en,
            pillar: figure.pillar.as_deref(),
            period: value.period,
            measure_zh: &value.measure.zh,
            measure_en: &value.measure.en,
            value: value.value.to_string(),
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

/// What tells Excel that a file is UTF-8: without it, it shows Chinese as something else on Chinese Windows.
pub const MARK: &str = "\u{feff}";

/// The values of figures, one a row, of a version of the data. Every figure has a value.
pub fn csv<'a>(figures: impl IntoIterator<Item = &'a Figure>, version: &str) -> String {
    rows(figures.into_iter().flat_map(|figure| figure.values.iter().map(|value| Row::of(figure, value, version))))
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
            let datatype = if name == "value" {
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
