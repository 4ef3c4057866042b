//! Formulas printed back, and their explanations.

use formula::{Exact, Expected, Expr, Formula, Step, Unit, Value, parse, render_value};
use proptest::prelude::*;

use crate::{
    kit::{Dictionary, facts, formula, shown},
    trees::{Choices, bracketed, money, ratio, truth},
};

#[track_caller]
fn check(source: &str, code: &str, chinese: &str) {
    let formula = formula(source);
    assert_eq!(formula.to_code(), code);
    assert_eq!(formula.to_chinese(&Dictionary), chinese);
}

#[test]
fn a_rule_prints_as_code_and_as_chinese() {
    check("研发费用/营业收入>=5%", "rd_expense / revenue >= 5%", "研发费用 ÷ 营业收入 ≥ 5%");
    check("营业收入[-1]>2000万元", "revenue[-1] > 2000 wan_yuan", "营业收入[-1] > 2000万元");
    check("非(上市 或 高企)且(真)", "not (listed or high_tech) and true", "非 (上市 或 高企) 且 真");
    check("(1+2)*3-(4-5)-6", "(1 + 2) * 3 - (4 - 5) - 6", "(1 + 2) × 3 - (4 - 5) - 6");
    check("-(5)+-5--营业收入/1元", "-(5) + -5 - -revenue / 1 yuan", "-(5) + -5 - -营业收入 ÷ 1元");
    check("成立日期<2020年4月1日", "founded < 2020-04-01", "成立日期 < 2020-04-01");
    check(
        "行业 in [“I65”,'a'x]".replace("'a'x", "\"a\\\"\"").as_str(),
        "industry in [\"I65\", \"a\\\"\"]",
        "行业 属于 [\"I65\", \"a\\\"\"]",
    );
    check(
        "(若 上市 则 1 否则 2)+(若 高企 则 3 否则 4)",
        "(if listed then 1 else 2) + (if high_tech then 3 else 4)",
        "(若 上市 则 1 否则 2) + (若 高企 则 3 否则 4)",
    );
    check(
        "分段 研发费用占比{<-3%:0;<=5%:4;其余:8;}",
        "bands rd_share { < -3%: 0; <= 5%: 4; else: 8 }",
        "分段 研发费用占比 { < -3%: 0; ≤ 5%: 4; 其余: 8 }",
    );
    check(
        "min(R,净利润)".replace('R', "营业收入").as_str(),
        "min(revenue, net_profit)",
        "最小(营业收入, 净利润)",
    );
    check("有标签(\"高新技术企业\")", "has_label(\"高新技术企业\")", "有标签(\"高新技术企业\")");
}

#[test]
fn odd_names_are_quoted() {
    check("【研发费用(加计扣除)】 > 0", "odd > 0", "【研发费用(加计扣除)】 > 0");
    check("`R&D` > 0", "rd_expense > 0", "研发费用 > 0");
    check("if_number > 0", "if_number > 0", "【若干指标】 > 0");
    check("或有负债 > 0", "contingent > 0", "或有负债 > 0");
}

#[test]
fn values_are_shown_for_people() {
    #[track_caller]
    fn check(value: &str, unit: &str, text: &str) {
        let value: Exact = value.parse().unwrap();
        assert_eq!(render_value(&Value::Number(value), Unit::named(unit)), text);
    }
    check("12000000", "万元", "1200万元");
    check("0.0525", "%", "5.25%");
    check("0.05250049", "%", "5.25%");
    check("0.0525005", "%", "5.2501%");
    check("-0.5", "", "-0.5");
    check("500", "人", "500人");
    assert_eq!(render_value(&Value::Number(Exact::ratio(1, 3).unwrap()), Unit::named("年")), "0.3333年");
    assert_eq!(render_value(&Value::Date(jiff::civil::date(2026, 4, 1)), None), "2026-04-01");
    assert_eq!(render_value(&Value::Truth(false), None), "否");
}

/// An explanation as an indented list.
fn outline(step: &Step, indent: usize, lines: &mut Vec<String>) {
    let value = match &step.outcome {
        formula::Outcome::Known(value) => render_value(value, step.unit),
        other => shown(other),
    };
    lines.push(format!("{}{} = {value}", "  ".repeat(indent), step.text));
    for part in &step.parts {
        outline(part, indent + 1, lines);
    }
}

fn explained(source: &str, typed: &str) -> String {
    let mut lines = Vec::new();
    outline(&formula(source).explain(&facts(typed), &Dictionary), 0, &mut lines);
    lines.join("\n")
}

