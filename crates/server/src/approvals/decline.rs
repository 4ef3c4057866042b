//! The second person says no, or the first one takes it back.

use super::{
    ApprovalBody,
    confirm::{decided_meanwhile, note, undecided},
    found, party,
};
use crate::{
    desk::Desk,
    etag,
    input::{Checks, Json},
    problem::Code,
    reply::{Answer, Reply},
};
use axum::extract::Path;
use serde::Deserialize;
use serde_json::json;
use store::approvals::{self, ApprovalState, Decision, Sight};
use utoipa::ToSchema;

/// Why not.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Declining {
    /// The reason, for the first person to read.
    reason: String,
}

/// Declines what another person asked for.
#[utoipa::path(post, path = "/api/v1/approvals/{id}/decline", operation_id = "decline_approval", tag = "approvals",
    params(("id" = String, Path, description = "The request")), request_body = Declining,
    responses((status = 200, body = ApprovalBody, description = "Declined")),
    extensions(("x-permission" = json!("approval:decide")), ("x-if-match" = json!("required"))))]
pub(crate) async fn decline(desk: Desk, Path(id): Path<String>, Json(given): Json<Declining>) -> Answer {
    let change = desk.begin().await?;
    let seen = found(&desk, change.work(), &id).await?;
    undecided(&desk, &seen)?;
    let mut checks = Checks::default();
    checks.name(&given.reason, "/reason");
    checks.done()?;
    let user = &desk.caller()?.user;
    if party(&desk.app, change.work(), &user.id, &seen.permission, &seen.path).await?.is_none() {
        return Err(Code::NotAllowed.into());
    }
    let reason = given.reason.trim();
    let decision =
        Decision { state: ApprovalState::Declined, by: (&user.id, &user.name), reason: Some(reason) };
    let now = approvals::decide(change.work(), &seen, &decision).await.map_err(decided_meanwhile)?;
    let written = note(&desk, "decline", &now).and("reason", json!(reason));
    let version = now.version;
    change.finish(written, Reply::ok(&ApprovalBody::of(&desk, now)?).versioned(version)).await
}

/// Takes back what one asked for oneself.
#[utoipa::path(post, path = "/api/v1/approvals/{id}/withdraw", operation_id = "withdraw_approval", tag = "approvals",
    params(("id" = String, Path, description = "The request")),
    responses((status = 200, body = ApprovalBody, description = "Withdrawn")),
    extensions(("x-permission" = json!("approval:withdraw")), ("x-if-match" = json!("required"))))]
pub(crate) async fn withdraw(desk: Desk, Path(id): Path<String>) -> Answer {
    let user = &desk.caller()?.user;
    let change = desk.begin().await?;
    let own = Sight { own: user.id.clone(), reaches: Vec::new() };
    let seen = approvals::within(change.work(), &own, &id).await?.ok_or(Code::NotFound)?;
    etag::require(&desk, seen.version)?;
    let decision = Decision { state: ApprovalState::Withdrawn, by: (&user.id, &user.name), reason: None };
    let now = approvals::decide(change.work(), &seen, &decision).await.map_err(decided_meanwhile)?;
    let version = now.version;
    let written = note(&desk, "withdraw", &now);
    change.finish(written, Reply::ok(&ApprovalBody::of(&desk, now)?).versioned(version)).await
}
