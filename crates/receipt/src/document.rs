//! The receipt document.

use std::{fs, path::Path};

use serde::{Deserialize, Serialize};

use crate::{ReceiptError, digest::Sha256Hex};

const FORMAT: &str = "receipt/1";

/// What a result was made from. The order of the fields is the order in the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    /// Always `receipt/1`.
    pub format: String,
    /// The program that ran.
    pub engine: Engine,
    /// When it ran, RFC 3339 with offset.
    pub created_at: String,
    /// Who ran it, as the operating system or the server knows them.
    pub created_by: String,
    /// The scheme and every rule file it was read from.
    pub scheme: SchemePart,
    /// The data.
    pub input: InputPart,
    /// The reference statistics.
    pub calibration: CalibrationPart,
    /// The results themselves, whatever file they were written to.
    pub results: ResultsPart,
    /// The file they were written to.
    pub output: OutputPart,
}

/// The program that ran.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Engine {
    /// `jifen`.
    pub name: String,
    /// Its version.
    pub version: String,
}

/// A file and its hash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FilePart {
    /// Relative to the receipt's folder.
    pub path: String,
    /// SHA-256 of its bytes.
    pub sha256: Sha256Hex,
    /// Its length.
    pub bytes: u64,
}

/// The scheme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SchemePart {
    /// Its permanent code.
    pub code: String,
    /// 名称.
    pub name: String,
    /// Its version.
    pub version: String,
    /// `official` or `illustrative`.
    pub status: String,
    /// The date its values were resolved for.
    pub in_force_on: String,
    /// The scheme file first, then every file it was read from.
    pub files: Vec<FilePart>,
}

/// The data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InputPart {
    /// The file.
    pub file: FilePart,
    /// The sheet that was read; absent for files without sheets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// The column that tells enterprises apart, where it is not the credit code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id_column: Option<String>,
    /// The period scored; absent when the table has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<i32>,
    /// The day ages and validities were judged on.
    pub as_of: String,
    /// Enterprises scored.
    pub enterprises: u64,
}

/// The reference statistics.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CalibrationPart {
    /// Hash of the statistics, independent of any file.
    pub sha256: Sha256Hex,
    /// The stored calibration that was used; absent when it was computed from the input itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<FilePart>,
}

/// The results.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResultsPart {
    /// Hash of stages, points, flags, totals, grades and ranks, in the order of the input.
    pub sha256: Sha256Hex,
    /// Enterprises with a rank.
    pub ranked: u64,
    /// Enterprises whose score is withheld by a veto.
    pub vetoed: u64,
    /// Enterprises no stage could be given to.
    pub without_stage: u64,
}

/// The file the results were written to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OutputPart {
    /// The file.
    pub file: FilePart,
    /// Language of its headings: `zh` or `en`.
    pub language: String,
    /// Which columns it has: `full` or `points`.
    pub detail: String,
}

impl Receipt {
    /// The format this program writes.
    #[must_use]
    pub fn format() -> String {
        FORMAT.to_owned()
    }

    /// The receipt as the text of its file.
    ///
    /// # Errors
    /// Never in practice: the document has only texts and numbers.
    pub fn to_json(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string_pretty(self).map(|text| text + "\n")
    }

    /// Reads a receipt.
    ///
    /// # Errors
    /// [`ReceiptError::Io`], [`ReceiptError::Malformed`] (with line and column) or [`ReceiptError::Format`].
    pub fn read(path: &Path) -> Result<Self, ReceiptError> {
        let text =
            fs::read_to_string(path).map_err(|source| ReceiptError::Io { path: path.to_owned(), source })?;
        check_format(&text, path, FORMAT)?;
        serde_json::from_str(&text)
            .map_err(|error| ReceiptError::Malformed { path: path.to_owned(), reason: error.to_string() })
    }
}

/// Looks at `format` alone first, so that a file of another kind is called that and not "malformed".
pub(crate) fn check_format(text: &str, path: &Path, expected: &'static str) -> Result<(), ReceiptError> {
    #[derive(Deserialize)]
    struct Head {
        format: String,
    }
    let head: Head = serde_json::from_str(text)
        .map_err(|error| ReceiptError::Malformed { path: path.to_owned(), reason: error.to_string() })?;
    if head.format == expected {
        return Ok(());
    }
    Err(ReceiptError::Format { path: path.to_owned(), found: head.format, expected })
}
