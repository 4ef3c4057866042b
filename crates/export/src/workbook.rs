//! What all workbooks have in common: bounded memory, fixed bytes, text cells for codes.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet};

use crate::ExportProblem;

/// Rows a sheet can hold, less the lines above the data.
const MAX_ROWS: usize = 1_048_576 - 8;

/// A workbook whose bytes depend on its contents only: the date of creation that the format demands is a constant.
pub(crate) fn new() -> Result<Workbook, ExportProblem> {
    let mut workbook = Workbook::new();
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_author("Jifen").set_creation_datetime(&created));
    Ok(workbook)
}

/// A sheet of `workbook` that is written row by row and never held.
pub(crate) fn sheet<'w>(workbook: &'w mut Workbook, name: &str) -> Result<&'w mut Worksheet, ExportProblem> {
    Ok(workbook.add_worksheet_with_constant_memory()?.set_name(name)?)
}

/// Refuses more rows than a sheet can hold.
pub(crate) fn check_rows(rows: usize) -> Result<(), ExportProblem> {
    if rows <= MAX_ROWS {
        return Ok(());
    }
    Err(ExportProblem::new(
        "too-many-rows",
        format!("{rows}行超过一个工作表的上限{MAX_ROWS}行。"),
        format!("{rows} rows are more than a sheet holds ({MAX_ROWS})."),
    )
    .with_hint("请写成 .csv 或 .parquet", "write .csv or .parquet"))
}

/// Row and column numbers of a workbook.
pub(crate) fn row(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

/// A column number of a workbook.
pub(crate) fn column(index: usize) -> Result<u16, ExportProblem> {
    u16::try_from(index).map_err(|_| {
        ExportProblem::new(
            "too-many-columns",
            "列数超过一个工作表的上限。",
            "There are more columns than a sheet holds.",
        )
    })
}

/// The looks of cells.
pub(crate) struct Styles {
    pub(crate) title: Format,
    pub(crate) banner: Format,
    pub(crate) head: Format,
    pub(crate) text: Format,
    pub(crate) wrap: Format,
}

impl Styles {
    pub(crate) fn new() -> Self {
        use rust_xlsxwriter::{Color, FormatAlign, FormatBorder};
        Self {
            title: Format::new().set_bold().set_font_size(14),
            banner: Format::new().set_bold().set_font_color(Color::RGB(0x00C0_0000)),
            head: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::VerticalCenter)
                .set_background_color(Color::RGB(0x00E6_EEF8))
                .set_border_bottom(FormatBorder::Thin),
            text: Format::new().set_num_format("@"),
            wrap: Format::new().set_text_wrap().set_align(FormatAlign::Top),
        }
    }
}