#[test]
fn an_explanation_shows_the_parts_that_decided() {
    insta::assert_snapshot!(
        explained("rd_expense / revenue >= 5% and staff < 500", "研发费用=62.5 营业收入=1000 职工总数=600"),
        @r"
    研发费用 ÷ 营业收入 ≥ 5% 且 职工总数 < 500 = 否
      研发费用 ÷ 营业收入 ≥ 5% = 是
        研发费用 ÷ 营业收入 = 6.25%
          研发费用 = 62.5万元
          营业收入 = 1000万元
      职工总数 < 500 = 否
        职工总数 = 600人
    "
    );
    insta::assert_snapshot!(explained("上市 或 营业收入 > 1亿元", "上市=是"), @r"
    上市 或 营业收入 > 1亿元 = 是
      上市 = 是
    ");
    insta::assert_snapshot!(
        explained("若 营业收入[-1] = 0 则 0 否则 分段 平均增长率(营业收入, 2) { < 15%: 4; 其余: 6 }",
            "营业收入[-2]=1000 营业收入[-1]=1200 营业收入=1320"),
        @r"
    若 营业收入[-1] = 0 则 0 否则 分段 平均增长率(营业收入, 2) { < 15%: 4; 其余: 6 } = 6
      营业收入[-1] = 0 = 否
        营业收入[-1] = 1200万元
      分段 平均增长率(营业收入, 2) { < 15%: 4; 其余: 6 } = 6
        平均增长率(营业收入, 2) = 15%
          营业收入 = 1320万元
          营业收入[-1] = 1200万元
          营业收入[-2] = 1000万元
    "
    );
    insta::assert_snapshot!(explained("缺则(股权融资额, 净利润) > 0", "净利润=0.5"), @r"
    缺则(股权融资额, 净利润) > 0 = 是
      缺则(股权融资额, 净利润) = 0.5万元
        股权融资额 = missing: equity
        净利润 = 0.5万元
    ");
    insta::assert_snapshot!(explained("合计(营业收入, 有效年数) / 营业收入", ""), @r"
    合计(营业收入, 有效年数) ÷ 营业收入 = missing: revenue years_valid
      合计(营业收入, 有效年数) = missing: revenue years_valid
        营业收入 = missing: revenue
        有效年数 = missing: years_valid
      营业收入 = missing: revenue
    ");
}

fn read(source: &str) -> Result<Formula, TestCaseError> {
    Formula::parse_expecting(source, &Dictionary, Expected::Any)
        .map_err(|problems| TestCaseError::fail(format!("{source}\n{problems:#?}")))
}

fn tree(choices: &[u32]) -> Expr {
    let grow = [money, ratio, truth][choices.first().map_or(0, |first| *first as usize % 3)];
    grow(&mut Choices::new(choices.get(1..).unwrap_or(&[])), 4)
}

/// The text without the brackets at byte `open` and at its partner.
fn without_brackets(text: &str, open: usize) -> String {
    let mut level = 0;
    for (at, letter) in text[open..].char_indices() {
        level += match letter {
            '(' => 1,
            ')' => -1,
            _ => 0,
        };
        if level == 0 {
            return format!("{} {} {}", &text[..open], &text[open + 1..open + at], &text[open + at + 1..]);
        }
    }
    unreachable!("brackets come in pairs")
}

proptest! {
    #[test]
    fn printed_rules_are_read_back_as_the_same_tree(choices in prop::collection::vec(any::<u32>(), 0..120)) {
        let tree = tree(&choices);
        let formula = read(&bracketed(&tree))?;
        prop_assert_eq!(formula.expr(), &tree);
        for printed in [formula.to_code(), formula.to_chinese(&Dictionary)] {
            let again = read(&printed)?;
            prop_assert_eq!(again.expr(), &tree, "{}", printed);
        }
    }

    #[test]
    fn no_bracket_is_printed_that_is_not_needed(choices in prop::collection::vec(any::<u32>(), 0..30)) {
        let code = read(&bracketed(&tree(&choices)))?.to_code();
        let (whole, _) = parse(&code);
        for (open, _) in code.match_indices('(').filter(|(at, _)| *at == 0 || code[..*at].ends_with([' ', '(', '-'])) {
            let (bare, problems) = parse(&without_brackets(&code, open));
            prop_assert!(!problems.is_empty() || bare != whole, "{}", code);
        }
    }
}
