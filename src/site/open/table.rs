use super::document::{Figure, Value};
use serde::Serialize;

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

/// The values of figures, one a row, of a version of the data. Every figure has a value.
pub fn csv<'a>(figures: impl IntoIterator<Item = &'a Figure>, version: &str) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for figure in figures {
        for value in &figure.values {
            writer.serialize(Row::of(figure, value, version)).expect("memory takes every row");
        }
    }
    let bytes = writer.into_inner().expect("memory takes every row");
    String::from_utf8(bytes).expect("rows are text")
}
