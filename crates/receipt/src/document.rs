//! The receipt document.

use std::{fs, path::Path};

use serde::{Deserialize, Serialize};

use crate::{
    ReceiptError,
    digest::{Hasher, Sha256Hex},
};

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

    /// 凭据码: a hash of what was computed from what. Who ran it, when, on which machine, under which file names and into
    /// which output makes no difference, so the command and the server give the same code for the same data and rules.
    #[must_use]
    pub fn code(&self) -> Sha256Hex {
        let mut hasher = Hasher::new();
        hasher.text("receipt-code/1").text(&self.scheme.code).text(&self.scheme.version);
        hasher.text(&self.scheme.in_force_on);
        let mut rules: Vec<&str> = self.scheme.files.iter().map(|file| file.sha256.as_str()).collect();
        rules.sort_unstable();
        hasher.text(&rules.join("\n"));
        let input = &self.input;
        hasher.text(&input.file.sha256).text(input.sheet.as_deref().unwrap_or(""));
        hasher.text(input.id_column.as_deref().unwrap_or(""));
        hasher.text(&input.period.map_or_else(String::new, |period| period.to_string())).text(&input.as_of);
        hasher.text(&self.calibration.sha256).text(&self.results.sha256);
        hasher.finish()
    }

    /// Every file the receipt names, the scheme file first.
    pub fn files(&self) -> impl Iterator<Item = &FilePart> {
        let rules = self.scheme.files.iter();
        rules.chain([&self.input.file]).chain(&self.calibration.file).chain([&self.output.file])
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
        Self::from_json(&text, path)
    }

    /// Reads a receipt from the text of its file, which lies at `path`.
    ///
    /// # Errors
    /// [`ReceiptError::Malformed`] (with line and column) or [`ReceiptError::Format`].
    pub fn from_json(text: &str, path: &Path) -> Result<Self, ReceiptError> {
        check_format(text, path, FORMAT)?;
        serde_json::from_str(text)
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
