//! What calibrate, score, rank and what-if promise, as specifications.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a specification stops where its own material is wrong"
)]

mod changes;
mod curves;
mod explanations;
mod kit;
mod laws;
mod population;
mod ranks;
mod single_value;
mod totals;
