//! Faults of a data dictionary, as its author sees them.

use formula::Language;
use insta::assert_snapshot;

use crate::{Memory, load_items_from, render_all};

fn seen(items: &str) -> String {
    let text = format!("format: items/1\ncode: test\nname: 字典\nitems:\n{items}");
    let files = Memory::new([("items.yaml", text)]);
    match load_items_from(&files, "items.yaml".as_ref()) {
        Ok(loaded) => render_all(&loaded.warnings, Language::Chinese),
        Err(problems) => render_all(&problems, Language::Chinese),
    }
}

#[test]
fn a_good_dictionary_is_good() {
    assert_eq!(
        seen(
            "  - {code: a, name: 甲, type: number, unit: 万元, minimum: 0, maximum: 1亿元, meaning: 甲。}\n"
        ),
        ""
    );
}

#[test]
fn a_name_means_one_item() {
    let items = "  - {code: a, name: 甲, aliases: [丙], type: truth, meaning: 甲。}\n  - {code: b, name: 乙, aliases: [丙], type: credit_code, meaning: 乙。}\n  - {code: c, name: 丁, type: credit_code, meaning: 丁。}\n";
    assert_snapshot!(seen(items), @r#"
    错误[duplicate-code] items.yaml:6:34: “丙”已经是数据项 a（甲）的名称
      |
    6 |   - {code: b, name: 乙, aliases: [丙], type: credit_code, meaning: 乙。}
      |                                   ^^
      = 一个名称只能指一个数据项

    错误[duplicate-code] items.yaml:7:30: 这种类型的数据项只能有一个
      |
    7 |   - {code: c, name: 丁, type: credit_code, meaning: 丁。}
      |                               ^^^^^^^^^^^
    "#);
}

#[test]
fn units_and_ranges_fit_the_type() {
    let items = "  - {code: a, name: 甲, type: number, unit: 万, meaning: 甲。}\n  - {code: b, name: 乙, type: number, unit: 人, minimum: 5万元, meaning: 乙。}\n  - {code: c, name: 丙, type: truth, unit: 人, meaning: 丙。}\n  - {code: d, name: 丁, type: number, minimum: 3, maximum: 2, meaning: 丁。}\n  - {code: e, name: 戊, type: numbr, meaning: 戊。}\n";
    assert_snapshot!(seen(items), @r#"
    错误[unknown-unit] items.yaml:5:44: 没有“万”这个单位
      |
    5 |   - {code: a, name: 甲, type: number, unit: 万, meaning: 甲。}
      |                                             ^^
      = 是不是“万元”？

    错误[unit-mismatch] items.yaml:6:56: “万元”是金额的单位，这里要的是人数
      |
    6 |   - {code: b, name: 乙, type: number, unit: 人, minimum: 5万元, meaning: 乙。}
      |                                                          ^^^^^

    错误[conflicting-keys] items.yaml:7:37: “unit”只用于 type: number 的数据项
      |
    7 |   - {code: c, name: 丙, type: truth, unit: 人, meaning: 丙。}
      |                                      ^^^^

    错误[empty-range] items.yaml:8:59: 最大值小于最小值
      |
    8 |   - {code: d, name: 丁, type: number, minimum: 3, maximum: 2, meaning: 丁。}
      |                                                            ^

    错误[wrong-value] items.yaml:9:30: “numbr”不是number、truth、text、date、credit_code、labels之一
      |
    9 |   - {code: e, name: 戊, type: numbr, meaning: 戊。}
      |                               ^^^^^
      = 是不是“number”？
    "#);
}

#[test]
fn problems_read_in_english_too() {
    let text = "format: item/1\ncode: test\n";
    let problems = load_items_from(&Memory::new([("items.yaml", text)]), "items.yaml".as_ref()).unwrap_err();
    assert_snapshot!(render_all(&problems, Language::English), @r#"
    error[unknown-format] items.yaml:1:9: `item/1` is not a file format
      |
    1 | format: item/1
      |         ^^^^^^
      = did you mean `items/1`?
    "#);
}
