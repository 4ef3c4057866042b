//! Faults of scoring rules.

use insta::assert_snapshot;

use super::fault;

#[test]
fn bands_cover_every_value_once() {
    assert_snapshot!(fault(&[("{from: 200, award", "{from: 300, award")]), @r#"
    错误[bands-gap] s.yaml:25:22: 200万元与300万元之间没有档
       |
    25 |             - {from: 300, award: 100%}
       |                      ^^^
       = from、up_to 含界限，above、below 不含；相邻两档用同一个值，一含一不含
    "#);
    assert_snapshot!(fault(&[("{from: 200, award", "{from: 150, award")]), @r#"
    错误[bands-overlap] s.yaml:25:22: 150万元到200万元落在两档里
       |
    25 |             - {from: 150, award: 100%}
       |                      ^^^
       = from、up_to 含界限，above、below 不含；相邻两档用同一个值，一含一不含
    "#);
    assert_snapshot!(fault(&[("{from: 200, award", "{above: 200, award")]), @r#"
    错误[bands-gap] s.yaml:25:23: 恰为200万元时没有档
       |
    25 |             - {above: 200, award: 100%}
       |                       ^^^
       = from、up_to 含界限，above、below 不含；相邻两档用同一个值，一含一不含
    "#);
    assert_snapshot!(fault(&[("{from: 50, below: 200", "{from: 50, up_to: 200")]), @r#"
    错误[bands-overlap] s.yaml:25:22: 恰为200万元时落在两档里
       |
    25 |             - {from: 200, award: 100%}
       |                      ^^^
       = from、up_to 含界限，above、below 不含；相邻两档用同一个值，一含一不含
    "#);
    assert_snapshot!(fault(&[("{below: 50, award: 0%}", "{from: 10, below: 50, award: 0%}"), ("{from: 200, award", "{from: 200, below: 9亿元, award")]), @r#"
    错误[bands-gap] s.yaml:23:22: 10万元以下没有档
       |
    23 |             - {from: 10, below: 50, award: 0%}
       |                      ^^
       = 请加一档，例如 {below: 10, award: 0%}

    错误[bands-gap] s.yaml:25:34: 90000万元以上没有档
       |
    25 |             - {from: 200, below: 9亿元, award: 100%}
       |                                  ^^^^^
       = 请加一档，例如 {from: 9亿元, award: 0%}
    "#);
}

#[test]
fn bands_ascend_and_none_is_dead() {
    assert_snapshot!(fault(&[("{below: 50, award: 0%}", "{from: 200, award: 0%}"), ("- {from: 200, award: 100%}", "- {from: 10, award: 100%}")]), @r#"
    错误[bands-gap] s.yaml:23:22: 200万元以下没有档
       |
    23 |             - {from: 200, award: 0%}
       |                      ^^^
       = 请加一档，例如 {below: 200, award: 0%}

    错误[bands-order] s.yaml:24:22: 各档要从小到大排列
       |
    24 |             - {from: 50, below: 200, award: 40%}
       |                      ^^

    错误[bands-order] s.yaml:25:22: 各档要从小到大排列
       |
    25 |             - {from: 10, award: 100%}
       |                      ^^
    "#);
    assert_snapshot!(fault(&[("{from: 50, below: 200", "{from: 50, below: 50")]), @r#"
    错误[bands-dead] s.yaml:24:33: 下限50万元、上限50万元，没有值落在这一档
       |
    24 |             - {from: 50, below: 50, award: 40%}
       |                                 ^^

    错误[bands-gap] s.yaml:25:22: 50万元与200万元之间没有档
       |
    25 |             - {from: 200, award: 100%}
       |                      ^^^
       = from、up_to 含界限，above、below 不含；相邻两档用同一个值，一含一不含
    "#);
    assert_snapshot!(fault(&[("{below: 50, award: 0%}", "{below: 0, award: 0%}\n            - {from: 0, below: 50, award: 10%}")]), @r#"
    警告[bands-dead] s.yaml:23:16: 数据字典不允许这样的值，这一档永远用不到
       |
    23 |             - {below: 0, award: 0%}
       |                ^^^^^
    "#);
}

#[test]
fn awards_stay_within_full_points() {
    assert_snapshot!(fault(&[("below: 200, award: 40%", "below: 200, award: 6.5")]), @r#"
    错误[award-above-full] s.yaml:24:45: 6.5分超过了初创期的满分6分
       |
    24 |             - {from: 50, below: 200, award: 6.5}
       |                                             ^^^
       = 各阶段满分不同时，请写满分的百分比，例如 award: 40%
    "#);
    assert_snapshot!(fault(&[("below: 200, award: 40%", "below: 200, award: 140%")]), @r#"
    错误[award-out-of-range] s.yaml:24:45: 140%不在0%至100%之间
       |
    24 |             - {from: 50, below: 200, award: 140%}
       |                                             ^^^^
    "#);
    assert_snapshot!(fault(&[("below: 200, award: 40%", "below: 200, award: -1")]), @r#"
    错误[award-out-of-range] s.yaml:24:45: 得分不能是负数
       |
    24 |             - {from: 50, below: 200, award: -1}
       |                                             ^^
       = 扣分请用 class: deduction 的指标
    "#);
    assert_snapshot!(fault(&[("from: 200, award: 100%", "from: 200, award: 90%")]), @r#"
    警告[full-unreachable] s.yaml:23:16: 没有一档能得到初创期的满分6分
       |
    23 |             - {below: 50, award: 0%}
       |                ^^^^^
    "#);
}

#[test]
fn awards_follow_the_direction() {
    assert_snapshot!(fault(&[("{below: 50, award: 0%}", "{below: 50, award: 50%}")]), @r#"
    警告[against-direction] s.yaml:24:45: 值更大，得分反而更少，与方向“越大越好”不符
       |
    24 |             - {from: 50, below: 200, award: 40%}
       |                                             ^^^
    "#);
    assert_snapshot!(fault(&[("low: 0, high: 10", "low: 10, high: 0")]), @r#"
    警告[against-direction] s.yaml:30:25: low 大于 high，即越小得分越高，而方向是越大越好
       |
    30 |         rule: {linear: {low: 10, high: 0}}
       |                         ^^^
    "#);
}

#[test]
fn numbers_of_a_rule_measure_what_the_value_measures() {
    assert_snapshot!(fault(&[("{from: 200, award", "{from: 200人, award")]), @r#"
    错误[unit-mismatch] s.yaml:25:22: “人”是人数的单位，这里要的是金额
       |
    25 |             - {from: 200人, award: 100%}
       |                      ^^^^^
    "#);
    assert_snapshot!(fault(&[("value: 研发费用 / 营业收入", "value: 研发费用 / 营业收入\n        unit: 万元")]), @r#"
    错误[unit-mismatch] s.yaml:29:15: “万元”是金额的单位，这里要的是比率或纯数
       |
    29 |         unit: 万元
       |               ^^^^
    "#);
    assert_snapshot!(fault(&[("value: 研发费用 / 营业收入", "value: 研发费用 / 营业收入\n        unit: 万圆")]), @r#"
    错误[unknown-unit] s.yaml:29:15: 没有“万圆”这个单位
       |
    29 |         unit: 万圆
       |               ^^^^
       = 是不是“万元”？
    "#);
    assert_snapshot!(fault(&[("low: 0, high: 10", "low: 5, high: 5%")]), @r#"
    错误[linear-flat] s.yaml:30:39: low 与 high 相同，无法分出高低
       |
    30 |         rule: {linear: {low: 5, high: 5%}}
       |                                       ^^
    "#);
    assert_snapshot!(fault(&[("linear: {low: 0, high: 10}", "per_unit: {per: 0, award: 1}")]), @r#"
    错误[not-positive] s.yaml:30:32: “per”必须大于零
       |
    30 |         rule: {per_unit: {per: 0, award: 1}}
       |                                ^
    "#);
}

#[test]
fn a_rule_suits_its_value() {
    assert_snapshot!(fault(&[("value: 研发费用 / 营业收入", "value: 企业类别")]), @r#"
    错误[rule-type] s.yaml:30:16: linear 规则要求取值是数
       |
    30 |         rule: {linear: {low: 0, high: 10}}
       |                ^^^^^^
    "#);
    assert_snapshot!(fault(&[("value: 企业类别", "value: 职工总数")]), @r#"
    错误[rule-type] s.yaml:35:61: category 规则要求取值是文字或是否
       |
    35 | … value: 职工总数, full: 2, rule: {category: {cases: [{values: [s…
       |                                    ^^^^^^^^
    "#);
    assert_snapshot!(fault(&[("linear: {low: 0, high: 10}", "formula: 研发费用")]), @r#"
    错误[unit-mismatch] s.yaml:30:25: 公式规则要算出分数
       |
    30 |         rule: {formula: 研发费用}
       |                         ^^^^^^^^
    "#);
    assert_snapshot!(fault(&[("linear: {low: 0, high: 10}", "percentile: {peers: [field], minimum_peers: 5, fallback: wider_group}")]), @r#"
    错误[missing-field] s.yaml:30:37: 方案没有写明技术领域在哪个数据项
       |
    30 |         rule: {percentile: {peers: [field], minimum_peers: 5, fallback: wider_group}}
       |                                     ^^^^^
       = 请在方案里写 field: 数据项
    "#);
}

#[test]
fn categories_are_those_of_the_dictionary_and_stand_once() {
    assert_snapshot!(fault(&[("values: [soft]", "values: [sofd]")]), @r#"
    错误[unknown-category] s.yaml:35:90: 数据字典里没有“sofd”这一类
       |
    35 | …{category: {cases: [{values: [sofd], award: 2}], otherwise: …
       |                                ^^^^
       = 是不是“soft”？
    "#);
    assert_snapshot!(fault(&[("{values: [soft], award: 2}", "{values: [soft], award: 2}, {values: [软件], award: 1}")]), @r#"
    错误[repeated-category] s.yaml:35:118: “软件”已经在前面的一类里
       |
    35 | … [soft], award: 2}, {values: [软件], award: 1}], otherwise: 0}…
       |                                ^^^^
    "#);
}

#[test]
fn a_percentage_is_not_taken_for_a_ratio() {
    assert_snapshot!(fault(&[("low: 0, high: 10", "low: 0, high: 0.1")]), @r#"
    警告[percent-or-ratio] s.yaml:30:39: 0.1在这里是0.1%
       |
    30 |         rule: {linear: {low: 0, high: 0.1}}
       |                                       ^^^
       = 如果是10%，请带上百分号
    "#);
    assert_snapshot!(fault(&[("value: 研发费用 / 营业收入", "value: 有数年数(研发费用, 3)"), ("low: 0, high: 10", "low: 5%, high: 10")]), @r#"
    警告[percent-or-ratio] s.yaml:30:40: 10在这里是1000%
       |
    30 |         rule: {linear: {low: 5%, high: 10}}
       |                                        ^^
       = 如果是10%，请带上百分号
    "#);
    assert_eq!(fault(&[("low: 0, high: 10", "low: 0.5, high: 10")]), "");
    assert_eq!(fault(&[("low: 0, high: 10", "low: 0%, high: 0.1%")]), "");
}
