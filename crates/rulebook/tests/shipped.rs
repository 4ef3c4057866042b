//! Every rule file that ships is whole: it checks without errors and passes the cases beside it.

use std::path::PathBuf;

use rulebook::{Language, check_path, render_all, render_test_report, test_path};

fn rules() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../rules"))
}

#[test]
fn every_rule_file_checks_clean() {
    let report = check_path(&rules());
    assert!(!report.files.is_empty());
    assert!(report.problems.is_empty(), "\n{}", render_all(&report.problems, Language::Chinese));
}

#[test]
fn every_case_passes() {
    let report = test_path(&rules());
    assert!(!report.results.is_empty());
    assert!(report.is_ok(), "\n{}", render_test_report(&report, Language::Chinese));
}
