//! What a rule author sees for files that are wrong as files.

use formula::{Language, Span};
use insta::assert_snapshot;

use super::{
    Node, Problems, Source, history, parse,
    record::{Choice, Field, Keys, Kind, NAME, Record},
    render_all, shape, values,
};

static RULE: Record = Record {
    name: "rule",
    zh: "规则",
    en: "A rule",
    fields: &[
        Field::required("code", Kind::Code, "代码", "Code"),
        Field::optional("name", NAME, "名称", "Name"),
        Field::optional("full", Kind::Dated(&Kind::Quantity), "满分", "Full points"),
        Field::optional("by_stage", Kind::Map(Keys::Codes, &Kind::Dated(&Kind::Award)), "各阶段", "By stage"),
        Field::optional("value", Kind::Formula, "取值", "Value"),
        Field::optional("at_least", Kind::Quantity, "至少", "At least"),
        Field::optional("at_most", Kind::Quantity, "至多", "At most"),
        Field::optional("rules", Kind::List(&Kind::Record(&RULE)), "规则", "Rules"),
    ],
    choices: &[Choice::beside("value", &["at_least", "at_most"])],
};

fn read(text: &str) -> (Option<Node>, Problems) {
    let mut problems = Problems::new();
    let node = parse(&Source::new("规则.yaml", text), &mut problems);
    (node, problems)
}

fn seen(text: &str) -> String {
    let (node, mut problems) = read(text);
    if let Some(node) = node {
        shape::check(&node, &RULE, &mut problems);
    }
    render_all(&problems.into_sorted(), Language::Chinese)
}

#[test]
fn a_good_file_has_no_problems() {
    assert_eq!(
        seen("code: a\nname: {zh: 甲, en: A}\nfull: 50万元\nby_stage: {x: 40%}\nvalue: 1\nat_most: 3\n"),
        ""
    );
}

