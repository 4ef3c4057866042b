//! Versions on the wire: the ETag of a row is its version number.

use crate::{
    desk::Desk,
    problem::{Code, Problem},
};

/// The ETag of a version.
pub(crate) fn of(version: i64) -> String {
    format!("\"{version}\"")
}

/// Goes on only when the caller saw the present version.
///
/// # Errors
/// 428 without `If-Match`, 412 with another version.
pub(crate) fn require(desk: &Desk, version: i64) -> Result<(), Problem> {
    match desk.if_match() {
        None => Err(Problem::new(Code::VersionMissing)),
        Some(seen) if seen == of(version) => Ok(()),
        Some(_) => Err(Problem::new(Code::ChangedMeanwhile)),
    }
}
