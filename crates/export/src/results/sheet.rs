//! The sheet with one row per enterprise.

use arrow::array::RecordBatch;
use formula::Language;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};

use super::{Cell, Column, ResultsInfo};
use crate::{
    ExportProblem, fields,
    number::for_workbook,
    workbook::{Styles, column, row, sheet},
};

/// Rows above the header: title and scheme, or the banner.
const HEAD_ROW: u32 = 1;

pub(super) fn write(
    workbook: &mut Workbook,
    batch: &RecordBatch,
    columns: &[Column],
    info: &ResultsInfo,
) -> Result<(), ExportProblem> {
    let styles = Styles::new();
    let formats: Vec<Format> = columns.iter().map(format_of).collect();
    let date = Format::new().set_num_format("yyyy-mm-dd");
    let name = match info.language {
        Language::Chinese => "结果",
        Language::English => "Results",
    };
    let sheet = sheet(workbook, name)?;
    write_head(sheet, batch, columns, info, &styles)?;
    for index in 0..batch.num_rows() {
        let at = HEAD_ROW + 1 + row(index);
        for (place, (values, format)) in columns.iter().zip(&formats).enumerate() {
            let format = if matches!(values.cell(index), Cell::Date(_)) { &date } else { format };
            write_cell(sheet, (at, column(place)?), &values.cell(index), format, info.language)?;
        }
    }
    Ok(())
}

fn write_head(
    sheet: &mut Worksheet,
    batch: &RecordBatch,
    columns: &[Column],
    info: &ResultsInfo,
    styles: &Styles,
) -> Result<(), ExportProblem> {
    let banner = info
        .banner()
        .map_or_else(|| info.scheme_line(), |banner| format!("{banner} · {}", info.scheme_line()));
    sheet.write_string_with_format(
        0,
        0,
        &banner,
        if info.banner().is_some() { &styles.banner } else { &styles.title },
    )?;
    for (place, (field, values)) in batch.schema().fields().iter().zip(columns).enumerate() {
        let at = column(place)?;
        sheet.set_column_width(at, values.kind.width())?;
        sheet.write_string_with_format(HEAD_ROW, at, fields::title(field, info.language), &styles.head)?;
    }
    let code = columns.iter().position(|it| it.name == info.summary.code).unwrap_or(0);
    sheet.set_freeze_panes(HEAD_ROW + 1, column(code + 1)?)?;
    if let Some(last) = columns.len().checked_sub(1) {
        sheet.autofilter(HEAD_ROW, 0, HEAD_ROW + row(batch.num_rows()), column(last)?)?;
    }
    Ok(())
}

fn format_of(values: &Column) -> Format {
    Format::new().set_num_format(values.kind.number_format(values.unit.as_deref()).unwrap_or("@"))
}

/// Texts are string cells and never formulas; a number of more than 15 digits is written as text, digit by digit.
pub(crate) fn write_cell(
    sheet: &mut Worksheet,
    (at, place): (u32, u16),
    cell: &Cell<'_>,
    format: &Format,
    language: Language,
) -> Result<(), ExportProblem> {
    match cell {
        Cell::Empty => {}
        Cell::Text(text) => _ = sheet.write_string_with_format(at, place, cut(text), format)?,
        Cell::Truth(_) => _ = sheet.write_string_with_format(at, place, cell.plain(language), format)?,
        Cell::Date(days) if *days > -25_500 => {
            let serial = f64::from(*days) + 25_569.0;
            sheet.write_datetime_with_format(
                at,
                place,
                ExcelDateTime::from_serial_datetime(serial)?,
                format,
            )?;
        }
        Cell::Date(_) => _ = sheet.write_string(at, place, cell.plain(language))?,
        number => {
            let exact = number.exact().unwrap_or_default();
            match for_workbook(&exact) {
                Some(double) => _ = sheet.write_number_with_format(at, place, double, format)?,
                None => _ = sheet.write_string(at, place, exact.to_string())?,
            }
        }
    }
    Ok(())
}

/// A cell holds 32,767 characters.
fn cut(text: &str) -> &str {
    text.char_indices().nth(32_767).map_or(text, |(end, _)| &text[..end])
}
