//! What bad input gets: every problem with its place, and nothing written.

use insta::assert_snapshot;

use crate::kit::Desk;

const SCORE: &str =
    "score --scheme rules/schemes/zone-four-stage.yaml --input t.csv --output out.xlsx --receipt out.json";

#[track_caller]
fn refused(table: impl AsRef<[u8]>) -> String {
    let desk = Desk::new();
    desk.writes("t.csv", table);
    let before = desk.lists(".");
    let answer = desk.types(SCORE).ends(1);
    assert_eq!(desk.lists("."), before, "something was left behind");
    answer.seen()
}

#[test]
fn every_bad_cell_is_named_at_once() {
    let table = "统一社会信用代码,年度,营业收入(千元),研发费用,职工总数\n\
        91000000MA00000157,2025,\"1,234.5\",很多,12.5\n\
        91000000MA00000158,2025,-5,NaN,７\n\
        9100OOOOMA00000232,2025,100,3％,8\n\
        91000000MA00000157,2025,1,1,1\n";
    assert_snapshot!(refused(table), @"
    出错：数据表有7处错误，没有写出任何文件

    t.csv D2 (研发费用): text-in-number “很多”
      “研发费用”应为数值。
      办法：只填数字，说明文字另放一列
    t.csv A3 (统一社会信用代码): bad-credit-code “91000000MA00000158”
      第18位校验码应为7，实为8：代码中至少有一位有误。
      办法：核对营业执照后改正
    t.csv C3 (营业收入(千元)): negative-value “-5”
      “营业收入”不能为负。
      办法：检查正负号
    t.csv D3 (研发费用): not-finite “NaN”
      不是有限的数。
      办法：没有数据就留空
    t.csv A4 (统一社会信用代码): bad-credit-code “9100OOOOMA00000232”
      第5位O，第6位O，第7位O，第8位O不是代码字符；代码只用数字和大写字母，且不用I、O、S、V、Z。第3至8位是行政区划码，只能是数字；第5、6、7、8位是字母。
      是不是“91000000MA00000232”？
      办法：核对营业执照后改正
    t.csv D4 (研发费用): unit-mismatch “3％”
      “%”表示比率，“研发费用”是金额。
      办法：检查是否填错了列
    t.csv A5 (统一社会信用代码): duplicate-enterprise “91000000MA00000157”
      第5行与第2行是同一企业2025年度的数据。
      办法：删去其中一行；多年数据请加“年度”列
    共7处错误、0处提醒
    ");
}

#[test]
fn a_table_without_rows_is_refused() {
    assert_snapshot!(refused("统一社会信用代码,年度,营业收入\n"), @"
    出错：数据表有1处错误，没有写出任何文件

    t.csv 第1行: header-only
      只有表头，没有数据行。
      办法：检查导出是否完整
    共1处错误、0处提醒
    ");
    assert_snapshot!(refused(""), @"
    出错：数据表有1处错误，没有写出任何文件

    t.csv: empty-file
      文件是空的。
      办法：请检查导出是否成功
    共1处错误、0处提醒
    ");
}

#[test]
fn columns_that_clash_are_named() {
    assert_snapshot!(refused("统一社会信用代码,营业收入,operating_revenue,研发费用,研发费用\n91000000MA00000157,1,1,1,1\n"), @"
    出错：数据表有2处错误，没有写出任何文件

    t.csv C (operating_revenue): same-item-twice
      与B列“营业收入”是同一数据项。
      办法：只保留一列
    t.csv E (研发费用): duplicate-column
      与D列的表头相同。
      办法：删去其中一列
    共2处错误、0处提醒
    ");
}

#[test]
fn a_period_that_is_not_there_is_said() {
    let desk = Desk::with_zone(20);
    desk.types("score --scheme rules/schemes/zone-four-stage.yaml --input zone/zone.csv --period 2010 --output o.csv")
        .ends(1)
        .says("2010");
    assert!(!desk.has("o.csv"));
}

#[test]
fn an_output_that_cannot_be_written_leaves_nothing() {
    let desk = Desk::with_zone(20);
    let score = "score --scheme rules/schemes/zone-four-stage.yaml --input zone/zone.csv";
    desk.types(&format!("{score} --output nowhere/o.csv")).ends(4).says("nowhere");
    desk.types(&format!("{score} --output zone")).ends(4);
    desk.types(&format!("{score} --output o.doc")).ends(4).says("不能写“.doc”文件");
    let before = desk.lists(".");
    desk.types(&format!("{score} --output o.csv --receipt nowhere/r.json")).ends(4).says("nowhere");
    assert_eq!(desk.lists("."), before, "results without their receipt were left behind");
}

#[test]
fn an_input_that_is_not_there_is_said() {
    let desk = Desk::new();
    desk.types(SCORE).ends(4).says("t.csv：没有这个文件或文件夹");
    desk.types("verify nothing.json").ends(4).says("nothing.json");
    desk.writes("r.json", "{\"format\": \"calibration/1\"}");
    desk.types("verify r.json").ends(1).says("receipt/1");
    desk.writes("r.json", "not json");
    desk.types("verify r.json").ends(1).says("r.json");
}

#[test]
fn problems_can_be_read_by_a_program() {
    let desk = Desk::new();
    desk.writes("t.csv", "统一社会信用代码,年度,营业收入\n91000000MA00000157,2025,很多\n");
    let answer = desk.types(&format!("--json {SCORE}")).ends(1).json();
    let problem = &answer["details"]["problems"][0];
    assert_eq!(problem["row"], 2);
    assert_eq!(problem["column"]["letter"], "C");
    assert_eq!(problem["code"], "text-in-number");
}
