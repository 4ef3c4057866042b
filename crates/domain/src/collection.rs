//! The yearly evaluation of a zone: batches, filings, objections, runs, and the value that counts.
//!
//! Four small machines say which moves are allowed; a forbidden move is a [`Refusal`] with its reason, never a panic
//! and never silently ignored. [`choose`] says which of several sources' values counts and whether they conflict.

mod batch;
pub(crate) mod machine;
mod objection;
mod participant;
mod quality;
mod rule_draft;
mod run;
mod values;

pub use batch::{Batch, BatchAction};
pub use machine::Refusal;
pub use objection::{Clock, Objection, ObjectionAction};
pub use participant::{Filing, Participant, ParticipantAction};
pub use quality::{Check, CheckKind, Severity, jumps, median, outliers, repeated, suspicious_zeros};
pub use rule_draft::{RuleAction, RuleDraft, RuleKind, may_publish_rules};
pub use run::{Run, RunAction, may_publish};
pub use values::{Candidate, Choice, Reported, Source, Standing, Tolerance, choose};
