//! The rule files of a folder.

use std::path::{Path, PathBuf};

use formula::Sentence;

use crate::Problem;

/// Deepest folder looked into.
const MAX_DEPTH: usize = 12;

/// Every `.yaml` file at or below `path`, by name.
pub(crate) fn rule_files(path: &Path) -> Result<Vec<PathBuf>, Box<Problem>> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    let mut files = Vec::new();
    collect(path, 0, &mut files).map_err(|error| {
        let message = Sentence::new(format!("无法读取：{error}"), format!("cannot be read: {error}"));
        Box::new(Problem::of_file("file-unreadable", &path.display().to_string(), message))
    })?;
    files.sort();
    Ok(files)
}

fn collect(folder: &Path, depth: usize, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        let kind = entry.file_type()?;
        if kind.is_dir() && depth < MAX_DEPTH {
            collect(&path, depth + 1, files)?;
        } else if !kind.is_dir() && path.extension().is_some_and(|end| end == "yaml" || end == "yml") {
            files.push(path);
        }
    }
    Ok(())
}

/// Whether a file holds cases, by its name.
pub(crate) fn is_case_file(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().ends_with(".cases.yaml"))
}

/// The case file beside a rule file.
pub(crate) fn cases_beside(path: &Path) -> PathBuf {
    let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    path.with_file_name(format!("{name}.cases.yaml"))
}
