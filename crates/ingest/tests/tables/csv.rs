//! CSV files: what is read, and what bad input gets.

use crate::kit::{CODES, TestFile, read, shown};
use ingest::ReadOptions;

fn check(text: &str) -> String {
    let text =
        text.replace("$0", CODES[0]).replace("$1", CODES[1]).replace("$2", CODES[2]).replace("$3", CODES[3]);
    let file = TestFile::new("企业.csv", text.as_bytes());
    shown(read(&file.path(), &ReadOptions::default()))
}

#[test]
fn decimals_stay_as_typed_and_units_convert_exactly() {
    insta::assert_snapshot!(check("统一社会信用代码,年度,研发费用(千元),净利润,研发费用占比,从业人员*,成立年限（月）\n\
        $0,2022,12345.6,-0.1,3.20,12,18\n\
        $1,2022年,0,\"1,234.5\",３．５％,,6\n\
        $2,2023年度,,1200元,0.1,1e2,0\n"), @"
    credit_code:Utf8 | period:Int32 | rd_expense:Float64 | profit:Float64 | rd_share:Float64 | staff:Float64 | age:Float64
    2: 91350100M000100Y43 | 2022 | 1234.56 | -0.1 | 3.2 | 12.0 | 1.5
    3: 9144030071526726XG | 2022 | 0.0 | 1234.5 | 3.5 | ∅ | 0.5
    4: 914403001922038216 | 2023 | ∅ | 0.12 | 0.1 | 100.0 | 0.0
    ");
}

#[test]
fn a_value_that_no_double_means_makes_its_column_decimal() {
    insta::assert_snapshot!(check("credit_code,净利润,研发费用\n$0,0.1,0.1\n$1,12345678901234567.89,7\n$2,,\n"), @"
    credit_code:Utf8 | profit:Decimal128(38, 2) | rd_expense:Float64
    2: 91350100M000100Y43 | 0.10 | 0.1
    3: 9144030071526726XG | 12345678901234567.89 | 7.0
    4: 914403001922038216 | ∅ | ∅
    ");
}

#[test]
fn truths_dates_categories_and_labels() {
    insta::assert_snapshot!(check("credit_code;企业名称;是否上市;成立日期;技术领域;企业标签\n\
        $0; 甲公司 ;是;2020-01-05;电子信息;高新技术企业；专精特新\n\
        $1;\"乙;公司\";false;2020年1月5日;IT;无\n\
        $2;;Y;20200105 ;生物医药;\n\
        $3;丁;0;2020/1/5 08:30:00;am;A、B、A\n"), @"
    credit_code:Utf8 | name:Utf8 | listed:Boolean | founded:Date32 | field:Utf8 | labels:Utf8
    2: 91350100M000100Y43 | 甲公司 | true | 2020-01-05 | it | 高新技术企业;专精特新
    3: 9144030071526726XG | 乙;公司 | false | 2020-01-05 | it | 
    4: 914403001922038216 | ∅ | true | 2020-01-05 | bio | ∅
    5: 91330100799655058B | 丁 | false | 2020-01-05 | am | A;B
    ");
}

#[test]
fn every_bad_cell_is_named_at_once() {
    insta::assert_snapshot!(check("credit_code,研发费用,从业人员,研发费用占比,是否上市,成立日期,技术领域,企业标签\n\
        $0,abc,1.5,120,有,2020-02-30,电子信心,-\n\
        $1,-3,NaN,1万元,-,昨天,无,A\n\
        $2,\"12,34\",#DIV/0!,5件,2,20-1-5,量子,B\n\
        $3,5%,99999999999999999999999999999999999999999,——,,2020-01,it,\n"), @"
    企业.csv B2 (研发费用): text-in-number “abc”
      “研发费用”应为数值。
      办法：只填数字，说明文字另放一列
    企业.csv C2 (从业人员): not-whole “1.5”
      “从业人员”应为整数。
      办法：检查单位和小数点
    企业.csv D2 (研发费用占比): out-of-range “120”
      120%超出“研发费用占比”的允许范围（0% 至 100%）。
      办法：检查单位和小数点
    企业.csv E2 (是否上市): not-a-truth “有”
      这里应填“是”或“否”。
      办法：填“是”或“否”
    企业.csv F2 (成立日期): not-a-date “2020-02-30”
      不是有效日期。
      办法：写成 2020-01-05、2020/1/5 或 2020年1月5日
    企业.csv G2 (技术领域): not-a-category “电子信心”
      “技术领域”没有这个类别。
      是不是“电子信息”？
      办法：可填：电子信息、生物医药、先进制造
    企业.csv H2 (企业标签): bad-label “-”
      标签写法不正确。
      办法：多个标签用“；”分开；确认没有标签就填“无”；没有数据就留空
    企业.csv B3 (研发费用): negative-value “-3”
      “研发费用”不能为负。
      办法：检查正负号
    企业.csv C3 (从业人员): not-finite “NaN”
      不是有限的数。
      办法：没有数据就留空
    企业.csv D3 (研发费用占比): unit-mismatch “1万元”
      “万元”表示金额，“研发费用占比”是比率或纯数。
      办法：检查是否填错了列
    企业.csv E3 (是否上市): placeholder “-”
      分不清是缺数据还是确实没有。
      办法：没有数据就留空；确认没有就填“否”
    企业.csv F3 (成立日期): not-a-date “昨天”
      不是有效日期。
      办法：写成 2020-01-05、2020/1/5 或 2020年1月5日
    企业.csv G3 (技术领域): placeholder “无”
      分不清是缺数据还是确实没有。
      办法：没有数据就留空
    企业.csv B4 (研发费用): ambiguous-separator “12,34”
      分隔逗号或空格不在千位上，数值不明确。
      办法：写成 1234.5 或 1,234.5
    企业.csv C4 (从业人员): error-cell “#DIV/0!”
      单元格是公式错误值 #DIV/0!。
      办法：改正公式；没有数据就留空
    企业.csv D4 (研发费用占比): unit-mismatch “5件”
      “件”表示数量，“研发费用占比”是比率或纯数。
      办法：检查是否填错了列
    企业.csv E4 (是否上市): not-a-truth “2”
      这里应填“是”或“否”。
      办法：填“是”或“否”
    企业.csv F4 (成立日期): not-a-date “20-1-5”
      不是有效日期。
      办法：写成 2020-01-05、2020/1/5 或 2020年1月5日
    企业.csv G4 (技术领域): not-a-category “量子”
      “技术领域”没有这个类别。
      办法：可填：电子信息、生物医药、先进制造
    企业.csv B5 (研发费用): unit-mismatch “5%”
      “%”表示比率，“研发费用”是金额。
      办法：检查是否填错了列
    企业.csv C5 (从业人员): number-too-long “9999999999999999999999999999999999999999…”
      数字超过38位。
      办法：检查是否误粘贴
    企业.csv D5 (研发费用占比): placeholder “——”
      分不清是没有数据还是零。
      办法：没有数据就留空；确认为零就填 0
    企业.csv F5 (成立日期): not-a-date “2020-01”
      不是有效日期。
      办法：写成 2020-01-05、2020/1/5 或 2020年1月5日
    共23处错误、0处提醒
    ");
}

#[test]
fn headers_are_checked_too() {
    insta::assert_snapshot!(check("统一社会信用代码,研发费用,研发 费用,研究开发费用,研发经费,从业人员(千元),净利润(贯),备注,,\n\
        $0,1,2,3,4,5,6,x,y,\n"), @"
    企业.csv C (研发 费用): duplicate-column
      与B列的表头相同。
      办法：删去其中一列
    企业.csv D (研究开发费用): same-item-twice
      与B列“研发费用”是同一数据项。
      办法：只保留一列
    企业.csv E (研发经费): unknown-column
      数据字典中没有这一列，未读取。
      是不是“研发费用”？
      办法：改成数据字典中的名称或代码；不需要的列可以保留
    企业.csv F (从业人员(千元)): unit-mismatch “千元”
      “从业人员”是人数，千元是金额的单位。
      办法：本项的单位是“人”
    企业.csv G (净利润(贯)): unknown-unit “贯”
      单位“贯”不认识。
      办法：可用单位：元、千元、万元、百万元、亿元
    企业.csv H (备注): unknown-column
      数据字典中没有这一列，未读取。
      办法：改成数据字典中的名称或代码；不需要的列可以保留
    企业.csv I2: unnamed-column “y”
      这一列有数据但没有表头。
      办法：补上表头，或清空这一列
    共5处错误、2处提醒
    ");
}

#[test]
fn codes_are_judged_and_rows_are_unique() {
    insta::assert_snapshot!(check("credit_code,年度,研发费用\n\
        $0,2022,1\n\
        $0,2023,1\n\
        $0,2022,2\n\
        ,2022,3\n\
        $1,,4\n\
        $2,22,5\n\
        9.14403E+17,2022,6\n\
        91350100M000100Y4,2022,7\n\
        9135O100M000100Y43,2022,8\n\
        91350100M000100Y44,2022,9\n"), @"
    企业.csv A4 (credit_code): duplicate-enterprise “91350100M000100Y43”
      第4行与第2行是同一企业2022年度的数据。
      办法：删去其中一行；多年数据请加“年度”列
    企业.csv A5 (credit_code): missing-code
      这一行没有企业代码。
      办法：补上代码；合计行、说明行请删去
    企业.csv B6 (年度): missing-period
      这一行没有年度，而表中有年度列。
      办法：补上年度，如 2023
    企业.csv B7 (年度): bad-period “22”
      不是有效年度。
      办法：写成四位年份，如 2023
    企业.csv A8 (credit_code): numeric-code “9.14403E+17”
      代码存成了数字；数字只保留前15位，后几位已经丢失。
      办法：先把该列设为“文本”格式，再从原始资料重新填写
    企业.csv A9 (credit_code): bad-credit-code “91350100M000100Y4”
      统一社会信用代码应为18位，实为17位。
      办法：核对营业执照后改正
    企业.csv A10 (credit_code): bad-credit-code “9135O100M000100Y43”
      第5位O不是代码字符；代码只用数字和大写字母，且不用I、O、S、V、Z。第3至8位是行政区划码，只能是数字；第5位是字母。
      是不是“91350100M000100Y43”？
      办法：核对营业执照后改正
    企业.csv A11 (credit_code): bad-credit-code “91350100M000100Y44”
      按国家标准第18位校验码应为3，实为4；2016年前试点地区发放的部分旧码不符合该标准，请核对营业执照，确为旧码的按标准不能受理。
      办法：核对营业执照后改正
    共8处错误、0处提醒
    ");
}

#[test]
fn rows_with_too_few_or_too_many_cells_are_reported_where_a_person_sees_them() {
    insta::assert_snapshot!(check("credit_code,企业名称,研发费用\n\
        \n\
        $0,\"甲\n公司\",1\n\
        ,,\n\
        $1,乙\n\
        $2,丙,公司,3\n\
        $3,丁,3,,\n"), @"
    企业.csv 第5行: ragged-row
      本行有2列，表头有3列，数据可能错位。
      办法：文字中的逗号要用引号括起来；缺的列留空但要有逗号
    企业.csv 第6行: ragged-row
      本行有4列，表头有3列，数据可能错位。
      办法：文字中的逗号要用引号括起来；缺的列留空但要有逗号
    企业.csv C6 (研发费用): text-in-number “公司”
      “研发费用”应为数值。
      办法：只填数字，说明文字另放一列
    共3处错误、0处提醒
    ");
}

#[test]
fn a_title_above_the_header_is_passed_over() {
    insta::assert_snapshot!(check("2023年度企业数据表,,\n单位：万元,,\n统一社会信用代码,研发费用,净利润\n$0,1,2\n"), @"
    credit_code:Utf8 | rd_expense:Float64 | profit:Float64
    4: 91350100M000100Y43 | 1.0 | 2.0
    企业.csv: rows-ignored “2023年度企业数据表 单位：万元”
      表头在第3行，之前的行未读取。
      办法：若其中写有单位，请写进表头，如“研发费用(千元)”
    共0处错误、1处提醒
    ");
}

#[test]
fn a_period_from_outside_is_stamped_or_looked_for() {
    let options = ReadOptions { period: Some(2022), ..ReadOptions::default() };
    let without = TestFile::new("a.csv", format!("credit_code,净利润\n{},1\n", CODES[0]).as_bytes());
    insta::assert_snapshot!(shown(read(&without.path(), &options)), @"
    credit_code:Utf8 | period:Int32 | profit:Float64
    2: 91350100M000100Y43 | 2022 | 1.0
    ");
    let other = TestFile::new("a.csv", format!("credit_code,年度,净利润\n{},2021,1\n", CODES[0]).as_bytes());
    insta::assert_snapshot!(shown(read(&other.path(), &options)), @"
    a.csv: no-such-period
      文件中没有2022年度的数据。
      办法：文件中的年度：2021
    共1处错误、0处提醒
    ");
}

#[test]
fn another_column_may_identify_the_enterprise() {
    let file = TestFile::new("firms.csv", "firm,year,净利润\n17,1983,1\n甲,1983,2\n".as_bytes());
    let options = ReadOptions { id_column: Some("firm".to_owned()), ..ReadOptions::default() };
    insta::assert_snapshot!(shown(read(&file.path(), &options)), @"
    credit_code:Utf8 | period:Int32 | profit:Float64
    2: 17 | 1983 | 1.0
    3: 甲 | 1983 | 2.0
    ");
}

#[test]
fn encodings_are_found_by_reading() {
    let text = format!("统一社会信用代码,企业名称\n{},㐀龙岩𠀀公司\n", CODES[0]);
    let (gb18030, _, _) = encoding_rs::GB18030.encode(&text);
    let with_mark = format!("\u{feff}{text}");
    for contents in [text.as_bytes(), with_mark.as_bytes(), &gb18030] {
        let file = TestFile::new("a.csv", contents);
        insta::allow_duplicates! {
            insta::assert_snapshot!(shown(read(&file.path(), &ReadOptions::default())), @"
            credit_code:Utf8 | name:Utf8
            2: 91350100M000100Y43 | 㐀龙岩𠀀公司
            ");
        }
    }
    let utf16: Vec<u8> = with_mark.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut broken = text.into_bytes();
    broken.extend(b"\xff\xff\n");
    for contents in [utf16, broken] {
        let file = TestFile::new("a.csv", &contents);
        insta::assert_snapshot!(
            format!("encoding-{}", contents.len()),
            shown(read(&file.path(), &ReadOptions::default()))
        );
    }
}

#[test]
fn long_files_in_gb18030_read_the_same_as_in_utf8() {
    let mut text = "统一社会信用代码,企业名称\n".to_owned();
    for row in 0..40_000 {
        text.push_str(&format!("第{row}号,{}公司\n", "深圳市".repeat(row % 7)));
    }
    let (gb18030, _, _) = encoding_rs::GB18030.encode(&text);
    let options =
        ReadOptions { id_column: Some("统一社会信用代码".to_owned()), ..ReadOptions::default() };
    let (one, other) = (TestFile::new("a.csv", text.as_bytes()), TestFile::new("a.csv", &gb18030));
    let (one, other) = (read(&one.path(), &options).unwrap(), read(&other.path(), &options).unwrap());
    assert_eq!(one.batch, other.batch);
    assert_eq!(one.batch.num_rows(), 40_000);
}

#[test]
fn files_that_are_no_table_are_refused_with_what_to_do() {
    let files = [
        ("a.csv", &b""[..]),
        ("a.csv", b"\n\n"),
        ("a.csv", b"credit_code,\xe7\xa0\x94\n"),
        ("a.csv", b"PK\x03\x04"),
        ("a.xls", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"),
        ("a.xlsx", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"),
        ("a.xlsx", b"credit_code\n"),
        ("a.xlsx", b"PK\x03\x04 cut off"),
        ("a.parquet", b"PAR1 cut off"),
        ("a.doc", b"x"),
    ];
    for (index, (name, contents)) in files.into_iter().enumerate() {
        let file = TestFile::new(name, contents);
        let problems = read(&file.path(), &ReadOptions::default()).unwrap_err();
        assert!(problems.shown().iter().all(|problem| problem.hint.is_some()), "{problems}");
        insta::assert_snapshot!(format!("refused-{index}-{name}"), problems.text(formula::Language::Chinese));
    }
}
