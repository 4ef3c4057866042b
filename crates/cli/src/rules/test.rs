//! `jifen rules test`: the cases beside rule files.

use serde_json::{Value, json};

use super::problem_json;
use crate::{
    args::RulePaths,
    console::Console,
    exit::{Ended, Exit},
};

/// Runs every case at or below the paths named.
pub fn run(args: &RulePaths, console: Console) -> Ended {
    let reports: Vec<rulebook::TestReport> =
        args.paths.iter().map(|path| rulebook::test_path(path)).collect();
    let ok = reports.iter().all(rulebook::TestReport::is_ok);
    if console.json {
        let cases: Vec<Value> = reports.iter().flat_map(|report| &report.results).map(case_json).collect();
        let problems: Vec<Value> =
            reports.iter().flat_map(|report| &report.problems).map(problem_json).collect();
        let answer = json!({"ok": ok, "cases": cases, "problems": problems});
        console.print(&format!("{answer:#}\n"));
    } else {
        for report in &reports {
            console.print(&rulebook::render_test_report(report, console.language));
        }
    }
    Ok(if ok { Exit::Done } else { Exit::Differs })
}

fn case_json(result: &rulebook::cases::CaseResult) -> Value {
    let differences: Vec<Value> = result
        .differences
        .iter()
        .map(|difference| {
            json!({
                "line": difference.place.start().line,
                "what": {"zh": difference.what.zh, "en": difference.what.en},
                "expected": difference.expected,
                "actual": difference.actual,
            })
        })
        .collect();
    json!({
        "case": result.sentence,
        "file": result.place.file(),
        "line": result.place.start().line,
        "passed": differences.is_empty(),
        "differences": differences,
    })
}
