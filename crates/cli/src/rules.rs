//! `jifen rules …`: what can be done with rule files.

mod check;
mod diff;
mod show;
mod test;

use serde_json::{Value, json};

use crate::{args::Rules, console::Console, exit::Ended};

/// Does what was asked.
pub fn run(args: &Rules, console: Console) -> Ended {
    match args {
        Rules::Check(args) => check::run(args, console),
        Rules::Test(args) => test::run(args, console),
        Rules::Show(args) => show::run(args, console),
        Rules::Diff(args) => diff::run(args, console),
    }
}

/// A problem of a rule file for programs.
pub fn problem_json(problem: &rulebook::Problem) -> Value {
    let (start, end) = (problem.place.start(), problem.place.end());
    json!({
        "code": problem.code,
        "severity": if problem.is_error() { "error" } else { "warning" },
        "file": problem.place.file(),
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "message": {"zh": problem.message.zh, "en": problem.message.en},
        "hint": problem.hint.as_ref().map(|hint| json!({"zh": hint.zh, "en": hint.en})),
    })
}
