//! Approving at once what is not different from the departments' values.

use super::{after, queue::waiting};
use crate::{
    batches,
    desk::Desk,
    reply::{Answer, Reply},
};
use axum::extract::Path;
use domain::collection::{BatchAction, ParticipantAction};
use serde::Serialize;
use serde_json::json;
use store::{
    Scope,
    filings::{self, Move},
};
use utoipa::ToSchema;

/// What came of it.
#[derive(Serialize, ToSchema)]
pub(crate) struct ApprovedAtOnce {
    /// Approved now, or approved once where two reviewers are needed.
    approved: usize,
    /// Left for a look at their differences.
    left: usize,
}

/// Approves every waiting filing of a batch without a difference.
#[utoipa::path(post, path = "/api/v1/batches/{id}/reviews", operation_id = "approve_unchanged", tag = "filings",
    params(("id" = String, Path, description = "The batch")),
    responses((status = 200, body = ApprovedAtOnce, description = "Approved")),
    extensions(("x-permission" = json!("filing:review")), ("x-idempotency-key" = json!("required"))))]
pub(crate) async fn approve_unchanged(desk: Desk, Path(id): Path<String>) -> Answer {
    let batch = batches::found(&desk, &id).await?;
    batches::after(&batch, BatchAction::Collect)?;
    let by = desk.caller()?.user.id.clone();
    let change = desk.begin().await?;
    let work = change.work();
    let all = waiting(&desk, work, &batch).await?;
    let (mut approved, mut left) = (Vec::new(), 0);
    for one in all {
        if !one.differences.is_empty() {
            left += 1;
            continue;
        }
        let seen = store::batches::participant(work, &Scope::Everything, &one.participant_id).await?;
        let Some(seen) = seen else { continue };
        let by_now = filings::approvals(work, &seen.id).await?;
        // Whoever approved one already leaves it to the second reviewer.
        let Ok(state) = after(&seen, &batch, ParticipantAction::Approve, &by_now, &by) else {
            left += 1;
            continue;
        };
        filings::go(work, &seen, Move { state, submitted: None }).await?;
        filings::add_approval(work, &seen.id, &by).await?;
        approved.push(seen.id);
    }
    let body = ApprovedAtOnce { approved: approved.len(), left };
    let note = desk.note("approve-unchanged", "batch").on(&id, &batch.path);
    let note = note.with(json!({"participants": approved, "left": left}));
    change.finish(note, Reply::ok(&body)).await
}
