//! The `jifen` command as people use it: what they type, what they see, what is on disk afterwards.

mod bad_input;
mod kit;
mod readme;
mod rules;
mod usage;
mod walk;
