//! Why a run did not come about.

use std::{
    io,
    path::{Path, PathBuf},
};

use columnar::PopulationProblem;
use export::ExportProblem;
use formula::{Language, Sentence};
use receipt::ReceiptError;
use thiserror::Error;

/// Why a run did not come about. Whoever asked says it to people in their own way.
#[derive(Debug, Error)]
pub enum RunProblem {
    /// A file cannot be read or written.
    #[error("{path}: {source}")]
    File {
        /// Which.
        path: PathBuf,
        /// What the operating system said.
        source: io::Error,
    },
    /// The rule files have problems.
    #[error("{} problems in rule files", .0.len())]
    Rules(Vec<rulebook::Problem>),
    /// The table has problems.
    #[error("{} errors in the table", .0.errors())]
    Table(Box<ingest::Problems>),
    /// The table is in order and still holds nobody to score.
    #[error("the table holds no population: {0:?}")]
    Population(Vec<PopulationProblem>),
    /// A receipt or a stored reference cannot be used.
    #[error(transparent)]
    Receipt(#[from] ReceiptError),
    /// A table cannot be written.
    #[error("{target}: {}", problem.message.en)]
    Export {
        /// The name it was to have.
        target: PathBuf,
        /// The name it was being written under.
        beside: PathBuf,
        /// Why.
        problem: Box<ExportProblem>,
    },
}

impl RunProblem {
    /// What went wrong, for people who see no files: every problem of rules and table is told.
    #[must_use]
    pub fn sentence(&self) -> Sentence {
        let both =
            |say: &dyn Fn(Language) -> String| Sentence::new(say(Language::Chinese), say(Language::English));
        match self {
            Self::Rules(problems) => both(&|language| rulebook::render_all(problems, language)),
            Self::Table(problems) => both(&|language| problems.text(language)),
            Self::Population(problems) => {
                let all: Vec<Sentence> = problems.iter().map(PopulationProblem::sentence).collect();
                both(&|language| {
                    all.iter().map(|one| one.in_language(language)).collect::<Vec<_>>().join("\n")
                })
            }
            Self::Export { problem, .. } => problem.message.clone(),
            Self::File { .. } | Self::Receipt(_) => {
                Sentence::new(format!("文件读写失败（{self}）"), self.to_string())
            }
        }
    }

    /// `error` about the file at `path`.
    #[must_use]
    pub fn file(path: &Path, source: io::Error) -> Self {
        Self::File { path: path.to_owned(), source }
    }
}
