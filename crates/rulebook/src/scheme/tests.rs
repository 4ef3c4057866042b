//! Every fault of a scheme, as its author sees it.

use formula::Language;
use insta::assert_snapshot;

use crate::{Memory, load_scheme_from, render_all};

mod extends;
mod rules;

const ITEMS: &str = "\
format: items/1
code: test
name: 测试字典
items:
  - {code: revenue, name: 营业收入, type: number, unit: 万元, minimum: 0, yearly: true, meaning: 收入。}
  - {code: rd, name: 研发费用, type: number, unit: 万元, minimum: 0, yearly: true, meaning: 研发。}
  - {code: staff, name: 职工总数, type: number, unit: 人, minimum: 0, whole: true, meaning: 人数。}
  - {code: kind, name: 企业类别, type: text, categories: {soft: 软件, hard: 硬件}, meaning: 类别。}
  - {code: accident, name: 重大事故, type: truth, meaning: 事故。}
  - {code: founded, name: 成立日期, type: date, meaning: 日期。}
  - {code: growth, name: 增速, type: number, unit: \"%\", meaning: 增长率。}
";

const SCHEME: &str = "\
format: scheme/1
code: test
name: 测试方案（示例）
version: \"1\"
status: illustrative
in_force: {from: 2024-01-01}
items: items.yaml
full_points: 10
bonus_cap: 2
stages:
  - {code: small, name: 初创期, when: 营业收入 < 500万元}
  - {code: large, name: 成熟期, when: 营业收入 >= 500万元}
pillars:
  - code: innovation
    name: 技术创新
    indicators:
      - code: rd
        name: 研发费用
        value: 研发费用
        full: {small: 6, large: 7}
        rule:
          bands:
            - {below: 50, award: 0%}
            - {from: 50, below: 200, award: 40%}
            - {from: 200, award: 100%}
      - code: intensity
        name: 研发占比
        value: 研发费用 / 营业收入
        full: {small: 4, large: 3}
        rule: {linear: {low: 0, high: 10}}
  - code: extra
    name: 加分项
    class: bonus
    indicators:
      - {code: kind, name: 类别, value: 企业类别, full: 2, rule: {category: {cases: [{values: [soft], award: 2}], otherwise: 0}}}
vetoes:
  - {code: accident, name: 重大事故, when: 重大事故}
grades:
  - {code: A, name: A级, at_least: 8}
  - {code: B, name: B级, at_least: 5}
";

fn load(scheme: &str) -> String {
    let files = Memory::new([("items.yaml", ITEMS), ("s.yaml", scheme)]);
    let problems = match load_scheme_from(&files, "s.yaml".as_ref(), "2024-06-01".parse().unwrap()) {
        Ok(loaded) => loaded.warnings,
        Err(problems) => problems,
    };
    render_all(&problems, Language::Chinese)
}

/// What the author sees after changing the good scheme.
#[track_caller]
fn fault(changes: &[(&str, &str)]) -> String {
    let mut scheme = SCHEME.to_owned();
    for (good, bad) in changes {
        assert!(scheme.contains(good), "the scheme does not contain {good}");
        scheme = scheme.replacen(good, bad, 1);
    }
    load(&scheme)
}

#[test]
fn the_good_scheme_is_good() {
    assert_eq!(fault(&[]), "");
}

#[test]
fn weights_of_a_stage_must_sum_to_full_points() {
    assert_snapshot!(fault(&[("small: 6, large: 7", "small: 5.5, large: 8")]), @r#"
    错误[full-points-sum] s.yaml:8:14: 初创期（small）各指标满分合计9.5分，比 full_points 的10分少0.5分
      |
    8 | full_points: 10
      |              ^^

    错误[full-points-sum] s.yaml:8:14: 成熟期（large）各指标满分合计11分，比 full_points 的10分多1分
      |
    8 | full_points: 10
      |              ^^
    "#);
}

#[test]
fn a_gap_between_stages_comes_with_an_example() {
    assert_snapshot!(fault(&[("营业收入 >= 500万元", "营业收入 > 500万元")]), @r#"
    错误[stages-gap] s.yaml:11:36: 营业收入=500万元 时没有阶段成立
       |
    11 |   - {code: small, name: 初创期, when: 营业收入 < 500万元}
       |                                       ^^^^^^^^^^^^^^^^^^
    "#);
    assert_snapshot!(fault(&[("营业收入 >= 500万元", "营业收入 >= 600万元 且 营业收入 < 1亿元")]), @r#"
    错误[stages-gap] s.yaml:11:36: 营业收入=500万元 时没有阶段成立
       |
    11 |   - {code: small, name: 初创期, when: 营业收入 < 500万元}
       |                                       ^^^^^^^^^^^^^^^^^^

    错误[stages-gap] s.yaml:12:36: 营业收入=10000万元 时没有阶段成立
       |
    12 |   - {code: large, name: 成熟期, when: 营业收入 >= 600万元 且 营业收入 < 1亿元}
       |                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    "#);
}

#[test]
fn an_overlap_of_stages_comes_with_an_example() {
    assert_snapshot!(fault(&[("营业收入 < 500万元", "营业收入 <= 500万元")]), @r#"
    错误[stages-overlap] s.yaml:12:36: 营业收入=500万元 时初创期、成熟期同时成立
       |
    12 |   - {code: large, name: 成熟期, when: 营业收入 >= 500万元}
       |                                       ^^^^^^^^^^^^^^^^^^^
    "#);
    assert_snapshot!(fault(&[("营业收入 >= 500万元", "营业收入 >= 500万元 或 职工总数 > 300人")]), @r#"
    错误[stages-overlap] s.yaml:12:36: 营业收入=0万元，职工总数=301人 时初创期、成熟期同时成立
       |
    12 |   - {code: large, name: 成熟期, when: 营业收入 >= 500万元 或 职工总数 > 300人}
       |                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    "#);
}

#[test]
fn whole_numbers_leave_no_gap_between_neighbours() {
    let whole = [("营业收入 < 500万元", "职工总数 <= 10人"), ("营业收入 >= 500万元", "职工总数 >= 11人")];
    assert_eq!(fault(&whole), "");
}

#[test]
fn stages_by_category_cover_every_category() {
    let kinds = [
        ("营业收入 < 500万元", "企业类别 = \"soft\""),
        ("营业收入 >= 500万元", "'企业类别 属于 [\"hard\"]'"),
    ];
    assert_eq!(fault(&kinds), "");
    assert_snapshot!(fault(&[("营业收入 < 500万元", "企业类别 = \"soft\""), ("营业收入 >= 500万元", "企业类别 = \"soft\" 且 重大事故")]), @r#"
    错误[stages-gap] s.yaml:11:36: 企业类别=hard，重大事故=是 时没有阶段成立
       |
    11 |   - {code: small, name: 初创期, when: 企业类别 = "soft"}
       |                                       ^^^^^^^^^^^^^^^^^

    错误[stages-overlap] s.yaml:12:36: 企业类别=soft，重大事故=是 时初创期、成熟期同时成立
       |
    12 |   - {code: large, name: 成熟期, when: 企业类别 = "soft" 且 重大事故}
       |                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    "#);
}

#[test]
fn what_a_computed_value_can_be_is_not_known() {
    let ratio = [
        ("营业收入 < 500万元", "研发费用 / 营业收入 >= 0 且 研发费用 / 营业收入 < 3%"),
        ("营业收入 >= 500万元", "研发费用 / 营业收入 >= 3%"),
    ];
    assert_snapshot!(fault(&ratio), @r#"
    警告[stages-gap] s.yaml:11:36: 研发费用 ÷ 营业收入=-1 时没有阶段成立
       |
    11 |   - {code: small, name: 初创期, when: 研发费用 / 营业收入 >= 0 且 研发费用 / 营业收入 < 3%}
       |                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    "#);
}

#[test]
fn what_cannot_be_proven_of_stages_is_said() {
    assert_snapshot!(fault(&[("营业收入 >= 500万元", "营业收入 >= 研发费用")]), @r#"
    警告[stages-unproven] s.yaml:12:36: “营业收入 >= 研发费用”不是数据项与固定值的比较，无法证明阶段不重不漏
       |
    12 |   - {code: large, name: 成熟期, when: 营业收入 >= 研发费用}
       |                                       ^^^^^^^^^^^^^^^^^^^^
    "#);
}

#[test]
fn unknown_names_are_underlined_in_the_formula() {
    assert_snapshot!(fault(&[("value: 研发费用 / 营业收入", "value: \"研发费用 / 营业收人\"")]), @r#"
    错误[unknown-name] s.yaml:28:24: 数据字典中没有“营业收人”
       |
    28 |         value: "研发费用 / 营业收人"
       |                            ^^^^^^^^
       = 是不是要写“营业收入”？
    "#);
    assert_snapshot!(fault(&[("营业收入 >= 500万元", "营业收入 >= 500人")]), @r#"
    错误[unit-mismatch] s.yaml:12:36: “营业收入”是金额，“500人”是人数，不能比较
       |
    12 |   - {code: large, name: 成熟期, when: 营业收入 >= 500人}
       |                                       ^^^^^^^^^^^^^^^^^
       = 两边必须是同一种量；不同的量可以相乘或相除
    "#);
    assert_snapshot!(fault(&[("full_points: 10", "full_points: 10\nfield: 领域")]), @r#"
    错误[unknown-name] s.yaml:9:8: 数据字典里没有“领域”
      |
    9 | field: 领域
      |        ^^^^
    "#);
}

#[test]
fn codes_stand_once() {
    assert_snapshot!(fault(&[("code: intensity", "code: rd")]), @r#"
    错误[duplicate-code] s.yaml:26:15: 代码“rd”在第17行已经用过
       |
    26 |       - code: rd
       |               ^^
    "#);
}

#[test]
fn full_points_are_given_for_each_stage() {
    assert_snapshot!(fault(&[("full: {small: 4, large: 3}", "full: {small: 4, lagre: 3}")]), @r#"
    错误[missing-stage] s.yaml:29:16: 没有写成熟期（large）的满分
       |
    29 |         full: {small: 4, lagre: 3}
       |                ^^^^^
       = 这个阶段不用该指标时请写 large: 0

    错误[unknown-stage] s.yaml:29:26: 没有阶段“lagre”
       |
    29 |         full: {small: 4, lagre: 3}
       |                          ^^^^^
       = 是不是“large”？
    "#);
}

#[test]
fn grades_descend_and_can_be_reached() {
    assert_snapshot!(fault(&[("at_least: 5", "at_least: 8")]), @r#"
    错误[grades-order] s.yaml:40:35: 等级要从高到低：B级的下限8分不低于前一级的8分
       |
    40 |   - {code: B, name: B级, at_least: 8}
       |                                    ^
    "#);
    assert_snapshot!(fault(&[("at_least: 8", "at_least: 12.5")]), @r#"
    错误[grade-unreachable] s.yaml:39:35: A级要12.5分，而最多只能得12分
       |
    39 |   - {code: A, name: A级, at_least: 12.5}
       |                                    ^^^^
    "#);
}

#[test]
fn a_bonus_cap_has_an_effect() {
    assert_snapshot!(fault(&[("bonus_cap: 2", "bonus_cap: 5")]), @r#"
    警告[bonus-cap] s.yaml:9:12: 全部加分项合计2分，永远到不了上限5分
      |
    9 | bonus_cap: 5
      |            ^
    "#);
}

#[test]
fn nothing_illustrative_looks_official() {
    assert_snapshot!(fault(&[("status: illustrative", "status: official")]), @r#"
    错误[status-not-official] s.yaml:5:9: official 的规则必须写明依据及文号
      |
    5 | status: official
      |         ^^^^^^^^
      = 请在 basis 里写 title 和 number；没有公布的规则请用 illustrative
    "#);
    assert_snapshot!(fault(&[("name: 测试方案（示例）", "name: 国家创新积分正式方案")]), @r#"
    错误[illustrative-name] s.yaml:3:7: 示例规则的名称看起来像正式规则
      |
    3 | name: 国家创新积分正式方案
      |       ^^^^^^^^^^^^^^^^^^^^
      = 名称里请写明“示例”或“非官方”
    "#);
}

#[test]
fn dates_are_in_order_and_the_day_lies_between_them() {
    assert_snapshot!(fault(&[("{from: 2024-01-01}", "{from: 2024-01-01, until: 2023-01-01}")]), @r#"
    错误[not-in-force] s.yaml:6:12: 2024-06-01不在有效期内
      |
    6 | in_force: {from: 2024-01-01, until: 2023-01-01}
      |            ^^^^

    错误[dates-order] s.yaml:6:37: 失效日期早于生效日期
      |
    6 | in_force: {from: 2024-01-01, until: 2023-01-01}
      |                                     ^^^^^^^^^^
    "#);
    assert_snapshot!(fault(&[("full: {small: 4, large: 3}", "full: {history: {2025-01-01: {small: 4, large: 3}}}")]), @r#"
    错误[history-gap] s.yaml:29:26: 2024-06-01还没有值：历史从2025-01-01开始
       |
    29 |         full: {history: {2025-01-01: {small: 4, large: 3}}}
       |                          ^^^^^^^^^^
       = 请补上更早的值，或把方案的生效日期改到这一天之后
    "#);
}

#[test]
fn many_faults_are_named_at_once() {
    let all = [
        ("full_points: 10", "full_points: 12"),
        ("研发费用 / 营业收入", "研发费 / 营业收入"),
        ("at_least: 5", "at_least: 9"),
        ("重大事故}\ngrades", "职工总数}\ngrades"),
    ];
    let seen = fault(&all);
    for code in ["full-points-sum", "unknown-name", "grades-order", "expected-condition"] {
        assert!(seen.contains(code), "{code} is not in\n{seen}");
    }
}
