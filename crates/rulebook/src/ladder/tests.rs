//! What an officer sees of a ladder file that is right, and of one that is wrong.

use std::path::{Path, PathBuf};

use formula::Language;
use insta::assert_snapshot;
use jiff::civil::date;

use super::load_ladder_from;
use crate::{Memory, check_path, render_all, render_test_report, show_from, show_path, test_path};

fn shipped() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rules/ladders")
}

#[test]
fn the_shipped_ladders_have_no_fault() {
    let report = check_path(&shipped());
    assert!(report.problems.is_empty(), "{}", render_all(&report.problems, Language::Chinese));
    assert_eq!(report.files.len(), 26);
}

#[test]
fn the_shipped_ladders_pass_their_cases() {
    let report = test_path(&shipped());
    assert!(report.is_ok(), "{}", render_test_report(&report, Language::Chinese));
    assert!(report.passed() > 400, "{}", report.passed());
}

const ITEMS: &str = "\
format: items/1
code: test
name: 测试字典
items:
  - {code: rd, name: 研发费用, type: number, unit: 万元, meaning: 研发。}
  - {code: sales, name: 销售收入, type: number, unit: 万元, meaning: 收入。}
  - {code: staff, name: 职工总数, type: number, unit: 人, meaning: 职工。}
  - {code: ip, name: 知识产权, type: number, unit: 项, meaning: 知识产权。}
  - {code: bad, name: 失信, type: truth, meaning: 失信。}
  - {code: level, name: 程度, type: text, categories: {strong: 强, weak: 弱}, meaning: 程度。}
  - {code: given, name: 专家评分, type: number, unit: 分, meaning: 评分。}
";

const HEAD: &str = "\
format: ladder/1
code: test
name: 测试阶梯
version: \"1\"
status: official
in_force: {from: 2024-01-01}
items: items.yaml
basis: {title: 《办法》, number: 文〔2024〕1号}
";

fn files(body: &str) -> Memory {
    Memory::new([("items.yaml", ITEMS.to_owned()), ("l.yaml", format!("{HEAD}{body}"))])
}

fn load(body: &str) -> Result<crate::Loaded<domain::cultivation::Ladder>, Vec<crate::Problem>> {
    load_ladder_from(&files(body), "l.yaml".as_ref(), date(2024, 6, 30))
}

/// Codes and places of what is wrong.
fn faults(body: &str) -> Vec<String> {
    let problems = load(body).map_or_else(|problems| problems, |loaded| loaded.warnings);
    let first = HEAD.lines().count();
    problems
        .iter()
        .map(|problem| {
            let start = problem.place.start();
            format!("{}:{} {}", start.line.saturating_sub(first), start.column, problem.code)
        })
        .collect()
}

fn check(body: &str, expected: &[&str]) {
    assert_eq!(faults(body), expected, "{body}");
}

/// One clause, its requirement written in flow style.
fn clause(requirement: &str) -> String {
    format!("hard:\n  - {{code: \"1\", name: 条件, article: 第一条, {requirement}}}\n")
}

/// A scorecard with one item of 10 points.
fn item(rule: &str) -> String {
    format!(
        "scorecard:\n  full: 10\n  sections:\n    - code: s\n      name: 类别\n      full: 10\n      items:\n        - {{code: a, name: 项, full: 10, {rule}}}\n  pass: [{{code: p, name: 要求, of: total, at_least: 6}}]\n"
    )
}

#[test]
fn conditions_that_are_right() {
    for requirement in [
        "value: 研发费用 / 销售收入, at_least: 4%",
        "value: 研发费用 / 销售收入, at_least: \"若 销售收入 <= 5000万元 则 5% 否则 3%\"",
        "value: 职工总数, at_most: 500人",
        "value: 研发费用, above: 0.01亿元, unit: 千元",
        "value: 程度, equals: strong",
        "value: 程度, one_of: [strong, weak]",
        "value: 失信, equals: 否",
        "holds: 非 失信",
        "any: [{holds: 失信}, {all: [{name: 职工, value: 职工总数, below: 5人}, {none: [{holds: 失信}]}]}]",
        "veto: true, none: [{holds: 失信}]",
        "officer_check: {question: 是否？, answer: 失信}",
        "officer_check: {question: {zh: 是否？, en: Is it?}}",
        "value: 研发费用, at_least: {history: {2024-01-01: 100万元, 2025-01-01: 200万元}}",
    ] {
        check(&clause(requirement), &[]);
    }
}

