//! The one place that asks the clock, and who is at the keyboard.

use std::env;

use jiff::{Timestamp, civil::Date, tz::Offset};

/// Now, or the second that `SOURCE_DATE_EPOCH` names, for files that must come out identical.
#[must_use]
#[expect(
    clippy::disallowed_methods,
    reason = "the command is where time enters; everything below takes it as an argument"
)]
pub fn now() -> Timestamp {
    let fixed = env::var("SOURCE_DATE_EPOCH").ok().and_then(|text| text.parse().ok());
    fixed.and_then(|second| Timestamp::from_second(second).ok()).unwrap_or_else(Timestamp::now)
}

/// Today in China (UTC+8 all year).
#[must_use]
pub fn today() -> Date {
    Offset::constant(8).to_datetime(now()).date()
}

/// The name the operating system knows the user by.
#[must_use]
pub fn user() -> String {
    ["JIFEN_USER", "USER", "LOGNAME", "USERNAME"]
        .into_iter()
        .find_map(|name| env::var(name).ok().filter(|value| !value.is_empty()))
        .unwrap_or_else(|| "unknown".to_owned())
}
