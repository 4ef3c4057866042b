//! What is said about a wrong text: code, place, hint. One case for every code.

use std::collections::BTreeSet;

use formula::{Dimension, Expected, codes::CODES};

use crate::kit::{check_problems, one_problem, problems};

/// One problem each: source, code, underlined text, a piece of the Chinese hint.
const CASES: &[(&str, &str, &str, &str)] = &[
    // letters
    ("营业收入 # 净利润", "unexpected-character", "#", "【】"),
    ("营业收入 => 1万元", "unknown-operator", "=>", ">="),
    ("上市 && 高企", "unknown-operator", "&&", "且"),
    ("!上市", "unknown-operator", "!", "非"),
    ("营业收入 ** 2", "unknown-operator", "**", "x * x"),
    ("上市 并且 高企", "unknown-operator", "并且", "且"),
    ("营业收入>2000万元或者上市", "unknown-operator", "或者", "或"),
    ("(研发费用 / 营业收入)不低于3%", "unknown-operator", "不低于", ">="),
    ("如果 上市 则 1 否则 2", "unknown-operator", "如果", "若"),
    ("营业收入 > 1.2.3万元", "malformed-number", "1.2.3", "小数点"),
    ("营业收入 > 1.万元", "malformed-number", "1.", "小数点"),
    ("营业收入 > 1,234.5万元", "thousands-separator", "1,234.5", "1234.5"),
    ("营业收入 > 1,234,567元", "thousands-separator", "1,234,567", "1234567"),
    ("营业收入 > 2，000万元", "thousands-separator", "2，000", "2000"),
    ("职工总数 > 5万人", "unknown-unit", "万人", "50000人"),
    ("营业收入 > 5公斤", "unknown-unit", "公斤", "元"),
    ("营业收入 > 2000万", "unknown-unit", "万", "2000万元"),
    ("营业收入 > 2000wan_yuans", "unknown-unit", "wan_yuans", "wan_yuan"),
    ("成立日期 > 2026-4-1", "malformed-date", "2026-4-1", "2026-04-01"),
    ("成立日期 > 2026-02-30", "impossible-date", "2026-02-30", "月份"),
    ("成立日期 > 2026年13月1日", "impossible-date", "2026年13月1日", "月份"),
    ("行业 = \"I65", "unclosed-text", "\"", "补上"),
    ("行业 = “I65", "unclosed-text", "“", "”"),
    ("行业 = \"a\\n\"", "unknown-escape", "\\", "\\\\"),
    ("【营业收入 > 1万元", "unclosed-name", "【", "】"),
    ("`` > 1", "empty-name", "``", "名称"),
    // grammar
    ("", "empty-formula", "", "写一个公式"),
    ("  ", "empty-formula", "", "写一个公式"),
    ("营业收入 +", "expected-value", "", "写一个数"),
    ("营业收入 * / 净利润", "expected-value", "/", "写一个数"),
    ("()", "expected-value", ")", "写一个数"),
    ("营业收入 净利润", "expected-operator", "净利润", "【】"),
    ("若 上市 1 否则 2", "expected-symbol", "1", ""),
    ("若 上市 则 1", "expected-symbol", "", ""),
    ("行业 属于 \"I65\"", "expected-symbol", "\"I65\"", "方括号"),
    ("行业 属于 (\"I65\")", "expected-symbol", "(", "方括号"),
    ("分段 职工总数 { < 5: 1, < 9: 2; 其余: 3 }", "expected-symbol", ",", "分段 x"),
    ("营业收入 > 1万元)", "unexpected-symbol", ")", "删去"),
    ("(营业收入 > 1万元", "unclosed-bracket", "(", "“)”"),
    ("最小(营业收入, 净利润", "unclosed-bracket", "(", ""),
    ("1 + 若 上市 则 1 否则 2", "needs-brackets", "若", "（若 …）"),
    ("上市 = 非 高企", "needs-brackets", "非", "（非 …）"),
    ("0 < 职工总数 < 500", "chained-comparison", "0 < 职工总数 < 500", "0 < 职工总数 且 职工总数 < 500"),
    ("行业 in []", "empty-list", "[]", "至少一个"),
    ("营业收入[1] > 0", "bad-period-index", "[1]", "[-1]"),
    ("营业收入[-1年] > 0", "bad-period-index", "[-1年]", "[-1]"),
    ("营业收入[上年] > 0", "bad-period-index", "[上年]", "[-1]"),
    ("营业收入[-10] > 0", "too-far-back", "[-10]", "[-1]"),
    ("分段 职工总数 { 其余: 1 }", "empty-bands", "分段 职工总数 { 其余: 1 }", "其余"),
    ("分段 职工总数 { < 5: 1 }", "bands-without-else", "分段 职工总数 { < 5: 1 }", "其余"),
    ("分段 职工总数 { < 5: 1; 其余: 2; < 9: 3 }", "arm-after-else", "<", "前面"),
    ("分段 职工总数 { >= 5: 1; 其余: 2 }", "bad-arm", ">=", "分段 x"),
    ("分段 职工总数 { < 研发人员: 1; 其余: 2 }", "edge-not-a-number", "研发人员", "10%"),
    ("平均值(营业收入, 3) > 0", "unknown-function", "平均值", "平均"),
    ("sqrt(4)", "unknown-function", "sqrt", "可用的函数"),
    // names
    ("研发费 / 营业收入", "unknown-name", "研发费", "研发费用"),
    ("rd_expence > 0", "unknown-name", "rd_expence", "rd_expense"),
    ("上市且高企", "unknown-name", "上市且高企", "空一格"),
    ("非高企", "unknown-name", "非高企", "非 高企"),
    ("营业收入大于2000万元", "unknown-name", "营业收入大于2000万元", ">"),
    ("有标签(高新技术企业)", "unknown-name", "高新技术企业", "\"高新技术企业\""),
    ("阶段() = growth", "unknown-name", "growth", "\"growth\""),
    ("上市 = 是", "unknown-name", "是", "真"),
    ("毛利 > 0", "unknown-name", "毛利", "加引号"),
    ("有标签(\"高新企业\")", "unknown-label", "\"高新企业\"", "高新技术企业"),
    ("阶段() = \"grown\"", "unknown-stage", "\"grown\"", "growth"),
    ("等级() in [\"A\", \"E\"]", "unknown-stage", "\"E\"", "A"),
    // types and units
    ("营业收入 > \"I65\"", "type-mismatch", "营业收入 > \"I65\"", "同一类型"),
    ("上市 = \"是\"", "type-mismatch", "上市 = \"是\"", "真"),
    ("成立日期 >= 2020/1/1", "type-mismatch", "成立日期 >= 2020/1/1", "2026-04-01"),
    ("若 上市 则 1 否则 \"a\"", "type-mismatch", "1 否则 \"a\"", "同一类型"),
    ("营业收入 + 职工总数", "unit-mismatch", "营业收入 + 职工总数", "相除"),
    ("营业收入 > 5%", "unit-mismatch", "营业收入 > 5%", "相除"),
    ("分段 职工总数 { < 5%: 1; 其余: 2 }", "unit-mismatch", "职工总数 { < 5%", "相除"),
    ("分段 职工总数 { < 5: 1万元; < 9: 1人; 其余: 0 }", "unit-mismatch", "1万元; < 9: 1人", "相除"),
    ("营业收入 > 500", "literal-needs-unit", "500", "500万元"),
    ("营业收入 - 1 > 0", "literal-needs-unit", "1", "1万元"),
    ("存续月数 >= 6", "literal-needs-unit", "6", "6月"),
    ("办公面积 >= 100", "literal-needs-unit", "100", "100平方米"),
    ("若 营业收入 则 1 否则 2", "expected-condition", "营业收入", "比较"),
    ("营业收入 且 上市", "expected-condition", "营业收入", "比较"),
    ("上市 + 1", "expected-number", "上市", "则 1"),
    ("2 * 成立日期 > 3", "expected-number", "成立日期", "满年数"),
    ("-行业", "expected-number", "行业", ""),
    ("有标签(5)", "expected-text", "5", "引号"),
    ("满年数(营业收入) > 3", "expected-date", "营业收入", "2026-04-01"),
    ("ln(营业收入)", "expected-ratio", "营业收入", "除以"),
    ("合计(营业收入[-1], 3)", "expected-item", "营业收入[-1]", "名称"),
    ("增长率(营业收入 * 2)", "expected-item", "营业收入 * 2", "名称"),
    ("有标签(行业)", "expected-literal", "行业", "只能写"),
    ("营业收入 in [净利润]", "expected-literal", "净利润", "只能写"),
    ("行业 < \"I65\"", "no-order", "行业 < \"I65\"", "="),
    ("最大(行业, \"I65\") = \"I65\"", "no-order", "最大(行业, \"I65\")", "="),
    ("最小(营业收入)", "wrong-argument-count", "最小(营业收入)", "最小("),
    ("四舍五入(1.5)", "wrong-argument-count", "四舍五入(1.5)", "四舍五入("),
    ("合计(营业收入, 11)", "periods-out-of-range", "11", "近三年"),
    ("平均增长率(营业收入, 10)", "periods-out-of-range", "10", "近三年"),
    ("合计(营业收入, 0)", "periods-out-of-range", "0", "近三年"),
    ("合计(营业收入, 5%)", "periods-out-of-range", "5%", "近三年"),
    ("四舍五入(1.5, 10)", "digits-out-of-range", "10", "-2"),
    ("限于(营业收入, 5万元, 1万元)", "empty-range", "限于(营业收入, 5万元, 1万元)", "下限"),
    ("营业收入 / 0", "division-by-zero", "0", "不为零"),
    ("分段 职工总数 { < 9: 1; < 5: 2; 其余: 3 }", "edges-out-of-order", "5", "从小到大"),
    ("分段 营业收入 { < 1亿元: 1; < 9000万元: 2; 其余: 3 }", "edges-out-of-order", "9000万元", "从小到大"),
    ("分段 职工总数 { < 9: 1; < 9: 2; 其余: 3 }", "unreachable-arm", "9", "删去"),
    ("分段 职工总数 { <= 9: 1; <= 9人: 2; 其余: 3 }", "unreachable-arm", "9人", "删去"),
    (
        "营业收入*营业收入*营业收入*营业收入*营业收入*营业收入*营业收入*营业收入*营业收入 > 0",
        "unit-too-complex",
        "营业收入*营业收入*营业收入*营业收入*营业收入*营业收入*营业收入*营业收入*营业收入",
        "比率",
    ),
    // warnings
    ("若 1 > 0 则 营业收入 否则 净利润", "constant-condition", "1 > 0", "删去"),
    ("上市 且 真", "constant-condition", "真", "删去"),
    ("若 上市 则 营业收入 否则 revenue", "same-branches", "若 上市 则 营业收入 否则 revenue", "改正"),
    ("营业收入 >= 营业收入", "self-comparison", "营业收入 >= 营业收入", "[-1]"),
    ("行业 in [\"a\", \"b\", \"a\"]", "repeated-option", "\"a\"", "删去"),
    ("研发费用占比 >= 3", "bare-number-beside-percent", "3", "3%"),
];

