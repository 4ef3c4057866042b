//! Writing rows and linking them.

use super::Entry;
use crate::{Engine, Source, Work, error::Result, migrations::hex, moment::millis, tables::audit};
use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryOrder};
use sha2::{Digest, Sha256};

/// The hash that the first row calls the one before it.
pub(super) const GENESIS: &str = "0000000000000000000000000000000000000000000000000000000000000000";
/// Any fixed number; writers of the log take turns by it.
const CHAIN_LOCK: &str = "SELECT pg_advisory_xact_lock(7310002)";

/// How many rows the chain has and the hash of the last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Number of rows, which is also the last row's `seq`.
    pub count: i64,
    /// Hash of the last row.
    pub hash: String,
}

/// The head of the chain now.
///
/// # Errors
/// The engine's failure.
pub async fn head(source: &impl Source) -> Result<Head> {
    let last = audit::Entity::find().order_by_desc(audit::Column::Seq).one(&source.executor()).await?;
    Ok(last.map_or_else(
        || Head { count: 0, hash: GENESIS.to_owned() },
        |row| Head { count: row.seq, hash: row.hash },
    ))
}

/// Appends `first` and `more` inside `work`.
///
/// # Errors
/// The engine's failure.
pub async fn append(work: &Work, first: &Entry, more: &[Entry]) -> Result<Head> {
    if work.engine() == Engine::Postgres {
        work.executor().execute_unprepared(CHAIN_LOCK).await?;
    }
    let mut head = head(work).await?;
    for entry in std::iter::once(first).chain(more) {
        let row = link(entry, &head, millis(work.now()));
        head = Head { count: row.seq, hash: row.hash.clone() };
        row.into_active_model().insert(&work.executor()).await?;
    }
    Ok(head)
}

fn link(entry: &Entry, head: &Head, at: i64) -> audit::Model {
    let mut row = audit::Model {
        seq: head.count + 1,
        at,
        actor_id: entry.actor_id.clone(),
        actor_name: entry.actor_name.clone(),
        address: entry.address.clone(),
        request_id: entry.request_id.clone(),
        action: entry.action.clone(),
        resource: entry.resource.clone(),
        resource_id: entry.resource_id.clone(),
        path: entry.path.clone(),
        purpose: entry.purpose.clone(),
        outcome: entry.outcome.word().to_owned(),
        detail: entry.detail.to_string(),
        previous: head.hash.clone(),
        hash: String::new(),
    };
    row.hash = hash(&row);
    row
}

/// The hash of a row: every column in order, each with its length, so that no two rows read alike.
pub(super) fn hash(row: &audit::Model) -> String {
    let numbers = (row.seq.to_string(), row.at.to_string());
    let fields: [Option<&str>; 14] = [
        Some(&numbers.0),
        Some(&numbers.1),
        row.actor_id.as_deref(),
        row.actor_name.as_deref(),
        row.address.as_deref(),
        row.request_id.as_deref(),
        Some(&row.action),
        Some(&row.resource),
        row.resource_id.as_deref(),
        Some(&row.path),
        row.purpose.as_deref(),
        Some(&row.outcome),
        Some(&row.detail),
        Some(&row.previous),
    ];
    let mut digest = Sha256::new_with_prefix("jifen-audit-1");
    for field in fields {
        match field {
            None => digest.update([0]),
            Some(text) => {
                digest.update([1]);
                digest.update((text.len() as u64).to_be_bytes());
                digest.update(text);
            }
        }
    }
    hex(&digest.finalize())
}
