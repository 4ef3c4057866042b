//! Truths, texts, categories, labels, codes and years.

use domain::indicators::Item;

use super::{Fault, error_cell, fault, placeholder_word, unreadable};
use crate::{
    CellProblem, Code, credit_code,
    sheets::{Value, is_space},
    text::{folded, is_error_text, is_placeholder, nearest, tidy},
};

/// 是 / 否 in the usual spellings.
pub(crate) fn read_truth(value: Value<'_>) -> Result<bool, Fault> {
    if let Some(fault) = unreadable(&value) {
        return Err(fault);
    }
    let text = match value {
        Value::Truth(truth) => return Ok(truth),
        other => other.shown(),
    };
    match folded(&text).as_str() {
        "是" | "true" | "1" | "y" | "yes" => Ok(true),
        "否" | "false" | "0" | "n" | "no" => Ok(false),
        other if is_placeholder(other) => Err(Box::new(placeholder_word().with_hint(
            "没有数据就留空；确认没有就填“否”",
            "leave the cell empty when there are no data; write 否 for no",
        ))),
        _ => Err(Box::new(
            fault(Code::NotATruth, "这里应填“是”或“否”。", "Yes or no belongs here.")
                .with_hint("填“是”或“否”", "write 是 or 否 (yes/no, true/false, 1/0)"),
        )),
    }
}

/// Free text without spaces at its ends.
pub(crate) fn read_text(value: Value<'_>) -> Result<String, Fault> {
    if let Some(fault) = unreadable(&value) {
        return Err(fault);
    }
    match value {
        Value::Text(text) => {
            let text = text.trim_matches(is_space);
            if is_error_text(text) { Err(Box::new(error_cell(text))) } else { Ok(text.to_owned()) }
        }
        other => Ok(other.shown()),
    }
}

/// A category by code or name; gives the code.
pub(crate) fn read_category(
    item: &Item,
    categories: &[(String, domain::Name)],
    value: Value<'_>,
) -> Result<String, Fault> {
    let text = read_text(value)?;
    // Most cells hold a code or name as it is written in the dictionary; folding every name for each is slow.
    if let Some((code, _)) = categories.iter().find(|(code, name)| *code == text || name.zh == text) {
        return Ok(code.clone());
    }
    let wanted = folded(&text);
    let found = categories.iter().find(|(code, name)| {
        folded(code) == wanted
            || folded(&name.zh) == wanted
            || name.en.as_ref().is_some_and(|en| folded(en) == wanted)
    });
    if let Some((code, _)) = found {
        return Ok(code.clone());
    }
    if is_placeholder(&tidy(&text)) {
        return Err(Box::new(placeholder_word()));
    }
    Err(not_a_category(item, categories, &text))
}

fn not_a_category(item: &Item, categories: &[(String, domain::Name)], text: &str) -> Fault {
    let names: Vec<&str> = categories.iter().map(|(_, name)| name.zh.as_str()).collect();
    let codes: Vec<&str> = categories.iter().map(|(code, _)| code.as_str()).collect();
    let suggestion = nearest(text, names.iter().chain(&codes).copied()).map(str::to_owned);
    let problem = fault(
        Code::NotACategory,
        format!("“{}”没有这个类别。", item.name.zh),
        format!("\"{}\" has no such category.", item.name.in_language(formula::Language::English)),
    )
    .with_hint(format!("可填：{}", listed(&names, "、")), format!("may be: {}", listed(&codes, ", ")));
    Box::new(CellProblem { suggestion, ..problem })
}

fn listed(names: &[&str], separator: &str) -> String {
    let shown = names.iter().take(12).copied().collect::<Vec<_>>().join(separator);
    if names.len() > 12 { format!("{shown}{separator}…") } else { shown }
}

/// Labels separated by `;` `；` `、` `,` or line breaks, joined with `;`. 无 says that none are held.
pub(crate) fn read_labels(value: Value<'_>) -> Result<String, Fault> {
    let text = read_text(value)?;
    if matches!(folded(&text).as_str(), "无" | "none") {
        return Ok(String::new());
    }
    let mut labels: Vec<&str> = Vec::new();
    for label in text.split([';', '；', '、', ',', '，', '\n', '\r', '|']) {
        let label = label.trim_matches(is_space);
        if !label.is_empty() && !labels.contains(&label) {
            labels.push(label);
        }
    }
    if labels.is_empty()
        || labels.iter().any(|label| is_placeholder(label) || label.chars().any(char::is_control))
    {
        return Err(Box::new(
            fault(Code::BadLabel, "标签写法不正确。", "A label is not written properly.").with_hint(
                "多个标签用“；”分开；确认没有标签就填“无”；没有数据就留空",
                "separate labels with \";\"; write 无 when none are held; leave the cell empty when there are no data",
            ),
        ));
    }
    Ok(labels.join(";"))
}

/// The unified social credit code, with a warning when it is doubtful.
pub(crate) fn read_code(value: Value<'_>) -> Result<(String, Option<Fault>), Fault> {
    if let Some(fault) = unreadable(&value) {
        return Err(fault);
    }
    let text = match value {
        Value::Text(text) => tidy(text),
        _ => return Err(numeric_code()),
    };
    if looks_like_scientific(&text) {
        return Err(numeric_code());
    }
    credit_code::judge(&text)
}

/// `9.14403E+17`: what is left of a code that a spreadsheet took for a number.
fn looks_like_scientific(text: &str) -> bool {
    text.contains(['E', 'e']) && text.contains(['+', '.']) && text.parse::<f64>().is_ok()
}

fn numeric_code() -> Fault {
    Box::new(
        fault(
            Code::NumericCode,
            "代码存成了数字；数字只保留前15位，后几位已经丢失。",
            "The code is stored as a number, which keeps 15 digits only; the last ones are lost.",
        )
        .with_hint(
            "先把该列设为“文本”格式，再从原始资料重新填写",
            "set the column's format to Text and enter the codes again from the source",
        ),
    )
}

/// The identifier of an enterprise in a column named by the caller: any text, whole numbers as written.
pub(crate) fn read_id(value: Value<'_>) -> Result<String, Fault> {
    match value {
        Value::Number(number) if number.fract() != 0.0 || number.abs() >= 9_007_199_254_740_992.0 => {
            Err(numeric_code())
        }
        value => read_text(value),
    }
}

/// A year from 1900 to 2200: `2023`, `2023年`, `2023年度`.
pub(crate) fn read_period(value: Value<'_>) -> Result<i32, Fault> {
    if let Some(fault) = unreadable(&value) {
        return Err(fault);
    }
    let text = folded(&value.shown());
    let year = text.strip_suffix("年度").or_else(|| text.strip_suffix('年')).unwrap_or(&text);
    let parsed = if year.len() == 4 { year.parse().ok() } else { None };
    parsed.filter(|year| (1900..=2200).contains(year)).ok_or_else(|| {
        Box::new(
            fault(Code::BadPeriod, "不是有效年度。", "The value is not a year.")
                .with_hint("写成四位年份，如 2023", "write the year with four digits, such as 2023"),
        )
    })
}
