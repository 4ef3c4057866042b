//! What comes out of loading a rule file.

use std::path::PathBuf;

use domain::indicators::Dictionary;

use crate::reader::{Problem, Reading};

/// A rule file, read and checked, with what it was read from.
#[derive(Debug, Clone)]
pub struct Loaded<T> {
    /// The rule.
    pub value: T,
    /// The data dictionary its formulas speak of.
    pub dictionary: Dictionary,
    /// SHA-256 over the texts of all files it was read from, lower-case hex.
    pub source_hash: String,
    /// Those files.
    pub files: Vec<PathBuf>,
    /// What is allowed but probably not meant.
    pub warnings: Vec<Problem>,
}

impl<T> Loaded<T> {
    /// The rule if nothing is wrong with it, otherwise everything that is.
    pub(crate) fn finish(
        reading: Reading<'_>,
        value: Option<T>,
        dictionary: Option<Dictionary>,
    ) -> Result<Self, Vec<Problem>> {
        let (source_hash, files) = (reading.source_hash(), reading.files_read());
        let failed = reading.problems.has_errors();
        let problems = reading.problems.into_sorted();
        match (value, dictionary) {
            (Some(value), Some(dictionary)) if !failed => {
                Ok(Self { value, dictionary, source_hash, files, warnings: problems })
            }
            _ => Err(problems),
        }
    }
}
