//! Workbooks to fill in: text-typed codes, drop-downs, checked numbers, notes on every heading, one example row, and a
//! hidden stamp that says what the workbook was made for.

use std::io::{Seek, Write};

use rust_xlsxwriter::{Color, DataValidation, DataValidationRule, Format, FormatBorder, Note, Worksheet};

use crate::{ExportProblem, workbook};

/// What a column of a template takes.
#[derive(Debug, Clone, PartialEq)]
pub enum Takes {
    /// Text; codes stay text.
    Text,
    /// A number between bounds.
    Number {
        /// Lowest value allowed.
        minimum: Option<f64>,
        /// Highest value allowed.
        maximum: Option<f64>,
        /// Whole numbers only.
        whole: bool,
    },
    /// One of these words.
    Choice(Vec<String>),
    /// A day.
    Date,
}

/// A column of a template.
#[derive(Debug, Clone, PartialEq)]
pub struct TemplateColumn {
    /// The heading, with its unit in brackets.
    pub heading: String,
    /// What stands in the note on the heading: definition, unit, source.
    pub note: String,
    /// What it takes.
    pub takes: Takes,
    /// Whether every row needs it.
    pub required: bool,
    /// What the example row says.
    pub example: String,
}

/// The name of the sheet with the stamp.
pub const STAMP_SHEET: &str = "_jifen";
/// So many rows below the heading are checked while they are typed.
const CHECKED_ROWS: u32 = 20_000;
/// The longest list a drop-down can hold by itself, as spreadsheets count.
const LIST_CHARACTERS: usize = 255;

/// Writes a template with one sheet to fill in, one that explains every column, and the stamp.
///
/// # Errors
/// One [`ExportProblem`].
pub fn write_template<W: Write + Seek + Send>(
    target: W,
    sheet: &str,
    columns: &[TemplateColumn],
    stamp: &[(&str, &str)],
) -> Result<(), ExportProblem> {
    let mut book = workbook::new()?;
    fill_in(workbook::sheet(&mut book, sheet)?, columns)?;
    explain(workbook::sheet(&mut book, "填写说明")?, columns)?;
    let hidden = workbook::sheet(&mut book, STAMP_SHEET)?;
    hidden.set_hidden(true);
    for (row, (name, value)) in (0u32..).zip(stamp) {
        hidden.write_string(row, 0, *name)?;
        hidden.write_string(row, 1, *value)?;
    }
    book.save_to_writer(target)?;
    Ok(())
}

fn fill_in(sheet: &mut Worksheet, columns: &[TemplateColumn]) -> Result<(), ExportProblem> {
    let text = Format::new().set_num_format("@");
    let head = |required: bool| {
        let colour = if required { Color::RGB(0x00FC_E4D6) } else { Color::RGB(0x00E6_EEF8) };
        let format = Format::new().set_bold().set_text_wrap().set_background_color(colour);
        format.set_border_bottom(FormatBorder::Thin)
    };
    let grey = Format::new().set_italic().set_font_color(Color::RGB(0x0080_8080)).set_num_format("@");
    for (index, column) in columns.iter().enumerate() {
        let at = workbook::column(index)?;
        sheet.set_column_width(at, if index < 2 { 24 } else { 16 })?;
        if column.takes == Takes::Text {
            sheet.set_column_format(at, &text)?;
        }
        if let Some(rule) = rule(&column.takes) {
            let rule = rule.set_error_title("请检查").map_err(ExportProblem::from)?;
            sheet.add_data_validation(2, at, CHECKED_ROWS, at, &rule)?;
        }
    }
    for (index, column) in columns.iter().enumerate() {
        let at = workbook::column(index)?;
        let star = if column.required { "*" } else { "" };
        sheet.write_string_with_format(0, at, format!("{star}{}", column.heading), &head(column.required))?;
        sheet.insert_note(0, at, &Note::new(&column.note).set_author("Jifen"))?;
    }
    for (index, column) in columns.iter().enumerate() {
        sheet.write_string_with_format(1, workbook::column(index)?, &column.example, &grey)?;
    }
    sheet.set_freeze_panes(1, 2)?;
    Ok(())
}

/// What is checked while it is typed; a list too long for a drop-down is checked on import only.
fn rule(takes: &Takes) -> Option<DataValidation> {
    let rule = match takes {
        Takes::Text => return None,
        Takes::Choice(words) => {
            let length: usize = words.iter().map(|word| word.chars().count() + 1).sum();
            if length > LIST_CHARACTERS {
                return None;
            }
            let rule = DataValidation::new().allow_list_strings(words).ok()?;
            return rule.set_error_message("请从下拉列表中选择。").ok();
        }
        Takes::Number { minimum, maximum, .. } => match (minimum, maximum) {
            (Some(low), Some(high)) => DataValidationRule::Between(*low, *high),
            (Some(low), None) => DataValidationRule::GreaterThanOrEqualTo(*low),
            (None, Some(high)) => DataValidationRule::LessThanOrEqualTo(*high),
            (None, None) => DataValidationRule::Between(-1e300, 1e300),
        },
        Takes::Date => {
            let rule = DataValidation::new().allow_custom("=TRUE()".into());
            return rule.set_input_message("日期写成 2015-03-02。").ok();
        }
    };
    let rule = DataValidation::new().allow_decimal_number(rule);
    rule.set_error_message("请填数字；没有数据就留空，确认为零才填 0。").ok()
}

fn explain(sheet: &mut Worksheet, columns: &[TemplateColumn]) -> Result<(), ExportProblem> {
    let styles = workbook::Styles::new();
    sheet.set_column_width(0, 28)?;
    sheet.set_column_width(1, 8)?;
    sheet.set_column_width(2, 90)?;
    sheet.write_string_with_format(0, 0, "列", &styles.head)?;
    sheet.write_string_with_format(0, 1, "必填", &styles.head)?;
    sheet.write_string_with_format(0, 2, "含义、单位、来源", &styles.head)?;
    for (row, column) in (1u32..).zip(columns) {
        sheet.write_string_with_format(row, 0, &column.heading, &styles.text)?;
        sheet.write_string(row, 1, if column.required { "是" } else { "" })?;
        sheet.write_string_with_format(row, 2, &column.note, &styles.wrap)?;
    }
    let last = workbook::row(columns.len()) + 2;
    for (row, line) in (last..).zip([
        "第二行是示例（灰色），导入时自动跳过，可以删去。",
        "没有数据的格子留空，不要填 0；0 表示“确认为零”。",
        "统一社会信用代码存为文本；存成数字会丢失末几位。",
    ]) {
        sheet.write_string(row, 0, line)?;
    }
    Ok(())
}
