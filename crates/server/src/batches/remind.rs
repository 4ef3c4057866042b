//! Reminding enterprises that have not submitted.

use super::{after, found};
use crate::{
    caller::beijing_day,
    desk::Desk,
    input::{Checks, Json},
    notices::{Kind, notice},
    reply::{Answer, Reply},
};
use axum::extract::Path;
use domain::collection::BatchAction;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::{
    batches::{self, ParticipantState},
    notices,
};
use utoipa::ToSchema;

/// Whom to remind.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Reminding {
    /// Only those whose last day is past.
    late_only: bool,
    /// What else to say.
    message: Option<String>,
}

/// How many were told.
#[derive(Serialize, ToSchema)]
pub(crate) struct Reminded {
    /// Told inside the platform.
    told: usize,
    /// Without people of their own, to be called.
    unreachable: usize,
}

/// Reminds the enterprises of a batch that have not submitted, inside the platform.
#[utoipa::path(post, path = "/api/v1/batches/{id}/reminders", operation_id = "remind_participants", tag = "batches",
    params(("id" = String, Path, description = "The batch")), request_body = Reminding,
    responses((status = 200, body = Reminded, description = "Told")),
    extensions(("x-permission" = json!("batch:remind")), ("x-idempotency-key" = json!("required"))))]
pub(crate) async fn remind(desk: Desk, Path(id): Path<String>, Json(given): Json<Reminding>) -> Answer {
    let batch = found(&desk, &id).await?;
    after(&batch, BatchAction::Collect)?;
    let mut checks = Checks::default();
    let short = given.message.as_ref().is_none_or(|text| text.chars().count() <= 500);
    checks.that(short, "/message", "不超过 500 字", "must have at most 500 characters");
    checks.done()?;
    let today = beijing_day(desk.now());
    let change = desk.begin().await?;
    let (mut told, mut unreachable) = (Vec::new(), 0);
    for one in batches::participants_of(change.work(), &id).await? {
        let last = one.last_day(batch.enterprise_deadline);
        let waits = matches!(one.state, ParticipantState::Draft | ParticipantState::Returned);
        if !waits || (given.late_only && today <= last) {
            continue;
        }
        if one.path == batch.path {
            unreachable += 1;
            continue;
        }
        let detail = json!({"batch": batch.title, "deadline": last.to_string(), "message": given.message});
        told.push(notice(&desk, &one.path, Some(&id), Kind::Reminder, &detail)?);
    }
    let body = Reminded { told: told.len(), unreachable };
    notices::send(change.work(), told).await?;
    let note = desk.note("remind", "batch").on(&id, &batch.path);
    let note =
        note.with(json!({"told": body.told, "unreachable": unreachable, "late_only": given.late_only}));
    change.finish(note, Reply::ok(&body)).await
}