#[test]
fn every_mistake_of_a_file_is_named_at_once() {
    let text = "code: 研发\nnmae: 甲\nfull: [1]\nby_stage: {x: 四成}\nat_least: 3\nrules:\n  - name: 乙\n";
    assert_snapshot!(seen(text), @r#"
    错误[wrong-value] 规则.yaml:1:7: “研发”不是代码（英文字母、数字和 _ - . +）
      |
    1 | code: 研发
      |       ^^^^

    错误[unknown-key] 规则.yaml:2:1: 规则里没有“nmae”这个键
      |
    2 | nmae: 甲
      | ^^^^
      = 是不是“name”？

    错误[wrong-type] 规则.yaml:3:8: 这里应当是数或带单位的数（如 50、50万元、5%），现在是列表
      |
    3 | full: [1]
      |        ^

    错误[wrong-value] 规则.yaml:4:15: “四成”不是分数或满分的百分比（如 8、40%）
      |
    4 | by_stage: {x: 四成}
      |               ^^^^

    错误[conflicting-keys] 规则.yaml:5:1: “at_least”要和“value”一起写
      |
    5 | at_least: 3
      | ^^^^^^^^

    错误[missing-key] 规则.yaml:7:5: 缺少“code”（代码）
      |
    7 |   - name: 乙
      |     ^^^^
    "#);
}

#[test]
fn a_comma_that_tears_a_formula_apart_is_explained() {
    assert_snapshot!(seen("rules: [{code: a, value: 最小(1, 2) + 3, at_most: 1}]\ncode: b\n"), @r#"
    错误[unknown-key] 规则.yaml:1:32: 规则里没有“2) + 3”这个键
      |
    1 | rules: [{code: a, value: 最小(1, 2) + 3, at_most: 1}]
      |                                  ^^^^^^
      = 在 { } 里逗号会把内容断开：含逗号的公式或文字请加引号
    "#);
}

#[test]
fn a_duplicate_key_names_the_first() {
    assert_snapshot!(seen("code: a\nname: 甲\ncode: b\n"), @r#"
    错误[duplicate-key] 规则.yaml:3:1: 键“code”在第1行已经写过
      |
    3 | code: b
      | ^^^^
      = 请删去其中一个
    "#);
}

#[test]
fn tabs_anchors_tags_and_broken_yaml_are_explained() {
    for (name, text) in [
        ("tab", "code: a\nrules:\n\t- code: b\n"),
        ("anchor", "code: &a x\nname: *a\n"),
        ("tag", "code: !secret x\n"),
        ("quote", "code: a\nname: \"甲\n"),
        ("colon", "code: a: b\n"),
        ("bracket", "code: a\nrules: [{code: b}\n"),
        ("documents", "code: a\n---\ncode: b\n"),
        ("key", "[a]: b\n"),
    ] {
        assert_snapshot!(name, seen(text));
    }
}

#[test]
fn limits_hold() {
    let deep = "[".repeat(65) + &"]".repeat(65);
    assert!(seen(&deep).contains("yaml-too-deep"));
    assert!(!seen(&("[".repeat(64) + &"]".repeat(64))).contains("yaml-"));
    assert!(seen(&format!("[{}]", "1,".repeat(200_000))).contains("yaml-too-many-nodes"));
    assert!(seen(&format!("a: {}", "x".repeat(1_000_000))).contains("file-too-large"));
}

#[track_caller]
fn check_place(text: &str, key: &str, wanted: &str) {
    let (node, _) = read(text);
    let node = node.unwrap();
    let scalar = node.get(key).unwrap();
    let at = scalar.text().unwrap().find(wanted).unwrap();
    let place = scalar.place_in_text(Span::new(at, at + wanted.len()));
    let shown = place.source.slice(place.span);
    assert_eq!(shown.split_whitespace().collect::<Vec<_>>(), wanted.split_whitespace().collect::<Vec<_>>());
}

#[test]
fn a_place_in_a_text_is_a_place_in_the_file() {
    check_place("a: 研发费用 / 营业收入\n", "a", "营业收入");
    check_place("a: '研发费用 / 营业收入'\n", "a", "营业收入");
    check_place("a: 'it''s 营业收入 here'\n", "a", "营业收入");
    check_place("a: \"\\u7814发 \\\"x\\\" 营业收入\"\n", "a", "营业收入");
    check_place("a: |\n  研发费用\n    / 营业收入\n  + 1\nb: 1\n", "a", "营业收入\n+");
    check_place("a: >\n  研发费用\n  / 营业收入\n\n  + 1\n", "a", "营业收入");
    check_place("a: 研发费用\n   / 营业收入\nb: 2\n", "a", "营业收入");
    check_place("a: [x]\nb: {c: 1}\nd: \"折 行\n    营业收入\"\n", "d", "营业收入");
    check_place("甲: \u{10400}营业收入\n", "甲", "营业收入");
}

#[test]
fn a_history_gives_the_value_in_force() {
    let (node, _) =
        read("full:\n  history:\n    2024-01-01: {value: 8, basis: {title: 甲}}\n    2025-01-01: 10\n");
    let node = node.unwrap();
    let on = |date: &str| {
        let mut problems = Problems::new();
        let resolved = history::resolve(&node, date.parse().unwrap(), &mut problems);
        let value = values::whole(resolved.get("full").unwrap());
        (value, render_all(&problems.into_sorted(), Language::Chinese))
    };
    assert_eq!(on("2024-12-31"), (Some(8), String::new()));
    assert_eq!(on("2025-01-01"), (Some(10), String::new()));
    assert_snapshot!(on("2023-12-31").1, @r#"
    错误[history-gap] 规则.yaml:3:5: 2023-12-31还没有值：历史从2024-01-01开始
      |
    3 |     2024-01-01: {value: 8, basis: {title: 甲}}
      |     ^^^^^^^^^^
      = 请补上更早的值，或把方案的生效日期改到这一天之后
    "#);
}

#[test]
fn dates_of_a_history_ascend() {
    let text = "code: a\nfull:\n  history:\n    2025-01-01: 8\n    2024-01-01: {value: x, basis: {titel: 甲}}\n    明年: 3\n";
    assert_snapshot!(seen(text), @r#"
    错误[history-order] 规则.yaml:5:5: 历史中的日期要从早到晚排列，不能重复
      |
    5 |     2024-01-01: {value: x, basis: {titel: 甲}}
      |     ^^^^^^^^^^

    错误[wrong-value] 规则.yaml:5:25: “x”不是数或带单位的数（如 50、50万元、5%）
      |
    5 |     2024-01-01: {value: x, basis: {titel: 甲}}
      |                         ^

    错误[unknown-key] 规则.yaml:5:36: 依据里没有“titel”这个键
      |
    5 |     2024-01-01: {value: x, basis: {titel: 甲}}
      |                                    ^^^^^
      = 是不是“title”？

    错误[wrong-value] 规则.yaml:6:5: “明年”不是日期
      |
    6 |     明年: 3
      |     ^^^^
      = 日期写成 2024-01-31 的样子
    "#);
}
