//! How problems of rules and tables look, for people and for programs.

use formula::{Language, Sentence, Severity};
use ingest::{CellProblem, Problems};
use serde_json::{Value, json};

use crate::{
    console::Console,
    exit::{Exit, Stop},
    rules::problem_json,
};

/// A rule file with problems.
pub fn rules_stop(problems: &[rulebook::Problem]) -> Stop {
    let errors = problems.iter().filter(|problem| problem.is_error()).count();
    let text = |language| rulebook::render_all(problems, language);
    let message = Sentence::new(
        format!("规则文件有{errors}个错误，未做任何计算\n\n{}", text(Language::Chinese)),
        format!("the rule file has {errors} errors; nothing was computed\n\n{}", text(Language::English)),
    );
    let details = Value::Array(problems.iter().map(problem_json).collect());
    Stop::with_details(Exit::Problems, message, json!({"rules": details}))
}

/// A table with problems.
pub fn table_stop(problems: &Problems) -> Stop {
    let message =
        Sentence::new(table_text(problems, Language::Chinese), table_text(problems, Language::English));
    Stop::with_details(Exit::Problems, message, table_json(problems))
}

fn table_text(problems: &Problems, language: Language) -> String {
    let errors = problems.errors();
    let head = match language {
        Language::Chinese => format!("数据表有{errors}处错误，没有写出任何文件\n\n"),
        Language::English => format!("the table has {errors} errors; nothing was written\n\n"),
    };
    head + &problems.text(language)
}

/// Problems of a table for programs.
pub fn table_json(problems: &Problems) -> Value {
    let list: Vec<Value> = problems.shown().iter().map(cell_json).collect();
    json!({
        "errors": problems.errors(),
        "warnings": problems.warnings(),
        "hidden": problems.hidden(),
        "problems": list,
    })
}

fn cell_json(problem: &CellProblem) -> Value {
    json!({
        "code": problem.code.as_str(),
        "severity": if problem.severity == Severity::Error { "error" } else { "warning" },
        "file": problem.file,
        "sheet": problem.sheet,
        "row": problem.row,
        "column": problem.column.as_ref().map(|column| json!({"letter": column.letter(), "name": column.name})),
        "value": problem.value,
        "reason": {"zh": problem.reason.zh, "en": problem.reason.en},
        "hint": problem.hint.as_ref().map(|hint| json!({"zh": hint.zh, "en": hint.en})),
        "suggestion": problem.suggestion,
    })
}

/// Tells of warnings on standard error; the work goes on.
pub fn remark_warnings(rules: &[rulebook::Problem], table: &Problems, console: Console) {
    if console.json {
        return;
    }
    if !rules.is_empty() {
        console.remark(rulebook::render_all(rules, console.language).trim_end());
    }
    if table.warnings() > 0 {
        console.remark(table.text(console.language).trim_end());
    }
}
