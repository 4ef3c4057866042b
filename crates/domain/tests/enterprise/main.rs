//! What is known about enterprises themselves, as specifications.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a specification stops where its own material is wrong"
)]

mod classification;
mod credit_code;
