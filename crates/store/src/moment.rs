//! Times as the database keeps them: whole milliseconds since 1970 UTC.

use crate::{StoreError, error::Result};
use jiff::{Timestamp, civil::Date};

/// Milliseconds of `at`.
pub(crate) fn millis(at: Timestamp) -> i64 {
    at.as_millisecond()
}

/// The time of stored milliseconds; a value outside the calendar (never written by us) reads as 1970.
pub(crate) fn time(millis: i64) -> Timestamp {
    Timestamp::from_millisecond(millis).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// The day of a stored text.
pub(crate) fn day(what: &'static str, text: Option<String>) -> Result<Option<Date>> {
    text.map(|text| text.parse().map_err(|_| StoreError::Corrupt { what, value: text.clone() })).transpose()
}
