//! 进度: how far a batch is.

use super::found;
use crate::{
    caller::beijing_day,
    desk::Desk,
    problem::Stop,
    reply::{Answer, Reply},
};
use axum::extract::Path;
use serde::Serialize;
use store::{
    batches::{self, Batch, ParticipantState},
    objections, values,
};
use utoipa::ToSchema;

/// How far a batch is.
#[derive(Serialize, ToSchema)]
#[schema(as = BatchBoard)]
pub(crate) struct BoardBody {
    /// Enterprises that take part.
    participants: u64,
    /// Not submitted yet.
    draft: u64,
    /// Waiting for review.
    submitted: u64,
    /// Sent back.
    returned: u64,
    /// Approved.
    approved: u64,
    /// Frozen with the batch.
    frozen: u64,
    /// Not submitted though the last day is past.
    late: u64,
    /// With more time.
    extended: u64,
    /// Enterprises that some department reports about.
    reported: u64,
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
    Ok(Reply::ok(&progress(&desk, &batch).await?))
}

/// How far `batch` is.
pub(crate) async fn progress(desk: &Desk, batch: &Batch) -> Result<BoardBody, Stop> {
    let id = batch.id.as_str();
    let today = beijing_day(desk.now());
    let now = batches::progress(desk.database(), id, today).await?;
    let count = |state| now.states.get(&state).copied().unwrap_or(0);
    let sources = values::reported_about(desk.database(), id).await?;
    let (open, overdue) = objections::open_in(desk.database(), id, today).await?;
    Ok(BoardBody {
        participants: now.states.values().sum(),
        draft: count(ParticipantState::Draft),
        submitted: count(ParticipantState::Submitted),
        returned: count(ParticipantState::Returned),
        approved: count(ParticipantState::Approved),
        frozen: count(ParticipantState::Frozen),
        late: now.late,
        extended: now.extended,
        reported: values::reported_in_all(desk.database(), id).await?,
        sources,
        open_objections: open,
        overdue_objections: overdue,
        days_left: today.until(batch.enterprise_deadline).map_or(0, |span| span.get_days()),
    })
}
