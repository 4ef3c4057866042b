//! The rule files of a zone with another text among them: a policy or product on trial.

use super::ZoneRules;
use rulebook::{Files, Found, Problem};
use std::{
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

/// Finds the versions among rule files of one kind.
type Find = fn(&dyn Files, &[PathBuf]) -> Result<Vec<Found>, Vec<Problem>>;

/// What is read beside the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Beside {
    /// Everything of other codes.
    Others,
    /// Nothing of other codes.
    Nothing,
}

/// The rule files with another text among them.
#[derive(Clone)]
pub(crate) struct WithText {
    home: ZoneRules,
    file: &'static str,
    text: Arc<str>,
}

impl Files for WithText {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        if path == Path::new(self.file) {
            return Ok(self.text.as_bytes().to_vec());
        }
        self.home.read(path)
    }
}

impl WithText {
    /// `text` stands for `file`, a path there is no file at.
    pub(crate) fn new(home: ZoneRules, file: &'static str, text: String) -> Self {
        Self { home, file, text: text.into() }
    }

    /// The files without the text.
    pub(crate) fn home(&self) -> &ZoneRules {
        &self.home
    }

    /// The text with those of `all` that are read beside it: of its own code only the version that it replaces, which ends
    /// the day before.
    pub(crate) fn beside(&self, all: Vec<PathBuf>, find: Find, others: Beside) -> Vec<PathBuf> {
        let read = |path: PathBuf| find(self, &[path]).ok()?.into_iter().next();
        let text = read(self.file.into());
        let stays = |path: &PathBuf| match (&text, read(path.clone())) {
            (Some(text), Some(other)) if other.code == text.code => {
                text.replaces.as_ref() == Some(&other.version)
            }
            _ => others == Beside::Others,
        };
        all.into_iter().filter(stays).chain([self.file.into()]).collect()
    }
}
