//! `jifen rules check`: every problem of rule files, with its place.

use serde_json::json;

use super::problem_json;
use crate::{
    args::RulePaths,
    console::Console,
    exit::{Ended, Exit},
};

/// Checks every file or folder named.
pub fn run(args: &RulePaths, console: Console) -> Ended {
    let reports: Vec<rulebook::Report> = args.paths.iter().map(|path| rulebook::check_path(path)).collect();
    let problems: Vec<&rulebook::Problem> = reports.iter().flat_map(|report| &report.problems).collect();
    let files: usize = reports.iter().map(|report| report.files.len()).sum();
    let errors = problems.iter().filter(|problem| problem.is_error()).count();
    let warnings = problems.len() - errors;
    let exit = if errors == 0 { Exit::Done } else { Exit::Problems };
    if console.json {
        let list: Vec<_> = problems.iter().map(|problem| problem_json(problem)).collect();
        let answer = json!({"files": files, "errors": errors, "warnings": warnings, "problems": list});
        console.print(&format!("{answer:#}\n"));
        return Ok(exit);
    }
    for problem in &problems {
        console.print(&rulebook::render(problem, console.language));
        console.print("\n");
    }
    let zh = format!("检查了{files}个规则文件：{errors}个错误，{warnings}个警告。\n");
    let en = format!("{files} rule files checked: {errors} errors, {warnings} warnings.\n");
    console.print(console.pick(&zh, &en));
    Ok(exit)
}
