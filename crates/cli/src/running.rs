//! What scoring, explaining and verifying share: run a job and tell people about it on the way.

use columnar::{Detail, Options, PopulationProblem};
use export::ExportProblem;
use formula::Sentence;
use receipt::ReceiptError;
use run::{Job, Run, RunProblem};
use std::path::Path;

use crate::{
    args, clock,
    console::Console,
    exit::{Exit, Stop},
    problems::{remark_warnings, rules_stop, table_stop},
};

/// Does `job`, for results of so much detail. Warnings are told on the way.
///
/// # Errors
/// Rules or tables with problems, files that cannot be read.
pub fn run_job(job: &Job, wanted: Detail, console: Console) -> Result<Run, Stop> {
    let progress = console.progress("读取数据", "reading the table");
    let prepared = job.prepare(clock::today())?;
    drop(progress);
    remark_warnings(&prepared.scheme.warnings, &prepared.read.warnings, console);
    let _progress = console.progress("计算积分", "scoring");
    Ok(job.score_for(prepared, wanted)?)
}

/// Threads as asked for, or all cores.
#[must_use]
pub fn options(threads: Option<u16>) -> Options {
    threads.map_or_else(Options::default, |threads| Options::with_threads(usize::from(threads)))
}

/// The row of an enterprise.
///
/// # Errors
/// [`Exit::NotFound`], with codes that look alike.
pub fn find(run: &Run, id: &str) -> Result<usize, Stop> {
    run.row_of(id).ok_or_else(|| not_found(id.trim(), &run.alike(id.trim())))
}

/// No enterprise has the code, and these look like it.
#[must_use]
pub fn not_found(wanted: &str, alike: &[String]) -> Stop {
    let (mut zh, mut en) =
        (format!("表中没有代码为{wanted}的企业"), format!("no enterprise {wanted} in the table"));
    if !alike.is_empty() {
        zh.push_str(&format!("；相近的有：{}", alike.join("、")));
        en.push_str(&format!("; similar: {}", alike.join(", ")));
    }
    Stop::new(Exit::NotFound, Sentence::new(zh, en))
}

impl From<&args::Reading> for run::Reading {
    fn from(reading: &args::Reading) -> Self {
        Self {
            input: reading.input.clone(),
            sheet: reading.sheet.clone(),
            period: reading.period,
            as_of: reading.as_of,
            id_column: reading.id_column.clone(),
        }
    }
}

impl From<RunProblem> for Stop {
    fn from(problem: RunProblem) -> Self {
        match problem {
            RunProblem::File { path, source } => Self::file(&path, &source),
            RunProblem::Rules(problems) => rules_stop(&problems),
            RunProblem::Table(problems) => table_stop(&problems),
            RunProblem::Population(problems) => population_stop(&problems),
            RunProblem::Receipt(error) => receipt_stop(&error),
            RunProblem::Export { target, beside, problem } => export_stop(&target, &beside, &problem),
        }
    }
}

fn population_stop(problems: &[PopulationProblem]) -> Stop {
    let text = |pick: fn(&Sentence) -> &String| {
        problems.iter().map(|problem| pick(&problem.sentence()).clone()).collect::<Vec<_>>().join("\n")
    };
    Stop::new(Exit::Problems, Sentence::new(text(|sentence| &sentence.zh), text(|sentence| &sentence.en)))
}

/// Says why a receipt or stored reference cannot be used.
#[must_use]
pub fn receipt_stop(error: &ReceiptError) -> Stop {
    match error {
        ReceiptError::Io { path, source } => Stop::file(path, source),
        ReceiptError::Malformed { path, reason } => Stop::new(
            Exit::Problems,
            Sentence::new(
                format!("{}：内容不完整或格式不对（{reason}）", path.display()),
                format!("{}: damaged or not of this format ({reason})", path.display()),
            ),
        ),
        ReceiptError::Format { path, found, expected } => Stop::new(
            Exit::Problems,
            Sentence::new(
                format!("{}：文件格式是{found}，这里需要{expected}", path.display()),
                format!("{}: the format is {found}, expected {expected}", path.display()),
            ),
        ),
        ReceiptError::OtherScheme { path, name } => Stop::new(
            Exit::Problems,
            Sentence::new(
                format!("{}：这份参照属于另一个方案（{name}）", path.display()),
                format!("{}: this reference belongs to another scheme ({name})", path.display()),
            ),
        ),
    }
}

/// Why a table could not be written. It was being written at `beside`; people know it as `target`.
#[must_use]
pub fn export_stop(target: &Path, beside: &Path, problem: &ExportProblem) -> Stop {
    let named = |text: &str| text.replace(&beside.display().to_string(), &target.display().to_string());
    let with_hint = |text: &str, hint: Option<&str>| match hint {
        Some(hint) => format!("{}\n  {hint}", named(text)),
        None => named(text),
    };
    let hint = problem.hint.as_ref();
    let message = Sentence::new(
        with_hint(&problem.message.zh, hint.map(|hint| hint.zh.as_str())),
        with_hint(&problem.message.en, hint.map(|hint| hint.en.as_str())),
    );
    Stop::with_details(Exit::File, message, serde_json::json!({"code": problem.code}))
}

/// A fault of the program itself: what was computed does not fit together.
#[must_use]
pub fn internal_stop(error: &dyn std::fmt::Display) -> Stop {
    Stop::new(
        Exit::Internal,
        Sentence::new(
            format!("程序内部出错（{error}），请报告"),
            format!("internal fault ({error}); please report it"),
        ),
    )
}
