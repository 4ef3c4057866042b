//! The audit log: append-only, hash-chained, its head kept outside the database as well.
//!
//! A row's hash covers the hash of the row before it, so an edit or a hole shows. A chain alone cannot see a cut
//! tail, a rebuilt chain or an old database put back: for those the [`Anchor`] file keeps `count hash` lines
//! outside, and [`verify`] compares both.

mod anchor;
mod chain;
mod search;
mod verify;

pub use anchor::Anchor;
pub use chain::{Head, append, head};
pub use search::{Filter, Sort, list};
pub use verify::{Finding, Verdict, verify, verify_watched};

use crate::{StoreError, error::Result, moment::time, role::words, tables::audit};
use jiff::Timestamp;

words! {
    /// How the action ended.
    Outcome, "audit outcome", {
        /// It happened.
        Done = "done",
        /// The caller was not allowed to.
        Refused = "refused",
        /// It was tried and did not succeed.
        Failed = "failed",
    }
}

/// What is to be written down: who did what to which thing, from where, why, and how it ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The person's id; `None` for the system itself and for people not signed in.
    pub actor_id: Option<String>,
    /// The person's name at that time.
    pub actor_name: Option<String>,
    /// The network address.
    pub address: Option<String>,
    /// The request's id, as in the logs.
    pub request_id: Option<String>,
    /// The verb, e.g. `sign-in`, `open`, `disable`.
    pub action: String,
    /// The noun, e.g. `user`.
    pub resource: String,
    /// Which one.
    pub resource_id: Option<String>,
    /// The organisation the thing belongs to, as a path; decides which auditor sees the row.
    pub path: String,
    /// Why, when the caller had to say.
    pub purpose: Option<String>,
    /// How it ended.
    pub outcome: Outcome,
    /// Changed fields with before and after; secrets masked by the caller.
    pub detail: serde_json::Value,
}

/// A row of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// 1 for the first row, then without gaps.
    pub seq: i64,
    /// When.
    pub at: Timestamp,
    /// What was written down.
    pub entry: Entry,
    /// The hash of the row before.
    pub previous: String,
    /// This row's own hash.
    pub hash: String,
}

impl TryFrom<audit::Model> for Row {
    type Error = StoreError;

    fn try_from(model: audit::Model) -> Result<Self> {
        let detail = serde_json::from_str(&model.detail)
            .map_err(|_| StoreError::Corrupt { what: "audit.detail", value: model.seq.to_string() })?;
        let entry = Entry {
            actor_id: model.actor_id,
            actor_name: model.actor_name,
            address: model.address,
            request_id: model.request_id,
            action: model.action,
            resource: model.resource,
            resource_id: model.resource_id,
            path: model.path,
            purpose: model.purpose,
            outcome: Outcome::from_word(&model.outcome)?,
            detail,
        };
        Ok(Self { seq: model.seq, at: time(model.at), entry, previous: model.previous, hash: model.hash })
    }
}
