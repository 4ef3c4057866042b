//! The receipt of matching enterprises with policies.

use std::{fs, path::Path};

use serde::{Deserialize, Serialize};

use crate::{
    Engine, FilePart, InputPart, ReceiptError, SchemePart, digest::Sha256Hex, document::check_format,
};

const FORMAT: &str = "match-receipt/1";

/// What a list of matches was made from. The order of the fields is the order in the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MatchReceipt {
    /// Always `match-receipt/1`.
    pub format: String,
    /// The program that ran.
    pub engine: Engine,
    /// When it ran, RFC 3339 with offset.
    pub created_at: String,
    /// Who ran it.
    pub created_by: String,
    /// The day of matching: it chooses the policies.
    pub on: String,
    /// The policies in force on that day whose data are there, by code.
    pub policies: Vec<PolicyPart>,
    /// The scheme that gave the points; absent where none did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scheme: Option<SchemePart>,
    /// The data.
    pub input: InputPart,
    /// What was found.
    pub results: MatchResultsPart,
    /// The file it was written to.
    pub output: MatchOutputPart,
}

/// One policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyPart {
    /// Its permanent code.
    pub code: String,
    /// 名称.
    pub name: String,
    /// Its version.
    pub version: String,
    /// `official` or `illustrative`.
    pub status: String,
    /// The policy file first, then every file it was read from.
    pub files: Vec<FilePart>,
    /// Enterprises entitled.
    pub entitled: u64,
    /// Σ grants in yuan, to the cent.
    pub granted: String,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MatchResultsPart {
    /// Hash of standings, claims and grants, in the order of the input.
    pub sha256: Sha256Hex,
    /// Σ grants of all policies in yuan, to the cent.
    pub granted: String,
}

/// The file the matches were written to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MatchOutputPart {
    /// The file.
    pub file: FilePart,
    /// Language of its headings: `zh` or `en`.
    pub language: String,
}

impl MatchReceipt {
    /// The format this program writes.
    #[must_use]
    pub fn format() -> String {
        FORMAT.to_owned()
    }

    /// Whether the file at `path` is a receipt of matching; false for what cannot be read.
    #[must_use]
    pub fn is_at(path: &Path) -> bool {
        fs::read_to_string(path).is_ok_and(|text| check_format(&text, path, FORMAT).is_ok())
    }

    /// Every rule file and the data, each with what it is.
    pub fn sources(&self) -> impl Iterator<Item = (&'static str, &FilePart)> {
        let policies = self.policies.iter().flat_map(|policy| &policy.files);
        let scheme = self.scheme.iter().flat_map(|scheme| &scheme.files);
        policies.chain(scheme).map(|file| ("rules", file)).chain([("input", &self.input.file)])
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
