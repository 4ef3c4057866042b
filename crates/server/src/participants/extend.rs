//! More time for one enterprise.

use super::{Found, ParticipantBody, deadline, found};
use crate::{
    batches,
    caller::beijing_day,
    desk::Desk,
    etag,
    input::{Checks, Json},
    notices::{Kind, notice},
    reply::{Answer, Reply},
};
use axum::extract::Path;
use domain::collection::BatchAction;
use jiff::civil::Date;
use serde::Deserialize;
use serde_json::json;
use store::{filings, notices};
use utoipa::ToSchema;

/// More time.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Extension {
    /// The last day for this enterprise; absent takes an extension back.
    deadline: Option<String>,
    /// Why, for the enterprise and the audit log.
    reason: String,
}

/// Gives an enterprise more time; it is told.
#[utoipa::path(put, path = "/api/v1/participants/{id}/deadline", operation_id = "extend_deadline", tag = "batches",
    params(("id" = String, Path, description = "The participant")), request_body = Extension,
    responses((status = 200, body = ParticipantBody, description = "Set")),
    extensions(("x-permission" = json!("batch:extend")), ("x-if-match" = json!("required"))))]
pub(crate) async fn extend(desk: Desk, Path(id): Path<String>, Json(given): Json<Extension>) -> Answer {
    let seen = found(&desk, &id).await?;
    etag::require(&desk, seen.participant.version)?;
    batches::after(&seen.batch, BatchAction::Schedule)?;
    let day: Option<Result<Date, _>> = given.deadline.as_deref().map(str::parse);
    let mut checks = Checks::default();
    let good = day.as_ref().is_none_or(Result::is_ok);
    checks.that(good, "/deadline", "应为日期，如 2026-05-15", "must be a day, e.g. 2026-05-15");
    let day = day.and_then(Result::ok);
    let regular = seen.participant.regular_day(seen.batch.enterprise_deadline);
    let within = day.is_none_or(|day| (regular..=seen.batch.review_deadline).contains(&day));
    checks.that(
        !good || within,
        "/deadline",
        "应在企业填报截止日与审核截止日之间",
        "must lie between the enterprises' deadline and the reviewers'",
    );
    checks.name(&given.reason, "/reason");
    checks.done()?;
    let before = deadline(&seen.participant, &seen.batch);
    let change = desk.begin().await?;
    let now = filings::extend(change.work(), &seen.participant, day).await?;
    let now = Found { participant: now, ..seen };
    let last = deadline(&now.participant, &now.batch).to_string();
    let detail = json!({"batch": now.batch.title, "deadline": last, "reason": given.reason.trim()});
    let told = notice(&desk, &now.participant.path, Some(&now.batch.id), Kind::DeadlineExtended, &detail)?;
    notices::send(change.work(), vec![told]).await?;
    let detail = json!({"deadline": [before.to_string(), last], "reason": given.reason.trim()});
    let note = desk.note("extend", "participant").on(&id, &now.participant.path).with(detail);
    let version = now.participant.version;
    let body = ParticipantBody::new(now, beijing_day(desk.now()), false);
    change.finish(note, Reply::ok(&body).versioned(version)).await
}
