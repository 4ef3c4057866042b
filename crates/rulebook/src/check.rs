//! `rules check`: everything wrong with the rule files of a folder.

use std::path::{Path, PathBuf};

use crate::{Disk, Files, Problem, Reading, formats, ladder, policy, product, scorecard, walk};

/// What is wrong with a file or folder of rules.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// The files that were checked.
    pub files: Vec<PathBuf>,
    /// Everything found in them and in the files they refer to, by place.
    pub problems: Vec<Problem>,
}

impl Report {
    /// Whether nothing keeps the rules from being used (there may be warnings).
    #[must_use]
    pub fn is_ok(&self) -> bool {
        !self.problems.iter().any(Problem::is_error)
    }

    /// How many errors and how many warnings.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        let errors = self.problems.iter().filter(|problem| problem.is_error()).count();
        (errors, self.problems.len() - errors)
    }
}

/// Checks every rule file at or below `path`, on every day something changes in it.
#[must_use]
pub fn check_path(path: &Path) -> Report {
    let files = match walk::rule_files(path) {
        Ok(files) => files,
        Err(problem) => return Report { files: Vec::new(), problems: vec![*problem] },
    };
    let mut reading = Reading::new(&Disk);
    for file in &files {
        check_file(&mut reading, file);
    }
    ladder::refuse_overlaps(&mut reading, &files);
    policy::refuse_disagreements(&mut reading, &files);
    product::refuse_overlaps(&mut reading, &files);
    scorecard::refuse_overlaps(&mut reading, &files);
    Report { files, problems: reading.problems.into_sorted() }
}

/// What the policies, products and scorecards `named` among `files` cannot all say: two versions of one on one day, one ceiling with two
/// amounts, a version that replaces one that is not there.
#[must_use]
pub fn check_together(files: &dyn Files, named: &[PathBuf]) -> Vec<Problem> {
    let mut reading = Reading::new(files);
    policy::refuse_disagreements(&mut reading, named);
    product::refuse_overlaps(&mut reading, named);
    scorecard::refuse_overlaps(&mut reading, named);
    reading.problems.into_sorted()
}

/// Checks the one rule file at `path` among `files`, on every day something changes in it.
#[must_use]
pub fn check_from(files: &dyn Files, path: &Path) -> Report {
    let mut reading = Reading::new(files);
    check_file(&mut reading, path);
    Report { files: vec![path.to_owned()], problems: reading.problems.into_sorted() }
}

/// Checks one file as its format says.
pub(crate) fn check_file(reading: &mut Reading<'_>, path: &Path) {
    let Some(root) = reading.open(path, None) else { return };
    if let Some(format) = formats::of(&root, &mut reading.problems) {
        (format.check)(reading, path);
    }
}