#[test]
fn every_problem_has_a_code_a_place_and_a_hint() {
    let wrong: Vec<String> = CASES
        .iter()
        .filter_map(|(source, code, underlined, hint)| one_problem(source, code, underlined, hint).err())
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_code_has_a_case() {
    // these three have tests of their own in `limits`; a number too long would not fit the table
    let elsewhere = ["source-too-long", "too-deep", "too-many-nodes", "number-too-long"];
    let told: BTreeSet<&str> = CASES.iter().map(|(_, code, ..)| *code).chain(elsewhere).collect();
    let known: BTreeSet<&str> = CODES.iter().map(|code| code.code).collect();
    assert_eq!(told, known);
}

#[test]
fn a_number_has_at_most_38_digits() {
    check_problems(&"9".repeat(38), &[]);
    check_problems(&"9".repeat(39), &[&format!("number-too-long «{}»", "9".repeat(39))]);
}

#[test]
fn all_problems_of_a_text_are_told_at_once() {
    check_problems(
        "研发费 / 营业收入 >= 5公斤 且 职工总数 + 营业收入 < 500 或 (上市",
        &[
            "unknown-name «研发费»",
            "unknown-unit «公斤»",
            "unit-mismatch «职工总数 + 营业收入»",
            "unclosed-bracket «(»",
        ],
    );
    check_problems(
        "分段 毛利 { > 5: 1; < 5: 甲 + 1; 9; 其余 2 }",
        &["unknown-name «毛利»", "bad-arm «>»", "unknown-name «甲»", "bad-arm «9»", "expected-symbol «2»"],
    );
    check_problems("sqrt(甲, 乙", &["unknown-function «sqrt»", "unclosed-bracket «(»"]);
}

#[test]
fn what_follows_from_one_problem_is_not_told() {
    check_problems("甲 + 5", &["unknown-name «甲»"]);
    check_problems("甲 = \"a\" 且 上市", &["unknown-name «甲»"]);
    check_problems("若 甲 则 乙 否则 5万元", &["unknown-name «甲»", "unknown-name «乙»"]);
    check_problems("合计(甲, 3) > 1万元", &["unknown-name «甲»"]);
}

#[test]
fn conditions_that_hang_on_the_enterprise_or_the_day_are_not_constant() {
    for condition in [
        "满天数(2020-01-01) > 3",
        "满年数(2020-01-01) > 3",
        "有标签(\"高新技术企业\")",
        "积分() > 3",
        "阶段() = \"growth\"",
        "等级() = \"A\"",
        "上市",
    ] {
        check_problems(&format!("若 {condition} 则 1 否则 2"), &[]);
    }
}

#[test]
fn numbers_without_unit_adapt_where_only_one_unit_can_be_meant() {
    for source in [
        "职工总数 <= 500",
        "发明专利 >= 3",
        "有效年数 >= 3",
        "满年数(成立日期) > 1 + 2",
        "满天数(成立日期) > 30",
        "积分() >= 60",
        "营业收入 > 0",
        "存续月数 > 0",
        "研发费用 / 营业收入 >= 0.05",
        "研发费用占比 >= 0.03",
        "最大(净利润, 0) + 0",
        "若 上市 则 营业收入 否则 0",
        "营业收入 * 2 + 1万元 / 3",
        "职工总数 in [1, 2]",
        "分段 职工总数 { < 10: 1; 其余: 2.5 }",
    ] {
        check_problems(source, &[]);
    }
}

#[test]
fn a_formula_must_come_to_what_is_expected() {
    #[track_caller]
    fn check(source: &str, expected: Expected, problem: &[&str]) {
        assert_eq!(problems(source, expected), problem, "{source}");
    }
    let money = Expected::Number(Dimension::MONEY);
    let points = Expected::Number(Dimension::POINTS);
    check("营业收入 > 1万元", Expected::Truth, &[]);
    check("营业收入", Expected::Truth, &["expected-condition «营业收入»"]);
    check("营业收入", money, &[]);
    check("职工总数", money, &["unit-mismatch «职工总数»"]);
    check("500", money, &["literal-needs-unit «500»"]);
    check("0", money, &[]);
    check("若 上市 则 5 否则 3", points, &[]);
    check("营业收入 > 1万元", points, &["expected-number «营业收入 > 1万元»"]);
    check("行业", Expected::AnyNumber, &["expected-number «行业»"]);
    check("行业", Expected::Any, &[]);
}
