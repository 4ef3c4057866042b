//! 进度: how far a batch is.

use super::found;
use crate::{
    caller::beijing_day,
    desk::Desk,
    reply::{Answer, Reply},
};
use axum::extract::Path;
use serde::Serialize;
use store::{
    batches::{self, ParticipantState},
    objections, values,
};
use utoipa::ToSchema;

/// How far a batch is.
#[derive(Serialize, ToSchema)]
#[schema(as = BatchBoard)]
pub(crate) struct BoardBody {
    /// Enterprises that take part.
    participants: usize,
    /// Not submitted yet.
    draft: usize,
    /// Waiting for review.
    submitted: usize,
    /// Sent back.
    returned: usize,
    /// Approved.
    approved: usize,
    /// Frozen with the batch.
    frozen: usize,
    /// Not submitted though the last day is past.
    late: usize,
    /// With more time.
    extended: usize,
    /// Enterprises that some department reports about.
    reported: usize,
    /// By source: enterprises it reports about.
    sources: std::collections::BTreeMap<String, u64>,
    /// Objections nobody decided.
    open_objections: u64,
    /// Of them, past their last day.
    overdue_objections: u64,
    /// Days to the enterprises' deadline; negative when it is past.
    days_left: i32,
}

/// The progress of a batch.
#[utoipa::path(get, path = "/api/v1/batches/{id}/board", operation_id = "read_board", tag = "batches",
    params(("id" = String, Path, description = "The batch")),
    responses((status = 200, body = BoardBody, description = "How far it is")),
    extensions(("x-permission" = json!("batch:read"))))]
pub(crate) async fn board(desk: Desk, Path(id): Path<String>) -> Answer {
    let batch = found(&desk, &id).await?;
    let today = beijing_day(desk.now());
    let all = batches::participants_of(desk.database(), &id).await?;
    let count = |state| all.iter().filter(|one| one.state == state).count();
    let waits = |one: &&batches::Participant| {
        matches!(one.state, ParticipantState::Draft | ParticipantState::Returned)
            && today > one.last_day(batch.enterprise_deadline)
    };
    let sources = values::reported_about(desk.database(), &id).await?;
    let (open, overdue) = objections::open_in(desk.database(), &id, today).await?;
    let body = BoardBody {
        participants: all.len(),
        draft: count(ParticipantState::Draft),
        submitted: count(ParticipantState::Submitted),
        returned: count(ParticipantState::Returned),
        approved: count(ParticipantState::Approved),
        frozen: count(ParticipantState::Frozen),
        late: all.iter().filter(waits).count(),
        extended: all.iter().filter(|one| one.deadline.is_some()).count(),
        reported: usize::try_from(values::reported_in_all(desk.database(), &id).await?).unwrap_or(usize::MAX),
        sources,
        open_objections: open,
        overdue_objections: overdue,
        days_left: today.until(batch.enterprise_deadline).map_or(0, |span| span.get_days()),
    };
    Ok(Reply::ok(&body))
}
