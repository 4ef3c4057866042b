//! Laws of the shipped ladders: improving a helpful item never lowers the verdict, a range never crosses itself,
//! forgetting data only widens it, and every enterprise gets the same lines.

#![expect(clippy::expect_used, clippy::panic, reason = "a helper of a test may stop the test")]

mod foundation;
mod kit;
mod packs;
