//! The same rows as a workbook: each cell is a text or a number by its type, so that nothing is taken for a formula or a
//! date, and Chinese needs no mark.

use super::document::{Document, Pair};
use crate::plan::{FollowUpKind, SameMeasure};
use crate::quantity::Lang;
use crate::words;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

/// A cell of a row.
enum Cell<'a> {
    Text(&'a str),
    Number(f64),
}

/// A column: its heading and its width in characters.
type Column = (&'static str, f64);

/// Figures, promises without a number, and, on a sheet of its own, what other sources say, in one language.
pub fn workbook(open: &Document, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let of = |pair: &'_ Pair| -> String { lang.pick(pair.zh.clone(), pair.en.clone()) };
    let pillar = |id: &Option<String>| {
        let found = open.pillars.iter().find(|pillar| Some(&pillar.id) == id.as_ref());
        found.map_or_else(String::new, |pillar| of(&pillar.name))
    };
    let mut book = Workbook::new();
    // A date of its own would make every build another file.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(
        &DocProperties::new()
            .set_title(of(&open.title))
            .set_comment(format!("{} {} · CC BY 4.0", words::version(lang), open.version))
            .set_creation_datetime(&made),
    );

    let sheet = book.add_worksheet().set_name(words::figures(lang))?;
    let columns = [
        (words::measure(lang), 30.0),
        (words::pillar(lang), 20.0),
        (words::value(lang), 10.0),
        (words::column_unit(lang), 12.0),
        (words::column_written(lang), 34.0),
        (words::column_deadline(lang), 14.0),
        (words::source(lang), 8.0),
        (words::column_phrase(lang), 30.0),
        (words::column_address(lang), 44.0),
        (words::version(lang), 14.0),
    ];
    head(sheet, &columns)?;
    let values = open.figures.iter().flat_map(|figure| figure.values.iter().map(move |value| (figure, value)));
    for (row, (figure, value)) in (1..).zip(values) {
        let texts = [of(&value.measure), pillar(&figure.pillar), of(&value.written), of(&figure.url)];
        let [measure, pillar, written, url] = texts.each_ref().map(String::as_str);
        let cells = [
            Cell::Text(measure),
            Cell::Text(pillar),
            Cell::Number(value.value),
            Cell::Text(value.unit),
            Cell::Text(written),
            Cell::Text(value.deadline.as_deref().unwrap_or_default()),
            Cell::Text(&value.at),
            Cell::Text(&value.phrase),
            Cell::Text(url),
            Cell::Text(&open.version),
        ];
        write(sheet, row, &cells)?;
    }

    let sheet = book.add_worksheet().set_name(words::without_number(lang))?;
    let columns = [
        (words::column_promise(lang), 60.0),
        (words::pillar(lang), 20.0),
        (words::column_hedge(lang), 16.0),
        (words::source(lang), 8.0),
        (words::version(lang), 14.0),
    ];
    head(sheet, &columns)?;
    for (row, one) in (1..).zip(&open.commitments) {
        let texts = [of(&one.text), pillar(&one.pillar), one.hedge.as_ref().map(&of).unwrap_or_default()];
        let [text, pillar, hedge] = texts.each_ref().map(String::as_str);
        write(sheet, row, &[text, pillar, hedge, &one.at, &open.version].map(Cell::Text))?;
    }
    if !open.since.is_empty() {
        since(book.add_worksheet(), open, lang)?;
    }
    book.save_to_buffer()
}

/// What other sources say; the sheet's name and its third column keep each row from being taken for the article's.
fn since(sheet: &mut Worksheet, open: &Document, lang: Lang) -> Result<(), XlsxError> {
    let of = |pair: &Pair| -> String { lang.pick(pair.zh.clone(), pair.en.clone()) };
    sheet.set_name(words::embed_since(lang))?;
    let columns = [
        (words::column_figure(lang), 24.0),
        (words::measure(lang), 30.0),
        (words::column_same_measure(lang), 26.0),
        (words::column_stage(lang), 18.0),
        (words::value(lang), 10.0),
        (words::column_unit(lang), 12.0),
        (words::column_as_said(lang), 30.0),
        (words::column_as_of(lang), 18.0),
        (words::column_other_source(lang), 40.0),
        (words::column_publisher(lang), 30.0),
        (words::column_other_phrase(lang), 30.0),
        (words::column_address(lang), 44.0),
        (words::version(lang), 14.0),
    ];
    head(sheet, &columns)?;
    // A number that was corrected stays in the open data; here only the right one stands.
    for (row, entry) in (1..).zip(open.since.iter().filter(|entry| entry.replaced_by.is_none())) {
        let figure = open.figures.iter().find(|figure| figure.id == entry.figure).map(|figure| of(&figure.name));
        let source = open.other_sources.iter().find(|source| source.id == entry.source);
        let same = SameMeasure::ALL.into_iter().find(|same| same.name() == entry.same_measure);
        let stage = FollowUpKind::ALL.into_iter().find(|kind| kind.name() == entry.kind);
        let texts = [
            figure.unwrap_or_default(),
            of(&entry.measure),
            of(&entry.written),
            of(&entry.as_of_written),
            source.map(|source| of(&source.title)).unwrap_or_default(),
            source.map(|source| of(&source.publisher)).unwrap_or_default(),
        ];
        let [figure, measure, written, as_of, title, publisher] = texts.each_ref().map(String::as_str);
        let cells = [
            Cell::Text(figure),
            Cell::Text(measure),
            Cell::Text(same.map_or("", |same| words::same_measure(same, lang))),
            Cell::Text(stage.map_or("", |stage| words::since_kind(stage, lang))),
            Cell::Number(entry.value),
            Cell::Text(entry.unit),
            Cell::Text(written),
            Cell::Text(as_of),
            Cell::Text(title),
            Cell::Text(publisher),
            Cell::Text(entry.phrase.as_deref().unwrap_or_default()),
            Cell::Text(source.map_or("", |source| source.address.as_str())),
            Cell::Text(&open.version),
        ];
        write(sheet, row, &cells)?;
    }
    Ok(())
}

/// The first row, which stays in view.
fn head(sheet: &mut Worksheet, columns: &[Column]) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    for (column, (name, width)) in (0..).zip(columns) {
        sheet.set_column_width(column, *width)?.write_string_with_format(0, column, *name, &bold)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

fn write(sheet: &mut Worksheet, row: u32, cells: &[Cell]) -> Result<(), XlsxError> {
    for (column, cell) in (0..).zip(cells) {
        match cell {
            Cell::Text("") => {}
            Cell::Text(text) => {
                sheet.write_string(row, column, *text)?;
            }
            Cell::Number(number) => {
                sheet.write_number(row, column, *number)?;
            }
        }
    }
    Ok(())
}
