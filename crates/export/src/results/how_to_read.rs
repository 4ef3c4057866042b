//! The sheet that says what the workbook is and how to read it.

use arrow::datatypes::Schema;
use formula::Language;
use rust_xlsxwriter::{Workbook, Worksheet};

use super::ResultsInfo;
use crate::{
    ExportProblem,
    fields::{self, Kind},
    workbook::{Styles, sheet},
};

pub(super) fn write(
    workbook: &mut Workbook,
    schema: &Schema,
    info: &ResultsInfo,
) -> Result<(), ExportProblem> {
    let chinese = info.language == Language::Chinese;
    let styles = Styles::new();
    let sheet = sheet(workbook, if chinese { "说明" } else { "How to read" })?;
    sheet.set_column_width(0, 26)?;
    sheet.set_column_width(1, 70)?;
    let mut at = 0;
    sheet.write_string_with_format(at, 0, info.title.in_language(info.language), &styles.title)?;
    if let Some(banner) = info.banner() {
        at += 1;
        sheet.write_string_with_format(at, 0, banner, &styles.banner)?;
    }
    at += 2;
    for (label, value) in lines(info) {
        pair(sheet, at, &label, &value, &styles)?;
        at += 1;
    }
    at += 1;
    for (label, value) in notes(chinese) {
        pair(sheet, at, label, value, &styles)?;
        at += 1;
    }
    write_columns(sheet, at + 1, schema, info, &styles)
}

fn pair(
    sheet: &mut Worksheet,
    at: u32,
    label: &str,
    value: &str,
    styles: &Styles,
) -> Result<(), ExportProblem> {
    sheet.write_string_with_format(at, 0, label, &styles.wrap)?;
    sheet.write_string_with_format(at, 1, value, &styles.wrap)?;
    Ok(())
}

fn lines(info: &ResultsInfo) -> Vec<(String, String)> {
    let (scheme, status) = match info.language {
        Language::Chinese => ("方案", "方案性质"),
        Language::English => ("Scheme", "Status"),
    };
    let mut lines =
        vec![(scheme.to_owned(), info.scheme_line()), (status.to_owned(), info.status_word().to_owned())];
    lines.extend(
        info.receipt
            .iter()
            .map(|(label, value)| (label.in_language(info.language).to_owned(), value.clone())),
    );
    lines
}

fn notes(chinese: bool) -> [(&'static str, &'static str); 5] {
    if chinese {
        [
            ("积分", "保存四位小数，显示四舍五入到两位；合计按保存值相加。"),
            ("名次", "1为最好；同分同名次，其后名次顺延。"),
            ("空白", "表示缺失或不适用，不等于零；零是有人确认的零。"),
            ("代码", "统一社会信用代码为文本格式，请勿改为数字，否则会丢失后几位。"),
            ("核对", "凭据记录了方案、数据和结果的摘要；用同样的方案和数据重算，结果逐字节相同。"),
        ]
    } else {
        [
            ("Points", "Kept with four decimals, shown rounded half up to two; totals add the kept values."),
            ("Ranks", "1 is best; equal points share the best place and the places after it are skipped."),
            ("Empty cells", "Missing or not applicable, never zero; a zero is a zero somebody confirmed."),
            ("Codes", "Credit codes are text cells; as numbers they would lose their last digits."),
            (
                "Checking",
                "The receipt holds digests of scheme, data and results; a re-run gives the same bytes.",
            ),
        ]
    }
}

fn write_columns(
    sheet: &mut Worksheet,
    mut at: u32,
    schema: &Schema,
    info: &ResultsInfo,
    styles: &Styles,
) -> Result<(), ExportProblem> {
    let heads = match info.language {
        Language::Chinese => ["结果表的列", "内容"],
        Language::English => ["Column of the results", "Contents"],
    };
    for (place, head) in (0u16..).zip(heads) {
        sheet.write_string_with_format(at, place, head, &styles.head)?;
    }
    for field in schema.fields() {
        at += 1;
        let word = Kind::of(field).word(info.language);
        let contents = format!("{word} · {}", field.name());
        pair(sheet, at, &fields::title(field, info.language), &contents, styles)?;
    }
    Ok(())
}
