//! What an officer sees of cases that pass and fail.

use formula::Language;
use insta::assert_snapshot;

use super::{
    render_test_report,
    run::{TestReport, test_file},
};
use crate::Memory;

const ITEMS: &str = "\
format: items/1
code: test
name: 测试字典
items:
  - {code: revenue, name: 营业收入, type: number, unit: 万元, minimum: 0, yearly: true, meaning: 收入。}
  - {code: rd, name: 研发费用, type: number, unit: 万元, minimum: 0, yearly: true, meaning: 研发。}
  - {code: bad, name: 失信, type: truth, meaning: 失信。}
  - {code: kind, name: 类别, type: text, categories: {soft: 软件}, meaning: 类别。}
";

const SCHEME: &str = "\
format: scheme/1
code: test
name: 测试方案（示例）
version: \"1\"
status: illustrative
in_force: {from: 2024-01-01}
items: items.yaml
full_points: {history: {2024-01-01: 10, 2025-01-01: 20}}
stages:
  - {code: all, name: 全部, when: 营业收入 >= 0}
pillars:
  - code: p
    name: 创新
    indicators:
      - code: rd
        name: 研发费用
        value: 研发费用
        full: {history: {2024-01-01: 10, 2025-01-01: 20}}
        rule: {min_max: {minimum_peers: 2, fallback: {linear: {low: 0, high: 100}}}}
vetoes:
  - {code: bad, name: 失信, when: 失信}
grades:
  - {code: A, name: A级, at_least: 8}
";

fn report(cases: &str) -> String {
    let cases = format!("format: cases/1\nof: s.yaml\ncases:\n{cases}");
    let files = Memory::new([("items.yaml", ITEMS), ("s.yaml", SCHEME), ("s.cases.yaml", &cases)]);
    let mut report = TestReport::default();
    test_file(&files, "s.cases.yaml".as_ref(), &mut report);
    render_test_report(&report, Language::Chinese)
}

#[test]
fn a_case_that_holds_passes() {
    let cases = "  - case: 研发费用50万元，得一半
    given: {研发费用: 50, 营业收入: 1亿元, 失信: 否, 类别: 软件}
    expect: {stage: all, points: {rd: 5}, pillars: {p: 5}, base: 5, total: 5, grade: null, vetoed: [], known: 1, flags: {rd: [fallback]}}
  - case: 2025年起满分20分
    as_of: 2025-06-30
    given: {研发费用: 50, 营业收入: 100, 失信: 否}
    expect: {total: 10, grade: A}
  - case: 与参照群体比较
    given: {研发费用: 30, 营业收入: 100, 失信: 否}
    peers: [{研发费用: 0, 营业收入: 1}, {研发费用: 40, 营业收入: 1}]
    expect: {total: 7.5, flags: {rd: []}}
  - case: 缺失不是零
    given: {研发费用: null, 营业收入: 100, 失信: 是}
    expect: {points: {rd: 0}, flags: {rd: [missing]}, vetoed: [bad], known: 0}
  - case: 没有营业收入就不能判定阶段
    given: {研发费用: 30}
    expect: {stage: null, total: 0}
";
    assert_eq!(report(cases), "用例5个：通过5个，未通过0个\n");
}

#[test]
fn a_failure_shows_both_values_and_the_place() {
    let cases = "  - case: 算错了
    given: {研发费用: 50, 营业收入: 100, 失信: 是}
    expect: {stage: none, points: {rd: 6}, total: 4.5, grade: A, vetoed: [], flags: {rd: [missing]}}
";
    assert_snapshot!(report(cases), @r#"
    未通过 s.cases.yaml:4: 算错了
      第6行 阶段：应为 none，实为 all
      第6行 等级：应为 A，实为 无
      第6行 总分：应为 4.5，实为 5
      第6行 一票否决：应为 无，实为 bad
      第6行 研发费用得分：应为 6，实为 5
      第6行 研发费用的标记：应为 missing，实为 fallback
    用例1个：通过0个，未通过1个
    "#);
}

#[test]
fn what_a_case_gives_must_be_in_the_dictionary() {
    let cases = "  - case: 写错了
    given: {研发费: 50, 营业收入: 30人, \"研发费用[1]\": 3, 失信: 也许, 类别: 硬件}
    expect: {points: {rdd: 6}}
  - case: 日期太早
    as_of: 2020-01-01
    given: {研发费用: 50}
    expect: {total: 3}
";
    assert_snapshot!(report(cases), @r#"
    错误[unknown-name] s.cases.yaml:5:13: 数据字典里没有“研发费”
      |
    5 |     given: {研发费: 50, 营业收入: 30人, "研发费用[1]": 3, 失信: 也许, 类别: 硬件}
      |             ^^^^^^
      = 是不是“研发费用”？

    错误[unit-mismatch] s.cases.yaml:5:28: “人”是人数的单位，这里要的是金额
      |
    5 |     given: {研发费: 50, 营业收入: 30人, "研发费用[1]": 3, 失信: 也许, 类别: 硬件}
      |                                   ^^^^

    错误[wrong-value] s.cases.yaml:5:33: 往年写作 [-1] 至 [-9]
      |
    5 |     given: {研发费: 50, 营业收入: 30人, "研发费用[1]": 3, 失信: 也许, 类别: 硬件}
      |                                         ^^^^^^^^^^^^^

    错误[wrong-value] s.cases.yaml:5:51: “也许”不能作为失信的值
      |
    5 |     given: {研发费: 50, 营业收入: 30人, "研发费用[1]": 3, 失信: 也许, 类别: 硬件}
      |                                                                 ^^^^

    错误[wrong-value] s.cases.yaml:5:59: “硬件”不能作为类别的值
      |
    5 |     given: {研发费: 50, 营业收入: 30人, "研发费用[1]": 3, 失信: 也许, 类别: 硬件}
      |                                                                             ^^^^

    错误[unknown-indicator] s.cases.yaml:6:23: 方案里没有指标“rdd”
      |
    6 |     expect: {points: {rdd: 6}}
      |                       ^^^

    错误[not-in-force] s.yaml:6:12: 2020-01-01不在有效期内
      |
    6 | in_force: {from: 2024-01-01}
      |            ^^^^
    用例1个：通过1个，未通过0个
    "#);
}

#[test]
fn an_expectation_has_known_keys() {
    assert_snapshot!(report("  - {case: 写错了, given: {研发费用: 50}, expect: {toal: 3}}\n"), @r#"
    错误[unknown-key] s.cases.yaml:4:45: 预期的结果里没有“toal”这个键
      |
    4 |   - {case: 写错了, given: {研发费用: 50}, expect: {toal: 3}}
      |                                                    ^^^^
      = 是不是“total”？
    用例0个：通过0个，未通过0个
    "#);
}
