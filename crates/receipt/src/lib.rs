//! Receipts (`receipt/1`, of matching `match-receipt/1`) and stored calibrations (`calibration/1`).
//!
//! A receipt names everything a result was made from, each with its SHA-256: the rule files, the data, the calibration,
//! the results and the file they were written to. Anyone with the same files can run again and compare.
//! Paths are relative to the receipt's own folder, so the folder can be moved as a whole.

mod calibration;
mod digest;
mod document;
mod matching;
mod path;

pub use calibration::{read_calibration, write_calibration};
pub use digest::{Hasher, Sha256Hex, hash_bytes, hash_calibration, hash_file};
pub use document::{
    CalibrationPart, Engine, FilePart, InputPart, OutputPart, Receipt, ResultsPart, SchemePart,
};
pub use matching::{MatchOutputPart, MatchReceipt, MatchResultsPart, PolicyPart};
pub use path::{absolute_from, relative_to};

use std::path::PathBuf;

/// Why a receipt or calibration file cannot be read or written.
#[derive(Debug, thiserror::Error)]
pub enum ReceiptError {
    /// The file cannot be opened, read or written.
    #[error("{path}: {source}")]
    Io {
        /// Which file.
        path: PathBuf,
        /// What the operating system said.
        source: std::io::Error,
    },
    /// The file is not JSON of the expected shape.
    #[error("{path}: {reason}")]
    Malformed {
        /// Which file.
        path: PathBuf,
        /// Where and what.
        reason: String,
    },
    /// The file is of another format or a later version of it.
    #[error("{path}: format is {found}, expected {expected}")]
    Format {
        /// Which file.
        path: PathBuf,
        /// What it says it is.
        found: String,
        /// What was looked for.
        expected: &'static str,
    },
    /// A stored calibration speaks of an indicator or stage the scheme does not have.
    #[error("{path}: {name} is not in the scheme")]
    OtherScheme {
        /// Which file.
        path: PathBuf,
        /// The unknown code.
        name: String,
    },
}
