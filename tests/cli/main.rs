//! The `jifen` command as people use it: what they type, what they see, what is on disk afterwards.

#![expect(clippy::expect_used, clippy::panic, reason = "a desk that cannot be set up fails its test")]

mod bad_input;
mod kit;
mod operating;
mod policies;
mod readme;
mod rules;
mod rungs;
mod serving;
mod usage;
mod walk;
