//! The tables as a workbook: each cell is a text or a number by its type, so that nothing is taken for a formula or a
//! date, and Chinese needs no mark.

use super::document::Document;
use super::table::{Cell, Table};
use crate::quantity::Lang;
use crate::words;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

/// Figures, promises without a number, and, on a sheet of its own, what other sources say, in one language.
pub fn workbook(open: &Document, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // A date of its own would make every build another file.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(
        &DocProperties::new()
            .set_title(lang.pick(&open.title.zh, &open.title.en))
            .set_comment(format!("{} {} · CC BY 4.0", words::version(lang), open.version))
            .set_creation_datetime(&made),
    );
    // A number that was corrected stays in the open data; here only the right one stands.
    let standing = open.since.iter().filter(|entry| entry.replaced_by.is_none());
    for (name, table) in [
        (words::figures(lang), Table::figures(open, &open.figures)),
        (words::without_number(lang), Table::commitments(open, &open.commitments)),
        (words::embed_since(lang), Table::since(open, standing)),
    ] {
        if !table.rows.is_empty() {
            write(book.add_worksheet().set_name(name)?, &table, lang)?;
        }
    }
    book.save_to_buffer()
}

/// A column for each heading under which anything stands; the first row stays in view.
fn write(sheet: &mut Worksheet, table: &Table, lang: Lang) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    let filled = |index: &usize| table.rows.iter().any(|row| !is_empty(&row[*index].cell));
    for (to, index) in (0..).zip((0..table.head.len()).filter(filled)) {
        let head = &table.head[index];
        sheet.set_column_width(to, head.width)?;
        sheet.write_string_with_format(0, to, words::column(head.name, lang), &bold)?;
        for (row, columns) in (1..).zip(&table.rows) {
            match &columns[index].cell {
                cell if is_empty(cell) => {}
                Cell::Text(text) => drop(sheet.write_string(row, to, text.as_deref().unwrap_or_default())?),
                Cell::Number(number) => drop(sheet.write_number(row, to, number.unwrap_or_default())?),
                Cell::Whole(number) => drop(sheet.write_number(row, to, number.unwrap_or_default())?),
                Cell::Both(pair) => {
                    let pair = pair.clone().unwrap_or_default();
                    sheet.write_string(row, to, lang.pick(pair.zh, pair.en))?;
                }
                Cell::Coded(_, said) => drop(sheet.write_string(row, to, lang.pick(&said.zh, &said.en))?),
            }
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

fn is_empty(cell: &Cell) -> bool {
    match cell {
        Cell::Text(text) => text.as_ref().is_none_or(String::is_empty),
        Cell::Number(number) => number.is_none(),
        Cell::Whole(number) => number.is_none(),
        Cell::Both(pair) => pair.is_none(),
        Cell::Coded(code, _) => code.is_empty(),
    }
}
