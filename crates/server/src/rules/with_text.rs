//! The rule files of a zone with another text among them: a policy or product on trial.

use super::ZoneRules;
use crate::{
    input::Checks,
    library::read_day,
    problem::{self, Code},
};
use rulebook::{Files, Found, Problem, check_from};
use std::{
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

/// Finds the versions among rule files of one kind.
type Find = fn(&dyn Files, &[PathBuf]) -> Result<Vec<Found>, Vec<Problem>>;

/// Longest text, in bytes.
const LONGEST: usize = 100_000;

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

    /// Insists that there is a text, not too long, and that `on` is a day where it is given.
    ///
    /// # Errors
    /// 422 at `/content` and `/on`.
    pub(crate) fn accepted(content: &str, on: Option<&str>) -> Result<(), problem::Problem> {
        let mut checks = Checks::default();
        let good = !content.trim().is_empty() && content.len() <= LONGEST;
        let (zh, en) = ("应为 1 至 100,000 字节的规则文件", "must be a rule file of 1 to 100,000 bytes");
        checks.that(good, "/content", zh, en);
        checks.that(read_day(on).is_ok(), "/on", "应为日期", "must be a day");
        checks.done()
    }

    /// Everything wrong with the text, and what is allowed but probably not meant.
    ///
    /// # Errors
    /// 500 when judging it failed.
    pub(crate) async fn problems(&self) -> Result<Vec<Problem>, Code> {
        let files = self.clone();
        let judging = tokio::task::spawn_blocking(move || check_from(&files, Path::new(files.file)).problems);
        judging.await.map_err(|error| {
            tracing::error!(%error, "a text on trial was not judged");
            Code::InternalError
        })
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
