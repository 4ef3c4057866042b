//! Faults of a classification, as its author sees them.

use formula::Language;
use insta::assert_snapshot;

use crate::{Memory, load_classification_from, render_all};

const ITEMS: &str = "\
format: items/1
code: test
name: 字典
items:
  - {code: staff, name: 职工总数, type: number, unit: 人, minimum: 0, meaning: 人数。}
  - {code: revenue, name: 营业收入, type: number, unit: 万元, meaning: 收入。}
";

fn seen(row: &str) -> String {
    let text = format!(
        "format: classification/1\ncode: size\nname: 划型\nversion: \"1\"\nstatus: illustrative\n\
         in_force: {{from: 2024-01-01}}\nitems: items.yaml\n\
         classes: [{{code: large, name: 大}}, {{code: small, name: 中}}, {{code: micro, name: 小}}]\nrows:\n  - {row}\n"
    );
    let files = Memory::new([("items.yaml", ITEMS.to_owned()), ("c.yaml", text)]);
    match load_classification_from(&files, "c.yaml".as_ref(), "2024-06-01".parse().unwrap()) {
        Ok(loaded) => render_all(&loaded.warnings, Language::Chinese),
        Err(problems) => render_all(&problems, Language::Chinese),
    }
}

#[test]
fn a_good_row_is_good() {
    assert_eq!(
        seen("{name: 全部, when: 职工总数 >= 0, bounds: {营业收入: [1亿元, 500], 职工总数: [100, 10人]}}"),
        ""
    );
}

#[test]
fn bounds_descend_one_for_every_class_but_the_last() {
    assert_snapshot!(seen("{name: 全部, when: 职工总数 >= 0, bounds: {营业收入: [500], 职工总数: [10人, 100人]}}"), @r#"
    错误[bounds-count] c.yaml:10:49: 要写2个下限（最后一类不写），现在是1个
       |
    10 |   - {name: 全部, when: 职工总数 >= 0, bounds: {营业收入: [500], 职工总数: [10人, 100人]}}
       |                                                           ^^^

    错误[bounds-order] c.yaml:10:62: 下限要从高到低
       |
    10 |   - {name: 全部, when: 职工总数 >= 0, bounds: {营业收入: [500], 职工总数: [10人, 100人]}}
       |                                                                            ^^^^
    "#);
    assert_snapshot!(seen("{name: 全部, when: 职工总数, bounds: {营业收入: [500人, 10人], 职工: [10人, 1人]}}"), @r#"
    错误[expected-condition] c.yaml:10:22: “职工总数”是人数，这里需要条件
       |
    10 |   - {name: 全部, when: 职工总数, bounds: {营业收入: [500人, 10人], 职工: [10人, 1人]}}
       |                        ^^^^^^^^
       = 写成比较，如 … >= 5%

    错误[unit-mismatch] c.yaml:10:44: “人”是人数的单位，这里要的是金额
       |
    10 |   - {name: 全部, when: 职工总数, bounds: {营业收入: [500人, 10人], 职工: [10人, 1人]}}
       |                                                      ^^^^^

    错误[unknown-name] c.yaml:10:56: 数据字典中没有“职工”
       |
    10 |   - {name: 全部, when: 职工总数, bounds: {营业收入: [500人, 10人], 职工: [10人, 1人]}}
       |                                                                    ^^^^
       = 是不是要写“职工总数”？
    "#);
}

#[test]
fn an_enterprise_without_a_row_is_told() {
    assert_snapshot!(seen("{name: 大企业, when: 职工总数 > 100, bounds: {营业收入: [500, 10]}}"), @r#"
    警告[rows-gap] c.yaml:9:1: 职工总数=0人 时没有适用的行
      |
    9 | rows:
      | ^^^^
    "#);
}
