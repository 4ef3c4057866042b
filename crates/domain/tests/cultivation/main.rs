//! Specifications of the cultivation ladder: conditions, points, the verdict.

#![expect(clippy::expect_used, clippy::panic, reason = "a helper of a test may stop the test")]

mod conditions;
mod effort;
mod kit;
mod laws;
mod near;
mod points;
mod task;
mod verdicts;
