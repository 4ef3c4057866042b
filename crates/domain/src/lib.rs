//! What the platform knows, one module per business noun.
//!
//! Everything here is pure: no IO, no clock, no randomness, no wire format, no database, no web. Rule values arrive
//! resolved for one date (see the `rulebook` crate); numbers are in base units (元, 人, 个, 年, 日, 分) unless said.

pub mod basis;
pub mod collection;
pub mod cultivation;
pub mod enterprise;
pub mod evaluation;
pub mod finance;
pub mod indicators;
pub mod points;
pub mod policies;

pub use basis::{Basis, Name, Status};
pub use points::Points;
