//! From a raw cell to a value of an item, or the reason why not.

mod date;
mod quantity;
mod words;

use formula::Sentence;

use crate::{CellProblem, Code, sheets::Value};

pub(crate) use date::read_date;
pub(crate) use quantity::{Bound, Bounds, NumberRule, read_number};
pub(crate) use words::{read_category, read_code, read_id, read_labels, read_period, read_text, read_truth};

/// Why a cell has no value; the place is added by the column.
pub(crate) type Fault = Box<CellProblem>;

pub(crate) fn fault(code: Code, zh: impl Into<String>, en: impl Into<String>) -> CellProblem {
    CellProblem::error(code, Sentence::new(zh, en))
}

/// What is wrong with a cell whatever the item: formula errors, formulas without a result.
pub(crate) fn unreadable(value: &Value<'_>) -> Option<Fault> {
    match value {
        Value::Error(text) => Some(Box::new(error_cell(text))),
        Value::NoResult => Some(Box::new(
            fault(Code::FormulaWithoutValue, "公式没有保存计算结果。", "The formula has no stored result.")
                .with_hint(
                    "在 Excel 或 WPS 中打开、重新计算并保存，或粘贴为数值",
                    "open the file in Excel or WPS, recalculate and save, or paste the values",
                ),
        )),
        _ => None,
    }
}

pub(crate) fn error_cell(text: &str) -> CellProblem {
    fault(
        Code::ErrorCell,
        format!("单元格是公式错误值 {text}。"),
        format!("The cell holds the formula error {text}."),
    )
    .with_hint("改正公式；没有数据就留空", "mend the formula; leave the cell empty when there are no data")
}

pub(crate) fn placeholder() -> CellProblem {
    fault(
        Code::Placeholder,
        "分不清是没有数据还是零。",
        "It leaves open whether the value is missing or zero.",
    )
    .with_hint(
        "没有数据就留空；确认为零就填 0",
        "leave the cell empty when there are no data; write 0 for a confirmed zero",
    )
}

/// The same for what is no number.
pub(crate) fn placeholder_word() -> CellProblem {
    fault(
        Code::Placeholder,
        "分不清是缺数据还是确实没有。",
        "It leaves open whether data are missing or there is nothing.",
    )
    .with_hint("没有数据就留空", "leave the cell empty when there are no data")
}
