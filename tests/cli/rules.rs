//! `jifen rules …`.

use insta::assert_snapshot;

use crate::kit::Desk;

#[test]
fn every_shipped_rule_file_checks_clean_and_passes_its_cases() {
    let desk = Desk::new();
    desk.types("rules check rules").good().says("0个错误");
    let answer = desk.types("rules test rules --json").good();
    let cases = answer.json()["cases"].as_array().map_or(0, Vec::len);
    assert!(cases >= 100, "only {cases} cases were run");
}

#[test]
fn a_broken_scheme_is_answered_with_every_problem_at_once() {
    let desk = Desk::new();
    let scheme = desk.reads("rules/schemes/national-trial-2024.yaml");
    let broken = scheme.replacen("研发费用 / 营业收入", "研发费用 + 职工总数 + 营业受入", 1);
    assert_ne!(scheme, broken);
    desk.writes("rules/schemes/national-trial-2024.yaml", broken);
    let answer = desk.types("rules check rules/schemes/national-trial-2024.yaml").ends(1);
    assert_snapshot!(answer.seen(), @"
    错误[unit-mismatch] rules/schemes/national-trial-2024.yaml:49:16: “研发费用”是金额，“职工总数”是人数，不能相加
       |
    49 |         value: 研发费用 + 职工总数 + 营业受入
       |                ^^^^^^^^^^^^^^^^^^^
       = 两边必须是同一种量；不同的量可以相乘或相除

    错误[unknown-name] rules/schemes/national-trial-2024.yaml:49:30: 数据字典中没有“营业受入”
       |
    49 |         value: 研发费用 + 职工总数 + 营业受入
       |                                      ^^^^^^^^
       = 是不是要写“营业收入”？

    检查了1个规则文件：2个错误，0个警告。
    ");
    let answer = desk.types_in_english("rules check rules/schemes/national-trial-2024.yaml").ends(1);
    assert_snapshot!(answer.seen(), @r#"
    error[unit-mismatch] rules/schemes/national-trial-2024.yaml:49:16: `研发费用` is money, `职工总数` is people: they cannot be added
       |
    49 |         value: 研发费用 + 职工总数 + 营业受入
       |                ^^^^^^^^^^^^^^^^^^^
       = both sides must measure the same; unlike things can be multiplied or divided

    error[unknown-name] rules/schemes/national-trial-2024.yaml:49:30: there is no item `营业受入` in the data dictionary
       |
    49 |         value: 研发费用 + 职工总数 + 营业受入
       |                                      ^^^^^^^^
       = did you mean "营业收入"?

    1 rule files checked: 2 errors, 0 warnings.
    "#);
}

#[test]
fn a_failing_case_shows_expected_and_actual() {
    let desk = Desk::new();
    let cases = desk.reads("rules/classifications/size-2017.cases.yaml");
    desk.writes(
        "rules/classifications/size-2017.cases.yaml",
        cases.replacen("class: medium", "class: micro", 1),
    );
    desk.types("rules test rules/classifications").ends(3).says("应为").says("实为");
}

#[test]
fn an_illustrative_scheme_is_shown_as_one() {
    let desk = Desk::new();
    desk.types("rules show rules/schemes/zone-four-stage.yaml").good().says("示例方案，非官方权重");
}

#[test]
fn a_ladder_reads_as_prose() {
    let desk = Desk::new();
    desk.types("rules show rules/ladders/tech-sme-2017.yaml")
        .good()
        .says("国科发政〔2017〕115号")
        .says("测算结果仅供参考，以主管部门认定为准");
}

#[test]
fn a_difference_names_what_changed_and_who_moves() {
    let desk = Desk::with_zone(60);
    let scheme = desk.reads("rules/schemes/zone-four-stage.yaml");
    let changed = scheme.replacen(
        "{from: 12, award: 100%}",
        "{from: 12, below: 15, award: 90%}\n            - {from: 15, award: 100%}",
        1,
    );
    assert_ne!(scheme, changed);
    desk.writes("rules/schemes/next.yaml", changed);
    desk.types("rules diff rules/schemes/zone-four-stage.yaml rules/schemes/next.yaml --data zone/zone.csv")
        .good()
        .says("研发费用占营业收入比例");
}

#[test]
fn a_missing_file_is_said_plainly() {
    let desk = Desk::new();
    desk.types("rules check nowhere.yaml").ends(1).says("nowhere.yaml");
    desk.types("rules show nowhere.yaml").ends(4).says("nowhere.yaml");
}
