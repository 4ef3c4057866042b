//! Runs case files and shows what is not as expected.

use std::{fmt::Write, path::Path};

use formula::Language;

use super::{CaseResult, Difference, open};
use crate::{
    Files, Problem, formats,
    reader::{Disk, Reading, render_all},
    walk,
};

/// What the cases of a file or folder came to.
#[derive(Debug, Clone, Default)]
pub struct TestReport {
    /// Every case that could be run, in file order.
    pub results: Vec<CaseResult>,
    /// What kept cases from running.
    pub problems: Vec<Problem>,
}

impl TestReport {
    /// How many cases passed.
    #[must_use]
    pub fn passed(&self) -> usize {
        self.results.iter().filter(|result| result.differences.is_empty()).count()
    }

    /// How many cases failed.
    #[must_use]
    pub fn failed(&self) -> usize {
        self.results.len() - self.passed()
    }

    /// Whether every case ran and passed.
    #[must_use]
    pub fn is_ok(&self) -> bool {
        self.failed() == 0 && !self.problems.iter().any(Problem::is_error)
    }
}

/// Runs every case file at or below `path`. A rule file runs the cases beside it.
#[must_use]
pub fn test_path(path: &Path) -> TestReport {
    let mut report = TestReport::default();
    match walk::rule_files(path) {
        Ok(files) => {
            for file in files.iter().filter(|file| path.is_file() || walk::is_case_file(file)) {
                let beside = walk::cases_beside(file);
                let file = if walk::is_case_file(file) { file } else { &beside };
                test_file(&Disk, file, &mut report);
            }
        }
        Err(problem) => report.problems.push(*problem),
    }
    report
}

/// Runs one case file.
pub(crate) fn test_file(files: &dyn Files, path: &Path, report: &mut TestReport) {
    let mut reading = Reading::new(files);
    if let Some(results) = run(&mut reading, path) {
        report.results.extend(results);
    }
    report.problems.extend(reading.problems.into_sorted().into_iter().filter(Problem::is_error));
}

fn run(reading: &mut Reading<'_>, path: &Path) -> Option<Vec<CaseResult>> {
    let file = open(reading, path)?;
    let root = reading.open(&file.of, Some(&file.of_node))?;
    let format = formats::of(&root, &mut reading.problems)?;
    let cases = format.cases.as_ref()?;
    let count = reading.problems.len();
    for case in &file.cases {
        crate::reader::shape::check(&case.expect, cases.expect, &mut reading.problems);
    }
    if reading.problems.errors_since(count) {
        return None;
    }
    Some((cases.run)(reading, &file.of, &file.cases))
}

/// The report as text: every failure with its place and both values, then a count.
#[must_use]
pub fn render_test_report(report: &TestReport, language: Language) -> String {
    let mut text = render_all(&report.problems, language);
    for result in report.results.iter().filter(|result| !result.differences.is_empty()) {
        let start = result.place.start();
        let word = if language == Language::Chinese { "未通过" } else { "failed" };
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{word} {}:{}: {}", result.place.file(), start.line, result.sentence);
        for difference in &result.differences {
            text.push_str(&line(difference, language));
        }
    }
    let (passed, failed) = (report.passed(), report.failed());
    let _ = match language {
        Language::Chinese => writeln!(text, "用例{}个：通过{passed}个，未通过{failed}个", passed + failed),
        Language::English => writeln!(text, "{} cases: {passed} passed, {failed} failed", passed + failed),
    };
    text
}

fn line(difference: &Difference, language: Language) -> String {
    let at = difference.place.start();
    let what = difference.what.in_language(language);
    let (expected, actual) = (&difference.expected, &difference.actual);
    match language {
        Language::Chinese => format!("  第{}行 {what}：应为 {expected}，实为 {actual}\n", at.line),
        Language::English => format!("  line {} {what}: expected {expected}, got {actual}\n", at.line),
    }
}
