//! A reviewer approves a filing or sends fields back.

use super::after;
use crate::{
    batches,
    caller::beijing_day,
    desk::Desk,
    etag,
    input::{Checks, Json},
    notices::{Kind, notice},
    participants::{self, Found, ParticipantBody},
    reply::{Answer, Reply},
};
use axum::extract::Path;
use domain::collection::{BatchAction, ParticipantAction};
use serde::Deserialize;
use serde_json::json;
use store::{
    batches::ParticipantState,
    filings::{self, Move, Returned},
    notices,
};
use utoipa::ToSchema;

/// A field to send back.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct FieldReturned {
    /// The item's code; absent for the filing as a whole.
    item: Option<String>,
    /// Why.
    reason: String,
}

/// What is sent back.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Returning {
    /// The fields, at least one.
    fields: Vec<FieldReturned>,
}

/// Sends fields of a filing back, each with its reason; the enterprise is told.
#[utoipa::path(post, path = "/api/v1/participants/{id}/return", operation_id = "return_filing", tag = "filings",
    params(("id" = String, Path, description = "The participant")), request_body = Returning,
    responses((status = 200, body = ParticipantBody, description = "Sent back")),
    extensions(("x-permission" = json!("filing:review")), ("x-if-match" = json!("required"))))]
pub(crate) async fn return_filing(
    desk: Desk,
    Path(id): Path<String>,
    Json(given): Json<Returning>,
) -> Answer {
    let found = participants::found(&desk, &id).await?;
    etag::require(&desk, found.participant.version)?;
    batches::after(&found.batch, BatchAction::Collect)?;
    let by = desk.caller()?.user.id.clone();
    let state = after(&found.participant, &found.batch, ParticipantAction::Return, &[], &by)?;
    let mut checks = Checks::default();
    checks.that(!given.fields.is_empty(), "/fields", "至少退回一项", "needs at least one");
    for (index, one) in given.fields.iter().enumerate() {
        let known = one.item.as_ref().is_none_or(|code| desk.app.rules.dictionary().find(code).is_some());
        checks.that(known, &format!("/fields/{index}/item"), "没有此项", "is no item");
        checks.name(&one.reason, &format!("/fields/{index}/reason"));
    }
    checks.done()?;
    let returned = given.fields.into_iter().map(|one| Returned {
        id: desk.app.edge.id(),
        item: one.item.unwrap_or_default(),
        reason: one.reason.trim().to_owned(),
        returned_by: by.clone(),
        returned_at: desk.now(),
        mended_at: None,
    });
    let returned: Vec<Returned> = returned.collect();
    let detail: Vec<_> = returned.iter().map(|one| json!({"item": one.item, "reason": one.reason})).collect();
    let detail = json!({ "fields": detail });
    let change = desk.begin().await?;
    let work = change.work();
    let now = filings::go(work, &found.participant, Move { state, submitted: None }).await?;
    filings::add_returns(work, &id, returned).await?;
    filings::clear_approvals(work, &id).await?;
    let told = notice(&desk, &now.path, Some(&found.batch.id), Kind::FilingReturned, &detail)?;
    notices::send(work, vec![told]).await?;
    let note = desk.note("return", "filing").on(&id, &now.path).with(detail);
    let version = now.version;
    let body = ParticipantBody::new(Found { participant: now, ..found }, beijing_day(desk.now()), false);
    change.finish(note, Reply::ok(&body).versioned(version)).await
}

/// Approves a filing. Where the batch asks for two reviewers, the first approval is noted and the second, by another
/// person, approves it.
#[utoipa::path(post, path = "/api/v1/participants/{id}/approve", operation_id = "approve_filing", tag = "filings",
    params(("id" = String, Path, description = "The participant")),
    responses((status = 200, body = ParticipantBody, description = "Approved, or approved once")),
    extensions(("x-permission" = json!("filing:review")), ("x-if-match" = json!("required"))))]
pub(crate) async fn approve_filing(desk: Desk, Path(id): Path<String>) -> Answer {
    let found = participants::found(&desk, &id).await?;
    etag::require(&desk, found.participant.version)?;
    batches::after(&found.batch, BatchAction::Collect)?;
    let by = desk.caller()?.user.id.clone();
    let change = desk.begin().await?;
    let work = change.work();
    let approved = filings::approvals(work, &id).await?;
    let state = after(&found.participant, &found.batch, ParticipantAction::Approve, &approved, &by)?;
    // The version moves with every approval, so that two reviewers at once cannot overlook each other.
    let now = filings::go(work, &found.participant, Move { state, submitted: None }).await?;
    filings::add_approval(work, &id, &by).await?;
    if state == ParticipantState::Approved {
        let told = json!({"batch": found.batch.title});
        let told = notice(&desk, &now.path, Some(&found.batch.id), Kind::FilingApproved, &told)?;
        notices::send(work, vec![told]).await?;
    }
    let note = desk.note("approve", "filing").on(&id, &now.path);
    let note = note.with(json!({"approvals": approved.len() + 1, "state": state.word()}));
    let version = now.version;
    let body = ParticipantBody::new(Found { participant: now, ..found }, beijing_day(desk.now()), false);
    change.finish(note, Reply::ok(&body).versioned(version)).await
}
