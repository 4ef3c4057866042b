//! 政策: truth tables of matching, laws of sharing money.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod kit;
mod money;
mod settling;
mod standing;
