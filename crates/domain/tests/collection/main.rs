//! The machines of an evaluation, and the value that counts.

#![expect(clippy::unwrap_used, reason = "a test that panics has failed")]

mod laws;
mod quality;
mod values;