#[test]
fn conditions_that_are_wrong() {
    for (requirement, expected) in [
        ("value: 研发费用, at_least: 500人", "unit-mismatch"),
        ("value: 研发费, at_least: 500万元", "unknown-name"),
        ("value: 研发费用, at_least: 500万元, below: 9000万元", "conflicting-keys"),
        ("value: 研发费用", "missing-key"),
        ("at_least: 5%", "missing-key"),
        ("value: 程度, at_least: strong", "no-order"),
        ("value: 程度, equals: stron", "unknown-category"),
        ("value: 研发费用, unit: 人, at_least: 500万元", "unit-mismatch"),
        ("holds: 职工总数", "expected-condition"),
        ("holds: 职工总数 <= 500人", "holds-hides-gap"),
        ("holds: 失信, unit: 人", "conflicting-keys"),
        ("any: []", "empty-group"),
        ("any: [{officer_check: {question: 是否？}}]", "unknown-key"),
        ("officer_check: {answer: 失信}", "missing-key"),
        ("officer_check: {question: 是否？, answer: 职工总数}", "expected-condition"),
        ("holds: 失信, officer_check: {question: 是否？}", "conflicting-keys"),
        ("holds: 失信, only: 复核", "wrong-value"),
    ] {
        let found = faults(&clause(requirement));
        assert!(found.iter().any(|fault| fault.ends_with(expected)), "{requirement}: {found:?}");
    }
}

#[test]
fn items_that_are_right() {
    for rule in [
        "value: 研发费用 / 销售收入, bands: [{below: 5%, award: 0}, {from: 5%, award: 10}]",
        "value: 研发费用, unit: 万元, bands: [{up_to: 5, award: 0}, {above: 5, award: [8, 10]}]",
        "value: 程度, cases: [{values: [strong], award: [9, 10]}], otherwise: 0",
        "value: 失信, cases: [{values: [\"false\"], award: 10}], otherwise: 0",
        "rows: [{when: 知识产权 >= 1项, award: 10}], otherwise: 0",
        "each: [{when: 知识产权 >= 1项, award: 6}, {when: 非 失信, award: 6}]",
        "experts: {}",
        "experts: {value: 程度, cases: [{values: [strong], award: [9, 10]}], otherwise: [0, 8]}, recorded: 专家评分",
        "best_of: [{code: x, name: 甲, rows: [{when: 失信, award: 10}], otherwise: 0}, {code: y, name: 乙, value: 知识产权, bands: [{below: 1, award: 0}, {from: 1, award: 5}]}]",
    ] {
        check(&item(rule), &[]);
    }
}

