//! What changed, as people read it.

use insta::assert_snapshot;

use super::{diff, render_changes};
use crate::{Language, Loaded, Memory, load_scheme_from};

const ITEMS: &str = "\
format: items/1
code: test
name: 测试字典
items:
  - {code: revenue, name: 营业收入, type: number, unit: 万元, minimum: 0, meaning: 收入。}
  - {code: bad, name: 失信, type: truth, meaning: 失信。}
";

const SCHEME: &str = "\
format: scheme/1
code: test
name: 甲方案
version: \"1\"
status: illustrative
in_force: {from: 2024-01-01}
items: items.yaml
full_points: 10
stages:
  - {code: small, name: 初创期, when: 营业收入 < 500万元}
  - {code: large, name: 成熟期, when: 营业收入 >= 500万元}
pillars:
  - code: p
    name: 经营
    indicators:
      - {code: a, name: 收入, value: 营业收入, full: 6, rule: {linear: {low: 0, high: 100}}}
      - {code: b, name: 规模, value: 营业收入, full: 4, rule: {linear: {low: 0, high: 9}}}
vetoes:
  - {code: bad, name: 失信, when: 失信}
grades:
  - {code: A, name: A级, at_least: 8}
";

fn load(changes: &[(&str, &str)]) -> Loaded<domain::indicators::Scheme> {
    let scheme = changes.iter().fold(SCHEME.to_owned(), |text, (old, new)| {
        assert!(text.contains(old), "{old}");
        text.replacen(old, new, 1)
    });
    let files = Memory::new([("items.yaml", ITEMS.to_owned()), ("s.yaml", scheme)]);
    load_scheme_from(&files, "s.yaml".as_ref(), "2024-06-01".parse().unwrap()).unwrap()
}

fn changed(changes: &[(&str, &str)], language: Language) -> String {
    render_changes(&diff(&load(&[]), &load(changes)), language)
}

#[test]
fn the_same_scheme_has_no_changes() {
    assert_eq!(changed(&[], Language::Chinese), "");
    assert_eq!(changed(&[("营业收入 < 500万元", "revenue < 500 wan_yuan")], Language::Chinese), "");
}

#[test]
fn every_change_is_told_with_before_and_after() {
    let all = [
        ("甲方案", "乙方案"),
        ("full_points: 10", "full_points: 10\nbonus_cap: 2\nminimum_coverage: 50%"),
        ("name: 成熟期", "name: 壮大期"),
        ("营业收入 < 500万元", "营业收入 < 600万元"),
        ("营业收入 >= 500万元", "营业收入 >= 600万元"),
        (
            "full: 6, rule: {linear: {low: 0, high: 100}}",
            "full: {small: 7, large: 6}, cap: 90%, rule: {linear: {low: 0, high: 200}}",
        ),
        (
            "{code: b, name: 规模, value: 营业收入, full: 4",
            "{code: c, name: 新规模, value: 营业收入, full: {small: 3, large: 4}",
        ),
        ("when: 失信}", "when: 非 失信}"),
        ("at_least: 8}", "at_least: 9}\n  - {code: B, name: B级, at_least: 5}"),
        (
            "vetoes:",
            "  - {code: x, name: 加分项, class: bonus, indicators: [{code: y, name: 加分, value: 营业收入, full: 2, rule: {linear: {low: 0, high: 9}}}]}\nvetoes:",
        ),
    ];
    assert_snapshot!(changed(&all, Language::Chinese), @r#"
    修改 名称：甲方案 → 乙方案
    新增 加分上限：2分
    新增 最低数据完整率：50%
    修改 阶段“small”的判定条件：营业收入 < 500万元 → 营业收入 < 600万元
    修改 阶段“large”的名称：成熟期 → 壮大期
    修改 阶段“large”的判定条件：营业收入 ≥ 500万元 → 营业收入 ≥ 600万元
    新增 一级指标“x”：加分项（加分）
    修改 指标“收入”的封顶：100% → 90%
    修改 指标“收入”的满分（初创期）：6分 → 7分
    修改 指标“收入”的赋分规则：收入为0万元不得分，100万元得满分，其间按比例 → 收入为0万元不得分，200万元得满分，其间按比例
    删除 指标“b”：规模（初创期4分，成熟期4分）
    新增 指标“c”：新规模（初创期3分，壮大期4分）
    新增 指标“y”：加分（初创期2分，壮大期2分）
    修改 一票否决“bad”：失信（失信） → 失信（非 失信）
    修改 等级“A”：A级，总分≥8分 → A级，总分≥9分
    新增 等级“B”：B级，总分≥5分
    "#);
    assert_snapshot!(changed(&all, Language::English), @r#"
    changed name: 甲方案 → 乙方案
    added bonus cap: 2 points
    added minimum coverage: 50%
    changed condition of stage `small`: revenue < 500 wan_yuan → revenue < 600 wan_yuan
    changed name of stage `large`: 成熟期 → 壮大期
    changed condition of stage `large`: revenue >= 500 wan_yuan → revenue >= 600 wan_yuan
    added pillar `x`: 加分项 (bonus)
    changed cap of indicator `a`: 100% → 90%
    changed full points (small) of indicator `a`: 6 points → 7 points
    changed rule of indicator `a`: 收入: no points at 0万元, full points at 100万元, in proportion between → 收入: no points at 0万元, full points at 200万元, in proportion between
    removed indicator `b`: 规模 (small 4, large 4)
    added indicator `c`: 新规模 (small 3, large 4)
    added indicator `y`: 加分 (small 2, large 2)
    changed veto `bad`: 失信 (bad) → 失信 (not bad)
    changed grade `A`: A级, total ≥ 8 → A级, total ≥ 9
    added grade `B`: B级, total ≥ 5
    "#);
}
