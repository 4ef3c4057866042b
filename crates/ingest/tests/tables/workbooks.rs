//! Workbooks: what is read, and what bad input gets.

use crate::kit::{
    CODES, TestFile,
    package::{row, workbook},
    read, shown,
};
use ingest::ReadOptions;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};

fn check(fill: impl FnOnce(&mut Worksheet)) -> String {
    let mut book = Workbook::new();
    fill(book.add_worksheet());
    shown_book(&mut book, &ReadOptions::default())
}

fn shown_book(book: &mut Workbook, options: &ReadOptions) -> String {
    let file = TestFile::new("企业.xlsx", &book.save_to_buffer().unwrap());
    shown(read(&file.path(), options))
}

fn check_xml(rows: &str, after: &str) -> String {
    let file = TestFile::new("企业.xlsx", &workbook(rows, after));
    shown(read(&file.path(), &ReadOptions::default()))
}

fn heads(sheet: &mut Worksheet, heads: &[&str]) {
    for (column, head) in (0u16..).zip(heads) {
        sheet.write_string(0, column, *head).unwrap();
    }
}

#[test]
fn numbers_percentages_dates_and_formulas_are_read_as_a_person_sees_them() {
    let text = check(|sheet| {
        heads(
            sheet,
            &[
                "统一社会信用代码",
                "研发费用(千元)",
                "研发费用占比",
                "资产负债率",
                "成立日期",
                "是否上市",
                "从业人员",
            ],
        );
        let percent = Format::new().set_num_format("0.00%");
        let date = Format::new().set_num_format("yyyy\"年\"m\"月\"d\"日\"");
        let grey = Format::new().set_background_color("#EEEEEE");
        sheet.write_string(1, 0, CODES[0]).unwrap();
        sheet.write_number(1, 1, 0.1 + 0.2).unwrap();
        sheet.write_number_with_format(1, 2, 0.0325, &percent).unwrap();
        sheet.write_number_with_format(1, 3, 0.6, &percent).unwrap();
        sheet.write_datetime_with_format(1, 4, ExcelDateTime::from_ymd(2020, 1, 5).unwrap(), &date).unwrap();
        sheet.write_boolean(1, 5, true).unwrap();
        sheet.write_formula(1, 6, Formula::new("=5+7").set_result("12")).unwrap();
        for column in 0..7 {
            sheet.write_blank(2, column, &grey).unwrap();
        }
        sheet.write_string(3, 0, CODES[1]).unwrap();
        sheet.write_string(3, 1, " １，２３４．５ ").unwrap();
        sheet.write_number(3, 2, 3.25).unwrap();
        sheet.write_number(3, 4, 20_200_105.0).unwrap();
        sheet.write_number(3, 5, 0.0).unwrap();
    });
    insta::assert_snapshot!(text, @"
    credit_code:Utf8 | rd_expense:Float64 | rd_share:Float64 | ratio:Float64 | founded:Date32 | listed:Boolean | staff:Float64
    2: 91350100M000100Y43 | 0.03 | 3.25 | 0.6 | 2020-01-05 | true | 12.0
    4: 9144030071526726XG | 123.45 | 3.25 | ∅ | 2020-01-05 | false | ∅
    ");
}

#[test]
fn codes_as_numbers_error_cells_dates_and_lost_results_are_named() {
    let text = check(|sheet| {
        heads(sheet, &["credit_code", "研发费用", "净利润", "从业人员"]);
        let date = Format::new().set_num_format("yyyy-mm-dd");
        sheet.write_number(1, 0, 914_403_001_922_038_216.0).unwrap();
        sheet.write_formula(1, 1, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
        sheet.write_datetime_with_format(1, 2, ExcelDateTime::from_ymd(2020, 1, 5).unwrap(), &date).unwrap();
        sheet.write_boolean(1, 3, true).unwrap();
        sheet.write_string(2, 5, "旁注").unwrap();
        sheet.write_string(2, 0, CODES[0]).unwrap();
    });
    insta::assert_snapshot!(text, @"
    企业.xlsx [Sheet1] A2 (credit_code): numeric-code “914403001922038000”
      代码存成了数字；数字只保留前15位，后几位已经丢失。
      办法：先把该列设为“文本”格式，再从原始资料重新填写
    企业.xlsx [Sheet1] B2 (研发费用): error-cell “#DIV/0!”
      单元格是公式错误值 #DIV/0!。
      办法：改正公式；没有数据就留空
    企业.xlsx [Sheet1] C2 (净利润): date-in-number “2020-01-05”
      这里应是数值，却是日期。
      办法：把单元格格式改为“常规”后重新填写
    企业.xlsx [Sheet1] D2 (从业人员): text-in-number “TRUE”
      “从业人员”应为数值。
      办法：只填数字，说明文字另放一列
    企业.xlsx [Sheet1] F3: unnamed-column “旁注”
      这一列有数据但没有表头。
      办法：补上表头，或清空这一列
    共5处错误、0处提醒
    ");
}

#[test]
fn merged_cells_are_refused_among_the_data_and_passed_over_above() {
    let text = check(|sheet| {
        let format = Format::new();
        sheet.merge_range(0, 0, 0, 2, "2023年度企业数据", &format).unwrap();
        for (column, head) in (0u16..).zip(["credit_code", "研发费用", "净利润"]) {
            sheet.write_string(1, column, head).unwrap();
        }
        sheet.write_string(2, 0, CODES[0]).unwrap();
        sheet.write_string(3, 0, CODES[1]).unwrap();
        sheet.merge_range(2, 1, 3, 1, "5", &format).unwrap();
    });
    insta::assert_snapshot!(text, @"
    企业.xlsx [Sheet1]: rows-ignored “2023年度企业数据”
      表头在第2行，之前的行未读取。
      办法：若其中写有单位，请写进表头，如“研发费用(千元)”
    企业.xlsx [Sheet1] B3: merged-cells
      B3:B4 是合并单元格，看不出每行每列的值。
      办法：取消合并，逐格填写
    共1处错误、1处提醒
    ");
}

#[test]
fn the_sheet_with_codes_is_found_and_another_may_be_named() {
    let book = || {
        let mut book = Workbook::new();
        let notes = book.add_worksheet().set_name("填表说明").unwrap();
        notes.write_string(0, 0, "请逐项填写").unwrap();
        let hidden = book.add_worksheet().set_name("旧").unwrap();
        hidden.set_hidden(true);
        heads(hidden, &["credit_code"]);
        for (name, profit) in [("2022", 1.0), ("2023", 2.0)] {
            let sheet = book.add_worksheet().set_name(name).unwrap();
            heads(sheet, &["credit_code", "净利润"]);
            sheet.write_string(1, 0, CODES[0]).unwrap();
            sheet.write_number(1, 1, profit).unwrap();
        }
        book
    };
    insta::assert_snapshot!(shown_book(&mut book(), &ReadOptions::default()), @"
    credit_code:Utf8 | profit:Float64
    2: 91350100M000100Y43 | 1.0
    企业.xlsx [2022]: sheets-ignored
      还有含企业代码的工作表未读取：2023。
      办法：用 --sheet 指明要读的工作表
    共0处错误、1处提醒
    ");
    let named = ReadOptions { sheet: Some("2023".to_owned()), ..ReadOptions::default() };
    insta::assert_snapshot!(shown_book(&mut book(), &named), @"
    credit_code:Utf8 | profit:Float64
    2: 91350100M000100Y43 | 2.0
    ");
    let wrong = ReadOptions { sheet: Some("2024".to_owned()), ..ReadOptions::default() };
    insta::assert_snapshot!(shown_book(&mut book(), &wrong), @"
    企业.xlsx: no-such-sheet
      没有名为“2024”的工作表。
      是不是“2023”？
      办法：工作表：填表说明、旧、2022、2023
    共1处错误、0处提醒
    ");
}

#[test]
fn a_formula_without_a_stored_result_is_a_problem() {
    let rows = row(1, &["credit_code", "净利润"])
        + &format!(
            "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>{}</t></is></c><c r=\"B2\"><f>1+1</f></c></row>",
            CODES[0]
        );
    insta::assert_snapshot!(check_xml(&rows, ""), @"
    企业.xlsx [数据] B2 (净利润): formula-without-value
      公式没有保存计算结果。
      办法：在 Excel 或 WPS 中打开、重新计算并保存，或粘贴为数值
    共1处错误、0处提醒
    ");
}

#[test]
fn phonetic_guides_escapes_and_entities_are_understood() {
    let name = "<r><t>甲&amp;乙</t></r><r><t>_x0041_&#23383;</t></r><rPh sb=\"0\" eb=\"1\"><t>jia</t></rPh>";
    let rows = row(1, &["credit_code", "企业名称"])
        + &format!(
            "<row><c t=\"inlineStr\"><is><t>{}</t></is></c><c t=\"inlineStr\"><is>{name}</is></c></row>",
            CODES[0]
        );
    insta::assert_snapshot!(check_xml(&rows, ""), @"
    credit_code:Utf8 | name:Utf8
    2: 91350100M000100Y43 | 甲&乙A字
    ");
}

#[test]
fn what_no_spreadsheet_writes_is_refused() {
    for (what, rows, after) in [
        ("cells out of order", "<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>", ""),
        ("rows out of order", "<row r=\"2\"></row><row r=\"1\"></row>", ""),
        ("a number that is none", "<row r=\"1\"><c r=\"A1\"><v>x</v></c></row>", ""),
        ("a shared text that is not there", "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>", ""),
        ("an entity of its own", "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>&lol;</v></c></row>", ""),
        ("an open tag", "<row r=\"1\"><c r=\"A1\">", ""),
    ] {
        let file = TestFile::new("企业.xlsx", &workbook(rows, after));
        let problems = read(&file.path(), &ReadOptions::default()).unwrap_err();
        insta::assert_snapshot!(what, problems.text(formula::Language::Chinese));
    }
}
