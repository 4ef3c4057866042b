//! Searching the log.

use crate::{
    desk::Desk,
    input::{Checks, Params},
    listing::{self, List},
    reply::{Answer, Reply},
    wire::OutcomeWord,
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use store::audit::{self, Filter, Row, Sort};
use utoipa::{IntoParams, ToSchema};

const SORTS: [(&str, Sort); 1] = [("seq", Sort::Sequence)];

/// A row of the log.
#[derive(Serialize, ToSchema)]
pub(crate) struct AuditRow {
    /// Its number, without gaps from 1, as text.
    seq: String,
    /// When.
    at: String,
    /// Who.
    actor_id: Option<String>,
    /// Their name at that time.
    actor_name: Option<String>,
    /// From where.
    address: Option<String>,
    /// The request, as in the server's log.
    request_id: Option<String>,
    /// The verb.
    action: String,
    /// The noun.
    resource: String,
    /// Which one.
    resource_id: Option<String>,
    /// Why, when it had to be said.
    purpose: Option<String>,
    /// How it ended.
    outcome: OutcomeWord,
    /// Changed fields with before and after.
    detail: serde_json::Value,
    /// The row's hash, which covers the row before.
    hash: String,
}

impl From<Row> for AuditRow {
    fn from(row: Row) -> Self {
        Self {
            seq: row.seq.to_string(),
            at: row.at.to_string(),
            actor_id: row.entry.actor_id,
            actor_name: row.entry.actor_name,
            address: row.entry.address,
            request_id: row.entry.request_id,
            action: row.entry.action,
            resource: row.entry.resource,
            resource_id: row.entry.resource_id,
            purpose: row.entry.purpose,
            outcome: row.entry.outcome.into(),
            detail: row.entry.detail,
            hash: row.hash,
        }
    }
}

/// Which rows.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Wanted {
    /// Of this person.
    actor_id: Option<String>,
    /// Of this verb.
    action: Option<String>,
    /// Of this noun.
    resource: Option<String>,
    /// Of this thing.
    resource_id: Option<String>,
    /// Ended like this.
    outcome: Option<OutcomeWord>,
    /// Not before (RFC 3339).
    from: Option<String>,
    /// Before (RFC 3339).
    until: Option<String>,
    /// `seq`; `-seq` for newest first.
    sort: Option<String>,
    /// Rows of a page, 1 to 200.
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

/// The rows of the log that the caller may see.
#[utoipa::path(get, path = "/api/v1/audit", operation_id = "list_audit", tag = "audit",
    params(Wanted), responses((status = 200, body = inline(List<AuditRow>), description = "A page")),
    extensions(("x-permission" = json!("audit:list"))))]
pub(crate) async fn list(desk: Desk, Params(wanted): Params<Wanted>) -> Answer {
    let asked = listing::asked(wanted.limit, wanted.cursor.as_deref(), wanted.sort.as_deref(), &SORTS)?;
    let mut checks = Checks::default();
    let mut time = |text: Option<&str>, pointer: &str| {
        let read: Option<Result<Timestamp, _>> = text.map(str::parse);
        let good = !matches!(read, Some(Err(_)));
        checks.that(
            good,
            pointer,
            "应为时间，如 2026-11-23T08:00:00+08:00",
            "must be a time, e.g. 2026-11-23T08:00:00+08:00",
        );
        read.and_then(Result::ok)
    };
    let (from, until) = (time(wanted.from.as_deref(), "?from"), time(wanted.until.as_deref(), "?until"));
    checks.done()?;
    let filter = Filter {
        actor_id: wanted.actor_id,
        action: wanted.action,
        resource: wanted.resource,
        resource_id: wanted.resource_id,
        outcome: wanted.outcome.map(Into::into),
        from,
        until,
    };
    let page = audit::list(desk.database(), desk.scope(), &filter, &asked.page).await?;
    Ok(Reply::ok(&asked.list(page, AuditRow::from)))
}
