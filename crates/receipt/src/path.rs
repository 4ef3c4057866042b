//! Paths in a receipt are relative to its folder.

use std::path::{Component, Path, PathBuf};

/// `target` as seen from `folder`, with `/` between parts. Both must be absolute and free of `..`.
#[must_use]
pub fn relative_to(folder: &Path, target: &Path) -> String {
    let folder: Vec<Component<'_>> = folder.components().collect();
    let target: Vec<Component<'_>> = target.components().collect();
    let common = folder.iter().zip(&target).take_while(|(left, right)| left == right).count();
    let up = std::iter::repeat_n("..".to_owned(), folder.len() - common);
    let down = target[common..].iter().map(|part| part.as_os_str().to_string_lossy().into_owned());
    up.chain(down).collect::<Vec<_>>().join("/")
}

/// The place `path` of a receipt in `folder` names.
#[must_use]
pub fn absolute_from(folder: &Path, path: &str) -> PathBuf {
    folder.join(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(folder: &str, target: &str, expected: &str) {
        assert_eq!(relative_to(Path::new(folder), Path::new(target)), expected);
    }

    #[test]
    fn paths_are_told_from_the_receipts_folder() {
        check("/zone/out", "/zone/out/points.xlsx", "points.xlsx");
        check("/zone/out", "/zone/data/2025.csv", "../data/2025.csv");
        check("/zone/out", "/rules/a.yaml", "../../rules/a.yaml");
    }
}
