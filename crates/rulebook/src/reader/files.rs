//! Where rule files come from, and what was read: each file's text counts towards the hash of what was loaded.

use std::{
    collections::{BTreeMap, BTreeSet},
    io,
    path::{Component, Path, PathBuf},
    sync::Arc,
};

use formula::Sentence;
use sha2::{Digest, Sha256};

use super::{Node, Problem, Problems, Source, yaml};

/// A place that rule files are read from: a disk, or texts in memory.
pub trait Files {
    /// The bytes of a file.
    ///
    /// # Errors
    /// What the system said.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;
}

/// The file system.
#[derive(Debug, Clone, Copy, Default)]
pub struct Disk;

impl Files for Disk {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let size = std::fs::metadata(path)?.len();
        if size > yaml::MAX_FILE_BYTES as u64 {
            return Err(io::Error::new(io::ErrorKind::FileTooLarge, size.to_string()));
        }
        std::fs::read(path)
    }
}

/// Texts in memory by path.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    texts: BTreeMap<PathBuf, String>,
}

impl Memory {
    /// Files from pairs of path and text.
    #[must_use]
    pub fn new<P: Into<PathBuf>, T: Into<String>>(texts: impl IntoIterator<Item = (P, T)>) -> Self {
        Self { texts: texts.into_iter().map(|(path, text)| (path.into(), text.into())).collect() }
    }
}

impl Files for Memory {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let text = self.texts.get(path).ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))?;
        Ok(text.clone().into_bytes())
    }
}

/// One reading of a rule file and everything it refers to: files seen, problems found.
pub struct Reading<'a> {
    files: &'a dyn Files,
    seen: BTreeMap<PathBuf, [u8; 32]>,
    /// What is wrong so far.
    pub problems: Problems,
}

impl<'a> Reading<'a> {
    /// A reading that takes files from `files`.
    #[must_use]
    pub fn new(files: &'a dyn Files) -> Self {
        Self { files, seen: BTreeMap::new(), problems: Problems::new() }
    }

    /// Where files are read from.
    #[must_use]
    pub fn files(&self) -> &'a dyn Files {
        self.files
    }

    /// The tree of a file. `asked` is the text that names it in another file: a missing file is reported there.
    pub fn open(&mut self, path: &Path, asked: Option<&Node>) -> Option<Node> {
        let shown = path.display().to_string();
        let bytes = match self.files.read(path) {
            Ok(bytes) => bytes,
            Err(error) => {
                self.unreadable(&shown, &error, asked);
                return None;
            }
        };
        self.seen.insert(path.to_owned(), Sha256::digest(&bytes).into());
        if bytes.len() > yaml::MAX_FILE_BYTES {
            self.problems.push(yaml::file_too_large(&shown, bytes.len()));
            return None;
        }
        let Ok(text) = String::from_utf8(bytes) else {
            let message = Sentence::new("文件不是 UTF-8 编码", "the file is not UTF-8");
            let hint = Sentence::new("请用 UTF-8 编码另存", "save it again as UTF-8");
            self.problems.push(Problem::of_file("not-utf8", &shown, message).with_hint(hint));
            return None;
        };
        let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
        let source = Source::new(shown, text);
        let count = self.problems.len();
        let root = yaml::parse(&source, &mut self.problems);
        if root.is_none() && !self.problems.errors_since(count) {
            self.problems.push(empty(&source));
        }
        root
    }

    fn unreadable(&mut self, path: &str, error: &io::Error, asked: Option<&Node>) {
        if error.kind() == io::ErrorKind::FileTooLarge {
            self.problems.push(yaml::file_too_large(path, error.to_string().parse().unwrap_or(usize::MAX)));
            return;
        }
        let message = if error.kind() == io::ErrorKind::NotFound {
            Sentence::new(format!("找不到文件 {path}"), format!("there is no file {path}"))
        } else {
            Sentence::new(format!("无法读取文件 {path}：{error}"), format!("cannot read {path}: {error}"))
        };
        match asked {
            Some(node) => {
                let hint = Sentence::new(
                    "路径相对于本文件所在的文件夹",
                    "paths are relative to the folder of this file",
                );
                self.problems.error_with_hint("file-unreadable", node, message, hint);
            }
            None => self.problems.push(Problem::of_file("file-unreadable", path, message)),
        }
    }

    /// SHA-256 over the sorted SHA-256 hashes of all files read, as lower-case hex. Names and folders do not count,
    /// so that files may move.
    #[must_use]
    pub fn source_hash(&self) -> String {
        let hashes: BTreeSet<&[u8; 32]> = self.seen.values().collect();
        let mut all = Sha256::new();
        for hash in hashes {
            all.update(hash);
        }
        hex(&all.finalize())
    }

    /// The files read so far.
    #[must_use]
    pub fn files_read(&self) -> Vec<PathBuf> {
        self.seen.keys().cloned().collect()
    }
}

fn empty(source: &Arc<Source>) -> Problem {
    Problem::of_file("file-empty", source.path(), Sentence::new("文件是空的", "the file is empty"))
}

/// Lower-case hex.
fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// `relative` as seen from the folder of `file`, without `.` and, as far as possible, without `..`.
#[must_use]
pub fn beside(file: &Path, relative: &str) -> PathBuf {
    let mut path = file.parent().map(Path::to_path_buf).unwrap_or_default();
    for part in Path::new(relative).components() {
        match part {
            Component::ParentDir if path.file_name().is_some() => {
                path.pop();
            }
            Component::CurDir => {}
            other => path.push(other),
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::beside;

    #[test]
    fn paths_in_a_file_start_at_its_folder() {
        assert_eq!(
            beside(Path::new("rules/schemes/a.yaml"), "../items/e.yaml"),
            PathBuf::from("rules/items/e.yaml")
        );
        assert_eq!(beside(Path::new("a.yaml"), "./b.yaml"), PathBuf::from("b.yaml"));
        assert_eq!(beside(Path::new("a.yaml"), "../b.yaml"), PathBuf::from("../b.yaml"));
    }
}
