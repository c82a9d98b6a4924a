use super::document::Figure;

/// The values of figures, one a row, of a version of the data; names of the columns are those of the JSON file's fields.
pub fn csv<'a>(figures: impl IntoIterator<Item = &'a Figure>, version: &str) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let columns = [
        "id",
        "name_zh",
        "name_en",
        "pillar",
        "period",
        "measure_zh",
        "measure_en",
        "value",
        "unit",
        "of",
        "tense",
        "hedges",
        "written_zh",
        "written_en",
        "at",
        "sha256",
        "phrase",
        "deadline",
        "url_zh",
        "url_en",
        "version",
    ];
    let mut rows = vec![columns.map(str::to_owned).to_vec()];
    for figure in figures {
        for value in &figure.values {
            rows.push(vec![
                figure.id.clone(),
                figure.name.zh.clone(),
                figure.name.en.clone(),
                figure.pillar.clone().unwrap_or_default(),
                value.period.to_owned(),
                value.measure.zh.clone(),
                value.measure.en.clone(),
                value.value.to_string(),
                value.unit.to_owned(),
                value.of.map_or_else(String::new, |of| of.to_string()),
                value.tense.to_owned(),
                value.hedges.join(" "),
                value.written.zh.clone(),
                value.written.en.clone(),
                value.at.clone(),
                value.sha256.clone(),
                value.phrase.clone(),
                value.deadline.clone().unwrap_or_default(),
                figure.url.zh.clone(),
                figure.url.en.clone(),
                version.to_owned(),
            ]);
        }
    }
    for row in rows {
        writer.write_record(row).expect("memory takes every row");
    }
    let bytes = writer.into_inner().expect("memory takes every row");
    String::from_utf8(bytes).expect("rows are text")
}
