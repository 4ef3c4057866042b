//! The audit log, as auditors see it.

mod list;
mod verify;

pub(crate) use list::*;
pub(crate) use verify::*;
