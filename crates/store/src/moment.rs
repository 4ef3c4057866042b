//! Times as the database keeps them: whole milliseconds since 1970 UTC.

use jiff::Timestamp;

/// Milliseconds of `at`.
pub(crate) fn millis(at: Timestamp) -> i64 {
    at.as_millisecond()
}

/// The time of stored milliseconds; a value outside the calendar (never written by us) reads as 1970.
pub(crate) fn time(millis: i64) -> Timestamp {
    Timestamp::from_millisecond(millis).unwrap_or(Timestamp::UNIX_EPOCH)
}
