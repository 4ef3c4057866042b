//! A list of anything as a file in memory: what a person sees on a page of a list, all of it.

use rust_xlsxwriter::Workbook;

use crate::{
    ExportProblem, csv_text,
    csv_text::guarded,
    workbook::{self, Styles},
};

/// What the file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListFormat {
    /// UTF-8 with a byte order mark.
    Csv,
    /// A workbook.
    Xlsx,
}

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListCell {
    /// Nothing.
    Empty,
    /// A text; codes are texts.
    Text(String),
    /// A whole number; beyond what spreadsheets hold exactly it becomes a text.
    Number(i64),
}

/// What spreadsheets keep of a text.
const LONGEST: usize = 32_000;
/// Whole numbers up to here are exact in a spreadsheet.
const GREATEST: u64 = 999_999_999_999_999;
const WIDTH: f64 = 20.0;

/// Writes `rows` under `heads`. A text that a spreadsheet would take for a formula is guarded in CSV and a text cell
/// in a workbook; numbers stay as they are.
///
/// # Errors
/// More rows than a sheet holds, or a failure of the writer.
pub fn write_list(
    format: ListFormat,
    title: &str,
    heads: &[&str],
    rows: &[Vec<ListCell>],
) -> Result<Vec<u8>, ExportProblem> {
    match format {
        ListFormat::Csv => csv(heads, rows),
        ListFormat::Xlsx => xlsx(title, heads, rows),
    }
}

/// One sheet of a workbook with several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListSheet<'a> {
    /// Its name, at most 31 characters.
    pub title: &'a str,
    /// Headings.
    pub heads: Vec<&'a str>,
    /// Rows below them.
    pub rows: Vec<Vec<ListCell>>,
}

/// Writes several lists as the sheets of one workbook, in their order.
///
/// # Errors
/// More rows than a sheet holds, a name that no sheet may have, or a failure of the writer.
pub fn write_sheets(sheets: &[ListSheet<'_>]) -> Result<Vec<u8>, ExportProblem> {
    let mut book = workbook::new()?;
    for ListSheet { title, heads, rows } in sheets {
        workbook::check_rows(rows.len())?;
        fill(&mut book, title, heads, rows)?;
    }
    Ok(book.save_to_buffer()?)
}

fn csv(heads: &[&str], rows: &[Vec<ListCell>]) -> Result<Vec<u8>, ExportProblem> {
    let mut writer = csv_text::writer(Vec::new())?;
    csv_text::record(&mut writer, heads.iter().map(|head| guarded(head).into_owned()))?;
    for row in rows {
        csv_text::record(&mut writer, row.iter().map(csv_cell))?;
    }
    writer.into_inner().map_err(|error| ExportProblem::internal(&error))
}

fn csv_cell(cell: &ListCell) -> String {
    match cell {
        ListCell::Empty => String::new(),
        ListCell::Text(text) => guarded(text).into_owned(),
        ListCell::Number(number) => number.to_string(),
    }
}

fn xlsx(title: &str, heads: &[&str], rows: &[Vec<ListCell>]) -> Result<Vec<u8>, ExportProblem> {
    workbook::check_rows(rows.len())?;
    let mut book = workbook::new()?;
    fill(&mut book, title, heads, rows)?;
    Ok(book.save_to_buffer()?)
}

fn fill(
    book: &mut Workbook,
    title: &str,
    heads: &[&str],
    rows: &[Vec<ListCell>],
) -> Result<(), ExportProblem> {
    let styles = Styles::new();
    let sheet = workbook::sheet(book, title)?;
    sheet.set_freeze_panes(1, 0)?;
    for (index, head) in heads.iter().enumerate() {
        let column = workbook::column(index)?;
        sheet.set_column_width(column, WIDTH)?;
        sheet.write_string_with_format(0, column, *head, &styles.head)?;
    }
    for (index, row) in rows.iter().enumerate() {
        for (place, cell) in row.iter().enumerate() {
            let (line, column) = (workbook::row(index + 1), workbook::column(place)?);
            match cell {
                ListCell::Empty => {}
                #[expect(clippy::cast_precision_loss, reason = "within what a double holds exactly")]
                ListCell::Number(number) if number.unsigned_abs() <= GREATEST => {
                    sheet.write_number(line, column, *number as f64)?;
                }
                ListCell::Number(number) => {
                    sheet.write_string_with_format(line, column, number.to_string(), &styles.text)?;
                }
                ListCell::Text(text) => {
                    sheet.write_string_with_format(line, column, fitting(text), &styles.text)?;
                }
            }
        }
    }
    Ok(())
}

/// The text as far as a cell of a workbook holds it, the cut marked.
fn fitting(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    text.chars().take(LONGEST).chain("……".chars()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> ListCell {
        ListCell::Text(text.to_owned())
    }

    #[test]
    fn csv_begins_with_a_mark_keeps_codes_and_runs_no_formula() {
        let rows = [
            vec![text("91350100M000100Y43"), text("=1+1"), ListCell::Number(-5)],
            vec![text("a,\"b\""), text("\0x"), ListCell::Empty],
        ];
        let bytes = write_list(ListFormat::Csv, "x", &["统一社会信用代码", "名称", "数"], &rows).unwrap();
        let expected =
            "\u{feff}统一社会信用代码,名称,数\n91350100M000100Y43,'=1+1,-5\n\"a,\"\"b\"\"\",'\0x,\n";
        assert_eq!(String::from_utf8(bytes).unwrap(), expected);
    }

    #[test]
    fn several_lists_are_the_sheets_of_one_workbook() {
        let sheet =
            |title, name: &str| ListSheet { title, heads: vec!["名称"], rows: vec![vec![text(name)]] };
        let bytes = write_sheets(&[sheet("概况", "甲"), sheet("指标", "=乙")]).unwrap();
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        for (part, said) in [("sheet1", "甲"), ("sheet2", "=乙")] {
            let mut sheet = String::new();
            let mut file = archive.by_name(&format!("xl/worksheets/{part}.xml")).unwrap();
            std::io::Read::read_to_string(&mut file, &mut sheet).unwrap();
            assert!(sheet.contains(said) && !sheet.contains("<f>"), "{part}");
        }
    }

    #[test]
    fn a_workbook_has_text_cells_for_texts_and_the_same_bytes_each_time() {
        let rows = [
            vec![text("0012"), text("=SUM(A1)"), ListCell::Number(7)],
            vec![text(&"长".repeat(40_000)), ListCell::Number(i64::MAX)],
        ];
        let once = write_list(ListFormat::Xlsx, "机构", &["代码", "名称", "数"], &rows).unwrap();
        assert_eq!(once, write_list(ListFormat::Xlsx, "机构", &["代码", "名称", "数"], &rows).unwrap());
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(once)).unwrap();
        let mut sheet = String::new();
        let mut file = archive.by_name("xl/worksheets/sheet1.xml").unwrap();
        std::io::Read::read_to_string(&mut file, &mut sheet).unwrap();
        assert!(sheet.contains("0012") && sheet.contains("=SUM(A1)"), "texts are cells, not lost");
        assert!(!sheet.contains("<f>"), "no formula: {}", &sheet[..600.min(sheet.len())]);
        assert!(sheet.contains("<v>7</v>") && sheet.contains("9223372036854775807"));
    }
}