#[test]
fn items_that_are_wrong() {
    for (rule, expected) in [
        ("value: 研发费用, bands: [{below: 5, award: 0}, {from: 6, award: 10}]", "bands-gap"),
        ("value: 研发费用, bands: [{below: 6, award: 0}, {from: 5, award: 10}]", "bands-overlap"),
        ("value: 研发费用, bands: [{below: 5人, award: 0}, {from: 5, award: 10}]", "unit-mismatch"),
        ("value: 研发费用, bands: [{below: 5, award: 0}, {from: 5, award: 11}]", "award-above-full"),
        ("value: 研发费用, bands: [{below: 5, award: 0}, {from: 5, award: 9}]", "full-unreachable"),
        ("value: 研发费用, bands: [{below: 5, award: 0}, {from: 5, award: [10, 8]}]", "wrong-value"),
        ("value: 研发费用, bands: [{below: 5, award: 0}, {from: 5, award: [8.5, 10]}]", "wrong-value"),
        ("value: 研发费用, bands: [{below: 5, award: 0}, {from: 5, award: 40%}]", "wrong-value"),
        ("value: 程度, bands: [{below: 5, award: 0}, {from: 5, award: 10}]", "rule-type"),
        ("value: 程度, cases: [{values: [stron], award: 10}], otherwise: 0", "unknown-category"),
        (
            "value: 程度, cases: [{values: [strong], award: 10}, {values: [strong], award: 5}], otherwise: 0",
            "repeated-category",
        ),
        ("value: 程度, cases: [{values: [strong], award: 10}]", "missing-key"),
        ("rows: [{when: 失信, award: 10}, {when: 失信, award: 5}], otherwise: 0", "row-dead"),
        ("rows: [{when: 职工总数, award: 10}], otherwise: 0", "expected-condition"),
        ("rows: [{when: 失信, award: 10}]", "missing-key"),
        ("each: [{when: 失信, award: 4}, {when: 非 失信, award: 5}]", "full-unreachable"),
        ("each: [{when: 失信, award: 10}], otherwise: 0", "missing-key"),
        (
            "each: [{when: 失信, award: 10}], rows: [{when: 失信, award: 10}], otherwise: 0",
            "conflicting-keys",
        ),
        (
            "best_of: [{code: x, name: 甲, rows: [{when: 失信, award: 10}], otherwise: 0}]",
            "too-few-alternatives",
        ),
        ("experts: {}, recorded: 职工总数", "unit-mismatch"),
        ("experts: {}, rows: [{when: 失信, award: 10}], otherwise: 0", "conflicting-keys"),
        ("full: 9, experts: {}", "duplicate-key"),
    ] {
        let found = faults(&item(rule));
        assert!(found.iter().any(|fault| fault.ends_with(expected)), "{rule}: {found:?}");
    }
}

#[test]
fn what_a_ladder_must_keep_as_a_whole() {
    let twice = "hard:\n  - {code: a, name: 甲, article: 一, holds: 失信}\n  - {code: a, name: 乙, article: 二, holds: 失信}\n";
    check(twice, &["3:12 duplicate-code"]);
    check("hard: [{code: a, name: 甲, holds: 失信}]\n", &["1:9 missing-article"]);
    check("hard: []\n", &["0:1 empty-ladder"]);
    let direct = "direct: [{code: a, name: 甲, article: 一, holds: 失信}]\n";
    check(direct, &["1:11 direct-without-scorecard"]);
    let wrong_sum = item("experts: {}").replace("full: 10\n  sections", "full: 20\n  sections");
    check(&wrong_sum, &["2:9 full-points-sum"]);
    let too_much = item("experts: {}").replace("at_least: 6", "at_least: 11");
    check(&too_much, &["9:51 pass-unreachable"]);
    let nobody = item("experts: {}").replace("of: total", "of: t");
    check(&nobody, &["9:34 unknown-code"]);
    let not_yet = load_ladder_from(&files(&clause("holds: 失信")), "l.yaml".as_ref(), date(2023, 12, 31));
    assert_eq!(not_yet.map_err(|problems| problems[0].code).err(), Some("not-in-force"));
}

#[test]
fn a_value_is_the_one_in_force_on_the_date() {
    let body = clause("value: 研发费用, at_least: {history: {2024-01-01: 100万元, 2025-01-01: 200万元}}");
    let shown =
        |year: i16| show_from(&files(&body), "l.yaml".as_ref(), Some(date(year, 6, 30))).expect("a ladder");
    assert!(shown(2024).contains("研发费用，不低于 100万元"), "{}", shown(2024));
    assert!(shown(2025).contains("研发费用，不低于 200万元"), "{}", shown(2025));
}

#[test]
fn a_fault_is_shown_where_it_stands() {
    let body = clause("value: 研发费 / 销售收入, at_least: 4%");
    let problems = load(&body).expect_err("a fault");
    assert_snapshot!(render_all(&problems, Language::Chinese), @r#"
    错误[unknown-name] l.yaml:10:48: 数据字典中没有“研发费”
       |
    10 |   - {code: "1", name: 条件, article: 第一条, value: 研发费 / 销售收入, at_least: 4%}
       |                                                     ^^^^^^
       = 是不是要写“研发费用”？
    "#);
}

#[test]
fn a_ladder_reads_as_prose() {
    let shown = |name: &str| show_path(&shipped().join(name), None).expect("a ladder");
    assert_snapshot!("tech_sme", shown("tech-sme-2017.yaml"));
    assert_snapshot!("high_tech", shown("high-tech-2016.yaml"));
}
