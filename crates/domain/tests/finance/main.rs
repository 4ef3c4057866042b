//! 金融超市: instalments to the cent, laws of schedules and costs.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod costs;
mod schedules;
